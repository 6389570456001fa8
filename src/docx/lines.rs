//! How a text falls into lines: what a rule below the last of them, and the height of a row, depend on.

use super::model::Indents;
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

    /// Sets a title in the middle of a room, in as few lines as `limit` allows and those as even as possible: the
    /// indents that make it so, none where it has one line, and the width of its last line.
    pub(super) fn balanced(&self, title: &str, room: f64, limit: f64) -> (Option<Indents>, f64) {
        let lines = self.filled(title, limit);
        if lines.len() < 2 {
            let own = lines.first().copied().unwrap_or_default();
            return ((own > 0.0 && limit < room).then(|| beside(room, limit)), own);
        }
        // The least width that needs no more lines; a word processor may count a hair more.
        let (mut low, mut high) = (limit / 4.0, limit);
        while high - low > 0.5 {
            let middle = f64::midpoint(low, high);
            let fits = self.filled(title, middle);
            let is_even = fits.len() <= lines.len() && fits.iter().all(|line| *line <= middle);
            if is_even { high = middle } else { low = middle }
        }
        let width = (high + 1.5).min(limit);
        let last = self.filled(title, width).last().copied().unwrap_or_default();
        (Some(beside(room, width)), last)
    }
}

/// The indents that leave a width in the middle of a room.
pub(super) fn beside(room: f64, width: f64) -> Indents {
    let beside = ((room - width) / 2.0).max(0.0);
    Indents { left: beside, right: beside, first: 0.0 }
}
