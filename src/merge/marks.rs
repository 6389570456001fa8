//! Values in a template's output, until they are escaped: marked text.
//!
//! A template prints a value as its letters between marks that say how they look and where in the data they stand; what
//! it prints so is escaped once, at the end (`markup`). In between, a sentence can be made of it ([`sentence`]): the
//! prose of the template and the values in it become one text. The marks are control characters, which no value brings in.

use std::borrow::Cow;
use std::fmt::Write;

use minijinja::value::Value;
use minijinja::{Error, ErrorKind};

use super::origin;
use crate::diag::{FileId, Place, TextPlace};

/// Opens a value, before the mark of its looks and its place.
const OPEN: char = '\u{3}';
/// Closes a value.
const CLOSE: char = '\u{4}';
/// Stands for a control character of a value, before its number and [`CONTROL_END`].
const CONTROL: char = '\u{5}';
const CONTROL_END: char = '\u{6}';
/// Stands between looks and place of a value and its letters.
const BEGIN: char = '\u{7}';

/// What no prose of a template can hold: it would be taken for markup where somebody means it so.
const MARKUP: [char; 9] = ['#', '[', ']', '*', '_', '$', '\\', '`', '@'];

/// Marks that no space stands before, and brackets that none stands behind.
const CLOSING: [char; 8] = [',', '.', ';', ':', '!', '?', ')', '”'];
const OPENING: [char; 2] = ['(', '“'];

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Looks {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether somebody has still to decide about them; drafts only.
    pub(super) asked: bool,
}

/// Letters of one look that stand at one place of the data, or at none: the template's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) looks: Looks,
    pub(super) place: Option<TextPlace>,
}

/// A part of marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// What the template says.
    Prose(&'a str),
    /// Letters of a value.
    Letters(Letters),
    /// What a draft lacks: what people call it.
    Blank(String),
    /// Room for what a person writes in: a "number", a "day".
    Gap(String),
    /// Where a line of a template begins, with its marks.
    Line(&'a str),
}

impl Looks {
    fn mark(self) -> char {
        let bits =
            u8::from(self.bold) | u8::from(self.italic) << 1 | u8::from(self.asked) << 2;
        char::from(b'0' + bits)
    }

    fn of(mark: char) -> Self {
        let bits = u32::from(mark).wrapping_sub(u32::from('0'));
        Self {
            bold: bits & 1 != 0,
            italic: bits & 2 != 0,
            asked: bits & 4 != 0,
        }
    }
}

/// The marks of a blank and of a gap.
const BLANK: char = 'b';
const GAP: char = 'g';

/// Letters as marked text.
pub(super) fn letters(text: &str, looks: Looks, place: Option<&TextPlace>) -> String {
    marked(looks.mark(), text, place)
}

/// A blank as marked text.
pub(super) fn blank(name: &str) -> String {
    marked(BLANK, name, None)
}

/// A gap as marked text.
pub(super) fn gap(what: &str) -> String {
    marked(GAP, what, None)
}

fn marked(mark: char, text: &str, place: Option<&TextPlace>) -> String {
    let mut out = String::with_capacity(text.len() + 24);
    out.extend([OPEN, mark]);
    if let Some(TextPlace { place: Place { file, range }, named }) = place {
        let [layer, at] = file.numbers();
        // The name of a file may hold anything.
        let named = named.as_deref().filter(|named| !named.contains(char::is_control));
        let named = named.unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(out, "{layer} {at} {} {} {named}", range.start, range.end);
    }
    out.push(BEGIN);
    for letter in text.chars() {
        if letter.is_control() {
            let _ = write!(out, "{CONTROL}{:x}{CONTROL_END}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out.push(CLOSE);
    out
}

/// A place as a mark has it.
fn place_of(mark: &str) -> Option<TextPlace> {
    let mut parts = mark.splitn(5, ' ');
    let mut next = || parts.next()?.parse::<usize>().ok();
    let file = [u32::try_from(next()?).ok()?, u32::try_from(next()?).ok()?];
    let place = Place::new(FileId::numbered(file), next()?..next()?);
    let named = parts.next().filter(|named| !named.is_empty()).map(Into::into);
    Some(TextPlace { place, named })
}

/// The letters of a value, with its control characters.
fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(CONTROL) {
        out.push_str(before);
        let (number, after) = after.split_once(CONTROL_END).unwrap_or((after, ""));
        out.extend(u32::from_str_radix(number, 16).ok().and_then(char::from_u32));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Cuts marked text into its parts.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, origin::OPEN]) {
        if at > 0 {
            found.push(Part::Prose(&rest[..at]));
        }
        rest = &rest[at..];
        if rest.starts_with(OPEN) {
            let (value, after) =
                rest[OPEN.len_utf8()..].split_once(CLOSE).unwrap_or((rest, ""));
            found.push(value_of(value));
            rest = after;
        } else {
            let end = rest.find(origin::CLOSE).map_or(rest.len(), |end| end + 1);
            found.push(Part::Line(&rest[..end]));
            rest = &rest[end..];
        }
    }
    if !rest.is_empty() {
        found.push(Part::Prose(rest));
    }
    found
}

/// A value, by what stands between its marks.
fn value_of(marked: &str) -> Part<'static> {
    let (mark, text) = marked.split_once(BEGIN).unwrap_or(("0", marked));
    let text = unmarked(text);
    let mut mark = mark.chars();
    match mark.next().unwrap_or('0') {
        BLANK => Part::Blank(text),
        GAP => Part::Gap(text),
        looks => Part::Letters(Letters {
            text,
            looks: Looks::of(looks),
            place: place_of(mark.as_str()),
        }),
    }
}

/// The letters of marked text, for code position.
pub(super) fn plain(text: &str) -> String {
    let of = |part: Part<'_>| match part {
        Part::Prose(prose) => prose.to_owned(),
        Part::Letters(letters) => letters.text,
        Part::Blank(key) => format!("[{key}]"),
        Part::Gap(_) | Part::Line(_) => String::new(),
    };
    parts(text).into_iter().map(of).collect()
}

/// Makes one text of a sentence: the template's prose, in which white space is one space and none stands before a mark
/// or behind a bracket, and the values in it as they are. Nothing but values is left, so that what belongs together
/// is seen in it.
///
/// # Errors
/// With the character, when the prose holds markup.
pub(super) fn sentence(text: &str) -> Result<String, char> {
    let mut out = Sentence::default();
    for part in parts(text) {
        match part {
            Part::Prose(prose) => out.prose(prose)?,
            Part::Letters(letters) => out.letters(letters),
            Part::Blank(key) => out.mark(&blank(&key)),
            Part::Gap(what) => out.mark(&gap(&what)),
            // The first line says where the sentence is.
            Part::Line(mark) if out.text.is_empty() && out.run.text.is_empty() => {
                out.text.push_str(mark);
            }
            Part::Line(_) => {}
        }
    }
    out.end();
    Ok(out.text)
}

/// The same for a template.
///
/// # Errors
/// When the prose holds markup.
pub(super) fn prose(text: &str) -> Result<String, Error> {
    sentence(text).map_err(|letter| {
        let detail = format!("a sentence holds no markup, and this one holds `{letter}`");
        Error::new(ErrorKind::InvalidOperation, detail)
    })
}

/// The letters of a string. Prose of a template with values in it (`{% filter typst %}`) is made one text first.
///
/// # Errors
/// When the prose holds markup.
pub(super) fn letters_of<'v>(value: &Value, text: &'v str) -> Result<Cow<'v, str>, Error> {
    if value.is_safe() {
        Ok(Cow::Owned(plain(&prose(text)?)))
    } else {
        Ok(Cow::Borrowed(text))
    }
}

/// A sentence on its way.
#[derive(Default)]
struct Sentence {
    /// What is done.
    text: String,
    /// Letters of one look and place that are still to be marked.
    run: Letters,
    /// Whether white space of the template waits for what comes next.
    waits: bool,
    /// Whether something stands before that takes a space behind it: not at the beginning, nor behind a bracket.
    takes_space: bool,
}

impl Sentence {
    fn prose(&mut self, prose: &str) -> Result<(), char> {
        for letter in prose.chars() {
            if MARKUP.contains(&letter) {
                return Err(letter);
            }
            if letter.is_whitespace() && letter != '\u{A0}' {
                self.waits = true;
                continue;
            }
            self.waits &= !CLOSING.contains(&letter);
            self.settle();
            self.go_on(Looks::default(), None);
            self.run.text.push(letter);
            self.takes_space = !OPENING.contains(&letter);
        }
        Ok(())
    }

    fn letters(&mut self, letters: Letters) {
        if letters.text.is_empty() {
            return;
        }
        self.settle();
        self.go_on(letters.looks, letters.place);
        self.run.text.push_str(&letters.text);
    }

    /// Writes a mark that has no letters.
    fn mark(&mut self, mark: &str) {
        self.settle();
        self.end();
        self.text.push_str(mark);
    }

    /// Writes the space that waits.
    fn settle(&mut self) {
        if std::mem::take(&mut self.waits) && self.takes_space {
            self.go_on(Looks::default(), None);
            self.run.text.push(' ');
        }
        self.takes_space = true;
    }

    /// Goes on with letters of a look from a place: with those before them, or with others.
    fn go_on(&mut self, looks: Looks, place: Option<TextPlace>) {
        if (looks, &place) != (self.run.looks, &self.run.place) {
            self.end();
            self.run = Letters { looks, place, text: String::new() };
        }
    }

    /// Marks what is alike.
    fn end(&mut self) {
        if !self.run.text.is_empty() {
            let Letters { text, looks, place } = std::mem::take(&mut self.run);
            self.text.push_str(&letters(&text, looks, place.as_ref()));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str) -> String {
        letters(text, Looks::default(), None)
    }

    fn said(text: &str) -> String {
        plain(&sentence(text).expect("a sentence"))
    }

    #[test]
    fn white_space_of_a_template_is_folded_and_that_of_values_is_not() {
        let words = value("a  ,b");
        assert_eq!(
            said(&format!("\n  Trong {words}\n  , có \n ( {words} ) .\n")),
            "Trong a  ,b, có (a  ,b)."
        );
        assert_eq!(said(&format!("có {} lượt", value("8"))), "có 8 lượt");
        assert_eq!(said(&format!("x {}", value(", y"))), "x , y");
        assert_eq!(said(&format!("{} {}", value("a"), blank("k"))), "a [k]");
    }

    #[test]
    fn what_is_alike_is_one_value_and_a_place_is_kept() {
        let place = Place::new(FileId::numbered([7, 1]), 12..30);
        let place = TextPlace {
            place,
            named: Some("data/kế hoạch 1.yaml:5".into()),
        };
        let text =
            format!("a {} b {} c", value("#"), letters("*", Looks::default(), Some(&place)));
        let sentence = sentence(&text).expect("a sentence");
        let of = |text: &str, place: Option<&TextPlace>| {
            let looks = Looks::default();
            Part::Letters(Letters {
                text: text.to_owned(),
                looks,
                place: place.cloned(),
            })
        };
        assert_eq!(
            parts(&sentence),
            [of("a # b ", None), of("*", Some(&place)), of(" c", None)]
        );
    }

    #[test]
    fn markup_in_prose_is_refused() {
        for markup in MARKUP {
            assert_eq!(sentence(&format!("a {markup}b")), Err(markup));
        }
    }

    proptest! {
        #[test]
        fn a_value_is_what_it_was(
            text in any::<String>(),
            bits in 0_u8..8,
            place in proptest::option::of((0..9_u32, 0..99_usize, "[a-z :]{0,5}")),
        ) {
            let looks = Looks { bold: bits & 1 > 0, italic: bits & 2 > 0, asked: bits & 4 > 0 };
            let place = place.map(|(file, at, name)| TextPlace {
                place: Place::new(FileId::numbered([file, 3]), at..at + 3),
                named: Some(name.into()).filter(|name: &std::sync::Arc<str>| !name.is_empty()),
            });
            let marked = letters(&text, looks, place.as_ref());
            let whole = Part::Letters(Letters { text: text.clone(), looks, place });
            prop_assert_eq!(parts(&marked), std::slice::from_ref(&whole));
            let inside = sentence(&marked).expect("no prose");
            let expected = if text.is_empty() { vec![] } else { vec![whole] };
            prop_assert_eq!(parts(&inside), expected);
        }
    }
}
