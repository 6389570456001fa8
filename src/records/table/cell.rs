//! A cell as a value of YAML.
//!
//! Clerks write "Hoàn thành", "05/03/2024" and "1.234" where YAML has `done`, `2024-03-05` and `1234`.
//! Here each becomes the scalar that the decoder of records reads, in the place of its cell. What
//! cannot be read is told in the words of a table, and becomes a value of which nothing more is said.

use super::super::results::MOST_MONEY;
use super::kind::{Column, Holds};
use super::known::Known;
use super::names::{Lookup, fold, suggest};
use super::sheet::CellContent;
use super::words::Word;
use crate::calendar::{Date, ParseDateError, Year};
use crate::diag::{Arg, Code, Diagnostic, Place};
use crate::values::Context;
use crate::yaml::{Node, Value, is_id};

/// A cell that is not empty, with its place.
#[derive(Debug)]
pub(super) struct Filled<'a> {
    /// What it holds.
    pub(super) content: &'a CellContent,
    /// Where it stands.
    pub(super) place: Place,
}

impl Filled<'_> {
    /// As a value of YAML.
    pub(super) fn node(self, column: Column, known: &Known<'_>, cx: &mut Context<'_>) -> Node {
        let read = if self.is_sound(cx) {
            self.scalar(column, known).map_err(|problem| cx.report(*problem)).ok()
        } else {
            None
        };
        Node {
            place: self.place,
            value: read.map_or(Value::Wrong, Value::Scalar),
        }
    }

    /// Whether the cell holds something; reports an error of the spreadsheet.
    pub(super) fn is_sound(&self, cx: &mut Context<'_>) -> bool {
        let problem = match self.content {
            CellContent::Error(error) => {
                Diagnostic::error(Code::CellError, &self.place).with("value", error.as_str())
            }
            CellContent::Uncomputed => {
                Diagnostic::error(Code::FormulaWithoutValue, &self.place)
            }
            CellContent::Text(_)
            | CellContent::Number(_)
            | CellContent::Day(_)
            | CellContent::NoDay(_) => {
                return true;
            }
        };
        cx.report(problem);
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
            Holds::Id => {
                let id = fold(&self.content.shown());
                if is_id(&id) { Ok(id) } else { Err(invalid("expected-id")) }
            }
            Holds::Award => self.award(known),
            Holds::Word(words) => self.word(words),
            Holds::Day => day(self.content).map_err(|error| match error {
                ParseDateError::Form => invalid("expected-cell-date"),
                ParseDateError::Impossible => {
                    Box::new(Diagnostic::error(Code::ImpossibleDate, &self.place))
                }
            }),
            Holds::Count => whole(self.content)
                .filter(|count| u32::try_from(*count).is_ok())
                .map(|count| count.to_string())
                .ok_or_else(|| invalid("expected-cell-count")),
            Holds::Money => whole(self.content)
                .filter(|amount| *amount <= MOST_MONEY)
                .map(|amount| amount.to_string())
                .ok_or_else(|| invalid("expected-cell-money")),
        }
    }

    /// The id of an award.
    fn award(&self, known: &Known<'_>) -> Result<String, Box<Diagnostic>> {
        let given = self.content.shown();
        if let Lookup::One(id) = known.names.award(&given, known.awards) {
            return Ok(id.0);
        }
        let problem = Diagnostic::error(Code::UnknownAwardName, &self.place)
            .with("name", given.as_str());
        Err(Box::new(known.names.suggest_award(problem, &given)))
    }

    /// One of a few words.
    fn word(&self, words: &[Word]) -> Result<String, Box<Diagnostic>> {
        let given = self.content.shown();
        let folded = fold(&given);
        let is = |word: &str| fold(word) == folded;
        let found = words
            .iter()
            .find(|(key, words)| is(key) || words.iter().any(|word| is(word)));
        if let Some((key, _)) = found {
            return Ok((*key).to_owned());
        }
        let known: Vec<&str> =
            words.iter().filter_map(|(_, words)| words.first().copied()).collect();
        let problem = Diagnostic::error(Code::UnknownWord, &self.place)
            .with("word", given.as_str())
            .with("known", known.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Err(Box::new(suggest(problem, &given, &known)))
    }
}

/// A whole number, typed as a number or as letters.
fn whole(content: &CellContent) -> Option<u64> {
    match content {
        // Beyond 2^53 a spreadsheet no longer counts one by one.
        CellContent::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            // Without a fraction the number is shown by its digits only.
            number
                .to_string()
                .trim_start_matches("-0")
                .parse()
                .ok()
                .or((*number == 0.0).then_some(0))
        }
        CellContent::Text(text) => digits(text),
        CellContent::Number(_)
        | CellContent::Day(_)
        | CellContent::NoDay(_)
        | CellContent::Error(_)
        | CellContent::Uncomputed => None,
    }
}

/// `1234` or `1.234`: dots stand between groups of three digits, as the decree writes numbers.
fn digits(text: &str) -> Option<u64> {
    let text = fold(text);
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty()
        || (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && rest.iter().all(|group| group.len() == 3);
    let sound = is_grouped && !first.is_empty() && is_number(first);
    (sound && rest.iter().all(|group| is_number(group)))
        .then(|| text.replace('.', "").parse().ok())
        .flatten()
}

/// A day as YAML has it: a date of the spreadsheet, `05/03/2024` or `2024-03-05`.
fn day(content: &CellContent) -> Result<String, ParseDateError> {
    let day = match content {
        CellContent::Day(day) => *day,
        CellContent::Text(text) => typed_day(&fold(text))?,
        CellContent::Number(_)
        | CellContent::NoDay(_)
        | CellContent::Error(_)
        | CellContent::Uncomputed => {
            return Err(ParseDateError::Form);
        }
    };
    Ok(day.to_string())
}

/// A day in letters.
fn typed_day(text: &str) -> Result<Date, ParseDateError> {
    if !text.contains('/') {
        return Date::parse(text);
    }
    let mut parts = text.split('/');
    let mut next = || parts.next().ok_or(ParseDateError::Form);
    let (day, month, year) = (next()?, next()?, next()?);
    let number = |part: &str| {
        let is_short = (1..=2).contains(&part.len());
        let digits = is_short && part.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .then(|| part.parse::<u8>().ok())
            .flatten()
            .ok_or(ParseDateError::Form)
    };
    let (day, month) = (number(day)?, number(month)?);
    let year = Year::parse(year).ok_or(ParseDateError::Form)?;
    if parts.next().is_some() {
        return Err(ParseDateError::Form);
    }
    Date::new(year, month, day).ok_or(ParseDateError::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_typed_in_two_ways() {
        let text = |text: &str| whole(&CellContent::Text(text.to_owned()));
        for (given, number) in [
            ("0", 0),
            ("1234", 1234),
            (" 12 ", 12),
            ("007", 7),
            ("1.234", 1234),
            ("12.345.678", 12_345_678),
        ] {
            assert_eq!(text(given), Some(number), "{given}");
        }
        for wrong in [
            "",
            ".",
            "1.",
            ".5",
            "1.5",
            "1.2345",
            "1234.567",
            "0.123",
            "1,234",
            "-1",
            "+1",
            "1e3",
            "12 người",
            "１２",
            "1.234.56",
            "99999999999999999999999",
        ] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
        let number = |number: f64| whole(&CellContent::Number(number));
        assert_eq!(
            (number(0.0), number(-0.0), number(1e12)),
            (Some(0), Some(0), Some(1_000_000_000_000))
        );
        for wrong in [0.5, -1.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_typed_in_two_ways() {
        let day = Date::parse("2024-03-05").ok();
        for given in ["05/03/2024", "5/3/2024", "05/3/2024", "2024-03-05"] {
            assert_eq!(typed_day(given).ok(), day, "{given}");
        }
        for (wrong, error) in [
            ("30/02/2024", ParseDateError::Impossible),
            ("2024-02-30", ParseDateError::Impossible),
            ("13/13/2024", ParseDateError::Impossible),
            ("5/3/24", ParseDateError::Form),
            ("005/3/2024", ParseDateError::Form),
            ("5/3", ParseDateError::Form),
            ("5/3/2024/1", ParseDateError::Form),
            ("/3/2024", ParseDateError::Form),
            ("5.3.2024", ParseDateError::Form),
            ("2024-03", ParseDateError::Form),
            ("hôm qua", ParseDateError::Form),
        ] {
            assert_eq!(typed_day(wrong), Err(error), "{wrong}");
        }
    }
}
