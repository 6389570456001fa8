//! What a template sees of a report, besides the values of its keys.

use std::cmp::Ordering;

use minijinja::context;
use minijinja::value::Value;

use super::common::{rich, texts};
use crate::calendar::{Date, Period, Span, Year};
use crate::numbers::{Growth, Number, grouped};
use crate::office::Level;
use crate::papers::Content;
use crate::papers::progress::Standing;
use crate::papers::report::{
    AwardRow, AwardSeries, ClusterRows, Granting, Honourees, PeriodTables, Report, Tables,
    TaskRow, UnitFigures, UnitRow, YearRow, YearTables,
};
use crate::papers::results::Honoured;

/// The key of the parts that a report goes without.
const LEAVE_OUT: &str = "leave_out";

pub(super) fn report(report: &Report) -> Value {
    let digits = report.numbers.iter().filter_map(|(name, number)| {
        let text = number.text()?;
        Some((name.as_str(), Value::from(text)))
    });
    let counts = report.numbers.iter().filter_map(|(name, number)| {
        let count = number.integer()?;
        Some((name.as_str(), Value::from(count)))
    });
    let changes = report.numbers.iter().filter_map(|(name, number)| match number {
        // "change." and the name of what changed. From nothing nothing is told to change.
        Number::Change(found) if found.before > 0 => {
            Some((name.split_once('.')?.1, change(*found)))
        }
        _ => None,
    });
    let left_out = report.paper.values.words(LEAVE_OUT);
    let is_in = |appendix: &str| !left_out.iter().any(|word| word == appendix);
    let own = match &report.tables {
        Tables::Period(tables) => period(tables, is_in),
        Tables::TenYears(tables) => years(tables, is_in),
    };
    // Who grants, as sentences tell it: the issuer's own chair, those below, those above.
    let office = Level::of(&report.paper.head.issuer.agency);
    let (above, rest): (Vec<Level>, Vec<Level>) =
        Level::ALL.into_iter().partition(|level| *level > office);
    let below = rest.into_iter().filter(|level| *level < office);
    let levels: Vec<Level> = std::iter::once(office)
        .chain(below)
        .chain(above.iter().copied())
        .collect();
    let is_over = report.period.ended_by(report.as_of);
    let before = report.period.year_before();
    context! {
        period => report.period.in_words(),
        as_of => report.as_of.slashed(),
        is_over,
        is_of_year => report.period.span == Span::Year,
        year => report.period.year.get(),
        level => office.key(),
        is_superior => report.is_superior,
        levels => Value::from_iter(levels.iter().map(|level| level.key())),
        above => Value::from_iter(above.iter().map(|level| level.key())),
        numbers => Value::from_pairs(digits),
        counts => Value::from_pairs(counts),
        changes => Value::from_pairs(changes),
        before => before.map(|before| before.as_compared(is_over)),
        missing => spans(&report.missing),
        next_period => report.period.next().map(Period::in_words),
        next => report.next.iter().map(content).collect::<Value>(),
        ..own
    }
}

/// Years in words, those in a row as a span: "2014 - 2019, 2021".
fn spans(years: &[Year]) -> String {
    let follows = |a: &Year, b: &Year| a.get() + 1 == b.get();
    let span = |run: &[Year]| match run {
        [first, _, .., last] => format!("{first} - {last}"),
        run => run.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    years.chunk_by(follows).map(span).collect::<Vec<_>>().join(", ")
}

/// A change in words: which way, how much and, where it shows, how many percent.
fn change(change: Growth) -> Value {
    let difference = change.difference();
    context! {
        way => match difference.direction {
            Ordering::Greater => "tăng",
            Ordering::Less => "giảm",
            Ordering::Equal => "bằng",
        },
        is_same => difference.direction == Ordering::Equal,
        by => grouped(difference.by),
        percent => change.percent().filter(|_| change.tenths() > Some(0)),
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

fn period(tables: &PeriodTables, is_in: impl Fn(&str) -> bool) -> Value {
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
            ("tasks", !tables.tasks.is_empty() && is_in("appendix-tasks")),
            ("units", !tables.clusters.is_empty() && is_in("appendix-units")),
            ("awards", !tables.awards.is_empty() && is_in("appendix-awards")),
        ]),
    }
}

fn counts(counts: Honoured) -> Value {
    context! {
        collectives => counts.collectives,
        individuals => counts.individuals,
        direct_workers => counts.direct_workers,
        households => counts.households,
    }
}

fn granting(what: &Granting) -> Value {
    context! { name => what.name.as_str(), level => what.level.key(), way => what.way.key() }
}

fn award(row: &AwardRow) -> Value {
    context! {
        what => granting(&row.what),
        granted => counts(row.granted),
        proposed => counts(row.proposed),
    }
}

fn task(number: usize, row: &TaskRow) -> Value {
    context! {
        number,
        items => content(&row.content),
        due => row.due.in_words(),
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

fn years(tables: &YearTables, is_in: impl Fn(&str) -> bool) -> Value {
    let per_year = tables.years.iter().zip(&tables.rows);
    context! {
        form => "ten-year",
        compares => false,
        years => tables.years.iter().map(|year| year.get()).collect::<Value>(),
        awards => Honourees::ALL
            .into_iter()
            .filter_map(|receiver| awards_of(receiver, tables))
            .collect::<Value>(),
        households => tables.total.granted.households > 0,
        rows => per_year.map(|(year, row)| year_row(Some(*year), row)).collect::<Value>(),
        total => year_row(None, &tables.total),
        appendices => appendices([
            ("years", !tables.rows.is_empty() && is_in("appendix-years")),
            ("awards", !tables.awards.is_empty() && is_in("appendix-awards")),
            ("charts", !tables.rows.is_empty() && is_in("appendix-charts")),
        ]),
    }
}

/// The awards of one kind of recipients with their sums; none when there are none.
fn awards_of(receiver: Honourees, tables: &YearTables) -> Option<Value> {
    let rows: Vec<Value> = tables
        .awards
        .iter()
        .filter(|row| row.receiver == receiver)
        .map(series)
        .collect();
    let sum = |row: &YearRow| receiver.of(row.granted);
    (!rows.is_empty()).then(|| {
        context! {
            receiver => receiver.key(),
            rows,
            sums => tables.rows.iter().map(sum).collect::<Value>(),
            total => sum(&tables.total),
        }
    })
}

fn series(row: &AwardSeries) -> Value {
    context! {
        what => granting(&row.what),
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
