//! A document within its limits: every use of a template begins here.
//!
//! In go a document's name and its merge; out comes a permit that the guard watches, or the mistake
//! of a document that was stopped before, with the line of the template where it was. To find that
//! line, it is gone through once more in a process of its own.

use std::sync::{Arc, Mutex, PoisonError};

use super::workshop::Press;
use crate::compile::{Base, Trace};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::guard::{At, Limit, Stopped, WatchedWork};
use crate::merge::{Markup, Origin, Templates};
use crate::office::Limits;

/// A merge that is to be kept within limits.
pub(super) type Merge<'a> = &'a dyn Fn(&Templates) -> Result<Markup, Box<Diagnostic>>;

/// Begins the work on a document of a kind, or on another paper that is made with templates. One that
/// was stopped before is gone through once more to find out where.
///
/// # Errors
/// When it was stopped before, and is to be left out.
pub(crate) fn begin<'a>(
    press: Press<'a>,
    (unit, kind): (&str, &str),
    merge: Merge<'_>,
    sources: &mut Sources,
) -> Result<WatchedWork<'a>, Box<Diagnostic>> {
    match press.guard.begin(unit, kind) {
        Ok(work) => {
            if work.is_traced() {
                trace(press, &work, merge, sources);
            }
            Ok(work)
        }
        Err(stopped) => Err(Box::new(told(&stopped, press.limits, press.base, sources))),
    }
}

/// Goes through a document once more with somebody asking where it is.
fn trace(press: Press<'_>, work: &WatchedWork<'_>, merge: Merge<'_>, sources: &Sources) {
    let reached: Arc<Mutex<Option<At>>> = Arc::default();
    let asked = reached.clone();
    work.located_by(move || asked.lock().unwrap_or_else(PoisonError::into_inner).clone());
    press.templates.trace(merge, |place: &Place| {
        let source = sources.get(place.file);
        let (line, _) = source.line_column(place.range.start);
        let at = At { name: source.name().to_owned(), line };
        *reached.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    });
    if let Ok(markup) = merge(press.templates) {
        let trace = Trace::new(press.base, &markup);
        let mut reached = trace.reached();
        work.located_by(move || {
            let Origin { template, line } = reached.origin()?;
            Some(At { name: format!("templates/{template}"), line })
        });
        trace.run();
    }
    work.traced();
}

/// What there is to say about a document that was stopped.
pub(crate) fn told(
    stopped: &Stopped,
    limits: Limits,
    base: &Base,
    sources: &mut Sources,
) -> Diagnostic {
    let diagnostic = if stopped.untried {
        Diagnostic::unplaced(Code::NotTried)
    } else {
        match &stopped.limit {
            Limit::Time => {
                Diagnostic::unplaced(Code::TooLong).with("seconds", limits.seconds.to_string())
            }
            Limit::Memory => Diagnostic::unplaced(Code::TooMuchMemory)
                .with("megabytes", limits.megabytes.to_string()),
            Limit::Crash(words) => {
                Diagnostic::unplaced(Code::BrokenOff).with("detail", words.as_str())
            }
        }
    };
    let place = stopped.at.as_ref().and_then(|at| {
        let file = source(at, base, sources)?;
        let line = at.line.checked_sub(1)?;
        Some(Place::new(file, sources.get(file).line_range(line)?))
    });
    let line = stopped.at.as_ref().map_or(0, |at| at.line);
    Diagnostic { place, ..diagnostic.with("line", line) }
}

/// The text of a template.
fn source(at: &At, base: &Base, sources: &mut Sources) -> Option<FileId> {
    sources.named(&at.name).or_else(|| {
        let text = base.template(&at.name)?;
        Some(sources.add(at.name.as_str(), text))
    })
}
