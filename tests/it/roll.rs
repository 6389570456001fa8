//! Next year's papers from this year's: what is written, what is asked, what is refused.

use std::fs;
use std::path::Path;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

pub(crate) const PLAN: &str = "data/2025/plan.yaml";

/// The repository's data of 2024, with legal acts and commemorations.
pub(crate) fn office() -> Workspace {
    let workspace = Workspace::of_office();
    for file in [
        "calendar.yaml",
        "legal.yaml",
        "2024/overview.yaml",
        "2024/launches/phong-trao-nam.yaml",
        "2024/launches/hoang-van-thu.yaml",
    ] {
        let from = repository().join("data").join(file);
        workspace.write(&format!("data/{file}"), fs::read_to_string(from).expect("there"));
    }
    workspace
}

pub(crate) fn read(workspace: &Workspace, name: &str) -> String {
    fs::read_to_string(workspace.path(name)).expect("there")
}

/// All files below a folder by their paths in it.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy();
                found.push((name.into_owned(), fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    found.sort();
    found
}

/// The lines that two texts do not share, `-` old and `+` new.
fn changed(old: &str, new: &str) -> Vec<String> {
    let without = |one: &str, other: &str, sign: char| -> Vec<String> {
        let other: Vec<&str> = other.lines().collect();
        one.lines()
            .filter(|line| !other.contains(line))
            .map(|line| format!("{sign}{line}"))
            .collect()
    };
    [without(old, new, '-'), without(new, old, '+')].concat()
}

#[test]
fn the_roll_of_2024_is_the_2025_of_the_repository() {
    let workspace = office();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("37 files made in data/2025"), "{}", run.err);
    let (made, kept) =
        (files(&workspace.path("data/2025")), files(&repository().join("data/2025")));
    assert_eq!(made.len(), kept.len());
    for (made, kept) in made.iter().zip(&kept) {
        assert_eq!(made, kept, "data/2025/{}", made.0);
    }
    // The same bytes again, the sheet's too.
    let sheet = fs::read(workspace.path("out/2025/roll.pdf")).expect("the sheet");
    fs::remove_dir_all(workspace.path("data/2025")).expect("removed");
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    assert_eq!(files(&workspace.path("data/2025")), kept);
    assert!(fs::read(workspace.path("out/2025/roll.pdf")).expect("the sheet") == sheet);
}

/// What the issue says of the 2024 plan, line by line, and nothing else.
#[test]
fn the_plan_of_2025_differs_where_it_must_and_nowhere_else() {
    let workspace = office();
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let (old, new) = (read(&workspace, "data/2024/plan.yaml"), read(&workspace, PLAN));
    for line in [
        "subject: Công tác thi đua, khen thưởng năm 2025",
        "date: 2025-01        # ngày còn để trống: \"ngày      tháng 01 năm …\"",
        "implements:\n  type: Kế hoạch\n  number: 241/KH-UBND\n  date: 2023-12-28\n",
        "Tổ chức Hội nghị tổng kết phong trào thi đua, công tác khen thưởng năm 2024 và triển khai nhiệm vụ năm 2025 trên địa bàn huyện",
        "thành tích năm học 2024 - 2025 của ngành",
        "Sơ kết công tác TĐKT 6 tháng đầu năm 2025",
        "tổng kết công tác TĐKT năm 2025, triển khai nhiệm vụ công tác năm 2026",
        "text: Ban hành Kế hoạch công tác TĐKT năm 2026",
        "trước ngày **15/01/2025** để",
        "unit_plans: 2025-01-15",
        "kỷ niệm 115 năm ngày sinh đồng chí Hoàng Văn Thụ",
        "  - at: tasks.launch-hoang-van-thu",
        "  - at: tasks.conclude-hoang-van-thu",
        "      - \"Phát động phong trào thi đua kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)\"",
        "      - \"Tổng kết phong trào thi đua kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)\"",
    ] {
        let line = line.replace("Sơ kết công tác", "sơ kết công tác");
        assert!(new.to_lowercase().contains(&line.to_lowercase()), "{line}");
    }
    for gone in ["năm 2023", "directive-30", "30-CT/TU"] {
        assert!(!new.contains(gone), "{gone}");
    }
    let questions = new.find("\nquestions:").expect("there are some");
    assert_eq!(new[questions..].matches("  - at: ").count(), 3, "implements, tasks 9 and 16");
    // Line by line: a changed line differs in years only.
    let lines = changed(&old, &new[..questions]);
    let (gone, came): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.starts_with('-'));
    let shape = |line: &String| -> String {
        line[1..].chars().filter(|c| !c.is_ascii_digit()).collect()
    };
    let came_shapes: Vec<String> = came.iter().map(|line| shape(line)).collect();
    let lost: Vec<_> = gone
        .iter()
        .filter(|line| !came_shapes.contains(&shape(line)))
        .collect();
    // What lost its line altogether: task 15, the slips of tasks 9 and 16 with their correction (which is the new
    // text), that the old plan was signed as the chairman's own, and that it wrote its bases as a sentence.
    assert_eq!(lost.len(), 4 + 2 * 2 + 1 + 1, "{lost:#?}");
    assert!(lost.iter().any(|line| line.starts_with("-competence: head")));
    let kept = |line: &str| lines.iter().all(|other| &other[1..] != line);
    assert!(kept("number: ~            # văn thư ghi khi ban hành: \"Số:        /KH-UBND\""));
}

#[test]
fn the_sheet_tells_old_new_and_why() {
    let workspace = office();
    let run = workspace.run(&["roll", "2024", "2025", "--lang", "vi"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let sheet = Paper::read(&workspace.path("out/2025/roll.pdf"));
    let letters = sheet.letters();
    for part in [
        "PHIẾURÀSOÁT",
        "Kếhoạchnăm2025lậptừkếhoạchnăm2024",
        "Đãchuyểnnămtheonămcủakếhoạchmới.",
        "Báocáotổngkết10nămthựchiệnChỉthị",
        "Nhiệmvụchỉlàmmộtlần",
        "100nămngàyBáochíCáchmạngViệtNam",
    ] {
        assert!(letters.contains(part), "{part}");
    }
    assert!(run.err.contains("60 câu hỏi cần trả lời"), "{}", run.err);
    // Nothing stands there that only the data know: no words, no ids, no marks, no days of theirs.
    for word in ["Vịtrí", "15/01/2024", "15/01/2025", "tháng01/2025", "Nhiệmvụ16“"] {
        assert!(letters.contains(word), "{word}");
    }
    for word in
        ["*", "2024-01", "2025-01", "competence", "collective", "directive-30", "repeats"]
    {
        assert!(!letters.contains(word), "{word}");
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_half_written() {
    let workspace = office();
    workspace.write(PLAN, "kind: plan\n");
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[would-overwrite]: data/2025/plan.yaml"), "{}", run.err);
    assert_eq!(files(&workspace.path("data/2025")).len(), 1);
    assert!(!workspace.path("out/2025/roll.pdf").exists());
    // Another file of the year is no obstacle.
    fs::remove_file(workspace.path(PLAN)).expect("removed");
    workspace.write("data/2025/notes.txt", "ghi chú");
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    assert_eq!(files(&workspace.path("data/2025")).len(), 38);
    // A paper with mistakes is not rolled, nor are the others.
    let workspace = office();
    workspace.replace(
        "data/2024/plan.yaml",
        "quarter: 3\n    text: Thực",
        "quarter: 7\n    text: Thực",
    );
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert!(run.code == 1 && run.err.contains("No file was written"), "{}", run.err);
    assert!(!workspace.path("data/2025").exists());
    for (words, told) in [
        (["roll", "2024", "2024"], "the two years must differ"),
        (["roll", "2024", "next"], "next"),
    ] {
        let run = workspace.run(&words);
        assert!(run.code == 2 && run.err.contains(told), "{}", run.err);
    }
    assert_eq!(workspace.run(&["roll", "2019", "2020"]).code, 1);
}

/// Whether a part of a paper that is asked about holds some letters.
fn is_asked(blocks: &str, letters: &str) -> bool {
    fn walk(value: &serde_json::Value, letters: &str) -> bool {
        match value {
            serde_json::Value::Array(items) => items.iter().any(|item| walk(item, letters)),
            serde_json::Value::Object(map) => {
                let text = map.get("text").and_then(serde_json::Value::as_str);
                let asked = map.get("asked").and_then(serde_json::Value::as_bool);
                // Names have hard spaces.
                let text = text.map(|text| text.replace('\u{a0}', " "));
                let is_it =
                    asked == Some(true) && text.is_some_and(|text| text.contains(letters));
                is_it || map.values().any(|item| walk(item, letters))
            }
            _ => false,
        }
    }
    walk(&serde_json::from_str(blocks).expect("JSON"), letters)
}

#[test]
fn a_plan_with_open_questions_is_made_as_a_draft_only() {
    let workspace = office();
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let run = workspace.run(&["build", PLAN]);
    assert_eq!(run.code, 1);
    assert_eq!(run.err.matches("error[open-question]").count(), 3, "{}", run.err);
    assert!(
        run.err.contains(
            "for example: Phát động phong trào thi đua kỷ niệm 95 năm Ngày thành lập Đảng"
        ),
        "{}",
        run.err
    );
    assert_eq!(workspace.run(&["build", PLAN, "--draft"]).code, 0);
    let draft = Paper::read(&workspace.path("out/draft/2025/plan.pdf"));
    draft.line("241/KH-UBND");
    // What is asked about is shown so, with what it says.
    let words = ["build", PLAN, "--draft", "--format", "json"];
    assert_eq!(workspace.run(&words).code, 0);
    let blocks = read(&workspace, "out/draft/2025/plan.json");
    assert!(is_asked(&blocks, "241/KH-UBND") && !is_asked(&blocks, "Căn cứ"), "{blocks}");
    // Answered, it is made.
    let text = read(&workspace, PLAN);
    let answered = text[..text.find("\n# vanthu roll: câu hỏi").expect("asked")]
        .replace("number: 241/KH-UBND", "number: 250/KH-UBND")
        .replace(
            "date: 2023-12-28\n",
            "date: 2024-12-30\n  subject: Công tác thi đua năm 2025\n",
        );
    workspace.write(PLAN, answered);
    let run = workspace.run(&["build", PLAN]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(workspace.run(&["check", PLAN]).out.trim(), "1 document, no errors.");
}

#[test]
fn what_was_left_over_is_found() {
    let workspace = office();
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    workspace.replace(
        PLAN,
        "kiểm tra công tác TĐKT năm 2025\n",
        "kiểm tra công tác TĐKT năm 2024\n",
    );
    workspace.replace(PLAN, "unit_plans: 2025-01-15", "unit_plans: 2024-01-15");
    workspace.replace(PLAN, "trước ngày **15/01/2025**", "trước ngày **15/01/2024**");
    let run = workspace.run(&["check", PLAN]);
    assert_eq!(
        run.err
            .matches("warning[left-over]: left over from last year: \"2024\"")
            .count(),
        2
    );
    assert!(run.err.contains("warning[same-as-last-year]: \"deadlines\""), "{}", run.err);
    // A build is not held up by it.
    assert!(!workspace.run(&["build", PLAN]).err.contains("left-over"));
}

/// Ten years on, each from the last, with nobody answering.
#[test]
fn rolling_on_never_leaves_a_wrong_year() {
    let workspace = Workspace::new().lasting();
    for year in 2024..2034_u16 {
        let (from, to) = (year.to_string(), (year + 1).to_string());
        let run = workspace.run(&["roll", &from, &to]);
        assert_eq!(run.code, 0, "{year}: {}", run.err);
    }
    let first = read(&workspace, "data/2024/plan.yaml");
    let last = read(&workspace, "data/2034/plan.yaml");
    let body = &last[..last.find("\n# vanthu roll: câu hỏi").expect("asked")];
    assert_eq!(last.matches("\nquestions:").count(), 1);
    assert_eq!(last.matches("# vanthu roll:").count(), 2);
    // Every year of the first plan that was shifted stands ten years later; what was dropped,
    // emptied or asked about aside.
    let years = |text: &str| -> Vec<i32> {
        let digits = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
        text.lines()
            .filter(|line| !line.trim_start().starts_with('#') && !line.contains("date: 2023"))
            .flat_map(|line| line.split([' ', '/', '-', '*', ';', ',']))
            .map(digits)
            .filter(|word| word.len() == 4)
            .filter_map(|word| word.parse().ok())
            .collect()
    };
    let wanted: Vec<i32> = years(&first).iter().map(|year| year + 10).collect();
    assert_eq!(years(body), wanted);
    // And back again.
    fs::remove_dir_all(workspace.path("data/2024")).expect("removed");
    assert_eq!(workspace.run(&["roll", "2034", "2024"]).code, 0);
    let back = read(&workspace, "data/2024/plan.yaml");
    let body = &back[..back.find("\n# vanthu roll: câu hỏi").expect("asked")];
    assert_eq!(years(body), years(&first));
}

#[test]
fn a_day_off_is_pointed_out() {
    let workspace = office().lasting();
    let run = workspace.run(&["roll", "2024", "2028"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("15/01/2028 falls on Saturday"), "{}", run.err);
}

#[test]
fn the_difference_of_two_plans_is_told_task_by_task() {
    let workspace = office();
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    workspace.replace(
        PLAN,
        "  - id: training\n    quarter: 2",
        "  - id: training\n    quarter: 3",
    );
    workspace.replace(PLAN, "  - id: next-plan", "  - id: next-plan-draft");
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for line in [
        "~ Subject: Công tác thi đua, khen thưởng năm [-2024-] {+2025+}",
        "“Tổ chức lớp bồi dưỡng nghiệp vụ công…”: quarter II → quarter III",
        "+ Task 18 “Ban hành Kế hoạch công tác TĐKT năm…” (quarter IV): Ban hành Kế hoạch công tác TĐKT năm 2026",
        "- Task 19 “Ban hành Kế hoạch công tác TĐKT năm…” (quarter IV): Ban hành Kế hoạch công tác TĐKT năm 2025",
        "- Task 15 “Báo cáo tổng kết 10 năm thực hiện…” (quarter III): Báo cáo tổng kết 10 năm",
    ] {
        assert!(run.out.contains(line), "{line} in\n{}", run.out);
    }
    // What was a slip in the issued plan is none in the new one.
    assert_eq!(run.out.matches("115 {+năm+} ngày sinh").count(), 2, "{}", run.out);
    let json = workspace.run(&["diff", "2024", "2025", "--format", "json"]).out;
    assert!(
        json.contains("\"at\": \"tasks.training\"") && json.contains("\"kind\": \"moved\"")
    );
    assert_eq!(workspace.run(&["diff", "2024", "2025", "--format", "pdf"]).code, 0);
    let sheet = Paper::read(&workspace.path("out/2025/diff.pdf"));
    assert!(sheet.letters().contains("SOSÁNHKẾHOẠCH"));
    let run = workspace.run(&["diff", "2024", "2026"]);
    assert!(run.code == 1 && run.err.contains("error[no-plan-of-year]"), "{}", run.err);
}

#[test]
fn acts_and_agencies_must_be_in_force_at_the_date() {
    let workspace = office();
    let plan = "data/2024/plan.yaml";
    workspace.replace(
        plan,
        "  - Luật Thi đua, khen thưởng và các",
        "  - Luật Thi đua, khen thưởng năm 2003\n  - Nghị định số 98/2023/NĐ-CP\n  - Luật Thi đua, khen thưởng và các",
    );
    let run = workspace.run(&["check", plan]);
    assert!(
        run.err.contains(
            "warning[act-not-in-force]: Luật Thi đua, khen thưởng (số 15/2003/QH11)"
        )
    );
    assert_eq!(run.err.matches("act-not-in-force").count(), 1, "{}", run.err);
    workspace.replace(plan, "date: 2024-01 ", "date: 2025-07 ");
    let run = workspace.run(&["check", plan]);
    assert_eq!(run.code, 1, "an agency that is gone issues nothing: {}", run.err);
    for part in [
        "Nghị định số 98/2023/NĐ-CP is not in force",
        "what replaced it: Nghị định số 152/2025/NĐ-CP",
        "error[agency-not-in-office]: Ủy ban nhân dân huyện Cao Lộc",
        "warning[agency-not-in-office]: Phòng Nội vụ",
        "what took over: UBND cấp xã",
    ] {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
}

#[test]
fn a_launch_keeps_its_commemorations_and_asks() {
    let workspace = office();
    let launch = "data/2024/launches/hoang-van-thu.yaml";
    workspace.replace(launch, "dien-bien-phu,", "{id: dien-bien-phu, years: 70},");
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let new = read(&workspace, "data/2025/launches/hoang-van-thu.yaml");
    for line in [
        "commemorations: [sinh-hoang-van-thu, {id: dien-bien-phu, years: 70}, quan-doi-nhan-dan, quoc-phong-toan-dan]\n",
        "  - at: commemorations\n",
        "UBND huyện Cao Lộc phát động phong trào thi đua chào mừng kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025), với các nội dung sau - commemorations: [thanh-lap-dang]\"\n",
    ] {
        assert!(new.contains(line), "{line} in {new}");
    }
    // Days of the old year keep no draft back, and are shown in question.
    let file = "data/2025/launches/hoang-van-thu.yaml";
    let run = workspace.run(&["build", file, "--draft", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[commemoration-contradicts]"), "{}", run.err);
    let blocks = read(&workspace, "out/draft/2025/launches/hoang-van-thu/cum-phong-ban.json");
    assert!(is_asked(&blocks, "Chiến thắng Điện Biên Phủ"), "{blocks}");
    assert!(!is_asked(&blocks, "cán bộ, công chức"), "{blocks}");
    // Decided on, they are held against the calendar again.
    let decided = new[..new.find("\n# vanthu roll: câu hỏi").expect("asked")].to_owned();
    workspace.write(file, decided);
    let run = workspace.run(&["build", file, "--draft"]);
    assert!(
        run.code == 1 && run.err.contains("error[commemoration-contradicts]"),
        "{}",
        run.err
    );
}

#[test]
fn a_plan_that_came_late_follows() {
    let workspace = office();
    let late = "data/2024/units/xa-tan-lien.yaml";
    let text = read(&workspace, late);
    fs::remove_file(workspace.path(late)).expect("removed");
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let sheet = fs::read(workspace.path("out/2025/roll.pdf")).expect("the sheet");
    let plan = read(&workspace, PLAN);
    workspace.write(late, text);
    let new = "data/2025/units/xa-tan-lien.yaml";
    for named in [
        "units/xa-tan-lien",
        "units/xa-tan-lien.yaml",
        "2024/units/xa-tan-lien",
        "data/2024/units/xa-tan-lien.yaml",
    ] {
        let run = workspace.run(&["roll", "2024", "2025", named]);
        assert_eq!(run.code, 0, "{named}: {}", run.err);
        assert!(run.err.contains("1 file made"), "{}", run.err);
        assert!(run.err.contains("out/2025/roll/units-xa-tan-lien.pdf"), "{}", run.err);
        assert!(workspace.path("out/2025/roll/units-xa-tan-lien.pdf").exists());
        // It never takes the place of what is there.
        let again = workspace.run(&["roll", "2024", "2025", named]);
        assert!(
            again.code == 1 && again.err.contains("error[would-overwrite]"),
            "{}",
            again.err
        );
        assert!(read(&workspace, new).contains("year: 2025"));
        fs::remove_file(workspace.path(new)).expect("removed");
    }
    assert!(fs::read(workspace.path("out/2025/roll.pdf")).expect("the sheet") == sheet);
    assert_eq!(read(&workspace, PLAN), plan);
    // What is none is told, with what is near.
    let run = workspace.run(&["roll", "2024", "2025", "units/xa-tan-lin"]);
    assert!(run.code == 1 && run.err.contains("error[no-such-document]"), "{}", run.err);
    assert!(run.err.contains("did you mean units/xa-tan-lien"), "{}", run.err);
    workspace.copy("data/2024/reports/year.yaml");
    let run = workspace.run(&["roll", "2024", "2025", "reports/year"]);
    assert!(run.code == 1 && run.err.contains("[not-rolled]"), "{}", run.err);
}

#[test]
fn papers_of_agencies_that_are_gone_are_named_and_not_made() {
    let workspace = office();
    let run = workspace.run(&["roll", "2024", "2026"]);
    assert_eq!(run.code, 1, "{}", run.err);
    for part in [
        "data/2024/plan.yaml is not rolled: Ủy ban nhân dân huyện Cao Lộc",
        "what took over: UBND cấp xã",
        "data/2024/units/phong-noi-vu.yaml is not rolled",
        "No file was made",
    ] {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
    assert!(!workspace.path("data/2026").exists() && !workspace.path("out/2026").exists());
    // A paper of a month in which the district is no more is left out of the year, and stands on the sheet.
    let launch = "data/2024/launches/hoang-van-thu.yaml";
    workspace.replace(launch, "date: 2024-04\n", "date: 2024-10\n");
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err
            .contains("data/2024/launches/hoang-van-thu.yaml is not rolled"),
        "{}",
        run.err
    );
    assert!(!workspace.path("data/2025/launches/hoang-van-thu.yaml").exists());
    let letters = Paper::read(&workspace.path("out/2025/roll.pdf"))
        .letters()
        .to_lowercase();
    for part in ["cơquanbanhànhkhôngcònhoạtđộng", "ubndcấpxã"] {
        assert!(letters.contains(part), "{part}");
    }
}

/// Of every form the repository has a paper. What is left to be done in next year's is told: questions that a person answers,
/// what was emptied because it is of the year, and lists that are still to come.
#[test]
fn a_paper_of_every_form_rolls_into_one_that_builds() {
    // Of agencies that have ended no papers are made.
    let workspace = crate::desk::repository_copy().lasting();
    fs::remove_dir_all(workspace.path("data/2025")).expect("the papers of 2025");
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = workspace.run(&["build", "2025", "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let drafts = crate::desk::pdfs(&workspace, "out/draft/2025");
    for kind in [
        "decisions",
        "documents",
        "guidance",
        "invitations",
        "launches",
        "letters",
        "notices",
        "programs",
        "proposals",
        "units",
        "work-plans",
    ] {
        let is_there = drafts
            .iter()
            .any(|(path, _)| path.contains(&format!("/2025/{kind}/")));
        assert!(is_there, "a draft of {kind}");
    }
    // As final papers they lack what only a person knows, and nothing else.
    let run = workspace.run(&["check", "2025"]);
    let codes: std::collections::BTreeSet<&str> = run
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("error[")?.split_once(']'))
        .map(|(code, _)| code)
        .collect();
    let open = [
        "empty-value",
        "open-question",
        "table-missing",
        "picture-missing",
        "unit-plans-broken",
    ];
    let other: Vec<&&str> = codes.iter().filter(|code| !open.contains(code)).collect();
    assert!(other.is_empty(), "{other:?}: {}", run.err);
}
