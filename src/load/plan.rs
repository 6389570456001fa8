//! `kind: plan` and `kind: unit-plan`: the yearly plan, and a unit's plan under it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agencies::date;
use super::context::{Context, text, texts};
use super::fields::{Fields, id, list, one_of, one_or_more, parsed};
use super::papers::{agency, citation, foot, head};
use super::yaml::Node;
use crate::calendar::{Date, Quarter, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::office::Directory;
use crate::papers::{Content, Kind, Plan, Repeats, Task, TaskId, Text, UnitPlan};

/// Reads the whole file of the yearly plan.
pub(super) fn plan(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    directory: &Directory,
    folder_year: Option<Year>,
) -> Option<Plan> {
    let body = body(&mut fields, cx, Kind::Plan, directory, folder_year);
    let deadline = fields.node("deadlines").map(|node| deadlines(node, cx));
    let place = fields.place_of("deadlines");
    fields.finish(cx);
    let deadline = match deadline {
        Some(deadline) => Some(deadline?),
        None => None,
    };
    let (plan, _) = body?;
    if let Some(deadline) = deadline {
        deadline_is_told(deadline, &place, &plan.arrangements, cx);
    }
    Some(Plan { unit_plans_deadline: deadline, ..plan })
}

/// Reads the whole file of a unit's plan.
pub(super) fn unit_plan(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    directory: &Directory,
    folder_year: Option<Year>,
) -> Option<UnitPlan> {
    let body = body(&mut fields, cx, Kind::UnitPlan, directory, folder_year);
    let received = fields.optional(cx, "received", date);
    fields.finish(cx);
    let (plan, follows) = body?;
    Some(UnitPlan { plan, received, follows })
}

/// The task that each task follows.
type Follows = BTreeMap<TaskId, Placed<TaskId>>;

/// Reads what both kinds of plan have.
fn body(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    kind: Kind,
    directory: &Directory,
    folder_year: Option<Year>,
) -> Option<(Plan, Follows)> {
    let blank = |key: &str| vec![Text::blank(key)];
    let read_task = match kind {
        Kind::Plan => task,
        Kind::UnitPlan => unit_task,
    };
    let head = head(fields, cx, kind, directory, folder_year);
    let bases = fields.required_or_blank(cx, "bases", texts, blank);
    let implements =
        fields.optional(cx, "implements", |node, cx| one_or_more(node, cx, citation));
    let purpose = fields.required_or_blank(cx, "purpose", texts, blank);
    let requirements = fields.required_or_blank(cx, "requirements", texts, blank);
    let tasks = fields
        .required_node(cx, "tasks")
        .and_then(|node| list(node, cx, read_task))
        .and_then(|drafts| resolve(drafts, cx, directory));
    let arrangements = fields.required_or_blank(cx, "arrangements", texts, blank);
    let foot = foot(fields, cx, head.as_ref());
    let (tasks, follows) = tasks?;
    let plan = Plan {
        head: head?,
        bases: bases?,
        implements: implements.unwrap_or_default(),
        purpose: purpose?,
        requirements: requirements?,
        tasks,
        arrangements: arrangements?,
        unit_plans_deadline: None,
        foot: foot?,
    };
    Some((plan, follows))
}

/// A task whose agencies are still ids.
struct TaskDraft {
    id: Placed<String>,
    follows: Option<Placed<String>>,
    quarter: Quarter,
    content: Content,
    agencies: Vec<Placed<String>>,
    repeats: Repeats,
}

fn task(node: &Node, cx: &mut Context<'_>) -> Option<TaskDraft> {
    let mut fields = Fields::of(node, cx)?;
    let task = common_task(&mut fields, cx);
    fields.finish(cx);
    task
}

fn unit_task(node: &Node, cx: &mut Context<'_>) -> Option<TaskDraft> {
    let mut fields = Fields::of(node, cx)?;
    let follows = fields.optional(cx, "follows", id);
    let task = common_task(&mut fields, cx);
    fields.finish(cx);
    Some(TaskDraft { follows, ..task? })
}

fn common_task(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<TaskDraft> {
    let id_read = fields.required(cx, "id", id);
    let quarter = fields.required(cx, "quarter", |node, cx| {
        parsed(node, cx, "expected-quarter", Quarter::parse)
    });
    let content = content(fields, cx);
    let agencies = fields.required(cx, "agencies", |node, cx| list(node, cx, id));
    let repeats = fields
        .optional(cx, "repeats", |node, cx| one_of(node, cx, &Repeats::ALL, Repeats::key));
    Some(TaskDraft {
        id: id_read?,
        follows: None,
        quarter: quarter?,
        content: content?,
        agencies: agencies?,
        repeats: repeats.unwrap_or(Repeats::Yearly),
    })
}

/// `text` or `items`, one of them.
fn content(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Content> {
    match (fields.node("text"), fields.node("items")) {
        (Some(_), Some(items)) => {
            cx.report(Diagnostic::error(Code::TextAndItems, &items.place));
            None
        }
        (None, Some(items)) => texts(items, cx).map(Content::Items),
        (Some(node), None) => text(node, cx).map(Content::Text),
        (None, None) => fields
            .required_or_blank(cx, "text", text, Text::blank)
            .map(Content::Text),
    }
}

/// Looks the agencies up and holds the ids against each other.
fn resolve(
    drafts: Vec<TaskDraft>,
    cx: &mut Context<'_>,
    directory: &Directory,
) -> Option<(Vec<Task>, Follows)> {
    let mut sound = true;
    for (at, draft) in drafts.iter().enumerate() {
        if let Some(first) = drafts[..at].iter().find(|first| first.id.value == draft.id.value)
        {
            sound = false;
            cx.report(
                Diagnostic::error(Code::DuplicateId, &draft.id.place)
                    .with("id", draft.id.value.as_str())
                    .related(&first.id.place),
            );
        }
    }
    let follows = drafts
        .iter()
        .filter_map(|draft| {
            let follows = draft.follows.as_ref()?;
            let followed = Placed::new(TaskId(follows.value.clone()), follows.place.clone());
            Some((TaskId(draft.id.value.clone()), followed))
        })
        .collect();
    let tasks: Vec<Option<Task>> = drafts
        .into_iter()
        .map(|draft| {
            let agencies: Vec<Option<Arc<_>>> =
                draft.agencies.iter().map(|id| agency(id, directory, cx)).collect();
            Some(Task {
                id: TaskId(draft.id.value),
                place: draft.id.place,
                quarter: draft.quarter,
                content: draft.content,
                agencies: agencies.into_iter().collect::<Option<_>>()?,
                repeats: draft.repeats,
            })
        })
        .collect();
    let mut tasks: Vec<Task> = tasks.into_iter().collect::<Option<_>>()?;
    // The table goes by quarters; within one the order of the file counts.
    tasks.sort_by_key(|task| task.quarter);
    sound.then_some((tasks, follows))
}

fn deadlines(node: &Node, cx: &mut Context<'_>) -> Option<Date> {
    let mut fields = Fields::of(node, cx)?;
    let unit_plans = fields.required(cx, "unit_plans", date);
    fields.finish(cx);
    unit_plans
}

/// The deadline that the program counts with must be the one that the units read.
fn deadline_is_told(
    deadline: Date,
    place: &Place,
    arrangements: &[Text],
    cx: &mut Context<'_>,
) {
    let told = deadline.slashed();
    if !arrangements.iter().any(|text| text.letters().contains(&told)) {
        cx.report(Diagnostic::warning(Code::DeadlineNotTold, place).with("deadline", told));
    }
}
