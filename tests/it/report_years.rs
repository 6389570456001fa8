//! Reports on several years: which years, tables that hold whatever there is; outline and page labels.

use std::fs;

use crate::page::Paper;
use crate::report_counted::{TEN_YEARS, made, set, without_names};
use crate::workspace::{Workspace, repository};

// ---------------------------------------------------------------------------- outline and page labels

#[test]
fn appendices_are_in_the_outline_and_page_labels_are_the_printed_numbers() {
    let workspace = Workspace::with_results();
    // Bodies of one to five pages, since a label may hang on the one before it.
    for more in [0, 4, 12, 24, 40] {
        let report = "data/2024/reports/q1.yaml";
        let text = fs::read_to_string(repository().join(report)).expect("there");
        let lines = "\n  - Đôn đốc thêm một việc nữa.".repeat(more);
        workspace.write(report, text.replace("\nclosing:", &format!("{lines}\nclosing:")));
        for name in ["q1", "year", "ten-year"] {
            let paper = made(&workspace, name);
            let mut printed = Vec::new();
            let mut own = 0;
            for page in &paper.pages {
                let is_label =
                    |line: &crate::page::Line| line.bold && line.text.starts_with("Phụ lục ");
                own = if page.lines.iter().any(is_label) { 1 } else { own + 1 };
                printed.push(own.to_string());
            }
            assert_eq!(paper.labels, printed, "{name} with {more} lines more");
            for number in ["I", "II", "III"] {
                let title = format!("Phụ lục {number}. ");
                let found = paper.outline.iter().filter(|entry| entry.starts_with(&title));
                assert_eq!(found.count(), 1, "{title}: {:?}", paper.outline);
            }
        }
    }
}

// --------------------------------------------------------------------------------------- ten years

#[test]
fn ten_years_are_ten_and_those_that_are_given_are_those() {
    let workspace = Workspace::with_results();
    without_names(&workspace, TEN_YEARS);
    let years = |paper: &Paper| -> Vec<String> {
        let pages = paper.appendix("Phụ lục I");
        let lines = pages.iter().flat_map(|page| &page.lines);
        let years = lines.filter(|line| line.text.len() == 4 && line.text.starts_with("20"));
        years.map(|line| line.text.clone()).collect()
    };
    // From the directive's day, 18/11/2014.
    let paper = made(&workspace, "ten-year");
    let shown = years(&paper);
    assert_eq!((shown.len(), shown[0].as_str(), shown[9].as_str()), (10, "2015", "2024"));
    assert!(paper.letters().contains("Trong10năm(2015-2024),"));
    // Said once.
    let letters = paper.letters();
    assert_eq!(
        letters
            .matches("Sốliệutrong Báocáo:".replace(' ', "").as_str())
            .count(),
        1
    );
    assert_eq!(letters.matches("năm2024tínhđếnngày20/9/2024").count(), 3, "text, two tables");
    // A directive of the first half of a year counts from that year.
    set(&workspace, TEN_YEARS, "since", "2014-05-02");
    let paper = made(&workspace, "ten-year");
    assert_eq!(years(&paper).first().map(String::as_str), Some("2014"));
    assert!(paper.letters().contains("Trong10năm(2014-2023),"));
    // Given: eleven are not called ten.
    let text = fs::read_to_string(workspace.path(TEN_YEARS)).expect("there");
    workspace.write(
        TEN_YEARS,
        text.replace("since: 2014-05-02", "years: {from: 2014, until: 2024}"),
    );
    let paper = made(&workspace, "ten-year");
    assert_eq!(years(&paper).len(), 11);
    let letters = paper.letters();
    assert!(letters.contains("Tronggiaiđoạn2014-2024,") && !letters.contains("Trong10năm("));
    for (key, value, code) in [
        ("years", "{from: 2024, until: 2014}", "years-doubtful"),
        ("years", "{from: 2016, until: 2025}", "years-doubtful"),
        ("years", "{from: 1990, until: 2024}", "years-doubtful"),
        ("since", "2014-11-18", "years-and-since"),
    ] {
        set(&workspace, TEN_YEARS, key, value);
        let run = workspace.run(&["check", TEN_YEARS]);
        assert!(run.err.contains(&format!("error[{code}]")), "{value}: {}", run.err);
        if key == "years" {
            set(&workspace, TEN_YEARS, key, "{from: 2014, until: 2024}");
        }
    }
}

#[test]
fn a_ten_year_report_can_be_begun_on_the_repositorys_own_data() {
    let workspace = Workspace::with_results();
    fs::remove_file(workspace.path(TEN_YEARS)).expect("was there");
    let run = workspace.run(&["report", "2024", "ten-year"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/draft/2024/reports/ten-year.pdf"));
    // The year has households: fourteen columns.
    assert!(paper.letters().contains("Hộgiađình"));
    assert_within(&paper);
}

/// Holds every letter and every line of a table against the margins.
#[track_caller]
fn assert_within(paper: &Paper) {
    const MM: f64 = crate::page::MM;
    for page in &paper.pages {
        for line in &page.lines {
            let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
            assert!(
                line.x > 30.0 * MM - 0.6 && end < page.width - 20.0 * MM + 0.6,
                "{line:?}"
            );
        }
        for rule in &page.rules {
            assert!(rule.x > 30.0 * MM - 1.0, "{rule:?}");
            assert!(rule.x + rule.width < page.width - 20.0 * MM + 1.0, "{rule:?}");
        }
    }
}

#[test]
fn tables_hold_any_counts_and_any_number_of_years() {
    let workspace = Workspace::with_results();
    let most = 999_999_999;
    let award = |award: &str, way: &str, rest: &str| {
        format!(
            "      - {{award: {award}, level: district, way: {way}, stage: granted, {rest}}}\n"
        )
    };
    for year in 1995..2024 {
        let mut text = format!(
            "sample: true\nyear: {year}\ntotals:\n  - period: year\n    \
             movements: {{count: {most}, collectives: {most}, individuals: {most}}}\n    \
             inspections: {{count: {most}, inspected: {most}}}\n    \
             training: {{classes: {most}, participants: {most}}}\n    \
             fund: {{received: 999999999999, spent: 999999999999}}\n    awards:\n"
        );
        text += &award(
            "giay-khen",
            "regular",
            &format!(
                "collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}"
            ),
        );
        text += &award(
            "lao-dong-tien-tien",
            "regular",
            &format!("individuals: {most}, direct_workers: 1"),
        );
        workspace.write(&format!("data/history/{year}.yaml"), text);
    }
    without_names(&workspace, TEN_YEARS);
    let text = fs::read_to_string(workspace.path(TEN_YEARS)).expect("there");
    for years in ["{from: 2015, until: 2024}", "{from: 1995, until: 2024}"] {
        let given = text.lines().filter(|line| !line.starts_with("since:"));
        let given: String = given.map(|line| format!("{line}\n")).collect();
        workspace.write(TEN_YEARS, format!("{given}years: {years}\n"));
        let paper = made(&workspace, "ten-year");
        assert_within(&paper);
        // Every number stands whole: nine years at least with their counts, in each column.
        let cells = paper.lines().filter(|(_, line)| line.text.trim() == "999.999.999");
        assert!(cells.count() > 9 * 14, "{years}");
        // What goes on in a further table has its names again.
        let heads = paper
            .lines()
            .filter(|(_, line)| line.bold && line.text.trim() == "Năm");
        assert!(heads.count() >= 2, "{years}");
    }
    // A quarter of such numbers, too.
    let unit = "data/2024/results/xa-gia-cat.yaml";
    workspace.write(unit, format!(
        "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  - {{name: Một phong trào, from: 2024-02-01, collectives: {most}, individuals: {most}}}\n\
         awards:\n  - {{date: 2024-02-01, award: giay-khen, level: district, way: regular, stage: granted, collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}}}\n  \
         - {{date: 2024-02-02, award: giay-khen, level: district, way: sudden, stage: proposed, collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}}}\n",
    ));
    assert_within(&made(&workspace, "q1"));
}
