//! Years side by side, for the ten-year report and its charts. A year of which nothing is known is
//! none, not nought.

use std::collections::BTreeMap;

use super::names::{TaskNumbers, YEARS};
use super::{Figures, NamedNumbers, Records, Tally};
use crate::calendar::{Date, Period, Span, Year};
use crate::numbers::Number;
use crate::papers::history::History;

/// The numbers of each year of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    period: Period,
    years: BTreeMap<Year, Figures>,
    total: Figures,
    named: NamedNumbers,
    named_years: BTreeMap<Year, NamedNumbers>,
}

impl Series {
    /// The years of a period: from results where a year has any, else from its history.
    ///
    /// Years with neither are [missing](Series::missing), not zero.
    pub fn of(
        records: &Records<'_>,
        history: &[History],
        period: Period,
        as_of: Date,
    ) -> Self {
        // A file without records says nothing about its year.
        let recorded = |year: Year| {
            let mut of_year = records.results.iter().filter(|results| results.year == year);
            of_year.any(|results| !results.is_empty())
        };
        let tasks = |year: Year| {
            if recorded(year) { TaskNumbers::Counted } else { TaskNumbers::Unknown }
        };
        let figures = |year: Year| -> Option<Figures> {
            let whole = Period::new(year, Span::Year);
            if recorded(year) {
                return Some(Tally::of(records, whole, as_of).total().clone());
            }
            // Totals of a year that is not over by the day are not those up to the day.
            if !whole.ended_by(as_of) {
                return None;
            }
            let known = history.iter().find(|history| history.year == year)?;
            known.of(Span::Year).map(Figures::of_totals)
        };
        let years: BTreeMap<Year, Figures> = period
            .years()
            .filter_map(|year| Some((year, figures(year)?)))
            .collect();
        let (awards, total) = (super::ids(records.awards), years.values().sum());
        let named_year = |(year, figures): (&Year, &Figures)| {
            (*year, NamedNumbers::of(figures, &awards, tasks(*year)))
        };
        // The tasks of some years are not those of all.
        let whole = period.years().all(recorded);
        let of_all = if whole { TaskNumbers::Counted } else { TaskNumbers::Unknown };
        Self {
            period,
            named: NamedNumbers::of(&total, &awards, of_all),
            named_years: years.iter().map(named_year).collect(),
            years,
            total,
        }
    }

    /// The numbers of each year that is known.
    pub fn years(&self) -> &BTreeMap<Year, Figures> {
        &self.years
    }

    /// The years of the period of which nothing is known.
    pub fn missing(&self) -> impl Iterator<Item = Year> {
        self.period.years().filter(|year| !self.years.contains_key(year))
    }

    /// The numbers of all known years together.
    pub fn total(&self) -> &Figures {
        &self.total
    }

    /// The numbers of each known year, by name ([`YEARS`]).
    pub fn of_years(&self) -> impl Iterator<Item = (String, Number)> {
        self.named_years.iter().flat_map(|(year, named)| {
            named
                .iter()
                .map(move |(name, number)| (format!("{YEARS}{year}.{name}"), number))
        })
    }

    /// All names of numbers of all years together, with their numbers.
    pub fn named(&self) -> &NamedNumbers {
        &self.named
    }
}
