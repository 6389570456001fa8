//! The launch of an emulation movement (phát động phong trào thi đua).
//!
//! What it has to say is laid down in the Law on Emulation and Commendation (06/2022/QH15,
//! Articles 16–18): aim, scope, who takes part, what is competed in, criteria, time, measures,
//! review, awards, who organises it.

use super::{Foot, Head, TaskId, Text};
use crate::calendar::Date;
use crate::diag::Placed;

/// In which form a movement is launched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaunchForm {
    /// A plan (Kế hoạch).
    Plan,
    /// A notice (Thông báo).
    Notice,
    /// An official letter (công văn): no type in its title, "V/v …" under its number.
    Letter,
    /// A speech at the ceremony (Lời phát động): neither number nor recipients.
    Speech,
}

impl LaunchForm {
    /// All forms.
    pub const ALL: [Self; 4] = [Self::Plan, Self::Notice, Self::Letter, Self::Speech];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Notice => "notice",
            Self::Letter => "letter",
            Self::Speech => "speech",
        }
    }
}

/// To whom one launch goes as a file of its own.
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

/// One launch, as one recipient or all get it.
#[derive(Debug, Clone, PartialEq)]
pub struct Launch {
    /// Number, date, issuer, subject.
    pub head: Head,
    /// Its form.
    pub form: LaunchForm,
    /// The plan's task that it carries out.
    pub task: Option<Placed<TaskId>>,
    /// To whom it is addressed: "Kính gửi"; in a speech, who is greeted.
    pub to: Vec<Text>,
    /// What this recipient in particular is to reach.
    pub targets: Vec<Text>,
    /// What it has to say to everybody.
    pub contents: Contents,
    /// Recipients and signature; a speech has no recipients.
    pub foot: Foot,
}

/// What a movement has to say (Law 06/2022/QH15, Articles 16–18).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Why, in the words of the office.
    pub opening: Vec<Text>,
    /// What it aims at.
    pub aims: Vec<Text>,
    /// Where it takes place.
    pub scope: Text,
    /// Who takes part.
    pub participants: Vec<Text>,
    /// What is competed in.
    pub content: Vec<Text>,
    /// How achievements are measured.
    pub criteria: Vec<Criterion>,
    /// Its first and last day.
    pub period: (Date, Date),
    /// Its stages.
    pub stages: Vec<LaunchStage>,
    /// How it is carried out.
    pub measures: Vec<Text>,
    /// Preliminary and final review.
    pub reviews: Vec<Text>,
    /// How it is rewarded.
    pub awards: Vec<Text>,
    /// Who organises it.
    pub arrangements: Vec<Text>,
    /// The last words.
    pub closing: Text,
}

/// A criterion, and its points where points are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What is measured.
    pub text: Text,
    /// The most points.
    pub points: Option<u32>,
}

/// A stage of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchStage {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// What is done in it.
    pub text: Text,
}
