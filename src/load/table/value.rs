//! What a cell holds as a value: the readers of single cells.

use super::super::agencies::report_date;
use super::super::context::{self, Context};
use super::super::results::MOST_MONEY;
use super::names::{fold, suggest};
use super::sheet::Content;
use crate::calendar::{Date, ParseDateError, Year};
use crate::diag::{Arg, Code, Diagnostic, Place};
use crate::office::Level;
use crate::papers::results::{Progressed, Stage, Way};
use crate::papers::{TaskId, Text};
use crate::yaml::{self, Node, is_id};

/// A cell that is not empty, with its place.
#[derive(Debug)]
pub(super) struct Value<'a> {
    /// What it holds.
    pub(super) content: &'a Content,
    /// Where it stands.
    pub(super) place: Place,
}

impl Value<'_> {
    /// As a value of YAML, for the readers of those.
    fn node(&self) -> Node {
        let letters = yaml::Value::Scalar(self.content.shown());
        Node { place: self.place.clone(), value: letters }
    }

    /// Whether the cell holds something; reports an error of the spreadsheet.
    pub(super) fn is_sound(&self, cx: &mut Context<'_>) -> bool {
        let problem = match self.content {
            Content::Error(error) => {
                Diagnostic::error(Code::CellError, &self.place).with("value", error.as_str())
            }
            Content::Uncomputed => Diagnostic::error(Code::FormulaWithoutValue, &self.place),
            Content::Text(_) | Content::Number(_) | Content::Day(_) | Content::NoDay(_) => {
                return true;
            }
        };
        cx.report(problem);
        false
    }

    /// Reports a value that is not in the form described by the message `expected`.
    fn invalid(&self, expected: &'static str, cx: &mut Context<'_>) {
        cx.report(
            Diagnostic::error(Code::InvalidValue, &self.place)
                .with("expected", Arg::Message(expected.into())),
        );
    }
}

/// A text as papers print it.
pub(super) fn text(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Text> {
    context::text(&value.node(), cx)
}

/// The id of a task.
pub(super) fn task(value: &Value<'_>, cx: &mut Context<'_>) -> Option<TaskId> {
    let id = fold(&value.content.shown());
    if !is_id(&id) {
        value.invalid("expected-id", cx);
        return None;
    }
    Some(TaskId(id))
}

/// A whole number from 0.
pub(super) fn count(value: &Value<'_>, cx: &mut Context<'_>) -> Option<u32> {
    let number = whole(value.content).and_then(|number| u32::try_from(number).ok());
    if number.is_none() {
        value.invalid("expected-cell-count", cx);
    }
    number
}

/// Money in đồng.
pub(super) fn money(value: &Value<'_>, cx: &mut Context<'_>) -> Option<u64> {
    let amount = whole(value.content).filter(|amount| *amount <= MOST_MONEY);
    if amount.is_none() {
        value.invalid("expected-cell-money", cx);
    }
    amount
}

/// A whole number, typed as a number or as letters.
fn whole(content: &Content) -> Option<u64> {
    match content {
        // Beyond 2^53 a spreadsheet no longer counts one by one.
        Content::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            // Without a fraction the number is shown by its digits only.
            number
                .to_string()
                .trim_start_matches("-0")
                .parse()
                .ok()
                .or((*number == 0.0).then_some(0))
        }
        Content::Text(text) => digits(text),
        Content::Number(_)
        | Content::Day(_)
        | Content::NoDay(_)
        | Content::Error(_)
        | Content::Uncomputed => None,
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

/// A day: a date of the spreadsheet, `05/03/2024` or `2024-03-05`.
pub(super) fn day(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Date> {
    let parsed = match value.content {
        Content::Day(day) => Ok(*day),
        Content::Text(text) => typed_day(&fold(text)),
        Content::Number(_) | Content::NoDay(_) | Content::Error(_) | Content::Uncomputed => {
            Err(ParseDateError::Form)
        }
    };
    match parsed {
        Ok(day) => Some(day),
        Err(error) => {
            report_date(error, "expected-cell-date", &value.node(), cx);
            None
        }
    }
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

/// How far a task is.
pub(super) fn state(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Progressed> {
    one_of(
        value,
        cx,
        &[
            (Progressed::NotStarted, &["Chưa thực hiện", "not-started"]),
            (Progressed::Doing, &["Đang thực hiện", "doing"]),
            (Progressed::Done, &["Hoàn thành", "Đã hoàn thành", "done"]),
        ],
    )
}

/// Who grants an award.
pub(super) fn level(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Level> {
    one_of(
        value,
        cx,
        &[
            (Level::Agency, &["Cơ quan", "Cơ quan, đơn vị", Level::Agency.key()]),
            (Level::Commune, &["Xã", "Cấp xã", Level::Commune.key()]),
            (Level::District, &["Huyện", "Cấp huyện", Level::District.key()]),
            // The law puts ministries and branches at the level of the province.
            (
                Level::Province,
                &["Tỉnh", "Cấp tỉnh", "Bộ, ban, ngành, tỉnh", Level::Province.key()],
            ),
            (
                Level::Government,
                &["Chính phủ", "Thủ tướng Chính phủ", Level::Government.key()],
            ),
            (Level::State, &["Nhà nước", "Chủ tịch nước", Level::State.key()]),
        ],
    )
}

/// For what kind of merit.
pub(super) fn way(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Way> {
    one_of(
        value,
        cx,
        &[
            (Way::Regular, &["Thường xuyên", Way::Regular.key()]),
            (Way::Thematic, &["Chuyên đề", Way::Thematic.key()]),
            (Way::Sudden, &["Đột xuất", Way::Sudden.key()]),
        ],
    )
}

/// Proposed or granted.
pub(super) fn stage(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Stage> {
    one_of(
        value,
        cx,
        &[
            (Stage::Proposed, &["Đề nghị", Stage::Proposed.key()]),
            (Stage::Granted, &["Được tặng", Stage::Granted.key()]),
        ],
    )
}

/// One of a few things, each under any of its words. The first words are named when another is
/// given.
fn one_of<T: Copy>(
    value: &Value<'_>,
    cx: &mut Context<'_>,
    all: &[(T, &[&str])],
) -> Option<T> {
    let given = value.content.shown();
    let folded = fold(&given);
    let found = all
        .iter()
        .find(|(_, words)| words.iter().any(|word| fold(word) == folded));
    if found.is_none() {
        let known: Vec<&str> =
            all.iter().filter_map(|(_, words)| words.first().copied()).collect();
        let problem = Diagnostic::error(Code::UnknownWord, &value.place)
            .with("word", given.as_str())
            .with("known", known.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        cx.report(suggest(problem, &given, &known));
    }
    found.map(|(thing, _)| *thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_typed_in_two_ways() {
        let text = |text: &str| whole(&Content::Text(text.to_owned()));
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
        let number = |number: f64| whole(&Content::Number(number));
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
