//! The command-line program: words typed → [`args`] → a job → the library → an exit code.

mod args;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vanthu::console::Console;
use vanthu::run::{Verdict, run};
use vanthu::wording::Wording;

/// Typesetting allocates much and in small pieces, on several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The data or a document has errors.
const FAULTY: u8 = 1;
/// Interrupted for the second time.
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

/// A flag that Ctrl-C sets. The second Ctrl-C ends the program at once: files are written whole
/// or not at all, so nothing is harmed.
fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = stop.clone();
    // Where the system has no such handler, Ctrl-C ends the program as ever.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            #[expect(clippy::exit, reason = "asked for twice")]
            std::process::exit(INTERRUPTED);
        }
    });
    stop
}

fn carry_out(words: Vec<std::ffi::OsString>, wording: &Wording) -> io::Result<ExitCode> {
    // Not locked: a worker that panics must be able to say so while this thread waits for it.
    let (mut out, mut err) = (io::stdout(), io::stderr());
    match args::parse(words, wording) {
        args::Parsed::Print(text) => {
            write!(out, "{text}")?;
            Ok(ExitCode::SUCCESS)
        }
        args::Parsed::Usage(text) => {
            writeln!(err, "{text}")?;
            Ok(ExitCode::from(USAGE))
        }
        args::Parsed::Job(job) => {
            let mut console = Console {
                out: &mut out,
                err: &mut err,
                wording,
                styled: args::styled(),
                bar: args::bar(),
            };
            Ok(match run(&job, &stop_on_interrupt(), &mut console)? {
                Verdict::Sound => ExitCode::SUCCESS,
                Verdict::Faulty => ExitCode::from(FAULTY),
            })
        }
    }
}
