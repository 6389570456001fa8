//! Reports: sentences at their edges, and who granted what.

use std::fs;

use crate::report_counted::{TEN_YEARS, made, without_names};
use crate::workspace::Workspace;

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
        "Trongđó,ChủtịchUBNDhuyệnkhenthưởng5lượttậpthể,30lượtcánhân;thủtrưởngcơquan,đơnvịkhenthưởng4lượtcánhân;\
         ChủtịchUBNDcấpxãkhenthưởng5lượtcánhân,7hộgiađình;đượccấptỉnhkhenthưởng1lượttậpthể;\
         đượcChủtịchnướckhenthưởng1lượtcánhân.",
        "cáccơquan,đơnvịđềnghịChủtịchUBNDhuyệnkhenthưởng8lượtcánhân;\
         UBNDhuyệntrìnhcấptỉnhkhenthưởng6lượttậpthể.",
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
    let letters = sentences("fund:\n  - {date: 2024-02-01, spent: 5}\n", "");
    assert!(
        letters.contains("khôngcótậpthể,cánhânđượckhenthưởnghoặcđượcđềnghịkhenthưởng."),
        "{letters}"
    );
    assert!(letters.contains("khôngphátđộngphongtràothiđuamới."), "{letters}");
    assert!(!letters.contains(":0phongtrào"), "{letters}");
    let proposed = of(0, 5).replace("granted", "proposed");
    let letters = sentences(&proposed, "");
    assert!(letters.contains("khôngcótậpthể,cánhânđượckhenthưởng."), "{letters}");
}

#[test]
fn one_task_that_was_due_is_told_as_one() {
    for (state, begun, told) in [
        ("state: done, done: 2024-03-01", "đãhoànthành1/1", "(100%),đúnghạn(chitiết"),
        (
            "state: done, done: 2024-04-02",
            "đãhoànthành1/1",
            "(100%),nhưngchậmsovớithờihạn(chitiết",
        ),
        ("state: doing", "chưahoànthànhnhiệmvụnàotrong1", ";quáhạn1nhiệmvụ(chitiết"),
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
        let told = format!("{begun}nhiệmvụcủaKếhoạchđếnhạntrongquýInăm2024{told}");
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

/// What the office records of itself says nothing of units that have told nothing.
#[test]
fn what_no_unit_has_told_is_not_told_as_nothing() {
    let workspace = Workspace::with_results();
    fs::remove_dir_all(workspace.path("data/2024/results")).expect("removed");
    workspace.write(
        "data/2024/results/ubnd-huyen.yaml",
        "sample: true\nyear: 2024\nunit: ubnd-huyen\ntasks:\n  - {task: launch, state: done, done: 2024-01-05}\n",
    );
    without_names(&workspace, "data/2024/reports/q1.yaml");
    let letters = made(&workspace, "q1").letters();
    for told in [
        "theokếhoạchcủamình;chưacóbáocáokếtquả",
        "chưacócơquan,đơnvịnàobáocáokếtquả.",
        "Chưacósốliệuvềkhenthưởng",
    ] {
        assert!(letters.contains(told), "{told}\n{letters}");
    }
    for none in ["khôngphátđộng", "khôngcótậpthể", "Cáccơquan,đơnvịchưahoànthành"]
    {
        assert!(!letters.contains(none), "{none}\n{letters}");
    }
}
