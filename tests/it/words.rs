//! The words of the PDF are the words of the paper that was issued: all of them, in order, and
//! none added but the header, repeated table headers and page numbers.

use crate::page::Paper;
use crate::workspace::Workspace;

/// The text of the plan as the office issued it, taken from the paper.
const ISSUED: &str = include_str!("fixtures/ke-hoach-2024.md");

/// What the program adds above the text, in the order in which a page has it.
const HEADER: &str = "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC \
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";

const TABLE_HEADER: [&str; 3] = ["TT", "Nội dung", "Cơ quan thực hiện"];

/// The words of the issued paper. In it a table row that goes over a page is two rows, and the
/// table's header stands on each page; both are put together here.
fn issued_words() -> Vec<String> {
    let mut blocks: Vec<String> = vec![HEADER.to_owned()];
    let mut row: Option<[String; 3]> = None;
    let mut header_seen = false;
    let flush = |row: &mut Option<[String; 3]>, blocks: &mut Vec<String>| {
        blocks.extend(row.take().into_iter().flatten());
    };
    for line in ISSUED.lines() {
        let Some(cells) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'))
        else {
            if !line.is_empty() {
                flush(&mut row, &mut blocks);
                blocks.push(line.replace('*', ""));
            }
            continue;
        };
        let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
        let cells: [&str; 3] = cells.try_into().expect("three cells");
        match cells {
            _ if cells == TABLE_HEADER && header_seen => {}
            [rule, ..] if rule.starts_with("---") => {}
            ["", content, agencies] => {
                let row = row.as_mut().expect("a row to go on with");
                row[1] += &format!(" {content}");
                row[2] += &format!(" {agencies}");
            }
            _ => {
                header_seen |= cells == TABLE_HEADER;
                flush(&mut row, &mut blocks);
                row = Some(cells.map(str::to_owned));
            }
        }
    }
    flush(&mut row, &mut blocks);
    blocks
        .iter()
        .flat_map(|block| block.split_whitespace().map(str::to_owned))
        .collect()
}

/// The words of the PDF without page numbers and repeated table headers.
fn printed_words(paper: &Paper) -> Vec<String> {
    let mut words = Vec::new();
    for (at, page) in paper.pages.iter().enumerate() {
        let mut lines = page.lines.as_slice();
        if at > 0 {
            assert_eq!(lines[0].text, (at + 1).to_string(), "page number");
            lines = &lines[1..];
            if lines[..3].iter().map(|line| line.text.as_str()).eq(TABLE_HEADER) {
                lines = &lines[3..];
            }
        }
        words.extend(crate::page::words(lines));
    }
    words
}

#[test]
fn the_pdf_says_what_the_issued_paper_says() {
    let (issued, printed) = (issued_words(), printed_words(&Workspace::new().plan(&[])));
    assert!(issued.len() > 900, "{}", issued.len());
    for (at, (issued_word, printed_word)) in issued.iter().zip(&printed).enumerate() {
        let around = |words: &[String]| words[at.saturating_sub(8)..at + 1].join(" ");
        assert_eq!(
            issued_word,
            printed_word,
            "issued: … {} / printed: … {}",
            around(&issued),
            around(&printed)
        );
    }
    assert_eq!(issued.len(), printed.len());
}

#[test]
fn the_bold_deadline_and_the_italic_way_are_kept() {
    let paper = Workspace::new().plan(&[]);
    let look = |text: &str| {
        let (_, line) = paper.line(text);
        (line.text.trim().to_owned(), line.bold, line.italic)
    };
    assert_eq!(look("15/01/2024"), ("15/01/2024".to_owned(), true, false));
    assert_eq!(look("qua Phòng"), ("qua Phòng Nội vụ".to_owned(), false, true));
}
