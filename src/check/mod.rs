//! Rules that are held against the laid-out pages, whatever template made them.
//!
//! In go the pages of the typesetter; out come letters beyond a margin, lines that gape, and a last page with little
//! more than the signature, each with the place that it came from. A template may be the office's
//! own, so what a reader would see is looked at on the page and not promised by the markup.

mod gapes;
mod signature;

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::syntax::Span;

use crate::compile::Pages;
use crate::office::LayoutSettings;

pub(crate) use gapes::after_gapes;
pub(crate) use signature::lonely_signature;

/// What may stick out without being seen, pt: a fraction of a stroke.
const TOLERANCE: f64 = 0.5;

/// Text that is printed beyond the margins.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Overflow {
    /// The page, from 1.
    pub page: usize,
    /// The letters of the piece that sticks out.
    pub letters: String,
    /// Where it came from.
    pub span: Span,
}

/// Finds text beyond the left, right and bottom margins. The top margin holds the page number.
pub(crate) fn overflows(pages: &Pages, looks: &LayoutSettings) -> Vec<Overflow> {
    let mut found = Vec::new();
    for (at, page) in pages.document.pages().iter().enumerate() {
        let size = page.frame.size();
        let room = Room {
            left: Abs::mm(looks.margins.left),
            right: size.x - Abs::mm(looks.margins.right),
            bottom: size.y - Abs::mm(looks.margins.bottom),
        };
        walk(&page.frame, Point::zero(), &mut |text, point| {
            if !room.holds(point, text.width()) {
                found.push(Overflow {
                    page: at + 1,
                    letters: text.text.to_string(),
                    span: text.glyphs.first().map_or(Span::detached(), |glyph| glyph.span.0),
                });
            }
        });
    }
    found
}

/// The part of a page within its margins.
struct Room {
    left: Abs,
    right: Abs,
    bottom: Abs,
}

impl Room {
    fn holds(&self, point: Point, width: Abs) -> bool {
        let slack = Abs::pt(TOLERANCE);
        point.x >= self.left - slack
            && point.x + width <= self.right + slack
            && point.y <= self.bottom + slack
    }
}

/// Goes over all upright text of a frame. What is turned, such as the mark of a draft behind the
/// page, is decoration.
fn walk(frame: &Frame, origin: Point, visit: &mut impl FnMut(&typst::text::TextItem, Point)) {
    for (point, item) in frame.items() {
        let at = origin + *point;
        match item {
            FrameItem::Text(text) => visit(text, at),
            FrameItem::Group(group) => {
                let transform = group.transform;
                let upright = transform.sx.get() == 1.0 && transform.ky.get() == 0.0;
                if upright {
                    walk(&group.frame, at + Point::new(transform.tx, transform.ty), visit);
                }
            }
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}
