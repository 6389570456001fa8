//! Results as tables: a unit that works in Excel is counted like one that writes YAML.

use std::fs;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::page::Paper;
use crate::workspace::Workspace;

const REPORT: &str = "data/2024/reports/q1.yaml";
const RESULTS: &str = "data/2024/results/xa-gia-cat.yaml";

fn letters(workspace: &Workspace) -> String {
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/reports/q1.pdf")).letters()
}

/// Writes rows of text into a sheet; empty cells stay empty.
fn write(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, *cell)?;
        }
    }
    Ok(())
}

/// The movement and the awards of the first quarter in `xa-gia-cat.yaml`, as a clerk would type
/// them into Excel: with a heading, numbered rows, a row of totals, days as dates and as text.
/// `individuals` is what stands in one cell.
fn workbook(individuals: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    movements(workbook.add_worksheet().set_name("Phong trào")?, individuals)?;
    awards(workbook.add_worksheet().set_name("Khen thưởng")?)?;
    workbook.save_to_buffer()
}

fn movements(sheet: &mut Worksheet, individuals: &str) -> Result<(), XlsxError> {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let name = "Thi đua phấn đấu hoàn thành thắng lợi nhiệm vụ năm 2024";
    write(sheet, 0, &[&["BIỂU TỔNG HỢP PHONG TRÀO THI ĐUA"]])?;
    let titles = ["TT", "Tên phong trào", "Từ ngày", "Đến ngày", "Tập thể", "Cá nhân"];
    write(sheet, 2, &[&titles, &["1", name, "", "31/12/2024"]])?;
    sheet.write_with_format(3, 2, &ExcelDateTime::from_ymd(2024, 1, 8)?, &day)?;
    sheet.write(3, 4, 13)?;
    match individuals.parse::<u32>() {
        Ok(number) => sheet.write(3, 5, number)?,
        Err(_) => sheet.write(3, 5, individuals)?,
    };
    sheet.write(4, 1, "Tổng cộng")?.write(4, 4, 13)?.write(4, 5, 497)?;
    Ok(())
}

fn awards(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const REGULAR: &str = "Thường xuyên";
    let titles = [
        "Ngày",
        "Danh hiệu, hình thức",
        "Cấp",
        "Loại",
        "Giai đoạn",
        "Tập thể",
        "Cá nhân",
        "Trực tiếp lao động",
    ];
    let rows: [&[&str]; 5] = [
        &titles,
        &["04/3/2024", "Lao động tiên tiến", "Xã", REGULAR, "Được tặng", "", "14", "14"],
        &["15/01/2024", "chien-si-thi-dua-co-so", "Huyện", REGULAR, "Được tặng", "", "4", "2"],
        &["09/01/2024", "Tập thể lao động tiên tiến", "Huyện", REGULAR, "Được tặng", "1"],
        &["25/02/2024", "bang-khen-tinh", "Tỉnh", REGULAR, "Đề nghị", "1", "1", "1"],
    ];
    write(sheet, 0, &rows)
}

/// Takes the movement and the awards that the workbook holds out of the unit's YAML.
fn without_first_quarter(workspace: &Workspace) {
    let text = fs::read_to_string(workspace.path(RESULTS)).expect("there");
    let (before, rest) = text.split_once("movements:\n").expect("movements");
    let (_, fund) = rest.split_once("fund:\n").expect("a fund");
    workspace.write(RESULTS, format!("{before}fund:\n{fund}"));
}

#[test]
fn a_workbook_counts_like_yaml() {
    let workspace = Workspace::with_results();
    let by_yaml = letters(&workspace);
    without_first_quarter(&workspace);
    assert_ne!(letters(&workspace), by_yaml, "the unit had something to tell");
    let table = "data/2024/results/xa-gia-cat.xlsx";
    workspace.write(table, workbook("497").expect("a workbook"));
    assert_eq!(letters(&workspace), by_yaml);
    // A changed cell is a changed report.
    workspace.write(table, workbook("498").expect("a workbook"));
    assert_ne!(letters(&workspace), by_yaml);
}

#[test]
fn a_bad_cell_is_named_and_keeps_the_report_back() {
    let workspace = Workspace::with_results();
    without_first_quarter(&workspace);
    workspace
        .write("data/2024/results/xa-gia-cat.xlsx", workbook("nhiều").expect("a workbook"));
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("Phong trào!F4"), "{}", run.err);
    assert!(run.err.contains("results/xa-gia-cat.xlsx"), "{}", run.err);
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("results-broken"), "{}", run.err);
}

#[test]
fn a_task_is_named_as_people_know_it() {
    let workspace = Workspace::with_results();
    let text = fs::read_to_string(workspace.path(RESULTS)).expect("there");
    let (before, rest) = text.split_once("tasks:\n").expect("tasks");
    let (_, after) = rest.split_once("movements:\n").expect("movements");
    workspace.write(RESULTS, format!("{before}movements:\n{after}"));
    // By number, by text; the last text lacks its last words.
    let table = |last: &str| {
        format!(
            "Nhiệm vụ;Tình trạng;Ngày hoàn thành\r\n\
             1;Hoàn thành;11/01/2024\r\n\
             2.;Hoàn thành;07/02/2024\r\n\
             lập hồ sơ đề nghị khen thưởng thành tích năm 2023;Hoàn thành;07/3/2024\r\n\
             {last};Hoàn thành;20/3/2024\r\n"
        )
    };
    let conference =
        "Tham dự Hội nghị tổng kết phong trào thi đua, công tác khen thưởng năm 2023";
    let path = "data/2024/results/xa-gia-cat.tien-do.csv";
    workspace.write(path, table(conference));
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.err.matches("error[unknown-task]").count(), 1, "{}", run.err);
    assert!(run.err.contains("năm 2023 của huyện"), "the task that is nearest: {}", run.err);
    workspace.write(path, table("4"));
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn a_table_that_is_signed_counts_like_any_other() {
    let workspace = Workspace::with_results();
    let before = letters(&workspace);
    assert!(before.contains("11.270lượtcánhân"), "{before}");
    workspace.write(
        "data/2024/results/phong-trao.csv",
        "\u{feff}BẢNG TỔNG HỢP PHONG TRÀO;;;;;\r\n\
         TT;Đơn vị;Tên phong trào;Từ ngày;Số lượng;;Người theo dõi\r\n\
         ;;;;Tập thể;Cá nhân;\r\n\
         1;UBND xã Gia Cát;Một phong trào nữa;ngày 05/02/2024;-;1 000;Lô Thị Bình\r\n\
         ;Tổng cộng;;;-;1.001;\r\n\
         ;;;;Gia Cát, ngày 05 tháng 4 năm 2024;;\r\n\
         ;Người lập biểu;;;Thủ trưởng đơn vị;;\r\n\
         ;Lô Thị Bình;;;Nguyễn Văn An;;\r\n",
    );
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.code, 1, "the number of collectives is not told: {}", run.err);
    let text = fs::read_to_string(workspace.path("data/2024/results/phong-trao.csv"));
    let text = text.expect("there").replace(";-;1 000", ";1;1 000");
    workspace.write("data/2024/results/phong-trao.csv", text);
    let run = workspace.run(&["check", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for code in ["columns-not-read", "total-differs", "rows-left-out"] {
        let told = format!("warning[{code}]");
        assert_eq!(run.err.matches(&told).count(), 1, "{code}: {}", run.err);
    }
    assert!(letters(&workspace).contains("12.270lượtcánhân"));
}

#[test]
fn csv_of_all_units_counts_too() {
    let workspace = Workspace::with_results();
    let before = letters(&workspace);
    let told = "11.270lượtcánhân";
    assert!(before.contains(told), "{before}");
    workspace.write(
        "data/2024/results/phong-trao.csv",
        "\u{feff}Đơn vị;Tên phong trào;Từ ngày;Tập thể;Cá nhân\r\n\
         UBND xã Gia Cát;Một phong trào nữa;05/02/2024;1;1.000\r\n",
    );
    assert!(letters(&workspace).contains("12.270lượtcánhân"));
}
