//! What a report says in numbers: its figures by name, and its tables.
//!
//! In go the records of the years that a report is about ([`Recorded`]), the agencies, the awards and
//! the plan ([`CountedWith`]); out come the numbers, each counted once, that sentences name and tables
//! show ([`Counted`]). When something in the records has errors no number is sure, and a
//! [`Hindrance`] says so. Nothing here reads a file.

mod recorded;
mod tables;

pub(crate) use recorded::{Counting, Hindrance, Recorded};
pub(crate) use tables::{Counted, CountedWith};
