//! Nothing is passed over in silence, nothing leads out of the workspace, nothing waits for ever.

use std::fs;
use std::path::Path;

use crate::workspace::{Workspace, repository};

const UNIT: &str = "data/2024/units/xa-gia-cat.yaml";

fn unit() -> String {
    fs::read_to_string(repository().join(UNIT)).expect("there")
}

/// Builds, which fails with this code, without a result outside.
#[track_caller]
fn refused(workspace: &Workspace, code: &str) -> String {
    let run = workspace.run(&["build"]);
    assert!(run.code == 1 && run.err.contains(&format!("error[{code}]")), "{}", run.err);
    run.err
}

#[test]
fn yaml_is_read_in_whatever_letters_its_name_ends() {
    let workspace = Workspace::new();
    workspace.write("data/2024/units/xa-gia-cat.YAML", unit());
    let run = workspace.run(&["build", "data/2024/units/xa-gia-cat.YAML"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(workspace.path("out/2024/units/xa-gia-cat.pdf").exists());
}

#[test]
fn files_that_nobody_reads_are_named() {
    let workspace = Workspace::new();
    for path in ["data/2024/ket-qua.xlsx", "data/mau.docx", "fonts/times.zip"] {
        workspace.write(path, "");
    }
    // Notes for people, and what systems leave behind, are none of these.
    for path in ["data/2024/ghi-chep.txt", "data/README.md", "data/.x", "fonts/LICENSE"] {
        workspace.write(path, "");
    }
    let run = workspace.run(&["check"]);
    assert!(run.code == 0 && run.err.matches("warning[not-read]").count() == 2, "{}", run.err);
    assert!(
        run.err
            .contains("2 files are read by nobody: data/2024/ket-qua.xlsx, data/mau.docx")
    );
    assert!(run.err.contains("this file is read by nobody: fonts/times.zip"), "{}", run.err);
    let lines = ["ghi-chep", "README", "LICENSE"];
    assert!(!lines.iter().any(|line| run.err.contains(line)), "{}", run.err);
}

#[test]
fn a_document_does_not_stand_where_drafts_and_sheets_go() {
    for place in [
        "data/draft/2024/plan.yaml",
        "data/2024/roll.yaml",
        "data/2024/roll/x.yaml",
        "data/templates/nd30.yaml",
    ] {
        let workspace = Workspace::new();
        workspace.copy("data/2024/plan.yaml");
        workspace.write(
            place,
            fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("there"),
        );
        for words in [&["build", "--draft"][..], &["build"]] {
            let run = workspace.run(words);
            assert!(run.code == 1 && run.err.contains("error[reserved-place]"), "{}", run.err);
        }
        let both = place.contains("draft");
        assert_eq!(workspace.path("out/draft/2024/plan.pdf").exists(), !both, "{place}");
        assert!(!workspace.path("out/2024/roll.pdf").exists());
    }
}

#[test]
fn control_characters_of_names_are_shown_and_not_sent() {
    let workspace = Workspace::new();
    workspace.write("data/2024/units/a\u{1b}[31m\u{202e}b.yaml", "kind: unit-plan\nx: [\n");
    workspace.write("data/c\u{1b}]0;title\u{7}.docx", "");
    for words in [&["build"][..], &["check"], &["list"], &["roll", "2024", "2025"]] {
        let run = workspace.run(words);
        let sent = |text: &str| text.chars().any(|c| "\u{1b}\u{7}\u{202e}".contains(c));
        assert!(!sent(&run.out) && !sent(&run.err), "{:?} {:?}", run.out, run.err);
        assert!((run.out + &run.err).contains("a␛[31m"));
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    /// A folder outside with a file of secrets.
    fn elsewhere() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("secret.yaml"), "root:x:0:0: top secret\n")
            .expect("written");
        folder
    }

    fn link(workspace: &Workspace, to: &Path, name: &str) {
        let path = workspace.path(name);
        fs::create_dir_all(path.parent().expect("one")).expect("made");
        symlink(to, path).expect("made");
    }

    fn pipe(workspace: &Workspace, name: &str) {
        let path = workspace.path(name);
        fs::create_dir_all(path.parent().expect("one")).expect("made");
        assert!(Command::new("mkfifo").arg(path).status().expect("runs").success());
    }

    #[test]
    fn nothing_outside_is_read() {
        let (workspace, elsewhere) = (Workspace::new(), elsewhere());
        link(&workspace, &elsewhere.path().join("secret.yaml"), "data/2024/x.yaml");
        assert!(!refused(&workspace, "outside-workspace").contains("secret"));
        let workspace = Workspace::new();
        link(&workspace, elsewhere.path(), "data/2024/units");
        assert!(!refused(&workspace, "outside-workspace").contains("top secret"));
        let workspace = Workspace::new();
        link(&workspace, &elsewhere.path().join("secret.yaml"), "templates/x.txt");
        workspace.write("templates/plan.typ.j2", "#read(\"/templates/x.txt\")");
        refused(&workspace, "outside-workspace");
        let workspace = Workspace::new();
        fs::remove_file(workspace.path("data/settings.yaml")).expect("removed");
        link(&workspace, &elsewhere.path().join("secret.yaml"), "data/settings.yaml");
        assert!(!refused(&workspace, "outside-workspace").contains("top secret"));
        let workspace = Workspace::new();
        link(&workspace, &elsewhere.path().join("secret.yaml"), "data/2024/results.xlsx");
        let run = workspace.run(&["check"]);
        assert!(run.code == 1 && run.err.contains("error[outside-workspace]"), "{}", run.err);
    }

    #[test]
    fn what_stays_inside_may_be_a_link() {
        let workspace = Workspace::new();
        workspace.write("spare/xa-gia-cat.yaml", unit());
        link(&workspace, Path::new("../../spare"), "data/2024/units");
        let run = workspace.run(&["build"]);
        assert!(run.code == 0, "{}", run.err);
        assert!(workspace.path("out/2024/units/xa-gia-cat.pdf").exists());
        // So may the workspace itself, and the folder of results that is named.
        let (whole, results) = (elsewhere(), elsewhere());
        symlink(workspace.path(""), whole.path().join("work")).expect("made");
        symlink(results.path(), whole.path().join("results")).expect("made");
        let (work, out) = (whole.path().join("work"), whole.path().join("results"));
        let word = |path: &Path| path.to_str().expect("UTF-8").to_owned();
        let run = workspace.run(&["-C", &word(&work), "build", "--out", &word(&out)]);
        assert!(run.code == 0 && results.path().join("2024/plan.pdf").exists(), "{}", run.err);
    }

    #[test]
    fn nothing_outside_is_written() {
        for place in ["out", "out/2024", "out/draft", "out/.vanthu"] {
            let (workspace, elsewhere) = (Workspace::new(), elsewhere());
            link(&workspace, elsewhere.path(), place);
            for words in [&["build"][..], &["build", "--draft"], &["roll", "2024", "2025"]] {
                workspace.run(words);
            }
            let left: Vec<_> = elsewhere.path().read_dir().expect("there").flatten().collect();
            assert_eq!(left.len(), 1, "{place} {left:?}");
            let run = workspace.run(&["build", "2024", "--force"]);
            assert_eq!(run.code, i32::from(place != "out/draft"), "{place} {}", run.err);
        }
    }

    /// Where results would go is nothing to a command that makes none.
    #[test]
    fn what_writes_nothing_does_not_ask_where_to() {
        let (workspace, elsewhere) = (Workspace::new(), elsewhere());
        link(&workspace, elsewhere.path(), "out");
        for words in [&["check"][..], &["list"], &["diff", "2024", "2024"]] {
            let run = workspace.run(words);
            assert!(!run.err.contains("outside-workspace"), "{}", run.err);
        }
    }

    /// A folder that leads out is told once, however many look into it.
    #[test]
    fn a_folder_that_leads_out_is_told_once() {
        let (workspace, elsewhere) = (Workspace::with_results(), elsewhere());
        fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
        link(&workspace, elsewhere.path(), "data/2024/results");
        let run = workspace.run(&["check"]);
        assert_eq!(run.err.matches("error[outside-workspace]").count(), 1, "{}", run.err);
    }

    #[test]
    fn an_own_template_that_cannot_be_read_is_no_embedded_one() {
        let workspace = Workspace::new();
        link(&workspace, Path::new("nowhere"), "templates/plan.typ.j2");
        refused(&workspace, "file-not-found");
        let workspace = Workspace::new();
        pipe(&workspace, "templates/nd30.typ");
        refused(&workspace, "not-a-file");
        let workspace = Workspace::new();
        fs::create_dir_all(workspace.path("templates/head.typ.j2")).expect("made");
        refused(&workspace, "not-a-file");
        let workspace = Workspace::new();
        pipe(&workspace, "fonts/times.ttf");
        refused(&workspace, "not-a-file");
    }

    #[test]
    fn pipes_are_refused_and_never_waited_for() {
        for name in ["data/2024/x.yaml", "data/settings.yaml"] {
            let workspace = Workspace::new();
            let _ = fs::remove_file(workspace.path(name));
            pipe(&workspace, name);
            refused(&workspace, "not-a-file");
        }
        for name in
            ["data/2024/results/x.csv", "data/2024/results/x.yaml", "data/2024/results.xlsx"]
        {
            let workspace = Workspace::with_results();
            pipe(&workspace, name);
            let run = workspace.run(&["check"]);
            assert!(run.code == 1 && run.err.contains("error[not-a-file]"), "{}", run.err);
        }
        // Among the results, where records of earlier runs are read.
        let workspace = Workspace::new();
        pipe(&workspace, "out/.vanthu/2024/plan.pdf.record");
        assert_eq!(workspace.run(&["build"]).code, 0);
    }
}

/// A province has ten thousand agencies: too many for one file, not for a folder of files.
#[test]
fn agencies_may_be_split_over_files() {
    let workspace = Workspace::new();
    for file in 0..3 {
        let mut agencies = "agencies:\n".to_owned();
        for at in 0..3_400 {
            agencies.push_str(&format!(
                "  - {{id: don-vi-{file}-{at}, name: Ủy ban nhân dân xã Số {file} {at}, \
                 cluster: cum-xa-thi-tran}}\n"
            ));
        }
        workspace.write(&format!("data/agencies/tinh-{file}.yaml"), agencies);
    }
    let plan = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("there");
    let named = "agencies: [ubnd-huyen, don-vi-2-3399]";
    let plan = plan.replacen("agencies: [ubnd-huyen, phong-noi-vu]", named, 1);
    workspace.write("data/2024/plan.yaml", plan);
    let paper = workspace.plan(&[]);
    assert!(paper.letters().contains("Số23399"), "{}", paper.letters());
    // One id in two files is told, with both places; so is a cluster that no file has.
    workspace.write(
        "data/agencies/z.yaml",
        "agencies:\n  - {id: don-vi-1-1, name: B}\n  - {id: c, name: C, cluster: cum}\n",
    );
    let run = workspace.run(&["build"]);
    assert!(run.code == 1 && run.err.contains("error[duplicate-id]"), "{}", run.err);
    assert!(
        run.err.contains("data/agencies/z.yaml:2")
            && run.err.contains("data/agencies/tinh-1.yaml")
    );
    assert!(run.err.contains("error[unknown-cluster]"), "{}", run.err);
}

/// A run that died between two files is finished by the next one, of whatever command, which says so.
#[test]
fn the_next_run_finishes_what_a_dead_one_began() {
    let workspace = Workspace::new();
    workspace.write("data/.vanthu-dead/0", "kind: plan\n");
    let sum = vanthu::fingerprint::Fingerprint::of(b"kind: plan\n");
    let list = format!(
        "[{{\"from\":\"0\",\"to\":\"data/2025/plan.yaml\",\"replaces\":false,\
         \"is_folder\":false,\"sum\":\"{sum}\"}}]"
    );
    workspace.write("data/.vanthu-dead/list.json", list);
    let run = workspace.run(&["list"]);
    let told = "Finished what an interrupted run had begun: data/2025/plan.yaml.";
    assert!(run.err.contains(told), "{}", run.err);
    let text = fs::read_to_string(workspace.path("data/2025/plan.yaml")).expect("there");
    assert!(text == "kind: plan\n" && !workspace.path("data/.vanthu-dead").exists());
    // One that died before its list was there has begun nothing that anybody could see.
    workspace.write("data/.vanthu-dead/0", "kind: plan\n");
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("none of them is left"), "{}", run.err);
    assert!(!workspace.path("data/.vanthu-dead").exists());
}
