//! The tasks of a plan.
//!
//! In goes the list of a file; out come the tasks as the table has them, by quarter. Those of a unit's plan name
//! the tasks of the year's plan that they carry out; [`papers`](crate::papers) holds the two against each other.

use super::named::agency;
use crate::calendar::{Due, IssueDate, Period, Quarter, Span};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::papers::{Content, Repeats, Task, TaskId, Text};
use crate::values::{Context, Deadline, deadlines, ids_differ, text, texts};
use crate::yaml::{Fields, Node, Value, id, list, one_of, parsed};

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
    let due = fields.optional(cx, "due", due);
    let due_place = fields.place_of("due");
    let content = content(&mut fields, cx);
    // A slip of an issued paper stays in that paper.
    let corrected = fields.optional(cx, "corrected", |node, cx| match &node.value {
        Value::List(_) => texts(node, cx).map(Content::Items),
        Value::Null | Value::Wrong | Value::Scalar(_) | Value::Map(_) => {
            text(node, cx).map(Content::Text)
        }
    });
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
    let content = content?.in_question(is_open);
    let corrected = corrected.map(|corrected| corrected.in_question(is_open));
    let quarter = quarter?;
    let due = match due {
        Some(due) => within(due, quarter, &due_place, cx),
        None => Due::Quarter(quarter),
    };
    told_otherwise(corrected.as_ref().unwrap_or(&content), due, cx);
    Some(Task {
        id: TaskId(id_read.value),
        place: id_read.place,
        quarter,
        due,
        content,
        corrected,
        agencies: agencies?,
        repeats: repeats.unwrap_or(Repeats::Yearly),
        follows: follows.map(|follows| Placed::new(TaskId(follows.value), follows.place)),
    })
}

/// `due`: a day, a month, or all year.
fn due(node: &Node, cx: &mut Context<'_>) -> Option<Due> {
    parsed(node, cx, "expected-due", |text| match IssueDate::parse(text) {
        Ok(IssueDate::Given(day)) => Some((Due::Day(day), Some(day.year()))),
        Ok(IssueDate::DayBlank(month)) => {
            Some((Due::Month(month.number()), IssueDate::DayBlank(month).year()))
        }
        Ok(IssueDate::Blank) | Err(_) => {
            (text == Due::ALL_YEAR).then_some((Due::AllYear, None))
        }
    })
    .and_then(|(due, given)| {
        let year = cx.known().year.map(|year| i32::from(year.get()));
        let is_of_another = given.is_some_and(|given| year.is_some_and(|year| given != year));
        if is_of_another {
            let problem = Diagnostic::error(Code::DueInOtherYear, &node.place);
            cx.report(problem.with("year", year.unwrap_or_default().to_string()));
        }
        (!is_of_another).then_some(due)
    })
}

/// Points out a day or a month that lies in another quarter than the task.
fn within(due: Due, quarter: Quarter, place: &Place, cx: &mut Context<'_>) -> Due {
    if let (Some(year), false) = (cx.known().year, due == Due::AllYear) {
        let period = Period::new(year, Span::Quarter(quarter));
        if due.last_day(year).is_some_and(|last| !period.contains(last)) {
            let warning = Diagnostic::warning(Code::DueInOtherQuarter, place);
            cx.report(warning.with("quarter", quarter.roman()));
        }
    }
    due
}

/// Points out a deadline in a task's own words that is not the day on which it is counted as due.
fn told_otherwise(content: &Content, due: Due, cx: &mut Context<'_>) {
    let Some(year) = cx.known().year else { return };
    let Some(last) = due.last_day(year) else { return };
    let of_text = |text: &Text| {
        let Some(at) = text.place() else { return Vec::new() };
        // A task is due in the year of its plan; a day of another year is something else's.
        let told = deadlines(&text.letters(), year).into_iter();
        let own = told.filter(|told| told.last.year() == i32::from(year.get()));
        own.map(|told| (at.place.clone(), told)).collect()
    };
    let told: Vec<(Place, Deadline)> = content.texts().iter().flat_map(of_text).collect();
    // Of several parts with deadlines of their own the last one is the task's.
    let Some((place, latest)) = told.iter().max_by_key(|(_, told)| told.last) else { return };
    if !latest.admits(last) {
        cx.report(
            Diagnostic::warning(Code::DueToldOtherwise, place)
                .with("told", latest.words.as_str())
                .with("due", last.slashed())
                .with("proposals", latest.last.to_string()),
        );
    }
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
