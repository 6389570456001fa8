//! Links, pipes and circles, as a stranger's workspace may hold them.

#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

/// A workspace with a file, and another folder outside of it with a secret.
fn two() -> (tempfile::TempDir, Folder) {
    let both = tempfile::tempdir().expect("a folder");
    let at = |name: &str| both.path().join(name);
    for name in ["work/data/2024", "work/spare", "elsewhere"] {
        fs::create_dir_all(at(name)).expect("made");
    }
    for name in ["work/data/2024/plan.yaml", "work/spare/unit.yaml", "elsewhere/secret"] {
        File::create(at(name)).expect("made");
    }
    let folder = Folder::new(&at("work"));
    (both, folder)
}

#[test]
fn what_ends_outside_is_refused_and_what_stays_inside_is_read() {
    let (both, folder) = two();
    let data = folder.join("data/2024");
    symlink(both.path().join("elsewhere/secret"), data.join("a.yaml")).expect("made");
    symlink("../../../elsewhere", data.join("units")).expect("made");
    symlink("../../spare", data.join("spare")).expect("made");
    symlink(both.path().join("work/spare/unit.yaml"), data.join("b.yaml")).expect("made");
    symlink("nowhere", data.join("c.yaml")).expect("made");
    let read = |name: &str| folder.read(Path::new(name), 10);
    assert!(matches!(read("data/2024/a.yaml"), Err(Fault::Outside)));
    assert!(matches!(read("data/2024/units/secret"), Err(Fault::Outside)));
    assert!(matches!(read("../elsewhere/secret"), Err(Fault::Outside)));
    assert!(read("data/2024/spare/unit.yaml").is_ok() && read("data/2024/b.yaml").is_ok());
    assert!(matches!(read("data/2024/c.yaml"), Err(Fault::Missing)));
    assert!(folder.has(Path::new("data/2024/c.yaml")));
    let tree = folder.tree(Path::new("data"), |_| false);
    let shown: Vec<(String, bool)> = tree
        .into_iter()
        .map(|entry| (entry.path.display().to_string(), entry.kind.is_ok()))
        .collect();
    let file = |name: &str, sound| (format!("data/2024/{name}"), sound);
    assert_eq!(
        shown,
        [
            file("a.yaml", false),
            file("b.yaml", true),
            file("c.yaml", false),
            file("plan.yaml", true),
            file("spare/unit.yaml", true),
            file("units", false),
        ]
    );
}

#[test]
fn a_circle_of_links_ends() {
    let (_both, folder) = two();
    symlink("..", folder.join("data/2024/again")).expect("made");
    symlink("itself", folder.join("data/itself")).expect("made");
    let tree = folder.tree(Path::new("data"), |_| false);
    let faults: Vec<&Fault> =
        tree.iter().filter_map(|entry| entry.kind.as_ref().err()).collect();
    assert!(matches!(faults[..], [Fault::TooDeep(_), Fault::System(_)]), "{faults:?}");
}

#[test]
fn a_pipe_is_refused_at_once() {
    let (_both, folder) = two();
    let pipe = folder.join("data/x.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|made| made.success()));
    assert!(matches!(folder.read(Path::new("data/x.yaml"), 10), Err(Fault::NotAFile)));
    assert!(matches!(folder.kind(Path::new("data/x.yaml")), Ok(Some(FileKind::Special))));
    assert!(matches!(folder.read(Path::new("data"), 10), Err(Fault::NotAFile)));
}

#[test]
fn nothing_is_written_through_a_link_that_leads_out() {
    let (both, folder) = two();
    let elsewhere = both.path().join("elsewhere");
    fs::create_dir(folder.join("out")).expect("made");
    symlink(&elsewhere, folder.join("out/2024")).expect("made");
    symlink(elsewhere.join("new"), folder.join("out/2025")).expect("made");
    symlink(elsewhere.join("secret"), folder.join("out/plan.pdf")).expect("made");
    let out = folder.of_results(&folder.join("out")).expect("inside");
    for name in ["2024/plan.pdf", "2025/plan.pdf", "2024/units/a.pdf", "../../elsewhere/a"] {
        assert!(matches!(out.place(Path::new(name)), Err(Fault::Outside)), "{name}");
    }
    // A link in the place of a result is replaced, not followed.
    let place = out.place(Path::new("plan.pdf")).expect("inside");
    assert_eq!(
        place,
        folder
            .join("out/plan.pdf")
            .parent()
            .expect("one")
            .canonicalize()
            .expect("there")
            .join("plan.pdf")
    );
    assert!(out.place(Path::new("2026/units/new.pdf")).is_ok());
    // A folder of results that a person names may lie anywhere, one in the workspace only there.
    symlink(&elsewhere, folder.join("linked")).expect("made");
    assert!(folder.of_results(&elsewhere).is_ok());
    assert!(folder.of_results(&both.path().join("new/out")).is_ok());
    assert!(matches!(folder.of_results(&folder.join("linked")), Err(Fault::Outside)));
}

#[test]
fn limits_and_permissions_are_told() {
    let (_both, folder) = two();
    let path = folder.join("data/large");
    fs::copy(std::env::current_exe().expect("a program"), &path).expect("made");
    assert!(matches!(folder.read(Path::new("data/large"), 9), Err(Fault::TooLarge(9))));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
    let read = folder.read(Path::new("data/large"), u64::MAX);
    // The superuser reads everything.
    assert!(read.is_ok() || matches!(read, Err(Fault::System(_))));
}
