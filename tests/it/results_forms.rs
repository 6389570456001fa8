//! `forms`: workbooks for the units' results, filled in as a clerk would, come back without an edit and give the same
//! numbers as the results that they were filled in from.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use calamine::Data;
use serde_json::Value;

use crate::package::{Rows, package, part, parts, sheets};
use crate::report_tables::{LEVELS, STAGES, STATES, WAYS};
use crate::workspace::Workspace;

/// What a cell says.
fn said(cell: &Data) -> String {
    cell.to_string()
}

/// The value of a cell, as somebody types it.
#[derive(Debug, Clone)]
enum Typed {
    Text(String),
    Number(f64),
}

/// Puts values into cells of a sheet that are there to be filled in; nothing else of the file changes.
#[track_caller]
fn filled(xml: &str, cells: &[(String, Typed)]) -> String {
    let mut xml = xml.to_owned();
    for (name, value) in cells {
        let start = xml
            .find(&format!("<c r=\"{name}\" "))
            .unwrap_or_else(|| panic!("no cell {name}"));
        let end = start + xml[start..].find('>').expect("its end") + 1;
        let style = xml[start..end]
            .split("s=\"")
            .nth(1)
            .expect("a style")
            .split('"')
            .next()
            .expect("its end");
        let style = style.to_owned();
        let end = if xml[start..end].ends_with("/>") {
            end
        } else {
            start + xml[start..].find("</c>").expect("its end") + "</c>".len()
        };
        let new = match value {
            Typed::Text(text) => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!(
                    "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                )
            }
            Typed::Number(number) => {
                format!("<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>")
            }
        };
        xml.replace_range(start..end, &new);
    }
    xml
}

/// The number of days of Excel.
fn serial(day: &str) -> f64 {
    let mut parts = day.split('-').map(|part| part.parse::<i64>().expect("a number"));
    let mut next = || parts.next().expect("three parts");
    let (year, month, day) = (next(), next(), next());
    // Days since 1970-01-01, by the civil calendar.
    let (y, m) = if month <= 2 { (year - 1, month + 12) } else { (year, month) };
    let days =
        365 * y + y / 4 - y / 100 + y / 400 + (153 * (m - 3) + 2) / 5 + day - 1 - 719_468;
    (days + 25_569) as f64
}

/// The words of a form for the keys of YAML.
fn word(key: &str, value: &str) -> String {
    let mut words = STATES.iter().chain(&LEVELS).chain(&WAYS).chain(&STAGES);
    let found = words.find(|(own, _)| *own == value);
    found.unwrap_or_else(|| panic!("{key}: {value}")).1.to_owned()
}

/// The sheet and the titles of each list of results.
/// The key of a list, its sheet, and the title of each of its keys.
type Sheet = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const TABLES: [Sheet; 6] = [
    (
        "tasks",
        "Tiến độ",
        &[
            ("task", "Nhiệm vụ"),
            ("state", "Tình trạng"),
            ("done", "Ngày hoàn thành"),
            ("result", "Kết quả"),
            ("note", "Ghi chú"),
        ],
    ),
    (
        "movements",
        "Phong trào",
        &[
            ("name", "Tên phong trào"),
            ("from", "Từ ngày"),
            ("until", "Đến ngày"),
            ("collectives", "Tập thể"),
            ("individuals", "Cá nhân"),
        ],
    ),
    (
        "awards",
        "Khen thưởng",
        &[
            ("date", "Ngày"),
            ("award", "Danh hiệu, hình thức"),
            ("level", "Cấp"),
            ("way", "Loại"),
            ("stage", "Giai đoạn"),
            ("collectives", "Tập thể"),
            ("individuals", "Cá nhân"),
            ("direct_workers", "Trực tiếp lao động"),
            ("households", "Hộ gia đình"),
        ],
    ),
    (
        "inspections",
        "Kiểm tra",
        &[("date", "Ngày"), ("inspected", "Số đơn vị được kiểm tra"), ("text", "Nội dung")],
    ),
    (
        "training",
        "Bồi dưỡng",
        &[
            ("date", "Ngày"),
            ("classes", "Số lớp"),
            ("participants", "Số người"),
            ("text", "Nội dung"),
        ],
    ),
    (
        "fund",
        "Quỹ",
        &[("date", "Ngày"), ("received", "Thu"), ("spent", "Chi"), ("text", "Nội dung")],
    ),
];

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("YAML")
}

/// What the tasks of the plan of a unit say, and what awards are called.
struct Names {
    tasks: BTreeMap<String, String>,
    awards: BTreeMap<String, String>,
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The cells of a sheet that a unit fills in, from its results.
fn cells(
    rows: &[Vec<Data>],
    columns: &[(&str, &str)],
    entries: &[Value],
    names: &Names,
) -> Vec<(String, Typed)> {
    let column = |title: &str| {
        let at = rows[0].iter().position(|cell| said(cell) == title);
        at.unwrap_or_else(|| panic!("no column {title}"))
    };
    let mut found = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let mut row = number + 1;
        if let Some(task) = entry.get("task") {
            let text = &names.tasks[&text_of(task)];
            row = rows
                .iter()
                .position(|row| row[0].to_string() == *text)
                .unwrap_or_else(|| panic!("no task {text}"));
        }
        for (key, title) in columns.iter().filter(|(key, _)| *key != "task") {
            let Some(value) = entry.get(*key) else { continue };
            let typed = match *key {
                "state" | "level" | "way" | "stage" => Typed::Text(word(key, &text_of(value))),
                "done" | "from" | "until" | "date" => Typed::Number(serial(&text_of(value))),
                "award" => Typed::Text(names.awards[&text_of(value)].clone()),
                "result" | "note" | "name" | "text" => Typed::Text(text_of(value)),
                _ => Typed::Number(text_of(value).parse().expect("a number")),
            };
            let letter = char::from(b'A' + u8::try_from(column(title)).expect("few columns"));
            found.push((format!("{letter}{}", row + 1), typed));
        }
    }
    found
}

/// A form, filled in from the results of its unit.
fn fill(form: &Path, results: &Value, names: &Names) -> Vec<u8> {
    let sheets: BTreeMap<String, Rows> = sheets(form).into_iter().collect();
    let book = part(form, "xl/workbook.xml");
    let order: Vec<&str> = book
        .split("<sheet name=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("its end"))
        .collect();
    let mut new: BTreeMap<String, String> = BTreeMap::new();
    for (key, sheet, columns) in TABLES {
        let entries = results[key].as_array().cloned().unwrap_or_default();
        let number = order.iter().position(|name| *name == sheet).expect("a sheet") + 1;
        let name = format!("xl/worksheets/sheet{number}.xml");
        let xml = part(form, &name);
        new.insert(name, filled(&xml, &cells(&sheets[sheet], columns, &entries, names)));
    }
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for name in parts(form) {
        let bytes = match new.get(&name) {
            Some(xml) => xml.clone().into_bytes(),
            None => {
                let mut zip = zip::ZipArchive::new(fs::File::open(form).expect("a file"))
                    .expect("a zip");
                let mut bytes = Vec::new();
                zip.by_name(&name)
                    .expect("a part")
                    .read_to_end(&mut bytes)
                    .expect("a part");
                bytes
            }
        };
        all.push((name, bytes));
    }
    let all: Vec<(&str, &[u8])> = all
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    package(&all)
}

/// What the tasks of a plan say, as the form prints them.
fn tasks_of(plan: &Value) -> BTreeMap<String, String> {
    let tasks = plan["tasks"].as_array().cloned().unwrap_or_default();
    let task = |task: &Value| {
        let text = match (&task["text"], &task["items"]) {
            (Value::String(text), _) => text.clone(),
            (_, Value::Array(items)) => {
                items.iter().map(text_of).collect::<Vec<_>>().join(" ")
            }
            _ => panic!("{task}"),
        };
        (text_of(&task["id"]), text.replace('*', ""))
    };
    tasks.iter().map(task).collect()
}

/// The blocks of the report of the year, without what tells that its results are a sample.
fn report(workspace: &Workspace) -> Value {
    let run = workspace.run(&[
        "build",
        "data/2024/reports/year.yaml",
        "--format",
        "json",
        "--force",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = workspace
        .read("out/2024/reports/year.json")
        .replace(" (số liệu minh họa)", "");
    let mut paper: Value = serde_json::from_str(&text).expect("JSON");
    paper.as_object_mut().expect("a map").remove("sample");
    paper
}

/// Forms filled in from the results of 2024 take the place of these: the report says the same.
#[test]
fn what_units_fill_in_gives_the_same_numbers() {
    let workspace = Workspace::with_results();
    let wanted = report(&workspace);
    let run = workspace.run(&["forms", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let awards = yaml(&workspace.read("data/awards.yaml"));
    let awards = awards["awards"].as_array().expect("a list").iter();
    let awards: BTreeMap<String, String> = awards
        .map(|award| (text_of(&award["id"]), text_of(&award["name"])))
        .collect();
    let mut count = 0;
    for entry in fs::read_dir(workspace.path("data/2024/results"))
        .expect("a folder")
        .flatten()
    {
        let unit = entry
            .path()
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let own = format!("data/2024/results/{unit}.yaml");
        let results = yaml(&workspace.read(&own));
        let plan = match unit.as_str() {
            "ubnd-huyen" => "data/2024/plan.yaml".to_owned(),
            unit => format!("data/2024/units/{unit}.yaml"),
        };
        let tasks =
            fs::read_to_string(workspace.path(&plan)).map(|text| tasks_of(&yaml(&text)));
        let names = Names {
            tasks: tasks.unwrap_or_default(),
            awards: awards.clone(),
        };
        let form = workspace.path(&format!("out/2024/forms/{unit}.xlsx"));
        let filled = fill(&form, &results, &names);
        workspace.write(&format!("data/2024/results/{unit}.xlsx"), filled);
        fs::remove_file(workspace.path(&own)).expect("is there");
        count += 1;
    }
    assert!(count > 30, "{count}");
    let found = report(&workspace);
    assert_eq!(
        found["blocks"].as_array().map(Vec::len),
        wanted["blocks"].as_array().map(Vec::len)
    );
    for (found, wanted) in found["blocks"]
        .as_array()
        .expect("blocks")
        .iter()
        .zip(wanted["blocks"].as_array().expect("blocks"))
    {
        assert_eq!(bare(found), bare(wanted));
    }
}

/// A block without the places of its letters.
fn bare(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(bare).collect()),
        Value::Object(entries) => Value::Object(
            entries
                .iter()
                .filter(|(key, _)| *key != "place")
                .map(|(key, value)| (key.clone(), bare(value)))
                .collect(),
        ),
        other => other.clone(),
    }
}

/// A form that nobody has filled in says nothing, which is told.
#[test]
fn an_empty_form_says_nothing() {
    let workspace = Workspace::with_results();
    assert_eq!(workspace.run(&["forms", "2024", "xa-gia-cat"]).code, 0);
    let bytes = fs::read(workspace.path("out/2024/forms/xa-gia-cat.xlsx")).expect("a form");
    fs::remove_file(workspace.path("data/2024/results/xa-gia-cat.yaml")).expect("is there");
    workspace.write("data/2024/results/xa-gia-cat.xlsx", bytes);
    let run = workspace.run(&["check", "2024"]);
    let own: Vec<&str> = run
        .err
        .split("\n\n")
        .filter(|part| part.contains("xa-gia-cat.xlsx"))
        .collect();
    assert_eq!(own.len(), 1, "{own:?}");
    assert!(
        own[0].contains("warning[rows-left-out]: what is no record is left out: row 2–11"),
        "{own:?}"
    );
}

#[test]
fn a_form_has_lists_checks_and_locked_cells() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["forms", "2024", "xa-gia-cat"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
    let file = workspace.path("out/2024/forms/xa-gia-cat.xlsx");
    let found: BTreeMap<String, Rows> = sheets(&file).into_iter().collect();
    let guide = &found["Hướng dẫn"];
    assert_eq!(guide[0][0].to_string(), "KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2024");
    let says = |what: &str| guide.iter().flatten().any(|cell| cell.to_string().contains(what));
    assert!(says("Ủy ban nhân dân xã Gia Cát") && says("Đã ghi nhận năm 2024"), "{guide:?}");
    // Its own ten tasks, of which nothing is said yet.
    let tasks = &found["Tiến độ"];
    assert_eq!(tasks.len(), 11);
    assert!(
        tasks[1..]
            .iter()
            .all(|row| !row[0].to_string().is_empty() && row[1] == Data::Empty)
    );
    let xml = part(&file, "xl/worksheets/sheet2.xml");
    assert!(xml.contains("<sheetProtection sheet=\"1\""), "{xml}");
    assert!(xml.contains("Chưa thực hiện,Đang thực hiện,Hoàn thành"), "{xml}");
    assert!(xml.contains("type=\"date\"") && xml.contains("state=\"frozen\""), "{xml}");
    let awards = part(&file, "xl/worksheets/sheet4.xml");
    assert!(
        awards.contains("'Danh mục'!$A$1:$A$") && awards.contains("type=\"whole\""),
        "{awards}"
    );
    assert!(
        found["Danh mục"]
            .iter()
            .any(|row| said(&row[0]) == "Lao động tiên tiến")
    );
    assert!(part(&file, "xl/workbook.xml").contains("state=\"hidden\""));
    // The same bytes every time.
    let first = fs::read(&file).expect("a form");
    assert_eq!(workspace.run(&["forms", "2024", "xa-gia-cat"]).code, 0);
    assert!(fs::read(&file).expect("a form") == first);
}

#[test]
fn a_unit_that_is_not_there_is_told() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["forms", "2024", "xa-gia-cats"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("[unknown-unit]") && run.err.contains("did you mean \"xa-gia-cat\"?"),
        "{}",
        run.err
    );
    assert_eq!(workspace.run(&["forms"]).code, 2);
    assert_eq!(workspace.run(&["forms", "24"]).code, 2);
}
