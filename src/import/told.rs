//! What there is to tell when changes were written: what of the text that came in the paper still does not say.
//!
//! The paper is read again with its changed data and held against the text once more. So nothing that somebody changed can
//! be lost, whatever the reason.

use std::collections::BTreeSet;

use super::hold::{Held, Step};
use super::hunks::hunks;
use super::line::{Letter, RowOf};
use super::plan::Plan;
use super::values::END_MARKS;
use super::why::Why;

/// A line of which paper and text say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    /// What the paper says.
    pub(crate) old: String,
    /// What the text says.
    pub(crate) new: String,
    /// Why it is so; none where the change of a value has changed this line too.
    pub(crate) why: Option<Why>,
}

/// What paper and text still say differently, after the changes of a plan: `first` is how both were held before, `now` how
/// they are now.
pub(crate) fn left(first: &Held, now: &Held, plan: &Plan) -> Vec<Left> {
    let touched = touched(first);
    // Where no item came or went, an end mark was changed for its own sake.
    let by_hand = if plan.moves_items() { BTreeSet::new() } else { touched.clone() };
    let went: BTreeSet<String> = first
        .steps
        .iter()
        .filter_map(|step| match *step {
            Step::Gone(old) => Some(first.old[old].text()),
            _ => None,
        })
        .collect();
    let numbered = numbered_rows(now);
    let is_counted = |new: usize| {
        let line = &now.new[new];
        line.is_number_in_row() && line.row.is_some_and(|row| numbered.contains(&row))
    };
    let mut told = Told::default();
    for step in &now.steps {
        match *step {
            Step::Both(old, new) => {
                let is_settled = now.is_same(old, new) || plan.only_data.contains(&new);
                if is_settled || differs_in_marks(now, old, new, &by_hand) {
                    continue;
                }
                let why = touched
                    .contains(&new)
                    .then(|| plan.why_new.get(&new).cloned().unwrap_or(Why::Template));
                let (old, new) = (now.old[old].text(), now.new[new].text());
                told.push(None, Left { old, new, why });
            }
            Step::Moved(old, new) => {
                let (old, new) = (now.old[old].text(), now.new[new].text());
                told.push(None, Left { old, new, why: Some(Why::Moved) });
            }
            Step::New(new) if plan.only_data.contains(&new) || is_counted(new) => {}
            Step::New(new) => {
                let why = touched
                    .contains(&new)
                    .then(|| plan.why_new.get(&new).cloned().unwrap_or(Why::NoList));
                let line = &now.new[new];
                told.push(line.row, Left { old: String::new(), new: line.text(), why });
            }
            Step::Gone(old) if now.old[old].is_blank() || now.old[old].is_counted() => {}
            Step::Gone(old) => {
                let line = &now.old[old];
                let text = line.text();
                let why = went.contains(&text).then(|| why_gone(first, &text, plan));
                told.push(line.row, Left { old: text, new: String::new(), why });
            }
        }
    }
    told.0.into_iter().map(|(_, left)| left).collect()
}

/// What is told, and of which row it is.
#[derive(Default)]
struct Told(Vec<(Option<RowOf>, Left)>);

impl Told {
    /// Adds what there is to tell; a row is told once.
    fn push(&mut self, row: Option<RowOf>, left: Left) {
        if let (Some(row), Some((Some(last_row), last))) = (row, self.0.last_mut())
            && *last_row == row
            && last.why == left.why
            && last.old.is_empty() == left.old.is_empty()
            && last.new.is_empty() == left.new.is_empty()
        {
            for (whole, part) in [(&mut last.old, left.old), (&mut last.new, left.new)] {
                if !part.is_empty() {
                    whole.push_str(" | ");
                    whole.push_str(&part);
                }
            }
            return;
        }
        self.0.push((row, left));
    }
}

/// The rows of the text that the paper has too, and numbers by itself.
fn numbered_rows(now: &Held) -> BTreeSet<RowOf> {
    let numbered: BTreeSet<RowOf> = now
        .old
        .iter()
        .filter(|line| line.is_counted())
        .filter_map(|line| line.row)
        .collect();
    let rows = now.known_rows().into_iter();
    rows.filter(|(_, old)| numbered.contains(old))
        .map(|(new, _)| new)
        .collect()
}

/// The lines of the text that somebody changed or added.
fn touched(first: &Held) -> BTreeSet<usize> {
    let own = first.steps.iter().filter_map(|step| match *step {
        Step::Both(old, new) => (!first.is_same(old, new)).then_some(new),
        Step::New(new) | Step::Moved(_, new) => Some(new),
        Step::Gone(_) => None,
    });
    own.collect()
}

fn why_gone(first: &Held, text: &str, plan: &Plan) -> Why {
    let mut known = plan.why_gone.iter();
    let known =
        known.find(|(at, _)| first.old.get(**at).is_some_and(|line| line.text() == *text));
    known.map_or(Why::Unwritable, |(_, why)| why.clone())
}

/// Whether two lines differ only in what is counted and set by the page: the number of a row, an end mark that nobody
/// changed by hand.
fn differs_in_marks(now: &Held, old: usize, new: usize, by_hand: &BTreeSet<usize>) -> bool {
    if now.old[old].is_counted() && now.new[new].is_number_in_row() {
        return true;
    }
    let (old_letters, new_letters) = now.letters(old, new);
    let is_mark =
        |letters: &[Letter]| letters.iter().all(|letter| END_MARKS.contains(&letter.sign));
    let found = hunks(old_letters, new_letters, true);
    let only_marks = found.iter().all(|hunk| {
        is_mark(&old_letters[hunk.old.clone()]) && is_mark(&new_letters[hunk.new.clone()])
    });
    let at_the_end = found.iter().all(|hunk| hunk.old.end == old_letters.len());
    only_marks && at_the_end && !by_hand.contains(&new)
}
