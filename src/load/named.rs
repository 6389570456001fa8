//! What a paper names: an agency by its id, a document of a superior agency by number, day and issuer.

use std::sync::Arc;

use crate::calendar::IssueDate;
use crate::diag::{Code, Diagnostic, Place};
use crate::form::DocumentType;
use crate::law::{Act, Award, Awards, is_number};
use crate::office::{Agency, AgencyId, BasesForm, Level};
use crate::papers::{FormValue, SuperiorDocument, Text, Values};
use crate::records::AwardNames;
use crate::values::{Context, date, line};
use crate::yaml::{Fields, Node, Value, id, normalised, parsed, word_of};

/// The agency that issues the paper: it must exist at its date.
pub(super) fn issuer(node: &Node, cx: &mut Context<'_>) -> Option<Arc<Agency>> {
    existing(node, cx, Diagnostic::error)
}

/// An agency by its id. One that does not exist at the date of the paper is pointed out.
pub(super) fn agency(node: &Node, cx: &mut Context<'_>) -> Option<Arc<Agency>> {
    existing(node, cx, Diagnostic::warning)
}

fn existing(
    node: &Node,
    cx: &mut Context<'_>,
    absence: fn(Code, &Place) -> Diagnostic,
) -> Option<Arc<Agency>> {
    let id = id(node, cx)?;
    let agency_id = AgencyId(id.value.clone());
    let Some(agency) = cx.setting.directory.get(&agency_id).cloned() else {
        if !cx.setting.directory.is_broken(&agency_id) {
            cx.report(
                Diagnostic::error(Code::UnknownAgency, &id.place)
                    .with("id", id.value.as_str())
                    .suggest(&id.value, cx.setting.directory.ids()),
            );
        }
        return None;
    };
    let absent = cx.known().date.is_some_and(|date| !agency.validity.admits(date));
    if absent && cx.is_news(&agency.id) {
        let mut diagnostic = absence(Code::AgencyNotInOffice, &id.place)
            .with("agency", agency.name.as_str())
            .related(&agency.place);
        if let Some(successor) = cx.setting.directory.successor_in_words(&agency) {
            diagnostic = diagnostic.with("successors", successor);
        }
        cx.report(diagnostic);
    }
    Some(agency)
}

/// A title of emulation or a form of commendation, by its id or its name.
pub(super) fn award(node: &Node, cx: &mut Context<'_>) -> Option<FormValue> {
    let given = line(node, cx)?;
    let found = known_award(&given, &node.place, cx)?;
    let name = match given == found.name {
        true => given,
        false => AwardNames::new(cx.setting.awards).printed(&given, found),
    };
    Some(FormValue::Award(found.id.clone(), name))
}

/// The title or form that a text names: by its id, its name, or its name with who grants it.
pub(super) fn award_of<'a>(given: &str, awards: &'a Awards) -> Option<&'a Award> {
    // Most are written as the law writes them.
    let is_it = |award: &&Award| award.id.0 == given || award.name == given;
    awards
        .all()
        .iter()
        .find(is_it)
        .or_else(|| awards.get(&AwardNames::new(awards).award(given)?))
}

/// The same; one that is not known is told.
pub(super) fn known_award<'a>(
    given: &str,
    place: &Place,
    cx: &mut Context<'a>,
) -> Option<&'a Award> {
    if let Some(found) = award_of(given, cx.setting.awards) {
        return Some(found);
    }
    let problem = Diagnostic::error(Code::UnknownAward, place).with("id", given);
    cx.report(AwardNames::new(cx.setting.awards).suggest(problem, given));
    None
}

/// Points out awards of a decision that its issuer does not grant on its date.
pub(super) fn granted_by_issuer(
    values: &Values,
    (issuer, date): (&Agency, IssueDate),
    cx: &mut Context<'_>,
) {
    let Some((day, _)) = date.span() else { return };
    let level = Level::of(issuer);
    for (_, value, place) in values.iter() {
        match (value, place) {
            (FormValue::Rows(rows), _) => {
                for row in rows {
                    granted_by_issuer(row, (issuer, date), cx);
                }
            }
            (FormValue::Award(id, name), Some(place)) => {
                let known = cx.setting.awards.get(id);
                if known.is_some_and(|award| !award.is_granted(level, day)) {
                    let problem = Diagnostic::error(Code::AwardNotGranted, place);
                    cx.report(
                        problem
                            .with("award", name.as_str())
                            .with("agency", issuer.name.as_str())
                            .with("date", day.slashed()),
                    );
                }
            }
            _ => {}
        }
    }
}

/// A type of document: one of Appendix III by its name, or one of the office's own with its abbreviation.
pub(super) fn document_type(node: &Node, cx: &mut Context<'_>) -> Option<DocumentType> {
    if let Value::Map(_) = &node.value {
        let mut fields = Fields::of(node, cx)?;
        let name = fields.required(cx, "name", line);
        let abbreviation = fields.required(cx, "abbreviation", abbreviation);
        fields.finish(cx);
        let (name, abbreviation) = (name?.into(), abbreviation?.into());
        return Some(DocumentType { name, abbreviation });
    }
    let known: Vec<&str> = DocumentType::names().collect();
    DocumentType::named(known[word_of(node, cx, &known)?])
}

/// Letters that stand for a type in the symbol of a paper.
fn abbreviation(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    parsed(node, cx, "expected-abbreviation", |text| {
        let is_sound = !text.is_empty() && text.chars().all(char::is_alphabetic);
        is_sound.then(|| text.to_owned())
    })
}

/// The document that a paper carries out.
pub(super) fn citation(node: &Node, cx: &mut Context<'_>) -> Option<SuperiorDocument> {
    let mut fields = Fields::of(node, cx)?;
    let type_name = fields.required(cx, "type", line);
    let number = fields.required(cx, "number", cited_number);
    let date = fields.required(cx, "date", date);
    let issuer = fields.required(cx, "issuer", line);
    let subject = fields.optional(cx, "subject", line);
    fields.finish(cx);
    Some(SuperiorDocument {
        subject,
        type_name: type_name?,
        number: number?,
        date: date?,
        issuer: issuer?,
    })
}

/// The number and symbol of a document.
fn cited_number(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    parsed(node, cx, "expected-cited-number", |text| {
        let text = normalised(text);
        is_number(&text).then_some(text)
    })
}

/// Points out a document among the values of a paper that is cited without its subject. A paper that writes its bases
/// as a sentence keeps the words in which it was issued.
pub(super) fn cited_with_subject(values: &Values, bases: BasesForm, cx: &mut Context<'_>) {
    for (key, value, place) in values.iter() {
        let (FormValue::Citations { known, .. }, Some(place)) = (value, place) else {
            continue;
        };
        // Another one is asked for.
        if cx.known().asked.contains(&**key) {
            continue;
        }
        for cited in known.iter().filter(|cited| cited.subject.is_none()) {
            if bases == BasesForm::Lines {
                let cited = format!("{} số {}", cited.type_name, cited.number);
                let warning = Diagnostic::warning(Code::CitationIncomplete, place);
                cx.report(warning.with("cited", cited));
            }
        }
    }
}

/// Points out what the bases of a paper cite without saying when it was issued, or what it is about (Decree
/// 30/2020/NĐ-CP, Appendix I, II.6).
pub(super) fn cited_in_full(bases: &[Text], cx: &mut Context<'_>) {
    for basis in bases {
        let Some(at) = basis.place() else { continue };
        let text = basis.letters();
        for (range, act) in cx.setting.acts.cited_in_part(&text) {
            let mut warning = Diagnostic::warning(Code::CitationIncomplete, &at.place)
                .with("cited", text[range].to_owned());
            if let Some(full) = act.and_then(Act::in_full) {
                warning = warning.with("proposals", full);
            }
            cx.report(warning);
        }
    }
}
