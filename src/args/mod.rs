//! The command line: what was typed, resolved once into a [`Job`].
//!
//! The only place that reads arguments, environment and terminal. clap parses; its own English
//! is not shown: help and mistakes are worded by `locales/` like everything else.

mod commands;
mod mistakes;
mod resolve;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::error::ErrorKind;

use vanthu::guard::SECOND;
use vanthu::job::Job;
use vanthu::wording::{Language, Wording};

use commands::command;
use mistakes::{Mistake, sentence, usage};
use resolve::job;

/// The most workers that can be asked for.
const MOST_JOBS: usize = 256;

/// What the words typed ask for.
pub(crate) enum Parsed {
    /// A job to carry out.
    Job(Job),
    /// Help or version to print.
    Print(String),
    /// A mistake in the words, already put into a sentence.
    Usage(String),
}

/// The language to speak: that of `--lang`, else the system's.
pub(crate) fn language(words: &[OsString]) -> Language {
    let mut given = None;
    let mut words = words.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--lang" {
            given = words.next();
        } else if let Some(code) = word.strip_prefix("--lang=") {
            given = Some(code.to_owned().into());
        }
    }
    given
        .and_then(|code| Language::from_code(&code))
        .or_else(|| sys_locale::get_locale().map(|locale| Language::of_locale(&locale)))
        .unwrap_or(Language::English)
}

/// Whether to colour what goes to stderr.
pub(crate) fn styled() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Whether a progress bar can be drawn.
pub(crate) fn bar() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether another process of this program has started this one.
pub(crate) fn is_second_process() -> bool {
    std::env::var_os(SECOND).is_some()
}

/// The file of this program.
pub(crate) fn this_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Reads the words typed.
pub(crate) fn parse(words: Vec<OsString>, wording: &Wording) -> Parsed {
    let matches = match command(wording).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => {
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    Parsed::Print(error.render().to_string())
                }
                _ => Parsed::Usage(usage(&error, wording)),
            };
        }
    };
    match job(&matches) {
        Ok(job) => Parsed::Job(job),
        Err(Mistake { id, args, suggestion }) => {
            Parsed::Usage(sentence(wording, id, &args, suggestion))
        }
    }
}
