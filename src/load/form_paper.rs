//! Reading a paper by its form, whatever its kind.
//!
//! In goes the map of the file with the form; out comes a [`FormPaper`]. What a key must be is asked of the form,
//! how a value is read of its type (`form_value`); here is the order, and what holds between keys. A kind from
//! which something is computed makes its struct of what comes out.

use super::begin::{begin, year_ahead};
use super::clauses::references;
use super::commemorate::{name_shortly, names};
use super::fetched::Recipient;
use super::fitting::{capitals, periods_fit, spoken};
use super::form_value::{Whose, values};
use super::named::{cited_with_subject, granted_by_issuer};
use super::papers::{foot, head};
use super::reading::{Reading, choose};
use super::recipients::{audience, audiences, recipients};
use super::sent::{Sent, not_addressed, not_to_itself};
use super::slips::slips;
use super::workspace::Workspace;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Placed};
use crate::form::{Form, Key, KeyType, Layout, Need};
use crate::office::Agency;
use crate::papers::{Audience, Clause, FormPaper, FormValue, Head, TaskId, Text, Values};
use crate::values::{BracedNames, Context, line, marked, text};
use crate::yaml::{Fields, Value, id, one_or_more, word_of};

/// The type of a paper that grants what it names, as certificates do.
const DECISION: &str = "Quyết định";

/// What is known of a paper before its text is read.
pub(super) struct First<'a> {
    /// The year of its folder.
    pub(super) folder_year: Option<Year>,
    /// The names that its texts may hold in braces.
    pub(super) names: Option<BracedNames>,
    /// Keys that had to be read before, and their values; none when one of them is wrong.
    pub(super) read: &'a [&'a str],
    pub(super) values: Option<Values>,
    /// Who gets copies, and whose is read.
    pub(super) audience: Option<Audience>,
    pub(super) recipient: Option<&'a Recipient>,
}

impl First<'_> {
    /// What is known of a paper that is one for all and has no names in braces.
    pub(super) fn of(folder_year: Option<Year>) -> Self {
        Self {
            folder_year,
            names: None,
            read: &[],
            values: Some(Values::default()),
            audience: None,
            recipient: None,
        }
    }
}

/// Reads the whole file of a paper that its form alone defines, as one recipient gets it, or all.
pub(super) fn form_paper<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    form: &'f Form,
    folder_year: Option<Year>,
    workspace: &Workspace<'_>,
    recipient: Option<&Recipient>,
) -> Option<FormPaper> {
    let reading = choose(&mut fields, cx, form);
    let said = match reading.form.need("for", reading.at) {
        Need::Absent => None,
        Need::Optional | Need::Draft | Need::Required => fields.node("for"),
    };
    let said = said.filter(|node| node.value != Value::Null);
    let known = audiences(form);
    let audience = said
        .and_then(|node| word_of(node, cx, &known))
        .and_then(|at| audience(known[at], form));
    if audience.is_some() && recipient.is_none() {
        cx.report(Diagnostic::error(Code::NobodyToSendTo, &fields.place_of("for")));
    }
    let mut names = braced_names(&mut fields, cx, (workspace, form), recipient);
    // Days in brackets are not spoken.
    if let (Some(BracedNames::Texts(known)), Layout::Speech) = (&mut names, reading.layout()) {
        name_shortly(known);
    }
    let first = First {
        names,
        audience,
        recipient,
        ..First::of(folder_year)
    };
    paper(fields, cx, &reading, first, workspace)
}

/// Reads what every paper has.
pub(super) fn paper<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
    first: First<'_>,
    workspace: &Workspace<'_>,
) -> Option<FormPaper> {
    let form = reading.form;
    let year = year_ahead(&fields);
    let begun = begin(&mut fields, cx, first.folder_year, first.names, reading);
    let (head, issuer) = head(&mut fields, cx, begun, reading);
    let drafter = reading.common(&mut fields, cx, "drafter", line);
    let task = reading.common(&mut fields, cx, "task", id).flatten();
    if let (Some(task), Some(year)) = (&task, year) {
        is_in_plan(task, year, workspace, cx);
    }
    let to = addressees(&mut fields, cx, reading, issuer.as_deref(), first.audience.as_ref());
    let all = told_apart(&fields, form, workspace, cx);
    let before = (first.read, first.values);
    let values = own_values(&mut fields, cx, reading, before, (first.recipient, &all));
    if reading.layout() == Layout::Speech {
        capitals(&fields, to.as_deref(), form, cx);
    }
    if let Some(values) = &values {
        texts_read_well(values, reading, to.as_deref().unwrap_or_default(), cx);
        if let Some(year) = year {
            periods_fit(values, form, year, &fields, cx);
        }
    }
    let is_addressed = reading.is_addressed();
    let above = to.as_deref().unwrap_or_default();
    let sent = Sent { is_addressed, to: above, copy: first.recipient };
    let foot = foot(&mut fields, cx, reading, issuer.as_deref(), &sent);
    if let Some(Some(foot)) = &foot {
        let parts = foot.appendices.iter().flat_map(|appendix| &appendix.body);
        slips(parts.flat_map(Clause::running_texts), cx);
    }
    let to = sent_to(to, reading, first.audience.as_ref(), cx);
    reading.report_absent(&mut fields, cx);
    fields.finish(cx);
    reading.at?;
    // Other layouts print none; a switch may yet make a letter of the paper.
    let drafter = drafter?.filter(|_| reading.layout() == Layout::Letter);
    let addressed = first
        .recipient
        .filter(|_| is_addressed)
        .map(|recipient| vec![Text::parse(&recipient.name)])
        .or(to);
    let row = first.recipient.and_then(|one| one.row.as_ref());
    let values = values?;
    let mut head = Head { drafter, ..head? };
    let bases = workspace.layout.with(head.layout).bases;
    cited_with_subject(&values, bases, cx);
    if &*head.document_type.name == DECISION || reading.layout() == Layout::Certificate {
        granted_by_issuer(&values, (&head.issuer.agency, head.date), cx);
    }
    // A type that the paper itself names; of an appendix that of the document that it goes with, which its reference names.
    if let Some(of) = values.document_type() {
        head.document_type = of.clone();
    }
    Some(FormPaper {
        head,
        layout: reading.layout(),
        task: task.map(|task| Placed::new(TaskId(task.value), task.place)),
        to: addressed.unwrap_or_default(),
        values,
        rows_before: row.map_or(0, |row| row.at),
        foot: foot?,
    })
}

/// The recipients of a paper, where its values tell them apart: only targets do.
fn told_apart(
    fields: &Fields<'_>,
    form: &Form,
    workspace: &Workspace<'_>,
    cx: &Context<'_>,
) -> Vec<Recipient> {
    match form.own_keys().any(|key| key.is == KeyType::Targets) {
        true => recipients(fields, &workspace.directory, form, &mut cx.look_ahead()),
        false => Vec::new(),
    }
}

/// Points out slips in the texts of a paper, and in a speech what cannot be spoken.
fn texts_read_well(values: &Values, reading: &Reading<'_>, to: &[Text], cx: &mut Context<'_>) {
    slips(values.iter().flat_map(|(_, value, _)| value.running_texts()), cx);
    if reading.layout() == Layout::Speech {
        spoken(values, to, cx);
    }
}

/// Reads the form's own keys, but for those that were read before, and notes what the switch says.
fn own_values<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
    (read, before): (&[&str], Option<Values>),
    whose: Whose<'_>,
) -> Option<Values> {
    let is_left = |key: &&Key| !read.contains(&key.key());
    let left: Vec<&Key> = reading.form.own_keys().filter(is_left).collect();
    let mut values = values(fields, cx, &left, reading.at, whose)?;
    if let (Some(switch), Some(chosen)) = (reading.form.switch(), &reading.chosen) {
        values.insert(switch.name.key.clone(), FormValue::Choice(chosen.clone()), None);
    }
    values.extend(before?);
    Some(values)
}

/// The names that texts may hold in braces: commemorations, and who gets this copy. Where the file gives
/// neither, braces are braces.
fn braced_names(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    (workspace, form): (&Workspace<'_>, &Form),
    recipient: Option<&Recipient>,
) -> Option<BracedNames> {
    let year = year_ahead(fields);
    let is_given = |key: &str| fields.peek_node(key).is_some();
    let references = references(fields, form, cx);
    let has_names = is_given("commemorations") || is_given("for") || !references.is_empty();
    let mut known = names(fields, cx, &workspace.commemorations, year);
    if let Some(recipient) = recipient {
        known.insert("recipient".to_owned(), recipient.name.clone());
    }
    known.extend(references);
    has_names.then_some(BracedNames::Texts(known))
}

/// To whom it is addressed, as far as the file says it; copies are addressed one by one.
fn addressees<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
    issuer: Option<&Agency>,
    audience: Option<&Audience>,
) -> Option<Vec<Text>> {
    let to = reading.common(fields, cx, "to", |node, cx| one_or_more(node, cx, text));
    let to = to.flatten().map(|texts| marked("to", texts, cx));
    if let Some(issuer) = issuer {
        not_to_itself("to", fields, issuer, cx);
    }
    if to.is_some() && reading.at.is_some() && !reading.is_addressed() {
        not_addressed(fields, reading, cx);
    }
    if to.is_some() && audience.is_some() {
        cx.report(Diagnostic::error(Code::ToBesideFor, &fields.place_of("to")));
    }
    to
}

/// To whom a paper goes: a letter must say it, or be made for recipients; a draft shows where that will stand.
fn sent_to(
    to: Option<Vec<Text>>,
    reading: &Reading<'_>,
    audience: Option<&Audience>,
    cx: &mut Context<'_>,
) -> Option<Vec<Text>> {
    if to.is_some() || reading.layout() != Layout::Letter || audience.is_some() {
        return to;
    }
    if cx.setting.draft {
        return Some(vec![Text::blank("to")]);
    }
    reading.needs("to", cx);
    None
}

/// The task that a paper carries out must be in the plan of its year.
fn is_in_plan(
    task: &Placed<String>,
    year: Year,
    workspace: &Workspace<'_>,
    cx: &mut Context<'_>,
) {
    let Some(plan) = workspace.plan(year) else { return };
    if plan.tasks().iter().all(|known| known.id.0 != task.value) {
        cx.report(
            Diagnostic::error(Code::UnknownFollows, &task.place)
                .with("year", year.to_string())
                .with("id", task.value.as_str())
                .suggest(&task.value, plan.tasks().iter().map(|known| known.id.0.as_str())),
        );
    }
}
