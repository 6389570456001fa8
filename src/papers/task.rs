//! A task of a plan: what is to be done, by whom, in which quarter.

use std::sync::Arc;

use super::text::Text;
use crate::calendar::{Due, Quarter};
use crate::diag::{Place, Placed};
use crate::office::Agency;

/// The id of a task, stable from year to year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub String);

/// One task of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Where the id stands.
    pub place: Place,
    /// Under which quarter it stands.
    pub quarter: Quarter,
    /// By when it is to be done.
    pub due: Due,
    /// What is to be done, as the plan itself says it.
    pub content: Content,
    /// The same as other papers say it, where the issued plan has a slip.
    pub corrected: Option<Content>,
    /// Who does it.
    pub agencies: Vec<Arc<Agency>>,
    /// Whether the next year has it again.
    pub repeats: Repeats,
    /// The task of the yearly plan that it carries out; none for a task of the unit's own, and in the yearly
    /// plan itself.
    pub follows: Option<Placed<TaskId>>,
}

impl Task {
    /// What every paper but the plan itself says of it.
    pub fn words(&self) -> &Content {
        self.corrected.as_ref().unwrap_or(&self.content)
    }
}

/// What a task says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// One text.
    Text(Text),
    /// Several items, each printed after a dash.
    Items(Vec<Text>),
}

impl Content {
    /// The same, where somebody has still to decide about some of it: `in_question` tells of an item,
    /// from 1, or of all.
    #[must_use]
    pub fn in_question(self, in_question: impl Fn(Option<usize>) -> bool) -> Self {
        let all = in_question(None);
        let mark = |text: Text, item| {
            if all || in_question(item) { text.in_question() } else { text }
        };
        match self {
            Self::Text(text) => Self::Text(mark(text, None)),
            Self::Items(items) => {
                let items = items.into_iter().enumerate();
                Self::Items(items.map(|(at, text)| mark(text, Some(at + 1))).collect())
            }
        }
    }

    /// Its texts, in order.
    pub fn texts(&self) -> &[Text] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::Items(items) => items,
        }
    }

    /// Whether somebody has still to decide about some of it.
    pub fn is_in_question(&self) -> bool {
        self.texts().iter().any(Text::is_in_question)
    }
}

/// Whether a task comes again in the next year's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeats {
    /// Every year.
    Yearly,
    /// Only this once.
    Once,
    /// With an anniversary, in years that have one.
    Anniversary,
}

impl Repeats {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Yearly, Self::Once, Self::Anniversary];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Yearly => "yearly",
            Self::Once => "once",
            Self::Anniversary => "anniversary",
        }
    }
}
