//! Expressions of time in Vietnamese running text: found and typed, each with its place.
//!
//! Only what is written is told here; what becomes of it in another year is the business of
//! `roll`. The text is cut into tokens (`token`), and at every token the parsers are tried in
//! order (`find`, `order`), from the longest construct to the shortest (a year). What comes out is a list
//! of [`Expression`]s in the order of the text. The citation of a document reaches over the years of its
//! title, so `law` puts its parser before the others and has the finder of both
//! (`law::expressions`).
//!
//! To add an expression: a variant of [`Time`], a parser in the file of its like, its turn in `order`, a line
//! in `tests`; the rule for it in `roll` is then asked for by the compiler.

pub(crate) mod anniversary;
pub(crate) mod bare;
pub(crate) mod date;
mod find;
mod lunar;
mod order;
mod phrases;
mod span;
mod spelling;
mod time;
pub(crate) mod token;
mod words;
mod zodiac;

pub(crate) use find::find_with;
pub(crate) use order::{PLAIN, Parser};
pub(crate) use phrases::{Phrases, WordTable};
pub(crate) use spelling::TONES;
pub(crate) use time::{ActType, Anniversary, Citation, Day, Expression, Label, Numeral, Time};
pub(crate) use zodiac::Zodiac;

#[cfg(test)]
mod tests;
