//! What every paper has: its place among the documents, its kind, what stands above and below its text.

use std::fmt;
use std::sync::Arc;

use super::appendix::Appendix;
use super::text::Text;
use crate::calendar::{IssueDate, Year};
use crate::diag::Place;
use crate::form::{DocumentType, Kind};
use crate::office::{Agency, LayoutChange, Letterhead};

/// Where a document belongs: its path below `data/` without the extension, `2024/plan`. It is
/// also its path below the output folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// How many documents are named when there is something to say about many.
const MOST_NAMED: usize = 5;

impl DocumentId {
    /// Its place below the folder of its year.
    pub(crate) fn below(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(_, below)| below)
    }

    /// The first of several, and how many there are when that is not all.
    pub(crate) fn first_of(ids: &[Self]) -> Vec<String> {
        let mut named: Vec<String> =
            ids.iter().take(MOST_NAMED).map(ToString::to_string).collect();
        named.extend((ids.len() > MOST_NAMED).then(|| format!("… ({})", ids.len())));
        named
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The number of a document, 1 to 99 999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentNumber(u32);

impl DocumentNumber {
    /// Reads digits; a leading zero is allowed, as in `05`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten()?;
        (1..=99_999).contains(&number).then_some(Self(number))
    }
}

impl fmt::Display for DocumentNumber {
    /// A number below 10 has a leading zero (Decree 30/2020/NĐ-CP, Appendix I, II.3).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// An agency that issues a paper: one that has a letterhead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The agency.
    pub agency: Arc<Agency>,
    /// Its letterhead.
    pub letterhead: Letterhead,
}

/// What stands above the text of every paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The kind of document.
    pub kind: Kind,
    /// Its type, or that of the document that it is an appendix of.
    pub document_type: DocumentType,
    /// The year that it is about.
    pub year: Year,
    /// Who issues it.
    pub issuer: Issuer,
    /// Its number; none while the clerk has still to give it.
    pub number: Option<DocumentNumber>,
    /// Its date.
    pub date: IssueDate,
    /// Whether its content is made up to show how it looks; the paper says so.
    pub sample: bool,
    /// What it is about, in the form of the title: "Công tác thi đua, khen thưởng năm 2024".
    ///
    /// None in a draft that lacks it.
    pub subject: Option<String>,
    /// Which part of the agency drafted it, as the symbol of a letter tells: "NV".
    pub drafter: Option<String>,
    /// What is stamped on it.
    pub stamps: Stamps,
    /// What it has otherwise than the office's other papers.
    pub layout: LayoutChange,
}

/// What is stamped on a paper, and its address (Decree 30/2020/NĐ-CP, Appendix I, III).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamps {
    /// How urgent it is (ô 10b).
    pub urgency: Option<Urgency>,
    /// How secret it is (ô 10a).
    pub secrecy: Option<Secrecy>,
    /// Among whom it may go round (ô 11).
    pub circulation: Option<Circulation>,
    /// Address, e-mail, telephone at the foot of the first page (ô 13).
    pub address: Option<String>,
}

/// How urgent a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Khẩn.
    Urgent,
    /// Thượng khẩn.
    VeryUrgent,
    /// Hỏa tốc.
    Flash,
}

impl Urgency {
    /// All degrees, the lowest first.
    pub const ALL: [Self; 3] = [Self::Urgent, Self::VeryUrgent, Self::Flash];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::VeryUrgent => "very-urgent",
            Self::Flash => "flash",
        }
    }

    /// As it is stamped.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Urgent => "KHẨN",
            Self::VeryUrgent => "THƯỢNG KHẨN",
            Self::Flash => "HỎA TỐC",
        }
    }
}

/// How secret a paper is. The stamp is put on by hand, by the rules on state secrets: the paper leaves room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrecy {
    /// Mật.
    Confidential,
    /// Tối mật.
    Secret,
    /// Tuyệt mật.
    TopSecret,
}

impl Secrecy {
    /// All degrees, the lowest first.
    pub const ALL: [Self; 3] = [Self::Confidential, Self::Secret, Self::TopSecret];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Confidential => "confidential",
            Self::Secret => "secret",
            Self::TopSecret => "top-secret",
        }
    }
}

/// Among whom a paper may go round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circulation {
    /// To be read and given back.
    Return,
    /// Within the agency.
    Internal,
}

impl Circulation {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Return, Self::Internal];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Return => "return",
            Self::Internal => "internal",
        }
    }

    /// As it is stamped.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Return => "XEM XONG TRẢ LẠI",
            Self::Internal => "LƯU HÀNH NỘI BỘ",
        }
    }
}

impl Head {
    /// The symbol: type and agency, "KH-UBND"; of a letter agency and drafter, "UBND-NV".
    pub fn symbol(&self) -> String {
        let agency = &self.issuer.letterhead.symbol;
        match (&*self.document_type.abbreviation, &self.drafter) {
            ("", Some(drafter)) => format!("{agency}-{drafter}"),
            ("", None) => agency.clone(),
            (abbreviation, _) => format!("{abbreviation}-{agency}"),
        }
    }
}

/// What stands below the text of every paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// Who receives it, in order, without end marks.
    pub recipients: Vec<Text>,
    /// Where it is filed: "VT, NV". None in a draft that lacks it.
    pub filing: Option<String>,
    /// Who drafted it and how many copies there are: "PL.(300)".
    pub marks: Option<String>,
    /// Who decides, in capitals: the body, or its head with the body's name.
    pub authority: String,
    /// The same as a sentence names it: "Chủ tịch UBND huyện Cao Lộc".
    pub decided_by: String,
    /// The appendices behind it.
    pub appendices: Vec<Appendix>,
    /// Who wrote the minutes.
    pub secretary: Option<String>,
    /// Where the data name the signer.
    pub place: Place,
    /// The lines of the signer's office, in capitals.
    pub signer_office: Vec<String>,
    /// The signer's name; none in a draft or a sample that lacks it.
    pub signer_name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::DocumentNumber;

    #[test]
    fn a_number_below_ten_has_one_leading_zero() {
        let print = |text| DocumentNumber::parse(text).map(|number| number.to_string());
        assert_eq!(print("5").as_deref(), Some("05"));
        assert_eq!(print("05").as_deref(), Some("05"));
        assert_eq!(print("241").as_deref(), Some("241"));
        for wrong in ["0", "", "-1", "100000", "2a", "241/KH-UBND"] {
            assert_eq!(DocumentNumber::parse(wrong), None, "{wrong}");
        }
    }
}
