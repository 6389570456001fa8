//! Reports against Decree 30/2020/NĐ-CP, their appendices too (Appendix I, part III), measured in
//! the PDF, with the defaults and with the other end of every range.

use crate::decree::{ASCENDER, DESCENDER, LOOKS, Looks, look, near, rule_under};
use crate::page::{MM, Page, Paper};
use crate::workspace::Workspace;

const REPORTS: [&str; 4] = ["q1", "h1", "year", "ten-year"];

/// All reports in each of the two looks.
fn reports() -> Vec<(Paper, &'static Looks)> {
    LOOKS
        .iter()
        .flat_map(|looks| {
            let workspace = Workspace::with_results();
            workspace.write("data/settings.yaml", looks.settings);
            for name in REPORTS {
                workspace.without_layout(&format!("data/2024/reports/{name}.yaml"));
            }
            let run = workspace.run(&["build", "data/2024/reports"]);
            assert_eq!(run.code, 0, "{}", run.err);
            let read =
                |name| Paper::read(&workspace.path(&format!("out/2024/reports/{name}.pdf")));
            REPORTS.map(|name| (read(name), looks))
        })
        .collect()
}

pub(crate) fn is_appendix(page: &Page) -> bool {
    page.lines
        .iter()
        .any(|line| line.bold && line.text.starts_with("Phụ lục"))
}

/// The number in the top margin.
fn page_number(page: &Page, looks: &Looks) -> Option<u32> {
    let [top, ..] = looks.margins;
    let above = page.lines.iter().filter(|line| line.y < top);
    above.filter_map(|line| line.text.trim().parse().ok()).next()
}

#[test]
fn every_page_is_a4_with_all_within_the_margins() {
    for (paper, looks) in reports() {
        let [top, bottom, left, right] = looks.margins;
        for page in &paper.pages {
            let sides = [page.width.min(page.height), page.width.max(page.height)];
            near(sides[0], 210.0 * MM, "short side");
            near(sides[1], 297.0 * MM, "long side");
            for line in &page.lines {
                // A space at a line's end prints nothing.
                let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
                assert!(line.x > left - 0.6 && end < page.width - right + 0.6, "{line:?}");
                assert!(
                    line.y + DESCENDER * line.size < page.height - bottom + 0.6,
                    "{line:?}"
                );
                let in_header = line.y < top;
                let is_header =
                    line.text.trim().parse::<u32>().is_ok() || line.text == "Số liệu minh họa";
                assert!(!in_header || is_header, "{line:?}");
                assert!(line.black, "{line:?}");
            }
            for rule in &page.rules {
                assert!(rule.x > left - 0.6, "{rule:?}");
                assert!(rule.x + rule.width < page.width - right + 0.6, "{rule:?}");
                assert!(rule.y + rule.height < page.height - bottom + 0.6, "{rule:?}");
            }
        }
    }
}

#[test]
fn page_numbers_begin_anew_with_each_appendix() {
    for (paper, looks) in reports() {
        let [_, _, left, right] = looks.margins;
        let mut own = 0;
        for page in &paper.pages {
            own = if is_appendix(page) { 1 } else { own + 1 };
            let number = page_number(page, looks);
            assert_eq!(number, (own > 1).then_some(own));
            if let Some(number) = number {
                let text = number.to_string();
                let line = page.lines.iter().find(|line| line.text == text).expect("there");
                look(line, looks.page_number, false, false);
                near(line.middle(), (left + page.width - right) / 2.0, "page number");
            }
        }
    }
}

#[test]
fn appendices_have_label_title_reference_and_rule() {
    for (paper, looks) in reports() {
        let [top, _, left, right] = looks.margins;
        let appendices: Vec<&Page> =
            paper.pages.iter().filter(|page| is_appendix(page)).collect();
        assert_eq!(appendices.len(), 3);
        for (page, number) in appendices.into_iter().zip(["I", "II", "III"]) {
            let middle = (left + page.width - right) / 2.0;
            let body: Vec<_> = page.lines.iter().filter(|line| line.y > top).collect();
            let label = body[0];
            assert_eq!(label.text, format!("Phụ lục {number}"));
            look(label, 14.0, true, false);
            near(label.middle(), middle, "label");
            near(label.y - ASCENDER * label.size, top, "first line");
            // The title in bold capitals, one line or two; then the reference in italics.
            let titles: Vec<_> = body[1..].iter().take_while(|line| line.bold).collect();
            assert!(matches!(titles.len(), 1 | 2), "{titles:?}");
            for line in &titles {
                assert_eq!(line.text, line.text.to_uppercase());
                near(line.middle(), middle, &line.text);
            }
            let reference = body[1 + titles.len()];
            look(reference, looks.body, false, true);
            assert!(reference.text.starts_with("(Kèm theo Báo cáo số"), "{reference:?}");
            let of_reference: Vec<_> = body[1 + titles.len()..]
                .iter()
                .take_while(|line| line.italic && (line.size - looks.body).abs() < 0.1)
                .collect();
            let last = of_reference.last().expect("a line");
            assert!(last.text.ends_with(')'), "{last:?}");
            let rule = rule_under(&page.rules, last);
            near(rule.middle(), middle, "rule");
        }
    }
}

#[test]
fn the_head_and_the_signature_are_those_of_every_paper() {
    for (paper, looks) in reports() {
        let first = &paper.pages[0];
        let find = |text: &str| {
            let found = first.lines.iter().find(|line| line.text.contains(text));
            found.unwrap_or_else(|| panic!("{text}"))
        };
        look(find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), looks.national, true, false);
        look(find("Độc lập - Tự do - Hạnh phúc"), looks.motto, true, false);
        look(find("HUYỆN CAO LỘC"), looks.agency, true, false);
        assert!(find("Cao Lộc, ngày").italic);
        assert!(find("BÁO CÁO").bold);
        look(find("Kính gửi: Sở Nội vụ tỉnh Lạng Sơn."), looks.body, false, false);
        let at = paper.pages.iter().position(is_appendix).expect("an appendix") - 1;
        let last = &paper.pages[at];
        let line = |text: &str| {
            let found = last.lines.iter().find(|line| line.text == text);
            found.unwrap_or_else(|| panic!("{text} on page {}", at + 1))
        };
        let (office, name) = (line("CHỦ TỊCH"), line("Nguyễn Duy Anh"));
        near(office.middle(), name.middle(), "the name under the office");
        let clear = name.y - ASCENDER * name.size - (office.y + DESCENDER * office.size);
        assert!(clear >= 30.0 * MM - 0.6, "{clear}");
        let recipients = line("Nơi nhận:");
        look(recipients, 12.0, true, true);
        assert!(last.lines.iter().any(|line| line.text.ends_with("./.")), "the end mark");
    }
}
