//! Lunar years in a text.

use super::time::{Numeral, Time};
use super::token::Tokens;
use super::zodiac::Zodiac;

/// "Giáp Thìn", "Giáp Thìn 2024", "Giáp Thìn năm 2024", "Giáp Thìn (2024)".
pub(super) fn parse(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    // Written small, "quý tỵ" and the like would be no name.
    if !(tokens.capital(at) && tokens.capital(at + 1)) {
        return None;
    }
    let zodiac = Zodiac::parse(tokens.word(at)?, tokens.word(at + 1)?)?;
    let mut next = at + 2;
    while tokens.any_mark(next).is_some_and(|mark| ",-(".contains(mark))
        || tokens.is(next, "năm")
    {
        next += 1;
    }
    let year: Option<Numeral> = tokens.year(next);
    let behind = if year.is_some() { next + 1 } else { at + 2 };
    Some((Time::LunarYear { zodiac, name: tokens.bytes(at..at + 2), year }, behind))
}
