//! Launches of movements: four forms, commemorations by id, a copy for each recipient.

use std::collections::BTreeSet;
use std::fs;

use crate::page::Paper;
use crate::workspace::{Workspace, repository};

const YEAR: &str = "data/2024/launches/phong-trao-nam.yaml";
const DAYS: &str = "data/2024/launches/hoang-van-thu.yaml";

fn office() -> Workspace {
    let workspace = Workspace::new();
    for file in ["data/calendar.yaml", YEAR, DAYS] {
        workspace.write(file, fs::read_to_string(repository().join(file)).expect("there"));
    }
    workspace.without_layout(YEAR);
    workspace
}

/// Whom the year's launch goes to where its form has addressees.
const TO: &str = "to: [\"Các cơ quan, đơn vị\", \"UBND các xã, thị trấn\"]\n";

/// Puts the year's launch into a form: a letter and a speech have addressees.
fn as_form(workspace: &Workspace, form: &str) {
    workspace.replace(YEAR, "form: plan ", &format!("form: {form} "));
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let is_addressed = ["letter", "speech"].contains(&form);
    if is_addressed && !text.contains("\nto:") && !text.contains("\nfor:") {
        workspace.replace(YEAR, "opening:", &format!("{TO}opening:"));
    }
}

/// Makes the year's launch in a form.
fn made(workspace: &Workspace, form: &str) -> Paper {
    as_form(workspace, form);
    let run = workspace.run(&["build", YEAR]);
    assert_eq!(run.code, 0, "{}", run.err);
    Paper::read(&workspace.path("out/2024/launches/phong-trao-nam.pdf"))
}

#[test]
fn a_plan_and_a_notice_have_their_type_and_symbol() {
    for (form, title, symbol) in
        [("plan", "KẾ HOẠCH", "/KH-UBND"), ("notice", "THÔNG BÁO", "/TB-UBND")]
    {
        let paper = made(&office(), form);
        let (_, title) = paper.line(title);
        assert!(title.bold && (title.size - 14.0).abs() < 0.1);
        paper.line(symbol);
        paper.line("I. MỤC TIÊU, PHẠM VI, ĐỐI TƯỢNG");
        paper.line("V. TỔ CHỨC THỰC HIỆN");
        assert!(!paper.letters().contains("V/v"));
    }
}

/// The decree's measures for a letter: II.5b, 9a.
#[test]
fn a_letter_has_its_subject_under_its_number_and_its_addressees() {
    let paper = made(&office(), "letter");
    let (_, number) = paper.line("/UBND-NV");
    let (_, matter) = paper.line("V/v phát động phong trào thi đua");
    assert!((matter.size - 12.0).abs() < 0.1 && !matter.bold && !matter.italic);
    // 6 pt from the number's line to the first of the subject: the ascender between them.
    let gap = matter.y - matter.size * 0.891 - number.y;
    assert!((5.99..10.0).contains(&gap), "{gap}");
    // However far apart its paragraphs and lines stand.
    let apart = office();
    apart.without_layout("data/2024/launches/phong-trao-nam.yaml");
    let layout = "layout: {paragraph_spacing: 12, line_spacing: 1.5}\nsample:";
    apart.replace("data/2024/launches/phong-trao-nam.yaml", "sample:", layout);
    let apart = made(&apart, "letter");
    let [first, second] =
        ["/UBND-NV", "V/v phát động phong trào thi đua"].map(|text| apart.line(text).1.y);
    assert!((second - first - (matter.y - number.y)).abs() < 0.1, "{first} {second}");
    let (_, agency) = paper.line("HUYỆN CAO LỘC");
    assert!((matter.middle() - agency.middle()).abs() < 1.0, "centred in the left column");
    let (_, lead) = paper.line("Kính gửi:");
    let on_first = |text: &str| {
        let found = paper.pages[0].lines.iter().find(|line| line.text == text);
        found.unwrap_or_else(|| panic!("{text}"))
    };
    let (first, last) =
        (on_first("- Các cơ quan, đơn vị;"), on_first("- UBND các xã, thị trấn."));
    assert!((lead.size - 14.0).abs() < 0.1 && !lead.bold);
    assert!((first.x - last.x).abs() < 0.1, "dashes one under another");
    assert!((first.x - lead.end).abs() < 6.0, "under the colon: {} {}", first.x, lead.end);
    assert!(lead.y < first.y && first.y < last.y);
    paper.line("- Như trên;");
    let letters = paper.letters();
    assert!(!letters.contains("CÔNGVĂN") && letters.contains("thựchiện./."));
}

#[test]
fn one_addressee_stands_on_the_same_line() {
    let workspace = office();
    workspace.replace(YEAR, "opening:", "to: Phòng Nội vụ\nopening:");
    made(&workspace, "letter").line("Kính gửi: Phòng Nội vụ.");
}

/// Wherever a page ends, what leads in to dashes, a table or stages stays with them.
#[test]
fn no_lead_in_of_a_speech_ends_a_page() {
    let workspace = office();
    workspace.without_layout(YEAR);
    as_form(&workspace, "speech");
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let (start, end) = (text.find("recipients:"), text.find("signer:"));
    let (start, end) = (start.expect("there"), end.expect("there"));
    let text = format!("{}{}", &text[..start], &text[end..]);
    let mut lasts = BTreeSet::new();
    for count in 0..36 {
        let more = "  - Các tổ chức, đoàn thể cùng tham gia;\n".repeat(count);
        workspace
            .write(YEAR, text.replace("participants:\n", &format!("participants:\n{more}")));
        let run = workspace.run(&["build", YEAR]);
        assert_eq!(run.code, 0, "{}", run.err);
        let paper = Paper::read(&workspace.path("out/2024/launches/phong-trao-nam.pdf"));
        for page in &paper.pages {
            let last = page.lines.iter().max_by(|a, b| a.y.total_cmp(&b.y)).expect("a line");
            assert!(!last.text.trim_end().ends_with(':'), "{count}: {}", last.text);
            lasts.insert(last.text.clone());
        }
    }
    assert!(lasts.len() > 10, "pages end in many places: {lasts:?}");
}

#[test]
fn a_speech_has_neither_number_nor_recipients() {
    let workspace = office();
    let run = {
        as_form(&workspace, "speech");
        workspace.run(&["check", YEAR])
    };
    assert_eq!(run.err.matches("error[form-lacks]").count(), 2, "{}", run.err);
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let start = text.find("recipients:").expect("there");
    let end = text.find("signer:").expect("there");
    workspace.write(YEAR, format!("{}{}", &text[..start], &text[end..]));
    assert_eq!(workspace.run(&["build", YEAR]).code, 0);
    let paper = Paper::read(&workspace.path("out/2024/launches/phong-trao-nam.pdf"));
    paper.line("LỜI PHÁT ĐỘNG");
    paper.line("Kính thưa UBND các xã, thị trấn!");
    paper.line("Nguyễn Duy Anh");
    for absent in ["Số:", "Nơinhận", "CỘNGHÒA"] {
        assert!(!paper.letters().contains(absent), "{absent}");
    }
}

#[test]
fn commemorations_are_said_with_computed_years() {
    let workspace = office();
    let run = workspace.run(&["build", DAYS]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper =
        Paper::read(&workspace.path("out/2024/launches/hoang-van-thu/cum-phong-ban.pdf"));
    let letters = paper.letters();
    let full = "kỷniệm115nămngàysinhđồngchíHoàngVănThụ(04/11/1909-04/11/2024),70nămChiếnthắngĐiệnBiênPhủ(07/5/1954-07/5/2024),80nămNgàythànhlậpQuânđộinhândânViệtNam(22/12/1944-22/12/2024)và35nămNgàyhộiQuốcphòngtoàndân(22/12/1989-22/12/2024)";
    assert!(letters.contains(full), "{letters}");
    assert!(letters.contains("V/vphátđộngphongtràothiđuachàomừngcácngàykỷniệmnăm2024"));
    for (from, to, code) in [
        (
            "[sinh-hoang-van-thu,",
            "[{id: sinh-hoang-van-thu, years: 116},",
            "commemoration-contradicts",
        ),
        (
            "dien-bien-phu,",
            "{id: dien-bien-phu, date: 2024-05-08},",
            "commemoration-contradicts",
        ),
        ("dien-bien-phu,", "dien-bien-fu,", "unknown-commemoration"),
        ("dien-bien-phu,", "tet-nguyen-dan,", "years-not-counted"),
        ("dien-bien-phu,", "khoi-nghia-bac-son,", "not-a-round-year"),
        ("{commemorations}", "{commemoration}", "unknown-name"),
        (
            "scope: Trên địa bàn",
            "scope: Chào mừng 71 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024) trên địa bàn",
            "anniversary-contradicts",
        ),
        ("task: launch-hoang-van-thu", "task: launch-hoang-van-tu", "unknown-follows"),
        ("  cum-xa-thi-tran:", "  cum-xa:", "unknown-recipient"),
        ("drafter: NV", "drafter: ~", "empty-value"),
        ("drafter: NV", "drafter: NV\nto: Phòng Nội vụ", "to-beside-for"),
        ("  until: 2024-12-22", "  until: 2024-02-22", "period-reversed"),
    ] {
        let workspace = office();
        let from = from.trim_start_matches("  until").trim_start();
        let text = fs::read_to_string(workspace.path(DAYS)).expect("there");
        let to = to.trim_start_matches("  until").trim_start();
        workspace.write(DAYS, text.replacen(from, to, 1));
        let run = workspace.run(&["check", DAYS]);
        assert!(run.err.contains(&format!("[{code}]")), "{code}: {}", run.err);
    }
}

#[test]
fn a_copy_never_shares_its_file_with_another_document() {
    let workspace = office();
    let other = DAYS.replace(".yaml", "/cum-xa-thi-tran.yaml");
    let text = fs::read_to_string(workspace.path(DAYS)).expect("there");
    workspace.write(&other, text.replace("for: clusters", "to: Phòng Nội vụ"));
    let run = workspace.run(&["check", DAYS]);
    assert!(run.err.contains("error[copy-taken]") && run.err.contains(&other), "{}", run.err);
    // It does not slip in beside a launch that is up to date, either.
    fs::remove_file(workspace.path(&other)).expect("was there");
    assert_eq!(workspace.run(&["build", DAYS]).code, 0);
    let copy = fs::read(workspace.path("out/2024/launches/hoang-van-thu/cum-xa-thi-tran.pdf"));
    workspace.write(&other, text.replace("for: clusters", "to: Phòng Nội vụ"));
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[place-of-copy]"), "{}", run.err);
    let now = fs::read(workspace.path("out/2024/launches/hoang-van-thu/cum-xa-thi-tran.pdf"));
    assert_eq!(copy.expect("made"), now.expect("still there"));
}

#[test]
fn each_recipient_gets_its_own() {
    let workspace = office();
    workspace.replace(DAYS, "for: clusters", "for: units");
    let text = fs::read_to_string(workspace.path(DAYS)).expect("there");
    workspace.write(DAYS, text.replace("  cum-xa-thi-tran:", "  xa-gia-cat:"));
    let run = workspace.run(&["build", DAYS]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out.lines().count(), 35);
    let read = |unit: &str| {
        Paper::read(&workspace.path(&format!("out/2024/launches/hoang-van-thu/{unit}.pdf")))
    };
    let own = read("xa-gia-cat");
    own.line("Kính gửi: UBND xã Gia Cát.");
    assert!(own.letters().contains("Mỗixã,thịtrấncóítnhấtmộtcôngtrình"));
    let other = read("phong-tu-phap");
    other.line("Kính gửi: Phòng Tư pháp huyện Cao Lộc.");
    assert!(other.letters().contains("Mỗiđơnvịcóítnhấtmộthoạtđộng"));
    assert_eq!(workspace.run(&["build", DAYS]).out, "", "all are up to date");
    // A unit that has another id gets its file; the file of the old id goes.
    workspace.replace(
        "data/agencies.yaml",
        "  - id: phong-tu-phap\n",
        "  - id: phong-tu-phap-moi\n",
    );
    assert_eq!(workspace.run(&["build", DAYS]).code, 0);
    read("phong-tu-phap-moi");
    assert!(
        !workspace
            .path("out/2024/launches/hoang-van-thu/phong-tu-phap.pdf")
            .exists()
    );
    fs::remove_file(workspace.path("out/2024/launches/hoang-van-thu/xa-gia-cat.pdf"))
        .expect("there");
    assert_eq!(workspace.run(&["build", DAYS]).code, 0);
    read("xa-gia-cat");
}

#[test]
fn a_long_launch_is_laid_out_well() {
    let workspace = office();
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let subject = "Phát động phong trào thi đua đặc biệt phấn đấu hoàn thành thắng lợi toàn diện các mục tiêu, nhiệm vụ phát triển kinh tế - xã hội, quốc phòng, an ninh, xây dựng Đảng và hệ thống chính trị năm 2024, chào mừng đại hội đảng bộ các cấp tiến tới Đại hội Đảng bộ tỉnh Lạng Sơn";
    let many: String = (1..=25).map(|at| format!("  - Đơn vị nhận thứ {at}\n")).collect();
    let points: String = (1..=60)
        .map(|at| {
            format!("  - {{text: Tiêu chí số {at} của phong trào thi đua, points: {at}}}\n")
        })
        .collect();
    let cut = |text: &str, key: &str, next: &str, new: &str| {
        let start = text.find(key).expect("there");
        let end = start + text[start..].find(next).expect("there");
        format!("{}{new}{}", &text[..start], &text[end..])
    };
    let text = cut(&text, "subject:", "drafter:", &format!("subject: {subject}\n"));
    let text = cut(&text, "criteria:", "period:", &format!("criteria:\n{points}"));
    for form in ["plan", "letter"] {
        let text = text.replace("form: plan ", &format!("form: {form} "));
        let to = if form == "letter" {
            format!("to:\n{many}opening:")
        } else {
            "opening:".to_owned()
        };
        workspace.write(YEAR, text.replace("opening:", &to));
        let run = workspace.run(&["build", YEAR]);
        assert_eq!(run.code, 0, "{}", run.err);
        let paper = Paper::read(&workspace.path("out/2024/launches/phong-trao-nam.pdf"));
        if form == "letter" {
            let (_, first) = paper.line("- Đơn vị nhận thứ 1;");
            let (_, last) = paper.line("- Đơn vị nhận thứ 25.");
            assert!((first.x - last.x).abs() < 0.1);
        }
        let heads: Vec<usize> = paper
            .lines()
            .filter(|(_, line)| line.text == "Tiêu chí")
            .map(|(page, _)| page)
            .collect();
        assert!(heads.len() >= 2, "the table's head stands on each of its pages: {heads:?}");
        assert!(paper.row("Tổng cộng").ends_with("1830"), "{}", paper.row("Tổng cộng"));
    }
}

#[test]
fn the_list_tells_which_tasks_have_their_launch() {
    let run = office().run(&["list", "2024"]);
    let told = "Tasks of 2024 that have their paper: launch, launch-hoang-van-thu";
    assert!(run.out.contains(told), "{}", run.out);
    assert!(run.out.contains("Tasks of 2024 without one: score-previous-year"), "{}", run.out);
}

#[test]
fn names_keep_their_capital_within_a_sentence() {
    let workspace = office();
    workspace.replace(YEAR, "opening:", "to: [Nguyễn Duy Anh, Các đồng chí]\nopening:");
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    let old = text
        .lines()
        .find(|line| line.starts_with("subject: "))
        .expect("a subject");
    workspace.replace(YEAR, old, "subject: Hoàng Văn Thụ trong lòng quê hương");
    let letter = made(&workspace, "letter").letters();
    assert!(letter.contains("V/vHoàngVănThụ"), "{letter}");

    workspace.replace(
        "data/2024/plan.yaml",
        "subject: Công tác",
        "subject: Cao Lộc chung sức làm",
    );
    let plan = workspace.plan(&["data/2024/plan.yaml"]).letters();
    assert!(plan.contains("kếhoạchCaoLộcchungsứclàm"), "{plan}");
}

#[test]
fn a_doubtful_capital_is_told_and_a_small_letter_is_heeded() {
    let workspace = Workspace::new();
    workspace.replace("data/2024/plan.yaml", "subject: Công tác", "subject: Ngóng trông");
    let run = workspace.run(&["build"]);
    assert!(run.code == 0 && run.err.contains("warning[capital-doubtful]"), "{}", run.err);
    workspace.replace("data/2024/plan.yaml", "subject: Ngóng", "subject: ngóng");
    let run = workspace.run(&["build"]);
    assert!(run.code == 0 && !run.err.contains("capital-doubtful"), "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/plan.pdf"));
    paper.line("Ngóng trông thi đua, khen thưởng năm 2024");
    assert!(paper.letters().contains("kếhoạchngóngtrông"));
}

/// An office with so many units more.
fn with_units(count: usize) -> Workspace {
    let workspace = office();
    let mut agencies =
        fs::read_to_string(workspace.path("data/agencies.yaml")).expect("there");
    for at in 0..count {
        agencies.push_str(&format!(
            "\n  - id: don-vi-{at}\n    name: Ủy ban nhân dân xã Số {at}\n    \
             cluster: cum-xa-thi-tran\n"
        ));
    }
    workspace.write("data/agencies.yaml", agencies);
    let text = fs::read_to_string(workspace.path(YEAR)).expect("there");
    workspace.write(YEAR, text.replace("opening:", "for: units\nopening:"));
    workspace
}

/// Copies are made one after another: three times as many take hardly more memory.
#[cfg(unix)]
#[test]
fn memory_does_not_grow_with_the_number_of_copies() {
    use wait4::Wait4;
    let memory = [100, 300].map(|count| {
        let workspace = with_units(count);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command
            .arg("-C")
            .arg(workspace.path(""))
            .args(["build", YEAR, "--jobs", "1"]);
        command.stdout(std::process::Stdio::null());
        let used = command.spawn().expect("runs").wait4().expect("ends");
        let copies = workspace.path("out/2024/launches/phong-trao-nam").read_dir();
        assert!(copies.expect("made").count() >= count);
        used.rusage.maxrss
    });
    assert!(memory[1] < memory[0] + memory[0] / 4, "{memory:?}");
}

#[test]
fn a_copy_that_cannot_be_made_keeps_no_other_from_being_made() {
    let workspace = with_units(3);
    let copy =
        |unit: &str| workspace.path(&format!("out/2024/launches/phong-trao-nam/{unit}.pdf"));
    fs::create_dir_all(copy("don-vi-1")).expect("a folder in the way");
    let run = workspace.run(&["build", YEAR]);
    assert_eq!(run.code, 1);
    let told = "error[copies-not-made]: one copy cannot be made: don-vi-1";
    assert!(run.err.contains(told), "{}", run.err);
    assert!(copy("don-vi-0").is_file() && copy("don-vi-2").is_file());
    assert!(run.out.contains("don-vi-2.pdf"));
    // With that out of the way, only the one is left to be made.
    fs::remove_dir(copy("don-vi-1")).expect("removed");
    let run = workspace.run(&["build", YEAR]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.matches(".pdf").count() == 1 && copy("don-vi-1").is_file(), "{}", run.out);
}
