//! A roll changes what must change, and not a byte besides, however the data are written.

use std::fs;

use crate::roll::{PLAN, office, read};
use crate::workspace::Workspace;

/// However the data are written, only the letters that must change do.
#[test]
fn quoting_comments_and_order_stay() {
    let workspace = Workspace::new();
    let plan = "data/2024/plan.yaml";
    workspace.replace(
        plan,
        "    text: Ban hành Kế hoạch kiểm tra công tác TĐKT năm 2024\n",
        "    text: >-   # gấp dòng\n      Ban hành Kế hoạch kiểm tra\n      công tác TĐKT năm 2024\n",
    );
    workspace.replace(
        plan,
        "    text: Hướng dẫn tổng kết công tác TĐKT năm 2024\n",
        "    text: \"Hướng dẫn: \\\"tổng kết\\\" công tác TĐKT\n      năm 2024\"   # ngoặc kép\n",
    );
    workspace.replace(
        plan,
        "  - id: closing\n",
        "  # Cuối năm, giữ nguyên 2024 ở đây.\n  - id: closing\n",
    );
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let new = read(&workspace, PLAN);
    for kept in [
        "    text: >-   # gấp dòng\n      Ban hành Kế hoạch kiểm tra\n      công tác TĐKT năm 2025\n",
        "    text: \"Hướng dẫn: \\\"tổng kết\\\" công tác TĐKT\n      năm 2025\"   # ngoặc kép\n",
        "  # Cuối năm, giữ nguyên 2024 ở đây.\n  - id: closing\n",
    ] {
        assert!(new.contains(kept), "{kept}");
    }
}

/// What nobody has answered is asked again, however far the text lies back by then.
#[test]
fn open_questions_are_carried_on() {
    let workspace = Workspace::new().lasting();
    workspace.replace(
        "data/2024/plan.yaml",
        "Tổ chức lớp bồi dưỡng nghiệp vụ công tác TĐKT năm 2024",
        "Tổ chức Đại hội Đảng bộ huyện năm 2024",
    );
    for (from, to) in [("2024", "2025"), ("2025", "2026"), ("2026", "2027")] {
        assert_eq!(workspace.run(&["roll", from, to]).code, 0);
        let new = read(&workspace, &format!("data/{to}/plan.yaml"));
        assert!(new.contains("text: Tổ chức Đại hội Đảng bộ huyện năm 2024"));
        assert_eq!(new.matches("  - at: tasks.training\n").count(), 1, "{to}");
        assert_eq!(new.matches("  - at: implements\n").count(), 1, "{to}");
    }
}

/// Data in decomposed letters, blocks of text, flow maps, an indented root, an end mark.
#[test]
fn odd_ways_of_writing_are_understood_or_refused() {
    use unicode_normalization::UnicodeNormalization;
    let plan = "data/2024/plan.yaml";
    let rolled = |change: &dyn Fn(&str) -> String| {
        let workspace = Workspace::new();
        let text = read(&workspace, plan);
        workspace.write(plan, change(&text));
        let run = workspace.run(&["roll", "2024", "2025"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let check = workspace.run(&["build", PLAN, "--draft"]);
        assert_eq!(check.code, 0, "{}", check.err);
        read(&workspace, PLAN)
    };
    let plain = rolled(&str::to_owned);
    let nfd = rolled(&|text| text.nfd().collect());
    let composed: String = nfd.nfc().collect();
    assert_eq!(composed, plain, "the same changes, and the rest byte for byte");
    let block = rolled(&|text| {
        text.replace(
            "    text: Ban hành Kế hoạch kiểm tra công tác TĐKT năm 2024\n",
            "    text: |\n      Ban hành Kế hoạch kiểm tra công tác TĐKT năm\n\n      2024\n",
        )
    });
    assert!(
        block.contains("      Ban hành Kế hoạch kiểm tra công tác TĐKT năm\n\n      2025\n")
    );
    let implements = "implements:\n  type: Kế hoạch\n  number: 241/KH-UBND\n  date: 2023-12-28\n  issuer: UBND tỉnh\n";
    let in_flow = "implements: {type: Kế hoạch, number: 241/KH-UBND, date: 2023-12-28, issuer: UBND tỉnh}\n";
    let flow = rolled(&|text| text.replace(implements, in_flow));
    assert_eq!(flow.replace(in_flow, implements), plain);
    let comments = rolled(&|text| {
        text.replace("  number: 241/KH-UBND\n", "  # số của tỉnh\n  number: 241/KH-UBND\n")
    });
    let kept = "implements:\n  type: Kế hoạch\n  # số của tỉnh\n  number: 241/KH-UBND\n";
    assert!(comments.contains(kept), "what is asked about stays as it is written");
    let dots = rolled(&|text| {
        text.replace("signer: chu-tich\n", "signer: chu-tich\n# và các đơn vị khác...\n")
    });
    assert!(dots.contains("\n# và các đơn vị khác...\n") && !dots.contains("\n...\n"));
    let ended = rolled(&|text| format!("{text}...\n"));
    assert!(ended.ends_with("\n...\n") && ended.contains("\nquestions:\n"));
    let indented = rolled(&|text| text.lines().map(|line| format!("  {line}\n")).collect());
    assert!(indented.contains("\n  questions:\n    - at: implements\n"));
    let crlf = rolled(&|text| text.replace('\n', "\r\n"));
    assert_eq!(crlf.replace("\r\n", "\n"), plain);
    assert_eq!(crlf.matches('\n').count(), crlf.matches("\r\n").count());
    let quoted = rolled(&|text| {
        text.replace("year: 2024\n", "year: \"2024\"\n")
            .replace("date: 2024-01 ", "date: '2024-01' ")
    });
    assert!(quoted.contains("year: \"2025\"\n") && quoted.contains("date: '2025-01' "));
}

#[test]
fn bytes_that_nobody_asked_to_change_stay() {
    let rolled = |change: &dyn Fn(String) -> String| {
        let workspace = Workspace::new();
        let old = change(read(&workspace, "data/2024/plan.yaml"));
        workspace.write("data/2024/plan.yaml", &old);
        assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
        read(&workspace, "data/2025/plan.yaml")
    };
    // Every second line ends as on Windows, and so it does afterwards.
    let mixed = rolled(&|text| {
        let ends = ["\n", "\r\n"].into_iter().cycle();
        text.lines()
            .zip(ends)
            .map(|(line, end)| format!("{line}{end}"))
            .collect()
    });
    let line = |start: &str| {
        mixed
            .split_inclusive('\n')
            .find(|line| line.starts_with(start))
            .expect("there")
            .to_owned()
    };
    let plain = rolled(&|text| text);
    assert_eq!(mixed.replace('\r', ""), plain);
    let ends = |start: &str| line(start).ends_with("\r\n");
    assert_ne!(ends("kind:"), ends("year:"));
    assert!(mixed.contains("\r\n") && mixed.replace("\r\n", "").contains('\n'));
    // A byte order mark stays.
    let marked = rolled(&|text| format!("\u{FEFF}{text}"));
    assert_eq!(marked, format!("\u{FEFF}{plain}"));
    // A line of a text is no comment, whatever it looks like; nor is the end of the file touched.
    let looks = "purpose:\n  - |-\n    Đẩy mạnh\n    # vanthu roll: như câu này\n";
    let kept = rolled(&|text| text.replacen("purpose:\n", looks, 1));
    assert!(kept.contains(looks), "{kept}");
    let commented = rolled(&|text| format!("# vanthu roll: của năm trước\n{text}"));
    assert_eq!(commented, plain);
}

#[test]
fn a_refused_roll_changes_nothing_at_all() {
    let workspace = office().lasting();
    assert_eq!(workspace.run(&["roll", "2024", "2026"]).code, 0);
    let sheet = fs::read(workspace.path("out/2026/roll.pdf")).expect("the sheet");
    fs::remove_dir_all(workspace.path("data/2026")).expect("removed");
    workspace.write("data/2026", "a file in the way");
    assert_eq!(workspace.run(&["roll", "2024", "2026"]).code, 1);
    assert!(fs::read(workspace.path("out/2026/roll.pdf")).expect("the sheet") == sheet);
    // The sheet cannot be written: the data go again.
    workspace.write("out/2030", "a file in the way");
    assert_eq!(workspace.run(&["roll", "2024", "2030"]).code, 1);
    assert!(!workspace.path("data/2030").exists());
    // Every task was to be done once.
    let plan =
        read(&workspace, "data/2024/plan.yaml").replace("repeats: yearly", "repeats: once");
    workspace
        .write("data/2024/plan.yaml", plan.replace("repeats: anniversary", "repeats: once"));
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert!(run.code == 1 && run.err.contains("error[no-task-left]"), "{}", run.err);
}
