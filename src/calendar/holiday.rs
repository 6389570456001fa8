//! Days on which offices are closed: weekends and public holidays.
//!
//! Labour Code 2019, Article 112. The days between which the holidays at Tết and next to 2
//! September fall are set for each year by the Prime Minister; here Tết counts from the last day
//! of the old lunar year to the fourth of the new one, and of 2 September the day itself.

use chrono::{Datelike, Weekday};

use super::Date;

/// Why offices are closed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOff {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// 1 January.
    NewYear,
    /// Tết Nguyên đán.
    Tet,
    /// Giỗ Tổ Hùng Vương.
    HungKings,
    /// 30 April.
    Reunification,
    /// 1 May.
    Labour,
    /// 2 September.
    NationalDay,
}

impl DayOff {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Saturday,
        Self::Sunday,
        Self::NewYear,
        Self::Tet,
        Self::HungKings,
        Self::Reunification,
        Self::Labour,
        Self::NationalDay,
    ];

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Saturday => "day-off-saturday",
            Self::Sunday => "day-off-sunday",
            Self::NewYear => "day-off-new-year",
            Self::Tet => "day-off-tet",
            Self::HungKings => "day-off-hung-kings",
            Self::Reunification => "day-off-reunification",
            Self::Labour => "day-off-labour",
            Self::NationalDay => "day-off-national-day",
        }
    }
}

/// Month and day of the solar calendar.
type SolarDay = (u32, u32);

/// The first day of the lunar year and the tenth of its third month (Giỗ Tổ), as month and day of
/// the solar calendar, Vietnamese time (UTC+7: Tết 2030 is a day before China's). By Hồ Ngọc
/// Đức's algorithm.
const LUNAR: &[(i32, SolarDay, SolarDay)] = &[
    (2020, (1, 25), (4, 2)),
    (2021, (2, 12), (4, 21)),
    (2022, (2, 1), (4, 10)),
    (2023, (1, 22), (4, 29)),
    (2024, (2, 10), (4, 18)),
    (2025, (1, 29), (4, 7)),
    (2026, (2, 17), (4, 26)),
    (2027, (2, 6), (4, 16)),
    (2028, (1, 26), (4, 4)),
    (2029, (2, 13), (4, 23)),
    (2030, (2, 2), (4, 12)),
    (2031, (1, 23), (4, 1)),
    (2032, (2, 11), (4, 19)),
    (2033, (1, 31), (4, 9)),
    (2034, (2, 19), (4, 28)),
    (2035, (2, 8), (4, 17)),
    (2036, (1, 28), (4, 6)),
    (2037, (2, 15), (4, 24)),
    (2038, (2, 4), (4, 13)),
    (2039, (1, 24), (4, 3)),
    (2040, (2, 12), (4, 20)),
];

/// Why offices are closed on a day, if they are. A holiday comes before the weekend that it falls
/// on. The lunar holidays are known from 2020 to 2040.
pub fn day_off(date: Date) -> Option<DayOff> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(DayOff::NewYear),
        (4, 30) => Some(DayOff::Reunification),
        (5, 1) => Some(DayOff::Labour),
        (9, 2) => Some(DayOff::NationalDay),
        _ => None,
    };
    fixed.or_else(|| lunar(date)).or_else(|| match date.0.weekday() {
        Weekday::Sat => Some(DayOff::Saturday),
        Weekday::Sun => Some(DayOff::Sunday),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => None,
    })
}

fn lunar(date: Date) -> Option<DayOff> {
    let (_, tet, hung_kings) = LUNAR.iter().find(|(year, ..)| *year == date.year())?;
    if (date.month(), date.day()) == *hung_kings {
        return Some(DayOff::HungKings);
    }
    let first = date.0.with_day(1)?.with_month(tet.0)?.with_day(tet.1)?;
    let since = date.0.signed_duration_since(first).num_days();
    // The last day of the old year and four of the new.
    (-1..=3).contains(&since).then_some(DayOff::Tet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_holidays_and_tet_are_days_off() {
        let off = |text| day_off(Date::parse(text).expect("a date"));
        assert_eq!(off("2025-01-15"), None);
        assert_eq!(off("2025-01-28"), Some(DayOff::Tet), "29 tháng Chạp");
        assert_eq!(off("2025-02-01"), Some(DayOff::Tet), "mồng 4");
        assert_eq!(off("2025-02-02"), Some(DayOff::Sunday));
        assert_eq!(off("2025-04-07"), Some(DayOff::HungKings));
        assert_eq!(off("2025-04-30"), Some(DayOff::Reunification));
        assert_eq!(off("2027-01-15"), None);
        assert_eq!(off("2028-01-15"), Some(DayOff::Saturday));
        assert_eq!(off("2030-02-01"), Some(DayOff::Tet), "a day before China's");
        assert_eq!(off("2050-02-02"), None, "the lunar days of 2050 are not known");
    }

    #[test]
    fn the_table_has_every_year_once() {
        let years: Vec<i32> = LUNAR.iter().map(|(year, ..)| *year).collect();
        assert_eq!(years, (2020..=2040).collect::<Vec<_>>());
    }
}
