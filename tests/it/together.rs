//! What stays together on one line, and what becomes of the line before it.

use crate::page::{Line, Paper};
use crate::workspace::Workspace;

/// A plan with paragraphs that end alike, each a little later on its line than the one before.
fn shifted(sentence: &str) -> Paper {
    let workspace = Workspace::new();
    let path = "data/2024/plan.yaml";
    let text = std::fs::read_to_string(workspace.path(path)).expect("is there");
    let (head, rest) = text.split_once("purpose:\n").expect("a purpose");
    let (_, foot) = rest.split_once("requirements:").expect("requirements");
    let words = ["đề", "ra", "tốt", "hơn", "nghiêng", "ý"];
    let paragraphs: String = (0..90)
        .map(|at| {
            let shift: Vec<&str> =
                (0..at).map(|at: usize| words[at * at % words.len()]).collect();
            format!("  - Xqz {} {sentence}.\n", shift.join(" "))
        })
        .collect();
    workspace.write(path, format!("{head}purpose:\n{paragraphs}requirements:{foot}"));
    workspace.plan(&[])
}

/// The lines of each paragraph.
fn paragraphs(paper: &Paper) -> Vec<Vec<Vec<Line>>> {
    let mut found: Vec<Vec<Vec<Line>>> = Vec::new();
    let mut is_inside = false;
    for (_, line) in paper.lines() {
        if line.text.starts_with("Xqz") {
            found.push(Vec::new());
            is_inside = true;
        } else if line.bold {
            is_inside = false;
        }
        let Some(lines) = found.last_mut().filter(|_| is_inside) else { continue };
        match lines.last_mut() {
            Some(last) if (last[0].y - line.y).abs() < 0.01 => last.push(line.clone()),
            // The number of the page.
            _ if line.text.chars().all(|c| c.is_ascii_digit())
                && line.size > 12.9
                && line.x > 200.0
                && line.x < 350.0 => {}
            _ => lines.push(vec![line.clone()]),
        }
    }
    found
}

fn text(line: &[Line]) -> String {
    line.iter()
        .map(|line| line.text.as_str())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Holds the paragraphs: nothing of `kept` is broken over lines, and no line gapes before it.
fn hold(sentence: &str, kept: &[&str], may_break: &[&str]) {
    let paragraphs = paragraphs(&shifted(sentence));
    assert_eq!(paragraphs.len(), 90);
    let mut begins = 0;
    for lines in &paragraphs {
        let texts: Vec<String> = lines.iter().map(|line| text(line)).collect();
        let whole = texts.join(" ");
        for part in kept {
            assert!(whole.contains(part), "{whole}");
            let broken = texts.join("|");
            assert!(broken.contains(part), "{part} is broken: {broken}");
        }
        for (line, next) in lines.iter().zip(texts.iter().skip(1)) {
            let is_before = kept.iter().chain(may_break).any(|part| next.starts_with(part));
            begins += usize::from(is_before);
            let space = line.iter().map(|piece| piece.space).fold(1.0, f64::max);
            assert!(!is_before || space < 2.05, "{space:.2}: {} | {next}", text(line));
        }
    }
    assert!(begins > 3, "{sentence} begins {begins} lines");
}

#[test]
fn a_name_is_never_broken_and_no_line_gapes_for_it() {
    hold("noi gương đồng chí Hoàng Văn Thụ trong phong trào", &["Hoàng Văn Thụ"], &[]);
}

#[test]
fn a_number_stays_with_its_word_where_no_line_gapes_for_it() {
    hold(
        "hoàn thành trước thời hạn ngày 15/01/2024 theo quy định",
        &["15/01/2024"],
        &["ngày 15/01/2024"],
    );
    hold("theo tinh thần của Chỉ thị số 30-CT/TU về việc đó", &["30-CT/TU"], &["số 30-CT/TU"]);
}

#[test]
fn a_title_of_an_act_may_break_and_its_first_word_is_no_name() {
    let paragraphs =
        paragraphs(&shifted("quán triệt Luật Thi đua, khen thưởng và các văn bản"));
    let broken = paragraphs
        .iter()
        .filter(|lines| lines.iter().any(|line| text(line).ends_with(" Luật")));
    assert!(broken.count() > 0, "a line may end behind it");
}
