//! Two texts word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The words of a text with their bytes: what stands between white space.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let start_of = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    text.split_whitespace()
        .map(|word| (start_of(word)..start_of(word) + word.len(), word))
        .collect()
}

/// What became of words from one text to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They stand in both.
    Kept,
    /// They stand in the old text only.
    Gone,
    /// They stand in the new text only.
    New,
}

impl Fate {
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
    pub fate: Fate,
}

/// The words of both texts in reading order: where some were replaced, the old before the new.
pub(super) fn runs(old: &str, new: &str) -> Vec<Run> {
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
            push(&old[before], Fate::Kept);
        } else {
            push(&old[before], Fate::Gone);
            push(&new[after], Fate::New);
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

/// Where in the new text the same word stands as at `place` in the old one, when it was kept.
pub(super) fn kept_at(old: &str, new: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let (old, new) = (words(old), words(new));
    let holds = |(range, _): &(Range<usize>, &str)| {
        range.start <= place.start && place.end <= range.end
    };
    let at = old.iter().position(holds)?;
    let kept = operations(&old, &new).into_iter().find_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len }
            if (old_index..old_index + len).contains(&at) =>
        {
            Some(new_index + at - old_index)
        }
        DiffOp::Equal { .. }
        | DiffOp::Delete { .. }
        | DiffOp::Insert { .. }
        | DiffOp::Replace { .. } => None,
    })?;
    let (from, to) = (old[at].0.start, new[kept].0.start);
    Some(to + place.start - from..to + place.end - from)
}

fn operations(old: &[(Range<usize>, &str)], new: &[(Range<usize>, &str)]) -> Vec<DiffOp> {
    let letters = |words: &[(Range<usize>, &str)]| -> Vec<String> {
        words.iter().map(|(_, word)| (*word).to_owned()).collect()
    };
    capture_diff_slices(Algorithm::Myers, &letters(old), &letters(new))
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
        let found = kept_at(old, new, &(at..at + 4)).map(|range| &new[range]);
        assert_eq!(found, Some("2023"));
        assert_eq!(kept_at(old, "tổng kết năm 2024", &(at..at + 4)), None);
    }
}
