//! Many documents: `cargo bench --bench batch` prints the table as ratios.
//!
//! (a) the bare engine, warm, on the same merged sources; (b) `build` with one worker and with all
//! cores; (c) `build` with nothing to do; (d) peak memory of 200 and of 5,000 documents; (e) one
//! engine process per document, as a script around a typst command would do it. The engine is this
//! program itself, started with `--bare`. For (e), `TYPST_PYTHON` may name a Python that has the
//! package `typst` (of the Python Package Index: the same engine, ready built), as a script's author would use it.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a benchmark prints, and stops when something is not as it should be"
)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{Engine, Used, measure};
use tempfile::TempDir;

const DOCUMENTS: usize = 500;
/// How many of them one process each makes; the rate is what counts.
const SINGLE: usize = 40;
/// How often everything is measured.
const ROUNDS: usize = 5;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.as_slice() {
        [flag, folder, from, to] if flag == "--bare" => {
            let engine = Engine::new(Path::new(folder));
            let (from, to): (usize, usize) =
                (from.parse().expect("n"), to.parse().expect("n"));
            for at in from..to {
                engine.make(&format!("2024/units/u{at}.typ"));
                if at % 16 == 15 {
                    comemo::evict(1);
                }
            }
        }
        _ => compare(),
    }
}

/// A workspace with so many generated unit plans.
fn workspace(documents: usize) -> TempDir {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folder = tempfile::tempdir().expect("a folder");
    let units = folder.path().join("data/2024/units");
    fs::create_dir_all(&units).expect("a folder");
    for file in ["agencies.yaml", "settings.yaml", "2024/plan.yaml"] {
        fs::copy(repository.join(file), folder.path().join("data").join(file))
            .expect("copied");
    }
    let unit =
        fs::read_to_string(repository.join("2024/units/xa-gia-cat.yaml")).expect("there");
    for at in 0..documents {
        let own =
            unit.replace("recipients:\n", &format!("recipients:\n  - Đơn vị thứ {at}\n"));
        fs::write(units.join(format!("u{at}.yaml")), own).expect("written");
    }
    folder
}

fn build(workspace: &Path, words: &[&str]) -> Used {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    measure(
        command
            .arg("-C")
            .arg(workspace)
            .args(["build", "--kind", "unit-plan"])
            .args(words),
    )
}

/// One document by a process of its own, in Python.
fn scripted(python: &Path, root: &Path, at: usize) -> Used {
    const SCRIPT: &str = "import sys, typst; root, name, fonts = sys.argv[1:]; \
        typst.compile(f'{root}/{name}', output=f'{root}/{name}.pdf', root=root, \
        font_paths=[fonts], pdf_standards=['a-2a', 'ua-1'])";
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let name = format!("2024/units/u{at}.typ");
    let mut command = Command::new(python);
    measure(
        command
            .args(["-c", SCRIPT])
            .arg(root.join("out"))
            .arg(name)
            .arg(fonts),
    )
}

fn compare() {
    let folder = workspace(DOCUMENTS);
    let root = folder.path();
    build(root, &["--format", "typ"]);
    let bare = |from: usize, to: usize| {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg("--bare").arg(root.join("out"));
        measure(command.args([from.to_string(), to.to_string()]))
    };
    let python = std::env::var_os("TYPST_PYTHON");
    let by = if python.is_some() { "PyPI typst" } else { "bare engine" };
    let cpu = |used: Used| used.cpu.as_secs_f64();
    // A round measures all that is compared, one after another: what else the machine does
    // touches both sides of a ratio. The median of the rounds is told.
    let rounds: Vec<[f64; 5]> = (0..ROUNDS)
        .map(|_| {
            let engine = bare(0, DOCUMENTS);
            let one = build(root, &["--force", "--jobs", "1"]);
            let all = build(root, &["--force"]);
            let nothing = build(root, &[]);
            let single: f64 = (0..SINGLE)
                .map(|at| match &python {
                    Some(python) => scripted(Path::new(python), root, at),
                    None => bare(at, at + 1),
                })
                .map(cpu)
                .sum();
            let single = single / SINGLE as f64 * DOCUMENTS as f64;
            [
                cpu(one) / cpu(engine),
                cpu(all) / cpu(engine),
                one.wall.as_secs_f64() / all.wall.as_secs_f64(),
                cpu(nothing) / cpu(all),
                single / cpu(all),
            ]
        })
        .collect();
    let (small, large) = (workspace(200), workspace(5_000));
    let memory = [small, large].map(|folder| build(folder.path(), &[]).memory as f64 / 1e6);

    let row = |what: &str, at: usize, wanted: &str| {
        let mut ratios: Vec<f64> = rounds.iter().map(|round| round[at]).collect();
        ratios.sort_by(f64::total_cmp);
        println!("{what:52} {:8.3}  {wanted}", ratios[ROUNDS / 2]);
    };
    println!(
        "{DOCUMENTS} unit plans; processor time unless it says wall; median of {ROUNDS}\n"
    );
    println!("{:52} {:>8}  wanted", "", "ratio");
    row("(b) build, one worker : (a) bare engine, warm", 0, "≤ 1.10");
    row("(b) build, all cores : (a)", 1, "≤ 1.10");
    row("(b) wall, one worker : all cores", 2, "≥ 1.7");
    row("(c) nothing to do : (b) all cores", 3, "< 0.03");
    row(&format!("(e) one process ({by}) per document : (b)"), 4, "≥ 8");
    let [small, large] = memory;
    println!(
        "(d) peak memory of 200 and of 5,000: {small:.0} MB, {large:.0} MB; ratio {:.2}, wanted ≤ 1.25 and < 250 MB",
        large / small
    );
}
