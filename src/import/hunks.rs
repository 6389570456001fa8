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
    let mut numbers = Numbers { known: HashMap::new(), with_looks };
    let (old_ids, new_ids) = (numbers.of(old, &old_tokens), numbers.of(new, &new_tokens));
    let mut found: Vec<Hunk> = Vec::new();
    for (old_range, new_range) in differing(&old_ids, &new_ids) {
        let hunk = Hunk {
            old: letters_of(&old_tokens, old_range, old.len()),
            new: letters_of(&new_tokens, new_range, new.len()),
        };
        match found.last_mut() {
            // What follows right upon another one is one with it.
            Some(last) if last.old.end == hunk.old.start && last.new.end == hunk.new.start => {
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
            }
            _ => found.push(hunk),
        }
    }
    found
}

/// Words as numbers, which are compared faster.
struct Numbers {
    known: HashMap<Vec<(char, bool, bool)>, u32>,
    with_looks: bool,
}

impl Numbers {
    fn of(&mut self, letters: &[Letter], tokens: &[Token]) -> Vec<u32> {
        tokens
            .iter()
            .map(|token| self.number(&letters[token.clone()]))
            .collect()
    }

    fn number(&mut self, letters: &[Letter]) -> u32 {
        let key = letters.iter().map(|letter| {
            let looks = self.with_looks && !letter.sign.is_whitespace();
            let sign = if letter.sign == '\u{A0}' { ' ' } else { letter.sign };
            (sign, looks && letter.bold, looks && letter.italic)
        });
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        *self.known.entry(key.collect()).or_insert(next)
    }
}

/// The letters of some tokens of a line that has so many.
fn letters_of(tokens: &[Token], range: Range<usize>, whole: usize) -> Range<usize> {
    let from = tokens.get(range.start).map_or(whole, |token| token.start);
    let to = if range.is_empty() { from } else { tokens[range.end - 1].end };
    from..to
}

/// The numbers that differ, between those that both have at their beginning and at their end.
fn differing(old: &[u32], new: &[u32]) -> Vec<(Range<usize>, Range<usize>)> {
    let start = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let rest = (&old[start..], &new[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev());
    let end = end.take_while(|(one, other)| one == other).count();
    let (old_part, new_part) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if old_part.is_empty() && new_part.is_empty() {
        return Vec::new();
    }
    let at = |range: Range<usize>| start + range.start..start + range.end;
    if old_part.len().saturating_mul(new_part.len()) > MOST_PAIRS {
        return vec![(at(0..old_part.len()), at(0..new_part.len()))];
    }
    let (old_whole, new_whole) = (0..old_part.len(), 0..new_part.len());
    let found = capture_diff(Algorithm::Patience, old_part, old_whole, new_part, new_whole);
    let found = found.iter().filter(|one| !matches!(one, DiffOp::Equal { .. }));
    found.map(|one| (at(one.old_range()), at(one.new_range()))).collect()
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
