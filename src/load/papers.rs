//! The common head and foot of documents.

use super::agencies::report_date;
use super::context::{Context, line, texts};
use super::fields::{Fields, flag, id, parsed, scalar};
use super::yaml::Node;
use crate::calendar::{IssueDate, Year};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::office::{Agency, AgencyId, Directory, SignerId};
use crate::papers::{Citation, Foot, Head, Issuer, Kind, Number, Text};
use std::sync::Arc;

/// A year.
pub(super) fn year(node: &Node, cx: &mut Context<'_>) -> Option<Year> {
    parsed(node, cx, "expected-year", Year::parse)
}

/// Reads what stands above the text. `folder_year` is the year of the folder, which must agree.
pub(super) fn head(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    kind: Kind,
    directory: &Directory,
    folder_year: Option<Year>,
) -> Option<Head> {
    let year = fields.required(cx, "year", year);
    if let (Some(year), Some(folder)) = (year, folder_year)
        && year != folder
    {
        cx.report(
            Diagnostic::error(Code::YearOfFolder, &fields.place_of("year"))
                .with("year", year.to_string())
                .with("folder", folder.to_string()),
        );
    }
    cx.sample = fields.optional(cx, "sample", flag).unwrap_or(false);
    let issuer = fields.required(cx, "issuer", id);
    let number = fields.optional(cx, "number", number);
    let date = fields.required_or_blank(cx, "date", issue_date, |_| IssueDate::Blank);
    let subject = fields.required_or_blank(cx, "subject", line, |key| format!("[{key}]"));
    let issuer =
        issuer.and_then(|id| agency(&id, directory, cx).map(|agency| (id.place, agency)));
    let issuer = issuer.and_then(|(place, agency)| {
        in_office(&agency, &place, date, cx);
        let letterhead = agency.letterhead.clone();
        if letterhead.is_none() {
            cx.report(
                Diagnostic::error(Code::NoLetterhead, &place)
                    .with("agency", agency.id.0.as_str())
                    .related(&agency.place),
            );
        }
        Some(Issuer { letterhead: letterhead?, agency })
    });
    Some(Head {
        kind,
        year: year?,
        issuer: issuer?,
        number,
        date: date?,
        sample: cx.sample,
        subject: subject?,
    })
}

/// Reads what stands below the text. The signer is looked up among those of the issuer.
pub(super) fn foot(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    head: Option<&Head>,
) -> Option<Foot> {
    let blank = |key: &str| vec![Text::blank(key)];
    let recipients = fields.required_or_blank(cx, "recipients", texts, blank);
    let filing = fields.required_or_blank(cx, "filing", line, |key| format!("[{key}]"));
    let signer = fields.required(cx, "signer", id);
    let (recipients, filing, signer, head) = (recipients?, filing?, signer?, head?);
    let agency = &head.issuer.agency;
    let Some(found) = agency.signer(&SignerId(signer.value.clone()), head.date) else {
        let known = agency.signers.iter().map(|signer| signer.id.0.as_str());
        let exists = known.clone().any(|id| id == signer.value);
        let code = if exists { Code::SignerNotInOffice } else { Code::UnknownSigner };
        let diagnostic = Diagnostic::error(code, &signer.place)
            .with("id", signer.value.as_str())
            .with("agency", agency.id.0.as_str());
        cx.report(if exists { diagnostic } else { diagnostic.suggest(&signer.value, known) });
        return None;
    };
    if found.name.is_none() && !cx.draft && !cx.sample {
        cx.report(
            Diagnostic::error(Code::SignerWithoutName, &signer.place)
                .with("id", signer.value.as_str())
                .related(&found.place),
        );
        return None;
    }
    let (signer_office, signer_name) = (found.office.lines(), found.name.clone());
    Some(Foot { recipients, filing, signer_office, signer_name })
}

/// Looks an agency up.
pub(super) fn agency(
    id: &Placed<String>,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Option<Arc<Agency>> {
    let agency_id = AgencyId(id.value.clone());
    let found = directory.get(&agency_id).cloned();
    if found.is_none() && !directory.is_broken(&agency_id) {
        cx.report(
            Diagnostic::error(Code::UnknownAgency, &id.place)
                .with("id", id.value.as_str())
                .suggest(&id.value, directory.ids()),
        );
    }
    found
}

/// Reports an agency that does not exist at the date of the paper.
fn in_office(agency: &Agency, place: &Place, date: Option<IssueDate>, cx: &mut Context<'_>) {
    if date.is_some_and(|date| !agency.period.admits(date)) {
        cx.report(
            Diagnostic::warning(Code::AgencyNotInOffice, place)
                .with("agency", agency.name.as_str())
                .related(&agency.place),
        );
    }
}

/// The document that a paper carries out.
pub(super) fn citation(node: &Node, cx: &mut Context<'_>) -> Option<Citation> {
    let mut fields = Fields::of(node, cx)?;
    let type_name = fields.required(cx, "type", line);
    let number = fields.required(cx, "number", line);
    let date = fields.required(cx, "date", super::agencies::date);
    let issuer = fields.required(cx, "issuer", line);
    fields.finish(cx);
    Some(Citation {
        type_name: type_name?,
        number: number?,
        date: date?,
        issuer: issuer?,
    })
}

fn number(node: &Node, cx: &mut Context<'_>) -> Option<Number> {
    parsed(node, cx, "expected-document-number", Number::parse)
}

fn issue_date(node: &Node, cx: &mut Context<'_>) -> Option<IssueDate> {
    let text = scalar(node, cx, "expected-issue-date")?;
    match IssueDate::parse(text) {
        Ok(date) => Some(date),
        Err(error) => {
            report_date(error, "expected-issue-date", node, cx);
            None
        }
    }
}
