//! Names as clerks write them: units, titles of emulation and forms of commendation.

use std::collections::{BTreeMap, BTreeSet};

use super::award_names::AwardNames;
use super::short::is_short_for;
use crate::calendar::{Date, Year};
use crate::diag::Diagnostic;
use crate::law::Awards;
use crate::office::{AgencyId, Directory, Validity};
use crate::sheets::{fold, name_key, suggest};
use crate::yaml::is_id;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lookup<T> {
    /// One thing.
    One(T),
    /// Several things, by their ids.
    Several(Vec<String>),
    /// Nothing.
    Nothing,
    /// Nobody can say: the entries have mistakes, which are told elsewhere.
    Unsure,
}

/// The names that the cells of a file may hold.
pub(crate) struct OfficeNames<'a> {
    directory: &'a Directory,
    units: BTreeMap<String, BTreeSet<AgencyId>>,
    /// The awards.
    pub(super) awards: AwardNames<'a>,
    /// Names as they are written, by how they are compared.
    written: BTreeMap<String, String>,
}

impl<'a> OfficeNames<'a> {
    /// Those of agencies and awards. Of two agencies with one name the one that exists in the
    /// year is meant.
    pub(crate) fn new(directory: &'a Directory, awards: &'a Awards, year: Year) -> Self {
        let whole = Validity {
            from: Date::new(year, 1, 1),
            until: Date::new(year, 12, 31),
        };
        let mut names = Self {
            directory,
            units: BTreeMap::new(),
            awards: AwardNames::new(awards),
            written: BTreeMap::new(),
        };
        let agencies = || directory.ids().filter_map(|id| directory.get(&AgencyId(id.into())));
        let (now, other): (Vec<_>, Vec<_>) =
            agencies().partition(|agency| agency.validity.overlaps(&whole));
        for round in [now, other] {
            let mut found: BTreeMap<String, BTreeSet<AgencyId>> = BTreeMap::new();
            for agency in round {
                for name in [&agency.name, &agency.short_name, &agency.list_name] {
                    let folded = name_key(name);
                    found.entry(folded.clone()).or_default().insert(agency.id.clone());
                    names.written.entry(folded).or_insert_with(|| name.clone());
                }
            }
            for (name, holders) in found {
                names.units.entry(name).or_insert(holders);
            }
        }
        names.add_territories(&whole);
        names
    }

    /// Lets a committee be called by its territory alone, "Xã Gia Cát", where no agency has that name.
    fn add_territories(&mut self, year: &Validity) {
        let mut found: BTreeMap<String, (String, BTreeSet<AgencyId>)> = BTreeMap::new();
        for agency in self.directory.agencies() {
            let Some(territory) = agency.territory() else { continue };
            if agency.validity.overlaps(year) {
                let known = found.entry(name_key(territory));
                let (_, holders) =
                    known.or_insert_with(|| (territory.to_owned(), BTreeSet::new()));
                holders.insert(agency.id.clone());
            }
        }
        for (key, (territory, holders)) in found {
            self.units.entry(key.clone()).or_insert(holders);
            self.written.entry(key).or_insert(territory);
        }
    }

    /// The agency of a name, when only one has it.
    pub(crate) fn agency(&self, given: &str) -> Option<AgencyId> {
        match self.unit(given) {
            Lookup::One(id) => Some(id),
            Lookup::Several(_) | Lookup::Nothing | Lookup::Unsure => None,
        }
    }

    /// The unit of an id or a name.
    pub(super) fn unit(&self, given: &str) -> Lookup<AgencyId> {
        let folded = fold(given);
        if let Some(unit) = self.unit_of_id(&folded) {
            return Lookup::One(unit);
        }
        let of_name = self.units.get(&name_key(given)).cloned();
        let holders = of_name.unwrap_or_else(|| self.units_of_short(given));
        let ids: Vec<&AgencyId> = holders.iter().collect();
        match ids.as_slice() {
            [] if self.directory.is_broken(&AgencyId(folded)) => Lookup::Unsure,
            [] => Lookup::Nothing,
            [one] => Lookup::One((*one).clone()),
            several => Lookup::Several(several.iter().map(|id| id.0.clone()).collect()),
        }
    }

    /// The units for whose names a text is short.
    fn units_of_short(&self, given: &str) -> BTreeSet<AgencyId> {
        let named = self.units.iter().filter(|(name, _)| is_short_for(given, name));
        named.flat_map(|(_, holders)| holders.iter().cloned()).collect()
    }

    /// The unit of an id; one whose entry has mistakes counts too.
    pub(super) fn unit_of_id(&self, given: &str) -> Option<AgencyId> {
        let id = AgencyId(given.to_owned());
        let is_known = self.directory.get(&id).is_some() || self.directory.is_broken(&id);
        (is_id(given) && is_known).then_some(id)
    }

    /// Adds the name of a unit that was most likely meant.
    pub(super) fn suggest_unit(&self, problem: Diagnostic, given: &str) -> Diagnostic {
        let names = self.units.keys().filter_map(|name| self.written.get(name));
        let names: Vec<&str> = names.map(String::as_str).chain(self.directory.ids()).collect();
        suggest(problem, given, &names)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{awards, directory};
    use super::*;
    use crate::diag::Arg;
    use crate::diag::Code;
    use crate::law::AwardId;

    #[test]
    fn units_are_known_by_id_and_by_their_names() {
        let (directory, awards) = (directory(), awards());
        let names =
            OfficeNames::new(&directory, &awards, Year::parse("2024").expect("a year"));
        let gia_cat = Lookup::One(AgencyId("xa-gia-cat".to_owned()));
        for given in [
            "xa-gia-cat",
            "XA-GIA-CAT",
            "Ủy ban nhân dân xã Gia Cát",
            "ubnd  xã\u{A0}gia cát ",
            "UBND xa\u{303} Gia Ca\u{301}t",
            "Xã Gia Cát",
        ] {
            assert_eq!(names.unit(given), gia_cat, "{given}");
        }
        assert_eq!(names.unit("UBND xã Gia"), Lookup::Nothing);
        // The same name in two times: the one of the year is meant.
        let cao_loc = Lookup::One(AgencyId("thi-tran-cao-loc".to_owned()));
        assert_eq!(names.unit("UBND Cao Lộc"), cao_loc);
        let several = vec!["doi-1".to_owned(), "doi-2".to_owned()];
        assert_eq!(names.unit("Đội Quản lý"), Lookup::Several(several));
        let problem = Diagnostic::unplaced(Code::UnknownUnitName);
        let problem = names.suggest_unit(problem, "UBND XÃ GIA CÁC");
        assert!(
            problem
                .args
                .contains(&("suggestion".into(), Arg::from("UBND xã Gia Cát"))),
            "{problem:?}"
        );
    }

    #[test]
    fn awards_are_known_by_id_and_by_their_full_name() {
        let (directory, awards) = (directory(), awards());
        let names =
            OfficeNames::new(&directory, &awards, Year::parse("2024").expect("a year"));
        let found = Some(AwardId("giay-khen".to_owned()));
        assert_eq!(names.awards.award("giay-khen"), found);
        assert_eq!(names.awards.award("GIẤY  KHEN"), found);
        assert_eq!(names.awards.award("giấy ken"), None);
        let problem = Diagnostic::unplaced(Code::UnknownAwardName);
        let problem = names.awards.suggest(problem, "giấy ken");
        assert!(problem.args.contains(&("suggestion".into(), Arg::from("Giấy khen"))));
    }

    #[test]
    fn a_suggestion_looks_past_the_marks() {
        let names = ["Quỹ", "Bồi dưỡng", "Tiến độ"];
        for (given, meant) in
            [("Qũy", "Quỹ"), ("BOI DUONG", "Bồi dưỡng"), ("tien đo", "Tiến độ")]
        {
            let problem = suggest(Diagnostic::unplaced(Code::UnknownSheet), given, &names);
            assert_eq!(problem.args, [("suggestion".into(), Arg::from(meant))]);
        }
        let problem = suggest(Diagnostic::unplaced(Code::UnknownSheet), "Sheet1", &names);
        assert!(problem.args.is_empty());
    }

    #[test]
    fn of_a_broken_directory_nobody_can_say_who_is_meant() {
        let mut broken = Directory::default();
        broken.break_all();
        let awards = awards();
        let names = OfficeNames::new(&broken, &awards, Year::parse("2024").expect("a year"));
        assert_eq!(names.unit("UBND xã Gia Cát"), Lookup::Unsure);
        assert_eq!(names.unit("xa-gia-cat"), Lookup::One(AgencyId("xa-gia-cat".to_owned())));
    }
}
