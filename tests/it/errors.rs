//! Every mistake a person can make in the data: told with its code and its place, all at once.

use std::fs;

use crate::workspace::Workspace;

pub(crate) const PLAN: &str = "data/2024/plan.yaml";
const AGENCIES: &str = "data/agencies.yaml";
const SETTINGS: &str = "data/settings.yaml";

/// A mistake: in this file this text becomes that, and the code, with the text underlined.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // Keys.
    (PLAN, "subject: C", "subjcet: C", "unknown-key", "subjcet"),
    (PLAN, "subject: C", "subjcet: C", "missing-key", "kind: plan"),
    (PLAN, "filing: VT, NV", "filing: VT\nfiling: NV", "duplicate-key", "filing"),
    (PLAN, "filing: VT, NV", "filing: ~", "empty-value", "~"),
    (PLAN, "filing: VT, NV", "filing:", "empty-value", "filing"),
    (PLAN, "filing: VT, NV", "filing: ' '", "empty-text", "' '"),
    (
        PLAN,
        "    quarter: 3\n    text: Thực",
        "    text: Thực",
        "missing-key",
        "id: inspection",
    ),
    (PLAN, "  unit_plans: 2024", "  unit_plan: 2024", "unknown-key", "unit_plan"),
    // Values.
    (PLAN, "kind: plan", "kind: paln", "unknown-kind", "paln"),
    (PLAN, "year: 2024", "year: 24", "invalid-value", "24"),
    (PLAN, "year: 2024", "year: 2023", "year-of-folder", "2023"),
    (PLAN, "year: 2024", "year: [2024]", "wrong-type", "[2024]"),
    (PLAN, "number: ~ ", "number: 5/KH ", "invalid-value", "5/KH"),
    (PLAN, "number: ~ ", "number: 0 ", "invalid-value", "0"),
    (PLAN, "date: 2024-01 ", "date: 2024-13 ", "impossible-date", "2024-13"),
    (PLAN, "date: 2023-12-28", "date: 2023-02-29", "impossible-date", "2023-02-29"),
    (PLAN, "date: 2023-12-28", "date: 28/12/2023", "invalid-value", "28/12/2023"),
    (PLAN, "unit_plans: 2024-01-15", "unit_plans: 2024-01", "invalid-value", "2024-01"),
    (
        PLAN,
        "unit_plans: 2024-01-15",
        "unit_plans: 2024-01-16",
        "deadline-not-told",
        "unit_plans: 2024-01-16",
    ),
    (PLAN, "repeats: once", "repeats: one", "unknown-word", "one"),
    (PLAN, "- id: next-plan", "- id: launch", "duplicate-id", "launch"),
    (PLAN, "- id: next-plan", "- id: Kế hoạch", "invalid-value", "Kế hoạch"),
    (PLAN, "- id: next-plan", "- id: ../../x", "invalid-value", "../../x"),
    (PLAN, "  - Phòng Nội vụ\n", "  - \"\"\n", "empty-text", "\"\""),
    (PLAN, "  - Phòng Nội vụ\n", "  - a: b\n", "text-as-map", "a: b"),
    (
        PLAN,
        "\"UBND các huyện: Văn Lãng, Tràng Định, Đình Lập, Lộc Bình\"",
        "UBND các huyện: Văn Lãng",
        "text-as-map",
        "UBND các huyện: Văn Lãng",
    ),
    (PLAN, "  - Phòng Nội vụ\n", "  - Phòng 😀 vụ\n", "unprintable-character", "😀"),
    (PLAN, "  - Phòng Nội vụ\n", "  - Phòng\u{200F} vụ\n", "invisible-character", "\u{200F}"),
    (PLAN, "  - Phòng Nội vụ\n", "  - *Phòng* Nội vụ\n", "anchor", "*Phòng* Nội vụ"),
    (PLAN, "  - Phòng Nội vụ\n", "  - !phong Nội vụ\n", "tag", "Nội vụ"),
    (
        PLAN,
        "    items:\n      - Tổng hợp, thẩm định hồ sơ và",
        "    text: a\n    items:\n      - Tổng hợp, thẩm định hồ sơ và",
        "text-and-items",
        "- Tổng hợp, thẩm định hồ sơ và khen thưởng thành tích năm 2023 cho các cơ quan, đơn vị;",
    ),
    (PLAN, "issuer: ubnd-huyen", "issuer: ubnd-huyn", "unknown-agency", "ubnd-huyn"),
    (
        PLAN,
        "issuer: ubnd-huyen",
        "issuer: co-quan-lien-quan",
        "no-letterhead",
        "co-quan-lien-quan",
    ),
    (PLAN, "signer: chu-tich", "signer: chu-tic", "unknown-signer", "chu-tic"),
    (PLAN, "filing: VT, NV", "filing: \"VT", "yaml", ""),
    (PLAN, "recipients:\n", "recipients: []\nx:\n", "empty-list", "[]"),
    // The shared files.
    (AGENCIES, "- id: hoi-dong-tdkt-huyen", "- id: ubnd-huyen", "duplicate-id", "ubnd-huyen"),
    (
        AGENCIES,
        "HUYỆN CAO LỘC]\n      symbol: UBND",
        "HUYỆN CAO LỘC]\n      symbol: Ubnd",
        "invalid-value",
        "Ubnd",
    ),
    (AGENCIES, "name: Nguyễn Duy Anh", "name: ~", "signer-without-name", "chu-tich"),
    (
        AGENCIES,
        "name: Nguyễn Duy Anh",
        "name: A\n        from: 2024-02-01",
        "signer-not-in-office",
        "chu-tich",
    ),
    (
        AGENCIES,
        "name: Nguyễn Duy Anh",
        "name: A\n        authority: Chủ tịch",
        "invalid-value",
        "Chủ tịch",
    ),
    (
        AGENCIES,
        "name: Nguyễn Duy Anh",
        "name: A\n        acting: maybe",
        "invalid-value",
        "maybe",
    ),
    (
        AGENCIES,
        "name: Nguyễn Duy Anh",
        "name: A\n      - {id: chu-tich, office: B, name: B}",
        "signers-overlap",
        "chu-tich",
    ),
    (
        AGENCIES,
        "name: Nguyễn Duy Anh",
        "name: A\n        from: 2024-02-01\n        until: 2024-01-01",
        "period-reversed",
        "2024-01-01",
    ),
    (
        AGENCIES,
        "until: 2025-06-30          #",
        "until: 2023-06-30 #",
        "agency-not-in-office",
        "ubnd-huyen",
    ),
    (SETTINGS, "body: 14 ", "body: 15 ", "out-of-range", "15"),
    (SETTINGS, "top: 20 ", "top: 19.9 ", "out-of-range", "19.9"),
    (SETTINGS, "indent: 12.7", "indent: 11", "not-allowed", "11"),
    (SETTINGS, "line_spacing: 1 ", "line_spacing: x ", "invalid-value", "x"),
    (SETTINGS, "bases: lines ", "bases: line ", "unknown-word", "line"),
];

/// The findings of `check --format json` as (code, file, underlined text).
fn findings(workspace: &Workspace) -> Vec<(String, String, String)> {
    let run = workspace.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out)
        .unwrap_or_else(|error| panic!("{error}: {} {}", run.out, run.err));
    assert_eq!(run.code, i32::from(report["errors"] != 0), "{}", run.out);
    let list = report["diagnostics"].as_array().expect("a list").clone();
    list.iter()
        .map(|found| {
            let place = &found["place"];
            let file = place["file"].as_str().unwrap_or_default().to_owned();
            let underlined =
                if file.is_empty() { String::new() } else { cut(workspace, place) };
            (found["code"].as_str().expect("a code").to_owned(), file, underlined)
        })
        .collect()
}

/// The text between line and column and end line and end column.
fn cut(workspace: &Workspace, place: &serde_json::Value) -> String {
    let bytes = fs::read(workspace.path(place["file"].as_str().expect("a file")));
    let text = String::from_utf8_lossy(&bytes.expect("is there")).into_owned();
    let number =
        |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
    let offset = |line: usize, column: usize| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let within: usize = text[start..].chars().take(column - 1).map(char::len_utf8).sum();
        start + within
    };
    let start = offset(number("line"), number("column"));
    text[start..offset(number("end_line"), number("end_column"))].to_owned()
}

#[test]
fn every_mistake_is_told_where_it_stands() {
    for (file, from, to, code, underlined) in CASES {
        let workspace = Workspace::new();
        workspace.replace(file, from, to);
        let found = findings(&workspace);
        let wanted = found
            .iter()
            .find(|(found, _, text)| found == code && (text == underlined || *code == "yaml"));
        assert!(wanted.is_some(), "{from} → {to}: no {code} at `{underlined}` in {found:#?}");
        // The building says the same in words, without a hole in any sentence.
        let run = workspace.run(&["build"]);
        assert!(run.err.contains(&format!("[{code}]")), "{}", run.err);
        assert!(!run.err.contains("{$") && !run.err.contains("{ $"), "{}", run.err);
        let warning_only = found.iter().all(|(code, ..)| code == "deadline-not-told");
        assert_eq!(run.code, i32::from(!warning_only), "{}", run.err);
        assert_eq!(workspace.path("out").exists(), warning_only, "{from} → {to}");
    }
}

#[test]
fn a_near_miss_is_suggested() {
    let suggestions = [
        (PLAN, "subject: C", "subjcet: C", "did you mean \"subject\"?"),
        (PLAN, "issuer: ubnd-huyen", "issuer: ubnd-huyn", "did you mean \"ubnd-huyen\"?"),
        (PLAN, "kind: plan", "kind: plna", "did you mean \"plan\"?"),
        (PLAN, "signer: chu-tich", "signer: chu-tic", "did you mean \"chu-tich\"?"),
        (PLAN, "repeats: once", "repeats: onec", "did you mean \"once\"?"),
    ];
    for (file, from, to, suggestion) in suggestions {
        let workspace = Workspace::new();
        workspace.replace(file, from, to);
        let run = workspace.run(&["check"]);
        assert!(run.err.contains(suggestion), "{suggestion} in {}", run.err);
    }
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once() {
    let workspace = Workspace::new();
    workspace.replace(SETTINGS, "body: 14 ", "body: 20 ");
    workspace.replace(
        AGENCIES,
        "HUYỆN CAO LỘC]\n      symbol: UBND",
        "HUYỆN CAO LỘC]\n      symbol: ''",
    );
    workspace.replace(PLAN, "date: 2023-12-28", "date: hôm qua");
    workspace.replace(
        PLAN,
        "- id: next-plan\n    quarter: 4",
        "- id: next-plan\n    quarter: 9",
    );
    workspace.replace(PLAN, "filing: VT, NV", "fling: VT, NV");
    workspace.write("data/2024/other.yaml", "kind: plan\nyear: 2024\nnothing: here\n");
    let found = findings(&workspace);
    for (code, file) in [
        ("out-of-range", SETTINGS),
        ("invalid-value", AGENCIES),
        ("invalid-value", PLAN),
        ("unknown-key", PLAN),
        ("missing-key", PLAN),
        ("unknown-key", "data/2024/other.yaml"),
        ("missing-key", "data/2024/other.yaml"),
    ] {
        assert!(
            found.iter().any(|(c, f, _)| c == code && f == file),
            "{code} in {file}: {found:#?}"
        );
    }
    // An agency whose entry has a slip is not called unknown on top of it.
    assert!(!found.iter().any(|(code, ..)| code == "unknown-agency"), "{found:#?}");
}

/// Runs `check` and expects one error of this code, in less than a second of the program's time.
#[track_caller]
pub(crate) fn refused(workspace: &Workspace, code: &str) {
    let start = std::time::Instant::now();
    let run = workspace.run(&["build"]);
    let taken = start.elapsed();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains(&format!("error[{code}]")), "{code} in {}", run.err);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    assert!(!workspace.path("out").exists(), "no output");
    // Generous on a busy machine; what is meant to be caught takes minutes or gigabytes.
    assert!(taken.as_secs_f64() < 5.0, "{taken:?}");
}

#[test]
fn what_is_no_sound_file_is_refused_at_once() {
    let bomb = (b'b'..=b'z').fold("a: &a [x]\n".to_owned(), |text, letter| {
        let (this, before) = (char::from(letter), char::from(letter - 1));
        format!("{text}{this}: &{this} [{}]\n", format!("*{before},").repeat(9))
    });
    let deep = format!("a: {}", "[".repeat(200_000));
    let nested: String = (0..500).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    let huge = "a".repeat(100 << 20);
    let many = format!("kind: plan\npurpose: [{}]", "x, ".repeat(801));
    let contents: [(&str, Vec<u8>); 9] = [
        ("anchor", bomb.into_bytes()),
        ("too-deep", nested.into_bytes()),
        ("too-large", huge.into_bytes()),
        ("too-much", many.into_bytes()),
        ("not-utf8", b"kind: plan\nsubject: \xff\xfe\n".to_vec()),
        ("empty-file", Vec::new()),
        ("empty-file", b"# nothing\n".to_vec()),
        ("several-documents", b"kind: plan\n---\nkind: plan\n".to_vec()),
        ("wrong-type", b"- a\n- b\n".to_vec()),
    ];
    for (code, content) in contents {
        let workspace = Workspace::new();
        workspace.write(PLAN, content);
        refused(&workspace, code);
    }
    let workspace = Workspace::new();
    workspace.write(PLAN, deep);
    let run = workspace.run(&["build"]);
    assert!(run.code == 1 && !run.err.contains("panicked"), "{}", run.err);
}

#[test]
fn one_mistake_does_not_hide_another() {
    let workspace = Workspace::new();
    workspace.replace(PLAN, "- id: next-plan\n    quarter: 4", "- id: launch\n    quarter: 9");
    workspace.replace(PLAN, "- id: closing\n", "- id: closing\n    agencys: x\n");
    workspace.replace(
        PLAN,
        "[hoi-dong-tdkt-huyen, phong-noi-vu]\n    repeats: yearly\n  - id: commend",
        "[hoi-dong, phong-noi-vu]\n    repeats: yearly\n  - id: commend",
    );
    workspace.replace(PLAN, "date: 2024-01 ", "date: tháng một ");
    workspace.replace(PLAN, "signer: chu-tich", "signer: chu-tch");
    let found = findings(&workspace);
    for (code, text) in [
        ("invalid-value", "9"),
        ("duplicate-id", "launch"),
        ("unknown-key", "agencys"),
        ("unknown-agency", "hoi-dong"),
        (
            "invalid-value",
            "tháng một        # ngày còn để trống: \"ngày      tháng 01 năm 2024\"",
        ),
        ("unknown-signer", "chu-tch"),
    ] {
        let told = found
            .iter()
            .any(|(c, _, t)| c == code && !t.is_empty() && text.starts_with(t.as_str()));
        assert!(told, "{code} at {text} in {found:#?}");
    }
    let workspace = Workspace::new();
    workspace.replace(PLAN, "kind: plan", "kidn: plan");
    assert!(workspace.run(&["check"]).err.contains("did you mean \"kind\"?"));
    // A slip in a signer, or in the whole file, is not told again in every paper.
    let workspace = Workspace::new();
    workspace.replace(
        AGENCIES,
        "        office: Chủ tịch\n        name: Nguyễn",
        "        ofice: Chủ tịch\n        name: Nguyễn",
    );
    let codes: Vec<String> = findings(&workspace).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, ["missing-key", "unknown-key"]);
    workspace.write(AGENCIES, "agencies: [\n");
    let codes: Vec<String> = findings(&workspace).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, ["yaml"]);
}

#[test]
fn two_chairmen_within_the_month_need_the_day() {
    let workspace = Workspace::new();
    let two = "name: Nguyễn Văn A\n        until: 2024-01-10\n      - id: chu-tich\n        \
               office: Chủ tịch\n        name: Trần Thị B\n        from: 2024-01-11";
    workspace.replace(AGENCIES, "name: Nguyễn Duy Anh", two);
    let run = workspace.run(&["build"]);
    assert!(run.code == 1 && run.err.contains("error[signer-ambiguous]"), "{}", run.err);
    workspace.replace(PLAN, "date: 2024-01 ", "date: 2024-01-12 ");
    workspace.plan(&[]).line("Trần Thị B");
}

#[test]
fn a_folder_or_nothing_where_a_file_should_be() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.path(PLAN)).expect("removed");
    fs::create_dir(workspace.path(PLAN)).expect("a folder");
    refused(&workspace, "not-a-file");
    let workspace = Workspace::new();
    fs::remove_file(workspace.path(AGENCIES)).expect("removed");
    refused(&workspace, "file-not-found");
    let workspace = Workspace::new();
    workspace.write("data/2024/plan.yml", fs::read(workspace.path(PLAN)).expect("is there"));
    refused(&workspace, "same-output");
}

#[test]
fn windows_files_are_read_too() {
    let workspace = Workspace::new();
    for file in [PLAN, AGENCIES, SETTINGS] {
        let text = fs::read_to_string(workspace.path(file)).expect("is there");
        workspace.write(file, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(workspace.plan(&[]).bytes, Workspace::new().plan(&[]).bytes);
}
