//! From a folder of YAML to checked papers.
//!
//! [`Workspace::open`] (`open`) reads what all documents share and finds the documents (`candidates`,
//! `choose`). The documents themselves are read one by one, by whichever worker makes them: `fetched`
//! is the text of one, `document` reads it by its form (`form_paper`, `form_value`); kinds from which
//! something is computed have a module each. All begin with `begin`, which knows what must be known
//! first; `papers` reads head and foot. Nothing of a
//! document outlives its making, however many there are. One that tells of others (an overview of
//! the units' plans, a report) is read last, with its [`Neighbours`] and the [records](crate::records).

mod begin;
mod candidates;
mod choose;
mod commemorate;
mod document;
mod fetched;
mod field_with;
mod form_paper;
mod form_value;
mod named;
mod neighbours;
mod new_report;
mod open;
mod overview;
mod papers;
mod plan;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod questions;
mod records;
mod report;
mod workspace;
mod year;

pub use candidates::{Candidate, DRAFTS};
pub use choose::Choice;
pub use document::Read;
pub use fetched::{CheckedDocument, Copies, Fetched};
pub use field_with::field_with;
pub use neighbours::{Neighbours, Role, Seen};
pub use new_report::report_path;
pub use workspace::{Request, Workspace};
