//! What units recorded: read, checked, and added up as an independent recount has it.

use std::collections::BTreeMap;
use std::fs;

use vanthu::calendar::{Date, Period, Span, Year};
use vanthu::diag::Sources;
use vanthu::load::{self, Request};
use vanthu::numbers::{Number, Share};
use vanthu::tally::{Comparison, Records, Tally};

use crate::workspace::{Workspace, repository};

const RESULTS: &str = "data/2024/results/xa-gia-cat.yaml";

fn office() -> Workspace {
    let workspace = Workspace::of_office();
    for file in ["data/awards.yaml", RESULTS] {
        workspace.write(file, fs::read_to_string(repository().join(file)).expect("there"));
    }
    workspace
}

/// A number as `tools/recount.py` writes it; zeros and shares of nothing are left out there.
fn plain(number: Number) -> Option<String> {
    match number {
        Number::Count(0) | Number::Money(0) | Number::Share(Share { whole: 0, .. }) => None,
        Number::Count(number) | Number::Money(number) => Some(number.to_string()),
        Number::Share(Share { part, whole }) => Some(format!("{part}/{whole}")),
        Number::Change(_) | Number::ChangePercent(_) | Number::Unknown => {
            panic!("not a number of a tally")
        }
    }
}

/// The day of the report of each period, as the recount has it.
const REPORTS: [(&str, &str); 8] = [
    ("q1", "2024-04-05"),
    ("q2", "2024-07-04"),
    ("q3", "2024-10-04"),
    ("q4", "2025-01-06"),
    ("h1", "2024-06-20"),
    ("h2", "2025-01-06"),
    ("nine-months", "2024-10-04"),
    ("year", "2025-02-28"),
];

#[test]
fn every_number_is_that_of_an_independent_recount() {
    let mut recounted: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    let lines = include_str!("recount.tsv").lines();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [period, name, number] = cells[..] else { panic!("{line}") };
        let key = period.strip_prefix("2024 ").expect("a period of 2024");
        recounted.entry(key).or_default().insert(name, number);
    }
    let forms = vanthu::form::Forms::embedded();
    let request = Request {
        forms: &forms,
        root: &vanthu::folder::Folder::new(repository()),
        choices: &[],
        kind: None,
        new: None,
        draft: false,
        printable: &|_| true,
        left_overs: false,
    };
    let workspace = load::Workspace::open(request, Sources::default());
    let year = Year::parse("2024").expect("a year");
    let read = workspace.records(year);
    assert_eq!(read.problems, []);
    assert_eq!(read.results.len(), 34);
    let records = Records {
        results: &read.results,
        duties: &read.duties,
        directory: &workspace.directory,
        awards: &workspace.awards,
    };
    for (key, as_of) in REPORTS {
        let span = Span::from_key(key).expect("a period");
        let as_of = Date::parse(as_of).expect("a day");
        let tally = Tally::of(&records, Period::new(year, span), as_of);
        let expected = &recounted[key];
        for (name, number) in tally.named().iter() {
            let counted = expected.get(name).map(|number| (*number).to_owned());
            assert_eq!(plain(number), counted, "{key}: {name}");
        }
        for name in expected.keys() {
            assert!(tally.named().get(name).is_some(), "{key}: {name}");
        }
        assert!(expected.len() > 40, "{key}");
    }
    let past = workspace.past_years();
    assert!(past.problems.is_empty() && past.years.len() == 10);
    // A year compared with itself has not changed.
    let tally = Tally::of(
        &records,
        Period::new(year, Span::Year),
        Date::parse("2025-02-28").expect("a day"),
    );
    let same = Comparison::new(&tally, &tally).expect("one period");
    let named = "change.awards.granted.individuals";
    let change = same
        .numbers()
        .find_map(|(name, number)| (name == named).then(|| number.text()));
    let change = change.flatten();
    assert_eq!(change.as_deref(), Some("0"));
}

#[test]
fn doubtful_results_are_found_with_their_places() {
    let workspace = office();
    assert_eq!(workspace.run(&["check", "2024"]).code, 0);
    let text = fs::read_to_string(workspace.path(RESULTS)).expect("there");
    for (from, to, code) in [
        ("date: 2024-03-04", "date: 2023-03-04", "error[result-outside-year]"),
        ("award: giay-khen,", "award: giay-ken,", "error[unknown-award]"),
        ("task: phat-dong,", "task: phat-dongg,", "error[unknown-task]"),
        ("done: 2024-01-11, ", "", "error[done-without-date]"),
        (
            "individuals: 14,\n    direct_workers: 14",
            "individuals: 14,\n    direct_workers: 15",
            "error[direct-workers-above-individuals]",
        ),
        ("until: 2024-12-31", "until: 2024-01-01", "error[movement-reversed]"),
        ("individuals: 497", "individuals: -1", "error[invalid-value]"),
        (
            "state: done, done: 2024-03-20",
            "state: doing, done: 2024-03-20",
            "error[done-but-not-done]",
        ),
        ("unit: xa-gia-cat", "unit: xa-tan-lien", "error[record-misplaced]"),
        ("movements:", "movement:", "error[unknown-key]"),
        ("level: commune", "level: government", "warning[award-not-of-level]"),
    ] {
        assert_eq!(text.matches(from).count().min(1), 1, "{from}");
        workspace.write(RESULTS, text.replacen(from, to, 1));
        let run = workspace.run(&["check", "2024"]);
        assert!(run.err.contains(code), "{code}: {}", run.err);
        assert!(run.err.contains("results/xa-gia-cat.yaml:"), "{}", run.err);
    }
    // Results are no documents: nothing is made of them, and a slip in them keeps no paper back.
    let run = workspace.run(&["build", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.out.contains("results"));
}
