//! The words of a text with what stands around them: marks, beginnings, neighbours.

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    /// Its letters, without marks around them.
    pub(super) bare: &'t str,
    /// Whether a sentence, a line or a quotation begins with it.
    pub(super) begins: bool,
    /// Whether a mark stands before it: a dash, a bracket, or one behind the word before.
    pub(super) is_apart: bool,
    /// The mark behind it, if there is one.
    pub(super) mark: Option<char>,
}

impl Word<'_> {
    pub(super) fn lower(&self) -> String {
        self.bare.to_lowercase()
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower().as_str())
    }

    pub(super) fn begins_small(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether it is a number that names something: "2", "12a", "1,2", but not "05".
    pub(super) fn is_ordinal(&self) -> bool {
        let digits = self.bare.trim_end_matches(|c: char| c.is_lowercase());
        let letters = self.bare.len() - digits.len();
        letters <= 2
            && digits.starts_with(|c: char| ('1'..='9').contains(&c))
            && digits.chars().all(|c| c.is_ascii_digit() || c == ',')
    }

    pub(super) fn has_digits(&self) -> bool {
        self.bare.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn is_roman(&self) -> bool {
        !self.bare.is_empty() && self.bare.chars().all(|c| "IVXLC".contains(c))
    }
}

/// The words of a text, with what stands around one of them.
#[derive(Clone, Copy)]
pub(super) struct At<'w, 't> {
    pub(super) words: &'w [Word<'t>],
    pub(super) at: usize,
}

impl<'t> At<'_, 't> {
    pub(super) fn word(self) -> Word<'t> {
        self.words[self.at]
    }

    /// A word so many places behind, where no mark stands between.
    pub(super) fn behind(self, count: usize) -> Option<Word<'t>> {
        let last = self.at.checked_add(count)?;
        let joined = self.words.get(self.at + 1..=last)?;
        joined.iter().all(|word| !word.is_apart).then(|| self.words[last])
    }

    /// A word so many places before, where no mark stands between.
    pub(super) fn before(self, count: usize) -> Option<Word<'t>> {
        let first = self.at.checked_sub(count)?;
        let joined = self.words.get(first + 1..=self.at)?;
        joined.iter().all(|word| !word.is_apart).then(|| self.words[first])
    }

    /// Whether one of some words stands right before.
    pub(super) fn follows(self, words: &[&str]) -> bool {
        self.before(1).is_some_and(|word| word.is(words))
    }

    /// Whether one of some pairs of words stands right before.
    pub(super) fn follows_pair(self, pairs: &[&str]) -> bool {
        let (Some(first), Some(second)) = (self.before(2), self.before(1)) else {
            return false;
        };
        pairs.contains(&format!("{} {}", first.lower(), second.lower()).as_str())
    }

    /// Whether one of some words stands so many places behind.
    pub(super) fn leads_to(self, count: usize, words: &[&str]) -> bool {
        self.behind(count).is_some_and(|word| word.is(words))
    }

    /// Whether a text says two words of small letters here.
    pub(super) fn is_pair(self, first: &str, second: &str) -> bool {
        self.word().bare == first && self.behind(1).is_some_and(|word| word.bare == second)
    }

    /// The same words from another place on.
    pub(super) fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }
}

/// What may stand around a word.
const MARKS: &[char] = &[
    '.', ',', ';', ':', '(', ')', '[', ']', '"', '“', '”', '!', '?', '…', '/', '*', '\'', '‘',
    '’',
];
/// What stands before an item of a list, or between parts of a sentence.
const DASHES: [&str; 6] = ["-", "–", "—", "+", "•", "*"];

pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let (mut begins, mut is_apart) = (true, true);
    for raw in text.split_whitespace() {
        let bare = raw.trim_matches(MARKS);
        if bare.is_empty() || DASHES.contains(&bare) {
            // Behind a dash nobody knows whether something begins.
            (begins, is_apart) = (true, true);
            continue;
        }
        let behind = raw.trim_start_matches(MARKS);
        let mark = behind.get(bare.len()..).and_then(|rest| rest.chars().next());
        let opens = raw.starts_with(['"', '“', '‘']);
        let is_apart_itself = behind.len() < raw.len();
        found.push(Word {
            bare,
            begins: begins || opens,
            is_apart: is_apart || is_apart_itself,
            mark,
        });
        // "a)", "2)" before an item.
        let numbers_item = begins && mark == Some(')') && bare.chars().count() <= 2;
        let closes = raw.trim_end_matches(['"', '”', ')', '*']);
        begins = numbers_item || closes.ends_with(['.', '!', '?', ':', '…', '/']);
        is_apart = mark.is_some();
    }
    found
}
