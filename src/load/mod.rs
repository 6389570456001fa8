//! From a folder of YAML to checked papers.
//!
//! [`Workspace::open`] (`open`) reads what all documents share and finds the documents (`candidates`,
//! `choose`). The documents themselves are read one by one, by whichever worker makes them: `fetched`
//! is the text of one, `document` reads it by its form: `reading` is the form with what its switch has chosen,
//! `form_paper` the order of reading, `form_value` has a reader for each type of key (`tasks` for the largest,
//! `clauses` for texts in parts, `reward` for what is paid with an award), `lacking` what a paper has without its value.
//! `begin` knows what must be known first, `papers` reads head and foot, `fitting` holds values against each other,
//! `slips` looks for slips of the pen. Kinds from which something is computed make their structs in a module each. Nothing of a
//! document outlives its making, however many there are. One that tells of others (an overview of
//! the units' plans, a report) is read last, with its [`Neighbours`] and the [records](crate::records).

mod begin;
mod candidates;
mod capitals;
mod cell_value;
mod choose;
mod clauses;
mod commemorate;
mod document;
mod fetched;
mod field_with;
mod fitting;
mod form_paper;
mod form_value;
mod inset;
mod lacking;
mod named;
mod named_files;
mod neighbours;
mod new_report;
mod open;
mod overview;
mod papers;
mod plan;
#[cfg(any(test, fuzzing))]
pub mod properties;
mod questions;
mod reading;
mod recipients;
mod records;
mod report;
mod reward;
mod sent;
mod slips;
mod table_rows;
mod tasks;
mod text_at;
mod workspace;
mod year;

pub use candidates::{Candidate, DRAFTS};
pub use choose::Choice;
pub use document::Read;
pub use fetched::{CheckedDocument, Copies, Fetched};
pub(crate) use field_with::Paths;
pub use field_with::field_with;
pub use neighbours::{Neighbours, Role, Seen};
pub use new_report::report_path;
pub use workspace::{Request, Workspace};
pub(crate) use year::PlaceNames;
