//! Mistakes that no other test provokes: every code of the program is named in a test, and told when
//! it is due.

use std::fs;

use crate::workspace::{Workspace, repository};

const UNIT: &str = "data/2024/results/xa-gia-cat.yaml";
const PAST: &str = "data/history/2023.yaml";
const LAUNCH: &str = "data/2024/launches/phong-trao-nam.yaml";
const AWARDS: &str = "data/awards.yaml";
const LEGAL: &str = "data/legal.yaml";

/// In this file this text becomes that; what is told then.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (
        LEGAL,
        "subject: Thi đua, khen thưởng\n    until: 2023-12-31\n    replaced_by: [luat-tdkt-2022]",
        "subject: Thi đua, khen thưởng\n    until: 2023-12-31\n    replaced_by: [luat-2099]",
        "unknown-act",
    ),
    (PAST, "year: 2023", "year: 2022", "history-misplaced"),
    (PAST, "period: h1", "period: year", "part-twice"),
    (
        PAST,
        "movements: {count: 8, collectives: 128, individuals: 4628}",
        "movements: {count: 80, collectives: 128, individuals: 4628}",
        "part-above-year",
    ),
    (AWARDS, "- id: chien-si-thi-dua-tinh", "- id: regular", "reserved-id"),
    (
        UNIT,
        "fund:\n",
        "fund:\n  - {date: 2024-11-14, spent: 18250000, text: Chi thưởng}\n",
        "result-counted-twice",
    ),
    (UNIT, "unit: xa-gia-cat", "unit: xa-gia-cats", "unknown-unit"),
    (
        UNIT,
        "stage: granted, collectives: 1}",
        "stage: granted, households: 1}",
        "award-not-for-recipients",
    ),
    (UNIT, "stage: granted, collectives: 1}", "stage: granted}", "award-for-nobody"),
    (UNIT, "done: 2024-01-11", "done: 2023-12-31", "done-before-year"),
    (
        LAUNCH,
        "period: {from: 2024-01-15, until: 2024-12-15}",
        "period: {from: 2025-01-15, until: 2025-12-15}",
        "period-doubtful",
    ),
    (
        LAUNCH,
        "opening:\n",
        "commemorations: [luu-tru]\nopening:\n",
        "commemoration-unverified",
    ),
    (
        LAUNCH,
        "Trên địa bàn",
        "a\u{302}\u{301}\u{300}\u{303}\u{309}\u{323}\u{330} Trên địa bàn",
        "too-many-marks",
    ),
];

/// The office with its results and a launch.
fn office() -> Workspace {
    let workspace = Workspace::with_results();
    for file in [LAUNCH, LEGAL, "data/calendar.yaml"] {
        workspace.copy(file);
    }
    workspace
}

/// The codes of `check`.
fn codes(workspace: &Workspace, words: &[&str]) -> Vec<String> {
    let run = workspace.run(words);
    let told: serde_json::Value = serde_json::from_str(&run.out)
        .unwrap_or_else(|error| panic!("{error}: {} {}", run.out, run.err));
    let list = told["diagnostics"].as_array().expect("a list");
    list.iter()
        .map(|one| one["code"].as_str().expect("a code").to_owned())
        .collect()
}

const CHECK: [&str; 3] = ["check", "--format", "json"];

#[test]
fn what_is_wrong_or_doubtful_is_told_by_its_code() {
    for (file, from, to, code) in CASES {
        let workspace = office();
        workspace.replace(file, from, to);
        let told = codes(&workspace, &CHECK);
        assert!(told.iter().any(|own| own == code), "{code} in {told:?}");
    }
}

#[test]
fn nobody_gets_a_copy_where_there_is_no_cluster() {
    let workspace = office();
    workspace.replace(LAUNCH, "opening:\n", "for: clusters\nopening:\n");
    let agencies = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    let without: String = agencies
        .split_inclusive('\n')
        .scan(false, |in_clusters, line| {
            let begins = line.starts_with(char::is_alphabetic);
            *in_clusters = if begins { line.starts_with("clusters:") } else { *in_clusters };
            let own = line.trim_start().starts_with("cluster:");
            Some(if *in_clusters || own { "" } else { line })
        })
        .collect();
    workspace.write("data/agencies.yaml", without);
    assert!(codes(&workspace, &CHECK).contains(&"nobody-to-send-to".to_owned()));
}

#[test]
fn a_copy_that_fails_alone_is_told_whatever_the_others_say() {
    let workspace = office();
    // Without its layout the signature stands alone, which is said of every other copy.
    workspace.without_layout(LAUNCH);
    workspace.replace(LAUNCH, "opening:\n", "for: units\nopening:\n");
    workspace.replace(LAUNCH, "an ninh năm 2024\n", "an ninh năm 2024 ({recipient})\n");
    // Its name is as long as a word may be, and the brackets come on top.
    let long = format!("short_name: {}\n", "a".repeat(30));
    workspace.replace("data/agencies.yaml", "short_name: UBND xã Xuất Lễ\n", &long);
    for words in [CHECK.to_vec(), vec!["check", LAUNCH, "--format", "json"]] {
        let told = codes(&workspace, &words);
        let count = told.iter().filter(|code| *code == "long-word").count();
        assert_eq!(count, 1, "{told:?}");
        // Whose copy it is can be told by nothing else.
        let run = workspace.run(&words);
        assert!(run.out.contains("one copy cannot be made: xa-xuat-le"), "{}", run.out);
    }
}

#[test]
fn what_is_asked_for_in_vain_is_told() {
    let workspace = Workspace::new();
    for (words, code) in [
        (["check", "1999", "--format", "json"], "no-such-year"),
        (["check", "data/2024/pla.yaml", "--format", "json"], "no-such-document"),
        (["check", "data/agencies.yaml", "--format", "json"], "not-a-document"),
    ] {
        assert_eq!(codes(&workspace, &words), [code]);
    }
}

#[test]
fn a_file_that_nobody_reads_is_named() {
    let workspace = Workspace::new();
    workspace.write("data/2024/plan.docx", "PK");
    assert_eq!(codes(&workspace, &CHECK), ["not-read"]);
}

#[test]
fn a_template_that_is_no_text_is_told() {
    let workspace = Workspace::new();
    workspace.write("templates/plan.typ.j2", [0xFF, 0xFE, 0x00]);
    let told = codes(&workspace, &CHECK);
    assert!(told.contains(&"template-unreadable".to_owned()), "{told:?}");
}

#[test]
fn a_unit_that_is_gone_is_told_when_it_records() {
    let workspace = office();
    let agencies = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    let at =
        agencies.find("- id: xa-gia-cat\n").expect("the unit") + "- id: xa-gia-cat\n".len();
    let (before, behind) = agencies.split_at(at);
    workspace.write("data/agencies.yaml", format!("{before}    until: 2024-02-01\n{behind}"));
    let told = codes(&workspace, &CHECK);
    assert!(told.contains(&"unit-not-in-office".to_owned()), "{told:?}");
}

/// The codes that a test of this repository cannot provoke, and why.
const NOT_PROVOKED: [(&str, &str); 5] = [
    ("unreadable", "tests run as root, who may read all"),
    ("folder-too-deep", "held beside `folder`, by what it gives"),
    ("cannot-rewrite", "the last guard of `roll`: no file is known that needs it"),
    ("not-yaml-afterwards", "the last guard of `roll`: no file is known that needs it"),
    ("typesetting", "what the engine says without a code of its own"),
];

#[test]
fn every_code_is_named_in_a_test() {
    let mut tests = String::new();
    for folder in ["src", "tests/it"] {
        gather(&repository().join(folder), folder == "src", &mut tests);
    }
    let codes = fs::read_to_string(repository().join("src/diag/code.rs")).expect("there");
    let is_code = |line: &&str| line.starts_with("    ") && line.contains(" = \"");
    let (mut count, mut unnamed) = (0, Vec::new());
    for line in codes.lines().filter(is_code) {
        let (name, code) = line.trim().split_once(" = \"").expect("a code");
        let code = code.trim_end_matches("\",");
        // As `"code"`, `[code]` or `Code::Name`.
        let joins = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let alone = |(at, _): (usize, &str)| {
            !tests[..at].ends_with(joins) && !tests[at + code.len()..].starts_with(joins)
        };
        let is_named = tests.match_indices(code).any(alone)
            || tests
                .match_indices(name)
                .any(|(at, _)| tests[..at].ends_with([':', ' ', '{']));
        let is_excused = NOT_PROVOKED.iter().any(|(own, _)| *own == code);
        unnamed.extend((!is_named && !is_excused).then(|| code.to_owned()));
        count += 1;
    }
    assert_eq!(unnamed, Vec::<String>::new(), "no test names them");
    assert!(count > 150 && NOT_PROVOKED.iter().all(|(_, why)| !why.is_empty()), "{count}");
}

/// All tests: in `src` what stands behind the last `#[cfg(test)]`, or in a file of tests.
fn gather(folder: &std::path::Path, is_source: bool, found: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, is_source, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let is_tests = path.iter().any(|part| part == "tests" || part == "tests.rs");
            let from = if !is_source || is_tests {
                Some(0)
            } else {
                text.rfind("#[cfg(test)]\nmod tests {")
            };
            found.push_str(from.map_or("", |from| &text[from..]));
        }
    }
}
