//! What must hold for any records: parts add up to wholes, whichever way they are cut.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::calendar::{Quarter, Span, Year};
use crate::diag::{Place, Placed, Sources};
use crate::office::{Agency, Cluster, Level};
use crate::papers::results::{
    AwardRecord, Flow, FundEntry, Inspection, Movement, Progress, Recipients, Stage, State,
    Training, Way,
};
use crate::papers::{TaskId, Text};

/// Three units in two clusters, and an agency of none.
const AGENCIES: [(&str, Option<&str>); 4] = [
    ("xa-a", Some("cum-xa")),
    ("xa-b", Some("cum-xa")),
    ("phong-a", Some("cum-phong")),
    ("ubnd", None),
];
const TASKS: usize = 6;

fn place() -> Place {
    Place::new(Sources::default().add("", ""), 0..0)
}

fn year() -> Year {
    Year::new(2024).expect("a year")
}

fn directory() -> Directory {
    let mut directory = Directory::default();
    for id in ["cum-xa", "cum-phong", "cum-trong"] {
        let (id, name) = (ClusterId(id.to_owned()), id.to_owned());
        directory.clusters.push(Cluster { id, name, verified: true });
    }
    for (id, cluster) in AGENCIES {
        let agency = Agency {
            cluster: cluster.map(|id| ClusterId(id.to_owned())),
            ..crate::office::blank(id)
        };
        assert_eq!(directory.add(agency), Ok::<(), Arc<Agency>>(()));
    }
    directory
}

/// Days of 2024 and a little of the years beside it.
fn date() -> impl Strategy<Value = Date> {
    let parts = (prop_oneof![1 => Just(2023), 8 => Just(2024), 1 => Just(2025)], 1..=12_u8);
    (parts, 1..=28_u8).prop_map(|((year, month), day)| {
        Year::new(year)
            .and_then(|year| Date::new(year, month, day))
            .expect("a day")
    })
}

fn award() -> impl Strategy<Value = AwardRecord> {
    let key = (
        prop::sample::select(vec!["giay-khen", "bang-khen"]),
        prop::sample::select(Level::ALL.to_vec()),
        prop::sample::select(Way::ALL.to_vec()),
        prop::sample::select(Stage::ALL.to_vec()),
    );
    let counts = (0..=u32::MAX, 0..=u32::MAX, 0..=u32::MAX, 0..=u32::MAX);
    (date(), key, counts).prop_map(|(date, (award, level, way, stage), counts)| AwardRecord {
        place: place(),
        date,
        award: AwardId(award.to_owned()),
        level,
        way,
        stage,
        recipients: Recipients {
            collectives: counts.0,
            individuals: counts.1,
            direct_workers: counts.2,
            households: counts.3,
        },
    })
}

fn movement() -> impl Strategy<Value = Movement> {
    (date(), any::<u32>(), any::<u32>()).prop_map(|(from, collectives, individuals)| {
        Movement {
            place: place(),
            name: Text::parse("Phong trào"),
            from,
            until: None,
            collectives,
            individuals,
        }
    })
}

fn fund() -> impl Strategy<Value = FundEntry> {
    let flow = prop::sample::select(Flow::ALL.to_vec());
    (date(), flow, 0..=999_999_999_999_u64).prop_map(|(date, flow, amount)| FundEntry {
        place: place(),
        date,
        flow,
        amount,
        text: None,
    })
}

fn progress() -> impl Strategy<Value = Progress> {
    let state = prop_oneof![
        Just(State::NotStarted),
        Just(State::Doing),
        date().prop_map(|day| State::Done { on: Some(day) }),
    ];
    (0..TASKS, state).prop_map(|(task, state)| Progress {
        place: place(),
        task: TaskId(format!("t{task}")),
        state,
        result: None,
        note: None,
    })
}

prop_compose! {
    fn results()(
        unit in prop::sample::select(AGENCIES.map(|(id, _)| id).to_vec()),
        tasks in prop::collection::vec(progress(), 0..5),
        movements in prop::collection::vec(movement(), 0..4),
        awards in prop::collection::vec(award(), 0..6),
        inspections in prop::collection::vec((date(), any::<u32>()), 0..3),
        training in prop::collection::vec((date(), any::<u32>(), any::<u32>()), 0..3),
        fund in prop::collection::vec(fund(), 0..3),
    ) -> Results {
        let unit = Placed::new(AgencyId(unit.to_owned()), place());
        let inspection = |(date, inspected)| {
            Inspection { place: place(), date, inspected, text: None }
        };
        let class = |(date, classes, participants)| {
            Training { place: place(), date, classes, participants, text: None }
        };
        Results {
            tasks,
            movements,
            awards,
            inspections: inspections.into_iter().map(inspection).collect(),
            training: training.into_iter().map(class).collect(),
            fund,
            ..Results::new(unit, year())
        }
    }
}

/// Every agency has every task; those of the agency without cluster are the plan's.
fn duties() -> Vec<Duty> {
    let of = |(id, cluster): (&str, Option<&str>)| {
        let unit = AgencyId(id.to_owned());
        let origin = match cluster {
            Some(_) => Origin::Unit { follows: None },
            None => Origin::Plan,
        };
        (0..TASKS).map(move |task| Duty {
            unit: unit.clone(),
            year: year(),
            task: TaskId(format!("t{task}")),
            quarter: Quarter::ALL[task % Quarter::ALL.len()],
            origin: origin.clone(),
        })
    };
    AGENCIES.into_iter().flat_map(of).collect()
}

/// What tallies are made from, but for the results.
struct Office {
    directory: Directory,
    awards: Awards,
    duties: Vec<Duty>,
}

impl Office {
    fn new() -> Self {
        Self {
            directory: directory(),
            awards: Awards::default(),
            duties: duties(),
        }
    }

    fn tally(&self, results: &[Results], span: &str, as_of: Date) -> Tally {
        let Self { directory, awards, duties } = self;
        let records = Records { results, duties, directory, awards };
        Tally::of(&records, Period::new(year(), Span::from_key(span).expect("a span")), as_of)
    }
}

proptest! {
    #[test]
    fn quarters_add_up_to_halves_and_halves_to_the_year(
        results in prop::collection::vec(results(), 0..8),
        as_of in date(),
    ) {
        let office = Office::new();
        for (whole, parts) in [
            ("h1", &["q1", "q2"][..]),
            ("h2", &["q3", "q4"]),
            ("nine-months", &["h1", "q3"]),
            ("year", &["h1", "h2"]),
        ] {
            let parts: Vec<Tally> =
                parts.iter().map(|part| office.tally(&results, part, as_of)).collect();
            let whole = office.tally(&results, whole, as_of);
            let sum: Figures = parts.iter().map(Tally::total).sum();
            prop_assert_eq!(&sum, whole.total());
            // And so for every unit.
            for (id, unit) in whole.units() {
                let sum: Figures = parts.iter().map(|part| &part.units()[id].figures).sum();
                prop_assert_eq!(&sum, &unit.figures);
            }
        }
    }

    #[test]
    fn units_add_up_to_clusters_and_clusters_to_the_district(
        results in prop::collection::vec(results(), 0..8),
        as_of in date(),
    ) {
        let tally = Office::new().tally(&results, "year", as_of);
        let clusters = tally.clusters();
        prop_assert_eq!(clusters.len(), 4, "three clusters and none");
        let of_clusters: Figures = clusters.iter().map(|(_, figures)| figures).sum();
        let of_units: Figures = tally.units().values().map(|unit| &unit.figures).sum();
        prop_assert_eq!(&of_clusters, tally.total());
        prop_assert_eq!(&of_units, tally.total());
        for (id, figures) in clusters {
            let sum: Figures = tally.members(id).map(|(_, unit)| &unit.figures).sum();
            prop_assert_eq!(sum, figures);
        }
    }

    #[test]
    fn nothing_is_counted_twice_or_lost(
        results in prop::collection::vec(results(), 0..8),
        as_of in date(),
    ) {
        let tally = Office::new().tally(&results, "year", as_of);
        let total = tally.total();
        let counts = |day: Date| day.year() == 2024 && day <= as_of;
        let movements = results.iter().flat_map(|of| &of.movements);
        let movements: Vec<&Movement> = movements.filter(|one| counts(one.from)).collect();
        prop_assert_eq!(total.movements.count, movements.len() as u64);
        let joined = movements.iter().map(|one| u64::from(one.individuals)).sum::<u64>();
        prop_assert_eq!(total.movements.individuals, joined);
        for stage in Stage::ALL {
            let awards = results.iter().flat_map(|of| &of.awards);
            let of_stage = awards.filter(|one| one.stage == stage && counts(one.date));
            let individuals = of_stage.map(|one| u64::from(one.recipients.individuals));
            let honours = total.awards(stage);
            prop_assert_eq!(honours.total().individuals, individuals.sum::<u64>());
            let of_ways = Way::ALL.map(|way| honours.way(way).individuals);
            prop_assert_eq!(honours.total().individuals, of_ways.iter().sum::<u64>());
            let of_levels = Level::ALL.map(|level| honours.level(level).individuals);
            prop_assert_eq!(honours.total().individuals, of_levels.iter().sum::<u64>());
        }
        // Every task has exactly one standing.
        prop_assert_eq!(total.plan_tasks.due(), TASKS as u64);
        prop_assert_eq!(total.unit_tasks.due(), 3 * TASKS as u64);
    }

    #[test]
    fn the_order_of_records_does_not_matter(
        results in prop::collection::vec(results(), 0..8),
        as_of in date(),
    ) {
        let office = Office::new();
        let mut turned = results.clone();
        turned.reverse();
        for results in &mut turned {
            results.tasks.reverse();
            results.awards.reverse();
        }
        let tallies = [results, turned].map(|results| office.tally(&results, "year", as_of));
        prop_assert_eq!(&tallies[0], &tallies[1]);
    }
}

#[test]
fn an_empty_period_has_zeros_and_no_shares() {
    let day = Date::parse("2024-04-05").expect("a day");
    let office = Office { duties: Vec::new(), ..Office::new() };
    let tally = office.tally(&[], "q1", day);
    assert_eq!(tally.total(), &Figures::default());
    for (name, number) in tally.named().iter() {
        let expected = match number {
            Number::Share(_) => None,
            _ if name == "reporting.units" || name == "reporting.silent" => {
                Some("3".to_owned())
            }
            _ => Some("0".to_owned()),
        };
        assert_eq!(number.text(), expected, "{name}");
    }
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
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
    results.tasks.push(Progress {
        place: place(),
        task: TaskId("t0".to_owned()),
        state: State::Doing,
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
    results.tasks[0].state = State::Done { on: Some(day("2024-04-20")) };
    assert!(!recorded(&[results], "2024-04-05"));
}

#[test]
fn a_file_without_records_brings_no_unit_back() {
    let mut office = Office::new();
    let gone = Agency {
        cluster: Some(ClusterId("cum-xa".to_owned())),
        period: crate::office::Period { from: None, until: Some(day("2020-12-31")) },
        ..crate::office::blank("xa-gone")
    };
    office.directory.add(gone).expect("another id");
    let empty = Results::new(Placed::new(AgencyId("xa-gone".to_owned()), place()), year());
    let tally = office.tally(&[empty], "year", day("2025-01-10"));
    assert!(!tally.units().contains_key(&AgencyId("xa-gone".to_owned())));
    assert_eq!(tally.named().get("reporting.units"), Some(Number::Count(3)));
}

#[test]
fn the_record_of_a_renamed_unit_goes_on_under_the_new_name_and_counts_once() {
    let mut office = Office::new();
    let cluster = || Some(ClusterId("cum-xa".to_owned()));
    let until = |until| crate::office::Period { from: None, until: Some(day(until)) };
    let from = |from| crate::office::Period { from: Some(day(from)), until: None };
    let successor = || Some(crate::office::Successor::Agency(AgencyId("xa-new".to_owned())));
    for agency in [
        Agency {
            cluster: cluster(),
            period: until("2024-06-30"),
            successor: successor(),
            ..crate::office::blank("xa-old")
        },
        Agency {
            cluster: cluster(),
            period: from("2024-07-01"),
            ..crate::office::blank("xa-new")
        },
    ] {
        office.directory.add(agency).expect("another id");
    }
    office.duties.push(Duty {
        unit: AgencyId("xa-old".to_owned()),
        year: year(),
        task: TaskId("own".to_owned()),
        quarter: Quarter::Fourth,
        origin: Origin::Unit { follows: None },
    });
    let mut later = with_movement("xa-new", "2024-08-01");
    later.tasks.push(Progress {
        place: place(),
        task: TaskId("own".to_owned()),
        state: State::Done { on: Some(day("2024-12-01")) },
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
        quarter: Quarter::First,
        origin: Origin::Unit { follows: Some(TaskId("launch".to_owned())) },
    };
    for id in ["xa-one", "xa-two"] {
        let merged = Agency {
            cluster: Some(ClusterId("cum-xa".to_owned())),
            period: crate::office::Period { from: None, until: Some(day("2024-02-29")) },
            successor: Some(crate::office::Successor::Agency(AgencyId("xa-new".to_owned()))),
            ..crate::office::blank(id)
        };
        office.directory.add(merged).expect("another id");
    }
    let heir = Agency {
        cluster: Some(ClusterId("cum-xa".to_owned())),
        period: crate::office::Period { from: Some(day("2024-03-01")), until: None },
        ..crate::office::blank("xa-new")
    };
    office.directory.add(heir).expect("another id");
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
