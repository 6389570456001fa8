//! Tables as people make them for people: signed below, with columns and titles of their own, merged cells.

use super::cells::{FUND, day};
use super::*;
use crate::office::Level;
use crate::papers::TaskId;

const UNIT: &str = "Xã Gia Cát";

fn fund(rows: Vec<Vec<Put>>) -> Outcome {
    read_sheet("Quỹ", [vec![titles(&FUND)], rows].concat())
}

/// The workbook of one sheet with these cells merged.
fn merged(name: &str, rows: Vec<Vec<Put>>, regions: &[&str]) -> Outcome {
    let regions: String = regions
        .iter()
        .map(|region| format!("<mergeCell ref=\"{region}\"/>"))
        .collect();
    let cells = format!("</sheetData><mergeCells>{regions}</mergeCells>");
    let bytes = with_xml(&workbook(&[(name, rows)]), "</sheetData>", &cells);
    read_file("data/2024/results.xlsx", &bytes)
}

#[test]
fn what_stands_below_the_table_is_left_out_with_one_warning() {
    let record = || row![UNIT, "05/01/2024", 5.0];
    for below in [
        vec![
            row!["", "", "", "", "Cao Lộc, ngày 05 tháng 4 năm 2024"],
            row!["Người lập biểu", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ"],
            row!["(Ký, ghi rõ họ tên)", "", "", "", "(Ký tên, đóng dấu)"],
            vec![],
            row!["Nguyễn Văn An", "", "", "", "Lô Thị Bình"],
        ],
        vec![row!["", "KT. CHỦ TỊCH"], row!["", "PHÓ CHỦ TỊCH"], row!["", "Lô Thị Bình"]],
        vec![row!["Ghi chú: số liệu tính đến 31/3/2024."]],
        vec![row!["Ấn định bảng này có 01 khoản./."], row!["", "", "", "", "", "Kế toán"]],
    ] {
        let left_out = below.iter().filter(|row| !row.is_empty()).count();
        let outcome = fund([vec![record()], below.clone()].concat());
        assert_eq!(outcome.codes(), [Code::RowsLeftOut], "{below:?}");
        assert!(!has_errors(&outcome.problems));
        assert_eq!(outcome.results[0].fund.len(), 1);
        assert!(outcome.arg(0, "count").contains(&format!("({left_out})")));
    }
    let signed = vec![record(), row!["Thủ trưởng đơn vị"], row!["Lô Thị Bình"]];
    assert!(fund(signed).arg(0, "rows").contains("3–4"));
}

#[test]
fn a_row_that_names_a_part_of_the_table_is_left_out() {
    let head = [row!["TT"], titles(&FUND)].concat();
    let outcome = read_sheet(
        "Quỹ",
        vec![
            head,
            row!["I", "Khối xã, thị trấn"],
            row![1.0, UNIT, "05/01/2024", 5.0],
            row!["B.", "", "", "", "Khối cơ quan"],
            row![2.0, UNIT, "06/01/2024", 7.0],
            row!["3", UNIT],
        ],
    );
    assert!(outcome.arg(outcome.codes().len() - 1, "rows").contains("\"2, 4\""));
    assert_eq!(outcome.results[0].fund.len(), 2);
    assert!(has_errors(&outcome.problems), "a record without its day is told");
}

#[test]
fn a_record_that_lacks_a_cell_is_none_of_what_stands_below() {
    // Nothing above it says that the table has ended.
    for row in [
        row![UNIT],
        row!["Nguyễn Văn An"],
        row!["", "05/3/2024"],
        row!["", "", "", "", "Chi thưởng"],
        row!["", "", 5.0, "", "Chủ tịch"],
    ] {
        let outcome = fund(vec![row![UNIT, "05/01/2024", 5.0], row.clone()]);
        assert!(has_errors(&outcome.problems), "{row:?}");
        assert!(!outcome.codes().contains(&Code::RowsLeftOut), "{row:?}");
    }
    // Below the signature a row that reads as a record is one.
    let outcome = fund(vec![
        row!["Người lập biểu"],
        row!["Lô Thị Bình"],
        row![UNIT, "05/01/2024", 5.0],
        row![UNIT, "", 5.0],
    ]);
    let told = |code, cell: &str| (code, format!("Quỹ!{cell}"));
    assert_eq!(
        outcome.mistakes(),
        [told(Code::MissingCell, "B5"), told(Code::RowsLeftOut, "A2")]
    );
    assert_eq!(outcome.results[0].fund.len(), 1);
}

#[test]
fn columns_that_the_table_does_not_have_are_not_read() {
    let rows = |titles: Vec<Put>| {
        vec![titles, row![UNIT, "05/01/2024", 5.0, "Đã kiểm tra", 7.0, "x"]]
    };
    let outcome = read_sheet(
        "Quỹ",
        rows(row!["Đơn vị", "Ngày", "Thu", "Ghi chú", "Số\nchứng từ", "Người nộp"]),
    );
    assert_eq!(outcome.mistakes(), [(Code::ColumnsNotRead, "Quỹ!E1".to_owned())]);
    assert!(!has_errors(&outcome.problems));
    assert_eq!(outcome.results[0].fund.len(), 1);
    let told = outcome.arg(0, "columns");
    assert!(told.contains("Số chứng từ") && told.contains("Người nộp"), "{told}");
    assert!(!told.contains("Ghi chú"), "{told}");
    // A column for people alone needs no word.
    let outcome =
        read_sheet("Quỹ", rows(row!["Đơn vị", "Ngày", "Thu", "GHI CHÚ:", "STT", "Số TT"]));
    assert_eq!(outcome.only().fund.len(), 1);
    // A slip in a title is none of these.
    let outcome = read_sheet("Quỹ", rows(row!["Đơn vi", "Ngày", "Thu", "Ghi chú"]));
    assert_eq!(outcome.codes(), [Code::UnknownColumn, Code::MissingColumn]);
    assert!(outcome.arg(0, "suggestion").contains("Đơn vị"));
    // Nor is one in a column that may be left out: its numbers would be lost.
    let outcome = read_sheet(
        "Khen thưởng",
        vec![row![
            "Đơn vị",
            "Ngày",
            "Danh hiệu, hình thức",
            "Cấp",
            "Loại",
            "Giai đoạn",
            "Cá nhan"
        ]],
    );
    assert_eq!(outcome.codes(), [Code::UnknownColumn]);
}

#[test]
fn a_cell_merged_over_rows_holds_for_each_of_them() {
    let rows = || {
        vec![
            titles(&FUND),
            row![UNIT, "05/01/2024", 5.0, "", "a"],
            row!["", "", 6.0, "", "b"],
            row!["", "07/01/2024", 7.0],
        ]
    };
    let outcome = merged("Quỹ", rows(), &["A2:A9", "B2:B3"]);
    let found = &outcome.only().fund;
    let read: Vec<(Date, u64)> =
        found.iter().map(|entry| (entry.date, entry.amount)).collect();
    let (first, last) = (day("2024-01-05"), day("2024-01-07"));
    assert_eq!(read, [(first, 5), (first, 6), (last, 7)]);
    // A row that is merged as a whole is one record.
    let outcome = merged(
        "Quỹ",
        vec![
            titles(&FUND),
            row![UNIT, "05/01/2024", 5.0],
            vec![],
            row![UNIT, "06/01/2024", 6.0],
        ],
        &["A2:A3", "B2:B3", "C2:C3"],
    );
    assert_eq!(outcome.only().fund.len(), 2);
    // What is wrong with it is told once.
    let outcome = merged(
        "Quỹ",
        vec![titles(&FUND), row!["Xã Lạ", "05/01/2024", 5.0], row!["", "06/01/2024", 6.0]],
        &["A2:A3"],
    );
    assert_eq!(outcome.mistakes(), [(Code::UnknownUnitName, "Quỹ!A2".to_owned())]);
    // Without merging an empty cell is empty.
    assert_eq!(read_sheet("Quỹ", rows()).codes(), [Code::MissingCell; 3]);
}

#[test]
fn regions_without_end_stop_the_reading() {
    let rows: Vec<Vec<Put>> = (0..2_000).map(|_| row!["x", "y", "z"]).collect();
    let regions: Vec<String> = (1..=2_000)
        .flat_map(|row| ["A", "B"].map(|c| format!("{c}{row}:{c}2000")))
        .collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    assert_eq!(merged("Quỹ", rows, &regions).codes(), [Code::TooManyCells]);
}

#[test]
fn titles_may_stand_in_two_rows() {
    let upper = row![
        "TT",
        "Đơn vị",
        "Ngày",
        "Danh hiệu,\nhình thức",
        "Cấp",
        "Loại",
        "Giai đoạn",
        "Số lượng",
        "",
        "",
        "Ghi chú"
    ];
    let lower = row!["", "", "", "", "", "", "", "Tập thể", "Cá nhân", "Trực tiếp lao động"];
    let record = row![
        1.0,
        UNIT,
        "05/01/2024",
        "Giấy khen",
        "Cấp xã",
        "Thường xuyên",
        "Được tặng",
        2.0,
        3.0,
        1.0
    ];
    let numbers: Vec<Put> = (1..=11).map(|number| Put::Number(f64::from(number))).collect();
    let heading = row!["", "BIỂU TỔNG HỢP KHEN THƯỞNG"];
    let regions =
        ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:J2", "K2:K3"];
    let plain = vec![heading.clone(), upper.clone(), lower.clone(), record.clone()];
    let numbered = vec![heading, upper, lower, numbers, record];
    for outcome in [
        merged("Khen thưởng", plain.clone(), &regions),
        merged("Khen thưởng", numbered, &regions),
        // Without merging, as in a CSV file, they mean the same.
        read_sheet("Khen thưởng", plain),
    ] {
        let found = outcome.only();
        let honoured = found.awards[0].honoured;
        assert_eq!(found.awards.len(), 1);
        assert_eq!(found.awards[0].level, Level::Commune);
        let counts = (honoured.collectives, honoured.individuals, honoured.direct_workers);
        assert_eq!(counts, (2, 3, 1));
    }
}

#[test]
fn a_title_may_be_made_of_two_or_be_the_whole_of_its_parts() {
    let outcome = read_sheet(
        "Bồi dưỡng",
        vec![
            row!["Đơn vị", "Ngày", "Số", "", "Nội dung"],
            row!["", "(ngày, tháng)", "lớp", "người"],
            row![UNIT, "05/01/2024", 2.0, 30.0, "a"],
        ],
    );
    let training = &outcome.only().training[0];
    assert_eq!((training.classes, training.participants), (2, 30));
    let outcome = read_sheet(
        "Phong trào",
        vec![
            row!["Đơn vị", "Tên phong trào", "Từ ngày", "Tập thể", "Cá nhân"],
            row!["", "", "", "Tổng số", "Tổng số", "Nữ"],
            row![UNIT, "Thi đua", "05/01/2024", 2.0, 30.0, 12.0],
        ],
    );
    // What is only a part of them is not read.
    assert_eq!(outcome.mistakes(), [(Code::ColumnsNotRead, "Phong trào!F2".to_owned())]);
    let movement = &outcome.results[0].movements[0];
    assert_eq!((movement.collectives, movement.individuals), (2, 30));
    let outcome = read_sheet(
        "Khen thưởng",
        vec![
            row![
                "Đơn vị",
                "Ngày",
                "Danh hiệu, hình thức",
                "Cấp",
                "Loại",
                "Giai đoạn",
                "Cá nhân"
            ],
            row!["", "", "", "", "", "", "Tổng số", "Trực tiếp lao động"],
            row![UNIT, "5.1.2024", "Giấy khen", "xã", "Đột xuất", "Được tặng", 3.0, 1.0],
        ],
    );
    let honoured = outcome.only().awards[0].honoured;
    assert_eq!((honoured.individuals, honoured.direct_workers), (3, 1));
}

#[test]
fn a_dash_is_nothing() {
    for dash in ["-", "–", "—", " - ", "--"] {
        let outcome = fund(vec![
            row![UNIT, "05/01/2024", 5.0, dash, dash],
            row![UNIT, dash, dash, "1 020"],
            row![dash, dash, dash, dash, dash],
        ]);
        assert_eq!(outcome.mistakes(), [(Code::MissingCell, "Quỹ!B3".to_owned())], "{dash}");
        let entry = &outcome.results[0].fund[0];
        assert_eq!((entry.amount, &entry.text), (5, &None));
        let text = format!("Ngày;Thu;Chi\n05/01/2024;{dash};1.020\n");
        let outcome = read_file("data/2024/results/xa-gia-cat.quy.csv", text.as_bytes());
        assert_eq!(outcome.only().fund[0].amount, 1020);
    }
}

#[test]
fn levels_days_and_names_are_read_as_people_write_them() {
    let of = |day: &str, level: &str, award: &str| {
        let record = row![UNIT, day, award, level, "Loại: thường xuyên", "ĐỀ NGHỊ.", 1.0];
        read_sheet("Khen thưởng", vec![titles(&AWARDS), record])
    };
    for (level, meant) in [
        ("Cấp huyện", Level::District),
        ("cấp Tỉnh", Level::Province),
        ("CẤP XÃ", Level::Commune),
        ("Cấp\nNhà nước", Level::State),
        ("cấp Cơ quan, đơn vị", Level::Agency),
    ] {
        for date in ["ngày 05/3/2024", "Ngày 05 tháng 3 năm 2024", "5.3.2024", "5-3-2024"]
        {
            let outcome = of(date, level, "GIẤY\nKHEN");
            let found = &outcome.only().awards[0];
            assert_eq!(
                (found.level, found.date),
                (meant, day("2024-03-05")),
                "{level} {date}"
            );
        }
    }
    assert_eq!(of("05/03/24", "Xã", "Giấy khen").codes(), [Code::InvalidValue]);
    assert_eq!(of("05/3/2024", "Cấp quận", "Giấy khen").codes(), [Code::UnknownWord]);
}

#[test]
fn a_task_may_be_named_in_any_way() {
    let titles = titles(&["Đơn vị", "Nhiệm vụ", "Tình trạng"]);
    let names = ["phat-dong", "1.", "Phát động  phong trào\nthi đua"];
    let mut rows = vec![titles];
    rows.extend(names.iter().map(|name| row![UNIT, *name, "Đang thực hiện"]));
    rows.push(row![UNIT, 1.0, "Đang thực hiện"]);
    let outcome = read_sheet("Tiến độ", rows);
    let found: Vec<TaskId> =
        outcome.only().tasks.iter().map(|task| task.task.clone()).collect();
    // Which task that is, is known once the plans are read.
    let names = ["phat-dong", "1.", "Phát động phong trào thi đua", "1"];
    assert_eq!(found, names.map(|name| TaskId(name.to_owned())));
}

#[test]
fn a_total_that_differs_is_told_with_what_was_counted() {
    let records = || vec![row![UNIT, "05/01/2024", 5.0], row![UNIT, "06/01/2024", 1_500.0]];
    let outcome = fund([records(), vec![row!["Tổng cộng", "", "1.506"]]].concat());
    assert_eq!(outcome.mistakes(), [(Code::TotalDiffers, "Quỹ!C4".to_owned())]);
    assert!(!has_errors(&outcome.problems));
    assert!(
        outcome.arg(0, "total").contains("1.506") && outcome.arg(0, "sum").contains("1.505")
    );
    let agreeing = |rows: Vec<Vec<Put>>| assert_eq!(fund(rows).codes(), [Code::TotalRow]);
    agreeing([records(), vec![row!["Tổng số tiền", "", 1_505.0]]].concat());
    // Above the records.
    agreeing([vec![row!["Tổng số", "", 1_505.0]], records()].concat());
    // Of parts and of the whole; they are told together.
    let part = || row!["", "Cộng", 1_505.0];
    let parts = [records(), vec![part()], records(), vec![part()]].concat();
    agreeing([parts.clone(), vec![row!["Tổng cộng", "", 3_010.0]]].concat());
    let outcome = fund([parts, vec![row!["Tổng cộng", "", 3_011.0]]].concat());
    assert_eq!(outcome.codes(), [Code::TotalDiffers, Code::TotalRow]);
    assert!(
        outcome.arg(0, "sum").contains("3.010") && outcome.arg(1, "rows").contains("4, 7")
    );
    // What cannot be read has no sum.
    let outcome = fund(vec![row![UNIT, "05/01/2024", "năm"], row!["Tổng", "", 5.0]]);
    assert_eq!(outcome.codes(), [Code::InvalidValue, Code::TotalRow]);
    let outcome = fund(vec![row!["Tổng", "", 5.0]]);
    assert_eq!(outcome.codes(), [Code::TotalRow]);
}
