//! What becomes of each key of a document: emptied, moved by years, rolled as a text, or asked about.
//!
//! In goes the tree of the old file; out come edits and remarks. What its form does not know stays as it is;
//! which values there are, and what a roll does with each, is told by [`Key::leaves`].

use super::super::superior;
use super::super::{
    AskedBecause, ChangedBecause, DroppedBecause, MarkedText, Reason, Remark, What, propose,
};
use super::Terms;
use super::told::{days_named, id_of, occasion, said};
use crate::calendar::{Date, IssueDate, Year, day_off};
use crate::diag::FileId;
use crate::form::{
    CommonType, Form, Key, KeyType, Leaf, LeafType, Locus, RollRule, words_of_task,
};
use crate::papers::{Repeats, TaskId};
use crate::yaml::{Edits, Entry, Node, Value};

/// Goes over a document and decides what changes.
pub(super) struct Rewriter<'a> {
    pub(super) source: &'a str,
    pub(super) terms: &'a Terms,
    form: &'a Form,
    /// The text that names the days for which the paper is: its subject, or one that says them in braces.
    occasion: String,
    pub(super) edits: Edits,
    pub(super) findings: Vec<Remark>,
    /// How many tasks stay.
    tasks_left: usize,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(source: &'a str, terms: &'a Terms, form: &'a Form) -> Self {
        Self {
            source,
            terms,
            form,
            occasion: String::new(),
            edits: Edits::default(),
            findings: Vec::new(),
            tasks_left: 0,
        }
    }

    /// The tasks of a document that had some and has none left.
    pub(super) fn lost_tasks<'n>(&self, root: &'n Node) -> Option<&'n Node> {
        let lists = self.form.keys.iter().filter(|key| key.is.holds_tasks());
        let had = lists.filter_map(|key| root.entry(key.key()));
        had.filter(|tasks| !tasks.items().is_empty())
            .find(|_| self.tasks_left == 0)
    }

    /// The new text and what there is to say about it; none when it cannot be written.
    pub(super) fn finish(self, root: &Node, file: FileId) -> Option<(String, Vec<Remark>)> {
        let text = self.edits.apply(self.source, root, file)?;
        Some((text, self.findings))
    }

    /// Single values come first, in the order of the file; then running texts, then tasks.
    pub(super) fn document(&mut self, root: &Node) {
        let Value::Map(entries) = &root.value else { return };
        let form = self.form;
        self.occasion = days_named(root, form);
        let known = || {
            entries
                .iter()
                .filter_map(|entry| Some((form.key(&entry.key)?, entry)))
        };
        for (key, entry) in known() {
            self.value(key, entry);
        }
        for Leaf { at, node, before, .. } in form.texts(root) {
            if !matches!(at, Locus::Task { .. }) {
                self.text(at, &before, node);
            }
        }
        for (_, entry) in known().filter(|(key, _)| key.is.holds_tasks()) {
            entry.node.items().iter().for_each(|task| self.task(task));
        }
        if let Some(questions) = root.entry("questions") {
            questions.items().iter().for_each(|question| self.carry_on(question));
        }
    }

    /// What becomes of a value that is no running text: its leaves by their rules, or what its type says.
    fn value(&mut self, key: &Key, entry: &Entry) {
        let at = Locus::Key(key.name.clone());
        match key.is {
            KeyType::Common(common) => self.common(common, at, entry),
            KeyType::Citations => self.implements(at, entry),
            KeyType::Text
            | KeyType::Rich
            | KeyType::Texts
            | KeyType::Day
            | KeyType::Period
            | KeyType::Moment
            | KeyType::Count
            | KeyType::Money
            | KeyType::Reward
            | KeyType::Choice
            | KeyType::Flag
            | KeyType::Agency
            | KeyType::Award
            | KeyType::Rows
            | KeyType::Targets
            | KeyType::Criteria
            | KeyType::Clauses
            | KeyType::Stages
            | KeyType::Deadlines => {
                key.leaves(entry).into_iter().for_each(|leaf| self.leaf(key, leaf));
            }
            // Tasks are gone over one by one; years and types stay.
            KeyType::Tasks
            | KeyType::UnitTasks
            | KeyType::Years
            | KeyType::DocumentType
            | KeyType::LeftOut => {}
        }
    }

    /// What becomes of a single value.
    fn leaf(&mut self, key: &Key, Leaf { at, node, entry, is, roll, .. }: Leaf<'_>) {
        match (roll, entry) {
            (RollRule::Move, _) if is == LeafType::Day => {
                let moved = self.day(&at, node);
                // Of a period no day is a deadline.
                let is_deadline =
                    matches!(key.is, KeyType::Day | KeyType::Deadlines | KeyType::Rows);
                if let Some(new) = moved.filter(|_| is_deadline) {
                    self.look_at_day(at, new);
                }
            }
            (RollRule::Await, Some(entry)) => {
                self.emptied(at, entry, ChangedBecause::NotYetReceived);
            }
            (RollRule::Empty, Some(entry)) => {
                self.emptied(at, entry, ChangedBecause::OfTheYear);
            }
            // Running texts are gone over as such; what is kept stays.
            _ => {}
        }
    }

    /// What becomes of the value of a common key.
    fn common(&mut self, is: CommonType, at: Locus, entry: &Entry) {
        let node = &entry.node;
        match is {
            CommonType::Year => self.year(at, node),
            CommonType::IssueDate => self.issue_date(at, node),
            CommonType::Number => self.emptied(at, entry, ChangedBecause::GivenAtIssue),
            // A decision to commend is the chairman's own every year; a plan was signed so once.
            CommonType::Competence if self.form.kind.computes() => self.competence(at, entry),
            CommonType::Competence => {}
            CommonType::Commemorations => self.commemorations(at, node),
            CommonType::Layout => self.layout(entry),
            CommonType::Questions => {
                self.edits.remove(entry.key_place.range.start, node, self.source);
            }
            CommonType::Kind
            | CommonType::TaskId
            | CommonType::Audience
            | CommonType::Signer
            | CommonType::Urgency
            | CommonType::Secrecy
            | CommonType::Circulation
            // Their texts are gone over as such.
            | CommonType::Appendices
            | CommonType::Switch => {}
        }
    }

    /// A question that nobody has answered is asked again, unless it has just been asked anew or
    /// its task is gone.
    fn carry_on(&mut self, question: &Node) {
        let (Some(at), Some(ask)) = (question.scalar_of("at"), question.scalar_of("ask"))
        else {
            return;
        };
        let is_about = |finding: &Remark| {
            let asked = matches!(finding.what, What::Asked { .. }) && finding.at.path() == at;
            let path = finding.at.path();
            let gone = matches!(finding.what, What::Dropped { .. })
                && (at == path || at.starts_with(&format!("{path}.")));
            asked || gone
        };
        if self.findings.iter().any(is_about) {
            return;
        }
        let proposals = question.entry("proposals").map(Node::items).unwrap_or_default();
        let proposals = proposals.iter().filter_map(|proposal| match &proposal.value {
            Value::Scalar(text) => Some(text.clone()),
            Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => None,
        });
        let what = What::StillAsked {
            ask: ask.to_owned(),
            proposals: proposals.collect(),
        };
        self.say(Locus::Other(at.to_owned()), what);
    }

    pub(super) fn say(&mut self, at: Locus, what: What) {
        self.findings.push(Remark { at, what });
    }

    /// Notes that a whole value was replaced.
    fn replaced(&mut self, at: Locus, old: &str, new: &str, because: ChangedBecause) {
        let (old, new) = (MarkedText::whole(old), MarkedText::whole(new));
        self.say(at, What::Changed { old, new, because: vec![because] });
    }

    fn year(&mut self, at: Locus, node: &Node) {
        let Value::Scalar(old) = &node.value else { return };
        let new = self.terms.frame.to.to_string();
        self.edits.replace(node, &new, self.source);
        self.replaced(at, old, &new, ChangedBecause::Time(Reason::Year));
    }

    /// A year of the data, moved on.
    fn moved(&self, year: i32) -> Option<Year> {
        self.terms.frame.moved(year)
    }

    /// The month stays; the day is the clerk's to give.
    fn issue_date(&mut self, at: Locus, node: &Node) {
        let Value::Scalar(old) = &node.value else { return };
        let Ok(date) = IssueDate::parse(old) else { return };
        let Some((first, _)) = date.span() else { return };
        let Some(year) = self.moved(first.year()) else { return };
        let new = format!("{year}-{:02}", first.month());
        self.edits.replace(node, &new, self.source);
        let because = match date {
            IssueDate::Given(_) => ChangedBecause::GivenAtIssue,
            IssueDate::DayBlank(_) | IssueDate::Blank => ChangedBecause::Time(Reason::Month),
        };
        self.replaced(at, old, &new, because);
    }

    /// Whose paper the old one was says nothing about the new one.
    fn competence(&mut self, at: Locus, entry: &Entry) {
        let Value::Scalar(old) = &entry.node.value else { return };
        self.edits
            .remove(entry.key_place.range.start, &entry.node, self.source);
        self.replaced(at, old, "", ChangedBecause::FollowsFromType);
    }

    /// How an issued paper wrote its bases says nothing about the new one; its measures stay.
    fn layout(&mut self, entry: &Entry) {
        let Value::Map(changes) = &entry.node.value else { return };
        let Some(bases) = changes.iter().find(|change| change.key == "bases") else { return };
        let gone = if changes.len() == 1 { entry } else { bases };
        self.edits.remove(gone.key_place.range.start, &gone.node, self.source);
    }

    fn emptied(&mut self, at: Locus, entry: &Entry, because: ChangedBecause) {
        let Value::Scalar(old) = &entry.node.value else { return };
        self.edits.empty(entry.key_place.range.end, &entry.node, self.source);
        self.replaced(at, old, "", because);
    }

    /// A day, moved to the new year.
    fn day(&mut self, at: &Locus, node: &Node) -> Option<Date> {
        let Value::Scalar(old) = &node.value else { return None };
        let date = Date::parse(old).ok()?;
        let new = self.moved(date.year()).and_then(|year| date.in_year(year))?;
        self.edits.replace(node, &new.to_string(), self.source);
        let reason = if new.day() == date.day() { Reason::Day } else { Reason::LeapDay };
        self.replaced(at.clone(), old, &new.to_string(), ChangedBecause::Time(reason));
        Some(new)
    }

    /// By when a task is due: a day or a month moves to the new year.
    fn due(&mut self, at: &Locus, node: &Node) {
        if let Some(new) = self.day(at, node) {
            return self.look_at_day(at.clone(), new);
        }
        let Value::Scalar(old) = &node.value else { return };
        let Ok(date @ IssueDate::DayBlank(month)) = IssueDate::parse(old) else { return };
        if let Some(year) = date.year().and_then(|year| self.moved(year)) {
            let new = format!("{year}-{:02}", month.number());
            self.edits.replace(node, &new, self.source);
            self.replaced(at.clone(), old, &new, ChangedBecause::Time(Reason::Month));
        }
    }

    /// The days of a launch: the new year has others, which are proposed with the subject of the launch.
    fn commemorations(&mut self, at: Locus, node: &Node) {
        let old: Vec<&str> = node.items().iter().filter_map(id_of).collect();
        if old.is_empty() {
            return;
        }
        let what = What::Asked {
            text: MarkedText::whole(&old.join(", ")),
            because: vec![AskedBecause::AnniversaryLaunch],
            proposals: propose::for_launch(&self.occasion, &old, self.terms),
        };
        self.say(at, what);
    }

    pub(super) fn look_at_day(&mut self, at: Locus, date: Date) {
        if let Some(why) = day_off(date) {
            self.say(at, What::DayOff { date, why });
        }
    }

    /// The superior documents that the old year's plan carried out. Those of that year have others in their place in the
    /// new one, which a person has to find; older ones stand.
    fn implements(&mut self, at: Locus, entry: &Entry) {
        let year = i32::from(self.terms.frame.from.get());
        let yearly = superior::documents(&entry.node);
        let yearly = yearly.into_iter().filter(|one| superior::is_yearly(one, year));
        let old: Vec<String> = yearly.map(superior::words).collect();
        if old.is_empty() {
            return;
        }
        let what = What::Asked {
            text: MarkedText::whole(&old.join("; ")),
            because: vec![AskedBecause::SuperiorDocument],
            proposals: Vec::new(),
        };
        self.say(at, what);
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
        self.tasks_left += 1;
        self.correct(item);
        if let Some(entry) = item.entry_of("due") {
            self.due(&at, &entry.node);
        }
        if repeats == Some(Repeats::Anniversary.key()) {
            return self.say(
                at,
                What::Asked {
                    text: MarkedText::whole(&said),
                    because: vec![AskedBecause::AnniversaryTask],
                    proposals: propose::for_text(&occasion(item).unwrap_or(said), self.terms),
                },
            );
        }
        for leaf in words_of_task(item) {
            self.text(leaf.at, "", leaf.node);
        }
    }

    /// The slip of an issued paper stays in that paper: its corrected words are the new one's own.
    fn correct(&mut self, task: &Node) {
        let Some(corrected) = task.entry_of("corrected") else { return };
        for key in ["text", "items"] {
            if let Some(slip) = task.entry_of(key) {
                self.edits.remove(slip.key_place.range.start, &slip.node, self.source);
            }
        }
        let is_list = matches!(corrected.node.value, Value::List(_));
        self.edits.rename(corrected, if is_list { "items" } else { "text" });
    }
}
