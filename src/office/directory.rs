//! All agencies of a workspace, and who took over from whom.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Agency, AgencyId, Cluster, ClusterId, Successor, Validity};
use crate::calendar::Date;

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
                    if agency.validity.until.is_some_and(|until| until < day) =>
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
        let days = Validity { from: Some(first), until: Some(last) };
        let units = self.agencies.values().filter(|agency| agency.cluster.is_some());
        let existing = units.filter(|unit| unit.validity.overlaps(&days));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::blank;

    #[test]
    fn the_work_of_an_agency_goes_on_under_its_heir() {
        let agency = |id: &str, until: Option<&str>, successor: Option<&str>| Agency {
            validity: Validity {
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
