//! A paper against that of the year before: what was to be changed and stands as it stood.

use std::ops::Range;

use super::context::normalised;
use super::rewrite::{Alignment, texts};
use super::yaml::{self, Node, Value};
use super::{Fetched, Workspace};
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic, Place};
use crate::roll::{Frame, Locus, left_over, likeness};

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
        let deadline = |root: &Node| root.entry("deadlines")?.entry("unit_plans").cloned();
        found.extend(same("deadlines", deadline(this).as_ref(), deadline(&last).as_ref()));
        let (numbers, old) = (superior(this), superior(&last));
        for number in numbers {
            let kept = old.iter().find(|old| old.value == number.value);
            found.extend(same("implements", Some(number), kept.copied()));
        }
        let before = texts(&last);
        for (at, node) in texts(this) {
            if let Some(last) = counterpart(&at, node, &before) {
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
        let at = self
            .all
            .binary_search_by(|candidate| candidate.id.0.as_str().cmp(&id))
            .ok()?;
        let candidate = &self.all[at];
        let last = yaml::parse(self.fetch(candidate).text()?, this.place.file).ok()?;
        Some((Frame { from, to }, last))
    }
}

/// The text of the year before that a text comes from: that of the same task, else the most like
/// it of its kind, since paragraphs and tasks come and go.
fn counterpart<'n>(at: &Locus, this: &Node, before: &[(Locus, &'n Node)]) -> Option<&'n Node> {
    let same = before
        .iter()
        .find(|(other, _)| matches!(at, Locus::Task { .. }) && other == at);
    if let Some((_, node)) = same {
        return Some(node);
    }
    let kind = |at: &Locus| match at {
        Locus::Key(key) | Locus::Item(key, _) => *key,
        Locus::Task { .. } | Locus::Other(_) => "tasks",
    };
    let text = said(this)?;
    let in_place = before.iter().find(|(other, _)| other == at).map(|(_, node)| *node);
    if let Some(node) =
        in_place.filter(|node| said(node).is_some_and(|old| alike(&old, &text)))
    {
        return Some(node);
    }
    before
        .iter()
        .filter(|(other, _)| kind(other) == kind(at))
        .filter_map(|(_, node)| Some((likeness(&said(node)?, &text), *node)))
        .filter(|(likeness, _)| *likeness > LEAST_LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, node)| node)
}

/// From when on two texts are taken for one.
const LEAST_LIKENESS: f64 = 0.6;

fn alike(one: &str, other: &str) -> bool {
    likeness(one, other) > LEAST_LIKENESS
}

/// What a scalar says.
fn said(node: &Node) -> Option<String> {
    match &node.value {
        Value::Scalar(text) => Some(normalised(text)),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// The numbers of the superior documents of the last two years.
fn superior(root: &Node) -> Vec<&Node> {
    let Some(node) = root.entry("implements") else { return Vec::new() };
    let year = root
        .scalar_of("year")
        .and_then(|year| year.parse::<i32>().ok())
        .unwrap_or(0);
    // Older ones stand from year to year.
    let yearly = |item: &&Node| {
        let date = item.scalar_of("date").and_then(|date| Date::parse(date).ok());
        date.is_none_or(|date| date.year() >= year - 2)
    };
    let items =
        if node.items().is_empty() { std::slice::from_ref(node) } else { node.items() };
    items
        .iter()
        .filter(yearly)
        .filter_map(|item| item.entry("number"))
        .collect()
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
    let (Some(text), Some(old)) = (said(this), said(last)) else { return Vec::new() };
    let alignment = Alignment::new(source, this.place.range.clone(), &text);
    let place = |range: &Range<usize>| {
        let found = alignment.as_ref().and_then(|alignment| alignment.find(range));
        found.map_or_else(|| this.place.clone(), |found| Place::new(this.place.file, found))
    };
    left_over(&old, &text, frame)
        .into_iter()
        .map(|left| {
            Diagnostic::warning(Code::LeftOver, &place(&left.range))
                .with("old", left.old)
                .with("new", left.new)
        })
        .collect()
}
