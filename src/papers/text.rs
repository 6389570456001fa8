//! Text with bold and italic parts, as a clerk writes it: `trước ngày **15/01/2024**`.

use crate::diag::TextPlace;

/// A text, cut once into parts of one style each. Never empty. It knows where in the data it stands; two texts are the
/// same when they say the same.
#[derive(Debug, Clone)]
pub struct Text {
    inlines: Vec<Inline>,
    place: Option<TextPlace>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.inlines == other.inlines
    }
}

impl Eq for Text {}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Letters of one style.
    Run {
        /// The letters.
        text: String,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
        /// Whether somebody has still to decide about it; a draft shows it.
        in_question: bool,
    },
    /// A part that a draft still lacks; holds the key that will give it.
    Blank(String),
}

impl Text {
    /// Reads `**bold**`, `*italic*` and `***both***`.
    ///
    /// Stars count as marks only around whole words: the opening ones stand after a space, a
    /// bracket or the like and before a letter, the closing ones the other way round. All other
    /// stars (`2*3*4`, a footnote's `*`) are text.
    pub fn parse(source: &str) -> Self {
        let mut inlines = Vec::new();
        parse_into(source, false, false, &mut inlines);
        Self::of(inlines)
    }

    fn of(inlines: Vec<Inline>) -> Self {
        Self { inlines, place: None }
    }

    /// This text in capitals.
    #[must_use]
    pub fn in_capitals(&self) -> Self {
        let upper = |inline: &Inline| match inline {
            Inline::Run { text, bold, italic, in_question } => Inline::Run {
                text: text.to_uppercase(),
                bold: *bold,
                italic: *italic,
                in_question: *in_question,
            },
            Inline::Blank(key) => Inline::Blank(key.clone()),
        };
        let inlines = self.inlines.iter().map(upper).collect();
        Self { inlines, place: self.place.clone() }
    }

    /// This text, which stands at a place of the data.
    #[must_use]
    pub fn at(self, place: TextPlace) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Where it stands in the data; none of what stands nowhere there.
    pub fn place(&self) -> Option<&TextPlace> {
        self.place.as_ref()
    }

    /// Whether somebody has still to decide about some of it.
    pub fn is_in_question(&self) -> bool {
        self.inlines
            .iter()
            .any(|inline| matches!(inline, Inline::Run { in_question: true, .. }))
    }

    /// What a draft prints for a text that it lacks.
    pub fn blank(key: &str) -> Self {
        Self::of(vec![Inline::Blank(key.to_owned())])
    }

    /// A text of which these bytes are bold; stars in it are stars.
    pub fn marked(text: &str, marks: &[(usize, usize)]) -> Self {
        let mut inlines = Vec::new();
        let mut at = 0;
        for &(start, end) in marks {
            push_run(text.get(at..start).unwrap_or_default(), false, false, &mut inlines);
            push_run(text.get(start..end).unwrap_or_default(), true, false, &mut inlines);
            at = end;
        }
        push_run(text.get(at..).unwrap_or_default(), false, false, &mut inlines);
        Self::of(inlines)
    }

    /// This text without what the paper prints before it anyway, in whatever capitals it is typed.
    #[must_use]
    pub fn without(&self, before: &str) -> Self {
        let mut inlines = self.inlines.clone();
        if let Some(Inline::Run { text, .. }) = inlines.first_mut()
            && let Some(typed) = text.get(..before.len())
            && typed.to_lowercase() == before.to_lowercase()
            && text.len() > before.len()
        {
            *text = text[before.len()..].trim_start().to_owned();
        }
        Self { inlines, place: self.place.clone() }
    }

    /// This text with its first letters put otherwise.
    #[must_use]
    pub fn starting_with(&self, put: fn(&str) -> String) -> Self {
        let mut inlines = self.inlines.clone();
        if let Some(Inline::Run { text, .. }) = inlines.first_mut() {
            *text = put(text);
        }
        Self { inlines, place: self.place.clone() }
    }

    /// This text, about which somebody has still to decide.
    #[must_use]
    pub fn in_question(mut self) -> Self {
        for inline in &mut self.inlines {
            if let Inline::Run { in_question, .. } = inline {
                *in_question = true;
            }
        }
        self
    }

    /// The parts.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// The letters without styles.
    pub fn letters(&self) -> String {
        self.inlines.iter().map(Inline::letters).collect()
    }

    /// This text with its end mark replaced by `mark`: a former "./.", or one stop, comma,
    /// semicolon or exclamation mark goes. Dots of omission are no end mark.
    #[must_use]
    pub fn ending_with(&self, mark: &str) -> Self {
        let mut inlines = self.inlines.clone();
        if let Some(Inline::Run { text, .. }) = inlines.last_mut() {
            let end = text.trim_end();
            let kept = if end.ends_with("...") {
                end
            } else {
                end.strip_suffix("./.")
                    .or_else(|| end.strip_suffix(['.', ';', ',', '!']))
                    .unwrap_or(end)
            };
            // A mark alone is the text itself.
            let kept = if kept.is_empty() { end.len() } else { kept.len() };
            text.truncate(kept);
        }
        push_run(mark, false, false, &mut inlines);
        Self { inlines, place: self.place.clone() }
    }
}

impl Inline {
    /// The letters of the part; none for a blank.
    fn letters(&self) -> &str {
        match self {
            Self::Run { text, .. } => text,
            Self::Blank(_) => "",
        }
    }
}

/// Appends letters, to the last part when it has the same style.
fn push_run(letters: &str, bold: bool, italic: bool, inlines: &mut Vec<Inline>) {
    if letters.is_empty() {
        return;
    }
    match inlines.last_mut() {
        Some(Inline::Run { text, bold: b, italic: i, .. }) if (*b, *i) == (bold, italic) => {
            text.push_str(letters);
        }
        _ => inlines.push(Inline::Run {
            text: letters.to_owned(),
            bold,
            italic,
            in_question: false,
        }),
    }
}

fn parse_into(source: &str, bold: bool, italic: bool, inlines: &mut Vec<Inline>) {
    let mut rest = source;
    let mut before = None;
    let mut exhausted = [false; 4];
    while let Some(start) = rest.find('*') {
        let stars = count_stars(&rest[start..]);
        let inner = &rest[start + stars..];
        let left = rest[..start].chars().next_back().or(before);
        let opens = (1..=3).contains(&stars)
            && !left.is_some_and(char::is_alphanumeric)
            && inner.chars().next().is_some_and(|next| !next.is_whitespace());
        let close = if opens && !exhausted[stars] { closing(inner, stars) } else { None };
        // Where nothing closes from here on, nothing will from further on: one search is enough.
        exhausted[stars.min(3)] |= opens && close.is_none();
        if let Some(end) = close {
            push_run(&rest[..start], bold, italic, inlines);
            parse_into(&inner[..end], bold || stars >= 2, italic || stars != 2, inlines);
            rest = &inner[end + stars..];
            before = Some('*');
        } else {
            let end = start + stars;
            push_run(&rest[..end], bold, italic, inlines);
            before = Some('*');
            rest = &rest[end..];
        }
    }
    push_run(rest, bold, italic, inlines);
}

/// Where the closing run of exactly `stars` stars begins in `text`.
fn closing(text: &str, stars: usize) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text[from..].find('*') {
        let at = from + found;
        let count = count_stars(&text[at..]);
        let after_letter = text[..at]
            .chars()
            .next_back()
            .is_some_and(|last| !last.is_whitespace());
        let before_letter =
            text[at + count..].chars().next().is_some_and(char::is_alphanumeric);
        if count == stars && after_letter && !before_letter {
            return Some(at);
        }
        from = at + count;
    }
    None
}

/// The number of stars at the start of a text.
fn count_stars(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'*').count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The parts in short: plain text as it is, bold in `[]`, italic in `()`, both in `{}`.
    fn short(source: &str) -> String {
        let show = |inline: &Inline| match inline {
            Inline::Run { text, bold: false, italic: false, .. } => text.clone(),
            Inline::Run { text, bold: true, italic: false, .. } => format!("[{text}]"),
            Inline::Run { text, bold: false, italic: true, .. } => format!("({text})"),
            Inline::Run { text, bold: true, italic: true, .. } => format!("{{{text}}}"),
            Inline::Blank(key) => format!("<{key}>"),
        };
        Text::parse(source).inlines().iter().map(show).collect()
    }

    #[test]
    fn stars_around_words_are_marks() {
        let cases = [
            ("trước ngày **15/01/2024** để", "trước ngày [15/01/2024] để"),
            ("huyện (*qua Phòng Nội vụ*) trước", "huyện ((qua Phòng Nội vụ)) trước"),
            ("***cả hai***.", "{cả hai}."),
            ("**đậm *cả hai* đậm**", "[đậm ]{cả hai}[ đậm]"),
            ("**a** **b**", "[a] [b]"),
        ];
        for (source, expected) in cases {
            assert_eq!(short(source), expected, "{source}");
        }
    }

    #[test]
    fn other_stars_are_text() {
        for source in [
            "*a*b_c_",
            "2*3*4",
            "a * b * c",
            "*",
            "**",
            "****",
            "chú thích*",
            "**mở",
            "* a*",
            "*a **",
            "a**b**c",
            "**a*",
            "*a**",
        ] {
            assert_eq!(short(source), source, "{source}");
        }
    }

    #[test]
    fn an_end_mark_takes_the_place_of_the_old_one() {
        for source in ["kết quả.", "kết quả./.", "kết quả", "kết quả;"] {
            assert_eq!(Text::parse(source).ending_with("./.").letters(), "kết quả./.");
        }
    }

    #[test]
    fn what_is_no_end_mark_stays() {
        let ended = |text: &str| Text::parse(text).ending_with(";").letters();
        assert_eq!(ended("xã, ..."), "xã, ...;");
        assert_eq!(ended("https://x.vn/"), "https://x.vn/;");
        assert_eq!(ended("."), ".;");
    }

    proptest! {
        #[test]
        fn parsing_loses_nothing_but_stars(source in "[ab*( .]{0,24}") {
            let letters = Text::parse(&source).letters();
            prop_assert_eq!(letters.replace('*', ""), source.replace('*', ""));
            prop_assert!(letters.len() <= source.len());
        }
    }
}
