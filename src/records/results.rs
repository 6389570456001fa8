//! `data/<year>/results/<unit>.yaml`: what a unit recorded in a year, and the decoders of its records.
//!
//! A row of a table becomes a node like an entry here, and is decoded by the same functions.

use crate::calendar::Date;
use crate::diag::{Code, Diagnostic, Placed};
use crate::law::AwardId;
use crate::office::{AgencyId, Level};
use crate::papers::progress::{Progressed, TaskProgress, TaskState};
use crate::papers::results::{
    AwardRecord, AwardStage, Flow, FundEntry, Honoured, Inspection, Movement, Results,
    Training, Way,
};
use crate::papers::{TaskId, Text};
use crate::values::{Context, date, level, text, year};
use crate::yaml::{Fields, Node, Reader, flag, id, one_of, parsed, records};

/// The most money of one entry, đồng: what numbers in words can say.
pub(super) const MOST_MONEY: u64 = 999_999_999_999;

/// The lists that a file of results has, and that tables are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// How tasks stand.
    Tasks,
    /// Movements of emulation.
    Movements,
    /// Titles and commendations.
    Awards,
    /// Inspections.
    Inspections,
    /// Training.
    Training,
    /// The fund.
    Fund,
}

impl RecordKind {
    /// All of them, in the order of a file and of a workbook.
    pub(super) const ALL: [Self; 6] = [
        Self::Tasks,
        Self::Movements,
        Self::Awards,
        Self::Inspections,
        Self::Training,
        Self::Fund,
    ];

    /// The key of its list.
    fn key(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Movements => "movements",
            Self::Awards => "awards",
            Self::Inspections => "inspections",
            Self::Training => "training",
            Self::Fund => "fund",
        }
    }

    /// The decoder of its records, be they entries of YAML or rows of a table.
    pub(super) fn reader<'c>(self) -> Reader<Record, Context<'c>> {
        match self {
            Self::Tasks => |node, cx| progress(node, cx).map(Record::Task),
            Self::Movements => |node, cx| movement(node, cx).map(Record::Movement),
            Self::Awards => |node, cx| award(node, cx).map(Record::Award),
            Self::Inspections => |node, cx| inspection(node, cx).map(Record::Inspection),
            Self::Training => |node, cx| training(node, cx).map(Record::Training),
            Self::Fund => |node, cx| fund(node, cx).map(Record::Fund),
        }
    }
}

/// One record.
pub(super) enum Record {
    /// How a task stands.
    Task(TaskProgress),
    /// A movement.
    Movement(Movement),
    /// An award.
    Award(AwardRecord),
    /// An inspection.
    Inspection(Inspection),
    /// Training.
    Training(Training),
    /// An entry of the fund.
    Fund(FundEntry),
}

impl Record {
    /// Adds it to the results of its unit.
    pub(super) fn add_to(self, results: &mut Results) {
        match self {
            Self::Task(record) => results.tasks.push(record),
            Self::Movement(record) => results.movements.push(record),
            Self::Award(record) => results.awards.push(record),
            Self::Inspection(record) => results.inspections.push(record),
            Self::Training(record) => results.training.push(record),
            Self::Fund(record) => results.fund.push(record),
        }
    }
}

/// Reads the whole file. With a slip in one record there are none.
pub(super) fn results(root: &Node, cx: &mut Context<'_>) -> Option<Results> {
    let mut fields = Fields::of(root, cx)?;
    let year = fields.required(cx, "year", year);
    let unit = fields.required(cx, "unit", id);
    let sample = fields.optional(cx, "sample", flag).unwrap_or(false);
    let lists = RecordKind::ALL.map(|kind| match fields.node(kind.key()) {
        None => Some(Vec::new()),
        Some(node) => records(node, cx, kind.reader()),
    });
    fields.finish(cx);
    let unit = unit?;
    let mut results = Results::new(Placed::new(AgencyId(unit.value), unit.place), year?);
    results.sample = sample;
    for list in lists {
        for record in list? {
            record.add_to(&mut results);
        }
    }
    Some(results)
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

fn progress(node: &Node, cx: &mut Context<'_>) -> Option<TaskProgress> {
    let mut fields = Fields::of(node, cx)?;
    // By its id, its number or its text: which task is meant is known once the plans are read.
    let task = fields.required(cx, "task", text);
    let progressed = fields
        .required(cx, "state", |node, cx| one_of(node, cx, &Progressed::ALL, Progressed::key));
    let done = fields.sound(cx, "done", date);
    let result = fields.sound(cx, "result", text);
    let note = fields.sound(cx, "note", text);
    fields.finish(cx);
    let Some(state) = TaskState::new(progressed?, done?) else {
        cx.report(Diagnostic::error(Code::DoneButNotDone, &node.place));
        return None;
    };
    Some(TaskProgress {
        place: node.place.clone(),
        task: TaskId(task?.letters()),
        state,
        result: result?,
        note: note?,
    })
}

fn movement(node: &Node, cx: &mut Context<'_>) -> Option<Movement> {
    let mut fields = Fields::of(node, cx)?;
    let name = fields.required(cx, "name", text);
    let from = fields.required(cx, "from", date);
    let until = fields.sound(cx, "until", date);
    let collectives = fields.required(cx, "collectives", count);
    let individuals = fields.required(cx, "individuals", count);
    fields.finish(cx);
    Some(Movement {
        place: node.place.clone(),
        name: name?,
        from: from?,
        until: until?,
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
        honoured: what.honoured,
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
    pub(super) stage: AwardStage,
    /// To how many.
    pub(super) honoured: Honoured,
}

impl Awarded {
    /// Reads it.
    pub(super) fn read(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let award = fields.required(cx, "award", id);
        let level = fields.required(cx, "level", level);
        let way = fields.required(cx, "way", |node, cx| one_of(node, cx, &Way::ALL, Way::key));
        let stage = fields.required(cx, "stage", |node, cx| {
            one_of(node, cx, &AwardStage::ALL, AwardStage::key)
        });
        let honoured = honoured(fields, cx);
        Some(Self {
            award: AwardId(award?.value),
            level: level?,
            way: way?,
            stage: stage?,
            honoured: honoured?,
        })
    }
}

/// How many: each kind may be left out, but direct workers are told with individuals.
fn honoured(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Honoured> {
    let number = |key: &'static str, cx: &mut Context<'_>, fields: &mut Fields<'_>| {
        let number = fields.sound(cx, key, count)?;
        Some(u64::from(number.unwrap_or_default()))
    };
    let collectives = number("collectives", cx, fields);
    let individuals = number("individuals", cx, fields);
    let households = number("households", cx, fields);
    let direct_workers = if individuals.is_some_and(|count| count > 0) {
        fields.required(cx, "direct_workers", count).map(u64::from)
    } else {
        number("direct_workers", cx, fields)
    };
    Some(Honoured {
        collectives: collectives?,
        individuals: individuals?,
        direct_workers: direct_workers?,
        households: households?,
    })
}

/// What an event has: its day, two numbers, what it was about.
type DatedEvent = (Date, u32, u32, Option<Text>);

fn event(
    node: &Node,
    cx: &mut Context<'_>,
    first: &'static str,
    second: Option<&'static str>,
) -> Option<DatedEvent> {
    let mut fields = Fields::of(node, cx)?;
    let day = fields.required(cx, "date", date);
    let one = fields.required(cx, first, count);
    let other = match second {
        Some(key) => fields.required(cx, key, count),
        None => Some(0),
    };
    let about = fields.sound(cx, "text", text);
    fields.finish(cx);
    Some((day?, one?, other?, about?))
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
    let received = fields.sound(cx, Flow::Received.key(), money);
    let spent = fields.sound(cx, Flow::Spent.key(), money);
    let about = fields.sound(cx, "text", text);
    fields.finish(cx);
    let Some((flow, amount)) = Flow::of(received?, spent?) else {
        cx.report(Diagnostic::error(Code::ReceivedOrSpent, &node.place));
        return None;
    };
    Some(FundEntry {
        place: node.place.clone(),
        date: day?,
        flow,
        amount,
        text: about?,
    })
}
