//! A text of the data, rolled as the part of the paper that it is.

use std::ops::Range;

use super::super::{Change, Doubt, Question, Rolled, text};
use super::Terms;

/// A rolled text.
pub(super) struct RolledPart {
    /// The new text.
    pub(super) text: String,
    /// What was changed, in order.
    pub(super) changes: Vec<Change>,
    /// What the clerk has to decide.
    pub(super) questions: Vec<Question>,
}

impl RolledPart {
    /// Rolls a text, which stands after `before` in the paper.
    pub(super) fn new(old: &str, before: &str, terms: &Terms) -> Self {
        // A definition says "Căn cứ" without the space behind it.
        let lead = if before.is_empty() { String::new() } else { format!("{before} ") };
        let whole = format!("{lead}{old}");
        let rolled = text(&whole, terms.frame);
        let shift = lead.len();
        let inside = |range: &Range<usize>| range.start >= shift;
        let back = |range: &Range<usize>| range.start.saturating_sub(shift)..range.end - shift;
        let mut pieces: Vec<(Range<usize>, String, Change)> = Vec::new();
        for change in rolled.changes.iter().filter(|change| inside(&change.old)) {
            let new = rolled.text[change.new.clone()].to_owned();
            pieces.push((back(&change.old), new, change.clone()));
        }
        let mut questions = Vec::new();
        for question in rolled.questions {
            let range = back(&question.range);
            match own_plan(&old[range.clone()], question.doubt, terms) {
                Some(own) => {
                    let at = |change: &Change| {
                        range.start + change.old.start..range.start + change.old.end
                    };
                    let piece = |change: &Change| {
                        (at(change), own.text[change.new.clone()].to_owned(), change.clone())
                    };
                    pieces.extend(own.changes.iter().map(piece));
                }
                None => questions.push(Question { range, ..question }),
            }
        }
        pieces.sort_by_key(|(range, ..)| range.start);
        let (text, changes) = put_together(old, pieces);
        Self { text, changes, questions }
    }
}

/// A document of the old year that a text names: when it is the very plan that is rolled together
/// with this paper, without number or date, its successor is known.
fn own_plan(named: &str, doubt: Doubt, terms: &Terms) -> Option<Rolled> {
    let superior = terms.superior.as_ref()?;
    let is_it = doubt == Doubt::YearlyDocument
        && named.starts_with("Kế hoạch")
        && named.contains(&format!("của {superior}"))
        && !named.contains('/');
    let rolled = is_it.then(|| text(named, terms.frame))?;
    (rolled.questions.is_empty() && !rolled.changes.is_empty()).then_some(rolled)
}

/// The text with its pieces replaced, and the changes with their new places.
fn put_together(
    old: &str,
    pieces: Vec<(Range<usize>, String, Change)>,
) -> (String, Vec<Change>) {
    let (mut text, mut changes) = (String::with_capacity(old.len()), Vec::new());
    let mut at = 0;
    for (range, piece, change) in pieces {
        text.push_str(&old[at..range.start]);
        let start = text.len();
        text.push_str(&piece);
        at = range.end;
        changes.push(Change { old: range, new: start..text.len(), ..change });
    }
    text.push_str(&old[at..]);
    (text, changes)
}
