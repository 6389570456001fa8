//! Lines that gape: what stays together did not fit on them, and so they were filled with wide spaces.
//!
//! In go the pages; out comes the beginning of each line that follows upon such a one. Whoever made the markup decides
//! what becomes of it.

use typst::layout::{Abs, Point};
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};

use super::walk;
use crate::compile::Pages;

/// Spaces so many times as wide as the font has them make a line gape.
const GAPE: f64 = 2.0;

/// Text on baselines nearer than this stands on one line, pt.
const SAME_LINE: f64 = 0.5;

/// Lines farther apart than so many times their size are no lines of one paragraph.
const FARTHEST: f64 = 2.5;

/// The beginnings of lines that follow upon lines that gape: the string of each, and the bytes into it.
pub(crate) fn after_gapes(pages: &Pages) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    for page in pages.document.pages() {
        let mut line: Option<Line> = None;
        walk(&page.frame, Point::zero(), &mut |text, point| {
            let gape = gape(text);
            match &mut line {
                Some(line) if line.goes_on(text, point) => line.add(text, point, gape),
                last => {
                    let gapes = |line: &Line| line.gape > GAPE && line.is_above(text, point);
                    if last.as_ref().is_some_and(gapes) {
                        found.extend(first_letter(text));
                    }
                    *last = Some(Line::new(text, point, gape));
                }
            }
        });
    }
    found
}

/// A line of text, while its pieces are found one after another.
struct Line {
    start: Abs,
    end: Abs,
    baseline: Abs,
    size: Abs,
    /// How many times as wide as they are in the font its widest spaces are.
    gape: f64,
}

impl Line {
    fn new(text: &TextItem, point: Point, gape: f64) -> Self {
        let mut line = Self {
            start: point.x,
            end: point.x,
            baseline: point.y,
            size: text.size,
            gape: 0.0,
        };
        line.add(text, point, gape);
        line
    }

    fn goes_on(&self, text: &TextItem, point: Point) -> bool {
        let near = (point.y - self.baseline).abs() < Abs::pt(SAME_LINE);
        near && point.x >= self.end - text.size && point.x <= self.end + text.size
    }

    fn add(&mut self, text: &TextItem, point: Point, gape: f64) {
        self.end = point.x + text.width();
        self.gape = self.gape.max(gape);
    }

    /// Whether text begins the next line of the same paragraph.
    fn is_above(&self, text: &TextItem, point: Point) -> bool {
        let down = point.y - self.baseline;
        point.x < self.end
            && down > Abs::zero()
            && down < self.size * FARTHEST
            && (text.size - self.size).abs() < Abs::pt(SAME_LINE)
            && point.x <= self.start + self.size
    }
}

/// How many times as wide as in the font the widest space within a text is.
fn gape(text: &TextItem) -> f64 {
    let is_space = |glyph: &&Glyph| {
        text.text
            .get(glyph.range())
            .is_some_and(|letters| letters.trim().is_empty())
    };
    let width = |glyph: &Glyph| {
        let natural = text.font.x_advance(glyph.id)?.get();
        (natural > 0.0).then(|| glyph.x_advance.get() / natural)
    };
    text.glyphs
        .iter()
        .filter(is_space)
        .filter_map(width)
        .fold(0.0, f64::max)
}

fn first_letter(text: &TextItem) -> Option<(Span, usize)> {
    let glyph = text.glyphs.first()?;
    Some((glyph.span.0, usize::from(glyph.span.1)))
}
