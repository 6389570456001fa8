//! Number and day, which a clerk types into the gaps of the header block.

use super::day::issue_date;
use super::line::{Letter, Line, text_of};
use super::why::Why;
use crate::calendar::IssueDate;
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
    let is_number = |letter: &&Letter| {
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
    let date = issue_date(&new).and_then(IssueDate::key);
    date.ok_or(Why::Unreadable)
}
