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
    done: impl FnMut(usize, Outcome),
) {
    let make = |at: usize| {
        let outcome =
            catch_unwind(AssertUnwindSafe(|| document::make(documents[at], workshop)))
                .unwrap_or_else(|payload| panicked(payload.as_ref(), workshop.sources));
        if (at + 1).is_multiple_of(EVICT_EVERY) {
            comemo::evict(1);
        }
        outcome
    };
    in_order(documents.len(), jobs, stop, make, done);
}

/// Does `count` pieces of work with `jobs` workers, and hands the results over in order, each as
/// soon as all before it are there.
fn in_order<T: Send>(
    count: usize,
    jobs: usize,
    stop: &AtomicBool,
    work: impl Fn(usize) -> T + Sync,
    mut done: impl FnMut(usize, T),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let worker = |sender: mpsc::Sender<(usize, T)>| {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count || stop.load(Ordering::Relaxed) {
                return;
            }
            // The receiver lives as long as the workers; if it does not, nobody listens.
            let _ = sender.send((at, work(at)));
        }
    };
    let worker = &worker;
    thread::scope(|scope| {
        let mut running = 0;
        for _ in 0..jobs.clamp(1, count.max(1)) {
            let sender = sender.clone();
            let thread = thread::Builder::new().stack_size(STACK);
            // When the system gives no more threads, those that run do the work.
            running += usize::from(thread.spawn_scoped(scope, move || worker(sender)).is_ok());
        }
        if running == 0 {
            worker(sender.clone());
        }
        drop(sender);
        let mut waiting: Vec<Option<T>> = (0..count).map(|_| None).collect();
        let mut told = 0;
        for (at, result) in receiver {
            waiting[at] = Some(result);
            while let Some(result) = waiting.get_mut(told).and_then(Option::take) {
                done(told, result);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whichever_is_ready_first() {
        let slow = |at: usize| {
            thread::sleep(std::time::Duration::from_millis(if at.is_multiple_of(5) {
                15
            } else {
                0
            }));
            at * 2
        };
        for jobs in [1, 3, 64] {
            let mut told = Vec::new();
            in_order(40, jobs, &AtomicBool::new(false), slow, |at, got| told.push((at, got)));
            assert_eq!(told, (0..40).map(|at| (at, at * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_panic_is_the_result_of_one_document() {
        let sources = Arc::new(Sources::default());
        let work = |at: usize| {
            catch_unwind(|| assert!(at != 3, "number {at}"))
                .map_err(|payload| panicked(payload.as_ref(), &sources).diagnostics)
        };
        let mut failed = Vec::new();
        in_order(8, 2, &AtomicBool::new(false), work, |at, result| {
            failed.extend(result.err().map(|found| (at, found)));
        });
        let told = Diagnostic::unplaced(Code::Panic).with("detail", "number 3");
        assert_eq!(failed, [(3, vec![told])]);
    }

    #[test]
    fn when_asked_to_stop_what_is_under_way_is_finished() {
        let stop = AtomicBool::new(false);
        let mut told = 0;
        in_order(
            1_000,
            1,
            &stop,
            |at| stop.store(at == 9, Ordering::Relaxed),
            |_, ()| told += 1,
        );
        assert_eq!(told, 10);
    }
}
