//! What the typesetter is laying out, as its own timing tells.
//!
//! The timing records where each piece of work begins and ends, with its place. What has begun and not
//! ended is open; the last of it is the innermost.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use serde::Deserialize;
use typst::syntax::Span;

/// The pieces of work that have begun and not ended, by thread. There is one timing in a process.
#[derive(Default)]
pub(super) struct OpenScopes {
    threads: BTreeMap<u64, Vec<Option<Span>>>,
    /// The thread that was heard of last.
    last: u64,
}

/// The beginning or the end of a piece of work.
#[derive(Deserialize)]
struct TimingEvent {
    ph: String,
    tid: u64,
    args: Option<CrumbPlace>,
}

/// Where the work is, in the place of a file's name.
#[derive(Deserialize)]
struct CrumbPlace {
    file: String,
}

impl OpenScopes {
    /// Begins to record.
    pub(super) fn begin() {
        typst_timing::enable();
    }

    /// Records no more.
    pub(super) fn end() {
        typst_timing::disable();
        typst_timing::clear();
    }

    /// Takes in what was recorded since the last time. False when nothing is.
    pub(super) fn update(&mut self) -> bool {
        if !typst_timing::is_enabled() {
            return false;
        }
        let mut json = Vec::new();
        let place = |span: NonZeroU64| (span.to_string(), 0);
        if typst_timing::export_json(&mut json, place).is_err() {
            return true;
        }
        for event in serde_json::from_slice::<Vec<TimingEvent>>(&json).unwrap_or_default() {
            self.last = event.tid;
            let open = self.threads.entry(event.tid).or_default();
            if event.ph == "B" {
                let number = event.args.and_then(|place| place.file.parse().ok());
                open.push(number.map(Span::from_raw));
            } else {
                open.pop();
            }
        }
        true
    }

    /// The places of what is open, the innermost first; those of the thread that was heard of last come
    /// before the others.
    pub(super) fn spans(&self) -> impl Iterator<Item = Span> {
        let last = self.threads.get(&self.last);
        let others = self.threads.iter().filter(|(thread, _)| **thread != self.last);
        let all = last.into_iter().chain(others.map(|(_, open)| open));
        all.flat_map(|open| open.iter().rev().filter_map(|span| *span))
    }
}
