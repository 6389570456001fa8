//! Which files are read, and whose rows they hold.

use super::*;
use crate::folder::{self, Folder};
use crate::records::places::{table_files, unread};

const FUND: &str = "Ngày;Thu;Nội dung\n05/01/2024;5;a\n";
const FUND_OF_ALL: &str =
    "Đơn vị;Ngày;Thu\nXã Gia Cát;05/01/2024;5\nUBND huyện;06/01/2024;6\n";

fn touch(root: &Path, path: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().expect("a folder")).expect("made");
    fs::File::create(full).expect("made");
}

fn shown(paths: Vec<std::path::PathBuf>) -> Vec<String> {
    paths.iter().map(|path| folder::shown(path)).collect()
}

#[test]
fn tables_are_found_and_strays_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    for path in [
        "data/2024/results.xlsx",
        "data/2024/results.xls",
        "data/2024/plan.yaml",
        "data/2024/results/b.xlsx",
        "data/2024/results/a.CSV",
        "data/2024/results/~$b.xlsx",
        "data/2024/results/.c.xlsx",
        "data/2024/results/xa-gia-cat.yaml",
        "data/2024/results/d.ods",
        "data/2024/results/E.YAML",
        "data/2024/results/ghi-chep.docx",
        "data/2024/results/quy-1/f.yaml",
        "data/2024/results/quy-1/g/h.xlsx",
        "data/2024/results/quy-1/anh.png",
        "data/2023/results/i.csv",
    ] {
        touch(root, path);
    }
    assert_eq!(
        shown(table_files(&Folder::new(root), year(), &mut Vec::new())),
        ["data/2024/results/a.CSV", "data/2024/results/b.xlsx", "data/2024/results.xlsx",]
    );
    assert_eq!(
        shown(unread(&Folder::new(root), year())),
        [
            "data/2024/results/d.ods",
            "data/2024/results/quy-1/f.yaml",
            "data/2024/results/quy-1/g/h.xlsx",
            "data/2024/results.xls",
        ]
    );
    let empty = Year::parse("2022").expect("a year");
    assert_eq!(shown(table_files(&Folder::new(root), empty, &mut Vec::new())), [""; 0]);
    assert_eq!(shown(unread(&Folder::new(root), empty)), [""; 0]);
}

#[test]
fn a_file_named_after_a_unit_needs_no_column_for_it() {
    let rows = vec![row!["Ngày", "Thu"], row!["05/01/2024", 5.0]];
    let bytes = workbook(&[("Quỹ", rows)]);
    let outcome = read_file("data/2024/results/xa-gia-cat.xlsx", &bytes);
    assert_eq!(outcome.only().unit.value.0, "xa-gia-cat");
    for path in ["data/2024/results/quy-1.xlsx", "data/2024/results.xlsx"] {
        let outcome = read_file(path, &bytes);
        assert_eq!(outcome.mistakes(), [(Code::MissingColumn, "Quỹ!A1".to_owned())], "{path}");
    }
    let rows = vec![
        row!["Ngày", "Thu", "Đơn vị"],
        row!["05/01/2024", 5.0],
        row!["05/01/2024", 6.0, "UBND xã Gia Cát"],
        row!["05/01/2024", 7.0, "UBND huyện"],
    ];
    let outcome = read_file("data/2024/results/xa-gia-cat.xlsx", &workbook(&[("Quỹ", rows)]));
    assert_eq!(outcome.mistakes(), [(Code::OtherUnit, "Quỹ!C4".to_owned())]);
    assert_eq!(outcome.results[0].fund.len(), 2);
}

#[test]
fn the_name_of_a_text_file_tells_its_table() {
    let outcome = read_file("data/2024/results/xa-gia-cat.quy.csv", FUND.as_bytes());
    assert_eq!(outcome.only().unit.value.0, "xa-gia-cat");
    let outcome = read_file("data/2024/results/QUY.CSV", FUND_OF_ALL.as_bytes());
    assert_eq!(outcome.mistakes(), []);
    let units: Vec<&str> = outcome
        .results
        .iter()
        .map(|found| found.unit.value.0.as_str())
        .collect();
    assert_eq!(units, ["ubnd-huyen", "xa-gia-cat"]);
    for path in ["qui.csv", "xa-gia-cat.csv", "xa-la.quy.csv", "xa-gia-cat.thu.csv"] {
        let outcome = read_file(&format!("data/2024/results/{path}"), FUND.as_bytes());
        assert_eq!(outcome.codes(), [Code::UnknownTable], "{path}");
        assert!(outcome.results.is_empty());
    }
    let outcome = read_file("data/2024/results/khen-thuog.csv", FUND.as_bytes());
    assert!(outcome.arg(0, "suggestion").contains("khen-thuong"));
}

#[test]
fn text_files_are_utf8_with_or_without_a_mark() {
    let path = "data/2024/results/quy.csv";
    let marked = ["\u{FEFF}", FUND_OF_ALL].concat();
    assert_eq!(read_file(path, marked.as_bytes()).mistakes(), []);
    let outcome = read_file(path, b"Ng\xE0y;Thu\n");
    assert_eq!(outcome.codes(), [Code::NotUtf8]);
    assert_eq!(outcome.underlined(0), "\u{FFFD}");
    let utf16: Vec<u8> = FUND_OF_ALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [vec![0xFF, 0xFE], utf16].concat();
    // Excel's "Unicode Text" says by its first letter what it is.
    assert_eq!(read_file(path, &utf16).mistakes(), []);
    assert_eq!(read_file(path, &utf16[2..]).codes(), [Code::NotUtf8]);
    let outcome = read_file(path, "Đơn vị;Ngày;Thu\nXã Gia Cát;1/1/2024;\"5\nXã\n".as_bytes());
    assert_eq!(outcome.mistakes(), [(Code::UnclosedQuote, "Quỹ!C2".to_owned())]);
}

#[test]
fn mistakes_in_text_files_are_told_by_their_cells_too() {
    let text = "\n\"Đơn vị\",\"Ngày\",\"Thu\",\"Nội dung\"\n\nXã Gia Cát,05/01/2024,năm,\"a\nb\"\nXã Gia,05/01/2024,5\n";
    let outcome = read_file("data/2024/results/quy.csv", text.as_bytes());
    assert_eq!(
        outcome.mistakes(),
        [
            (Code::InvalidValue, "Quỹ!C4".to_owned()),
            (Code::UnknownUnitName, "Quỹ!A5".to_owned()),
        ]
    );
    let place = outcome.problems[1].place.as_ref().expect("placed");
    let source = outcome.sources.get(place.file);
    assert_eq!(source.line_column(place.range.start), (5, 1));
    assert_eq!(source.name(), "data/2024/results/quy.csv");
}

#[test]
fn sheets_are_told_by_their_names() {
    let fund = || vec![row!["Đơn vị", "Ngày", "Thu"], row!["xa-gia-cat", "05/01/2024", 5.0]];
    let note = || vec![row!["xin chào"]];
    let outcome = read_file(
        "data/2024/results.xlsx",
        &workbook(&[
            ("Hướng dẫn", note()),
            ("quỹ ", fund()),
            ("GHI CHÚ", note()),
            ("Sheet1", vec![]),
        ]),
    );
    assert_eq!(outcome.only().fund.len(), 1);
    let outcome = read_file(
        "data/2024/results.xlsx",
        &workbook(&[("Qũy", fund()), ("Quỹ", fund()), ("Sheet1", note()), ("Quỹ ", fund())]),
    );
    assert_eq!(
        outcome.codes(),
        [Code::UnknownSheet, Code::UnknownSheet, Code::DuplicateSheet]
    );
    assert!(outcome.arg(0, "suggestion").contains("Quỹ"));
    assert_eq!(outcome.arg(1, "suggestion"), "None");
    assert_eq!(outcome.results[0].fund.len(), 1);
    // A hidden sheet holds the words of a drop-down.
    let bytes = workbook(&[("Quỹ", fund()), ("danh-muc", note())]);
    let hidden = with_part(&bytes, "xl/workbook.xml", |xml| {
        let xml = String::from_utf8(xml).expect("XML");
        let (from, to) = ("name=\"danh-muc\"", "name=\"danh-muc\" state=\"hidden\"");
        assert!(xml.contains(from));
        xml.replace(from, to).into_bytes()
    });
    assert_eq!(read_file("data/2024/results.xlsx", &bytes).codes(), [Code::UnknownSheet]);
    assert_eq!(read_file("data/2024/results.xlsx", &hidden).codes(), []);
}

#[test]
fn a_file_without_cells_is_empty() {
    for (path, bytes) in [
        ("data/2024/results.xlsx", Vec::new()),
        ("data/2024/results.xlsx", workbook(&[("Quỹ", vec![])])),
        ("data/2024/results/quy.csv", Vec::new()),
        ("data/2024/results/quy.csv", b"\xEF\xBB\xBF\r\n ; ;\r\n".to_vec()),
    ] {
        let outcome = read_file(path, &bytes);
        assert_eq!(outcome.codes(), [Code::EmptyFile], "{path}");
        let place = outcome.problems[0].place.as_ref().expect("placed");
        assert_eq!(outcome.sources.get(place.file).name(), path);
    }
    // Titles alone say that nothing is recorded yet.
    let outcome = read_file("data/2024/results/quy.csv", "Đơn vị;Ngày;Thu\n".as_bytes());
    assert_eq!((outcome.codes().len(), outcome.results.len()), (0, 0));
}

#[test]
fn a_heading_may_stand_above_the_titles() {
    let row = row!["xa-gia-cat", "05/03/2024", 5.0];
    let heading = || vec![row!["", "BIỂU TỔNG HỢP"], row!["(Kèm theo Báo cáo số 12/BC-UBND)"]];
    let of = |titles: Vec<Put>| {
        let rows = [heading(), vec![titles, row.clone()]].concat();
        read_sheet("Quỹ", rows)
    };
    let outcome = of(titles(&["Đơn vị", "Ngày", "Thu (đồng)"]));
    assert_eq!(outcome.only().fund[0].amount, 5);
    // A slip in the titles is told in their row, not in the heading's.
    let outcome = of(titles(&["Đơn vị", "Ngáy", "Thu"]));
    assert_eq!(outcome.codes(), [Code::UnknownColumn, Code::MissingColumn]);
    assert!(outcome.mistakes()[0].1.ends_with("B3"), "{:?}", outcome.mistakes());
    // Data above the titles is no heading: nothing is lost in silence.
    let outcome =
        read_sheet("Quỹ", vec![row.clone(), titles(&["Đơn vị", "Ngày", "Thu"]), row.clone()]);
    assert!(has_errors(&outcome.problems) && outcome.results.is_empty());
    let sorted = "UBND xã Gia Cát;05/01/2024;5\nĐơn vị;Ngày;Thu\n";
    let outcome = read_file("data/2024/results/quy.csv", sorted.as_bytes());
    assert!(has_errors(&outcome.problems) && outcome.results.is_empty());
}
