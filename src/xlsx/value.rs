//! Numbers and days as papers print them, for Excel to count with.

use crate::calendar::{Date, Year};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    /// A number and how many decimals it shows; a share of a hundred where it is per cent.
    Number {
        number: f64,
        decimals: usize,
        is_percent: bool,
    },
    /// A year: digits without points between them.
    Year(f64),
    Day(Date),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Text,
    Figures,
    Years,
    Days,
}

impl Column {
    /// What a column of a kind holds (`column-kinds` of `measures.typ`).
    pub(super) fn of(kind: &str) -> Self {
        match kind {
            "number" | "count" | "figure" | "points" | "note" => Self::Figures,
            "year" => Self::Years,
            "date" | "deadline" => Self::Days,
            _ => Self::Text,
        }
    }

    /// A printed text as what the column holds; what is none of it stays a text.
    pub(super) fn value(self, text: &str) -> Value {
        let text = text.trim();
        let found = match self {
            Self::Text => None,
            Self::Figures => number(text),
            Self::Years => year(text),
            Self::Days => day(text).map(Value::Day),
        };
        found.unwrap_or_else(|| Value::Text(text.to_owned()))
    }
}

/// "1.234.500", "3,5", "+12,5%", "-4".
fn number(text: &str) -> Option<Value> {
    let (bare, is_percent) = match text.strip_suffix('%') {
        Some(bare) => (bare.trim_end(), true),
        None => (text, false),
    };
    let (sign, bare) = match bare.strip_prefix(['-', '−', '–']) {
        Some(bare) => (-1.0, bare),
        None => (1.0, bare.strip_prefix('+').unwrap_or(bare)),
    };
    let (whole, decimals) = bare.split_once(',').unwrap_or((bare, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(decimals) || bare.ends_with(',') {
        return None;
    }
    let mut groups = whole.split('.');
    let first = groups.next().filter(|first| !first.is_empty() && is_digits(first))?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_digits(group) || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    // More digits than Excel keeps stay letters; so does what begins with a nought, such as a telephone number.
    if digits.len() + decimals.len() > 15 || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    let number: f64 = format!("{digits}.{decimals}0").parse().ok()?;
    let number = sign * if is_percent { number / 100.0 } else { number };
    Some(Value::Number { number, decimals: decimals.len(), is_percent })
}

fn year(text: &str) -> Option<Value> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| text.parse().ok().map(Value::Year))?
}

/// "05/01/2024", "18/3/2024".
fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(Year::new(year.parse().ok()?)?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Option<(f64, usize, bool)> {
        match Column::Figures.value(text) {
            Value::Number { number, decimals, is_percent } => {
                Some((number, decimals, is_percent))
            }
            _ => None,
        }
    }

    #[test]
    fn printed_numbers_are_numbers() {
        assert_eq!(figure("1.234.500"), Some((1_234_500.0, 0, false)));
        assert_eq!(figure("7"), Some((7.0, 0, false)));
        assert_eq!(figure("3,25"), Some((3.25, 2, false)));
        assert_eq!(figure("+12,5%"), Some((0.125, 1, true)));
        assert_eq!(figure("-4"), Some((-4.0, 0, false)));
        assert_eq!(figure("0"), Some((0.0, 0, false)));
        for text in [
            "",
            "-",
            "Cộng",
            "1.23",
            "1.2345",
            "12.34.567",
            "1,",
            "0205",
            "1 234",
            "x",
            "2024*",
            "1234.567",
        ] {
            assert_eq!(figure(text), None, "{text}");
        }
    }

    #[test]
    fn years_and_days_are_theirs_and_the_rest_stays_text() {
        assert_eq!(Column::Years.value("2015"), Value::Year(2015.0));
        assert_eq!(Column::Years.value("Cộng"), Value::Text("Cộng".to_owned()));
        assert!(matches!(Column::Days.value("18/3/2024"), Value::Day(_)));
        for text in ["Quý I", "31/02/2024", "5/2024", "1/2/24"] {
            assert_eq!(Column::Days.value(text), Value::Text(text.to_owned()));
        }
        assert_eq!(Column::Text.value("12"), Value::Text("12".to_owned()));
    }
}
