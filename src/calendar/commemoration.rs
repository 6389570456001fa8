//! Days that an office commemorates, and which years are round.
//!
//! In go the entries of `data/calendar.yaml`; out come those that fall into a year, as a launch or a
//! roll proposes them.

use super::{Date, Year};

/// The id of a commemoration, such as `dien-bien-phu`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommemorationId(pub String);

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// By which calendar a day returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returning {
    /// The solar one.
    Solar(MonthDay),
    /// The lunar one; its day of the solar calendar differs from year to year.
    Lunar(MonthDay),
}

/// Several in a row: "a, b và c".
pub(crate) fn in_a_row(mut parts: Vec<String>) -> String {
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { last } else { format!("{} và {last}", parts.join(", ")) }
}

/// Whom a commemoration concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The great days of the country (Decree 145/2013/NĐ-CP, Article 4).
    National,
    /// The province's own.
    Province,
    /// A sector's or an organisation's.
    Sector,
}

impl Scope {
    /// All, the widest first.
    pub const ALL: [Self; 3] = [Self::National, Self::Province, Self::Sector];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Province => "province",
            Self::Sector => "sector",
        }
    }
}

/// Something that happened on a day, and that is commemorated on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commemoration {
    /// Its id.
    pub id: CommemorationId,
    /// The day of the year.
    pub day: Returning,
    /// The year in which it happened; none when years are not counted.
    pub founded: Option<u16>,
    /// As it stands after the number of years: "Ngày thành lập Đảng Cộng sản Việt Nam".
    pub name: String,
    /// A shorter name in use.
    pub short: Option<String>,
    /// Whom it concerns.
    pub scope: Scope,
    /// Whether day and year were held against a source.
    pub verified: bool,
}

/// How round a number of years is (Decree 145/2013/NĐ-CP, Decree 111/2018/NĐ-CP). It is the
/// number of years celebrated that counts, not the calendar's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Roundness {
    /// "Năm tròn": …0.
    Round,
    /// "Năm lẻ 5": …5.
    Half,
    /// Any other.
    Plain,
}

impl Roundness {
    /// Of a number of years.
    pub fn of(years: u16) -> Self {
        match years % 10 {
            0 if years > 0 => Self::Round,
            5 => Self::Half,
            _ => Self::Plain,
        }
    }
}

impl Commemoration {
    /// How many years it is ago in a year; none when it was not yet, or years are not counted.
    pub fn years(&self, year: Year) -> Option<u16> {
        year.get().checked_sub(self.founded?).filter(|years| *years > 0)
    }

    /// The first and the returning day, for one of the solar calendar.
    pub fn days(&self, year: Year) -> Option<(Date, Date)> {
        let Returning::Solar(MonthDay { month, day }) = self.day else { return None };
        Some((Date::of_history(self.founded?, month, day)?, Date::new(year, month, day)?))
    }

    /// In full, as plans word it: "70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)".
    pub fn in_full(&self, year: Year) -> Option<String> {
        let years = self.years(year)?;
        let dates = self
            .days(year)
            .map(|(first, now)| format!(" ({} - {})", first.slashed(), now.slashed()));
        Some(format!("{years} năm {}{}", self.name, dates.unwrap_or_default()))
    }
}

impl Commemoration {
    /// In short: "70 năm Chiến thắng Điện Biên Phủ".
    pub fn in_short(&self, year: Year) -> Option<String> {
        let name = self.short.as_ref().unwrap_or(&self.name);
        Some(format!("{} năm {name}", self.years(year)?))
    }
}

/// All commemorations of a workspace.
#[derive(Debug, Clone, Default)]
pub struct Commemorations {
    all: Vec<Commemoration>,
}

impl Commemorations {
    /// Of the entries of a file.
    pub fn new(all: Vec<Commemoration>) -> Self {
        Self { all }
    }

    /// The one of this id.
    pub fn get(&self, id: &CommemorationId) -> Option<&Commemoration> {
        self.all.iter().find(|found| found.id == *id)
    }

    /// All, in the order of the file.
    pub fn all(&self) -> &[Commemoration] {
        &self.all
    }

    /// Those that a year may launch a campaign for: round years and those ending in 5, the widest
    /// scope first, then by day.
    pub fn proposals(&self, year: Year) -> Vec<&Commemoration> {
        let roundness = |found: &&Commemoration| found.years(year).map(Roundness::of);
        let mut proposals: Vec<&Commemoration> = self
            .all
            .iter()
            .filter(|found| roundness(found).is_some_and(|round| round != Roundness::Plain))
            .collect();
        proposals.sort_by_key(|found| (found.scope, found.days(year).map(|(_, now)| now)));
        proposals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: u16) -> Year {
        Year::new(number).expect("a year")
    }

    #[test]
    fn the_years_celebrated_count_not_the_calendars() {
        let found = Commemoration {
            id: CommemorationId("dien-bien-phu".to_owned()),
            day: Returning::Solar(MonthDay { month: 5, day: 7 }),
            founded: Some(1954),
            name: "Chiến thắng Điện Biên Phủ".to_owned(),
            short: None,
            scope: Scope::National,
            verified: true,
        };
        assert_eq!(
            found.in_full(year(2024)).as_deref(),
            Some("70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)")
        );
        let round = |number| found.years(year(number)).map(Roundness::of);
        assert_eq!(round(2024), Some(Roundness::Round));
        assert_eq!(round(2029), Some(Roundness::Half));
        assert_eq!(round(2025), Some(Roundness::Plain));
        assert_eq!(round(1950), None);
    }

    #[test]
    fn several_are_joined_by_commas_and_a_last_word() {
        let join =
            |parts: &[&str]| in_a_row(parts.iter().map(|part| (*part).to_owned()).collect());
        assert_eq!(join(&["a"]), "a");
        assert_eq!(join(&["a", "b"]), "a và b");
        assert_eq!(join(&["a", "b", "c"]), "a, b và c");
    }
}
