//! What rolling a document came to, for the review sheet, the terminal and the new file: values
//! without words.

use std::ops::Range;

use super::{Doubt, Reason};
use crate::calendar::{Date, DayOff};
use crate::form::Locus;
use crate::papers::Text;

/// A text with some parts of it marked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// The bytes of the marked parts, in order.
    pub marks: Vec<(usize, usize)>,
}

impl MarkedText {
    /// A text with these parts marked.
    pub fn new(text: &str, marks: impl IntoIterator<Item = Range<usize>>) -> Self {
        let marks = marks.into_iter().map(|range| (range.start, range.end)).collect();
        Self { text: text.to_owned(), marks }
    }

    /// A text that is marked as a whole.
    pub fn whole(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            marks: vec![(0, text.len())],
        }
    }

    /// The same without the stars that make letters bold or italic in the data.
    pub(crate) fn without_stars(&self) -> Self {
        let letters = Text::parse(&self.text).letters();
        // Only stars are gone: the letters that are left stand in the text in their order.
        let mut left = letters.chars().peekable();
        let (mut places, mut at) = (Vec::new(), 0);
        for (old, letter) in self.text.char_indices() {
            places.push((old, at));
            if left.next_if_eq(&letter).is_some() {
                at += letter.len_utf8();
            }
        }
        let moved = |old: usize| {
            let after = places.partition_point(|(place, _)| *place < old);
            places.get(after).map_or(at, |(_, new)| *new)
        };
        let marks = self.marks.iter().map(|(start, end)| (moved(*start), moved(*end)));
        Self { marks: marks.collect(), text: letters }
    }
}

/// Why a value was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangedBecause {
    /// An expression of time moved on.
    Time(Reason),
    /// The clerk gives number and day when the paper is issued.
    GivenAtIssue,
    /// It is noted when it happens.
    NotYetReceived,
    /// It was true of the old year only.
    OfTheYear,
    /// Whose paper it is follows from type and issuer, whatever the old one said.
    FollowsFromType,
}

impl ChangedBecause {
    /// The name of its message.
    pub fn message(self) -> String {
        match self {
            Self::Time(reason) => format!("roll-{}", reason.name()),
            Self::GivenAtIssue => "roll-given-at-issue".to_owned(),
            Self::NotYetReceived => "roll-not-yet-received".to_owned(),
            Self::OfTheYear => "roll-of-the-year".to_owned(),
            Self::FollowsFromType => "roll-follows-from-type".to_owned(),
        }
    }
}

/// Why a task is not in the new plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DroppedBecause {
    /// It was to be done once.
    Once,
    /// The task of the plan that it follows is dropped.
    NothingToFollow,
}

impl DroppedBecause {
    /// The name of its message.
    pub fn message(self) -> &'static str {
        match self {
            Self::Once => "roll-dropped-once",
            Self::NothingToFollow => "roll-dropped-nothing-to-follow",
        }
    }
}

/// Why a person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskedBecause {
    /// Of an expression of time.
    Time(Doubt),
    /// The task comes with an anniversary.
    AnniversaryTask,
    /// The launch names anniversaries.
    AnniversaryLaunch,
    /// A superior body's document, which is to be found.
    SuperiorDocument,
    /// The value is written in a way that cannot be rewritten.
    Unwritable,
}

impl AskedBecause {
    /// Whether the anniversaries of the new year are an answer.
    pub fn is_about_anniversaries(self) -> bool {
        matches!(
            self,
            Self::AnniversaryTask | Self::Time(Doubt::Campaign | Doubt::NoLongerRound)
        )
    }

    /// The name of its message.
    pub fn message(self) -> String {
        match self {
            Self::Time(doubt) => format!("ask-{}", doubt.name()),
            Self::AnniversaryTask => "ask-anniversary-task".to_owned(),
            Self::AnniversaryLaunch => "ask-anniversary-launch".to_owned(),
            Self::SuperiorDocument => "ask-superior-document".to_owned(),
            Self::Unwritable => "ask-unwritable".to_owned(),
        }
    }
}

/// What there is to say about a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It was changed.
    Changed {
        /// The old text, with what was replaced.
        old: MarkedText,
        /// The new text, with what replaced it.
        new: MarkedText,
        /// Why, each reason once.
        because: Vec<ChangedBecause>,
    },
    /// A task was left out.
    Dropped {
        /// What it said.
        old: String,
        /// Why.
        because: DroppedBecause,
    },
    /// A person has to decide.
    Asked {
        /// What stands there, with what is doubtful.
        text: MarkedText,
        /// Why, each doubt once.
        because: Vec<AskedBecause>,
        /// What could stand there.
        proposals: Vec<String>,
    },
    /// A question of an earlier roll that nobody has answered.
    StillAsked {
        /// What was asked, in the words of then.
        ask: String,
        /// What could stand there.
        proposals: Vec<String>,
    },
    /// A new day on which offices are closed.
    DayOff {
        /// The day.
        date: Date,
        /// Why they are closed.
        why: DayOff,
    },
}

/// A finding at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The place.
    pub at: Locus,
    /// What there is to say.
    pub what: What,
}

#[cfg(test)]
mod tests {
    use super::MarkedText;

    #[test]
    fn without_its_stars_a_text_has_the_same_letters_marked() {
        for (text, mark, letters) in [
            ("trước ngày **15/01/2024** để", "15/01/2024", "trước ngày 15/01/2024 để"),
            ("**Kế hoạch** năm 2024", "2024", "Kế hoạch năm 2024"),
            ("2*3*4 năm 2024", "2024", "2*3*4 năm 2024"),
            ("năm 2024", "2024", "năm 2024"),
        ] {
            let at = text.find(mark).expect("is there");
            let marked = MarkedText::new(text, std::iter::once(at..at + mark.len()));
            let plain = marked.without_stars();
            let marked: Vec<&str> = plain
                .marks
                .iter()
                .map(|(start, end)| &plain.text[*start..*end])
                .collect();
            assert_eq!((plain.text.as_str(), marked), (letters, vec![mark]));
        }
    }
}
