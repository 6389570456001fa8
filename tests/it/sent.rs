//! To whom a paper is sent, and how what a clerk types is understood: "Kính gửi", "Như trên", "Lưu", "Căn cứ".

use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

const LAUNCH: &str = "data/2024/launches/phong-trao-nam.yaml";
const PLAN: &str = "data/2024/plan.yaml";
const REPORT: &str = "data/2024/reports/q1.yaml";

fn office() -> Workspace {
    let workspace = Workspace::new();
    for file in ["data/calendar.yaml", LAUNCH] {
        workspace.copy(file);
    }
    workspace
}

#[test]
fn a_plan_and_a_notice_are_not_addressed() {
    for form in ["plan", "notice"] {
        let workspace = office();
        workspace.replace(LAUNCH, "form: plan ", &format!("form: {form} "));
        workspace.replace(LAUNCH, "opening:", "to: Phòng Nội vụ\nopening:");
        let run = workspace.run(&["build", LAUNCH]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("error[not-addressed]"), "{}", run.err);
        assert!(run.err.contains("Appendix I, II.9"), "{}", run.err);
    }
    // A form of the office's own, by its type.
    let workspace = crate::forms::with_invitation();
    let paper = "data/2024/invitations/hoi-nghi.yaml";
    workspace.replace(paper, "signer:", "to: Phòng Nội vụ\nsigner:");
    let form = "templates/invitation.form.yaml";
    assert!(workspace.run(&["build", paper]).err.contains("error[not-addressed]"));
    workspace.replace(form, "type: Giấy mời", "type: Tờ trình");
    let run = workspace.run(&["build", paper]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf"));
    made.line("Kính gửi: Phòng Nội vụ.");
    made.line("- Như trên;");
}

/// The lines under "Nơi nhận:".
fn recipients(paper: &Paper) -> Vec<String> {
    let lines = paper.lines().skip_while(|(_, line)| line.text != "Nơi nhận:").skip(1);
    let below = lines.filter(|(_, line)| line.text.starts_with("- "));
    below.map(|(_, line)| line.text.trim().to_owned()).collect()
}

#[test]
fn as_above_comes_first_wherever_there_is_an_addressee() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["build", REPORT]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains("addressee-repeated"), "{}", run.err);
    let made = || Paper::read(&workspace.path("out/2024/reports/q1.pdf"));
    let first = recipients(&made());
    assert_eq!(first[0], "- Như trên;");
    // Typed, it is not doubled; an addressee below is pointed out.
    workspace.replace(REPORT, "recipients:\n", "recipients:\n  - Như trên\n  - Sở Nội vụ\n");
    let run = workspace.run(&["build", REPORT]);
    assert!(run.err.contains("warning[addressee-repeated]"), "{}", run.err);
    let typed = recipients(&made());
    assert_eq!((typed[0].as_str(), typed[1].as_str()), ("- Như trên;", "- Sở Nội vụ;"));
    assert_eq!(typed[2..], first[1..]);
    // Where nobody stands above, it says nothing.
    let workspace = Workspace::new();
    workspace.replace(PLAN, "recipients:\n", "recipients:\n  - Như trên;\n");
    let run = workspace.run(&["build", PLAN]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[as-above-nothing]"), "{}", run.err);
}

#[test]
fn a_copy_that_is_not_addressed_names_its_recipient_below() {
    let workspace = office();
    workspace.replace(LAUNCH, "opening:", "for: clusters\nopening:");
    let run = workspace.run(&["build", LAUNCH]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made =
        Paper::read(&workspace.path("out/2024/launches/phong-trao-nam/cum-phong-ban.pdf"));
    assert!(!made.letters().contains("Kínhgửi"));
    assert_eq!(recipients(&made)[0], "- Cụm thi đua các phòng, ban huyện;");
}

#[test]
fn what_is_typed_as_it_stands_on_paper_is_not_doubled() {
    let said = |change: &dyn Fn(&Workspace)| {
        let workspace = Workspace::new();
        change(&workspace);
        let run = workspace.run(&["build", PLAN]);
        assert_eq!(run.code, 0, "{}", run.err);
        Paper::read(&workspace.path("out/2024/plan.pdf")).letters()
    };
    let plain = said(&|_| {});
    let filed = |typed: &'static str| {
        said(&move |workspace| {
            workspace.replace(PLAN, "filing: ", &format!("filing: {typed}# "));
        })
    };
    let text = fs::read_to_string(repository().join(PLAN)).expect("the plan");
    let filing = text
        .lines()
        .find_map(|line| line.strip_prefix("filing: "))
        .expect("filing");
    let (filing, _) = filing.split_once(" #").unwrap_or((filing, ""));
    let filing = filing.trim();
    for typed in [format!("\"Lưu: {filing}.\" "), format!("\"- lưu: {filing};\" ")] {
        assert_eq!(filed(typed.leak()), plain);
    }
    let also = format!("recipients:\n  - \"Lưu: {filing}.\"\n");
    assert_eq!(said(&|workspace| workspace.replace(PLAN, "recipients:\n", &also)), plain);
    let typed = |workspace: &Workspace| {
        workspace.replace(PLAN, "bases:\n  - ", "bases:\n  - Căn cứ ");
    };
    assert_eq!(said(&typed), plain);
    // Another place than "filing" says is a contradiction.
    let workspace = Workspace::new();
    workspace.replace(PLAN, "recipients:\n", "recipients:\n  - \"Lưu: XYZ\"\n");
    let run = workspace.run(&["build", PLAN]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[filed-among-recipients]"), "{}", run.err);
}

#[test]
fn a_letterhead_stands_in_capitals_however_it_is_typed() {
    let workspace = Workspace::new();
    let agencies = "data/agencies.yaml";
    let text = fs::read_to_string(workspace.path(agencies)).expect("the agencies");
    assert!(text.contains("HUYỆN CAO LỘC"));
    workspace.write(
        agencies,
        text.replace("HUYỆN CAO LỘC", "huyện Cao Lộc")
            .replace("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân"),
    );
    let run = workspace.run(&["build", PLAN]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/plan.pdf"));
    paper.line("HUYỆN CAO LỘC");
    paper.line("ỦY BAN NHÂN DÂN");
}
