//! Diagnostics: what the program has to say about the data, as values.
//!
//! A diagnostic is made anywhere (reading, merging, typesetting, writing), carries a [`Code`],
//! its arguments and, where there is one, a [`Place`]; it is put into words in `wording`, from
//! `locales/`, and shown at one place, `wording::report`. Nothing here knows a language or a
//! terminal. Errors are plural: a stage collects all it finds and stops at its end.

mod code;
mod codes;
mod sources;
mod table;

pub use code::Code;
pub use sources::{FileId, Source, Sources};
pub use table::{TableText, cell_name};

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Where something stands: a range of bytes in a text held by [`Sources`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The text.
    pub file: FileId,
    /// Byte offsets into it.
    pub range: Range<usize>,
}

impl Place {
    /// A range of bytes in a file.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, range }
    }
}

/// Where a text of the data stands. Its file and line are known also where its file is not held any more: a report
/// prints texts of the plan, and of what units recorded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextPlace {
    /// The place.
    pub place: Place,
    /// File and line, as messages name them: `data/2024/plan.yaml:57`. None for what all papers share.
    pub named: Option<Arc<str>>,
}

impl TextPlace {
    /// The place, when its file is among these texts.
    pub(crate) fn held_in(&self, sources: &Sources) -> Option<&Place> {
        sources.holds(self.place.file).then_some(&self.place)
    }
}

/// A value together with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the data.
    pub place: Place,
}

impl<T> Placed<T> {
    /// Joins a value with its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the document is made all the same.
    Warning,
    /// The document cannot be made.
    Error,
}

impl Severity {
    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text from the data or the system, shown as it is.
    Text(String),
    /// A number.
    Number(i64),
    /// Another message of `locales/`, such as the description of an expected value.
    Message(Cow<'static, str>),
    /// Several texts, joined with commas.
    List(Vec<String>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// One finding about the data, a template or a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about; names its message in `locales/`.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// The arguments of the message, by name.
    pub args: Vec<(Cow<'static, str>, Arg)>,
    /// What is wrong, underlined when shown.
    pub place: Option<Place>,
    /// Another place that explains the first, such as the first of two equal keys. Its wording
    /// is the message's attribute `.related`.
    pub related: Option<Place>,
}

impl Diagnostic {
    /// An error with a place.
    pub fn error(code: Code, place: &Place) -> Self {
        Self { place: Some(place.clone()), ..Self::unplaced(code) }
    }

    /// A warning with a place.
    pub fn warning(code: Code, place: &Place) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place)
        }
    }

    /// An error about a whole file or the workspace, with no place inside a text.
    pub fn unplaced(code: Code) -> Self {
        Self {
            code,
            severity: Severity::Error,
            args: Vec::new(),
            place: None,
            related: None,
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name.into(), value.into()));
        self
    }

    /// Whether it has an argument of this name.
    pub fn has(&self, name: &str) -> bool {
        self.args.iter().any(|(given, _)| *given == name)
    }

    /// The argument of this name, when it is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(given, arg)| match arg {
            Arg::Text(text) if *given == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// Adds the place that explains the first one.
    #[must_use]
    pub fn related(mut self, place: &Place) -> Self {
        self.related = Some(place.clone());
        self
    }

    /// Adds `suggestion`, shown as "did you mean", when a candidate is near enough to `given`.
    #[must_use]
    pub fn suggest<'a>(
        self,
        given: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(given, candidates) {
            Some(candidate) => self.with("suggestion", candidate),
            None => self,
        }
    }
}

/// How much of the longer of two words must be alike for one to be meant by the other.
const LEAST_LIKENESS: f64 = 0.6;

/// How many candidates are looked at closely: those that can be nearest.
const MOST_CANDIDATES: usize = 50;

/// The candidate that a person most likely meant by `given`, if any is near.
///
/// How near two words are is dear to tell; how near they can be at most is cheap. Among ten
/// thousand names few are left that can be nearer than the nearest one so far.
pub fn nearest<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = Letters::of(given);
    let at_most =
        |candidate: &'a str| (wanted.likeness_at_most(&Letters::of(candidate)), candidate);
    let mut possible: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(at_most)
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .collect();
    // A stable sort: of two that are equally near the first one wins.
    possible.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut best: Option<(f64, &str)> = None;
    for (at_most, candidate) in possible.into_iter().take(MOST_CANDIDATES) {
        if best.is_some_and(|(likeness, _)| at_most <= likeness) {
            break;
        }
        let likeness = strsim::normalized_damerau_levenshtein(given, candidate);
        let least = best.map_or(LEAST_LIKENESS, |(best, _)| best);
        if likeness > least || best.is_none() && likeness >= least {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How often each letter stands in a word.
struct Letters {
    count: usize,
    each: [u8; 64],
}

impl Letters {
    fn of(word: &str) -> Self {
        let mut letters = Self { count: 0, each: [0; 64] };
        for letter in word.chars() {
            letters.count += 1;
            let each = &mut letters.each[letter as usize % 64];
            *each = each.saturating_add(1);
        }
        letters
    }

    /// How alike the words can be at most: each edit from one to the other changes the counts of
    /// two letters at most.
    fn likeness_at_most(&self, other: &Self) -> f64 {
        let pairs = self.each.iter().zip(&other.each);
        let differ: u32 = pairs.map(|(one, other)| u32::from(one.abs_diff(*other))).sum();
        let edits = differ.div_ceil(2).max(self.count.abs_diff(other.count) as u32);
        1.0 - f64::from(edits) / self.count.max(other.count).max(1) as f64
    }
}

/// Whether any of the diagnostics is an error.
pub fn has_errors<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> bool {
    diagnostics
        .into_iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_near_miss_is_suggested_and_a_stranger_is_not() {
        let keys = ["subject", "recipients", "requirements"];
        assert_eq!(nearest("subjcet", keys), Some("subject"));
        assert_eq!(nearest("recipient", keys), Some("recipients"));
        assert_eq!(nearest("colour", keys), None);
        // Two letters that changed places, one too many, one too few.
        assert_eq!(nearest("sujbect", keys), Some("subject"));
        assert_eq!(nearest("subjjject", keys), Some("subject"));
        assert_eq!(nearest("sbject", keys), Some("subject"));
    }
}
