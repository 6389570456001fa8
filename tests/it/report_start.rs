//! `vanthu report`: starts a report's file with the facts, and makes it; and what is told about a
//! report's sentences.

use std::fs;

use crate::page::Paper;
use crate::workspace::Workspace;

const REPORT: &str = "data/2024/reports/q2.yaml";

#[test]
fn a_missing_report_is_started_with_its_facts_and_made_as_a_draft() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["report", "2024", "q2"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains(REPORT), "{}", run.err);
    let text = fs::read_to_string(workspace.path(REPORT)).expect("the file");
    // Q2 of the recount, with the last day of the quarter as the day of the report.
    for fact in ["period: q2", "as_of: 2024-06-30", "issuer: ubnd-huyen", "signer: chu-tich"] {
        assert!(text.lines().any(|line| line.trim().starts_with(fact)), "{fact}\n{text}");
    }
    let mut facts = text.lines().filter(|line| line.starts_with('#'));
    let draft = Paper::read(&workspace.path("out/draft/2024/reports/q2.pdf"));
    assert!(draft.letters().contains("quýIInăm2024"));
    assert!(!workspace.path("out/2024/reports/q2.pdf").exists(), "not ready to be signed");
    // The facts are those of the report itself.
    let (_, count) = facts
        .find_map(|line| line.split_once("  movements.count = "))
        .expect("the fact");
    assert!(draft.letters().contains(&format!("đãphátđộng{count}phongtrào")), "{count}");
}

#[test]
fn a_report_that_is_there_is_never_written_again() {
    let workspace = Workspace::with_results();
    assert_eq!(workspace.run(&["report", "2024", "q2"]).code, 0);
    let text = fs::read_to_string(workspace.path(REPORT)).expect("the file");
    // What it lacks is told, and it is no paper to be signed yet.
    let run = workspace.run(&["report", "2024", "q2"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.err.contains(&format!("--> {REPORT}:")), "{}", run.err);
    assert_eq!(fs::read_to_string(workspace.path(REPORT)).expect("the file"), text);
    // Written to its end, it is made.
    let run = workspace.run(&["report", "2024", "q1"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
    assert!(workspace.path("out/2024/reports/q1.pdf").exists());
}

#[test]
fn what_cannot_be_started_is_told() {
    let workspace = Workspace::with_results();
    for (words, code, told) in [
        (&["report", "2024", "q5"][..], 2, "q5"),
        (&["report", "q1"], 2, ""),
        (&["report", "2030", "q1"], 1, "nothing-to-start-from"),
    ] {
        let run = workspace.run(words);
        assert_eq!(run.code, code, "{words:?}: {}", run.err);
        assert!(run.err.contains(told), "{words:?}: {}", run.err);
    }
    assert!(!workspace.path("data/2030").exists());
    workspace.replace(
        "data/2024/results/xa-gia-cat.yaml",
        "individuals: 497",
        "individuals: x",
    );
    let run = workspace.run(&["report", "2024", "q2"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("results-broken"), "{}", run.err);
    assert!(!workspace.path(REPORT).exists());
}

#[test]
fn a_typed_figure_that_the_results_contradict_is_pointed_out() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    workspace.replace(
        report,
        "bám sát nhiệm vụ của từng cơ quan, đơn vị.",
        "gồm 999 phong trào.",
    );
    let run = workspace.run(&["build", report]);
    assert_eq!(run.code, 0, "it may be meant: {}", run.err);
    assert!(run.err.contains("warning[typed-figure]"), "{}", run.err);
    assert!(run.err.contains("999 phong trào"), "{}", run.err);
    assert!(run.err.contains("{movements.count} ="), "{}", run.err);
}

#[test]
fn a_number_is_written_out_where_it_is_asked() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/year.yaml";
    let from = "{awards.granted.lao-dong-tien-tien.individuals} lượt cá nhân";
    let to = "{awards.granted.lao-dong-tien-tien.individuals | words} lượt cá nhân";
    workspace.replace(report, from, to);
    let run = workspace.run(&["build", report]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/year.pdf"));
    // 1.574 by the recount.
    assert!(paper.letters().contains("mộtnghìnnămtrămbảymươitưlượtcánhân"));
    workspace.replace(report, "| words}", "| wordz}");
    let run = workspace.run(&["build", report]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains(report), "{}", run.err);
}

#[test]
fn years_of_which_nothing_is_known_are_told_and_in_no_table() {
    let workspace = Workspace::with_results();
    for year in [2016, 2017] {
        fs::remove_file(workspace.path(&format!("data/history/{year}.yaml"))).expect("there");
    }
    let run = workspace.run(&["build", "data/2024/reports/ten-year.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[years-missing]"), "{}", run.err);
    assert!(
        run.err.contains("2016, 2017") || run.err.contains("2016 and 2017"),
        "{}",
        run.err
    );
    let paper = Paper::read(&workspace.path("out/2024/reports/ten-year.pdf"));
    let stands_alone = |text: &str| paper.lines().any(|(_, line)| line.text.trim() == text);
    assert!(stands_alone("2015") && !stands_alone("2016"));
    // The paper says what it lacks.
    let told = paper.letters().matches("chưacósốliệunăm2016,2017").count();
    assert_eq!(told, 3, "once in the text, above two tables");
}

#[test]
fn tasks_about_which_a_question_is_open_are_not_announced() {
    let workspace = Workspace::with_results();
    workspace.copy("data/2025/plan.yaml");
    let report = "data/2024/reports/year.yaml";
    let run = workspace.run(&["build", report]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[next-tasks-asked]"), "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/year.pdf"));
    let (page, _) = paper.line("III. PHƯƠNG HƯỚNG");
    let after: String = paper.pages[page]
        .lines
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    assert!(after.contains("năm 2025"), "{after}");
}
