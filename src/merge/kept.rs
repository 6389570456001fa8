//! What stays together on one line: the one place that decides it, for running text and for titles.
//!
//! In goes a whole sentence, whatever its looks and wherever its parts come from, since what belongs together may be
//! partly the template's and partly a value's ("năm" and "2024"). Out comes the same sentence with hard spaces, which
//! stretch as others do but end no line: between a number and the word before it that says what it numbers, or the
//! word behind it that it counts; within a name. A word that would break inside, such as the symbol of a paper, is a
//! piece of its own ([`pieces`]).

use crate::papers::{begins_with_compound, heads_a_title};

/// The longest word that is trusted to fit the narrowest column, characters. Vietnamese words
/// have seven letters; what is longer than this is an address or a slip.
pub(super) const LONG_WORD: usize = 14;

/// The longest number that papers print, characters: 64 bits in groups.
const LONGEST_NUMBER: usize = 26;

/// The most syllables of a name that are kept on one line.
const NAME_SYLLABLES: usize = 4;

/// The most characters of a number with its word: more, and the line before them would gape.
const MOST_TOGETHER: usize = 20;

/// A space at which no line ends.
pub(super) const HARD_SPACE: char = '\u{A0}';

/// Words that a number belongs to.
const NUMBER_LABELS: [&str; 9] =
    ["năm", "tháng", "ngày", "quý", "số", "khoản", "điều", "điểm", "mục"];

/// A part of a text, by how it may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Breaks at its spaces.
    Plain(&'a str),
    /// Never breaks.
    Whole(&'a str),
    /// A word that may break inside.
    Long(&'a str),
}

impl<'a> Piece<'a> {
    /// Its letters.
    pub(super) fn text(self) -> &'a str {
        let (Self::Plain(text) | Self::Whole(text) | Self::Long(text)) = self;
        text
    }
}

/// What a text is broken as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph, whose lines are filled.
    Running,
    /// A title, which is broken by its sense, and whose lines are never filled. It also keeps the words of a
    /// compound ("thi đua"), both sides of a dash, and a type of paper with its number ("Chỉ thị số 30-CT/TU").
    Title,
}

/// A text with hard spaces between what stays together; each takes the place of a plain one.
pub(super) fn joined(text: &str, kind: Kind) -> String {
    let words = Words::of(text);
    let mut joined = String::with_capacity(text.len() + 8);
    let mut from = 0;
    let mut kept_until = 0;
    for at in 0..words.words.len() {
        if at >= kept_until {
            kept_until = at + words.together(at);
        }
        let is_kept = match kind {
            Kind::Running => at + 1 < kept_until,
            Kind::Title => at + 1 < kept_until || words.is_kept_in_title(at),
        };
        if is_kept && words.is_adjacent(at) {
            let end = words.end(at);
            joined.push_str(&text[from..end]);
            joined.push(HARD_SPACE);
            from = end + 1;
        }
    }
    joined.push_str(&text[from..]);
    joined
}

/// Cuts a running text into pieces that, one after another, are the text: words that must not break inside, those that
/// may, and what stands between them. A span of numbers is a piece, since a line may end after its dash.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let words = Words::split(text, |c| c == ' ' || c == HARD_SPACE);
    let mut pieces = Vec::new();
    let mut plain_from = 0;
    let mut at = 0;
    while at < words.words.len() {
        let (start, word) = words.words[at];
        let count = words.numbers(at).max(1);
        let end = words.end(at + count - 1);
        let is_long = word.chars().count() > LONG_WORD && !is_number(word);
        let piece = if count == 1 && is_long {
            Some(Piece::Long(word))
        } else {
            let is_whole = count > 1 || is_symbol(word) || is_number(word) || is_signed(word);
            is_whole.then(|| Piece::Whole(&text[start..end]))
        };
        if let Some(piece) = piece {
            if plain_from < start {
                pieces.push(Piece::Plain(&text[plain_from..start]));
            }
            pieces.push(piece);
            plain_from = end;
        }
        at += count;
    }
    if plain_from < text.len() || text.is_empty() {
        pieces.push(Piece::Plain(&text[plain_from..]));
    }
    pieces
}

/// The words of one text.
struct Words<'a> {
    text: &'a str,
    /// The words with their offsets.
    words: Vec<(usize, &'a str)>,
}

impl<'a> Words<'a> {
    /// Only the plain space parts words: what else is typed is there on purpose.
    fn of(text: &'a str) -> Self {
        Self::split(text, |c| c == ' ')
    }

    fn split(text: &'a str, is_space: impl Fn(char) -> bool) -> Self {
        let words = text.split(is_space).filter(|word| !word.is_empty());
        let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        Self {
            text,
            words: words.map(|word| (offset(word), word)).collect(),
        }
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |(_, word)| word)
    }

    fn end(&self, at: usize) -> usize {
        self.words
            .get(at)
            .map_or(self.text.len(), |(start, word)| start + word.len())
    }

    /// The text from a word on.
    fn from(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |(start, _)| &self.text[*start..])
    }

    /// Whether one space parts a word from the next.
    fn is_adjacent(&self, at: usize) -> bool {
        let next = self.words.get(at + 1);
        next.is_some_and(|(next, _)| self.text[self.end(at)..*next].chars().count() == 1)
    }

    /// How many words belong on one line, from this one on.
    fn together(&self, at: usize) -> usize {
        let with_number = self.with_roman_number(at).or_else(|| self.with_number(at));
        with_number
            .or_else(|| self.counting(at))
            .or_else(|| self.name(at))
            .unwrap_or(1)
    }

    /// A part of a year or of a paper with its Roman number: "quý II", "Phụ lục III".
    fn with_roman_number(&self, at: usize) -> Option<usize> {
        let [first, second] = [at, at + 1].map(|at| self.word(at).to_lowercase());
        let label = match (first.as_str(), second.as_str()) {
            ("quý" | "mục", _) => 1,
            ("phụ", "lục") => 2,
            _ => return None,
        };
        let joined = (at..at + label).all(|at| self.is_adjacent(at));
        let number = self.word(at + label).trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
        (joined && is_roman).then_some(label + 1)
    }

    /// A number with the word that says what it numbers: "năm 2024", "số 241/KH-UBND"; a span of numbers with or without
    /// one: "năm 2023 - 2024".
    fn with_number(&self, at: usize) -> Option<usize> {
        let is_label = NUMBER_LABELS.contains(&self.word(at).to_lowercase().as_str());
        let label = usize::from(is_label && self.is_adjacent(at));
        let count = label + self.numbers(at + label);
        let letters: usize =
            (at..at + count).map(|at| self.word(at).chars().count() + 1).sum();
        (count > label && count > 1 && letters <= MOST_TOGETHER).then_some(count)
    }

    /// How many words are one number ("2024", "15/01/2024") or a span of two ("2023 - 2024").
    fn numbers(&self, at: usize) -> usize {
        let digit = |c: char| c.is_ascii_digit();
        let first = self.word(at).trim_start_matches(OPENING);
        let last = self.word(at + 2);
        if !first.starts_with(digit) {
            return 0;
        }
        let is_span = matches!(self.word(at + 1), "-" | "–")
            && self.is_adjacent(at)
            && self.is_adjacent(at + 1)
            && first.ends_with(digit)
            && last.starts_with(digit);
        if is_span { 3 } else { 1 }
    }

    /// A number with what it counts: "8 lượt", "02 phong trào", "3.500 đồng", "15 %". Of what is counted only the first word.
    fn counting(&self, at: usize) -> Option<usize> {
        let digit = |c: char| c.is_ascii_digit();
        let number = self.word(at).trim_start_matches(OPENING);
        let counts =
            number.starts_with(digit) && number.ends_with(digit) && is_grouped(number);
        let counted = self.word(at + 1);
        let is_word = counted.starts_with(char::is_lowercase) || counted.starts_with('%');
        let letters = number.chars().count() + 1 + counted.chars().count();
        (counts && is_word && self.is_adjacent(at) && letters <= MOST_TOGETHER).then_some(2)
    }

    /// A name of a person or a place, each of whose syllables has a capital. The name of an office or an act has one
    /// for the first syllable of a compound only ("Luật Thi đua", "Sở Tài chính"): what comes before the
    /// compound is no name with its first syllable.
    fn name(&self, at: usize) -> Option<usize> {
        let mut count = 0;
        while is_name_part(self.word(at + count), count == 0) {
            count += 1;
            let ended = self.word(at + count - 1).ends_with(|c: char| !c.is_alphabetic());
            if ended || !self.is_adjacent(at + count - 1) {
                break;
            }
        }
        let last = at + count.saturating_sub(1);
        let goes_on = self.word(last).ends_with(char::is_alphabetic)
            && self.is_adjacent(last)
            && self.word(last + 1).starts_with(char::is_lowercase);
        // "Nguyễn Thị Minh Khai Chủ tịch": the compound behind a whole name is not of it.
        if count == NAME_SYLLABLES + 1 && goes_on && begins_with_compound(self.from(last)) {
            return Some(NAME_SYLLABLES);
        }
        let is_title = count == 2
            && goes_on
            && (begins_with_compound(self.from(last)) || heads_a_title(self.word(at)));
        ((2..=NAME_SYLLABLES).contains(&count) && !is_title).then_some(count)
    }

    /// Whether a title keeps a word with the next, besides what stays together anywhere.
    fn is_kept_in_title(&self, at: usize) -> bool {
        let is_dash = |word: &str| word == "-" || word == "–";
        let next = self.word(at + 1);
        let has_number = next.to_lowercase() == "số"
            && self.is_adjacent(at + 1)
            && self.numbers(at + 2) > 0;
        is_dash(self.word(at))
            || is_dash(next)
            || begins_with_compound(self.from(at))
            || has_number && self.word(at).ends_with(char::is_alphabetic)
    }
}

/// What may stand before a name or a number.
const OPENING: [char; 4] = ['(', '"', '“', '\''];

/// Whether a word that is kept with the next begins a name; else it belongs to a number.
pub(super) fn begins_a_name(word: &str) -> bool {
    let label = word.to_lowercase();
    is_name_part(word, true) && label != "phụ" && !NUMBER_LABELS.contains(&label.as_str())
}

/// Whether a word is made of digits and the marks between them.
fn is_grouped(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

/// A syllable of a name: a capital, then small letters, then at most a mark ("Thụ", "Bình;"). One letter alone is
/// none at the beginning ("A lô"), and is one behind another ("Nguyễn Văn A").
pub(super) fn is_name_part(word: &str, is_first: bool) -> bool {
    let word = word.trim_start_matches(OPENING);
    let letters = word.trim_end_matches([')', '"', '”', '\'', ',', ';', ':', '.', '/']);
    let mut characters = letters.chars();
    characters.next().is_some_and(char::is_uppercase)
        && (!is_first || letters.chars().count() > 1)
        && characters.all(char::is_lowercase)
}

/// A grouped number such as "2.004.227.449.998", with a mark behind it or not.
fn is_number(word: &str) -> bool {
    let number = word.trim_end_matches([',', ';', ':', '.', ')']);
    number.len() <= LONGEST_NUMBER && number.contains('.') && is_grouped(number)
}

/// A number with its sign such as "-3" or "(+12,5", which would else break behind the sign.
fn is_signed(word: &str) -> bool {
    let number = word.trim_start_matches(OPENING);
    let digits = number.strip_prefix(['+', '-']);
    digits.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
}

/// A word such as "241/KH-UBND" or "30-CT/TU", which would else break after a mark within it.
fn is_symbol(word: &str) -> bool {
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
    inside.contains(['/', '-'])
}

#[cfg(test)]
mod tests;
