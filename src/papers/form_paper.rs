//! A paper as its form defines it: head, foot, and values by key.
//!
//! `load` reads it by the form, templates show it, differences go over it. A kind from which something is
//! computed has a struct of its own around it, made from these values.

use super::{Foot, Head, TaskId, Text, Values};
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
    /// Recipients and signature; none of an appendix.
    pub foot: Option<Foot>,
}
