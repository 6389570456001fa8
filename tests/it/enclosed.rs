//! What a paper takes from other files: the list of the honoured that several papers share, tables and pictures in a text,
//! appendices of the writer's own, one file for each row.

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::page::{Page, Paper};
use crate::workspace::{Run, Workspace};

const DECISION: &str = "data/2024/decisions/khen-thuong-giao-duc.yaml";
const PROPOSAL: &str = "data/2024/proposals/khen-thuong-giao-duc.yaml";
const CERTIFICATES: &str = "data/2024/certificates/khen-thuong-giao-duc.yaml";
const TABLE: &str = "data/2024/tables/khen-thuong-giao-duc.csv";
const DOCUMENT: &str = "data/2024/documents/phuong-an-phuc-vu-hoi-nghi.yaml";
const PICTURE: &str = "data/2024/pictures/so-do-hoi-truong.png";
const ISSUING: &str = "data/2024/decisions/quy-che-cum.yaml";
const COPY: &str = "data/2024/copies/trich-sao-ke-hoach.yaml";

fn office() -> Workspace {
    let workspace = Workspace::new();
    for name in [
        DECISION,
        PROPOSAL,
        CERTIFICATES,
        TABLE,
        DOCUMENT,
        PICTURE,
        ISSUING,
        COPY,
        "data/awards.yaml",
        "data/legal.yaml",
    ] {
        workspace.copy(name);
    }
    workspace
}

/// What a check says of a paper that has errors.
#[track_caller]
fn refused(workspace: &Workspace, file: &str, code: &str) -> Run {
    let run = workspace.run(&["check", file]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains(&format!("error[{code}]")), "{}", run.err);
    run
}

fn texts(page: &Page) -> Vec<&str> {
    page.lines.iter().map(|line| line.text.as_str()).collect()
}

/// The same list as a person would have it in Excel.
fn workbook(award: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Ghi chú")?;
    let sheet = workbook.add_worksheet().set_name("Danh sách")?;
    let rows: [&[&str]; 10] = [
        &["", "BIỂU TỔNG HỢP KHEN THƯỞNG"],
        &[],
        &[
            "STT",
            "Họ và tên",
            "Chức vụ, chức danh",
            "Nơi công tác",
            "Hình thức khen thưởng",
            "Năm sinh",
        ],
        &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        &["I", "TẬP THỂ"],
        &["1", "Trường Tiểu học A", "", "", award, ""],
        &["II", "CÁ NHÂN"],
        &["2", "Nguyễn Thị A", "Giáo viên", "Trường Tiểu học A", award, "1980"],
        &[
            "3",
            "Hoàng Văn B",
            "Kế toán",
            "Trường Tiểu học A",
            "Bằng khen của Chủ tịch UBND tỉnh",
        ],
        &["", "Tổng cộng", "", "", "3"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, *cell)?;
        }
    }
    workbook.save_to_buffer()
}

#[test]
fn papers_share_one_list_and_take_their_rows_of_it() {
    let workspace = office();
    let decision = workspace.built(DECISION);
    let proposal = workspace.built(PROPOSAL);
    let certificates = workspace.built(CERTIFICATES);
    for name in ["Hoàng Văn B", "Nguyễn Thị A"] {
        assert!(decision.row(name).ends_with("Giấy khen"), "{name}");
    }
    assert!(!decision.letters().contains("Bằngkhen"), "{}", decision.letters());
    let list = proposal.appendix("Phụ lục");
    let asked: Vec<&str> = list.iter().flat_map(texts).collect();
    assert!(asked.contains(&"Nguyễn Thị A"), "{asked:?}");
    assert!(!asked.contains(&"Hoàng Văn B"), "{asked:?}");
    // In the words of who grants it.
    assert!(proposal.letters().contains("BằngkhencủaChủtịchUBNDtỉnh"));
    assert_eq!(certificates.pages.len(), 4);
    // What one row says of itself.
    assert!(certificates.letters().contains("đổimớisinhhoạttổchuyênmôn"));
}

#[test]
fn a_workbook_a_text_file_and_a_list_say_the_same() {
    let workspace = office();
    let table = |name: &str| {
        let text = workspace.read(DECISION);
        let start = text.find("honoured:").expect("the list");
        let end = start + text[start..].find('\n').expect("its end");
        let new = format!("honoured: {{table: {name}, where: {{award: giay-khen}}}}");
        workspace.write(DECISION, format!("{}{new}{}", &text[..start], &text[end..]));
        workspace.built(DECISION).letters()
    };
    workspace.write("data/2024/tables/a.xlsx", workbook("Giấy khen").expect("a workbook"));
    let of_workbook = table("a.xlsx");
    // What no paper has is told: it may be one of a paper's own columns by another name.
    let run = workspace.run(&["check", DECISION]);
    assert!(run.err.contains("warning[columns-not-read]"), "{}", run.err);
    assert!(
        run.err.contains("a column of this table is not read: \"Năm sinh\""),
        "{}",
        run.err
    );
    workspace.write(
        "data/2024/tables/b.csv",
        "TT,Tên,Chức vụ,Đơn vị,Danh hiệu\n1,Trường Tiểu học A,,,Giấy khen\n\
         2,Nguyễn Thị A,Giáo viên,Trường Tiểu học A,giấy khen\n\
         3,Hoàng Văn B,Kế toán,Trường Tiểu học A,Bằng khen của Chủ tịch UBND tỉnh\n",
    );
    assert_eq!(table("b.csv"), of_workbook);
    workspace.write(
        "data/2024/tables/c.yaml",
        "- {name: Trường Tiểu học A, award: Giấy khen}\n\
         - {name: Nguyễn Thị A, title: Giáo viên, unit: Trường Tiểu học A, award: GK, agreed: 9}\n\
         - {name: Hoàng Văn B, title: Kế toán, unit: Trường Tiểu học A, award: bang-khen-tinh}\n",
    );
    assert_eq!(table("c.yaml"), of_workbook);
    assert!(of_workbook.contains("NguyễnThịA") && !of_workbook.contains("HoàngVănB"));
}

#[test]
fn what_is_wrong_with_a_list_is_told_in_its_cell() {
    let workspace = office();
    // A misspelt award would be no row of any paper.
    workspace.replace(TABLE, "Trường Tiểu học A;Giấy khen", "Trường Tiểu học A;Giấy khem");
    let run = refused(&workspace, DECISION, "unknown-award");
    assert!(run.err.contains("data/2024/tables/khen-thuong-giao-duc.csv:8"), "{}", run.err);
    assert!(run.err.contains("did you mean \"Giấy khen\"?"), "{}", run.err);
    workspace.replace(TABLE, "Trường Tiểu học A;Giấy khem", "Trường Tiểu học A;");
    let run = refused(&workspace, DECISION, "missing-cell");
    assert!(run.err.contains("\"Danh hiệu, hình thức\" is not given"), "{}", run.err);
    workspace.copy(TABLE);
    workspace.replace(TABLE, "1;Trường Tiểu học A;", "1;;Hiệu trưởng");
    let run = refused(&workspace, DECISION, "missing-cell");
    assert!(run.err.contains("\"Tên\" is not given"), "{}", run.err);
    workspace.copy(TABLE);
    workspace.replace(TABLE, "Họ và tên, tên tập thể", "Ai");
    let run = refused(&workspace, DECISION, "missing-column");
    assert!(run.err.contains("the column \"Tên\" is missing"), "{}", run.err);
    workspace.copy(TABLE);
    workspace.replace(TABLE, "Chức vụ;", "Chưc vụ;");
    let run = refused(&workspace, DECISION, "unknown-column");
    assert!(run.err.contains("Chức vụ"), "{}", run.err);
}

#[test]
fn a_list_that_cannot_be_used_is_told_where_it_is_named() {
    let workspace = office();
    let list = "table: khen-thuong-giao-duc.csv";
    for (wrong, code) in [
        ("table: ../tables/khen-thuong-giao-duc.csv", "table-not-named"),
        ("table: khen-thuong.ods", "table-not-named"),
        ("table: khong-co.xlsx", "table-missing"),
        ("table: khen-thuong-giao-duc.csv, sheet: Danh sách", "no-such-sheet"),
        ("table: khen-thuong-giao-duc.csv, shet: Danh sách", "unknown-key"),
    ] {
        workspace.replace(DECISION, list, wrong);
        refused(&workspace, DECISION, code);
        workspace.copy(DECISION);
    }
    for (wrong, code) in [
        ("where: {awrad: Giấy khen}", "unknown-key"),
        ("where: {award: Giấy kheng}", "unknown-award"),
        ("where: {award: Lao động tiên tiến}", "no-row-chosen"),
    ] {
        workspace.replace(DECISION, "where: {award: Giấy khen}", wrong);
        refused(&workspace, DECISION, code);
        workspace.copy(DECISION);
    }
    workspace.write(TABLE, "TT;Tên;Danh hiệu\n");
    refused(&workspace, DECISION, "no-row-chosen");
    workspace.replace(DECISION, ", where: {award: Giấy khen}", "");
    refused(&workspace, DECISION, "table-without-rows");
    workspace.write(TABLE, "");
    refused(&workspace, DECISION, "empty-file");
    workspace.write("data/2024/tables/broken.xlsx", "PK\u{3}\u{4}");
    workspace.replace(DECISION, list, "table: broken.xlsx");
    refused(&workspace, DECISION, "workbook-unreadable");
}

#[test]
fn a_draft_shows_where_a_list_will_stand() {
    let workspace = office();
    workspace.replace(DECISION, "khen-thuong-giao-duc.csv", "con-thieu.xlsx");
    let run = workspace.run(&["build", "--draft", DECISION]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[table-missing]"), "{}", run.err);
    let draft =
        Paper::read(&workspace.path("out/draft/2024/decisions/khen-thuong-giao-duc.pdf"));
    assert!(draft.letters().contains("[Tên]"), "{}", draft.letters());
}

#[test]
fn a_paper_is_made_again_when_a_file_that_it_names_changes() {
    let workspace = office();
    let made = |file: &str| {
        let run = workspace.run(&["build", file]);
        assert_eq!(run.code, 0, "{}", run.err);
        !run.err.contains("up to date")
    };
    assert!(made(DECISION) && made(DOCUMENT));
    assert!(!made(DECISION) && !made(DOCUMENT));
    workspace.replace(TABLE, "Hoàng Văn B", "Hoàng Văn C");
    assert!(made(DECISION) && !made(DOCUMENT));
    workspace.write(PICTURE, png(30, 20));
    assert!(!made(DECISION) && made(DOCUMENT));
    assert!(!made(DOCUMENT));
}

#[test]
fn each_row_can_be_a_file_of_its_own() {
    let workspace = office();
    workspace.replace(CERTIFICATES, "honoured: {", "for: honoured\nhonoured: {");
    let run = workspace.run(&["build", CERTIFICATES]);
    assert_eq!(run.code, 0, "{}", run.err);
    for (at, name) in
        ["truong-tieu-hoc-a", "truong-trung-hoc-co-so-b", "nguyen-thi-a", "hoang-van-b"]
            .into_iter()
            .enumerate()
    {
        let file =
            format!("out/2024/certificates/khen-thuong-giao-duc/{:02}-{name}.pdf", at + 1);
        let paper = Paper::read(&workspace.path(&file));
        assert_eq!(paper.pages.len(), 1, "{file}");
        // The sample begins its golden book at 4.
        let book = format!("Sốsổvàng:{}", at + 4);
        assert!(paper.letters().contains(&book), "{}", paper.letters());
    }
    // What is wrong with a row that is not the first is told too.
    workspace.replace(TABLE, "6;Hoàng Văn B;", "6;;");
    refused(&workspace, CERTIFICATES, "missing-cell");
    workspace.replace(CERTIFICATES, "for: honoured", "for: honored");
    let run = refused(&workspace, CERTIFICATES, "unknown-word");
    assert!(run.err.contains("did you mean \"honoured\"?"), "{}", run.err);
}

#[test]
fn appendices_are_numbered_where_there_are_several() {
    let workspace = office();
    let paper = workspace.built(DOCUMENT);
    let [first, ..] = paper.appendix("Phụ lục I") else { panic!("the first") };
    let [second, ..] = paper.appendix("Phụ lục II") else { panic!("the second") };
    assert!(texts(first).contains(&"TIẾN ĐỘ CHUẨN BỊ HỘI NGHỊ"), "{:?}", texts(first));
    assert!(texts(first).contains(&"14/03/2024"));
    assert!(first.width < first.height && second.width > second.height, "the second is lying");
    assert!(texts(second).contains(&"SƠ ĐỒ CHỖ NGỒI"), "{:?}", texts(second));
    // The list of a decision comes first, and is numbered with the others; one alone has no number.
    let decision = workspace.built(DECISION);
    decision.appendix("Phụ lục");
    let more = "appendices:\n  - title: Mức thưởng\n    body: [Theo quy định]\nrecipients:";
    workspace.replace(DECISION, "recipients:", more);
    let decision = workspace.built(DECISION);
    let list = decision.appendix("Phụ lục I");
    assert!(texts(&list[0]).iter().any(|text| text.starts_with("DANH SÁCH")));
    let [own, ..] = decision.appendix("Phụ lục II") else { panic!("the second") };
    assert!(texts(own).contains(&"MỨC THƯỞNG") && texts(own).contains(&"Theo quy định./."));
}

#[test]
fn a_long_appendix_has_page_numbers_of_its_own() {
    let workspace = office();
    let rows = "          - [9, Việc khác, Phòng Nội vụ, 14/03/2024]\n".repeat(90);
    workspace.replace(
        DOCUMENT,
        "          - [2, In giấy mời",
        &format!("{rows}          - [2, In giấy mời"),
    );
    let paper = workspace.built(DOCUMENT);
    let pages = paper.appendix("Phụ lục I");
    assert!(pages.len() > 2, "{}", pages.len());
    for (at, page) in pages.iter().enumerate().skip(1) {
        let number = page.lines.iter().find(|line| line.y < 60.0 && line.text.len() == 1);
        let shown = number.map(|line| line.text.as_str());
        assert_eq!(shown, Some((at + 1).to_string().as_str()));
        // The titles stand again.
        assert!(texts(page).contains(&"Cơ quan thực hiện"), "{:?}", texts(page));
    }
}

#[test]
fn tables_in_a_text_are_typed_or_files() {
    let workspace = office();
    let typed = workspace.built(DOCUMENT).letters();
    let text = workspace.read(DOCUMENT);
    let start = text.find("      - table:\n").expect("the table");
    let end = text.find("      - Các cơ quan báo cáo").expect("what follows it");
    let named = "      - table: tien-do.csv\n";
    workspace.write(DOCUMENT, format!("{}{named}{}", &text[..start], &text[end..]));
    workspace.write(
        "data/2024/tables/tien-do.csv",
        "TIẾN ĐỘ\nTT;Nội dung công việc;Cơ quan thực hiện;Thời hạn\n\
         1;Phê duyệt danh sách đại biểu;Văn phòng HĐND và UBND huyện;05/03/2024\n\
         2;In giấy mời;Văn phòng HĐND và UBND huyện;07/03/2024\n\
         3;In Giấy khen, chuẩn bị khung và tiền thưởng;Phòng Nội vụ;12/03/2024\n\
         4;Trang trí hội trường;Phòng Văn hóa và Thông tin;14/03/2024\n",
    );
    assert_eq!(workspace.built(DOCUMENT).letters(), typed);
    // A sum is set apart, and a row with more cells than titles is no row.
    workspace.copy(DOCUMENT);
    let row = "          - [4, Trang trí hội trường";
    let sum = "          - [Tổng cộng, ~, ~, 4 việc]\n      - Các cơ quan báo cáo";
    workspace.replace(DOCUMENT, "      - Các cơ quan báo cáo", sum);
    let paper = workspace.built(DOCUMENT);
    let (_, total) = paper.line("4 việc");
    assert!(total.bold);
    workspace.replace(
        DOCUMENT,
        row,
        "          - [5, a, b, c, d]\n          - [4, Trang trí hội trường",
    );
    refused(&workspace, DOCUMENT, "row-too-long");
}

/// A grey picture.
fn png(width: u32, height: u32) -> Vec<u8> {
    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        let named = [name.as_slice(), data].concat();
        let mut sum = u32::MAX;
        for byte in &named {
            sum ^= u32::from(*byte);
            for _ in 0..8 {
                sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
            }
        }
        [length.as_slice(), &named, &(!sum).to_be_bytes()].concat()
    }
    let mut rows = Vec::new();
    for _ in 0..height {
        rows.push(0);
        rows.extend(vec![0x80; width as usize]);
    }
    // Deflate without compression.
    let length = u16::try_from(rows.len()).expect("small");
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in &rows {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let data = [
        &[0x78, 0x01, 0x01][..],
        &length.to_le_bytes(),
        &(!length).to_le_bytes(),
        &rows,
        &((b << 16) | a).to_be_bytes(),
    ]
    .concat();
    let size = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let parts = [chunk(b"IHDR", &size), chunk(b"IDAT", &data), chunk(b"IEND", &[])];
    [&b"\x89PNG\r\n\x1a\n"[..], &parts.concat()].concat()
}

#[test]
fn a_picture_must_be_one_and_say_what_it_shows() {
    let workspace = office();
    workspace.replace(DOCUMENT, "        alt: ", "        alte: ");
    refused(&workspace, DOCUMENT, "missing-key");
    workspace.copy(DOCUMENT);
    for (bytes, code) in [
        (b"GIF89a".to_vec(), "picture-unreadable"),
        (Vec::new(), "picture-unreadable"),
        (png(9, 9)[..20].to_vec(), "picture-unreadable"),
        // A small file can hold an endless picture.
        (
            [&png(1, 1)[..16], &[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]].concat(),
            "picture-too-large",
        ),
    ] {
        workspace.write(PICTURE, bytes);
        refused(&workspace, DOCUMENT, code);
    }
    // One that is cut off would be printed in part.
    let whole = png(60, 60);
    workspace.write(PICTURE, &whole[..whole.len() / 2]);
    refused(&workspace, DOCUMENT, "picture-unreadable");
    workspace.write(PICTURE, whole);
    workspace.built(DOCUMENT);
    for (wrong, code) in [
        ("picture: ~", "empty-value"),
        ("table: ~", "empty-value"),
        ("picture: khong-co.png", "picture-missing"),
        ("picture: ../so-do.png", "picture-not-named"),
        ("picture: so-do.gif", "picture-not-named"),
        ("table: [[a], [b]]\n        picture: so-do-hoi-truong.png", "table-and-picture"),
    ] {
        workspace.replace(DOCUMENT, "picture: so-do-hoi-truong.png", wrong);
        refused(&workspace, DOCUMENT, code);
        workspace.copy(DOCUMENT);
    }
}

#[test]
fn a_text_that_a_decision_issues_has_a_header_block_of_its_own() {
    let paper = office().built(ISSUING);
    let issued = paper.pages.last().expect("a page");
    let lines = texts(issued);
    for words in [
        "QUY CHẾ",
        "HUYỆN CAO LỘC",
        "Độc lập - Tự do - Hạnh phúc",
        "Chương I",
        "QUY ĐỊNH CHUNG",
    ] {
        assert!(lines.contains(&words), "{words} in {lines:?}");
    }
    // Neither number nor place (mẫu 1.3), nor is it called an appendix.
    assert!(
        !lines
            .iter()
            .any(|line| line.starts_with("Số:") || line.contains("Cao Lộc, ngày"))
    );
    assert!(!paper.letters().contains("Phụlục"));
    let title = issued
        .lines
        .iter()
        .find(|line| line.text == "QUY CHẾ")
        .expect("the type");
    let below = issued
        .lines
        .iter()
        .find(|line| line.text.starts_with("Hoạt động của các cụm"));
    let below = below.expect("the title");
    assert!(title.bold && below.bold && below.y > title.y);
    assert!((title.middle() - below.middle()).abs() < 1.0);
    // Its articles count from the first.
    assert!(lines.iter().any(|line| line.starts_with("Điều 1. Phạm vi")), "{lines:?}");
}

#[test]
fn parts_of_what_is_issued_are_referred_to_by_their_ids() {
    let workspace = office();
    let article = "          - article: Nguyên tắc hoạt động\n";
    let named = format!("{article}            id: basis\n");
    workspace.replace(ISSUING, article, &named);
    let said = "text: Đầu năm, cụm tổ chức";
    workspace.replace(ISSUING, said, "text: Theo {ref.basis}, đầu năm, cụm tổ chức");
    let letters = workspace.built(ISSUING).letters();
    assert!(letters.contains("TheoĐiều2,đầunăm"), "{letters}");
    // The reference follows when something is inserted.
    let more = format!(
        "          - {{article: Giải thích từ ngữ, text: Cụm là cụm thi đua.}}\n{named}"
    );
    workspace.replace(ISSUING, &named, &more);
    let letters = workspace.built(ISSUING).letters();
    assert!(letters.contains("TheoĐiều3,đầunăm"), "{letters}");
    // A name that stands in the decision and in what it issues means neither.
    workspace.replace(ISSUING, "            id: basis\n", "            id: duty\n");
    workspace.replace(ISSUING, "{ref.basis}", "{ref.duty}");
    refused(&workspace, ISSUING, "duplicate-id");
}

#[test]
fn the_votes_of_minutes_come_from_the_same_list() {
    const MINUTES: &str = "data/2024/minutes/xet-khen-thuong.yaml";
    let workspace = office();
    workspace.copy(MINUTES);
    let typed = workspace.built(MINUTES).letters();
    workspace.write(
        "data/2024/tables/phieu.csv",
        "TT;Họ và tên, tên tập thể;Danh hiệu;Đồng ý;Tổng số;Ghi chú\n\
         1;Phòng A huyện Cao Lộc;Tập thể lao động xuất sắc;11;11;\n\
         2;Nguyễn Văn A;Chiến sĩ thi đua cơ sở;10;11;vắng 01\n\
         3;Trần Thị B;Chiến sĩ thi đua cơ sở;11;11;\n\
         4;Trường Mầm non A;Tập thể lao động tiên tiến;11;11;\n\
         5;Trường Trung học cơ sở B;Tập thể lao động tiên tiến;11;11;\n",
    );
    let text = workspace.read(MINUTES);
    let (start, end) =
        (text.find("votes:").expect("the votes"), text.find("conclusions:").expect("below"));
    let named = "votes: {table: phieu.csv}\n";
    workspace.write(MINUTES, format!("{}{named}{}", &text[..start], &text[end..]));
    assert_eq!(workspace.built(MINUTES).letters(), typed);
    // More votes than members are told in their cell.
    workspace.replace("data/2024/tables/phieu.csv", ";10;11;", ";12;11;");
    let run = refused(&workspace, MINUTES, "above-limit");
    assert!(run.err.contains("phieu.csv:3"), "{}", run.err);
}

#[test]
fn a_copy_says_below_its_text_who_copied_it() {
    let workspace = office();
    let paper = workspace.built(COPY);
    let page = paper.pages.first().expect("a page");
    let at = |text: &str| {
        let line = page.lines.iter().find(|line| line.text.starts_with(text));
        line.unwrap_or_else(|| panic!("`{text}` in {:?}", texts(page)))
    };
    let (text, form, number) = (at("2. Các phong trào"), at("TRÍCH SAO"), at("Số:"));
    let rule = page
        .rules
        .iter()
        .find(|rule| rule.width > 400.0)
        .expect("a line over the width");
    assert!(text.y < rule.y && rule.y < form.y && form.y < number.y);
    assert!(form.bold && form.middle() > page.width / 2.0);
    assert!(texts(page).iter().any(|line| line.contains("/TrS-UBND")), "{:?}", texts(page));
    assert!(!paper.letters().contains("CỘNGHÒAXÃHỘI"));
    // Without a text it is the note alone, and each form has its symbol.
    let text = workspace.read(COPY);
    let (start, end) =
        (text.find("body:").expect("the text"), text.find("recipients:").expect("below it"));
    let bare = format!("{}{}", &text[..start], &text[end..]);
    for (form, name, symbol) in
        [("certified", "SAO Y", "/SY-UBND"), ("transcript", "SAO LỤC", "/SL-UBND")]
    {
        workspace.write(COPY, bare.replace("form: extract", &format!("form: {form}")));
        let letters = workspace.built(COPY).letters();
        assert!(
            letters.contains(&name.replace(' ', "")) && letters.contains(symbol),
            "{letters}"
        );
    }
    workspace.write(COPY, bare);
    refused(&workspace, COPY, "missing-key");
}

#[test]
fn a_type_of_the_offices_own_has_its_abbreviation() {
    let workspace = office();
    workspace.replace(
        DOCUMENT,
        "type: Phương án ",
        "type: Loại khác\nnamed: {name: Đề cương, abbreviation: ĐC} ",
    );
    let letters = workspace.built(DOCUMENT).letters();
    assert!(letters.contains("ĐỀCƯƠNG") && letters.contains("/ĐC-UBND"), "{letters}");
    assert!(letters.contains("(KèmtheoĐềcương"), "{letters}");
    workspace.replace(DOCUMENT, "abbreviation: ĐC", "abbreviation: Đ-C");
    refused(&workspace, DOCUMENT, "invalid-value");
    workspace.copy(DOCUMENT);
    workspace.replace(DOCUMENT, "type: Phương án ", "type: Loại khác ");
    refused(&workspace, DOCUMENT, "missing-key");
}

#[test]
fn a_secret_paper_leaves_room_for_its_stamp() {
    let workspace = office();
    let title = |paper: &Paper| paper.line("PHƯƠNG ÁN").1.y;
    let plain = title(&workspace.built(DOCUMENT));
    workspace.replace(DOCUMENT, "kind: document", "kind: document\nsecrecy: secret");
    let paper = workspace.built(DOCUMENT);
    // 10 mm, and nothing printed there.
    assert!(title(&paper) - plain > 28.0, "{}", title(&paper) - plain);
    assert!(!paper.letters().contains("MẬT"));
    workspace.replace(DOCUMENT, "secrecy: secret", "secrecy: mật");
    refused(&workspace, DOCUMENT, "unknown-word");
}
