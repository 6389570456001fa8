//! A paper against that of the year before: what was to be changed and stands as it stood.

use std::ops::Range;

use super::rewrite::{Alignment, texts};
use super::yaml::{self, Node, Value};
use super::{Fetched, Workspace};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Place};
use crate::roll::{Frame, left_over};

/// Keys whose values are never those of the year before.
const OF_THE_YEAR: [&str; 3] = ["date", "received", "number"];

impl Workspace<'_> {
    /// What a document has left over from the one of the same name a year before.
    pub(super) fn left_overs(&self, fetched: &Fetched, this: &Node) -> Vec<Diagnostic> {
        let Some((frame, last)) = self.last_year(fetched, this) else { return Vec::new() };
        let source = fetched.text().unwrap_or_default();
        let mut found = Vec::new();
        for key in OF_THE_YEAR {
            found.extend(same(key, this.entry(key), last.entry(key)));
        }
        for (key, inner) in [("deadlines", "unit_plans"), ("implements", "number")] {
            let within = |root: &Node| root.entry(key)?.entry(inner).cloned();
            found.extend(same(key, within(this).as_ref(), within(&last).as_ref()));
        }
        let before = texts(&last);
        for (at, node) in texts(this) {
            if let Some((_, last)) = before.iter().find(|(other, _)| *other == at) {
                found.extend(in_text(node, last, frame, source));
            }
        }
        found
    }

    /// The paper of the same name a year before. Its places mean nothing; its values count.
    fn last_year(&self, fetched: &Fetched, this: &Node) -> Option<(Frame, Node)> {
        let (year, below) = fetched.id.0.split_once('/')?;
        let to = Year::parse(year)?;
        let from = Year::new(to.get() - 1)?;
        let id = format!("{from}/{below}");
        let candidate = self.of_year(from).find(|candidate| candidate.id.0 == id)?;
        let last = yaml::parse(self.fetch(candidate).text()?, this.place.file).ok()?;
        Some((Frame { from, to }, last))
    }
}

/// A value that is the one of the year before.
fn same(key: &str, this: Option<&Node>, last: Option<&Node>) -> Option<Diagnostic> {
    let (this, last) = (this?, last?);
    let Value::Scalar(text) = &this.value else { return None };
    (this.value == last.value).then(|| {
        Diagnostic::warning(Code::SameAsLastYear, &this.place)
            .with("key", key)
            .with("old", text.as_str())
    })
}

/// Expressions of time in a text that stand as they stood in the year before.
fn in_text(this: &Node, last: &Node, frame: Frame, source: &str) -> Vec<Diagnostic> {
    let (Value::Scalar(text), Value::Scalar(old)) = (&this.value, &last.value) else {
        return Vec::new();
    };
    let alignment = Alignment::new(source, this.place.range.clone(), text);
    let place = |range: &Range<usize>| {
        let found = alignment.as_ref().and_then(|alignment| alignment.find(range));
        found.map_or_else(|| this.place.clone(), |found| Place::new(this.place.file, found))
    };
    left_over(old, text, frame)
        .into_iter()
        .map(|left| {
            Diagnostic::warning(Code::LeftOver, &place(&left.range))
                .with("old", left.old)
                .with("new", left.new)
        })
        .collect()
}
