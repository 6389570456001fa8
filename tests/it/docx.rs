//! `build --format docx`: Word says what the PDF says, in the same order, and is real Word.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::blocks::{Printed, bare, of_svg, said};
use crate::desk::repository_copy;
use crate::package::{part, parts};
use crate::page::{MM, Paper};
use crate::workspace::Workspace;

/// The letters of a text, without white space; a chart says what its SVG says.
fn letters(file: &Path) -> String {
    let document = part(file, "word/document.xml");
    let relations = part(file, "word/_rels/document.xml.rels");
    let mut reader = Reader::from_str(&document);
    let (mut letters, mut within) = (String::new(), false);
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => within = start.name().as_ref() == "w:t",
            Event::End(_) => within = false,
            Event::Text(text) if within => letters.push_str(&text),
            Event::GeneralRef(name) if within => letters.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("{other:?}"),
            }),
            Event::Empty(empty) if empty.name().as_ref() == "asvg:svgBlip" => {
                let id =
                    empty.attributes().flatten().find(|one| one.key.as_ref() == "r:embed");
                let id = id.expect("a relation").value;
                letters.push_str(&of_svg(&part(file, &target(&relations, &id))));
            }
            Event::Eof => return bare(&letters),
            _ => {}
        }
    }
}

/// The part that a relation leads to.
fn target(relations: &str, id: &str) -> String {
    let own = relations
        .split("<Relationship ")
        .find(|one| one.contains(&format!("Id=\"{id}\"")));
    let own = own
        .expect("the relation")
        .split("Target=\"")
        .nth(1)
        .expect("a target");
    format!("word/{}", own.split('"').next().expect("its end"))
}

/// The files below a folder with an ending.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Holds the packages of a folder against the blocks beside them; how many there are.
fn hold(folder: &Path) -> usize {
    let found = files(folder, "docx");
    for file in &found {
        let text = fs::read_to_string(file.with_extension("json")).expect("the blocks");
        let paper: Value = serde_json::from_str(&text).expect("JSON");
        let (said, written) = (said(&paper, Printed::Word), letters(file));
        let at = said.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
        let from =
            |text: &str| text.chars().skip(at.saturating_sub(30)).take(90).collect::<String>();
        assert!(
            said == written,
            "{file:?}\nsaid:    {}\nwritten: {}",
            from(&said),
            from(&written)
        );
    }
    found.len()
}

/// Holds packages against the schema, where its checker was built beside the program.
fn hold_against_the_schema(files: &[PathBuf]) {
    let checker = Path::new(env!("CARGO_BIN_EXE_vanthu")).with_file_name("docx-schema");
    if !checker.exists() {
        skipped("cargo build --release -p docx-schema builds the checker of the schema");
        return;
    }
    let run = Command::new(checker).args(files).output().expect("the checker runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}

/// Tells what a test goes without; not to the test runner, which would keep it to itself.
pub(crate) fn skipped(why: &str) {
    writeln!(std::io::stderr(), "skipped: {why}").expect("told");
}

fn built(workspace: &Workspace, words: &[&str]) {
    for format in ["docx", "json"] {
        let run = workspace.run(&[&["build", "--format", format], words].concat());
        assert_eq!(run.code, 0, "{}", run.err);
    }
}

#[test]
fn the_words_of_every_package_are_those_of_the_paper_and_it_passes_the_schema() {
    let workspace = repository_copy();
    built(&workspace, &["2024"]);
    built(&workspace, &["2024", "--draft"]);
    let (final_ones, drafts) =
        (hold(&workspace.path("out/2024")), hold(&workspace.path("out/draft")));
    assert!(final_ones >= 90 && drafts >= 90, "{final_ones} {drafts}");
    hold_against_the_schema(&files(&workspace.path("out"), "docx"));
}

#[test]
fn the_same_paper_has_the_same_bytes() {
    let (one, other) = (Workspace::of_office(), Workspace::of_office());
    for workspace in [&one, &other] {
        assert_eq!(workspace.run(&["build", "--format", "docx"]).code, 0);
    }
    for file in files(&one.path("out"), "docx") {
        let below = file.strip_prefix(one.path("out")).expect("below");
        let again = fs::read(other.path("out").join(below)).expect("the same file");
        assert!(fs::read(&file).expect("a file") == again, "{below:?}");
    }
}

/// How often a text holds another.
fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn a_plan_is_real_word() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&["build", "--format", "docx"]).code, 0);
    let file = workspace.path("out/2024/plan.docx");
    let text = part(&file, "word/document.xml");
    for style in
        ["NationalName", "Motto", "Agency", "Number", "PlaceDate", "TypeName", "Subject"]
    {
        assert!(text.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    assert_eq!(count(&text, "<w:pStyle w:val=\"Heading1\"/>"), 3);
    // The head of the table stands again on every page; rows stay whole.
    assert_eq!(count(&text, "<w:tblHeader/>"), 1);
    assert!(count(&text, "<w:cantSplit/>") > 19 + 4);
    // The title of a quarter, and the last paragraph, stay with what follows.
    let last = text.find("Giao Phòng Nội vụ theo dõi").expect("the last paragraph");
    let paragraph = &text[text[..last].rfind("<w:p>").expect("its start")..last];
    assert!(paragraph.contains("<w:keepNext/><w:keepLines/>"), "{paragraph}");
    // Nothing floats.
    for never in ["txbxContent", "wp:anchor", "w:framePr", "<w:tblpPr"] {
        assert!(!text.contains(never), "{never}");
    }
    assert!(text.contains("<w:titlePg/>") && text.contains("<w:pgNumType w:start=\"1\"/>"));
    // The first page has no number, the others have.
    let heads = parts(&file).into_iter().filter(|name| name.contains("header"));
    let numbered = heads.filter(|name| part(&file, name).contains("w:instr=\" PAGE \""));
    assert_eq!(numbered.count(), 1);
}

#[test]
fn styles_have_the_names_of_an_office_and_the_sizes_of_its_settings() {
    let workspace = Workspace::new();
    workspace.replace("data/settings.yaml", "body: 14", "body: 13");
    assert_eq!(workspace.run(&["build", "--format", "docx"]).code, 0);
    let file = workspace.path("out/2024/plan.docx");
    let styles = part(&file, "word/styles.xml");
    for name in
        ["Quốc hiệu", "Tiêu ngữ", "Trích yếu", "Nơi nhận", "Họ tên người ký", "heading 1"]
    {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
    assert!(styles.contains("<w:lang w:val=\"vi-VN\""));
    assert!(styles.contains("w:ascii=\"Times New Roman\""));
    let defaults = styles.split("</w:docDefaults>").next().expect("the defaults");
    assert!(defaults.contains("<w:sz w:val=\"26\"/>"), "{defaults}");
    let core = part(&file, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>Kế hoạch công tác thi đua, khen thưởng năm 2024</dc:title>"),
        "{core}"
    );
    assert!(core.contains("2024-01-01T00:00:00Z"), "{core}");
}

/// A bookmark a paragraph names its key, in letters that Word allows, and none stands twice.
#[test]
fn bookmarks_name_keys() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&["build", "--format", "docx"]).code, 0);
    let text = part(&workspace.path("out/2024/plan.docx"), "word/document.xml");
    let names: Vec<&str> = text
        .split("w:name=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("its end"))
        .collect();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(different.len(), names.len());
    for key in [
        "purpose_2",
        "requirements_1",
        "tasks_1_text",
        "tasks_4_items_2",
        "recipients_3",
        "arrangements_1",
    ] {
        let own = |name: &&&str| {
            name.strip_prefix(key)
                .is_some_and(|rest| rest.len() == 7 && rest.starts_with('_'))
        };
        assert!(different.iter().any(|name| own(&name)), "{key}: {different:?}");
    }
    for name in names {
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        assert!(name.len() <= 40 && name.chars().all(allowed), "{name}");
    }
}

#[test]
fn charts_and_pictures_have_words_and_appendices_sections() {
    let workspace = repository_copy();
    let report = "data/2024/reports/ten-year.yaml";
    let document = "data/2024/documents/phuong-an-phuc-vu-hoi-nghi.yaml";
    let run = workspace.run(&["build", report, document, "--format", "docx"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let file = workspace.path("out/2024/reports/ten-year.docx");
    let text = part(&file, "word/document.xml");
    let pictures = count(&text, "<wp:inline ");
    assert_eq!(pictures, 3);
    assert_eq!(count(&text, "asvg:svgBlip"), pictures);
    assert!(!text.contains("descr=\"\""));
    let names = parts(&file);
    assert_eq!(names.iter().filter(|name| name.ends_with(".svg")).count(), pictures);
    assert_eq!(names.iter().filter(|name| name.ends_with(".png")).count(), pictures);
    // The paper, and each of its appendices on pages of their own, two of which lie.
    assert_eq!(count(&text, "<w:sectPr>"), 4);
    assert!(count(&text, "w:orient=\"landscape\"") >= 1);
    let file = workspace.path("out/2024/documents/phuong-an-phuc-vu-hoi-nghi.docx");
    assert!(parts(&file).iter().any(|name| name.starts_with("word/media/image")));
    assert!(!part(&file, "word/document.xml").contains("descr=\"\""));
}

/// What is stamped, what stands at the foot, whom it is addressed to.
#[test]
fn stamps_addressees_and_the_foot_of_the_first_page() {
    let workspace = repository_copy();
    let letter = "data/2024/letters/tong-ket-nam-truoc.yaml";
    workspace.replace(
        letter,
        "kind: letter\n",
        "kind: letter\nurgency: very-urgent\nsecrecy: secret\ncirculation: internal\naddress: \"Khối 6, A & B <C>; \\\"D\\\"\"\n",
    );
    built(&workspace, &[letter]);
    built(&workspace, &[letter, "--draft"]);
    let file = workspace.path("out/2024/letters/tong-ket-nam-truoc.docx");
    // The address stands at the foot, and not in the text.
    let written = letters(&file);
    assert!(written.contains("THƯỢNGKHẨN") && written.contains("LƯUHÀNHNỘIBỘ"));
    let text = part(&file, "word/document.xml");
    // The stamp has the decree's size: 40 × 8 mm (Appendix I, III.2).
    assert!(
        text.contains("<w:gridCol w:w=\"2268\"/>")
            && text.contains("w:val=\"454\" w:hRule=\"exact\"")
    );
    let feet: Vec<String> = parts(&file)
        .into_iter()
        .filter(|name| name.contains("footer"))
        .collect();
    let own = feet
        .iter()
        .find(|name| part(&file, name).contains("Khối 6, A &amp; B &lt;C&gt;"));
    assert!(own.is_some(), "{feet:?}");
    let draft = workspace.path("out/draft/2024/letters/tong-ket-nam-truoc.docx");
    let heads = parts(&draft).into_iter().filter(|name| name.contains("header"));
    assert!(
        heads
            .map(|name| part(&draft, &name))
            .all(|head| head.contains("string=\"DỰ THẢO\""))
    );
    hold_against_the_schema(&[file, draft]);
}

/// A form that an office writes itself needs nothing more for Word.
#[test]
fn a_form_of_the_office_makes_word_too() {
    let workspace = Workspace::new();
    workspace.write(
        "templates/thanks.form.yaml",
        "type: Thư cảm ơn\nabbreviation: TCO\nlayout: titled\nname: {vi: Thư cảm ơn, en: Thanks}\nkeys:\n  thanks: {is: texts, need: required, roll: keep, name: {vi: Lời cảm ơn, en: Thanks}, help: {vi: Lời cảm ơn, en: Thanks}}\n",
    );
    workspace.write(
        "templates/thanks.typ.j2",
        "{% include \"head.typ.j2\" %}\n{% for text in paper.thanks %}\n#dash[{{ text | runs(end=\";\") }}]\n{% endfor %}\n{% include \"foot.typ.j2\" %}\n",
    );
    workspace.write(
        "data/2024/thanks.yaml",
        "kind: thanks\nyear: 2024\nissuer: ubnd-huyen\nnumber: 7\ndate: 2024-02-05\nsubject: Cảm ơn các đơn vị\nthanks:\n  - \"*Một* < hai & ba\"\n  - \"\\\"Bốn\\\" **năm**\"\nrecipients:\n  - Phòng Nội vụ\nfiling: VT\nsigner: chu-tich\n",
    );
    let run = workspace.run(&["build", "data/2024/thanks.yaml", "--format", "docx"]);
    assert_eq!(run.code, 0, "{}", run.err);
    built(&workspace, &["data/2024/thanks.yaml"]);
    assert_eq!(hold(&workspace.path("out/2024")), 1);
    assert!(
        letters(&workspace.path("out/2024/thanks.docx")).contains("-Một<hai&ba;-\"Bốn\"năm")
    );
}

#[test]
fn what_is_no_word_is_told() {
    let workspace = Workspace::new();
    workspace.copy("templates/plan.typ.j2");
    let foot = "{% include \"foot.typ.j2\" %}";
    workspace.replace(
        "templates/plan.typ.j2",
        foot,
        &format!("#table(columns: 2)[a][b]\n\n{foot}"),
    );
    let run = workspace.run(&["build", "--format", "docx"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("error[no-word]") && run.err.contains("templates/plan.typ.j2:4"),
        "{}",
        run.err
    );
    assert!(!workspace.path("out/2024/plan.docx").exists());
}

/// Opened in `LibreOffice` and printed, a package has the decree's margins, sizes and places, and the pages of the PDF,
/// one more at most.
#[test]
fn printed_by_another_program_it_has_the_pages_of_the_pdf() {
    if Command::new("soffice").arg("--version").output().is_err() {
        skipped("LibreOffice (soffice) is not installed");
        return;
    }
    let workspace = repository_copy();
    built(&workspace, &["2024"]);
    assert_eq!(workspace.run(&["build", "2024"]).code, 0);
    let packages = files(&workspace.path("out/2024"), "docx");
    // One folder for all: names tell the folders.
    let flat = workspace.path("flat");
    fs::create_dir_all(&flat).expect("a folder");
    let name = |file: &Path| {
        let below = file.strip_prefix(workspace.path("out/2024")).expect("below");
        below.to_string_lossy().replace('/', "__")
    };
    for file in &packages {
        fs::copy(file, flat.join(name(file))).expect("copied");
    }
    let profile =
        format!("-env:UserInstallation=file://{}", workspace.path("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&flat)
        .args(packages.iter().map(|file| flat.join(name(file))))
        .output()
        .expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut more = 0;
    for file in &packages {
        let printed = Paper::read(&flat.join(name(file)).with_extension("pdf"));
        let own = Paper::read(&file.with_extension("pdf"));
        let (pages, wanted) = (printed.pages.len(), own.pages.len());
        assert!(
            pages == wanted || pages == wanted + 1,
            "{file:?}: {pages} pages for {wanted}"
        );
        more += pages - wanted;
        for (at, page) in printed.pages.iter().enumerate() {
            for line in page
                .lines
                .iter()
                .filter(|line| line.y > 20.0 * MM && !line.text.trim().is_empty())
            {
                let (left, right) = (30.0 * MM - 1.0, page.width - 20.0 * MM + 3.0);
                let inside = line.x >= left && line.end <= right;
                assert!(inside, "{file:?}, page {}: {line:?} leaves the margins", at + 1);
                assert!(
                    line.y < page.height - 10.0 * MM,
                    "{file:?}, page {}: {line:?}",
                    at + 1
                );
            }
        }
    }
    assert!(more * 20 <= packages.len(), "{more} of {} have a page more", packages.len());
    places(
        &Paper::read(&flat.join("plan.pdf")),
        &Paper::read(&workspace.path("out/2024/plan.pdf")),
    );
}

/// The lines of the first page of the plan stand within 3 mm of where the PDF has them, in the same size.
fn places(printed: &Paper, own: &Paper) {
    for text in [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập",
        "Số:",
        "KẾ HOẠCH",
        "Công tác thi đua",
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "II. NỘI DUNG",
    ] {
        let (page, line) = printed.line(text);
        let (wanted_page, wanted) = own.line(text);
        assert_eq!(page, wanted_page, "{text}");
        assert!((line.x - wanted.x).abs() < 3.0 * MM, "{text}: {} {}", line.x, wanted.x);
        assert!((line.y - wanted.y).abs() < 3.0 * MM, "{text}: {} {}", line.y, wanted.y);
        assert!(
            (line.size - wanted.size).abs() < 0.2,
            "{text}: {} {}",
            line.size,
            wanted.size
        );
        assert_eq!((line.bold, line.italic), (wanted.bold, wanted.italic), "{text}");
    }
}

/// Titles are broken where those of pages are, and no name for it.
#[test]
fn titles_end_their_lines_where_pages_do() {
    let workspace = repository_copy();
    for format in ["pdf", "docx"] {
        let run = workspace.run(&["build", "2024", "--format", format]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    for (paper, style) in [
        ("2024/invitations/hoi-nghi", "Subject"),
        ("2024/programs/hoi-nghi-tong-ket", "Subject"),
        ("2024/documents/phuong-an-phuc-vu-hoi-nghi", "Subject"),
        ("2024/launches/hoang-van-thu/cum-phong-ban", "Matter"),
        ("2024/overview", "AppendixLabel"),
    ] {
        let file = workspace.path(&format!("out/{paper}.docx"));
        let text = part(&file, "word/document.xml");
        let own = text
            .split("<w:p>")
            .find(|one| one.contains(&format!("w:val=\"{style}\"")));
        let own = own.expect("the title").split("</w:p>").next().expect("its end");
        let lines: Vec<String> = own.split("<w:br/>").map(without_tags).collect();
        assert!(lines.len() > 1, "{paper}: {lines:?}");
        let pages = Paper::read(&file.with_extension("pdf"));
        let printed: Vec<String> =
            pages.pages[0].lines.iter().map(|line| bare(&line.text)).collect();
        for line in &lines {
            // A line of the left column can stand beside one of the right.
            let is_there = printed.iter().any(|own| own.starts_with(&bare(line)));
            assert!(is_there, "{paper}: {line:?} is no line of {printed:?}");
        }
        let torn = lines
            .iter()
            .any(|line| line.ends_with("khen") || line.ends_with("thi"));
        assert!(!torn, "{paper}: {lines:?}");
    }
}

fn without_tags(xml: &str) -> String {
    let after = |part: &str| part.split_once('>').map_or(part, |(_, text)| text).to_owned();
    xml.split('<').map(after).collect()
}

/// A bookmark names a key: when the key of a text changes, the file is made again, though its words stay.
#[test]
fn bookmarks_follow_their_keys() {
    let workspace = repository_copy();
    let letter = "data/2024/letters/cham-diem-cum.yaml";
    let names = || {
        let run = workspace.run(&["build", letter, "--format", "docx"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let text =
            part(&workspace.path("out/2024/letters/cham-diem-cum.docx"), "word/document.xml");
        let names = text
            .split("w:name=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().expect("its end"));
        names.map(str::to_owned).collect::<Vec<String>>()
    };
    let text = workspace.read(letter);
    let line = text
        .lines()
        .find(|line| line.starts_with("to: "))
        .expect("one addressee");
    assert!(
        names()
            .iter()
            .any(|name| name.starts_with("to_") && !name.starts_with("to_1_"))
    );
    let listed = line.replacen("to: ", "to:\n  - ", 1);
    workspace.replace(letter, line, &listed);
    let after = names();
    assert!(after.iter().any(|name| name.starts_with("to_1_")), "{after:?}");
}
