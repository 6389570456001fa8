//! Two texts word by word.
//!
//! The best way from one text to another costs the square of their lengths when they have little in
//! common. So long texts are first cut at the words that stand once in each and in the same order, and
//! the best way is sought between the cuts; a stretch that is still too long there counts as
//! replaced.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff};

/// The most pairs of words between which the best way is sought at once.
const MOST_PAIRS: usize = 250_000;

/// The words of a text with their bytes: what stands between white space.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let start_of = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    text.split_whitespace()
        .map(|word| (start_of(word)..start_of(word) + word.len(), word))
        .collect()
}

/// What became of words from one text to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunFate {
    /// They stand in both.
    Kept,
    /// They stand in the old text only.
    Gone,
    /// They stand in the new text only.
    New,
}

impl RunFate {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Gone => "gone",
            Self::New => "new",
        }
    }
}

/// A run of words with one fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with single spaces.
    pub text: String,
    /// What became of them.
    pub fate: RunFate,
}

/// The words of both texts in reading order: where some were replaced, the old before the new.
pub(crate) fn runs(old: &str, new: &str) -> Vec<Run> {
    let (old, new) = (words(old), words(new));
    let mut runs = Vec::new();
    let mut push = |words: &[(Range<usize>, &str)], fate| {
        if !words.is_empty() {
            let text = words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
            runs.push(Run { text, fate });
        }
    };
    for op in operations(&old, &new) {
        let (before, after) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            push(&old[before], RunFate::Kept);
        } else {
            push(&old[before], RunFate::Gone);
            push(&new[after], RunFate::New);
        }
    }
    runs
}

/// How much of two texts is the same, by words: from 0 to 1.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    let kept: usize = operations(&one, &other)
        .iter()
        .map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => 0,
        })
        .sum();
    let most = u32::try_from(one.len().max(other.len()).max(1)).unwrap_or(u32::MAX);
    f64::from(u32::try_from(kept).unwrap_or(u32::MAX)) / f64::from(most)
}

/// Where in the new text the same words stand as in the old one.
pub(super) struct KeptWords<'t> {
    old: Vec<(Range<usize>, &'t str)>,
    new: Vec<(Range<usize>, &'t str)>,
    operations: Vec<DiffOp>,
}

impl<'t> KeptWords<'t> {
    pub(super) fn new(old: &'t str, new: &'t str) -> Self {
        let (old, new) = (words(old), words(new));
        let operations = operations(&old, &new);
        Self { old, new, operations }
    }

    /// Where the same word stands as at `place` in the old text, when it was kept.
    pub(super) fn find(&self, place: &Range<usize>) -> Option<Range<usize>> {
        let at = self.old.partition_point(|(range, _)| range.end < place.end);
        self.old.get(at).filter(|(range, _)| range.start <= place.start)?;
        let after = self.operations.partition_point(|op| op.old_range().end <= at);
        let &DiffOp::Equal { old_index, new_index, .. } = self.operations.get(after)? else {
            return None;
        };
        let kept = new_index + at.checked_sub(old_index)?;
        let (from, to) = (self.old[at].0.start, self.new.get(kept)?.0.start);
        Some(to + place.start - from..to + place.end - from)
    }
}

/// What to do with the words of the old text, in order, to get the new one.
fn operations<'t>(
    old: &[(Range<usize>, &'t str)],
    new: &[(Range<usize>, &'t str)],
) -> Vec<DiffOp> {
    // Numbers are compared faster than words.
    let mut known: HashMap<&'t str, u32> = HashMap::new();
    let mut numbers = |words: &[(Range<usize>, &'t str)]| -> Vec<u32> {
        let mut number = |word: &'t str| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(word).or_insert(next)
        };
        words.iter().map(|(_, word)| number(word)).collect()
    };
    let (old, new) = (numbers(old), numbers(new));
    let mut operations = Vec::new();
    let whole = (0..old.len(), 0..new.len());
    best((&old, &new), whole, &CUTS, &mut operations);
    joined(operations)
}

/// How many words in a row must stand once in each text to cut there: first many, which are no
/// accident.
const CUTS: [usize; 2] = [4, 1];

/// The best way between a stretch of each text, cut as long as there are `cuts`; a replacement where that
/// costs too much.
fn best(
    (old, new): (&[u32], &[u32]),
    (mut from, mut to): (Range<usize>, Range<usize>),
    cuts: &[usize],
    operations: &mut Vec<DiffOp>,
) {
    let pairs = old[from.clone()].iter().zip(&new[to.clone()]);
    let head = pairs.take_while(|(one, other)| one == other).count();
    operations.extend(equal(from.start, to.start, head));
    (from.start, to.start) = (from.start + head, to.start + head);
    let pairs = old[from.clone()].iter().rev().zip(new[to.clone()].iter().rev());
    let tail = pairs.take_while(|(one, other)| one == other).count();
    (from.end, to.end) = (from.end - tail, to.end - tail);
    if from.len() * to.len() <= MOST_PAIRS {
        operations.extend(capture_diff(Algorithm::Myers, old, from.clone(), new, to.clone()));
    } else if let [row, finer @ ..] = cuts {
        let ends = rising(&old[from.clone()], &new[to.clone()], *row).into_iter();
        let ends = ends.map(|(at, other)| (from.start + at, to.start + other));
        let (mut at, mut other) = (from.start, to.start);
        for end in ends.chain([(from.end, to.end)]) {
            best((old, new), (at..end.0, other..end.1), finer, operations);
            (at, other) = end;
        }
    } else {
        operations.push(DiffOp::Replace {
            old_index: from.start,
            old_len: from.len(),
            new_index: to.start,
            new_len: to.len(),
        });
    }
    operations.extend(equal(from.end, to.end, tail));
}

/// So many words that are the same from these places on.
fn equal(old_index: usize, new_index: usize, len: usize) -> Option<DiffOp> {
    (len > 0).then_some(DiffOp::Equal { old_index, new_index, len })
}

/// Equal stretches that follow each other, as one.
fn joined(operations: Vec<DiffOp>) -> Vec<DiffOp> {
    let mut whole: Vec<DiffOp> = Vec::with_capacity(operations.len());
    for op in operations {
        match (whole.last_mut(), &op) {
            (Some(DiffOp::Equal { len, .. }), DiffOp::Equal { len: more, .. }) => *len += more,
            _ => whole.push(op),
        }
    }
    whole
}

/// Where `row` words in a row stand once in each text: as many such places as come in the same order.
fn rising(old: &[u32], new: &[u32], row: usize) -> Vec<(usize, usize)> {
    let once = |words: &'_ [u32]| -> HashMap<Vec<u32>, Option<usize>> {
        let mut places = HashMap::new();
        for (at, row) in words.windows(row).enumerate() {
            places
                .entry(row.to_vec())
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
        places
    };
    let (in_old, in_new) = (once(old), once(new));
    let place = |(at, row): (usize, &[u32])| {
        let other = in_new.get(row).copied().flatten()?;
        in_old.get(row).copied().flatten().map(|_| (at, other))
    };
    let pairs: Vec<(usize, usize)> = old.windows(row).enumerate().filter_map(place).collect();
    // The longest row that rises in both: piles, each with the least end of a row of its length.
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, (_, other)) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|top| pairs[*top].1 < *other);
        before.push(pile.checked_sub(1).map(|below| piles[below]));
        if pile == piles.len() {
            piles.push(number);
        } else {
            piles[pile] = number;
        }
    }
    let row = std::iter::successors(piles.last().copied(), |number| before[*number]);
    let mut cuts: Vec<(usize, usize)> = row.map(|number| pairs[number]).collect();
    cuts.reverse();
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_gone_or_new() {
        let shown: Vec<(&str, String)> =
            runs("tổng kết năm 2023 của huyện", "tổng kết năm 2024")
                .into_iter()
                .map(|run| (run.fate.name(), run.text))
                .collect();
        let run = |fate, text: &str| (fate, text.to_owned());
        assert_eq!(
            shown,
            [run("kept", "tổng kết năm"), run("gone", "2023 của huyện"), run("new", "2024"),]
        );
    }

    #[test]
    fn a_kept_word_is_found_again() {
        let (old, new) = ("tổng kết năm 2023, triển khai", "Hội nghị tổng kết năm 2023, gọn");
        let at = old.find("2023").expect("there");
        let found = KeptWords::new(old, new).find(&(at..at + 4)).map(|range| &new[range]);
        assert_eq!(found, Some("2023"));
        assert_eq!(KeptWords::new(old, "tổng kết năm 2024").find(&(at..at + 4)), None);
    }

    /// The old text and the new one, put together again from the runs.
    fn both(runs: &[Run]) -> (String, String) {
        let side = |other: RunFate| {
            let own = runs.iter().filter(|run| run.fate != other);
            own.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        (side(RunFate::New), side(RunFate::Gone))
    }

    #[test]
    fn long_texts_lose_no_word_and_keep_what_stands_in_both() {
        let words = |salt: usize| -> Vec<String> {
            let mixed = |at: usize| (at * 7_919 + salt) * 104_729 / 64 % 997;
            (0..3_000).map(|at| format!("{salt}từ{}", mixed(at))).collect()
        };
        let (one, other) = (words(1).join(" "), words(2).join(" "));
        for (old, new, least) in [
            (one.clone(), other.clone(), 0.0),
            (one.clone(), one.replacen("từ7 ", "từkhác ", 3), 0.99),
            (format!("đầu {one} giữa {other}"), format!("{other} giữa {one}"), 0.3),
        ] {
            let found = runs(&old, &new);
            assert_eq!(both(&found), (old.clone(), new.clone()));
            assert!(likeness(&old, &new) >= least, "{}", likeness(&old, &new));
        }
    }

    proptest::proptest! {
        #[test]
        fn cuts_rise_in_both(old in "[a-h ]{0,40}", new in "[a-h ]{0,40}") {
            let number = |text: &str| text.bytes().map(u32::from).collect::<Vec<_>>();
            let cuts = rising(&number(&old), &number(&new), 1);
            let rises = |pair: &[(usize, usize)]| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1;
            proptest::prop_assert!(cuts.windows(2).all(rises));
            proptest::prop_assert_eq!(both(&runs(&old, &new)), (
                old.split_whitespace().collect::<Vec<_>>().join(" "),
                new.split_whitespace().collect::<Vec<_>>().join(" "),
            ));
        }
    }
}
