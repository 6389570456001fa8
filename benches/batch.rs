//! Many documents: `cargo bench --bench batch` prints the table as ratios.
//!
//! (a) the bare engine, warm, on the same merged sources; (b) `build` with one worker and with all
//! cores; (c) `build` with nothing to do; (d) peak memory of few and of many documents: units' plans, plans,
//! copies, with one worker and with two; (e) one engine process per document, as a script around a typst
//! command would do it, without looking for the system's fonts. The engine is this
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
        font_paths=[fonts], ignore_system_fonts=True, pdf_standards=['a-2a', 'ua-1'])";
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
    row(
        &format!("(e) one process ({by}) per document : (b)"),
        4,
        "hangs on the start of a process",
    );
    memories();
}

/// A workspace with so many plans: four times as long as units' plans.
fn plans(documents: usize) -> TempDir {
    let folder = workspace(0);
    let plan = folder.path().join("data/2024/plan.yaml");
    let text = fs::read_to_string(plan).expect("there");
    let more = folder.path().join("data/2024/more");
    fs::create_dir_all(&more).expect("a folder");
    for at in 0..documents {
        let own = text.replace("năm 2024", &format!("năm 2024 lần {at}"));
        fs::write(more.join(format!("p{at}.yaml")), own).expect("written");
    }
    folder
}

/// A workspace with a launch of which so many units more get a copy each.
fn copies(documents: usize) -> TempDir {
    let folder = workspace(0);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let launches = folder.path().join("data/2024/launches");
    fs::create_dir_all(&launches).expect("a folder");
    let launch = data.join("2024/launches/phong-trao-nam.yaml");
    let launch = fs::read_to_string(launch).expect("there");
    let lines = launch
        .lines()
        .map(|line| if line.starts_with("to:") { "for: units" } else { line });
    let launch: String = lines.map(|line| format!("{line}\n")).collect();
    fs::write(launches.join("phong-trao-nam.yaml"), launch).expect("written");
    let agencies = folder.path().join("data/agencies.yaml");
    let mut text = fs::read_to_string(&agencies).expect("there");
    for at in 0..documents {
        text.push_str(&format!(
            "\n  - {{id: don-vi-{at}, name: Ủy ban nhân dân xã Số {at}, cluster: cum-xa-thi-tran}}\n"
        ));
    }
    fs::write(agencies, text).expect("written");
    folder
}

/// (d), for kinds of documents that take unlike much.
fn memories() {
    println!("\n(d) peak memory, MB{:33} {:>8} {:>8}  wanted", "", "one", "two");
    let cases: [(&str, TempDir); 6] = [
        ("200 units' plans", workspace(200)),
        ("5,000 units' plans", workspace(5_000)),
        ("100 plans", plans(100)),
        ("800 plans", plans(800)),
        ("200 copies", copies(200)),
        ("2,000 copies", copies(2_000)),
    ];
    for (what, folder) in cases {
        let [one, two] = ["1", "2"].map(|jobs| {
            let used = measure(
                Command::new(env!("CARGO_BIN_EXE_vanthu"))
                    .arg("-C")
                    .arg(folder.path())
                    .args(["build", "--force", "--jobs", jobs]),
            );
            used.memory as f64 / 1e6
        });
        println!("    {what:48} {one:8.0} {two:8.0}  about 150");
    }
}
