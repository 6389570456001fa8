//! The papers: what a document says, checked and complete, ready for a template.
//!
//! Pure values. `load` makes them from YAML; `merge` shows them to templates; nothing here reads or
//! writes. What a clerk may still write in by hand is a type ([`Option`] of a [`DocumentNumber`], an
//! [`IssueDate`](crate::calendar::IssueDate) with a blank day), what a draft still lacks is another
//! ([`Inline::Blank`]), so that no template can take a blank for a text.

mod appendix;
mod clause;
mod document;
mod follow;
mod form_paper;
mod form_value;
mod head;
pub mod history;
mod inset;
mod overview;
mod plan;
pub mod progress;
pub mod report;
pub mod results;
mod superior;
mod task;
mod text;
mod unit_plan;
mod within;

pub use appendix::Appendix;
pub use clause::Clause;
pub use document::{Document, Paper};
pub(crate) use follow::{check_follows, not_taken_up, submission};
pub use form_paper::{Audience, FormPaper};
pub use form_value::{BlankParts, Criterion, FormValue, Stage, Values};
pub use head::{
    Circulation, DocumentId, DocumentNumber, Foot, Head, Issuer, Secrecy, Stamps, Urgency,
};
pub use inset::{Inset, PaperTable, Picture, TableColumn};
pub use overview::{Group, Overview, OverviewRow, Promptness, Submission, Submissions};
pub use plan::Plan;
pub use superior::{FollowedPlan, SuperiorDocument, about};
pub use task::{Content, Repeats, Task, TaskId};
pub use text::{Inline, Text};
pub use unit_plan::UnitPlan;
pub(crate) use within::{begins_with_compound, heads_a_title};
pub use within::{by_itself, capital_is_doubtful, within_sentence};
