//! The pages against Decree 30/2020/NĐ-CP, Appendix I, measured in the PDF.

use crate::page::{Line, MM, Paper, Rule};
use crate::workspace::Workspace;

/// Ascender and descender of the font, em.
pub const ASCENDER: f64 = 0.891;
pub const DESCENDER: f64 = 0.216;
/// The distance of lines at single spacing, em.
const SINGLE: f64 = 1.149;

/// What a workspace's settings ask for; lengths in pt.
pub struct Looks {
    pub settings: &'static str,
    pub margins: [f64; 4],
    pub national: f64,
    pub motto: f64,
    pub agency: f64,
    pub place_date: f64,
    pub body: f64,
    pub table: f64,
    pub page_number: f64,
    pub indent: f64,
    pub paragraph_spacing: f64,
    pub line_spacing: f64,
}

/// The defaults, and the other end of every range.
pub const LOOKS: [Looks; 2] = [
    Looks {
        settings: "bases: sentence\n",
        margins: [20.0 * MM, 20.0 * MM, 30.0 * MM, 20.0 * MM],
        national: 12.0,
        motto: 13.0,
        agency: 12.0,
        place_date: 13.0,
        body: 14.0,
        table: 13.0,
        page_number: 13.0,
        indent: 12.7 * MM,
        paragraph_spacing: 6.0,
        line_spacing: 1.0,
    },
    Looks {
        settings: "margins: {top: 25, bottom: 25, left: 35, right: 15}\n\
            sizes: {national_name: 13, motto: 14, agency: 13, place_date: 14, type_name: 13, \
            subject: 13, heading: 13, body: 13, table: 14, signer: 13, page_number: 14}\n\
            indent: 10\nparagraph_spacing: 12\nline_spacing: 1.5\n",
        margins: [25.0 * MM, 25.0 * MM, 35.0 * MM, 15.0 * MM],
        national: 13.0,
        motto: 14.0,
        agency: 13.0,
        place_date: 14.0,
        body: 13.0,
        table: 14.0,
        page_number: 14.0,
        indent: 10.0 * MM,
        paragraph_spacing: 12.0,
        line_spacing: 1.5,
    },
];

fn papers() -> impl Iterator<Item = (Paper, Looks)> {
    LOOKS.into_iter().map(|looks| {
        let workspace = Workspace::new();
        workspace.write("data/settings.yaml", looks.settings);
        (workspace.plan(&[]), looks)
    })
}

#[track_caller]
pub fn near(measured: f64, wanted: f64, what: &str) {
    assert!((measured - wanted).abs() < 0.6, "{what}: {measured:.2} instead of {wanted:.2}");
}

#[track_caller]
pub fn look(line: &Line, size: f64, bold: bool, italic: bool) {
    let measured = (line.size, line.bold, line.italic);
    assert_eq!(measured, (size, bold, italic), "{}", line.text);
}

/// The rule right under a line.
#[track_caller]
pub fn rule_under<'a>(rules: &'a [Rule], line: &Line) -> &'a Rule {
    rules
        .iter()
        .find(|rule| {
            let below = rule.y > line.y && rule.y < line.y + 8.0;
            below && rule.x < line.end && rule.x + rule.width > line.x && rule.width > 9.0
        })
        .unwrap_or_else(|| panic!("no rule under {}", line.text))
}

#[test]
fn paper_margins_and_colour() {
    for (paper, looks) in papers() {
        let [top, bottom, left, right] = looks.margins;
        for page in &paper.pages {
            near(page.width, 210.0 * MM, "width");
            near(page.height, 297.0 * MM, "height");
            for line in &page.lines {
                assert!(line.black, "black: {}", line.text);
                let printed = line.text.trim_end();
                let is_number = printed.parse::<u32>().is_ok() && line.y < top;
                assert!(line.x > left - 0.6, "left: {printed}");
                // A space at a line's end prints nothing.
                let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
                assert!(end < page.width - right + 0.6, "right: {printed}");
                assert!(line.y + DESCENDER * line.size < page.height - bottom + 0.6, "bottom");
                let highest = line.y - ASCENDER * line.size;
                assert!(is_number || highest > top - 0.6, "top: {printed} {highest}");
            }
        }
        let first = &paper.pages[0].lines[0];
        near(first.y - ASCENDER * first.size, top, "the text begins at the top margin");
    }
}

#[test]
fn national_name_and_motto() {
    for (paper, looks) in papers() {
        let page = &paper.pages[0];
        let (_, name) = paper.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        let (_, motto) = paper.line("Độc lập - Tự do - Hạnh phúc");
        look(name, looks.national, true, false);
        look(motto, looks.motto, true, false);
        near(motto.middle(), name.middle(), "motto under national name");
        near(motto.y - name.y, SINGLE * looks.motto, "single spacing");
        let rule = rule_under(&page.rules, motto);
        near(rule.width, motto.width(), "rule as long as the motto");
        near(rule.middle(), motto.middle(), "rule centred");
    }
}

#[test]
fn the_issuing_agency() {
    for (paper, looks) in papers() {
        let page = &paper.pages[0];
        let (_, first) = paper.line("ỦY BAN NHÂN DÂN");
        let (_, second) = paper.line("HUYỆN CAO LỘC");
        let (_, national) = paper.line("CỘNG HÒA");
        near(
            first.y - ASCENDER * first.size,
            national.y - ASCENDER * national.size,
            "tops level",
        );
        for line in [first, second] {
            look(line, looks.agency, true, false);
            near(line.middle(), first.middle(), "centred");
        }
        let rule = rule_under(&page.rules, second);
        for line in [first, second] {
            let share = rule.width / line.width();
            assert!((1.0 / 3.0..=0.5).contains(&share), "{share} of {}", line.text);
        }
        near(rule.middle(), second.middle(), "rule centred");
    }
}

#[test]
fn number_and_date_stand_on_one_line_with_real_gaps() {
    for (paper, looks) in papers() {
        let (_, agency) = paper.line("HUYỆN CAO LỘC");
        let (_, national) = paper.line("CỘNG HÒA");
        let (_, label) = paper.line("Số:");
        let symbol = paper.pages[0].lines.iter().find(|line| line.text == "/KH-UBND");
        let symbol = symbol.expect("the symbol");
        let (_, place) = paper.line("Cao Lộc, ngày");
        let (_, month) = paper.line("tháng 01 năm 2024");
        look(label, 13.0, false, false);
        look(symbol, 13.0, false, false);
        look(place, looks.place_date, false, true);
        look(month, looks.place_date, false, true);
        for line in [symbol, place, month] {
            near(line.y, label.y, "one baseline");
        }
        near((label.x + symbol.end) / 2.0, agency.middle(), "number under agency");
        near((place.x + month.end) / 2.0, national.middle(), "date under national name");
        assert!(symbol.x - label.end > 12.0 * MM, "room for the number");
        assert!(month.x - place.end > 6.0 * MM, "room for the day");
    }
}

#[test]
fn type_and_subject() {
    for (paper, looks) in papers() {
        let page = &paper.pages[0];
        let (_, type_name) = paper.line("KẾ HOẠCH");
        let subject = page
            .lines
            .iter()
            .find(|line| line.text == "Công tác thi đua, khen thưởng năm 2024")
            .expect("the subject");
        let [_, _, left, right] = looks.margins;
        let middle = (left + page.width - right) / 2.0;
        let size = if looks.body == 14.0 { 14.0 } else { 13.0 };
        for line in [type_name, subject] {
            look(line, size, true, false);
            near(line.middle(), middle, "centred on the text");
        }
        let rule = rule_under(&page.rules, subject);
        let share = rule.width / subject.width();
        assert!((1.0 / 3.0..=0.5).contains(&share), "{share}");
        near(rule.middle(), middle, "rule centred");
    }
}

#[test]
fn running_text_is_justified_indented_and_spaced() {
    for (paper, looks) in papers() {
        let page = &paper.pages[0];
        let [_, _, left, right] = looks.margins;
        let first = page.lines.iter().position(|line| line.text.starts_with("Đẩy mạnh"));
        let first = first.expect("the purpose");
        let last = page.lines.iter().position(|line| line.text.contains("của huyện."));
        let paragraph = &page.lines[first..=last.expect("its end")];
        assert!(paragraph.len() >= 3);
        near(paragraph[0].x, left + looks.indent, "first-line indent");
        for pair in paragraph.windows(2) {
            near(pair[1].x, left, "left edge");
            let end = pair[0].text.trim_end();
            let space = (pair[0].text.len() - end.len()) as f64 * 0.25 * looks.body;
            // The space at the end of a line may be squeezed.
            assert!(
                (pair[0].end - space..=pair[0].end + 0.6).contains(&(page.width - right))
                    || (pair[0].end - (page.width - right)).abs() < space + 0.6,
                "justified: {end}"
            );
            near(
                pair[1].y - pair[0].y,
                SINGLE * looks.line_spacing * looks.body,
                "line spacing",
            );
        }
        for line in paragraph {
            look(line, looks.body, false, false);
        }
        let next = &page.lines[first + paragraph.len()];
        let extra = next.y
            - paragraph[paragraph.len() - 1].y
            - SINGLE * looks.line_spacing * looks.body;
        near(extra, looks.paragraph_spacing, "space between paragraphs");
        assert!(extra > 5.9);
    }
}

#[test]
fn sections_and_clauses() {
    for (paper, looks) in papers() {
        let left = looks.margins[2];
        for (text, size) in [
            ("I. MỤC ĐÍCH, YÊU CẦU", looks.body),
            ("II. NỘI DUNG", looks.body),
            ("III. TỔ CHỨC THỰC HIỆN", looks.body),
            ("1. Mục đích", looks.body),
            ("2. Yêu cầu", looks.body),
        ] {
            let found = paper.lines().map(|(_, line)| line).find(|line| line.text == text);
            let line = found.unwrap_or_else(|| panic!("{text}"));
            look(line, size, true, false);
            near(line.x, left + looks.indent, text);
        }
    }
}

#[test]
fn the_table_has_its_header_on_every_page() {
    for (paper, looks) in papers() {
        let mut pages_with_table = 0;
        for page in &paper.pages {
            let has_task =
                page.lines.iter().any(|line| line.text.starts_with("- Phòng Nội vụ."));
            if !has_task {
                continue;
            }
            pages_with_table += 1;
            for title in ["TT", "Nội dung", "Cơ quan thực hiện"] {
                let head = page.lines.iter().filter(|line| line.text == title && line.bold);
                assert_eq!(head.count(), 1, "{title}");
            }
            let task = page
                .lines
                .iter()
                .find(|line| line.text.starts_with("- Phòng Nội vụ."));
            look(task.expect("a task"), looks.table, false, false);
        }
        assert!(pages_with_table >= 2);
    }
}

#[test]
fn recipients_and_signature() {
    for (paper, looks) in papers() {
        let (label_page, label) = paper.line("Nơi nhận:");
        look(label, 12.0, true, true);
        near(label.x, looks.margins[2], "flush left");
        let page = &paper.pages[label_page];
        let office = page
            .lines
            .iter()
            .find(|line| line.text == "CHỦ TỊCH")
            .expect("the office");
        let (name_page, name) = paper.line("Nguyễn Duy Anh");
        assert_eq!(name_page, label_page);
        for line in [office, name] {
            look(line, if looks.body == 14.0 { 14.0 } else { 13.0 }, true, false);
        }
        near(office.y - ASCENDER * office.size, label.y - ASCENDER * label.size, "tops level");
        near(name.middle(), office.middle(), "name under office");
        let clear = (name.y - ASCENDER * name.size) - (office.y + DESCENDER * office.size);
        assert!(clear >= 30.0 * MM, "room for the signature: {:.1} mm", clear / MM);
        let (end_page, _) = paper.line("./.");
        assert_eq!(end_page, label_page, "the last lines of text stay with the signature");
        let recipients: Vec<&Line> = page
            .lines
            .iter()
            .filter(|line| line.y > label.y && line.x < page.width * 0.3 && line.size == 11.0)
            .collect();
        assert!(recipients.len() >= 9);
        for line in &recipients {
            look(line, 11.0, false, false);
            near(line.x, looks.margins[2], "flush left");
        }
        let marks: String = recipients
            .iter()
            .filter_map(|line| line.text.trim_end().chars().next_back())
            .filter(|mark| ";.".contains(*mark))
            .collect();
        assert_eq!(marks, ";;;;;;;;.", "end marks");
    }
}

#[test]
fn page_numbers_stand_in_the_top_margin_from_page_two() {
    for (paper, looks) in papers() {
        let [top, _, left, right] = looks.margins;
        for (at, page) in paper.pages.iter().enumerate() {
            let above: Vec<&Line> = page.lines.iter().filter(|line| line.y < top).collect();
            if at == 0 {
                assert!(above.is_empty(), "no number on page 1");
                continue;
            }
            assert_eq!(above.len(), 1);
            assert_eq!(above[0].text, (at + 1).to_string());
            look(above[0], looks.page_number, false, false);
            near(above[0].middle(), (left + page.width - right) / 2.0, "centred");
        }
    }
}
