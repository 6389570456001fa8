//! Decisions, proposals, invitations and minutes: forms that the program carries, without Rust of their own.

use crate::page::Paper;
use crate::workspace::Workspace;

const DECISION: &str = "data/2024/decisions/khen-thuong.yaml";
const PROPOSAL: &str = "data/2024/proposals/khen-thuong.yaml";
const MINUTES: &str = "data/2024/minutes/xet-khen-thuong.yaml";
const INVITATION: &str = "data/2024/invitations/hoi-nghi.yaml";
/// All that the repository has of them.
const SAMPLES: [&str; 6] = [
    DECISION,
    "data/2024/decisions/khen-thuong-giao-duc.yaml",
    PROPOSAL,
    "data/2024/proposals/khen-thuong-giao-duc.yaml",
    MINUTES,
    INVITATION,
];

fn office() -> Workspace {
    let workspace = Workspace::new();
    for name in SAMPLES.into_iter().chain([
        "data/legal.yaml",
        "data/calendar.yaml",
        "data/awards.yaml",
        "data/2024/tables/khen-thuong-giao-duc.csv",
    ]) {
        workspace.copy(name);
    }
    workspace
}

/// That some words stand in a paper in this order, each once more after the one before.
#[track_caller]
fn in_order(paper: &Paper, words: &[&str]) {
    let letters = paper.letters();
    let mut rest = letters.as_str();
    for word in words {
        let word: String = word.split_whitespace().collect();
        let (_, after) = rest
            .split_once(word.as_str())
            .unwrap_or_else(|| panic!("`{word}` behind what stands before it in {letters}"));
        rest = after;
    }
}

#[test]
fn the_samples_are_sound_and_belong_to_their_tasks() {
    let workspace = office();
    let run = workspace.run(&["check", "2024"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.err);
    let run = workspace.run(&["list", "2024"]);
    let told = "have their paper: commend-previous-year, conference, commend-education";
    assert!(run.out.contains(told), "{}", run.out);
}

#[test]
fn a_decision_tells_whose_it_is_why_and_what_in_the_order_of_the_decree() {
    let workspace = office();
    let paper = workspace.built(DECISION);
    in_order(
        &paper,
        &[
            "/QĐ-UBND",
            "QUYẾT ĐỊNH",
            "Về việc công nhận danh hiệu thi đua",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CAO LỘC",
            "Căn cứ Luật Tổ chức chính quyền địa phương",
            "Căn cứ Nghị định số 98/2023/NĐ-CP",
            "Luật Thi đua, khen thưởng;",
            "Theo đề nghị của Trưởng phòng Nội vụ huyện Cao Lộc.",
            "QUYẾT ĐỊNH:",
            "Điều 1. Công nhận",
            "Điều 2. Phòng Nội vụ",
            "Điều 3. Chánh Văn phòng",
            "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
            "Nơi nhận:",
            "- Như Điều 3;",
        ],
    );
    let (_, authority) = paper.line("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CAO LỘC");
    assert!(authority.bold && !authority.italic);
    let (_, decided) = paper.line("QUYẾT ĐỊNH:");
    assert!(decided.bold && (decided.middle() - authority.middle()).abs() < 1.0);
    let (_, proposed) = paper.line("Theo đề nghị của");
    assert!(proposed.italic && !proposed.bold);
    // The chairman's own, without "TM.".
    assert!(!paper.letters().contains("TM.ỦYBAN"));
}

#[test]
fn a_decision_of_the_committee_is_told_to_be_its() {
    let workspace = office();
    workspace.without(DECISION, "competence");
    let paper = workspace.built(DECISION);
    in_order(
        &paper,
        &["QUYẾT ĐỊNH", "năm 2023", "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", "Căn cứ", "TM. ỦY BAN"],
    );
    assert!(!paper.letters().contains("CHỦTỊCHỦYBANNHÂNDÂN"));
    assert!(paper.letters().contains("củaUBNDhuyệnCaoLộc)"));
}

#[test]
fn the_list_stands_on_pages_of_its_own_and_adds_up() {
    let workspace = office();
    let paper = workspace.built(DECISION);
    let list = paper.appendix("Phụ lục");
    assert_eq!(list.len(), 1);
    assert!(paper.outline.iter().any(|title| title.starts_with("Phụ lục")), "the outline");
    assert_eq!(paper.row("Tổng cộng"), "Tổng cộng 7.560.000");
    // The list goes with the chairman's decision; without his competence with the committee's.
    let whose = "củaChủtịchUBNDhuyệnCaoLộc)";
    assert!(paper.letters().contains(whose), "{}", paper.letters());
    let row = paper.row("Hoàng Thị D");
    assert!(row.starts_with('6') && row.ends_with("540.000"), "{row}");
    let told = "7.560.000 đồng (bằng chữ: bảy triệu năm trăm sáu mươi nghìn đồng)";
    in_order(
        &paper,
        &[
            "Điều 1.",
            &format!(
                "Tổng số tiền thưởng là {told}, trích từ Quỹ thi đua, khen thưởng của huyện."
            ),
            "Điều 2.",
            "Phụ lục",
            "(Kèm theo Quyết định số",
            &format!("Tổng số tiền thưởng: {told}./."),
        ],
    );
    workspace.replace(DECISION, "award: Giấy khen, amount: 540000", "award: Giấy khen");
    let paper = workspace.built(DECISION);
    assert_eq!(paper.row("Tổng cộng"), "Tổng cộng 7.020.000");
}

#[test]
fn a_list_without_amounts_has_neither_column_nor_sum() {
    let workspace = office();
    for (file, title) in [
        (PROPOSAL, "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG"),
        (SAMPLES[1], "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN"),
    ] {
        let paper = workspace.built(file);
        in_order(&paper, &["Phụ lục", title, "TT"]);
        let letters = paper.letters();
        assert!(!letters.contains("Tiềnthưởng") && !letters.contains("Tổngcộng"), "{letters}");
    }
}

#[test]
fn references_stay_right_when_an_article_is_put_in() {
    let workspace = office();
    workspace.replace(
        DECISION,
        "articles:\n",
        "articles:\n  - article: ~\n    text: Phê duyệt kết quả xét khen thưởng.\n",
    );
    let paper = workspace.built(DECISION);
    in_order(
        &paper,
        &[
            "Điều 2. Công nhận",
            "Điều 4. Chánh Văn phòng",
            "có tên tại Điều 2 chịu trách nhiệm",
            "- Như Điều 4;",
        ],
    );
}

#[test]
fn a_decision_of_one_article_closes_with_what_is_paid() {
    let workspace = office();
    let text = workspace.read(DECISION);
    let (above, rest) = text
        .split_once("  - article: ~\n    text: Phòng")
        .expect("the second");
    let (_, below) = rest.split_once("fund:").expect("what follows the articles");
    let below = below.replace("{ref.duty}", "{ref.list}");
    workspace.write(DECISION, format!("{above}fund:{below}"));
    let paper = workspace.built(DECISION);
    in_order(
        &paper,
        &[
            "Điều 1.",
            "trích từ Quỹ thi đua, khen thưởng của huyện./.",
            "- Như Điều 1;",
            "Phụ lục",
        ],
    );
}

#[test]
fn a_proposal_is_addressed_and_closed() {
    let workspace = office();
    let paper = workspace.built(PROPOSAL);
    in_order(
        &paper,
        &[
            "/TTr-UBND",
            "TỜ TRÌNH",
            "Kính gửi:",
            "- Chủ tịch UBND tỉnh Lạng Sơn;",
            "Căn cứ Luật Thi đua, khen thưởng",
            "UBND huyện Cao Lộc kính trình Chủ tịch UBND tỉnh xem xét, quyết định./.",
            "- Như trên;",
            "Phụ lục",
            "(Kèm theo Tờ trình số",
        ],
    );
    // It is the committee's; the last basis ends the list.
    assert!(paper.letters().contains("TM.ỦYBANNHÂNDÂN"));
    assert!(paper.letters().contains("củaLuậtThiđua,khenthưởng."));
}

#[test]
fn an_invitation_tells_who_to_what_when_and_where() {
    let workspace = office();
    in_order(
        &workspace.built(INVITATION),
        &[
            "/GM-UBND",
            "GIẤY MỜI",
            "trân trọng kính mời:",
            "Tới dự: Hội nghị tổng kết",
            "Chủ trì: Chủ tịch UBND huyện.",
            "Thời gian: 08 giờ 00, ngày 15/3/2024.",
            "Địa điểm: Hội trường UBND huyện Cao Lộc.",
            "đúng thành phần, thời gian./.",
        ],
    );
}

#[test]
fn minutes_have_no_place_and_date_and_two_who_sign() {
    let workspace = office();
    let paper = workspace.built(MINUTES);
    in_order(
        &paper,
        &[
            "/BB-HĐTĐKT",
            "BIÊN BẢN",
            "Thời gian bắt đầu: 08 giờ 00, ngày 31 tháng 01 năm 2024.",
            "Địa điểm:",
            "Thành phần tham dự:",
            "Chủ trì (chủ tọa):",
            "Thư ký (người ghi biên bản): Trần Văn A.",
            "I. NỘI DUNG",
            "II. KẾT QUẢ BỎ PHIẾU",
            "90,9%",
            "III. KẾT LUẬN",
            "Cuộc họp kết thúc vào 11 giờ 00, ngày 31 tháng 01 năm 2024./.",
        ],
    );
    assert!(!paper.letters().contains("CaoLộc,ngày"), "place and date");
    let ((page, left), (other, right)) = (paper.line("THƯ KÝ"), paper.line("CHỦ TỌA"));
    assert_eq!(page, other);
    assert!((left.y - right.y).abs() < 0.5 && left.x < right.x);
    // All of one vote is no fraction.
    assert!(paper.row("Trần Thị B").ends_with("100%"));
}

/// Next year's file of a paper, without the questions that are left in it.
fn rolled(workspace: &Workspace, name: &str) -> String {
    let text = workspace.read(name);
    text.split("\n# vanthu roll: câu hỏi")
        .next()
        .expect("the paper")
        .to_owned()
}

#[test]
fn who_was_honoured_is_not_carried_over() {
    let workspace = office();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let name = "data/2025/decisions/khen-thuong.yaml";
    let decision = rolled(&workspace, name);
    for gone in ["Nguyễn Văn A", "Trường Mầm non A", "1440000", "Chuyên viên"] {
        assert!(!decision.contains(gone), "{gone} in {decision}");
    }
    for part in [
        "date: 2025-02",
        "competence: head",
        "    id: duty",
        "trong phong trào thi đua năm 2024",
    ] {
        assert!(decision.contains(part), "{part} in {decision}");
    }
    // The decree among the bases is in force; nothing else is to be decided.
    let whole = workspace.read(name);
    assert!(!whole.contains("questions:"), "{whole}");
    // What is emptied is missing until somebody writes it, and a draft shows where.
    let run = workspace.run(&["build", name]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[empty-value]: the key \"name\""), "{}", run.err);
    let run = workspace.run(&["build", "--draft", name]);
    assert_eq!(run.code, 0, "{}", run.err);
    let (above, rest) = decision.split_once("honoured:\n").expect("the list");
    let (_, below) = rest.split_once("recipients:").expect("what follows it");
    let row = "honoured:\n  - {name: Vi Văn E, award: Giấy khen, amount: 540000}\nrecipients:";
    workspace.write(name, format!("{above}{row}{below}"));
    let paper = workspace.built(name);
    assert!(paper.row("Vi Văn E").ends_with("540.000"));
}

#[test]
fn an_invitation_waits_for_its_hour_and_minutes_are_not_rolled() {
    let workspace = office();
    let run = workspace.run(&["roll", "2024", "2025"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let invitation = rolled(&workspace, "data/2025/invitations/hoi-nghi.yaml");
    assert!(invitation.contains("at: ~"), "{invitation}");
    assert!(invitation.contains("năm 2024 và triển khai nhiệm vụ năm 2025"), "{invitation}");
    assert!(!workspace.path("data/2025/minutes").exists(), "what was said is not said again");
}

#[test]
fn a_decision_grants_what_its_issuer_may_grant() {
    let workspace = office();
    let paper = "data/2024/decisions/khen-thuong.yaml";
    workspace.replace(
        paper,
        "award: Giấy khen, amount",
        "award: Chiến sĩ thi đua toàn quốc, amount",
    );
    let run = workspace.run(&["check", paper]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[award-not-granted]"), "{}", run.err);
    assert!(run.err.contains("Chiến sĩ thi đua toàn quốc"), "{}", run.err);
    workspace.replace(paper, "award: Chiến sĩ thi đua toàn quốc", "award: Giấy kheng");
    let run = workspace.run(&["check", paper]);
    assert!(run.err.contains("error[unknown-award]"), "{}", run.err);
    assert!(run.err.contains("did you mean \"Giấy khen\"?"), "{}", run.err);
}

#[test]
fn minutes_without_their_secretary_can_be_drafted() {
    let workspace = office();
    workspace.without(MINUTES, "secretary");
    let run = workspace.run(&["build", MINUTES]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[missing-key]: the key \"secretary\""), "{}", run.err);
    // Nothing that is right is told as unknown.
    assert!(!run.err.contains("unknown-key"), "{}", run.err);
    let run = workspace.run(&["build", "--draft", MINUTES]);
    assert_eq!(run.code, 0, "{}", run.err);
    let draft = Paper::read(&workspace.path("out/draft/2024/minutes/xet-khen-thuong.pdf"));
    assert!(draft.letters().contains("(ngườighibiênbản):[Thưký]."), "{}", draft.letters());
    assert_eq!(draft.letters().matches("[Họtênngườiký]").count(), 2);
}

#[test]
fn votes_and_hours_of_minutes_are_held_against_each_other() {
    let workspace = office();
    let text = workspace.read(MINUTES);
    let key = |key: &str| {
        let line = text.lines().find(|line| line.starts_with(key));
        line.expect("a line").to_owned()
    };
    let (begins, ends) = (key("begins:"), key("ends:"));
    let late = begins.replace("begins:", "ends:");
    let early = ends.replace("ends:", "begins:");
    workspace.write(MINUTES, text.replace(&begins, &early).replace(&ends, &late));
    let run = workspace.run(&["check", MINUTES]);
    assert!(
        run.err
            .contains("error[above-limit]: \"begins\" is more, or later, than"),
        "{}",
        run.err
    );
    workspace.write(MINUTES, text.replacen("cast: 11", "cast: 3", 1));
    let run = workspace.run(&["check", MINUTES]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[above-limit]: \"agreed\" is"), "{}", run.err);
}

#[test]
fn what_the_law_pays_is_worked_out_and_another_amount_pointed_out() {
    let workspace = office();
    let awards = workspace.read("data/awards.yaml");
    let from = |day: &str| {
        let since = format!("from: {day}, verified: false");
        workspace.write(
            "data/awards.yaml",
            awards.replace("from: 2025-07-01, verified: false", &since),
        );
    };
    from("2024-01-01");
    let run = workspace.run(&["check", DECISION]);
    let told =
        "warning[reward-not-by-law]: the law pays 702.000 đồng with \"Lao động tiên tiến\"";
    assert!(run.err.contains(told), "{}", run.err);
    let text = workspace.read(DECISION);
    let by_law = |line: &str| match line.split_once("amount: ") {
        Some((above, _)) => format!("{above}amount: law}}\n"),
        None => format!("{line}\n"),
    };
    workspace.write(DECISION, text.lines().map(by_law).collect::<String>());
    // Both collectives and individuals receive it.
    let run = workspace.run(&["check", DECISION]);
    assert!(run.err.contains("error[missing-key]: the key \"for\""), "{}", run.err);
    workspace.replace(
        DECISION,
        "award: Giấy khen, amount",
        "award: Giấy khen, for: collectives, amount",
    );
    let paper = workspace.built(DECISION);
    assert!(paper.row("Lê Văn C").ends_with("702.000"), "{}", paper.row("Lê Văn C"));
    assert!(paper.row("Hoàng Thị D").ends_with("1.404.000"), "{}", paper.row("Hoàng Thị D"));
    assert_eq!(paper.row("Tổng cộng"), "Tổng cộng 10.530.000");
    // Whether the month's day comes before or after the law's change nobody knows yet.
    for day in ["2024-02-15", "2024-03-01"] {
        from(day);
        let run = workspace.run(&["check", DECISION]);
        assert!(run.err.contains("error[reward-unknown]"), "{day}: {}", run.err);
    }
    let salaries = awards.replacen("salaries: 4.5", "salaries: many", 1);
    workspace.write("data/awards.yaml", salaries);
    let run = workspace.run(&["check", DECISION]);
    assert!(run.err.contains("a number of base salaries"), "{}", run.err);
}
