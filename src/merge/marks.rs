//! Values in a template's output, until they are escaped: marked text.
//!
//! A template prints a value as its letters between marks that say how they look; what it prints so is escaped once,
//! at the end ([`escaped`]). In between, a sentence can be made of it ([`sentence`]): the prose of the template and the
//! values in it become one text. The marks are control characters, which no value can bring in.

use std::fmt::Write;

use super::escape::{literal, markup};

/// Opens a value, before the mark of its looks.
const OPEN: char = '\u{3}';
/// Closes a value.
const CLOSE: char = '\u{4}';
/// Stands for a control character of a value, before its number and [`CONTROL_END`].
const CONTROL: char = '\u{5}';
const CONTROL_END: char = '\u{6}';

/// The marks of a template's lines, which pass through (`origin`).
const LINE: (char, char) = ('\u{1}', '\u{2}');

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

/// A part of marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part<'a> {
    /// What the template says.
    Prose(&'a str),
    /// Letters of a value.
    Letters(String, Looks),
    /// What a draft lacks: the key that will give it.
    Blank(String),
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

    /// Letters as markup of these looks.
    fn markup(self, letters: &str) -> String {
        let mut run = markup(letters);
        let styles = [(self.italic, "emph"), (self.bold, "strong"), (self.asked, "asked")];
        for (_, function) in styles.into_iter().filter(|(applies, _)| *applies) {
            run = format!("#{function}[{run}];");
        }
        run
    }
}

/// The mark of a blank.
const BLANK: char = 'b';

/// Letters as marked text.
pub(super) fn letters(text: &str, looks: Looks) -> String {
    marked(looks.mark(), text)
}

/// A blank as marked text.
pub(super) fn blank(key: &str) -> String {
    marked(BLANK, key)
}

fn marked(mark: char, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    out.extend([OPEN, mark]);
    for letter in text.chars() {
        if letter.is_control() {
            // Writing to a string cannot fail.
            let _ = write!(out, "{CONTROL}{:x}{CONTROL_END}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out.push(CLOSE);
    out
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
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, LINE.0]) {
        if at > 0 {
            found.push(Part::Prose(&rest[..at]));
        }
        rest = &rest[at..];
        if rest.starts_with(LINE.0) {
            let end = rest.find(LINE.1).map_or(rest.len(), |end| end + LINE.1.len_utf8());
            found.push(Part::Line(&rest[..end]));
            rest = &rest[end..];
        } else {
            let inside = &rest[OPEN.len_utf8()..];
            let (value, after) = inside.split_once(CLOSE).unwrap_or((inside, ""));
            let mut letters = value.chars();
            let mark = letters.next().unwrap_or('0');
            let letters = unmarked(letters.as_str());
            found.push(match mark {
                BLANK => Part::Blank(letters),
                looks => Part::Letters(letters, Looks::of(looks)),
            });
            rest = after;
        }
    }
    if !rest.is_empty() {
        found.push(Part::Prose(rest));
    }
    found
}

/// Marked text as markup: the one place where values become Typst.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for part in parts(text) {
        match part {
            Part::Prose(prose) | Part::Line(prose) => out.push_str(prose),
            Part::Letters(letters, looks) => out.push_str(&looks.markup(&letters)),
            Part::Blank(key) => {
                let _ = write!(out, "#blank({});", literal(&key));
            }
        }
    }
    out
}

/// Makes one text of a sentence: the template's prose, in which white space is one space and none stands before a mark
/// or behind a bracket, and the values in it as they are. What looks alike becomes one value, so that what
/// belongs together is seen in it.
///
/// # Errors
/// With the character, when the prose holds markup.
pub(super) fn sentence(text: &str) -> Result<String, char> {
    let mut out = Sentence::default();
    for part in parts(text) {
        match part {
            Part::Prose(prose) => out.prose(prose)?,
            Part::Letters(letters, looks) => out.letters(&letters, looks),
            Part::Blank(key) => {
                out.settle();
                out.end();
                out.text.push_str(&blank(&key));
            }
            // The first line says where the sentence is.
            Part::Line(mark) if out.text.is_empty() && out.run.is_empty() => {
                out.text.push_str(mark);
            }
            Part::Line(_) => {}
        }
    }
    out.end();
    Ok(out.text)
}

/// A sentence on its way.
#[derive(Default)]
struct Sentence {
    /// What is done.
    text: String,
    /// Letters of one look that are still to be marked.
    run: String,
    looks: Looks,
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
            self.look(Looks::default());
            self.run.push(letter);
            self.takes_space = !OPENING.contains(&letter);
        }
        Ok(())
    }

    fn letters(&mut self, letters: &str, looks: Looks) {
        if letters.is_empty() {
            return;
        }
        self.settle();
        self.look(looks);
        self.run.push_str(letters);
    }

    /// Writes the space that waits.
    fn settle(&mut self) {
        if std::mem::take(&mut self.waits) && self.takes_space {
            self.look(Looks::default());
            self.run.push(' ');
        }
        self.takes_space = true;
    }

    fn look(&mut self, looks: Looks) {
        if looks != self.looks {
            self.end();
            self.looks = looks;
        }
    }

    /// Marks what looks alike.
    fn end(&mut self) {
        if !self.run.is_empty() {
            let run = std::mem::take(&mut self.run);
            self.text.push_str(&letters(&run, self.looks));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> String {
        letters(text, Looks::default())
    }

    fn said(text: &str) -> String {
        let parts = sentence(text).expect("a sentence");
        let of = |part: Part<'_>| match part {
            Part::Letters(letters, _) => letters,
            Part::Blank(key) => format!("[{key}]"),
            Part::Prose(_) | Part::Line(_) => String::new(),
        };
        super::parts(&parts).into_iter().map(of).collect()
    }

    #[test]
    fn white_space_of_a_template_is_folded_and_that_of_values_is_not() {
        let value = plain("a  ,b");
        assert_eq!(
            said(&format!("\n  Trong {value}\n  , có \n ( {value} ) .\n")),
            "Trong a  ,b, có (a  ,b)."
        );
        assert_eq!(said(&format!("có {} lượt", plain("8"))), "có 8 lượt");
        assert_eq!(said(&format!("x {}", plain(", y"))), "x , y");
        assert_eq!(said(&format!("{} {}", plain("a"), blank("k"))), "a [k]");
    }

    #[test]
    fn what_looks_alike_is_one_value() {
        let bold = Looks { bold: true, ..Looks::default() };
        let text = format!("a {} b {} c", plain("#"), letters("*", bold));
        assert_eq!(
            escaped(&sentence(&text).expect("a sentence")),
            "#\"a # b \";#strong[#\"*\";];#\" c\";"
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
        fn a_value_is_what_it_was(text in any::<String>(), bits in 0_u8..8) {
            let looks = Looks { bold: bits & 1 > 0, italic: bits & 2 > 0, asked: bits & 4 > 0 };
            prop_assert_eq!(escaped(&letters(&text, looks)), looks.markup(&text));
            let inside = sentence(&letters(&text, looks)).expect("no prose");
            let expected = if text.is_empty() { String::new() } else { looks.markup(&text) };
            prop_assert_eq!(escaped(&inside), expected);
        }
    }
}
