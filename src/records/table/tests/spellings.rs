//! Days, numbers, titles and rows however they are written.

use super::cells::{FUND, day};
use super::*;

#[test]
fn days_are_whole_days_of_either_calendar() {
    let bytes =
        workbook(&[("Quỹ", vec![titles(&FUND), row!["xa-gia-cat", date("2024-03-05"), 1.0]])]);
    let of = |bytes: &[u8]| {
        let outcome = read_file("data/2024/results.xlsx", bytes);
        outcome
            .results
            .first()
            .map(|found| found.fund[0].date)
            .ok_or(outcome.mistakes())
    };
    assert_eq!(of(&bytes), Ok(day("2024-03-05")));
    let to_1904 = |xml: Vec<u8>| {
        let xml = String::from_utf8(xml).expect("XML");
        assert!(xml.contains("<workbookPr "));
        xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
            .into_bytes()
    };
    let mac = with_part(&bytes, "xl/workbook.xml", to_1904);
    assert_eq!(of(&mac), Ok(day("2028-03-06")));
    assert_eq!(of(&with_xml(&mac, "<v>45356</v>", "<v>43894</v>")), Ok(day("2024-03-05")));
    let wrong = Err(vec![(Code::InvalidValue, "Quỹ!B2".to_owned())]);
    for serial in ["45356.5", "0", "60", "-3", "1e300", "1e999", "NaN", "2958466"] {
        let bytes = with_xml(&bytes, "<v>45356</v>", &format!("<v>{serial}</v>"));
        assert_eq!(of(&bytes), wrong, "{serial}");
    }
    // A point in time as another program writes it.
    let iso =
        |text: &str| with_xml(&bytes, "><v>45356</v>", &format!(" t=\"d\"><v>{text}</v>"));
    assert_eq!(of(&iso("2024-03-05T00:00:00")), Ok(day("2024-03-05")));
    assert_eq!(of(&iso("2024-03-05T07:30:00")), wrong);
}

#[test]
fn formulas_count_by_the_value_that_was_saved() {
    let rows = |amount: Put| {
        workbook(&[(
            "Quỹ",
            vec![titles(&FUND), vec!["xa-gia-cat".into(), "05/01/2024".into(), amount]],
        )])
    };
    let bytes = rows(Put::Number(7.0));
    let with = |cell: &str| {
        let outcome =
            read_file("data/2024/results.xlsx", &with_xml(&bytes, "><v>7</v>", cell));
        let amount = outcome.results.first().map(|found| found.fund[0].amount);
        (amount, outcome.mistakes())
    };
    let told = |code| vec![(code, "Quỹ!C2".to_owned())];
    assert_eq!(with("><f>3+4</f><v>8</v>"), (Some(8), vec![]));
    assert_eq!(with(" t=\"str\"><f>\"9\"</f><v>9</v>"), (Some(9), vec![]));
    for empty in ["><f>3+4</f>", "><f>3+4</f><v></v>", "><f>3+4</f><v/>"] {
        assert_eq!(with(empty), (None, told(Code::FormulaWithoutValue)), "{empty}");
    }
    assert_eq!(with(" t=\"e\"><f>1/0</f><v>#DIV/0!</v>"), (None, told(Code::CellError)));
    assert_eq!(with(" t=\"e\"><v>#REF!</v>"), (None, told(Code::CellError)));
    for error in ["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#GETTING_DATA", "#NEW_ONE?"] {
        let cells = [
            format!(" t=\"e\"><v>{error}</v>"),
            format!(" t=\"e\"><f>A1:A3</f><v>{error}</v>"),
            format!(" t=\"str\"><v>{error}</v>"),
        ];
        for cell in cells {
            assert_eq!(with(&cell), (None, told(Code::CellError)), "{cell}");
        }
    }
    assert_eq!(with(" t=\"b\"><v>1</v>"), (None, told(Code::InvalidValue)));
    // A formula that shows nothing is an empty cell.
    assert_eq!(
        with(" t=\"str\"><f>\"\"</f><v></v>"),
        (None, vec![(Code::ReceivedOrSpent, "Quỹ!A2".to_owned())])
    );
}

#[test]
fn titles_may_stand_in_any_order_and_spelling_but_must_be_known() {
    let unit = "xa-gia-cat";
    let outcome = read_sheet(
        "Quỹ",
        vec![
            vec![],
            row!["", "NỘI  DUNG", "tt", "Thu", "đơn vi\u{323}", "ngày"],
            vec![],
            row!["", "Cấp", 1.0, 5.0, unit, "05/01/2024"],
        ],
    );
    let found = outcome.only();
    assert_eq!((found.fund.len(), found.fund[0].amount), (1, 5));
    let cell = outcome.sources.get(found.fund[0].place.file);
    assert_eq!(cell.cell(found.fund[0].place.range.start).as_deref(), Some("Quỹ!B4"));

    let outcome = read_sheet(
        "Quỹ",
        vec![
            row!["Đơn vị", "Ngày", "Thu", "Thu", "Nội dug", "Quý"],
            row![unit, "05/01/2024", 5.0, 6.0, "a", "b", "lạc"],
        ],
    );
    assert_eq!(
        outcome.mistakes(),
        [
            (Code::DuplicateColumn, "Quỹ!D1".to_owned()),
            (Code::UnknownColumn, "Quỹ!E1".to_owned()),
            (Code::ColumnsNotRead, "Quỹ!F1".to_owned()),
            (Code::CellWithoutColumn, "Quỹ!G2".to_owned()),
        ]
    );
    assert!(outcome.arg(1, "suggestion").contains("Nội dung"));
    assert!(outcome.problems[0].related.is_some());

    let outcome = read_sheet("Quỹ", vec![row!["Nội dung"], row!["Chi thưởng"]]);
    assert_eq!(outcome.codes(), [Code::MissingColumn]);
    let told = outcome.arg(0, "column");
    assert!(told.contains("Đơn vị") && told.contains("Ngày"), "{told}");
}

#[test]
fn totals_are_no_records_and_empty_rows_are_nothing() {
    let numbered = ["TT", "Đơn vị", "Ngày", "Thu"];
    for name in ["Tổng", "cộng:", "TỔNG  CỘNG", "Tổng số"] {
        for row in [row![name, "", "", 5.0], row!["", name, "", 5.0], row![3.0, name]] {
            let outcome = read_sheet(
                "Quỹ",
                vec![
                    titles(&numbered),
                    row![1.0, "xa-gia-cat", "05/01/2024", 5.0],
                    row![2.0],
                    row!["", "  ", "\u{A0}"],
                    row,
                ],
            );
            assert_eq!(outcome.codes(), [Code::TotalRow], "{name}");
            assert!(!has_errors(&outcome.problems), "{name}: the others count");
            assert!(outcome.mistakes()[0].1.ends_with('5'));
            assert_eq!(outcome.results[0].fund.len(), 1);
        }
    }
    // A movement may begin with the word.
    let outcome = read_sheet(
        "Phong trào",
        vec![
            titles(&["Tên phong trào", "Từ ngày", "Tập thể", "Cá nhân", "Đơn vị"]),
            row!["Cộng đồng học tập", "05/01/2024", 1.0, 0.0, "xa-gia-cat"],
        ],
    );
    assert_eq!(outcome.only().movements.len(), 1);
}

#[test]
fn mistakes_are_told_up_to_a_number_for_the_whole_file() {
    let bad: Vec<Vec<Put>> = (0..80).map(|_| row!["xa-gia-cat", "hôm qua", 1.0]).collect();
    let rows = [vec![titles(&FUND)], bad].concat();
    let training = vec![
        titles(&["Đơn vị", "Ngày", "Số lớp", "Số người"]),
        row!["xa-gia-cat", "05/01/2024"],
    ];
    let more = [training, (0..60).map(|_| row!["lạ"]).collect()].concat();
    let bytes = workbook(&[("Quỹ", rows), ("Bồi dưỡng", more)]);
    let outcome = read_file("data/2024/results.xlsx", &bytes);
    assert_eq!(outcome.problems.len(), 101);
    assert_eq!(outcome.codes()[100], Code::TooManyMistakes);
    assert!(outcome.mistakes()[81].1.starts_with("Bồi dưỡng!"));
}
