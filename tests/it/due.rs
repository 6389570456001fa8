//! By when a task is due: a day, a month, all year, or the end of its quarter.

use crate::page::Paper;
use crate::workspace::Workspace;

const PLAN: &str = "data/2024/plan.yaml";
const OWN: &str = "data/2024/results/ubnd-huyen.yaml";
const LAUNCH: &str = "  - id: launch\n    quarter: 1\n";

/// The lines of the quarter's report about the plan's tasks.
fn told(workspace: &Workspace) -> String {
    let run = workspace.run(&["build", "data/2024/reports/q1.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/q1.pdf"));
    paper
        .lines()
        .map(|(_, line)| line.text.trim().to_owned() + " ")
        .collect()
}

#[test]
fn a_task_done_after_its_day_is_late_within_its_quarter() {
    let workspace = Workspace::with_results();
    let done = std::fs::read_to_string(workspace.path(OWN)).expect("results");
    assert!(done.contains("task: launch"), "{done}");
    assert!(told(&workspace).contains("đều đúng hạn"));
    workspace.replace(PLAN, LAUNCH, &format!("{LAUNCH}    due: 2024-01-02\n"));
    let late = told(&workspace);
    assert!(!late.contains("đều đúng hạn") && late.contains("1 nhiệm vụ chậm"), "{late}");
    assert!(late.contains("02/01/2024"), "the appendix names the day: {late}");
}

#[test]
fn a_task_of_all_year_is_not_due_in_a_quarter() {
    let workspace = Workspace::with_results();
    let count = |text: &str| text.matches("Quý I ").count();
    let before = count(&told(&workspace));
    workspace.replace(PLAN, LAUNCH, &format!("{LAUNCH}    due: all-year\n"));
    assert_eq!(count(&told(&workspace)), before - 1);
    let run = workspace.run(&["build", "data/2024/reports/year.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/reports/year.pdf")).line("Cả năm");
}

#[test]
fn a_due_day_is_held_against_year_quarter_and_words() {
    for (entry, code, exit) in [
        ("due: 2025-01-15", "error[due-in-other-year]", 1),
        ("due: 2023-03", "error[due-in-other-year]", 1),
        ("due: soon", "expected: a day such as 2024-01-15", 1),
        ("due: 2024-05-15", "warning[due-in-other-quarter]", 0),
    ] {
        let workspace = Workspace::new();
        workspace.replace(PLAN, LAUNCH, &format!("{LAUNCH}    {entry}\n"));
        let run = workspace.run(&["check"]);
        assert_eq!(run.code, exit, "{entry}: {}", run.err);
        assert!(run.err.contains(code), "{entry}: {}", run.err);
    }
    let workspace = Workspace::new();
    let text =
        "text: Chấm điểm thi đua năm 2023 của huyện gửi cụm thi đua các huyện biên giới";
    workspace.replace(PLAN, text, &format!("{text} trước ngày 20/02/2024"));
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[due-told-otherwise]"), "{}", run.err);
    assert!(run.err.contains("add to the task: due: 2024-02-20"), "{}", run.err);
    let task = "  - id: score-previous-year\n    quarter: 1\n";
    workspace.replace(PLAN, task, &format!("{task}    due: 2024-02-20\n"));
    let run = workspace.run(&["check"]);
    assert!(!run.err.contains("due-told-otherwise"), "{}", run.err);
}

#[test]
fn a_due_day_moves_with_the_year_and_shows_in_the_differences() {
    let workspace = Workspace::new();
    workspace.replace(PLAN, LAUNCH, &format!("{LAUNCH}    due: 2024-02-15\n"));
    let task = "  - id: training\n    quarter: 2\n";
    workspace.replace(PLAN, task, &format!("{task}    due: 2024-05\n"));
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let new = std::fs::read_to_string(workspace.path("data/2025/plan.yaml")).expect("rolled");
    assert!(new.contains("due: 2025-02-15") && new.contains("due: 2025-05\n"), "{new}");
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert!(run.out.contains("due 15/02/2024 → 15/02/2025"), "{}", run.out);
    // In the program's language, and with small letters within the sentence.
    let task = "  - id: training\n    quarter: 2\n";
    workspace.replace(
        "data/2025/plan.yaml",
        &format!("{task}    due: 2025-05\n"),
        &format!("{task}    due: all-year\n"),
    );
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert!(run.out.contains("due month 5 → all year"), "{}", run.out);
    let run = workspace.run(&["--lang", "vi", "diff", "2024", "2025"]);
    assert!(run.out.contains("hạn tháng 5 → cả năm"), "{}", run.out);
}

/// What is proposed must not be refused.
#[test]
fn a_deadline_of_another_year_is_not_proposed() {
    let workspace = Workspace::new();
    let text =
        "text: Chấm điểm thi đua năm 2023 của huyện gửi cụm thi đua các huyện biên giới";
    workspace.replace(PLAN, text, &format!("{text} trước ngày 20/02/2025"));
    let run = workspace.run(&["check"]);
    assert!(!run.err.contains("due-told-otherwise"), "{}", run.err);
}
