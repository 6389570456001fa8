//! What the chairman's office would send back: edges of lines, who signs, lonely signatures, tables
//! that fit, outlines, sentences at their edges.

use std::fmt::Write as _;
use std::fs;

use crate::decree::LOOKS;
use crate::page::{MM, Page, Paper};
use crate::workspace::{Workspace, repository};

/// A workspace with all that the repository has.
pub(crate) fn repository_copy() -> Workspace {
    fn copy(workspace: &Workspace, folder: &str) {
        for entry in fs::read_dir(repository().join(folder)).expect("a folder").flatten() {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                copy(workspace, &name);
            } else {
                workspace.copy(&name);
            }
        }
    }
    let workspace = Workspace::empty();
    copy(&workspace, "data");
    workspace
}

/// The PDFs below a folder of results.
pub(crate) fn pdfs(workspace: &Workspace, folder: &str) -> Vec<(String, Paper)> {
    let mut found = Vec::new();
    let mut folders = vec![workspace.path(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "pdf") {
                found.push((path.display().to_string(), Paper::read(&path)));
            }
        }
    }
    found
}

// ------------------------------------------------------------------------------------ edges of lines

/// What stands on one line of a page, put together from its pieces: left end, right end, baseline.
fn whole_lines(page: &Page) -> Vec<(f64, f64, f64, String)> {
    let mut lines: Vec<(f64, f64, f64, String)> = Vec::new();
    for line in &page.lines {
        // A space at a line's end prints nothing.
        let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
        match lines.last_mut() {
            Some((_, last, y, text))
                if (*y - line.y).abs() < 0.01
                    && line.x > *last - 1.0
                    && line.x - *last < line.size =>
            {
                *last = end;
                text.push_str(&line.text);
            }
            _ => lines.push((line.x, end, line.y, line.text.clone())),
        }
    }
    lines
}

/// The lines of running text that do not end their paragraph: the next one begins at the left
/// margin, a line's distance below.
fn justified(page: &Page, left: f64, distance: f64) -> Vec<(f64, f64, f64, String)> {
    let lines = whole_lines(page);
    let at_margin = |x: f64| (x - left).abs() < 0.3;
    let goes_on = |at: usize| {
        let (_, _, y, _) = &lines[at];
        let mut below = lines
            .iter()
            .filter(|(x, _, next, _)| at_margin(*x) && (next - y - distance).abs() < 0.3);
        below.next().is_some()
    };
    (0..lines.len())
        .filter(|at| {
            let (x, end, ..) = lines[*at];
            // A paragraph's first line is indented; lists of recipients and captions end far from
            // the edge.
            let begins = at_margin(x)
                || (x - left - 12.7 * MM).abs() < 0.3
                || (x - left - 10.0 * MM).abs() < 0.3;
            begins && end - x > 250.0 && goes_on(*at)
        })
        .map(|at| lines[at].clone())
        .collect()
}

#[test]
fn every_justified_line_of_every_paper_ends_at_the_margin() {
    for looks in &LOOKS {
        let workspace = repository_copy();
        workspace.write("data/settings.yaml", looks.settings);
        for name in [
            "2024/reports/h1",
            "2024/reports/ten-year",
            "2024/launches/phong-trao-nam",
            "2025/launches/phong-trao-nam",
        ] {
            workspace.without_layout(&format!("data/{name}.yaml"));
        }
        let run = workspace.run(&["build", "--draft"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let [_, _, left, right] = looks.margins;
        let (mut seen, mut papers, mut unfilled) = (0, 0, 0);
        for (path, paper) in pdfs(&workspace, "out/draft") {
            papers += 1;
            for (at, page) in paper.pages.iter().enumerate() {
                let distance = 1.149 * looks.line_spacing * looks.body;
                for (_, end, y, text) in justified(page, left, distance) {
                    seen += 1;
                    let wanted = page.width - right;
                    // Before a name or a number that did not fit a line may end early; it would gape.
                    let next = whole_lines(page).into_iter().find(|(x, _, below, _)| {
                        (below - y - distance).abs() < 0.3 && (x - left).abs() < 0.3
                    });
                    let is_kept =
                        next.is_some_and(|(.., text)| begins_with_what_is_kept(&text));
                    if end < wanted - 0.6 && is_kept {
                        unfilled += 1;
                        continue;
                    }
                    assert!(
                        (end - wanted).abs() < 0.6,
                        "{path}, page {}: {text} ends at {end:.1}, not at {wanted:.1}",
                        at + 1
                    );
                }
            }
        }
        assert!(papers > 130 && seen > 700, "{papers} papers, {seen} lines");
        assert!(unfilled * 50 < seen, "{unfilled} of {seen} lines are not filled");
    }
}

/// Whether a line begins with a name of two syllables at least, or with a number in groups.
fn begins_with_what_is_kept(text: &str) -> bool {
    let mut words = text.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let (first, second) = (next(), next());
    let first = first.trim_start_matches('(');
    let is_grouped =
        first.contains(['.', '/']) && first.starts_with(|c: char| c.is_ascii_digit());
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    is_grouped || is_name(first) && is_name(second)
}

#[test]
fn the_last_paragraph_is_as_wide_as_the_text() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    // One that is short of a line's end by itself, and one that goes over pages.
    let long = "Trên đây là Báo cáo sơ kết công tác thi đua, khen thưởng. ".repeat(40);
    for closing in [None, Some(long.trim())] {
        if let Some(closing) = closing {
            let text = fs::read_to_string(workspace.path(report)).expect("there");
            let lines = text.lines().map(|line| {
                if line.starts_with("closing:") {
                    format!("closing: {closing}")
                } else {
                    line.to_owned()
                }
            });
            workspace.write(report, lines.collect::<Vec<_>>().join("\n"));
        }
        assert_eq!(workspace.run(&["build", report]).code, 0);
        let paper = Paper::read(&workspace.path("out/2024/reports/h1.pdf"));
        let last = paper.pages.iter().flat_map(whole_lines);
        let first = last
            .clone()
            .find(|(.., text)| text.starts_with("Trên đây là Báo cáo"));
        let (_, end, ..) = first.expect("the closing");
        assert!((end - (210.0 - 20.0) * MM).abs() < 0.6, "{end}");
    }
}

// --------------------------------------------------------------------------------------- who signs
// ------------------------------------------------------------------------------- lonely signatures

#[test]
fn no_paper_of_the_repository_ends_in_a_lonely_signature() {
    let run = repository_copy().run(&["check", "2024"]);
    assert!(!run.err.contains("warning[lonely-signature]"), "{}", run.err);
}

/// To make the lines of such a title even took minutes.
#[test]
fn a_subject_of_thousands_of_letters_is_laid_out_at_once() {
    let workspace = repository_copy();
    let launch = "data/2024/launches/phong-trao-nam.yaml";
    let long = "Phát động phong trào thi đua ".repeat(110);
    workspace.replace(launch, "subject: Phát động", &format!("subject: {long}"));
    let begun = std::time::Instant::now();
    let run = workspace.run(&["check", launch]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

#[test]
fn a_lonely_signature_is_told_with_what_saves_it() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    workspace.without_layout(report);
    let bare = fs::read_to_string(workspace.path(report)).expect("there");
    // Lengthened until little more than the signature stands on the last page.
    let mut told = None;
    for more in 0..40 {
        let lines = "\n  - Đôn đốc thêm một việc nữa.".repeat(more);
        workspace.write(report, bare.replace("\nclosing:", &format!("{lines}\nclosing:")));
        let run = workspace.run(&["check", report]);
        assert_eq!(run.code, 0, "{}", run.err);
        if run.err.contains("warning[lonely-signature]") {
            told = Some(run.err);
            break;
        }
    }
    let told = told.expect("a last page with the signature and two lines");
    let begin = told.find("layout: {").expect("a proposal");
    let end = told[begin..].find('}').expect("its end") + begin + 1;
    let proposal = &told[begin..end];
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    workspace.write(report, format!("{text}{proposal}\n"));
    let run = workspace.run(&["check", report]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains("lonely-signature"), "{proposal}: {}", run.err);
}

#[test]
fn what_one_paper_has_otherwise_stays_within_the_decree() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/q1.yaml";
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    let text = format!("{}\n", text.trim_end());
    workspace.write(report, format!("{text}layout: {{body: 13, line_spacing: 1.2}}\n"));
    assert_eq!(workspace.run(&["build", report]).code, 0);
    let paper = Paper::read(&workspace.path("out/2024/reports/q1.pdf"));
    let (_, line) =
        paper.line("Thực hiện Kế hoạch công tác thi đua, khen thưởng năm 2024, UBND");
    assert!((line.size - 13.0).abs() < 0.01);
    for wrong in
        ["{body: 12}", "{paragraph_spacing: 5}", "{line_spacing: 1.6}", "{margins: 3}"]
    {
        workspace.write(report, format!("{text}layout: {wrong}\n"));
        assert_eq!(workspace.run(&["check", report]).code, 1, "{wrong}");
    }
}

// ---------------------------------------------------------------------------------- launch, overview

#[test]
fn the_table_of_criteria_stays_whole_and_clear_of_its_borders() {
    let workspace = repository_copy();
    let launch = "data/2024/launches/phong-trao-nam.yaml";
    for more in 0..12 {
        let text = fs::read_to_string(repository().join(launch)).expect("there");
        let lines = "  - Thi đua thêm một nội dung.\n".repeat(more);
        workspace.write(launch, text.replace("criteria:\n", &format!("{lines}criteria:\n")));
        assert_eq!(workspace.run(&["build", launch]).code, 0);
        let paper = Paper::read(&workspace.path("out/2024/launches/phong-trao-nam.pdf"));
        let (first, head) = paper.line("Điểm");
        let (last, _) = paper.line("Tổng cộng");
        assert_eq!(first, last, "with {more} lines more");
        let edges: Vec<f64> = paper.pages[first]
            .rules
            .iter()
            .flat_map(|rule| [rule.x, rule.x + rule.width])
            .collect();
        let clear =
            |x: f64| edges.iter().map(|edge| (edge - x).abs()).fold(f64::MAX, f64::min);
        assert!(clear(head.x) > 4.0 && clear(head.end) > 4.0, "{head:?}");
    }
}

#[test]
fn no_few_lines_of_the_overview_spill_and_names_are_short() {
    let workspace = repository_copy();
    assert_eq!(workspace.run(&["build", "data/2024/overview.yaml"]).code, 0);
    let paper = Paper::read(&workspace.path("out/2024/overview.pdf"));
    assert_eq!(paper.pages.len(), 3);
    let last = paper.pages.last().expect("a page");
    assert!(last.levels().len() > 10, "a page of its own holds more than a few lines");
    paper.line("Phòng Tài chính - Kế hoạch");
    assert!(!paper.letters().contains("PhòngTàichính-KếhoạchhuyệnCaoLộc"));
}

#[test]
fn notes_are_set_closer_rather_than_spill() {
    // Notes of any length stand whole, or go on with more than a few lines.
    for units in [30, 33, 36, 39, 42] {
        let workspace = repository_copy();
        let agencies = workspace.path("data/agencies.yaml");
        let mut text = fs::read_to_string(&agencies).expect("there");
        for at in 0..units - 30 {
            let _ = write!(
                text,
                "\n  - {{id: xa-them-{at}, name: Ủy ban nhân dân xã Thêm {at}, list_name: UBND xã Thêm {at}, cluster: cum-xa-thi-tran}}\n"
            );
        }
        fs::write(agencies, text).expect("written");
        assert_eq!(workspace.run(&["build", "data/2024/overview.yaml"]).code, 0);
        let paper = Paper::read(&workspace.path("out/2024/overview.pdf"));
        let last = paper.pages.last().expect("a page").levels().len();
        assert!(last > 8, "{units} units: {last} lines on the last page");
    }
}

#[test]
fn a_column_that_would_repeat_the_issuer_is_left_out() {
    let workspace = repository_copy();
    let unit = "data/2024/units/xa-gia-cat.yaml";
    let titles = || {
        let run = workspace.run(&["build", unit]);
        assert_eq!(run.code, 0, "{}", run.err);
        let paper = Paper::read(&workspace.path("out/2024/units/xa-gia-cat.pdf"));
        paper
            .lines()
            .filter(|(_, line)| line.text == "Cơ quan thực hiện")
            .count()
    };
    assert_eq!(titles(), 0);
    let text = fs::read_to_string(workspace.path(unit)).expect("there");
    workspace.write(unit, text.replacen("[xa-gia-cat]", "[xa-gia-cat, phong-noi-vu]", 1));
    assert!(titles() > 0, "another agency takes part");
}

#[test]
fn a_paper_sent_to_its_issuer_is_pointed_out() {
    let workspace = repository_copy();
    let unit = "data/2024/units/phong-noi-vu.yaml";
    assert!(!workspace.run(&["check", unit]).err.contains("paper-to-itself"));
    for name in ["Phòng Nội vụ huyện", "Phòng Nội vụ", "Phòng Nội vụ huyện Cao Lộc (b/c)"]
    {
        let text = fs::read_to_string(repository().join(unit)).expect("there");
        workspace
            .write(unit, text.replace("recipients:\n", &format!("recipients:\n  - {name}\n")));
        let run = workspace.run(&["check", unit]);
        assert!(run.err.contains("warning[paper-to-itself]"), "{name}: {}", run.err);
    }
    let report = "data/2024/reports/q1.yaml";
    workspace.replace(report, "to: Sở Nội vụ tỉnh Lạng Sơn", "to: UBND huyện Cao Lộc");
    assert!(
        workspace
            .run(&["check", report])
            .err
            .contains("warning[paper-to-itself]")
    );
    // Of copies for all units the issuer gets none.
    let launch = "data/2024/launches/hoang-van-thu.yaml";
    workspace.replace(launch, "for: clusters ", "for: units ");
    workspace.replace(launch, "issuer: ubnd-huyen", "issuer: phong-noi-vu");
    workspace.replace(launch, "signer: chu-tich", "signer: thu-truong");
    workspace.replace(launch, "  cum-xa-thi-tran:\n    - Mỗi xã, thị trấn có ít nhất một công trình, phần việc chào mừng các ngày kỷ niệm.\n", "");
    let run = workspace.run(&["build", launch]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("hoang-van-thu/phong-tu-phap.pdf"), "{}", run.out);
    assert!(!run.out.contains("hoang-van-thu/phong-noi-vu.pdf"), "{}", run.out);
}
