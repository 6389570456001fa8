//! Typst markup with the way back: from a place in it to the line of the template that made it, and to the value of the
//! data that its letters are of.
//!
//! In goes what a template printed, marked text; out comes [`Markup`]. Here, and nowhere else, values become markup:
//! the letters between two pieces of the template are one text, whatever their looks and wherever they come from,
//! and are cut by what stays together (`kept`). Each is written as a Typst string in its looks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::escape::{break_up, literal, written_at};
use super::kept::{HARD_SPACE, Kind, Piece, begins_a_name, joined, pieces};
use super::marks::{self, Letters, Looks, Part};
use super::origin::{Origin, Origins};
use crate::diag::TextPlace;

/// Generated Typst markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup {
    /// The markup.
    pub text: String,
    /// Where its parts came from in the templates.
    pub origins: Origins,
    /// Where strings of it came from in the data, in order.
    pub(crate) values: Vec<(Range<usize>, TextPlace)>,
    /// The pictures of the paper, by their paths in the workspace.
    pub(crate) pictures: BTreeMap<String, Arc<[u8]>>,
}

impl Markup {
    /// Escapes what a template printed.
    pub(super) fn of(marked: &str) -> Self {
        let mut writer = Writer::default();
        for part in marks::parts(marked) {
            match part {
                Part::Letters(letters) => writer.waiting.push(letters),
                Part::Prose(prose) => writer.text().push_str(prose),
                Part::Blank(key) => writer.call("blank", &key),
                Part::Gap(what) => writer.call("gap", &what),
                Part::Line(mark) => {
                    let at = writer.text().len();
                    writer.markup.origins.push(at, Origin::of(mark));
                }
            }
        }
        writer.text();
        writer.markup
    }

    /// All places in the data as one text, which changes when one of them moves.
    pub(crate) fn places(&self) -> String {
        let place = |(at, found): &(Range<usize>, TextPlace)| {
            let named = found.named.as_deref().unwrap_or_default();
            format!("{} {:?} {named}\n", at.start, found.place.range)
        };
        self.values.iter().map(place).collect()
    }

    /// The place in the data of the letters that stand at an offset.
    pub(crate) fn value_at(&self, offset: usize) -> Option<&TextPlace> {
        let after = self.values.partition_point(|(range, _)| range.start <= offset);
        let (range, place) = self.values.get(after.checked_sub(1)?)?;
        range.contains(&offset).then_some(place)
    }

    /// Mends the line before letters that stand so many bytes into the string at an offset, when it gapes since they
    /// stay together with what follows. A word goes back to that line without its number; before a name, or a
    /// word that is whole by itself, the line is not filled. None when nothing keeps the letters.
    pub(crate) fn mend_line_before(&self, string: usize, into: usize) -> Option<Edit> {
        // What an office's own Typst says is left as it is.
        let literal = self.text.get(string..).filter(|text| text.starts_with('"'))?;
        let before = self.text[..string].strip_suffix('#')?;
        if let Some(whole) = before.strip_suffix(WHOLE) {
            return Some(Edit {
                part: whole.len()..whole.len(),
                with: LINE_END.to_owned(),
            });
        }
        let offset = string + written_at(literal, into);
        let word = self.text.get(offset..)?;
        let end = word.find([' ', HARD_SPACE, '"']).unwrap_or(word.len());
        let kept = word[end..].starts_with(HARD_SPACE).then(|| &word[..end])?;
        let space = offset + end;
        Some(if begins_a_name(kept) {
            Edit {
                part: offset..offset,
                with: format!("\";{LINE_END}{STRING}"),
            }
        } else {
            Edit {
                part: space..space + HARD_SPACE.len_utf8(),
                with: " ".to_owned(),
            }
        })
    }

    /// Carries an edit out.
    pub(crate) fn edit(&mut self, Edit { part, with }: &Edit) {
        self.text.replace_range(part.clone(), with);
        let moved = |at: &mut usize| {
            if *at >= part.end {
                *at = *at + with.len() - part.len();
            }
        };
        for (range, _) in &mut self.values {
            // A string grows with what is put at its first letter.
            let starts_before = range.start < part.start;
            moved(&mut range.end);
            if !starts_before {
                moved(&mut range.start);
            }
        }
        self.origins.move_behind(part, with.len());
    }

    /// The place in the data of the first letters that stand within a part of the markup.
    pub(crate) fn value_within(&self, part: &Range<usize>) -> Option<&TextPlace> {
        let first = self.values.partition_point(|(range, _)| range.start < part.start);
        let (range, place) = self.values.get(first)?;
        (range.start < part.end).then_some(place)
    }
}

/// What a string and a piece that is whole begin with, and what ends a line without filling it.
const STRING: &str = "#\"";
const WHOLE: &str = "#whole[";
const LINE_END: &str = "#linebreak();";

/// Another text in the place of a part of the markup, which lies within one string or in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) part: Range<usize>,
    pub(crate) with: String,
}

/// Markup on its way.
#[derive(Default)]
struct Writer {
    markup: Markup,
    /// Letters that are still to be written.
    waiting: Vec<Letters>,
}

/// A piece of a text that stays together, or breaks at its spaces: its letters by look and place.
struct Unit<'a> {
    piece: Piece<'a>,
    letters: Vec<Owned<'a>>,
}

impl Unit<'_> {
    /// The looks of all its letters, if they have the same.
    fn looks(&self) -> Option<Looks> {
        let (_, first) = self.letters.first()?;
        let is_same = |(_, letters): &Owned<'_>| letters.looks == first.looks;
        self.letters.iter().all(is_same).then_some(first.looks)
    }
}

impl Writer {
    /// The markup, with all that waits.
    fn text(&mut self) -> &mut String {
        if !self.waiting.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            let text: String = waiting.iter().map(|letters| letters.text.as_str()).collect();
            if text.is_empty() {
                self.markup.text.push_str("#\"\";");
            } else {
                let text = joined(&text, Kind::Running);
                self.units(&units(&text, &waiting));
            }
        }
        &mut self.markup.text
    }

    /// Writes the call of a word with a string.
    fn call(&mut self, word: &str, argument: &str) {
        let call = format!("#{word}({});", literal(argument));
        self.text().push_str(&call);
    }

    /// Writes units; those that look alike stand in one style.
    fn units(&mut self, units: &[Unit<'_>]) {
        for alike in
            units.chunk_by(|one, next| one.looks().is_some() && one.looks() == next.looks())
        {
            let looks = alike.first().and_then(Unit::looks);
            self.styled(looks.unwrap_or_default(), |writer| {
                for unit in alike {
                    writer.unit(unit, looks.is_none());
                }
            });
        }
    }

    /// Writes a unit; of one whose letters look differently each brings its own style.
    fn unit(&mut self, unit: &Unit<'_>, is_mixed: bool) {
        match unit.piece {
            Piece::Plain(_) => self.letters(&unit.letters, is_mixed),
            Piece::Whole(_) => {
                // Content, not a string: its place is then here, not where it is drawn.
                self.markup.text.push_str(WHOLE);
                self.letters(&unit.letters, is_mixed);
                self.markup.text.push_str("];");
            }
            Piece::Long(word) => {
                self.markup.text.push_str("#long-word((");
                let mut rest = unit.letters.clone();
                for part in break_up(word) {
                    // As above.
                    self.markup.text.push('[');
                    let letters = taken(part.len(), &mut rest);
                    self.letters(&letters, is_mixed);
                    self.markup.text.push_str("],");
                }
                self.markup.text.push_str("));");
            }
        }
    }

    fn letters(&mut self, letters: &[Owned<'_>], is_mixed: bool) {
        for (text, of) in letters {
            let looks = if is_mixed { of.looks } else { Looks::default() };
            self.styled(looks, |writer| writer.string(text, of.place.as_ref()));
        }
    }

    /// Writes a string with its place.
    fn string(&mut self, text: &str, place: Option<&TextPlace>) {
        self.markup.text.push('#');
        let start = self.markup.text.len();
        self.markup.text.push_str(&literal(text));
        let range = start..self.markup.text.len();
        self.markup.values.extend(place.map(|place| (range, place.clone())));
        self.markup.text.push(';');
    }

    /// Writes something in a style.
    fn styled(&mut self, looks: Looks, write: impl FnOnce(&mut Self)) {
        let styles =
            [(looks.asked, "#asked["), (looks.bold, "#strong["), (looks.italic, "#emph[")];
        let applied = || styles.into_iter().filter(|(applies, _)| *applies);
        self.markup.text.extend(applied().map(|(_, open)| open));
        write(self);
        self.markup.text.extend(applied().map(|_| "];"));
    }
}

/// Letters of a text with whose they are.
type Owned<'a> = (&'a str, &'a Letters);

/// The units of a text whose letters these are, but for hard spaces.
fn units<'a>(text: &'a str, letters: &'a [Letters]) -> Vec<Unit<'a>> {
    let mut owners: Vec<(usize, &Letters)> = letters
        .iter()
        .map(|letters| (letters.text.chars().count(), letters))
        .collect();
    owners.reverse();
    let unit = |piece: Piece<'a>| Unit { piece, letters: owned(piece.text(), &mut owners) };
    pieces(text).into_iter().map(unit).collect()
}

/// Gives letters to their owners, each of whom still has so many.
fn owned<'a>(mut text: &'a str, owners: &mut Vec<(usize, &'a Letters)>) -> Vec<Owned<'a>> {
    let mut found = Vec::new();
    while !text.is_empty()
        && let Some((left, owner)) = owners.last_mut()
    {
        let end = text.char_indices().nth(*left).map_or(text.len(), |(end, _)| end);
        let (own, rest) = text.split_at(end);
        if !own.is_empty() {
            found.push((own, *owner));
        }
        *left -= own.chars().count();
        if *left == 0 {
            owners.pop();
        }
        text = rest;
    }
    found
}

/// Takes so many bytes from the beginning of letters.
fn taken<'a>(mut bytes: usize, rest: &mut Vec<Owned<'a>>) -> Vec<Owned<'a>> {
    let mut found = Vec::new();
    for (text, letters) in rest.iter_mut() {
        let (own, left) = text.split_at(bytes.min(text.len()));
        bytes -= own.len();
        if !own.is_empty() {
            found.push((own, *letters));
        }
        *text = left;
    }
    rest.retain(|(text, _)| !text.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Place};

    fn value(text: &str, bold: bool, at: usize) -> String {
        let looks = Looks { bold, ..Looks::default() };
        let place = Place::new(FileId::numbered([1, 0]), at..at + 1);
        marks::letters(text, looks, Some(&TextPlace { place, named: None }))
    }

    #[test]
    fn what_belongs_together_is_seen_through_looks_and_places() {
        let prose = |text: &str| marks::letters(text, Looks::default(), None);
        let marked = [
            prose("trong năm "),
            value("2024", true, 5),
            value(" qua 30-", false, 6),
            value("CT", true, 7),
        ];
        let marked = marked.concat();
        let markup = Markup::of(&format!("a [{marked}] b"));
        let expected = "a [#\"trong năm\u{a0}\";#strong[#\"2024\";];#\" qua \";#whole[#\"30-\";#strong[#\"CT\";];];] b";
        assert_eq!(markup.text, expected);
        let at = |needle: &str| {
            let offset = markup.text.find(needle).expect("is there");
            markup.value_at(offset).map(|found| found.place.range.start)
        };
        assert_eq!((at("2024"), at(" qua"), at("trong")), (Some(5), Some(6), None));
        let first = |part: &str| {
            let start = markup.text.find(part).expect("is there");
            let found = markup.value_within(&(start..start + part.len()));
            found.map(|found| found.place.range.start)
        };
        let (whole, prose) = (first("#strong[#\"2024\";]"), first("#\"trong"));
        assert_eq!((whole, prose), (Some(5), None));
    }

    #[test]
    fn letters_of_one_look_stand_in_one_style() {
        let marked = [value("ngày 15/01/2024 qua", true, 1)].concat();
        let expected = "#strong[#\"ngày\u{a0}\";#whole[#\"15/01/2024\";];#\" qua\";];";
        assert_eq!(Markup::of(&marked).text, expected);
    }

    #[test]
    fn a_long_word_of_two_values_breaks_between_its_letters() {
        let marked = [value("https://", false, 1), value("langson.gov.vn", true, 9)].concat();
        let text = Markup::of(&marked).text;
        assert!(text.starts_with("#long-word(([#\"https:/\";],[#\"/\";],"), "{text}");
        assert!(text.contains("[#strong[#\"vn\";];]"), "{text}");
    }

    #[test]
    fn only_strings_are_mended() {
        let markup = Markup::of(&value("chí Hoàng Văn Thụ 30-CT", false, 1));
        let at = markup.text.find('"').expect("a string");
        let name = markup.mend_line_before(at, "chí ".len()).expect("an edit");
        assert_eq!(name.with, "\";#linebreak();#\"");
        let whole = at + markup.text[at..].find("[#\"").expect("a piece") + 2;
        assert_eq!(markup.mend_line_before(whole, 0).expect("an edit").with, LINE_END);
        let own = Markup {
            text: "a Hoàng\u{a0}Văn".to_owned(),
            ..Markup::default()
        };
        assert_eq!(own.mend_line_before(0, 2), None);
        // Values stand where they stood.
        let mut mended = markup.clone();
        mended.edit(&name);
        let place = |markup: &Markup, letters| {
            markup.value_at(markup.text.find(letters).expect("there")).cloned()
        };
        for letters in ["chí", "30-CT"] {
            assert_eq!(place(&mended, letters), place(&markup, letters));
        }
    }

    #[test]
    fn an_empty_value_is_an_empty_string() {
        assert_eq!(Markup::of(&value("", false, 1)).text, "#\"\";");
    }
}
