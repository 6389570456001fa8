//! Where the letters of a YAML value stand in the file.
//!
//! In go a scalar of the file and its value; out comes a place for each letter. A value is what the
//! parser makes of quotes, escapes and folded lines. To change a few letters of it and leave the rest
//! of the file as it is, each letter must be found again in the text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The bytes of the file in which each letter of a value stands.
pub(crate) struct Alignment {
    /// By letter: its first byte in the value, and its bytes in the file.
    letters: Vec<(usize, Range<usize>)>,
    /// The value's length, bytes.
    length: usize,
}

impl Alignment {
    /// Finds the letters of `value` in the bytes `place` of `source`; none when it is written in
    /// a way that is not understood.
    pub(crate) fn new(source: &str, place: Range<usize>, value: &str) -> Option<Self> {
        let quote = source[place.clone()]
            .chars()
            .next()
            .filter(|first| "\"'".contains(*first));
        // A block of text may begin with a quotation mark of its own.
        let quoted = quote.and_then(|quote| {
            let inside = place.start + 1..place.end;
            Self::read(
                LetterReader {
                    source,
                    at: inside.start,
                    end: inside.end,
                    quote: Some(quote),
                },
                value,
            )
        });
        quoted.or_else(|| {
            Self::read(
                LetterReader {
                    source,
                    at: place.start,
                    end: place.end,
                    quote: None,
                },
                value,
            )
        })
    }

    fn read(mut reader: LetterReader<'_>, value: &str) -> Option<Self> {
        let mut letters = Vec::new();
        let mut characters = value.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if character.is_whitespace() && character != '\u{A0}' {
                // However many spaces and line ends there are on either side, they are the same
                // gap between two words.
                let gap = reader.white_space()?;
                letters.push((at, gap.clone()));
                while let Some((at, _)) =
                    characters.next_if(|(_, next)| next.is_whitespace() && *next != '\u{A0}')
                {
                    letters.push((at, gap.end..gap.end));
                }
            } else {
                letters.push((at, reader.letter(character)?));
            }
        }
        Some(Self { letters, length: value.len() })
    }

    /// The bytes of the file that hold these bytes of the value.
    pub(crate) fn find(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let index = |byte: usize| self.letters.binary_search_by_key(&byte, |(at, _)| *at).ok();
        let first = index(range.start)?;
        let after =
            if range.end == self.length { self.letters.len() } else { index(range.end)? };
        let last = self.letters.get(after.checked_sub(1)?)?;
        let start = self.letters[first].1.start;
        (start <= last.1.end).then_some(start..last.1.end)
    }
}

/// Reads a value as it is written.
struct LetterReader<'a> {
    source: &'a str,
    at: usize,
    end: usize,
    quote: Option<char>,
}

impl LetterReader<'_> {
    fn peek(&self) -> Option<char> {
        self.source.get(self.at..self.end)?.chars().next()
    }

    /// The next letter, which must be this one.
    fn letter(&mut self, expected: char) -> Option<Range<usize>> {
        // A line may be continued within a word, after a backslash.
        let start = self.at;
        let found = match (self.quote, self.peek()?) {
            (Some('"'), '\\') => self.escape()?,
            (Some('\''), '\'') => {
                self.at += 2;
                '\''
            }
            (_, plain) => {
                self.at += plain.len_utf8();
                plain
            }
        };
        if found != expected {
            self.composed(start, expected)?;
        } else if self.peek().is_some_and(is_combining_mark) {
            // A letter with marks of its own may still be the same letter, alone.
            let alone = self.at;
            if self.composed(start, expected).is_none() {
                self.at = alone;
            }
        }
        Some(start..self.at)
    }

    /// Goes over a letter that is written as a base and marks.
    fn composed(&mut self, start: usize, expected: char) -> Option<()> {
        while let Some(mark) = self.peek().filter(|next| is_combining_mark(*next)) {
            self.at += mark.len_utf8();
        }
        let mut letters = self.source[start..self.at].nfc();
        (letters.next() == Some(expected) && letters.next().is_none()).then_some(())
    }

    /// A letter written with a backslash.
    fn escape(&mut self) -> Option<char> {
        self.at += 1;
        let kind = self.peek()?;
        self.at += kind.len_utf8();
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            'n' => return Some('\n'),
            't' => return Some('\t'),
            '_' => return Some('\u{A0}'),
            '"' | '\\' | '/' | ' ' => return Some(kind),
            _ => return None,
        };
        let code = self.source.get(self.at..self.at + digits)?;
        self.at += digits;
        u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    }

    /// A run of spaces and line ends, one at least.
    fn white_space(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        while let Some(next) = self.peek() {
            let rest = &self.source[self.at..self.end];
            let escaped = self.quote == Some('"')
                && ["\\n", "\\t", "\\ ", "\\\n"]
                    .iter()
                    .any(|mark| rest.starts_with(mark));
            if escaped {
                self.at += 2;
            } else if next.is_whitespace() && next != '\u{A0}' {
                self.at += next.len_utf8();
            } else {
                break;
            }
        }
        // The line end of a block of text is no part of its place.
        (start < self.at || self.at == self.end).then_some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;
    use crate::yaml::{Value, parse};

    /// The bytes of the file in which `part` of the value of `a` stands.
    fn found(yaml: &str, part: &str) -> Option<String> {
        let file = Sources::default().add("test.yaml", yaml);
        let root = parse(yaml, file).expect("valid YAML");
        let Value::Map(entries) = &root.value else { panic!("no map") };
        let node = &entries[0].node;
        let Value::Scalar(value) = &node.value else { panic!("no scalar") };
        let value = &crate::yaml::normalised(value);
        let at = value.find(part).expect("is in the value");
        let alignment = Alignment::new(yaml, node.place.range.clone(), value)?;
        alignment
            .find(&(at..at + part.len()))
            .map(|range| yaml[range].to_owned())
    }

    #[test]
    fn letters_are_found_however_the_value_is_written() {
        for (yaml, part, expected) in [
            ("a: năm 2024 của huyện\n", "2024", "2024"),
            ("a: \"năm 2024: \\\"ổn\\\" và 2025\"\n", "2025", "2025"),
            ("a: 'năm 2024, it''s 2025'\n", "2025", "2025"),
            ("a: năm\n  2024 và\n  2025\nb: 1\n", "2025", "2025"),
            ("a: >\n  năm 2024\n  và 2025\nb: 1\n", "2025", "2025"),
            ("a: |\n  năm 2024\n  và 2025\nb: 1\n", "2025", "2025"),
            ("a: |\n  \"năm 2024\" và\n  'năm' 2025\nb: 1\n", "2025", "2025"),
            ("a: '''năm'' 2024'\n", "2024", "2024"),
            ("a: \"\\u006eăm 2024\"\n", "năm", "\\u006eăm"),
            ("a: \"xuân Giáp\n  Thìn\"\n", "Giáp Thìn", "Giáp\n  Thìn"),
            ("a: |\n  \"năm 2024\" và\n  năm 2025\nb: 1\n", "2025", "2025"),
            ("a: '''năm'' 2024'\n", "2024", "2024"),
            ("a: na\u{306}m\n  2024\n", "năm 2024", "na\u{306}m\n  2024"),
            ("a: |-\n  Làm năm\n\n  2024\n", "2024", "2024"),
            ("a: trước ngày **15/01/2024** để\n", "2024", "2024"),
        ] {
            assert_eq!(found(yaml, part).as_deref(), Some(expected), "{yaml}");
        }
    }
}
