//! Where words go: what was made to one stream, everything else to another.
//!
//! In go results, notes and diagnostics as values; out come lines in the language of the run. Whoever
//! reads the first stream gets only paths, which a script can use. The bar of progress is drawn on
//! the second; in the second process of a run it is told to the first instead, which owns the
//! terminal.

use std::io::{self, Write};

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{Arg, Diagnostic, Sources};
use crate::wording::{Findings, Wording, text};

/// From how many documents on a progress bar is drawn.
const BAR_FROM: usize = 10;

/// What happens to a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It begins, for so many documents.
    Start(usize),
    /// One of them is done.
    Step,
    /// It goes.
    End,
}

/// Whether there is a progress bar, and who draws it.
#[derive(Debug, Clone, Copy)]
pub enum Bars {
    /// There is none.
    None,
    /// It is drawn here.
    Drawn,
    /// Somebody else draws it, who is told.
    Told(fn(Progress)),
}

impl Bars {
    /// Whether bars are drawn here.
    pub fn is_drawn(self) -> bool {
        matches!(self, Self::Drawn)
    }
}

/// A progress bar.
pub enum Bar {
    /// Drawn here, or hidden.
    Drawn(ProgressBar),
    /// Drawn by somebody else.
    Told(fn(Progress)),
}

impl Bar {
    /// One document is done.
    pub fn step(&self) {
        match self {
            Self::Drawn(bar) => bar.inc(1),
            Self::Told(tell) => tell(Progress::Step),
        }
    }

    /// Does something that prints.
    pub fn suspend<T>(&self, print: impl FnOnce() -> T) -> T {
        match self {
            Self::Drawn(bar) => bar.suspend(print),
            Self::Told(_) => print(),
        }
    }

    /// All is done.
    pub fn end(&self) {
        match self {
            Self::Drawn(bar) => bar.finish_and_clear(),
            Self::Told(tell) => tell(Progress::End),
        }
    }
}

/// The two streams of the program and the language spoken on them.
pub struct Console<'a> {
    /// Results: what a script reads.
    pub out: &'a mut dyn Write,
    /// Diagnostics and progress: what a person reads.
    pub err: &'a mut dyn Write,
    /// The language.
    pub wording: &'a Wording,
    /// Whether diagnostics are coloured.
    pub styled: bool,
    /// The progress bar.
    pub bar: Bars,
}

impl Console<'_> {
    /// A bar for so many documents: count, rate, time left. Nothing is drawn where there is no
    /// terminal, or for a handful of documents.
    pub fn progress(&self, documents: usize) -> Bar {
        if let Bars::Told(tell) = self.bar {
            tell(Progress::Start(documents));
            return Bar::Told(tell);
        }
        if !self.bar.is_drawn() || documents < BAR_FROM {
            return Bar::Drawn(ProgressBar::hidden());
        }
        let left = self.wording.say("time-left", &[]);
        let template = format!("{{bar:30}} {{pos}}/{{len}}  {{per_sec}}  {left} {{eta}}");
        let style = ProgressStyle::with_template(&template);
        let bar = ProgressBar::new(u64::try_from(documents).unwrap_or(u64::MAX));
        Bar::Drawn(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// Prints a message as a result.
    ///
    /// # Errors
    /// When the stream is closed.
    pub fn result(&mut self, id: &str, args: &[(&'static str, Arg)]) -> io::Result<()> {
        writeln!(self.out, "{}", self.wording.say(id, args))
    }

    /// Prints a message that is no result.
    ///
    /// # Errors
    /// When the stream is closed.
    pub fn note(&mut self, id: &str, args: &[(&'static str, Arg)]) -> io::Result<()> {
        writeln!(self.err, "{}", self.wording.say(id, args))
    }

    /// Prints diagnostics.
    ///
    /// # Errors
    /// When the stream is closed.
    pub fn report(&mut self, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
        let findings = Findings { diagnostics, sources };
        self.err
            .write_all(text(findings, self.wording, self.styled).as_bytes())
    }
}
