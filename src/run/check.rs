//! `check`: reports everything that is wrong, without making anything.

use std::io;

use super::{Verdict, count};
use crate::assets::Assets;
use crate::console::Console;
use crate::diag::{Severity, has_errors};
use crate::job::ReportFormat;
use crate::load::Loaded;
use crate::merge::Templates;
use crate::wording::{Findings, json};

/// Reports everything that is wrong, without making anything.
pub(super) fn check(
    format: ReportFormat,
    assets: &Assets,
    mut loaded: Loaded,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    let (_, broken) = Templates::new(assets, &mut loaded.sources);
    let documents = loaded.documents.len();
    let mut diagnostics = loaded.problems;
    diagnostics.extend(broken);
    diagnostics.extend(loaded.documents.into_iter().flat_map(|entry| entry.problems));
    let findings = Findings {
        diagnostics: &diagnostics,
        sources: &loaded.sources,
    };
    match format {
        ReportFormat::Json => {
            writeln!(console.out, "{}", json(findings, documents, console.wording))?;
        }
        ReportFormat::Text => {
            console.report(&diagnostics, &loaded.sources)?;
            let args = [
                ("documents", documents.into()),
                ("errors", count(&diagnostics, Severity::Error).into()),
                ("warnings", count(&diagnostics, Severity::Warning).into()),
            ];
            console.result("checked", &args)?;
        }
    }
    Ok(Verdict::faulty_if(has_errors(&diagnostics)))
}
