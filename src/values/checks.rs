//! What every text must pass before a paper may print it.
//!
//! [`CHECKS`] is the list, in order. A check takes the text as the one before left it, and passes it on,
//! unchanged or in a better form; it gives none when nothing can be made of the text, and has said why.
//! Warnings stop nothing.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::names::{BracedNames, Meaning, braced};
use super::setting::{PaperFacts, Setting};
use crate::diag::{Code, Diagnostic, Place};
use crate::expressions::Time;
use crate::law::{Act, expressions};
use crate::tally::contradicting_figures;
use crate::yaml::{Node, Problems, normalised, unprintable};

/// Where a text stands, and what it is held against.
pub(super) struct Spot<'s> {
    /// The value in the tree.
    pub(super) node: &'s Node,
    /// The text of the file.
    pub(super) source: &'s str,
    /// The workspace.
    pub(super) setting: Setting<'s>,
    /// What is known of the paper.
    pub(super) known: &'s PaperFacts,
    /// What was found so far.
    pub(super) problems: &'s mut Problems,
}

impl Spot<'_> {
    /// Where some letters stand within the value; the value itself when it is written otherwise
    /// there (escaped, or in another normal form).
    fn place_of(&self, letters: &str) -> Place {
        let Place { range, file } = &self.node.place;
        let within = self.source.get(range.clone()).and_then(|raw| raw.find(letters));
        match within {
            Some(at) => {
                let start = range.start + at;
                Place::new(*file, start..start + letters.len())
            }
            None => self.node.place.clone(),
        }
    }
}

/// A check of a text that stands at a spot.
pub(super) type Check = fn(String, &mut Spot<'_>) -> Option<String>;

/// The checks of every text. Letters come first, then what they say: a name is filled in before
/// citations are looked for, and a figure is held against the numbers before names become figures.
pub(super) const CHECKS: [Check; 8] = [
    check_length,
    normalise,
    check_letters,
    check_marks,
    check_characters,
    check_figures,
    fill_names,
    check_citations,
];

/// The longest text, bytes: some ten pages.
pub(crate) const LONGEST_TEXT: usize = 40_000;

fn check_length(text: String, spot: &mut Spot<'_>) -> Option<String> {
    if text.len() <= LONGEST_TEXT {
        return Some(text);
    }
    spot.problems.report(
        Diagnostic::error(Code::TextTooLong, &spot.node.place).with("limit", LONGEST_TEXT),
    );
    None
}

/// NFC, and single spaces. Word's unbreakable hyphen is a hyphen; our words do not break at one anyway.
#[expect(clippy::unnecessary_wraps, reason = "a check like the others")]
fn normalise(text: String, _: &mut Spot<'_>) -> Option<String> {
    Some(normalised(&text).replace('\u{2011}', "-"))
}

fn check_letters(text: String, spot: &mut Spot<'_>) -> Option<String> {
    if !text.chars().all(char::is_whitespace) {
        return Some(text);
    }
    spot.problems
        .report(Diagnostic::error(Code::EmptyText, &spot.node.place));
    None
}

/// The most marks that one letter carries, composed letters aside.
const MOST_MARKS: usize = 4;

/// Reports a letter with more marks above and below it than any script has.
fn check_marks(text: String, spot: &mut Spot<'_>) -> Option<String> {
    let mut marks = 0;
    let has_too_many = text.chars().any(|letter| {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    });
    if !has_too_many {
        return Some(text);
    }
    let problem = Diagnostic::error(Code::TooManyMarks, &spot.node.place);
    spot.problems.report(problem.with("limit", MOST_MARKS));
    None
}

/// Reports what cannot be printed, each character once.
fn check_characters(text: String, spot: &mut Spot<'_>) -> Option<String> {
    let found = unprintable(&text, spot.setting.printable, |letter| spot.place_of(letter));
    let is_sound = found.is_empty();
    found.into_iter().for_each(|problem| spot.problems.report(problem));
    is_sound.then_some(text)
}

/// Points out figures that somebody typed and that no number of the report bears out.
#[expect(clippy::unnecessary_wraps, reason = "a check like the others")]
fn check_figures(text: String, spot: &mut Spot<'_>) -> Option<String> {
    if let Some(BracedNames::Numbers(numbers)) = &spot.known.names {
        for typed in contradicting_figures(&text, numbers) {
            spot.problems.report(
                Diagnostic::warning(Code::TypedFigure, &spot.place_of(typed.text))
                    .with("figure", typed.text)
                    .with("known", typed.known),
            );
        }
    }
    Some(text)
}

/// Puts what names in braces stand for in their place.
fn fill_names(text: String, spot: &mut Spot<'_>) -> Option<String> {
    let Some(names) = &spot.known.names else { return Some(text) };
    let (mut filled, mut rest, mut sound) = (String::new(), text.as_str(), true);
    let mut stray = false;
    while let Some((before, name, after)) = braced(rest) {
        filled.push_str(before);
        stray |= before.contains('}');
        let name = name.trim();
        let place = || spot.place_of(name);
        match names.get(name) {
            Meaning::Text(value) => filled.push_str(&value),
            Meaning::Nothing => {
                sound = false;
                let problem = Diagnostic::error(Code::NumberWithoutValue, &place());
                spot.problems.report(problem.with("name", name));
            }
            Meaning::Unknown => {
                sound = false;
                spot.problems.report(unknown(name, names, &place()));
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    if stray || rest.contains(['{', '}']) {
        sound = false;
        let brace = if rest.contains('{') { "{" } else { "}" };
        let place = spot.place_of(brace);
        spot.problems.report(Diagnostic::error(Code::UnclosedBrace, &place));
    }
    for (range, count, right) in contradicting_anniversaries(&filled) {
        sound = false;
        spot.problems.report(
            Diagnostic::error(Code::AnniversaryContradicts, &spot.place_of(&filled[range]))
                .with("given", usize::from(count))
                .with("right", usize::from(right)),
        );
    }
    sound.then_some(filled)
}

/// That nobody knows a name, with those that can have been meant.
fn unknown(name: &str, names: &BracedNames, place: &Place) -> Diagnostic {
    let all = names.around(name);
    let likely = BracedNames::likely(name, &all).into_iter();
    let mut known: Vec<String> = likely.map(str::to_owned).collect();
    if known.is_empty() {
        known.push("–".to_owned());
    }
    Diagnostic::error(Code::UnknownName, place)
        .with("name", name)
        .with("known", known)
        .suggest(name, all)
}

/// Anniversaries whose number of years is not that between their days: where, the number given,
/// the right one.
fn contradicting_anniversaries(text: &str) -> Vec<(Range<usize>, u16, u16)> {
    expressions(text)
        .into_iter()
        .filter_map(|found| {
            let Time::Anniversary(anniversary) = found.time else { return None };
            let count = anniversary.count?.value;
            let right = anniversary.closing?.value.checked_sub(anniversary.founded?.value)?;
            (count != right).then_some((found.range, count, right))
        })
        .collect()
}

/// Reports legal acts that a text cites and that are not in force at the date of the paper.
#[expect(clippy::unnecessary_wraps, reason = "a check like the others")]
fn check_citations(text: String, spot: &mut Spot<'_>) -> Option<String> {
    let Some(date) = spot.known.date else { return Some(text) };
    for (range, act) in spot.setting.acts.not_in_force(&text, date) {
        let successors: Vec<String> = act
            .replaced_by
            .iter()
            .filter_map(|id| spot.setting.acts.get(id))
            .map(Act::full_name)
            .collect();
        let place = spot.place_of(&text[range]);
        let mut diagnostic =
            Diagnostic::warning(Code::ActNotInForce, &place).with("act", act.full_name());
        if !successors.is_empty() {
            diagnostic = diagnostic.with("successors", successors);
        }
        spot.problems.report(diagnostic.related(&act.place));
    }
    Some(text)
}
