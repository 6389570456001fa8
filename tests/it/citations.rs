//! How papers cite others: number, day, issuer and what they are about (Decree 30/2020/NĐ-CP, Appendix I, II.6).

use crate::page::Paper;
use crate::workspace::Workspace;

const PLAN: &str = "data/2024/plan.yaml";
const UNIT: &str = "data/2024/units/xa-gia-cat.yaml";

fn text(paper: &Paper) -> String {
    let lines: Vec<String> =
        paper.lines().map(|(_, line)| line.text.trim().to_owned()).collect();
    lines.join(" ").replace('\u{a0}', " ")
}

#[test]
fn what_is_carried_out_is_cited_with_its_subject() {
    let workspace = Workspace::new();
    // The sentence of an issued plan stays as it is.
    let run = workspace.run(&["check"]);
    assert!(!run.err.contains("citation-incomplete"), "{}", run.err);
    let in_lines = Workspace::new();
    in_lines.without_layout(PLAN);
    let run = in_lines.run(&["check"]);
    assert!(run.err.contains("warning[citation-incomplete]"), "{}", run.err);
    let subject = "  issuer: UBND tỉnh\n  subject: Công tác thi đua, khen thưởng năm 2024\n";
    workspace.replace(PLAN, "  issuer: UBND tỉnh\n", subject);
    let run = workspace.run(&["check"]);
    assert!(!run.err.contains("citation-incomplete"), "{}", run.err);
    let made = text(&workspace.plan(&[]));
    let cited = "thực hiện Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh về công tác thi đua, khen thưởng năm 2024, UBND huyện";
    assert!(made.contains(cited), "{made}");
    // In lines, which are the default.
    workspace.without_layout(PLAN);
    let made = text(&workspace.plan(&[]));
    let cited = "Thực hiện Kế hoạch số 241/KH-UBND của UBND tỉnh ngày 28 tháng 12 năm 2023 về công tác thi đua, khen thưởng năm 2024.";
    assert!(made.contains(cited), "{made}");
}

#[test]
fn a_number_of_a_wrong_shape_is_a_mistake() {
    for wrong in
        ["số 241/KH-UBND", "KH-UBND", "241", "241 / KH-UBND", "241/kh-ubnd", "…/KH-UBND"]
    {
        let workspace = Workspace::new();
        workspace.replace(PLAN, "number: 241/KH-UBND", &format!("number: {wrong}"));
        let run = workspace.run(&["build"]);
        assert_eq!(run.code, 1, "{wrong}");
        assert!(run.err.contains("such as 241/KH-UBND"), "{wrong}: {}", run.err);
    }
    for right in ["30-CT/TU", "06/2022/QH15", "98/2023/NĐ-CP", "05/HD-UBND", "12a/KH-UBND"] {
        let workspace = Workspace::new();
        workspace.replace(PLAN, "number: 241/KH-UBND", &format!("number: {right}"));
        let run = workspace.run(&["build"]);
        assert_eq!(run.code, 0, "{right}: {}", run.err);
    }
}

#[test]
fn a_basis_in_part_is_answered_with_the_whole_of_it() {
    let workspace = Workspace::new();
    workspace.copy("data/legal.yaml");
    let basis = "  - Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành\n";
    workspace.replace(
        PLAN,
        basis,
        "  - Luật Thi đua, khen thưởng\n  - Nghị định số 98/2023/NĐ-CP\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[citation-incomplete]"), "{}", run.err);
    assert!(
        run.err.contains(
            "write: Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_units_plan_cites_the_plan_that_it_follows() {
    let workspace = Workspace::of_office();
    let build = |words: &[&str]| {
        let run = workspace.run(words);
        assert_eq!(run.code, 0, "{}", run.err);
        (run, text(&Paper::read(&workspace.path("out/2024/units/xa-gia-cat.pdf"))))
    };
    // Number and day are blank in the plan: they are gaps.
    let (_, made) = build(&["build", UNIT]);
    assert!(made.contains("/KH-UBND của UBND huyện Cao Lộc ngày"), "{made}");
    workspace.replace(PLAN, "number: ~", "number: 7");
    workspace.replace(PLAN, "date: 2024-01 ", "date: 2024-01-08 ");
    let (_, made) = build(&["build", UNIT]);
    let cited = "Thực hiện Kế hoạch số 07/KH-UBND của UBND huyện Cao Lộc ngày 08 tháng 01 năm 2024 về công tác thi đua, khen thưởng năm 2024.";
    assert!(made.contains(cited), "{made}");
    // Typed as well, it is pointed out.
    let typed =
        "bases:\n  - Kế hoạch công tác thi đua, khen thưởng năm 2024 của UBND huyện Cao Lộc\n";
    workspace.replace(UNIT, "bases:\n", typed);
    let (run, _) = build(&["build", UNIT]);
    assert!(run.err.contains("warning[plan-cited-twice]"), "{}", run.err);
}

#[test]
fn the_plan_that_is_cited_by_itself_is_pointed_out_among_superior_documents() {
    let workspace = Workspace::of_office();
    let typed = "implements: {type: Kế hoạch, number: 7/KH-UBND, date: 2024-01-05, issuer: UBND huyện Cao Lộc, subject: công tác thi đua}\npurpose:\n";
    workspace.replace(UNIT, "purpose:\n", typed);
    let run = workspace.run(&["check", UNIT]);
    assert!(run.err.contains("warning[plan-cited-twice]"), "{}", run.err);
    workspace.replace(
        UNIT,
        "issuer: UBND huyện Cao Lộc, subject",
        "issuer: UBND tỉnh, subject",
    );
    let run = workspace.run(&["check", UNIT]);
    assert!(!run.err.contains("plan-cited-twice"), "{}", run.err);
}

/// A paper that goes out cites what it carries out; it does not leave that away.
#[test]
fn a_units_plan_waits_for_a_plan_with_errors() {
    let workspace = Workspace::of_office();
    workspace.replace(PLAN, "- id: launch\n    quarter: 1", "- id: launch\n    quarter: 7");
    let run = workspace.run(&["build", UNIT]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("error[unit-plans-broken]"), "{}", run.err);
    assert!(run.err.contains("2024/plan"), "{}", run.err);
    assert_eq!(workspace.run(&["build", UNIT, "--draft"]).code, 0);
}

#[test]
fn a_subject_with_an_end_mark_is_cited_without_it() {
    let workspace = Workspace::new();
    let subject = "  issuer: UBND tỉnh\n  subject: Tiếp tục đổi mới công tác thi đua;\n";
    workspace.replace(PLAN, "  issuer: UBND tỉnh\n", subject);
    let made = text(&workspace.plan(&[]));
    let cited = "của UBND tỉnh về tiếp tục đổi mới công tác thi đua, UBND huyện";
    assert!(made.contains(cited), "{made}");
}

#[test]
fn what_is_carried_out_is_told_in_one_row() {
    let workspace = Workspace::of_office();
    let typed = "layout: {bases: sentence}\nimplements: {type: Kế hoạch, number: 241/KH-UBND, date: 2023-12-28, issuer: UBND tỉnh}\npurpose:\n";
    workspace.replace(UNIT, "purpose:\n", typed);
    let run = workspace.run(&["build", UNIT]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made = text(&Paper::read(&workspace.path("out/2024/units/xa-gia-cat.pdf")));
    let told = "thực hiện Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh; Kế hoạch số";
    assert!(made.contains(told), "{made}");
}
