//! The forms that the emulation office uses for the tasks of its plan, each with its samples.

use std::fs;

use crate::desk::repository_copy;
use crate::page::{Line, MM, Paper};
use crate::report_decree::is_appendix;
use crate::workspace::{Workspace, repository};

/// The samples by folder, with the title of their type and what their symbol ends with.
const KINDS: [(&str, &str, &str); 6] = [
    ("notices", "THÔNG BÁO", "/TB-UBND"),
    ("work-plans", "KẾ HOẠCH", "/KH-UBND"),
    ("programs", "CHƯƠNG TRÌNH", "/CTr-UBND"),
    ("guidance", "HƯỚNG DẪN", "/HD-UBND"),
    ("free-reports", "BÁO CÁO", "/BC-UBND"),
    ("documents", "PHƯƠNG ÁN", "/PA-UBND"),
];

/// The names of the samples in a folder.
fn samples(folder: &str) -> Vec<String> {
    let path = repository().join("data/2024").join(folder);
    let files = fs::read_dir(path).expect("the samples").flatten();
    let name = |entry: fs::DirEntry| {
        let path = entry.path();
        path.file_stem().expect("a name").to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = files.map(name).collect();
    names.sort();
    names
}

/// The plan of the office, and some samples.
fn with_samples(folders: &[&str]) -> Workspace {
    let workspace = Workspace::of_office();
    workspace.copy("data/calendar.yaml");
    workspace.copy("data/2024/pictures/so-do-hoi-truong.png");
    for folder in folders {
        for name in samples(folder) {
            workspace.copy(&format!("data/2024/{folder}/{name}.yaml"));
        }
    }
    workspace
}

fn built(workspace: &Workspace, path: &str) -> Paper {
    Paper::read(&workspace.path(&format!("out/2024/{path}.pdf")))
}

/// The lines that begin at the indent of paragraphs.
fn indented<'p>(paper: &'p Paper, text: &str) -> Vec<&'p Line> {
    let begins =
        |line: &&Line| line.text.starts_with(text) && (line.x - 42.7 * MM).abs() < 1.0;
    paper.lines().map(|(_, line)| line).filter(begins).collect()
}

#[test]
fn each_kind_has_its_title_its_symbol_and_its_end() {
    for (folder, title, symbol) in KINDS {
        let workspace = with_samples(&[folder]);
        let run = workspace.run(&["build", &format!("2024/{folder}")]);
        let names = samples(folder);
        assert_eq!((run.code, run.out.lines().count()), (0, names.len()), "{}", run.err);
        for name in names {
            let paper = built(&workspace, &format!("{folder}/{name}"));
            let page = &paper.pages[0];
            let title = page.lines.iter().find(|line| line.text.contains(title));
            let title = title.unwrap_or_else(|| panic!("{name}: no title"));
            assert!(title.bold && (title.size - 14.0).abs() < 0.1, "{name}");
            assert!(page.lines.iter().any(|line| line.text.ends_with(symbol)), "{name}");
            // The text ends once, above "Nơi nhận"; so does that of an appendix.
            let own = paper.pages.iter().take_while(|page| !is_appendix(page));
            let ends = own
                .flat_map(|page| &page.lines)
                .filter(|line| line.text.contains("./."));
            assert_eq!(ends.count(), 1, "{name}");
            assert!(!paper.letters().contains("V/v"), "{name}");
            let is_addressed = paper.letters().contains("Kínhgửi:");
            assert_eq!(is_addressed, folder == "free-reports", "{name}");
            assert_eq!(paper.letters().contains("-Nhưtrên;"), is_addressed, "{name}");
        }
    }
}

#[test]
fn letters_have_their_matter_and_their_addressees() {
    let workspace = with_samples(&["letters"]);
    let run = workspace.run(&["build", "2024/letters"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for name in samples("letters") {
        let is_for_units = name == "tong-ket-nam";
        let copy = if is_for_units { "/xa-gia-cat" } else { "" };
        let path = format!("letters/{name}{copy}");
        let paper = built(&workspace, &path);
        let (_, number) = paper.line("/UBND-NV");
        let (_, matter) = paper.line("V/v ");
        assert!(matter.y > number.y && !matter.bold && !matter.italic, "{name}");
        let (_, to) = paper.line("Kính gửi:");
        assert!(to.y > matter.y, "{name}");
        let letters = paper.letters();
        assert!(letters.contains("-Nhưtrên;"), "{name}");
        assert_eq!(letters.matches("./.").count(), 1, "{name}");
    }
    // Of one for all units there is a copy for each, addressed to it.
    let letters = built(&workspace, "letters/tong-ket-nam/xa-gia-cat").letters();
    for part in ["Kínhgửi:UBNDxãGiaCát", "đềnghịUBNDxãGiaCátthựchiện"] {
        assert!(letters.contains(part), "{part}: {letters}");
    }
}

/// Ô 6: each basis on a line of its own, italic, with its end mark.
#[test]
fn bases_stand_in_lines() {
    let workspace = with_samples(&["guidance"]);
    assert_eq!(workspace.run(&["build", "2024/guidance"]).code, 0);
    let paper = built(&workspace, "guidance/tong-ket");
    let bases = indented(&paper, "Căn cứ ");
    assert!(bases.len() == 2 && bases.iter().all(|line| line.italic), "{bases:?}");
    let letters = paper.letters();
    assert!(letters.contains("thihành;CăncứKếhoạch"), "{letters}");
    assert!(letters.contains("củaUBNDhuyệnCaoLộc.UBNDhuyệnCaoLộchướngdẫn"), "{letters}");
    // What a text refers to is named by its place.
    assert!(letters.contains("bìnhxéttheokhoản2MụcI"), "{letters}");
}

/// The sections behind the text of a work plan go on in its numbers, and the text ends where the paper does.
#[test]
fn a_work_plan_numbers_its_sections_through() {
    let workspace = with_samples(&["work-plans"]);
    let path = "data/2024/work-plans/kiem-tra.yaml";
    let build = || {
        let run = workspace.run(&["build", path]);
        assert_eq!(run.code, 0, "{}", run.err);
        built(&workspace, "work-plans/kiem-tra")
    };
    let paper = build();
    for title in [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG, ĐỐI TƯỢNG, THỜI GIAN",
        "III. TIẾN ĐỘ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
    ] {
        assert!(paper.line(title).1.bold, "{title}");
    }
    assert_eq!(
        paper.row("Thông báo kết quả kiểm tra"),
        "3 Tháng 9/2024 Thông báo kết quả kiểm tra UBND huyện"
    );
    assert!(paper.letters().contains("2.GiaoPhòngNộivụlà"), "the last arrangement ends it");
    assert!(paper.letters().contains("thôngbáokếtquảkiểmtra./."));
    // Without arrangements, and with last words, these end it.
    let text = fs::read_to_string(workspace.path(path)).expect("the plan");
    let (before, rest) = text.split_once("arrangements:").expect("there");
    let (_, after) = rest.split_once("recipients:").expect("there");
    workspace.write(path, format!("{before}closing: Yêu cầu thực hiện\nrecipients:{after}"));
    let paper = build();
    assert!(paper.letters().contains("Yêucầuthựchiện./."));
    assert!(!paper.letters().contains("TỔCHỨCTHỰCHIỆN"));
    // A schedule in which nobody is named has no column for it.
    let text = fs::read_to_string(workspace.path(path)).expect("the plan");
    let without = |line: &str| match line.split_once(", by: ") {
        Some((before, _)) => format!("{before}}}\n"),
        None => format!("{line}\n"),
    };
    workspace.write(path, text.lines().map(without).collect::<String>());
    assert_eq!(
        build().row("Thông báo kết quả kiểm tra"),
        "3 Tháng 9/2024 Thông báo kết quả kiểm tra"
    );
}

#[test]
fn a_text_alone_ends_the_paper() {
    let workspace = with_samples(&["documents"]);
    let path = "data/2024/documents/phuong-an-phuc-vu-hoi-nghi.yaml";
    workspace.without(path, "closing");
    let run = workspace.run(&["build", path]);
    assert_eq!(run.code, 0, "{}", run.err);
    let letters = built(&workspace, "documents/phuong-an-phuc-vu-hoi-nghi").letters();
    assert!(letters.contains("trướcphầntraothưởng./."), "{letters}");
}

/// Every type of Appendix III, and official letters.
#[test]
fn a_document_is_of_any_type_of_the_decree() {
    let workspace = with_samples(&["documents"]);
    let path = "data/2024/documents/phuong-an-phuc-vu-hoi-nghi.yaml";
    for (named, keys, symbol, title) in [
        ("Thông cáo", "", "/TC-UBND", "THÔNG CÁO"),
        ("Quy chế", "", "/QC-UBND", "QUY CHẾ"),
        ("Tờ trình", "to: Thường trực Huyện ủy\n", "/TTr-UBND", "TỜ TRÌNH"),
        ("Công văn", "drafter: NV\nto: Thường trực Huyện ủy\n", "/UBND-NV", "V/v phục vụ"),
    ] {
        let text = fs::read_to_string(repository().join(path)).expect("the document");
        let text = text.replace("type: Phương án ", &format!("type: {named} "));
        workspace.write(path, text.replace("opening:", &format!("{keys}opening:")));
        let run = workspace.run(&["build", path]);
        assert_eq!(run.code, 0, "{named}: {}", run.err);
        let paper = built(&workspace, "documents/phuong-an-phuc-vu-hoi-nghi");
        let mut lines = paper.pages[0].lines.iter();
        assert!(lines.any(|line| line.text.ends_with(symbol)), "{named}");
        assert!(paper.lines().any(|(_, line)| line.text.starts_with(title)), "{named}");
        let is_addressed = paper.letters().contains("Kínhgửi:ThườngtrựcHuyệnủy");
        assert_eq!(is_addressed, !keys.is_empty(), "{named}");
    }
    workspace.replace(path, "type: Công văn ", "type: Công thư ");
    let run = workspace.run(&["check", path]);
    assert!(run.code == 1 && run.err.contains("Công thư"), "{}", run.err);
}

/// A draft shows what is not there yet, in every kind.
#[test]
fn a_draft_shows_what_is_missing() {
    for (path, key, shown) in [
        ("notices/ket-qua-kiem-tra", "body:", "[Nội dung]"),
        ("programs/hoi-nghi-tong-ket", "closing:", "[Kết luận]"),
    ] {
        let workspace = with_samples(&[path.split_once('/').expect("a folder").0]);
        let file = format!("data/2024/{path}.yaml");
        let text = fs::read_to_string(workspace.path(&file)).expect("the sample");
        let (before, rest) = text.split_once(&format!("\n{key}")).expect("the key");
        let next = ["\nclosing:", "\nrecipients:"];
        let at = next
            .iter()
            .filter_map(|next| rest.find(next))
            .min()
            .expect("what follows");
        workspace.write(&file, format!("{before}{}", &rest[at..]));
        assert_eq!(workspace.run(&["build", &file]).code, 1, "{path}");
        let run = workspace.run(&["build", "--draft", &file]);
        assert_eq!(run.code, 0, "{}", run.err);
        let paper = Paper::read(&workspace.path(&format!("out/draft/2024/{path}.pdf")));
        assert!(paper.lines().any(|(_, line)| line.text.contains(shown)), "{path}");
    }
}

#[test]
fn the_samples_have_nothing_to_say_about() {
    let workspace = repository_copy();
    let mut folders: Vec<&str> = KINDS.iter().map(|(folder, ..)| *folder).collect();
    folders.push("letters");
    for folder in folders {
        let run = workspace.run(&["check", &format!("2024/{folder}")]);
        assert_eq!(run.code, 0, "{folder}: {}", run.err);
        assert!(!run.err.contains("warning["), "{folder}: {}", run.err);
    }
}

/// Next year's papers: times move on, hours and heads of clusters are the year's own, what was found is asked about. A report
/// tells what was, and is written anew.
#[test]
fn the_samples_roll() {
    let folders = ["letters", "notices", "work-plans", "programs", "guidance", "documents"];
    let workspace = with_samples(&[&folders[..], &["free-reports"]].concat()).lasting();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!workspace.path("data/2025/free-reports").exists(), "{}", run.err);
    let read = |name: &str| {
        fs::read_to_string(workspace.path(&format!("data/2025/{name}.yaml"))).expect("rolled")
    };
    for (name, line) in [
        ("letters/cham-diem-cum", "subject: Gửi kết quả tự chấm điểm thi đua năm 2024"),
        (
            "letters/tong-ket-nam",
            "subject: Tổng kết công tác thi đua, khen thưởng năm 2025, triển khai nhiệm vụ năm 2026",
        ),
        ("notices/truong-cum", "    head: ~"),
        ("notices/truong-cum", "    deputy: ~"),
        (
            "work-plans/kiem-tra",
            "  - {time: Tháng 6/2025, content: Thành lập Đoàn kiểm tra; gửi đề cương báo cáo, by: Phòng Nội vụ}",
        ),
        (
            "work-plans/boi-duong",
            "        text: Trong tháng 5/2025, tại Hội trường UBND huyện.",
        ),
        ("programs/hoi-nghi-tong-ket", "at: ~"),
        ("guidance/tong-ket", "subject: Tổng kết công tác thi đua, khen thưởng năm 2025"),
        (
            "documents/phuong-an-phuc-vu-hoi-nghi",
            "subject: Phục vụ Hội nghị tổng kết phong trào thi đua, công tác khen thưởng năm 2024",
        ),
    ] {
        assert!(
            read(name).lines().any(|found| found == line),
            "{name}: {line}\n{}",
            read(name)
        );
    }
    // The plan of the seats is in the folder of its year.
    let seats = "pictures/so-do-hoi-truong.png";
    let bytes = fs::read(repository().join("data/2024").join(seats)).expect("the picture");
    workspace.write(&format!("data/2025/{seats}"), bytes);
    // Only who heads a cluster, and what an inspection found, must be decided.
    let open = ["notices/truong-cum", "notices/ket-qua-kiem-tra"];
    for folder in folders {
        for name in samples(folder) {
            let path = format!("{folder}/{name}");
            let run = workspace.run(&["build", &format!("data/2025/{path}.yaml")]);
            assert_eq!(
                run.code,
                i32::from(open.contains(&path.as_str())),
                "{path}: {}",
                run.err
            );
        }
    }
    assert!(read("notices/ket-qua-kiem-tra").contains("\n  - at: opening.1\n"));
}

/// A clerk pastes "… như sau:" without quotation marks: it is told as what it is, and once.
#[test]
fn a_text_with_a_colon_among_parts_is_told_as_one() {
    for (from, to) in [
        ("  - \"Thực hiện Kế hoạch", "  - Thực hiện Kế hoạch"),
        (
            "  - {clause: ~, text: \"Xây dựng",
            "  - {clause: ~, text: Phương hướng, nhiệm vụ}\n  - {clause: ~, text: \"Xây dựng",
        ),
    ] {
        let workspace = with_samples(&["letters"]);
        let path = "data/2024/letters/tong-ket-nam.yaml";
        workspace.replace(path, from, to);
        if from.contains("Thực hiện") {
            workspace.replace(path, "các nội dung sau:\"", "các nội dung sau:");
        }
        let run = workspace.run(&["check", path]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
        assert!(run.err.contains("error[text-as-map]"), "{}", run.err);
    }
}

#[test]
fn every_task_of_the_plan_has_its_paper() {
    let run = repository_copy().run(&["list", "2024"]);
    assert!(run.out.contains("Tasks of 2024 that have their paper: "), "{}", run.out);
    assert!(!run.out.contains("Tasks of 2024 without one"), "{}", run.out);
}

/// A letter must say to whom it goes; a draft shows where that is to be written.
#[test]
fn a_letter_without_addressee_can_be_drafted() {
    let workspace = with_samples(&["letters"]);
    let letter = "data/2024/letters/cham-diem-cum.yaml";
    workspace.replace(letter, "to: Cụm thi đua các huyện biên giới\n", "");
    let run = workspace.run(&["build", letter]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[form-needs]"), "{}", run.err);
    let run = workspace.run(&["build", "--draft", letter]);
    assert_eq!(run.code, 0, "{}", run.err);
    let draft = Paper::read(&workspace.path("out/draft/2024/letters/cham-diem-cum.pdf"));
    assert!(draft.letters().contains("Kínhgửi:["), "{}", draft.letters());
}
