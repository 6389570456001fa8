//! Where words go: results to one stream, everything else to another.

use std::io::{self, Write};

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{Arg, Diagnostic, Sources};
use crate::wording::{Findings, Wording, text};

/// From how many documents on a progress bar is drawn.
const BAR_FROM: usize = 10;

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
    /// Whether a progress bar is drawn.
    pub bar: bool,
}

impl Console<'_> {
    /// A bar for so many documents: count, rate, time left. Nothing is drawn where there is no
    /// terminal, or for a handful of documents.
    pub fn progress(&self, documents: usize) -> ProgressBar {
        if !self.bar || documents < BAR_FROM {
            return ProgressBar::hidden();
        }
        let left = self.wording.say("time-left", &[]);
        let template = format!("{{bar:30}} {{pos}}/{{len}}  {{per_sec}}  {left} {{eta}}");
        let style = ProgressStyle::with_template(&template);
        let bar = ProgressBar::new(u64::try_from(documents).unwrap_or(u64::MAX));
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
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
