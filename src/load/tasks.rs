//! The tasks of a plan.
//!
//! In goes the list of a file; out come the tasks as the table has them, by quarter. Those of a unit's plan name
//! the tasks of the year's plan that they carry out; [`papers`](crate::papers) holds the two against each other.

use super::named::agency;
use crate::calendar::Quarter;
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::papers::{Content, Repeats, Task, TaskId, Text};
use crate::values::{Context, ids_differ, text, texts};
use crate::yaml::{Fields, Node, id, list, one_of, parsed};

/// Whose tasks are read: those of the yearly plan follow none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TasksOf {
    /// The yearly plan.
    Year,
    /// A unit's plan.
    Unit,
}

/// Reads the tasks. The table goes by quarters; within one the order of the file counts.
pub(super) fn tasks(node: &Node, cx: &mut Context<'_>, of: TasksOf) -> Option<Vec<Task>> {
    let sound = ids_differ(ids(node), cx);
    let mut tasks = list(node, cx, |node, cx| task(node, cx, of)).filter(|_| sound)?;
    tasks.sort_by_key(|task| task.quarter);
    Some(tasks)
}

/// The ids of all items and their places, also of those with other mistakes.
fn ids(node: &Node) -> impl Iterator<Item = (&str, &Place)> {
    node.items()
        .iter()
        .filter_map(|item| Some((item.scalar_of("id")?, &item.entry("id")?.place)))
}

fn task(node: &Node, cx: &mut Context<'_>, of: TasksOf) -> Option<Task> {
    let mut fields = Fields::of(node, cx)?;
    let follows = match of {
        TasksOf::Year => None,
        TasksOf::Unit => fields.optional(cx, "follows", id),
    };
    let id_read = fields.required(cx, "id", id);
    let quarter = fields.required(cx, "quarter", |node, cx| {
        parsed(node, cx, "expected-quarter", Quarter::parse)
    });
    let content = content(&mut fields, cx);
    let agencies = fields.required(cx, "agencies", |node, cx| list(node, cx, agency));
    let repeats = fields
        .optional(cx, "repeats", |node, cx| one_of(node, cx, &Repeats::ALL, Repeats::key));
    fields.finish(cx);
    let id_read = id_read?;
    let path = format!("tasks.{}", id_read.value);
    let open = &cx.known().open;
    let is_open = |item: Option<usize>| match item {
        None => open.contains(&path),
        Some(number) => open.contains(&format!("{path}.items.{number}")),
    };
    Some(Task {
        id: TaskId(id_read.value),
        place: id_read.place,
        quarter: quarter?,
        content: content?.in_question(is_open),
        agencies: agencies?,
        repeats: repeats.unwrap_or(Repeats::Yearly),
        follows: follows.map(|follows| Placed::new(TaskId(follows.value), follows.place)),
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
