//! Every paper of the repository against Decree 30/2020/NĐ-CP, Appendix I, measured in the PDF, with the defaults
//! and with the other end of every range: what holds for all forms, and what hangs on their layout.

use std::fs;
use std::sync::LazyLock;

use crate::decree::{ASCENDER, DESCENDER, LOOKS, Looks, look, near, rule_under};
use crate::desk::{pdfs, repository_copy};
use crate::page::{Line, MM, Page, Paper};
use crate::report_decree::is_appendix;

/// A paper with its kind and its file below `out/`.
struct Made {
    file: String,
    kind: String,
    paper: Paper,
    looks: &'static Looks,
}

/// Kinds whose paper has no header block.
const WITHOUT_HEAD: [&str; 3] = ["certificate", "copy", "overview"];

/// All papers of 2024 in both looks.
static ALL: LazyLock<Vec<Made>> = LazyLock::new(|| LOOKS.iter().flat_map(made).collect());

/// All papers of 2024 in a look, without what single ones have otherwise.
fn made(looks: &'static Looks) -> Vec<Made> {
    let workspace = repository_copy();
    workspace.write("data/settings.yaml", looks.settings);
    let built = workspace.run(&["build", "2024"]);
    assert_eq!(built.code, 0, "{}", built.err);
    // What was made tells which files of the data are papers; copies lie in the folder of theirs.
    let out = workspace.path("out");
    let source = |path: &str| {
        let below = path.strip_prefix(&*out.to_string_lossy()).expect("below out");
        let file = below.trim_start_matches('/').trim_end_matches(".pdf");
        let data = |file: &str| format!("data/{file}.yaml");
        let (folder, _) = file.rsplit_once('/').expect("a folder");
        let is_there = workspace.path(&data(file)).exists();
        (file.to_owned(), data(if is_there { file } else { folder }))
    };
    for (path, _) in pdfs(&workspace, "out/2024") {
        workspace.without_layout(&source(&path).1);
    }
    let built = workspace.run(&["build", "2024"]);
    assert_eq!(built.code, 0, "{}", built.err);
    pdfs(&workspace, "out/2024")
        .into_iter()
        .map(|(path, paper)| {
            let (file, data) = source(&path);
            let text = fs::read_to_string(workspace.path(&data)).expect("a paper");
            let kind = text.lines().find_map(|line| line.strip_prefix("kind: "));
            let kind = kind.expect("a kind").split_whitespace().next().expect("a word");
            Made { file, kind: kind.to_owned(), paper, looks }
        })
        .collect()
}

impl Made {
    /// The papers that have a header block.
    fn with_head() -> impl Iterator<Item = &'static Self> {
        ALL.iter().filter(|made| !WITHOUT_HEAD.contains(&made.kind.as_str()))
    }

    /// The line of its first page with some words.
    #[track_caller]
    fn first(&self, text: &str) -> &Line {
        let mut lines = self.paper.pages[0].lines.iter();
        let found = lines.find(|line| line.text.contains(text));
        found.unwrap_or_else(|| panic!("{}: `{text}` on its first page", self.file))
    }

    /// The middle of the text across a page.
    fn middle(&self, page: &Page) -> f64 {
        let [_, _, left, right] = self.looks.margins;
        (left + page.width - right) / 2.0
    }
}

#[test]
fn every_kind_is_here() {
    let mut kinds: Vec<&str> = ALL.iter().map(|made| made.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let forms = fs::read_dir(crate::workspace::repository().join("templates")).expect("there");
    let mut names: Vec<String> = forms
        .flatten()
        .filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            name.strip_suffix(".form.yaml").map(str::to_owned)
        })
        .collect();
    names.sort_unstable();
    assert_eq!(kinds, names);
}

#[test]
fn all_stands_within_the_margins_of_a4() {
    for made in ALL.iter() {
        let [top, bottom, left, right] = made.looks.margins;
        let file = &made.file;
        for page in &made.paper.pages {
            let sides = [page.width.min(page.height), page.width.max(page.height)];
            near(sides[0], 210.0 * MM, "short side");
            near(sides[1], 297.0 * MM, "long side");
            for line in &page.lines {
                // A space at a line's end prints nothing.
                let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
                let lowest = line.y + DESCENDER * line.size;
                let is_inside = line.x > left - 0.6
                    && end < page.width - right + 0.6
                    && lowest < page.height - bottom + 0.6;
                assert!(is_inside, "{file}: {line:?}");
                let is_header =
                    line.text.trim().parse::<u32>().is_ok() || line.text == "Số liệu minh họa";
                let highest = line.y - ASCENDER * line.size;
                assert!(is_header || highest > top - 0.6, "{file}: {line:?}");
                assert!(line.black || made.kind == "certificate", "{file}: {line:?}");
            }
        }
        // Each has a page of its own, and no more: as many as there are names in the sample.
        if made.kind == "certificate" {
            let is_of_list = file.ends_with("khen-thuong-giao-duc");
            let names = if is_of_list { 4 } else { 3 };
            assert_eq!(made.paper.pages.len(), names, "{file}");
        }
    }
}

/// Whether a page has the motto of the nation.
fn has_motto(page: &Page) -> bool {
    page.lines
        .iter()
        .any(|line| line.bold && line.text.starts_with("Độc lập"))
}

#[test]
fn pages_are_numbered_from_the_second_one_on() {
    for made in ALL.iter() {
        let top = made.looks.margins[0];
        let mut own = 0;
        for page in &made.paper.pages {
            // A text that a decision issues has a header block of its own.
            let begins = is_appendix(page) || has_motto(page);
            own = if begins { 1 } else { own + 1 };
            let is_number =
                |line: &&Line| line.y < top && line.text.trim().parse::<u32>().is_ok();
            let number = page.lines.iter().find(is_number);
            let wanted = (own > 1 && made.kind != "certificate").then(|| own.to_string());
            assert_eq!(number.map(|line| line.text.clone()), wanted, "{}", made.file);
            if let Some(number) = number {
                look(number, made.looks.page_number, false, false);
                near(number.middle(), made.middle(page), "the number of a page");
            }
        }
    }
}

#[test]
fn the_head_has_name_motto_issuer_number_and_date() {
    for made in Made::with_head() {
        let (looks, file, page) = (made.looks, &made.file, &made.paper.pages[0]);
        let national = made.first("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        let motto = made.first("Độc lập - Tự do - Hạnh phúc");
        look(national, looks.national, true, false);
        look(motto, looks.motto, true, false);
        near(motto.middle(), national.middle(), file);
        let rule = rule_under(&page.rules, motto);
        near(rule.width, motto.width(), file);
        let label = made.first("Số:");
        look(label, 13.0, false, false);
        // The issuer: the last bold line above the number, with a rule of a third to a half of it.
        let is_issuer = |line: &&Line| line.bold && line.y < label.y && line.end < national.x;
        let issuer = page.lines.iter().rfind(is_issuer).expect("an issuer");
        look(issuer, looks.agency, true, false);
        let rule = rule_under(&page.rules, issuer);
        let share = rule.width / issuer.width();
        assert!((0.33..=0.505).contains(&share), "{file}: {share}");
        near(rule.middle(), issuer.middle(), file);
        let day = page
            .lines
            .iter()
            .find(|line| line.italic && line.text.contains(", ngày"));
        match day {
            Some(day) => {
                look(day, looks.place_date, false, true);
                near(day.y, label.y, file);
            }
            None => assert_eq!(made.kind, "minutes", "{file}"),
        }
    }
}

#[test]
fn the_title_is_bold_and_centred_above_its_rule_or_a_letter_tells_its_matter() {
    for made in Made::with_head() {
        let (file, page) = (&made.file, &made.paper.pages[0]);
        let label = made.first("Số:");
        if let Some(matter) = page.lines.iter().find(|line| line.text.starts_with("V/v")) {
            assert!((12.0..=13.0).contains(&matter.size) && !matter.bold && !matter.italic);
            assert!(matter.y > label.y && matter.middle() < made.middle(page), "{file}");
            continue;
        }
        let mut below = page.lines.iter().filter(|line| line.y > label.y + 2.0);
        let kind = below.find(|line| line.bold).expect("a title");
        let size = if made.looks.body == 14.0 { 14.0 } else { 13.0 };
        look(kind, size, true, false);
        assert_eq!(kind.text, kind.text.to_uppercase(), "{file}");
        near(kind.middle(), made.middle(page), file);
        let subject: Vec<&Line> = below.take_while(|line| line.bold).collect();
        let Some(last) = subject.iter().find(|line| {
            let is_right_under = |rule_y: f64| rule_y > line.y && rule_y < line.y + 8.0;
            page.rules.iter().any(|rule| is_right_under(rule.y))
        }) else {
            panic!("{file}: no rule under {subject:?}");
        };
        let rule = rule_under(&page.rules, last);
        let share = rule.width / last.width();
        assert!((0.33..=0.505).contains(&share), "{file}: {share}");
        near(rule.middle(), made.middle(page), file);
    }
}

#[test]
fn recipients_stand_beside_the_signature_with_room_for_it() {
    let mut named = 0;
    for made in Made::with_head() {
        let (looks, file) = (made.looks, &made.file);
        let (at, label) = made
            .paper
            .lines()
            .find(|(_, line)| line.text == "Nơi nhận:")
            .unwrap_or_else(|| panic!("{file}: to whom it goes"));
        look(label, 12.0, true, true);
        near(label.x, looks.margins[2], file);
        let page = &made.paper.pages[at];
        assert!(
            page.lines.iter().any(|line| line.text.contains("./.")),
            "{file}: the end mark"
        );
        // Of minutes the signatures stand above; `decisions` measures them.
        if made.kind == "minutes" {
            continue;
        }
        let is_signing = |line: &&Line| {
            let is_right = line.y > label.y - 6.0 && line.middle() > made.middle(page);
            line.bold && !line.italic && is_right
        };
        let lines: Vec<&Line> = page.lines.iter().filter(is_signing).collect();
        let (Some(last), size) = (lines.last(), if looks.body == 14.0 { 14.0 } else { 13.0 })
        else {
            panic!("{file}: who signs");
        };
        look(last, size, true, false);
        // Some units' signers have no name in the data: the office is the last line then.
        if last.text == last.text.to_uppercase() {
            continue;
        }
        let [.., office, name] = &*lines else { panic!("{file}: {lines:?}") };
        near(name.middle(), office.middle(), file);
        named += 1;
        let clear = (name.y - ASCENDER * name.size) - (office.y + DESCENDER * office.size);
        assert!(clear > 29.8 * MM, "{file}: room for the signature: {:.1} mm", clear / MM);
    }
    assert!(named > 60, "{named} papers name who signs");
}
