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
    assert_eq!(kinds, ["launch", "overview", "plan", "report", "unit-plan"]);
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
        let at = launch
            .groups
            .iter()
            .position(|known| &*known.name == group)
            .expect("one");
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

#[test]
fn mistakes_of_a_definition_are_told_where_they_stand() {
    let name = "name: {vi: Tên, en: Name}, help: {vi: x, en: x}";
    for (line, code, place) in [
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
            "unknown-key",
            "long",
        ),
        (
            "  to_do: {is: rich, need: draft, help: {vi: x, en: x}}".to_owned(),
            "missing-key",
            "{is: rich",
        ),
    ] {
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
