//! The program's own definitions are sound; mistakes in a definition are told where they stand.

use super::layout::Layout;
use super::need::Need;
use super::*;
use crate::assets::Assets;
use crate::diag::{Diagnostic, Sources};

fn with(kind: &str, text: &str) -> (Forms, Vec<(String, String)>) {
    let mut assets = Assets::embedded();
    let name = format!("{kind}.form.yaml");
    assets.templates.insert(name, text.as_bytes().to_vec().into());
    assets.templates.insert(format!("{kind}.typ.j2"), Vec::new().into());
    let mut sources = Sources::default();
    let (forms, problems) = Forms::new(&assets, &|letter| letter < '\u{3000}', &mut sources);
    let told = |problem: &Diagnostic| {
        let place = problem.place.clone().expect("a place");
        let text = &sources.get(place.file).text()[place.range];
        (problem.code.name().to_owned(), text.lines().next().unwrap_or("").to_owned())
    };
    let told = problems.iter().map(told).collect();
    (forms, told)
}

#[test]
fn the_definitions_of_the_program_are_sound() {
    let (forms, problems) =
        Forms::new(&Assets::embedded(), &|_| true, &mut Sources::default());
    assert_eq!(problems, []);
    let kinds: Vec<&str> = forms.all().map(|form| form.kind.key()).collect();
    let known = [
        "certificate",
        "copy",
        "decision",
        "document",
        "free-report",
        "guidance",
        "launch",
        "letter",
        "meeting-invitation",
        "minutes",
        "notice",
        "overview",
        "plan",
        "program",
        "proposal",
        "report",
        "unit-plan",
        "work-plan",
    ];
    assert_eq!(kinds, known);
    for form in forms.all() {
        for key in ["kind", "year", "issuer", "date", "subject"] {
            assert!(form.key(key).is_some(), "{}: {key}", form.kind.key());
        }
        assert!(form.keys.iter().all(|key| key.needs.len() == form.groups.len()));
    }
}

/// What the groups of a switch decide.
#[test]
fn a_switch_decides_what_keys_need() {
    let forms = Forms::embedded();
    let launch = forms.get("launch").expect("a form");
    let need = |key: &str, group: &str| {
        let at = launch.group_of(Some(group)).expect("one");
        launch.key(key).map_or(Need::Absent, |key| key.needs[at])
    };
    assert_eq!(launch.groups[2].layout, Layout::Letter);
    assert_eq!(
        (need("number", "speech"), need("number", "letter")),
        (Need::Absent, Need::Optional)
    );
    assert_eq!(
        (need("drafter", "plan"), need("drafter", "letter")),
        (Need::Optional, Need::Required)
    );
    assert_eq!(
        (need("filing", "speech"), need("aims", "speech")),
        (Need::Absent, Need::Draft)
    );
    let report = forms.get("report").expect("a form");
    let lessons = report.key("lessons").expect("a key");
    assert_eq!(lessons.needs, [Need::Absent, Need::Absent, Need::Draft]);
    assert_eq!(&*report.groups[1].values[2], "year");
}

const HEAD: &str =
    "name: {vi: Giấy mời, en: Invitation}\ntype: Giấy mời\nlayout: titled\nkeys:\n";

/// A key of a definition, the code of what is wrong with it, and where that is told.
fn mistaken_keys() -> Vec<(String, &'static str, &'static str)> {
    let name = "name: {vi: Tên, en: Name}, help: {vi: x, en: x}";
    let mut keys = keys_of_wrong_form(name);
    keys.extend(keys_without_sense(name));
    keys
}

fn keys_of_wrong_form(name: &str) -> Vec<(String, &'static str, &'static str)> {
    vec![
        (format!("  to_do: {{is: rich, need: required, {name}}}"), "", ""),
        (format!("  to_do: {{is: richh, need: required, {name}}}"), "unknown-word", "richh"),
        (format!("  to_do: {{is: rich, need: always, {name}}}"), "unknown-word", "always"),
        (
            format!("  to_do: {{is: rich, need: draft, roll: move, {name}}}"),
            "unknown-word",
            "move",
        ),
        (
            format!("  to_do: {{is: rich, need: draft, rol: keep, {name}}}"),
            "unknown-key",
            "rol",
        ),
        (format!("  to_do: {{is: rich, {name}}}"), "missing-key", "{is: rich, "),
        (format!("  to-do: {{is: rich, need: draft, {name}}}"), "invalid-value", "to-do"),
        (format!("  subject: {{is: rich, need: draft, {name}}}"), "key-is-common", "subject"),
        (format!("  sign: {{is: signer, need: draft, {name}}}"), "unknown-word", "signer"),
        (
            format!("  to_do: {{is: rich, need: {{long: draft}}, {name}}}"),
            "wrong-type",
            "{long: draft}",
        ),
    ]
}

fn keys_without_sense(name: &str) -> Vec<(String, &'static str, &'static str)> {
    vec![
        (format!("  to_do: {{is: rich, need: absent, {name}}}"), "unknown-word", "absent"),
        (
            format!("  at: {{is: moment, need: required, {name}}}"),
            "required-and-emptied",
            "required",
        ),
        (
            format!("  at: {{is: day, need: draft, within: true, {name}}}"),
            "unknown-key",
            "within",
        ),
        (
            format!("  at: {{is: choice, need: draft, values: [a, b, a], {name}}}"),
            "duplicate-word",
            "a",
        ),
        (format!("  at: {{is: rows, need: draft, keys: {{}}, {name}}}"), "empty-list", "{}"),
        (
            format!(
                "  at: {{is: rows, need: draft, keys: {{a: {{is: rich, need: draft, diff: true, {name}}}}}, {name}}}"
            ),
            "unknown-key",
            "diff",
        ),
        (format!("  tasks: {{is: tasks, need: draft, {name}}}"), "unknown-word", "tasks"),
        (
            "  to_do: {is: rich, need: draft, help: {vi: x, en: x}}".to_owned(),
            "missing-key",
            "{is: rich",
        ),
    ]
}

#[test]
fn mistakes_of_a_definition_are_told_where_they_stand() {
    for (line, code, place) in mistaken_keys() {
        let (forms, told) = with("invitation", &format!("{HEAD}{line}\n"));
        if code.is_empty() {
            assert_eq!((told, forms.get("invitation").is_some()), (Vec::new(), true));
            continue;
        }
        assert!(
            told.len() == 1 && told[0].0 == code && told[0].1.starts_with(place),
            "{line}: {told:?}"
        );
        assert!(forms.get("invitation").is_none(), "{line}");
    }
}

#[test]
fn a_type_is_one_of_the_decree_or_has_its_own_abbreviation() {
    let head = |rest: &str| format!("name: {{vi: x, en: x}}\nlayout: titled\n{rest}\n");
    let (_, told) = with("own", &head("type: Giấy mờii"));
    assert_eq!(told, [("unknown-type".to_owned(), "Giấy mờii".to_owned())]);
    let (forms, told) = with("own", &head("type: Phiếu chấm điểm\nabbreviation: PCĐ"));
    assert_eq!(told, []);
    let group = &forms.get("own").expect("a form").groups[0];
    let found = group.document_type.as_ref().expect("a type");
    assert_eq!((&*found.name, &*found.abbreviation), ("Phiếu chấm điểm", "PCĐ"));
}

#[test]
fn type_and_abbreviation_go_together_and_only_where_they_are_printed() {
    let form = |rest: &str| format!("name: {{vi: x, en: x}}\n{rest}\n");
    let switch =
        "switch:\n  key: way\n  name: {vi: x, en: x}\n  help: {vi: x, en: x}\n  groups:\n";
    let own = form(&format!(
        "type: Phiếu chấm điểm\nabbreviation: PCĐ\nlayout: titled\n{switch}    a: {{}}\n    b: {{type: Thông báo}}"
    ));
    let (forms, told) = with("own", &own);
    assert_eq!(told, []);
    let groups = &forms.get("own").expect("a form").groups;
    let short = |at: usize| groups[at].document_type.as_ref().map(|of| &*of.abbreviation);
    assert_eq!((short(0), short(1)), (Some("PCĐ"), Some("TB")));
    for (rest, code, place) in [
        ("type: Công văn\nlayout: letter\nabbreviation: CV", "layout-lacks", "CV"),
        ("type: Phiếu\nlayout: titled\nabbreviation: P C", "invalid-value", "P C"),
        ("type: Phiếu\nlayout: titld", "unknown-word", "titld"),
    ] {
        let (_, told) = with("own", &form(rest));
        assert_eq!(told, [(code.to_owned(), place.to_owned())], "{rest}");
    }
    for (groups, code, place) in [
        ("    a: {layout: letter, abbreviation: CV}", "layout-lacks", "CV"),
        ("    a: {layout: appendix, type: Thông báo}", "layout-lacks", "Thông báo"),
        ("    a: {values: [x, y]}\n    b: {values: [y]}", "duplicate-word", "y"),
        ("    a: {layout: titled}\n    b: {values: [a]}", "duplicate-word", "a"),
    ] {
        let rest = format!("type: Thông báo\nlayout: titled\n{switch}{groups}");
        let (_, told) = with("own", &form(&rest));
        assert_eq!(told, [(code.to_owned(), place.to_owned())], "{groups}");
    }
    let none = switch.replace("groups:\n", "groups: {}\n");
    let (_, told) = with("own", &form(&format!("type: Thông báo\nlayout: titled\n{none}")));
    assert_eq!(told, [("empty-list".to_owned(), "{}".to_owned())]);
    let common = switch.replace("key: way", "key: subject") + "    a: {}";
    let (_, told) = with("own", &form(&format!("type: Thông báo\nlayout: titled\n{common}")));
    assert_eq!(told, [("key-is-common".to_owned(), "subject".to_owned())]);
}

#[test]
fn no_key_has_the_name_of_the_switch() {
    let text = "name: {vi: x, en: x}\ntype: Giấy mời\nswitch:\n  key: way\n  name: {vi: x, en: x}\n  \
                help: {vi: x, en: x}\n  groups: {long: {layout: titled}}\nkeys:\n  \
                way: {is: rich, need: required, name: {vi: x, en: x}, help: {vi: x, en: x}}\n";
    let (_, told) = with("own", text);
    assert_eq!(told, [("key-is-common".to_owned(), "way".to_owned())]);
}

#[test]
fn a_layout_must_be_said_for_every_group() {
    let (_, told) =
        with("invitation", "name: {vi: Giấy mời, en: Invitation}\ntype: Giấy mời\n");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "missing-key");
}

#[test]
fn a_limit_is_a_key_of_the_same_type_beside_it() {
    let form = |is: &str, limit: &str| {
        let more = "name: {vi: x, en: x}, help: {vi: x, en: x}";
        format!(
            "name: {{vi: x, en: x}}\ntype: Giấy mời\nlayout: titled\nkeys:\n  \
             low: {{is: {is}, need: draft, at_most: {limit}, {more}}}\n  \
             high: {{is: count, need: draft, {more}}}\n"
        )
    };
    assert_eq!(with("own", &form("count", "high")).1, []);
    for (is, limit, code, place) in [
        ("count", "hihg", "unknown-key", "hihg"),
        ("count", "low", "unknown-key", "low"),
        ("money", "high", "unknown-key", "high"),
        ("rich", "high", "unknown-key", "at_most"),
    ] {
        let (_, told) = with("own", &form(is, limit));
        assert_eq!(told, [(code.to_owned(), place.to_owned())], "{is} {limit}");
    }
}
