//! Any definition with any values: what the definition allows is read, printed, rolled and told among the
//! differences; what it forbids is an error at its place; a question at no place is one too.

use std::fmt::Write;
use std::fs;

use proptest::prelude::*;

use crate::page::Paper;
use crate::workspace::Workspace;

const PAPER: &str = "data/2024/own.yaml";

/// A type: its name, what else its definition says, a value and one that is wrong, how a template prints it and
/// what is printed then, and what a roll makes of it. `@@` stands for the key.
struct Type {
    is: &'static str,
    more: &'static str,
    value: &'static str,
    wrong: (&'static str, &'static str),
    template: &'static str,
    printed: &'static str,
    rolled: &'static str,
}

const fn of(
    is: &'static str,
    [value, rolled]: [&'static str; 2],
    wrong: (&'static str, &'static str),
    [template, printed]: [&'static str; 2],
) -> Type {
    Type {
        is,
        more: "",
        value,
        wrong,
        template,
        printed,
        rolled,
    }
}

const TYPES: [Type; 15] = [
    of(
        "text",
        ["Dòng @@ năm 2024", "Dòng @@ năm 2025"],
        ("[a]", "wrong-type"),
        ["{{ paper.@@ }}", "Dòng @@ năm 2024"],
    ),
    of(
        "rich",
        ["Lời **@@** trong năm 2024", "Lời **@@** trong năm 2025"],
        ("{a: b}", "text-as-map"),
        ["{{ paper.@@ | runs }}", "Lời @@ trong năm 2024"],
    ),
    of(
        "texts",
        ["[Đoạn @@ của năm 2024]", "[Đoạn @@ của năm 2025]"],
        ("đoạn", "wrong-type"),
        ["{{ paper.@@[0] | runs }}", "Đoạn @@ của năm 2024"],
    ),
    of(
        "day",
        ["2024-05-06", "2025-05-06"],
        ("2024-13-01", "impossible-date"),
        ["{{ paper.@@ }}", "06/5/2024"],
    ),
    of(
        "period",
        ["{from: 2024-05-06, until: 2024-06-07}", "{from: 2025-05-06, until: 2025-06-07}"],
        ("{from: 2024-05-06, until: 2024-05-05}", "period-reversed"),
        ["{{ paper.@@.until }}", "07/6/2024"],
    ),
    of(
        "moment",
        ["2024-03-15 08:00", "~"],
        ("sáng", "invalid-value"),
        ["{{ paper.@@.time }}", "08 giờ 00"],
    ),
    of(
        "count",
        ["1234", "1234"],
        ("-1", "invalid-value"),
        ["{{ paper.@@ | number }}", "1.234"],
    ),
    of(
        "money",
        ["50000", "50000"],
        ("5.5", "invalid-value"),
        ["{{ paper.@@ | words }}", "năm mươi nghìn"],
    ),
    Type {
        more: "values: [một, hai], ",
        ..of("choice", ["hai", "hai"], ("ba", "unknown-word"), ["{{ paper.@@ }}", "hai"])
    },
    of(
        "flag",
        ["true", "true"],
        ("có", "invalid-value"),
        ["{% if paper.@@ %}{{ \"Cờ @@\" }}{% endif %}", "Cờ @@"],
    ),
    of(
        "agency",
        ["phong-noi-vu", "phong-noi-vu"],
        ("phong-khac", "unknown-agency"),
        ["{{ paper.@@.list_name }}", "Nội vụ"],
    ),
    of(
        "citations",
        ["{type: Kế hoạch, number: 241/KH-UBND, date: 2023-12-28, issuer: UBND tỉnh}"; 2],
        ("{type: x, number: y, date: 2023-12-28}", "missing-key"),
        ["{{ paper.@@[0].in_words }}", "Kế hoạch số 241/KH-UBND"],
    ),
    Type {
        more: "keys: {at: {is: moment, need: optional, name: {vi: a, en: a}, help: {vi: a, en: a}}, \
               what: {is: rich, need: required, name: {vi: b, en: b}, help: {vi: b, en: b}}}, ",
        ..of(
            "rows",
            [
                "[{at: 2024-03-15 08:00, what: Phần @@ năm 2024}, {what: Hết @@}]",
                "[{at: ~, what: Phần @@ năm 2025}, {what: Hết @@}]",
            ],
            ("[{at: 2024-03-15 08:00}]", "missing-key"),
            ["{{ paper.@@[0].what | runs }}", "Phần @@ năm 2024"],
        )
    },
    of(
        "criteria",
        [
            "[{text: Tiêu chí @@ năm 2024, points: 10}]",
            "[{text: Tiêu chí @@ năm 2025, points: 10}]",
        ],
        ("[{text: a}]", "missing-key"),
        ["{{ paper.@@.rows[0].text | runs }}", "Tiêu chí @@ năm 2024"],
    ),
    of(
        "stages",
        [
            "[{from: 2024-05-06, until: 2024-05-07, text: Việc @@ năm 2024}]",
            "[{from: 2025-05-06, until: 2025-05-07, text: Việc @@ năm 2025}]",
        ],
        ("[{from: 2024-05-06, text: a}]", "missing-key"),
        ["{{ paper.@@[0].text | runs }}", "Việc @@ năm 2024"],
    ),
];

/// What a file says of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Right,
    Wrong,
    Missing,
}

/// A key of a definition, and what a file says of it.
#[derive(Debug, Clone)]
struct Case {
    at: usize,
    need: &'static str,
    diff: bool,
    given: Given,
}

/// A question about a place, and whether there is such a place.
type Question = Option<(&'static str, bool)>;

fn cases() -> impl Strategy<Value = (Vec<Case>, Question)> {
    let given = prop_oneof![6 => Just(Given::Right), 1 => Just(Given::Wrong), 1 => Just(Given::Missing)];
    let need = prop_oneof![Just("required"), Just("draft"), Just("optional")];
    let case = (0..TYPES.len(), need, any::<bool>(), given);
    let case = case.prop_map(|(at, need, diff, given)| {
        // A definition cannot demand what a roll empties.
        let is_emptied = TYPES[at].rolled == "~";
        let need = if is_emptied && need == "required" { "draft" } else { need };
        Case { at, need, diff, given }
    });
    let question = prop_oneof![
        6 => Just(None),
        1 => Just(Some(("k0", true))),
        1 => Just(Some(("k77", false))),
        1 => Just(Some(("k0.99", false))),
        1 => Just(Some(("subject", true))),
    ];
    (prop::collection::vec(case, 1..6), question)
}

/// The three files.
fn written(cases: &[Case], question: Question) -> Workspace {
    let workspace = Workspace::new();
    let mut form =
        "name: {vi: Giấy mời, en: Own}\ntype: Giấy mời\nlayout: titled\nkeys:\n".to_owned();
    let mut template = "{% include \"head.typ.j2\" %}\n".to_owned();
    let mut paper = "kind: own\nsample: true\nyear: 2024\nissuer: ubnd-huyen\ndate: 2024-03\nsubject: Thi đua\n".to_owned();
    for (number, Case { at, need, diff, given }) in cases.iter().enumerate() {
        let Type { is, more, value, wrong, template: print, .. } = &TYPES[*at];
        let key = format!("k{number}");
        let _ = writeln!(
            form,
            "  {key}: {{is: {is}, {more}need: {need}, diff: {diff}, name: {{vi: Khóa {key}, en: Key {key}}}, help: {{vi: x, en: x}}}}"
        );
        let _ = writeln!(
            template,
            "{{% if paper.{key} %}}#paragraph[{}]{{% endif %}}",
            print.replace("@@", &key)
        );
        match given {
            Given::Right => writeln!(paper, "{key}: {}", value.replace("@@", &key)),
            Given::Wrong => writeln!(paper, "{key}: {}", wrong.0),
            Given::Missing => Ok(()),
        }
        .expect("text");
    }
    template.push_str("#last[#\"Hết.\"]\n{% include \"foot.typ.j2\" %}\n");
    paper.push_str("recipients: [Các đơn vị]\nfiling: VT\nsigner: chu-tich\n");
    if let Some((at, _)) = question {
        let _ = writeln!(paper, "questions:\n  - {{at: {at}, ask: x}}");
    }
    workspace.write("templates/own.form.yaml", form);
    workspace.write("templates/own.typ.j2", template);
    workspace.write(PAPER, paper);
    workspace
}

/// The errors of `check` as (code, line).
fn errors(workspace: &Workspace) -> Vec<(String, String)> {
    let run = workspace.run(&["check", PAPER, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let text = fs::read_to_string(workspace.path(PAPER)).expect("the paper");
    let all = report["diagnostics"].as_array().expect("a list");
    let is_error = |found: &&serde_json::Value| found["severity"] == "error";
    all.iter()
        .filter(is_error)
        .map(|found| {
            let line = found["place"]["line"].as_u64().expect("a place");
            let line = text
                .lines()
                .nth(usize::try_from(line).expect("small") - 1)
                .unwrap_or("");
            (found["code"].as_str().expect("a code").to_owned(), line.to_owned())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_definition_holds_any_values((cases, question) in cases()) {
        let workspace = written(&cases, question);
        let found = errors(&workspace);
        let mut expected = 0;
        for (number, case) in cases.iter().enumerate() {
            let key = format!("k{number}: ");
            let own: Vec<_> = found.iter().filter(|(_, line)| line.starts_with(&key)).collect();
            match case.given {
                Given::Wrong => {
                    expected += own.len();
                    prop_assert!(own.iter().any(|(code, _)| code == TYPES[case.at].wrong.1), "{key}{found:?}");
                }
                Given::Right => prop_assert!(own.is_empty(), "{key}{found:?}"),
                Given::Missing => expected += usize::from(case.need != "optional"),
            }
        }
        let missing = found.iter().filter(|(code, line)| code == "missing-key" && line.starts_with("kind"));
        let is_missing = |case: &&Case| case.given == Given::Missing && case.need != "optional";
        prop_assert_eq!(missing.count(), cases.iter().filter(is_missing).count(), "{:?}", found);
        if let Some((_, is_there)) = question {
            expected += 1;
            let code = if is_there { "open-question" } else { "question-nowhere" };
            prop_assert!(found.iter().any(|(found, line)| found == code && line.contains("- {at: ")), "{found:?}");
        }
        prop_assert_eq!(found.len(), expected, "{:?}", found);
        if expected == 0 {
            is_printed_rolled_and_compared(&workspace, &cases)?;
        }
    }
}

fn is_printed_rolled_and_compared(
    workspace: &Workspace,
    cases: &[Case],
) -> Result<(), TestCaseError> {
    let given: Vec<(String, &Case)> = cases
        .iter()
        .enumerate()
        .filter(|(_, case)| case.given == Given::Right)
        .map(|(number, case)| (format!("k{number}"), case))
        .collect();
    let run = workspace.run(&["build", PAPER]);
    prop_assert_eq!(run.code, 0, "{}", run.err);
    let letters = Paper::read(&workspace.path("out/2024/own.pdf")).letters();
    for (key, case) in &given {
        let printed = TYPES[case.at].printed.replace("@@", key).replace(' ', "");
        prop_assert!(letters.contains(&printed), "{key}: {printed} in {letters}");
    }
    let run = workspace.run(&["roll", "2024", "2025"]);
    prop_assert_eq!(run.code, 0, "{}", run.err);
    let new = fs::read_to_string(workspace.path("data/2025/own.yaml")).expect("the new paper");
    let named = |text: &str, key: &str| text.replace("@@", key);
    for (key, case) in &given {
        let line = format!("{key}: {}", named(TYPES[case.at].rolled, key));
        prop_assert!(new.lines().any(|found| found == line), "{line} in {new}");
    }
    let run = workspace.run(&["diff", "2024", "2025"]);
    prop_assert_eq!(run.code, 0, "{}", run.err);
    for (key, case) in &given {
        let Type { value, rolled, .. } = TYPES[case.at];
        // Of stages and criteria the text is told, of all others the whole value.
        let is_told = case.diff && value != rolled;
        let place = format!("Own (own), Key {key}");
        prop_assert_eq!(run.out.contains(&place), is_told, "{}: {}", key, run.out);
    }
    Ok(())
}
