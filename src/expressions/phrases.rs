//! Lists of words, which stand in a file of data beside the module that asks for them.
//!
//! A file holds sections. `[name]` begins one, `#` a remark, and every other line is a phrase: words in
//! small letters with single spaces between, marks as words of their own. `{a|b} c` stands for "a c" and
//! "b c", and an empty choice for nothing: `{đến|tới}{ hết|}`. So a rule of grammar is one line, whether
//! or not somebody has met all that it says.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::OnceLock;

/// A file of words.
pub(crate) struct WordTable {
    text: &'static str,
    sections: OnceLock<BTreeMap<&'static str, &'static [&'static str]>>,
}

impl WordTable {
    /// That of a text.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, sections: OnceLock::new() }
    }

    /// The sections by name. They live as long as the program, like the text.
    pub(crate) fn sections(&self) -> &BTreeMap<&'static str, &'static [&'static str]> {
        self.sections.get_or_init(|| {
            let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            let mut name = "";
            let lines = self.text.lines().filter(|line| !line.is_empty());
            for line in lines.filter(|line| !line.starts_with('#')) {
                match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                    Some(begun) => name = begun,
                    None => sections.entry(name).or_default().extend(expanded(line)),
                }
            }
            let leaked = |(name, phrases): (&'static str, Vec<&'static str>)| {
                (name, &*Vec::leak(phrases))
            };
            sections.into_iter().map(leaked).collect()
        })
    }
}

/// The phrases that a line stands for.
fn expanded(line: &'static str) -> Vec<&'static str> {
    if !line.contains('{') {
        return vec![line];
    }
    let mut phrases = vec![String::new()];
    let mut rest = line;
    while let Some((before, choices, after)) = choice(rest) {
        phrases = phrases
            .iter()
            .flat_map(|start| {
                choices
                    .split('|')
                    .map(move |choice| format!("{start}{before}{choice}"))
            })
            .collect();
        rest = after;
    }
    phrases.into_iter().map(|start| &*(start + rest).leak()).collect()
}

/// The first choice of a line, with what stands before and behind it.
fn choice(line: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = line.split_once('{')?;
    let (choices, after) = rest.split_once('}')?;
    Some((before, choices, after))
}

/// A section of a table.
pub(crate) struct Phrases {
    table: &'static WordTable,
    name: &'static str,
    found: OnceLock<&'static [&'static str]>,
}

impl Phrases {
    /// The section of this name; a test holds that there is one.
    pub(crate) const fn new(table: &'static WordTable, name: &'static str) -> Self {
        Self { table, name, found: OnceLock::new() }
    }
}

impl Deref for Phrases {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        self.found
            .get_or_init(|| self.table.sections().get(self.name).copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    static TABLE: WordTable =
        WordTable::new("# a remark\n[one]\na\n{b|c d}{ e|}\n\n[two]\n( f\n");
    static ONE: Phrases = Phrases::new(&TABLE, "one");

    #[test]
    fn a_line_with_choices_stands_for_all_of_them() {
        assert_eq!(*ONE, ["a", "b e", "b", "c d e", "c d"]);
        assert_eq!(TABLE.sections()["two"], ["( f"]);
    }

    /// Holds a module's list of words against its file: each section has one name in the code.
    fn hold(code: &str, text: &'static str) {
        let table = WordTable::new(text);
        let named: BTreeSet<&str> = code
            .split("Phrases::new(&TABLE, \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let sections: BTreeSet<&str> = table.sections().keys().copied().collect();
        assert_eq!(named, sections);
        for (name, phrases) in table.sections() {
            let distinct: BTreeSet<&&str> = phrases.iter().collect();
            assert_eq!(distinct.len(), phrases.len(), "[{name}] has a phrase twice");
            let is_small = |phrase: &&str| **phrase == phrase.to_lowercase();
            assert!(phrases.iter().all(is_small), "[{name}] has a capital");
        }
    }

    #[test]
    fn every_section_has_its_name_and_no_phrase_twice() {
        hold(include_str!("words.rs"), include_str!("words.txt"));
        hold(
            include_str!("../law/citation/words.rs"),
            include_str!("../law/citation/words.txt"),
        );
        hold(include_str!("../roll/words.rs"), include_str!("../roll/words.txt"));
    }
}
