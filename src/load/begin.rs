//! What must be known of a paper before the rest of it is read, and in which order.
//!
//! The year comes first: anniversaries count from it. On the date hang agencies, signers and the acts in
//! force; whether the paper is a sample says whether its signer needs a name. Texts come last of all: the
//! places with open questions are marked in them, and names in braces are filled in. Every reader of a
//! document begins here, and has to: the head is read from a [`Begun`].

use std::collections::BTreeSet;

use super::questions::questions;
use super::reading::Reading;
use crate::calendar::{IssueDate, Year};
use crate::diag::{Code, Diagnostic};
use crate::form::{Form, KeyType};
use crate::values::{BracedNames, Context, PaperFacts, issue_date, year};
use crate::yaml::{Fields, Value, flag};

/// The year that a paper says it is about, for a look ahead.
pub(super) fn year_ahead(fields: &Fields<'_>) -> Option<Year> {
    fields.peek("year").and_then(Year::parse)
}

/// What was read, as far as it is sound.
pub(super) struct Begun {
    /// The year of the paper.
    pub(super) year: Option<Year>,
    /// Its date, whose day may be blank.
    pub(super) date: Option<IssueDate>,
}

/// Reads it. `folder_year` is the year of the folder, which must agree; `names` are those that texts
/// may hold in braces.
pub(super) fn begin<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    folder_year: Option<Year>,
    names: Option<BracedNames>,
    reading: &Reading<'f>,
) -> Begun {
    let year = reading.common(fields, cx, "year", year).flatten();
    if let (Some(year), Some(folder)) = (year, folder_year)
        && year != folder
    {
        cx.report(
            Diagnostic::error(Code::YearOfFolder, &fields.place_of("year"))
                .with("year", year.to_string())
                .with("folder", folder.to_string()),
        );
    }
    let sample = reading.common(fields, cx, "sample", flag).flatten().unwrap_or(false);
    let date = reading.common(fields, cx, "date", issue_date);
    let date = date.map(|date| date.unwrap_or(IssueDate::Blank));
    let left_out = left_out(fields, reading.form);
    let asked = questions(fields, cx, reading.form);
    let open = if cx.setting.draft { asked.clone() } else { BTreeSet::new() };
    cx.begin(PaperFacts { sample, year, date, left_out, asked, open, names });
    Begun { year, date }
}

/// The parts that a paper says it goes without. What is wrong with the list is told when it is read in its turn.
fn left_out(fields: &Fields<'_>, form: &Form) -> BTreeSet<String> {
    let keys = form.own_keys().filter(|key| key.is == KeyType::LeftOut);
    let nodes = keys.filter_map(|key| fields.peek_node(key.key()));
    let words = nodes
        .flat_map(|node| node.items())
        .filter_map(|item| match &item.value {
            Value::Scalar(word) => Some(word.clone()),
            Value::Null | Value::Wrong | Value::List(_) | Value::Map(_) => None,
        });
    words.collect()
}
