//! Changes that Word keeps beside the text until somebody accepts or rejects them.

use super::model::{Change, ChangeKind};
use super::xml::Opened;

/// The changes that letters are part of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tracked {
    /// Who added them.
    pub(super) added: Option<String>,
    /// Who removes them.
    pub(super) removed: Option<String>,
}

impl Tracked {
    /// These changes, with what an element says.
    pub(super) fn with(&self, element: &Opened<'_>) -> Self {
        let by = element.attribute("author").unwrap_or_default();
        match kind(element.name()) {
            Some(ChangeKind::Added) => Self { added: Some(by), ..self.clone() },
            Some(ChangeKind::Removed) => Self { removed: Some(by), ..self.clone() },
            None => self.clone(),
        }
    }

    /// Whether the letters count, when changes are accepted or not.
    pub(super) fn counts(&self, accepts: bool) -> bool {
        if accepts { self.removed.is_none() } else { self.added.is_none() }
    }

    /// The change of so many letters; none where nothing is changed.
    pub(super) fn change(&self, text: &str) -> Option<Change> {
        let (kind, by) = match (&self.added, &self.removed) {
            // What somebody added and somebody else removes again was never there.
            (_, Some(by)) => (ChangeKind::Removed, by),
            (Some(by), None) => (ChangeKind::Added, by),
            (None, None) => return None,
        };
        Some(Change {
            kind,
            by: by.clone(),
            text: text.to_owned(),
            within: String::new(),
        })
    }
}

/// What an element does to the text in it.
pub(super) fn kind(name: &str) -> Option<ChangeKind> {
    match name {
        "ins" | "moveTo" => Some(ChangeKind::Added),
        "del" | "moveFrom" => Some(ChangeKind::Removed),
        _ => None,
    }
}

/// Adds a change; what goes on where the last one ended is one with it.
pub(super) fn note(changes: &mut Vec<Change>, change: Option<Change>) {
    let Some(change) = change else { return };
    match changes.last_mut() {
        Some(last)
            if last.within.is_empty()
                && (last.kind, &last.by) == (change.kind, &change.by) =>
        {
            last.text.push_str(&change.text);
        }
        _ => changes.push(change),
    }
}
