//! Runs that die at every step, and what the next one makes of it.

#![expect(clippy::disallowed_methods, reason = "files that a dead run left")]

use tempfile::TempDir;

use super::*;

fn workspace() -> (TempDir, Folder, Out) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("made");
    let workspace = Folder::new(folder.path());
    let out = Out::new(workspace.of_results(&workspace.join("out")).expect("inside"));
    (folder, workspace, out)
}

fn piece(path: &str, replaces: bool) -> NewFile {
    NewFile {
        path: path.into(),
        bytes: path.as_bytes().to_vec(),
        replaces,
    }
}

fn pieces() -> Vec<NewFile> {
    let new = ["data/2025/plan.yaml", "data/2025/units/a.yaml"].map(|path| piece(path, false));
    new.into_iter().chain([piece("out/2025/roll.pdf", true)]).collect()
}

fn is_whole(workspace: &Folder) -> bool {
    pieces().iter().all(|piece| {
        workspace
            .read(&piece.path, 99)
            .is_ok_and(|bytes| bytes == piece.bytes)
    })
}

fn entries(folder: &Folder) -> usize {
    folder.entries(Path::new("data")).expect("a folder").len()
}

#[test]
fn files_appear_together_beside_others_too() {
    let (_folder, workspace, out) = workspace();
    let year = Path::new("data/2025");
    write_together(&workspace, &out, year, pieces()).expect("written");
    assert!(is_whole(&workspace) && entries(&workspace) == 1);
    // What is there stays, and nothing of the rest appears.
    let more = || [piece("data/2025/overview.yaml", false)].into_iter().chain(pieces());
    let error = write_together(&workspace, &out, year, more().collect());
    assert!(matches!(error, Ok(()) | Err(WriteError { cause: Fault::InTheWay, .. })));
    fs::remove_file(workspace.join("data/2025/plan.yaml")).expect("removed");
    fs::write(workspace.join("data/2025/units/a.yaml"), "other").expect("changed");
    let error = write_together(&workspace, &out, year, pieces());
    assert!(matches!(error, Err(WriteError { cause: Fault::InTheWay, .. })), "{error:?}");
    assert!(!workspace.has(Path::new("data/2025/plan.yaml")) && entries(&workspace) == 1);
}

/// Does all of the work but `undone` of its steps, as if the run had been killed then.
fn interrupted(workspace: &Folder, is_new: bool, listed: bool, done: usize) {
    let year = Path::new("data/2025");
    let staged = workspace.join("data/.vanthu-dead");
    let step = |from: &str, to: &Path, replaces, is_folder, sum| WriteStep {
        from: from.to_owned(),
        to: to.to_owned(),
        replaces,
        is_folder,
        sum,
    };
    let mut steps = Vec::new();
    for (number, piece) in pieces().into_iter().enumerate() {
        let inside = piece.path.strip_prefix(year).ok().filter(|_| is_new);
        let from = match inside {
            Some(inside) => Path::new("folder").join(inside),
            None => number.to_string().into(),
        };
        complete(&staged.join(&from), &piece.bytes).expect("made");
        if inside.is_none() {
            let sum = Fingerprint::of(&piece.bytes).to_string();
            steps.push(step(&number.to_string(), &piece.path, piece.replaces, false, sum));
        }
    }
    if is_new {
        let sum = sum_of_folder(&Folder::new(&staged.join("folder")), Path::new(""));
        steps.insert(0, step("folder", year, false, true, sum.expect("readable")));
    }
    if listed {
        fs::write(staged.join(LIST), serde_json::to_vec(&steps).expect("JSON")).expect("made");
    }
    for step in &steps[..done] {
        step.carry_out(&staged, workspace).expect("done");
    }
}

#[test]
fn whatever_a_dead_run_left_is_finished_or_undone() {
    for is_new in [true, false] {
        for done in 0..=if is_new { 2 } else { 3 } {
            let (_folder, workspace, _out) = workspace();
            fs::create_dir_all(workspace.join("data/2025")).expect("made");
            if !is_new {
                fs::write(workspace.join("data/2025/note"), "").expect("made");
            }
            interrupted(&workspace, is_new, true, done);
            let became = recover(&workspace);
            assert!(matches!(became[..], [Interrupted::Finished(_)]), "{became:?}");
            assert!(is_whole(&workspace) && entries(&workspace) == 1, "{is_new} {done}");
            assert!(recover(&workspace).is_empty());
        }
        let (_folder, workspace, _out) = workspace();
        interrupted(&workspace, is_new, false, 0);
        assert!(matches!(recover(&workspace)[..], [Interrupted::Undone]));
        assert_eq!(entries(&workspace), 0);
    }
}

#[test]
fn what_cannot_be_finished_is_taken_back_unless_somebody_has_changed_it() {
    for changed in [false, true] {
        let (_folder, workspace, _out) = workspace();
        interrupted(&workspace, true, true, 1);
        fs::create_dir_all(workspace.join("out/2025/roll.pdf")).expect("in the way");
        if changed {
            fs::write(workspace.join("data/2025/plan.yaml"), "mine").expect("changed");
        }
        assert!(matches!(recover(&workspace)[..], [Interrupted::Undone]));
        assert_eq!(workspace.has(Path::new("data/2025")), changed);
    }
}

#[test]
fn a_list_that_cannot_be_read_loses_nothing() {
    let (_folder, workspace, _out) = workspace();
    interrupted(&workspace, false, true, 1);
    let list = workspace.join("data/.vanthu-dead").join(LIST);
    let whole = fs::read(&list).expect("there");
    fs::write(&list, &whole[..whole.len() / 2]).expect("damaged");
    assert!(matches!(recover(&workspace)[..], [Interrupted::Stuck(_)]));
    fs::write(&list, whole).expect("mended");
    assert!(matches!(recover(&workspace)[..], [Interrupted::Finished(_)]));
    assert!(is_whole(&workspace));
}

#[test]
fn what_is_hidden_in_a_new_folder_is_not_taken_back_with_it() {
    let (_folder, workspace, _out) = workspace();
    interrupted(&workspace, true, true, 1);
    fs::create_dir_all(workspace.join("out/2025/roll.pdf")).expect("in the way");
    fs::write(workspace.join("data/2025/.mine"), "mine").expect("made");
    assert!(matches!(recover(&workspace)[..], [Interrupted::Undone]));
    assert!(workspace.has(Path::new("data/2025/.mine")));
}

#[test]
fn a_living_run_is_left_alone() {
    let (_folder, workspace, out) = workspace();
    out.hold();
    interrupted(&workspace, true, true, 1);
    assert!(recover(&workspace).is_empty());
    drop(out);
    assert!(matches!(recover(&workspace)[..], [Interrupted::Finished(_)]));
}

#[test]
fn a_list_of_a_stranger_moves_nothing_elsewhere() {
    for to in ["../elsewhere", "/tmp/elsewhere", "src/main.rs", "data/../../elsewhere"] {
        let (_folder, workspace, _out) = workspace();
        let staged = workspace.join("data/.vanthu-x");
        complete(&staged.join("0"), b"x").expect("made");
        let list = format!(
            r#"[{{"from":"0","to":"{to}","replaces":true,"is_folder":false,"sum":""}}]"#
        );
        fs::write(staged.join(LIST), list).expect("made");
        assert!(matches!(recover(&workspace)[..], [Interrupted::Stuck(_)]), "{to}");
        assert!(staged.join("0").exists(), "{to}");
    }
}
