//! A text in parts: phần, chương, mục, điều, khoản, điểm, with their numbers and looks (Decree 30/2020/NĐ-CP, Appendix I,
//! II.6), and what is stamped on a paper (III).

use crate::page::Paper;
use crate::workspace::Workspace;

const FORM: &str = "name: {vi: Quy chế, en: Rule}\ntype: Quy chế\nlayout: titled\nkeys:\n  body: {is: clauses, need: draft, diff: true, name: {vi: Nội dung, en: Body}, help: {vi: nội dung, en: the text}}\n";
const TEMPLATE: &str = "{%- from \"parts.typ.j2\" import clauses %}\n{%- include \"head.typ.j2\" %}\n{{ clauses(paper.body, closing=true) }}\n{% include \"foot.typ.j2\" %}\n";
const PAPER: &str = "data/2024/rules/quy-che.yaml";
const BODY: &str = "  - chapter: Quy định chung
    items:
      - article: Phạm vi điều chỉnh
        id: pham-vi
        text: Quy chế này quy định hoạt động của cụm thi đua năm 2024.
      - article: Nguyên tắc
        items:
          - Tự nguyện, công khai.
          - text: \"Bình xét theo:\"
            id: can-cu
            items:
              - Kết quả thực hiện nhiệm vụ
              - text: Kết quả phong trào
                items: [thường xuyên]
  - chapter: Tổ chức thực hiện
    items:
      - section: Cụm trưởng
        items:
          - article: Nhiệm vụ
            text: Cụm trưởng thực hiện {ref.can-cu} và {ref.pham-vi}.
      - section: Cụm phó
        items:
          - article: ~
            text: Cụm phó giúp Cụm trưởng
";

fn with(body: &str, more: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write("templates/rule.form.yaml", FORM);
    workspace.write("templates/rule.typ.j2", TEMPLATE);
    workspace.write(
        PAPER,
        format!(
            "kind: rule\nsample: true\nyear: 2024\nissuer: ubnd-huyen\ndate: 2024-03\nsubject: Hoạt động của cụm thi đua\n{more}body:\n{body}\
             recipients: [Như Điều 1]\nfiling: VT\nsigner: chu-tich\n"
        ),
    );
    workspace
}

fn made(workspace: &Workspace) -> Paper {
    let run = workspace.run(&["build", PAPER]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/rules/quy-che.pdf"))
}

#[test]
fn parts_are_numbered_and_look_as_the_decree_has_them() {
    let paper = made(&with(BODY, ""));
    let lines: Vec<String> = paper
        .lines()
        .map(|(_, line)| line.text.trim().replace('\u{a0}', " "))
        .collect();
    let places: Vec<Option<usize>> = [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh",
        "Điều 2. Nguyên tắc",
        "1. Tự nguyện, công khai.",
        "2. Bình xét theo:",
        "a) Kết quả thực hiện nhiệm vụ",
        "b) Kết quả phong trào",
        "- thường xuyên",
        "Chương II",
        "TỔ CHỨC THỰC HIỆN",
        "Mục 1",
        "CỤM TRƯỞNG",
        "Điều 3. Nhiệm vụ",
        "Cụm trưởng thực hiện khoản 2 Điều 2 và Điều 1.",
        "Mục 2",
        // The label is bold, the text is not.
        "Điều 4.",
        "Cụm phó giúp Cụm trưởng./.",
    ]
    .iter()
    .map(|wanted| lines.iter().position(|line| line == wanted))
    .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {lines:?}");
    let (_, chapter) = paper.line("Chương II");
    let (_, title) = paper.line("QUY ĐỊNH CHUNG");
    let (_, type_name) = paper.line("QUY CHẾ");
    assert!(chapter.bold && title.bold);
    assert!((chapter.middle() - type_name.middle()).abs() < 1.0, "centred");
    assert!((title.middle() - type_name.middle()).abs() < 1.0, "centred");
    let (_, article) = paper.line("Điều 1. Phạm vi điều chỉnh");
    let (_, clause) = paper.line("1. Tự nguyện");
    assert!(article.bold && !clause.bold);
    assert!((article.x - clause.x).abs() < 0.2, "both at the first-line indent");
}

#[test]
fn a_text_that_ends_in_a_title_ends_with_the_end_mark() {
    for (last, wanted) in [
        ("  - article: Hiệu lực thi hành\n", "Điều 5. Hiệu lực thi hành./."),
        ("  - chapter: Hiệu lực thi hành\n", "HIỆU LỰC THI HÀNH./."),
    ] {
        let paper = made(&with(&format!("{BODY}{last}"), ""));
        assert!(paper.line(wanted).1.bold, "{wanted}");
        assert_eq!(paper.letters().matches("./.").count(), 1, "{wanted}");
    }
}

#[test]
fn the_outline_names_chapters_with_their_numbers() {
    let paper = made(&with(BODY, ""));
    let titles: Vec<String> = paper
        .outline
        .iter()
        .map(|title| title.replace('\u{a0}', " "))
        .collect();
    for wanted in
        ["Chương I. QUY ĐỊNH CHUNG", "Mục 1. CỤM TRƯỞNG", "Điều 1. Phạm vi điều chỉnh"]
    {
        assert!(titles.iter().any(|title| title == wanted), "{wanted}: {titles:?}");
    }
}

#[test]
fn what_stands_after_a_dash_is_referred_to_by_its_point() {
    let body = BODY
        .replace("items: [thường xuyên]", "items: [{text: thường xuyên, id: gach}]")
        .replace("{ref.can-cu}", "{ref.gach}");
    let paper = made(&with(&body, ""));
    paper.line("Cụm trưởng thực hiện điểm b khoản 2 Điều 2 và Điều 1.");
}

#[test]
fn references_stay_right_when_something_is_inserted() {
    let inserted = "      - article: Đối tượng áp dụng\n        text: Các cụm thi đua.\n      - article: Phạm vi điều chỉnh\n";
    let body = BODY.replacen("      - article: Phạm vi điều chỉnh\n", inserted, 1);
    let paper = made(&with(&body, ""));
    paper.line("Cụm trưởng thực hiện khoản 2 Điều 3 và Điều 2.");
    let unknown = BODY.replace("{ref.can-cu}", "{ref.can-cu-1}");
    let run = with(&unknown, "").run(&["build", PAPER]);
    assert!(run.err.contains("error[unknown-name]"), "{}", run.err);
    assert!(run.err.contains("ref.can-cu"), "{}", run.err);
}

#[test]
fn what_the_decree_forbids_is_told_with_its_clause() {
    let points = "  - article: Một\n    items:\n      - text: hai\n        items:\n"
        .to_owned()
        + &"          - một điểm\n".repeat(24);
    for (body, code) in [
        (
            "  - article: Một\n    items:\n      - chapter: Hai\n        text: a\n",
            "level-misplaced",
        ),
        (
            "  - section: Một\n    items:\n      - subsection: Hai\n        text: a\n",
            "level-misplaced",
        ),
        ("  - chapter: ~\n    items: [{article: Một, text: a}]\n", "title-missing"),
        (points.as_str(), "too-many-points"),
        (
            "  - article: Một\n    id: a\n    text: b\n  - article: Hai\n    id: a\n    text: b\n",
            "duplicate-id",
        ),
        ("  - article: Một\n    txt: b\n", "unknown-key"),
        ("  - article: Một\n    items: một\n", "wrong-type"),
        ("  - article: ~\n", "empty-text"),
    ] {
        let run = with(body, "").run(&["build", PAPER]);
        assert_eq!(run.code, 1, "{body}: {}", run.err);
        assert!(run.err.contains(&format!("error[{code}]")), "{code}: {}", run.err);
    }
}

#[test]
fn a_text_in_parts_rolls_and_is_compared() {
    let workspace = with(BODY, "").lasting();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let new = std::fs::read_to_string(workspace.path("data/2025/rules/quy-che.yaml"));
    let new = new.expect("rolled");
    assert!(new.contains("hoạt động của cụm thi đua năm 2025"), "{new}");
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert!(run.out.contains("[-2024.-] {+2025.+}"), "{}", run.out);
    // A question about a text is shown in the draft.
    let open = "questions:\n  - at: body.3\n    ask: Đúng chưa?\nbody:\n";
    workspace.replace(PAPER, "body:\n", open);
    let run = workspace.run(&["build", PAPER]);
    assert!(run.err.contains("error[open-question]"), "{}", run.err);
    assert_eq!(workspace.run(&["build", PAPER, "--draft"]).code, 0);
}

#[test]
fn stamps_marks_and_address_stand_in_their_places() {
    let more = "urgency: very-urgent\ncirculation: internal\ndrafted_by: PL\ncopies: 300\naddress: Khu 6, thị trấn Cao Lộc\n";
    let paper = made(&with(BODY, more));
    let (page, stamp) = paper.line("THƯỢNG KHẨN");
    let (_, number) = paper.line("/QC-UBND");
    let (_, circulation) = paper.line("LƯU HÀNH NỘI BỘ");
    let (_, national) = paper.line("CỘNG HÒA XÃ HỘI");
    assert!(page == 0 && stamp.bold && stamp.y > number.y && stamp.middle() < 250.0);
    assert!(circulation.bold && circulation.y < national.y);
    let (page, address) = paper.line("Khu 6, thị trấn Cao Lộc");
    let page_lines = &paper.pages[page].lines;
    assert!(
        page == 0 && page_lines.iter().all(|line| line.y <= address.y + 0.1),
        "at the foot"
    );
    let (_, filing) = paper.line("- Lưu: VT.");
    let (_, marks) = paper.line("PL.(300)");
    assert!(marks.y > filing.y && (marks.size - 11.0).abs() < 0.1);
    for (from, to, told) in [
        ("very-urgent", "soon", "error[unknown-word]"),
        ("internal", "secret", "error[unknown-word]"),
        ("copies: 300", "copies: many", "a whole number of copies"),
        ("copies: 300", "copies: 0", "a whole number of copies"),
    ] {
        let run = with(BODY, &more.replace(from, to)).run(&["build", PAPER]);
        assert_eq!(run.code, 1, "{to}");
        assert!(run.err.contains(told), "{to}: {}", run.err);
    }
}
