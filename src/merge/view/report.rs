//! What a template sees of a report.

use minijinja::context;
use minijinja::value::Value;

use super::{rich, texts};
use crate::calendar::Date;
use crate::numbers::grouped;
use crate::papers::Content;
use crate::papers::report::{AwardRow, Counts, Report, TaskRow};

pub(super) fn report(report: &Report) -> Value {
    let narrative = &report.narrative;
    let sum = |part: fn(&AwardRow) -> Counts| {
        report
            .awards
            .iter()
            .map(part)
            .fold(Counts::default(), |sum, own| Counts {
                collectives: sum.collectives + own.collectives,
                individuals: sum.individuals + own.individuals,
                direct_workers: sum.direct_workers + own.direct_workers,
                households: sum.households + own.households,
            })
    };
    context! {
        period => report.period.in_words(),
        as_of => report.as_of.slashed(),
        to => texts(&report.to),
        numbers => Value::from_pairs(
            report.numbers.iter().map(|(name, text)| (name.as_str(), Value::from(text.as_str()))),
        ),
        compares => report.compares,
        opening => texts(&narrative.opening),
        leadership => texts(&narrative.leadership),
        movements => texts(&narrative.movements),
        commendation => texts(&narrative.commendation),
        organisation => texts(&narrative.organisation),
        strengths => texts(&narrative.strengths),
        weaknesses => texts(&narrative.weaknesses),
        causes => texts(&narrative.causes),
        directions => texts(&narrative.directions),
        proposals => texts(&narrative.proposals),
        closing => rich(&narrative.closing),
        awards => report.awards.iter().map(award).collect::<Value>(),
        granted => counts(sum(|row| row.granted)),
        proposed => counts(sum(|row| row.proposed)),
        tasks => report.tasks.iter().enumerate().map(|(at, row)| task(at + 1, row)).collect::<Value>(),
        next => report.next.iter().map(content).collect::<Value>(),
    }
}

fn counts(counts: Counts) -> Value {
    context! {
        collectives => grouped(counts.collectives),
        individuals => grouped(counts.individuals),
        direct_workers => grouped(counts.direct_workers),
        households => grouped(counts.households),
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
        result => row.result.as_ref().map(rich),
    }
}

/// What a task says, as a list of texts.
fn content(content: &Content) -> Value {
    match content {
        Content::Text(text) => Value::from_iter([rich(text)]),
        Content::Items(items) => texts(items),
    }
}
