//! Where lines and pages break: rows, titles, the last clause and the signature.

use crate::decree::{ASCENDER, DESCENDER, near, rule_under};
use crate::page::Line;
use crate::workspace::Workspace;

/// A plan with many tasks of two lines, whose first and last words name them.
fn many_tasks(count: usize, before: usize) -> Workspace {
    let workspace = Workspace::new();
    let path = "data/2024/plan.yaml";
    let text = std::fs::read_to_string(workspace.path(path)).expect("is there");
    let (head, rest) = text.split_once("tasks:\n").expect("tasks");
    let (_, foot) = rest.split_once("arrangements:\n").expect("arrangements");
    let filler = "câu chữ cho đủ hai dòng trong ô của bảng nhiệm vụ này";
    let tasks: String = (0..count)
        .map(|at| {
            format!(
                "  - id: t{at}\n    quarter: {}\n    text: đầu{at}x {filler} {filler} cuối{at}x\n    \
                 agencies: [ubnd-huyen, phong-noi-vu, co-quan-don-vi-lien-quan]\n",
                1 + at * 4 / count
            )
        })
        .collect();
    let more =
        "purpose:\n  - Thêm một dòng.\n".to_owned() + &"  - Thêm một dòng.\n".repeat(before);
    let head = head.replacen("purpose:\n", &more, 1);
    workspace.write(path, format!("{head}tasks:\n{tasks}arrangements:\n{foot}"));
    workspace
}

#[test]
fn rows_stay_whole_and_quarters_stay_with_their_tasks() {
    for before in 0..12 {
        let paper = many_tasks(24, before).plan(&[]);
        let page_of = |text: &str| paper.line(text).0;
        for task in 0..24 {
            assert_eq!(page_of(&format!("đầu{task}x")), page_of(&format!("cuối{task}x")));
        }
        for (quarter, first) in [("QUÝ I", 0), ("QUÝ II", 6), ("QUÝ III", 12), ("QUÝ IV", 18)]
        {
            let title = paper.lines().find(|(_, line)| line.text == quarter).expect(quarter);
            assert_eq!(title.0, page_of(&format!("đầu{first}x")), "{quarter}, {before}");
        }
    }
}

#[test]
fn a_row_higher_than_a_page_breaks_with_two_lines_on_each_side() {
    for words in [300, 700, 703, 706, 709, 712, 1500] {
        let workspace = Workspace::new();
        let long = "lời ".repeat(words);
        workspace.replace(
            "data/2024/plan.yaml",
            "Hướng dẫn tổng kết công tác TĐKT năm 2024",
            &format!("đầuX {long} cuốiX"),
        );
        let paper = workspace.plan(&[]);
        let (first, last) = (paper.line("đầuX").0, paper.line("cuốiX").0);
        for page in first..=last {
            let lines = paper.pages[page].lines.iter();
            let lines = lines.filter(|line| line.text.contains("lời lời")).count();
            assert!(lines >= 2, "{lines} on page {page}, {words} words");
        }
    }
}

#[test]
fn the_signature_never_stands_alone() {
    for before in 0..25 {
        let paper = many_tasks(1, before).plan(&[]);
        let (page, _) = paper.line("Nơi nhận:");
        let (end, last) = paper.line("./.");
        assert_eq!(page, end, "{before}");
        let lines = paper.pages[page].lines.iter();
        let text = lines.filter(|line| line.y <= last.y && line.size == 14.0 && !line.bold);
        assert!(text.count() >= 2, "two lines at least, {before}");
    }
}

#[test]
fn a_last_clause_of_any_length_ends_above_the_signature() {
    for words in (60..900).step_by(41) {
        let workspace = Workspace::new();
        let long = format!("thực hiện {}", "lời ".repeat(words));
        workspace.replace("data/2024/plan.yaml", "kết quả thực hiện\n", &format!("{long}\n"));
        let paper = workspace.plan(&[]);
        let (page, label) = paper.line("Nơi nhận:");
        let (end, last) = paper.line("./.");
        assert_eq!(page, end, "{words} words");
        let text = paper.pages[page]
            .lines
            .iter()
            .filter(|line| line.text.contains("lời"));
        assert!(text.count() >= 2, "{words} words");
        let gap = (label.y - ASCENDER * label.size) - (last.y + DESCENDER * last.size);
        assert!((12.0..16.0).contains(&gap), "{words} words: {gap:.1} pt to the signature");
    }
}

#[test]
fn long_titles_break_evenly_and_keep_their_rules_in_range() {
    let workspace = Workspace::new();
    workspace.replace(
        "data/2024/plan.yaml",
        "subject: Công tác thi đua, khen thưởng năm 2024",
        "subject: Thu thập, cập nhật, chỉnh sửa, tổng hợp thông tin về người lao động và nhu cầu \
         tuyển dụng lao động trên địa bàn huyện Cao Lộc giai đoạn 2024 - 2025",
    );
    workspace.replace(
        "data/agencies.yaml",
        "[ỦY BAN NHÂN DÂN, HUYỆN CAO LỘC]",
        "[BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA]",
    );
    let paper = workspace.plan(&[]);
    let page = &paper.pages[0];
    let subject: Vec<&Line> = page
        .lines
        .iter()
        .filter(|line| line.size == 14.0 && line.bold && line.y < 230.0)
        .skip(1)
        .collect();
    assert!(subject.len() >= 2);
    let widths: Vec<f64> = subject.iter().map(|line| line.width()).collect();
    let (least, most) = (
        widths.iter().fold(f64::MAX, |a, b| a.min(*b)),
        widths.iter().fold(0.0, |a: f64, b| a.max(*b)),
    );
    assert!(least > 0.5 * most, "even lines: {widths:?}");
    let last = subject.last().expect("a line");
    let share = rule_under(&page.rules, last).width / last.width();
    assert!((1.0 / 3.0..=0.5).contains(&share), "{share}");
    // The agency's name keeps to its column, and the date to the line of the number.
    let (_, national) = paper.line("CỘNG HÒA");
    for line in page
        .lines
        .iter()
        .filter(|line| line.bold && line.x < 250.0 && line.y < 130.0)
    {
        assert!(line.end < national.x, "{}", line.text);
    }
    near(paper.line("Số:").1.y, paper.line("tháng 01 năm 2024").1.y, "one line");
}

#[test]
fn bases_in_lines_are_italic_with_their_end_marks() {
    let workspace = Workspace::new();
    workspace.without_layout("data/2024/plan.yaml");
    let paper = workspace.plan(&[]);
    let italic: Vec<&Line> = paper.pages[0]
        .lines
        .iter()
        .filter(|line| line.italic && line.size == 14.0)
        .collect();
    assert!(italic[0].text.starts_with("Căn cứ Luật Thi đua"));
    let letters: String = italic.iter().map(|line| line.text.as_str()).collect();
    assert!(
        letters.contains("thi hành;")
            && letters.ends_with("241/KH-UBND của UBND tỉnh ngày 28 tháng 12 năm 2023."),
        "{letters}"
    );
    let (_, sentence) = paper.line("UBND huyện Cao Lộc xây dựng");
    assert!(!sentence.italic);
}
