//! `kind: launch`: the launch of a movement, for all or for each of many recipients.
//!
//! In goes the map of the file; out comes a [`Launch`], once for every recipient where it has `for:`,
//! with the recipient's name in its text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::begin::begin;
use super::commemorate::names;
use super::fetched::Recipient;
use super::papers::{capital, foot, head, not_to_itself, signature};
use super::workspace::Workspace;
use crate::calendar::{Date, IssueDate, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::office::{Agency, Directory};
use crate::papers::{
    Audience, Contents, Criterion, DocumentType, Kind, Launch, LaunchForm, LaunchStage,
    TaskId, Text,
};
use crate::values::{BracedNames, Context, date, line, mark, text, texts};
use crate::yaml::{Fields, Node, Reader, Value, id, list, one_of, one_or_more, parsed};

/// The key of the targets of everybody who has none of his own.
const DEFAULT: &str = "default";

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

/// Reads the whole file as one recipient gets it, or all.
pub(super) fn launch(
    mut fields: Fields<'_>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    workspace: &Workspace<'_>,
    recipient: Option<&Recipient>,
) -> Option<Launch> {
    let form_place = fields.place_of("form");
    let form = fields
        .required(cx, "form", |node, cx| one_of(node, cx, &LaunchForm::ALL, LaunchForm::key));
    let audience =
        fields.optional(cx, "for", |node, cx| one_of(node, cx, &Audience::ALL, Audience::key));
    if audience.is_some() && recipient.is_none() {
        cx.report(Diagnostic::error(Code::NobodyToSendTo, &fields.place_of("for")));
    }
    let year = fields.peek("year").and_then(Year::parse);
    let mut known = names(&mut fields, cx, &workspace.commemorations, year);
    if let Some(recipient) = recipient {
        known.insert("recipient".to_owned(), recipient.name.clone());
    }
    let begun = begin(&mut fields, cx, folder_year, Some(BracedNames::Texts(known)));
    let document_type = document_type(form.unwrap_or(LaunchForm::Plan));
    let (mut head, issuer) = head(&mut fields, cx, begun, Kind::Launch, document_type);
    let drafter = fields.optional(cx, "drafter", line);
    let task = fields.optional(cx, "task", id);
    if let (Some(task), Some(year)) = (&task, year) {
        is_in_plan(task, year, workspace, cx);
    }
    let to = addressees(&mut fields, cx, issuer.as_deref(), audience);
    let targets = fields.node("targets").and_then(|node| {
        let wanted = recipient.map_or(DEFAULT, |recipient| recipient.id.as_str());
        targets(node, cx, wanted, &recipients(&fields, &workspace.directory))
    });
    let contents = contents(&mut fields, cx);
    if form == Some(LaunchForm::Speech) {
        capitals(&fields, to.as_deref(), contents.as_ref(), cx);
    }
    if let (Some(contents), Some(year)) = (&contents, year) {
        period_fits(contents, year, &fields.place_of("period"), cx);
    }
    let foot = if form == Some(LaunchForm::Speech) {
        without(&["number", "recipients", "filing"], &mut fields, cx);
        signature(&mut fields, cx, document_type, issuer.as_deref())
    } else {
        foot(&mut fields, cx, document_type, issuer.as_deref())
    };
    if form == Some(LaunchForm::Letter) {
        let addressed = to.is_some() || audience.is_some();
        let missing = [("to", addressed), ("drafter", drafter.is_some())];
        for (key, _) in missing.into_iter().filter(|(_, given)| !given) {
            cx.report(Diagnostic::error(Code::FormNeeds, &form_place).with("key", key));
        }
    }
    fields.finish(cx);
    if let (Some(head), Some(LaunchForm::Letter)) = (&mut head, form) {
        head.drafter = drafter;
    }
    let addressed = recipient.map(|recipient| vec![Text::parse(&recipient.name)]).or(to);
    Some(Launch {
        head: head?,
        form: form?,
        task: task.map(|task| Placed::new(TaskId(task.value), task.place)),
        to: addressed.unwrap_or_default(),
        targets: targets.unwrap_or_default(),
        contents: contents?,
        foot: foot?,
    })
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
fn capitals(
    fields: &Fields<'_>,
    to: Option<&[Text]>,
    contents: Option<&Contents>,
    cx: &mut Context<'_>,
) {
    let scope = contents.map(|contents| (&contents.scope, "scope"));
    let greeted = to.into_iter().flatten().map(|greeted| (greeted, "to"));
    for (text, key) in greeted.chain(scope) {
        capital(&text.letters(), &fields.place_of(key), cx);
    }
}

/// A movement takes place in its year, and its stages one after another within it.
fn period_fits(contents: &Contents, year: Year, place: &Place, cx: &mut Context<'_>) {
    let (from, until) = contents.period;
    let own = i32::from(year.get());
    let within = |day: Date| from <= day && day <= until;
    let stages = &contents.stages;
    let sound = from.year() <= own
        && own <= until.year()
        && stages.iter().all(|stage| within(stage.from) && within(stage.until))
        && stages.windows(2).all(|pair| pair[0].until < pair[1].from);
    if !sound {
        cx.report(
            Diagnostic::warning(Code::PeriodDoubtful, place).with("year", year.to_string()),
        );
    }
}

/// Reports keys for which a form has no place.
fn without(keys: &[&'static str], fields: &mut Fields<'_>, cx: &mut Context<'_>) {
    for &key in keys {
        if fields.node(key).is_some() {
            let place = fields.place_of(key);
            cx.report(Diagnostic::error(Code::FormLacks, &place).with("key", key));
        }
    }
}

fn document_type(form: LaunchForm) -> DocumentType {
    match form {
        LaunchForm::Plan => DocumentType::PLAN,
        LaunchForm::Notice => DocumentType::NOTICE,
        LaunchForm::Letter => DocumentType::LETTER,
        LaunchForm::Speech => DocumentType::SPEECH,
    }
}

/// Reads what a movement has to say; what the law requires is required.
fn contents(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Contents> {
    let blank = |key: &str| vec![Text::blank(key)];
    let list_of = |key: &'static str, cx: &mut Context<'_>, fields: &mut Fields<'_>| {
        let texts = fields.required_or_blank(cx, key, texts, blank);
        mark(key, texts, cx)
    };
    let opening = list_of("opening", cx, fields);
    let aims = list_of("aims", cx, fields);
    let scope = fields.required_or_blank(cx, "scope", text, Text::blank);
    let participants = list_of("participants", cx, fields);
    let content = list_of("content", cx, fields);
    let criteria = fields.required(cx, "criteria", |node, cx| list(node, cx, criterion));
    let period = fields.required(cx, "period", period);
    let stages = fields.optional(cx, "stages", |node, cx| list(node, cx, stage));
    let measures = list_of("measures", cx, fields);
    let reviews = list_of("reviews", cx, fields);
    let awards = list_of("awards", cx, fields);
    let arrangements = list_of("arrangements", cx, fields);
    let closing = fields.required_or_blank(cx, "closing", text, Text::blank);
    Some(Contents {
        opening: opening?,
        aims: aims?,
        scope: scope?,
        participants: participants?,
        content: content?,
        criteria: criteria?,
        period: period?,
        stages: stages.unwrap_or_default(),
        measures: measures?,
        reviews: reviews?,
        awards: awards?,
        arrangements: arrangements?,
        closing: closing?,
    })
}

/// A text, or a map of `text` and `points`.
fn criterion(node: &Node, cx: &mut Context<'_>) -> Option<Criterion> {
    if let Value::Scalar(_) = &node.value {
        return Some(Criterion { text: text(node, cx)?, points: None });
    }
    let mut fields = Fields::of(node, cx)?;
    let words = fields.required(cx, "text", text);
    let points = fields.required(cx, "points", |node, cx| {
        parsed(node, cx, "expected-number", |text| text.parse().ok())
    });
    fields.finish(cx);
    Some(Criterion { text: words?, points: Some(points?) })
}

/// `from` and `until`, the right way round.
fn period(node: &Node, cx: &mut Context<'_>) -> Option<(Date, Date)> {
    let mut fields = Fields::of(node, cx)?;
    let days = days(&mut fields, cx);
    fields.finish(cx);
    days
}

fn days(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<(Date, Date)> {
    let read: Reader<Date, Context<'_>> = date;
    let (from, until) =
        (fields.required(cx, "from", read), fields.required(cx, "until", read));
    let (from, until) = (from?, until?);
    if until < from {
        cx.report(Diagnostic::error(Code::PeriodReversed, &fields.place_of("until")));
        return None;
    }
    Some((from, until))
}

fn stage(node: &Node, cx: &mut Context<'_>) -> Option<LaunchStage> {
    let mut fields = Fields::of(node, cx)?;
    let days = days(&mut fields, cx);
    let words = fields.required(cx, "text", text);
    fields.finish(cx);
    let (from, until) = days?;
    Some(LaunchStage { from, until, text: words? })
}

/// Targets for everybody, or a map of recipients with their own.
fn targets(
    node: &Node,
    cx: &mut Context<'_>,
    wanted: &str,
    recipients: &[Recipient],
) -> Option<Vec<Text>> {
    let Value::Map(entries) = &node.value else { return texts(node, cx) };
    let mut own: BTreeMap<&str, Vec<Text>> = BTreeMap::new();
    for entry in entries {
        let known = || recipients.iter().map(|known| known.id.as_str()).chain([DEFAULT]);
        if !known().any(|id| id == entry.key) {
            cx.report(
                Diagnostic::error(Code::UnknownRecipient, &entry.key_place)
                    .with("id", entry.key.as_str())
                    .suggest(&entry.key, known()),
            );
        }
        if let Some(texts) = texts(&entry.node, cx) {
            own.insert(&entry.key, texts);
        }
    }
    own.remove(wanted).or_else(|| own.remove(DEFAULT))
}

/// The task that a launch carries out must be in the plan of its year.
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
