//! From a line that was changed to the values of the data that it says.
//!
//! A change within the letters of one value is a change of that value. The page says some values in its own way: with an
//! end mark of its own, in capitals, with a name for a brace. So the letters of the page are laid beside those of the
//! value, and what has no counterpart there is not the value's to change.

use std::collections::BTreeMap;
use std::ops::Range;

use super::hunks::{Hunk, hunks};
use super::line::{Letter, Line, fill_spaces, text_of};
use super::paper::OpenPaper;
use super::why::Why;
use crate::docx::Source;
use crate::papers::{Inline, Text};
use crate::yaml::normalised;

/// What closes a line, which the page decides.
pub(super) const END_MARKS: [char; 5] = [';', '.', ',', '/', '!'];

/// The new texts of values, by their paths, and why some of the changes could not be placed.
#[derive(Debug, Default)]
pub(super) struct Reworded {
    pub(super) values: Vec<(String, String)>,
    pub(super) why: Option<Why>,
}

/// What the change of a line makes of the values in it.
pub(super) fn reworded(
    line: &Line,
    (old, new): (&[Letter], &[Letter]),
    paper: &OpenPaper<'_>,
) -> Reworded {
    let mut found = Reworded::default();
    let mut by_source: BTreeMap<usize, Vec<Hunk>> = BTreeMap::new();
    for hunk in hunks(old, new, true) {
        match owner(line, old, &hunk.old) {
            Ok(source) => by_source.entry(source).or_default().push(hunk),
            Err(why) => found.refuse(why),
        }
    }
    for (source, hunks) in by_source {
        let own = path(&line.sources[source], paper)
            .and_then(|path| value(&path, source, (old, new), &hunks, paper));
        match own {
            Ok(Some(own)) => found.values.push(own),
            Ok(None) => {}
            Err(why) => found.refuse(why),
        }
    }
    found
}

impl Reworded {
    /// Keeps the first reason.
    fn refuse(&mut self, why: Why) {
        self.why.get_or_insert(why);
    }
}

/// The path of the value that a source is; of a key of the paper the key.
pub(super) fn path(source: &Source, paper: &OpenPaper<'_>) -> Result<String, Why> {
    match source {
        Source::Value(place) if place.file == paper.name => {
            place.key.clone().ok_or(Why::Template)
        }
        Source::Value(place) => {
            Err(Why::Elsewhere { file: place.file.clone(), line: place.line })
        }
        Source::Key(key) => Ok((*key).to_owned()),
        Source::Template | Source::Mark | Source::Blank => Err(Why::Template),
    }
}

/// The source whose letters are changed.
fn owner(line: &Line, old: &[Letter], range: &Range<usize>) -> Result<usize, Why> {
    let is_data =
        |letter: &&Letter| matches!(line.source(**letter), Source::Value(_) | Source::Key(_));
    if let Some(letters) = old.get(range.clone()).filter(|letters| !letters.is_empty()) {
        let first = letters.iter().find(is_data).ok_or(Why::Template)?;
        let is_own = |letter: &Letter| letter.source == first.source;
        // A space between two words can be anybody's.
        let fits = letters.iter().all(|letter| is_own(letter) || letter.sign == ' ');
        return if fits { Ok(first.source) } else { Err(Why::Several) };
    }
    let before = range.start.checked_sub(1).and_then(|at| old.get(at)).filter(is_data);
    let behind = old.get(range.start).filter(is_data);
    match (before, behind) {
        (Some(one), Some(other)) if one.source == other.source => Ok(one.source),
        (Some(_), Some(_)) => Err(Why::Several),
        (Some(only), None) | (None, Some(only)) => Ok(only.source),
        (None, None) => Err(Why::Template),
    }
}

/// What changes make of one value; nothing where they leave it as it is.
fn value(
    path: &str,
    source: usize,
    (old, new): (&[Letter], &[Letter]),
    hunks: &[Hunk],
    paper: &OpenPaper<'_>,
) -> Result<Option<(String, String)>, Why> {
    let node = paper.value(path).ok_or(Why::Template)?;
    let written = normalised(node.scalar().ok_or(Why::Template)?);
    let from = old
        .iter()
        .position(|letter| letter.source == source)
        .unwrap_or_default();
    let to = old
        .iter()
        .rposition(|letter| letter.source == source)
        .map_or(from, |at| at + 1);
    let shown = &old[from..to];
    let is_own = |letter: &Letter| letter.source == source || letter.sign == ' ';
    if !shown.iter().all(is_own) {
        return Err(Why::Several);
    }
    let is_rich = paper.is_rich(path);
    let letters = if is_rich { letters_of(&written) } else { plain_letters(&written) };
    let beside = Beside::new(shown, &letters);
    let mut changed = letters.clone();
    for hunk in hunks.iter().rev() {
        // A space of the template at either end is left to it.
        let start = hunk.old.start.clamp(from, to);
        let end = hunk.old.end.clamp(start, to);
        let mut replaced: Vec<Letter> = new[hunk.new.clone()].to_vec();
        let own = beside.range(start - from..end - from, shown, &mut replaced)?;
        shown_as_written(&mut replaced, shown, &letters);
        if !is_rich {
            replaced
                .iter_mut()
                .for_each(|letter| (letter.bold, letter.italic) = (false, false));
        }
        changed.splice(own, replaced);
    }
    fill_spaces(&mut changed);
    let text = if is_rich { markup(&changed)? } else { text_of(&changed) };
    let text = normalised(&text).trim().to_owned();
    if text.is_empty() {
        return Err(Why::Emptied);
    }
    Ok((text != written).then(|| (path.to_owned(), text)))
}

/// The letters of a page beside those of the value that it says.
struct Beside {
    /// For each letter of the page that of the value.
    value_of: Vec<Option<usize>>,
}

impl Beside {
    fn new(shown: &[Letter], value: &[Letter]) -> Self {
        let mut value_of = Vec::with_capacity(shown.len());
        let (mut at, mut there) = (0, 0);
        for Hunk { old, new } in hunks(shown, value, false) {
            while at < old.start {
                value_of.push(Some(there));
                at += 1;
                there += 1;
            }
            value_of.extend(old.clone().map(|_| None));
            (at, there) = (old.end, new.end);
        }
        while at < shown.len() {
            value_of.push(Some(there));
            at += 1;
            there += 1;
        }
        Self { value_of }
    }

    /// The letters of the value for some of the page. An end mark of the page alone is left out on both sides.
    fn range(
        &self,
        shown_range: Range<usize>,
        shown: &[Letter],
        replaced: &mut Vec<Letter>,
    ) -> Result<Range<usize>, Why> {
        let Range { start, mut end } = shown_range;
        let is_mark = |letter: &Letter| END_MARKS.contains(&letter.sign);
        while end > start && self.value_of[end - 1].is_none() && is_mark(&shown[end - 1]) {
            end -= 1;
            if replaced.last().is_some_and(is_mark) {
                replaced.pop();
            }
        }
        if start == end {
            if replaced.is_empty() {
                return Err(Why::Template);
            }
            let here = self.value_of.get(start).copied().flatten();
            let before = start.checked_sub(1).and_then(|at| self.value_of[at]);
            let at = here.or(before.map(|at| at + 1)).ok_or(Why::SaidOtherwise)?;
            return Ok(at..at);
        }
        let (first, last) = (self.value_of[start], self.value_of[end - 1]);
        match (first, last) {
            (Some(first), Some(last)) if last + 1 - first == end - start => {
                Ok(first..last + 1)
            }
            _ => Err(Why::SaidOtherwise),
        }
    }
}

/// Takes from letters the look that the page gives a whole value, and not the value to itself.
fn shown_as_written(replaced: &mut [Letter], shown: &[Letter], value: &[Letter]) {
    let words = |letter: &&Letter| letter.sign != ' ';
    let all =
        |letters: &[Letter], look: fn(&Letter) -> bool| letters.iter().filter(words).all(look);
    if all(shown, |letter| letter.bold) && !all(value, |letter| letter.bold) {
        replaced.iter_mut().for_each(|letter| letter.bold = false);
    }
    if all(shown, |letter| letter.italic) && !all(value, |letter| letter.italic) {
        replaced.iter_mut().for_each(|letter| letter.italic = false);
    }
}

fn plain_letters(text: &str) -> Vec<Letter> {
    text.chars()
        .map(|sign| Letter { sign, bold: false, italic: false, source: 0 })
        .collect()
}

/// The letters of a text with stars of style.
fn letters_of(text: &str) -> Vec<Letter> {
    let parsed = Text::parse(text);
    let inlines = parsed.inlines().iter().flat_map(|inline| match inline {
        Inline::Run { text, bold, italic, .. } => text
            .chars()
            .map(|sign| Letter { sign, bold: *bold, italic: *italic, source: 0 })
            .collect(),
        Inline::Blank(_) => Vec::new(),
    });
    inlines.collect()
}

/// Letters as a text with stars of style.
///
/// # Errors
/// When stars cannot say it, as within a word.
pub(super) fn markup(letters: &[Letter]) -> Result<String, Why> {
    let mut text = String::new();
    let looks = |letter: &Letter| (letter.bold, letter.italic);
    for part in letters.chunk_by(|one, other| looks(one) == looks(other)) {
        let stars = match looks(&part[0]) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let letters = text_of(part);
        // Stars stand at words.
        let inner = letters.trim();
        let (before, behind) = (
            &letters[..letters.len() - letters.trim_start().len()],
            &letters[letters.trim_end().len()..],
        );
        if inner.is_empty() {
            text.push_str(&letters);
        } else {
            text.extend([before, stars, inner, stars, behind]);
        }
    }
    let wanted = letters.iter().filter(|letter| letter.sign != ' ');
    let read = letters_of(&normalised(&text));
    let found = read.iter().filter(|letter| letter.sign != ' ');
    let plain = |letter: &Letter| (letter.sign, letter.bold, letter.italic);
    if wanted.map(plain).eq(found.map(plain)) { Ok(text) } else { Err(Why::Looks) }
}

/// The source of a line's own letters, where all but mark and end mark are of one value.
pub(super) fn only_path(line: &Line, paper: &OpenPaper<'_>) -> Option<String> {
    let mut found = None;
    for letter in &line.letters[line.mark..] {
        match line.source(*letter) {
            Source::Template if END_MARKS.contains(&letter.sign) || letter.sign == ' ' => {}
            source => {
                let path = path(source, paper).ok()?;
                if found.get_or_insert_with(|| path.clone()) != &path {
                    return None;
                }
            }
        }
    }
    found
}
