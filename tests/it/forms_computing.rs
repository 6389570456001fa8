//! Forms of the kinds from which something is computed: a workspace adds keys, and keeps the program's own.

use std::fs;

use crate::page::Paper;
use crate::workspace::Workspace;

/// A new text key of the plan touches its definition and its template only.
#[test]
fn a_workspace_adds_a_key_to_the_plan() {
    let workspace = Workspace::new();
    for name in ["templates/plan.form.yaml", "templates/plan-body.typ.j2"] {
        workspace.copy(name);
    }
    let key = "  targets_of_year: {is: texts, need: optional, diff: true, name: {vi: Chỉ tiêu năm, en: Target}, help: {vi: x, en: x}}\n";
    let form =
        fs::read_to_string(workspace.path("templates/plan.form.yaml")).expect("the form");
    workspace.write("templates/plan.form.yaml", form + key);
    workspace.replace(
        "templates/plan-body.typ.j2",
        "#section(\"Nội dung\")",
        "#clause(\"Chỉ tiêu\")\n{{ paragraphs(plan.targets_of_year or []) }}\n#section(\"Nội dung\")",
    );
    workspace.replace(
        "data/2024/plan.yaml",
        "arrangements:\n",
        "targets_of_year:\n  - Năm 2024, 100% đơn vị đăng ký thi đua.\narrangements:\n",
    );
    let paper = workspace.plan(&[]);
    paper.line("Năm 2024, 100% đơn vị đăng ký thi đua.");
    // It is rolled like any other text.
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let new = fs::read_to_string(workspace.path("data/2025/plan.yaml")).expect("the new plan");
    assert!(new.contains("  - Năm 2025, 100% đơn vị đăng ký thi đua.\n"), "{new}");
}

/// A new column of a figure that is counted already touches the template only.
#[test]
fn a_counted_figure_gets_a_column_in_the_template_alone() {
    let workspace = Workspace::with_results();
    let name = "templates/report-period.typ.j2";
    workspace.copy(name);
    let text = fs::read_to_string(workspace.path(name)).expect("the template");
    workspace.write(
        name,
        format!("{text}\n#paragraph[{{{{ \"Số lớp bồi dưỡng: \" ~ report.numbers[\"training.classes\"] ~ \".\" }}}}]\n"),
    );
    let run = workspace.run(&["build", "data/2024/reports/year.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/year.pdf"));
    assert!(paper.letters().contains("Sốlớpbồidưỡng:"));
}

/// A key that is added to a report is read as its period needs it, like the program's own.
#[test]
fn a_key_of_a_report_is_needed_by_its_period() {
    let name = "templates/report.form.yaml";
    let key = "  emulation_days: {is: texts, need: {short: draft}, name: {vi: Đợt thi đua, en: Drives}, help: {vi: x, en: x}}\n";
    let with_key = || {
        let workspace = Workspace::with_results();
        workspace.copy(name);
        let form = fs::read_to_string(workspace.path(name)).expect("the form");
        workspace.write(name, form + key);
        workspace
    };
    let (short, long) = ("data/2024/reports/q1.yaml", "data/2024/reports/year.yaml");
    let run = with_key().run(&["check", short]);
    assert!(run.err.contains("the key \"emulation_days\" is missing"), "{}", run.err);
    let workspace = with_key();
    assert_eq!(workspace.run(&["check", long]).code, 0);
    workspace.replace(long, "\nopening:", "\nemulation_days: [Đợt một.]\nopening:");
    let run = workspace.run(&["check", long]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[form-lacks]"), "{}", run.err);
    assert!(
        run.err
            .contains("a paper with \"period: year\" has no \"emulation_days\""),
        "{}",
        run.err
    );
    // It prints, and may name numbers like the other sentences.
    let workspace = with_key();
    workspace.copy("templates/report-period.typ.j2");
    workspace.replace(
        "templates/report-period.typ.j2",
        "#section({% filter title %}Kết quả thực hiện",
        "{{ paragraphs(report.emulation_days) }}\n#section({% filter title %}Kết quả thực hiện",
    );
    let sentence =
        "\nemulation_days: [\"Đã phát động {movements.count} phong trào.\"]\nopening:";
    workspace.replace(short, "\nopening:", sentence);
    assert_eq!(workspace.run(&["build", short]).code, 0);
    let letters = Paper::read(&workspace.path("out/2024/reports/q1.pdf")).letters();
    assert!(letters.contains("Đãphátđộng"), "{letters}");
}

#[test]
fn what_is_computed_from_is_kept() {
    for (name, from, to, told) in [
        (
            "plan",
            "  purpose:      {is: texts",
            "  purpose:      {is: rich",
            "\"plan\" needs the key \"purpose\" of type texts",
        ),
        (
            "plan",
            "  tasks:        {is: tasks, need: required",
            "  tasks:        {is: tasks, need: optional",
            "\"plan\" needs the key \"tasks\" of type tasks, with \"need: required\"",
        ),
        (
            "unit-plan",
            "{is: unit-tasks",
            "{is: tasks",
            "\"unit-plan\" needs the key \"tasks\" of type unit-tasks",
        ),
        (
            "report",
            "values: [q1, q2, q3, q4, nine-months]",
            "values: [q1, q2, q3, q4]",
            "\"report\" needs the key \"period\" of type switch",
        ),
        (
            "report",
            "values: [ten-year]",
            "values: [ten-year, five-year]",
            "\"report\" needs the key \"period\" of type switch",
        ),
        (
            "overview",
            "appendix_of:",
            "annex_of:",
            "\"overview\" needs the key \"appendix_of\" of type document-type",
        ),
    ] {
        let workspace = Workspace::new();
        let name = format!("templates/{name}.form.yaml");
        workspace.copy(&name);
        workspace.replace(&name, from, to);
        let run = workspace.run(&["check"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("error[computed-key]"), "{}", run.err);
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}

#[test]
fn a_kind_that_computes_is_built_as_the_program_builds_it() {
    for (name, from, to, code) in [
        ("plan", "layout: titled", "layout: speech", "computed-form"),
        ("overview", "layout: appendix", "layout: titled\ntype: Báo cáo", "computed-form"),
        ("report", "roll: never", "roll: yearly", "computed-form"),
        ("plan", "layout: titled", "layout: titled\nroll: never", "computed-form"),
        ("plan", "  purpose:", "  quarters:", "key-is-computed"),
        ("report", "  opening:", "  numbers:", "key-is-computed"),
    ] {
        let workspace = Workspace::new();
        let name = format!("templates/{name}.form.yaml");
        workspace.copy(&name);
        workspace.replace(&name, from, to);
        let run = workspace.run(&["check"]);
        assert!(run.err.contains(&format!("error[{code}]")), "{to}: {}", run.err);
    }
}

/// No mistake is told twice: what decides on the rest is read once.
#[test]
fn a_missing_day_of_a_report_is_told_once() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/q1.yaml";
    workspace.replace(report, "as_of: 2024-04-05 ", "as_of: ~ ");
    let run = workspace.run(&["check", report]);
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
}

/// Whatever carries out a task can say so, a report too; a plan orders tasks.
#[test]
fn a_report_counts_as_the_paper_of_a_task() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/q1.yaml";
    workspace.replace(report, "\nopening:", "\ntask: conference\nopening:");
    let run = workspace.run(&["list"]);
    assert!(
        run.out.contains("Tasks of 2024 that have their paper: conference"),
        "{}",
        run.out
    );
    workspace.replace(report, "task: conference", "task: conferences");
    let run = workspace.run(&["check", report]);
    assert!(run.err.contains("error[unknown-follows]"), "{}", run.err);
}
