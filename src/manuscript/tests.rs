//! What is read of Word files and texts as people have them.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::model::{Change, ChangeKind};
use super::{Manuscript, Part, manuscript};
use crate::diag::Sources;

const W: &str = "xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:wps=\"wps\"";

/// A Word file of a body, with more parts.
fn file(body: &str, more: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let all = [("word/document.xml", document)];
    for (name, text) in all.iter().chain(more) {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(text.as_bytes()).expect("a part");
    }
    writer.finish().expect("a file").into_inner()
}

fn read_with(body: &str, more: &[(&str, String)], accepts: bool) -> Manuscript {
    let bytes = file(body, more);
    manuscript(bytes, Path::new("a.docx"), accepts, &mut Sources::default()).expect("is read")
}

fn read(body: &str) -> Manuscript {
    read_with(body, &[], false)
}

/// The paragraphs, each with its number; cells too.
fn lines(text: &Manuscript) -> Vec<String> {
    let mut found = Vec::new();
    for part in &text.parts {
        part.each(&mut |paragraph| {
            let number = paragraph.number.as_ref().map(|number| format!("{number} "));
            found.push(number.unwrap_or_default() + &paragraph.text());
        });
    }
    found
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn letters_are_read_however_they_are_written() {
    let text = read(
        "<w:p><w:r><w:t>Số</w:t><w:tab/><w:t>1&amp;2 &lt;3&gt; &#x110;</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>\
         <w:proofErr w:type=\"spellStart\"/><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>\
         <w:smartTag><w:r><w:t> thẻ</w:t></w:r></w:smartTag><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t> hoa</w:t></w:r>\
         <w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>",
    );
    assert_eq!(lines(&text), ["Số\t1&2 <3> Đ\n-liên kết thẻ HOA-"]);
}

#[test]
fn bold_is_what_differs_from_the_style() {
    let styles = format!(
        "<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style></w:styles>"
    );
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Head\"/></w:pPr><w:r><w:t>đậm</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>thường</w:t></w:r></w:p>\
        <w:p><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t>mạnh</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>nghiêng</w:t></w:r></w:p>";
    let text = read_with(body, &[("word/styles.xml", styles)], false);
    let mut looks = Vec::new();
    for part in &text.parts {
        part.each(&mut |paragraph| {
            looks.extend(
                paragraph
                    .runs
                    .iter()
                    .map(|run| (run.text.clone(), run.bold, run.italic)),
            );
        });
    }
    let found: Vec<_> = looks
        .iter()
        .map(|(text, bold, italic)| (text.as_str(), *bold, *italic))
        .collect();
    assert_eq!(
        found,
        [
            ("đậm", false, false),
            ("thường", true, false),
            ("mạnh", true, false),
            ("nghiêng", false, true)
        ]
    );
}

/// Numbers that Word counts stand as letters; levels start anew below another one.
#[test]
fn numbers_are_counted() {
    let level = |at: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"4\">{}{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"5\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num></w:numbering>",
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "lowerLetter", "%3)"),
        level(0, "bullet", "\u{F0B7}"),
    );
    let item = |list: u32, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(1, 0, "một"),
        item(1, 1, "hai"),
        item(1, 1, "ba"),
        item(1, 2, "bốn"),
        item(1, 0, "năm"),
        item(1, 1, "sáu"),
        item(2, 0, "bảy"),
        item(3, 0, "tám"),
        item(0, 0, "chín"),
    ];
    let text = read_with(&body.concat(), &[("word/numbering.xml", numbering)], false);
    assert_eq!(
        lines(&text),
        [
            "I. một",
            "I.1. hai",
            "I.2. ba",
            "a) bốn",
            "II. năm",
            "II.1. sáu",
            "- bảy",
            "VII. tám",
            "chín"
        ]
    );
}

const CHANGED: &str = "<w:p><w:r><w:t xml:space=\"preserve\">một </w:t></w:r>\
    <w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\">hai </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>rưỡi </w:t></w:r></w:ins>\
    <w:del w:id=\"2\" w:author=\"B\"><w:r><w:delText>ba</w:delText></w:r></w:del></w:p>\
    <w:p><w:pPr><w:rPr><w:ins w:id=\"3\" w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">bốn </w:t></w:r></w:p><w:p><w:r><w:t>năm</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:trPr><w:ins w:id=\"4\" w:author=\"A\"/></w:trPr><w:tc><w:p><w:ins w:id=\"5\" w:author=\"A\"><w:r><w:t>dòng mới</w:t></w:r></w:ins></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>dòng cũ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

#[test]
fn open_changes_count_when_they_are_accepted() {
    let text = read(CHANGED);
    assert_eq!(lines(&text), ["một ba", "bốn năm", "dòng cũ"]);
    let found: Vec<_> = text
        .changes
        .iter()
        .map(|Change { kind, by, text, .. }| (*kind, by.as_str(), text.as_str()))
        .collect();
    let (added, removed) = (ChangeKind::Added, ChangeKind::Removed);
    assert_eq!(
        found,
        [
            (added, "A", "hai rưỡi "),
            (removed, "B", "ba"),
            (added, "A", "¶"),
            (added, "A", "dòng mới")
        ]
    );
    assert_eq!(text.changes[0].within, "một ba");
    let taken = read_with(CHANGED, &[], true);
    assert_eq!(lines(&taken), ["một hai rưỡi ", "bốn ", "năm", "dòng mới", "dòng cũ"]);
}

/// A text box stands in a file twice, for newer and for older programs; what stands beside the text is kept beside it.
#[test]
fn boxes_are_read_once_and_what_stands_beside_is_kept() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        "<w:p><w:r><w:t>trước</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:textbox>{}</w:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
        boxed("trong hộp"),
        boxed("trong hộp"),
        p("sau")
    );
    let header = |text: &str| format!("<w:hdr {W}>{}</w:hdr>", p(text));
    let more = [("word/header1.xml", header("2")), ("word/header2.xml", header("MẬT"))];
    let text = read_with(&body, &more, false);
    assert_eq!(lines(&text), ["trước", "trong hộp", "sau"]);
    let beside: Vec<&str> = text.asides.iter().map(|aside| aside.text.as_str()).collect();
    assert_eq!(beside, ["MẬT"]);
}

#[test]
fn letters_of_the_fonts_of_the_past_are_those_of_today() {
    let run = |font: &str, text: &str| {
        format!(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        run(".VnTimeH", "kÕ ho¹ch"),
        run(".VnTime", "Uû ban nh©n d©n huyÖn, n¨m 2024"),
        run("VNI-Times", "KEÁ HOAÏCH thi ñua, khen thöôûng"),
        run("Times New Roman", "Cộng hòa xã hội"),
    ];
    let text = read(&body.concat());
    assert_eq!(
        lines(&text),
        [
            "KẾ HOẠCH",
            "Uỷ ban nhân dân huyện, năm 2024",
            "KẾ HOẠCH thi đua, khen thưởng",
            "Cộng hòa xã hội"
        ]
    );
    // A font that lives in a style.
    let styles = format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
    );
    let text = read_with(&p("C«ng t¸c thi ®ua"), &[("word/styles.xml", styles)], false);
    assert_eq!(lines(&text), ["Công tác thi đua"]);
}

#[test]
fn texts_without_fonts_are_known_by_their_words() {
    let read = |name: &str, text: &str| {
        let bytes = text.as_bytes().to_vec();
        lines(
            &manuscript(bytes, Path::new(name), false, &mut Sources::default())
                .expect("is read"),
        )
    };
    assert_eq!(
        read("a.txt", "KÕ ho¹ch n¨m 2024\n\nViÖc tæ chøc thùc hiÖn thi ®ua\n"),
        ["Kế hoạch năm 2024", "Việc tổ chức thực hiện thi đua"]
    );
    assert_eq!(
        read("a.txt", "Coâng taùc thi ñua\nToå chöùc thöïc hieän\n"),
        ["Công tác thi đua", "Tổ chức thực hiện"]
    );
    assert_eq!(read("b.txt", "Café crème của ông Böll\n"), ["Café crème của ông Böll"]);
}

#[test]
fn markdown_has_paragraphs_stars_and_tables() {
    let source = "# KẾ HOẠCH\n\nCăn cứ Luật **Thi đua**,\nkhen thưởng \\*\n1. Một\n2. Hai\n\n| TT | Nội dung |\n|---|---|\n| 1 | - UBND huyện. - Phòng Nội vụ. |\n";
    let text = manuscript(source.into(), Path::new("a.md"), false, &mut Sources::default());
    let text = text.expect("is read");
    assert_eq!(
        lines(&text),
        [
            "KẾ HOẠCH",
            "Căn cứ Luật Thi đua, khen thưởng *",
            "1. Một",
            "2. Hai",
            "TT",
            "Nội dung",
            "1",
            "- UBND huyện.",
            "- Phòng Nội vụ."
        ]
    );
    let Part::Paragraph(second) = &text.parts[1] else { panic!("a paragraph") };
    assert!(second.runs[1].bold && second.runs[1].text == "Thi đua");
}
