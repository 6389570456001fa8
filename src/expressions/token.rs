//! Running text as words, numbers and marks, each with its place.
//!
//! Words are folded: lower case, one spelling of tone marks and of i/y, so that the tables of
//! words need one entry each. Stars (Markdown's bold and italic) are left out: they are marks
//! of style and stand between any two letters without meaning.

use std::collections::HashMap;
use std::ops::Range;

use super::spelling::{fold, is_unseen, plain_mark};
use super::time::Numeral;
use super::zodiac;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Number,
    /// One other character; dashes are `-`, double quotation marks are `“`, `”` or `"`.
    Mark(char),
}

/// One word, number or mark.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) range: Range<usize>,
    /// The folded word, or the text as it stands.
    pub(crate) folded: String,
    /// White space stands before it.
    pub(crate) gap: bool,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// An abbreviation: one letter, or more capitals than the first.
    pub(crate) symbol: bool,
}

/// The tokens of a text.
#[derive(Debug)]
pub(crate) struct Tokens {
    list: Vec<Token>,
}

/// Behind these words a number or the rest of a name is still to come.
const LABELS: &[&str] = &[
    "năm", "tháng", "ngày", "quý", "học", "kỳ", "khóa", "đoạn", "từ", "đến", "trước", "sau",
    "và", "hết", "tết", "niệm", "khô", "xuân",
];

/// With these words a time goes on behind a number.
const BEHIND_NUMBERS: &[&str] = &["năm", "tháng", "ngày", "quý", "đến", "tới", "và"];

/// Leaves out the ends of lines within a sentence: there they are white space like any other.
fn joined_lines(list: Vec<Token>) -> Vec<Token> {
    let is_end = |token: &Token| token.kind == TokenKind::Mark('\n');
    let mut joined: Vec<Token> = Vec::with_capacity(list.len());
    let mut rest = list.into_iter().peekable();
    let mut ends = Vec::new();
    while let Some(mut token) = rest.next() {
        if is_end(&token) {
            ends.push(token);
            continue;
        }
        if !ends.is_empty() {
            token.gap = true;
            let before = joined.last();
            if before.is_some_and(|before| goes_on(before, &token, rest.peek())) {
                ends.clear();
            }
            joined.append(&mut ends);
        }
        joined.push(token);
    }
    joined.append(&mut ends);
    joined
}

/// Whether a sentence goes on over the end of a line.
fn goes_on(before: &Token, token: &Token, behind: Option<&Token>) -> bool {
    let is_mark = |token: &Token, marks: &str| match token.kind {
        TokenKind::Mark(mark) => marks.contains(mark),
        TokenKind::Word | TokenKind::Number => false,
    };
    let is_year = |token: &Token| token.kind == TokenKind::Number && token.range.len() == 4;
    if is_mark(before, ".;:!?") {
        return false;
    }
    let labelled = LABELS.contains(&before.folded.as_str());
    let open = before.kind == TokenKind::Word || is_mark(before, ",-(/");
    match token.kind {
        TokenKind::Word => {
            // "a) …" begins an item of a list, "Nơi nhận: …" something new.
            let letter = token.folded.chars().count() == 1;
            let item = behind.is_some_and(|behind| {
                is_mark(behind, ":") || (letter && is_mark(behind, ".)"))
            });
            // Behind a number a line may be over.
            let awaited = open || BEHIND_NUMBERS.contains(&token.folded.as_str());
            let roman = token.folded.chars().all(|letter| "iv".contains(letter));
            let named = before.folded == "năm" && token.folded == "học";
            let lunar = before.capital && zodiac::is_name(&before.folded, &token.folded);
            (awaited && !(token.capital || item))
                || (roman && labelled && !item)
                || named
                || lunar
        }
        TokenKind::Number => {
            let goes_on = behind.is_some_and(|behind| match behind.kind {
                TokenKind::Word => !behind.capital,
                _ => is_mark(behind, "/"),
            });
            open && (labelled || is_year(token) || goes_on)
        }
        TokenKind::Mark('-') => is_year(before) && behind.is_some_and(is_year),
        TokenKind::Mark('/') => {
            before.kind == TokenKind::Number && behind.is_some_and(is_year)
        }
        TokenKind::Mark('(') => {
            before.kind == TokenKind::Word
                && behind.is_some_and(|behind| behind.kind == TokenKind::Number)
        }
        TokenKind::Mark(_) => false,
    }
}

impl Tokens {
    /// Cuts a text into tokens.
    pub(crate) fn new(text: &str) -> Self {
        let mut list = Vec::new();
        let mut gap = false;
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if c != '\n' && c.is_whitespace() {
                gap = true;
                continue;
            }
            if is_unseen(c) {
                continue;
            }
            let same = |other: char| {
                (c.is_alphabetic() && other.is_alphabetic())
                    || (c.is_ascii_digit() && other.is_ascii_digit())
            };
            let mut end = start + c.len_utf8();
            while let Some((at, other)) = chars.next_if(|(_, other)| same(*other)) {
                end = at + other.len_utf8();
            }
            let raw = text.get(start..end).unwrap_or_default();
            let (kind, folded) = if c.is_alphabetic() {
                (TokenKind::Word, fold(raw))
            } else if c.is_ascii_digit() {
                (TokenKind::Number, raw.to_owned())
            } else {
                (TokenKind::Mark(plain_mark(c)), raw.to_owned())
            };
            let capital = c.is_uppercase();
            let capitals = raw.chars().filter(|letter| letter.is_uppercase()).count();
            let symbol = capitals > 1 || (capital && raw.chars().count() == 1);
            let range = start..end;
            list.push(Token { kind, range, folded, gap, capital, symbol });
            gap = false;
        }
        Self { list: joined_lines(list) }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at a place.
    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// Where each word, number and mark stands, as the phrases of a table write it.
    pub(crate) fn standing(&self) -> HashMap<String, Vec<usize>> {
        let mut standing: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, token) in self.list.iter().enumerate() {
            let written = match token.kind {
                TokenKind::Word | TokenKind::Number => token.folded.clone(),
                TokenKind::Mark(mark) => mark.to_string(),
            };
            standing.entry(written).or_default().push(at);
        }
        standing
    }

    /// The index of the first token that begins at or behind a byte.
    pub(crate) fn index_at(&self, byte: usize) -> usize {
        self.list.partition_point(|token| token.range.start < byte)
    }

    /// The bytes from one token up to, but without, another.
    pub(crate) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let start = self.get(tokens.start).map_or(0, |token| token.range.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.get(last));
        start..last.map_or(start, |token| token.range.end.max(start))
    }

    /// The folded word at a place.
    pub(crate) fn word(&self, at: usize) -> Option<&str> {
        self.get(at)
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| token.folded.as_str())
    }

    /// Whether a certain word stands at a place.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == Some(word)
    }

    /// The mark at a place.
    pub(crate) fn any_mark(&self, at: usize) -> Option<char> {
        self.get(at).and_then(|token| match token.kind {
            TokenKind::Mark(mark) => Some(mark),
            TokenKind::Word | TokenKind::Number => None,
        })
    }

    /// Whether a certain mark stands at a place.
    pub(crate) fn mark(&self, at: usize, mark: char) -> bool {
        self.any_mark(at) == Some(mark)
    }

    /// Whether a token stands at a place, without white space before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.get(at).is_some_and(|token| !token.gap && !self.mark(at, '\n'))
    }

    /// Whether the word at a place begins with a capital letter.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }

    /// Whether the word at a place is an abbreviation in capitals.
    pub(crate) fn is_symbol(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.symbol)
    }

    /// The number at a place.
    pub(crate) fn numeral(&self, at: usize) -> Option<Numeral> {
        let token = self.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let value = token.folded.parse().ok()?;
        Some(Numeral { value, range: token.range.clone() })
    }

    /// The number at a place if it has one or two digits and lies within bounds.
    pub(crate) fn short(
        &self,
        at: usize,
        bounds: std::ops::RangeInclusive<u16>,
    ) -> Option<Numeral> {
        self.numeral(at)
            .filter(|number| number.range.len() <= 2 && bounds.contains(&number.value))
    }

    /// Four digits that may be a year.
    pub(crate) fn year(&self, at: usize) -> Option<Numeral> {
        let year = self.numeral(at).filter(|number| number.range.len() == 4)?;
        (1000..=2199).contains(&year.value).then_some(year)
    }

    /// The place behind a phrase that begins here.
    pub(crate) fn starts(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for part in phrase.split(' ') {
            let token = self.get(next)?;
            let same = match token.kind {
                TokenKind::Word | TokenKind::Number => token.folded == part,
                TokenKind::Mark(mark) => part.chars().eq([mark]),
            };
            if !same {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The place behind the longest phrase of a table that begins here.
    pub(crate) fn starts_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.starts(at, phrase)).max()
    }

    /// The place where the longest phrase of a table begins that ends before this place.
    pub(crate) fn ends_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let starts = phrases.iter().filter_map(|phrase| {
            let start = at.checked_sub(phrase.split(' ').count())?;
            (self.starts(start, phrase) == Some(at)).then_some(start)
        });
        starts.min()
    }

    /// The first place within some tokens where a phrase of a table stands.
    pub(crate) fn find_any(&self, within: Range<usize>, phrases: &[&str]) -> Option<usize> {
        let end = within.end;
        within
            .into_iter()
            .find(|at| self.starts_any(*at, phrases).is_some_and(|behind| behind <= end))
    }

    /// Whether the sentence ends with the token at a place.
    pub(crate) fn ends_sentence(&self, at: usize) -> bool {
        match self.any_mark(at) {
            Some('\n' | '!' | '?') => true,
            Some('.') => {
                let abbreviated = at.checked_sub(1).is_some_and(|before| {
                    let short = self.get(before).is_some_and(|token| token.range.len() <= 3);
                    short && self.capital(before) && self.glued(at)
                });
                let next = at + 1;
                let new = self.get(next).is_none_or(|token| {
                    token.gap && (token.capital || token.kind != TokenKind::Word)
                });
                new && !(abbreviated && self.get(next).is_some())
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one() {
        let folded = |text: &str| -> Vec<String> {
            Tokens::new(text).list.into_iter().map(|token| token.folded).collect()
        };
        assert_eq!(folded("Hoà UỶ Quý quí Kỉ"), ["hòa", "ủy", "quý", "quý", "kỷ"]);
        assert_eq!(folded("**15**/01—m2"), ["15", "/", "01", "—", "m", "2"]);
    }
}
