//! Reports at the edges: nothing, one, very much.

use std::fmt::Write as _;
use std::fs;

use crate::page::{MM, Paper};
use crate::workspace::Workspace;

const REPORT: &str = "data/2024/reports/q1.yaml";

fn made(workspace: &Workspace) -> Paper {
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/reports/q1.pdf"))
}

/// An office of which one unit recorded what the test says.
fn with_record(record: &str) -> Workspace {
    let workspace = Workspace::with_results();
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    let head = "sample: true\nyear: 2024\nunit: xa-gia-cat\n";
    workspace.write("data/2024/results/xa-gia-cat.yaml", format!("{head}{record}"));
    workspace
}

#[test]
fn one_award_of_one() {
    let paper = made(&with_record(
        "awards:\n  - {date: 2024-02-01, award: giay-khen, level: district, way: sudden, \
         stage: granted, individuals: 1, direct_workers: 0}\n",
    ));
    let letters = paper.letters();
    // Of whom there is none, nothing is said.
    for told in [
        "có1lượtcánhân(giảm769,",
        "đượcChủtịchUBNDhuyệnkhenthưởng;khôngcótậpthểđượckhenthưởng(cùngkỳnăm2023:56lượttậpthể)\
         (chitiết",
        "Cánhânnàykhôngphảilàngườitrựctiếplaođộng.",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
    assert!(!letters.contains("đềnghị"), "{letters}");
    let levels = paper.appendix("Phụ lục III")[0].levels();
    let texts = |level: &Vec<&crate::page::Line>| -> Vec<String> {
        level.iter().map(|line| line.text.trim().to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = levels.iter().map(texts).collect();
    for row in [
        &["1", "Giấy khen", "Huyện", "Đột xuất", "0", "1", "0", "0", "0", "0"][..],
        &["Tổng cộng", "0", "1", "0", "0", "0", "0"],
    ] {
        assert!(rows.iter().any(|found| found == row), "{row:?}: {rows:?}");
    }
}

#[test]
fn thousands_are_grouped_in_sentence_and_table() {
    let paper = made(&with_record(
        "movements:\n  - {name: Một phong trào, from: 2024-02-01, collectives: 999, individuals: 1234567}\n\
         awards:\n  - {date: 2024-02-01, award: giay-khen, level: district, way: regular, \
         stage: granted, individuals: 12345, direct_workers: 1543}\n\
         fund:\n  - {date: 2024-02-01, received: 999999999999}\n",
    ));
    let letters = paper.letters();
    assert!(letters.contains("12.345lượtcánhân"), "{letters}");
    // 1543 of 12345 are 12.498 %.
    assert!(letters.contains("1.543lượtngườitrựctiếplaođộng,chiếm12,5%"), "{letters}");
    assert!(letters.contains("999lượttậpthể,1.234.567lượtcánhân"), "{letters}");
    assert!(letters.contains("đãtríchlập999.999.999.999đồng"), "{letters}");
    let appendix = &paper.appendix("Phụ lục III")[0];
    let cells = appendix.lines.iter().filter(|line| line.text.trim() == "12.345");
    assert_eq!(cells.count(), 2, "the row and the total");
}

#[test]
fn an_empty_quarter_has_no_empty_tables() {
    let workspace =
        with_record("training:\n  - {date: 2024-02-01, classes: 1, participants: 9}\n");
    let paper = made(&workspace);
    let letters = paper.letters();
    for told in [
        "cáccơquan,đơnvịkhôngphátđộngphongtràothiđuamới(cùngkỳnăm2023:4phongtrào)",
        "khôngcótậpthể,cánhânđượckhenthưởnghoặcđượcđềnghịkhenthưởng(cùngkỳnăm2023khenthưởng\
         56lượttậpthể,770lượtcánhân).",
        "quáhạn7nhiệmvụ(chitiếttạiPhụlụcI).",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
    // The tasks and the units are left, and every task of the quarter is overdue.
    assert_eq!(paper.appendix("Phụ lục I").len(), 1);
    assert!(!letters.contains("PhụlụcIII"), "{letters}");
    assert!(letters.matches("Quáhạn").count() > 1);
}

#[test]
fn a_unit_without_results_stands_in_the_table_as_such() {
    let workspace = Workspace::with_results();
    fs::remove_file(workspace.path("data/2024/results/xa-gia-cat.yaml")).expect("was there");
    let paper = made(&workspace);
    let pages = paper.appendix("Phụ lục II");
    let row = pages
        .iter()
        .flat_map(crate::page::Page::levels)
        .find(|level| level.iter().any(|line| line.text == "UBND xã Gia Cát"));
    let row = row.expect("its row");
    let cells: Vec<&str> = row.iter().map(|line| line.text.trim()).collect();
    assert_eq!(
        cells[2..],
        ["4", "–", "–", "–", "4", "–", "–", "–", "–", "–", "–", "Chưa báo cáo"]
    );
}

/// Adds units to a cluster, each with a movement and an award.
fn add_units(workspace: &Workspace, count: usize) {
    let agencies = workspace.path("data/agencies.yaml");
    let mut text = fs::read_to_string(&agencies).expect("there");
    for at in 0..count {
        let _ = write!(
            text,
            "\n  - id: xa-them-{at:03}\n    name: Ủy ban nhân dân xã Thêm Vào Cho Đủ Ba Trăm Số {at}\n    \
             cluster: cum-xa-thi-tran\n"
        );
        workspace.write(
            &format!("data/2024/results/xa-them-{at:03}.yaml"),
            format!(
                "sample: true\nyear: 2024\nunit: xa-them-{at:03}\nmovements:\n  - {{name: Một phong trào, \
                 from: 2024-02-01, collectives: 1, individuals: 10}}\n"
            ),
        );
    }
    fs::write(agencies, text).expect("written");
}

#[test]
fn an_appendix_of_three_hundred_rows() {
    let workspace = Workspace::with_results();
    add_units(&workspace, 300);
    let paper = made(&workspace);
    let pages = paper.appendix("Phụ lục II");
    assert!(pages.len() > 10, "{}", pages.len());
    // Landscape, within the margins, the head on each page, page numbers from 2 on.
    for (at, page) in pages.iter().enumerate() {
        assert!(page.width > page.height);
        for line in &page.lines {
            assert!(
                line.x > 30.0 * MM - 1.0 && line.end < page.width - 15.0 * MM + 1.0,
                "{line:?}"
            );
            assert!(line.y < page.height - 20.0 * MM + 1.0, "{line:?}");
        }
        for rule in &page.rules {
            assert!(rule.y + rule.height < page.height - 20.0 * MM + 1.0, "{rule:?}");
        }
        let numbered = page
            .lines
            .iter()
            .any(|line| line.text == (at + 1).to_string() && line.y < 60.0);
        assert_eq!(numbered, at > 0, "page {}", at + 1);
        let heads = page
            .lines
            .iter()
            .filter(|line| line.bold && line.text == "Cơ quan, đơn vị");
        let has_rows = page.levels().iter().any(|level| level.len() > 10);
        assert_eq!(heads.count(), usize::from(has_rows), "page {}", at + 1);
    }
}

#[test]
fn three_hundred_rows_are_all_there_and_counted() {
    let workspace = Workspace::with_results();
    add_units(&workspace, 300);
    let paper = made(&workspace);
    let pages = paper.appendix("Phụ lục II");
    // Rows are numbered without a gap, none is cut in two, and the names stand whole.
    let letters: String = pages
        .iter()
        .flat_map(|page| &page.lines)
        .map(|line| line.text.as_str())
        .collect();
    let letters: String = letters.split_whitespace().collect();
    for at in 0..300 {
        let row = format!("{}ỦybannhândânxãThêmVàoChoĐủBaTrămSố{at}", at + 23);
        assert!(letters.contains(&row), "{row}");
    }
    // Name and numbers of a row are on one page.
    for page in pages {
        let ends = page
            .lines
            .iter()
            .filter(|line| line.text.starts_with("Ủy ban nhân dân"))
            .count();
        let starts = page
            .lines
            .iter()
            .filter(|line| line.text.contains("Số ") || line.text.contains("Ba Trăm"))
            .count();
        assert!(starts >= ends, "a row goes on on the next page");
    }
    // 300 movements more than the recount's.
    let total = pages
        .iter()
        .flat_map(crate::page::Page::levels)
        .find(|level| level.iter().any(|line| line.text == "Tổng cộng"));
    let total: Vec<String> =
        total.expect("a total").iter().map(|line| line.text.clone()).collect();
    let recounted: u32 = crate::recount::recounted("2024 q1")["movements.count"]
        .parse()
        .expect("a number");
    assert_eq!(total[6], (recounted + 300).to_string(), "{total:?}");
}

#[test]
fn a_dozen_clusters_have_more_than_one_chart() {
    let workspace = Workspace::with_results();
    let agencies = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    let clusters: String = (1..=12)
        .map(|at| format!("  - {{id: cum-{at}, name: Cụm thi đua số {at}}}\n"))
        .collect();
    // Each of the first communes gets a cluster of its own.
    let mut parts = agencies.split("cluster: cum-xa-thi-tran").map(str::to_owned);
    let mut text = parts.next().expect("a part");
    for (at, part) in (1..).zip(parts) {
        let cluster =
            if at <= 12 { format!("cum-{at}") } else { "cum-xa-thi-tran".to_owned() };
        let _ = write!(text, "cluster: {cluster}{part}");
    }
    workspace.write(
        "data/agencies.yaml",
        text.replace("clusters:\n", &format!("clusters:\n{clusters}")),
    );
    let paper = made(&workspace);
    let letters = paper.letters();
    assert!(letters.contains("Biểuđồ(1/2).") && letters.contains("Biểuđồ(2/2)."), "{letters}");
}

#[test]
fn a_long_result_goes_on_on_the_next_page() {
    let workspace = Workspace::with_results();
    let results = "data/2024/results/ubnd-huyen.yaml";
    let text = fs::read_to_string(workspace.path(results)).expect("there");
    let long = "Đã hoàn thành theo kế hoạch và báo cáo cấp trên. ".repeat(60);
    let (before, after) = text.split_once("state: done, ").expect("a task that is done");
    workspace.write(
        results,
        format!("{before}state: done, result: {}, {after}", long.trim().replace(", ", " ")),
    );
    let paper = made(&workspace);
    // One sentence may stand on two pages, with a head between its parts.
    let found = paper
        .letters()
        .matches("Đãhoànthànhtheokếhoạchvàbáocáocấptrên")
        .count();
    assert!(found >= 59, "{found}");
}
