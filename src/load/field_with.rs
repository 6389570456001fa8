//! The values of the data behind letters on a page, by their paths.
//!
//! In goes a file, or some letters; out come the paths of its values, or the value that holds the letters, so that a
//! mistake on a page is told where a clerk can mend it. Letters of running text know their place; those of the
//! header block and of titles, which templates pass on as strings, are looked for.

use std::collections::BTreeMap;

use crate::diag::{FileId, Place, Sources};
use crate::folder::DATA;
use crate::yaml::{self, Node, Value, normalised};

/// Fewer letters than these may come from anywhere.
const LEAST_LETTERS: usize = 4;

/// Finds the value of the data in which letters stand that were printed: its place, and its path as
/// questions name it, such as `recipients.3`. The texts that were read last come first, so that the
/// document goes before the files that all share; of several values the shortest is meant.
pub fn field_with(letters: &str, sources: &Sources) -> Option<(Place, String)> {
    let wanted = plain(letters);
    if wanted.chars().count() < LEAST_LETTERS {
        return None;
    }
    let is_data = |file: &FileId| sources.get(*file).name().starts_with(DATA);
    sources.ids().rev().filter(is_data).find_map(|file| {
        let root = yaml::parse(sources.get(file).text(), file).ok()?;
        let mut found = Vec::new();
        values(&root, String::new(), &mut |node, path| {
            if let Value::Scalar(text) = &node.value {
                let text = plain(text);
                if text.contains(&wanted) {
                    found.push((text.len(), node.place.clone(), path.to_owned()));
                }
            }
        });
        // Of equals the first.
        let shortest = found.into_iter().min_by_key(|(length, ..)| *length);
        shortest.map(|(_, place, path)| (place, path))
    })
}

/// The paths of the values of a file, as questions name them, by their places: `recipients.3`.
#[derive(Debug, Default)]
pub(crate) struct Paths(BTreeMap<(usize, usize), String>);

impl Paths {
    /// Those of a file of data; none of what is no YAML.
    pub(crate) fn of(file: FileId, sources: &Sources) -> Self {
        let mut found = BTreeMap::new();
        if let Ok(root) = yaml::parse(sources.get(file).text(), file) {
            values(&root, String::new(), &mut |node, path| {
                let range = &node.place.range;
                found
                    .entry((range.start, range.end))
                    .or_insert_with(|| path.to_owned());
            });
        }
        Self(found)
    }

    /// The path of the value at a place.
    pub(crate) fn at(&self, place: &Place) -> Option<&str> {
        let path = self.0.get(&(place.range.start, place.range.end))?;
        (!path.is_empty()).then_some(path)
    }
}

/// Letters without what a page changes about them: capitals, stars of style, white space.
fn plain(text: &str) -> String {
    let text = normalised(text).to_lowercase();
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '*')
        .collect()
}

/// Goes over all values with their paths, those of which others are part first.
fn values(node: &Node, path: String, visit: &mut impl FnMut(&Node, &str)) {
    let below = |name: &str| match path.as_str() {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    visit(node, &path);
    match &node.value {
        Value::Null | Value::Wrong | Value::Scalar(_) => {}
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                values(item, below(&(at + 1).to_string()), visit);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                values(&entry.node, below(&entry.key), visit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lead_to_the_value_that_they_come_from() {
        let mut sources = Sources::default();
        sources
            .add("data/agencies.yaml", "agencies:\n  - name: Ủy ban nhân dân huyện Cao Lộc\n");
        let own =
            "subject: Công tác thi đua\ntasks:\n  - text: Tổ chức **thi đua** năm 2024\n";
        sources.add("data/2024/plan.yaml", own);
        sources.add("2024/plan.typ", "#\"Công tác thi đua\";");
        let found = |letters: &str| field_with(letters, &sources).map(|(_, path)| path);
        assert_eq!(found("CÔNG TÁC THI").as_deref(), Some("subject"));
        assert_eq!(found("thi đua năm 2024").as_deref(), Some("tasks.1.text"));
        assert_eq!(found("ỦY BAN NHÂN DÂN").as_deref(), Some("agencies.1.name"));
        assert_eq!((found("thi"), found("nơi khác")), (None, None));
    }
}
