//! Running texts of a document: rolled, and what is said of each.
//!
//! In goes a text with its place; out come the edits of its letters in the file, and remarks on what was changed and
//! what a person has to decide.

use super::super::{AskedBecause, ChangedBecause, MarkedText, What, propose};
use super::document::Rewriter;
use super::part::RolledPart;
use crate::form::Locus;
use crate::yaml::{Alignment, Node, Value, normalised};

impl Rewriter<'_> {
    /// Running text.
    pub(super) fn text(&mut self, at: Locus, before: &str, node: &Node) {
        let Value::Scalar(raw) = &node.value else { return };
        let old = &normalised(raw);
        let rolled = RolledPart::new(old, before, self.terms);
        let doubts = || {
            let mut doubts: Vec<AskedBecause> = Vec::new();
            for question in &rolled.questions {
                let because = AskedBecause::Time(question.doubt);
                if !doubts.contains(&because) {
                    doubts.push(because);
                }
            }
            doubts
        };
        let alignment = Alignment::new(self.source, node.place.range.clone(), old);
        let parts: Option<Vec<_>> = rolled
            .changes
            .iter()
            .map(|change| {
                let range = alignment.as_ref()?.find(&change.old)?;
                Some((range, rolled.text[change.new.clone()].to_owned()))
            })
            .collect();
        let Some(parts) = parts else {
            let because = doubts().into_iter().chain([AskedBecause::Unwritable]).collect();
            let text =
                MarkedText::new(old, rolled.changes.iter().map(|change| change.old.clone()));
            return self.say(at, What::Asked { text, because, proposals: Vec::new() });
        };
        if !parts.is_empty() {
            self.edits.rewrite(node, parts, rolled.text.clone());
            self.changed(&at, old, &rolled);
        }
        let because = doubts();
        if !because.is_empty() {
            let marks = rolled.questions.iter().map(|question| question.range.clone());
            let text = MarkedText::new(old, marks);
            let anniversary = because.iter().any(|doubt| doubt.is_about_anniversaries());
            let proposals =
                if anniversary { propose::for_text(old, self.terms) } else { Vec::new() };
            self.say(at, What::Asked { text, because, proposals });
        }
    }

    /// Notes what was changed in a text, and which new days are days off.
    fn changed(&mut self, at: &Locus, old: &str, rolled: &RolledPart) {
        let mut because: Vec<ChangedBecause> = Vec::new();
        for change in &rolled.changes {
            let reason = ChangedBecause::Time(change.reason);
            if !because.contains(&reason) {
                because.push(reason);
            }
        }
        let old = MarkedText::new(old, rolled.changes.iter().map(|change| change.old.clone()));
        let new = rolled.changes.iter().map(|change| change.new.clone());
        let new = MarkedText::new(&rolled.text, new);
        self.say(at.clone(), What::Changed { old, new, because });
        for date in rolled.changes.iter().filter_map(|change| change.date) {
            self.look_at_day(at.clone(), date);
        }
    }
}
