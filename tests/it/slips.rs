//! A slip of an issued paper stays in that paper: other papers say the corrected words.

use crate::page::Paper;
use crate::workspace::Workspace;

const PLAN: &str = "data/2024/plan.yaml";

fn letters(workspace: &Workspace, name: &str) -> String {
    Paper::read(&workspace.path(&format!("out/2024/{name}.pdf"))).letters()
}

#[test]
fn the_issued_plan_keeps_its_slip_and_no_other_paper_has_it() {
    let workspace = Workspace::with_results();
    let run = workspace.run(&["build", "2024"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains("years-word-missing"), "{}", run.err);
    assert!(letters(&workspace, "plan").contains("kỷniệm115ngàysinh"));
    for paper in ["reports/h1", "reports/q1", "reports/year"] {
        let text = letters(&workspace, paper);
        assert!(!text.contains("115ngàysinh"), "{paper}");
        assert!(!text.contains("tỉnhhuyện"), "{paper}");
    }
    assert!(letters(&workspace, "reports/q1").contains("115nămngàysinh"));
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let new = workspace.read("data/2025/plan.yaml");
    assert!(!new.contains("115 ngày sinh") && !new.contains("corrected:"), "{new}");
    assert!(
        new.contains("text: Phát động phong trào thi đua kỷ niệm 115 năm ngày sinh"),
        "{new}"
    );
}

#[test]
fn known_slips_are_pointed_out() {
    let workspace = Workspace::new();
    let text = "text: Tổ chức lớp bồi dưỡng nghiệp vụ công tác TĐKT năm 2024";
    workspace.replace(PLAN, text, "text: Mít tinh kỷ niệm 60 ngày mất đồng chí Lương Văn Tri");
    let purpose = "quyết tâm khắc phục khó khăn";
    workspace.replace(
        PLAN,
        purpose,
        "trên địa bàn tỉnh huyện Cao Lộc quyết tâm khắc phục khó khăn",
    );
    let run = workspace.run(&["check"]);
    assert!(run.err.contains("warning[years-word-missing]"), "{}", run.err);
    assert!(run.err.contains("write: 60 năm ngày mất"), "{}", run.err);
    assert!(run.err.contains("warning[two-levels]"), "{}", run.err);
}

#[test]
fn capitals_of_the_decree_are_pointed_out_with_the_right_ones() {
    let workspace = Workspace::new();
    workspace.copy("data/legal.yaml");
    let purpose = "quyết tâm khắc phục khó khăn";
    workspace.replace(
        PLAN,
        purpose,
        "phục vụ nhân dân, theo điều 79 của Luật thi đua, khen thưởng, quyết tâm khắc phục khó khăn",
    );
    let run = workspace.run(&["check", PLAN]);
    for (said, meant) in [
        ("nhân dân", "Nhân dân"),
        ("điều 79", "Điều 79"),
        ("Luật thi đua, khen thưởng", "Luật Thi đua, khen thưởng"),
    ] {
        let told = format!("warning[wrong-capital]: \"{said}\" should be \"{meant}\"");
        assert!(run.err.contains(&told), "{told}: {}", run.err);
    }
    assert!(run.err.contains("Appendix II"), "{}", run.err);
}
