//! Documents that a text names, found among its expressions of time.
//!
//! In goes a text; out come its [`Expression`]s, citations among them ([`Time::Citation`]). A citation
//! reaches over its title, so that no year in the title is taken for one of the text's own: `numbered`
//! finds those with a number, `named` those without, `tail` where the title ends, `whole` puts the parts
//! together.

mod named;
mod numbered;
mod tail;
mod types;
mod whole;
mod words;

use std::ops::Range;

use crate::expressions::token::Tokens;
use crate::expressions::{ActType, Expression, Numeral, Parser, Time, anniversary, find_with};

/// What may hold other expressions.
const COMPOUND: [Parser; 2] = [numbered::parse, anniversary::parse];

/// Finds the expressions of time in a text, and the documents that it names.
pub(crate) fn expressions(text: &str) -> Vec<Expression> {
    expressions_in(&Tokens::new(text))
}

/// Finds them in a text that is cut into tokens already.
pub(crate) fn expressions_in(tokens: &Tokens) -> Vec<Expression> {
    find_with(tokens, &COMPOUND)
}

/// A document that a text names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cited {
    /// The bytes of the whole citation.
    pub(super) range: Range<usize>,
    /// Its type, when it is given.
    pub(super) act: Option<ActType>,
    /// The bytes of its number, when it is given.
    pub(super) number: Option<Range<usize>>,
    /// The years in its date, its name and its title.
    pub(super) years: Vec<Numeral>,
    /// Whether its number or its date has blanks.
    pub(super) blank: bool,
    /// Whether it says when it was issued.
    pub(super) is_dated: bool,
    /// Whether it says what it is about.
    pub(super) is_titled: bool,
}

/// The documents that a text names, those in the titles of others among them.
pub(super) fn cited(text: &str) -> Vec<Cited> {
    let mut found = Vec::new();
    // Where a part of the text begins and ends.
    let mut parts = vec![(0, text.len())];
    while let Some((at, end)) = parts.pop() {
        let moved = |range: Range<usize>| range.start + at..range.end + at;
        for expression in expressions(&text[at..end]) {
            let Time::Citation(own) = expression.time else { continue };
            let range = moved(expression.range);
            let number = own.number.map(moved);
            // Behind its number, or its first word, it may name others.
            let word = text[range.clone()]
                .find(' ')
                .map_or(range.end, |word| range.start + word);
            parts.push((number.as_ref().map_or(word, |number| number.end), range.end));
            let is_dated = own.dated.is_some();
            let years = own.dated.into_iter().chain(own.years);
            let years = years.map(|year| Numeral { range: moved(year.range), ..year });
            found.push(Cited {
                range,
                act: own.act,
                number,
                years: years.collect(),
                blank: own.blank,
                is_dated,
                is_titled: own.is_titled,
            });
        }
    }
    found
}

/// Whether a text is the number and symbol of a document, and nothing else: "98/2023/NĐ-CP", "30-CT/TU".
pub(crate) fn is_number(text: &str) -> bool {
    !text.contains(char::is_whitespace) && numbered::is_number(&Tokens::new(text))
}

/// Whether a text begins as titles of documents do: "quy định …", "về …".
pub(crate) fn opens_title(text: &str) -> bool {
    tail::is_title(&Tokens::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_in_the_titles_of_others_are_found() {
        let text = "Thông tư số 01/2024/TT-BNV ngày 24/02/2024 hướng dẫn thi hành Luật Thi đua, \
                    khen thưởng năm 2022 và Nghị định số 98/2023/NĐ-CP ngày 31/12/2023";
        let numbers: Vec<&str> = cited(text)
            .into_iter()
            .filter_map(|found| Some(&text[found.number?]))
            .collect();
        assert_eq!(numbers, ["01/2024/TT-BNV", "98/2023/NĐ-CP"]);
    }
}
