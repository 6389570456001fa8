//! From tallies to the numbers and tables of a report, each number counted once.
//!
//! In go the tallies of a period; out come rows that a template prints as they are. Sentences and
//! tables get their numbers from the same tally, so that they cannot contradict each other.

use std::collections::BTreeMap;

use super::recorded::Recorded;
use crate::calendar::{Date, Period, Span, Year};
use crate::law::{Award, Awards};
use crate::numbers::Number;
use crate::office::{ClusterId, Directory, Level};
use crate::papers::history::History;
use crate::papers::progress::{Standing, TaskProgress, TaskState};
use crate::papers::report::{
    AwardRow, AwardSeries, ClusterRows, Granting, Honourees, PeriodTables, Tables, TaskRow,
    UnitFigures, UnitRow, YearRow, YearTables,
};
use crate::papers::results::{Honoured, Way};
use crate::papers::{Plan, Text};
use crate::records::YearRecords;
use crate::tally::{self, Comparison, DutyOrigin, NamedNumbers, Records, Series, Tally, rows};

/// What numbers are counted with.
#[derive(Clone, Copy)]
pub(crate) struct CountedWith<'a> {
    /// The agencies.
    pub(crate) directory: &'a Directory,
    /// The titles and forms of commendation.
    pub(crate) awards: &'a Awards,
    /// The plan of the year.
    pub(crate) plan: Option<&'a Plan>,
}

impl<'a> CountedWith<'a> {
    fn tallied(self, of_year: &'a YearRecords) -> Records<'a> {
        of_year.tallied(self.directory, self.awards)
    }
}

/// What a report tabulates, and what it is to know about it.
pub(crate) struct Counted {
    /// In rows.
    pub(crate) tables: Tables,
    /// Whether any of it is made up.
    pub(crate) sample: bool,
    /// The years of which nothing is known.
    pub(crate) missing: Vec<Year>,
}

/// The numbers of a report by name, and its tables.
type NumbersAndTables = (BTreeMap<String, Number>, Counted);

impl Counted {
    /// Counts what a report needs.
    pub(crate) fn new(
        period: Period,
        as_of: Date,
        recorded: &Recorded,
        office: CountedWith<'_>,
    ) -> NumbersAndTables {
        if period.span == Span::TenYears {
            of_years(period, as_of, recorded, office)
        } else {
            of_period(period, as_of, recorded, office)
        }
    }
}

// ------------------------------------------------------------------------------ one year and less

fn of_period(
    period: Period,
    as_of: Date,
    recorded: &Recorded,
    office: CountedWith<'_>,
) -> NumbersAndTables {
    let empty = YearRecords::default();
    let now = recorded.now.first().unwrap_or(&empty);
    let records = office.tallied(now);
    let tally = Tally::of(&records, period, as_of);
    let mut numbers = owned(tally.named());
    let before = before(period, as_of, recorded, office);
    let compared = before
        .as_ref()
        .and_then(|(before, _)| Comparison::new(before, &tally));
    // Totals are those of a whole period: a part is not compared with them.
    let compares = compared.is_some() && (recorded.before.is_some() || period.ended_by(as_of));
    if let Some(comparison) = compared {
        let known = |number| if compares { number } else { Number::Unknown };
        numbers.extend(comparison.numbers().map(|(name, number)| (name, known(number))));
    }
    let made_up = now.results.iter().any(|results| results.sample);
    let counted = Counted {
        tables: Tables::Period(PeriodTables {
            awards: awards(&tally, office.awards.all()),
            tasks: tasks(&records, period, as_of, office),
            clusters: clusters(&tally, office),
            total: unit_figures(tally.total()),
            compares,
        }),
        sample: made_up || compares && before.as_ref().is_some_and(|(_, sample)| *sample),
        missing: Vec::new(),
    };
    (numbers, counted)
}

/// The same period of the year before, and whether its numbers are made up: from results when
/// there are any, as they stood on the same day a year earlier, else from totals.
fn before(
    period: Period,
    as_of: Date,
    recorded: &Recorded,
    office: CountedWith<'_>,
) -> Option<(Tally, bool)> {
    let before = period.year_before()?;
    if let Some(of_year) = &recorded.before {
        let tally = Tally::of(&office.tallied(of_year), before, as_of.year_earlier()?);
        return Some((tally, of_year.results.iter().any(|results| results.sample)));
    }
    let history = recorded
        .past
        .years
        .iter()
        .find(|history| history.year == before.year)?;
    let tally = Tally::of_history(history, before, office.awards)?;
    Some((tally, history.sample))
}

/// Numbers with names of their own.
fn owned(named: &NamedNumbers) -> BTreeMap<String, Number> {
    named.iter().map(|(name, number)| (name.to_owned(), number)).collect()
}

/// Whatever can be granted: each award in the order of the file, by each level, for each kind of
/// merit.
fn grantings(awards: &[Award]) -> impl Iterator<Item = (&Award, Level, Way)> {
    awards.iter().flat_map(|award| {
        Level::ALL
            .into_iter()
            .flat_map(move |level| Way::ALL.map(|way| (award, level, way)))
    })
}

fn granting((award, level, way): (&Award, Level, Way)) -> Granting {
    Granting { name: award.name.clone(), level, way }
}

/// The titles and forms that somebody was granted or proposed for.
fn awards(tally: &Tally, awards: &[Award]) -> Vec<AwardRow> {
    let figures = tally.total();
    let none = Honoured::default();
    let rows = grantings(awards).map(|what| AwardRow {
        granted: figures.granted.cell(&what.0.id, what.1, what.2),
        proposed: figures.proposed.cell(&what.0.id, what.1, what.2),
        what: granting(what),
    });
    rows.filter(|row| row.granted != none || row.proposed != none)
        .collect()
}

/// The plan's tasks that were due, and how they stand.
fn tasks(
    records: &Records<'_>,
    period: Period,
    as_of: Date,
    office: CountedWith<'_>,
) -> Vec<TaskRow> {
    let Some(plan) = office.plan else { return Vec::new() };
    let rows = rows(records, period, as_of);
    let of_plan = rows.iter().filter(|row| row.duty.origin == DutyOrigin::Plan);
    of_plan
        .filter_map(|row| {
            let task = plan.tasks().iter().find(|task| task.id == row.duty.task)?;
            let done = row.progress.and_then(|progress| match progress.state {
                TaskState::Done { on } => on.filter(|day| *day <= as_of),
                TaskState::Doing | TaskState::NotStarted => None,
            });
            Some(TaskRow {
                content: task.words().clone(),
                due: task.due,
                standing: row.standing,
                done,
                remarks: row.progress.map(remarks).unwrap_or_default(),
            })
        })
        .collect()
}

fn remarks(progress: &TaskProgress) -> Vec<Text> {
    [&progress.result, &progress.note]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

/// The clusters with their units, then the agencies of none; nothing where nobody recorded
/// anything.
fn clusters(tally: &Tally, office: CountedWith<'_>) -> Vec<ClusterRows> {
    if tally.units().values().all(|unit| !unit.recorded) {
        return Vec::new();
    }
    let of_cluster = |(id, figures): (Option<&ClusterId>, tally::Figures)| {
        let mut members: Vec<_> = tally.members(id).collect();
        members.sort_by_key(|(agency, _)| office.directory.place(agency));
        // An agency of no cluster need not report.
        let has_to = |unit: &&tally::Unit| id.is_some() || unit.recorded;
        let units: Vec<UnitRow> = members
            .into_iter()
            .filter(|(_, unit)| has_to(unit))
            .map(|(agency, unit)| UnitRow {
                name: office
                    .directory
                    .get(agency)
                    .map_or_else(|| agency.0.clone(), |agency| agency.list_name.clone()),
                recorded: unit.recorded,
                figures: unit_figures(&unit.figures),
            })
            .collect();
        let mut clusters = office.directory.clusters.iter();
        let name = id.and_then(|id| clusters.find(|cluster| cluster.id == *id));
        ClusterRows {
            name: name.map(|cluster| cluster.name.clone()),
            units,
            total: unit_figures(&figures),
        }
    };
    let clusters = tally.clusters().into_iter().map(of_cluster);
    clusters.filter(|cluster| !cluster.units.is_empty()).collect()
}

fn unit_figures(figures: &tally::Figures) -> UnitFigures {
    UnitFigures {
        tasks: Standing::ALL.map(|standing| figures.unit_tasks.of(standing)),
        movements: figures.movements.count,
        granted: figures.granted.total(),
        proposed: figures.proposed.total(),
    }
}

// --------------------------------------------------------------------------------------- ten years

fn of_years(
    period: Period,
    as_of: Date,
    recorded: &Recorded,
    office: CountedWith<'_>,
) -> NumbersAndTables {
    let mut all = YearRecords::default();
    for of_year in &recorded.now {
        all.results.extend(of_year.results.iter().cloned());
        all.duties.extend(of_year.duties.iter().cloned());
    }
    let past = &recorded.past.years;
    let series = Series::of(&office.tallied(&all), past, period, as_of);
    let mut numbers = owned(series.named());
    numbers.extend(series.of_years());
    let row = |figures: &tally::Figures| {
        let tally::Figures {
            movements, inspections, training, fund, granted, ..
        } = figures;
        YearRow {
            granted: granted.total(),
            movements: [movements.count, movements.collectives, movements.individuals],
            inspections: [inspections.count, inspections.inspected],
            training: [training.classes, training.participants],
            fund: [fund.received, fund.spent],
        }
    };
    let tables = YearTables {
        years: series.years().keys().copied().collect(),
        awards: award_series(&series, office.awards.all()),
        rows: series.years().values().map(row).collect(),
        total: row(series.total()),
    };
    let of_results = all.results.iter().any(|results| results.sample);
    let known = |history: &&History| series.years().contains_key(&history.year);
    let of_past = past.iter().filter(known).any(|history| history.sample);
    let counted = Counted {
        tables: Tables::TenYears(tables),
        sample: of_results || of_past,
        missing: series.missing().collect(),
    };
    (numbers, counted)
}

/// The awards that somebody was granted in some year, in the order of the file.
fn award_series(series: &Series, awards: &[Award]) -> Vec<AwardSeries> {
    let rows = grantings(awards).flat_map(|what| {
        Honourees::ALL.map(|receiver| {
            let of = |figures: &tally::Figures| {
                receiver.of(figures.granted.cell(&what.0.id, what.1, what.2))
            };
            AwardSeries {
                what: granting(what),
                receiver,
                values: series.years().values().map(of).collect(),
                total: of(series.total()),
            }
        })
    });
    rows.filter(|row| row.total > 0).collect()
}
