//! Two texts held against each other, line by line.
//!
//! A line that came in is the one whose bookmark it has; else the one that says the same; else, between lines that were
//! found so, the one that says nearly the same. Lines keep their order; one that was found out of it was moved.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::line::{Letter, Line, RowOf, text_of};
use crate::roll::likeness;

/// How much of two lines must be the same for one to be the other.
const LEAST_LIKENESS: f64 = 0.5;
/// The most pairs of lines that are compared word by word between two that are known.
const MOST_LIKE: usize = 1_600;
/// The most pairs of lines that are compared at all there.
const MOST_PAIRS: usize = 4_000_000;

/// Two texts, and which line of one is which of the other.
pub(crate) struct Held {
    /// What the data say.
    pub(super) old: Vec<Line>,
    /// What came in.
    pub(super) new: Vec<Line>,
    /// In reading order; what went stands before what came in its place.
    pub(super) steps: Vec<Step>,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It stands in both texts.
    Both(usize, usize),
    /// It went.
    Gone(usize),
    /// It came.
    New(usize),
    /// It came, and is one that stood elsewhere.
    Moved(usize, usize),
}

/// Holds a text that came in against what the data say.
pub(crate) fn hold(old: Vec<Line>, new: Vec<Line>) -> Held {
    let pairs = known(&old, &new);
    let kept = rising(&pairs);
    let mut steps = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    let is_moved: BTreeMap<usize, usize> = pairs
        .iter()
        .filter(|pair| !kept.contains(pair))
        .map(|(old, new)| (*new, *old))
        .collect();
    let taken: BTreeSet<usize> = is_moved.values().copied().collect();
    let gap = |old_range: Range<usize>, new_range: Range<usize>, steps: &mut Vec<Step>| {
        let old_at: Vec<usize> = old_range.filter(|at| !taken.contains(at)).collect();
        let new_at: Vec<usize> =
            new_range.clone().filter(|at| !is_moved.contains_key(at)).collect();
        let mut between = between((&old, &old_at), (&new, &new_at));
        for at in new_range.filter(|at| is_moved.contains_key(at)) {
            let place = between
                .iter()
                .position(|step| step.new_line().is_some_and(|own| own > at));
            let moved = Step::Moved(is_moved[&at], at);
            between.insert(place.unwrap_or(between.len()), moved);
        }
        steps.append(&mut between);
    };
    for (old_at, new_at) in kept {
        gap(from_old..old_at, from_new..new_at, &mut steps);
        steps.push(Step::Both(old_at, new_at));
        (from_old, from_new) = (old_at + 1, new_at + 1);
    }
    gap(from_old..old.len(), from_new..new.len(), &mut steps);
    Held { old, new, steps }
}

impl Step {
    /// The line of the new text.
    pub(super) fn new_line(self) -> Option<usize> {
        match self {
            Self::Both(_, new) | Self::New(new) | Self::Moved(_, new) => Some(new),
            Self::Gone(_) => None,
        }
    }

    /// The line of the old text.
    pub(super) fn old_line(self) -> Option<usize> {
        match self {
            Self::Both(old, _) | Self::Gone(old) | Self::Moved(old, _) => Some(old),
            Self::New(_) => None,
        }
    }
}

impl Held {
    /// How many lines say the same in both texts.
    pub(crate) fn same(&self) -> usize {
        let same = |step: &&Step| match **step {
            Step::Both(old, new) => self.is_same(old, new),
            Step::Gone(_) | Step::New(_) | Step::Moved(..) => false,
        };
        self.steps.iter().filter(same).count()
    }

    /// The rows of the new text of which the paper has a line too, and the rows of the paper that they are.
    pub(super) fn known_rows(&self) -> BTreeMap<RowOf, RowOf> {
        let pairs = self.steps.iter().filter_map(|step| match *step {
            Step::Both(old, new) | Step::Moved(old, new) => {
                Some((self.new[new].row?, self.old[old].row?))
            }
            Step::New(_) | Step::Gone(_) => None,
        });
        pairs.collect()
    }

    /// Whether two lines say the same.
    pub(super) fn is_same(&self, old: usize, new: usize) -> bool {
        let (old, new) = self.letters(old, new);
        let plain = |letter: &Letter| {
            (
                letter.sign,
                letter.sign != ' ' && letter.bold,
                letter.sign != ' ' && letter.italic,
            )
        };
        old.iter().map(plain).eq(new.iter().map(plain))
    }

    /// The letters of two lines that are compared: without marks where the data say that there is one.
    pub(super) fn letters(&self, old: usize, new: usize) -> (&[Letter], &[Letter]) {
        let (old, new) = (&self.old[old], &self.new[new]);
        if old.mark == 0 {
            return (&old.letters, &new.letters);
        }
        // The very mark of the data, however long it is; else any other.
        let signs =
            |letters: &[Letter]| letters.iter().map(|letter| letter.sign).collect::<Vec<_>>();
        let mark = signs(&old.letters[..old.mark]);
        let has_it = new.mark == 0 && signs(&new.letters).starts_with(&mark);
        let from = if has_it { old.mark } else { new.any_mark() };
        (&old.letters[old.mark..], &new.letters[from..])
    }
}

/// The lines that are known by a bookmark, or say what only one line of each text says.
fn known(old: &[Line], new: &[Line]) -> Vec<(usize, usize)> {
    let (in_old, in_new) = (once(old), once(new));
    // Of lines that say the same, as agencies in a table do, a bookmark only tells which was first.
    let is_once = |line: &Line| in_old.get(&text_of(line.body())).copied().flatten().is_some();
    let named: BTreeMap<&str, usize> = old
        .iter()
        .enumerate()
        .filter(|(_, line)| is_once(line))
        .flat_map(|(at, line)| line.bookmarks.iter().map(move |name| (name.as_str(), at)))
        .collect();
    let mut new_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut old_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, line) in new.iter().enumerate() {
        let own = line.bookmarks.iter().filter_map(|name| named.get(name.as_str()));
        if let Some(own) = own.copied().find(|own| !new_of.contains_key(own)) {
            new_of.insert(own, at);
            old_of.insert(at, own);
        }
    }
    for (text, at) in &in_old {
        if let (Some(at), Some(Some(to))) = (at, in_new.get(text))
            && !new_of.contains_key(at)
            && !old_of.contains_key(to)
        {
            new_of.insert(*at, *to);
            old_of.insert(*to, *at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = new_of.into_iter().collect();
    pairs.sort_unstable();
    pairs
}

/// The lines by what they say in words behind their marks; none where several say it.
fn once(lines: &[Line]) -> BTreeMap<String, Option<usize>> {
    let mut found: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        // Numbers of rows are counted anew.
        if line.body().iter().any(|letter| letter.sign.is_alphabetic()) {
            let text = text_of(line.body());
            found.entry(text).and_modify(|own| *own = None).or_insert(Some(at));
        }
    }
    found
}

/// The longest part of pairs that rises on both sides.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // By patience: on each pile the pair with the least new line that so many others can stand before.
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, (_, new)) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|top| pairs[*top].1 < *new);
        before[at] = pile.checked_sub(1).map(|pile| piles[pile]);
        match piles.get_mut(pile) {
            Some(top) => *top = at,
            None => piles.push(at),
        }
    }
    let mut found = Vec::new();
    let mut next = piles.last().copied();
    while let Some(at) = next {
        found.push(pairs[at]);
        next = before[at];
    }
    found.reverse();
    found
}

/// Whether a line can be another one that says something else altogether, when both stand alone between the same two:
/// both in a table or not, both behind a mark or not.
fn are_alike(old: &Line, new: &Line) -> bool {
    let has_mark = |line: &Line| line.any_mark() > 0;
    old.row.is_some() == new.row.is_some() && has_mark(old) == has_mark(new)
}

/// Which lines between two known ones are the same, or nearly.
fn between(
    (old, old_at): (&[Line], &[usize]),
    (new, new_at): (&[Line], &[usize]),
) -> Vec<Step> {
    let (rows, columns) = (old_at.len(), new_at.len());
    let all = || {
        let gone = old_at.iter().map(|at| Step::Gone(*at));
        gone.chain(new_at.iter().map(|at| Step::New(*at))).collect()
    };
    if rows == 0 || columns == 0 || rows.saturating_mul(columns) > MOST_PAIRS {
        return all();
    }
    if let ([old_only], [new_only]) = (old_at, new_at)
        && are_alike(&old[*old_only], &new[*new_only])
    {
        return vec![Step::Both(*old_only, *new_only)];
    }
    let texts = |lines: &[Line], at: &[usize]| -> Vec<String> {
        at.iter().map(|at| text_of(lines[*at].body())).collect()
    };
    let (old_texts, new_texts) = (texts(old, old_at), texts(new, new_at));
    let by_words = rows * columns <= MOST_LIKE;
    let worth = |row: usize, column: usize| -> f64 {
        let (one, other) = (&old_texts[row], &new_texts[column]);
        let (old, new) = (&old[old_at[row]], &new[new_at[column]]);
        if old.is_counted() && new.is_number_in_row() {
            // The number of a row, which may be another one now.
            return if old.text() == new.text() { 1.0 } else { LEAST_LIKENESS };
        }
        if one == other {
            return 1.0;
        }
        let likeness = if by_words { likeness(one, other) } else { 0.0 };
        if likeness >= LEAST_LIKENESS { likeness } else { 0.0 }
    };
    // The best way through both: `best[row][column]` is what the rest from there on is worth.
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    let mut worths = vec![vec![0.0_f64; columns]; rows];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let own = worth(row, column);
            worths[row][column] = own;
            let both = if own > 0.0 { own + best[row + 1][column + 1] } else { 0.0 };
            best[row][column] = both.max(best[row + 1][column]).max(best[row][column + 1]);
        }
    }
    let mut steps = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let here = best[row][column];
        let own = worths[row][column];
        if own > 0.0 && (own + best[row + 1][column + 1] - here).abs() < 1e-9 {
            steps.push(Step::Both(old_at[row], new_at[column]));
            row += 1;
            column += 1;
        } else if (best[row + 1][column] - here).abs() < 1e-9 {
            steps.push(Step::Gone(old_at[row]));
            row += 1;
        } else {
            steps.push(Step::New(new_at[column]));
            column += 1;
        }
    }
    steps.extend(old_at[row..].iter().map(|at| Step::Gone(*at)));
    steps.extend(new_at[column..].iter().map(|at| Step::New(*at)));
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::line::lines_of_manuscript;
    use crate::manuscript::{Manuscript, Paragraph, Part};

    fn lines(texts: &[String]) -> Vec<Line> {
        let parts = texts
            .iter()
            .map(|text| Part::Paragraph(Paragraph::of(text)))
            .collect();
        lines_of_manuscript(&Manuscript { parts, ..Manuscript::default() })
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let word =
            prop::sample::select(vec!["thi", "đua", "năm", "2024", "- huyện", "1. xã", "x"]);
        prop::collection::vec(
            prop::collection::vec(word, 1..6).prop_map(|words| words.join(" ")),
            0..14,
        )
    }

    proptest! {
        /// Every line has one fate, and what came in keeps its order.
        #[test]
        fn no_line_is_lost(old in texts(), new in texts()) {
            let held = hold(lines(&old), lines(&new));
            let mut old_lines: Vec<usize> = held.steps.iter().filter_map(|step| step.old_line()).collect();
            let new_lines: Vec<usize> = held.steps.iter().filter_map(|step| step.new_line()).collect();
            old_lines.sort_unstable();
            prop_assert_eq!(old_lines, (0..held.old.len()).collect::<Vec<_>>());
            prop_assert_eq!(new_lines, (0..held.new.len()).collect::<Vec<_>>());
        }

        /// A text is the same as itself.
        #[test]
        fn a_text_is_itself(texts in texts()) {
            let held = hold(lines(&texts), lines(&texts));
            prop_assert_eq!(held.same(), held.old.len());
        }
    }
}
