//! The common head and foot of documents: issuer, number, date and subject above the text; recipients
//! and signer below it.
//!
//! In goes the map of a file that has begun ([`Begun`]); out come [`Head`] and [`Foot`], held against
//! the agencies and the days on which they and their signers are in office.

use std::sync::Arc;

use super::begin::Begun;
use super::clauses::appendices;
use super::named::issuer;
use super::reading::Reading;
use super::sent::{Sent, filed, not_to_itself};
use crate::calendar::IssueDate;
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::form::{APPENDICES, Kind, Layout};
use crate::office::{Agency, Competence, Signer, SignerId};
use crate::papers::{
    Circulation, DocumentNumber, Foot, Head, Issuer, Secrecy, Stamps, Urgency,
    capital_is_doubtful,
};
use crate::shared::layout;
use crate::values::{Context, line, marked, texts};
use crate::yaml::{Fields, Node, id, one_of, parsed};

/// The agency that issues a paper, as far as it is known: enough to look the signer up, whatever
/// else is wrong with the head.
pub(super) type IssuingAgency = Option<Arc<Agency>>;

/// Reads what stands above the text, once it is known what must be known first.
pub(super) fn head<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    Begun { year, date }: Begun,
    reading: &Reading<'f>,
) -> (Option<Head>, IssuingAgency) {
    let kind = &reading.form.kind;
    let place = fields.place_of("issuer");
    let agency = reading.common(fields, cx, "issuer", issuer).flatten();
    let number = reading.common(fields, cx, "number", number).flatten();
    let subject = reading.common(fields, cx, "subject", line);
    // Where the title stands within a sentence too.
    let is_within = matches!(kind, Kind::Plan | Kind::UnitPlan)
        || matches!(reading.layout(), Layout::Letter | Layout::Speech);
    if let (Some(Some(subject)), true) = (&subject, is_within) {
        capital(subject, &fields.place_of("subject"), cx);
    }
    if let (Some(Some(subject)), Layout::Letter) = (&subject, reading.layout()) {
        fits_under_number(subject, &fields.place_of("subject"), cx);
    }
    let layout = reading.common(fields, cx, "layout", layout).flatten();
    let stamps = stamps(fields, cx, reading);
    let letterhead = agency.as_ref().and_then(|agency| {
        if agency.letterhead.is_none() {
            cx.report(
                Diagnostic::error(Code::NoLetterhead, &place)
                    .with("agency", agency.id.0.as_str())
                    .related(&agency.place),
            );
        }
        agency.letterhead.clone()
    });
    let issuer = agency.clone().zip(letterhead);
    let issuer = issuer.map(|(agency, letterhead)| Issuer { agency, letterhead });
    let sample = cx.known().sample;
    let head = || {
        let (year, issuer, date, subject) = (year?, issuer?, date?, subject?);
        Some(Head {
            stamps: stamps?,
            kind: kind.clone(),
            document_type: reading.document_type(),
            year,
            issuer,
            number,
            date,
            sample,
            subject,
            drafter: None,
            layout: layout.unwrap_or_default(),
        })
    };
    (head(), agency)
}

/// Reads what is stamped on a paper, and its address.
fn stamps<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
) -> Option<Stamps> {
    let urgency = reading.common(fields, cx, "urgency", |node, cx| {
        one_of(node, cx, &Urgency::ALL, Urgency::key)
    });
    let secrecy = reading.common(fields, cx, "secrecy", |node, cx| {
        one_of(node, cx, &Secrecy::ALL, Secrecy::key)
    });
    let circulation = reading.common(fields, cx, "circulation", |node, cx| {
        one_of(node, cx, &Circulation::ALL, Circulation::key)
    });
    let address = reading.common(fields, cx, "address", line);
    Some(Stamps {
        urgency: urgency?,
        secrecy: secrecy?,
        circulation: circulation?,
        address: address?,
    })
}

/// Warns of a title that stands within a sentence too, and keeps a capital there that may be wrong.
pub(super) fn capital(title: &str, place: &Place, cx: &mut Context<'_>) {
    if capital_is_doubtful(title) {
        let word = title.split_whitespace().next().unwrap_or_default();
        cx.report(Diagnostic::warning(Code::CapitalDoubtful, place).with("word", word));
    }
}

/// The most letters of "V/v …" that stand on about three lines under the number of a letter.
const MOST_LETTERS_UNDER_NUMBER: usize = 100;

/// Points out the subject of a letter that takes more than about three lines under its number, with what can be shorter
/// in it: what stands in brackets, and words that offices abbreviate.
fn fits_under_number(subject: &str, place: &Place, cx: &mut Context<'_>) {
    let letters = subject.chars().count() + "V/v ".len();
    if letters <= MOST_LETTERS_UNDER_NUMBER {
        return;
    }
    let mut warning = Diagnostic::warning(Code::SubjectTooLong, place)
        .with("letters", letters)
        .with("limit", MOST_LETTERS_UNDER_NUMBER);
    let shorter = shorter_parts(subject);
    if !shorter.is_empty() {
        warning = warning.with("proposals", shorter);
    }
    cx.report(warning);
}

/// What offices abbreviate in the subject of a letter.
const ABBREVIATED: [(&str, &str); 8] = [
    ("thi đua, khen thưởng", "TĐKT"),
    ("ủy ban nhân dân", "UBND"),
    ("hội đồng nhân dân", "HĐND"),
    ("ủy ban mặt trận tổ quốc", "UBMTTQ"),
    ("quân đội nhân dân", "QĐND"),
    ("kinh tế - xã hội", "KT-XH"),
    ("quốc phòng, an ninh", "QP-AN"),
    ("giáo dục và đào tạo", "GDĐT"),
];

/// The parts of a subject that can be shorter, each with what to write.
fn shorter_parts(subject: &str) -> Vec<String> {
    let lower = subject.to_lowercase();
    let brackets = subject.split('(').skip(1).filter_map(|part| part.split_once(')'));
    let brackets = brackets.map(|(part, _)| format!("({part}) → –"));
    let words = ABBREVIATED.iter().filter(|(words, _)| lower.contains(words));
    brackets
        .chain(words.map(|(words, short)| format!("{words} → {short}")))
        .collect()
}

/// Reads what stands below the text, as far as the layout has it: an appendix has nothing there. The signer is
/// looked up among those of the issuer. The outer none says that something is wrong.
#[expect(clippy::option_option, reason = "sound or not, and there or not, are two things")]
pub(super) fn foot<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
    agency: Option<&Agency>,
    sent: &Sent<'_>,
) -> Option<Option<Foot>> {
    let recipients = reading.common(fields, cx, "recipients", texts);
    let recipients = recipients.map(|given| match given {
        Some(texts) => marked("recipients", texts, cx),
        None => reading.blank("recipients", cx).into_iter().collect(),
    });
    if let Some(agency) = agency {
        not_to_itself("recipients", fields, agency, cx);
    }
    let filing = reading.common(fields, cx, "filing", line);
    let signature = signature(fields, cx, reading, agency);
    let drafted_by = reading.common(fields, cx, "drafted_by", line);
    let copies = reading.common(fields, cx, "copies", |node, cx| {
        parsed(node, cx, "expected-copies", |text| {
            text.parse().ok().filter(|copies| *copies > 0)
        })
    });
    let appendices = reading.common(fields, cx, APPENDICES, appendices);
    // All keys are read before any is missed: one that was not read would be told as unknown.
    let signature = signature?;
    let filing = filing?.map(|filing| filed(&filing).to_owned());
    let recipients = sent.below(recipients?, filing.as_deref(), cx);
    let marks = drafting_marks(drafted_by?.as_deref(), copies?);
    let appendices = appendices?.unwrap_or_default();
    Some(signature.map(|signature| Foot {
        recipients,
        filing,
        marks,
        appendices,
        ..signature
    }))
}

/// Who drafted a paper and in how many copies it is issued: "PL.(300)" (Appendix I, III.4).
fn drafting_marks(drafted_by: Option<&str>, copies: Option<u32>) -> Option<String> {
    let by = drafted_by.map(|by| format!("{}.", by.trim_end_matches('.').to_uppercase()));
    let copies = copies.map(|copies| format!("({copies})"));
    let marks: String = [by, copies].into_iter().flatten().collect();
    (!marks.is_empty()).then_some(marks)
}

/// Reads who signs.
#[expect(clippy::option_option, reason = "sound or not, and there or not, are two things")]
fn signature<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    reading: &Reading<'f>,
    agency: Option<&Agency>,
) -> Option<Option<Foot>> {
    let said_at = fields.place_of("competence");
    let said = reading.common(fields, cx, "competence", |node, cx| {
        one_of(node, cx, &Competence::ALL, Competence::key)
    });
    let said = said.flatten();
    if let (Some(Competence::Collective), Some(agency)) = (said, agency)
        && agency.collective.is_none()
    {
        cx.report(
            Diagnostic::error(Code::NoCollective, &said_at)
                .with("agency", agency.name.as_str())
                .related(&agency.place),
        );
    }
    // What a committee issues is the committee's; a speech is its speaker's own.
    let by_itself = match reading.layout() {
        Layout::Speech | Layout::Minutes | Layout::Certificate | Layout::Copy => {
            Competence::Head
        }
        Layout::Titled | Layout::Letter | Layout::Appendix => Competence::Collective,
    };
    let collective = match said.unwrap_or(by_itself) {
        Competence::Collective => agency.and_then(|agency| agency.collective.as_deref()),
        Competence::Head => None,
    };
    let place = fields.place_of("signer");
    let secretary = reading.common(fields, cx, "secretary", line);
    let signer = reading.common(fields, cx, "signer", id);
    let secretary = secretary?;
    let Some(signer) = signer? else { return Some(None) };
    let signer = signer_of(agency?, &signer, cx)?;
    // Whose paper it is, by the agency's full name or by its short one.
    let whose = |name: &str| match collective {
        Some(_) => name.to_owned(),
        None => signer.office.head_of(name),
    };
    let authority = whose(&agency?.name).to_uppercase();
    let decided_by = whose(&agency?.short_name);
    let (signer_office, signer_name) = (signer.office.lines(collective), signer.name);
    Some(Some(Foot {
        authority,
        decided_by,
        secretary,
        appendices: Vec::new(),
        marks: None,
        recipients: Vec::new(),
        filing: None,
        place,
        signer_office,
        signer_name,
    }))
}

/// The signer of this id at the date of the paper.
fn signer_of(agency: &Agency, id: &Placed<String>, cx: &mut Context<'_>) -> Option<Signer> {
    let found = agency
        .signers_at(&SignerId(id.value.clone()), cx.known().date.unwrap_or(IssueDate::Blank));
    let about = |code| {
        Diagnostic::error(code, &id.place)
            .with("id", id.value.as_str())
            .with("agency", agency.id.0.as_str())
    };
    let ids = agency.signers.iter().map(|signer| signer.id.0.as_str());
    match found.as_slice() {
        [] if ids.clone().any(|known| known == id.value) => {
            cx.report(about(Code::SignerNotInOffice));
            None
        }
        [] => {
            cx.report(about(Code::UnknownSigner).suggest(&id.value, ids));
            None
        }
        [first, second, ..] if !cx.setting.draft => {
            cx.report(
                about(Code::SignerAmbiguous).with(
                    "names",
                    [first, second]
                        .map(|signer| signer.name.clone().unwrap_or_default())
                        .to_vec(),
                ),
            );
            None
        }
        [signer, ..] if signer.name.is_none() && !cx.setting.draft && !cx.known().sample => {
            cx.report(about(Code::SignerWithoutName).related(&signer.place));
            None
        }
        [signer, ..] => Some((*signer).clone()),
    }
}

fn number(node: &Node, cx: &mut Context<'_>) -> Option<DocumentNumber> {
    parsed(node, cx, "expected-document-number", DocumentNumber::parse)
}
