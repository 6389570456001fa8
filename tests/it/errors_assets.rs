//! Mistakes in templates and fonts, and how much it takes to be told of any.

use std::fs;

use crate::errors::{PLAN, refused};
use crate::workspace::Workspace;

#[test]
fn mistakes_in_templates_are_told_where_they_stand() {
    for (name, content, expected) in [
        ("plan.typ.j2", "{{ head.nothing }}", "templates/plan.typ.j2:1:4"),
        ("plan.typ.j2", "a\n{% if %}", "templates/plan.typ.j2:2:"),
        ("plan.typ.j2", "\n{{ head.number }}", "templates/plan.typ.j2:2:4"),
        ("plan.typ.j2", "text\n\n#nothing()", "templates/plan.typ.j2:3:1"),
        ("nd30.typ", "#let letterhead(", "templates/nd30.typ:1:"),
        ("plan.typ.j2", "text\n\n#nothing()", "2024/plan.typ:3:2"),
        ("foot.typ.j2", "{{ unknown }}", "templates/foot.typ.j2:1:4"),
        (
            "foot.typ.j2",
            "{% for x in [foot.recipients] %}{{ x }}{% endfor %}",
            "templates/foot.typ.j2:1:36",
        ),
        // The engine stops within a letter of several bytes.
        ("foot.typ.j2", "{{ foot.địa_chỉ }}", "templates/foot.typ.j2:1:"),
        ("foot.typ.j2", "{% set tên = 1 %}", "templates/foot.typ.j2:1:"),
        ("foot.typ.j2", "{{ “a” }}", "templates/foot.typ.j2:1:"),
    ] {
        let workspace = Workspace::new();
        workspace.write(&format!("templates/{name}"), content);
        let run = workspace.run(&["build"]);
        assert_eq!(run.code, 1, "{name} {content}");
        assert!(run.err.contains(expected), "{expected} in {}", run.err);
        assert!(!run.err.contains('\u{1}') && !workspace.path("out").exists());
    }
}

#[test]
fn a_mistake_in_the_looks_is_shown_with_its_caller_and_its_document() {
    let workspace = Workspace::new();
    workspace.copy("templates/nd30.typ");
    let section = "#let section(body, number: none, level: 1) = word(\"section\"";
    workspace.replace("templates/nd30.typ", section, &section.replace("word(", "wrd("));
    let run = workspace.run(&["build"]);
    for part in ["templates/nd30.typ:", "templates/plan-body.typ.j2:", "data/2024/plan.yaml:"]
    {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
    let workspace = Workspace::new();
    workspace.copy("templates/draw.typ");
    workspace.replace("templates/draw.typ", "looks.sizes.type-name", "looks.sizes.typename");
    let run = workspace.run(&["build"]);
    for part in ["templates/draw.typ:", "data/2024/plan.yaml:"] {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
}

/// What a template gives a table is held against it where the template calls it.
#[test]
fn a_table_that_does_not_fit_its_columns_is_told_at_its_template() {
    for (from, to, told) in [
        (
            "\"deadline\", \"status\"",
            "\"deadline\", \"state\"",
            "no kind of column: \"state\"",
        ),
        ("\"deadline\", \"status\"", "\"deadline\"", "a row has 6 cells, the table 5 columns"),
    ] {
        let workspace = Workspace::with_results();
        workspace.copy("templates/report-period.typ.j2");
        workspace.replace("templates/report-period.typ.j2", from, to);
        let run = workspace.run(&["build", "data/2024/reports/q1.yaml"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains(told), "{}", run.err);
        assert!(run.err.contains("templates/report-period.typ.j2:"), "{}", run.err);
    }
}

#[test]
fn a_family_needs_all_four_faces() {
    let face = |name: &str| {
        let path =
            crate::workspace::repository().join(format!("fonts/LiberationSerif-{name}.ttf"));
        renamed(&fs::read(path).expect("a font"))
    };
    let workspace = Workspace::new();
    workspace.write("fonts/times.ttf", face("Regular"));
    refused(&workspace, "incomplete-font");
    for name in ["Bold", "Italic", "BoldItalic"] {
        workspace.write(&format!("fonts/times-{name}.ttf"), face(name));
    }
    let bytes = workspace.plan(&[]).bytes;
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("+TimesNewRoman"), "the office's own font is used");
}

/// A font under the name of another of the same length: "Liberation Serif" → "Times New Roman ".
fn renamed(font: &[u8]) -> Vec<u8> {
    let utf16 =
        |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let mut font = font.to_vec();
    for (from, to) in [
        (utf16("Liberation Serif"), utf16("Times New Roman\u{0020}")),
        (b"Liberation Serif".to_vec(), b"Times New Roman ".to_vec()),
        (utf16("LiberationSerif"), utf16("TimesNewRoman--")),
        (b"LiberationSerif".to_vec(), b"TimesNewRoman--".to_vec()),
    ] {
        let mut at = 0;
        while let Some(found) = font[at..].windows(from.len()).position(|part| part == from) {
            font[at + found..at + found + from.len()].copy_from_slice(&to);
            at += found + from.len();
        }
    }
    font
}

#[test]
fn a_font_that_is_none_is_told() {
    let workspace = Workspace::new();
    workspace.write("fonts/Times.ttf", "no font");
    refused(&workspace, "bad-font");
}

#[test]
fn what_would_take_for_ever_is_refused_at_once() {
    let keys: String = (0..10_000).map(|at| format!("k{at}: 1\n")).collect();
    let doubled = format!("kind: plan\n{}", "a: 1\n".repeat(790));
    let tasks = format!("kind: plan\ntasks:\n{}", "- {id: a}\n".repeat(790));
    let stars = format!("kind: plan\npurpose: [\"{}\"]\n", "*a ".repeat(30_000));
    let word = format!("kind: plan\npurpose: [{}]\n", "a".repeat(150_000));
    for (code, text) in [
        ("too-much", keys),
        ("too-many-mistakes", doubled),
        ("too-many-mistakes", tasks),
        ("text-too-long", stars),
        ("text-too-long", word),
        ("missing-key", format!("kind: plan\npurpose: [\"{}\"]\n", "*a ".repeat(12_000))),
    ] {
        let workspace = Workspace::new();
        workspace.write(PLAN, text);
        refused(&workspace, code);
    }
    let workspace = Workspace::new();
    let loops =
        "{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}";
    workspace.write("templates/plan.typ.j2", loops);
    refused(&workspace, "template-without-end");
}

/// A paper of which everything is as long as it may be.
fn largest(workspace: &Workspace, year: &str) {
    let plan = fs::read_to_string(workspace.path(PLAN))
        .expect("there")
        .replace("year: 2024", &format!("year: {year}"));
    let plan = plan.replace("date: 2024", &format!("date: {year}"));
    let dates: String = (0..1_600)
        .map(|at| format!(", ngày {:02}/{:02}/2024", at % 28 + 1, at % 12 + 1))
        .collect();
    let years = "2024, 2025 - 2026; từ năm ".repeat(1_000);
    let numbers = "1/".repeat(19_000);
    let mut more = format!("purpose:\n  - a{dates}\n  - a {years}\n  - a {numbers}\n");
    for at in 0..700 {
        more.push_str(&format!("  - Trước ngày 15/01/{year}, việc {at} của năm {year}\n"));
    }
    workspace.write(&format!("data/{year}/plan.yaml"), plan.replacen("purpose:\n", &more, 1));
}

/// Any file that is accepted is made, rolled, checked and compared in a few seconds and little memory.
/// The limits here are wide: a machine can be busy.
#[cfg(unix)]
#[test]
fn what_is_accepted_takes_little_time_and_memory() {
    use wait4::Wait4;
    let workspace = Workspace::new().lasting();
    largest(&workspace, "2025");
    largest(&workspace, "2024");
    for words in [
        &["build", "2024", "--jobs", "1"][..],
        &["check", "2024"],
        &["roll", "2024", "2026"],
        &["diff", "2024", "2025"],
        &["diff", "2024", "2025", "--format", "pdf"],
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.arg("-C").arg(workspace.path("")).args(words);
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let used = command.spawn().expect("runs").wait4().expect("ends");
        let (time, memory) = (used.rusage.utime + used.rusage.stime, used.rusage.maxrss);
        assert!(time.as_secs_f64() < 12.0, "{words:?}: {time:?}");
        // A roll keeps the rows of its sheet whole, which takes some 350 MB for 700 of them.
        assert!(memory < 400 << 20, "{words:?}: {memory}");
        assert!(used.status.success(), "{words:?}");
    }
}
