//! An old plan as the text of a YAML file.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::foot::Foot;
use super::head::{Citation, Head};
use super::known::{Known, KnownTask, OldPlan};
use super::sections::Sections;
use super::tasks::OldTask;
use crate::calendar::{IssueDate, Year};
use crate::office::AgencyId;
use crate::records::OfficeNames;
use crate::roll::likeness;
use crate::sheets::slug;
use crate::yaml::written;

/// How much of two tasks must be the same, years and numbers aside, for one to be the other.
const LEAST_LIKENESS: f64 = 0.75;
/// How many words of a task make its id.
const WORDS_OF_ID: usize = 5;

/// All that was found.
pub(super) struct Found<'f> {
    pub(super) year: Year,
    pub(super) issuer: Option<AgencyId>,
    pub(super) head: &'f Head,
    pub(super) sections: Sections,
    pub(super) foot: Foot,
}

/// Writes the file.
pub(super) fn write(found: &Found<'_>, known: &Known<'_>, names: &OfficeNames<'_>) -> OldPlan {
    let Found { year, issuer, head, sections, foot } = found;
    let mut text = format!("kind: plan\nyear: {year}\n");
    entry(&mut text, "issuer", issuer.as_ref().map(|issuer| issuer.0.as_str()));
    entry(&mut text, "number", head.number.as_deref());
    let date = head.date.and_then(IssueDate::key);
    entry(&mut text, "date", date.as_deref());
    let subject = Some(head.subject.as_str()).filter(|subject| !subject.is_empty());
    entry(&mut text, "subject", subject.map(written).as_deref());
    list(&mut text, "bases", &head.bases);
    implements(&mut text, &head.implements);
    text.push('\n');
    list(&mut text, "purpose", &sections.purpose);
    list(&mut text, "requirements", &sections.requirements);
    let mut plan = OldPlan {
        year: *year,
        text: String::new(),
        new_ids: Vec::new(),
        unknown: Vec::new(),
    };
    if !sections.tasks.is_empty() {
        text.push_str("\ntasks:\n");
        let mut ids = BTreeSet::new();
        for own in &sections.tasks {
            task(&mut text, own, (known.tasks, names), &mut ids, &mut plan);
        }
    }
    text.push('\n');
    list(&mut text, "arrangements", &sections.arrangements);
    if let Some(day) = &sections.unit_plans {
        let _ = writeln!(text, "deadlines:\n  unit_plans: {day}");
    }
    text.push('\n');
    list(&mut text, "recipients", &foot.recipients);
    if let Some(filing) = &foot.filing {
        let _ = writeln!(text, "filing: {}", written(filing));
    }
    let issuer = issuer.as_ref().and_then(|issuer| known.directory.get(issuer));
    let is_committee = issuer.is_some_and(|issuer| issuer.collective.is_some());
    if is_committee && !foot.is_collective && foot.signer.is_some() {
        text.push_str("competence: head\n");
    }
    entry(&mut text, "signer", foot.signer.as_deref());
    if head.is_sentence {
        text.push_str("layout: {bases: sentence}\n");
    }
    plan.text = text;
    plan
}

/// A key with its value, or with none.
fn entry(text: &mut String, key: &str, value: Option<&str>) {
    let _ = writeln!(text, "{key}: {}", value.unwrap_or("~"));
}

fn list(text: &mut String, key: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(text, "{key}:");
    for item in items {
        let _ = writeln!(text, "  - {}", written(item));
    }
}

fn implements(text: &mut String, citations: &[Citation]) {
    let one = |text: &mut String, cited: &Citation, (first, other): (&str, &str)| {
        let _ = writeln!(text, "{first}type: {}", written(&cited.document_type));
        let _ = writeln!(text, "{other}number: {}", written(&cited.number));
        let _ = writeln!(text, "{other}date: {}", cited.date);
        let _ = writeln!(text, "{other}issuer: {}", written(&cited.issuer));
        if let Some(subject) = &cited.subject {
            let _ = writeln!(text, "{other}subject: {}", written(subject));
        }
    };
    match citations {
        [] => {}
        [only] => {
            text.push_str("implements:\n");
            one(text, only, ("  ", "  "));
        }
        several => {
            text.push_str("implements:\n");
            several.iter().for_each(|cited| one(text, cited, ("  - ", "    ")));
        }
    }
}

/// A task. One that another plan of the office has too keeps its id, and how often it comes back.
fn task(
    text: &mut String,
    own: &OldTask,
    (known, names): (&[KnownTask], &OfficeNames<'_>),
    ids: &mut BTreeSet<String>,
    plan: &mut OldPlan,
) {
    let meant = meant(own, known).filter(|task| !ids.contains(&task.id));
    let id = match meant {
        Some(task) => task.id.clone(),
        None => {
            let id = new_id(own, ids, known);
            plan.new_ids.push(id.clone());
            id
        }
    };
    ids.insert(id.clone());
    let _ = writeln!(text, "  - id: {id}");
    let quarter = own.quarter.map(|quarter| quarter.to_string());
    let _ = writeln!(text, "    quarter: {}", quarter.as_deref().unwrap_or("~"));
    texts(text, "text", &own.texts);
    if let Some(task) =
        meant.filter(|task| task.texts == own.texts && !task.corrected.is_empty())
    {
        texts(text, "corrected", &task.corrected);
    }
    let mut agencies: Vec<String> = Vec::new();
    for name in &own.agencies {
        match names.agency(name) {
            Some(agency) => agencies.push(agency.0),
            None if plan.unknown.contains(name) => {}
            None => plan.unknown.push(name.clone()),
        }
    }
    if !agencies.is_empty() {
        let _ = writeln!(text, "    agencies: [{}]", agencies.join(", "));
    }
    if let Some(repeats) = meant.and_then(|task| task.repeats.as_deref()) {
        let _ = writeln!(text, "    repeats: {repeats}");
    }
}

fn texts(text: &mut String, key: &str, texts: &[String]) {
    match texts {
        [only] => {
            let _ = writeln!(text, "    {key}: {}", written(only));
        }
        several => {
            let key = if key == "text" { "items" } else { key };
            let _ = writeln!(text, "    {key}:");
            for item in several {
                let _ = writeln!(text, "      - {}", written(item));
            }
        }
    }
}

/// The task of another plan that is most like one.
fn meant<'k>(own: &OldTask, known: &'k [KnownTask]) -> Option<&'k KnownTask> {
    let plain = |texts: &[String]| -> String {
        let text = texts.join(" ").to_lowercase();
        text.chars()
            .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
            .collect()
    };
    let wanted = plain(&own.texts);
    let scored = known.iter().map(|task| {
        let exact = if task.texts == own.texts { 1.0 } else { 0.0 };
        (likeness(&wanted, &plain(&task.texts)) + exact, task)
    });
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= LEAST_LIKENESS).then_some(best.1)
}

/// An id of the first words of a task.
fn new_id(own: &OldTask, ids: &BTreeSet<String>, known: &[KnownTask]) -> String {
    let words = slug(own.texts.first().map(String::as_str).unwrap_or_default());
    let stem: Vec<&str> = words.split('-').take(WORDS_OF_ID).collect();
    let stem = if words.is_empty() { "task".to_owned() } else { stem.join("-") };
    let is_free = |id: &String| !ids.contains(id) && known.iter().all(|task| task.id != *id);
    let mut candidates = std::iter::once(stem.clone())
        .chain((2..).map(|number: u32| format!("{stem}-{number}")));
    candidates.find(is_free).unwrap_or(stem)
}
