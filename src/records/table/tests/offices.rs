//! Tables as offices make them: with headings, parts, forms that nobody filled in, titles and names of their own.

use super::cells::{FUND, day};
use super::*;
use crate::office::Level;

const UNIT: &str = "Xã Gia Cát";

fn fund(rows: Vec<Vec<Put>>) -> Outcome {
    read_sheet("Quỹ", [vec![titles(&FUND)], rows].concat())
}

fn awards_of(rows: Vec<Vec<Put>>) -> Outcome {
    let head = [row!["TT"], titles(&AWARDS)].concat();
    read_sheet("Khen thưởng", [vec![head], rows].concat())
}

#[test]
fn a_long_heading_may_stand_above_the_titles() {
    let mut rows = vec![row!["BIỂU SỐ 01"], row!["2024"], row!["Mật"]];
    rows.extend((0..9).map(|_| row!["Căn cứ Công văn", "", "Số:    /BC-UBND"]));
    rows.push(titles(&FUND));
    rows.push(row![UNIT, "05/01/2024", 5.0]);
    assert_eq!(read_sheet("Quỹ", rows).only().fund.len(), 1);
}

#[test]
fn titles_that_are_said_again_are_left_out() {
    let record = || row![UNIT, "05/01/2024", 5.0];
    let numbers: Vec<Put> = (1..=5).map(|number| Put::Number(f64::from(number))).collect();
    let outcome = fund(vec![record(), titles(&FUND), numbers.clone(), record()]);
    assert_eq!(outcome.codes(), [Code::RowsLeftOut]);
    assert!(outcome.arg(0, "rows").contains("3–4"));
    assert_eq!(outcome.results[0].fund.len(), 2);
    // Numbers alone may be a record with slips.
    assert!(has_errors(&fund(vec![record(), numbers]).problems));
}

#[test]
fn a_part_may_tell_its_sums() {
    let record =
        row![1.0, UNIT, "05/01/2024", "Giấy khen", "Xã", "Chuyên đề", "Được tặng", 2.0];
    let part = row!["II", "Khối xã", "", "", "", "", "", 2.0];
    let outcome = awards_of(vec![part, record]);
    assert_eq!(outcome.codes(), [Code::RowsLeftOut]);
    assert_eq!(outcome.results[0].awards.len(), 1);
    // A unit that is known is no part.
    let outcome = awards_of(vec![row!["II", UNIT, "", "", "", "", "", 2.0]]);
    assert!(has_errors(&outcome.problems));
}

#[test]
fn a_row_of_a_form_that_nobody_filled_in_is_left_out() {
    let unused = |number: Put| row![1.0, UNIT, "-", "Giấy khen", "Xã", "", "", number];
    let outcome = awards_of(vec![unused(Put::Nothing), unused(Put::Number(0.0))]);
    assert_eq!(outcome.codes(), [Code::RowsLeftOut]);
    let outcome = awards_of(vec![unused(Put::Number(1.0))]);
    assert!(has_errors(&outcome.problems), "what counts somebody lacks its day");
}

#[test]
fn nothing_is_said_in_words_and_by_zeros() {
    let outcome = fund(vec![
        row!["(Không có)"],
        row!["Không phát sinh."],
        row![UNIT, "05/01/2024", 5.0, 0.0],
        row![UNIT, "06/01/2024", "không", "7 000 đồng"],
    ]);
    let read: Vec<u64> = outcome.only().fund.iter().map(|entry| entry.amount).collect();
    assert_eq!(read, [5, 7000]);
    let outcome = fund(vec![row![UNIT, "05/01/2024", 0.0, 0.0]]);
    assert_eq!(outcome.codes(), [Code::ReceivedOrSpent]);
}

#[test]
fn amounts_in_thousands_are_refused_once() {
    let record = || row![UNIT, "05/01/2024", 5.0];
    for rows in [
        vec![row!["Đơn vị tính: nghìn đồng"], titles(&FUND), record()],
        vec![row!["Đơn vị", "Ngày", "Thu (triệu đồng)", "Chi (triệu đồng)"], record()],
        vec![titles(&FUND), row!["", "", "(1.000đ)", "(1.000đ)"], record()],
    ] {
        assert_eq!(read_sheet("Quỹ", rows.clone()).codes(), [Code::InvalidValue], "{rows:?}");
    }
    let rows = vec![row!["Đơn vị tính: đồng"], titles(&FUND), record()];
    assert_eq!(read_sheet("Quỹ", rows).only().fund[0].amount, 5);
}

#[test]
fn other_titles_are_known_beside_the_own_one() {
    let record = row![UNIT, "15/01/2024", 5.0, "", "a"];
    let rows = |date: &str| {
        vec![row!["Tên đơn vị", date, "Số thu", "Số chi", "Diễn giải"], record.clone()]
    };
    assert_eq!(read_sheet("Quỹ", rows("Ngày, tháng")).only().fund[0].date, day("2024-01-15"));
    // Of two columns the one with the title itself is read.
    let outcome = read_sheet(
        "Quỹ",
        vec![
            row!["Đơn vị", "Ngày tháng", "Ngày", "Thu"],
            row![UNIT, "01/01/2024", "15/01/2024", 5.0],
        ],
    );
    assert_eq!(outcome.mistakes(), [(Code::ColumnsNotRead, "Quỹ!B1".to_owned())]);
    assert_eq!(outcome.results[0].fund[0].date, day("2024-01-15"));
}

#[test]
fn short_forms_and_offices_are_read_as_people_write_them() {
    for (award, id) in [
        ("LĐTT", "lao-dong-tien-tien"),
        ("Danh hiệu \"Lao động tiên tiến\"", "lao-dong-tien-tien"),
        ("Danh hiệu LĐTT", "lao-dong-tien-tien"),
        ("GK", "giay-khen"),
    ] {
        for level in ["UBND huyện", "Chủ tịch UBND huyện Cao Lộc"] {
            let outcome = awards_of(vec![row![
                1.0,
                "Uỷ ban nhân dân xã Gia Cát",
                "05/01/2024",
                award,
                level,
                "Khen chuyên đề",
                "Đã khen",
                "02 tập thể"
            ]]);
            let found = &outcome.only().awards[0];
            assert_eq!(
                (found.award.0.as_str(), found.level),
                (id, Level::District),
                "{award}"
            );
            assert_eq!(found.honoured.collectives, 2);
        }
    }
}

#[test]
fn an_award_may_name_who_grants_it_but_no_other_level() {
    let of = |award: &str, level: &str| {
        let rows =
            vec![row![1.0, UNIT, "05/01/2024", award, level, "Đột xuất", "Được tặng", 2.0]];
        awards_of(rows)
    };
    for (award, level, id) in [
        ("Giấy khen của Chủ tịch UBND huyện", "UBND huyện", "giay-khen"),
        ("Bằng khen của UBND tỉnh", "Tỉnh", "bang-khen-tinh"),
    ] {
        assert_eq!(of(award, level).only().awards[0].award.0, id, "{award}");
    }
    let outcome = of("Giấy khen của Chủ tịch UBND huyện", "Xã");
    assert_eq!(outcome.mistakes(), [(Code::AwardNotOfLevel, "Khen thưởng!E2".to_owned())]);
    let outcome = of("Giấy khen của dòng họ", "Xã");
    assert_eq!(outcome.codes(), [Code::UnknownAwardName]);
}

#[test]
fn sums_of_parts_are_no_records() {
    let outcome = fund(vec![
        row![UNIT, "05/01/2024", 5.0],
        row!["Cộng xã Gia Cát", "", 5.0],
        row!["Lũy kế từ đầu năm", "", "5 đồng"],
    ]);
    assert_eq!(outcome.codes(), [Code::TotalRow]);
}
