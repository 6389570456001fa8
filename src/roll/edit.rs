//! Changes to a text: what is written where, and the text that comes of it.
//!
//! Rules give edits with places in the old text; here they are put in, in order. An edit that would
//! begin within another one is left out.

use std::ops::Range;

use crate::calendar::{Date, Year};
use crate::expressions::{Day, Numeral};

use super::{Change, Doubt, KeptBecause, Reason};

/// New letters for some bytes of the old text.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) old: Range<usize>,
    pub(super) new: String,
    pub(super) reason: Reason,
    pub(super) date: Option<Date>,
}

/// What becomes of one expression.
#[derive(Debug, Clone, Default)]
pub(super) struct Judgement {
    pub(super) edits: Vec<Edit>,
    pub(super) doubt: Option<Doubt>,
    pub(super) kept: Option<KeptBecause>,
}

impl Judgement {
    /// It stays, and the clerk is asked.
    pub(super) fn ask(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), ..Self::default() }
    }

    /// It stays.
    pub(super) fn keep(reason: KeptBecause) -> Self {
        Self { kept: Some(reason), ..Self::default() }
    }

    /// It changes; if that cannot be, the clerk is asked.
    pub(super) fn change(edits: Option<Vec<Edit>>) -> Self {
        edits.map_or_else(
            || Self::ask(Doubt::OutOfRange),
            |edits| Self { edits, ..Self::default() },
        )
    }
}

/// A number moved by some years, if it stays a sensible one.
pub(super) fn moved(value: u16, delta: i32) -> Option<u16> {
    u16::try_from(i32::from(value) + delta).ok().filter(|new| *new > 0)
}

/// A year moved, in as many digits as it had.
pub(super) fn year(year: &Numeral, delta: i32, reason: Reason) -> Option<Edit> {
    let new = Year::new(moved(year.value, delta)?)?;
    let digits = new.to_string();
    let kept = digits.len().saturating_sub(year.range.len());
    let new = digits.get(kept..)?.to_owned();
    Some(Edit { old: year.range.clone(), new, reason, date: None })
}

/// Several years moved.
pub(super) fn years(years: &[&Numeral], delta: i32, reason: Reason) -> Option<Vec<Edit>> {
    years.iter().map(|one| year(one, delta, reason)).collect()
}

/// A count moved; one with a leading zero keeps it.
pub(super) fn count(count: &Numeral, delta: i32, reason: Reason) -> Option<Edit> {
    let plain = count.value.to_string().len() == count.range.len();
    let width = if plain { 1 } else { count.range.len() };
    let new = format!("{:0width$}", moved(count.value, delta)?);
    Some(Edit { old: count.range.clone(), new, reason, date: None })
}

/// A day moved to another year; 29 February becomes 28 where there is none. A day that no calendar has
/// is a slip, which no other year mends.
pub(super) fn day(day: &Day, delta: i32, reason: Reason) -> Option<Vec<Edit>> {
    let mut edit = year(&day.year, delta, reason)?;
    let new_year = Year::new(moved(day.year.value, delta)?)?;
    let month = u8::try_from(day.month.value).ok()?;
    let number = u8::try_from(day.day.value).ok()?;
    Date::new(Year::new(day.year.value)?, month, number)?;
    edit.date = Date::new(new_year, month, number);
    let mut edits = Vec::new();
    if edit.date.is_none() && (number, month) == (29, 2) {
        edit.date = Date::new(new_year, month, 28);
        edits.push(Edit {
            old: day.day.range.clone(),
            new: "28".to_owned(),
            reason: Reason::LeapDay,
            date: edit.date,
        });
    }
    edits.push(edit);
    Some(edits)
}

/// Writes the edits into the text. One that overlaps another or cuts a letter is left out.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> (String, Vec<Change>) {
    edits.sort_by_key(|edit| edit.old.start);
    let mut new = String::with_capacity(text.len());
    let mut changes = Vec::with_capacity(edits.len());
    let mut done = 0;
    for edit in edits {
        let Some(between) = text.get(done..edit.old.start) else { continue };
        if text.get(edit.old.clone()).is_none_or(|old| old == edit.new) {
            continue;
        }
        new.push_str(between);
        let start = new.len();
        new.push_str(&edit.new);
        done = edit.old.end;
        let Edit { old, reason, date, .. } = edit;
        changes.push(Change { old, new: start..new.len(), reason, date });
    }
    new.push_str(text.get(done..).unwrap_or_default());
    (new, changes)
}
