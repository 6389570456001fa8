//! `for`: who gets a copy of a paper, or of which of its rows each is a paper of its own.

use std::sync::Arc;

use super::fetched::{Recipient, RowOf};
use super::table_rows::{names_table, table_rows};
use crate::calendar::IssueDate;
use crate::form::{Form, Key, KeyType};
use crate::office::{Agency, Directory};
use crate::papers::Audience;
use crate::sheets::slug;
use crate::values::Context;
use crate::yaml::{Fields, Node};

/// The column by which a row is called.
const NAME: &str = "name";
/// The most letters of a name in that of a file.
const LONGEST_NAME: usize = 40;

/// What `for` says, as far as it says something that is known.
pub(super) fn audience(word: &str, form: &Form) -> Option<Audience> {
    Audience::of(word, keys_of_rows(form).map(Key::key))
}

/// The words that `for` can say.
pub(super) fn audiences(form: &Form) -> Vec<&str> {
    ["clusters", "units"]
        .into_iter()
        .chain(keys_of_rows(form).map(Key::key))
        .collect()
}

fn keys_of_rows(form: &Form) -> impl Iterator<Item = &Key> {
    form.own_keys().filter(|key| key.is == KeyType::Rows)
}

/// For whom copies are, as far as the file says it; nobody in particular when it does not. What is wrong with its rows is
/// told when they are read: `cx` is thrown away.
pub(super) fn recipients(
    fields: &Fields<'_>,
    directory: &Directory,
    form: &Form,
    cx: &mut Context<'_>,
) -> Vec<Recipient> {
    let audience = fields.peek("for").and_then(|word| audience(word, form));
    let clusters = directory.clusters.iter();
    let date = fields.peek("date").and_then(|date| IssueDate::parse(date).ok());
    let exists = |unit: &&Arc<Agency>| date.is_none_or(|date| unit.validity.admits(date));
    // Nobody sends a paper to himself.
    let issuer = fields.peek("issuer");
    let is_other = |unit: &&Arc<Agency>| Some(unit.id.0.as_str()) != issuer;
    match audience {
        Some(Audience::Clusters) => clusters
            .map(|cluster| Recipient {
                id: cluster.id.0.clone(),
                name: cluster.name.clone(),
                row: None,
            })
            .collect(),
        Some(Audience::Units) => clusters
            .flat_map(|cluster| directory.units(&cluster.id).filter(exists).filter(is_other))
            .map(|unit| Recipient {
                id: unit.id.0.clone(),
                name: unit.short_name.clone(),
                row: None,
            })
            .collect(),
        Some(Audience::Rows(key)) => of_rows(fields, form, &key, cx),
        None => Vec::new(),
    }
}

/// One for each row of a key, called by its number and its name.
fn of_rows(
    fields: &Fields<'_>,
    form: &Form,
    key: &str,
    cx: &mut Context<'_>,
) -> Vec<Recipient> {
    let (Some(key), Some(node)) = (form.key(key), fields.peek_node(key)) else {
        return Vec::new();
    };
    let found = match names_table(node) {
        true => table_rows(key, node, cx).map(|found| found.rows),
        false => Some(node.items().to_vec()),
    };
    let rows: Vec<Node> = found.unwrap_or_default();
    let digits = rows.len().to_string().len().max(2);
    let recipient = |(at, row): (usize, &Node)| {
        let name = row.scalar_of(NAME).unwrap_or_default();
        let slug: String = slug(name).chars().take(LONGEST_NAME).collect();
        let id = format!("{:0digits$}-{slug}", at + 1);
        Recipient {
            id: id.trim_end_matches('-').to_owned(),
            name: name.to_owned(),
            row: Some(RowOf { key: key.key().to_owned(), at }),
        }
    };
    rows.iter().enumerate().map(recipient).collect()
}
