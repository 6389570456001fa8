//! The field of the data that letters on a page come from.
//!
//! In go the tree of a file and some letters; out comes the value that holds them, so that a mistake
//! on a page is told where a clerk can mend it.

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
        values_with(&wanted, &root, String::new(), &mut found);
        // Of equals the first.
        let shortest = found.into_iter().min_by_key(|(length, ..)| *length);
        shortest.map(|(_, place, path)| (place, path))
    })
}

/// Letters without what a page changes about them: capitals, stars of style, white space.
fn plain(text: &str) -> String {
    let text = normalised(text).to_lowercase();
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '*')
        .collect()
}

fn values_with(
    wanted: &str,
    node: &Node,
    path: String,
    found: &mut Vec<(usize, Place, String)>,
) {
    let below = |name: &str| match path.as_str() {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match &node.value {
        Value::Null | Value::Wrong => {}
        Value::Scalar(text) => {
            let text = plain(text);
            if text.contains(wanted) {
                found.push((text.len(), node.place.clone(), path));
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                values_with(wanted, item, below(&(at + 1).to_string()), found);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                values_with(wanted, &entry.node, below(&entry.key), found);
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
