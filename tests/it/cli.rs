//! The command line: what is said where, and the exit codes that scripts rely on.

use std::fs;

use insta::assert_snapshot;

use crate::workspace::{Workspace, repository};

#[test]
fn a_build_tells_what_it_made() {
    let run = Workspace::new().run(&["build"]);
    assert_eq!(run.code, 0);
    let made: String = run
        .out
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    assert_snapshot!(made, @"out/0000/plan.pdf  (0 pages, 00 kB)");
    assert_snapshot!(run.err, @"1 document was made.");
}

#[test]
fn a_mistake_is_shown_with_its_line() {
    let workspace = Workspace::new();
    workspace.replace("data/2024/plan.yaml", "filing: VT, NV", "fling: VT, NV");
    let run = workspace.run(&["check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.out, @"1 document, 2 errors.");
    assert_snapshot!(run.err, @r#"
    error[missing-key]: the key "filing" is missing
     --> data/2024/plan.yaml:3:1
      |
    3 | kind: plan
      | ^^^^^^^^^^ in this entry
      |
      = help: add "filing:" to this entry

    error[unknown-key]: there is no key "fling" here
       --> data/2024/plan.yaml:145:1
        |
    145 | fling: VT, NV
        | ^^^^^ unknown key
        |
        = help: did you mean "filing"?
        = help: keys that can stand here: kind, year, sample, date, questions, issuer, number, subject, layout, urgency, secrecy, circulation, address, bases, implements, purpose, requirements, tasks, arrangements, deadlines, recipients, filing, competence, signer, drafted_by, copies, appendices
    "#);
}

#[test]
fn the_same_in_vietnamese() {
    let workspace = Workspace::new();
    workspace.replace("data/2024/plan.yaml", "date: 2023-12-28", "date: 2023-02-29");
    let run = workspace.run(&["--lang", "vi", "check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.out, @"1 văn bản, 1 lỗi, 0 cảnh báo.");
    assert_snapshot!(run.err, @r"
    lỗi[impossible-date]: lịch không có ngày này
      --> data/2024/plan.yaml:14:9
       |
    14 |   date: 2023-02-29
       |         ^^^^^^^^^^ ngày không tồn tại
       |
       = gợi ý: kiểm tra ngày, tháng, và giờ nếu có
    ");
}

/// The rows of a list, without what follows them.
fn rows(list: &str) -> String {
    let rows = list.lines().filter(|line| !line.contains(": "));
    let own = list.lines().filter(|line| line.starts_with("2024/"));
    rows.take(1).chain(own).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_list_shows_blanks_and_states() {
    let workspace = Workspace::new();
    assert_snapshot!(rows(&workspace.run(&["list"]).out), @r"
    DOCUMENT   KIND  NUMBER, SYMBOL  DATE       STATE
    2024/plan  plan  …/KH-UBND       …/01/2024  blank: number, day; no PDF yet
    ");
    workspace.plan(&[]);
    workspace.replace("data/2024/plan.yaml", "number: ~ ", "number: 7 ");
    workspace.write("data/2024/other.yaml", "kind: plan\n");
    let run = workspace.run(&["list", "--lang=vi"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(rows(&run.out), @r"
    VĂN BẢN     LOẠI          SỐ, KÝ HIỆU  NGÀY       TÌNH TRẠNG
    2024/other                                        12 lỗi, xem: vanthu check data/2024/other.yaml
    2024/plan   Kế hoạch năm  07/KH-UBND   …/01/2024  còn trống: ngày; PDF cần lập lại
    ");
}

#[test]
fn wrong_words_are_told_with_exit_code_2() {
    let workspace = Workspace::new();
    for (words, expected) in [
        (&["biuld"][..], "there is no command biuld\ndid you mean build?"),
        (&["build", "--drafts"], "there is no option --drafts\ndid you mean --draft?"),
        (
            &["build", "--format", "odt"],
            "--format <FORMAT> is wrong; it must be one of: pdf, docx, xlsx, png",
        ),
        (&["report", "2024", "q5"], "it must be one of: q1, q2, q3, q4, h1, h2"),
        (&["report", "2024"], "what is missing: <PERIOD>"),
        (&["build", "--jobs", "0"], "the value 0 of --jobs <N> is wrong"),
        (&["build", "--jobs"], "the value of --jobs <N> is missing"),
        (&["build", "--kind", "lettre"], "the value lettre of --kind is wrong"),
        (&["build", "--kind", "lanch"], "did you mean launch?"),
        (&["build", "--draft", "--draft"], "--draft is given twice"),
        (&["--lang", "fr", "build"], "the value fr of --lang <vi|en> is wrong"),
        (&["-C", "/nowhere", "build"], "/nowhere has no folder data/"),
        (&["build", "/etc"], "/etc lies outside the workspace"),
        (&[], "the command is missing"),
    ] {
        let run = workspace.run(words);
        assert_eq!(run.code, 2, "{words:?}: {}", run.err);
        assert!(run.err.contains(expected), "{words:?}: {}", run.err);
        assert!(run.err.contains("vanthu --help") && run.out.is_empty());
    }
}

#[test]
fn documents_are_chosen_by_year_path_and_kind() {
    let workspace = Workspace::new();
    let plan = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("is there");
    workspace.write("data/2023/plan.yaml", plan.replace("year: 2024", "year: 2023"));
    let made = |words: &[&str]| {
        let run = workspace.run(&[&["build"], words].concat());
        let names = run
            .out
            .lines()
            .filter_map(|line| line.split(' ').next())
            .map(str::to_owned);
        (run.code, names.collect::<Vec<_>>().join(" "))
    };
    assert_eq!(made(&["2023", "--force"]), (0, "out/2023/plan.pdf".to_owned()));
    assert_eq!(made(&["data/2024/plan.yaml", "--force"]), (0, "out/2024/plan.pdf".to_owned()));
    assert_eq!(made(&["data/2024", "--force"]), (0, "out/2024/plan.pdf".to_owned()));
    assert_eq!(made(&["--kind", "plan", "--force"]).1, "out/2023/plan.pdf out/2024/plan.pdf");
    assert_eq!(made(&["2024", "--out", "elsewhere"]).1, "elsewhere/2024/plan.pdf");
    assert_eq!(made(&["2031"]), (1, String::new()));
    workspace.write("data/2023/plan.yml", "kind: plan\n");
    assert_eq!(
        made(&["2024", "--force"]),
        (1, "out/2024/plan.pdf".to_owned()),
        "two files for one"
    );
    fs::remove_file(workspace.path("data/2023/plan.yml")).expect("removed");
    // What else was asked for is made all the same.
    assert_eq!(made(&["2031", "2023", "--force"]), (1, "out/2023/plan.pdf".to_owned()));
    assert_eq!(made(&["data/2024/paln.yaml"]), (1, String::new()));
    let run = workspace.run(&["build", "data/2024/paln.yaml"]);
    assert!(run.err.contains("did you mean data/2024/plan.yaml?"), "{}", run.err);
}

#[test]
fn the_language_follows_the_option_and_help_is_complete() {
    let workspace = Workspace::new();
    for (language, heading) in [("vi", "Cách dùng: vanthu"), ("en", "Usage: vanthu")] {
        for command in
            [&["build"][..], &["check"], &["list"], &["roll"], &["diff"], &["report"], &[]]
        {
            let run = workspace.run(&[command, &["--lang", language, "--help"]].concat());
            assert_eq!(run.code, 0);
            assert!(run.out.contains(heading), "{}", run.out);
            assert!(!run.out.contains("help-") && !run.out.contains("value-"), "{}", run.out);
            // Its options stand once, and nothing there is clap's own.
            let options = if language == "vi" { "Tùy chọn:" } else { "Options:" };
            assert_eq!(run.out.matches(options).count(), 1, "{}", run.out);
            let english =
                ["Options:", "Usage:", "Arguments:", "Print ", "[possible", "[default"];
            let own = english
                .iter()
                .filter(|word| language == "vi" || word.starts_with(['P', '[']));
            for word in own {
                assert!(!run.out.contains(word), "{word} in {}", run.out);
            }
        }
    }
    let version = workspace.run(&["--version"]).out;
    assert_eq!(version.trim(), format!("vanthu {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_readme_shows_the_help_and_the_commands_as_they_are() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("a README");
    let help = Workspace::new().run(&["--help"]).out;
    assert!(readme.contains(help.trim()), "README.md does not hold this help:\n{help}");
    let first = readme
        .find("cargo run --release -- build")
        .expect("the first command");
    let second = readme.find("cargo test --release").expect("the second command");
    assert!(first < second && readme[..first].lines().count() < 25);
}

#[test]
fn the_language_follows_the_system() {
    let workspace = Workspace::new();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
    command.current_dir(workspace.path("")).arg("check").env_clear();
    let output = command.env("LANG", "vi_VN.UTF-8").output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "1 văn bản, không có lỗi.");
}

#[test]
fn no_workspace_is_found_above_either() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
    let output = command
        .current_dir(folder.path())
        .args(["--lang", "en", "list"])
        .output();
    let output = output.expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no workspace found"));
}
