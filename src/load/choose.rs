//! Which documents of a workspace somebody wants.
//!
//! In go the candidates, and years and paths from the command line; out come those that are meant. A
//! choice that means none is told with the nearest one that is there.

use std::path::{Path, PathBuf};

use super::candidates::Candidate;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic};
use crate::folder::shown;

/// Which documents are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Those of one year's folder.
    Year(Year),
    /// One file, or all below a folder; relative to the workspace.
    Path(PathBuf),
}

impl Choice {
    fn holds(&self, candidate: &Candidate) -> bool {
        match self {
            Self::Year(year) => candidate.folder_year() == Some(*year),
            Self::Path(path) => candidate.path.starts_with(path),
        }
    }

    fn is_of(&self, new: Option<&Path>) -> bool {
        matches!((self, new), (Self::Path(path), Some(new)) if path == new)
    }
}

/// Keeps the candidates that somebody chose, all when there is no choice; reports a choice that
/// names none, but for the `new` document, which is still to be written.
pub(super) fn choose(
    candidates: &[Candidate],
    choices: &[Choice],
    new: Option<&Path>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Candidate> {
    let in_vain = |choice: &&Choice| {
        !choice.is_of(new) && !candidates.iter().any(|candidate| choice.holds(candidate))
    };
    problems.extend(
        choices
            .iter()
            .filter(in_vain)
            .map(|choice| no_such(choice, candidates)),
    );
    let chosen = |candidate: &&Candidate| {
        choices.is_empty() || choices.iter().any(|choice| choice.holds(candidate))
    };
    candidates.iter().filter(chosen).cloned().collect()
}

fn no_such(choice: &Choice, candidates: &[Candidate]) -> Diagnostic {
    match choice {
        Choice::Year(year) => {
            let mut years: Vec<String> = candidates
                .iter()
                .filter_map(|candidate| candidate.folder_year().map(|y| y.to_string()))
                .collect();
            years.dedup();
            Diagnostic::unplaced(Code::NoSuchYear)
                .with("year", year.to_string())
                .with("known", years)
        }
        Choice::Path(path) => {
            let paths: Vec<String> =
                candidates.iter().map(|candidate| shown(&candidate.path)).collect();
            Diagnostic::unplaced(Code::NoSuchDocument)
                .with("path", shown(path))
                .suggest(&shown(path), paths.iter().map(String::as_str))
        }
    }
}
