//! Appendices of a paper, as its writer orders them (Decree 30/2020/NĐ-CP, Appendix I, III.1).

use super::clause::Clause;
use crate::diag::Placed;

/// An appendix, on pages of its own with numbers of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Its title.
    pub title: Placed<String>,
    /// Whether its pages are lying, as for a wide table.
    pub is_lying: bool,
    /// What it holds.
    pub body: Vec<Clause>,
}
