//! `check`: reports everything that is wrong, with the data and with the pages, without making
//! anything.

use std::io;

use super::told::count;
use super::verdict::{Verdict, With};
use crate::batch;
use crate::console::Console;
use crate::diag::{Code, Diagnostic, Severity, Sources, has_errors};
use crate::job::CheckFormat;
use crate::load::Workspace;
use crate::wording::{Findings, json};

/// Reports everything that is wrong, without making anything.
pub(super) fn check(
    format: CheckFormat,
    workspace: &Workspace<'_>,
    with: With<'_>,
    jobs: usize,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let shared = (workspace.problems.clone(), Sources::over(&workspace.sources));
    let mut found: Vec<(Vec<Diagnostic>, Sources)> = vec![shared];
    let mut documents = 0;
    let families = with.base.families();
    // With shared files that have errors nothing can be laid out.
    let press =
        (!has_errors(&workspace.problems)).then(|| with.press(workspace, &families, false));
    batch::read(&workspace.wanted, workspace, press, jobs, |_, reading| {
        documents += 1;
        if !reading.entry.problems.is_empty() {
            found.push((reading.entry.problems, reading.sources));
        }
    });
    for year in workspace.whole_years() {
        let records = workspace.records(year);
        let problems = untold(records.problems, &found);
        found.push((problems, records.sources));
    }
    if workspace.is_all_wanted() {
        let mut past = workspace.past_years();
        past.problems.extend(workspace.totals_beside_results(&past));
        let problems = untold(past.problems, &found);
        found.push((problems, past.sources));
    }
    // What is missing for all comes first.
    let is_missing = |problem: &Diagnostic| problem.code == Code::AwardsMissing;
    found.sort_by_key(|(problems, _)| !problems.iter().any(is_missing));
    let findings: Vec<Findings<'_>> = found
        .iter()
        .map(|(diagnostics, sources)| Findings { diagnostics, sources })
        .collect();
    let total =
        |severity| findings.iter().map(|found| count(found.diagnostics, severity)).sum();
    let (errors, warnings): (usize, usize) =
        (total(Severity::Error), total(Severity::Warning));
    match format {
        CheckFormat::Json => {
            writeln!(console.out, "{}", json(&findings, documents, console.wording))?;
        }
        CheckFormat::Text => {
            for found in &findings {
                console.report(found.diagnostics, found.sources)?;
            }
            let args = [
                ("documents", documents.into()),
                ("errors", errors.into()),
                ("warnings", warnings.into()),
            ];
            console.result("checked", &args)?;
        }
    }
    Ok(Verdict::faulty_if(findings.iter().any(|found| has_errors(found.diagnostics))))
}

/// What was not found before in just these words: a folder that cannot be read is found by all who look
/// into it. What has a place is found by one alone.
fn untold(
    mut problems: Vec<Diagnostic>,
    found: &[(Vec<Diagnostic>, Sources)],
) -> Vec<Diagnostic> {
    let is_told = |problem: &Diagnostic| found.iter().any(|(told, _)| told.contains(problem));
    problems.retain(|problem| problem.place.is_some() || !is_told(problem));
    problems
}
