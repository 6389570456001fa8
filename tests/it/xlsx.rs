//! `build --format xlsx`: the tables of papers for Excel, with real numbers and days.

use std::path::Path;

use calamine::Data;

use crate::package::{part, sheets};
use crate::workspace::Workspace;

/// The XML of a sheet, by its number.
fn xml(file: &Path, number: usize) -> String {
    part(file, &format!("xl/worksheets/sheet{number}.xml"))
}

fn built(workspace: &Workspace, path: &str) {
    let run = workspace.run(&["build", path, "--format", "xlsx"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

/// The first cell of a row, as letters.
fn first(row: &[Data]) -> String {
    row.iter()
        .find(|cell| **cell != Data::Empty)
        .map(ToString::to_string)
        .unwrap_or_default()
}

#[test]
fn figures_are_numbers_that_add_up_and_days_are_days() {
    let workspace = Workspace::with_results();
    built(&workspace, "data/2024/reports/year.yaml");
    let file = workspace.path("out/2024/reports/year.xlsx");
    let sheets = sheets(&file);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Phụ lục I", "Phụ lục II", "Phụ lục III"]);
    // Days of completion.
    let (_, tasks) = &sheets[0];
    let days = tasks
        .iter()
        .flatten()
        .filter(|cell| matches!(cell, Data::DateTime(_)))
        .count();
    assert!(days >= 15, "{days}");
    // What the units have is what stands in the sums of their cluster and of all.
    let (_, units) = &sheets[1];
    let figures = |row: &[Data]| -> Vec<Option<f64>> {
        row.iter()
            .skip(2)
            .map(|cell| match cell {
                Data::Float(number) => Some(*number),
                Data::Int(_) => panic!("{cell:?}"),
                _ => None,
            })
            .collect()
    };
    let (mut own, mut all, mut sums) = (vec![0.0; 13], vec![0.0; 13], 0);
    for row in units {
        let numbers = figures(row);
        if matches!(row[0], Data::Float(_)) {
            for (at, number) in numbers.iter().take(13).enumerate() {
                own[at] += number.unwrap_or_default();
                all[at] += number.unwrap_or_default();
            }
        } else if first(row) == "Cộng" || first(row) == "Tổng cộng" {
            let wanted = if first(row) == "Cộng" {
                std::mem::replace(&mut own, vec![0.0; 13])
            } else {
                all.clone()
            };
            let told: Vec<f64> =
                numbers.iter().take(13).map(|number| number.expect("a sum")).collect();
            assert_eq!(told, wanted, "{row:?}");
            sums += 1;
        }
    }
    assert_eq!(sums, 4);
}

#[test]
fn years_have_no_points_and_money_has() {
    let workspace = Workspace::with_results();
    built(&workspace, "data/2024/reports/ten-year.yaml");
    let file = workspace.path("out/2024/reports/ten-year.xlsx");
    let sheets = sheets(&file);
    let (_, years) = &sheets[0];
    let row = years
        .iter()
        .find(|row| row[0] == Data::Float(2015.0))
        .expect("the year");
    assert!(
        row.iter()
            .any(|cell| matches!(cell, Data::Float(number) if *number > 1e8)),
        "{row:?}"
    );
    let first = xml(&file, 1);
    for part in [
        "<pane ySplit=\"6\"",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
    ] {
        assert!(first.contains(part), "{part}: {}", &first[..1500]);
    }
}

#[test]
fn tasks_of_a_plan_have_their_quarters_and_agencies() {
    let workspace = Workspace::new();
    built(&workspace, "2024");
    let (name, rows) = sheets(&workspace.path("out/2024/plan.xlsx")).remove(0);
    assert_eq!(name, "II. NỘI DUNG");
    let numbered = rows.iter().filter(|row| matches!(row[0], Data::Float(_))).count();
    assert_eq!(numbered, 19);
    for quarter in ["QUÝ I", "QUÝ II", "QUÝ III", "QUÝ IV"] {
        assert!(rows.iter().any(|row| first(row) == quarter), "{quarter}");
    }
    assert!(rows.iter().any(|row| row[2] == "- UBND huyện.\n- Phòng Nội vụ."), "{rows:?}");
}

/// The same paper has the same bytes; one without tables has no workbook, and that is told.
#[test]
fn a_paper_without_tables_has_no_workbook() {
    let workspace = Workspace::of_office();
    workspace.copy("data/calendar.yaml");
    workspace.copy("data/2024/letters/cham-diem-cum.yaml");
    let letter = "data/2024/letters/cham-diem-cum.yaml";
    for _ in 0..2 {
        let run = workspace.run(&["build", letter, "--format", "xlsx"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(!workspace.path("out/2024/letters/cham-diem-cum.xlsx").exists());
    }
    let run = workspace.run(&["build", letter, "--format", "xlsx", "--force"]);
    assert!(run.err.contains("1 document has no table"), "{}", run.err);
    let plan = workspace.path("out/2024/plan.xlsx");
    built(&workspace, "data/2024/plan.yaml");
    let before = std::fs::read(&plan).expect("a workbook");
    let run = workspace.run(&["build", "data/2024/plan.yaml", "--format", "xlsx", "--force"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(before == std::fs::read(&plan).expect("a workbook"));
}
