//! Agencies and their letterheads.

use super::{Signer, SignerId};
use crate::calendar::{Date, IssueDate};
use crate::diag::Place;

/// The id by which papers name an agency, such as `phong-noi-vu`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(pub String);

/// The id of a cluster of units that compete with each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClusterId(pub String);

/// A cluster of units that compete with each other (cụm thi đua).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Its id.
    pub id: ClusterId,
    /// Its name.
    pub name: String,
    /// Whether the entry was held against a paper of the office.
    pub verified: bool,
}

/// The days on which an agency or a signer is in office; open ends are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Period {
    /// Whether a document of this date can fall into the period. A date with a blank day can
    /// when any day of its month does; a blank date always can.
    pub fn admits(&self, date: IssueDate) -> bool {
        date.span().is_none_or(|(first, last)| {
            self.from.is_none_or(|from| from <= last)
                && self.until.is_none_or(|until| first <= until)
        })
    }

    /// Whether the two periods share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_by = |a: &Self, b: &Self| {
            a.from.is_none_or(|from| b.until.is_none_or(|until| from <= until))
        };
        starts_by(self, other) && starts_by(other, self)
    }
}

/// An agency, a unit or a group of them that papers name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// Where its entry stands.
    pub place: Place,
    /// The official name: "Ủy ban nhân dân huyện Cao Lộc".
    pub name: String,
    /// As running text calls it: "UBND huyện Cao Lộc".
    pub short_name: String,
    /// As lists and tables of its own papers call it: "UBND huyện".
    pub list_name: String,
    /// When it exists.
    pub period: Period,
    /// Who took over when it ended.
    pub successor: Option<Successor>,
    /// The cluster that it belongs to. An agency with a cluster is a unit: it sends its own plan
    /// every year.
    pub cluster: Option<ClusterId>,
    /// The body that decides together and on whose behalf its head signs ("TM."): "Ủy ban nhân
    /// dân". None for an agency that is led by one person.
    pub collective: Option<String>,
    /// Whether the entry was held against a paper of the office.
    pub verified: bool,
    /// What it needs to issue papers; none for an agency that only appears in them.
    pub letterhead: Option<Letterhead>,
    /// Who may sign its papers.
    pub signers: Vec<Signer>,
}

/// Who took over when an agency ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Successor {
    /// Another agency of the directory: the same one under a new name, or the one into which it
    /// was merged. What the old one recorded goes on under it.
    Agency(AgencyId),
    /// Bodies that the directory does not have, in words.
    Words(String),
}

/// The header of an agency's papers (Decree 30/2020/NĐ-CP, Appendix I, II.2–II.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// The superior agency printed above, such as "UBND HUYỆN CAO LỘC"; none for a committee.
    pub parent: Option<String>,
    /// The agency's own name as printed, line by line: "ỦY BAN NHÂN DÂN", "HUYỆN CAO LỘC".
    pub name: Vec<String>,
    /// Its abbreviation in the symbol of a document: "UBND" in "KH-UBND".
    pub symbol: String,
    /// The place in the date line: "Cao Lộc".
    pub place: String,
}

impl Agency {
    /// The signers of this id for a document of this date. There can be more than one while the
    /// day is blank and the office changes hands within the month.
    pub fn signers_at(&self, id: &SignerId, date: IssueDate) -> Vec<&Signer> {
        let fits = |signer: &&Signer| signer.id == *id && signer.period.admits(date);
        self.signers.iter().filter(fits).collect()
    }
}

/// An agency with nothing but its id, for tests.
#[cfg(any(test, fuzzing))]
pub(crate) fn blank(id: &str) -> Agency {
    Agency {
        id: AgencyId(id.to_owned()),
        place: Place::new(crate::diag::Sources::default().add("", ""), 0..0),
        name: id.to_owned(),
        short_name: id.to_owned(),
        list_name: id.to_owned(),
        period: Period::default(),
        successor: None,
        cluster: None,
        collective: None,
        verified: true,
        letterhead: None,
        signers: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_admits_a_blank_day_when_one_day_of_the_month_fits() {
        let date = |text| Date::parse(text).ok();
        let period = Period {
            from: date("2024-01-20"),
            until: date("2025-06-30"),
        };
        let admits = |text| IssueDate::parse(text).is_ok_and(|date| period.admits(date));
        assert!(admits("2024-01") && admits("2025-06") && admits("2024-01-20"));
        assert!(!admits("2024-01-19") && !admits("2025-07") && !admits("2023-12"));
        assert!(period.admits(IssueDate::Blank));
        let later = Period { from: date("2025-07-01"), until: None };
        assert!(!period.overlaps(&later) && period.overlaps(&Period::default()));
    }
}
