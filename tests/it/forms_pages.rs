//! Pages of forms of a workspace: head and foot by the layout, what a draft shades, blanks by their types.

use std::fs;

use crate::forms::{FORM, PAPER, with_invitation};
use crate::page::Paper;

/// A speech has no number, also where no switch says that it is one, and none is printed.
#[test]
fn a_layout_has_no_place_for_what_it_does_not_know() {
    let workspace = with_invitation();
    workspace.replace(FORM, "layout: titled", "layout: speech");
    let run = workspace.run(&["check", PAPER]);
    assert_eq!(run.err.matches("error[unknown-key]").count(), 3, "{}", run.err);
    for key in ["number", "recipients", "filing"] {
        assert!(run.err.contains(&format!("there is no key \"{key}\" here")), "{}", run.err);
    }
    let text = fs::read_to_string(workspace.path(PAPER)).expect("the paper");
    let start = text.find("recipients:").expect("there");
    let end = text.find("signer:").expect("there");
    let text = format!("{}{}", &text[..start], &text[end..]).replace("number: ~\n", "");
    workspace.write(PAPER, text);
    assert_eq!(workspace.run(&["build", PAPER]).code, 0);
    let letters = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf")).letters();
    for absent in ["Số:", "CỘNGHÒA", "Nơinhận"] {
        assert!(!letters.contains(absent), "{absent} in {letters}");
    }
}

/// A letter says what it is about under its number, without a word of the template.
#[test]
fn head_and_foot_are_those_of_the_layout() {
    let workspace = with_invitation();
    workspace.replace(
        FORM,
        "type: Giấy mời\nlayout: titled",
        "type: Công văn\nlayout: letter",
    );
    let run = workspace.run(&["check", PAPER]);
    assert!(run.err.contains("error[missing-key]"), "{}", run.err);
    assert!(run.err.contains("error[form-needs]"), "{}", run.err);
    workspace.replace(PAPER, "filing: VT, NV", "filing: VT, NV\ndrafter: NV\nto: Sở Nội vụ");
    assert_eq!(workspace.run(&["build", PAPER]).code, 0);
    let letters = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf")).letters();
    for there in ["/UBND-NV", "V/vDựHộinghị", "-Nhưtrên;", "Kínhgửi:SởNộivụ."]
    {
        assert!(letters.contains(there), "{there} in {letters}");
    }
    assert!(!letters.contains("CÔNGVĂN"), "{letters}");
    // An appendix names the document that it goes with.
    let workspace = with_invitation();
    workspace.replace(
        FORM,
        "type: Giấy mời\nlayout: titled\nkeys:\n",
        "layout: appendix\nkeys:\n  of: {is: document-type, need: required, name: {vi: a, en: a}, help: {vi: a, en: a}}\n",
    );
    let text = fs::read_to_string(workspace.path(PAPER)).expect("the paper");
    let end = text.find("recipients:").expect("there");
    workspace.write(PAPER, format!("{}of: Tờ trình\n", &text[..end]));
    let run = workspace.run(&["build", PAPER]);
    assert_eq!(run.code, 0, "{}", run.err);
    let letters = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf")).letters();
    assert!(letters.contains("Phụlục"), "{letters}");
    assert!(letters.contains("(KèmtheoTờtrìnhsố"), "{letters}");
}

/// Questions are about leaves of the file, and a draft shades those that are texts.
#[test]
fn questions_reach_cells_and_items() {
    let workspace = with_invitation();
    let form = fs::read_to_string(workspace.path(FORM)).expect("the form");
    let rows = "  items: {is: rows, need: optional, name: {vi: Mục, en: Item}, help: {vi: x, en: x}, keys: {\n    \
                what: {is: rich, need: required, name: {vi: Việc, en: What}, help: {vi: x, en: x}},\n    \
                due: {is: day, need: optional, name: {vi: Hạn, en: Due}, help: {vi: x, en: x}}}}\n  \
                marks: {is: criteria, need: optional, name: {vi: Chấm, en: Mark}, help: {vi: x, en: x}}\n";
    workspace.write(FORM, form + rows);
    workspace.replace(
        PAPER,
        "signer: chu-tich\n",
        "signer: chu-tich\nitems:\n  - {what: Một, due: 2024-05-06}\nmarks: [Đủ]\nquestions:\n  - {at: items.1.what, ask: x}\n  - {at: marks.1, ask: x}\n  - {at: items.1.due, ask: x}\n  - {at: chair, ask: x}\n",
    );
    let template = "templates/invitation.typ.j2";
    workspace.replace(
        template,
        "#last",
        "{% for row in paper.items %}#paragraph[{{ row.what }}]{% endfor %}{% for mark in paper.marks.rows %}#paragraph[{{ mark.text }}]{% endfor %}\n#last",
    );
    workspace.replace(template, "Chủ trì: {{ paper.chair }}.", "{{ paper.chair }}");
    let run = workspace.run(&["build", PAPER, "--draft", "--format", "typ"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let markup = fs::read_to_string(workspace.path("out/draft/2024/invitations/hoi-nghi.typ"));
    let markup = markup.expect("the markup");
    for shaded in ["#asked[#\"Một\";]", "#asked[#\"Đủ\";]", "#asked[#\"Đồng chí"] {
        assert!(markup.contains(shaded), "{shaded} in {markup}");
    }
}

/// Bookmarks, headings and page labels come from the words, for a form of the office's own as for any other.
#[test]
fn an_own_form_has_bookmarks_and_page_labels() {
    let workspace = with_invitation();
    workspace.replace(
        "templates/invitation.typ.j2",
        "#last",
        "#section(\"Nội dung\")\n#clause(\"Báo cáo\")\n#paragraph[{{ paper.chair }}]\n#last",
    );
    let template = fs::read_to_string(workspace.path("templates/invitation.typ.j2"));
    let appendix = "\n#appendix({% filter typst %}Phụ lục {{ \"I\" }}{% endfilter %}, {% filter title %}Danh sách năm {{ head.year }}{% endfilter %}, [x], lying: true)\n#paragraph[{{ paper.chair }}]\n";
    workspace.write("templates/invitation.typ.j2", template.expect("a template") + appendix);
    let run = workspace.run(&["build", PAPER]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = Paper::read(&workspace.path("out/2024/invitations/hoi-nghi.pdf"));
    assert_eq!(paper.outline, ["I. NỘI DUNG", "1. Báo cáo", "Phụ lục I. Danh sách năm 2024"]);
    assert_eq!(paper.labels, ["1", "1"]);
    assert!(paper.pages[1].width > paper.pages[1].height);
}

/// What a draft lacks is printed in the form of its type.
#[test]
fn a_blank_has_the_parts_of_its_type() {
    let workspace = with_invitation();
    let form = fs::read_to_string(workspace.path(FORM)).expect("the form");
    let key = |name: &str, is: &str| {
        format!(
            "  {name}: {{is: {is}, need: draft, name: {{vi: Tên {name}, en: x}}, help: {{vi: x, en: x}}}}\n"
        )
    };
    let rows = "rows, keys: {what: {is: rich, need: required, name: {vi: Tên what, en: x}, help: {vi: x, en: x}}}";
    let keys = [
        ("span", "period"),
        ("sum", "money"),
        ("who", "agency"),
        ("ok", "flag"),
        ("parts", "stages"),
        ("line", "text"),
        ("points", "criteria"),
        ("list", rows),
    ];
    let keys: String = keys.iter().map(|(name, is)| key(name, is)).collect();
    workspace.write(FORM, form + &keys);
    workspace.replace(
        "templates/invitation.typ.j2",
        "#last",
        "#paragraph[{{ paper.span.from }}{{ paper.sum | number }}{{ paper.who.name }}{% if paper.ok %}{{ \"yes\" }}{% endif %}{% for part in paper.parts %}{{ part.text }}{% endfor %}{{ paper.line }}{% for row in paper.points.rows %}{{ row.text }}{% endfor %}{% for row in paper.list %}{{ row.what }}{% endfor %}]\n#last",
    );
    let run = workspace.run(&["build", PAPER, "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let paper = workspace.path("out/draft/2024/invitations/hoi-nghi.pdf");
    let letters = Paper::read(&paper).letters();
    assert!(
        letters.contains("[Tênspan][Tênsum][Tênwho][Tênparts][Tênline][Tênpoints][Tênwhat]"),
        "{letters}"
    );
    assert!(!letters.contains("yes"), "{letters}");
}
