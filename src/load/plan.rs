//! `kind: plan`: the yearly plan.

use std::sync::Arc;

use super::agencies::date;
use super::context::{Context, text, texts};
use super::fields::{Fields, id, list, one_of, one_or_more, parsed};
use super::papers::{agency, citation, foot, head};
use super::yaml::Node;
use crate::calendar::{Date, Quarter, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::office::Directory;
use crate::papers::{Content, Kind, Plan, Repeats, Task, TaskId, Text};

/// Reads the whole file.
pub(super) fn plan(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    directory: &Directory,
    folder_year: Option<Year>,
) -> Option<Plan> {
    let blank = |key: &str| vec![Text::blank(key)];
    let head = head(&mut fields, cx, Kind::Plan, directory, folder_year);
    let bases = fields.required_or_blank(cx, "bases", texts, blank);
    let implements =
        fields.optional(cx, "implements", |node, cx| one_or_more(node, cx, citation));
    let purpose = fields.required_or_blank(cx, "purpose", texts, blank);
    let requirements = fields.required_or_blank(cx, "requirements", texts, blank);
    let drafts = fields.required(cx, "tasks", |node, cx| list(node, cx, task));
    let tasks = drafts.and_then(|drafts| resolve(drafts, cx, directory));
    let arrangements = fields.required_or_blank(cx, "arrangements", texts, blank);
    let deadline = fields.node("deadlines").map(|node| deadlines(node, cx));
    let foot = foot(&mut fields, cx, head.as_ref());
    let deadlines_place = fields.place_of("deadlines");
    fields.finish(cx);
    let arrangements = arrangements?;
    let unit_plans_deadline = match deadline {
        Some(deadline) => Some(deadline?),
        None => None,
    };
    if let Some(deadline) = unit_plans_deadline {
        deadline_is_told(deadline, &deadlines_place, &arrangements, cx);
    }
    Some(Plan {
        head: head?,
        bases: bases?,
        implements: implements.unwrap_or_default(),
        purpose: purpose?,
        requirements: requirements?,
        tasks: tasks?,
        arrangements,
        unit_plans_deadline,
        foot: foot?,
    })
}

/// A task whose agencies are still ids.
struct TaskDraft {
    id: Placed<String>,
    quarter: Quarter,
    content: Content,
    agencies: Vec<Placed<String>>,
    repeats: Repeats,
}

fn task(node: &Node, cx: &mut Context<'_>) -> Option<TaskDraft> {
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let quarter = fields.required(cx, "quarter", |node, cx| {
        parsed(node, cx, "expected-quarter", Quarter::parse)
    });
    let content = content(&mut fields, cx);
    let agencies = fields.required(cx, "agencies", |node, cx| list(node, cx, id));
    let repeats = fields
        .optional(cx, "repeats", |node, cx| one_of(node, cx, &Repeats::ALL, Repeats::key));
    fields.finish(cx);
    Some(TaskDraft {
        id: id_read?,
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
) -> Option<Vec<Task>> {
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
    let tasks: Vec<Option<Task>> = drafts
        .into_iter()
        .map(|draft| {
            let agencies: Vec<Option<Arc<_>>> =
                draft.agencies.iter().map(|id| agency(id, directory, cx)).collect();
            Some(Task {
                id: TaskId(draft.id.value),
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
    sound.then_some(tasks)
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
