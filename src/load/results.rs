//! `data/<year>/results/<unit>.yaml`: what a unit recorded in a year.

use super::agencies::date;
use super::awards::level;
use super::context::{Context, text};
use super::papers::year;
use crate::calendar::Date;
use crate::diag::{Code, Diagnostic, Placed};
use crate::law::AwardId;
use crate::office::{AgencyId, Level};
use crate::papers::results::{
    AwardRecord, Flow, FundEntry, Inspection, Movement, Progress, Progressed, Recipients,
    Results, Stage, State, Training, Way,
};
use crate::papers::{TaskId, Text};
use crate::yaml::{Fields, Node, Reader, flag, id, one_of, parsed, records};

/// The most money of one entry, đồng: what numbers in words can say.
pub(super) const MOST_MONEY: u64 = 999_999_999_999;

/// Reads the whole file.
pub(super) fn results(root: &Node, cx: &mut Context<'_>) -> Option<Results> {
    let mut fields = Fields::of(root, cx)?;
    let year = fields.required(cx, "year", year);
    let unit = fields.required(cx, "unit", id);
    let sample = fields.optional(cx, "sample", flag).unwrap_or(false);
    let tasks = many(&mut fields, cx, "tasks", progress);
    let movements = many(&mut fields, cx, "movements", movement);
    let awards = many(&mut fields, cx, "awards", award);
    let inspections = many(&mut fields, cx, "inspections", inspection);
    let training = many(&mut fields, cx, "training", training);
    let fund = many(&mut fields, cx, "fund", fund);
    fields.finish(cx);
    let unit = unit?;
    Some(Results {
        unit: Placed::new(AgencyId(unit.value), unit.place),
        year: year?,
        sample,
        tasks: tasks?,
        movements: movements?,
        awards: awards?,
        inspections: inspections?,
        training: training?,
        fund: fund?,
    })
}

/// A list that may be left out; none when an item of it is wrong.
fn many<'c, T>(
    fields: &mut Fields<'_>,
    cx: &mut Context<'c>,
    key: &'static str,
    read: Reader<T, Context<'c>>,
) -> Option<Vec<T>> {
    match fields.node(key) {
        None => Some(Vec::new()),
        Some(node) => records(node, cx, read),
    }
}

/// A whole number from 0.
pub(super) fn count(node: &Node, cx: &mut Context<'_>) -> Option<u32> {
    parsed(node, cx, "expected-count", |text| text.parse().ok())
}

/// Money in đồng.
pub(super) fn money(node: &Node, cx: &mut Context<'_>) -> Option<u64> {
    parsed(node, cx, "expected-money", |text| {
        text.parse().ok().filter(|amount| *amount <= MOST_MONEY)
    })
}

fn progress(node: &Node, cx: &mut Context<'_>) -> Option<Progress> {
    let mut fields = Fields::of(node, cx)?;
    let task = fields.required(cx, "task", id);
    let progressed = fields
        .required(cx, "state", |node, cx| one_of(node, cx, &Progressed::ALL, Progressed::key));
    let done = fields.optional(cx, "done", date);
    let result = fields.optional(cx, "result", text);
    let note = fields.optional(cx, "note", text);
    fields.finish(cx);
    let Some(state) = State::new(progressed?, done) else {
        cx.report(Diagnostic::error(Code::DoneButNotDone, &node.place));
        return None;
    };
    Some(Progress {
        place: node.place.clone(),
        task: TaskId(task?.value),
        state,
        result,
        note,
    })
}

fn movement(node: &Node, cx: &mut Context<'_>) -> Option<Movement> {
    let mut fields = Fields::of(node, cx)?;
    let name = fields.required(cx, "name", text);
    let from = fields.required(cx, "from", date);
    let until = fields.optional(cx, "until", date);
    let collectives = fields.required(cx, "collectives", count);
    let individuals = fields.required(cx, "individuals", count);
    fields.finish(cx);
    Some(Movement {
        place: node.place.clone(),
        name: name?,
        from: from?,
        until,
        collectives: collectives?,
        individuals: individuals?,
    })
}

fn award(node: &Node, cx: &mut Context<'_>) -> Option<AwardRecord> {
    let mut fields = Fields::of(node, cx)?;
    let date = fields.required(cx, "date", date);
    let what = Awarded::read(&mut fields, cx);
    fields.finish(cx);
    let what = what?;
    Some(AwardRecord {
        place: node.place.clone(),
        date: date?,
        award: what.award,
        level: what.level,
        way: what.way,
        stage: what.stage,
        recipients: what.recipients,
    })
}

/// What was awarded, by whom, and to how many: of one decision, or of a whole period.
pub(super) struct Awarded {
    /// The title or form.
    pub(super) award: AwardId,
    /// Who grants it.
    pub(super) level: Level,
    /// For what kind of merit.
    pub(super) way: Way,
    /// Proposed or granted.
    pub(super) stage: Stage,
    /// To how many.
    pub(super) recipients: Recipients,
}

impl Awarded {
    /// Reads it.
    pub(super) fn read(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let award = fields.required(cx, "award", id);
        let level = fields.required(cx, "level", level);
        let way = fields.required(cx, "way", |node, cx| one_of(node, cx, &Way::ALL, Way::key));
        let stage =
            fields.required(cx, "stage", |node, cx| one_of(node, cx, &Stage::ALL, Stage::key));
        let recipients = recipients(fields, cx);
        Some(Self {
            award: AwardId(award?.value),
            level: level?,
            way: way?,
            stage: stage?,
            recipients: recipients?,
        })
    }
}

/// How many: each kind may be left out, but direct workers are told with individuals.
fn recipients(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Recipients> {
    let number =
        |key: &'static str, cx: &mut Context<'_>, fields: &mut Fields<'_>| match fields
            .node(key)
        {
            None => Some(0),
            Some(node) => count(node, cx),
        };
    let collectives = number("collectives", cx, fields);
    let individuals = number("individuals", cx, fields);
    let households = number("households", cx, fields);
    let direct_workers = if individuals.is_some_and(|count| count > 0) {
        fields.required(cx, "direct_workers", count)
    } else {
        number("direct_workers", cx, fields)
    };
    Some(Recipients {
        collectives: collectives?,
        individuals: individuals?,
        direct_workers: direct_workers?,
        households: households?,
    })
}

/// What an event has: its day, two numbers, what it was about.
type Event = (Date, u32, u32, Option<Text>);

fn event(
    node: &Node,
    cx: &mut Context<'_>,
    first: &'static str,
    second: Option<&'static str>,
) -> Option<Event> {
    let mut fields = Fields::of(node, cx)?;
    let day = fields.required(cx, "date", date);
    let one = fields.required(cx, first, count);
    let other = match second {
        Some(key) => fields.required(cx, key, count),
        None => Some(0),
    };
    let about = fields.optional(cx, "text", text);
    fields.finish(cx);
    Some((day?, one?, other?, about))
}

fn inspection(node: &Node, cx: &mut Context<'_>) -> Option<Inspection> {
    let (date, inspected, _, text) = event(node, cx, "inspected", None)?;
    Some(Inspection { place: node.place.clone(), date, inspected, text })
}

fn training(node: &Node, cx: &mut Context<'_>) -> Option<Training> {
    let (date, classes, participants, text) =
        event(node, cx, "classes", Some("participants"))?;
    Some(Training {
        place: node.place.clone(),
        date,
        classes,
        participants,
        text,
    })
}

fn fund(node: &Node, cx: &mut Context<'_>) -> Option<FundEntry> {
    let mut fields = Fields::of(node, cx)?;
    let day = fields.required(cx, "date", date);
    let received = fields.optional(cx, Flow::Received.key(), money);
    let spent = fields.optional(cx, Flow::Spent.key(), money);
    let about = fields.optional(cx, "text", text);
    fields.finish(cx);
    let Some((flow, amount)) = Flow::of(received, spent) else {
        cx.report(Diagnostic::error(Code::ReceivedOrSpent, &node.place));
        return None;
    };
    Some(FundEntry {
        place: node.place.clone(),
        date: day?,
        flow,
        amount,
        text: about,
    })
}
