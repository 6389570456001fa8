//! Reports: what is partial, unknown, renamed or very large; who granted what; warnings that stay true.

use std::fmt::Write as _;
use std::fs;

use crate::page::Paper;
use crate::workspace::{Run, Workspace, repository};

const TEN_YEARS: &str = "data/2024/reports/ten-year.yaml";

#[track_caller]
fn made(workspace: &Workspace, name: &str) -> Paper {
    let run = workspace.run(&["build", &format!("data/2024/reports/{name}.yaml")]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path(&format!("out/2024/reports/{name}.pdf")))
}

/// Sets a key of a report.
fn set(workspace: &Workspace, report: &str, key: &str, value: &str) {
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    let lines = text.lines().filter(|line| !line.starts_with(&format!("{key}:")));
    let mut text: String = lines.map(|line| format!("{line}\n")).collect();
    let _ = writeln!(text, "{key}: {value}");
    workspace.write(report, text);
}

/// Takes the sentences of a report away that name numbers.
fn without_names(workspace: &Workspace, report: &str) {
    let text = fs::read_to_string(workspace.path(report)).expect("there");
    let lines = text.lines().map(|line| {
        if line.contains('{') && line.trim_start().starts_with('-') {
            "  - Đã thực hiện."
        } else {
            line
        }
    });
    workspace.write(report, lines.collect::<Vec<_>>().join("\n") + "\n");
}

// ---------------------------------------------------------------------------- outline and page labels

#[test]
fn appendices_are_in_the_outline_and_page_labels_are_the_printed_numbers() {
    let workspace = Workspace::with_results();
    // Bodies of one to five pages, since a label may hang on the one before it.
    for more in [0, 4, 12, 24, 40] {
        let report = "data/2024/reports/q1.yaml";
        let text = fs::read_to_string(repository().join(report)).expect("there");
        let lines = "\n  - Đôn đốc thêm một việc nữa.".repeat(more);
        workspace.write(report, text.replace("\nclosing:", &format!("{lines}\nclosing:")));
        for name in ["q1", "year", "ten-year"] {
            let paper = made(&workspace, name);
            let mut printed = Vec::new();
            let mut own = 0;
            for page in &paper.pages {
                let is_label =
                    |line: &crate::page::Line| line.bold && line.text.starts_with("Phụ lục ");
                own = if page.lines.iter().any(is_label) { 1 } else { own + 1 };
                printed.push(own.to_string());
            }
            assert_eq!(paper.labels, printed, "{name} with {more} lines more");
            for number in ["I", "II", "III"] {
                let title = format!("Phụ lục {number}. ");
                let found = paper.outline.iter().filter(|entry| entry.starts_with(&title));
                assert_eq!(found.count(), 1, "{title}: {:?}", paper.outline);
            }
        }
    }
}

// --------------------------------------------------------------------------------------- ten years

#[test]
fn ten_years_are_ten_and_those_that_are_given_are_those() {
    let workspace = Workspace::with_results();
    without_names(&workspace, TEN_YEARS);
    let years = |paper: &Paper| -> Vec<String> {
        let pages = paper.appendix("Phụ lục I");
        let lines = pages.iter().flat_map(|page| &page.lines);
        let years = lines.filter(|line| line.text.len() == 4 && line.text.starts_with("20"));
        years.map(|line| line.text.clone()).collect()
    };
    // From the directive's day, 18/11/2014.
    let paper = made(&workspace, "ten-year");
    let shown = years(&paper);
    assert_eq!((shown.len(), shown[0].as_str(), shown[9].as_str()), (10, "2015", "2024"));
    assert!(paper.letters().contains("Trong10năm(2015-2024),"));
    // Said once.
    let letters = paper.letters();
    assert_eq!(
        letters
            .matches("Sốliệutrong Báocáo:".replace(' ', "").as_str())
            .count(),
        1
    );
    assert_eq!(letters.matches("năm2024tínhđếnngày20/9/2024").count(), 3, "text, two tables");
    // A directive of the first half of a year counts from that year.
    set(&workspace, TEN_YEARS, "since", "2014-05-02");
    let paper = made(&workspace, "ten-year");
    assert_eq!(years(&paper).first().map(String::as_str), Some("2014"));
    assert!(paper.letters().contains("Trong10năm(2014-2023),"));
    // Given: eleven are not called ten.
    let text = fs::read_to_string(workspace.path(TEN_YEARS)).expect("there");
    workspace.write(
        TEN_YEARS,
        text.replace("since: 2014-05-02", "years: {from: 2014, until: 2024}"),
    );
    let paper = made(&workspace, "ten-year");
    assert_eq!(years(&paper).len(), 11);
    let letters = paper.letters();
    assert!(letters.contains("Tronggiaiđoạn2014-2024,") && !letters.contains("Trong10năm("));
    for (key, value, code) in [
        ("years", "{from: 2024, until: 2014}", "years-doubtful"),
        ("years", "{from: 2016, until: 2025}", "years-doubtful"),
        ("years", "{from: 1990, until: 2024}", "years-doubtful"),
        ("since", "2014-11-18", "years-and-since"),
    ] {
        set(&workspace, TEN_YEARS, key, value);
        let run = workspace.run(&["check", TEN_YEARS]);
        assert!(run.err.contains(&format!("error[{code}]")), "{value}: {}", run.err);
        if key == "years" {
            set(&workspace, TEN_YEARS, key, "{from: 2014, until: 2024}");
        }
    }
}

#[test]
fn a_ten_year_report_can_be_begun_on_the_repositorys_own_data() {
    let workspace = Workspace::with_results();
    fs::remove_file(workspace.path(TEN_YEARS)).expect("was there");
    let run = workspace.run(&["report", "2024", "ten-year"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/draft/2024/reports/ten-year.pdf"));
    // The year has households: fourteen columns.
    assert!(paper.letters().contains("Hộgiađình"));
    assert_within(&paper);
}

/// Holds every letter and every line of a table against the margins.
#[track_caller]
fn assert_within(paper: &Paper) {
    const MM: f64 = crate::page::MM;
    for page in &paper.pages {
        for line in &page.lines {
            let end = line.end - 0.25 * line.size * f64::from(line.text.ends_with(' '));
            assert!(
                line.x > 30.0 * MM - 0.6 && end < page.width - 20.0 * MM + 0.6,
                "{line:?}"
            );
        }
        for rule in &page.rules {
            assert!(rule.x > 30.0 * MM - 1.0, "{rule:?}");
            assert!(rule.x + rule.width < page.width - 20.0 * MM + 1.0, "{rule:?}");
        }
    }
}

#[test]
fn tables_hold_any_counts_and_any_number_of_years() {
    let workspace = Workspace::with_results();
    let most = 999_999_999;
    let award = |award: &str, way: &str, rest: &str| {
        format!(
            "      - {{award: {award}, level: district, way: {way}, stage: granted, {rest}}}\n"
        )
    };
    for year in 1995..2024 {
        let mut text = format!(
            "sample: true\nyear: {year}\ntotals:\n  - period: year\n    \
             movements: {{count: {most}, collectives: {most}, individuals: {most}}}\n    \
             inspections: {{count: {most}, inspected: {most}}}\n    \
             training: {{classes: {most}, participants: {most}}}\n    \
             fund: {{received: 999999999999, spent: 999999999999}}\n    awards:\n"
        );
        text += &award(
            "giay-khen",
            "regular",
            &format!(
                "collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}"
            ),
        );
        text += &award(
            "lao-dong-tien-tien",
            "regular",
            &format!("individuals: {most}, direct_workers: 1"),
        );
        workspace.write(&format!("data/history/{year}.yaml"), text);
    }
    without_names(&workspace, TEN_YEARS);
    let text = fs::read_to_string(workspace.path(TEN_YEARS)).expect("there");
    for years in ["{from: 2015, until: 2024}", "{from: 1995, until: 2024}"] {
        let given = text.lines().filter(|line| !line.starts_with("since:"));
        let given: String = given.map(|line| format!("{line}\n")).collect();
        workspace.write(TEN_YEARS, format!("{given}years: {years}\n"));
        let paper = made(&workspace, "ten-year");
        assert_within(&paper);
        // Every number stands whole: nine years at least with their counts, in each column.
        let cells = paper.lines().filter(|(_, line)| line.text.trim() == "999.999.999");
        assert!(cells.count() > 9 * 14, "{years}");
        // What goes on in a further table has its names again.
        let heads = paper
            .lines()
            .filter(|(_, line)| line.bold && line.text.trim() == "Năm");
        assert!(heads.count() >= 2, "{years}");
    }
    // A quarter of such numbers, too.
    let unit = "data/2024/results/xa-gia-cat.yaml";
    workspace.write(unit, format!(
        "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  - {{name: Một phong trào, from: 2024-02-01, collectives: {most}, individuals: {most}}}\n\
         awards:\n  - {{date: 2024-02-01, award: giay-khen, level: district, way: regular, stage: granted, collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}}}\n  \
         - {{date: 2024-02-02, award: giay-khen, level: district, way: sudden, stage: proposed, collectives: {most}, individuals: {most}, direct_workers: {most}, households: {most}}}\n",
    ));
    assert_within(&made(&workspace, "q1"));
}

// ------------------------------------------------------------------------------ what is compared

#[test]
fn a_year_counted_up_to_a_day_is_compared_with_the_same_days() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/year.yaml";
    let record = |year: u32, date: &str, count: u32| {
        workspace.write(
            &format!("data/{year}/results/xa-gia-cat.yaml"),
            format!(
                "sample: true\nyear: {year}\nunit: xa-gia-cat\nawards:\n  - {{date: {year}-{date}, award: giay-khen, \
                 level: district, way: regular, stage: granted, individuals: {count}, direct_workers: 0}}\n"
            ),
        );
    };
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    without_names(&workspace, report);
    record(2023, "02-01", 40);
    record(2024, "02-01", 50);
    set(&workspace, report, "as_of", "2024-11-30");
    set(&workspace, report, "date", "2024-12");
    let letters = made(&workspace, "year").letters();
    assert!(
        letters.contains("50lượtcánhân(tăng10,tươngứng25%,sovớicùngkỳnăm2023)"),
        "{letters}"
    );
    // What came after that day a year before does not count.
    record(2023, "12-01", 40);
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("có50lượtcánhânđượcChủtịchUBNDhuyệnkhenthưởng"), "{letters}");
    set(&workspace, report, "as_of", "2024-12-31");
    set(&workspace, report, "date", "2025-01");
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("50lượtcánhân(tăng10,tươngứng25%,sovớinăm2023)"), "{letters}");
    // No percentage of less than ten.
    record(2023, "12-01", 9);
    let letters = made(&workspace, "year").letters();
    assert!(letters.contains("50lượtcánhân(tăng41sovớinăm2023)"), "{letters}");
    set(
        &workspace,
        report,
        "leadership",
        "[\"Tăng {change-percent.awards.granted.individuals}.\"]",
    );
    let run = workspace.run(&["check", report]);
    assert!(run.err.contains("error[number-without-value]"), "{}", run.err);
}

#[test]
fn households_of_the_year_before_are_told_when_there_are_none() {
    let workspace = Workspace::with_results();
    let record = |year: u32, text: &str| {
        let head = format!("sample: true\nyear: {year}\nunit: xa-gia-cat\n");
        workspace
            .write(&format!("data/{year}/results/xa-gia-cat.yaml"), format!("{head}{text}"));
    };
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    let award = |year: u32, rest: &str| {
        format!(
            "awards:\n  - {{date: {year}-02-01, level: commune, way: regular, stage: granted, {rest}}}\n"
        )
    };
    record(2023, &award(2023, "award: gia-dinh-van-hoa, households: 12"));
    record(2024, "awards: []\n");
    let letters = made(&workspace, "q1").letters();
    assert!(letters.contains("(cùngkỳnăm2023khenthưởng12hộgiađình)."), "{letters}");
    record(2024, &award(2024, "award: giay-khen, individuals: 3, direct_workers: 3"));
    let letters = made(&workspace, "q1").letters();
    assert!(
        letters.contains("khôngcóhộgiađìnhđượckhenthưởng(cùngkỳnăm2023:12hộgiađình)"),
        "{letters}"
    );
    assert!(letters.contains("Cánhânđượckhenthưởngđềulàngườitrựctiếplaođộng."), "{letters}");
}

#[test]
fn what_totals_do_not_tell_is_refused_by_name() {
    for (report, name) in [
        ("data/2024/reports/q1.yaml", "before.tasks.due"),
        ("data/2024/reports/q1.yaml", "change.unit-tasks.late"),
        ("data/2024/reports/h1.yaml", "before.movements.count"),
        (TEN_YEARS, "years.2015.tasks.due"),
        (TEN_YEARS, "tasks.done-share"),
    ] {
        let workspace = Workspace::with_results();
        set(&workspace, report, "leadership", &format!("[\"Có {{{name}}} nhiệm vụ.\"]"));
        let run = workspace.run(&["check", report]);
        assert!(run.err.contains("error[number-without-value]"), "{name}: {}", run.err);
        assert!(run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn totals_and_results_of_one_year_are_held_against_each_other() {
    let workspace = Workspace::with_results();
    assert!(!workspace.run(&["check"]).err.contains("totals-"));
    workspace.write(
        "data/2023/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2023\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2023-02-01, collectives: 1, individuals: 10}\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[totals-contradict-results]"), "{}", run.err);
    assert!(run.err.contains("movements.count (1 ≠ "), "{}", run.err);
    workspace.write(
        "data/history/2023.yaml",
        "sample: true\nyear: 2023\ntotals:\n  - period: year\n    movements: {count: 1, collectives: 1, individuals: 10}\n    \
         inspections: {count: 0, inspected: 0}\n    training: {classes: 0, participants: 0}\n    \
         fund: {received: 0, spent: 0}\n    awards: []\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[totals-beside-results]"), "{}", run.err);
    assert!(!run.err.contains("totals-contradict-results"), "{}", run.err);
}

// ----------------------------------------------------------------------------------- who reported

#[test]
fn a_unit_that_recorded_later_has_not_reported_and_has_dashes() {
    let workspace = Workspace::with_results();
    workspace.write(
        "data/2024/results/xa-gia-cat.yaml",
        "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  \
         - {name: Một phong trào, from: 2024-04-20, collectives: 1, individuals: 10}\n",
    );
    let paper = made(&workspace, "q1");
    let pages = paper.appendix("Phụ lục II");
    let mut levels = pages.iter().flat_map(crate::page::Page::levels);
    let row = levels.find(|level| level.iter().any(|line| line.text == "UBND xã Gia Cát"));
    let row: Vec<String> = row
        .expect("its row")
        .iter()
        .map(|line| line.text.trim().to_owned())
        .collect();
    assert_eq!(row.last().map(String::as_str), Some("Chưa báo cáo"), "{row:?}");
    assert!(row.contains(&"–".to_owned()) && !row.contains(&"0".to_owned()), "{row:?}");
}

#[test]
fn a_renamed_unit_is_one_unit() {
    let workspace = Workspace::with_results();
    workspace.replace(
        "data/agencies.yaml",
        "  - id: xa-gia-cat\n",
        "  - id: xa-gia-cat-moi\n    name: Ủy ban nhân dân xã Gia Cát Mới\n    short_name: UBND xã Gia Cát Mới\n    \
         cluster: cum-xa-thi-tran\n    from: 2024-07-01\n\n  - id: xa-gia-cat\n",
    );
    let agencies = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    let (before, after) = agencies.split_once("  - id: xa-gia-cat\n").expect("the old one");
    let (own, rest) = after.split_once("\n\n").expect("its end");
    let own: Vec<&str> = own
        .lines()
        .filter(|line| {
            !line.trim_start().starts_with("until:")
                && !line.trim_start().starts_with("successor:")
        })
        .collect();
    let own = own.join("\n");
    workspace.write(
        "data/agencies.yaml",
        format!("{before}  - id: xa-gia-cat\n    until: 2024-06-30\n    successor: xa-gia-cat-moi\n{own}\n\n{rest}"),
    );
    // The plan that the old one sent is the new one's.
    let run = workspace.run(&["list", "2024"]);
    assert!(!run.out.contains("Gia Cát Mới"), "{}", run.out);
    let paper = made(&workspace, "year");
    let letters = paper.letters();
    assert!(letters.contains("UBNDxãGiaCátMới"), "{letters}");
    let names: Vec<&str> = paper.lines().map(|(_, line)| line.text.trim()).collect();
    assert!(!names.contains(&"UBND xã Gia Cát"));
    // Its record is whole: the total is that of the recount.
    let movements = crate::recount::recounted("2024 year")["movements.count"];
    assert!(letters.contains(&format!("đãphátđộng{movements}phongtrào")), "{letters}");
    let paper = made(&workspace, "q1");
    let names: Vec<&str> = paper.lines().map(|(_, line)| line.text.trim()).collect();
    assert!(names.contains(&"UBND xã Gia Cát") && !names.contains(&"UBND xã Gia Cát Mới"));
    // Successors that nobody is, or that go round.
    for (successor, code) in
        [("xa-gia-cat-moiii", "unknown-agency"), ("xa-gia-cat", "successors-circle")]
    {
        let text = fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
        let wrong =
            text.replace("successor: xa-gia-cat-moi\n", &format!("successor: {successor}\n"));
        workspace.write("data/agencies.yaml", wrong);
        let run = workspace.run(&["check"]);
        assert!(run.err.contains(&format!("error[{code}]")), "{}", run.err);
        workspace.write("data/agencies.yaml", text);
    }
}

// --------------------------------------------------------------------------------------- sentences

/// A report on the first quarter made from what one unit and the office recorded.
fn sentences(unit: &str, office: &str) -> String {
    let workspace = Workspace::with_results();
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    fs::remove_dir_all(workspace.path("data/history")).expect("removed");
    for (id, text) in [("xa-gia-cat", unit), ("ubnd-huyen", office)] {
        let head = format!("sample: true\nyear: 2024\nunit: {id}\n");
        workspace.write(&format!("data/2024/results/{id}.yaml"), format!("{head}{text}"));
    }
    made(&workspace, "q1").letters()
}

#[test]
fn an_office_never_claims_what_another_granted() {
    let award = |award: &str, level: &str, stage: &str, rest: &str| {
        format!(
            "  - {{date: 2024-02-01, award: {award}, level: {level}, way: regular, stage: {stage}, {rest}}}\n"
        )
    };
    let text = [
        "awards:\n".to_owned(),
        award(
            "giay-khen",
            "district",
            "granted",
            "collectives: 2, individuals: 30, direct_workers: 20",
        ),
        award("giay-khen", "commune", "granted", "individuals: 5, direct_workers: 5"),
        award("giay-khen", "agency", "granted", "individuals: 4, direct_workers: 1"),
        award("bang-khen-tinh", "province", "granted", "collectives: 1"),
        award("huan-chuong", "state", "granted", "individuals: 1, direct_workers: 0"),
        award("gia-dinh-van-hoa", "commune", "granted", "households: 7"),
        award("thon-to-dan-pho-van-hoa", "district", "granted", "collectives: 3"),
        award("bang-khen-tinh", "province", "proposed", "collectives: 6"),
        award("giay-khen", "district", "proposed", "individuals: 8, direct_workers: 0"),
    ]
    .concat();
    let letters = sentences(&text, "");
    for told in [
        // Households and villages are no individuals.
        "có6lượttậpthể,40lượtcánhân,7hộgiađìnhđượckhenthưởng",
        "Trongđó,ChủtịchUBNDhuyệntặng5lượttậpthể,30lượtcánhân;thủtrưởngcơquan,đơnvịtặng4lượtcánhân;\
         ChủtịchUBNDcấpxãtặng5lượtcánhân,7hộgiađình;đượccấptỉnhtặng1lượttậpthể;đượcChủtịchnướctặng1lượtcánhân.",
        "Vềđềnghịkhenthưởng:đềnghịChủtịchUBNDhuyệntặng8lượtcánhân;trìnhcấptỉnhtặng6lượttậpthể.",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
}

#[test]
fn sentences_at_their_edges_read_as_people_write() {
    let of = |direct: u32, all: u32| {
        format!(
            "awards:\n  - {{date: 2024-02-01, award: giay-khen, level: district, way: regular, stage: granted, individuals: {all}, direct_workers: {direct}}}\n"
        )
    };
    // Not all, and not none.
    assert!(
        sentences(&of(9_999, 10_000), "")
            .contains("9.999lượtngườitrựctiếplaođộng,chiếm99,99%")
    );
    assert!(sentences(&of(1, 9_999), "").contains("1lượtngườitrựctiếplaođộng,chiếm0,01%"));
    assert!(sentences(&of(3, 3), "").contains("đềulàngườitrựctiếplaođộng."));
    // Classes of none, with people in them.
    let letters =
        sentences("training:\n  - {date: 2024-02-01, classes: 0, participants: 30}\n", "");
    assert!(
        letters.contains("Đãbồidưỡngcho30lượtngười.") && !letters.contains("0lớp"),
        "{letters}"
    );
    // Nothing at all, once.
    let letters = sentences("", "");
    assert!(
        letters.contains("khôngcótậpthể,cánhânđượckhenthưởnghoặcđượcđềnghịkhenthưởng."),
        "{letters}"
    );
    assert!(letters.contains("khôngphátđộngphongtràothiđuamới."), "{letters}");
    assert!(!letters.contains(":0phongtrào"), "{letters}");
    let proposed = of(0, 5).replace("granted", "proposed");
    let letters = sentences(&proposed, "");
    assert!(letters.contains("khôngcótậpthể,cánhânđượckhenthưởng(chitiết"), "{letters}");
}

#[test]
fn one_task_that_was_due_is_told_as_one() {
    for (state, told) in [
        ("state: done, done: 2024-03-01", "đãhoànthànhđúnghạn(chitiết"),
        ("state: done, done: 2024-04-02", "đãhoànthànhnhưngchậmsovớithờihạn(chitiết"),
        ("state: doing", "đãquáhạn,chưahoànthành(chitiết"),
    ] {
        let workspace = Workspace::with_results();
        let plan = "data/2024/plan.yaml";
        let text = fs::read_to_string(workspace.path(plan)).expect("there");
        let (head, tasks) =
            text.split_once("  - id: score-previous-year").expect("the second");
        let (_, later) = tasks.split_once("quarter: 2").expect("one of the next quarter");
        workspace.write(plan, format!("{head}  - id: inspection-plan\n    quarter: 2{later}"));
        fs::remove_dir_all(workspace.path("data/2024/units")).expect("removed");
        fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
        workspace.write(
            "data/2024/results/ubnd-huyen.yaml",
            format!("sample: true\nyear: 2024\nunit: ubnd-huyen\ntasks:\n  - {{task: launch, {state}}}\n"),
        );
        let letters = made(&workspace, "q1").letters();
        let told = format!("nhiệmvụduynhấtcủaKếhoạchđếnhạntrongquýInăm2024{told}");
        assert!(letters.contains(&told), "{told}\n{letters}");
    }
}

#[test]
fn a_ten_year_report_says_of_what_there_is_none() {
    let workspace = Workspace::with_results();
    for year in 2014..2024 {
        workspace.write(
            &format!("data/history/{year}.yaml"),
            format!(
                "sample: true\nyear: {year}\ntotals:\n  - period: year\n    movements: {{count: 0, collectives: 0, individuals: 0}}\n    \
                 inspections: {{count: 0, inspected: 0}}\n    training: {{classes: 0, participants: 0}}\n    \
                 fund: {{received: 0, spent: 0}}\n    awards: []\n"
            ),
        );
    }
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    without_names(&workspace, TEN_YEARS);
    let letters = made(&workspace, "ten-year").letters();
    for told in [
        "Trong10năm(2015-2024),cáccơquan,đơnvịchưaphátđộngphongtràothiđuamới.",
        "Trong10năm(2015-2024),chưacótậpthể,cánhânđượckhenthưởnghoặcđượcđềnghịkhenthưởng.",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
}

// ---------------------------------------------------------------------------------------- warnings

/// The warnings of a run, by code.
fn warnings(run: &Run) -> Vec<String> {
    let found = run.err.lines().filter_map(|line| line.strip_prefix("warning["));
    found
        .filter_map(|rest| rest.split_once(']'))
        .map(|(code, _)| code.to_owned())
        .collect()
}

#[test]
fn a_report_does_not_warn_of_what_it_could_not_know() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    // Of 20 June, issued on the 25th: what came until then could have been in it.
    set(&workspace, report, "date", "2024-06-25");
    let with = |date: &str| {
        workspace.write(
            "data/2024/results/xa-gia-cat.yaml",
            format!(
                "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  \
                 - {{name: Một phong trào, from: {date}, collectives: 1, individuals: 10}}\n"
            ),
        );
        let others = fs::read_dir(workspace.path("data/2024/results")).expect("a folder");
        for entry in others
            .flatten()
            .filter(|entry| entry.file_name() != "xa-gia-cat.yaml")
        {
            fs::remove_file(entry.path()).expect("removed");
        }
        warnings(&workspace.run(&["check", report])).contains(&"results-after-day".to_owned())
    };
    assert!(with("2024-06-24"));
    assert!(!with("2024-06-28"), "after its own date");
    assert!(!with("2024-09-01"), "after its period");
    assert!(!with("2024-06-20"), "on its day");
}

#[test]
fn warnings_are_kept_and_told_again_and_nothing_is_made_for_them() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    let first = workspace.run(&["build", "2024"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let told = warnings(&first);
    assert!(told.contains(&"results-after-day".to_owned()), "{told:?}");
    let stamp = |name: &str| {
        let file = fs::metadata(workspace.path(name)).expect("there");
        file.modified().expect("a time")
    };
    let before = stamp("out/2024/reports/h1.pdf");
    for words in [&["build", "2024"][..], &["build", report], &["build", report]] {
        let again = workspace.run(words);
        assert_eq!((again.code, again.out.as_str()), (0, ""), "{}", again.err);
        let told: Vec<String> = told
            .iter()
            .filter(|code| {
                words.len() == 2 && words[1] == "2024" || *code == "results-after-day"
            })
            .cloned()
            .collect();
        let found = warnings(&again);
        assert!(told.iter().all(|code| found.contains(code)), "{told:?} {found:?}");
        assert!(again.err.contains("as_of: 2024-06-20"), "with its line: {}", again.err);
    }
    // In the other language, too.
    let again = workspace.run(&["build", "2024", "--lang", "vi"]);
    assert!(again.err.contains("cảnh báo[results-after-day]"), "{}", again.err);
    assert_eq!(stamp("out/2024/reports/h1.pdf"), before);
    // A lost result is noticed, and a warning whose reason is gone is told no more.
    fs::remove_file(workspace.path("out/2024/units/xa-gia-cat.pdf")).expect("was there");
    assert_eq!(workspace.run(&["build", "2024"]).out.lines().count(), 1);
    set(&workspace, report, "as_of", "2024-06-30");
    let run = workspace.run(&["build", "2024"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let about = run.err.matches("data/2024/reports/h1.yaml").count();
    assert!(about <= 1, "at most that the signature is lonely: {}", run.err);
}

#[test]
fn a_note_on_the_last_run_hides_no_change() {
    let workspace = Workspace::of_office();
    let build = |words: &[&str]| workspace.run(&[&["build", "2024"], words].concat());
    assert_eq!(build(&[]).code, 0);
    assert_eq!(build(&[]).out, "");
    // Another request is another one.
    assert!(build(&["--format", "svg"]).out.lines().count() > 30);
    assert!(build(&["--draft"]).out.lines().count() > 30);
    assert!(build(&["--force"]).out.lines().count() > 30);
    // Data, templates, settings, a file that is new, one that is gone.
    workspace.write("templates/unit-plan.typ.j2", "{% include \"plan.typ.j2\" %}\n");
    assert_eq!(build(&[]).code, 0);
    workspace.write("data/settings.yaml", "paragraph_spacing: 7\n");
    assert!(build(&[]).out.lines().count() > 30);
    workspace.write("data/2024/results/xa-gia-cat.ods", "x");
    assert_eq!(build(&[]).code, 0);
    fs::remove_file(workspace.path("data/2024/units/xa-gia-cat.yaml")).expect("was there");
    let run = build(&[]);
    assert!(run.err.contains("33 documents are up to date"), "34 before: {}", run.err);
    // What failed is told every time.
    workspace.replace("data/2024/plan.yaml", "filing: VT, NV", "filing: ~");
    for _ in 0..2 {
        let run = build(&[]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("error[empty-value]"), "{}", run.err);
    }
}

// ------------------------------------------------------------------------------------- sample data

#[test]
fn nothing_of_the_sample_year_is_done_before_the_paper_that_does_it() {
    let results = fs::read_to_string(repository().join("data/2024/results/ubnd-huyen.yaml"))
        .expect("there");
    let done = |task: &str| -> String {
        let line = results
            .lines()
            .find(|line| line.contains(&format!("task: {task},")))
            .expect("the task");
        let (_, rest) = line.split_once("done: ").expect("a day");
        rest[..10].to_owned()
    };
    for (task, paper) in [
        ("launch", "2024/launches/phong-trao-nam"),
        ("launch-hoang-van-thu", "2024/launches/hoang-van-thu"),
        ("half-year-report", "2024/reports/h1"),
        ("directive-30-report", "2024/reports/ten-year"),
        ("next-plan", "2025/plan"),
    ] {
        let text = fs::read_to_string(repository().join(format!("data/{paper}.yaml")))
            .expect("there");
        let month = text
            .lines()
            .find_map(|line| line.strip_prefix("date: "))
            .expect("a date");
        let month = month.split_whitespace().next().expect("a month");
        assert!(done(task).as_str() >= month, "{task}: {} before {month}", done(task));
        if let Some(as_of) = text.lines().find_map(|line| line.strip_prefix("as_of: ")) {
            let as_of = as_of.split_whitespace().next().expect("a day");
            assert!(done(task).as_str() >= as_of, "{task}: {} before {as_of}", done(task));
        }
    }
}
