//! Single cases: units that come late, go or merge, and totals that do not tell everything.

use super::*;
use crate::office::Successor;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

impl Office {
    /// Adds a unit of a cluster with the days of its validity and its successor.
    fn add(
        &mut self,
        id: &str,
        from: Option<&str>,
        until: Option<&str>,
        successor: Option<&str>,
    ) {
        let successor = successor.map(|id| Successor::Agency(AgencyId(id.to_owned())));
        let agency = Agency {
            cluster: Some(ClusterId("cum-xa".to_owned())),
            validity: crate::office::Validity { from: from.map(day), until: until.map(day) },
            successor,
            ..crate::office::blank(id)
        };
        self.directory.add(agency).expect("another id");
    }
}

/// A file of one unit with one movement on a day.
fn with_movement(unit: &str, on: &str) -> Results {
    let mut results = Results::new(Placed::new(AgencyId(unit.to_owned()), place()), year());
    results.movements.push(Movement {
        place: place(),
        name: Text::parse("Một phong trào"),
        from: day(on),
        until: None,
        collectives: 1,
        individuals: 10,
    });
    results
}

#[test]
fn a_unit_whose_first_record_is_later_has_not_reported() {
    let office = Office::new();
    let mut results = with_movement("xa-a", "2024-04-06");
    // How a task stands has no day, and proves nothing beside what has one.
    results.tasks.push(TaskProgress {
        place: place(),
        task: TaskId("t0".to_owned()),
        state: TaskState::Doing,
        result: None,
        note: None,
    });
    let recorded = |results: &[Results], as_of| {
        let tally = office.tally(results, "q1", day(as_of));
        tally.units()[&AgencyId("xa-a".to_owned())].recorded
    };
    assert!(!recorded(&[results.clone()], "2024-04-05"));
    assert!(recorded(&[results.clone()], "2024-04-06"));
    results.movements.clear();
    assert!(recorded(&[results.clone()], "2024-04-05"), "the task is all there is");
    results.tasks[0].state = TaskState::Done { on: Some(day("2024-04-20")) };
    assert!(!recorded(&[results], "2024-04-05"));
}

#[test]
fn a_file_without_records_brings_no_unit_back() {
    let mut office = Office::new();
    office.add("xa-gone", None, Some("2020-12-31"), None);
    let empty = Results::new(Placed::new(AgencyId("xa-gone".to_owned()), place()), year());
    let tally = office.tally(&[empty], "year", day("2025-01-10"));
    assert!(!tally.units().contains_key(&AgencyId("xa-gone".to_owned())));
    assert_eq!(tally.named().get("reporting.units"), Some(Number::Count(3)));
}

#[test]
fn the_record_of_a_renamed_unit_goes_on_under_the_new_name_and_counts_once() {
    let mut office = Office::new();
    office.add("xa-old", None, Some("2024-06-30"), Some("xa-new"));
    office.add("xa-new", Some("2024-07-01"), None, None);
    office.duties.push(Duty {
        unit: AgencyId("xa-old".to_owned()),
        year: year(),
        task: TaskId("own".to_owned()),
        due: Due::Quarter(Quarter::Fourth),
        origin: DutyOrigin::Unit { follows: None },
        printed: Printed::default(),
    });
    let mut later = with_movement("xa-new", "2024-08-01");
    later.tasks.push(TaskProgress {
        place: place(),
        task: TaskId("own".to_owned()),
        state: TaskState::Done { on: Some(day("2024-12-01")) },
        result: None,
        note: None,
    });
    let results = [with_movement("xa-old", "2024-02-01"), later];
    let of_year = office.tally(&results, "year", day("2025-01-10"));
    let (old, new) = (AgencyId("xa-old".to_owned()), AgencyId("xa-new".to_owned()));
    assert!(!of_year.units().contains_key(&old));
    let unit = &of_year.units()[&new];
    assert_eq!((unit.figures.movements.count, unit.figures.unit_tasks.in_time), (2, 1));
    assert_eq!(of_year.named().get("reporting.units"), Some(Number::Count(4)));
    // While the old one was there, it stands under its own name.
    let of_quarter = office.tally(&results, "q1", day("2024-04-05"));
    assert!(of_quarter.units().contains_key(&old));
    assert!(!of_quarter.units().contains_key(&new));
    // The task of the old plan is no stranger's, nor is the record of the old days.
    let records = Records {
        results: &results,
        duties: &office.duties,
        directory: &office.directory,
        awards: &office.awards,
    };
    assert_eq!(check(&records), []);
    // The same record under both names is one record too many.
    let twice = [with_movement("xa-old", "2024-02-01"), with_movement("xa-new", "2024-02-01")];
    let found = check(&Records { results: &twice, ..records });
    let problems: Vec<&Problem> = found.iter().map(|found| &found.problem).collect();
    assert!(matches!(problems.as_slice(), [Problem::CountedTwice { .. }]), "{problems:?}");
}

#[test]
fn a_task_of_merged_units_counts_once() {
    let mut office = Office::new();
    let duty = |unit: &str| Duty {
        unit: AgencyId(unit.to_owned()),
        year: year(),
        task: TaskId("launch".to_owned()),
        due: Due::Quarter(Quarter::First),
        origin: DutyOrigin::Unit { follows: Some(TaskId("launch".to_owned())) },
        printed: Printed::default(),
    };
    for id in ["xa-one", "xa-two"] {
        office.add(id, None, Some("2024-02-29"), Some("xa-new"));
    }
    office.add("xa-new", Some("2024-03-01"), None, None);
    let due = |office: &Office| {
        let tally = office.tally(&[], "q1", day("2024-04-05"));
        tally.units()[&AgencyId("xa-new".to_owned())].figures.unit_tasks.due()
    };
    office.duties = vec![duty("xa-one"), duty("xa-two")];
    assert_eq!(due(&office), 1, "of two that merged");
    office.duties.push(duty("xa-new"));
    assert_eq!(due(&office), 1, "and of their heir");
}

#[test]
fn what_totals_do_not_tell_is_unknown_and_not_zero() {
    let office = Office::new();
    let history = History {
        place: place(),
        year: Year::new(2023).expect("a year"),
        sample: false,
        totals: vec![crate::papers::history::Totals {
            place: place(),
            span: Span::Quarter(Quarter::First),
            awards: Vec::new(),
            movements: [3, 4, 5],
            inspections: [0, 0],
            training: [0, 0],
            fund: [0, 0],
        }],
    };
    let before = Period::new(history.year, Span::Quarter(Quarter::First));
    let before = Tally::of_history(&history, before, &office.awards).expect("totals");
    assert_eq!(before.named().get("movements.count"), Some(Number::Count(3)));
    assert_eq!(before.named().get("tasks.due"), Some(Number::Unknown));
    let now = office.tally(&[], "q1", day("2024-04-05"));
    let comparison = Comparison::new(&before, &now).expect("the same part");
    let numbers: BTreeMap<String, Number> = comparison.numbers().collect();
    assert_eq!(numbers["before.movements.count"], Number::Count(3));
    for name in ["before.tasks.due", "change.tasks.due", "change-percent.unit-tasks.late"] {
        assert_eq!(numbers[name], Number::Unknown, "{name}");
    }
    assert!(!numbers.contains_key("before.reporting.units"));
    let years = Period::new(year(), Span::TenYears);
    let records = Records {
        results: &[with_movement("xa-a", "2024-02-01")],
        duties: &office.duties,
        directory: &office.directory,
        awards: &office.awards,
    };
    let of_year = |span, numbers: [u32; 3]| History {
        totals: vec![crate::papers::history::Totals {
            span,
            movements: numbers,
            ..history.totals[0].clone()
        }],
        ..history.clone()
    };
    let past = [of_year(Span::Year, [7, 8, 9])];
    let series = Series::of(&records, &past, years, day("2024-12-31"));
    let named: BTreeMap<String, Number> = series.of_years().collect();
    assert_eq!(named["years.2023.movements.count"], Number::Count(7));
    assert_eq!(named["years.2023.tasks.due"], Number::Unknown);
    assert_eq!(named["years.2024.tasks.due"], Number::Count(TASKS as u64));
    assert_eq!(series.named().get("tasks.due"), Some(Number::Unknown), "of some years only");
    // Totals and results of one year are held against each other.
    let told = of_year(Span::Year, [2, 1, 10]);
    let told = History { year: year(), ..told };
    assert_eq!(contradictions(&told, &records), [("year: movements.count".to_owned(), 1, 2)]);
}
