//! A paper that its form alone defines: head, foot, and values by key.
//!
//! `load` reads it by the form, templates show it. Nothing is computed from it, so that it needs no struct of
//! its own; a kind from which something is computed has one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Foot, FormValue, Head, TaskId, Text};
use crate::diag::Placed;
use crate::form::Layout;

/// To whom copies of one paper go, each as a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// To each cluster.
    Clusters,
    /// To each unit.
    Units,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Clusters, Self::Units];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Clusters => "clusters",
            Self::Units => "units",
        }
    }
}

/// One paper, as one recipient or all get it.
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
    /// What the form's own keys hold, every one of them: nothing where one is not given.
    pub values: BTreeMap<Arc<str>, FormValue>,
    /// Recipients and signature; none of an appendix.
    pub foot: Option<Foot>,
}
