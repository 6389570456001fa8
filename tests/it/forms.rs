//! Forms of a workspace: a kind of paper without Rust, and keys that it adds to a kind that computes.

use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

const PAPER: &str = "data/2024/invitations/hoi-nghi.yaml";
const FORM: &str = "templates/invitation.form.yaml";

/// The file of this name in the guide's walk.
fn of_the_guide(name: &str) -> String {
    let guide = fs::read_to_string(repository().join("docs/templates.md")).expect("the guide");
    let (_, rest) = guide.split_once(&format!("`{name}`:\n\n```")).expect("the file");
    let (_, text) = rest.split_once('\n').expect("its first line");
    let (text, _) = text.split_once("```").expect("its end");
    text.to_owned()
}

/// A workspace after the guide's walk: the two files of Giấy mời, and one.
fn with_invitation() -> Workspace {
    let workspace = Workspace::new();
    for name in [FORM, "templates/invitation.typ.j2", PAPER] {
        workspace.write(name, of_the_guide(name));
    }
    workspace
}

#[test]
fn two_files_are_a_new_kind() {
    let workspace = with_invitation();
    let run = workspace.run(&["build", "--kind", "invitation"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf"));
    for line in [
        "/GM-UBND",
        "GIẤY MỜI",
        "Dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023",
        "UBND huyện Cao Lộc trân trọng kính mời:",
        "- Thường trực Huyện ủy;",
        "Thời gian: 08 giờ 00, ngày 15/3/2024.",
        "Địa điểm: Hội trường UBND huyện Cao Lộc./.",
        "Nguyễn Duy Anh",
    ] {
        assert!(paper.lines().any(|(_, found)| found.text.contains(line)), "{line}");
    }
    // It is checked, listed, and counted among the papers of its task.
    let run = workspace.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = workspace.run(&["list"]);
    assert!(
        run.out.contains("2024/invitations/hoi-nghi  invitation  …/GM-UBND"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("Tasks of 2024 that have their paper: conference"),
        "{}",
        run.out
    );
}

#[test]
fn mistakes_in_a_paper_of_an_own_form_are_told_where_they_stand() {
    for (from, to, code, told) in [
        ("to_do: Hội", "todo: Hội", "unknown-key", "todo"),
        ("at: 2024-03-15 08:00", "at: 2024-03-15", "invalid-value", "2024-03-15"),
        ("at: 2024-03-15 08:00", "at: 2024-03-15 25:00", "impossible-date", "25:00"),
        ("at: 2024-03-15 08:00", "at: ~", "empty-value", "~"),
        (
            "kind: invitation",
            "kind: invitatoin",
            "unknown-kind",
            "did you mean \"invitation\"?",
        ),
        ("task: conference", "task: conferences", "unknown-follows", "conferences"),
        (
            "signer: chu-tich",
            "signer: chu-tich\nquestions:\n  - {at: invited.3, ask: Ai?}",
            "question-nowhere",
            "did you mean \"invited.",
        ),
        (
            "signer: chu-tich",
            "signer: chu-tich\nquestions:\n  - {at: invited.2, ask: Ai?}",
            "open-question",
            "invited.2",
        ),
    ] {
        let workspace = with_invitation();
        workspace.replace(PAPER, from, to);
        let run = workspace.run(&["check", PAPER]);
        assert_eq!(run.code, 1, "{to}");
        assert!(run.err.contains(&format!("error[{code}]")), "{to}: {}", run.err);
        assert!(run.err.contains(told), "{to}: {}", run.err);
    }
}

#[test]
fn a_draft_shows_what_is_missing_and_what_is_asked() {
    let workspace = with_invitation();
    workspace.replace(PAPER, "at: 2024-03-15 08:00", "at: ~");
    workspace.replace(
        PAPER,
        "signer: chu-tich",
        "signer: chu-tich\nquestions:\n  - {at: to_do, ask: Gì?}",
    );
    let run = workspace.run(&["build", "--draft", PAPER]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/draft/2024/invitations/hoi-nghi.pdf"));
    assert!(paper.lines().any(|(_, line)| line.text.contains("[at]")), "the blank");
}

#[test]
fn a_roll_keeps_rewrites_and_empties_as_the_form_says() {
    let workspace = with_invitation();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let new = fs::read_to_string(workspace.path("data/2025/invitations/hoi-nghi.yaml"));
    let new = new.expect("the new paper");
    for line in [
        "year: 2025",
        "date: 2025-03",
        "subject: Dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2024",
        "to_do: Hội nghị tổng kết công tác thi đua, khen thưởng năm 2024, triển khai nhiệm vụ năm 2025.",
        "at: ~",
        "place: Hội trường UBND huyện Cao Lộc",
    ] {
        assert!(new.lines().any(|found| found == line), "{line}\n{new}");
    }
    let sheet = Paper::read(&workspace.path("out/2025/roll.pdf"));
    assert!(sheet.letters().contains("Tớidự"), "the place by the form's name");
}

#[test]
fn a_paper_is_made_again_when_its_definition_changes() {
    let workspace = with_invitation();
    assert_eq!(workspace.run(&["build", PAPER]).code, 0);
    assert!(workspace.run(&["build", PAPER]).out.is_empty(), "up to date");
    workspace.replace(FORM, "type: Giấy mời", "type: Giấy giới thiệu");
    let run = workspace.run(&["build", PAPER]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf"));
    assert!(paper.lines().any(|(_, line)| line.text.contains("GIẤY GIỚI THIỆU")));
}

#[test]
fn a_definition_with_mistakes_is_told_like_any_data() {
    let workspace = with_invitation();
    workspace.replace(FORM, "{is: moment, need: draft,", "{is: momnt, need: draft,");
    let run = workspace.run(&["check"]);
    assert_eq!(run.code, 1);
    for told in [
        "error[unknown-word]",
        "templates/invitation.form.yaml:9:",
        "did you mean \"moment\"?",
    ] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    assert!(!run.err.contains("unknown-kind"), "the paper waits: {}", run.err);
    // What is computed cannot be dropped.
    let workspace = Workspace::new();
    workspace.copy("templates/plan.form.yaml");
    workspace.replace(
        "templates/plan.form.yaml",
        "  purpose:      {is: texts",
        "  purpose:      {is: rich",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("error[computed-key]"), "{}", run.err);
}

#[test]
fn a_definition_is_named_by_an_id_and_has_a_template() {
    for (name, code) in [
        ("templates/other.form.yaml", "form-without-template"),
        ("templates/sub/other.form.yaml", "form-name"),
        ("templates/Giấy mời.form.yaml", "form-name"),
        ("templates/other.form.yml", "not-read"),
    ] {
        let workspace = with_invitation();
        workspace.write(name, of_the_guide(FORM));
        let run = workspace.run(&["check"]);
        assert!(
            run.err.contains(&format!("[{code}]")) && run.err.contains(name),
            "{}",
            run.err
        );
    }
}

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
        format!("{text}\n#par[{{{{ \"Số lớp bồi dưỡng: \" ~ report.numbers[\"training.classes\"] ~ \".\" }}}}]\n"),
    );
    let run = workspace.run(&["build", "data/2024/reports/year.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/reports/year.pdf"));
    assert!(paper.letters().contains("Sốlớpbồidưỡng:"));
}

#[test]
fn differences_of_two_years_tell_of_papers_of_an_own_form() {
    let workspace = with_invitation();
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let path = "data/2025/invitations/hoi-nghi.yaml";
    workspace.replace(path, "at: ~", "at: 2025-03-14 14:00");
    workspace.replace(path, "  - Thường trực Huyện ủy;\n", "");
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for told in [
        "Invitation (invitations/hoi-nghi), Subject: ",
        "Invitation (invitations/hoi-nghi), Occasion: ",
        "Invitation (invitations/hoi-nghi), Time: [-08-] {+14+} giờ 00, [-15/3/2024-] {+14/3/2025+}",
        "Invitation (invitations/hoi-nghi), Invited 2: ",
    ] {
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
    // The place of a meeting is none of the keys that it tells of.
    assert!(!run.out.contains("Venue"), "{}", run.out);
    let run = workspace.run(&["diff", "2024", "2025", "--format", "json"]);
    assert!(run.out.contains("\"document\": \"invitations/hoi-nghi\""), "{}", run.out);
    assert_eq!(workspace.run(&["diff", "2024", "2025", "--format", "pdf"]).code, 0);
}

/// What launches can do, every form can: a copy for each recipient, its name and commemorations in the text.
#[test]
fn an_own_form_goes_to_each_cluster_and_names_commemorations() {
    let workspace = with_invitation();
    workspace.copy("data/calendar.yaml");
    workspace.replace(
        PAPER,
        "task: conference",
        "task: conference\nfor: clusters\ncommemorations: [dien-bien-phu]",
    );
    workspace.replace(
        PAPER,
        "năm 2023, triển khai nhiệm vụ năm 2024.",
        "năm 2023 của {recipient}, chào mừng {commemorations.short}.",
    );
    let run = workspace.run(&["build", PAPER]);
    assert_eq!((run.code, run.out.lines().count()), (0, 2), "{}", run.err);
    let paper = workspace.path("out/2024/invitations/hoi-nghi/cum-xa-thi-tran.pdf");
    let letters = Paper::read(&paper).letters();
    assert!(
        letters.contains("củaCụmthiđuacácxã,thịtrấn,chàomừng70nămChiếnthắngĐiệnBiênPhủ"),
        "{letters}"
    );
    // Without either, braces are braces.
    let workspace = with_invitation();
    workspace.replace(PAPER, "triển khai nhiệm vụ năm 2024.", "triển khai {nhiệm vụ}.");
    assert_eq!(workspace.run(&["build", PAPER]).code, 0);
    let letters = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf")).letters();
    assert!(letters.contains("{nhiệmvụ}"), "{letters}");
}
