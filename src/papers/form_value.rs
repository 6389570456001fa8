//! What the keys of a form hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::superior::SuperiorDocument;
use super::text::Text;
use crate::calendar::{Date, Moment};
use crate::office::Agency;

/// What a key holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FormValue {
    /// It is not given.
    Nothing,
    /// A draft lacks it; the key that will give it.
    Blank(Arc<str>),
    /// A line without styles, or a word of a list.
    Line(String),
    /// A text.
    Text(Text),
    /// Texts.
    Texts(Vec<Text>),
    /// A day.
    Day(Date),
    /// The first and the last day.
    Period(Date, Date),
    /// A day with an hour.
    Moment(Moment),
    /// A count.
    Count(u64),
    /// An amount in đồng.
    Money(u64),
    /// Yes or no.
    Flag(bool),
    /// An agency.
    Agency(Arc<Agency>),
    /// Maps of values.
    Rows(Vec<BTreeMap<Arc<str>, Self>>),
    /// Documents of superior agencies.
    Citations(Vec<SuperiorDocument>),
    /// What is measured.
    Criteria(Vec<Criterion>),
    /// Parts of a period.
    Stages(Vec<Stage>),
}

/// A criterion, and its points where points are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What is measured.
    pub text: Text,
    /// The most points.
    pub points: Option<u32>,
}

/// A part of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// What is done in it.
    pub text: Text,
}
