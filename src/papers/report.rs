//! A report on emulation and commendation (Báo cáo): quarterly, half-yearly, yearly.
//!
//! Its numbers are not typed: they come from what the units recorded, added up once (`tally`), and
//! the office's own sentences name them.

use std::collections::BTreeMap;

use super::results::Standing;
use super::{Content, Foot, Head, Text};
use crate::calendar::{Date, Period, Quarter};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Number, date, issuer, subject.
    pub head: Head,
    /// What it reports on.
    pub period: Period,
    /// Up to which day results count.
    pub as_of: Date,
    /// To whom it goes: "Kính gửi".
    pub to: Vec<Text>,
    /// The office's own sentences.
    pub narrative: Narrative,
    /// All numbers by name, as papers print them.
    pub numbers: BTreeMap<String, String>,
    /// Whether it has the numbers of the same period of the year before.
    pub compares: bool,
    /// Titles and forms that somebody was granted or proposed for.
    pub awards: Vec<AwardRow>,
    /// The plan's tasks that were due.
    pub tasks: Vec<TaskRow>,
    /// The plan's tasks that are due next, in the words of the plan.
    pub next: Vec<Content>,
    /// Recipients and signature.
    pub foot: Foot,
}

/// What the office itself says, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrative {
    /// Why.
    pub opening: Vec<Text>,
    /// How the work was led.
    pub leadership: Vec<Text>,
    /// On movements.
    pub movements: Vec<Text>,
    /// On commendation.
    pub commendation: Vec<Text>,
    /// On organisation, inspection and training.
    pub organisation: Vec<Text>,
    /// What went well.
    pub strengths: Vec<Text>,
    /// What did not.
    pub weaknesses: Vec<Text>,
    /// Why not.
    pub causes: Vec<Text>,
    /// What comes next, besides the plan's tasks.
    pub directions: Vec<Text>,
    /// What is asked of the superior body.
    pub proposals: Vec<Text>,
    /// The last words.
    pub closing: Text,
}

/// How many received an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Collectives.
    pub collectives: u64,
    /// Individuals.
    pub individuals: u64,
    /// How many of the individuals work directly.
    pub direct_workers: u64,
    /// Households.
    pub households: u64,
}

/// A title or form, and how many received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardRow {
    /// Its name.
    pub name: String,
    /// Granted.
    pub granted: Counts,
    /// Proposed.
    pub proposed: Counts,
}

/// A task of the plan and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// What it says.
    pub content: Content,
    /// When it was due.
    pub quarter: Quarter,
    /// How it stands.
    pub standing: Standing,
    /// When it was done.
    pub done: Option<Date>,
    /// What came of it.
    pub result: Option<Text>,
}
