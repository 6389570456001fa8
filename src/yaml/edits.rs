//! Changes of a file's text, and what the file should say once they are made.
//!
//! In go edits of values, keys and items; out comes the new text, or nothing where reading it again
//! gives anything else than what was meant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::Alignment;
use super::normal::normalised;
use super::tree::{Entry, Node, Value, parse};
use crate::diag::{FileId, Sources};

/// How an empty value is written.
const EMPTY: &str = "~";

/// Changes that were decided on, by the place of what they change.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    /// Bytes and what takes their place.
    replacements: Vec<(Range<usize>, String)>,
    /// What scalars are to say, by where they begin; none for an emptied value.
    values: BTreeMap<usize, Option<String>>,
    /// Items of lists and entries of maps that go, by where they begin.
    removed: BTreeSet<usize>,
    /// New names of keys, by where they begin.
    renamed: BTreeMap<usize, String>,
    /// What new items say before and behind an item, by where that begins.
    inserted: BTreeMap<usize, [Vec<String>; 2]>,
}

/// On which side of an item another one comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    Before,
    Behind,
}

impl Edits {
    /// Replaces parts of a scalar, which then says `value`.
    pub(crate) fn rewrite(
        &mut self,
        node: &Node,
        parts: Vec<(Range<usize>, String)>,
        value: String,
    ) {
        self.replacements.extend(parts);
        self.values.insert(node.place.range.start, Some(value));
    }

    /// Replaces a whole scalar; its quotation marks stay.
    pub(crate) fn replace(&mut self, node: &Node, value: &str, source: &str) {
        let Value::Scalar(old) = &node.value else { return };
        let place = node.place.range.clone();
        let inner = Alignment::new(source, place.clone(), old)
            .and_then(|alignment| alignment.find(&(0..old.len())));
        let part = (inner.unwrap_or(place), value.to_owned());
        self.rewrite(node, vec![part], value.to_owned());
    }

    /// Makes a scalar say something else, letter by letter where that goes, so that its quotation marks and lines stay.
    pub(crate) fn reword(&mut self, node: &Node, value: &str, source: &str) {
        let place = node.place.range.clone();
        let part = node.scalar().and_then(|old| changed(source, &place, old, value));
        let part = part.unwrap_or_else(|| (place, quoted(value)));
        self.rewrite(node, vec![part], value.to_owned());
    }

    /// Writes a scalar anew, in quotation marks.
    pub(crate) fn requote(&mut self, node: &Node, value: &str) {
        let part = (node.place.range.clone(), quoted(value));
        self.rewrite(node, vec![part], value.to_owned());
    }

    /// Gives a value to a key that has none.
    pub(crate) fn fill(&mut self, entry: &Entry, value: &str, source: &str) {
        let key_end = entry.key_place.range.end;
        let place = entry.node.place.range.clone();
        let is_written = place.start > key_end;
        let part = if is_written {
            (place, value.to_owned())
        } else {
            let colon = source[key_end..].find(':').map_or(key_end, |at| key_end + at + 1);
            (colon..colon, format!(" {value}"))
        };
        self.rewrite(&entry.node, vec![part], value.to_owned());
    }

    /// Puts a new item beside one that stands on lines of its own; `key` is the key that its text has where items are
    /// maps.
    pub(crate) fn insert(
        &mut self,
        item: &Node,
        (side, key): (Beside, Option<&str>),
        value: &str,
        source: &str,
    ) {
        let start = item.place.range.start;
        let line = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
        // The dash may stand on the line before.
        let dash = source[..start].rfind('-').unwrap_or(line);
        let from = source[..dash].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = &source[from..dash];
        let text = scalar(value, item.place.file);
        let text = match key {
            Some(key) => format!("{indent}- {key}: {text}"),
            None => format!("{indent}- {text}"),
        };
        let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
        let part = match side {
            Beside::Before => (from..from, format!("{text}{newline}")),
            Beside::Behind => {
                let end = end_of(item, source);
                match source[end..].find('\n') {
                    Some(at) => (end + at + 1..end + at + 1, format!("{text}{newline}")),
                    None => (source.len()..source.len(), format!("{newline}{text}")),
                }
            }
        };
        self.replacements.push(part);
        let said = key.map(|key| format!("{key}:"));
        let said = std::iter::once("-".to_owned())
            .chain(said)
            .chain([format!("= {}", normalised(value))]);
        let [before, behind] = self.inserted.entry(start).or_default();
        if side == Beside::Before { before } else { behind }.extend(said);
    }

    /// Gives the key of an entry another name.
    pub(crate) fn rename(&mut self, entry: &Entry, key: &str) {
        self.replacements
            .push((entry.key_place.range.clone(), key.to_owned()));
        self.renamed.insert(entry.key_place.range.start, key.to_owned());
    }

    /// Empties the value of a key, however many lines it takes. Comments within it stay.
    pub(crate) fn empty(&mut self, key_end: usize, node: &Node, source: &str) {
        let end = end_of(node, source);
        let mut text = format!(": {EMPTY}");
        let mut before = "";
        for line in source[key_end..end].split_inclusive('\n') {
            if !before.is_empty() && line.trim_start().starts_with('#') {
                let newline = if before.ends_with("\r\n") { "\r\n" } else { "\n" };
                text.push_str(newline);
                text.push_str(line.trim_end_matches(['\r', '\n']));
            }
            before = line;
        }
        self.replacements.push((key_end..end, text));
        self.values.insert(node.place.range.start, None);
    }

    /// Removes an item of a list or an entry of a map that stands on lines of its own.
    pub(crate) fn remove(&mut self, start: usize, node: &Node, source: &str) {
        let line_of = |at: usize| source[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let mut from = line_of(start);
        // The dash of an item may stand on a line of its own.
        let before = line_of(from.saturating_sub(1));
        if source[from..start].trim().is_empty() && source[before..from].trim() == "-" {
            from = before;
        }
        let end = end_of(node, source);
        let to = source[end..]
            .find('\n')
            .map_or(source.len(), |newline| end + newline + 1);
        self.replacements.push((from..to, String::new()));
        self.removed.insert(start);
    }

    /// The text with all changes made; none when it does not say what it should.
    pub(crate) fn apply(mut self, source: &str, root: &Node, file: FileId) -> Option<String> {
        self.replacements.sort_by_key(|(range, _)| range.start);
        let mut text = String::with_capacity(source.len());
        let mut at = 0;
        for (range, replacement) in &self.replacements {
            text.push_str(source.get(at..range.start)?);
            text.push_str(replacement);
            at = range.end;
        }
        text.push_str(source.get(at..)?);
        let read = parse(&text, file).ok()?;
        let (mut wanted, mut found) = (Vec::new(), Vec::new());
        self.tell(root, &mut wanted);
        Self::default().tell(&read, &mut found);
        (wanted == found).then_some(text)
    }

    /// What a tree says, in order, with the changes made.
    fn tell(&self, node: &Node, said: &mut Vec<String>) {
        match self.values.get(&node.place.range.start) {
            Some(Some(value)) if matches!(node.value, Value::Scalar(_) | Value::Null) => {
                return said.push(format!("= {}", normalised(value)));
            }
            Some(None) if !matches!(node.value, Value::Null) => {
                return said.push("nothing".to_owned());
            }
            Some(_) | None => {}
        }
        match &node.value {
            Value::Null | Value::Wrong => said.push("nothing".to_owned()),
            Value::Scalar(text) => said.push(format!("= {}", normalised(text))),
            Value::List(items) => {
                for item in items {
                    let start = item.place.range.start;
                    let [before, behind] = match self.inserted.get(&start) {
                        Some([before, behind]) => [before.as_slice(), behind.as_slice()],
                        None => [[].as_slice(), [].as_slice()],
                    };
                    said.extend_from_slice(before);
                    if !self.removed.contains(&start) {
                        said.push("-".to_owned());
                        self.tell(item, said);
                    }
                    said.extend_from_slice(behind);
                }
            }
            Value::Map(entries) => {
                for entry in entries {
                    if !self.removed.contains(&entry.key_place.range.start) {
                        let renamed = self.renamed.get(&entry.key_place.range.start);
                        said.push(format!("{}:", renamed.unwrap_or(&entry.key)));
                        self.tell(&entry.node, said);
                    }
                }
            }
        }
    }
}

/// The bytes of a scalar that have to change for it to say something else, and what takes their place; none when its
/// letters are not found in the file.
fn changed(
    source: &str,
    place: &Range<usize>,
    old: &str,
    new: &str,
) -> Option<(Range<usize>, String)> {
    let same = |one: (char, char)| one.0 == one.1;
    let start: usize = old
        .chars()
        .zip(new.chars())
        .take_while(|pair| same(*pair))
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let end: usize = old[start..]
        .chars()
        .rev()
        .zip(new[start..].chars().rev())
        .take_while(|pair| same(*pair))
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let (mut from, mut to) = (start, old.len() - end);
    // Nothing has no place: a letter beside it has one.
    if from == to {
        match old[..from].chars().next_back() {
            Some(letter) => from -= letter.len_utf8(),
            None => to += old[to..].chars().next()?.len_utf8(),
        }
    }
    let replaced = &new[from..new.len() - (old.len() - to)];
    let range = Alignment::new(source, place.clone(), old)?.find(&(from..to))?;
    let text = match source[place.start..].chars().next() {
        Some('"') => escaped(replaced),
        Some('\'') => replaced.replace('\'', "''"),
        _ => replaced.to_owned(),
    };
    Some((range, text))
}

/// A text as YAML writes it on a line: in quotation marks where it could be taken for something else.
fn scalar(value: &str, file: FileId) -> String {
    let read = parse(&format!("- {value}\n"), file).ok();
    let is_plain = read.is_some_and(|read| match read.items() {
        [only] => only.scalar() == Some(value),
        _ => false,
    });
    let begins_plainly = value.starts_with(char::is_alphanumeric);
    if is_plain && begins_plainly { value.to_owned() } else { quoted(value) }
}

/// A text as a value on a line, for a file that is written anew.
pub(crate) fn written(value: &str) -> String {
    let file = Sources::default().add("", "");
    scalar(&normalised(value), file)
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", escaped(value))
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"")
}

/// What a file says, but for one key.
pub(crate) fn says(root: &Node, but: &str) -> Vec<String> {
    let mut said = Vec::new();
    if let Value::Map(entries) = &root.value {
        for entry in entries.iter().filter(|entry| entry.key != but) {
            said.push(format!("{}:", entry.key));
            Edits::default().tell(&entry.node, &mut said);
        }
    }
    said
}

/// Where a value ends in the file, with the bracket that closes it.
fn end_of(node: &Node, source: &str) -> usize {
    let start = node.place.range.start;
    let last = match &node.value {
        Value::Null | Value::Wrong | Value::Scalar(_) => return node.place.range.end,
        Value::List(items) => items.last().map(|item| end_of(item, source)),
        Value::Map(entries) => entries.last().map(|entry| end_of(&entry.node, source)),
    };
    let last = last.unwrap_or(start + 1);
    let close = match source[start..].chars().next() {
        Some('[') => ']',
        Some('{') => '}',
        _ => return last,
    };
    // Between the last item and the bracket: a comma, comments, line ends.
    let mut at = last;
    for line in source[last..].split_inclusive('\n') {
        let code = line.split(" #").next().unwrap_or(line);
        let code = if code.trim_start().starts_with('#') { "" } else { code };
        if let Some(found) = code.find(close) {
            return at + found + 1;
        }
        at += line.len();
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (FileId, Node) {
        let file = Sources::default().add("test.yaml", text);
        (file, parse(text, file).expect("YAML"))
    }

    /// The file with one scalar reworded, or its first list's item put beside another one.
    fn edited(text: &str, edit: impl Fn(&mut Edits, &Node)) -> Option<String> {
        let (file, root) = read(text);
        let mut edits = Edits::default();
        edit(&mut edits, &root);
        edits.apply(text, &root, file)
    }

    #[test]
    fn a_scalar_is_reworded_as_it_is_written() {
        for (text, value, expected) in [
            ("a: năm 2024 # ghi chú\n", "năm 2025", Some("a: năm 2025 # ghi chú\n")),
            ("a: \"x: 'y'\"\n", "x: 'y' và \"z\"", Some("a: \"x: 'y' và \\\"z\\\"\"\n")),
            ("a: 'it''s'\n", "it's o'k", Some("a: 'it''s o''k'\n")),
            ("a: một\n  hai\nb: 1\n", "một hai ba", Some("a: một\n  hai ba\nb: 1\n")),
            ("a: >\n  một\n  hai\nb: 1\n", "một ba", Some("a: >\n  một\n  ba\nb: 1\n")),
            ("a: một\r\nb: 1\r\n", "hai", Some("a: hai\r\nb: 1\r\n")),
            ("a: \"\"\n", "một", Some("a: \"một\"\n")),
            // A colon with a space would make a map of it: it has to be written anew.
            ("a: một\n", "một: hai", None),
            ("a: một\n", "một #hai", None),
        ] {
            let value = value.to_owned();
            let found = edited(text, |edits, root| {
                edits.reword(root.entry("a").expect("is there"), &value, text);
            });
            assert_eq!(found.as_deref(), expected, "{text}");
            let anew = edited(text, |edits, root| {
                edits.requote(root.entry("a").expect("is there"), &value);
            });
            if expected.is_none() {
                let (_, root) = read(&anew.expect("is written anew"));
                assert_eq!(root.scalar_of("a"), Some(value.as_str()));
            }
        }
    }

    #[test]
    fn items_come_beside_others() {
        let put = |text: &str, at: usize, side: Beside, value: &str| {
            edited(text, |edits, root| {
                let items = root.entry("a").expect("is there").items();
                edits.insert(&items[at], (side, None), value, text);
            })
        };
        let text = "a:\n  # đầu\n  - một # cuối\n  - hai\nb: 1\n";
        for (at, side, value, expected) in [
            (
                0,
                Beside::Before,
                "không",
                "a:\n  # đầu\n  - không\n  - một # cuối\n  - hai\nb: 1\n",
            ),
            (
                0,
                Beside::Behind,
                "rưỡi",
                "a:\n  # đầu\n  - một # cuối\n  - rưỡi\n  - hai\nb: 1\n",
            ),
            (
                1,
                Beside::Behind,
                "x: y",
                "a:\n  # đầu\n  - một # cuối\n  - hai\n  - \"x: y\"\nb: 1\n",
            ),
        ] {
            assert_eq!(put(text, at, side, value).as_deref(), Some(expected), "{value}");
        }
        let last = put("a:\n- một", 0, Beside::Behind, "hai");
        assert_eq!(last.as_deref(), Some("a:\n- một\n- hai"));
        let crlf = put("a:\r\n- một\r\n", 0, Beside::Behind, "hai");
        assert_eq!(crlf.as_deref(), Some("a:\r\n- một\r\n- hai\r\n"));
        // An item in brackets has no line of its own.
        assert_eq!(put("a: [một, hai]\n", 0, Beside::Behind, "ba"), None);
        let maps = "tasks:\n  - id: một\n    items:\n      - hai\n";
        let found = edited(maps, |edits, root| {
            let task = &root.entry("tasks").expect("is there").items()[0];
            edits.insert(task, (Beside::Behind, Some("text")), "ba", maps);
        });
        assert_eq!(
            found.as_deref(),
            Some("tasks:\n  - id: một\n    items:\n      - hai\n  - text: ba\n")
        );
    }

    #[test]
    fn a_key_without_a_value_gets_one() {
        for (text, expected) in [
            ("a: ~ # ghi\nb: 1\n", "a: 15 # ghi\nb: 1\n"),
            ("a:\nb: 1\n", "a: 15\nb: 1\n"),
            ("a: # ghi\nb: 1\n", "a: 15 # ghi\nb: 1\n"),
        ] {
            let found = edited(text, |edits, root| {
                edits.fill(root.entry_of("a").expect("is there"), "15", text);
            });
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }
}
