//! Layouts: how a paper is built, and which of the common keys it has.
//!
//! A layout owns what stands above and below the text: a letter names its drafter and its addressees, a
//! speech has no number, an appendix is signed with the document that it goes with.

use super::kind::Kind;
use super::need::Need;

/// How a paper is built (Decree 30/2020/NĐ-CP, Appendix III).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A document with the name of its type in the title (mẫu 1.4).
    Titled,
    /// An official letter, with "V/v …" under its number (mẫu 1.5).
    Letter,
    /// A speech: a title, neither number nor recipients. It is no document of the decree.
    Speech,
    /// The minutes of a meeting: no place and date above, two signers below (mẫu 1.9).
    Minutes,
    /// Certificates of commendation: a lying sheet for each of those who are honoured. They are no documents of the
    /// decree; Decree 98/2023/NĐ-CP, Article 104 tells how they look.
    Certificate,
    /// A copy of a document: its text or its pages as pictures, and below them who copied it and when (mẫu 3.1).
    Copy,
    /// An appendix of another document: a title and a reference, no signature (Appendix I, III.1).
    Appendix,
}

/// What every paper has above its text.
const ABOVE: [(&str, Need); 5] = [
    ("kind", Need::Required),
    ("year", Need::Required),
    ("issuer", Need::Required),
    ("date", Need::Draft),
    ("subject", Need::Draft),
];

/// What may stand in every paper.
const ANYWHERE: [(&str, Need); 3] =
    [("sample", Need::Optional), ("layout", Need::Optional), ("questions", Need::Optional)];

impl Layout {
    /// All layouts.
    pub(crate) const ALL: [Self; 7] = [
        Self::Titled,
        Self::Letter,
        Self::Speech,
        Self::Minutes,
        Self::Certificate,
        Self::Copy,
        Self::Appendix,
    ];

    /// Its name in a definition, and in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Titled => "titled",
            Self::Letter => "letter",
            Self::Speech => "speech",
            Self::Minutes => "minutes",
            Self::Certificate => "certificate",
            Self::Copy => "copy",
            Self::Appendix => "appendix",
        }
    }

    /// Whether one of the common keys must be given in a paper of this layout. What a kind that computes
    /// does not know, it does not have.
    pub(super) fn need(self, key: &str, kind: &Kind) -> Need {
        let fixed = ABOVE.iter().chain(&ANYWHERE).find(|(known, _)| *known == key);
        if let Some((_, need)) = fixed {
            return *need;
        }
        let is_appendix = self == Self::Appendix;
        let is_document = !matches!(self, Self::Speech | Self::Certificate | Self::Appendix);
        match key {
            "number" if !matches!(self, Self::Speech | Self::Certificate) => Need::Optional,
            "recipients" | "filing" if is_document => Need::Draft,
            // A copy has the stamps of what it is a copy of.
            "urgency" | "secrecy" | "circulation" | "drafted_by" | "copies" | "address"
                if is_document && self != Self::Copy =>
            {
                Need::Optional
            }
            "appendices"
                if is_document
                    && self != Self::Copy
                    && !matches!(kind, Kind::Report | Kind::Overview) =>
            {
                Need::Optional
            }
            "secretary" if self == Self::Minutes => Need::Draft,
            "competence" if !is_appendix && self != Self::Minutes => Need::Optional,
            "signer" if !is_appendix => Need::Required,
            "drafter" if self == Self::Letter => Need::Required,
            "to" if !is_appendix
                && !matches!(self, Self::Minutes | Self::Copy)
                && matches!(kind, Kind::Form(_) | Kind::Report) =>
            {
                Need::Optional
            }
            // A plan orders tasks; it carries out none.
            "task" if !matches!(kind, Kind::Plan | Kind::UnitPlan) => Need::Optional,
            "for" | "commemorations" | "drafter" if !kind.computes() => Need::Optional,
            _ => Need::Absent,
        }
    }
}
