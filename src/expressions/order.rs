//! The parsers of plain times, in the order in which they are tried: the longest constructs first.

use super::time::Time;
use super::token::Tokens;
use super::{bare, date, lunar, span};

/// A parser: what begins at a token, and the token behind it.
pub(crate) type Parser = fn(&Tokens, usize) -> Option<(Time, usize)>;

/// All that holds no other expression. They stand in running text and in the titles of cited documents.
pub(crate) const PLAIN: [Parser; 13] = [
    lunar::parse,
    span::review,
    span::ordinal,
    span::range,
    span::school_year,
    span::term,
    span::period,
    date::day,
    date::half_year,
    date::quarter,
    date::month,
    date::years,
    bare::parse,
];
