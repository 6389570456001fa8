//! Units' plans under the yearly plan, and many documents at once.

use std::fs;

use crate::workspace::{Workspace, repository};

const UNIT: &str = "data/2024/units/xa-gia-cat.yaml";

#[test]
fn every_unit_has_its_own_paper() {
    let workspace = Workspace::of_office();
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out.lines().count(), 34);
    assert!(!run.err.contains("warning"), "{}", run.err);
    let read = |name: &str| {
        crate::page::Paper::read(&workspace.path(&format!("out/2024/units/{name}.pdf")))
    };
    let commune = read("xa-gia-cat");
    commune.line("XÃ GIA CÁT");
    commune.line("Gia Cát, ngày");
    commune.line("TM. ỦY BAN NHÂN DÂN");
    assert!(!commune.letters().contains("UBNDHUYỆNCAOLỘC"), "a committee has no parent line");
    let office = read("phong-tu-phap");
    let (_, parent) = office.line("UBND HUYỆN CAO LỘC");
    let (_, own) = office.line("PHÒNG TƯ PHÁP");
    assert!(!parent.bold && own.bold && parent.y < own.y);
    assert!((parent.middle() - own.middle()).abs() < 0.6);
    office.line("/KH-PTP");
    for page in commune.pages.iter().chain(&office.pages) {
        let marks = page.lines.iter().filter(|line| line.text == "Số liệu minh họa");
        assert_eq!(marks.count(), 1, "a sample says so on every page");
    }
}

#[test]
fn units_are_held_against_the_plan() {
    let workspace = Workspace::of_office();
    workspace.replace(
        UNIT,
        "follows: launch\n    quarter: 1",
        "follows: launch\n    quarter: 2",
    );
    let clerk = "data/2024/units/phong-noi-vu.yaml";
    workspace.replace(clerk, "    follows: directive-30-report\n", "");
    let name = "follows: half-year-reviews";
    workspace.replace(UNIT, name, "follows: half-year-review");
    let run = workspace.run(&["check"]);
    assert_eq!(run.code, 1);
    for part in [
        "warning[other-quarter]",
        "data/2024/plan.yaml:27:9",
        "error[unknown-follows]: the plan of 2024 has no task \"half-year-review\"",
        "did you mean \"half-year-reviews\"?",
        "warning[tasks-not-taken-up]",
        "directive-30-report",
    ] {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
    let units_only = workspace.run(&["check", "--kind", "unit-plan"]);
    assert!(units_only.err.contains("unknown-follows"), "{}", units_only.err);
    assert!(!units_only.err.contains("no-plan-to-follow"), "{}", units_only.err);
    // Alone, the unit's plan is still held against the plan of its year.
    let run = workspace.run(&["check", UNIT]);
    assert!(run.err.contains("unknown-follows"), "{}", run.err);
    fs::remove_file(workspace.path("data/2024/plan.yaml")).expect("removed");
    assert!(
        workspace
            .run(&["check", UNIT])
            .err
            .contains("error[no-plan-to-follow]")
    );
}

#[test]
fn a_plan_with_a_mistake_is_not_called_missing_in_every_unit() {
    let workspace = Workspace::of_office();
    workspace.replace("data/2024/plan.yaml", "filing: VT, NV", "filing: ~");
    for words in [&["check"][..], &["check", UNIT]] {
        let run = workspace.run(words);
        assert!(!run.err.contains("no-plan-to-follow"), "{}", run.err);
    }
    let workspace = Workspace::of_office();
    workspace.replace(UNIT, "filing: VT", "filing: ~");
    let run = workspace.run(&["check"]);
    assert_eq!(run.out.trim(), "34 documents, 1 error.", "{}", run.err);
}

#[test]
fn the_list_names_the_late_and_the_missing() {
    let run = Workspace::of_office().run(&["list", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let row = |id: &str| {
        run.out
            .lines()
            .find(|line| line.contains(id))
            .unwrap_or_else(|| panic!("{id}"))
            .to_owned()
    };
    assert!(
        row("2024/units/xa-gia-cat ").contains("received 11/01/2024"),
        "{}",
        row("gia-cat")
    );
    let late = run.out.lines().filter(|line| line.contains("received late")).count();
    let late_data = ["15", "16", "18"].map(|day| format!("received: 2024-01-{day}"));
    let units = fs::read_dir(repository().join("data/2024/units"))
        .expect("the units")
        .flatten();
    let texts: Vec<String> = units
        .map(|entry| fs::read_to_string(entry.path()).expect("UTF-8"))
        .collect();
    let wanted = texts
        .iter()
        .filter(|text| late_data.iter().any(|day| text.contains(day)));
    assert_eq!(late, wanted.count());
    assert!(late > 3);
    // The line itself names them, not any other line of the list.
    let lines = run.out.lines().filter(|line| line.contains("No plan of 2024 yet"));
    let missing: String = lines.collect();
    for unit in ["UBND xã Công Sơn", "Phòng Y tế huyện Cao Lộc"] {
        assert!(missing.contains(unit), "{unit} in {missing}");
    }
    assert!(!missing.contains("UBND xã Gia Cát"), "{missing}");
}

#[test]
fn what_has_not_changed_is_not_made_again() {
    let workspace = Workspace::of_office();
    let build = |words: &[&str]| {
        let run = workspace.run(&[&["build"], words].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        let last = run.err.lines().last().unwrap_or_default().to_owned();
        (run.out.lines().count(), last)
    };
    assert_eq!(build(&[]).0, 34);
    let (made, told) = build(&[]);
    assert_eq!(made, 0);
    assert_eq!(told, "No document was made. 34 documents are up to date.");
    // Its data, a deleted and an altered result, the settings, a template, a font, a draft.
    workspace.replace(UNIT, "filing: VT", "filing: VT, NV");
    assert_eq!(build(&[]).0, 1);
    fs::remove_file(workspace.path("out/2024/plan.pdf")).expect("removed");
    workspace.write("out/2024/units/xa-gia-cat.pdf", "half a file");
    assert_eq!(build(&[]).0, 2);
    assert!(
        fs::read(workspace.path("out/2024/units/xa-gia-cat.pdf"))
            .expect("there")
            .len()
            > 9
    );
    workspace.replace("data/settings.yaml", "indent: 12.7", "indent: 10");
    assert_eq!(build(&[]).0, 34);
    let looks = fs::read_to_string(repository().join("templates/nd30.typ")).expect("there");
    workspace.write("templates/nd30.typ", looks + "\n// changed\n");
    assert_eq!(build(&[]).0, 34);
    let font = fs::read(repository().join("fonts/LiberationSerif-Bold.ttf")).expect("there");
    workspace.write("fonts/Another.ttf", font);
    assert_eq!(build(&[]).0, 34);
    assert_eq!(build(&["--draft"]).0, 34);
    assert_eq!(build(&["--format", "svg"]).0 / 34, 2);
    assert_eq!(build(&[]).0, 0, "other formats do not disturb");
    assert_eq!(build(&["--force"]).0, 34);
    // A record that was cut short costs work, not truth.
    workspace.write("out/.vanthu/2024/plan.pdf.record", "0123");
    assert_eq!(build(&[]).0, 1);
    // So does the note on the last run: without one of its lines it is none.
    for entry in fs::read_dir(workspace.path("out/.vanthu")).expect("there").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "run") {
            let note = fs::read_to_string(&path).expect("UTF-8");
            let short = note.lines().filter(|line| !line.starts_with("2024/plan\t"));
            fs::write(&path, short.map(|line| format!("{line}\n")).collect::<String>())
                .expect("written");
        }
    }
    fs::remove_file(workspace.path("out/2024/plan.pdf")).expect("was there");
    assert_eq!(build(&[]).0, 1);
}

#[test]
fn a_build_that_is_killed_leaves_whole_files_and_the_next_one_finishes() {
    let workspace = Workspace::of_office();
    for delay in [20, 60, 120, 200] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.current_dir(workspace.path("")).arg("build");
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let mut child = command.spawn().expect("it runs");
        std::thread::sleep(std::time::Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().expect("it ends");
        for entry in fs::read_dir(workspace.path("out/2024/units"))
            .into_iter()
            .flatten()
            .flatten()
        {
            if entry.path().extension().is_some_and(|extension| extension == "pdf") {
                crate::page::Paper::read(&entry.path());
            }
        }
    }
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made = fs::read_dir(workspace.path("out/2024/units"))
        .expect("there")
        .flatten();
    let pdf = |entry: &fs::DirEntry| entry.path().extension().is_some_and(|e| e == "pdf");
    assert_eq!(made.filter(pdf).count(), 33);
    let told = workspace.run(&["build"]).err;
    assert!(told.contains("34 documents are up to date"), "{told}");
}

#[test]
fn shards_make_all_documents_once() {
    let workspace = Workspace::of_office();
    let mut made: Vec<String> = Vec::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let run = workspace.run(&["build", "--force", "--shard", shard]);
        assert_eq!(run.code, 0, "{}", run.err);
        made.extend(
            run.out
                .lines()
                .filter_map(|line| Some(line.split_once(' ')?.0.to_owned())),
        );
    }
    assert_eq!(made.len(), 34);
    made.sort();
    made.dedup();
    assert_eq!(made.len(), 34);
    assert_eq!(workspace.run(&["build", "--shard", "4/3"]).code, 2);
}

#[test]
fn a_document_does_not_touch_the_files_of_another() {
    let workspace = Workspace::new();
    let plan = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("is there");
    for name in ["plan-4", "plan-5"] {
        workspace.write(&format!("data/2024/{name}.yaml"), &plan);
    }
    for _ in 0..3 {
        assert_eq!(workspace.run(&["build", "--force", "--jobs", "3"]).code, 0);
    }
    assert_eq!(workspace.run(&["build", "--force", "data/2024/plan.yaml"]).code, 0);
    for name in ["plan", "plan-4", "plan-5"] {
        assert!(workspace.path(&format!("out/2024/{name}.pdf")).exists(), "{name}");
    }
}

#[test]
fn a_thousand_units_with_odd_names_all_come_out() {
    let workspace = Workspace::new();
    let unit = fs::read_to_string(repository().join(UNIT)).expect("is there");
    let names: Vec<String> = (0..1000)
        .map(|at| match at % 5 {
            0 => format!("xã số {at}"),
            1 => format!("it's \"quoted\" {at}"),
            2 => format!("tên-rất-dài-{at}-{}", "ă".repeat(60)),
            3 => format!("Đơn vị {at} (mới)"),
            _ => format!("-{at}"),
        })
        .collect();
    for (at, name) in names.iter().enumerate() {
        let own =
            unit.replace("recipients:\n", &format!("recipients:\n  - Đơn vị thứ {at}z\n"));
        workspace.write(&format!("data/2024/units/{name}.yaml"), own);
    }
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out.lines().count(), 1001);
    for (at, name) in names.iter().enumerate().step_by(37) {
        let path = workspace.path(&format!("out/2024/units/{name}.pdf"));
        crate::page::Paper::read(&path).line(&format!("Đơn vị thứ {at}z"));
    }
}

/// A disk that is full, as far as a program can tell: no file may grow beyond 4 kB.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_old_files_stay() {
    let workspace = Workspace::of_office();
    assert_eq!(workspace.run(&["build", UNIT]).code, 0);
    let path = workspace.path("out/2024/units/xa-gia-cat.pdf");
    let old = fs::read(&path).expect("made");
    workspace.replace(UNIT, "filing: VT", "filing: VT, NV");
    let mut command = std::process::Command::new("sh");
    let line = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build";
    command.args(["-c", line, env!("CARGO_BIN_EXE_vanthu")]);
    let run = workspace.run_command(command);
    assert_eq!(run.code, 1);
    assert_eq!(run.out, "");
    let told = "error[unwritable]: cannot write out/2024/units/xa-gia-cat.pdf";
    assert!(run.err.contains(told), "{}", run.err);
    assert!(run.err.contains("34 documents have errors"), "all are tried: {}", run.err);
    assert_eq!(fs::read(&path).expect("still there"), old);
    let left = fs::read_dir(workspace.path("out/2024/units")).expect("there").count();
    assert_eq!(left, 1, "no half-written file is left");
}
