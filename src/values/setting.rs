//! What a file is read against: the workspace, and what is known of a paper already.

use std::collections::BTreeSet;

use super::names::BracedNames;
use crate::calendar::{IssueDate, Year};
use crate::folder::Folder;
use crate::law::{Acts, Awards};
use crate::office::Directory;
use crate::yaml::Printable;

/// What the files of a workspace are read against.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    /// The workspace.
    pub(crate) root: &'a Folder,
    /// What the fonts can print.
    pub(crate) printable: Printable<'a>,
    /// Whether a draft is made, in which what is missing is shown as blank.
    pub(crate) draft: bool,
    /// The agencies that a file can name.
    pub(crate) directory: &'a Directory,
    /// The legal acts that a file can cite.
    pub(crate) acts: &'a Acts,
    /// The titles and forms of commendation.
    pub(crate) awards: &'a Awards,
}

/// What must be known of a paper before its agencies, its signer and its texts are read. Files that
/// are no papers have none of it.
#[derive(Debug, Default)]
pub(crate) struct PaperFacts {
    /// Whether the paper is a sample, whose signer needs no name.
    pub(crate) sample: bool,
    /// The year that it is about.
    pub(crate) year: Option<Year>,
    /// Its date: on it hang agencies, signers and acts.
    pub(crate) date: Option<IssueDate>,
    /// The parts that it goes without.
    pub(crate) left_out: BTreeSet<String>,
    /// The places about which a question is open.
    pub(crate) asked: BTreeSet<String>,
    /// The same in a draft, which shows them.
    pub(crate) open: BTreeSet<String>,
    /// Names that texts may hold in braces, and what they stand for; none where braces are braces.
    pub(crate) names: Option<BracedNames>,
}
