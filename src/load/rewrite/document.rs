//! What becomes of each key of a document.

use std::path::PathBuf;

use super::super::yaml::{Entry, Node, Value};
use super::align::Alignment;
use super::edits::Edits;
use super::rolled::Rolled;
use super::texts::{texts, texts_of_task};
use super::{QuestionText, Terms};
use crate::calendar::{Date, IssueDate, Year, day_off};
use crate::diag::FileId;
use crate::papers::{DocumentId, Repeats, TaskId};
use crate::roll::{
    AskedBecause, ChangedBecause, DroppedBecause, Finding, Locus, Marked, Reason, What,
};

/// How the comment begins that says where a file came from.
const CAME_FROM: &str = "# vanthu roll:";

/// A rewritten file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// Where the new document belongs.
    pub id: DocumentId,
    /// The new file, relative to the workspace.
    pub path: PathBuf,
    /// The old one.
    pub old: PathBuf,
    /// The new text, without the questions.
    pub text: String,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

impl Rewritten {
    /// The new file: a comment that says where it came from, the text, the questions.
    pub fn file(&self, came_from: &str, about: &str, questions: &[QuestionText]) -> String {
        let rest = match self.text.split_once('\n') {
            Some((first, rest)) if first.starts_with(CAME_FROM) => rest,
            _ => &self.text,
        };
        let mut out = format!("{CAME_FROM} {came_from}\n{rest}");
        if !out.ends_with('\n') {
            out.push('\n');
        }
        if questions.is_empty() {
            return out;
        }
        out.push_str(&format!("\n# {about}\nquestions:\n"));
        for question in questions {
            out.push_str(&format!(
                "  - at: {}\n    ask: {}\n",
                question.at,
                quoted(&question.ask)
            ));
            if !question.proposals.is_empty() {
                out.push_str("    proposals:\n");
            }
            for proposal in &question.proposals {
                out.push_str(&format!("      - {}\n", quoted(proposal)));
            }
        }
        out
    }
}

/// A text as a YAML scalar in quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Goes over a document and decides what changes.
pub(super) struct Rewriter<'a> {
    source: &'a str,
    terms: &'a Terms,
    edits: Edits,
    findings: Vec<Finding>,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(source: &'a str, terms: &'a Terms) -> Self {
        Self {
            source,
            terms,
            edits: Edits::default(),
            findings: Vec::new(),
        }
    }

    /// The new text and what there is to say about it; none when it cannot be written.
    pub(super) fn finish(self, root: &Node, file: FileId) -> Option<(String, Vec<Finding>)> {
        let text = self.edits.apply(self.source, root, file)?;
        // The comment over the questions goes with them.
        let kept = text.trim_end().lines().rev().skip_while(|line| line.starts_with('#'));
        let asked = root.entry("questions").is_some();
        let text = match kept.clone().next() {
            Some(_) if asked => {
                let lines: Vec<&str> = kept.collect();
                let lines: Vec<&str> = lines.into_iter().rev().collect();
                format!("{}\n", lines.join("\n").trim_end())
            }
            _ => text,
        };
        Some((text, self.findings))
    }

    pub(super) fn document(&mut self, root: &Node) {
        let Value::Map(entries) = &root.value else { return };
        for entry in entries {
            let node = &entry.node;
            match entry.key.as_str() {
                "year" => self.year(node),
                "date" => self.issue_date(node),
                "number" => self.own_number(entry),
                "received" => self.received(entry),
                "deadlines" => self.deadlines(node),
                "implements" => self.implements(entry, root),
                "questions" => {
                    self.edits.remove(entry.key_place.range.start, node, self.source);
                }
                _ => {}
            }
        }
        for (at, node) in texts(root) {
            if !matches!(at, Locus::Task { .. }) {
                self.text(at, node);
            }
        }
        if let Some(tasks) = root.entry("tasks") {
            tasks.items().iter().for_each(|task| self.task(task));
        }
    }

    fn say(&mut self, at: Locus, what: What) {
        self.findings.push(Finding { at, what });
    }

    /// Notes that a whole value was replaced.
    fn replaced(&mut self, at: Locus, old: &str, new: &str, because: ChangedBecause) {
        let (old, new) = (Marked::whole(old), Marked::whole(new));
        self.say(at, What::Changed { old, new, because: vec![because] });
    }

    fn year(&mut self, node: &Node) {
        let Value::Scalar(old) = &node.value else { return };
        let new = self.terms.frame.to.to_string();
        self.edits.replace(node, &new);
        self.replaced(Locus::Key("year"), old, &new, ChangedBecause::Time(Reason::Year));
    }

    /// A year of the data, moved on.
    fn moved(&self, year: i32) -> Option<Year> {
        let frame = self.terms.frame;
        let new = year + i32::from(frame.to.get()) - i32::from(frame.from.get());
        u16::try_from(new).ok().and_then(Year::new)
    }

    /// The month stays; the day is the clerk's to give.
    fn issue_date(&mut self, node: &Node) {
        let Value::Scalar(old) = &node.value else { return };
        let Ok(date) = IssueDate::parse(old) else { return };
        let Some((first, _)) = date.span() else { return };
        let Some(year) = self.moved(first.year()) else { return };
        let new = format!("{year}-{:02}", first.month());
        self.edits.replace(node, &new);
        let because = match date {
            IssueDate::Given(_) => ChangedBecause::GivenAtIssue,
            IssueDate::DayBlank(_) | IssueDate::Blank => ChangedBecause::Time(Reason::Month),
        };
        self.replaced(Locus::Key("date"), old, &new, because);
    }

    fn own_number(&mut self, entry: &Entry) {
        self.emptied("number", entry, ChangedBecause::GivenAtIssue);
    }

    fn received(&mut self, entry: &Entry) {
        self.emptied("received", entry, ChangedBecause::NotYetReceived);
    }

    fn emptied(&mut self, key: &'static str, entry: &Entry, because: ChangedBecause) {
        let Value::Scalar(old) = &entry.node.value else { return };
        self.edits.empty(entry.key_place.range.end, &entry.node);
        self.replaced(Locus::Key(key), old, "", because);
    }

    fn deadlines(&mut self, node: &Node) {
        let Value::Map(entries) = &node.value else { return };
        for entry in entries.iter().filter(|entry| entry.key == "unit_plans") {
            let Value::Scalar(old) = &entry.node.value else { continue };
            let Ok(date) = Date::parse(old) else { continue };
            let Some(new) = self.moved(date.year()).and_then(|year| date.in_year(year)) else {
                continue;
            };
            self.edits.replace(&entry.node, &new.to_string());
            let leap = new.day() != date.day();
            let reason = if leap { Reason::LeapDay } else { Reason::Day };
            let at = Locus::Key("deadlines");
            self.replaced(at.clone(), old, &new.to_string(), ChangedBecause::Time(reason));
            self.look_at_day(at, new);
        }
    }

    fn look_at_day(&mut self, at: Locus, date: Date) {
        if let Some(why) = day_off(date) {
            self.say(at, What::DayOff { date, why });
        }
    }

    /// The superior documents that the old year's plan carried out. Those of that year are to be
    /// found anew; older ones stand.
    fn implements(&mut self, entry: &Entry, root: &Node) {
        let at = Locus::Key("implements");
        let ask = |text: &str| What::Asked {
            text: Marked::whole(text),
            because: vec![AskedBecause::SuperiorDocument],
            proposals: Vec::new(),
        };
        let (items, is_list) = match &entry.node.value {
            Value::List(items) => (items.iter().collect::<Vec<_>>(), true),
            Value::Map(_) => (vec![&entry.node], false),
            // It was asked about before, and nobody has answered.
            Value::Null if asks_about(root, "implements") => {
                return self.say(at, ask(""));
            }
            Value::Null | Value::Scalar(_) => return,
        };
        let yearly: Vec<&Node> =
            items.iter().copied().filter(|item| self.is_yearly(item)).collect();
        for item in &yearly {
            let old = citation(item);
            self.replaced(at.clone(), &old, "", ChangedBecause::SuperiorDocument);
            self.say(at.clone(), ask(&old));
        }
        if yearly.len() == items.len() {
            self.edits.empty(entry.key_place.range.end, &entry.node);
        } else if is_list {
            for item in yearly {
                self.edits.remove(item.place.range.start, item, self.source);
            }
        }
    }

    /// Whether a superior document belongs to the old year: it is dated in it or in the year
    /// before.
    fn is_yearly(&self, item: &Node) -> bool {
        let from = i32::from(self.terms.frame.from.get());
        let date = item.scalar_of("date").and_then(|date| Date::parse(date).ok());
        date.is_none_or(|date| date.year() >= from - 1)
    }

    fn task(&mut self, item: &Node) {
        let id = item.scalar_of("id").unwrap_or_default().to_owned();
        let follows = item.scalar_of("follows").map(|id| TaskId(id.to_owned()));
        let repeats = item.scalar_of("repeats");
        let at = Locus::Task { id: id.clone(), item: None };
        let said = said(item);
        let drop = if repeats == Some(Repeats::Once.key()) {
            Some(DroppedBecause::Once)
        } else if follows.is_some_and(|id| self.terms.dropped.contains(&id)) {
            Some(DroppedBecause::NothingToFollow)
        } else {
            None
        };
        if let Some(because) = drop {
            self.edits.remove(item.place.range.start, item, self.source);
            return self.say(at, What::Dropped { old: said, because });
        }
        if repeats == Some(Repeats::Anniversary.key()) {
            return self.say(
                at,
                What::Asked {
                    text: Marked::whole(&said),
                    because: vec![AskedBecause::AnniversaryTask],
                    proposals: self.terms.proposals.clone(),
                },
            );
        }
        for (at, node) in texts_of_task(item) {
            self.text(at, node);
        }
    }

    /// Running text.
    fn text(&mut self, at: Locus, node: &Node) {
        let Value::Scalar(old) = &node.value else { return };
        let rolled = Rolled::new(old, before(&at), self.terms);
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
                Marked::new(old, rolled.changes.iter().map(|change| change.old.clone()));
            return self.say(at, What::Asked { text, because, proposals: Vec::new() });
        };
        if !parts.is_empty() {
            self.edits.rewrite(node, parts, rolled.text.clone());
            self.changed(&at, old, &rolled);
        }
        let because = doubts();
        if !because.is_empty() {
            let marks = rolled.questions.iter().map(|question| question.range.clone());
            let text = Marked::new(old, marks);
            let anniversary = because.iter().any(|doubt| doubt.is_about_anniversaries());
            let proposals =
                if anniversary { self.terms.proposals.clone() } else { Vec::new() };
            self.say(at, What::Asked { text, because, proposals });
        }
    }

    /// Notes what was changed in a text, and which new days are days off.
    fn changed(&mut self, at: &Locus, old: &str, rolled: &Rolled) {
        let mut because: Vec<ChangedBecause> = Vec::new();
        for change in &rolled.changes {
            let reason = ChangedBecause::Time(change.reason);
            if !because.contains(&reason) {
                because.push(reason);
            }
        }
        let old = Marked::new(old, rolled.changes.iter().map(|change| change.old.clone()));
        let new = rolled.changes.iter().map(|change| change.new.clone());
        let new = Marked::new(&rolled.text, new);
        self.say(at.clone(), What::Changed { old, new, because });
        for date in rolled.changes.iter().filter_map(|change| change.date) {
            self.look_at_day(at.clone(), date);
        }
    }
}

/// What a paper prints before a value of the data, and what it is then part of.
fn before(at: &Locus) -> &'static str {
    match at {
        Locus::Item("bases", _) => "Căn cứ ",
        Locus::Key(_) | Locus::Item(..) | Locus::Task { .. } => "",
    }
}

/// What a task says, as one text.
fn said(task: &Node) -> String {
    let letters = |(_, node): (Locus, &Node)| match &node.value {
        Value::Scalar(text) => Some(text.clone()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    };
    texts_of_task(task)
        .into_iter()
        .filter_map(letters)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A superior document in words.
fn citation(item: &Node) -> String {
    let part = |key: &str| item.scalar_of(key).unwrap_or("…").to_owned();
    let date = Date::parse(&part("date")).map_or_else(|_| part("date"), Date::slashed);
    format!("{} số {} ngày {date} của {}", part("type"), part("number"), part("issuer"))
}

/// Whether one of a document's open questions is about a key.
fn asks_about(root: &Node, key: &str) -> bool {
    let questions = root.entry("questions").map(|node| &node.value);
    let Some(Value::List(questions)) = questions else { return false };
    questions.iter().any(|question| question.scalar_of("at") == Some(key))
}
