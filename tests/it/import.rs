//! `import` and `diff` with a Word file: what a leader changed in Word comes back into the data, and nothing else does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::desk::repository_copy;
use crate::docx::{files, skipped};
use crate::package::{WORD, around, edited, like, package, put, word};
use crate::workspace::{Run, Workspace};

const PLAN: &str = "data/2024/plan.yaml";

/// The plan as a Word file.
fn exported(workspace: &Workspace) -> PathBuf {
    let run = workspace.run(&["build", PLAN, "--format", "docx"]);
    assert_eq!(run.code, 0, "{}", run.err);
    workspace.path("out/2024/plan.docx")
}

/// The plan as a Word file in which somebody has changed something.
fn changed(workspace: &Workspace, edit: impl Fn(String) -> String) -> PathBuf {
    let to = workspace.path("edited.docx");
    edited(&exported(workspace), to, edit, &[])
}

fn import(workspace: &Workspace, file: &Path) -> Run {
    workspace.run(&["import", &file.to_string_lossy(), "--into", PLAN])
}

/// The lines of a file that are not in another text, and those that are gone.
fn news(before: &str, now: &str) -> (Vec<String>, Vec<String>) {
    let lines = |text: &str, other: &str| {
        let other: Vec<&str> = other.lines().collect();
        let own = text.lines().filter(|line| !other.contains(line));
        own.map(|line| line.trim().to_owned()).collect()
    };
    (lines(now, before), lines(before, now))
}

/// The file of data of a Word file: its own, or that of the paper that it is a copy of.
fn data_of(workspace: &Workspace, file: &Path, folder: &str) -> String {
    let below = file.strip_prefix(workspace.path(folder)).expect("below");
    let own = format!("data/{}", below.with_extension("yaml").display());
    if workspace.path(&own).exists() {
        return own;
    }
    let folder = below.parent().expect("a folder");
    format!("data/{}.yaml", folder.display())
}

/// Imports all files of a folder, none of which says anything new.
fn hold(workspace: &Workspace, folder: &str) -> usize {
    let found = files(&workspace.path(folder), "docx");
    for file in &found {
        let data = data_of(workspace, file, folder);
        let before = workspace.read(&data);
        let run = workspace.run(&["import", &file.to_string_lossy(), "--into", &data]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{file:?}\n{}", run.err);
        assert!(
            run.err
                .contains("nothing was changed; the paper now says what the file says"),
            "{}",
            run.err
        );
        assert!(workspace.read(&data) == before, "{data}");
    }
    found.len()
}

#[test]
fn every_paper_comes_back_as_it_went() {
    let workspace = repository_copy();
    for words in [
        &["build", "2024", "--format", "docx"][..],
        &["build", "2024", "--format", "docx", "--draft"],
    ] {
        assert_eq!(workspace.run(words).code, 0);
    }
    fs::rename(workspace.path("out/draft"), workspace.path("drafts")).expect("another name");
    assert!(hold(&workspace, "out") >= 100 && hold(&workspace, "drafts") >= 100);
}

/// Another program writes the same text in its own way.
#[test]
fn what_another_program_saved_comes_back_too() {
    let workspace = Workspace::new();
    let file = exported(&workspace);
    let to = workspace.path("resaved");
    let run = Command::new("soffice")
        .args(["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"])
        .args([&to, &file])
        .arg(format!("-env:UserInstallation=file://{}", workspace.path("office").display()))
        .output();
    if run.is_err() || !to.join("plan.docx").exists() {
        skipped("soffice saves a Word file again");
        return;
    }
    let run = import(&workspace, &to.join("plan.docx"));
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
}

#[test]
fn changed_sentences_new_and_dropped_items_are_written() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let file = changed(&workspace, |text| {
        let text = put(
            &text,
            "quyết tâm khắc phục khó khăn để",
            "quyết tâm khắc phục mọi khó khăn để",
        );
        let text = put(&text, "15/01/2024", "20/01/2024");
        let text = put(&text, "Lộc Bình", "Lộc Bình, &quot;Hữu Lũng&quot;");
        let text = put(&text, "Trình khen thưởng cấp tỉnh", "Trình UBND tỉnh khen thưởng");
        // A new item in a list, one of a task, one that went, a whole task that went.
        let sent = around(&text, "w:p", "Thường trực Huyện ủy").to_owned();
        let text = put(
            &text,
            &sent,
            &format!("{sent}{}", like(&sent, "- Ban Tổ chức: bộ phận TĐKT;")),
        );
        let item =
            around(&text, "w:p", "Trình UBND tỉnh khen thưởng thành tích năm 2023").to_owned();
        let text = put(&text, &item, &format!("{item}{}", like(&item, "- Công bố kết quả")));
        let gone = around(&text, "w:p", "TV HĐ TĐKT huyện").to_owned();
        let text = put(&text, &gone, "");
        let row = around(&text, "w:tr", "Tổ chức lớp bồi dưỡng").to_owned();
        put(&text, &row, "")
    });
    let run = import(&workspace, &file);
    assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
    let (new, gone) = news(&before, &workspace.read(PLAN));
    assert_eq!(new.len(), 6, "{new:?}");
    assert!(new[0].contains("khắc phục mọi khó khăn để"));
    assert_eq!(
        new[1],
        "- Trình UBND tỉnh khen thưởng thành tích năm 2023 cho các cơ quan, đơn vị"
    );
    assert_eq!(new[2], "- Công bố kết quả");
    assert!(new[3].contains("trước ngày **20/01/2024** để"), "{}", new[3]);
    assert_eq!(new[4], "- \"Ban Tổ chức: bộ phận TĐKT\"");
    assert!(new[5].ends_with("Lộc Bình, \\\"Hữu Lũng\\\"\""), "{}", new[5]);
    assert!(gone.iter().any(|line| line == "- id: training"), "{gone:?}");
    assert!(gone.iter().any(|line| line == "- TV HĐ TĐKT huyện"), "{gone:?}");
    // What is doubtful now is told: the deadline is another day than the text says.
    assert!(run.err.contains("deadline-not-told"), "{}", run.err);
    // The paper says now what the file says.
    let again = workspace.run(&["diff", PLAN, &file.to_string_lossy(), "--format", "json"]);
    let found: Value = serde_json::from_str(&again.out).expect("JSON");
    let found = found["differences"].as_array().expect("a list");
    let differ = |one: &&Value| {
        one["old"]
            .as_str()
            .is_some_and(|old| !old.chars().all(|c| c.is_ascii_digit()))
    };
    assert_eq!(found.iter().filter(differ).count(), 0, "{found:?}");
}

/// Whoever issues a paper types number and day over the gaps.
#[test]
fn number_and_day_of_the_header_block_are_taken_up() {
    let workspace = Workspace::new();
    let gaps = |text: &str, what: &str| {
        let run = around(text, "w:p", what);
        let blank = run.split("<w:t xml:space=\"preserve\">").find(|rest| {
            rest.split("</w:t>")
                .next()
                .is_some_and(|own| own.len() > 1 && own.trim().is_empty())
        });
        let blank = blank.expect("a gap").split("</w:t>").next().expect("its end");
        (run.to_owned(), blank.to_owned())
    };
    let file = changed(&workspace, |text| {
        let (line, gap) = gaps(&text, "Số:");
        let text = put(&text, &line, &line.replacen(&format!(">{gap}<"), ">15<", 1));
        let (line, gap) = gaps(&text, "Cao Lộc,");
        put(&text, &line, &line.replacen(&format!(">{gap}<"), ">10<", 1))
    });
    let run = import(&workspace, &file);
    assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
    let text = workspace.read(PLAN);
    assert!(text.contains("\nnumber: 15            # văn thư ghi"), "{text}");
    assert!(text.contains("\ndate: 2024-01-10        # ngày"), "{text}");
}

#[test]
fn bold_letters_and_paragraphs_cut_in_two() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let file = changed(&workspace, |text| {
        let bold = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">định kỳ</w:t></w:r><w:r><w:t xml:space=\"preserve\">";
        let text = put(&text, "định kỳ", bold);
        let whole = around(&text, "w:p", "Đẩy mạnh các phong trào").to_owned();
        let first = put(
            &whole,
            "; quyết tâm khắc phục khó khăn để thực hiện thắng lợi các chỉ tiêu kinh tế - xã hội năm 2024 của huyện.",
            ".",
        );
        let second = like(&whole, "Quyết tâm khắc phục khó khăn.");
        put(&text, &whole, &format!("{first}{second}"))
    });
    let run = import(&workspace, &file);
    assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
    let (new, _) = news(&before, &workspace.read(PLAN));
    assert!(new[0].ends_with("kỷ niệm trong năm 2024."), "{}", new[0]);
    assert_eq!(new[1], "- Quyết tâm khắc phục khó khăn.");
    assert!(new[2].contains("thực hiện Kế hoạch này; **định kỳ** tổng hợp"), "{}", new[2]);
}

/// What is not the data's, or nobody knows where it belongs, is listed and not written.
#[test]
fn what_has_no_place_is_listed() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let file = changed(&workspace, |text| {
        let text = put(&text, "CỘNG HÒA", "CỘNG HOÀ");
        let text = put(&text, "Nguyễn Duy Anh", "Trần Văn Ba");
        let title = around(&text, "w:p", "TỔ CHỨC THỰC HIỆN").to_owned();
        let text = put(
            &text,
            &title,
            &format!("{}{title}", like(&title, "Một đoạn không thuộc mục nào")),
        );
        let row = around(&text, "w:tr", "Hướng dẫn tổng kết").to_owned();
        let new = row.replace("Hướng dẫn tổng kết công tác", "Tổ chức hội thi về công tác");
        let mut parts = new.split("<w:bookmarkStart");
        let first = parts.next().expect("the beginning").to_owned();
        let rest = parts.map(|part| part.split_once("/>").expect("its end").1);
        put(&text, &row, &format!("{row}{first}{}", rest.collect::<String>()))
    });
    let run = import(&workspace, &file);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(workspace.read(PLAN), before);
    for told in
        ["HOÀ", "Trần Văn Ba", "Một đoạn không thuộc mục nào", "Tổ chức hội thi về công tác"]
    {
        let line = run.out.lines().find(|line| line.contains(told));
        assert!(line.is_some_and(|line| line.starts_with("! ")), "{told}\n{}", run.out);
    }
}

const INSERTED: &str = "</w:t></w:r><w:ins w:id=\"90\" w:author=\"Chủ tịch\"><w:r><w:t xml:space=\"preserve\">mọi </w:t></w:r></w:ins>\
    <w:del w:id=\"91\" w:author=\"Chủ tịch\"><w:r><w:delText xml:space=\"preserve\">khó khăn </w:delText></w:r></w:del>\
    <w:commentRangeStart w:id=\"1\"/><w:r><w:t xml:space=\"preserve\">để thực hiện</w:t></w:r><w:commentRangeEnd w:id=\"1\"/>\
    <w:r><w:t xml:space=\"preserve\">";

#[test]
fn open_changes_and_comments_are_listed_and_count_only_when_asked() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let comments = format!(
        "<w:comments {WORD}><w:comment w:id=\"1\" w:author=\"Phó Chủ tịch\"><w:p><w:r><w:t>Ghi rõ thời hạn</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let edit = |text: String| put(&text, "khó khăn để thực hiện", INSERTED);
    let to = workspace.path("edited.docx");
    let file = edited(&exported(&workspace), to, edit, &[("word/comments.xml", &comments)]);
    let run = import(&workspace, &file);
    assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
    assert_eq!(workspace.read(PLAN), before);
    for told in [
        "? Chủ tịch added \"mọi\" in: Đẩy mạnh",
        "? Chủ tịch removed \"khó khăn\" in: Đẩy mạnh",
        "? Phó Chủ tịch wrote: Ghi rõ thời hạn (about: để thực hiện)",
    ] {
        assert!(run.out.contains(told), "{told}\n{}", run.out);
    }
    assert!(run.err.contains("2 tracked changes are open"), "{}", run.err);
    let words =
        ["import", &file.to_string_lossy(), "--into", PLAN, "--accept"].map(str::to_owned);
    let run = workspace.run(&words.each_ref().map(String::as_str));
    assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
    assert!(workspace.read(PLAN).contains("khắc phục mọi để thực hiện"));
}

/// A Word file that was made before the data were changed undoes nothing of that.
#[test]
fn an_older_file_undoes_nothing() {
    let workspace = Workspace::new();
    let old = changed(&workspace, |text| {
        put(&text, "Giao Phòng Nội vụ theo dõi", "Giao Phòng Nội vụ huyện theo dõi")
    });
    workspace.replace(PLAN, "quyết tâm khắc phục khó khăn", "quyết tâm vượt khó khăn");
    workspace.replace(PLAN, "requirements:\n", "requirements:\n  - Bảo đảm công bằng.\n");
    workspace.replace(PLAN, "số 30-CT/TU của Ban Thường vụ Tỉnh ủy về tiếp tục đổi mới công tác thi đua, khen thưởng trên địa bàn tỉnh huyện Cao Lộc.\n    corrected", "số 30-CT/TU.\n    corrected");
    workspace.replace(
        PLAN,
        "subject: Công tác thi đua, khen thưởng",
        "subject: Công tác khen thưởng",
    );
    let before = workspace.read(PLAN);
    let run = import(&workspace, &old);
    let (new, gone) = news(&before, &workspace.read(PLAN));
    assert_eq!((new.len(), gone.len()), (1, 1), "{new:?} {gone:?}\n{}", run.out);
    assert!(new[0].contains("Giao Phòng Nội vụ huyện theo dõi"));
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("Bảo đảm công bằng"), "{}", run.out);
    assert!(!run.out.contains("quyết tâm vượt"), "{}", run.out);
}

/// Where both have changed a sentence, a person decides.
#[test]
fn a_sentence_that_both_changed_is_left_to_a_person() {
    let workspace = Workspace::new();
    let old = changed(&workspace, |text| {
        put(&text, "quyết tâm khắc phục khó khăn", "quyết tâm khắc phục mọi khó khăn")
    });
    workspace.replace(PLAN, "quyết tâm khắc phục khó khăn", "quyết tâm vượt khó khăn");
    let before = workspace.read(PLAN);
    let run = import(&workspace, &old);
    assert_eq!((run.code, workspace.read(PLAN) == before), (1, true), "{}", run.out);
    assert!(
        run.out
            .contains("the data were changed too since this Word file was made"),
        "{}",
        run.out
    );
}

/// What makes the paper unsound is not written.
#[test]
fn a_change_that_makes_errors_is_refused() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let file = changed(&workspace, |text| {
        put(&text, "Mục đích", "Mục đích").replacen("Thường trực Huyện ủy", "Ch\u{F0000}", 1)
    });
    let run = import(&workspace, &file);
    assert_eq!(run.code, 1);
    assert_eq!(workspace.read(PLAN), before);
    assert!(run.err.contains("so it was not changed"), "{}\n{}", run.out, run.err);
}

#[test]
fn diff_tells_what_a_file_says_otherwise() {
    let workspace = Workspace::new();
    let file =
        changed(&workspace, |text| put(&text, "khắc phục khó khăn", "khắc phục mọi khó khăn"));
    let name = file.to_string_lossy();
    let run = workspace.run(&["diff", "2024/plan", &name]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.starts_with("~ purpose.1: Đẩy mạnh") && run.out.contains("{+mọi+}"),
        "{}",
        run.out
    );
    let run = workspace.run(&["diff", PLAN, &name, "--format", "json"]);
    let found: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(found["differences"][0]["kind"], "reworded");
    assert_eq!(found["differences"][0]["at"], "purpose.1");
    for wrong in [
        &["diff", PLAN, "2025"][..],
        &["diff", PLAN, &name, "--format", "pdf"],
        &["diff", "2024", "x.pdf"],
    ] {
        assert_eq!(workspace.run(wrong).code, 2, "{wrong:?}");
    }
}

/// Files that come from strangers: a clear message, soon, and in little memory.
#[test]
fn hostile_files_are_refused_with_a_clear_message() {
    let workspace = Workspace::new();
    let before = workspace.read(PLAN);
    let ole = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600], &name].concat()
    };
    let text = |body: &str| format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    // Small files that become large ones.
    let spaces = text(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(120 << 20)));
    let deep = text(&format!("{}{}", "<w:sdt>".repeat(3000), "</w:sdt>".repeat(3000)));
    let many = text(&"<w:p/>".repeat(300_000));
    let macros = package(&[
        ("word/document.xml", text("<w:p/>").as_bytes()),
        ("word/vbaProject.bin", b"x"),
    ]);
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("broken.docx", b"PK\x03\x04 no zip".to_vec(), "manuscript-unreadable"),
        ("empty-file.docx", Vec::new(), "manuscript-unreadable"),
        ("no-text.docx", package(&[("a.txt", b"x")]), "manuscript-unreadable"),
        (
            "cut.docx",
            package(&[("word/document.xml", b"<w:document><w:body><w:p>")]),
            "manuscript-unreadable",
        ),
        ("empty.docx", word("<w:p/>"), "manuscript-empty"),
        ("password.docx", ole("EncryptedPackage"), "manuscript-protected"),
        ("old.doc", ole("WordDocument"), "manuscript-old"),
        ("macro.docm", macros, "manuscript-macros"),
        ("bomb.docx", package(&[("word/document.xml", spaces.as_bytes())]), "too-large"),
        ("deep.docx", package(&[("word/document.xml", deep.as_bytes())]), "too-large"),
        ("many.docx", package(&[("word/document.xml", many.as_bytes())]), "too-large"),
        ("picture.odt", vec![1, 2, 3], "manuscript-unknown"),
    ];
    for (name, bytes, code) in cases {
        workspace.write(name, bytes);
        let begun = Instant::now();
        let run = import(&workspace, &workspace.path(name));
        assert_eq!(run.code, 1, "{name}: {}", run.err);
        assert!(run.err.contains(&format!("[{code}]")), "{name}: {}", run.err);
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}");
    }
    assert_eq!(import(&workspace, &workspace.path("missing.docx")).code, 1);
    assert_eq!(workspace.read(PLAN), before);
}

/// A thousand pages of tables are read, and told to be another text.
#[test]
fn a_thousand_pages_of_tables_are_read_in_bounded_time() {
    let workspace = Workspace::new();
    let cell = "<w:tc><w:tcPr/><w:p><w:pPr/><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>Tổ chức hội nghị</w:t></w:r></w:p></w:tc>";
    let row = format!("<w:tr>{}</w:tr>", cell.repeat(5));
    workspace
        .write("long.docx", word(&format!("<w:tbl>{}</w:tbl><w:p/>", row.repeat(30_000))));
    let begun = Instant::now();
    let run = workspace.run(&["diff", PLAN, &workspace.path("long.docx").to_string_lossy()]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = import(&workspace, &workspace.path("long.docx"));
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
}

/// Whoever changes one file at once with others: what was told as written stands there, the rest is told.
#[test]
fn several_at_once_lose_nothing() {
    let workspace = Workspace::new();
    let exported = exported(&workspace);
    let words =
        ["Sở Nội vụ", "Thường trực Huyện ủy", "Thường trực HĐND huyện", "TV HĐ TĐKT huyện"];
    let edits: Vec<(String, PathBuf)> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let new = format!("{word} số {at}");
            let to = workspace.path(&format!("edited-{at}.docx"));
            let file = edited(&exported, to, |text| put(&text, word, &new), &[]);
            (new, file)
        })
        .collect();
    let runs: Vec<(String, Run)> = std::thread::scope(|scope| {
        let started: Vec<_> = edits
            .iter()
            .map(|(new, file)| (new, scope.spawn(|| import(&workspace, file))))
            .collect();
        let joined = started.into_iter();
        joined
            .map(|(new, run)| (new.clone(), run.join().expect("a run")))
            .collect()
    });
    let text = workspace.read(PLAN);
    for (new, run) in &runs {
        if run.code == 0 {
            assert!(text.contains(new.as_str()), "{new}\n{text}");
        } else {
            let is_told =
                run.err.contains("[changed-meanwhile]") || run.out.contains("changed too");
            assert!(is_told && !text.contains(new.as_str()), "{new}\n{}{}", run.out, run.err);
        }
    }
    assert!(runs.iter().any(|(_, run)| run.code == 0));
}

#[test]
fn comments_of_the_data_stay_byte_for_byte() {
    let workspace = Workspace::new();
    let text = workspace.read(PLAN).replace('\n', "\r\n");
    workspace.write(PLAN, format!("\u{FEFF}{text}"));
    let file =
        changed(&workspace, |text| put(&text, "khắc phục khó khăn", "khắc phục mọi khó khăn"));
    assert_eq!(import(&workspace, &file).code, 0);
    let now = fs::read_to_string(workspace.path(PLAN)).expect("is there");
    let wanted =
        format!("\u{FEFF}{}", text.replace("khắc phục khó khăn", "khắc phục mọi khó khăn"));
    assert!(now == wanted);
}

// ------------------------------------------------------------------------------------ old papers

/// A file of the tests.
fn fixture(name: &str) -> PathBuf {
    crate::workspace::repository()
        .join("tests/it/fixtures/word")
        .join(name)
}

/// What a file of data says: without comments and empty lines.
fn said(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        (!line.is_empty() && !line.trim_start().starts_with('#')).then(|| line.to_owned())
    };
    text.lines().filter_map(bare).collect()
}

/// The paper of 2024 as text and as Word saves one gives the file of data back that was written by hand.
#[test]
fn the_issued_plan_gives_its_data_back() {
    let workspace = Workspace::new();
    let wanted = said(&workspace.read(PLAN));
    for name in ["ke-hoach-2024.md", "ke-hoach-2024.docx"] {
        let run =
            workspace.run(&["import", &fixture(name).to_string_lossy(), "--kind", "plan"]);
        assert_eq!(said(&run.out), wanted, "{name}");
        assert!(run.err.contains("The new file says all that the text says."), "{}", run.err);
        assert!(!run.out.contains("\n#"), "{}", run.out);
    }
}

/// Where nobody knows the tasks yet, they get ids of their words, and the new paper builds.
#[test]
fn an_old_plan_becomes_a_new_file() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.path(PLAN)).expect("is there");
    let file = fixture("ke-hoach-2024.docx");
    let words = ["import", &file.to_string_lossy(), "--into", PLAN].map(str::to_owned);
    let words = words.each_ref().map(String::as_str);
    let run = workspace.run(&words);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out, format!("{PLAN}\n"));
    assert!(
        run.err
            .contains("give them ids that stay from year to year: phat-dong-phong-trao-thi,"),
        "{}",
        run.err
    );
    let text = workspace.read(PLAN);
    for line in [
        "issuer: ubnd-huyen",
        "date: 2024-01",
        "  unit_plans: 2024-01-15",
        "filing: VT, NV",
        "competence: head",
        "signer: chu-tich",
    ] {
        assert!(text.lines().any(|own| own == line), "{line}\n{text}");
    }
    assert_eq!(text.matches("  - id: ").count(), 19);
    let built = workspace.run(&["build", PLAN]);
    assert_eq!(built.code, 0, "{}", built.err);
    // It is there now, and the same text changes nothing in it, though it parts rows otherwise.
    let again = workspace.run(&words);
    assert!(again.err.contains("nothing was changed"), "{}\n{}", again.out, again.err);
    assert_eq!(workspace.read(PLAN), text);
}

/// What has no key is listed, and stands in the new file as a comment.
#[test]
fn nothing_of_an_old_plan_is_lost() {
    let workspace = Workspace::new();
    let source = fs::read_to_string(fixture("ke-hoach-2024.md")).expect("is there");
    let source = source
        .replace("III. TỔ CHỨC THỰC HIỆN", "III. KINH PHÍ\n\nKinh phí lấy từ quỹ thi đua, khen thưởng.\n\nIV. TỔ CHỨC THỰC HIỆN")
        .replace("- Sở Nội vụ;", "- Sở Nội vụ;\n- Phòng X;")
        .replace("| 19 | Ban hành Kế hoạch công tác TĐKT năm 2025 | - UBND huyện. - Phòng Nội vụ. |", "| 19 | Ban hành Kế hoạch công tác TĐKT năm 2025 | - UBND huyện. - Ban Dân vận. |");
    workspace.write("old.md", source);
    fs::remove_file(workspace.path(PLAN)).expect("is there");
    let run = workspace.run(&["import", &workspace.path("old.md").to_string_lossy()]);
    assert_eq!(run.code, 1);
    for lost in ["KINH PHÍ", "Kinh phí lấy từ quỹ thi đua, khen thưởng.", "Ban Dân vận."]
    {
        let comment = run
            .out
            .lines()
            .find(|line| line.starts_with("#   ") && line.contains(lost));
        assert!(comment.is_some() && run.err.contains(lost), "{lost}\n{}", run.out);
    }
    assert!(run.out.contains("  - Phòng X\n"), "{}", run.out);
    assert!(run.err.contains("has these names: Ban Dân vận"), "{}", run.err);
}

#[test]
fn a_text_that_is_no_plan_is_told_so() {
    let workspace = Workspace::new();
    workspace.write("letter.txt", "Kính gửi: Phòng Nội vụ\nĐề nghị báo cáo.\n");
    let run = workspace.run(&["import", &workspace.path("letter.txt").to_string_lossy()]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("[not-a-plan]"), "{}", run.err);
    assert_eq!(workspace.run(&["import", "letter.txt", "--kind", "letter"]).code, 2);
}

/// Where no paper can be made of the new file, what it does not hold is listed all the same; so is a heading whose words
/// stand elsewhere in a sentence, a table that is none of tasks, and what is cited in another way.
#[test]
fn nothing_is_lost_of_a_plan_with_errors_either() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.path(PLAN)).expect("is there");
    let source = fs::read_to_string(fixture("ke-hoach-2024.md")).expect("is there");
    let other = source
        .replace("III. TỔ CHỨC THỰC HIỆN", "III. KHEN THƯỞNG\n\n| Đơn vị | Kinh phí |\n|---|---|\n| Xã Gia Cát | 15.000.000 |\n\nIV. TỔ CHỨC THỰC HIỆN")
        .replace("Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh", "kế hoạch của tỉnh");
    // No task has an agency that anybody knows: the new file has errors.
    let broken = other
        .replace("UBND huyện. - ", "Ban lạ. - ")
        .replace("Phòng Nội vụ.", "Tổ lạ.")
        .replace("Hội đồng TĐKT huyện.", "Hội lạ.")
        .replace("liên quan.", "xa lạ.");
    for (name, text, is_broken) in [("other.md", other, false), ("broken.md", broken, true)] {
        workspace.write(name, text);
        let run = workspace.run(&["import", &workspace.path(name).to_string_lossy()]);
        assert_eq!(run.code, 1);
        assert_eq!(run.err.contains("error["), is_broken, "{}", run.err);
        assert!(!run.err.contains("says all that the text says"), "{}", run.err);
        for lost in ["III. KHEN THƯỞNG", "Xã Gia Cát", "15.000.000", "kế hoạch của tỉnh"]
        {
            let comment = |line: &str| line.starts_with("#   ") && line.contains(lost);
            assert!(run.out.lines().any(comment), "{name}: {lost}\n{}", run.out);
        }
    }
}

/// No paper has notes: those of a file are told and not lost.
#[test]
fn notes_at_the_foot_of_a_page_are_listed() {
    let workspace = Workspace::new();
    let notes = format!(
        "<w:footnotes {WORD}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>Theo số liệu của Phòng Nội vụ</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let to = workspace.path("edited.docx");
    let file =
        edited(&exported(&workspace), to, |text| text, &[("word/footnotes.xml", &notes)]);
    let run = import(&workspace, &file);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("! {+Theo số liệu của Phòng Nội vụ+}"), "{}", run.out);
    let run = workspace.run(&["diff", PLAN, &file.to_string_lossy()]);
    assert!(run.out.contains("Theo số liệu của Phòng Nội vụ"), "{}", run.out);
}
