//! Appendices of a paper, as its writer orders them (Decree 30/2020/NĐ-CP, Appendix I, III.1).

use super::clause::Clause;
use crate::diag::Placed;
use crate::form::DocumentType;

/// An appendix, on pages of its own with numbers of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// The type of a text that the paper issues: "Quy chế" (mẫu 1.3). It stands below a header block of its own.
    pub issued: Option<DocumentType>,
    /// Its title.
    pub title: Placed<String>,
    /// Whether its pages are lying, as for a wide table.
    pub is_lying: bool,
    /// What it holds.
    pub body: Vec<Clause>,
}
