//! From a line of generated markup back to the template that it came from.
//!
//! Templates are marked before they are compiled: at the start of each of their lines that holds
//! text, a mark says which template and which line it is. The marks are control characters, which
//! no value can bring in (the escape writes them by number); they are taken out of the result,
//! and where they stood is the map.

/// Opens a mark.
const OPEN: char = '\u{1}';
/// Closes a mark.
const CLOSE: char = '\u{2}';

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

impl Origins {
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
    /// Marks a template. A mark stands before the first letter of a line, so that white-space
    /// control works as without it; lines that begin with a tag have none.
    pub(super) fn new(name: &str, source: &str) -> Self {
        let mut text = String::with_capacity(source.len() + source.len() / 4);
        let mut shifts = Vec::new();
        let mut added = 0;
        let mut scanner = Scanner::default();
        for (number, line) in source.split_inclusive('\n').enumerate() {
            let indent = line.len() - line.trim_start().len();
            let content = &line[indent..];
            let tag = ["{%", "{#", "{{-"].iter().any(|tag| content.starts_with(tag));
            text.push_str(&line[..indent]);
            if scanner.in_text() && !tag && !content.is_empty() {
                let mark = format!("{OPEN}{name}:{}{CLOSE}", number + 1);
                text.push_str(&mark);
                added += mark.len();
                shifts.push((text.len(), added));
            }
            text.push_str(content);
            scanner.pass(line);
        }
        Self { source: source.to_owned(), text, shifts }
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

/// Takes the marks out of a text and makes the map from them.
pub(super) fn unmark(marked: &str) -> (String, Origins) {
    let mut text = String::with_capacity(marked.len());
    let mut origins = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once(OPEN) {
        text.push_str(before);
        let (mark, after) = after.split_once(CLOSE).unwrap_or((after, ""));
        if let Some((template, line)) = mark.rsplit_once(':') {
            let line = line.parse().unwrap_or(1);
            origins.push((text.len(), Origin { template: template.to_owned(), line }));
        }
        rest = after;
    }
    text.push_str(rest);
    (text, Origins(origins))
}

/// Follows whether a place in a template is text or lies within a tag.
#[derive(Default)]
struct Scanner {
    /// The end of the tag that the place lies in.
    until: Option<&'static str>,
    /// Within `{% raw %}`.
    raw: bool,
}

impl Scanner {
    fn in_text(&self) -> bool {
        self.until.is_none()
    }

    /// Goes over a line.
    fn pass(&mut self, line: &str) {
        let mut rest = line;
        loop {
            if let Some(end) = self.until {
                let Some((_, after)) = rest.split_once(end) else { return };
                self.until = None;
                rest = after;
            } else {
                let opening = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
                    .into_iter()
                    .filter_map(|(open, close)| rest.find(open).map(|at| (at, close)))
                    .min();
                let Some((at, close)) = opening else { return };
                let tag = rest[at + 2..].trim_start_matches(['-', '+']).trim_start();
                if self.raw && !tag.starts_with("endraw") {
                    rest = &rest[at + 2..];
                    continue;
                }
                self.raw = close == "%}" && tag.starts_with("raw");
                self.until = Some(close);
                rest = &rest[at + 2..];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEMPLATE: &str = "#let a = {{ x }}\n{% if x %}\n  text\n{% endif %}\n{#\n note\n#}\nend {%\n set y\n= 1 %}\n{% raw %}\n{{ z }}\n{% endraw %}\n";

    #[test]
    fn lines_of_text_are_marked_and_tags_are_not() {
        let marked = MarkedTemplate::new("t", TEMPLATE);
        let lines: Vec<usize> = unmark(&marked.text)
            .1
            .0
            .iter()
            .map(|(_, origin)| origin.line)
            .collect();
        assert_eq!(lines, [1, 3, 8, 12]);
    }

    #[test]
    fn a_place_is_found_again() {
        let marked = MarkedTemplate::new("t", TEMPLATE);
        let (text, origins) = unmark(&marked.text);
        assert_eq!(text, TEMPLATE);
        let line = |needle| origins.at(text.find(needle).expect("is there")).map(|o| o.line);
        assert_eq!((line("x }}"), line("text"), line("end {")), (Some(1), Some(3), Some(8)));
        let at = marked.text.find("text").expect("is there");
        assert_eq!(Some(marked.unmarked(at)), TEMPLATE.find("text"));
    }

    proptest! {
        #[test]
        fn marks_leave_no_trace(source in "([a-z {}%#\n-]|\\{%|%\\}|\\{\\{|raw){0,40}") {
            let marked = MarkedTemplate::new("n", &source);
            prop_assert_eq!(unmark(&marked.text).0, source);
        }
    }
}
