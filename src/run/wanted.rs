//! Which papers of the old year a roll is for: all of them, or those that were named.
//!
//! In go the words of the task and the workspace; out come the files, or what is wrong with a name.

use crate::diag::{Code, Diagnostic};
use crate::folder::DATA;
use crate::job::{Roll, is_at};
use crate::load::{Candidate, Workspace};

/// The papers of the old year that are to be rolled, the plan first, on the sheet too.
///
/// # Errors
/// When there are none, or one that was named is none.
pub(super) fn wanted(
    task: &Roll,
    workspace: &Workspace<'_>,
) -> Result<Vec<Candidate>, Vec<Diagnostic>> {
    let mut candidates = workspace.documents_of(task.from);
    candidates.sort_by_key(|candidate| !candidate.id.0.ends_with("/plan"));
    if candidates.is_empty() {
        return Err(vec![workspace.no_such_year(task.from)]);
    }
    let places: Vec<&str> = candidates.iter().map(|candidate| candidate.id.below()).collect();
    let in_vain = task
        .papers
        .iter()
        .filter(|named| !places.iter().any(|place| is_at(place, named)));
    let problems: Vec<Diagnostic> = in_vain
        .map(|named| {
            Diagnostic::unplaced(Code::NoSuchDocument)
                .with("path", format!("{DATA}/{}/{named}", task.from))
                .suggest(named, places.iter().copied())
        })
        .collect();
    candidates.retain(|candidate| task.wants(candidate.id.below()));
    // Of a whole year some are not rolled; who names one wants it.
    let is_named =
        |candidate: &&Candidate| task.papers.iter().any(|named| named == candidate.id.below());
    let not_rolled = candidates
        .iter()
        .filter(is_named)
        .filter(|candidate| !workspace.is_rolled(candidate))
        .map(|candidate| {
            Diagnostic::unplaced(Code::NotRolled)
                .with("path", candidate.path.to_string_lossy().into_owned())
        });
    let problems: Vec<Diagnostic> = problems.into_iter().chain(not_rolled).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(candidates)
}
