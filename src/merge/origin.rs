//! From a line of generated markup back to the template that it came from.
//!
//! Templates are marked before they are compiled: at the start of each of their lines that holds
//! text, a mark says which template and which line it is. The marks are control characters, which
//! no value can bring in (the escape writes them by number); they are taken out of the result,
//! and where they stood is the map.

use std::ops::Range;

use minijinja::machinery::{Token, tokenize};
use minijinja::syntax::SyntaxConfig;

/// Opens a mark.
pub(super) const OPEN: char = '\u{1}';
/// Closes a mark.
pub(super) const CLOSE: char = '\u{2}';

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The template's name.
    pub template: String,
    /// The line, from 1.
    pub line: usize,
}

/// Where the parts of a generated text came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(Vec<(usize, Origin)>);

impl Origin {
    /// The line that a mark names.
    pub(super) fn of(mark: &str) -> Self {
        let inside = mark.trim_start_matches(OPEN).trim_end_matches(CLOSE);
        let (template, line) = inside.rsplit_once(':').unwrap_or((inside, ""));
        Self {
            template: template.to_owned(),
            line: line.parse().unwrap_or(1),
        }
    }
}

impl Origins {
    /// Notes that from this offset on the text is of a line.
    pub(super) fn push(&mut self, offset: usize, origin: Origin) {
        self.0.push((offset, origin));
    }

    /// Moves what stands behind a part of the text that is now so long.
    pub(super) fn move_behind(&mut self, part: &Range<usize>, length: usize) {
        for (start, _) in self.0.iter_mut().filter(|(start, _)| *start >= part.end) {
            *start = *start + length - part.len();
        }
    }

    /// The template line that made the byte at this offset.
    pub fn at(&self, offset: usize) -> Option<&Origin> {
        let after = self.0.partition_point(|(start, _)| *start <= offset);
        Some(&self.0.get(after.checked_sub(1)?)?.1)
    }
}

/// A template with its marks, and how to get back from it to the text as written.
pub(super) struct MarkedTemplate {
    /// The text as written.
    source: String,
    /// The marked text.
    pub(super) text: String,
    /// Offset in the marked text after each mark, and the length of all marks up to it.
    shifts: Vec<(usize, usize)>,
}

impl MarkedTemplate {
    /// Marks a template. A mark stands before the first letter of each line of text, so that white-space control
    /// works as without it; what is text, and what a tag, is asked of the template engine.
    pub(super) fn new(name: &str, source: &str) -> Self {
        let mut marked = Self {
            source: source.to_owned(),
            text: String::with_capacity(source.len() + source.len() / 4),
            shifts: Vec::new(),
        };
        let mut done = 0;
        let mut added = 0;
        for (at, line) in lines_of_text(source) {
            let mark = format!("{OPEN}{name}:{line}{CLOSE}");
            marked.text.push_str(&source[done..at]);
            marked.text.push_str(&mark);
            added += mark.len();
            marked.shifts.push((marked.text.len(), added));
            done = at;
        }
        marked.text.push_str(&source[done..]);
        marked
    }

    /// The text as written.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The offset in the text as written, for one in the marked text.
    pub(super) fn unmarked(&self, offset: usize) -> usize {
        let after = self.shifts.partition_point(|(start, _)| *start <= offset);
        let added = after.checked_sub(1).map_or(0, |at| self.shifts[at].1);
        offset.saturating_sub(added)
    }
}

/// Where the lines of text of a template begin, each with its number: at their first letters. A template that is
/// not well formed has those before its mistake.
fn lines_of_text(source: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut line = 1;
    let mut counted = 0;
    for token in tokenize(source, false, SyntaxConfig::default()) {
        // Behind a mistake the engine would tell of it for ever.
        let Ok((token, _)) = token else { break };
        let Token::TemplateData(text) = token else { continue };
        // The text is a part of the source, without the white space that a tag takes away.
        let start = text.as_ptr() as usize - source.as_ptr() as usize;
        let mut at = start;
        for part in text.split_inclusive('\n') {
            let first = at + part.len() - part.trim_start().len();
            at += part.len();
            if first < at {
                line += source[counted..first].matches('\n').count();
                counted = first;
                found.push((first, line));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEMPLATE: &str = "#let a = {{ x }}\n{% if x %}\n  text\n{% endif %} more\n{#\n note\n#}\nend {%\n set y\n= 1 %}\n{% raw %}\n{{ z }}\n{% endraw %}\n";

    /// The text without marks.
    fn unmarked(marked: &str) -> String {
        let pieces = marked.split(OPEN).enumerate();
        let of = |(at, piece): (usize, &str)| match piece.split_once(CLOSE) {
            Some((_, after)) if at > 0 => after.to_owned(),
            _ => piece.to_owned(),
        };
        pieces.map(of).collect()
    }

    #[test]
    fn lines_of_text_are_marked_and_tags_are_not() {
        let marked = MarkedTemplate::new("t", TEMPLATE);
        let marks = marked.text.split(OPEN).skip(1);
        let lines: Vec<usize> = marks
            .map(|mark| Origin::of(mark.split_once(CLOSE).expect("closed").0).line)
            .collect();
        assert_eq!(lines, [1, 3, 4, 8, 12]);
    }

    #[test]
    fn a_place_is_found_again() {
        let marked = MarkedTemplate::new("t", TEMPLATE);
        assert_eq!(unmarked(&marked.text), TEMPLATE);
        let at = marked.text.find("text").expect("is there");
        assert_eq!(Some(marked.unmarked(at)), TEMPLATE.find("text"));
        let mut origins = Origins::default();
        for line in [1, 3, 9] {
            origins.push(line * 10, Origin { template: "t".to_owned(), line });
        }
        let line = |offset| origins.at(offset).map(|origin| origin.line);
        assert_eq!((line(9), line(10), line(89), line(90)), (None, Some(1), Some(3), Some(9)));
    }

    proptest! {
        #[test]
        fn marks_leave_no_trace(source in "([a-z {}%#\n-]|\\{%|%\\}|\\{\\{|raw){0,40}") {
            let marked = MarkedTemplate::new("n", &source);
            prop_assert_eq!(unmarked(&marked.text), source);
        }
    }
}
