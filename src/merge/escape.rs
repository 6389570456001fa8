//! Strings of Typst.
//!
//! A value is written as a Typst string expression, closed by a semicolon: `#"…";`. Inside one, nothing is
//! markup: only the backslash and the quotation mark need care, and control characters are written by number. A
//! word too long for any line is cut where it may break.

use std::fmt::Write;

use super::kept::LONG_WORD;

/// A Typst string literal: `"…"`.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            control if control.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Where in a string literal the letter is written that stands so many bytes into the string.
pub(super) fn written_at(literal: &str, into: usize) -> usize {
    let mut letters = literal.char_indices().skip(1);
    let mut passed = 0;
    while let Some((at, letter)) = letters.next() {
        if passed >= into {
            return at;
        }
        let escaped = (letter == '\\').then(|| letters.next().map_or('\\', |(_, next)| next));
        passed += match escaped {
            Some('u') => {
                let digits: String = letters
                    .by_ref()
                    .map(|(_, c)| c)
                    .skip(1)
                    .take_while(|c| *c != '}')
                    .collect();
                let number = u32::from_str_radix(&digits, 16).ok();
                number.and_then(char::from_u32).map_or(0, char::len_utf8)
            }
            Some(escaped) => escaped.len_utf8(),
            None => letter.len_utf8(),
        };
    }
    literal.len()
}

/// Parts of a long word between which it may break: after the marks of an address, and anywhere
/// when a part is too long still.
pub(super) fn break_up(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in word.split_inclusive(['/', '.', '-', '_', '?', '&', '=', '@', ',', ';']) {
        if part.chars().count() <= LONG_WORD {
            parts.push(part);
        } else {
            let ends = part.char_indices().skip(1).map(|(at, _)| at).chain([part.len()]);
            let mut from = 0;
            for end in ends {
                // A mark that joins the letter before it stays with it.
                let next_joins = part[end..].chars().next().is_some_and(is_combining);
                if !next_joins {
                    parts.push(&part[from..end]);
                    from = end;
                }
            }
        }
    }
    parts
}

/// Whether a character is drawn onto the one before it.
fn is_combining(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_longer_than_a_column_may_break() {
        let word = "a".repeat(50);
        assert_eq!(break_up(&word).len(), 50);
        assert_eq!(
            break_up("https://thiduakhenthuong.langson.gov.vn/")[..5],
            ["https:/", "/", "t", "h", "i"]
        );
        assert_eq!(break_up(&"e\u{301}".repeat(15))[0], "e\u{301}");
    }

    #[test]
    fn a_letter_is_found_where_it_is_written() {
        let text = "a\"b\\c\nệ d";
        let written = literal(text);
        for (at, letter) in text.char_indices() {
            let found = &written[written_at(&written, at)..];
            let escaped = literal(&letter.to_string());
            assert!(
                found.starts_with(escaped.trim_matches('"').trim_end_matches('"')),
                "{found}"
            );
        }
        assert_eq!(written_at("\"a\"", 9), 3);
    }

    #[test]
    fn only_quotes_backslashes_and_controls_are_escaped() {
        assert_eq!(literal("a\"b\\c\n#*_$"), r##""a\"b\\c\u{a}#*_$""##);
    }
}
