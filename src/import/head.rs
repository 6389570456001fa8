//! Number and day, which a clerk types into the gaps of the header block.

use super::line::{Line, text_of};
use super::why::Why;
use crate::calendar::{Date, Year};
use crate::docx::Source;

/// The key of the header block that a line says, if it is one that is typed into a gap.
pub(super) fn key_of(line: &Line) -> Option<&'static str> {
    line.sources.iter().find_map(|source| match source {
        Source::Key(key) if ["number", "date"].contains(key) => Some(*key),
        _ => None,
    })
}

/// What a line of the header block now says of its key, as YAML has it.
///
/// # Errors
/// When something else of the line was changed too, or what it says cannot be read.
pub(super) fn value(old: &Line, new: &Line, key: &str) -> Result<String, Why> {
    match key {
        "number" => number(old, new),
        _ => day(old, new),
    }
}

/// `Số: 15/KH-UBND`: the digits between what the template says.
fn number(old: &Line, new: &Line) -> Result<String, Why> {
    let is_number = |letter: &&super::line::Letter| {
        matches!(old.source(**letter), Source::Key(_)) || letter.sign == ' '
    };
    let fixed: Vec<_> = old
        .letters
        .iter()
        .filter(|letter| !is_number(letter))
        .copied()
        .collect();
    let fixed = text_of(&fixed);
    let (label, symbol) = fixed.split_once('/').ok_or(Why::Template)?;
    let text = new.text().replace(' ', "");
    let rest = text.strip_prefix(&label.replace(' ', "")).ok_or(Why::Template)?;
    let number = rest
        .strip_suffix(&symbol.replace(' ', ""))
        .and_then(|rest| rest.strip_suffix('/'))
        .ok_or(Why::Template)?;
    let is_number = number.len() <= 6 && number.bytes().all(|byte| byte.is_ascii_digit());
    if number.is_empty() || !is_number { Err(Why::Unreadable) } else { Ok(number.to_owned()) }
}

/// `Cao Lộc, ngày 10 tháng 01 năm 2024`.
fn day(old: &Line, new: &Line) -> Result<String, Why> {
    let (old, new) = (old.text(), new.text());
    let place = |text: &str| text.split_once("ngày").map(|(place, _)| place.trim().to_owned());
    if place(&old) != place(&new) {
        return Err(Why::Template);
    }
    let rest = new.split_once("ngày").map_or("", |(_, rest)| rest);
    let (day, rest) = rest.split_once("tháng").ok_or(Why::Unreadable)?;
    let (month, year) = rest.split_once("năm").ok_or(Why::Unreadable)?;
    let number = |text: &str| text.trim().parse::<u8>().ok();
    let year = Year::parse(year.trim()).ok_or(Why::Unreadable)?;
    let month = number(month).ok_or(Why::Unreadable)?;
    if day.trim().is_empty() {
        return match Date::new(year, month, 1) {
            Some(_) => Ok(format!("{year}-{month:02}")),
            None => Err(Why::Unreadable),
        };
    }
    let date = number(day).and_then(|day| Date::new(year, month, day).map(|_| day));
    date.map(|day| format!("{year}-{month:02}-{day:02}"))
        .ok_or(Why::Unreadable)
}
