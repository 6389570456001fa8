//! A text that came in, and the paper that it is held against.

use std::io;
use std::path::Path;

use super::verdict::{Verdict, With};
use crate::batch::{Said, SaidPaper, said};
use crate::console::Console;
use crate::diag::{Diagnostic, FileId, Sources, has_errors};
use crate::folder::{Folder, shown};
use crate::import::{Held, hold, lines_of_manuscript, lines_of_paper};
use crate::job::Incoming;
use crate::load::{Candidate, Fetched, Workspace};
use crate::manuscript::{ChangeKind, MOST_BYTES, Manuscript, manuscript};
use crate::yaml::{self, Node};

/// What is wrong, and the texts that it points into.
pub(super) type Refused = (Vec<Diagnostic>, Sources);

/// Reads a text that came in, wherever it lies.
///
/// # Errors
/// With why it is not read.
pub(super) fn incoming(task: &Incoming) -> Result<Manuscript, Refused> {
    let path = task.file.as_path();
    let name = path.file_name().map_or(path, Path::new);
    let folder = Folder::new(path.parent().unwrap_or(Path::new(".")));
    let mut sources = Sources::default();
    let bytes = folder.read(name, MOST_BYTES);
    let bytes =
        bytes.map_err(|fault| (vec![fault.diagnostic(shown(path))], Sources::default()))?;
    manuscript(bytes, path, task.accepts, &mut sources)
        .map_err(|problem| (vec![*problem], sources))
}

/// A paper of the workspace as it is now: its file, and what it says.
pub(super) struct Current<'w> {
    pub(super) candidate: &'w Candidate,
    pub(super) fetched: Fetched,
    pub(super) file: FileId,
    pub(super) root: Node,
    pub(super) papers: Vec<SaidPaper>,
    /// What there is to say about it.
    problems: Vec<Diagnostic>,
}

impl<'w> Current<'w> {
    /// Reads the paper that is wanted.
    ///
    /// # Errors
    /// With what keeps it from being read.
    pub(super) fn new(with: With<'_>, workspace: &'w Workspace<'_>) -> Result<Self, Refused> {
        let none = || (Vec::new(), Sources::default());
        let candidate = workspace.wanted.first().ok_or_else(none)?;
        let fetched = workspace.fetch(candidate);
        let found = of(&fetched, with, workspace);
        if found.papers.is_empty() {
            return Err((found.problems, found.sources));
        }
        let file = fetched
            .file()
            .map_err(|problem| (vec![*problem], Sources::default()))?;
        let root = yaml::parse(fetched.text().unwrap_or_default(), file);
        let root = root.map_err(|problem| (vec![*problem], fetched.sources.clone()))?;
        Ok(Self {
            candidate,
            fetched,
            file,
            root,
            papers: found.papers,
            problems: found.problems,
        })
    }

    /// The paper, or that of its copies which is most like a text, held against the text.
    pub(super) fn held(&self, text: &Manuscript) -> Option<Held> {
        most_like(&self.papers, text)
    }

    /// What the paper would say with another file, held against a text; and what there is to say about it then that was
    /// not before.
    ///
    /// # Errors
    /// With what is wrong with it then.
    pub(super) fn held_with(
        &self,
        file: &str,
        text: &Manuscript,
        with: With<'_>,
        workspace: &Workspace<'_>,
    ) -> Result<(Held, Refused), Refused> {
        let found = of(&workspace.fetch_as(self.candidate, file), with, workspace);
        let Said { papers, problems, sources } = found;
        if has_errors(&problems) {
            return Err((problems, sources));
        }
        let is_known = |problem: &Diagnostic| {
            let own = |known: &Diagnostic| {
                (known.code, &known.args) == (problem.code, &problem.args)
            };
            self.problems.iter().any(own)
        };
        match most_like(&papers, text) {
            Some(held) => {
                let fresh =
                    problems.into_iter().filter(|problem| !is_known(problem)).collect();
                Ok((held, (fresh, sources)))
            }
            None => Err((problems, sources)),
        }
    }
}

pub(super) fn most_like(papers: &[SaidPaper], text: &Manuscript) -> Option<Held> {
    let lines = lines_of_manuscript(text);
    let held = papers.iter().map(|paper| hold(lines_of_paper(paper), lines.clone()));
    // Of several that are alike the first.
    held.reduce(|best, next| if next.same() > best.same() { next } else { best })
}

/// What a document says.
pub(super) fn of(fetched: &Fetched, with: With<'_>, workspace: &Workspace<'_>) -> Said {
    let families = with.base.families();
    said(fetched, with.press(workspace, &families, true), workspace)
}

/// Tells what is wrong.
pub(super) fn tell(
    (problems, sources): Refused,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&problems, &sources)?;
    Ok(Verdict::Faulty)
}

/// Tells of changes that nobody has accepted or rejected, and of comments.
pub(super) fn beside(
    text: &Manuscript,
    accepts: bool,
    console: &mut Console<'_>,
) -> io::Result<()> {
    for change in &text.changes {
        let id = match change.kind {
            ChangeKind::Added => "import-open-added",
            ChangeKind::Removed => "import-open-removed",
        };
        let args = [
            ("by", change.by.as_str().into()),
            ("text", change.text.trim().into()),
            ("within", change.within.trim().into()),
        ];
        console.result(id, &args)?;
    }
    if !text.changes.is_empty() {
        let id = if accepts { "import-open-taken" } else { "import-open" };
        console.note(id, &[("count", text.changes.len().into())])?;
    }
    for comment in &text.comments {
        let args = [
            ("by", comment.by.as_str().into()),
            ("text", comment.text.as_str().into()),
            ("about", comment.about.trim().into()),
        ];
        console.result("import-comment", &args)?;
    }
    Ok(())
}
