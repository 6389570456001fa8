//! The files themselves: standards, properties, structure, bytes, pictures, atomic writing.

use std::fs;
use std::time::Duration;

use crate::page::Paper;
use crate::workspace::Workspace;

/// The uncompressed parts of a PDF as text.
fn raw(workspace: &Workspace) -> String {
    let bytes = fs::read(workspace.path("out/2024/plan.pdf")).expect("the plan");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn the_same_data_make_the_same_bytes() {
    let (first, second) = (Workspace::new(), Workspace::new());
    let one = first.plan(&[]).bytes;
    std::thread::sleep(Duration::from_millis(1100));
    assert_eq!(one, second.plan(&["--jobs", "1"]).bytes, "in another folder, a second later");
    assert_eq!(one, first.plan(&["--force"]).bytes, "over the old file");
}

#[test]
fn the_file_declares_its_standards_and_properties() {
    let workspace = Workspace::new();
    workspace.plan(&[]);
    let raw = raw(&workspace);
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Kế hoạch công tác thi đua, khen thưởng năm 2024",
        "Ủy ban nhân dân huyện Cao Lộc",
        "<xmp:CreateDate>2024-01-01",
    ] {
        assert!(raw.contains(part), "{part}");
    }
    assert!(raw.starts_with("%PDF-1.7"));
    let catalog = raw.find("/Type/Catalog").map(|at| &raw[at..raw.len().min(at + 800)]);
    let catalog = catalog.map_or_else(|| raw.replace(' ', ""), |text| text.replace(' ', ""));
    for part in ["/Lang(vi-VN)", "/MarkInfo", "/StructTreeRoot", "/Outlines"] {
        assert!(catalog.contains(part), "{part} in {catalog}");
    }
}

#[test]
fn the_signers_name_is_one_run_of_text_and_stands_once() {
    let paper = Workspace::new().plan(&[]);
    let lines = paper.lines().filter(|(_, line)| line.text == "Nguyễn Duy Anh");
    assert_eq!(lines.count(), 1);
    assert_eq!(paper.letters().matches("NguyễnDuyAnh").count(), 1);
}

#[test]
fn a_number_and_a_day_that_are_given_stand_in_their_gaps() {
    let workspace = Workspace::new();
    workspace.replace("data/2024/plan.yaml", "number: ~ ", "number: 5 ");
    workspace.replace("data/2024/plan.yaml", "date: 2024-01 ", "date: 2024-01-05 ");
    let paper = workspace.plan(&[]);
    paper.line("Số: 05/KH-UBND");
    paper.line("Cao Lộc, ngày 05 tháng 01 năm 2024");
}

#[test]
fn a_draft_is_marked_and_shows_its_blanks() {
    let workspace = Workspace::new();
    workspace.replace("data/agencies.yaml", "name: Nguyễn Duy Anh", "name: ~");
    workspace.replace("data/2024/plan.yaml", "date: 2024-01 ", "#");
    workspace.replace("data/2024/plan.yaml", "subject: Công", "subject: ~ # Công");
    workspace.replace("data/2024/plan.yaml", "filing: VT, NV", "filing: ~");
    workspace.replace("data/2024/plan.yaml", "requirements:\n", "requirements: ~\nx:\n");
    let text = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("is there");
    let (before, after) = text.split_once("x:\n").expect("the mark");
    let after = after.split_once("\n\n").expect("a paragraph").1;
    workspace.write("data/2024/plan.yaml", format!("{before}\n{after}"));
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    for code in ["error[empty-value]", "error[missing-key]"] {
        assert!(run.err.contains(code), "{code} in {}", run.err);
    }
    assert!(!workspace.path("out").exists(), "nothing is made");
    let run = workspace.run(&["build", "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/draft/2024/plan.pdf"));
    assert!(!workspace.path("out/2024").exists(), "a draft takes no paper's place");
    let text = paper.letters();
    assert!(text.contains("[Yêucầu]") && text.contains("[Họtênngườiký]"), "{text}");
    let shaded = paper.pages[0].rules.iter().filter(|rule| rule.height > 8.0).count();
    assert!(text.matches("[Tríchyếu]").count() == 2 && text.contains("[Lưu]"), "{text}");
    assert!(shaded >= 6, "number, day, month and text are shaded: {shaded}");
    for page in &paper.pages {
        assert_eq!(page.turned, "DỰ THẢO", "the mark behind every page");
    }
    assert!(
        Workspace::new()
            .plan(&[])
            .pages
            .iter()
            .all(|page| page.turned.is_empty())
    );
}

#[test]
fn pictures_and_markup() {
    let workspace = Workspace::new();
    for format in ["png", "svg", "typ"] {
        let run = workspace.run(&["build", "--format", format]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let start = |name: &str| {
        fs::read(workspace.path(&format!("out/{name}"))).map(|bytes| bytes[..8].to_vec())
    };
    for page in 1..=3 {
        assert_eq!(
            start(&format!("2024/plan-{page}.png")).expect("png"),
            b"\x89PNG\r\n\x1a\n"
        );
        assert_eq!(start(&format!("2024/plan-{page}.svg")).expect("svg")[..4], *b"<svg");
    }
    assert!(start("2024/plan-4.png").is_err());
    assert_eq!(start("2024/plan.typ").expect("typ"), b"#import ");
    // The markup finds what it imports.
    assert!(workspace.path("out/templates/nd30.typ").exists());
}

#[test]
fn the_old_file_stays_when_the_new_one_cannot_be_made() {
    let workspace = Workspace::new();
    let old = workspace.plan(&[]).bytes;
    workspace.replace(
        "data/2024/plan.yaml",
        "quarter: 4\n    text: Hướng",
        "quarter: 5\n    text: Hướng",
    );
    assert_eq!(workspace.run(&["build"]).code, 1);
    assert_eq!(fs::read(workspace.path("out/2024/plan.pdf")).expect("still there"), old);
    let files = fs::read_dir(workspace.path("out/2024")).expect("a folder").count();
    assert_eq!(files, 1, "nothing is left over");
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let workspace = Workspace::new();
    workspace.write("out", "a file in the way");
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("error[unwritable]: cannot write out/2024/plan.pdf"),
        "{}",
        run.err
    );
    assert_eq!(fs::read(workspace.path("out")).expect("untouched"), b"a file in the way");
}

#[test]
fn one_faulty_document_does_not_stop_the_others() {
    let workspace = Workspace::new();
    let plan = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("is there");
    for at in 0..20 {
        workspace.write(&format!("data/2024/more/p{at}.yaml"), &plan);
    }
    workspace.write("data/2024/more/p7.yaml", plan.replace("quarter: 3", "quarter: 0"));
    let run = workspace.run(&["build", "--jobs", "3"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.lines().count(), 20, "{}", run.out);
    assert!(run.err.contains("20 documents were made. 1 document has errors"), "{}", run.err);
    assert!(!workspace.path("out/2024/more/p7.pdf").exists());
    let order: Vec<&str> = run.out.lines().filter_map(|line| line.split(' ').next()).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    assert_eq!(order, sorted, "results come in order");
}

#[test]
fn a_workspaces_template_takes_the_place_of_the_embedded_one() {
    let workspace = Workspace::new();
    let template = "#import \"/templates/nd30.typ\": *\n#set document(title: \"t\", date: \
                    datetime(year: 2024, month: 1, day: 1))\n#set text(font: \"Liberation \
                    Serif\", lang: \"vi\")\n#set page(margin: 35mm)\n{{ head.subject }}\n";
    workspace.write("templates/plan.typ.j2", template);
    let paper = workspace.plan(&[]);
    assert_eq!(paper.letters(), "Côngtácthiđua,khenthưởngnăm2024");
}
