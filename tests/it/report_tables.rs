//! Reports: their tables and charts hold the numbers of the recount, row by row.

use std::fs;

use crate::page::{Line, Page, Paper, Rule};
use crate::recount::{Numbers, grouped, printed, recounted, tenths};
use crate::workspace::{Workspace, repository};

const STANDINGS: [&str; 5] = ["done-in-time", "done-late", "doing", "not-started", "late"];

/// Rows of figures: the last `count` cells of each level that holds at least so many. What is not
/// known has a dash, and counts as nothing in sums.
pub(crate) fn rows(pages: &[Page], count: usize) -> Vec<Vec<String>> {
    rows_where(pages, count, |_, _| true)
}

/// The same of what stands between the upright lines of a table: the marks of a chart's axis do not.
fn ruled_rows(pages: &[Page], count: usize) -> Vec<Vec<String>> {
    rows_where(pages, count, |page, y| {
        let crosses =
            |rule: &&Rule| rule.width < 1.5 && rule.y < y && y < rule.y + rule.height;
        page.rules.iter().filter(crosses).count() > count
    })
}

fn rows_where(
    pages: &[Page],
    count: usize,
    wanted: impl Fn(&Page, f64) -> bool,
) -> Vec<Vec<String>> {
    let is_figure =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let of_level = |page: &Page, level: Vec<&Line>| {
        if !wanted(page, level[0].y) {
            return None;
        }
        let cells = level.iter().map(|line| line.text.trim());
        let cells = cells.map(|text| if text == "–" { "0" } else { text });
        let figures: Vec<String> =
            cells.filter(|text| is_figure(text)).map(str::to_owned).collect();
        let skipped = figures.len().checked_sub(count)?;
        Some(figures[skipped..].to_vec())
    };
    let mut rows = Vec::new();
    for page in pages {
        rows.extend(page.levels().into_iter().filter_map(|level| of_level(page, level)));
    }
    rows
}

/// The letters of pages, without white space.
fn letters(pages: &[Page]) -> String {
    let lines = pages.iter().flat_map(|page| &page.lines);
    let text: String = lines.map(|line| line.text.as_str()).collect();
    text.split_whitespace().collect()
}

/// The entries of one of the office's files: the values of a key at the beginning of each entry
/// of a list, and the rest of the entry. Read without the program.
fn entries(file: &str, list: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(repository().join(file)).expect("is there");
    let (_, list) = text.split_once(&format!("\n{list}:\n")).expect("the list");
    let list = list.split_inclusive('\n');
    let list: String = list
        .take_while(|line| line.trim().is_empty() || line.starts_with([' ', '#']))
        .collect();
    let entries = list.split("  - id: ").skip(1);
    entries
        .map(|entry| {
            let (id, rest) = entry.split_once('\n').expect("more lines");
            (id.split('#').next().expect("an id").trim().to_owned(), rest.to_owned())
        })
        .collect()
}

fn value<'a>(entry: &'a str, key: &str) -> Option<&'a str> {
    let found = entry
        .lines()
        .find_map(|line| line.strip_prefix("    ")?.strip_prefix(key)?.strip_prefix(": "));
    found.map(|value| value.split(" #").next().unwrap_or(value).trim())
}

pub(crate) fn report(workspace: &Workspace, name: &str) -> Paper {
    let run = workspace.run(&["build", &format!("data/2024/reports/{name}.yaml")]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path(&format!("out/2024/reports/{name}.pdf")))
}

/// Who can be counted, in the order of columns.
fn people(households: bool) -> &'static [&'static str] {
    if households {
        &["collectives", "individuals", "households", "direct-workers"]
    } else {
        &["collectives", "individuals", "direct-workers"]
    }
}

pub(crate) const LEVELS: [(&str, &str); 6] = [
    ("agency", "Cơ quan"),
    ("commune", "Xã"),
    ("district", "Huyện"),
    ("province", "Tỉnh"),
    ("government", "Chính phủ"),
    ("state", "Nhà nước"),
];
pub(crate) const WAYS: [(&str, &str); 3] =
    [("regular", "Thường xuyên"), ("thematic", "Chuyên đề"), ("sudden", "Đột xuất")];
pub(crate) const STATES: [(&str, &str); 3] =
    [("not-started", "Chưa thực hiện"), ("doing", "Đang thực hiện"), ("done", "Hoàn thành")];
pub(crate) const STAGES: [(&str, &str); 2] =
    [("proposed", "Đề nghị"), ("granted", "Được tặng")];

/// Each award by each level for each kind of merit, with what tells it in a row.
pub(crate) fn grantings() -> Vec<(String, [String; 3])> {
    let awards = entries("data/awards.yaml", "awards");
    let mut all = Vec::new();
    for (id, entry) in &awards {
        for (level, level_words) in LEVELS {
            for (way, way_words) in WAYS {
                let name = value(entry, "name").expect("a name");
                let words = [name, level_words, way_words].map(str::to_owned);
                all.push((format!("{id}.{level}.{way}"), words));
            }
        }
    }
    all
}

#[test]
fn the_table_of_awards_is_that_of_the_recount() {
    let workspace = Workspace::with_results();
    for period in ["q1", "h1", "year"] {
        let numbers = recounted(&format!("2024 {period}"));
        let households = numbers.contains_key("awards.granted.households");
        assert_eq!(households, period == "year");
        let columns = people(households);
        let row = |of: &dyn Fn(&str) -> String| -> Vec<String> {
            let stages = ["granted", "proposed"];
            let names = stages.iter().flat_map(|stage| {
                let prefix = of(stage);
                columns.iter().map(move |who| format!("{prefix}.{who}"))
            });
            names.map(|name| printed(&numbers, &name)).collect()
        };
        let all = grantings();
        let has_any = |row: &Vec<String>| row.iter().any(|cell| cell != "0");
        let told = all
            .iter()
            .map(|(key, words)| (row(&|stage| format!("rows.{stage}.{key}")), words));
        let told: Vec<_> = told.filter(|(row, _)| has_any(row)).collect();
        assert!(told.len() >= 5, "{period}: {}", told.len());
        let mut expected: Vec<Vec<String>> = told.iter().map(|(row, _)| row.clone()).collect();
        expected.push(row(&|stage| format!("awards.{stage}")));
        let paper = report(&workspace, period);
        let pages = paper.appendix("Phụ lục III");
        assert_eq!(rows(pages, 2 * columns.len()), expected, "{period}");
        // The rows say what is granted, by whom and for what, in the order of the file.
        let letters = letters(pages);
        let mut rest = letters.as_str();
        for word in told.iter().flat_map(|(_, words)| words.iter()) {
            let word: String = word.split_whitespace().collect();
            rest = rest
                .split_once(word.as_str())
                .unwrap_or_else(|| panic!("{period}: {word}: {rest}"))
                .1;
        }
    }
}

/// The numbers of a unit or a cluster, or of the sum of several.
fn unit_row(numbers: &Numbers, parts: &[String], households: bool) -> Vec<String> {
    let sum = |names: &[&str]| {
        let of = |part: &String| {
            let name = |name: &&str| format!("{part}.{name}");
            let read = |name: String| {
                numbers
                    .get(name.as_str())
                    .map_or(0, |text| text.parse().expect("a number"))
            };
            names.iter().map(name).map(read).sum::<u64>()
        };
        grouped(&parts.iter().map(of).sum::<u64>().to_string())
    };
    let columns: [(&[&str], bool); 13] = [
        (&["unit-tasks.due"], true),
        (&["unit-tasks.done-in-time"], true),
        (&["unit-tasks.done-late"], true),
        (&["unit-tasks.doing", "unit-tasks.not-started"], true),
        (&["unit-tasks.late"], true),
        (&["movements.count"], true),
        (&["awards.granted.collectives"], true),
        (&["awards.granted.individuals"], true),
        (&["awards.granted.households"], households),
        (&["awards.granted.direct-workers"], true),
        (&["awards.proposed.collectives"], true),
        (&["awards.proposed.individuals"], true),
        (&["awards.proposed.households"], households),
    ];
    let shown = columns.into_iter().filter(|(_, is)| *is);
    shown.map(|(names, _)| sum(names)).collect()
}

#[test]
fn the_table_of_units_is_that_of_the_recount_and_adds_up() {
    let workspace = Workspace::with_results();
    let agencies = entries("data/agencies.yaml", "agencies");
    let clusters = entries("data/agencies.yaml", "clusters");
    for period in ["q1", "h1", "year"] {
        let numbers = recounted(&format!("2024 {period}"));
        let households = period == "year";
        let unit_row = |parts: &[String]| unit_row(&numbers, parts, households);
        let columns = if households { 13 } else { 11 };
        let (mut expected, mut names, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (cluster, _) in &clusters {
            let units = agencies
                .iter()
                .filter(|(_, entry)| value(entry, "cluster") == Some(cluster));
            let mut parts = Vec::new();
            for (id, entry) in units {
                parts.push(format!("units.{id}"));
                names.push(
                    ["list_name", "short_name", "name"]
                        .into_iter()
                        .find_map(|key| value(entry, key))
                        .expect("a name")
                        .to_owned(),
                );
                expected.push(unit_row(&parts[parts.len() - 1..]));
            }
            let of_cluster = unit_row(&[format!("clusters.{cluster}")]);
            assert_eq!(of_cluster, unit_row(&parts), "{period}: units make {cluster}");
            expected.push(of_cluster);
            all.append(&mut parts);
        }
        // The office itself belongs to no cluster.
        let office = ["units.ubnd-huyen".to_owned()];
        all.extend(office.clone());
        expected.extend([unit_row(&office), unit_row(&office)]);
        expected.push(unit_row(&all));
        let paper = report(&workspace, period);
        let pages = paper.appendix("Phụ lục II");
        assert_eq!(ruled_rows(pages, columns), expected, "{period}");
        let letters = letters(pages);
        let mut rest = letters.as_str();
        for name in names {
            let name: String = name.split_whitespace().collect();
            rest = rest
                .split_once(name.as_str())
                .unwrap_or_else(|| panic!("{name}: {rest}"))
                .1;
        }
        // The head stands on every page on which the table does.
        for page in pages
            .iter()
            .filter(|page| !ruled_rows(std::slice::from_ref(*page), columns).is_empty())
        {
            let heads = page
                .lines
                .iter()
                .filter(|line| line.bold && line.text == "Cơ quan, đơn vị");
            assert_eq!(heads.count(), 1);
        }
    }
}

#[test]
fn the_chart_of_clusters_shows_their_standings() {
    let workspace = Workspace::with_results();
    let clusters = entries("data/agencies.yaml", "clusters");
    for period in ["q1", "h1", "year"] {
        let numbers = recounted(&format!("2024 {period}"));
        let paper = report(&workspace, period);
        let pages = paper.appendix("Phụ lục II");
        let chart = pages.last().expect("a page");
        let file = format!("data/2024/reports/{period}.yaml");
        assert_eq!(workspace.run(&["build", &file, "--format", "typ"]).code, 0);
        let source = workspace.path(&format!("out/2024/reports/{period}.typ"));
        let source = fs::read_to_string(source).expect("the source");
        for (id, entry) in &clusters {
            let name = value(entry, "name").expect("a name");
            let label = chart.lines.iter().find(|line| line.text == name && !line.bold);
            let label = label.unwrap_or_else(|| panic!("{period}: {name}"));
            let on_bar = chart
                .lines
                .iter()
                .filter(|line| line.x > label.end && (line.y - label.y).abs() < 20.0);
            let mut bar: Vec<(f64, String)> =
                on_bar.map(|line| (line.x, line.text.trim().to_owned())).collect();
            bar.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut bar: Vec<String> = bar.into_iter().map(|(_, text)| text).collect();
            let counts = STANDINGS.map(|standing| {
                printed(&numbers, &format!("clusters.{id}.unit-tasks.{standing}"))
            });
            // What there is none of has no figure; every other part has one.
            let shown = counts.iter().filter(|text| *text != "0");
            bar.sort();
            let mut shown: Vec<String> = shown.cloned().collect();
            shown.sort();
            assert_eq!(bar, shown, "{period}: {id}");
            let [in_time, late, doing, not_started, overdue] = &counts;
            let alt = format!(
                "{name}: hoàn thành đúng hạn {in_time}, hoàn thành chậm {late}, đang thực hiện \
                 {doing}, chưa thực hiện {not_started}, quá hạn {overdue}."
            );
            assert!(source.contains(&alt), "{period}: {alt}");
        }
    }
}

#[test]
fn the_table_of_tasks_has_each_with_its_state() {
    let workspace = Workspace::with_results();
    for period in ["q1", "h1", "year"] {
        let numbers = recounted(&format!("2024 {period}"));
        let paper = report(&workspace, period);
        let pages = paper.appendix("Phụ lục I");
        let (_, head) = paper
            .lines()
            .find(|(_, line)| line.text == "Tình trạng")
            .expect("the head");
        let in_column =
            |line: &&Line| (line.middle() - head.middle()).abs() < 2.0 && !line.bold;
        let states: String = pages
            .iter()
            .flat_map(|page| page.lines.iter().filter(in_column))
            .map(|line| line.text.as_str())
            .collect::<String>()
            .split_whitespace()
            .collect();
        let count = |word: &str| states.matches(word).count().to_string();
        let of = |standing: &str| printed(&numbers, &format!("tasks.{standing}"));
        assert_eq!(count("Hoànthànhchậm"), of("done-late"), "{period}");
        let done = printed(&numbers, "tasks.done");
        assert_eq!(count("Hoànthành"), done, "{period}");
        assert_eq!(count("Đangthựchiện"), of("doing"), "{period}");
        assert_eq!(count("Chưathựchiện"), of("not-started"), "{period}");
        assert_eq!(count("Quáhạn"), of("late"), "{period}");
    }
}

#[test]
fn comparisons_are_those_of_the_recount() {
    let workspace = Workspace::with_results();
    // Half a year that is not over is not compared with a whole one, of which only totals are known.
    let letters = report(&workspace, "h1").letters();
    assert!(!letters.contains("sovới") && !letters.contains("năm2023:"), "{letters}");
    for (period, than) in [("year", "năm2023")] {
        let [before, now] = [2023, 2024].map(|year| recounted(&format!("{year} {period}")));
        let letters = report(&workspace, period).letters();
        for (name, what) in [
            ("movements.count", "phongtràothiđua"),
            ("awards.granted.collectives", "lượttậpthể"),
            ("awards.granted.individuals", "lượtcánhân"),
        ] {
            let [before, count] =
                [&before, &now].map(|numbers| numbers[name].parse::<u64>().expect("a number"));
            let change = count.cast_signed() - before.cast_signed();
            let direction = if change > 0 { "tăng" } else { "giảm" };
            // Tenths of a percent, rounded half up.
            let percent = tenths((change.unsigned_abs() * 2000 + before) / (2 * before));
            let told = format!(
                "{}{what}({direction}{},tươngứng{percent}sovới{than})",
                grouped(&count.to_string()),
                grouped(&change.unsigned_abs().to_string()),
            );
            assert!(letters.contains(&told), "{period}: {told}\n{letters}");
        }
    }
}
