//! What a template sees of a report.

use minijinja::context;
use minijinja::value::Value;

use super::{rich, texts};
use crate::calendar::{Date, Year};
use crate::papers::Content;
use crate::papers::report::{
    AwardRow, AwardSeries, ClusterRows, Counts, PeriodTables, Report, Section, Tables,
    TaskRow, UnitFigures, UnitRow, YearRow, YearTables,
};
use crate::papers::results::Standing;

pub(super) fn report(report: &Report) -> Value {
    let texts_of = |section: Section| {
        report
            .narrative
            .get(&section)
            .map_or(&[][..], |texts| texts.as_slice())
    };
    let narrative = Section::ALL.map(|section| (section.key(), texts(texts_of(section))));
    let digits = report.numbers.iter().filter_map(|(name, number)| {
        let text = number.text()?;
        Some((name.as_str(), Value::from(text)))
    });
    let counts = report.numbers.iter().filter_map(|(name, number)| {
        let count = number.integer()?;
        Some((name.as_str(), Value::from(count)))
    });
    let own = match &report.tables {
        Tables::Period(tables) => period(tables),
        Tables::TenYears(tables) => years(tables),
    };
    context! {
        period => report.period.in_words(),
        as_of => report.as_of.slashed(),
        is_over => report.period.ended_by(report.as_of),
        year => report.period.year.get(),
        to => texts(&report.to),
        numbers => Value::from_pairs(digits),
        counts => Value::from_pairs(counts),
        closing => rich(&report.closing),
        next => report.next.iter().map(content).collect::<Value>(),
        ..context! { ..Value::from_pairs(narrative), ..own }
    }
}

/// The numbers of those appendices that there are: empty where there is one only.
fn appendices<const N: usize>(all: [(&'static str, bool); N]) -> Value {
    const NUMBERS: [&str; 4] = ["I", "II", "III", "IV"];
    let given: Vec<&str> = all.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
    let number = |name: &str| {
        let at = given.iter().position(|given| *given == name)?;
        Some(
            NUMBERS
                .get(at)
                .filter(|_| given.len() > 1)
                .copied()
                .unwrap_or_default(),
        )
    };
    Value::from_pairs(all.map(|(name, _)| (name, Value::from(number(name)))))
}

// ------------------------------------------------------------------------------ one year and less

fn period(tables: &PeriodTables) -> Value {
    let all = tables.awards.iter().flat_map(|row| [row.granted, row.proposed]);
    context! {
        form => "period",
        compares => tables.compares,
        awards => tables.awards.iter().map(award).collect::<Value>(),
        households => all.map(|counts| counts.households).sum::<u64>() > 0,
        granted => counts(tables.total.granted),
        proposed => counts(tables.total.proposed),
        tasks => tables.tasks.iter().enumerate().map(|(at, row)| task(at + 1, row)).collect::<Value>(),
        clusters => tables.clusters.iter().map(cluster).collect::<Value>(),
        total => unit_figures(tables.total),
        appendices => appendices([
            ("awards", !tables.awards.is_empty()),
            ("tasks", !tables.tasks.is_empty()),
            ("units", !tables.clusters.is_empty()),
        ]),
    }
}

fn counts(counts: Counts) -> Value {
    context! {
        collectives => counts.collectives,
        individuals => counts.individuals,
        direct_workers => counts.direct_workers,
        households => counts.households,
    }
}

fn award(row: &AwardRow) -> Value {
    context! {
        name => row.name.as_str(),
        granted => counts(row.granted),
        proposed => counts(row.proposed),
    }
}

fn task(number: usize, row: &TaskRow) -> Value {
    context! {
        number,
        items => content(&row.content),
        quarter => row.quarter.roman(),
        standing => row.standing.key(),
        done => row.done.map(Date::slashed),
        remarks => texts(&row.remarks),
    }
}

fn cluster(rows: &ClusterRows) -> Value {
    context! {
        name => rows.name.clone(),
        units => rows.units.iter().map(unit).collect::<Value>(),
        total => unit_figures(rows.total),
    }
}

fn unit(row: &UnitRow) -> Value {
    context! {
        name => row.name.as_str(),
        recorded => row.recorded,
        figures => unit_figures(row.figures),
    }
}

fn unit_figures(figures: UnitFigures) -> Value {
    let tasks = Standing::ALL.into_iter().zip(figures.tasks);
    context! {
        due => figures.tasks.iter().sum::<u64>(),
        tasks => Value::from_pairs(tasks.map(|(standing, count)| (standing.key(), Value::from(count)))),
        movements => figures.movements,
        granted => counts(figures.granted),
        proposed => counts(figures.proposed),
    }
}

/// What a task says, as a list of texts.
fn content(content: &Content) -> Value {
    match content {
        Content::Text(text) => Value::from_iter([rich(text)]),
        Content::Items(items) => texts(items),
    }
}

// --------------------------------------------------------------------------------------- ten years

fn years(tables: &YearTables) -> Value {
    let per_year = tables.years.iter().zip(&tables.rows);
    context! {
        form => "ten-year",
        years => tables.years.iter().map(|year| year.get()).collect::<Value>(),
        awards => tables.awards.iter().map(series).collect::<Value>(),
        rows => per_year.map(|(year, row)| year_row(Some(*year), row)).collect::<Value>(),
        total => year_row(None, &tables.total),
        appendices => appendices([
            ("awards", !tables.awards.is_empty()),
            ("years", !tables.rows.is_empty()),
            ("charts", !tables.rows.is_empty()),
        ]),
    }
}

fn series(row: &AwardSeries) -> Value {
    context! {
        name => row.name.as_str(),
        receiver => row.receiver.key(),
        values => row.values.iter().copied().collect::<Value>(),
        total => row.total,
    }
}

fn year_row(year: Option<Year>, row: &YearRow) -> Value {
    let [movements, joined_collectives, joined_individuals] = row.movements;
    let [inspections, inspected] = row.inspections;
    let [classes, participants] = row.training;
    let [received, spent] = row.fund;
    context! {
        year => year.map(Year::get),
        granted => counts(row.granted),
        movements,
        joined => context! { collectives => joined_collectives, individuals => joined_individuals },
        inspections,
        inspected,
        classes,
        participants,
        received,
        spent,
    }
}
