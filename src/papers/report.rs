//! A report on emulation and commendation (Báo cáo): of a quarter, half a year, nine months, a
//! year, ten years.
//!
//! Its numbers are not typed: they come from what the units recorded, added up once (`tally`), and
//! the office's own sentences name them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::progress::Standing;
use super::results::{Honoured, Way};
use super::{Content, FormPaper, Text};
use crate::calendar::{Date, Due, Period, Year};
use crate::numbers::Number;
use crate::office::Level;

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The paper, with the office's own sentences.
    pub paper: FormPaper,
    /// What it reports on.
    pub period: Period,
    /// Up to which day results count.
    pub as_of: Date,
    /// All numbers by name.
    pub numbers: BTreeMap<String, Number>,
    /// Rows of tables, from the same numbers.
    pub tables: Tables,
    /// The years of the period of which nothing is known.
    pub missing: Vec<Year>,
    /// Whether the issuer is that of the yearly plan, to which the others report: what the chair of
    /// its level granted is then its own chair's.
    pub is_superior: bool,
    /// The plan's tasks that are due next, in the words of the plan.
    pub next: Vec<Content>,
}

/// A report that is to be begun: what its file starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// What it will report on.
    pub period: Period,
    /// Up to which day results count: the last of the period, until somebody changes it.
    pub as_of: Date,
    /// Who issues it, by id.
    pub issuer: String,
    /// Its name within a sentence.
    pub issuer_name: String,
    /// To whom it goes, when an earlier report tells.
    pub to: Vec<String>,
    /// Recipients of copies.
    pub recipients: Vec<String>,
    /// Where it is filed.
    pub filing: Option<String>,
    /// Who signs, by id.
    pub signer: Option<String>,
    /// The numbers that are not zero, by name, as papers print them.
    pub facts: Vec<(String, String)>,
    /// The plan's tasks that were due, and how they stand.
    pub tasks: Vec<TaskRow>,
    /// The keys of the office's own sentences, and whether such a report must have each.
    pub sections: Vec<(Arc<str>, bool)>,
}

/// The tables of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tables {
    /// Of a part of a year, or a year.
    Period(PeriodTables),
    /// Of ten years.
    TenYears(YearTables),
}

/// What a report on a period of one year tabulates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodTables {
    /// Titles and forms that somebody was granted or proposed for.
    pub awards: Vec<AwardRow>,
    /// The plan's tasks that were due.
    pub tasks: Vec<TaskRow>,
    /// The units, by cluster; none when nobody recorded anything.
    pub clusters: Vec<ClusterRows>,
    /// All units together.
    pub total: UnitFigures,
    /// Whether the same period of the year before is known as far as this one has come: a part is
    /// never compared with a whole.
    pub compares: bool,
}

/// A title or form that a level grants for a kind of merit: a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granting {
    /// The name of the award.
    pub name: String,
    /// Who grants it.
    pub level: Level,
    /// For what.
    pub way: Way,
}

/// A title or form, and how many received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardRow {
    /// What is granted, by whom, for what.
    pub what: Granting,
    /// Granted.
    pub granted: Honoured,
    /// Proposed.
    pub proposed: Honoured,
}

/// A task of the plan and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// What it says.
    pub content: Content,
    /// By when it was due.
    pub due: Due,
    /// How it stands.
    pub standing: Standing,
    /// When it was done.
    pub done: Option<Date>,
    /// What came of it, and what was noted.
    pub remarks: Vec<Text>,
}

/// A cluster and its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterRows {
    /// Its name; none for agencies of no cluster.
    pub name: Option<String>,
    /// Its units.
    pub units: Vec<UnitRow>,
    /// All of them together.
    pub total: UnitFigures,
}

/// A unit and its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its name.
    pub name: String,
    /// Whether it had recorded anything by the day of the report. What it did not is unknown, not
    /// zero.
    pub recorded: bool,
    /// Its numbers.
    pub figures: UnitFigures,
}

/// The numbers of a unit, a cluster or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitFigures {
    /// How many tasks of units' plans have each standing, in the order of [`Standing::ALL`].
    pub tasks: [u64; Standing::ALL.len()],
    /// Movements launched.
    pub movements: u64,
    /// Awards granted.
    pub granted: Honoured,
    /// Awards proposed.
    pub proposed: Honoured,
}

/// What a report on ten years tabulates: years side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTables {
    /// The years of which the numbers are known.
    pub years: Vec<Year>,
    /// Titles and forms granted, one row for each kind of recipient.
    pub awards: Vec<AwardSeries>,
    /// Movements, inspections, training, fund.
    pub rows: Vec<YearRow>,
    /// All years together.
    pub total: YearRow,
}

/// How often an award was granted in each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardSeries {
    /// What is granted, by whom, for what.
    pub what: Granting,
    /// To whom.
    pub receiver: Honourees,
    /// How many, for each known year.
    pub values: Vec<u64>,
    /// All years together.
    pub total: u64,
}

/// Whom a row of awards counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Honourees {
    /// Collectives.
    Collectives,
    /// Individuals.
    Individuals,
    /// Households.
    Households,
}

impl Honourees {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Collectives, Self::Individuals, Self::Households];

    /// The name in templates.
    pub fn key(self) -> &'static str {
        match self {
            Self::Collectives => "collectives",
            Self::Individuals => "individuals",
            Self::Households => "households",
        }
    }

    /// How many of them there are among those counted.
    pub fn of(self, counts: Honoured) -> u64 {
        match self {
            Self::Collectives => counts.collectives,
            Self::Individuals => counts.individuals,
            Self::Households => counts.households,
        }
    }
}

/// The numbers of a year besides single awards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearRow {
    /// All awards granted.
    pub granted: Honoured,
    /// Movements, and collectives and individuals that joined.
    pub movements: [u64; 3],
    /// Inspections, and units inspected.
    pub inspections: [u64; 2],
    /// Classes of training, and participants.
    pub training: [u64; 2],
    /// What came into the fund and what was spent, in đồng.
    pub fund: [u64; 2],
}
