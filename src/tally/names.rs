//! The names of numbers, by which a report's narrative asks for them.
//!
//! One function gives every name its number, so that the list of names and the numbers cannot
//! differ. Names are English, in small letters, with hyphens inside words and stops between.

use std::collections::BTreeMap;

use super::figures::{Figures, TaskCounts};
use crate::law::AwardId;
use crate::numbers::{Number, Share};
use crate::office::Level;
use crate::papers::progress::Standing;
use crate::papers::results::Honoured;
use crate::papers::results::{AwardStage, Way};

/// What stands before the name of a number of the earlier period.
pub(super) const BEFORE: &str = "before.";
/// What stands before the name of a number that tells how much it changed.
pub(super) const CHANGE: &str = "change.";
/// What stands before the name of a number that tells by how many percent it changed.
pub(super) const CHANGE_PERCENT: &str = "change-percent.";
/// What stands before a year and the name of that year's number.
pub(super) const YEARS: &str = "years.";

/// The name without what stands before it.
pub fn bare(name: &str) -> &str {
    if let Some(rest) = name.strip_prefix(YEARS) {
        return rest.split_once('.').map_or(rest, |(_, name)| name);
    }
    let prefixes = [BEFORE, CHANGE, CHANGE_PERCENT];
    prefixes
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name)
}

/// Words that no award may have as its id, since they name numbers: the ways, the levels, and
/// what is counted of awards.
pub const RESERVED: [&str; 14] = [
    "regular",
    "thematic",
    "sudden",
    "agency",
    "commune",
    "district",
    "province",
    "government",
    "state",
    "collectives",
    "individuals",
    "direct-workers",
    "households",
    "direct-share",
];

/// Whether tasks were counted. Of totals of the past nobody knows which tasks were due; that is
/// not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TaskNumbers {
    /// They were.
    Counted,
    /// They were not: their names have no number.
    Unknown,
}

/// Numbers by their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedNumbers(BTreeMap<String, Number>);

impl NamedNumbers {
    /// All numbers of some figures. Awards that nobody received have their names too.
    pub(super) fn of(figures: &Figures, awards: &[AwardId], tasks: TaskNumbers) -> Self {
        let mut named = Self::default();
        for stage in AwardStage::ALL {
            named.honours(figures, stage, awards);
        }
        let Figures { movements, inspections, training, fund, .. } = figures;
        for (name, number) in [
            ("movements.count", movements.count),
            ("movements.collectives", movements.collectives),
            ("movements.individuals", movements.individuals),
            ("inspections.count", inspections.count),
            ("inspections.inspected", inspections.inspected),
            ("training.classes", training.classes),
            ("training.participants", training.participants),
        ] {
            named.put(name.to_owned(), Number::Count(number));
        }
        named.put("fund.received".to_owned(), Number::Money(fund.received));
        named.put("fund.spent".to_owned(), Number::Money(fund.spent));
        named.tasks("tasks", figures.plan_tasks, tasks);
        named.tasks("unit-tasks", figures.unit_tasks, tasks);
        named
    }

    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<Number> {
        self.0.get(name).copied()
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// All names with their numbers, in order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Number)> {
        self.0.iter().map(|(name, number)| (name.as_str(), *number))
    }

    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = (String, Number)>) {
        self.0.extend(more);
    }

    fn put(&mut self, name: String, number: Number) {
        self.0.insert(name, number);
    }

    fn honours(&mut self, figures: &Figures, stage: AwardStage, awards: &[AwardId]) {
        let honours = figures.awards(stage);
        let prefix = format!("awards.{}", stage.key());
        self.honoured(&prefix, honours.total());
        for way in Way::ALL {
            self.honoured(&format!("{prefix}.{}", way.key()), honours.way(way));
        }
        for level in Level::ALL {
            self.honoured(&format!("{prefix}.{}", level.key()), honours.level(level));
        }
        for award in awards {
            let prefix = format!("{prefix}.{}", award.0);
            self.honoured(&prefix, honours.of(award));
            for way in Way::ALL {
                let prefix = format!("{prefix}.{}", way.key());
                self.honoured(&prefix, honours.of_way(award, way));
            }
        }
    }

    fn honoured(&mut self, prefix: &str, honoured: Honoured) {
        for (name, number) in [
            ("collectives", honoured.collectives),
            ("individuals", honoured.individuals),
            ("direct-workers", honoured.direct_workers),
            ("households", honoured.households),
        ] {
            self.put(format!("{prefix}.{name}"), Number::Count(number));
        }
        self.share(format!("{prefix}.direct-share"), honoured.direct_share());
    }

    fn tasks(&mut self, prefix: &str, counts: TaskCounts, known: TaskNumbers) {
        let number = |count| match known {
            TaskNumbers::Counted => Number::Count(count),
            TaskNumbers::Unknown => Number::Unknown,
        };
        self.put(format!("{prefix}.due"), number(counts.due()));
        self.put(format!("{prefix}.done"), number(counts.done()));
        for standing in Standing::ALL {
            let name = format!("{prefix}.{}", standing.key());
            self.put(name, number(counts.of(standing)));
        }
        let share = match known {
            TaskNumbers::Counted => Number::Share(counts.done_share()),
            TaskNumbers::Unknown => Number::Unknown,
        };
        self.put(format!("{prefix}.done-share"), share);
    }

    fn share(&mut self, name: String, share: Share) {
        self.put(name, Number::Share(share));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_behind_a_stage_is_reserved() {
        let named = NamedNumbers::of(&Figures::default(), &[], TaskNumbers::Counted);
        for name in named.names().filter(|name| name.starts_with("awards.")) {
            let words = name.split('.').skip(2);
            assert!(words.clone().count() > 0);
            for word in words {
                assert!(RESERVED.contains(&word), "{word}");
            }
        }
    }
}
