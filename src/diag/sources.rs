//! The texts that diagnostics point into: YAML files, templates, generated markup.

use std::ops::Range;

/// Names a text held by [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(usize);

/// A text with the name that a person knows it by.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The path as shown: relative to the workspace, with forward slashes.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// The bytes of a line, counted from 0, without its end.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = match line {
            0 => 0,
            n => self.text.match_indices('\n').nth(n - 1)?.0 + 1,
        };
        let rest = &self.text[start..];
        Some(start..start + rest.find('\n').unwrap_or(rest.len()))
    }
}

/// All texts that were read or generated in one run.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a text and names it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.0.push(Source { name: name.into(), text: text.into() });
        FileId(self.0.len() - 1)
    }

    /// The text behind an id. Ids come from [`Sources::add`] of the same value only.
    pub fn get(&self, id: FileId) -> &Source {
        &self.0[id.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let mut sources = Sources::default();
        let id = sources.add("a/b.yaml", "năm: 2024\nquý: 1\n");
        let source = sources.get(id);
        assert_eq!(source.name(), "a/b.yaml");
        assert_eq!(source.line_column(0), (1, 1));
        let offset = source.text().find("2024").expect("is there");
        assert_eq!(source.line_column(offset), (1, 6));
        let offset = source.text().find(": 1").expect("is there");
        assert_eq!(source.line_column(offset), (2, 4));
        assert_eq!(source.line_range(1).map(|r| &source.text()[r]), Some("quý: 1"));
        assert_eq!(source.line_range(9), None);
    }
}
