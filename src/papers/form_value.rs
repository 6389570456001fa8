//! What the keys of a form hold: a value by its type, and the values of a paper by key.
//!
//! Templates and differences ask for any key; a struct that is computed from asks for those that it needs, of
//! the type that every definition of its kind must give them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::clause::Clause;
use super::superior::SuperiorDocument;
use super::task::Task;
use super::text::Text;
use crate::calendar::{Date, Moment, Year};
use crate::diag::Place;
use crate::form::DocumentType;
use crate::law::AwardId;
use crate::office::Agency;

/// What a key holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FormValue {
    /// It is not given.
    Nothing,
    /// A draft lacks it: the key that will give it, and the parts that a template asks of it.
    Blank(Arc<str>, BlankParts),
    /// A line without styles.
    Line(String),
    /// A word of a list.
    Choice(String),
    /// Words of a list.
    Words(Vec<String>),
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
    /// A title of emulation or a form of commendation, with its name.
    Award(AwardId, String),
    /// Maps of values.
    Rows(Vec<Values>),
    /// Documents of superior agencies.
    Citations {
        /// Those that are known.
        known: Vec<SuperiorDocument>,
        /// Whether somebody has still to say which they are, or whether these still are; drafts only.
        is_asked: bool,
    },
    /// What is measured.
    Criteria(Vec<Criterion>),
    /// Parts of a period.
    Stages(Vec<Stage>),
    /// A text in parts.
    Clauses(Vec<Clause>),
    /// Tasks, by quarter and in order.
    Tasks(Vec<Task>),
    /// The first and the last of some years.
    Years(Year, Year),
    /// A named type of document.
    DocumentType(DocumentType),
}

impl FormValue {
    /// Whether it is more, or later, than another value of its type; what has no order is not.
    pub(crate) fn is_above(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(one), Self::Count(other))
            | (Self::Money(one), Self::Money(other)) => one > other,
            (Self::Day(one), Self::Day(other)) => one > other,
            (Self::Moment(one), Self::Moment(other)) => one > other,
            _ => false,
        }
    }

    /// Its running texts; of tasks what every paper but their own plan says of them.
    pub(crate) fn running_texts(&self) -> Vec<&Text> {
        match self {
            Self::Text(text) => vec![text],
            Self::Texts(texts) => texts.iter().collect(),
            Self::Criteria(criteria) => criteria.iter().map(|one| &one.text).collect(),
            Self::Stages(stages) => stages.iter().map(|stage| &stage.text).collect(),
            Self::Tasks(tasks) => tasks.iter().flat_map(|task| task.words().texts()).collect(),
            Self::Clauses(clauses) => clauses.iter().flat_map(Clause::running_texts).collect(),
            Self::Rows(rows) => {
                let values = rows.iter().flat_map(Values::iter);
                values.flat_map(|(_, value, _)| value.running_texts()).collect()
            }
            Self::Nothing
            | Self::Blank(..)
            | Self::Line(_)
            | Self::Choice(_)
            | Self::Words(_)
            | Self::Day(_)
            | Self::Period(..)
            | Self::Moment(_)
            | Self::Count(_)
            | Self::Money(_)
            | Self::Flag(_)
            | Self::Agency(_)
            | Self::Award(..)
            | Self::Citations { .. }
            | Self::Years(..)
            | Self::DocumentType(_) => Vec::new(),
        }
    }
}

/// The parts of a value that a draft lacks, of which each is shown as blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankParts {
    /// It has none.
    None,
    /// The first and the last of days or years.
    Period,
    /// One part of a period, with its days and what is done in it.
    Stages,
    /// Hour and day.
    Moment,
    /// Names of an agency.
    Agency,
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

/// The values of keys: every key of the form, nothing where one is not given.
#[derive(Debug, Clone, Default)]
pub struct Values(BTreeMap<Arc<str>, (FormValue, Option<Place>)>);

/// Two are the same when they say the same, wherever they stand.
impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        let said = self.iter().map(|(key, value, _)| (key, value));
        said.eq(other.iter().map(|(key, value, _)| (key, value)))
    }
}

impl Values {
    /// Puts in what a key holds, with its place in the data where it is given.
    pub fn insert(&mut self, key: Arc<str>, value: FormValue, place: Option<Place>) {
        self.0.insert(key, (value, place));
    }

    /// What a key holds; none when the form has no such key.
    pub fn get(&self, key: &str) -> Option<&FormValue> {
        self.0.get(key).map(|(value, _)| value)
    }

    /// What the data give for a key, with its place there.
    pub(crate) fn given(&self, key: &str) -> Option<(&FormValue, &Place)> {
        let (value, place) = self.0.get(key)?;
        place.as_ref().map(|place| (value, place))
    }

    /// All keys, in alphabetical order, each with what it holds and its place in the data.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &FormValue, Option<&Place>)> {
        self.0
            .iter()
            .map(|(key, (value, place))| (key, value, place.as_ref()))
    }

    /// Adds the values of other keys.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The texts of a key; none where it is not given.
    pub fn texts(&self, key: &str) -> &[Text] {
        match self.get(key) {
            Some(FormValue::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// The words of a key; none for a key of another type, or that is not given.
    pub(crate) fn words(&self, key: &str) -> &[String] {
        match self.get(key) {
            Some(FormValue::Words(words)) => words,
            _ => &[],
        }
    }

    /// Whether somebody has still to say which documents a key names, and none is there that may be one of them.
    pub(crate) fn lacks_citations(&self, key: &str) -> bool {
        let value = self.get(key);
        matches!(value, Some(FormValue::Citations { known, is_asked: true }) if known.is_empty())
    }

    /// The day of a key, when it is given.
    pub(crate) fn day(&self, key: &str) -> Option<Date> {
        match self.get(key) {
            Some(FormValue::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The first and the last of some years, when they are given.
    pub(crate) fn years(&self, key: &str) -> Option<(Year, Year)> {
        match self.get(key) {
            Some(FormValue::Years(first, last)) => Some((*first, *last)),
            _ => None,
        }
    }

    /// The type of document that one of them names.
    pub(crate) fn document_type(&self) -> Option<&DocumentType> {
        self.0.values().find_map(|(value, _)| match value {
            FormValue::DocumentType(found) => Some(found),
            _ => None,
        })
    }

    /// The tasks of a key.
    pub(crate) fn tasks(&self, key: &str) -> &[Task] {
        match self.get(key) {
            Some(FormValue::Tasks(tasks)) => tasks,
            _ => &[],
        }
    }
}
