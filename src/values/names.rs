//! Names in braces, which texts hold for what the program knows: anniversaries, a recipient, numbers.

use std::collections::BTreeMap;

use crate::numbers::{Number, Zero};

/// The most names that are told when one is not known.
const MOST_NAMES: usize = 12;

/// Names that texts may hold in braces.
#[derive(Debug, Clone)]
pub(crate) enum BracedNames {
    /// They stand for texts: anniversaries, a recipient.
    Texts(BTreeMap<String, String>),
    /// They stand for numbers, printed in digits or, with `| words`, in words.
    Numbers(BTreeMap<String, Number>),
    /// They stand for numbers that could not be counted: every name may be right.
    Unknown,
}

/// What a name in braces stands for.
pub(super) enum Meaning {
    /// This text.
    Text(String),
    /// A number that does not exist, such as a share of nothing.
    Nothing,
    /// Nobody knows such a name.
    Unknown,
}

impl BracedNames {
    /// What a name stands for.
    pub(super) fn get(&self, name: &str) -> Meaning {
        match self {
            Self::Texts(texts) => {
                texts.get(name).cloned().map_or(Meaning::Unknown, Meaning::Text)
            }
            Self::Numbers(numbers) => {
                let (name, form) = name.split_once('|').unwrap_or((name, ""));
                let Some(number) = numbers.get(name.trim()) else { return Meaning::Unknown };
                let text = match form.trim() {
                    "" => number.text(),
                    IN_WORDS => number.words(Zero::default()),
                    _ => return Meaning::Unknown,
                };
                text.map_or(Meaning::Nothing, Meaning::Text)
            }
            Self::Unknown => Meaning::Text(String::new()),
        }
    }

    /// The names among which a wrong one is meant: those that begin with as many of its parts as
    /// any name does. Of ten thousand names a slip in the last part leaves a few.
    pub(super) fn around(&self, given: &str) -> Vec<&str> {
        let all = || -> Vec<&str> {
            match self {
                Self::Texts(texts) => texts.keys().map(String::as_str).collect(),
                Self::Numbers(numbers) => numbers.keys().map(String::as_str).collect(),
                Self::Unknown => Vec::new(),
            }
        };
        let Self::Numbers(numbers) = self else { return all() };
        let beginning = |end: usize| -> Vec<&str> {
            let start = &given[..=end];
            let names = numbers.range(start.to_owned()..).map(|(name, _)| name.as_str());
            names.take_while(|name| name.starts_with(start)).collect()
        };
        let mut ends = given.rmatch_indices('.').map(|(end, _)| beginning(end));
        ends.find(|names| !names.is_empty()).unwrap_or_else(all)
    }

    /// A few names, those that a person can most likely have meant: of the same beginning, then
    /// the shortest. There can be ten thousand, which are not sorted for it.
    pub(super) fn likely<'n>(given: &str, all: &[&'n str]) -> Vec<&'n str> {
        let start = |name: &str| name.find('.').unwrap_or(name.len());
        let beginning = &given[..start(given)];
        let key = |(at, name): (usize, &&'n str)| {
            let parts = name.bytes().filter(|byte| *byte == b'.').count();
            (name[..start(name)] != *beginning, parts, at)
        };
        let mut keys: Vec<(bool, usize, usize)> = all.iter().enumerate().map(key).collect();
        if keys.len() > MOST_NAMES {
            keys.select_nth_unstable(MOST_NAMES);
            keys.truncate(MOST_NAMES);
        }
        keys.sort_unstable();
        keys.into_iter().map(|(.., at)| all[at]).collect()
    }
}

/// What stands behind a name and a bar, for a number in words.
const IN_WORDS: &str = "words";

/// The first name in braces, with what stands before and after it.
pub(super) fn braced(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
