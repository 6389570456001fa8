//! What differs between a paper and a text that came in, line by line, when nothing is to be written.

use super::hold::{Held, Step};
use super::line::Line;
use crate::docx::Source;

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
    let mut found = Vec::new();
    for step in &held.steps {
        let (old, new) = match *step {
            Step::Both(old, new) if held.is_same(old, new) => continue,
            Step::Gone(old) if held.old[old].is_blank() => continue,
            step => (step.old_line(), step.new_line()),
        };
        let kind = match step {
            Step::Both(..) => "reworded",
            Step::New(_) => "added",
            Step::Gone(_) => "dropped",
            Step::Moved(..) => "moved",
        };
        found.push(LineDifference {
            kind,
            at: old.and_then(|at| key_of(&held.old[at])),
            old: old.map(|at| held.old[at].text()).unwrap_or_default(),
            new: new.map(|at| held.new[at].text()).unwrap_or_default(),
        });
    }
    found
}

/// The key of the first value that a line says.
fn key_of(line: &Line) -> Option<String> {
    line.sources.iter().find_map(|source| match source {
        Source::Value(place) => place.key.clone(),
        Source::Key(key) => Some((*key).to_owned()),
        Source::Template | Source::Mark | Source::Blank => None,
    })
}

/// What a text says that the paper made of it does not say, or says otherwise. Numbers, dashes and end marks are the
/// page's, and what it says besides is the template's. What stands in the paper in other lines is said: an old paper
/// repeats the head of its table, and parts rows, where a page turns.
pub(crate) fn unsaid(held: &Held) -> Vec<LineDifference> {
    let plain = |text: &str| -> String {
        let signs = text.chars().filter(|letter| letter.is_alphanumeric());
        signs.flat_map(char::to_lowercase).collect()
    };
    let whole: String = held.old.iter().map(|line| plain(&line.text())).collect();
    let mut found = differences(held);
    found.retain(|one| {
        let new = plain(&one.new);
        let is_number = new.bytes().all(|byte| byte.is_ascii_digit());
        one.kind != "moved" && !new.is_empty() && !is_number && !whole.contains(&new)
    });
    found
}
