//! The numbers of a unit, a cluster or the district in a period.
//!
//! Every field is a sum, so that figures add up in any order and grouping: units to clusters to
//! the district, quarters to halves to the year. Records hold 32-bit counts and amounts that a
//! report can print; sums hold 64 bits, which no number of records that fits into files exceeds.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::sums::sums;
use crate::calendar::{Date, Period};
use crate::law::AwardId;
use crate::numbers::Share;
use crate::office::Level;
use crate::papers::history::Totals;
use crate::papers::progress::Standing;
use crate::papers::results::{AwardStage, Flow, Honoured, Results, Way};

/// All numbers of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Awards proposed. Never added to those granted.
    pub proposed: Honours,
    /// Awards granted.
    pub granted: Honours,
    /// Movements launched in the period.
    pub movements: Movements,
    /// The yearly plan's own tasks that are due in the period.
    pub plan_tasks: TaskCounts,
    /// The tasks of units' plans that are due in the period.
    pub unit_tasks: TaskCounts,
    /// Inspections.
    pub inspections: Inspections,
    /// Training.
    pub training: Training,
    /// The fund.
    pub fund: Fund,
}

impl Figures {
    /// The awards of a stage.
    pub fn awards(&self, stage: AwardStage) -> &Honours {
        match stage {
            AwardStage::Proposed => &self.proposed,
            AwardStage::Granted => &self.granted,
        }
    }

    /// Adds what a unit recorded and what falls into the period, up to a day; all but tasks,
    /// which are counted from what is due.
    pub(super) fn add_results(&mut self, results: &Results, period: Period, as_of: Date) {
        let counts = |date: Date| period.contains(date) && date <= as_of;
        for record in results.awards.iter().filter(|record| counts(record.date)) {
            let key = (record.award.clone(), record.level, record.way);
            self.honours(record.stage).add(key, record.honoured);
        }
        for movement in results.movements.iter().filter(|found| counts(found.from)) {
            self.movements += Movements {
                count: 1,
                collectives: movement.collectives.into(),
                individuals: movement.individuals.into(),
            };
        }
        for inspection in results.inspections.iter().filter(|found| counts(found.date)) {
            self.inspections +=
                Inspections { count: 1, inspected: inspection.inspected.into() };
        }
        for training in results.training.iter().filter(|found| counts(found.date)) {
            self.training += Training {
                classes: training.classes.into(),
                participants: training.participants.into(),
            };
        }
        for entry in results.fund.iter().filter(|entry| counts(entry.date)) {
            self.fund += match entry.flow {
                Flow::Received => Fund { received: entry.amount, spent: 0 },
                Flow::Spent => Fund { received: 0, spent: entry.amount },
            };
        }
    }

    /// The figures of a past period of which only totals are known.
    pub fn of_totals(totals: &Totals) -> Self {
        let mut figures = Self::default();
        for total in &totals.awards {
            let key = (total.award.clone(), total.level, total.way);
            figures.honours(total.stage).add(key, total.honoured);
        }
        let [count, collectives, individuals] = totals.movements.map(u64::from);
        figures.movements = Movements { count, collectives, individuals };
        let [count, inspected] = totals.inspections.map(u64::from);
        figures.inspections = Inspections { count, inspected };
        let [classes, participants] = totals.training.map(u64::from);
        figures.training = Training { classes, participants };
        let [received, spent] = totals.fund;
        figures.fund = Fund { received, spent };
        figures
    }

    fn honours(&mut self, stage: AwardStage) -> &mut Honours {
        match stage {
            AwardStage::Proposed => &mut self.proposed,
            AwardStage::Granted => &mut self.granted,
        }
    }
}

impl AddAssign<&Self> for Figures {
    fn add_assign(&mut self, other: &Self) {
        let Self {
            proposed,
            granted,
            movements,
            plan_tasks,
            unit_tasks,
            inspections,
            training,
            fund,
        } = other;
        self.proposed += proposed;
        self.granted += granted;
        self.movements += *movements;
        self.plan_tasks += *plan_tasks;
        self.unit_tasks += *unit_tasks;
        self.inspections += *inspections;
        self.training += *training;
        self.fund += *fund;
    }
}

impl<'a> std::iter::Sum<&'a Self> for Figures {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, figures| {
            sum += figures;
            sum
        })
    }
}

/// What tells awards apart when they are counted.
type HonourKey = (AwardId, Level, Way);

/// Awards of one stage, by award, level and way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Honours(BTreeMap<HonourKey, Honoured>);

impl Honours {
    /// All together.
    pub fn total(&self) -> Honoured {
        self.sum(|_| true)
    }

    /// Of one award.
    pub fn of(&self, award: &AwardId) -> Honoured {
        self.sum(|(id, ..)| id == award)
    }

    /// Of one award, for one kind of merit.
    pub fn of_way(&self, award: &AwardId, way: Way) -> Honoured {
        self.sum(|(id, _, own)| id == award && *own == way)
    }

    /// For one kind of merit.
    pub fn way(&self, way: Way) -> Honoured {
        self.sum(|(_, _, own)| *own == way)
    }

    /// Granted by one level.
    pub fn level(&self, level: Level) -> Honoured {
        self.sum(|(_, own, _)| *own == level)
    }

    /// Of one award, granted by one level for one kind of merit.
    pub fn cell(&self, award: &AwardId, level: Level, way: Way) -> Honoured {
        self.0.get(&(award.clone(), level, way)).copied().unwrap_or_default()
    }

    fn sum(&self, wanted: impl Fn(&HonourKey) -> bool) -> Honoured {
        let mut sum = Honoured::default();
        for (_, honoured) in self.0.iter().filter(|(key, _)| wanted(key)) {
            sum += *honoured;
        }
        sum
    }

    fn add(&mut self, key: HonourKey, honoured: Honoured) {
        *self.0.entry(key).or_default() += honoured;
    }
}

impl AddAssign<&Self> for Honours {
    fn add_assign(&mut self, other: &Self) {
        for (key, honoured) in &other.0 {
            *self.0.entry(key.clone()).or_default() += *honoured;
        }
    }
}

sums! {
    /// How many tasks have each standing.
    TaskCounts {
        /// [`Standing::InTime`].
        in_time,
        /// [`Standing::DoneLate`].
        done_late,
        /// [`Standing::Doing`].
        doing,
        /// [`Standing::NotStarted`].
        not_started,
        /// [`Standing::Late`].
        late,
    }
}

impl TaskCounts {
    /// All tasks.
    pub fn due(self) -> u64 {
        self.done() + self.doing + self.not_started + self.late
    }

    /// Those done, in time or late.
    pub fn done(self) -> u64 {
        self.in_time + self.done_late
    }

    /// The share of those done.
    pub fn done_share(self) -> Share {
        Share { part: self.done(), whole: self.due() }
    }

    /// How many have a standing.
    pub fn of(self, standing: Standing) -> u64 {
        match standing {
            Standing::InTime => self.in_time,
            Standing::DoneLate => self.done_late,
            Standing::Doing => self.doing,
            Standing::NotStarted => self.not_started,
            Standing::Late => self.late,
        }
    }

    /// Counts a task.
    pub(super) fn add(&mut self, standing: Standing) {
        let count = match standing {
            Standing::InTime => &mut self.in_time,
            Standing::DoneLate => &mut self.done_late,
            Standing::Doing => &mut self.doing,
            Standing::NotStarted => &mut self.not_started,
            Standing::Late => &mut self.late,
        };
        *count += 1;
    }
}

sums! {
    /// Movements. Who joined two counts twice ("lượt").
    Movements {
        /// How many.
        count,
        /// Collectives that joined.
        collectives,
        /// Individuals that joined.
        individuals,
    }
}

sums! {
    /// Inspections.
    Inspections {
        /// How many.
        count,
        /// Units inspected; one inspected twice counts twice.
        inspected,
    }
}

sums! {
    /// Training.
    Training {
        /// Classes.
        classes,
        /// Participants.
        participants,
    }
}

sums! {
    /// The fund, in đồng.
    Fund {
        /// What came in.
        received,
        /// What was spent.
        spent,
    }
}
