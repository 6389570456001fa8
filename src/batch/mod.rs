//! Many documents: workers, one document's way through the stages, results in order.
//!
//! Workers are plain threads that take the next document from a counter. (rayon's `par_iter`
//! would overflow the stack: the typesetter uses rayon inside, so a waiting worker would steal
//! whole documents, nested without end.) What goes wrong with one document, even a panic, is that
//! document's result and never stops the others.

mod document;
mod record;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

pub use document::Made;
pub use record::Fingerprint;

use crate::compile::Base;
use crate::diag::{Code, Diagnostic, Sources};
use crate::export::{Format, Written};
use crate::merge::{Style, Templates};
use crate::papers::Document;

/// The stack of a worker, bytes. Nested layouts go deep.
const STACK: usize = 64 << 20;

/// After how many documents the typesetter's memory is cleaned. Without it, thousands of
/// documents would fill gigabytes; oftener would slow them down.
const EVICT_EVERY: usize = 16;

/// What all documents of a batch are made with.
#[derive(Clone, Copy)]
pub struct Workshop<'a> {
    /// Library, fonts and Typst templates.
    pub base: &'a Base,
    /// Jinja templates.
    pub templates: &'a Templates,
    /// Layout.
    pub style: Style<'a>,
    /// What to make.
    pub format: Format,
    /// Where to.
    pub out: &'a Path,
    /// The texts that were read.
    pub sources: &'a Arc<Sources>,
    /// Of what all documents share.
    pub fingerprint: Fingerprint,
    /// Whether documents are made again that are up to date.
    pub force: bool,
}

/// What became of a document.
#[derive(Debug)]
pub struct Outcome {
    /// What was written; none when the document has errors.
    pub made: Option<Made>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that the diagnostics point into.
    pub sources: Sources,
}

impl Outcome {
    /// A document that was not made.
    fn failed(diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        Self { made: None, diagnostics, sources }
    }
}

/// Makes documents with `jobs` workers and hands their outcomes over in the order given. When
/// `stop` is set, documents under way are finished and no further one is begun.
pub fn build(
    documents: &[&Document],
    workshop: Workshop<'_>,
    jobs: usize,
    stop: &AtomicBool,
    mut done: impl FnMut(usize, Outcome),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let work = |sender: mpsc::Sender<(usize, Outcome)>| {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(document) = documents.get(at) else { return };
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let outcome =
                catch_unwind(AssertUnwindSafe(|| document::make(document, workshop)))
                    .unwrap_or_else(|payload| panicked(payload.as_ref(), workshop.sources));
            if (at + 1).is_multiple_of(EVICT_EVERY) {
                comemo::evict(1);
            }
            // The receiver lives as long as the workers; if it does not, nobody listens.
            let _ = sender.send((at, outcome));
        }
    };
    let work = &work;
    thread::scope(|scope| {
        let mut running = 0;
        for _ in 0..jobs.clamp(1, documents.len().max(1)) {
            let sender = sender.clone();
            let worker = thread::Builder::new().stack_size(STACK);
            // When the system gives no more threads, those that run do the work.
            running += usize::from(worker.spawn_scoped(scope, move || work(sender)).is_ok());
        }
        if running == 0 {
            work(sender.clone());
        }
        drop(sender);
        let mut waiting: Vec<Option<Outcome>> = documents.iter().map(|_| None).collect();
        let mut told = 0;
        for (at, outcome) in receiver {
            waiting[at] = Some(outcome);
            while let Some(outcome) = waiting.get_mut(told).and_then(Option::take) {
                done(told, outcome);
                told += 1;
            }
        }
    });
}

/// The outcome of a document whose making panicked: a bug, told as one.
fn panicked(payload: &(dyn std::any::Any + Send), sources: &Arc<Sources>) -> Outcome {
    let detail = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    let diagnostic = Diagnostic::unplaced(Code::Panic).with("detail", detail);
    Outcome::failed(vec![diagnostic], Sources::over(sources))
}

/// Writes files and puts a refusal into a diagnostic.
///
/// # Errors
/// When the system refuses.
pub fn write(files: Vec<(std::path::PathBuf, Vec<u8>)>) -> Result<Written, Box<Diagnostic>> {
    crate::export::write(files).map_err(|error| {
        Box::new(
            Diagnostic::unplaced(Code::Unwritable)
                .with("path", error.path.to_string_lossy().into_owned())
                .with("cause", error.cause.to_string()),
        )
    })
}
