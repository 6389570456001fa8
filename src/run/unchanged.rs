//! Whether a build has anything to do at all: asked before the workspace is opened, which is most of
//! the work of a build without news.

use std::io;

use super::told::{BuildTotals, about, total};
use crate::assets::{FONTS, TEMPLATES};
use crate::batch::LastRun;
use crate::console::Console;
use crate::export::Out;
use crate::fingerprint::Fingerprint;
use crate::folder::Folder;
use crate::folder::{DATA, fingerprint_of_folders};
use crate::job::Job;
use crate::load::Candidate;

/// What a build was wanted for, and from what it is made: all that tells whether anything has
/// changed since the last time. Other tasks have nothing of the kind.
pub(super) struct Unchanged<'a> {
    build: Option<(LastRun<'a>, Fingerprint)>,
    force: bool,
}

impl<'a> Unchanged<'a> {
    /// Nothing is known of the last time, nor kept of this one.
    pub(super) fn unknown() -> Self {
        Self { build: None, force: false }
    }

    /// Looks at the files that a build is made from, without understanding any of them.
    pub(super) fn new(job: &Job, root: &'a Folder, out: &'a Out) -> Self {
        let Some(task) = job.task.build() else { return Self::unknown() };
        let wanted =
            format!("{:?} {:?} {:?} {}", job.choices, job.kind, task.shard, task.draft);
        let extension = task.format.extension();
        let wanted = Fingerprint::of(wanted.as_bytes()).and(extension.as_bytes());
        let inputs = fingerprint_of_folders(root, &[DATA, TEMPLATES, FONTS]);
        let build = inputs.map(|inputs| {
            let last = LastRun::new(root, out, extension, wanted);
            (last, inputs.and(task.program.as_bytes()))
        });
        Self { build, force: task.force }
    }

    /// Says what there was to say the last time, when everything is as it was then; tells whether.
    pub(super) fn told(&self, console: &mut Console<'_>) -> io::Result<bool> {
        let known = self.build.as_ref().filter(|_| !self.force);
        let Some(again) = known.and_then(|(last, inputs)| last.unchanged(*inputs)) else {
            return Ok(false);
        };
        for document in &again {
            console.report(&document.problems, &document.sources)?;
            if !document.diagnostics.is_empty() {
                about(&document.path, console)?;
            }
            console.report(&document.diagnostics, &document.sources)?;
        }
        total(BuildTotals { current: again.len(), ..BuildTotals::default() }, 0, console)?;
        Ok(true)
    }

    /// Notes how a build ended: what is up to date now, when nothing else is left to do or to say.
    pub(super) fn ended(&self, settled: bool, documents: &[&Candidate]) {
        match &self.build {
            Some((last, inputs)) if settled => last.keep(*inputs, documents),
            Some((last, _)) => last.forget(),
            None => {}
        }
    }
}
