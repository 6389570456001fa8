//! A paper that its form alone defines.
//!
//! In goes the map of the file with the form; out comes a [`FormPaper`], once for every recipient where it has
//! `for:`, with the recipient's name in its text. What a key must be is asked of the form, how a value is read
//! of its type (`form_value`); here is the order, and what holds between keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::begin::begin;
use super::commemorate::names;
use super::fetched::Recipient;
use super::form_value::values;
use super::papers::{capital, foot, head, not_to_itself, signature};
use super::workspace::Workspace;
use crate::calendar::{Date, IssueDate, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::form::{DocumentType, Form, Group, Key, KeyType, Layout, Need};
use crate::office::{Agency, Directory};
use crate::papers::{Audience, Foot, FormPaper, FormValue, Kind, TaskId, Text};
use crate::values::{BracedNames, Context, line, text};
use crate::yaml::{Fields, id, one_of, one_or_more, word_of};

/// To whom copies go, as far as the file says it; nobody in particular when it does not.
pub(super) fn recipients(fields: &Fields<'_>, directory: &Directory) -> Vec<Recipient> {
    let audience = fields.peek("for");
    let audience = Audience::ALL.into_iter().find(|known| Some(known.key()) == audience);
    let clusters = directory.clusters.iter();
    let date = fields.peek("date").and_then(|date| IssueDate::parse(date).ok());
    let exists = |unit: &&Arc<Agency>| date.is_none_or(|date| unit.validity.admits(date));
    // Nobody sends a paper to himself.
    let issuer = fields.peek("issuer");
    let is_other = |unit: &&Arc<Agency>| Some(unit.id.0.as_str()) != issuer;
    match audience {
        Some(Audience::Clusters) => clusters
            .map(|cluster| Recipient {
                id: cluster.id.0.clone(),
                name: cluster.name.clone(),
            })
            .collect(),
        Some(Audience::Units) => clusters
            .flat_map(|cluster| directory.units(&cluster.id).filter(exists).filter(is_other))
            .map(|unit| Recipient {
                id: unit.id.0.clone(),
                name: unit.short_name.clone(),
            })
            .collect(),
        None => Vec::new(),
    }
}

/// A form while a paper of it is read.
struct Reading<'a> {
    form: &'a Form,
    /// The group that the switch has chosen; the first where it is wrong.
    at: usize,
    /// Where the choice stands.
    place: Place,
}

impl<'a> Reading<'a> {
    fn group(&self) -> Option<&'a Group> {
        self.form.groups.get(self.at)
    }

    fn need(&self, key: &str) -> Need {
        self.form.need(key, self.at)
    }

    fn layout(&self) -> Layout {
        self.group().map_or(Layout::Titled, |group| group.layout)
    }

    /// That a key must be given where the switch stands so, and is not.
    fn needs(&self, key: &str, cx: &mut Context<'_>) {
        cx.report(Diagnostic::error(Code::FormNeeds, &self.place).with("key", key));
    }
}

/// Reads the whole file as one recipient gets it, or all.
pub(super) fn form_paper<'f>(
    mut fields: Fields<'f>,
    cx: &mut Context<'_>,
    form: &'f Form,
    folder_year: Option<Year>,
    workspace: &Workspace<'_>,
    recipient: Option<&Recipient>,
) -> Option<FormPaper> {
    let (chosen, reading) = choose(&mut fields, cx, form);
    let audience =
        fields.optional(cx, "for", |node, cx| one_of(node, cx, &Audience::ALL, Audience::key));
    if audience.is_some() && recipient.is_none() {
        cx.report(Diagnostic::error(Code::NobodyToSendTo, &fields.place_of("for")));
    }
    let year = fields.peek("year").and_then(Year::parse);
    let known = braced_names(&mut fields, cx, workspace, year, recipient);
    let begun = begin(&mut fields, cx, folder_year, known, form);
    let document_type = reading.group().and_then(|group| group.document_type.clone());
    let document_type = document_type.unwrap_or_else(|| DocumentType::unabbreviated(""));
    let (mut head, issuer) = head(
        &mut fields,
        cx,
        begun,
        (Kind::of(&form.kind), document_type),
        (form, reading.at),
    );
    let drafter = fields.optional(cx, "drafter", line);
    let task = fields.optional(cx, "task", id);
    if let (Some(task), Some(year)) = (&task, year) {
        is_in_plan(task, year, workspace, cx);
    }
    let to = addressees(&mut fields, cx, issuer.as_deref(), audience);
    let whose = (recipient, recipients(&fields, &workspace.directory));
    let own: Vec<&Key> = form.own_keys().collect();
    let values = values(&mut fields, cx, &own, reading.at, (whose.0, &whose.1));
    if reading.layout() == Layout::Speech {
        capitals(&fields, to.as_deref(), form, cx);
    }
    if let (Some(values), Some(year)) = (&values, year) {
        periods_fit(values, form, year, &fields, cx);
    }
    let foot = foot_of(&mut fields, cx, &reading, issuer.as_deref());
    if reading.layout() == Layout::Letter {
        let addressed = to.is_some() || audience.is_some();
        let missing = [("to", addressed), ("drafter", drafter.is_some())];
        for (key, _) in missing.into_iter().filter(|(_, given)| !given) {
            reading.needs(key, cx);
        }
        if let Some(head) = &mut head {
            head.drafter = drafter;
        }
    }
    has_no_place(&mut fields, cx, &reading);
    fields.finish(cx);
    let addressed = recipient.map(|recipient| vec![Text::parse(&recipient.name)]).or(to);
    let mut values = values?;
    if let (Some(switch), Some(chosen)) = (form.switch(), &chosen) {
        values.insert(switch.name.key.clone(), FormValue::Line(chosen.clone()));
    }
    (form.switch().is_none() || chosen.is_some()).then_some(())?;
    Some(FormPaper {
        head: head?,
        layout: reading.layout(),
        task: task.map(|task| Placed::new(TaskId(task.value), task.place)),
        to: addressed.unwrap_or_default(),
        values,
        foot: foot?,
    })
}

/// The names that texts may hold in braces: commemorations, and who gets this copy. Where the file gives
/// neither, braces are braces.
fn braced_names(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    workspace: &Workspace<'_>,
    year: Option<Year>,
    recipient: Option<&Recipient>,
) -> Option<BracedNames> {
    let is_given = |key: &str| fields.peek_node(key).is_some();
    let has_names = is_given("commemorations") || is_given("for");
    let mut known = names(fields, cx, &workspace.commemorations, year);
    if let Some(recipient) = recipient {
        known.insert("recipient".to_owned(), recipient.name.clone());
    }
    has_names.then_some(BracedNames::Texts(known))
}

/// Reads the switch, which decides on the rest.
fn choose<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    form: &'f Form,
) -> (Option<String>, Reading<'f>) {
    let Some(switch) = form.switch() else {
        return (None, Reading { form, at: 0, place: fields.place_of("kind") });
    };
    let place = fields.place_of(switch.key());
    let chosen = fields.required_node(cx, switch.key()).and_then(|node| {
        let known = form.switch_values();
        word_of(node, cx, &known).map(|at| known[at].to_owned())
    });
    let at = form.group_of(chosen.as_deref()).unwrap_or(0);
    (chosen, Reading { form, at, place })
}

/// Recipients and signature, as far as the layout has them; the outer none says that something is wrong.
#[expect(clippy::option_option, reason = "sound or not, and there or not, are two things")]
fn foot_of(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    reading: &Reading<'_>,
    issuer: Option<&Agency>,
) -> Option<Option<Foot>> {
    match reading.layout() {
        Layout::Titled | Layout::Letter => {
            foot(fields, cx, reading.layout(), issuer).map(Some)
        }
        Layout::Speech => signature(fields, cx, Layout::Speech, issuer).map(Some),
        Layout::Appendix => Some(None),
    }
}

/// Reports keys that are known to the form and have no place where the switch stands so.
fn has_no_place<'f>(fields: &mut Fields<'f>, cx: &mut Context<'_>, reading: &Reading<'f>) {
    let absent = |key: &&str| reading.need(key) == Need::Absent;
    let keys = reading.form.keys.iter().map(|key| key.key());
    for key in keys.filter(absent) {
        if fields.node(key).is_some() {
            let place = fields.place_of(key);
            cx.report(Diagnostic::error(Code::FormLacks, &place).with("key", key));
        }
    }
}

/// To whom it is addressed, as far as the file says it; copies are addressed one by one.
fn addressees(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    issuer: Option<&Agency>,
    audience: Option<Audience>,
) -> Option<Vec<Text>> {
    let to = fields.optional(cx, "to", |node, cx| one_or_more(node, cx, text));
    if let Some(issuer) = issuer {
        not_to_itself("to", fields, issuer, cx);
    }
    if to.is_some() && audience.is_some() {
        cx.report(Diagnostic::error(Code::ToBesideFor, &fields.place_of("to")));
    }
    to
}

/// Looks at what stands within the sentences of a speech: "Kính thưa …", "Phạm vi: …".
fn capitals(fields: &Fields<'_>, to: Option<&[Text]>, form: &Form, cx: &mut Context<'_>) {
    for greeted in to.into_iter().flatten() {
        capital(&greeted.letters(), &fields.place_of("to"), cx);
    }
    for key in form.own_keys().filter(|key| key.is_within) {
        if let Some(text) = fields.peek(key.key()) {
            capital(&Text::parse(text).letters(), &fields.place_of(key.key()), cx);
        }
    }
}

/// A period lies in the year of its paper, and its stages one after another within it.
fn periods_fit(
    values: &BTreeMap<Arc<str>, FormValue>,
    form: &Form,
    year: Year,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
) {
    let own = i32::from(year.get());
    let stages = values.values().find_map(|value| match value {
        FormValue::Stages(stages) => Some(stages.as_slice()),
        _ => None,
    });
    let stages = stages.unwrap_or_default();
    for key in form.own_keys().filter(|key| key.is == KeyType::Period) {
        let Some(FormValue::Period(from, until)) = values.get(&key.name.key) else { continue };
        let within = |day: Date| *from <= day && day <= *until;
        let is_sound = from.year() <= own
            && own <= until.year()
            && stages.iter().all(|stage| within(stage.from) && within(stage.until))
            && stages.windows(2).all(|pair| pair[0].until < pair[1].from);
        if !is_sound {
            let place = fields.place_of(key.key());
            let warning = Diagnostic::warning(Code::PeriodDoubtful, &place);
            cx.report(warning.with("year", year.to_string()));
        }
    }
}

/// The task that a paper carries out must be in the plan of its year.
fn is_in_plan(
    task: &Placed<String>,
    year: Year,
    workspace: &Workspace<'_>,
    cx: &mut Context<'_>,
) {
    let Some(plan) = workspace.plan(year) else { return };
    if plan.tasks.iter().all(|known| known.id.0 != task.value) {
        cx.report(
            Diagnostic::error(Code::UnknownFollows, &task.place)
                .with("year", year.to_string())
                .with("id", task.value.as_str())
                .suggest(&task.value, plan.tasks.iter().map(|known| known.id.0.as_str())),
        );
    }
}
