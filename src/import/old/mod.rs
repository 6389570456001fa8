//! Old papers: a plan that was typed by hand into a file of data.
//!
//! In go the parts of a manuscript and the agencies of the office; out comes the text of a YAML file. An old plan is
//! read by what every plan has by the decree and by habit: the header block, the type with its subject, what it is based
//! on, sections with Roman numbers, the table of tasks by quarters, recipients, signer. What is not recognised is in no
//! key; whoever reads the new paper again and holds it against the manuscript finds it.
//!
//! `lines` makes lines and tables of tasks of the parts; `head`, `tasks` and `foot` read theirs; `known` is what the workspace knows, `agencies` finds its agencies,
//! `write` writes the file.

mod agencies;
mod foot;
mod head;
mod known;
mod lines;
mod sections;
mod tasks;
mod write;

use crate::calendar::{IssueDate, Year};
use crate::manuscript::Manuscript;
use crate::records::OfficeNames;
pub(crate) use known::{Known, KnownTask, OldPlan};

/// Reads an old plan; none where there is neither its title nor a year.
pub(crate) fn old_plan(text: &Manuscript, known: &Known<'_>) -> Option<OldPlan> {
    let elements = lines::elements(text);
    let (head, rest) = head::read(&elements, known)?;
    let (rest, foot) = foot::read(rest, known);
    let dated = head
        .date
        .and_then(IssueDate::year)
        .and_then(|year| u16::try_from(year).ok());
    let year = dated.and_then(Year::new).or(head.year)?;
    let sections = sections::read(rest, year);
    // Of two agencies with one name the one that exists in the year is meant.
    let names = OfficeNames::new(known.directory, known.awards, year);
    let by_name = || names.agency(head.issuer_name.as_deref()?);
    let issuer = head.issuer.clone().or_else(by_name).or_else(|| foot.issuer.clone());
    let found = write::Found { year, issuer, head: &head, sections, foot };
    Some(write::write(&found, known, &names))
}
