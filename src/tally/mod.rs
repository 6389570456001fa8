//! Results added up: by period, unit, cluster, award and way, each number once.
//!
//! In go records, awards and agencies; out come numbers. Pure. [`Tally::of`] counts what falls into a
//! period up to a day; [`Tally::named`] has each number by its name, for sentences, and
//! [`Tally::total`] and [`Tally::units`] the same for tables. [`check()`] says what is doubtful about
//! the records, [`Comparison`] compares with the year before, [`Series`] puts years side by side.
//! Sentences, tables and charts of a report all ask here, so that no two of them can differ.

mod check;
mod compare;
mod figures;
mod finding;
mod names;
mod records;
mod series;
mod sums;
mod task_names;
mod tasks;
#[cfg(test)]
mod tests;
mod typed;

use std::collections::BTreeMap;

pub use check::{Contradiction, check, check_history, contradictions, dated_between};
pub use compare::Comparison;
pub use figures::{Figures, Fund, Honours, Inspections, Movements, TaskCounts, Training};
pub use finding::{Finding, Problem};
use names::TaskNumbers;
pub use names::{NamedNumbers, RESERVED, bare};
pub use records::{Duty, DutyOrigin, Printed, Records};
pub use series::Series;
pub use task_names::TaskNames;
pub use tasks::{DutyRow, rows};
pub use typed::{Typed, contradicting_figures};

use crate::calendar::{Date, Period};
use crate::law::{AwardId, Awards};
use crate::numbers::Number;
use crate::office::{AgencyId, ClusterId, Directory};
use crate::papers::history::History;

/// What one agency contributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The cluster to which it belongs; none for an agency that only records.
    pub cluster: Option<ClusterId>,
    /// Whether it had recorded anything in the year by the day of the report.
    pub recorded: bool,
    /// Its numbers.
    pub figures: Figures,
}

impl Unit {
    /// One without numbers.
    fn of(cluster: Option<ClusterId>) -> Self {
        Self {
            cluster,
            recorded: false,
            figures: Figures::default(),
        }
    }
}

/// The numbers of a period as they stand on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    period: Period,
    as_of: Option<Date>,
    awards: Vec<AwardId>,
    units: BTreeMap<AgencyId, Unit>,
    clusters: Vec<ClusterId>,
    total: Figures,
    named: NamedNumbers,
}

impl Tally {
    /// Adds up what falls into a period. What is dated after the day does not count: the report
    /// of a quarter comes out the same when it is made again later.
    ///
    /// The units are those of the directory's clusters that exist in the period, and whoever
    /// recorded something or had something to do.
    pub fn of(records: &Records<'_>, period: Period, as_of: Date) -> Self {
        let directory = records.directory;
        let day = period.last_day().map_or(as_of, |last| last.min(as_of));
        let mut units = units_of(directory, period, day);
        // What an agency recorded goes on under the one that has taken over from it.
        let mut of = |id: &AgencyId, then: &mut dyn FnMut(&mut Unit)| {
            let heir = directory.heir(id, day);
            let cluster = || directory.get(heir).and_then(|agency| agency.cluster.clone());
            then(units.entry(heir.clone()).or_insert_with(|| Unit::of(cluster())));
        };
        // A file without records by the day says nothing, not even that its unit is there.
        for results in records.results.iter().filter(|results| results.is_begun_by(as_of)) {
            of(&results.unit.value, &mut |unit| {
                unit.recorded = true;
                unit.figures.add_results(results, period, as_of);
            });
        }
        for row in rows(records, period, as_of) {
            of(&row.duty.unit, &mut |unit| match row.duty.origin {
                DutyOrigin::Plan => unit.figures.plan_tasks.add(row.standing),
                DutyOrigin::Unit { .. } => unit.figures.unit_tasks.add(row.standing),
            });
        }
        let clusters = directory.clusters.iter();
        let (awards, total) = (ids(records.awards), total_of(&units));
        let mut named = NamedNumbers::of(&total, &awards, TaskNumbers::Counted);
        named.extend(reporting(&units));
        Self {
            period,
            as_of: Some(as_of),
            awards,
            units,
            clusters: clusters.map(|cluster| cluster.id.clone()).collect(),
            total,
            named,
        }
    }

    /// The numbers of a past period of which only totals are known: no units, no clusters, no
    /// tasks. None when the period's totals are not.
    pub fn of_history(history: &History, period: Period, awards: &Awards) -> Option<Self> {
        let totals = history.of(period.span).filter(|_| history.year == period.year)?;
        let (awards, total) = (ids(awards), Figures::of_totals(totals));
        Some(Self {
            period,
            as_of: None,
            named: NamedNumbers::of(&total, &awards, TaskNumbers::Unknown),
            awards,
            units: BTreeMap::new(),
            clusters: Vec::new(),
            total,
        })
    }

    /// The period.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The numbers of all together.
    pub fn total(&self) -> &Figures {
        &self.total
    }

    /// The numbers of each unit, by its id.
    pub fn units(&self) -> &BTreeMap<AgencyId, Unit> {
        &self.units
    }

    /// The units of a cluster, or of none, by their ids.
    pub fn members<'a>(
        &'a self,
        cluster: Option<&'a ClusterId>,
    ) -> impl Iterator<Item = (&'a AgencyId, &'a Unit)> {
        self.units
            .iter()
            .filter(move |(_, unit)| unit.cluster.as_ref() == cluster)
    }

    /// The clusters in the order of the directory, then those of no cluster: their sum is the
    /// total.
    pub fn clusters(&self) -> Vec<(Option<&ClusterId>, Figures)> {
        let ids = self.clusters.iter().map(Some).chain([None]);
        ids.map(|id| (id, self.cluster(id))).collect()
    }

    /// The numbers of a cluster, or of those of no cluster.
    pub fn cluster(&self, cluster: Option<&ClusterId>) -> Figures {
        self.members(cluster).map(|(_, unit)| &unit.figures).sum()
    }

    /// All names of numbers of the whole, with their numbers.
    pub fn named(&self) -> &NamedNumbers {
        &self.named
    }
}

/// How many units of clusters there are, how many recorded something and how many nothing.
fn reporting(units: &BTreeMap<AgencyId, Unit>) -> [(String, Number); 3] {
    let count = |wanted: &dyn Fn(&Unit) -> bool| -> u64 {
        let of_clusters = units.values().filter(|unit| unit.cluster.is_some());
        of_clusters.filter(|unit| wanted(unit)).map(|_| 1).sum()
    };
    [
        ("reporting.units".to_owned(), Number::Count(count(&|_| true))),
        ("reporting.recorded".to_owned(), Number::Count(count(&|unit| unit.recorded))),
        ("reporting.silent".to_owned(), Number::Count(count(&|unit| !unit.recorded))),
    ]
}

/// The units of the clusters that existed on some day of a period up to a day, without numbers.
fn units_of(directory: &Directory, period: Period, day: Date) -> BTreeMap<AgencyId, Unit> {
    let Some(first) = period.first_day() else { return BTreeMap::new() };
    let units = directory.units_during(first, day);
    units
        .into_iter()
        .map(|unit| (unit.id.clone(), Unit::of(unit.cluster.clone())))
        .collect()
}

fn total_of(units: &BTreeMap<AgencyId, Unit>) -> Figures {
    units.values().map(|unit| &unit.figures).sum()
}

fn ids(awards: &Awards) -> Vec<AwardId> {
    awards.all().iter().map(|award| award.id.clone()).collect()
}
