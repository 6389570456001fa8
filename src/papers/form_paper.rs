//! A paper as its form defines it: head, foot, and values by key.
//!
//! `load` reads it by the form, templates show it, differences go over it. A kind from which something is
//! computed has a struct of its own around it, made from these values.

use super::{Foot, Head, TaskId, Text, Values};
use crate::diag::Placed;
use crate::form::Layout;

/// What is made of one paper several times, each as a file of its own: copies for those to whom it goes, or for each row of
/// one of its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// To each cluster.
    Clusters,
    /// To each unit.
    Units,
    /// One for each row of this key.
    Rows(String),
}

impl Audience {
    /// That of a value in YAML; `rows` are the keys that hold rows.
    pub fn of<'k>(word: &str, mut rows: impl Iterator<Item = &'k str>) -> Option<Self> {
        match word {
            "clusters" => Some(Self::Clusters),
            "units" => Some(Self::Units),
            key => rows.any(|known| known == key).then(|| Self::Rows(key.to_owned())),
        }
    }
}

/// One paper of any kind, as one recipient or all get it.
#[derive(Debug, Clone, PartialEq)]
pub struct FormPaper {
    /// Number, date, issuer, subject.
    pub head: Head,
    /// How it is built.
    pub layout: Layout,
    /// The plan's task that it carries out.
    pub task: Option<Placed<TaskId>>,
    /// To whom it is addressed: "Kính gửi"; in a speech, who is greeted.
    pub to: Vec<Text>,
    /// What the form's own keys hold.
    pub values: Values,
    /// How many rows stand before the one for which it is made, where one is made for each.
    pub rows_before: usize,
    /// Recipients and signature; none of an appendix.
    pub foot: Option<Foot>,
}
