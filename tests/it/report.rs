//! Reports: their sentences say the numbers of the results; what goes wrong is told.

use std::fs;

use crate::page::Paper;
use crate::recount::{Numbers, printed, recounted, share};
use crate::workspace::Workspace;

const REPORT: &str = "data/2024/reports/q1.yaml";

fn made(workspace: &Workspace) -> Paper {
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/reports/q1.pdf"))
}

/// The sentence on the plan's tasks: how many were due, and how many of them are done.
fn done(numbers: &Numbers, period: &str) -> String {
    let number = |name: &str| printed(numbers, name);
    let (count, due) = (number("tasks.done"), number("tasks.due"));
    let share = share(numbers, "tasks.done-share");
    let told =
        format!("ãhoànthành{count}/{due}nhiệmvụcủaKếhoạchđếnhạntrong{period}({share}),");
    let how = match [number("tasks.done-in-time"), number("tasks.done-late")] {
        [_, late] if late == "0" && count == "1" => "đúnghạn".to_owned(),
        [_, late] if late == "0" => "đềuđúnghạn".to_owned(),
        [in_time, _] if in_time == "0" && count == "1" => "nhưngchậm".to_owned(),
        [in_time, _] if in_time == "0" => "đềuchậm".to_owned(),
        [in_time, late] => format!("trongđó{in_time}nhiệmvụđúnghạn,{late}nhiệmvụchậm"),
    };
    told + &how
}

/// The standing sentences, and parts of them, as far as they have numbers.
fn sentences(numbers: &Numbers, period: &str) -> Vec<String> {
    let number = |name: &str| printed(numbers, name);
    let mut sentences = vec![
        done(numbers, period),
        format!(
            "đãhoànthành{}/{}nhiệmvụđếnhạntrong{period}theokếhoạchcủamình({})",
            number("unit-tasks.done"),
            number("unit-tasks.due"),
            share(numbers, "unit-tasks.done-share")
        ),
        format!("đãphátđộng{}phongtràothiđua", number("movements.count")),
        format!(
            "thuhút{}lượttậpthể,{}lượtcánhân",
            number("movements.collectives"),
            number("movements.individuals")
        ),
        format!(
            "Trongsốcánhânđượckhenthưởngcó{}lượtngườitrựctiếplaođộng,chiếm{}sốlượtcánhân.",
            number("awards.granted.direct-workers"),
            share(numbers, "awards.granted.direct-share")
        ),
        format!(
            "danhhiệu“Laođộngtiêntiến”có{}lượtcánhân",
            number("awards.granted.lao-dong-tien-tien.individuals")
        ),
    ];
    // What there is none of is not told.
    let mut when_any = |name: &str, sentence: String| {
        sentences.extend((number(name) != "0").then_some(sentence));
    };
    for who in [("collectives", "lượttậpthể"), ("individuals", "lượtcánhân")] {
        let name = format!("awards.granted.{}", who.0);
        when_any(&name, format!("{}{}", number(&name), who.1));
    }
    // Who grants, told apart: the office's own chair, those below, those above.
    for (level, grantor) in [
        ("district", "ChủtịchUBNDhuyệnkhenthưởng"),
        ("commune", "ChủtịchUBNDcấpxãkhenthưởng"),
        ("province", "đượccấptỉnhkhenthưởng"),
    ] {
        let name = |who: &str| format!("awards.granted.{level}.{who}");
        let told = counted(&number, &name);
        sentences.extend((!told.is_empty()).then(|| format!("{grantor}{told}")));
    }
    for (level, grantor) in [
        ("district", "đơnvịđềnghịChủtịchUBNDhuyệnkhenthưởng"),
        ("province", "UBNDhuyệntrìnhcấptỉnhkhenthưởng"),
    ] {
        let name = |who: &str| format!("awards.proposed.{level}.{who}");
        let told = counted(&number, &name);
        sentences.extend((!told.is_empty()).then(|| format!("{grantor}{told}")));
    }
    let mut when_any = |name: &str, sentence: String| {
        sentences.extend((number(name) != "0").then_some(sentence));
    };
    let (count, inspected) = ("inspections.count", "inspections.inspected");
    when_any(count, format!("{}cuộckiểmtratại{}lượtđơnvị", number(count), number(inspected)));
    let (classes, people) = ("training.classes", "training.participants");
    when_any(classes, format!("{}lớpbồidưỡngvới{}lượtngười", number(classes), number(people)));
    when_any("fund.received", format!("đãtríchlập{}đồngvàoQuỹ", number("fund.received")));
    when_any("fund.spent", format!("{}đồng.", number("fund.spent")));
    sentences
}

/// How many of each, without those of whom there is none.
fn counted(number: &dyn Fn(&str) -> String, name: &dyn Fn(&str) -> String) -> String {
    let parts = [
        ("collectives", "lượttậpthể"),
        ("individuals", "lượtcánhân"),
        ("households", "hộgiađình"),
    ]
    .map(|(who, what)| (number(&name(who)), what));
    let told = parts.iter().filter(|(count, _)| count != "0");
    told.map(|(count, what)| format!("{count}{what}"))
        .collect::<Vec<_>>()
        .join(",")
}

#[test]
fn sentences_say_what_the_recount_says() {
    for (period, as_of, name) in [
        ("q1", "2024-04-05", "quýInăm2024"),
        ("q3", "2024-10-04", "quýIIInăm2024"),
        ("h1", "2024-06-20", "6thángđầunăm2024"),
        ("year", "2025-02-28", "năm2024"),
    ] {
        let workspace = Workspace::with_results();
        workspace.replace(REPORT, "period: q1", &format!("period: {period}"));
        workspace.replace(REPORT, "as_of: 2024-04-05", &format!("as_of: {as_of}"));
        workspace.replace(REPORT, "\ndate: 2024-04\n", &format!("\ndate: {}\n", &as_of[..7]));
        let paper = made(&workspace);
        let numbers = recounted(&format!("2024 {period}"));
        let letters = paper.letters();
        for told in sentences(&numbers, name) {
            assert!(letters.contains(&told), "{period}: {told}\n{letters}");
        }
    }
}

#[test]
fn appendices_have_page_numbers_of_their_own() {
    let paper = made(&Workspace::with_results());
    for label in ["Phụ lục I", "Phụ lục II"] {
        let found = paper.lines().find(|(_, line)| line.text == label);
        let (page, line) = found.unwrap_or_else(|| panic!("{label}"));
        assert!(line.bold && (line.size - 14.0).abs() < 0.1);
        let numbered = paper.pages[page]
            .lines
            .iter()
            .any(|line| line.y < 60.0 && line.text.parse::<u32>().is_ok());
        assert!(!numbered, "the first page of {label} has no number");
    }
}

#[test]
fn a_quarter_without_results_is_told_plainly() {
    let workspace = Workspace::with_results();
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    let letters = made(&workspace).letters();
    // Where nobody recorded anything, the report does not say that there was nothing.
    for told in [
        "Đếnngày05/4/2024,chưacócơquan,đơnvịnàobáocáokếtquả.",
        "ChưacósốliệuvềkhenthưởngquýInăm2024.",
        // What was due is due all the same.
        "chưahoànthànhnhiệmvụnàotrong7nhiệmvụcủaKếhoạchđếnhạntrongquýInăm2024;quáhạn7nhiệmvụ(chitiếttạiPhụlục).",
        "nhiệmvụđếnhạntrongquýInăm2024theokếhoạchcủamình;chưacóbáocáokếtquả.",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
    assert!(!letters.contains("khôngphátđộng"), "{letters}");
}

#[test]
fn a_name_that_is_none_and_broken_results_are_told() {
    let workspace = Workspace::with_results();
    workspace.replace(REPORT, "{reporting.recorded}", "{reporting.record}");
    let run = workspace.run(&["check", REPORT]);
    assert!(run.err.contains("error[unknown-name]"), "{}", run.err);
    assert!(run.err.contains("did you mean \"reporting.recorded\""), "{}", run.err);
    let workspace = Workspace::with_results();
    let results = "data/2024/results/xa-gia-cat.yaml";
    workspace.replace(results, "individuals: 497", "individuals: many");
    let run = workspace.run(&["build", "2024"]);
    assert!(run.err.contains("error[results-broken]"), "{}", run.err);
    assert!(run.out.lines().count() > 30, "the other papers are made");
}

#[test]
fn a_changed_result_makes_the_report_again() {
    let workspace = Workspace::with_results();
    made(&workspace);
    assert_eq!(workspace.run(&["build", REPORT]).out, "");
    let results = "data/2024/results/xa-gia-cat.yaml";
    workspace.replace(results, "individuals: 497", "individuals: 498");
    assert_eq!(workspace.run(&["build", REPORT]).out.lines().count(), 1);
}
