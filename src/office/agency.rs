//! Agencies and their letterheads: names in full and in short, the agency above, the cluster, who
//! signs.

use super::{Signer, SignerId, Validity};
use crate::calendar::IssueDate;
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
    pub validity: Validity,
    /// Who took over when it ended.
    pub successor: Option<Successor>,
    /// The cluster that it belongs to. An agency with a cluster is a unit: it sends its own plan
    /// every year.
    pub cluster: Option<ClusterId>,
    /// The body that decides together and on whose behalf its head signs ("TM."): "Ủy ban nhân
    /// dân". None for an agency that is led by one person.
    pub collective: Option<String>,
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

/// What stands before the territory of a committee.
const COMMITTEE: &str = "Ủy ban nhân dân ";

impl Agency {
    /// The territory of a People's Committee: "xã Gia Cát".
    pub fn territory(&self) -> Option<&str> {
        self.name
            .strip_prefix(COMMITTEE)
            .filter(|territory| territory.contains(' '))
    }

    /// The signers of this id for a document of this date. There can be more than one while the
    /// day is blank and the office changes hands within the month.
    pub fn signers_at(&self, id: &SignerId, date: IssueDate) -> Vec<&Signer> {
        let fits = |signer: &&Signer| signer.id == *id && signer.validity.admits(date);
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
        validity: Validity::default(),
        successor: None,
        cluster: None,
        collective: None,
        letterhead: None,
        signers: Vec::new(),
    }
}
