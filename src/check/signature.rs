//! The page of the signature: whether it has more than the signature.
//!
//! In go the pages; out comes the number of lines above the signature when it stands on a later page
//! with two at most: a signature alone on its page could be put under any text.

use typst::foundations::{Label, Selector};
use typst::introspection::Introspector;
use typst::layout::{Abs, Point};
use typst::utils::PicoStr;

use super::walk;
use crate::compile::Pages;
use crate::office::LayoutSettings;

/// The label of the signature block in `nd30.typ`.
const SIGNATURE: &str = "signature";

/// With so few lines above it a signature looks lost on its page.
const FEW_LINES: usize = 2;

/// Lines whose baselines are nearer than this are one line, pt.
const SAME_LINE: f64 = 2.0;

/// How many lines of text stand above the signature, when it stands on a later page than the first
/// and they are two at most; none when all is well, or nobody signs.
pub(crate) fn lonely_signature(pages: &Pages, looks: &LayoutSettings) -> Option<usize> {
    let introspector = pages.document.introspector();
    let label = Label::new(PicoStr::intern(SIGNATURE))?;
    let found = introspector.query_first(&Selector::Label(label))?;
    let at = introspector.position(found.location()?)?;
    let page = pages.document.pages().get(at.page.get().checked_sub(1)?)?;
    if at.page.get() == 1 {
        return None;
    }
    let top = Abs::mm(looks.margins.top);
    let mut lines: Vec<f64> = Vec::new();
    walk(&page.frame, Point::zero(), &mut |_, point| {
        let is_new = |y: f64| lines.iter().all(|line| (line - y).abs() > SAME_LINE);
        if top < point.y && point.y < at.point.y && is_new(point.y.to_pt()) {
            lines.push(point.y.to_pt());
        }
    });
    (lines.len() <= FEW_LINES).then_some(lines.len())
}
