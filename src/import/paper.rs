//! The file of a paper that changes are written into, as it is now.

use crate::diag::FileId;
use crate::form::{Form, KeyType};
use crate::yaml::{Entry, Node, Value};

/// A file of data, open for changes.
pub(crate) struct OpenPaper<'p> {
    /// Its path in the workspace.
    pub(crate) name: &'p str,
    pub(crate) source: &'p str,
    pub(crate) file: FileId,
    pub(crate) root: &'p Node,
    pub(crate) form: &'p Form,
}

impl<'p> OpenPaper<'p> {
    /// The value at a path, such as `tasks.3.text`.
    pub(super) fn value(&self, path: &str) -> Option<&'p Node> {
        path.split('.').try_fold(self.root, |node, part| match &node.value {
            Value::Map(_) => node.entry(part),
            Value::List(items) => items.get(part.parse::<usize>().ok()?.checked_sub(1)?),
            Value::Scalar(_) | Value::Null | Value::Wrong => None,
        })
    }

    /// A key of the paper itself.
    pub(super) fn entry(&self, key: &str) -> Option<&'p Entry> {
        self.root.entry_of(key)
    }

    /// Whether stars of style are read in a value.
    pub(super) fn is_rich(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split('.').collect();
        let Some(key) = parts.first().and_then(|first| self.form.key(first)) else {
            return false;
        };
        let column = parts
            .last()
            .and_then(|last| key.rows.iter().find(|row| row.key() == *last));
        !matches!(column.map_or(key.is, |column| column.is), KeyType::Text)
    }

    /// Whether items of a list stand on lines of their own, each behind its dash.
    pub(super) fn is_block_list(&self, path: &str) -> bool {
        let Some(first) = self.value(path).and_then(|list| list.items().first()) else {
            return false;
        };
        let before = self.source[..first.place.range.start].trim_end();
        before.ends_with('-')
    }
}
