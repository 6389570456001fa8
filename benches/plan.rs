//! `vanthu build` of the 2024 plan, and of 500 certificates in one document, against the bare
//! engine on the same Typst source, each in a fresh process. Prints processor times and their
//! ratio: `cargo bench --bench plan`.
//!
//! The bare engine is this program itself, started with `--bare`: it reads the generated markup
//! and `nd30.typ`, compiles, and exports the same PDF/A-2a + PDF/UA-1. Runs alternate, and medians
//! are compared, since the machine is noisy.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a benchmark prints, and stops when something is not as it should be"
)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use common::{Engine, Used, measure};

const RUNS: usize = 25;

const CERTIFICATES: &str = "2024/certificates/khen-thuong";

fn main() {
    let mut words = std::env::args().skip(1);
    if words.next().as_deref() == Some("--bare") {
        let folder = words.next().expect("a folder");
        let main = words.next().expect("a source");
        Engine::new(Path::new(&folder)).make(&main);
        return;
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    compare("2024 plan", repository, "2024/plan");
    let office = tempfile::tempdir().expect("a folder");
    certificates(repository, office.path());
    compare("500 certificates", office.path(), CERTIFICATES);
}

/// A workspace whose one document has 500 certificates.
fn certificates(repository: &Path, office: &Path) {
    fs::create_dir_all(office.join("data/2024/certificates")).expect("a folder");
    for name in ["agencies", "awards", "calendar", "legal", "settings"] {
        let name = format!("data/{name}.yaml");
        fs::copy(repository.join(&name), office.join(&name)).expect("a copy");
    }
    let file = format!("data/{CERTIFICATES}.yaml");
    let sample = fs::read_to_string(repository.join(&file)).expect("the sample");
    let (above, rest) = sample.split_once("honoured:\n").expect("the honoured");
    let (_, below) = rest.split_once("signer:").expect("who signs");
    let mut text = format!("{above}honoured:\n");
    for at in 1..=500 {
        let row = "title: Chuyên viên, unit: Phòng Tài chính - Kế hoạch";
        writeln!(text, "  - {{name: Nguyễn Văn {at}, {row}}}").expect("a row");
    }
    fs::write(office.join(file), format!("{text}signer:{below}")).expect("a file");
}

/// Builds a document of a workspace by both, and prints what each took.
fn compare(title: &str, workspace: &Path, document: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let vanthu = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.arg("-C").arg(workspace).arg("build").arg("--force");
        command
            .arg("--out")
            .arg(folder.path())
            .arg(format!("data/{document}.yaml"))
            .args(words);
        command
    };
    measure(&mut vanthu(&["--format", "typ"]));
    let this = std::env::current_exe().expect("this program");
    let (mut ours, mut engine) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(measure(&mut vanthu(&[])));
        let main = format!("{document}.typ");
        engine.push(measure(Command::new(&this).arg("--bare").arg(folder.path()).arg(main)));
    }
    println!("\n{title}, fresh process, median of {RUNS} runs\n");
    println!("                processor       wall");
    let of =
        |runs: &[Used], time: fn(&Used) -> Duration| median(runs.iter().map(time).collect());
    let [ours_cpu, engine_cpu] = [&ours, &engine].map(|runs| of(runs, |used| used.cpu));
    let [ours_wall, engine_wall] = [&ours, &engine].map(|runs| of(runs, |used| used.wall));
    println!("vanthu build   {ours_cpu:7.1} ms  {ours_wall:7.1} ms");
    println!("bare engine    {engine_cpu:7.1} ms  {engine_wall:7.1} ms");
    println!(
        "ratio          {:7.2}     {:7.2}",
        ours_cpu / engine_cpu,
        ours_wall / engine_wall
    );
    let peak = |runs: &[Used]| runs.iter().map(|used| used.memory / 1_000_000).max();
    let peaks = [&ours, &engine].map(|runs| peak(runs).unwrap_or_default());
    println!("peak memory    {} MB, bare engine {} MB", peaks[0], peaks[1]);
}

/// Milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}
