//! Expressions of time in Vietnamese running text: found and typed, each with its place.
//!
//! Only what is written is told here; what becomes of it in another year is the business of
//! `roll`. The text is cut into tokens (`token`), and at every token the parsers are tried in
//! order (`find`, `order`), from the longest construct (a citation with its title) to the shortest (a
//! year). What comes out is a list of [`Expression`]s in the order of the text.

mod acts;
mod anniversary;
pub(crate) mod bare;
mod citation;
mod date;
mod find;
mod lunar;
mod named;
mod order;
mod phrases;
mod span;
mod tail;
mod time;
pub(crate) mod token;
mod whole;
mod words;
mod zodiac;

pub use find::find;
pub(crate) use find::find_in;
pub(crate) use phrases::{Phrases, Table};
pub use time::{Act, Anniversary, Citation, Day, Expression, Label, Numeral, Time};
pub use zodiac::Zodiac;

#[cfg(test)]
mod tests;
