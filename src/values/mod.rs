//! Values that several kinds of files hold: texts that a paper may print, days, years, who grants.
//!
//! A reader takes a [`Node`](crate::yaml::Node) of the tree and a [`Context`], and gives the value, or
//! none when it has told what is wrong. `context` is what a reader knows of the file and the
//! workspace, `checks` the list of what every text must pass, `names` what a text may hold in braces,
//! `plain` the small values. Rooms that read whole files (`shared`, `records`, `load`) stand on it.

mod checks;
mod context;
mod deadline;
mod enclosed;
mod names;
mod plain;
mod setting;

pub(crate) use checks::LONGEST_TEXT;
pub(crate) use context::{Context, line, marked, text, texts};
pub(crate) use deadline::{Deadline, deadlines};
pub(crate) use enclosed::{
    Enclosed, Faults, MOST_HEADING, PictureFile, TableFile, is_enclosed,
};
pub(crate) use names::BracedNames;
pub(crate) use plain::{
    date, ids_differ, issue_date, level, read_yaml, validity, whole, year,
};
pub(crate) use setting::{PaperFacts, Setting};
