//! The command-line program: words typed → [`args`] → a job → the library → an exit code.
//!
//! A run has two processes of this program. The first reads the words, prints, and hears Ctrl-C; the
//! second does the work, and can be ended when a document goes beyond its limits (see
//! [`guard`](vanthu::guard)).

mod args;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use vanthu::console::{Bars, Console};
use vanthu::guard::{Front, Guard, Saying, Stop};
use vanthu::job::Job;
use vanthu::run::{Verdict, run};
use vanthu::wording::Wording;

/// Typesetting allocates much and in small pieces, on several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The data or a document has errors.
const FAULTY: u8 = 1;
/// Interrupted for the second time, or left alone by the first process.
const INTERRUPTED: i32 = 130;
/// The command line is wrong.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let wording = Wording::new(args::language(&words));
    match carry_out(words, &wording) {
        Ok(code) => code,
        // Whoever reads has closed the stream before all was said: not everything may be done.
        Err(_) => ExitCode::from(FAULTY),
    }
}

/// Ends the program at once. Files are written whole or not at all, so nothing is harmed.
fn end() {
    #[expect(clippy::exit, reason = "nobody waits for what is under way")]
    std::process::exit(INTERRUPTED);
}

/// Ctrl-C asks for a stop. The second Ctrl-C ends the program at once.
fn stop_on_interrupt() -> Stop {
    let stop = Stop::default();
    let asked = stop.clone();
    // Where the system has no such handler, Ctrl-C ends the program as ever.
    let _ = ctrlc::set_handler(move || {
        if asked.ask() {
            end();
        }
    });
    stop
}

fn carry_out(words: Vec<OsString>, wording: &Wording) -> io::Result<ExitCode> {
    // Not locked: a worker that panics must be able to say so while this thread waits for it.
    let (mut out, mut err) = (io::stdout(), io::stderr());
    match args::parse(words.clone(), wording) {
        args::Parsed::Print(text) => {
            write!(out, "{text}")?;
            Ok(ExitCode::SUCCESS)
        }
        args::Parsed::Usage(text) => {
            writeln!(err, "{text}")?;
            Ok(ExitCode::from(USAGE))
        }
        args::Parsed::Job(job) => {
            if args::is_second_process() {
                return Ok(second(&job, wording));
            }
            let mut console = Console {
                out: &mut out,
                err: &mut err,
                wording,
                styled: args::styled(),
                bar: if args::bar() { Bars::Drawn } else { Bars::None },
            };
            first(&job, &words, &mut console)
        }
    }
}

/// The first process: a second one does what templates have a part in, so that none runs without end.
fn first(job: &Job, words: &[OsString], console: &mut Console<'_>) -> io::Result<ExitCode> {
    let stop = stop_on_interrupt();
    if let Some(program) = args::this_program().filter(|_| job.uses_templates()) {
        let front = Front::new(program, stop.clone());
        if let Some(code) = front.carry_out(words, FAULTY, console)? {
            return Ok(ExitCode::from(code));
        }
    }
    let verdict = run(job, stop.flag(), &Guard::none(), console)?;
    Ok(ExitCode::from(code(verdict)))
}

/// The second process.
fn second(job: &Job, wording: &Wording) -> ExitCode {
    // What is typed at the terminal reaches both processes; the first one decides.
    let _ = ctrlc::set_handler(|| {});
    let stop = Arc::new(AtomicBool::new(false));
    let Some(guard) = Guard::second(stop.clone(), end) else { return ExitCode::from(USAGE) };
    let (mut out, mut err) = Saying::streams();
    let verdict = {
        let mut console = guard.console((&mut out, &mut err), wording);
        run(job, &stop, &guard, &mut console)
    };
    // A part of a line is said when its stream goes.
    drop((out, err));
    // Its own streams are never closed.
    let code = verdict.map_or(FAULTY, code);
    guard.done(code);
    ExitCode::from(code)
}

fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Sound => 0,
        Verdict::Faulty => FAULTY,
    }
}
