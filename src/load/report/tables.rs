//! From tallies to the numbers and tables of a report, each number counted once.

use std::collections::BTreeMap;

use crate::calendar::{Date, Period, Span, Year};
use crate::law::Award;
use crate::load::{PastYears, Workspace, YearRecords};
use crate::numbers::Number;
use crate::papers::Text;
use crate::papers::report::{
    AwardRow, AwardSeries, ClusterRows, Counts, PeriodTables, Receivers, Tables, TaskRow,
    UnitFigures, UnitRow, YearRow, YearTables,
};
use crate::papers::results::{Progress, Standing, State};
use crate::tally::{self, Comparison, Honoured, Origin, Records, Series, Tally, rows};

/// The numbers of a report.
pub(super) struct Figures {
    /// By name.
    pub(super) numbers: BTreeMap<String, Number>,
    /// In rows.
    pub(super) tables: Tables,
    /// Whether any of them is made up.
    pub(super) sample: bool,
    /// The years of which nothing is known.
    pub(super) missing: Vec<Year>,
}

impl Figures {
    /// Counts what a report needs.
    pub(super) fn new(
        period: Period,
        as_of: Date,
        found: &YearRecords,
        workspace: &Workspace<'_>,
    ) -> Self {
        let records = Records {
            results: &found.results,
            duties: &found.duties,
            directory: &workspace.directory,
            awards: &workspace.awards,
        };
        let past = workspace.past_years();
        let sample = found.results.iter().any(|results| results.sample);
        if period.span == Span::TenYears {
            of_years(&records, &past, period, as_of, sample)
        } else {
            of_period(&records, &past, period, as_of, workspace, sample)
        }
    }
}

/// Only numbers that have a text can be named: a share of nothing has none.
fn named(
    numbers: impl IntoIterator<Item = (String, Option<Number>)>,
) -> BTreeMap<String, Number> {
    numbers
        .into_iter()
        .filter_map(|(name, number)| Some((name, number?)))
        .filter(|(_, number)| number.text().is_some())
        .collect()
}

// ------------------------------------------------------------------------------ one year and less

fn of_period(
    records: &Records<'_>,
    past: &PastYears,
    period: Period,
    as_of: Date,
    workspace: &Workspace<'_>,
    sample: bool,
) -> Figures {
    let tally = Tally::of(records, period, as_of);
    let mut numbers = named(
        tally
            .named()
            .iter()
            .map(|(name, number)| (name.to_owned(), Some(number))),
    );
    let before = period.year_before().and_then(|before| {
        let history = past.years.iter().find(|history| history.year == before.year)?;
        Tally::of_history(history, before, records.awards)
    });
    let compared = before.as_ref().and_then(|before| Comparison::new(before, &tally));
    if let Some(comparison) = compared {
        let prefixes = ["before", "change", "change-percent"];
        let names = tally.named().names().flat_map(|name| {
            prefixes.map(|prefix| {
                let name = format!("{prefix}.{name}");
                let number = comparison.get(&name);
                (name, number)
            })
        });
        numbers.extend(named(names));
    }
    let tables = PeriodTables {
        awards: awards(&tally, records.awards.all()),
        tasks: tasks(records, period, as_of, workspace),
        clusters: clusters(&tally, workspace),
        total: unit_figures(tally.total()),
        compares: compared.is_some(),
    };
    Figures {
        numbers,
        tables: Tables::Period(tables),
        sample,
        missing: Vec::new(),
    }
}

fn counts(honoured: Honoured) -> Counts {
    Counts {
        collectives: honoured.collectives,
        individuals: honoured.individuals,
        direct_workers: honoured.direct_workers,
        households: honoured.households,
    }
}

/// The titles and forms that somebody was granted or proposed for, in the order of the file.
fn awards(tally: &Tally, awards: &[Award]) -> Vec<AwardRow> {
    let figures = tally.total();
    let row = |award: &Award| AwardRow {
        name: award.name.clone(),
        granted: counts(figures.granted.of(&award.id)),
        proposed: counts(figures.proposed.of(&award.id)),
    };
    let none = Counts::default();
    let rows = awards.iter().map(row);
    rows.filter(|row| row.granted != none || row.proposed != none)
        .collect()
}

/// The plan's tasks that were due, and how they stand.
fn tasks(
    records: &Records<'_>,
    period: Period,
    as_of: Date,
    workspace: &Workspace<'_>,
) -> Vec<TaskRow> {
    let Some(plan) = workspace.plan(period.year) else { return Vec::new() };
    let rows = rows(records, period, as_of);
    let of_plan = rows.iter().filter(|row| row.duty.origin == Origin::Plan);
    of_plan
        .filter_map(|row| {
            let task = plan.tasks.iter().find(|task| task.id == row.duty.task)?;
            let done = row.progress.and_then(|progress| match progress.state {
                State::Done { on } => on.filter(|day| *day <= as_of),
                State::Doing | State::NotStarted => None,
            });
            Some(TaskRow {
                content: task.content.clone(),
                quarter: task.quarter,
                standing: row.standing,
                done,
                remarks: row.progress.map(remarks).unwrap_or_default(),
            })
        })
        .collect()
}

fn remarks(progress: &Progress) -> Vec<Text> {
    [&progress.result, &progress.note]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

/// The clusters with their units, then the agencies of none; nothing where nobody recorded
/// anything.
fn clusters(tally: &Tally, workspace: &Workspace<'_>) -> Vec<ClusterRows> {
    if tally.units().values().all(|unit| !unit.recorded) {
        return Vec::new();
    }
    let of_cluster = |(id, figures): (Option<&crate::office::ClusterId>, tally::Figures)| {
        let mut members: Vec<_> = tally.members(id).collect();
        members.sort_by_key(|(agency, _)| workspace.directory.place(agency));
        let units: Vec<UnitRow> = members
            .into_iter()
            .map(|(agency, unit)| UnitRow {
                name: workspace
                    .directory
                    .get(agency)
                    .map_or_else(|| agency.0.clone(), |agency| agency.list_name.clone()),
                recorded: unit.recorded,
                figures: unit_figures(&unit.figures),
            })
            .collect();
        let mut clusters = workspace.directory.clusters.iter();
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
        granted: counts(figures.granted.total()),
        proposed: counts(figures.proposed.total()),
    }
}

// --------------------------------------------------------------------------------------- ten years

fn of_years(
    records: &Records<'_>,
    past: &PastYears,
    period: Period,
    as_of: Date,
    sample: bool,
) -> Figures {
    let series = Series::of(records, &past.years, period, as_of);
    let numbers = series
        .named()
        .iter()
        .map(|(name, number)| (name.to_owned(), Some(number)));
    let mut numbers = named(numbers);
    for name in series.named().names() {
        let of_years = series.row(name).unwrap_or_default();
        numbers.extend(named(
            of_years
                .into_iter()
                .map(|(year, number)| (format!("years.{year}.{name}"), Some(number))),
        ));
    }
    let row = |figures: &tally::Figures| {
        let tally::Figures {
            movements, inspections, training, fund, granted, ..
        } = figures;
        YearRow {
            granted: counts(granted.total()),
            movements: [movements.count, movements.collectives, movements.individuals],
            inspections: [inspections.count, inspections.inspected],
            training: [training.classes, training.participants],
            fund: [fund.received, fund.spent],
        }
    };
    let tables = YearTables {
        years: series.years().keys().copied().collect(),
        awards: award_series(&series, records.awards.all()),
        rows: series.years().values().map(row).collect(),
        total: row(series.total()),
    };
    let known = |year: Year| series.years().contains_key(&year);
    let of_past = past.years.iter().any(|history| history.sample && known(history.year));
    Figures {
        numbers,
        tables: Tables::TenYears(tables),
        sample: sample || of_past,
        missing: series.missing().collect(),
    }
}

/// The awards that somebody was granted in some year, in the order of the file.
fn award_series(series: &Series, awards: &[Award]) -> Vec<AwardSeries> {
    let of = |figures: &tally::Figures, award: &Award, receiver: Receivers| {
        receiver.of(counts(figures.granted.of(&award.id)))
    };
    let rows = awards.iter().flat_map(|award| {
        Receivers::ALL.map(|receiver| AwardSeries {
            name: award.name.clone(),
            receiver,
            values: series
                .years()
                .values()
                .map(|figures| of(figures, award, receiver))
                .collect(),
            total: of(series.total(), award, receiver),
        })
    });
    rows.filter(|row| row.total > 0).collect()
}
