//! What differs between a paper and a text that came in, line by line, when nothing is to be written.

use super::hold::{Held, Step};
use super::line::Line;
use crate::docx::Source;
use crate::manuscript::Manuscript;
use crate::yaml::normalised;

/// A line of which paper and text say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LineDifference {
    /// What became of it: `reworded`, `added`, `dropped` or `moved`.
    pub(crate) kind: &'static str,
    /// The key whose value it says; none of what is the template's.
    pub(crate) at: Option<String>,
    /// What the paper says; empty where it says nothing.
    pub(crate) old: String,
    /// What the text says.
    pub(crate) new: String,
}

/// The differences, in reading order.
pub(crate) fn differences(held: &Held) -> Vec<LineDifference> {
    let steps = held.steps.iter().copied().filter(|step| match *step {
        Step::Both(old, new) => !held.is_same(old, new),
        Step::Gone(old) => !held.old[old].is_blank(),
        Step::New(_) | Step::Moved(..) => true,
    });
    steps.map(|step| difference(held, step)).collect()
}

/// What there is to tell of a line.
fn difference(held: &Held, step: Step) -> LineDifference {
    let (old, new) = (step.old_line(), step.new_line());
    LineDifference {
        kind: match step {
            Step::Both(..) => "reworded",
            Step::New(_) => "added",
            Step::Gone(_) => "dropped",
            Step::Moved(..) => "moved",
        },
        at: old.and_then(|at| key_of(&held.old[at])),
        old: old.map(|at| held.old[at].text()).unwrap_or_default(),
        new: new.map(|at| held.new[at].text()).unwrap_or_default(),
    }
}

/// What stands beside a text, and is no line of it: notes, and where all is wanted heads and feet of pages.
pub(crate) fn asides(text: &Manuscript, with_pages: bool) -> Vec<LineDifference> {
    let wanted = text.asides.iter().filter(|aside| with_pages || aside.is_note);
    let told = wanted.map(|aside| LineDifference {
        kind: "added",
        at: None,
        old: String::new(),
        new: normalised(&aside.text),
    });
    told.collect()
}

/// The key of the first value that a line says.
fn key_of(line: &Line) -> Option<String> {
    line.sources.iter().find_map(|source| match source {
        Source::Value(place) => place.key.clone(),
        Source::Key(key) => Some((*key).to_owned()),
        Source::Template | Source::Mark | Source::Blank => None,
    })
}

/// What a text says that the paper made of it does not say, or says otherwise. Numbers of rows, dashes and end marks are the
/// page's, and what it says besides is the template's. A line that stands in the paper once more, parted otherwise or
/// together with others, is said: an old paper repeats the head of its table, and parts rows, where a page turns.
pub(crate) fn unsaid(held: &Held) -> Vec<LineDifference> {
    let whole: Vec<String> = held.old.iter().map(|line| words_of(&line.text())).collect();
    let is_said = |words: &str| is_made_of(words, &whole);
    let is_row_number =
        |new: usize| held.new[new].is_number_in_row() && held.new[new].cell == 0;
    let steps = held.steps.iter().copied().filter(|step| match *step {
        Step::Both(old, new) => !held.is_same(old, new),
        Step::New(new) => !is_row_number(new),
        Step::Gone(_) | Step::Moved(..) => false,
    });
    let lines: Vec<(LineDifference, String)> = steps
        .map(|step| difference(held, step))
        .map(|line| {
            let words = words_of(&line.new);
            (line, words)
        })
        .filter(|(_, words)| !words.is_empty() && !is_said(words))
        .collect();
    // A line of the paper can be parted over several of the text.
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let together = (2..=MOST_PARTS).find(|count| {
            let parts = lines.get(at..at + count);
            let words =
                parts.map(|parts| parts.iter().map(|(_, words)| words.as_str()).collect());
            words.is_some_and(|words: String| whole.contains(&words))
        });
        if together.is_none() {
            found.push(lines[at].0.clone());
        }
        at += together.unwrap_or(1);
    }
    found
}

/// Over how many lines one can be parted.
const MOST_PARTS: usize = 4;

/// The words of a line as they are compared, without what a page sets.
fn words_of(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether words are those of one line, or of a few that follow each other.
fn is_made_of(words: &str, lines: &[String]) -> bool {
    (0..lines.len()).any(|first| {
        let mut rest = words;
        lines[first..].iter().take(MOST_PARTS).any(|line| {
            match rest.strip_prefix(line.as_str()) {
                Some(left) => {
                    rest = left;
                    rest.is_empty()
                }
                // Nothing begins so any more.
                None => {
                    rest = "\0";
                    false
                }
            }
        })
    })
}
