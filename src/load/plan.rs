//! `kind: plan` and `kind: unit-plan`: the yearly plan, and a unit's plan under it.
//!
//! In goes the map of the file; out comes a [`Plan`] or a [`UnitPlan`]. A unit's plan names the tasks
//! of the year's plan that it carries out; [`papers`](crate::papers) holds the two against each
//! other.

use std::collections::BTreeMap;

use super::begin::begin;
use super::named::{agency, citation};
use super::papers::{foot, head};
use crate::calendar::{Date, Quarter, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::form::{Form, Layout};
use crate::papers::{Content, Kind, Plan, Repeats, Task, TaskId, Text, UnitPlan};
use crate::values::{Context, date, ids_differ, mark, text, texts};
use crate::yaml::{Fields, Node, Reader, id, list, one_of, one_or_more, parsed};

/// Reads the whole file of the yearly plan.
pub(super) fn plan<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    form: &'f Form,
) -> Option<Plan> {
    let of = (Kind::Plan, form);
    let body = body(&mut fields, cx, of, task, folder_year);
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
pub(super) fn unit_plan<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    form: &'f Form,
) -> Option<UnitPlan> {
    let of = (Kind::UnitPlan, form);
    let body = body(&mut fields, cx, of, unit_task, folder_year);
    let received = fields.optional(cx, "received", date);
    fields.finish(cx);
    let (plan, follows) = body?;
    Some(UnitPlan { plan, received, follows })
}

/// The task that each task follows.
type Follows = BTreeMap<TaskId, Placed<TaskId>>;

/// Reads what both kinds of plan have.
fn body<'c, 'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'c>,
    (kind, form): (Kind, &'f Form),
    read_task: Reader<Followed, Context<'c>>,
    folder_year: Option<Year>,
) -> Option<(Plan, Follows)> {
    let blank = |key: &str| vec![Text::blank(key)];
    let begun = begin(fields, cx, folder_year, None, form);
    let (head, issuer) = head(fields, cx, begun, (kind, form.document_type()), (form, 0));
    let bases = mark("bases", fields.required_or_blank(cx, "bases", texts, blank), cx);
    let implements =
        fields.optional(cx, "implements", |node, cx| one_or_more(node, cx, citation));
    let purpose = mark("purpose", fields.required_or_blank(cx, "purpose", texts, blank), cx);
    let requirements = fields.required_or_blank(cx, "requirements", texts, blank);
    let requirements = mark("requirements", requirements, cx);
    let tasks = fields.required_node(cx, "tasks").and_then(|node| {
        let sound = ids_differ(ids(node), cx);
        list(node, cx, read_task).filter(|_| sound).map(in_order)
    });
    let arrangements = fields.required_or_blank(cx, "arrangements", texts, blank);
    let arrangements = mark("arrangements", arrangements, cx);
    let foot = foot(fields, cx, Layout::Titled, issuer.as_deref());
    let (tasks, follows) = tasks?;
    let plan = Plan {
        head: head?,
        bases: bases?,
        implements: implements.unwrap_or_default(),
        implements_asked: cx.known().open.contains("implements"),
        purpose: purpose?,
        requirements: requirements?,
        tasks,
        arrangements: arrangements?,
        unit_plans_deadline: None,
        foot: foot?,
    };
    Some((plan, follows))
}

/// A task and the one that it follows.
type Followed = (Task, Option<Placed<String>>);

fn task(node: &Node, cx: &mut Context<'_>) -> Option<Followed> {
    let mut fields = Fields::of(node, cx)?;
    let task = common_task(&mut fields, cx);
    fields.finish(cx);
    Some((task?, None))
}

fn unit_task(node: &Node, cx: &mut Context<'_>) -> Option<Followed> {
    let mut fields = Fields::of(node, cx)?;
    let follows = fields.optional(cx, "follows", id);
    let task = common_task(&mut fields, cx);
    fields.finish(cx);
    Some((task?, follows))
}

fn common_task(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Task> {
    let id_read = fields.required(cx, "id", id);
    let quarter = fields.required(cx, "quarter", |node, cx| {
        parsed(node, cx, "expected-quarter", Quarter::parse)
    });
    let content = content(fields, cx);
    let agencies = fields.required(cx, "agencies", |node, cx| list(node, cx, agency));
    let repeats = fields
        .optional(cx, "repeats", |node, cx| one_of(node, cx, &Repeats::ALL, Repeats::key));
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

/// The ids of all items and their places, also of those with other mistakes.
fn ids(node: &Node) -> impl Iterator<Item = (&str, &Place)> {
    node.items()
        .iter()
        .filter_map(|item| Some((item.scalar_of("id")?, &item.entry("id")?.place)))
}

/// The tasks as the table has them, and the tasks that they follow. The table goes by quarters;
/// within one the order of the file counts.
fn in_order(tasks: Vec<Followed>) -> (Vec<Task>, Follows) {
    let follows = tasks
        .iter()
        .filter_map(|(task, follows)| {
            let follows = follows.as_ref()?;
            let followed = Placed::new(TaskId(follows.value.clone()), follows.place.clone());
            Some((task.id.clone(), followed))
        })
        .collect();
    let mut tasks: Vec<Task> = tasks.into_iter().map(|(task, _)| task).collect();
    tasks.sort_by_key(|task| task.quarter);
    (tasks, follows)
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
