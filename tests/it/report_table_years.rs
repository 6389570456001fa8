//! The tables and charts of the ten-year report are those of the recount.

use crate::recount::{printed, recounted};
use crate::report_tables::{grantings, report, rows};
use crate::workspace::Workspace;

const YEARS: std::ops::RangeInclusive<u32> = 2015..=2024;

#[test]
fn awards_of_ten_years_are_those_of_the_recount() {
    let paper = report(&Workspace::with_results(), "ten-year");
    let numbers = recounted("2024 series");
    let row = |name: String| -> Vec<String> {
        let of_years = YEARS.map(|year| format!("years.{year}.{name}"));
        of_years
            .chain([name.clone()])
            .map(|name| printed(&numbers, &name))
            .collect()
    };
    let has_any = |row: &Vec<String>| row.last().expect("a total") != "0";
    let all = grantings();
    let mut expected = Vec::new();
    for who in ["collectives", "individuals", "households"] {
        let of_awards = all.iter().map(|(key, _)| row(format!("rows.granted.{key}.{who}")));
        let rows: Vec<_> = of_awards.filter(has_any).collect();
        if !rows.is_empty() {
            expected.extend(rows);
            // The sum of each year is the one that the text tells.
            expected.push(row(format!("awards.granted.{who}")));
        }
    }
    assert!(expected.len() >= 11);
    assert_eq!(rows(paper.appendix("Phụ lục II"), 11), expected);
}

#[test]
fn years_are_those_of_the_recount() {
    let paper = report(&Workspace::with_results(), "ten-year");
    let numbers = recounted("2024 series");
    let columns = [
        "awards.granted.collectives",
        "awards.granted.individuals",
        "awards.granted.direct-workers",
        "movements.count",
        "movements.collectives",
        "movements.individuals",
        "inspections.count",
        "inspections.inspected",
        "training.classes",
        "training.participants",
        "fund.received",
        "fund.spent",
    ];
    let row = |prefix: String| {
        columns
            .map(|name| printed(&numbers, &format!("{prefix}{name}")))
            .to_vec()
    };
    let prefixes = YEARS.map(|year| format!("years.{year}.")).chain([String::new()]);
    let expected: Vec<Vec<String>> = prefixes.map(row).collect();
    assert_eq!(rows(paper.appendix("Phụ lục I"), 12), expected);
}

#[test]
fn charts_of_years_show_the_numbers_of_the_recount() {
    let paper = report(&Workspace::with_results(), "ten-year");
    let numbers = recounted("2024 series");
    let lines: Vec<_> = paper
        .appendix("Phụ lục III")
        .iter()
        .flat_map(|page| &page.lines)
        .collect();
    // The year of the report is not over.
    let label = |year: u32| if year == 2024 { "2024*".to_owned() } else { year.to_string() };
    let note = lines.iter().filter(|line| line.text == "* tính đến ngày 20/9/2024");
    assert_eq!(note.count(), 3);
    for year in YEARS {
        let mut labels: Vec<_> =
            lines.iter().filter(|line| line.text == label(year)).collect();
        labels.sort_by(|a, b| a.y.total_cmp(&b.y));
        assert_eq!(labels.len(), 3, "{year}");
        let mut above = 0.0;
        for (label, name) in labels.into_iter().zip([
            "awards.granted.individuals",
            "awards.granted.collectives",
            "movements.count",
        ]) {
            let over = lines.iter().filter(|line| {
                (line.middle() - label.middle()).abs() < 2.0
                    && (above..label.y - 1.0).contains(&line.y)
                    && line.text.starts_with(|c: char| c.is_ascii_digit())
            });
            let values: Vec<&str> = over.map(|line| line.text.trim()).collect();
            let value = printed(&numbers, &format!("years.{year}.{name}"));
            assert_eq!(values, [value.as_str()], "{year}: {name}");
            above = label.y + 1.0;
        }
    }
}
