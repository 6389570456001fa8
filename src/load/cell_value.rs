//! A cell of a paper's table as the scalar that YAML would have for a key of its type.
//!
//! People write "05/03/2024", "1.440.000" and "Cá nhân" where YAML has `2024-03-05`, `1440000` and `individuals`. What cannot
//! be read stays as it was typed, so that the reader of the type tells what is wrong with it.

use super::named::{award_of, known_award};
use super::reward::{BY_LAW, LAW};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Place};
use crate::form::{Key, KeyType};
use crate::sheets::{CellContent, digits, fold, name_key, typed_day, whole};
use crate::values::Context;
use crate::yaml::{Node, Value};

/// A cell of a column as a value of YAML.
pub(super) fn cell_node(
    column: &Key,
    content: &CellContent,
    place: Place,
    cx: &mut Context<'_>,
) -> Node {
    let value = match content.fault(&place) {
        Some(problem) => {
            cx.report(problem);
            Value::Wrong
        }
        None => Value::Scalar(spelling(column, content, cx.known().year)),
    };
    Node { place, value }
}

/// The spelling of YAML.
fn spelling(column: &Key, content: &CellContent, year: Option<Year>) -> String {
    let shown = content.shown();
    let read = match column.is {
        KeyType::Reward if fold(&shown) == BY_LAW => Some(LAW.to_owned()),
        KeyType::Count | KeyType::Money | KeyType::Reward => amount(content),
        KeyType::Day => day(content, year),
        KeyType::Moment => moment(&shown, year),
        KeyType::Choice => value_called(column, &shown).map(str::to_owned),
        KeyType::Flag => flag(&fold(&shown)).map(str::to_owned),
        _ => None,
    };
    read.unwrap_or(shown)
}

/// Whether a word can stand in a column where only some can: one that is misspelt would be no row of any paper.
pub(super) fn is_known(column: &Key, word: &str, place: &Place, cx: &mut Context<'_>) -> bool {
    match column.is {
        KeyType::Award => known_award(word, place, cx).is_some(),
        KeyType::Choice if value_called(column, word).is_none() => {
            let known = words_of(column);
            let problem = Diagnostic::error(Code::UnknownWord, place)
                .with("word", word)
                .suggest(word, known.iter().map(String::as_str));
            cx.report(problem.with("known", known));
            false
        }
        _ => true,
    }
}

/// Whether two words say the same in a column.
pub(super) fn same(column: &Key, one: &str, other: &str, cx: &Context<'_>) -> bool {
    match column.is {
        KeyType::Award => {
            let id = |word: &str| award_of(word, cx.setting.awards).map(|award| &award.id);
            id(one).is_some() && id(one) == id(other)
        }
        KeyType::Choice => value_called(column, one) == value_called(column, other),
        _ => name_key(one) == name_key(other),
    }
}

/// The word of a choice that a text means: the word of YAML, or what people call it.
fn value_called<'k>(column: &'k Key, text: &str) -> Option<&'k str> {
    let folded = fold(text);
    let at = column
        .values
        .iter()
        .position(|word| fold(word) == folded)
        .or_else(|| column.value_names.iter().position(|name| fold(name) == folded))?;
    column.values.get(at).map(|word| &**word)
}

/// What people can write for the words of a choice.
fn words_of(column: &Key) -> Vec<String> {
    let names =
        if column.value_names.is_empty() { &column.values } else { &column.value_names };
    names.iter().map(ToString::to_string).collect()
}

/// Digits, without what parts them and without the unit behind them.
fn amount(content: &CellContent) -> Option<String> {
    let bare = |text: &str| {
        let folded = fold(text);
        let number = ["đồng", "vnđ", "đ"].iter().find_map(|unit| folded.strip_suffix(unit));
        number.and_then(|number| digits(number.trim_end()))
    };
    let typed = || match content {
        CellContent::Text(text) => bare(text),
        _ => None,
    };
    whole(content).or_else(typed).map(|number| number.to_string())
}

fn day(content: &CellContent, year: Option<Year>) -> Option<String> {
    match content {
        CellContent::Day(day) => Some(day.to_string()),
        CellContent::Text(text) => typed_day(text, year?).ok().map(|day| day.to_string()),
        _ => None,
    }
}

/// "05/03/2024 08:00", "08:00 05/03/2024", "08 giờ 00 ngày 05/3/2024".
fn moment(shown: &str, year: Option<Year>) -> Option<String> {
    let folded = hour_with_colon(&fold(shown).replace(',', " "));
    let is_hour = |word: &&str| word.contains(':') && word.len() <= 5;
    let hour = folded.split(' ').find(is_hour)?;
    let rest: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty() && *word != hour)
        .collect();
    let (hours, minutes) = hour.split_once(':')?;
    let day = typed_day(&rest.join(" "), year?).ok()?;
    Some(format!("{day} {hours:0>2}:{minutes:0>2}"))
}

/// "8 giờ 30" as "8:30", "8 giờ" as "8:00".
fn hour_with_colon(text: &str) -> String {
    let Some((before, after)) = text.split_once(" giờ") else { return text.to_owned() };
    let after = after.trim_start();
    let word = after.split(' ').next().unwrap_or_default();
    let is_minutes = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let minutes = if is_minutes { word } else { "00" };
    let rest = if is_minutes { &after[word.len()..] } else { after };
    format!("{before}:{minutes} {rest}")
}

fn flag(folded: &str) -> Option<&'static str> {
    match folded {
        "x" | "có" | "true" => Some("true"),
        "false" => Some("false"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_typed_in_several_ways() {
        let year = Year::new(2024);
        for given in [
            "05/03/2024 08:00",
            "08:00 05/03/2024",
            "8:00, ngày 5/3/2024",
            "08 giờ 00 ngày 05/3/2024",
            "8 giờ ngày 05/3/2024",
        ] {
            assert_eq!(moment(given, year).as_deref(), Some("2024-03-05 08:00"), "{given}");
        }
        for wrong in ["05/03/2024", "08:00", "", "sáng 05/03/2024 08:00"] {
            assert_eq!(moment(wrong, year), None, "{wrong}");
        }
    }

    #[test]
    fn amounts_are_typed_in_several_ways() {
        let text = |text: &str| amount(&CellContent::Text(text.to_owned()));
        for given in ["1.440.000", "1 440 000 đồng", "1.440.000đ", "1440000 VNĐ"] {
            assert_eq!(text(given).as_deref(), Some("1440000"), "{given}");
        }
        assert_eq!(text("1,44 triệu đồng"), None);
    }
}
