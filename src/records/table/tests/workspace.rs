//! Tables in their workspace: beside files of YAML, and in the fingerprint of reports.

use super::*;
use crate::diag::has_errors;
use crate::fingerprint::Fingerprint;
use crate::folder::Folder;
use crate::load::{Request, Workspace};
use crate::records::{YearRecords, fingerprint_of_records};

const AGENCIES: &str = "agencies:
  - {id: xa-gia-cat, name: Ủy ban nhân dân xã Gia Cát, short_name: UBND xã Gia Cát}
  - {id: phong-noi-vu, name: Phòng Nội vụ huyện}
";
const GIVEN: &str = "awards:
  - {id: giay-khen, name: Giấy khen, kind: form, for: both, grants: [{level: commune}]}
";
const YAML: &str = "year: 2024
unit: xa-gia-cat
fund:
  - {date: 2024-01-05, received: 5}
";

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().expect("a folder")).expect("made");
    fs::File::create(full)
        .expect("made")
        .write_all(bytes)
        .expect("written");
}

fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "data/agencies.yaml", AGENCIES.as_bytes());
    write(folder.path(), "data/awards.yaml", GIVEN.as_bytes());
    write(folder.path(), "data/2024/results/xa-gia-cat.yaml", YAML.as_bytes());
    folder
}

/// What the year holds, and what its reports are made from.
fn records(root: &Path) -> (YearRecords, Fingerprint) {
    let forms = crate::form::Forms::embedded();
    let request = Request {
        forms: &forms,
        root: &Folder::new(root),
        choices: &[],
        kind: None,
        new: None,
        draft: false,
        printable: &|_| true,
        left_overs: false,
    };
    let workspace = Workspace::open(request, Sources::default());
    assert_eq!(workspace.problems, []);
    let sum = fingerprint_of_records(workspace.folder(), Fingerprint::of(b""));
    (workspace.records(year()), sum)
}

#[test]
fn tables_add_up_with_files_of_yaml() {
    let folder = office();
    let root = folder.path();
    let (alone, first) = records(root);
    assert_eq!((alone.problems.len(), alone.results.len()), (0, 1));

    let text =
        "Đơn vị;Ngày;Chi\nPhòng Nội vụ huyện;05/01/2024;7\nUBND xã Gia Cát;06/01/2024;8\n";
    write(root, "data/2024/results/quy.csv", text.as_bytes());
    let (more, second) = records(root);
    assert_eq!(more.problems, []);
    let amounts = |records: &YearRecords| -> Vec<(String, u64)> {
        let all = records.results.iter();
        all.flat_map(|found| {
            found
                .fund
                .iter()
                .map(|entry| (found.unit.value.0.clone(), entry.amount))
        })
        .collect()
    };
    let pair = |unit: &str, amount| (unit.to_owned(), amount);
    let expected = [pair("xa-gia-cat", 5), pair("phong-noi-vu", 7), pair("xa-gia-cat", 8)];
    assert_eq!(amounts(&more), expected);
    assert_ne!(first, second);

    write(root, "data/2024/results/quy.csv", text.replace(";8", ";9").as_bytes());
    let (changed, third) = records(root);
    assert_eq!(amounts(&changed)[2].1, 9);
    assert_ne!(second, third);
    assert_eq!(third, records(root).1);
}

#[test]
fn later_checks_point_into_tables_too() {
    let folder = office();
    let rows = vec![
        titles(&AWARDS),
        row!["xa-gia-cat", "05/01/2023", "giay-khen", "Xã", "Đột xuất", "Được tặng", 1.0],
        row![
            "xa-gia-cat",
            "05/01/2024",
            "giay-khen",
            "Xã",
            "Đột xuất",
            "Được tặng",
            "",
            1.0,
            2.0
        ],
    ];
    let bytes = workbook(&[("Khen thưởng", rows)]);
    write(folder.path(), "data/2024/results.xlsx", &bytes);
    let (found, _) = records(folder.path());
    let told: Vec<_> = found
        .problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().expect("placed");
            let source = found.sources.get(place.file);
            (problem.code, source.cell(place.range.start))
        })
        .collect();
    let cell = |name: &str| Some(format!("Khen thưởng!{name}"));
    assert_eq!(
        told,
        [
            (Code::ResultOutsideYear, cell("A2")),
            (Code::DirectWorkersAboveIndividuals, cell("A3")),
        ]
    );
}

#[test]
fn strays_and_broken_tables_keep_reports_from_being_made() {
    let folder = office();
    let root = folder.path();
    let (_, before) = records(root);
    write(root, "data/2024/results/quy-1/xa-gia-cat.yaml", YAML.as_bytes());
    let (found, after) = records(root);
    assert_ne!(before, after);
    let codes: Vec<Code> = found.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::RecordNotRead]);
    assert!(has_errors(&found.problems));
    assert_eq!(found.results.len(), 1);
}
