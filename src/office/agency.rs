//! Agencies, their letterheads and their signers.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

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

/// The id by which papers name a signer of their issuer, such as `chu-tich`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignerId(pub String);

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

/// A person who may sign, in one capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Its id; a successor has the same id and a later period.
    pub id: SignerId,
    /// Where the entry stands.
    pub place: Place,
    /// The office and the authority under which it signs.
    pub office: Office,
    /// The full name; none while it is not known.
    pub name: Option<String>,
    /// When the person is in office.
    pub period: Period,
}

/// Whose paper it is: decided by a body together, or by its head alone (Decree 30/2020/NĐ-CP,
/// Article 13 and Appendix I, II.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Competence {
    /// The collective's: whoever signs, signs on its behalf ("TM. ỦY BAN NHÂN DÂN").
    Collective,
    /// The head's own: "CHỦ TỊCH".
    Head,
}

impl Competence {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Collective, Self::Head];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Head => "head",
        }
    }
}

/// Names of agencies that begin with one of these are collectives: they decide by majority, and
/// their head signs on their behalf (Decree 30/2020/NĐ-CP, Article 13.2).
const COLLECTIVES: [&str; 3] = ["Ủy ban nhân dân", "Hội đồng nhân dân", "Hội đồng"];

/// The collective that an agency's name says it is: "Ủy ban nhân dân" of "Ủy ban nhân dân huyện
/// Cao Lộc".
pub fn collective_of(name: &str) -> Option<&'static str> {
    COLLECTIVES.into_iter().find(|collective| {
        let rest = name.strip_prefix(collective);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The office of a signer as the signature block states it (Decree 30/2020/NĐ-CP, Appendix I,
/// II.7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// For whom the person signs, when not in the own right.
    pub authority: Option<(Authority, String)>,
    /// Whether the person only acts in the office ("Q.").
    pub acting: bool,
    /// The person's own office: "Chủ tịch".
    pub title: String,
}

/// Signing for someone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// "KT.": a deputy for the head.
    Deputy,
    /// "TL.": by order of the head.
    ByOrder,
    /// "TUQ.": by written authorisation.
    Authorised,
}

impl Authority {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Deputy, Self::ByOrder, Self::Authorised];

    /// The abbreviation without its stop, as the data and the signature block write it.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Deputy => "KT",
            Self::ByOrder => "TL",
            Self::Authorised => "TUQ",
        }
    }
}

impl Office {
    /// The lines of the signature block, in capitals. `collective` is the body whose paper it is;
    /// none for a paper that is the head's own. KT., TL. and TUQ. stand below it.
    pub fn lines(&self, collective: Option<&str>) -> Vec<String> {
        let upper = |text: &str| text.to_uppercase();
        let mut lines = Vec::new();
        if let Some(collective) = collective {
            lines.push(format!("TM. {}", upper(collective)));
        }
        if let Some((authority, head)) = &self.authority {
            lines.push(format!("{}. {}", authority.abbreviation(), upper(head)));
        }
        let acting = if self.acting { "Q. " } else { "" };
        lines.push(format!("{acting}{}", upper(&self.title)));
        lines
    }
}

impl Agency {
    /// The signers of this id for a document of this date. There can be more than one while the
    /// day is blank and the office changes hands within the month.
    pub fn signers_at(&self, id: &SignerId, date: IssueDate) -> Vec<&Signer> {
        let fits = |signer: &&Signer| signer.id == *id && signer.period.admits(date);
        self.signers.iter().filter(fits).collect()
    }
}

/// All agencies of the workspace, by id and in the order of the file: the office's own order,
/// in which its lists and tables name them.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// The clusters, in the order of the file.
    pub clusters: Vec<Cluster>,
    agencies: IndexMap<AgencyId, Arc<Agency>>,
    broken: BTreeSet<AgencyId>,
    all_broken: bool,
}

impl Directory {
    /// Adds an agency, or gives back the one that has its id already.
    ///
    /// # Errors
    /// With the agency of the same id.
    pub fn add(&mut self, agency: Agency) -> Result<(), Arc<Agency>> {
        match self.agencies.entry(agency.id.clone()) {
            indexmap::map::Entry::Occupied(entry) => Err(entry.get().clone()),
            indexmap::map::Entry::Vacant(entry) => {
                entry.insert(Arc::new(agency));
                Ok(())
            }
        }
    }

    /// Notes an entry that has mistakes of its own, so that papers that name it are not told
    /// that it is unknown.
    pub fn add_broken(&mut self, id: AgencyId) {
        self.broken.insert(id);
    }

    /// Notes that agencies are missing whose ids nobody knows.
    pub fn break_all(&mut self) {
        self.all_broken = true;
    }

    /// Whether the entry of this id has mistakes, or may have.
    pub fn is_broken(&self, id: &AgencyId) -> bool {
        self.all_broken || self.broken.contains(id)
    }

    /// The agency of this id.
    pub fn get(&self, id: &AgencyId) -> Option<&Arc<Agency>> {
        self.agencies.get(id)
    }

    /// The place of an agency in the file; those that are not there come last.
    pub fn place(&self, id: &AgencyId) -> usize {
        self.agencies.get_index_of(id).unwrap_or(usize::MAX)
    }

    /// The agency under which the work of another stands on a day: itself while it exists, then
    /// whoever took over from it, as far as the directory knows.
    pub fn heir<'a>(&'a self, id: &'a AgencyId, day: Date) -> &'a AgencyId {
        let mut heir = id;
        // Each step leads to another agency; a circle, which is an error, ends all the same.
        for _ in 0..self.agencies.len() {
            let Some(agency) = self.agencies.get(heir) else { break };
            match &agency.successor {
                Some(Successor::Agency(next))
                    if agency.period.until.is_some_and(|until| until < day) =>
                {
                    heir = next;
                }
                _ => break,
            }
        }
        heir
    }

    /// The agencies that took over from one, the next one first.
    pub fn heirs<'a>(&'a self, id: &'a AgencyId) -> impl Iterator<Item = &'a AgencyId> {
        let next = |id: &&AgencyId| match &self.agencies.get(*id)?.successor {
            Some(Successor::Agency(next)) => Some(next),
            Some(Successor::Words(_)) | None => None,
        };
        std::iter::successors(next(&id), next).take(self.agencies.len())
    }

    /// The first agency whose successors lead back to it.
    pub fn circle(&self) -> Option<&Arc<Agency>> {
        self.agencies
            .values()
            .find(|agency| self.heirs(&agency.id).any(|heir| *heir == agency.id))
    }

    /// What an agency that has ended is followed by, in words.
    pub fn successor_in_words<'a>(&'a self, agency: &'a Agency) -> Option<&'a str> {
        match agency.successor.as_ref()? {
            Successor::Words(words) => Some(words),
            Successor::Agency(id) => {
                Some(self.agencies.get(id).map_or(id.0.as_str(), |agency| &agency.name))
            }
        }
    }

    /// The units of a cluster, in the order of the file.
    pub fn units<'a>(
        &'a self,
        cluster: &'a ClusterId,
    ) -> impl Iterator<Item = &'a Arc<Agency>> {
        let agencies = self.agencies.values();
        agencies.filter(move |agency| agency.cluster.as_ref() == Some(cluster))
    }

    /// The units of all clusters that existed on some day from the first to the last, each under
    /// the name under which it stands on the last ([`Directory::heir`]), in the order of the file.
    pub fn units_during(&self, first: Date, last: Date) -> Vec<&Arc<Agency>> {
        let days = Period { from: Some(first), until: Some(last) };
        let units = self.agencies.values().filter(|agency| agency.cluster.is_some());
        let existing = units.filter(|unit| unit.period.overlaps(&days));
        let standing: BTreeSet<usize> = existing
            .filter_map(|unit| self.agencies.get_index_of(self.heir(&unit.id, last)))
            .collect();
        standing
            .into_iter()
            .filter_map(|at| self.agencies.get_index(at))
            .map(|(_, agency)| agency)
            .filter(|agency| agency.cluster.is_some())
            .collect()
    }

    /// All agencies, in the order of the file.
    pub fn agencies(&self) -> impl Iterator<Item = &Arc<Agency>> {
        self.agencies.values()
    }

    /// All ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.agencies.keys().map(|id| id.0.as_str())
    }
}

/// An agency with nothing but its id, for tests.
#[cfg(test)]
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

    fn office(
        collective: Option<&str>,
        authority: Option<(Authority, &str)>,
        title: &str,
    ) -> Vec<String> {
        Office {
            authority: authority.map(|(kind, head)| (kind, head.to_owned())),
            acting: false,
            title: title.to_owned(),
        }
        .lines(collective)
    }

    #[test]
    fn the_signature_block_states_the_authority_as_the_decree_does() {
        assert_eq!(office(None, None, "Chủ tịch"), ["CHỦ TỊCH"]);
        assert_eq!(
            office(
                Some("Ủy ban nhân dân"),
                Some((Authority::Deputy, "Chủ tịch")),
                "Phó Chủ tịch"
            ),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
        );
        assert_eq!(
            office(None, Some((Authority::ByOrder, "Chủ tịch")), "Trưởng phòng"),
            ["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"]
        );
    }

    #[test]
    fn committees_and_councils_are_collectives_by_their_names() {
        for (name, collective) in [
            ("Ủy ban nhân dân huyện Cao Lộc", Some("Ủy ban nhân dân")),
            ("Hội đồng nhân dân tỉnh Lạng Sơn", Some("Hội đồng nhân dân")),
            ("Hội đồng Thi đua - Khen thưởng huyện Cao Lộc", Some("Hội đồng")),
            ("Phòng Nội vụ huyện Cao Lộc", None),
            ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", None),
        ] {
            assert_eq!(collective_of(name), collective, "{name}");
        }
    }

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

    #[test]
    fn the_work_of_an_agency_goes_on_under_its_heir() {
        let agency = |id: &str, until: Option<&str>, successor: Option<&str>| Agency {
            period: Period {
                from: None,
                until: until.and_then(|until| Date::parse(until).ok()),
            },
            successor: successor.map(|id| Successor::Agency(AgencyId(id.to_owned()))),
            cluster: Some(ClusterId("c".to_owned())),
            ..blank(id)
        };
        let mut directory = Directory::default();
        for agency in [
            agency("new", None, None),
            agency("old", Some("2024-06-30"), Some("new")),
            agency("older", Some("2023-12-31"), Some("old")),
        ] {
            directory.add(agency).expect("ids differ");
        }
        let id = |id: &str| AgencyId(id.to_owned());
        let date = |text| Date::parse(text).expect("a date");
        let (old, older) = (id("old"), id("older"));
        assert_eq!(directory.heir(&old, date("2024-06-30")), &old);
        assert_eq!(directory.heir(&old, date("2024-07-01")), &id("new"));
        assert_eq!(directory.heir(&older, date("2024-07-01")), &id("new"));
        let names = |first, last| -> Vec<&str> {
            let units = directory.units_during(date(first), date(last));
            units.into_iter().map(|unit| unit.name.as_str()).collect()
        };
        assert_eq!(names("2024-01-01", "2024-12-31"), ["new"], "each once");
        assert_eq!(directory.circle(), None);
        directory
            .add(agency("round", Some("2024-01-01"), Some("round")))
            .expect("another");
        assert!(directory.circle().is_some());
        assert_eq!(directory.heir(&id("round"), date("2024-07-01")), &id("round"));
    }
}
