//! Rows into records, under the same rules as `results` reads them from YAML.

use super::super::context::Context;
use super::kind::{Column, Kind};
use super::names::{Found, Names};
use super::row::Row;
use super::value::{Value, count, day, level, money, stage, state, task, text, way};
use crate::diag::{Code, Diagnostic, Placed};
use crate::law::{AwardId, Awards};
use crate::office::AgencyId;
use crate::papers::results::{
    AwardRecord, Flow, FundEntry, Inspection, Movement, Progress, Recipients, Results, State,
    Training,
};

/// What rows are held against.
pub(super) struct Known<'a> {
    /// The names of units and awards.
    pub(super) names: Names<'a>,
    /// The titles and forms.
    pub(super) awards: &'a Awards,
    /// The unit after which the file is named.
    pub(super) own: Option<AgencyId>,
}

/// The record of one row, with whose it is.
pub(super) struct Record {
    unit: Placed<AgencyId>,
    what: What,
}

enum What {
    Task(Progress),
    Movement(Movement),
    Award(AwardRecord),
    Inspection(Inspection),
    Training(Training),
    Fund(FundEntry),
}

impl Record {
    /// Reads a row.
    pub(super) fn read(
        row: &Row<'_>,
        kind: Kind,
        known: &Known<'_>,
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let unit = unit(row, known, cx);
        let what = match kind {
            Kind::Tasks => progress(row, cx).map(What::Task),
            Kind::Movements => movement(row, cx).map(What::Movement),
            Kind::Awards => award(row, known, cx).map(What::Award),
            Kind::Inspections => inspection(row, cx).map(What::Inspection),
            Kind::Training => training(row, cx).map(What::Training),
            Kind::Fund => fund(row, cx).map(What::Fund),
        };
        Some(Self { unit: unit?, what: what? })
    }

    /// Whose it is.
    pub(super) fn unit(&self) -> &Placed<AgencyId> {
        &self.unit
    }

    /// Adds it to the results of its unit.
    pub(super) fn add_to(self, results: &mut Results) {
        match self.what {
            What::Task(record) => results.tasks.push(record),
            What::Movement(record) => results.movements.push(record),
            What::Award(record) => results.awards.push(record),
            What::Inspection(record) => results.inspections.push(record),
            What::Training(record) => results.training.push(record),
            What::Fund(record) => results.fund.push(record),
        }
    }
}

/// Whose row it is.
fn unit(row: &Row<'_>, known: &Known<'_>, cx: &mut Context<'_>) -> Option<Placed<AgencyId>> {
    let Some(value) = row.value(Column::Unit) else {
        let Some(own) = &known.own else {
            row.report_missing(Column::Unit, cx);
            return None;
        };
        return Some(Placed::new(own.clone(), row.header.place.clone()));
    };
    if !value.is_sound(cx) {
        return None;
    }
    let given = value.content.shown();
    match (known.names.unit(&given), &known.own) {
        (Found::One(id), Some(own)) if id != *own => {
            cx.report(
                Diagnostic::error(Code::OtherUnit, &value.place)
                    .with("name", given)
                    .with("unit", own.0.as_str()),
            );
            None
        }
        (Found::One(id), _) => Some(Placed::new(id, value.place)),
        (Found::Several(ids), _) => {
            cx.report(
                Diagnostic::error(Code::AmbiguousUnit, &value.place)
                    .with("name", given)
                    .with("ids", ids),
            );
            None
        }
        (Found::Nothing, _) => {
            let problem = Diagnostic::error(Code::UnknownUnitName, &value.place)
                .with("name", given.as_str());
            cx.report(known.names.suggest_unit(problem, &given));
            None
        }
        (Found::Unsure, _) => None,
    }
}

fn progress(row: &Row<'_>, cx: &mut Context<'_>) -> Option<Progress> {
    let id = row.required(cx, Column::Task, task);
    let state = row.required(cx, Column::State, state);
    let done = row.optional(cx, Column::Done, day);
    let result = row.optional(cx, Column::Result, text);
    let note = row.optional(cx, Column::Note, text);
    let Some(state) = State::new(state?, done.ok()?) else {
        cx.report(Diagnostic::error(Code::DoneButNotDone, &row.place()));
        return None;
    };
    Some(Progress {
        place: row.place(),
        task: id?,
        state,
        result: result.ok()?,
        note: note.ok()?,
    })
}

fn movement(row: &Row<'_>, cx: &mut Context<'_>) -> Option<Movement> {
    let name = row.required(cx, Column::Name, text);
    let from = row.required(cx, Column::From, day);
    let until = row.optional(cx, Column::Until, day);
    let collectives = row.required(cx, Column::Collectives, count);
    let individuals = row.required(cx, Column::Individuals, count);
    Some(Movement {
        place: row.place(),
        name: name?,
        from: from?,
        until: until.ok()?,
        collectives: collectives?,
        individuals: individuals?,
    })
}

fn award(row: &Row<'_>, known: &Known<'_>, cx: &mut Context<'_>) -> Option<AwardRecord> {
    let date = row.required(cx, Column::Date, day);
    let award = award_id(row, known, cx);
    let level = row.required(cx, Column::Level, level);
    let way = row.required(cx, Column::Way, way);
    let stage = row.required(cx, Column::Stage, stage);
    let recipients = recipients(row, cx);
    Some(AwardRecord {
        place: row.place(),
        date: date?,
        award: award?,
        level: level?,
        way: way?,
        stage: stage?,
        recipients: recipients?,
    })
}

fn award_id(row: &Row<'_>, known: &Known<'_>, cx: &mut Context<'_>) -> Option<AwardId> {
    let Some(value) = row.value(Column::Award) else {
        row.report_missing(Column::Award, cx);
        return None;
    };
    value.is_sound(cx).then(|| known_award(&value, known, cx)).flatten()
}

fn known_award(value: &Value<'_>, known: &Known<'_>, cx: &mut Context<'_>) -> Option<AwardId> {
    let given = value.content.shown();
    if let Found::One(id) = known.names.award(&given, known.awards) {
        return Some(id);
    }
    let problem =
        Diagnostic::error(Code::UnknownAwardName, &value.place).with("name", given.as_str());
    cx.report(known.names.suggest_award(problem, &given));
    None
}

/// How many: an empty cell is 0, but direct workers are told with individuals.
fn recipients(row: &Row<'_>, cx: &mut Context<'_>) -> Option<Recipients> {
    let number = |column: Column, cx: &mut Context<'_>| {
        row.optional(cx, column, count).ok().map(Option::unwrap_or_default)
    };
    let collectives = number(Column::Collectives, cx);
    let individuals = number(Column::Individuals, cx);
    let households = number(Column::Households, cx);
    let direct_workers = if individuals.is_some_and(|count| count > 0) {
        row.required(cx, Column::DirectWorkers, count)
    } else {
        number(Column::DirectWorkers, cx)
    };
    Some(Recipients {
        collectives: collectives?,
        individuals: individuals?,
        direct_workers: direct_workers?,
        households: households?,
    })
}

fn inspection(row: &Row<'_>, cx: &mut Context<'_>) -> Option<Inspection> {
    let date = row.required(cx, Column::Date, day);
    let inspected = row.required(cx, Column::Inspected, count);
    let about = row.optional(cx, Column::Text, text);
    Some(Inspection {
        place: row.place(),
        date: date?,
        inspected: inspected?,
        text: about.ok()?,
    })
}

fn training(row: &Row<'_>, cx: &mut Context<'_>) -> Option<Training> {
    let date = row.required(cx, Column::Date, day);
    let classes = row.required(cx, Column::Classes, count);
    let participants = row.required(cx, Column::Participants, count);
    let about = row.optional(cx, Column::Text, text);
    Some(Training {
        place: row.place(),
        date: date?,
        classes: classes?,
        participants: participants?,
        text: about.ok()?,
    })
}

fn fund(row: &Row<'_>, cx: &mut Context<'_>) -> Option<FundEntry> {
    let date = row.required(cx, Column::Date, day);
    let received = row.optional(cx, Column::Received, money);
    let spent = row.optional(cx, Column::Spent, money);
    let about = row.optional(cx, Column::Text, text);
    let Some((flow, amount)) = Flow::of(received.ok()?, spent.ok()?) else {
        cx.report(Diagnostic::error(Code::ReceivedOrSpent, &row.place()));
        return None;
    };
    Some(FundEntry {
        place: row.place(),
        date: date?,
        flow,
        amount,
        text: about.ok()?,
    })
}
