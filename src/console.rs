//! Where words go: results to one stream, everything else to another.

use std::io::{self, Write};

use crate::diag::{Arg, Diagnostic, Sources};
use crate::wording::{Findings, Wording, text};

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
}

impl Console<'_> {
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
