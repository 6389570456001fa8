//! The overview of the units' plans: a landscape appendix made from the other documents.

use std::collections::BTreeMap;
use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

const OVERVIEW: &str = "data/2024/overview.yaml";
const UNIT: &str = "data/2024/units/xa-gia-cat.yaml";

fn office() -> Workspace {
    let workspace = Workspace::of_office();
    workspace.write(OVERVIEW, fs::read_to_string(repository().join(OVERVIEW)).expect("there"));
    workspace
}

/// The value of a key of the first level in a YAML file, read without the program.
fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

/// The units' plans that were received, as text.
fn received() -> BTreeMap<String, String> {
    fs::read_dir(repository().join("data/2024/units"))
        .expect("the units")
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("UTF-8"))
        .filter(|text| value(text, "received").is_some_and(|day| day.starts_with("2024")))
        .map(|text| (value(&text, "issuer").expect("given").to_owned(), text))
        .collect()
}

fn read(workspace: &Workspace) -> Paper {
    Paper::read(&workspace.path("out/2024/overview.pdf"))
}

#[test]
fn it_is_a_landscape_appendix_as_the_decree_has_it() {
    let workspace = office();
    let run = workspace.run(&["build", OVERVIEW]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = read(&workspace);
    for page in &paper.pages {
        assert!((page.width - 841.89).abs() < 0.1 && (page.height - 595.28).abs() < 0.1);
    }
    let first = &paper.pages[0];
    let (left, right) = (85.04, first.width - 56.69);
    let middle = (left + right) / 2.0;
    let (_, label) = paper.line("Phụ lục");
    assert!(label.bold && !label.italic && (label.size - 14.0).abs() < 0.1);
    let (_, title) = paper.line("TỔNG HỢP KẾ HOẠCH CÔNG TÁC THI ĐUA,");
    let (_, rest) = paper.line("KHEN THƯỞNG NĂM 2024 CỦA CÁC CƠ QUAN, ĐƠN VỊ");
    let (_, reference) = paper.line("(Kèm theo Báo cáo số");
    assert!(title.bold && rest.bold && reference.italic && !reference.bold);
    assert_eq!(
        paper.row("(Kèm theo"),
        "(Kèm theo Báo cáo số /BC-UBND ngày tháng 01 năm 2024 của UBND huyện Cao Lộc)"
    );
    assert!(label.y < title.y && title.y < rest.y && rest.y < reference.y);
    for line in [label, title, rest] {
        assert!(
            (line.middle() - middle).abs() < 1.0,
            "{} {} {middle}",
            line.text,
            line.middle()
        );
    }
    let letters = paper.letters();
    for absent in ["CỘNGHÒA", "Nơinhận", "CHỦTỊCH"] {
        assert!(!letters.contains(absent), "an appendix has no {absent}");
    }
    assert!(paper.pages.len() > 2);
    for (at, page) in paper.pages.iter().enumerate() {
        let number = page
            .lines
            .iter()
            .any(|line| line.text == (at + 1).to_string() && line.y < 70.0);
        assert_eq!(number, at > 0, "the page number of page {}", at + 1);
    }
}

#[test]
fn it_counts_what_the_units_sent() {
    let workspace = office();
    assert_eq!(workspace.run(&["build", OVERVIEW]).code, 0);
    let paper = read(&workspace);
    let received = received();
    let late = |text: &&String| value(text, "received") >= Some("2024-01-15");
    let (sent, late) = (received.len(), received.values().filter(late).count());
    assert!(late > 3 && sent < 33, "the sample has late and missing ones");
    let told = format!(
        "Tổngsốcơquan,đơnvị:35;đãgửi:{sent}(trướchạn:{};quáhạn:{late});chưagửi:{}.",
        sent - late,
        35 - sent
    );
    assert!(paper.letters().contains(&told), "{told}");
    // The last row, recounted from the files.
    let plan = fs::read_to_string(repository().join("data/2024/plan.yaml")).expect("there");
    let tasks: Vec<&str> = plan
        .lines()
        .filter_map(|line| line.strip_prefix("  - id: "))
        .collect();
    let taking_up = |id: &&str| {
        let line = format!("    follows: {id}");
        received
            .values()
            .filter(|text| text.lines().any(|own| own == line))
            .count()
    };
    let own = received
        .values()
        .map(|text| text.matches("  - id: ").count() - text.matches("    follows: ").count());
    let mut counts = vec![sent];
    counts.extend(tasks.iter().map(taking_up));
    counts.push(own.sum());
    let total = paper.row("Tổng cộng");
    // Narrow cells stand so close that their figures are read as one.
    let digits: String = total.chars().filter(char::is_ascii_digit).collect();
    let expected: String = counts.iter().map(usize::to_string).collect();
    assert_eq!(digits, expected, "{total}");
    // One row each: in time, late, missing.
    let row = |unit: &str| paper.row(unit);
    assert!(
        row("UBND xã Gia Cát").contains("11/01/2024 Trước hạn x"),
        "{}",
        row("UBND xã Gia Cát")
    );
    assert!(row("UBND xã Thạch Đạn").contains("15/01/2024 Quá hạn 1 ngày"));
    assert!(row("UBND xã Công Sơn").ends_with("Chưa gửi"), "{}", row("UBND xã Công Sơn"));
    let row = row("UBND xã Gia Cát");
    let (_, marks) = row.split_once("Trước hạn").expect("its state");
    assert_eq!(marks.matches('x').count(), 9, "{row}");
}

#[test]
fn it_is_made_again_when_a_units_plan_changes() {
    let workspace = office();
    let build = |words: &[&str]| {
        let run = workspace.run(&[&["build"], words].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
            .lines()
            .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
            .collect()
    };
    let all: Vec<String> = build(&[]);
    assert_eq!(all.len(), 35);
    assert!(all[33..].contains(&"out/2024/overview.pdf".to_owned()), "it comes last");
    assert_eq!(build(&[]), Vec::<String>::new());
    workspace.replace(UNIT, "received: 2024-01-11", "received: 2024-01-22");
    // The unit's own paper does not print when it was received.
    assert_eq!(build(&[]), ["out/2024/overview.pdf"]);
    assert!(read(&workspace).row("UBND xã Gia Cát").contains("Quá hạn 8 ngày"));
    workspace.replace(UNIT, "received: 2024-01-22", "received: 2024-01-11");
    assert_eq!(build(&[OVERVIEW]), ["out/2024/overview.pdf"], "alone, too");
}

#[test]
fn a_second_plan_of_a_unit_is_told_and_nothing_is_counted_twice() {
    let workspace = Workspace::with_results();
    workspace.write(OVERVIEW, fs::read_to_string(repository().join(OVERVIEW)).expect("there"));
    let again = fs::read_to_string(workspace.path(UNIT)).expect("there");
    workspace.write("data/2024/units/xa-gia-cat-2.yaml", again);
    let run = workspace.run(&["build", OVERVIEW, "data/2024/reports/q1.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
    for told in [
        "error[unit-plan-twice]",
        "2024/units/xa-gia-cat, 2024/units/xa-gia-cat-2",
        "error[results-broken]",
    ] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    let run = workspace.run(&["check", "2024"]);
    assert!(run.err.contains("error[unit-plan-twice]"), "{}", run.err);
}

#[test]
fn it_is_not_made_from_plans_with_mistakes() {
    let workspace = office();
    workspace.replace(UNIT, "filing: VT", "filing: ~");
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[unit-plans-broken]"), "{}", run.err);
    assert!(run.err.contains("2024/units/xa-gia-cat"), "{}", run.err);
    assert_eq!(run.out.lines().count(), 33, "the plan and the other units are made");
    let workspace = office();
    workspace.replace(OVERVIEW, "appendix_of: Báo cáo", "appendix_of: Báo cao");
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("did you mean \"Báo cáo\""), "{}", run.err);
    let workspace = Workspace::new();
    workspace.write(OVERVIEW, fs::read_to_string(repository().join(OVERVIEW)).expect("there"));
    fs::remove_file(workspace.path("data/2024/plan.yaml")).expect("removed");
    assert!(workspace.run(&["check"]).err.contains("error[no-plan-to-follow]"));
}

/// Whatever else is made, it counts all units.
#[test]
fn it_is_the_same_when_only_overviews_are_wanted() {
    let workspace = office();
    let run = workspace.run(&["build", "--kind", "overview"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let told = format!("đãgửi:{}(", received().len());
    assert!(read(&workspace).letters().contains(&told), "{told}");
    let run = workspace.run(&["build", "2024"]);
    assert!(!run.out.contains("overview"), "and it stays");
}
