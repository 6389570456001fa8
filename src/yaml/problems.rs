//! What is wrong with a file, as its readers find it: collected, with places, up to a number.

use std::collections::BTreeMap;

use super::tree::{Node, Value};
use crate::diag::{Arg, Code, Diagnostic, FileId, Place};

/// The most mistakes of one file that are told.
const MOST_PROBLEMS: usize = 100;

/// What was found in a file so far.
#[derive(Debug)]
pub(crate) struct Problems {
    found: Vec<Diagnostic>,
    most_entries: usize,
    columns: Option<Columns>,
}

/// The titles of the columns that hold the values of keys.
pub(crate) type Columns = BTreeMap<String, String>;

/// The surroundings of a file while it is read. Every reader of a value is given them.
pub(crate) trait Reading {
    /// What was found so far.
    fn problems(&mut self) -> &mut Problems;

    /// Whether what is missing is shown as blank instead of being a mistake.
    fn is_draft(&self) -> bool;
}

impl Problems {
    /// None yet, of a file whose maps and lists have so many entries at most.
    pub(crate) fn new(most_entries: usize) -> Self {
        Self { found: Vec::new(), most_entries, columns: None }
    }

    /// Those of a table: whoever made it knows no keys, but titles of columns.
    pub(crate) fn of_table(self, columns: Columns) -> Self {
        Self { columns: Some(columns), ..self }
    }

    /// Goes on with a table whose columns have these titles, or with no table; gives those from before.
    pub(crate) fn with_columns(&mut self, columns: Option<Columns>) -> Option<Columns> {
        std::mem::replace(&mut self.columns, columns)
    }

    /// Goes on with what was found in another part of the file.
    pub(crate) fn after(self, found: Vec<Diagnostic>) -> Self {
        Self { found, ..self }
    }

    /// What was found.
    pub(crate) fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// What was found.
    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Whether so much was found that no more is told.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() > MOST_PROBLEMS
    }

    /// Keeps a finding.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        match self.found.len() {
            MOST_PROBLEMS => {
                let more = Diagnostic::unplaced(Code::TooManyMistakes);
                self.found.push(Diagnostic { place: diagnostic.place, ..more });
            }
            more if more > MOST_PROBLEMS => {}
            _ => self.found.push(diagnostic),
        }
    }

    /// Reports a map or a list with more entries than are read; whether it is one.
    pub(super) fn is_too_long(&mut self, count: usize, node: &Node) -> bool {
        let is_too_long = count > self.most_entries;
        if is_too_long {
            let problem = Diagnostic::error(Code::TooMuch, &node.place);
            self.report(problem.with("limit", self.most_entries));
        }
        is_too_long
    }

    /// Reports that the value of a key is missing: the key itself, when there is no `value`.
    pub(super) fn missing(&mut self, key: &str, map: &Place, value: Option<&Place>) {
        let place = value.unwrap_or(map);
        self.report(match (&self.columns, value) {
            (Some(titles), _) => {
                let title = titles.get(key).map_or(key, String::as_str);
                Diagnostic::error(Code::MissingCell, place).with("column", title)
            }
            (None, Some(_)) => Diagnostic::error(Code::EmptyValue, place).with("key", key),
            (None, None) => Diagnostic::error(Code::MissingKey, place).with("key", key),
        });
    }

    /// Reports a value of the wrong kind; `expected` names the message that describes the right.
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        let found = match node.value {
            Value::Null => "found-nothing",
            Value::Wrong => return,
            Value::Scalar(_) => "found-text",
            Value::List(_) => "found-list",
            Value::Map(_) => "found-map",
        };
        // A sentence with ": " in it reads as a map: the commonest slip of all.
        let code = match (&node.value, expected) {
            (Value::Map(_), "expected-text") => Code::TextAsMap,
            _ => Code::WrongType,
        };
        self.report(
            Diagnostic::error(code, &node.place)
                .with("expected", Arg::Message(expected.into()))
                .with("found", Arg::Message(found.into())),
        );
    }

    /// Reports a scalar that is not in the form described by the message `expected`.
    pub(crate) fn invalid(&mut self, node: &Node, expected: &'static str) {
        self.report(
            Diagnostic::error(Code::InvalidValue, &node.place)
                .with("expected", Arg::Message(expected.into())),
        );
    }
}

/// The first findings of each file, and where there are more.
pub(crate) fn first_of_each_file(problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: BTreeMap<Option<FileId>, usize> = BTreeMap::new();
    let keep = |problem: Diagnostic| {
        let told = told
            .entry(problem.place.as_ref().map(|place| place.file))
            .or_default();
        *told += 1;
        match *told {
            1..=MOST_PROBLEMS => Some(problem),
            _ if *told == MOST_PROBLEMS + 1 => Some(Diagnostic {
                severity: problem.severity,
                place: problem.place,
                ..Diagnostic::unplaced(Code::TooManyMistakes)
            }),
            _ => None,
        }
    };
    problems.into_iter().filter_map(keep).collect()
}
