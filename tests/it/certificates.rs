//! Certificates: a lying page for each of those who are honoured (Decree 98/2023/NĐ-CP, Article 104).

use crate::page::{Line, Page, Paper};
use crate::workspace::Workspace;

const CERTIFICATES: &str = "data/2024/certificates/khen-thuong.yaml";
const PDF: &str = "out/2024/certificates/khen-thuong.pdf";
/// A4, lying, in points.
const A4_LYING: (f64, f64) = (841.89, 595.28);

fn office() -> Workspace {
    let workspace = Workspace::new();
    for name in [CERTIFICATES, "data/awards.yaml"] {
        workspace.copy(name);
    }
    workspace
}

#[track_caller]
fn build(workspace: &Workspace) -> Paper {
    let run = workspace.run(&["build", CERTIFICATES]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path(PDF))
}

/// The line of a page that has some words.
#[track_caller]
fn line<'a>(page: &'a Page, text: &str) -> &'a Line {
    page.lines
        .iter()
        .find(|line| line.text.contains(text))
        .unwrap_or_else(|| panic!("`{text}` on its page"))
}

#[test]
fn each_of_those_who_are_honoured_has_a_lying_page() {
    let paper = build(&office());
    assert_eq!(paper.pages.len(), 3);
    for (at, (page, name)) in paper
        .pages
        .iter()
        .zip(["Trường Mầm non A", "Hoàng Thị D", "Nông Văn E"])
        .enumerate()
    {
        let (width, height) = A4_LYING;
        assert!((page.width - width).abs() < 0.1 && (page.height - height).abs() < 0.1);
        let award = line(page, "GIẤY KHEN");
        let centre = award.middle();
        let below = |line: &Line, above: &Line| line.y > above.y;
        let mut above = line(page, "CỘNG HÒA XÃ HỘI");
        for words in [
            "Độc lập",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CAO LỘC",
            "TẶNG",
            "GIẤY KHEN",
            name,
            "Đã có thành tích",
        ] {
            let line = line(page, words);
            assert!(below(line, above), "{words}");
            assert!((line.middle() - centre).abs() < 1.0, "{words}");
            above = line;
        }
        assert!(!award.black && line(page, name).black);
        assert!(award.bold && line(page, name).bold && !line(page, "Đã có thành tích").bold);
        // The number of its golden book counts on.
        let book = line(page, "Số sổ vàng:");
        assert_eq!(book.text, format!("Số sổ vàng: {}", at + 1));
        assert!(book.bold && book.italic && book.middle() < centre);
        assert!(line(page, "Cao Lộc, ngày").middle() > centre);
        assert!(line(page, "Nguyễn Duy Anh").middle() > centre);
    }
}

#[test]
fn the_room_of_the_decision_is_filled_when_it_is_known() {
    let workspace = office();
    assert!(build(&workspace).letters().contains("tháng02năm2024"));
    workspace.replace(CERTIFICATES, "book_from: 1", "decision: 12/QĐ-UBND ngày 15/02/2024");
    let letters = build(&workspace).letters();
    assert_eq!(letters.matches("Quyếtđịnhsố:12/QĐ-UBNDngày15/02/2024").count(), 3);
    assert!(!letters.contains("sổvàng"), "{letters}");
}

#[test]
fn a_row_of_its_own_achievement_has_no_other() {
    let paper = build(&office());
    let last: String = paper.pages[2].lines.iter().map(|line| line.text.as_str()).collect();
    assert!(last.contains("gia đình văn hóa năm 2023."), "{last}");
    assert!(!last.contains("phong trào thi đua năm 2023"), "{last}");
}

#[test]
fn an_award_of_the_province_is_refused() {
    let workspace = office();
    workspace.replace(CERTIFICATES, "award: Giấy khen", "award: Cờ thi đua của Chính phủ");
    let run = workspace.run(&["check", CERTIFICATES]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("award-not-granted"), "{}", run.err);
}

#[test]
fn a_draft_leaves_room_for_who_is_not_known() {
    let workspace = office();
    workspace.replace(CERTIFICATES, "{name: Trường Mầm non A}", "{name: ~}");
    assert_eq!(workspace.run(&["build", CERTIFICATES]).code, 1);
    let run = workspace.run(&["build", "--draft", CERTIFICATES]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(
        Paper::read(&workspace.path("out/draft/2024/certificates/khen-thuong.pdf"))
            .pages
            .len(),
        3
    );
}

#[test]
fn a_certificate_that_does_not_fit_its_page_is_told() {
    let workspace = office();
    let long = "Đã có thành tích xuất sắc trong xây dựng gia đình văn hóa. ".repeat(30);
    let own =
        "achievement: Đã có thành tích xuất sắc trong xây dựng gia đình văn hóa năm 2023";
    workspace.replace(CERTIFICATES, own, &format!("achievement: \"{long}\""));
    let run = workspace.run(&["build", CERTIFICATES]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[beyond-margin]"), "{}", run.err);
    assert!(run.err.contains("page 3"), "{}", run.err);
}
