//! What a unit recorded in a year: its results, from which reports are made.
//!
//! One value is one file (`data/<year>/results/<unit>.yaml`) or the rows of one unit in a table.
//! A unit may have several; they add up. What a type cannot rule out here, `tally::check` reports.

use std::ops::AddAssign;

use crate::calendar::{Date, Year};
use crate::diag::{Place, Placed};
use crate::law::AwardId;
use crate::numbers::Share;
use crate::office::{AgencyId, Level};
use crate::papers::Text;
use crate::papers::progress::{TaskProgress, TaskState};

/// The results of one unit in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Whose they are.
    pub unit: Placed<AgencyId>,
    /// The year.
    pub year: Year,
    /// Whether they are made up to show how a report looks; the report says so.
    pub sample: bool,
    /// How the unit's tasks stand; the issuer of the yearly plan records the plan's own.
    pub tasks: Vec<TaskProgress>,
    /// The movements that it launched.
    pub movements: Vec<Movement>,
    /// Titles and commendations proposed for it or granted to it.
    pub awards: Vec<AwardRecord>,
    /// Inspections of emulation and commendation that it carried out.
    pub inspections: Vec<Inspection>,
    /// Training that it held.
    pub training: Vec<Training>,
    /// What came into its fund for emulation and commendation, and what was spent.
    pub fund: Vec<FundEntry>,
}

impl Results {
    /// Results without a record.
    pub fn new(unit: Placed<AgencyId>, year: Year) -> Self {
        Self {
            unit,
            year,
            sample: false,
            tasks: Vec::new(),
            movements: Vec::new(),
            awards: Vec::new(),
            inspections: Vec::new(),
            training: Vec::new(),
            fund: Vec::new(),
        }
    }

    /// Whether its unit had recorded anything by a day. How tasks stand has no day of its own: it
    /// counts where nothing else tells that the first record came later.
    pub fn is_begun_by(&self, day: Date) -> bool {
        let done = self.tasks.iter().filter_map(|task| match task.state {
            TaskState::Done { on } => on,
            TaskState::NotStarted | TaskState::Doing => None,
        });
        let mut days = self.dated().map(|(date, _)| date).chain(done).peekable();
        if days.peek().is_none() {
            !self.tasks.is_empty()
        } else {
            days.any(|date| date <= day)
        }
    }

    /// Everything that is counted by its day, and where it stands.
    pub fn dated(&self) -> impl Iterator<Item = (Date, &Place)> {
        let awards = self.awards.iter().map(|found| (found.date, &found.place));
        let movements = self.movements.iter().map(|found| (found.from, &found.place));
        let inspections = self.inspections.iter().map(|found| (found.date, &found.place));
        let training = self.training.iter().map(|found| (found.date, &found.place));
        let fund = self.fund.iter().map(|found| (found.date, &found.place));
        awards.chain(movements).chain(inspections).chain(training).chain(fund)
    }

    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
            && self.movements.is_empty()
            && self.awards.is_empty()
            && self.inspections.is_empty()
            && self.training.is_empty()
            && self.fund.is_empty()
    }
}

/// A movement of emulation (phong trào thi đua) that the unit launched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Where the record stands.
    pub place: Place,
    /// Its name.
    pub name: Text,
    /// The day on which it was launched: the day that puts it into a period.
    pub from: Date,
    /// Its last day; none while it is open.
    pub until: Option<Date>,
    /// How many collectives joined.
    pub collectives: u32,
    /// How many individuals joined.
    pub individuals: u32,
}

/// An award, proposed or granted, with how many received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardRecord {
    /// Where the record stands.
    pub place: Place,
    /// The day of the proposal or of the decision that grants it.
    pub date: Date,
    /// The title or form.
    pub award: AwardId,
    /// Who grants it.
    pub level: Level,
    /// For what kind of merit.
    pub way: Way,
    /// Proposed or granted.
    pub stage: AwardStage,
    /// Who is honoured by it.
    pub honoured: Honoured,
}

/// For what kind of merit an award is given (TT 02/2023/TT-BNV, form 0603.N).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Merit of the regular work of a year (thường xuyên).
    Regular,
    /// In a thematic movement (chuyên đề).
    Thematic,
    /// For an outstanding deed (đột xuất).
    Sudden,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Thematic, Self::Sudden];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Thematic => "thematic",
            Self::Sudden => "sudden",
        }
    }
}

/// Whether an award is proposed or granted. The two are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AwardStage {
    /// Proposed (đề nghị).
    Proposed,
    /// Granted (được tặng).
    Granted,
}

impl AwardStage {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Proposed, Self::Granted];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Granted => "granted",
        }
    }
}

/// Who is honoured by an award, or by several: how many of each. A person who received two counts twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Honoured {
    /// Collectives.
    pub collectives: u64,
    /// Individuals.
    pub individuals: u64,
    /// How many of the individuals work directly in production or service and lead nobody
    /// (người trực tiếp lao động).
    pub direct_workers: u64,
    /// Households.
    pub households: u64,
}

impl Honoured {
    /// The share of direct workers among the individuals.
    pub fn direct_share(self) -> Share {
        Share { part: self.direct_workers, whole: self.individuals }
    }
}

impl AddAssign for Honoured {
    fn add_assign(&mut self, other: Self) {
        self.collectives += other.collectives;
        self.individuals += other.individuals;
        self.direct_workers += other.direct_workers;
        self.households += other.households;
    }
}

/// An inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Where the record stands.
    pub place: Place,
    /// Its day; the last one when it took several.
    pub date: Date,
    /// How many units were inspected.
    pub inspected: u32,
    /// What it was about.
    pub text: Option<Text>,
}

/// Training in the work of emulation and commendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Where the record stands.
    pub place: Place,
    /// Its day; the last one when it took several.
    pub date: Date,
    /// How many classes.
    pub classes: u32,
    /// How many took part.
    pub participants: u32,
    /// What it was about.
    pub text: Option<Text>,
}

/// Money that came into the fund or was spent from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundEntry {
    /// Where the record stands.
    pub place: Place,
    /// The day.
    pub date: Date,
    /// In or out.
    pub flow: Flow,
    /// How much, in đồng.
    pub amount: u64,
    /// From whom or for what.
    pub text: Option<Text>,
}

/// Which way money went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// Into the fund.
    Received,
    /// Out of it.
    Spent,
}

impl Flow {
    /// Which way an entry went and how much: exactly one of the two amounts is given.
    pub fn of(received: Option<u64>, spent: Option<u64>) -> Option<(Self, u64)> {
        match (received, spent) {
            (Some(amount), None) => Some((Self::Received, amount)),
            (None, Some(amount)) => Some((Self::Spent, amount)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }

    /// Both.
    pub const ALL: [Self; 2] = [Self::Received, Self::Spent];

    /// The key in YAML that gives the amount.
    pub fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Spent => "spent",
        }
    }
}
