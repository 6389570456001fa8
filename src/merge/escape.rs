//! The one place where text becomes Typst.
//!
//! A string is written as a Typst string expression, closed by a semicolon: `#"…";`. Inside one,
//! nothing is markup: only the backslash and the quotation mark need care, and control characters
//! are written by number. Text that must not be torn at a line's end stands in a box, and a word
//! too long for any line is given places to break.

use std::fmt::Write;

/// The longest word that is trusted to fit the narrowest column, characters. Vietnamese words
/// have seven letters; what is longer than this is an address or a slip.
const LONG_WORD: usize = 14;

/// The longest number that papers print, characters: 64 bits in groups.
const LONGEST_NUMBER: usize = 26;

/// The most syllables of a name that are kept on one line.
const NAME_SYLLABLES: usize = 4;

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

/// Text as markup that prints just these letters.
pub(super) fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for piece in pieces(text) {
        match piece {
            Piece::Plain(text) => {
                out.push('#');
                out.push_str(&literal(text));
            }
            Piece::Whole(text) => {
                // Content, not a string: its place is then here, not where it is drawn.
                out.push_str("#whole[#");
                out.push_str(&literal(text));
                out.push_str(";]");
            }
            Piece::Long(word) => {
                out.push_str("#long-word((");
                for part in break_up(word) {
                    // As above.
                    out.push_str("[#");
                    out.push_str(&literal(part));
                    out.push_str("],");
                }
                out.push_str("))");
            }
        }
        out.push(';');
    }
    out
}

/// A part of a text, by how it may break.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// Breaks at its spaces.
    Plain(&'a str),
    /// Never breaks.
    Whole(&'a str),
    /// A word that may break inside.
    Long(&'a str),
}

/// Cuts a text into pieces that, one after another, are the text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let words = words(text);
    let mut pieces = Vec::new();
    let mut plain_from = 0;
    let mut at = 0;
    while at < words.len() {
        let (start, word) = words[at];
        let (piece, taken) = if word.chars().count() > LONG_WORD && !is_number(word) {
            (Some(Piece::Long(word)), 1)
        } else {
            let taken = together(&words[at..]);
            let (last_start, last) = words[at + taken - 1];
            let whole = &text[start..last_start + last.len()];
            let joined = taken > 1 || is_symbol(word) || is_number(word) || is_signed(word);
            (joined.then_some(Piece::Whole(whole)), taken)
        };
        let (last_start, last) = words[at + taken - 1];
        if let Some(piece) = piece {
            if plain_from < start {
                pieces.push(Piece::Plain(&text[plain_from..start]));
            }
            pieces.push(piece);
            plain_from = last_start + last.len();
        }
        at += taken;
    }
    if plain_from < text.len() || text.is_empty() {
        pieces.push(Piece::Plain(&text[plain_from..]));
    }
    pieces
}

/// The words of a text with their offsets; only the plain space parts words.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    text.split(' ')
        .filter_map(|word| {
            let start = at;
            at += word.len() + 1;
            (!word.is_empty()).then_some((start, word))
        })
        .collect()
}

/// How many of the first words belong on one line: a number with the word before it ("năm 2024",
/// "số 241/KH-UBND", "quý II", "Phụ lục II"), a span of numbers ("2023 - 2024"), a name
/// ("Hoàng Văn Thụ"), else one.
fn together(words: &[(usize, &str)]) -> usize {
    if let Some(count) = with_roman_number(words) {
        return count;
    }
    let label = usize::from(NUMBER_LABELS.contains(&words[0].1) && adjacent(words, 0));
    let numbers = label + numbers(&words[label..]);
    let length = |count: usize| -> usize {
        words[..count].iter().map(|(_, word)| word.chars().count() + 1).sum()
    };
    if numbers > label && numbers > 1 && length(numbers) <= LONG_WORD + 6 {
        return numbers;
    }
    if numbers == 1 && label == 0 && adjacent(words, 0) && COUNTED.contains(&words[1].1) {
        return 2;
    }
    let mut count = 0;
    while count < words.len() && is_name_part(words[count].1) {
        count += 1;
        let ended = words[count - 1].1.ends_with(|c: char| !c.is_alphabetic());
        if ended || !adjacent(words, count - 1) {
            break;
        }
    }
    if (2..=NAME_SYLLABLES).contains(&count) { count } else { 1 }
}

/// Words that begin what reports count: "8 lượt", "12 phong trào".
const COUNTED: [&str; 9] =
    ["lượt", "phong", "nhiệm", "cuộc", "lớp", "hộ", "đồng", "tập", "cá"];

/// Words that a number belongs to.
const NUMBER_LABELS: [&str; 10] =
    ["năm", "Năm", "tháng", "ngày", "Ngày", "quý", "Quý", "số", "khoản", "Điều"];

/// How many of the first words are a part of a year or a paper with its Roman number.
fn with_roman_number(words: &[(usize, &str)]) -> Option<usize> {
    let label = match words {
        [(_, "quý" | "Quý"), ..] => 1,
        [(_, "phụ" | "Phụ"), (_, "lục"), ..] => 2,
        _ => return None,
    };
    let joined = (0..label).all(|at| adjacent(words, at));
    let number = words.get(label)?.1.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
    (joined && is_roman).then_some(label + 1)
}

/// Whether one plain space parts a word from the next.
fn adjacent(words: &[(usize, &str)], at: usize) -> bool {
    let (start, word) = words[at];
    words
        .get(at + 1)
        .is_some_and(|(next, _)| *next == start + word.len() + 1)
}

/// How many of the first words are one number ("2024", "15/01/2024") or a span of two
/// ("2023 - 2024").
fn numbers(words: &[(usize, &str)]) -> usize {
    let digit = |c: char| c.is_ascii_digit();
    match words {
        [(_, first), (_, "-"), (_, last), ..]
            if adjacent(words, 0)
                && adjacent(words, 1)
                && first.ends_with(digit)
                && last.starts_with(digit) =>
        {
            3
        }
        [(_, first), ..] if first.starts_with(digit) => 1,
        _ => 0,
    }
}

/// A syllable of a name: a capital, then small letters, then at most a mark ("Thụ", "Bình;").
fn is_name_part(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '"', '“', '\'']);
    let letters = word.trim_end_matches([')', '"', '”', '\'', ',', ';', ':', '.', '/']);
    let mut characters = letters.chars();
    characters.next().is_some_and(char::is_uppercase)
        && letters.chars().count() > 1
        && characters.all(|c| c.is_lowercase())
}

/// A grouped number such as "2.004.227.449.998", with a mark behind it or not.
fn is_number(word: &str) -> bool {
    let number = word.trim_end_matches([',', ';', ':', '.', ')']);
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    number.len() <= LONGEST_NUMBER && number.contains('.') && number.chars().all(is_part)
}

/// A number with its sign such as "-3" or "(+12,5", which would else break behind the sign.
fn is_signed(word: &str) -> bool {
    let number = word.trim_start_matches(['(', '"', '“']);
    let digits = number.strip_prefix(['+', '-']);
    digits.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
}

/// A word such as "241/KH-UBND" or "30-CT/TU", which would else break after a mark within it.
fn is_symbol(word: &str) -> bool {
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
    inside.contains(['/', '-'])
}

/// Parts of a long word between which it may break: after the marks of an address, and anywhere
/// when a part is too long still.
fn break_up(word: &str) -> Vec<&str> {
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn symbols_years_and_names_stay_whole() {
        use Piece::{Plain, Whole};
        assert_eq!(
            pieces(
                "Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND huyện Cao Lộc, học 2023 - 2024."
            ),
            [
                Plain("Kế hoạch "),
                Whole("số 241/KH-UBND"),
                Plain(" "),
                Whole("ngày 28/12/2023"),
                Plain(" của UBND huyện "),
                Whole("Cao Lộc,"),
                Plain(" học "),
                Whole("2023 - 2024."),
            ]
        );
        assert_eq!(pieces("năm 2023 - 2024;"), [Whole("năm 2023 - 2024;")]);
        assert_eq!(pieces("có 8 lượt"), [Plain("có "), Whole("8 lượt")]);
        assert_eq!(pieces("70 năm"), [Plain("70 năm")]);
        assert_eq!(pieces("2.004.227.449.998;"), [Whole("2.004.227.449.998;")]);
        assert_eq!(pieces("quý II."), [Whole("quý II.")]);
        assert_eq!(pieces("tại Phụ lục III)."), [Plain("tại "), Whole("Phụ lục III).")]);
        assert_eq!(pieces("phụ lục kèm theo"), [Plain("phụ lục kèm theo")]);
        assert_eq!(pieces("năm học"), [Plain("năm học")]);
        assert_eq!(pieces("kinh tế - xã hội"), [Plain("kinh tế - xã hội")]);
        assert_eq!(pieces("Văn Lãng, Tràng Định")[0], Whole("Văn Lãng,"));
    }

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
    fn only_quotes_backslashes_and_controls_are_escaped() {
        assert_eq!(literal("a\"b\\c\n#*_$"), r##""a\"b\\c\u{a}#*_$""##);
        assert_eq!(markup(""), "#\"\";");
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(text in "\\PC{0,60}") {
            let joined: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Plain(text) | Piece::Whole(text) => text.to_owned(),
                    Piece::Long(word) => break_up(word).concat(),
                })
                .collect();
            prop_assert_eq!(joined, text);
        }
    }
}
