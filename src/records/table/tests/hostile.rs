//! Files that break, or were made to break things.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::sheets::MOST_CELLS;

const PATH: &str = "data/2024/results.xlsx";

fn sample() -> Vec<u8> {
    let rows = vec![
        row!["Đơn vị", "Ngày", "Thu", "Nội dung"],
        row!["xa-gia-cat", date("2024-03-05"), 7.0, "Chi thưởng"],
    ];
    workbook(&[("Quỹ", rows)])
}

/// Reads it, soon.
fn read_soon(bytes: &[u8]) -> Outcome {
    let start = Instant::now();
    let outcome = read_file(PATH, bytes);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    outcome
}

/// A sheet of these rows.
fn with_rows(rows: &str) -> Vec<u8> {
    with_part(&sample(), "xl/worksheets/sheet1.xml", |_| {
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()
    })
}

#[test]
fn what_is_no_workbook_is_told() {
    let sample = sample();
    let ole = [crate::folder::OLE, &[0; 4096]].concat();
    for bytes in [
        b"kind: plan\n".to_vec(),
        b"PK\x03\x04".to_vec(),
        sample[..sample.len() / 2].to_vec(),
        sample[..sample.len() - 30].to_vec(),
        sample[200..].to_vec(),
        with_part(&sample, "xl/worksheets/sheet1.xml", |xml| xml[..xml.len() / 2].to_vec()),
        with_part(&sample, "xl/worksheets/sheet1.xml", |_| b"<a><b></a>".to_vec()),
        with_part(&sample, "xl/sharedStrings.xml", |_| {
            b"<sst><si><t>a</t></si></sst>".to_vec()
        }),
        with_xml(&sample, "r=\"C2\"", "r=\"B2\""),
        ole,
        vec![0; 100_000],
    ] {
        let outcome = read_soon(&bytes);
        assert_eq!(outcome.codes(), [Code::WorkbookUnreadable], "{bytes:.40?}");
        assert!(outcome.results.is_empty());
        assert!(outcome.arg(0, "path").contains(PATH));
    }
}

#[test]
fn a_cell_on_no_sheet_of_this_world_is_told() {
    let outcome = read_soon(&with_xml(&sample(), "r=\"C2\"", "r=\"C99999999999\""));
    // The library's sum overflows: it stops in a debug build and wraps in a release.
    let told = [Code::WorkbookUnreadable, Code::CellTooFar];
    assert!(matches!(outcome.codes()[..], [code] if told.contains(&code)));
    assert!(outcome.results.is_empty());
}

/// The smallest container that says that it is encrypted: header, one sector of the allocation
/// table, one of the directory.
fn encrypted() -> Vec<u8> {
    let mut file = vec![0_u8; 512];
    file[..8].copy_from_slice(crate::folder::OLE);
    file[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    file[44] = 1;
    file[48] = 1;
    file[57] = 0x10;
    for chain in [60, 68] {
        file[chain..chain + 4].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF]);
    }
    file[76..].fill(0xFF);
    file[76..80].fill(0);
    let mut table = vec![0xFF_u8; 512];
    table[..8].copy_from_slice(&[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]);
    let mut folder = vec![0_u8; 512];
    for (at, name, kind) in [(0, "Root Entry", 5), (1, "EncryptedPackage", 2)] {
        let entry = &mut folder[at * 128..(at + 1) * 128];
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..letters.len()].copy_from_slice(&letters);
        entry[64] = u8::try_from(letters.len() + 2).expect("short");
        entry[66] = kind;
        entry[116..120].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF]);
    }
    [file, table, folder].concat()
}

#[test]
fn a_password_is_told() {
    assert_eq!(read_soon(&encrypted()).codes(), [Code::WorkbookProtected]);
}

#[test]
fn a_far_cell_costs_nothing() {
    let cell = |name: &str| format!("<c r=\"{name}\"><v>1</v></c>");
    for name in ["XFD1048576", "A20001", "BM1", "A1048576", "XFD2"] {
        let bytes = with_xml(
            &sample(),
            "</row></sheetData>",
            &[&cell(name), "</row></sheetData>"].concat(),
        );
        let outcome = read_soon(&bytes);
        assert_eq!(outcome.codes(), [Code::CellTooFar], "{name}");
        assert!(outcome.arg(0, "cell").contains(&format!("Quỹ!{name}")));
        assert!(outcome.results.is_empty());
    }
    for name in ["BL20000", "BL3"] {
        let bytes = with_xml(
            &sample(),
            "</row></sheetData>",
            &[&cell(name), "</row></sheetData>"].concat(),
        );
        let outcome = read_soon(&bytes);
        assert!(
            outcome
                .mistakes()
                .contains(&(Code::CellWithoutColumn, format!("Quỹ!{name}")))
        );
        assert_eq!(outcome.results[0].fund.len(), 1);
    }
    // A cell that is only coloured is no cell.
    let outcome = read_soon(&with_xml(
        &sample(),
        "</row></sheetData>",
        "<c r=\"XFD1048576\" s=\"1\"/></row></sheetData>",
    ));
    assert_eq!(outcome.mistakes(), []);
}

#[test]
fn endless_tables_stop() {
    let row: String = "<c><v>1</v></c>".repeat(60);
    let rows = format!("<row>{row}</row>").repeat(MOST_CELLS / 60 + 1);
    assert_eq!(read_soon(&with_rows(&rows)).codes(), [Code::TooManyCells]);
    // One long text that many cells have.
    let bytes = with_rows(&"<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000));
    let bytes = with_part(&bytes, "xl/sharedStrings.xml", |_| {
        let text = "a".repeat(30_000);
        format!("<sst><si><t>{text}</t></si></sst>").into_bytes()
    });
    assert_eq!(read_soon(&bytes).codes(), [Code::TooLarge]);
}

#[test]
fn bombs_are_not_unpacked() {
    let zeros = |size: usize| move |_: Vec<u8>| vec![b' '; size];
    let big = 49 << 20;
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/app.xml"] {
        let bytes = with_part(&sample(), part, zeros(big));
        assert!(bytes.len() < 1 << 20);
        assert_eq!(read_soon(&bytes).codes(), [Code::TooLarge], "{part}");
    }
    // Styles that all have one long name.
    let styles = |_: Vec<u8>| {
        let font = format!("<font><name val=\"{}\"/></font>", "a".repeat(500_000));
        let all = "<xf fontId=\"0\"/>".repeat(50_000);
        format!("<styleSheet><fonts>{font}</fonts><cellXfs>{all}</cellXfs></styleSheet>")
            .into_bytes()
    };
    let bytes = with_part(&sample(), "xl/styles.xml", styles);
    assert_eq!(read_soon(&bytes).codes(), [Code::TooLarge]);
    assert_eq!(read_soon(&vec![b'P'; (4 << 20) + 1]).codes(), [Code::TooLarge]);
}

#[test]
fn what_is_no_file_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("data/2024/results/a.xlsx")).expect("made");
    fs::create_dir_all(folder.path().join("data/2024/results/quy.csv")).expect("made");
    for path in ["data/2024/results/a.xlsx", "data/2024/results/quy.csv"] {
        assert_eq!(read_at(folder.path(), path).codes(), [Code::NotAFile]);
    }
    assert_eq!(read_at(folder.path(), PATH).codes(), [Code::FileNotFound]);
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_block() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("data/2024/results")).expect("made");
    let path = folder.path().join(PATH);
    let made = std::process::Command::new("mkfifo").arg(path).status().expect("runs");
    assert!(made.success());
    assert_eq!(read_at(folder.path(), PATH).codes(), [Code::NotAFile]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_file_breaks_the_reader(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        part in 0..5_usize,
    ) {
        let parts = [
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
        ];
        let change = |mut bytes: Vec<u8>| {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            bytes
        };
        let bytes = match parts.get(part) {
            Some(part) => with_part(&sample(), part, change),
            None => change(sample()),
        };
        let outcome = read_file(PATH, &bytes);
        // Something is read or something is said.
        prop_assert!(!outcome.results.is_empty() || !outcome.problems.is_empty());
    }
}
