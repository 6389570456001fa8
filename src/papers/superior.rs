//! Documents of superior agencies, as papers name them.

use std::borrow::Cow;

use super::within::within_sentence;
use crate::calendar::{Date, IssueDate};
use crate::law::opens_title;

/// The document of a superior agency that a paper carries out (`implements`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuperiorDocument {
    /// Its type: "Kế hoạch".
    pub type_name: String,
    /// Its number and symbol: "241/KH-UBND".
    pub number: String,
    /// Its date.
    pub date: Date,
    /// Who issued it: "UBND tỉnh".
    pub issuer: String,
    /// What it is about (trích yếu): "Công tác thi đua, khen thưởng năm 2024".
    pub subject: Option<String>,
}

/// The yearly plan that a unit's plan carries out, as that plan says it of itself. Number and day may still be
/// blank there; they are gaps here then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedPlan {
    /// Its type: "Kế hoạch".
    pub type_name: String,
    /// Its number, as it is printed.
    pub number: Option<String>,
    /// Its symbol: "KH-UBND".
    pub symbol: String,
    /// Its date.
    pub date: IssueDate,
    /// The year in which it is issued, as far as anybody knows.
    pub year: i32,
    /// Who issued it, as running text calls it: "UBND huyện Cao Lộc".
    pub issuer: String,
    /// What it is about.
    pub subject: Option<String>,
}

impl SuperiorDocument {
    /// As running text names it: "Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh về công tác …".
    pub fn in_words(&self) -> String {
        let Self { type_name, number, date, issuer, subject } = self;
        Self::words([type_name, number, &date.slashed(), issuer], subject.as_deref())
    }

    /// The same of its type, its number, its date and its issuer, as far as they are known, and of its subject.
    pub(crate) fn words(
        [type_name, number, date, issuer]: [&str; 4],
        subject: Option<&str>,
    ) -> String {
        let cited = format!("{type_name} số {number} ngày {date} của {issuer}");
        match subject {
            Some(subject) => format!("{cited} {}", about(subject)),
            None => cited,
        }
    }
}

/// What a document is about, as it stands behind its issuer: "quy định chi tiết …", "về công tác …".
pub fn about(subject: &str) -> Cow<'_, str> {
    let within = within_sentence(subject);
    let subject = within.strip_prefix("V/v").unwrap_or(&within).trim_start();
    // The sentence in which it stands ends with its own marks.
    let subject = subject.trim_end_matches(['.', '/', ';', ',', ':', ' ']);
    if opens_title(subject) {
        Cow::Owned(subject.to_owned())
    } else {
        format!("về {subject}").into()
    }
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn a_subject_joins_its_document_by_a_verb_or_by_about() {
        assert_eq!(about("Công tác thi đua, khen thưởng"), "về công tác thi đua, khen thưởng");
        assert_eq!(about("V/v khen thưởng"), "về khen thưởng");
        assert_eq!(about("Về việc khen thưởng"), "về việc khen thưởng");
        assert_eq!(about("quy định chi tiết Luật"), "quy định chi tiết Luật");
        assert_eq!(about("Phê duyệt Đề án"), "phê duyệt Đề án");
        assert_eq!(
            about("Tiếp tục đổi mới công tác thi đua"),
            "về tiếp tục đổi mới công tác thi đua"
        );
    }

    #[test]
    fn a_subject_brings_no_end_marks_of_its_own() {
        for typed in [
            "Công tác thi đua;",
            "Công tác thi đua.",
            "công tác thi đua./.",
            "V/v công tác thi đua ,",
        ] {
            assert_eq!(about(typed), "về công tác thi đua", "{typed}");
        }
    }
}
