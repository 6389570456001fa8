//! What is known of past years: totals only, without units and days.
//!
//! `data/history/<year>.yaml` holds them for the ten-year report and for comparisons with years
//! whose results were never recorded one by one.

use crate::calendar::{Span, Year};
use crate::diag::Place;
use crate::law::AwardId;
use crate::office::Level;
use crate::papers::results::{AwardStage, Honoured, Way};

/// The totals of a past year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Where the year stands.
    pub place: Place,
    /// The year.
    pub year: Year,
    /// Whether they are made up.
    pub sample: bool,
    /// The totals of the year and of those of its parts that are known.
    pub totals: Vec<Totals>,
}

impl History {
    /// The totals of the year or of a part of it, when known.
    pub fn of(&self, span: Span) -> Option<&Totals> {
        self.totals.iter().find(|totals| totals.span == span)
    }
}

/// The totals of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Where the entry stands.
    pub place: Place,
    /// Which part of the year; never [`Span::TenYears`].
    pub span: Span,
    /// Awards, proposed and granted.
    pub awards: Vec<AwardTotal>,
    /// Movements launched, and how many collectives and individuals joined.
    pub movements: [u32; 3],
    /// Inspections, and units inspected.
    pub inspections: [u32; 2],
    /// Classes of training, and participants.
    pub training: [u32; 2],
    /// What came into the fund and what was spent, in đồng.
    pub fund: [u64; 2],
}

/// How many received an award in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardTotal {
    /// Where the entry stands.
    pub place: Place,
    /// The title or form.
    pub award: AwardId,
    /// Who granted it.
    pub level: Level,
    /// For what kind of merit.
    pub way: Way,
    /// Proposed or granted.
    pub stage: AwardStage,
    /// How many.
    pub honoured: Honoured,
}
