//! A template without end, or with memory beyond measure, stops its own document and no other.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::{Run, Workspace, repository};

const SETTINGS: &str = "data/settings.yaml";
const PLAN_TEMPLATE: &str = "templates/plan.typ.j2";

/// The plan and three units' plans, which may take 4 s and 300 MB each. `below` stands below the
/// template of the plan.
fn with_plan_template(below: &str) -> Workspace {
    let workspace = Workspace::new();
    for unit in ["xa-gia-cat", "xa-yen-trach", "phong-noi-vu"] {
        workspace.copy(&format!("data/2024/units/{unit}.yaml"));
    }
    limited(&workspace, "{seconds: 4, megabytes: 300}");
    let mut template = template("plan.typ.j2");
    template.push_str(below);
    workspace.write(PLAN_TEMPLATE, template);
    workspace
}

fn template(name: &str) -> String {
    fs::read_to_string(repository().join("templates").join(name)).expect("a template")
}

fn limited(workspace: &Workspace, limits: &str) {
    let settings = fs::read_to_string(workspace.path(SETTINGS)).expect("settings");
    let (others, _) = settings.split_once("limits:").expect("limits");
    workspace.write(SETTINGS, format!("{others}limits: {limits}\n"));
}

/// The line of a workspace's file on which some letters stand first.
fn line_of(workspace: &Workspace, name: &str, letters: &str) -> usize {
    let text = fs::read_to_string(workspace.path(name)).expect("there");
    text.lines().position(|line| line.contains(letters)).expect("a line") + 1
}

/// The plan was stopped at the line with these letters, and told so once; all units' plans were made.
#[track_caller]
fn stopped(workspace: &Workspace, run: &Run, code: &str, (name, letters): (&str, &str)) {
    let at = format!("--> {name}:{}:1", line_of(workspace, name, letters));
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.err.matches(&format!("error[{code}]")).count(), 1, "{}", run.err);
    assert!(run.err.contains(&at), "not {at}: {}", run.err);
    assert!(run.err.contains("3 documents were made. 1 document has errors"), "{}", run.err);
    let told: Vec<&str> = run.out.lines().collect();
    assert!(told.len() == 3 && told.iter().all(|line| line.contains("units/")), "{told:?}");
    assert!(!workspace.path("out/2024/plan.pdf").exists());
    for unit in ["xa-gia-cat", "xa-yen-trach", "phong-noi-vu"] {
        assert!(workspace.path(&format!("out/2024/units/{unit}.pdf")).exists(), "{unit}");
    }
    assert!(!run.err.contains("panicked") && !run.err.contains("RUST_BACKTRACE"));
}

const LOOPS: &str = "#{\n  let i = 0\n  while i < 9000 {\n    let j = 0\n    while j < 9000 {\n      \
                     for k in range(9000) { }\n      j += 1\n    }\n    i += 1\n  }\n}\n";

#[test]
fn a_loop_without_end_stops_its_document_and_no_other() {
    let workspace = with_plan_template(LOOPS);
    let run = workspace.run(&["build"]);
    stopped(&workspace, &run, "too-long", (PLAN_TEMPLATE, "for k in"));
    // What was made stays, though it was to be made again; and each is told of once.
    let run = workspace.run(&["build", "--force"]);
    stopped(&workspace, &run, "too-long", (PLAN_TEMPLATE, "for k in"));
    let run = workspace.run(&["check"]);
    assert!(run.code == 1 && run.err.matches("error[too-long]").count() == 1, "{}", run.err);
}

#[test]
fn memory_beyond_the_limit_stops_its_document_and_no_other() {
    for (below, letters) in [
        ("#let a = 1\n#let b = range(1000000000)\n", "range("),
        ("#let s = \"ab\"\n#for i in range(60) {\n  s = s + s\n}\n", "s + s"),
        (
            "{% set n = namespace(x='abcdefgh') %}\n{% for i in range(60) %}\n\
             {% set n.x = n.x ~ n.x %}\n{% endfor %}\n",
            "n.x ~ n.x",
        ),
    ] {
        let workspace = with_plan_template(below);
        let run = workspace.run(&["build", "--jobs", "2"]);
        stopped(&workspace, &run, "too-much-memory", (PLAN_TEMPLATE, letters));
    }
}

#[test]
fn a_template_of_typst_is_named_with_its_line() {
    let workspace =
        with_plan_template("#import \"/templates/own.typ\": endless\n#endless(3)\n");
    let own = format!("// Own.\n#let endless(n) = {{\n{}\n}}\n", LOOPS.replace("#{", "{"));
    workspace.write("templates/own.typ", own);
    let run = workspace.run(&["build"]);
    stopped(&workspace, &run, "too-long", ("templates/own.typ", "for k in"));
}

#[test]
fn memory_that_no_system_has_is_no_abort() {
    let workspace = with_plan_template("#set page(width: 500000cm, height: 500000cm)\nx\n");
    let run = workspace.run(&["build", "--format", "png"]);
    assert!(run.code == 1 && run.err.contains("error[broken-off]"), "{}", run.err);
    assert!(run.err.contains("3 documents were made. 1 document has errors"), "{}", run.err);
    assert!(run.err.contains("memory allocation of"), "what the system said is told");
    assert_eq!(run.err.matches("memory allocation of").count(), 1, "{}", run.err);
    // In other words: nothing but messages of this program.
    assert!(!run.err.contains("stack backtrace") && !run.err.contains("Aborted"));
}

#[test]
fn a_template_that_stops_all_of_a_kind_is_not_waited_for_every_time() {
    let workspace = Workspace::of_office();
    limited(&workspace, "{seconds: 1}");
    workspace.write("templates/own.typ", format!("#let x = 1\n{LOOPS}"));
    let template =
        format!("{}\n#import \"/templates/own.typ\": x\n", template("unit-plan.typ.j2"));
    workspace.write("templates/unit-plan.typ.j2", template);
    let start = Instant::now();
    let run = workspace.run(&["build"]);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let count = |code: &str| run.err.matches(&format!("error[{code}]")).count();
    let units = fs::read_dir(workspace.path("data/2024/units"))
        .expect("units")
        .count();
    assert!((3..=4).contains(&count("too-long")), "{}", run.err);
    assert_eq!(count("too-long") + count("not-tried"), units, "{}", run.err);
    assert!(run.err.contains("1 document was made"), "{}", run.err);
}

#[test]
fn a_sheet_without_end_leaves_nothing_behind() {
    let workspace = Workspace::new();
    limited(&workspace, "{seconds: 2}");
    workspace.write("templates/roll.typ.j2", format!("{}{LOOPS}", template("roll.typ.j2")));
    let run = workspace.run(&["roll", "2024", "2025"]);
    let line = line_of(&workspace, "templates/roll.typ.j2", "for k in");
    assert!(run.code == 1 && run.err.contains("error[too-long]"), "{}", run.err);
    assert!(run.err.contains(&format!("templates/roll.typ.j2:{line}:")), "{}", run.err);
    assert!(!workspace.path("data/2025").exists() && !workspace.path("out/2025").exists());
}

#[test]
fn the_limits_have_limits() {
    for (limits, value) in [("{seconds: 0}", "0"), ("{megabytes: 10}", "10")] {
        let workspace = Workspace::new();
        limited(&workspace, limits);
        let run = workspace.run(&["build"]);
        assert!(run.code == 1 && run.err.contains("error[not-in-range]"), "{}", run.err);
        assert!(run.err.contains(&format!("]: {value} is outside")), "{}", run.err);
    }
}

/// Starts a build that does not come to an end, with the second process's number.
#[cfg(target_os = "linux")]
#[expect(clippy::zombie_processes, reason = "a test that fails ends with all its processes")]
fn endless(workspace: &Workspace) -> (Child, u32) {
    let child = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .arg("build")
        .current_dir(workspace.path(""))
        .env("LANG", "en_US.UTF-8")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let children = format!("/proc/{0}/task/{0}/children", child.id());
    let start = Instant::now();
    loop {
        let number = fs::read_to_string(&children).unwrap_or_default();
        let is_made = workspace.path("out/2024/units/xa-yen-trach.pdf").exists();
        if let (Ok(number), true) = (number.trim().parse(), is_made) {
            // Until the program has heard that it is.
            thread::sleep(Duration::from_millis(500));
            return (child, number);
        }
        assert!(start.elapsed() < Duration::from_secs(60), "nothing is made");
        thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(target_os = "linux")]
fn signal(number: u32, name: &str) {
    let status = Command::new("kill").args([name, &number.to_string()]).status();
    assert!(status.expect("kill").success());
}

#[test]
#[cfg(target_os = "linux")]
fn a_second_process_that_is_killed_is_told_and_the_others_go_on() {
    let workspace = with_plan_template(LOOPS);
    workspace.replace(SETTINGS, "seconds: 4", "seconds: 12");
    let (child, second) = endless(&workspace);
    signal(second, "-KILL");
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(1) && err.contains("error[broken-off]"), "{err}");
    assert!(err.contains("signal: 9"), "{err}");
    assert!(err.contains("3 documents were made. 1 document has errors"), "{err}");
}

#[test]
#[cfg(target_os = "linux")]
fn no_second_process_outlives_the_first() {
    let workspace = with_plan_template(LOOPS);
    workspace.replace(SETTINGS, "seconds: 4", "seconds: 600");
    let (mut child, second) = endless(&workspace);
    child.kill().expect("killed");
    child.wait().expect("it ends");
    let start = Instant::now();
    let status = format!("/proc/{second}/status");
    let is_alive = || {
        let text = fs::read_to_string(&status).unwrap_or_default();
        !text.is_empty() && !text.contains("State:\tZ")
    };
    while is_alive() {
        assert!(start.elapsed() < Duration::from_secs(10), "it lives on");
        thread::sleep(Duration::from_millis(20));
    }
    assert!(Path::new("/proc/self/status").exists(), "there are such files");
}
