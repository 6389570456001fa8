//! Figures that somebody typed into a report's sentences instead of naming them.
//!
//! A figure is recognised by the word that it counts: "15 tập thể", "1.234 lượt cá nhân". When no
//! number of that kind has this value, it contradicts the results. A figure that is right today is
//! left alone, and so is what counts something that nobody records.

use std::collections::BTreeMap;

use super::names::bare;
use crate::numbers::Number;

/// The most numbers that are told instead of a wrong figure.
const MOST_KNOWN: usize = 4;

/// What figures count, and how the names of such numbers begin and end.
const COUNTED: [(&str, &str, &str); 14] = [
    ("lượt tập thể", "", ".collectives"),
    ("tập thể", "", ".collectives"),
    ("lượt cá nhân", "", ".individuals"),
    ("cá nhân", "", ".individuals"),
    ("lượt hộ gia đình", "", ".households"),
    ("hộ gia đình", "", ".households"),
    ("phong trào", "movements", ".count"),
    ("cuộc kiểm tra", "inspections", ".count"),
    ("lớp", "training", ".classes"),
    ("nhiệm vụ", "tasks", ""),
    ("nhiệm vụ", "unit-tasks", ""),
    ("cơ quan, đơn vị", "reporting", ""),
    ("đồng", "fund", ""),
    ("%", "", ""),
];

/// Words before a number that make it the name of something: "năm 2024", "số 30", "Điều 5".
const NAMING: [&str; 9] =
    ["năm", "số", "quý", "tháng", "ngày", "điều", "khoản", "phụ lục", "cụm"];

/// Words that end like those and count all the same: "tổng số 15 tập thể".
const COUNTING: [&str; 3] = ["tổng số", "trong số", "số lượng"];

/// A typed figure that no number bears out.
#[derive(Debug, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The figure and what it counts.
    pub text: &'a str,
    /// Numbers of that kind that are there, with their names: `{name} = 15`.
    pub known: Vec<String>,
}

/// The typed figures of a text that contradict the numbers.
pub fn contradicting_figures<'a>(
    text: &'a str,
    numbers: &BTreeMap<String, Number>,
) -> Vec<Typed<'a>> {
    figures(text)
        .into_iter()
        .filter_map(|figure| {
            let kinds = COUNTED.iter().filter(|(word, ..)| figure.counts(word));
            let of_kind: Vec<(&str, String)> = kinds
                .flat_map(|(word, start, end)| numbers_of(numbers, word, start, end))
                .collect();
            let is = |text: &str| plain(text) == plain(figure.digits);
            if of_kind.is_empty() || of_kind.iter().any(|(_, text)| is(text)) {
                return None;
            }
            let word = COUNTED.iter().find(|(word, ..)| figure.counts(word))?.0;
            let end = figure.after_digits(word)?;
            let known = of_kind
                .iter()
                .take(MOST_KNOWN)
                .map(|(name, text)| format!("{{{name}}} = {text}"));
            Some(Typed {
                text: &text[figure.start..end],
                known: known.collect(),
            })
        })
        .collect()
}

/// A number without sign, grouping and zeros in front: "05" is "5", and "1234" is "1.234".
fn plain(text: &str) -> String {
    let bare = text.trim_start_matches(['+', '-']).replace('.', "");
    let trimmed = bare.trim_start_matches('0');
    if trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        trimmed.to_owned()
    } else {
        format!("0{trimmed}")
    }
}

/// The numbers of a kind with their names, those of the period itself and with the shortest
/// names first.
fn numbers_of<'a>(
    numbers: &'a BTreeMap<String, Number>,
    word: &str,
    start: &str,
    end: &str,
) -> Vec<(&'a str, String)> {
    let mut found: Vec<(&str, String)> = numbers
        .iter()
        .filter(|(name, number)| {
            let bare = bare(name);
            let begins = bare
                .split('.')
                .next()
                .is_some_and(|first| start.is_empty() || first == start);
            let percent = matches!(number, Number::Share(_) | Number::ChangePercent(_));
            begins && bare.ends_with(end) && percent == (word == "%")
        })
        .filter_map(|(name, number)| {
            let text = number.text()?;
            Some((name.as_str(), text.trim_end_matches('%').trim_end().to_owned()))
        })
        .collect();
    found.sort_by_key(|(name, _)| (name.matches('.').count(), *name));
    found
}

/// A number in digits within a text.
struct Figure<'a> {
    /// Where it begins, bytes.
    start: usize,
    /// Its digits, as typed.
    digits: &'a str,
    /// What follows it.
    rest: &'a str,
    /// Where what follows it begins, bytes.
    end: usize,
}

impl Figure<'_> {
    /// Whether it counts what a word says.
    fn counts(&self, word: &str) -> bool {
        self.after_digits(word).is_some()
    }

    /// Where the word that it counts ends; none when another word follows.
    fn after_digits(&self, word: &str) -> Option<usize> {
        let space = self.rest.len() - self.rest.trim_start().len();
        let after = self.rest.trim_start().strip_prefix(word)?;
        let whole = !after.starts_with(char::is_alphanumeric);
        whole.then_some(self.end + space + word.len())
    }
}

/// The numbers in digits of a text that may count something; none within braces.
fn figures(text: &str) -> Vec<Figure<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|to| at + to) {
        let rest = &text[start..];
        let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let length = rest.find(|c: char| !part(c)).unwrap_or(rest.len());
        let digits = rest[..length].trim_end_matches(['.', ',']);
        let end = start + digits.len();
        let before = &text[..start];
        let in_braces = before.rfind('{') > before.rfind('}');
        let joined =
            before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'));
        let lower = before.trim_end().to_lowercase();
        let ends = |word: &str| {
            let rest = lower.strip_suffix(word);
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        let counts = COUNTING.into_iter().any(ends);
        let names = !counts && NAMING.into_iter().any(ends);
        if !in_braces && !joined && !names {
            found.push(Figure { start, digits, rest: &text[end..], end });
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::Share;

    fn numbers() -> BTreeMap<String, Number> {
        [
            ("awards.granted.collectives", Number::Count(15)),
            ("awards.granted.individuals", Number::Count(1_234)),
            ("awards.granted.direct-share", Number::Share(Share { part: 1, whole: 8 })),
            ("before.awards.granted.collectives", Number::Count(12)),
            ("movements.count", Number::Count(3)),
            ("tasks.due", Number::Count(7)),
            ("fund.spent", Number::Money(5_000_000)),
        ]
        .map(|(name, number)| (name.to_owned(), number))
        .into()
    }

    fn found(text: &str) -> Vec<&str> {
        contradicting_figures(text, &numbers())
            .into_iter()
            .map(|typed| typed.text)
            .collect()
    }

    #[test]
    fn a_figure_that_no_number_bears_out_is_found() {
        for (text, wrong) in [
            ("Đã khen thưởng 16 tập thể và 1.234 cá nhân.", vec!["16 tập thể"]),
            ("Có 1.235 lượt cá nhân.", vec!["1.235 lượt cá nhân"]),
            ("Chiếm 12,6 %.", vec!["12,6 %"]),
            ("Chiếm 12,6%.", vec!["12,6%"]),
            (
                "Phát động 4 phong trào; chi 5.000.001 đồng.",
                vec!["4 phong trào", "5.000.001 đồng"],
            ),
            ("Hoàn thành 8 nhiệm vụ.", vec!["8 nhiệm vụ"]),
            ("Tổng số 16 tập thể.", vec!["16 tập thể"]),
        ] {
            assert_eq!(found(text), wrong, "{text}");
        }
    }

    #[test]
    fn what_is_right_or_counts_something_else_is_left_alone() {
        for text in [
            "Đã khen thưởng 15 tập thể (cùng kỳ 12 tập thể), 1.234 cá nhân, chiếm 12,5 %.",
            "Năm 2024, tập thể và cá nhân đã cố gắng.",
            "Chỉ thị số 30 tập thể hóa.",
            "{awards.granted.collectives} tập thể",
            "20 hội nghị, 7 nhiệm vụ, 3 phong trào",
            "Kế hoạch 15/KH-UBND, 15 tập thể.",
            "Có 03 phong trào, 1234 cá nhân; tổng số 15 tập thể.",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_numbers_that_are_there_are_told() {
        let numbers = numbers();
        let typed = contradicting_figures("16 tập thể", &numbers);
        assert_eq!(
            typed[0].known,
            ["{awards.granted.collectives} = 15", "{before.awards.granted.collectives} = 12"]
        );
    }
}
