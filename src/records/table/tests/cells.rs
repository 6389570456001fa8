//! Rows of every table: what is taken, and how every mistake is told.

use super::*;
use crate::office::Level;
use crate::papers::Text;
use crate::papers::progress::TaskState;
use crate::papers::results::{AwardRecord, AwardStage, Flow, FundEntry, Honoured, Way};

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

pub(super) const FUND: [&str; 5] = ["Đơn vị", "Ngày", "Thu", "Chi", "Nội dung"];

fn fund(rows: Vec<Vec<Put>>) -> Outcome {
    read_sheet("Quỹ", [vec![titles(&FUND)], rows].concat())
}

/// A workbook with rows of every table.
fn whole_workbook() -> Vec<u8> {
    let unit = "UBND xã Gia Cát";
    let sheets = [
        (
            "Tiến độ",
            vec![
                titles(&[
                    "Đơn vị",
                    "Nhiệm vụ",
                    "Tình trạng",
                    "Ngày hoàn thành",
                    "Kết quả",
                    "Ghi chú",
                ]),
                row![unit, "phat-dong", "Hoàn thành", "05/01/2024", "Đã  xong", "Chậm"],
                row![unit, "so-ket", "Đang thực hiện"],
                row![unit, "tong-ket", "chưa thực hiện"],
                row![unit, "kiem-tra", "Hoàn thành"],
            ],
        ),
        (
            "Phong trào",
            vec![
                titles(&[
                    "Tên phong trào",
                    "Đơn vị",
                    "Đến ngày",
                    "Từ ngày",
                    "Cá nhân",
                    "Tập thể",
                ]),
                row!["Thi đua", unit, "", date("2024-01-08"), 497.0, "1.300"],
            ],
        ),
        (
            "Khen thưởng",
            vec![
                titles(&AWARDS),
                row![
                    unit,
                    date("2024-03-04"),
                    "GIẤY KHEN",
                    "Xã",
                    "Chuyên đề",
                    "Được tặng",
                    "",
                    14.0,
                    7.0
                ],
            ],
        ),
    ];
    workbook(&[sheets.to_vec(), events(unit)].concat())
}

/// Rows of the tables of events.
fn events(unit: &str) -> Vec<(&'static str, Vec<Vec<Put>>)> {
    vec![
        (
            "KIỂM TRA",
            vec![
                titles(&["STT", "Đơn vị", "Ngày", "Số đơn vị được kiểm tra", "Nội dung"]),
                row![1.0, unit, "2024-09-15", 3.0, "Tự kiểm tra"],
                row![2.0],
            ],
        ),
        (
            "Bồi dưỡng",
            vec![
                titles(&["Đơn vị", "Ngày", "Số lớp", "Số người"]),
                row![unit, "16/5/2024", 2.0, "187"],
            ],
        ),
        (
            "Quỹ",
            vec![
                titles(&["Đơn vị", "Ngày", "Thu (đồng)", "Chi (đồng)", "Nội dung"]),
                row![unit, "10/01/2024", 450_000_000.0, "", 2024.0],
            ],
        ),
    ]
}

#[test]
fn the_rows_of_tasks_are_read() {
    let outcome = read_file("data/2024/results.xlsx", &whole_workbook());
    let found = outcome.only();
    assert_eq!((found.unit.value.0.as_str(), found.year), ("xa-gia-cat", year()));
    let states: Vec<TaskState> = found.tasks.iter().map(|task| task.state).collect();
    let done = TaskState::Done { on: Some(day("2024-01-05")) };
    assert_eq!(
        states,
        [done, TaskState::Doing, TaskState::NotStarted, TaskState::Done { on: None }]
    );
    assert_eq!(found.tasks[0].result, Some(Text::parse("Đã xong")));
    assert_eq!(found.tasks[0].note, Some(Text::parse("Chậm")));
}

#[test]
fn the_rows_of_all_other_tables_are_read() {
    let outcome = read_file("data/2024/results.xlsx", &whole_workbook());
    let found = outcome.only();
    let movement = &found.movements[0];
    assert_eq!((movement.from, movement.until), (day("2024-01-08"), None));
    assert_eq!((movement.collectives, movement.individuals), (1300, 497));
    let AwardRecord { date, ref award, level, way, stage, honoured, .. } = found.awards[0];
    assert_eq!((date, award.0.as_str()), (day("2024-03-04"), "giay-khen"));
    assert_eq!((level, way, stage), (Level::Commune, Way::Thematic, AwardStage::Granted));
    let expected = Honoured {
        individuals: 14,
        direct_workers: 7,
        ..Default::default()
    };
    assert_eq!(honoured, expected);
    assert_eq!((found.inspections.len(), found.inspections[0].inspected), (1, 3));
    assert_eq!((found.training[0].classes, found.training[0].participants), (2, 187));
    assert_eq!(found.training[0].date, day("2024-05-16"));
    let FundEntry { flow, amount, ref text, .. } = found.fund[0];
    assert_eq!((flow, amount), (Flow::Received, 450_000_000));
    assert_eq!(text, &Some(Text::parse("2024")));
}

#[test]
fn a_record_stands_where_its_row_does() {
    let outcome = read_file("data/2024/results.xlsx", &whole_workbook());
    let found = outcome.only();
    let place = &found.fund[0].place;
    let source = outcome.sources.get(place.file);
    assert_eq!(source.cell(place.range.start).as_deref(), Some("Quỹ!A2"));
    assert_eq!(
        &source.text()[place.range.clone()],
        "UBND xã Gia Cát | 10/01/2024 | 450000000 |  | 2024"
    );
    let unit = &found.unit.place;
    let cell = outcome.sources.get(unit.file).cell(unit.range.start);
    assert_eq!(cell.as_deref(), Some("Tiến độ!A2"));
}

#[test]
fn every_bad_cell_is_told_by_its_name() {
    let good =
        row!["xa-gia-cat", "04/3/2024", "giay-khen", "district", "regular", "granted", 1.0];
    let rows = vec![
        titles(&AWARDS),
        good.clone(),
        row![
            "xã Gia Các",
            "30/02/2024",
            "Giấy ken",
            "Quận",
            "Định kỳ",
            "Được tặg",
            -1.0,
            1.5,
            "1,5",
            "năm"
        ],
        row!["", "", "", "", "", "", "", 3.0],
        row!["Đội Quản lý", 45_355.0, "Giấy khen", "Tỉnh", "Đột xuất", "Đề nghị", 5e9],
        good,
    ];
    let outcome = read_sheet("Khen thưởng", rows);
    let cell = |name: &str| format!("Khen thưởng!{name}");
    let mut expected = vec![
        (Code::UnknownUnitName, cell("A3")),
        (Code::ImpossibleDate, cell("B3")),
        (Code::UnknownAwardName, cell("C3")),
        (Code::UnknownWord, cell("D3")),
        (Code::UnknownWord, cell("E3")),
        (Code::UnknownWord, cell("F3")),
        (Code::InvalidValue, cell("G3")),
        (Code::InvalidValue, cell("H3")),
        (Code::InvalidValue, cell("I3")),
        (Code::InvalidValue, cell("J3")),
    ];
    let missing = ["A4", "B4", "C4", "D4", "E4", "F4", "I4"];
    expected.extend(missing.map(|name| (Code::MissingCell, cell(name))));
    expected.extend([
        (Code::AmbiguousUnit, cell("A5")),
        (Code::InvalidValue, cell("B5")),
        (Code::InvalidValue, cell("G5")),
    ]);
    assert_eq!(outcome.mistakes(), expected);
    assert_eq!((outcome.underlined(0), outcome.underlined(1)), ("xã Gia Các", "30/02/2024"));
    assert!(outcome.arg(0, "suggestion").contains("Xã Gia Cát"));
    assert!(outcome.arg(5, "suggestion").contains("Được tặng"));
    // The sound rows are read all the same.
    assert_eq!(outcome.results[0].awards.len(), 2);
}

#[test]
fn the_rules_of_records_hold_in_tables() {
    let tasks = ["Đơn vị", "Nhiệm vụ", "Tình trạng", "Ngày hoàn thành"];
    let unit = "xa-gia-cat";
    let outcome = read_sheet(
        "Tiến độ",
        vec![
            titles(&tasks),
            row![unit, "phat-dong", "Đang thực hiện", "05/01/2024"],
            row![unit, "Phát động", "Hoàn thành", "hôm qua"],
        ],
    );
    assert_eq!(
        outcome.mistakes(),
        [
            (Code::DoneButNotDone, "Tiến độ!A2".to_owned()),
            (Code::InvalidValue, "Tiến độ!D3".to_owned()),
        ]
    );
    let outcome = fund(vec![
        row![unit, "05/01/2024", 5.0, 5.0],
        row![unit, "05/01/2024"],
        row![unit, "05/01/2024", "", 1_000_000_000_000.0],
        row![unit, "05/01/2024", "", "999.999.999.999"],
        row![unit, "05/01/2024", 1.0, "", "chào 😀"],
        row![unit, "05/01/2024", 1.0, "", "ẩn\u{200B}"],
    ]);
    assert_eq!(
        outcome.mistakes(),
        [
            (Code::ReceivedOrSpent, "Quỹ!A2".to_owned()),
            (Code::ReceivedOrSpent, "Quỹ!A3".to_owned()),
            (Code::InvalidValue, "Quỹ!D4".to_owned()),
            (Code::UnprintableCharacter, "Quỹ!E6".to_owned()),
            (Code::InvisibleCharacter, "Quỹ!E7".to_owned()),
        ]
    );
    assert_eq!(outcome.underlined(3), "😀");
    assert_eq!(outcome.results[0].fund[0].amount, 999_999_999_999);
}
