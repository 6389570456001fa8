//! The superior documents that a paper carries out (`implements`), as its file names them.
//!
//! In goes an entry; out comes whether it has a successor every year, whose number and day must be
//! found anew.

use crate::calendar::Date;
use crate::papers::SuperiorDocument;
use crate::yaml::{Node, Value};

/// The superior documents of a file: a list, or one.
pub(super) fn documents(implements: &Node) -> Vec<&Node> {
    match &implements.value {
        Value::List(items) => items.iter().collect(),
        Value::Map(_) => vec![implements],
        Value::Null | Value::Wrong | Value::Scalar(_) => Vec::new(),
    }
}

/// Whether one belongs to the paper of a year, and has a successor in the next: it is dated in that year
/// or in the year before. Older ones stand from year to year.
pub(super) fn is_yearly(document: &Node, year: i32) -> bool {
    let date = document.scalar_of("date").and_then(|date| Date::parse(date).ok());
    date.is_none_or(|date| date.year() >= year - 1)
}

/// One in words.
pub(super) fn words(document: &Node) -> String {
    let part = |key: &str| document.scalar_of(key).unwrap_or("…");
    let date = part("date");
    let date = Date::parse(date).map_or_else(|_| date.to_owned(), Date::slashed);
    let subject = document.scalar_of("subject");
    SuperiorDocument::words([part("type"), part("number"), &date, part("issuer")], subject)
}
