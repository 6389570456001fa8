//! Forms of a workspace: a kind of paper without Rust.

use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

pub const PAPER: &str = "data/2024/invitations/hoi-nghi.yaml";
pub const FORM: &str = "templates/invitation.form.yaml";

/// The file of this name in the guide's walk.
fn of_the_guide(name: &str) -> String {
    let guide = fs::read_to_string(repository().join("docs/templates.md")).expect("the guide");
    let (_, rest) = guide.split_once(&format!("`{name}`:\n\n```")).expect("the file");
    let (_, text) = rest.split_once('\n').expect("its first line");
    let (text, _) = text.split_once("```").expect("its end");
    text.to_owned()
}

/// A workspace after the guide's walk: the two files of Giấy mời, and one.
pub fn with_invitation() -> Workspace {
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
    assert!(paper.lines().any(|(_, line)| line.text.contains("[Thời gian]")), "the blank");
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
    let run = workspace.run(&["list"]);
    assert!(run.out.contains("its form has mistakes"), "{}", run.out);
}

#[test]
fn a_template_without_a_page_is_told_by_check_too() {
    let workspace = with_invitation();
    workspace.write("templates/invitation.typ.j2", "");
    for words in [["check", PAPER], ["build", PAPER]] {
        let run = workspace.run(&words);
        assert!(run.err.contains("error[no-page]"), "{}", run.err);
        assert!(run.err.contains("templates/invitation.typ.j2"), "{}", run.err);
        assert!(run.err.contains("{% include \"head.typ.j2\" %}"), "{}", run.err);
    }
}

#[test]
fn a_definition_is_named_by_an_id_and_has_a_template() {
    for (name, code) in [
        ("templates/head.form.yaml", "form-name-taken"),
        ("templates/roll.form.yaml", "form-name-taken"),
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

/// A table of the invitation, one of whose columns is the year's own.
#[test]
fn a_column_that_a_roll_empties_is_pointed_out_where_it_is_left_over() {
    let workspace = with_invitation();
    let form = fs::read_to_string(workspace.path(FORM)).expect("the form");
    let rows = "  sessions: {is: rows, need: optional, name: {vi: Phiên, en: Session}, help: {vi: x, en: x}, keys: {\n    \
                what: {is: rich, need: required, name: {vi: Việc, en: What}, help: {vi: x, en: x}},\n    \
                when: {is: moment, need: optional, name: {vi: Khi, en: When}, help: {vi: x, en: x}}}}\n";
    workspace.write(FORM, form + rows);
    let session = |when: &str| {
        format!("signer: chu-tich\nsessions:\n  - {{what: Khai mạc, when: {when}}}\n")
    };
    workspace.replace(PAPER, "signer: chu-tich\n", &session("2024-03-15 08:00"));
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let new = "data/2025/invitations/hoi-nghi.yaml";
    let text = fs::read_to_string(workspace.path(new)).expect("the new paper");
    assert!(text.contains("{what: Khai mạc, when: ~}"), "{text}");
    workspace.replace(new, "when: ~", "when: 2024-03-15 08:00");
    let run = workspace.run(&["check", new]);
    assert!(run.err.contains("warning[same-as-last-year]"), "{}", run.err);
    assert!(run.err.contains("2024-03-15 08:00"), "{}", run.err);
}

/// What a form names is printed on sheets and papers, so that the fonts must have it.
#[test]
fn letters_of_a_definition_are_those_that_the_fonts_have() {
    for (from, to, code) in [
        ("{vi: Giấy mời, en", "{vi: Giấy 猫 mời, en", "unprintable-character"),
        ("{vi: Giấy mời, en", "{vi: \"Giấy\\u200bmời\", en", "invisible-character"),
    ] {
        let workspace = with_invitation();
        workspace.replace(FORM, from, to);
        let run = workspace.run(&["check"]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains(&format!("error[{code}]")), "{}", run.err);
        assert!(run.err.contains("templates/invitation.form.yaml:"), "{}", run.err);
    }
}

/// An office without a plan compares its papers all the same; what differs within a value is told.
#[test]
fn differences_need_no_plan() {
    let workspace = Workspace::empty();
    for name in ["agencies.yaml", "settings.yaml", "legal.yaml"] {
        workspace.copy(&format!("data/{name}"));
    }
    for name in [FORM, "templates/invitation.typ.j2", PAPER] {
        workspace.write(name, of_the_guide(name));
    }
    workspace.replace(PAPER, "task: conference\n", "");
    let form = fs::read_to_string(workspace.path(FORM)).expect("the form");
    workspace.write(FORM, form + "  tasks: {is: texts, need: optional, diff: true, name: {vi: Việc, en: Work}, help: {vi: x, en: x}}\n");
    workspace.replace(
        PAPER,
        "signer: chu-tich\n",
        "signer: chu-tich\ntasks: [Chuẩn bị hội trường năm 2024.]\n",
    );
    assert_eq!(workspace.run(&["roll", "2024", "2025"]).code, 0);
    let run = workspace.run(&["diff", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out
            .contains("Work 1: Chuẩn bị hội trường năm [-2024.-] {+2025.+}"),
        "{}",
        run.out
    );
}
