//! Reports: what they are counted from. No number is made of data with mistakes, none is lost in
//! silence, and what changed is counted again.

use std::fs;

use crate::page::Paper;
use crate::workspace::Workspace;

const REPORT: &str = "data/2024/reports/q1.yaml";
const RESULTS: &str = "data/2024/results/xa-gia-cat.yaml";
const UNIT: &str = "data/2024/units/xa-gia-cat.yaml";

#[track_caller]
fn letters(workspace: &Workspace) -> String {
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/reports/q1.pdf")).letters()
}

/// Expects that the report is refused, with all of this told.
#[track_caller]
fn refused(workspace: &Workspace, told: &[&str]) {
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 1, "{}", run.err);
    for told in told {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}

#[test]
fn what_is_due_does_not_wait_for_open_questions() {
    let workspace = Workspace::with_results();
    let before = letters(&workspace);
    assert!(before.contains("/116nhiệmvụđếnhạn"), "{before}");
    let text = fs::read_to_string(workspace.path(UNIT)).expect("there");
    workspace.write(UNIT, format!("{text}questions:\n  - at: purpose\n    ask: Đúng chưa?\n"));
    assert_eq!(letters(&workspace), before);
}

#[test]
fn a_plan_that_cannot_be_read_keeps_the_report_back() {
    let workspace = Workspace::with_results();
    workspace.replace(UNIT, "\ntasks:\n", "\ntask:\n");
    refused(&workspace, &["error[unit-plans-broken]", "2024/units/xa-gia-cat"]);
    let run = workspace.run(&["check", "2024"]);
    assert!(!run.err.contains("unknown-task"), "nobody knows: {}", run.err);
}

#[test]
fn all_mistakes_of_a_report_are_told_at_once() {
    let workspace = Workspace::with_results();
    workspace.replace(REPORT, "\nyear: 2024\n", "\n");
    workspace.replace(REPORT, "signer: chu-tich", "signer: chu-tic");
    workspace.replace(REPORT, "opening:", "opning:");
    refused(
        &workspace,
        &["[missing-key]", "\"year\"", "[unknown-signer]", "[unknown-key]", "\"opning\""],
    );
}

#[test]
fn a_slip_in_past_totals_is_told_and_not_counted_as_nothing() {
    let workspace = Workspace::with_results();
    workspace.replace("data/history/2019.yaml", "movements: {count", "movements: {cout");
    refused(&workspace, &["error[results-broken]", "data/history/2019.yaml"]);
    let workspace = Workspace::with_results();
    let text = fs::read_to_string(workspace.path("data/history/2023.yaml")).expect("there");
    workspace.write("data/history/2023.yml", text);
    refused(&workspace, &["error[results-broken]", "data/history/2023.y"]);
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("error[history-twice]"), "{}", run.err);
}

#[test]
fn results_of_the_year_before_are_compared_with() {
    let workspace = Workspace::with_results();
    assert!(letters(&workspace).contains("sovớicùngkỳnăm2023"));
    fs::remove_dir_all(workspace.path("data/history")).expect("removed");
    assert!(!letters(&workspace).contains("cùngkỳ"), "nothing to compare with");
    workspace.write(
        "data/2023/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2023\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2023-02-01, collectives: 1, individuals: 10}\n  \
         - {name: Một phong trào, from: 2023-05-01, collectives: 1, individuals: 10}\n",
    );
    // 32 in the quarter by the recount, one in that of the year before: too few for a percentage.
    let text = letters(&workspace);
    assert!(text.contains("32phongtràothiđua(tăng31sovớicùngkỳnăm2023)"), "{text}");
}

#[test]
fn a_change_too_small_for_a_decimal_is_told_without_percent() {
    let workspace = Workspace::with_results();
    let record = |year: u32, individuals: u32| {
        workspace.write(
            &format!("data/{year}/results/xa-yen-trach.yaml"),
            format!(
                "sample: true\nyear: {year}\nunit: xa-yen-trach\nawards:\n  - {{date: {year}-02-01, \
                 award: giay-khen, level: district, way: regular, stage: granted, \
                 individuals: {individuals}, direct_workers: 0}}\n"
            ),
        );
    };
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    record(2023, 9_999);
    record(2024, 10_000);
    let text = letters(&workspace);
    assert!(text.contains("10.000lượtcánhân(tăng1sovớicùngkỳnăm2023)"), "{text}");
}

#[test]
fn results_of_other_years_make_the_ten_year_report_again() {
    let workspace = Workspace::with_results();
    let build = || workspace.run(&["build", "data/2024/reports/ten-year.yaml"]);
    assert_eq!(build().code, 0);
    assert_eq!(build().out, "", "up to date");
    workspace.write(
        "data/2023/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2023\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2023-02-01, collectives: 1, individuals: 10}\n",
    );
    assert_eq!(build().out.lines().count(), 1, "made again");
    // A file without records says nothing: the year's totals count.
    workspace.write(
        "data/2023/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2023\nunit: xa-gia-cat\n",
    );
    assert_eq!(build().code, 0);
    let paper = Paper::read(&workspace.path("out/2024/reports/ten-year.pdf"));
    assert!(paper.letters().contains("đãphátđộng156phongtrào"));
}

#[test]
fn the_day_of_the_report_fits_its_period_and_its_date() {
    for day in ["2023-12-31", "2024-05-20"] {
        let workspace = Workspace::with_results();
        workspace.replace(REPORT, "as_of: 2024-04-05", &format!("as_of: {day}"));
        refused(&workspace, &["error[as-of-doubtful]"]);
    }
    let workspace = Workspace::with_results();
    workspace.replace(REPORT, "as_of: 2024-04-05", "as_of: 2024-03-01");
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[results-after-day]"), "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/q1.pdf"));
    let told = paper
        .letters()
        .matches("SốliệutrongBáocáotínhđếnngày01/3/2024.")
        .count();
    assert_eq!(told, 1);
    // And once over each table, of tasks too.
    let tables = paper.letters().to_lowercase();
    let tables = tables.replace("báocáotínhđếnngày", "");
    assert_eq!(tables.matches("sốliệutínhđếnngày01/3/2024").count(), 3);
    assert!(paper.letters().contains("TrongquýInăm2024,cáccơquan"), "once is enough");
}

#[test]
fn doubts_about_results_are_told_with_the_report() {
    let workspace = Workspace::with_results();
    assert!(!workspace.run(&["build", REPORT]).err.contains("results-doubtful"));
    let text = fs::read_to_string(workspace.path(RESULTS)).expect("there");
    let task = "  - {task: phat-dong, state: doing}\n";
    workspace.write(RESULTS, text.replace("tasks:\n", &format!("tasks:\n{task}")));
    let run = workspace.run(&["build", REPORT]);
    assert!(run.err.contains("warning[results-doubtful]"), "{}", run.err);
    let run = workspace.run(&["check", "2024"]);
    assert!(run.err.contains("warning[task-states-differ]"), "{}", run.err);
}

#[test]
fn who_recorded_later_had_not_recorded_yet() {
    let workspace = Workspace::with_results();
    let head = "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n";
    let movement =
        "  - {name: Một phong trào, from: 2024-12-01, collectives: 1, individuals: 1}\n";
    workspace.write(RESULTS, format!("{head}{movement}"));
    assert!(letters(&workspace).contains("30trong35cơquan"), "31 before");
}

#[test]
fn without_titles_and_forms_one_message_says_so() {
    let workspace = Workspace::with_results();
    fs::remove_file(workspace.path("data/awards.yaml")).expect("removed");
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.err.matches("error[awards-missing]").count(), 1, "{}", run.err);
    assert!(!run.err.contains("unknown-award"), "{}", run.err);
}

#[test]
fn names_and_braces_that_cannot_be_filled_are_told() {
    let name = "{awards.granted.lao-dong-tien-tien.individuals}";
    for (to, code) in [
        ("{awards.granted.huan-chuong.direct-share}", "number-without-value"),
        ("{awards.granted.direct-share | words}", "number-without-value"),
        ("awards.granted.individuals}", "unclosed-brace"),
        ("{awards.granted.individuals", "unclosed-brace"),
        ("{awards.granted.individual}", "unknown-name"),
    ] {
        let workspace = Workspace::with_results();
        workspace.replace(REPORT, name, to);
        refused(&workspace, &[&format!("error[{code}]")]);
    }
}

#[test]
fn a_report_under_the_name_of_another_period_is_told() {
    let workspace = Workspace::with_results();
    let text = fs::read_to_string(workspace.path(REPORT)).expect("there");
    workspace.write("data/2024/reports/q2.yaml", text);
    let run = workspace.run(&["build", "data/2024/reports/q2.yaml"]);
    assert!(run.err.contains("warning[period-of-file]"), "{}", run.err);
    assert!(!workspace.run(&["build", REPORT]).err.contains("period-of-file"));
}

#[test]
fn the_second_run_makes_nothing_in_whatever_order_the_first_one_went() {
    let workspace = Workspace::with_results();
    let reports = ["q1", "h1", "year", "ten-year"];
    // One after another, the other way round than all at once.
    for name in reports.iter().rev() {
        let path = format!("data/2024/reports/{name}.yaml");
        assert_eq!(workspace.run(&["build", &path]).code, 0);
    }
    let run = workspace.run(&["build", "data/2024/reports"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
}
