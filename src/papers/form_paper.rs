//! A paper that its form alone defines: head, foot, and values by key.
//!
//! `load` reads it by the form, templates show it. Nothing is computed from it, so that it needs no struct of
//! its own; a kind from which something is computed has one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Foot, Head, SuperiorDocument, TaskId, Text};
use crate::calendar::{Date, Moment};
use crate::diag::Placed;
use crate::form::Layout;
use crate::office::Agency;

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

/// What a key holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FormValue {
    /// It is not given.
    Nothing,
    /// A draft lacks it; the key that will give it.
    Blank(Arc<str>),
    /// A line without styles, or a word of a list.
    Line(String),
    /// A text.
    Text(Text),
    /// Texts.
    Texts(Vec<Text>),
    /// A day.
    Day(Date),
    /// The first and the last day.
    Period(Date, Date),
    /// A day with an hour.
    Moment(Moment),
    /// A count.
    Count(u64),
    /// An amount in đồng.
    Money(u64),
    /// Yes or no.
    Flag(bool),
    /// An agency.
    Agency(Arc<Agency>),
    /// Documents of superior agencies.
    Citations(Vec<SuperiorDocument>),
    /// What is measured.
    Criteria(Vec<Criterion>),
    /// Parts of a period.
    Stages(Vec<Stage>),
}

/// A criterion, and its points where points are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What is measured.
    pub text: Text,
    /// The most points.
    pub points: Option<u32>,
}

/// A part of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// What is done in it.
    pub text: Text,
}
