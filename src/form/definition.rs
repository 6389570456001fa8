//! One definition: a form with its keys.
//!
//! Values only; [`read`](super::read) makes them, everybody else asks. Names are in both languages, since a
//! sheet is Vietnamese whoever runs the program.

use std::sync::Arc;

use super::common_type::CommonType;
use super::document_type::DocumentType;
use super::key_type::KeyType;
use super::kind::Kind;
use super::layout::Layout;
use super::name::{KeyName, Names};
use super::need::Need;
use super::roll_rule::RollRule;
use crate::diag::Placed;

/// A form: what a kind of paper holds.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// Its kind, named like its files.
    pub(crate) kind: Kind,
    /// What people call such a paper.
    pub(crate) name: Names,
    /// Whether a roll makes such a paper for the next year.
    pub(crate) is_rolled: bool,
    /// Type and layout, by the group of the switch; one when there is none.
    pub(crate) groups: Vec<Group>,
    /// All keys, in the order of the paper: those above the text, its own, those below.
    pub(crate) keys: Vec<Key>,
}

/// Some values of a switch, which decide alike.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// The values of the switch.
    pub(crate) values: Vec<Arc<str>>,
    /// The type of the paper; none for an appendix, which has that of the document that it goes with.
    pub(crate) document_type: Option<DocumentType>,
    /// The layout.
    pub(crate) layout: Layout,
}

/// A key of a form.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// The key and what people call it.
    pub(crate) name: KeyName,
    /// What its value is.
    pub(crate) is: KeyType,
    /// The keys of rows.
    pub(crate) rows: Vec<Self>,
    /// The words of a choice, and of what can be left out.
    pub(crate) values: Vec<Arc<str>>,
    /// What a table says for each of these words; none where the definition does not say it.
    pub(crate) value_names: Vec<Arc<str>>,
    /// What its column is called in a table, besides its names.
    pub(crate) titles: Vec<Arc<str>>,
    /// Whether it must be given, for each group of the switch.
    pub(crate) needs: Vec<Need>,
    /// What a roll does with it.
    pub(crate) roll: RollRule,
    /// Whether the differences of two years tell of it.
    pub(crate) diff: bool,
    /// Whether it stands within a sentence in a speech, where its first word keeps a capital only as a name.
    pub(crate) is_within: bool,
    /// What the paper prints before each of its texts, and what they are then part of.
    pub(crate) before: Arc<str>,
    /// The key beside it whose value this one is not more, or not later, than; with its place.
    pub(crate) at_most: Option<Placed<Arc<str>>>,
    /// Whether the form itself defines it; the others are common to papers, or the switch.
    pub(crate) is_own: bool,
    /// What to write there.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test holds the docs against it"))]
    pub(crate) help: Names,
}

impl Key {
    /// The key as YAML has it.
    pub(crate) fn key(&self) -> &str {
        &self.name.key
    }

    /// What its column is called in a table: by its names, by its key, by its other titles.
    pub(crate) fn titles_of_column(&self) -> impl Iterator<Item = &str> {
        let KeyName { key, names } = &self.name;
        [&names.vi, &names.en, key]
            .into_iter()
            .chain(&self.titles)
            .map(|title| &**title)
    }

    /// Whether no paper must give it.
    pub(crate) fn is_optional(&self) -> bool {
        self.needs.iter().all(|need| *need == Need::Optional)
    }

    /// Whether it must be given in a group of the switch; nothing is asked of no group.
    pub(crate) fn need(&self, group: Option<usize>) -> Need {
        group.map_or(Need::Optional, |group| {
            self.needs.get(group).copied().unwrap_or(Need::Absent)
        })
    }
}

impl Form {
    /// The key of this name.
    pub(crate) fn key(&self, key: &str) -> Option<&Key> {
        self.keys.iter().find(|known| known.key() == key)
    }

    /// The key whose value decides on type, layout and the need of other keys, when there is one.
    pub(crate) fn switch(&self) -> Option<&Key> {
        self.keys
            .iter()
            .find(|key| key.is == KeyType::Common(CommonType::Switch))
    }

    /// The group of a value of the switch; of any value when there is none.
    pub(crate) fn group_of(&self, value: Option<&str>) -> Option<usize> {
        if self.switch().is_none() {
            return Some(0);
        }
        let value = value?;
        self.groups
            .iter()
            .position(|group| group.values.iter().any(|known| **known == *value))
    }

    /// The values of the switch.
    pub(crate) fn switch_values(&self) -> Vec<&str> {
        let values = self.groups.iter().flat_map(|group| &group.values);
        values.map(|value| &**value).collect()
    }

    /// Whether a key must be given in a group. Of no group nothing is asked: its switch is wrong.
    pub(crate) fn need(&self, key: &str, group: Option<usize>) -> Need {
        self.key(key).map_or(Need::Absent, |key| key.need(group))
    }

    /// The keys of the form itself, which are neither common nor the switch.
    pub(crate) fn own_keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(|key| key.is_own)
    }

    /// Whether differences tell of its papers: of one of their own keys at least.
    pub(crate) fn has_differences(&self) -> bool {
        self.own_keys().any(|key| key.diff)
    }

    /// A key and what people call it; one that the form does not have is called by itself.
    pub(crate) fn name_of(&self, key: &str) -> KeyName {
        self.key(key).map_or_else(
            || {
                let key: Arc<str> = key.into();
                KeyName {
                    names: Names { vi: key.clone(), en: key.clone() },
                    key,
                }
            },
            |key| key.name.clone(),
        )
    }
}
