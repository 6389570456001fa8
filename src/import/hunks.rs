//! Where two lines differ, word by word.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff};

use super::line::Letter;

/// The most pairs of words between which the best way is sought.
const MOST_PAIRS: usize = 1_000_000;

/// Letters of the old line, and those of the new one in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// A word, a space or a sign: the letters that it has.
type Token = Range<usize>;

/// Where two lines differ; `with_looks` says whether bold and italic letters are others than plain ones.
pub(super) fn hunks(old: &[Letter], new: &[Letter], with_looks: bool) -> Vec<Hunk> {
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let mut known: HashMap<Vec<(char, bool, bool)>, u32> = HashMap::new();
    let mut number = |letters: &[Letter]| {
        let key = letters.iter().map(|letter| {
            let looks = with_looks && !letter.sign.is_whitespace();
            let sign = if letter.sign == '\u{A0}' { ' ' } else { letter.sign };
            (sign, looks && letter.bold, looks && letter.italic)
        });
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(key.collect()).or_insert(next)
    };
    let mut numbers = |letters: &[Letter], tokens: &[Token]| -> Vec<u32> {
        tokens.iter().map(|token| number(&letters[token.clone()])).collect()
    };
    let (old_ids, new_ids) = (numbers(old, &old_tokens), numbers(new, &new_tokens));
    let start = old_ids
        .iter()
        .zip(&new_ids)
        .take_while(|(one, other)| one == other)
        .count();
    let rest = (&old_ids[start..], &new_ids[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev());
    let end = end.take_while(|(one, other)| one == other).count();
    let (old_mid, new_mid) = (start..old_ids.len() - end, start..new_ids.len() - end);
    let mut found: Vec<Hunk> = Vec::new();
    let letters = |tokens: &[Token], range: Range<usize>, whole: usize| {
        let from = tokens.get(range.start).map_or(whole, |token| token.start);
        let to = if range.is_empty() { from } else { tokens[range.end - 1].end };
        from..to
    };
    let mut push = |old_range: Range<usize>, new_range: Range<usize>| {
        let hunk = Hunk {
            old: letters(&old_tokens, old_range, old.len()),
            new: letters(&new_tokens, new_range, new.len()),
        };
        match found.last_mut() {
            // What follows right upon another one is one with it.
            Some(last) if last.old.end == hunk.old.start && last.new.end == hunk.new.start => {
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
            }
            _ => found.push(hunk),
        }
    };
    if old_mid.is_empty() && new_mid.is_empty() {
        return found;
    }
    if old_mid.len().saturating_mul(new_mid.len()) > MOST_PAIRS {
        push(old_mid, new_mid);
        return found;
    }
    let (old_part, new_part) = (&old_ids[old_mid], &new_ids[new_mid]);
    for operation in capture_diff(
        Algorithm::Patience,
        old_part,
        0..old_part.len(),
        new_part,
        0..new_part.len(),
    ) {
        if !matches!(operation, DiffOp::Equal { .. }) {
            let (before, after) = (operation.old_range(), operation.new_range());
            push(
                start + before.start..start + before.end,
                start + after.start..start + after.end,
            );
        }
    }
    found
}

/// The words of a line, and the spaces and signs between them.
fn tokens(letters: &[Letter]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut in_word = false;
    for (at, letter) in letters.iter().enumerate() {
        let is_word = letter.sign.is_alphanumeric();
        match found.last_mut() {
            Some(last) if is_word && in_word => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
        in_word = is_word;
    }
    found
}
