//! `list`: it calls up to date what a build would leave, and nothing else; what it prints can be typed.

use std::fs;

use crate::workspace::Workspace;

const PLAN: &str = "data/2024/plan.yaml";

/// What the list says of the plan's PDF.
fn said(workspace: &Workspace) -> &'static str {
    let out = workspace.run(&["list"]).out;
    let row = out
        .lines()
        .find(|line| line.starts_with("2024/plan "))
        .expect("the plan");
    if row.contains("no PDF yet") {
        "missing"
    } else if row.contains("PDF to be made again") {
        "outdated"
    } else {
        "current"
    }
}

/// Whether a build makes the plan.
fn is_made(workspace: &Workspace) -> bool {
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out.contains("2024/plan.pdf")
}

#[test]
fn the_list_calls_up_to_date_what_a_build_would_leave() {
    let workspace = Workspace::new();
    assert_eq!(said(&workspace), "missing");
    assert!(workspace.run(&["build", "--draft"]).code == 0 && said(&workspace) == "missing");
    assert!(is_made(&workspace) && said(&workspace) == "current");
    let changes: [(&str, &dyn Fn(), &str); 7] = [
        (
            "a comment",
            &|| workspace.replace(PLAN, "kind: plan", "# mới\nkind: plan"),
            "current",
        ),
        (
            "a text",
            &|| workspace.replace(PLAN, "năm 2024 của huyện", "năm 2024 của xã"),
            "outdated",
        ),
        (
            "the letterhead",
            &|| {
                workspace.replace(
                    "data/agencies.yaml",
                    "name: Nguyễn Duy Anh",
                    "name: Lê Văn An",
                );
            },
            "outdated",
        ),
        (
            "a template",
            &|| {
                let own = crate::workspace::repository().join("templates/plan.typ.j2");
                let own = fs::read_to_string(own).expect("a template");
                let foot = "{% include \"foot.typ.j2\"";
                let more = format!("#paragraph[{{{{ \"Thêm\" }}}}]\n{foot}");
                workspace.write("templates/plan.typ.j2", own.replace(foot, &more));
            },
            "outdated",
        ),
        (
            "words of the page",
            &|| {
                let own = crate::workspace::repository().join("templates/draw.typ");
                let own = fs::read_to_string(own).expect("a template");
                workspace.write("templates/draw.typ", own + "// mới\n");
            },
            "outdated",
        ),
        ("the result", &|| workspace.write("out/2024/plan.pdf", "altered"), "outdated"),
        (
            "no result",
            &|| fs::remove_file(workspace.path("out/2024/plan.pdf")).expect("removed"),
            "missing",
        ),
    ];
    for (what, change, expected) in changes {
        change();
        assert_eq!(said(&workspace), expected, "{what}");
        assert_eq!(is_made(&workspace), expected != "current", "{what}");
        assert_eq!(said(&workspace), "current", "{what}");
    }
}

#[test]
fn a_report_is_made_again_when_a_result_changes() {
    let workspace = Workspace::with_results();
    let row = |id: &str| {
        let out = workspace.run(&["list", "2024"]).out;
        let row = out.lines().find(|line| line.starts_with(id)).map(str::to_owned);
        row.unwrap_or_else(|| panic!("{id} is listed"))
    };
    assert_eq!(workspace.run(&["build", "2024/reports"]).code, 0);
    assert!(!row("2024/reports/q1 ").contains("PDF"), "{}", row("2024/reports/q1 "));
    workspace.replace(
        "data/2024/results/xa-gia-cat.yaml",
        "individuals: 497",
        "individuals: 498",
    );
    let all = ["q1", "h1", "year"].map(|period| row(&format!("2024/reports/{period} ")));
    assert!(all.iter().all(|row| row.contains("PDF to be made again")), "{all:?}");
}

#[test]
fn the_list_speaks_vietnamese_and_what_it_names_can_be_typed() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["list", "2024", "--lang", "vi"]);
    for part in [
        "2024/plan  ",
        "Kế hoạch năm",
        "Kế hoạch của đơn vị",
        "Báo cáo thi đua khen thưởng, quý I ",
    ] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
    for word in ["unit-plan", "  report", " launch "] {
        assert!(!run.out.contains(word), "{word} in {}", run.out);
    }
    for line in run.out.lines().filter(|line| line.starts_with("2024/")).take(3) {
        let name = line.split(' ').next().expect("a name");
        let run = workspace.run(&["check", name]);
        assert!(run.out.starts_with("1 document"), "{name}: {}{}", run.out, run.err);
    }
    assert!(
        workspace
            .run(&["check", "2024/units"])
            .out
            .starts_with("33 documents")
    );
}

#[test]
fn a_choice_that_names_no_document_says_what_is_there() {
    let workspace = Workspace::with_results();
    workspace.write("data/2024/empty/notes.txt", "ghi chú");
    for (words, code, told) in [
        (["build", "2023"], 1, "no document lies in data/2023"),
        (["build", "data/2024/nothing.yaml"], 1, "there is no data/2024/nothing.yaml"),
        (["build", "2024/nothing"], 1, "there is no 2024/nothing"),
        (["check", "2024/paln"], 1, "did you mean 2024/plan?"),
        (["build", "data/agencies.yaml"], 1, "all documents share it"),
        (["check", "data/2024/results/xa-gia-cat.yaml"], 1, "vanthu check 2024"),
        (["check", "2024/results"], 1, "holds results, no document"),
        (["check", "data/2024/empty"], 1, "no document lies in data/2024/empty"),
        (["check", "data/2024/empty/notes.txt"], 1, "is no document"),
        (["build", "/etc"], 2, "lies outside the workspace"),
        (["build", "../elsewhere"], 2, "lies outside the workspace"),
    ] {
        let run = workspace.run(&words);
        assert_eq!(run.code, code, "{words:?}: {}", run.err);
        assert!(run.err.contains(told), "{words:?}: {}", run.err);
        assert!(!run.err.contains("plan.yaml?"), "{words:?}: {}", run.err);
    }
    // A path from the root that is not there lies in the workspace all the same.
    let path = workspace
        .path("data/2024/nothing.yaml")
        .to_string_lossy()
        .into_owned();
    let run = workspace.run(&["build", path.as_str()]);
    assert!(run.code == 1 && run.err.contains("error[no-such-document]"), "{}", run.err);
}

#[test]
fn without_titles_and_forms_reports_say_so_first() {
    let workspace = Workspace::with_results();
    fs::remove_file(workspace.path("data/awards.yaml")).expect("removed");
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("error[awards-missing]"), "{}", run.err);
    assert!(run.err.contains("data/awards.yaml is missing"), "{}", run.err);
    assert!(run.out.contains("2024/plan.pdf"), "other papers are made: {}", run.err);
    assert_eq!(workspace.run(&["build", "2024/plan"]).code, 0, "a plan does not need it");
}

#[test]
fn an_unknown_kind_is_told_once_with_those_there_are() {
    let workspace = Workspace::of_office();
    workspace.replace(PLAN, "kind: plan", "kind: Kế hoạch năm");
    let run = workspace.run(&["check", "2024/plan"]);
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
    for told in ["unknown-kind", "did you mean \"plan\"?", "unit-plan (Kế hoạch của đơn vị)"]
    {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    let run = workspace.run(&["check"]);
    assert!(!run.err.contains("no-plan-to-follow"), "{}", run.err);
}

#[test]
fn texts_in_an_old_encoding_are_refused_once_a_file() {
    let workspace = Workspace::with_results();
    let unit = "data/2024/results/xa-gia-cat.yaml";
    let old = |path: &str, text: &str| {
        let whole = fs::read_to_string(workspace.path(path)).expect("there");
        let (_, rest) = whole.split_once('\n').expect("lines");
        workspace.write(path, format!("{text}\n{rest}"));
    };
    old(PLAN, "subject: C«ng t¸c thi ®ua, khen th\u{AD}ëng n¨m 2024");
    old(unit, "note: Coâng taùc thi ñua, khen thöôûng\nmore: Toå chöùc thöïc hieän");
    for (path, encoding) in [(PLAN, "TCVN3 (ABC)"), (unit, "VNI Windows")] {
        let run = workspace.run(&["check", "2024"]);
        let told = format!("typed in an old encoding, {encoding}");
        assert!(run.err.contains(&told), "{path}: {}", run.err);
    }
    let run = workspace.run(&["check", PLAN]);
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
    assert!(run.err.contains("error[old-letters]"), "{}", run.err);
    workspace.write(
        "data/2024/results/xa-tan-lien.phong-trao.csv",
        "Tªn phong trµo;Tõ ngµy\nThi ®ua lao ®éng s¶n xuÊt;05/03/2024\n",
    );
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.err.matches("error[old-letters]").count(), 3, "{}", run.err);
    assert!(!run.err.contains("missing-column"), "{}", run.err);
}
