//! Reports: what is compared with what, what is unknown, who reported under which name.

use std::fmt::Write as _;
use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

pub const TEN_YEARS: &str = "data/2024/reports/ten-year.yaml";

#[track_caller]
pub fn made(workspace: &Workspace, name: &str) -> Paper {
    let run = workspace.run(&["build", &format!("data/2024/reports/{name}.yaml")]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path(&format!("out/2024/reports/{name}.pdf")))
}

/// Sets a key of a report.
pub fn set(workspace: &Workspace, report: &str, key: &str, value: &str) {
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    let lines = text.lines().filter(|line| !line.starts_with(&format!("{key}:")));
    let mut text: String = lines.map(|line| format!("{line}\n")).collect();
    let _ = writeln!(text, "{key}: {value}");
    workspace.write(report, text);
}

/// Takes the sentences of a report away that name numbers.
pub fn without_names(workspace: &Workspace, report: &str) {
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    let lines = text.lines().map(|line| {
        if line.contains('{') && line.trim_start().starts_with('-') {
            "  - Đã thực hiện."
        } else {
            line
        }
    });
    workspace.write(report, lines.collect::<Vec<_>>().join("\n") + "\n");
}

// ------------------------------------------------------------------------------ what is compared

#[test]
fn a_year_counted_up_to_a_day_is_compared_with_the_same_days() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/year.yaml";
    let record = |year: u32, date: &str, count: u32| {
        workspace.write(
            &format!("data/{year}/results/xa-gia-cat.yaml"),
            format!(
                "sample: true\nyear: {year}\nunit: xa-gia-cat\nawards:\n  - {{date: {year}-{date}, award: giay-khen, \
                 level: district, way: regular, stage: granted, individuals: {count}, direct_workers: 0}}\n"
            ),
        );
    };
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    without_names(&workspace, report);
    record(2023, "02-01", 40);
    record(2024, "02-01", 50);
    set(&workspace, report, "as_of", "2024-11-30");
    set(&workspace, report, "date", "2024-12");
    let letters = made(&workspace, "year").letters();
    assert!(
        letters.contains("50lượtcánhân(tăng10,tươngứng25%sovớicùngkỳnăm2023)"),
        "{letters}"
    );
    // What came after that day a year before does not count.
    record(2023, "12-01", 40);
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("có50lượtcánhânđượcChủtịchUBNDhuyệnkhenthưởng"), "{letters}");
    set(&workspace, report, "as_of", "2024-12-31");
    set(&workspace, report, "date", "2025-01");
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("50lượtcánhân(tăng10,tươngứng25%sovớinăm2023)"), "{letters}");
    // No percentage of less than ten.
    record(2023, "12-01", 9);
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("50lượtcánhân(tăng41sovớinăm2023)"), "{letters}");
    set(
        &workspace,
        report,
        "leadership",
        "[\"Tăng {change-percent.awards.granted.individuals}.\"]",
    );
    let run = workspace.run(&["check", report]);
    assert!(run.err.contains("error[number-without-value]"), "{}", run.err);
}

#[test]
fn households_of_the_year_before_are_told_when_there_are_none() {
    let workspace = Workspace::with_results();
    let record = |year: u32, text: &str| {
        let head = format!("sample: true\nyear: {year}\nunit: xa-gia-cat\n");
        workspace
            .write(&format!("data/{year}/results/xa-gia-cat.yaml"), format!("{head}{text}"));
    };
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    let award = |year: u32, rest: &str| {
        format!(
            "awards:\n  - {{date: {year}-02-01, level: commune, way: regular, stage: granted, {rest}}}\n"
        )
    };
    record(2023, &award(2023, "award: gia-dinh-van-hoa, households: 12"));
    record(2024, "awards: []\nfund:\n  - {date: 2024-02-01, spent: 5}\n");
    let letters = made(&workspace, "q1").letters();
    assert!(letters.contains("(cùngkỳnăm2023khenthưởng12hộgiađình)."), "{letters}");
    record(2024, &award(2024, "award: giay-khen, individuals: 3, direct_workers: 3"));
    let letters = made(&workspace, "q1").letters();
    assert!(
        letters.contains("khôngcóhộgiađìnhđượckhenthưởng(cùngkỳnăm2023:12hộgiađình)"),
        "{letters}"
    );
    assert!(letters.contains("Cánhânđượckhenthưởngđềulàngườitrựctiếplaođộng."), "{letters}");
}

#[test]
fn what_totals_do_not_tell_is_refused_by_name() {
    for (report, name) in [
        ("data/2024/reports/q1.yaml", "before.tasks.due"),
        ("data/2024/reports/q1.yaml", "change.unit-tasks.late"),
        ("data/2024/reports/h1.yaml", "before.movements.count"),
        (TEN_YEARS, "years.2015.tasks.due"),
        (TEN_YEARS, "tasks.done-share"),
    ] {
        let workspace = Workspace::with_results();
        set(&workspace, report, "leadership", &format!("[\"Có {{{name}}} nhiệm vụ.\"]"));
        let run = workspace.run(&["check", report]);
        assert!(run.err.contains("error[number-without-value]"), "{name}: {}", run.err);
        assert!(run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn totals_and_results_of_one_year_are_held_against_each_other() {
    let workspace = Workspace::with_results();
    assert!(!workspace.run(&["check"]).err.contains("totals-"));
    workspace.write(
        "data/2023/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2023\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2023-02-01, collectives: 1, individuals: 10}\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[totals-contradict-results]"), "{}", run.err);
    assert!(run.err.contains("movements.count (1 ≠ "), "{}", run.err);
    workspace.write(
        "data/history/2023.yaml",
        "sample: true\nyear: 2023\ntotals:\n  - period: year\n    movements: {count: 1, collectives: 1, individuals: 10}\n    \
         inspections: {count: 0, inspected: 0}\n    training: {classes: 0, participants: 0}\n    \
         fund: {received: 0, spent: 0}\n    awards: []\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[totals-beside-results]"), "{}", run.err);
    assert!(!run.err.contains("totals-contradict-results"), "{}", run.err);
}

// ----------------------------------------------------------------------------------- who reported

#[test]
fn a_unit_that_recorded_later_has_not_reported_and_has_dashes() {
    let workspace = Workspace::with_results();
    workspace.write(
        "data/2024/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2024-04-20, collectives: 1, individuals: 10}\n",
    );
    let paper = made(&workspace, "q1");
    let pages = paper.appendix("Phụ lục II");
    let mut levels = pages.iter().flat_map(crate::page::Page::levels);
    let row = levels.find(|level| level.iter().any(|line| line.text == "UBND xã Gia Cát"));
    let row: Vec<String> = row
        .expect("its row")
        .iter()
        .map(|line| line.text.trim().to_owned())
        .collect();
    assert_eq!(row.last().map(String::as_str), Some("Chưa báo cáo"), "{row:?}");
    assert!(row.contains(&"–".to_owned()) && !row.contains(&"0".to_owned()), "{row:?}");
}

#[test]
fn a_renamed_unit_is_one_unit() {
    let workspace = Workspace::with_results();
    workspace.replace(
        "data/agencies.yaml",
        "  - id: xa-gia-cat\n",
        "  - id: xa-gia-cat-moi\n    name: Ủy ban nhân dân xã Gia Cát Mới\n    short_name: UBND xã Gia Cát Mới\n    \
         cluster: cum-xa-thi-tran\n    from: 2024-07-01\n\n  - id: xa-gia-cat\n",
    );
    let agencies = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    let (before, after) = agencies.split_once("  - id: xa-gia-cat\n").expect("the old one");
    let (own, rest) = after.split_once("\n\n").expect("its end");
    let own: Vec<&str> = own
        .lines()
        .filter(|line| {
            !line.trim_start().starts_with("until:")
                && !line.trim_start().starts_with("successor:")
        })
        .collect();
    let own = own.join("\n");
    workspace.write(
        "data/agencies.yaml",
        format!("{before}  - id: xa-gia-cat\n    until: 2024-06-30\n    successor: xa-gia-cat-moi\n{own}\n\n{rest}"),
    );
    // The plan that the old one sent is the new one's.
    let run = workspace.run(&["list", "2024"]);
    assert!(!run.out.contains("Gia Cát Mới"), "{}", run.out);
    let paper = made(&workspace, "year");
    let letters = paper.letters();
    assert!(letters.contains("UBNDxãGiaCátMới"), "{letters}");
    let names: Vec<&str> = paper.lines().map(|(_, line)| line.text.trim()).collect();
    assert!(!names.contains(&"UBND xã Gia Cát"));
    // Its record is whole: the total is that of the recount.
    let movements = crate::recount::recounted("2024 year")["movements.count"];
    assert!(letters.contains(&format!("đãphátđộng{movements}phongtrào")), "{letters}");
    let paper = made(&workspace, "q1");
    let names: Vec<&str> = paper.lines().map(|(_, line)| line.text.trim()).collect();
    assert!(names.contains(&"UBND xã Gia Cát") && !names.contains(&"UBND xã Gia Cát Mới"));
    // Successors that nobody is, or that go round.
    for (successor, code) in
        [("xa-gia-cat-moiii", "unknown-agency"), ("xa-gia-cat", "successors-circle")]
    {
        let text = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
        let wrong =
            text.replace("successor: xa-gia-cat-moi\n", &format!("successor: {successor}\n"));
        workspace.write("data/agencies.yaml", wrong);
        let run = workspace.run(&["check"]);
        assert!(run.err.contains(&format!("error[{code}]")), "{}", run.err);
        workspace.write("data/agencies.yaml", text);
    }
}

// ------------------------------------------------------------------------------------- sample data

#[test]
fn nothing_of_the_sample_year_is_done_before_the_paper_that_does_it() {
    let results = fs::read_to_string(repository().join("data/2024/results/ubnd-huyen.yaml"))
        .expect("there");
    let done = |task: &str| -> String {
        let line = results
            .lines()
            .find(|line| line.contains(&format!("task: {task},")))
            .expect("the task");
        let (_, rest) = line.split_once("done: ").expect("a day");
        rest[..10].to_owned()
    };
    for (task, paper) in [
        ("launch", "2024/launches/phong-trao-nam"),
        ("launch-hoang-van-thu", "2024/launches/hoang-van-thu"),
        ("half-year-report", "2024/reports/h1"),
        ("directive-30-report", "2024/reports/ten-year"),
        ("next-plan", "2025/plan"),
    ] {
        let text = fs::read_to_string(repository().join(format!("data/{paper}.yaml")))
            .expect("there");
        let month = text
            .lines()
            .find_map(|line| line.strip_prefix("date: "))
            .expect("a date");
        let month = month.split_whitespace().next().expect("a month");
        assert!(done(task).as_str() >= month, "{task}: {} before {month}", done(task));
        if let Some(as_of) = text.lines().find_map(|line| line.strip_prefix("as_of: ")) {
            let as_of = as_of.split_whitespace().next().expect("a day");
            assert!(done(task).as_str() >= as_of, "{task}: {} before {as_of}", done(task));
        }
    }
}
