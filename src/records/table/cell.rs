//! A cell as a value of YAML.
//!
//! Clerks write "Hoàn thành", "05/03/2024" and "1.234" where YAML has `done`, `2024-03-05` and `1234`.
//! Here each becomes the scalar that the decoder of records reads, in the place of its cell. What
//! cannot be read is told in the words of a table, and becomes a value of which nothing more is said.

use super::super::results::MOST_MONEY;
use super::kind::{Column, Holds};
use super::known::Known;
use super::words::{Word, level_of_office};
use crate::calendar::{ParseDateError, Year};
use crate::diag::{Arg, Code, Diagnostic, Place};
use crate::sheets::typed_day;
use crate::sheets::{CellContent, digits, whole};
use crate::sheets::{fold, suggest};
use crate::values::Context;
use crate::yaml::{Node, Value};

/// A cell that is not empty, with its place.
#[derive(Debug)]
pub(super) struct Filled<'a> {
    /// What it holds.
    pub(super) content: &'a CellContent,
    /// Where it stands.
    pub(super) place: Place,
    /// Whether it is the part of a merged cell: what is wrong with it was told in its first row.
    pub(super) is_spread: bool,
}

impl Filled<'_> {
    /// As a value of YAML.
    pub(super) fn node(self, column: Column, known: &Known<'_>, cx: &mut Context<'_>) -> Node {
        let read = if self.is_sound(cx) {
            self.scalar(column, known)
                .map_err(|problem| self.report(*problem, cx))
                .ok()
        } else {
            None
        };
        Node {
            place: self.place,
            value: read.map_or(Value::Wrong, Value::Scalar),
        }
    }

    /// Reports what is wrong with it, once for all rows that it goes over.
    pub(super) fn report(&self, problem: Diagnostic, cx: &mut Context<'_>) {
        if !self.is_spread {
            cx.report(problem);
        }
    }

    /// The word of YAML for what the cell holds; none when it does not hold what its column does.
    pub(super) fn read(&self, column: Column, known: &Known<'_>) -> Option<String> {
        self.scalar(column, known).ok()
    }

    /// Whether the cell holds what its column does, which no other column's cell would.
    pub(super) fn is_of(&self, column: Column, known: &Known<'_>) -> bool {
        !matches!(column.holds(), Holds::Text) && self.read(column, known).is_some()
    }

    /// Whether the cell holds something; reports an error of the spreadsheet.
    pub(super) fn is_sound(&self, cx: &mut Context<'_>) -> bool {
        let Some(problem) = self.content.fault(&self.place) else { return true };
        self.report(problem, cx);
        false
    }

    /// The spelling of YAML.
    ///
    /// # Errors
    /// With what is wrong when the cell does not hold what its column does.
    fn scalar(&self, column: Column, known: &Known<'_>) -> Result<String, Box<Diagnostic>> {
        let invalid = |expected: &'static str| {
            let problem = Diagnostic::error(Code::InvalidValue, &self.place);
            Box::new(problem.with("expected", Arg::Message(expected.into())))
        };
        match column.holds() {
            Holds::Text => Ok(self.content.shown()),
            Holds::Award => self.award(known),
            Holds::Word(words) => self.word(words, column),
            Holds::Day => day(self.content, known.year).map_err(|error| match error {
                ParseDateError::Form => invalid("expected-cell-date"),
                ParseDateError::Impossible => {
                    Box::new(Diagnostic::error(Code::ImpossibleDate, &self.place))
                }
            }),
            Holds::Count => number(self.content, column)
                .filter(|count| u32::try_from(*count).is_ok())
                .map(|count| count.to_string())
                .ok_or_else(|| invalid("expected-cell-count")),
            Holds::Money => number(self.content, column)
                .filter(|amount| *amount <= MOST_MONEY)
                .map(|amount| amount.to_string())
                .ok_or_else(|| invalid("expected-cell-money")),
        }
    }

    /// The id of an award.
    fn award(&self, known: &Known<'_>) -> Result<String, Box<Diagnostic>> {
        let given = self.content.shown();
        if let Some(id) = known.names.awards.award(&given) {
            return Ok(id.0);
        }
        let problem = Diagnostic::error(Code::UnknownAwardName, &self.place)
            .with("name", given.as_str());
        Err(Box::new(known.names.awards.suggest(problem, &given)))
    }

    /// One of a few words. The title of its column may stand before it: "Cấp huyện".
    fn word(&self, words: &[Word], column: Column) -> Result<String, Box<Diagnostic>> {
        let given = self.content.shown();
        let folded = fold(&given);
        let whole = folded.trim_end_matches(['.', ',', ';', ' ']);
        let find = |given: &str| {
            let is = |word: &str| fold(word) == given;
            words
                .iter()
                .find(|(key, words)| is(key) || words.iter().any(|word| is(word)))
        };
        let bare = || without_title(whole, &fold(column.title()));
        if let Some((key, _)) = find(whole).or_else(|| find(bare()?)) {
            return Ok((*key).to_owned());
        }
        if let (Column::Level, Some(key)) = (column, level_of_office(whole)) {
            return Ok(key.to_owned());
        }
        let known: Vec<&str> =
            words.iter().filter_map(|(_, words)| words.first().copied()).collect();
        let problem = Diagnostic::error(Code::UnknownWord, &self.place)
            .with("word", given.as_str())
            .with("known", known.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Err(Box::new(suggest(problem, &given, &known)))
    }
}

/// What follows the title of a column in one of its cells.
fn without_title<'t>(text: &'t str, title: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(title)?;
    let bare = rest.trim_start_matches([':', ' ']);
    (bare.len() < rest.len()).then_some(bare)
}

/// A whole number of a column; what is counted may stand behind it: "12 người", "5.000.000 đồng".
pub(super) fn number(content: &CellContent, column: Column) -> Option<u64> {
    let counted = |text: &str| {
        let folded = fold(text);
        let bare = folded.trim_end_matches('.');
        let number = column.counted_in().iter().find_map(|word| bare.strip_suffix(*word))?;
        digits(number)
    };
    whole(content).or_else(|| match content {
        CellContent::Text(text) => counted(text),
        _ => None,
    })
}

/// A day as YAML has it: a date of the spreadsheet, or one that was typed.
fn day(content: &CellContent, year: Year) -> Result<String, ParseDateError> {
    let day = match content {
        CellContent::Day(day) => *day,
        CellContent::Text(text) => typed_day(text, year)?,
        CellContent::Number(_)
        | CellContent::NoDay(_)
        | CellContent::Error(_)
        | CellContent::Uncomputed => {
            return Err(ParseDateError::Form);
        }
    };
    Ok(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_may_stand_behind_the_number() {
        let of = |text: &str, column| number(&CellContent::Text(text.to_owned()), column);
        for (given, column, found) in [
            ("12 người", Column::Individuals, 12),
            ("05 tập thể", Column::Collectives, 5),
            ("1.020 lượt người", Column::Participants, 1020),
            ("03 ĐƠN VỊ.", Column::Inspected, 3),
            ("8.400.000đ", Column::Received, 8_400_000),
            ("8.400.000 VNĐ", Column::Spent, 8_400_000),
        ] {
            assert_eq!(of(given, column), Some(found), "{given}");
        }
        for (wrong, column) in [
            ("người", Column::Individuals),
            ("12 hộ", Column::Individuals),
            ("12 (nữ: 5) người", Column::Individuals),
            ("8,4 triệu đồng", Column::Received),
            ("8 triệu", Column::Received),
        ] {
            assert_eq!(of(wrong, column), None, "{wrong}");
        }
    }

    #[test]
    fn the_title_of_the_column_may_stand_before_its_word() {
        for (text, rest) in
            [("cấp huyện", Some("huyện")), ("cấp: tỉnh", Some("tỉnh")), ("cấpxã", None)]
        {
            assert_eq!(without_title(text, "cấp"), rest, "{text}");
        }
    }
}
