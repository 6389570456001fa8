//! Which documents of a workspace somebody wants.
//!
//! In go the candidates, and years, paths and names from the command line; out come those that are meant. A
//! choice that means none is told, with what lies there instead, or with the document that was probably meant.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::candidates::{Candidate, is_shared};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, nearest};
use crate::folder::{DATA, FileKind, Folder, is_yaml, shown};
use crate::records::{is_known_table, is_record};

/// Which documents are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Those of one year's folder.
    Year(Year),
    /// One file, or all below a folder: relative to the workspace, or as `list` names them.
    Path(PathBuf),
}

impl Choice {
    /// The documents that it means. The one that it names comes before all that lie below a folder of that
    /// name.
    fn of<'c>(&self, candidates: &'c [Candidate]) -> Vec<&'c Candidate> {
        let typed = match self {
            Self::Year(year) => {
                let is_of = |found: &&Candidate| found.folder_year() == Some(*year);
                return candidates.iter().filter(is_of).collect();
            }
            Self::Path(path) => below_data(path),
        };
        let is_named = |found: &&Candidate| {
            below_data(&found.path) == typed || Path::new(&found.id.0) == typed
        };
        let named: Vec<&Candidate> = candidates.iter().filter(is_named).collect();
        if !named.is_empty() {
            return named;
        }
        let is_below = |found: &&Candidate| below_data(&found.path).starts_with(typed);
        candidates.iter().filter(is_below).collect()
    }

    fn is_of(&self, new: Option<&Path>) -> bool {
        matches!((self, new), (Self::Path(path), Some(new)) if path == new)
    }
}

/// A path as `list` shows it: without the folder of all data.
fn below_data(path: &Path) -> &Path {
    path.strip_prefix(DATA).unwrap_or(path)
}

/// Keeps the candidates that somebody chose, all when there is no choice; reports a choice that
/// names none, but for the `new` document, which is still to be written.
pub(super) fn choose(
    candidates: &[Candidate],
    choices: &[Choice],
    new: Option<&Path>,
    root: &Folder,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Candidate> {
    if choices.is_empty() {
        return candidates.to_vec();
    }
    let mut chosen: BTreeSet<&Candidate> = BTreeSet::new();
    for choice in choices {
        let found = choice.of(candidates);
        if found.is_empty() && !choice.is_of(new) {
            problems.push(match choice {
                Choice::Year(year) => no_such_year(*year, candidates),
                Choice::Path(path) => no_such_document(path, candidates, root),
            });
        }
        chosen.extend(found);
    }
    chosen.into_iter().cloned().collect()
}

/// That a year has no document, with the years that have some.
pub(super) fn no_such_year(year: Year, candidates: &[Candidate]) -> Diagnostic {
    let years: BTreeSet<Year> = candidates.iter().filter_map(Candidate::folder_year).collect();
    let known: Vec<String> = years.iter().map(Year::to_string).collect();
    Diagnostic::unplaced(Code::NoSuchYear)
        .with("year", year.to_string())
        .with("count", known.len())
        .with("known", known)
}

/// That a path names no document: there is nothing, or something else.
fn no_such_document(path: &Path, candidates: &[Candidate], root: &Folder) -> Diagnostic {
    let below = Path::new(DATA).join(below_data(path));
    let place = [path, below.as_path()].into_iter().find(|place| root.has(place));
    let problem = match place {
        None => Diagnostic::unplaced(Code::NoSuchDocument).with("path", shown(path)),
        Some(place) => {
            let what = instead(place, root);
            let year = year_of(place).map(|year| year.to_string()).unwrap_or_default();
            let problem = Diagnostic::unplaced(Code::NotADocument)
                .with("path", shown(place))
                .with("what", what)
                .with("year", year);
            // Whoever names one of the other files means it.
            if what != ELSEWHERE {
                return problem;
            }
            problem
        }
    };
    match meant(path, candidates) {
        Some(meant) => problem.with("suggestion", meant),
        None => problem,
    }
}

/// What lies outside the folder of all data.
const ELSEWHERE: &str = "elsewhere";

/// What lies at a place where no document is, as a word for its message.
fn instead(place: &Path, root: &Folder) -> &'static str {
    let is_folder = matches!(root.kind(place), Ok(Some(FileKind::Folder)));
    let within = if is_folder { place.join("any.yaml") } else { place.to_owned() };
    if !place.starts_with(DATA) {
        ELSEWHERE
    } else if is_shared(&within) {
        "shared"
    } else if is_record(&within) || is_known_table(&within) {
        if year_of(place).is_some() { "results" } else { "history" }
    } else if is_folder {
        "folder"
    } else if is_yaml(place) {
        "clash"
    } else {
        "other"
    }
}

/// The year in whose folder a place lies.
fn year_of(place: &Path) -> Option<Year> {
    below_data(place).iter().next()?.to_str().and_then(Year::parse)
}

/// The document that was probably meant: one whose own name is near, and of those the one whose whole name
/// is nearest. It is named as it was typed: as a path, or as `list` does.
fn meant(path: &Path, candidates: &[Candidate]) -> Option<String> {
    let typed = shown(&below_data(path).with_extension(""));
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let name = last(&typed);
    let is_near = |found: &&Candidate| nearest(&name, [last(&found.id.0).as_str()]).is_some();
    let near: Vec<&Candidate> = candidates.iter().filter(is_near).collect();
    let best = nearest(&typed, near.iter().map(|found| found.id.0.as_str()));
    let found = match best {
        Some(best) => near.iter().find(|found| found.id.0 == best),
        // The same name in another folder; the latest year comes last.
        None => near.iter().rev().find(|found| last(&found.id.0) == name),
    };
    let is_path = path.starts_with(DATA) || path.extension().is_some();
    found.map(|found| if is_path { shown(&found.path) } else { found.id.0.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates() -> Vec<Candidate> {
        ["2023/plan", "2024/launches/tet", "2024/plan", "2024/plan/xa-a", "2024/units/xa-a"]
            .map(|id| Candidate::at(PathBuf::from(format!("data/{id}.yaml"))))
            .to_vec()
    }

    fn chosen(word: &str) -> Vec<String> {
        let all = candidates();
        let found = Choice::Path(word.into()).of(&all).into_iter();
        found.map(|found| found.id.0.clone()).collect()
    }

    #[test]
    fn a_document_is_chosen_as_the_list_names_it_or_by_its_path() {
        for word in ["2024/plan", "data/2024/plan", "data/2024/plan.yaml", "2024/plan.yaml"] {
            assert_eq!(chosen(word), ["2024/plan"], "{word}");
        }
        for word in ["2024/units", "data/2024/units", "2024/units/xa-a"] {
            assert_eq!(chosen(word), ["2024/units/xa-a"], "{word}");
        }
        assert_eq!(chosen("2024/un"), Vec::<String>::new());
        assert_eq!(chosen("data").len(), candidates().len());
        assert_eq!(chosen("").len(), candidates().len());
    }

    #[test]
    fn the_one_that_was_meant_has_a_name_that_is_near() {
        let meant = |word: &str| meant(Path::new(word), &candidates());
        assert_eq!(meant("2024/paln").as_deref(), Some("2024/plan"));
        assert_eq!(meant("data/2024/pla.yaml").as_deref(), Some("data/2024/plan.yaml"));
        assert_eq!(meant("plan").as_deref(), Some("2024/plan"));
        assert_eq!(meant("out/2024/plan.pdf").as_deref(), Some("data/2024/plan.yaml"));
        assert_eq!(meant("data/2024/nothing.yaml"), None);
    }
}
