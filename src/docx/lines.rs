//! How a text falls into lines: what a rule below the last of them, and the height of a row, depend on.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::blocks::Measures;
use crate::compile::{Face, Letters};

/// The single distance of lines of Times New Roman, for each point of size.
const SINGLE: f64 = 1.149;

/// What lines are measured with.
#[derive(Clone, Copy)]
pub(super) struct Ruler<'l> {
    pub(super) letters: &'l Letters,
    pub(super) face: Face,
    pub(super) size: f64,
}

impl Ruler<'_> {
    /// How wide a line is.
    pub(super) fn width(&self, line: &str) -> f64 {
        self.letters.width(line, self.face, self.size)
    }

    /// The widths of the lines of a text that are no wider than `limit`, as a word processor fills them.
    pub(super) fn filled(&self, text: &str, limit: f64) -> Vec<f64> {
        let space = self.width(" ");
        let mut lines: Vec<f64> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = self.width(word);
            match lines.last_mut() {
                Some(line) if *line + space + width <= limit => *line += space + width,
                _ => lines.push(width),
            }
        }
        lines
    }

    /// How many lines a text has.
    pub(super) fn count(&self, text: &str, limit: f64) -> usize {
        self.filled(text, limit).len().max(1)
    }

    /// How high so many lines are.
    pub(super) fn height(&self, lines: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
        let lines = lines as f64;
        lines * SINGLE * self.size
    }

    /// Breaks a title into as few lines as `limit` allows, as even as possible and where the sense allows it, and tells
    /// how wide the last one is. A hard space never breaks.
    pub(super) fn even(
        &self,
        title: &str,
        limit: f64,
        rules: &Measures,
    ) -> (Vec<String>, f64) {
        let words: Vec<&str> = title.split(' ').filter(|word| !word.is_empty()).collect();
        let line = |range: Range<usize>| words[range].join(" ");
        let filled = self.filled(title, limit);
        #[expect(clippy::cast_precision_loss, reason = "lines of a title")]
        let is_long = filled.len() as f64 > rules.most_even_lines;
        let ends = if filled.len() < 2 || is_long {
            None
        } else {
            self.ends(&words, filled.len(), limit, rules)
        };
        let Some(ends) = ends else {
            // It fills its lines by itself.
            return (vec![title.to_owned()], filled.last().copied().unwrap_or_default());
        };
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let lines: Vec<String> = starts.zip(&ends).map(|(from, to)| line(from..*to)).collect();
        let last = lines.last().map_or(0.0, |line| self.width(line));
        (lines, last)
    }

    /// Where the lines of a title end, in words, so that they cost least; none when they would be too long.
    fn ends(
        &self,
        words: &[&str],
        count: usize,
        limit: f64,
        rules: &Measures,
    ) -> Option<Vec<usize>> {
        let width = |range: Range<usize>| self.width(&words[range].join(" "));
        #[expect(clippy::cast_precision_loss, reason = "lines of a title")]
        let even = width(0..words.len()) / count as f64;
        // For each number of words, the best way to set them in the lines so far.
        let mut best = BTreeMap::from([(0, (0.0, Vec::new()))]);
        for line in 1..=count {
            let mut next: BTreeMap<usize, (f64, Vec<usize>)> = BTreeMap::new();
            for (from, (cost, ends)) in &best {
                let least = if line == count { words.len() } else { from + 1 };
                for to in least.max(from + 1)..=words.len() {
                    let long = width(*from..to);
                    if long > limit {
                        break;
                    }
                    let broken = words
                        .get(to)
                        .map_or(0.0, |after| break_cost(words[to - 1], after, rules));
                    let cost = cost + (long - even).abs() / limit + broken;
                    if next.get(&to).is_none_or(|(known, _)| cost < *known) {
                        next.insert(to, (cost, [ends.as_slice(), &[to]].concat()));
                    }
                }
            }
            best = next;
        }
        best.remove(&words.len()).map(|(_, ends)| ends)
    }
}

/// What it costs to break a title between two words.
fn break_cost(before: &str, after: &str, rules: &Measures) -> f64 {
    let after = after.split('\u{A0}').next().unwrap_or_default().to_lowercase();
    if before.ends_with([',', ';', ':', '-']) {
        0.0
    } else if rules.opening_words.contains(&after) {
        rules.opening_cost
    } else {
        rules.torn_cost
    }
}
