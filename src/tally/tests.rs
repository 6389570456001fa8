//! What must hold for any records: parts add up to wholes, whichever way they are cut.

mod cases;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::calendar::{Due, Quarter, Span, Year};
use crate::diag::{Place, Placed, Sources};
use crate::office::{Agency, Cluster, Level};
use crate::papers::progress::{TaskProgress, TaskState};
use crate::papers::results::{
    AwardRecord, AwardStage, Flow, FundEntry, Honoured, Inspection, Movement, Results,
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
        directory.clusters.push(Cluster { id, name });
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
        prop::sample::select(AwardStage::ALL.to_vec()),
    );
    let counts = (0..=u32::MAX, 0..=u32::MAX, 0..=u32::MAX, 0..=u32::MAX);
    (date(), key, counts).prop_map(|(date, (award, level, way, stage), counts)| AwardRecord {
        place: place(),
        date,
        award: AwardId(award.to_owned()),
        level,
        way,
        stage,
        honoured: Honoured {
            collectives: counts.0.into(),
            individuals: counts.1.into(),
            direct_workers: counts.2.into(),
            households: counts.3.into(),
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

fn progress() -> impl Strategy<Value = TaskProgress> {
    let state = prop_oneof![
        Just(TaskState::NotStarted),
        Just(TaskState::Doing),
        date().prop_map(|day| TaskState::Done { on: Some(day) }),
    ];
    (0..TASKS, state).prop_map(|(task, state)| TaskProgress {
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
            Some(_) => DutyOrigin::Unit { follows: None },
            None => DutyOrigin::Plan,
        };
        (0..TASKS).map(move |task| Duty {
            unit: unit.clone(),
            year: year(),
            task: TaskId(format!("t{task}")),
            due: Due::Quarter(Quarter::ALL[task % Quarter::ALL.len()]),
            origin: origin.clone(),
            printed: Printed::default(),
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
        for stage in AwardStage::ALL {
            let awards = results.iter().flat_map(|of| &of.awards);
            let of_stage = awards.filter(|one| one.stage == stage && counts(one.date));
            let individuals = of_stage.map(|one| one.honoured.individuals);
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
