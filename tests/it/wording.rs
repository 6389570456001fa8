//! Papers as offices write them: speeches that are spoken, short subjects of letters, reports with their sections.

use std::fs;

use crate::page::Paper;
use crate::workspace::Workspace;

const LAUNCH: &str = "data/2024/launches/phong-trao-nam.yaml";
const YEAR: &str = "data/2024/reports/year.yaml";

/// The year's launch in another form; a speech has no recipients.
fn launch(form: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.copy("data/calendar.yaml");
    workspace.copy(LAUNCH);
    workspace.replace(LAUNCH, "form: plan ", &format!("form: {form} "));
    if form == "speech" {
        let text = fs::read_to_string(workspace.path(LAUNCH)).expect("there");
        let start = text.find("recipients:").expect("there");
        let end = text.find("signer:").expect("there");
        workspace.write(LAUNCH, format!("{}{}", &text[..start], &text[end..]));
    }
    workspace
}

fn said(workspace: &Workspace, file: &str, name: &str) -> String {
    let run = workspace.run(&["build", file]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path(&format!("out/2024/{name}.pdf")));
    let lines = paper.lines().map(|(_, line)| line.text.trim().to_owned());
    lines.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn a_speech_is_spoken() {
    let workspace = launch("speech");
    workspace.replace(LAUNCH, " (*qua Phòng Nội vụ*)", " qua Phòng Nội vụ");
    let text = said(&workspace, LAUNCH, "launches/phong-trao-nam");
    for part in [
        "Kính thưa các đồng chí!",
        "Thay mặt Ủy ban nhân dân huyện Cao Lộc, tôi phát động phong trào thi đua phấn đấu",
        "từ ngày 15 tháng 01 năm 2024 đến ngày 15 tháng 12 năm 2024",
        "Giai đoạn hai, từ ngày 01 tháng 7 năm 2024",
        "Một là, thi đua hoàn thành các chỉ tiêu",
        "Bốn là, phát hiện và nhân rộng điển hình tiên tiến, 20 điểm.",
        "tôi kêu gọi các cơ quan, đơn vị, UBND các xã, thị trấn; cán bộ",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for none in ["(", "TT", "Tiêu chí Điểm", "- "] {
        let body = text.split_once("Kính thưa").map_or("", |(_, body)| body);
        let body = body.replace("kinh tế - xã hội", "");
        assert!(!body.contains(none), "{none}: {body}");
    }
    assert!(!workspace.run(&["check"]).err.contains("not-spoken"));
    // Days of commemorations stand in brackets elsewhere, and are not spoken.
    workspace.replace(LAUNCH, "year: 2024\n", "year: 2024\ncommemorations: [dien-bien-phu]\n");
    workspace.replace(LAUNCH, "scope: Trên", "scope: Kỷ niệm {commemorations} trên");
    let text = said(&workspace, LAUNCH, "launches/phong-trao-nam");
    assert!(text.contains("70 năm Chiến thắng Điện Biên Phủ trên địa bàn"), "{text}");
}

#[test]
fn what_cannot_be_spoken_is_pointed_out_in_a_speech_only() {
    for (form, told) in [("speech", true), ("plan", false)] {
        let run = launch(form).run(&["check"]);
        assert_eq!(run.err.contains("warning[not-spoken]"), told, "{form}: {}", run.err);
        assert_eq!(run.err.contains("(qua Phòng Nội vụ)"), told, "{form}: {}", run.err);
    }
}

#[test]
fn a_long_subject_of_a_letter_is_pointed_out_with_what_to_shorten() {
    let run = launch("letter").run(&["check"]);
    assert!(run.err.contains("warning[subject-too-long]"), "{}", run.err);
    assert!(run.err.contains("kinh tế - xã hội → KT-XH"), "{}", run.err);
    assert!(!launch("plan").run(&["check"]).err.contains("subject-too-long"));
    let workspace = launch("letter");
    let text = fs::read_to_string(workspace.path(LAUNCH)).expect("there");
    let short = text.replace(
        "Phát động phong trào thi đua phấn đấu hoàn thành thắng lợi nhiệm vụ phát triển kinh tế - xã hội, quốc phòng, an ninh năm 2024",
        "Phát động phong trào thi đua năm 2024",
    );
    workspace.write(LAUNCH, short);
    assert!(!workspace.run(&["check"]).err.contains("subject-too-long"));
}

#[test]
fn reports_name_their_period_and_tell_of_the_fund_apart() {
    let workspace = Workspace::with_results();
    let text = said(&workspace, "data/2024/reports/q1.yaml", "reports/q1");
    for part in [
        "I. KẾT QUẢ THỰC HIỆN QUÝ I NĂM 2024",
        "đã hoàn thành 7/7 nhiệm vụ của Kế hoạch đến hạn trong quý I năm 2024 (100%), đều đúng hạn",
        "Quỹ thi đua, khen thưởng Trong quý I năm 2024, đã trích lập",
        "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2024",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("bằng chữ"), "{text}");
    // Within a row of parts only a name keeps its capital.
    assert!(text.contains("đơn vị; trình khen thưởng cấp tỉnh"), "{text}");
    let text = said(&workspace, YEAR, "reports/year");
    assert!(text.contains("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025"), "{text}");
}

#[test]
fn a_report_has_room_for_more_and_can_go_without_parts() {
    let workspace = Workspace::with_results();
    let more = "situation: [Huyện có 22 xã thị trấn.]\nsuperior_movements: [Thực hiện phong trào chung.]\n\
                cluster_work: [Các cụm họp theo quy chế.]\nmodels: [Có nhiều gương tốt.]\npublicity: [Đã tuyên truyền.]\n";
    workspace.replace(YEAR, "leadership:\n", &format!("{more}leadership:\n"));
    let text = said(&workspace, YEAR, "reports/year");
    let parts = [
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "II. KẾT QUẢ THỰC HIỆN NĂM 2024",
        "4. Thực hiện các phong trào thi đua do cấp trên phát động",
        "5. Hoạt động của cụm, khối thi đua",
        "6. Công tác khen thưởng",
        "7. Xây dựng, nhân rộng điển hình tiên tiến",
        "8. Công tác tuyên truyền",
    ];
    let places: Vec<Option<usize>> = parts.iter().map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {text}");
    // Left out by name: parts, what must be given otherwise, and appendices, whose numbers follow.
    let left = "leave_out: [causes, fund, situation, appendix-units]\n";
    workspace.replace(YEAR, "situation:", &format!("{left}situation:"));
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let (before, causes) = text.split_once("causes:\n").expect("given");
    let (_, after) = causes.split_once('\n').expect("one line");
    workspace.write(YEAR, format!("{before}{after}"));
    let text = said(&workspace, YEAR, "reports/year");
    for none in [
        "ĐẶC ĐIỂM TÌNH HÌNH",
        "Nguyên nhân",
        "trích lập",
        "Phụ lục III",
        "KẾT QUẢ CỦA CÁC CƠ QUAN",
    ] {
        assert!(!text.contains(none), "{none}: {text}");
    }
    assert!(text.contains("Phụ lục II"), "{text}");
    workspace.replace(YEAR, "appendix-units", "appendix-unit");
    let run = workspace.run(&["build", YEAR]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("appendix-units"), "the nearest is named: {}", run.err);
}

/// A paper with appendices leads to each of them (Decree 30/2020/NĐ-CP, Appendix I, III.1).
#[test]
fn a_report_leads_to_every_appendix() {
    const TEN_YEARS: &str = "data/2024/reports/ten-year.yaml";
    let workspace = Workspace::with_results();
    let text = said(&workspace, TEN_YEARS, "reports/ten-year");
    assert!(text.contains("Biểu đồ tại Phụ lục III."), "{text}");
    let left = "leave_out: [commendation, plan-tasks]\n";
    workspace.replace(YEAR, "leadership:\n", &format!("{left}leadership:\n"));
    let text = said(&workspace, YEAR, "reports/year");
    let told = "Số liệu chi tiết tại Phụ lục I, Phụ lục II, Phụ lục III.";
    assert!(text.contains(told), "{text}");
    let left = "leave_out: [commendation, plan-tasks, appendix-tasks, appendix-units]\n";
    workspace.replace(YEAR, "leave_out: [commendation, plan-tasks]\n", left);
    let text = said(&workspace, YEAR, "reports/year");
    assert!(text.contains("Số liệu chi tiết tại Phụ lục."), "{text}");
}

#[test]
fn what_is_asked_of_next_tasks_is_not_told_where_they_are_left_out() {
    let workspace = Workspace::with_results();
    workspace.copy("data/2025/plan.yaml");
    assert!(workspace.run(&["check", YEAR]).err.contains("next-tasks-asked"));
    workspace.replace(YEAR, "leadership:\n", "leave_out: [next-tasks]\nleadership:\n");
    let run = workspace.run(&["check", YEAR]);
    assert!(!run.err.contains("next-tasks-asked"), "{}", run.err);
}

#[test]
fn a_speech_with_one_criterion_does_not_count_it() {
    let workspace = launch("speech");
    let text = fs::read_to_string(workspace.path(LAUNCH)).expect("there");
    let (before, after) = text.split_once("criteria:\n").expect("given");
    let (_, after) = after.split_once("period:").expect("given");
    workspace
        .write(LAUNCH, format!("{before}criteria: [Hoàn thành nhiệm vụ;]\nperiod:{after}"));
    let text = said(&workspace, LAUNCH, "launches/phong-trao-nam");
    assert!(text.contains("theo các tiêu chí: Hoàn thành nhiệm vụ."), "{text}");
}
