//! Text is text: whatever stands in a field prints as typed, or is refused with a place.

use std::fmt::Write;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use vanthu::papers::Text;

use crate::workspace::Workspace;

/// Text that some stage could take for something else.
const HOSTILE: &[&str] = &[
    "#import \"x\"",
    "#panic()",
    "*a*b_c_",
    "_a_",
    "$x$",
    "$ 1/0 $",
    "@a",
    "<b>",
    "// c",
    "/* d */",
    "- e",
    "+ e",
    "= f",
    "1. g",
    "/ h: i",
    "\"",
    "'đơn' \"kép\"",
    "\\",
    "\\n \\u{41} \\",
    "a\\",
    "{{ 7 }}",
    "{% if %}",
    "{# x #}",
    "{{ subject }}",
    "--",
    "---",
    "...",
    "~",
    "null",
    "`raw`",
    "[x]",
    "(y)",
    "{z}",
    "#\"a\";",
    "]#[",
    "a;b;c",
    "http://x.vn/a_b?c=d&e=f#g",
    "%s %d %n",
    "$(rm -rf /)",
    "100% @ 5€",
    "U\u{309}y ban nha\u{302}n da\u{302}n",
    "a\u{A0}b",
    "fi ffi fl",
    "\"#let x = 1\"",
];

/// A workspace in which every field that holds text holds the one given.
fn everywhere(text: &str) -> Workspace {
    let workspace = Workspace::empty();
    let quoted = serde_json::to_string(text).expect("a string");
    workspace.write(
        "data/agencies.yaml",
        format!(
            "agencies:\n- id: a\n  name: {quoted}\n  short_name: {quoted}\n  list_name: {quoted}\n  \
             letterhead: {{parent: {quoted}, name: [{quoted}, {quoted}], symbol: X, place: {quoted}}}\n  \
             signers: [{{id: s, office: {quoted}, name: {quoted}}}]\n  collective: {quoted}\n"
        ),
    );
    workspace.write(
        "data/2024/plan.yaml",
        format!(
            "kind: plan\nyear: 2024\nissuer: a\ndate: 2024-01\nsubject: {quoted}\n\
             bases: [{quoted}, {quoted}]\n\
             implements: {{type: {quoted}, number: 1/KH-X, date: 2023-12-28, issuer: {quoted}, subject: {quoted}}}\n\
             purpose: [{quoted}]\nrequirements: [{quoted}]\n\
             tasks:\n- {{id: t, quarter: 1, text: {quoted}, agencies: [a]}}\n\
             - {{id: u, quarter: 2, items: [{quoted}, {quoted}], agencies: [a, a]}}\n\
             arrangements: [{quoted}, {quoted}]\nrecipients: [{quoted}, {quoted}]\n\
             filing: {quoted}\nsigner: s\n"
        ),
    );
    workspace
}

/// How often [`everywhere`] prints the text, at least; office and collective stand in capitals,
/// recipients and the last arrangement may lose an end mark.
const PLACES: usize = 19;

/// Without white space, composed.
fn packed(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn hostile_text_prints_as_typed_in_every_field() {
    for text in HOSTILE {
        let paper = everywhere(text).plan(&[]);
        let letters = packed(&paper.letters());
        let count = letters.matches(&packed(text)).count();
        assert!(count >= PLACES, "`{text}` stands {count} times in {letters}");
        // Nothing is restyled by it: what is bold or italic is so by its place.
        let (_, number) = paper.line("Lưu:");
        assert!(!number.bold && !number.italic);
    }
}

#[test]
fn what_cannot_be_printed_is_refused_in_every_field() {
    for (text, code) in [
        ("a 😀 b", "unprintable-character"),
        ("中文", "unprintable-character"),
        ("a\u{200F}b", "invisible-character"),
        ("a\u{202E}b", "invisible-character"),
        ("a\u{200B}b", "invisible-character"),
        ("a\u{0}b", "invisible-character"),
        ("a\u{7}b", "invisible-character"),
        ("\u{1}plan.typ.j2:1\u{2}", "invisible-character"),
    ] {
        let workspace = everywhere(text);
        let run = workspace.run(&["build"]);
        let count = run.err.matches(&format!("error[{code}]")).count();
        // The plan's own fields, and those of the agency.
        assert!(run.code == 1 && count >= PLACES, "{text:?}: {count} {}", run.err);
        assert!(run.err.contains("data/2024/plan.yaml:") && !workspace.path("out").exists());
    }
}

#[test]
fn a_word_without_end_breaks_in_text_and_is_refused_in_titles() {
    let word = "a".repeat(5_000);
    let workspace = everywhere(&word);
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[long-word]"), "{}", run.err);
    let workspace = Workspace::new();
    for (from, to) in [
        ("  - Sở Nội vụ\n", format!("  - {}\n", &word[..500])),
        ("    text: Hướng dẫn tổng kết", format!("    text: {word} tổng kết")),
        ("purpose:\n", format!("purpose:\n  - {word}\n")),
    ] {
        workspace.replace("data/2024/plan.yaml", from, &to);
    }
    let paper = workspace.plan(&[]);
    assert!(paper.letters().matches('a').count() >= 2 * 5_000 + 500, "every letter is there");
    assert!(paper.pages.len() > 5);
    // A recipient longer than a page fits nowhere: it is refused, with its place.
    workspace.replace(
        "data/2024/plan.yaml",
        "  - Thường trực Huyện ủy\n",
        &format!("  - {word}\n"),
    );
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    for words in [&["build"][..], &["check"]] {
        let run = workspace.run(words);
        assert!(run.err.contains("error[beyond-margin]"), "{}", run.err);
        assert!(run.err.contains("--> data/2024/plan.yaml:"), "{}", run.err);
        assert!(run.err.contains("it is the value of recipients."), "{}", run.err);
    }
    assert!(run.err.contains("error[beyond-margin]"), "{}", run.err);
    assert!(run.err.contains("templates/foot.typ.j2:"), "{}", run.err);
}

#[test]
fn line_ends_and_tabs_in_text_are_spaces() {
    let workspace = Workspace::new();
    let text = "purpose:\n  - \"một\\n\\thai   ba\"\n  - |\n    bốn\n    năm\n";
    workspace.replace("data/2024/plan.yaml", "purpose:\n", text);
    let paper = workspace.plan(&[]);
    paper.line("một hai ba");
    paper.line("bốn năm");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The text of the PDF is the text of the data, white space apart.
    #[test]
    fn any_text_prints_as_typed(
        texts in prop::collection::vec(
            "[a-zA-Z0-9 !-/:-@\\[-`{-~ăâđêôơưĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệ“”…–§€]{1,60}",
            1..40,
        )
    ) {
        let texts: Vec<&String> = texts.iter().filter(|text| !text.trim().is_empty()).collect();
        prop_assume!(!texts.is_empty());
        let mut list = String::from("purpose:\n");
        for text in &texts {
            writeln!(list, "  - {}", serde_json::to_string(text).expect("a string")).expect("written");
        }
        let workspace = Workspace::new();
        workspace.replace("data/2024/plan.yaml", "purpose:\n", &list);
        let letters = packed(&workspace.plan(&[]).letters());
        // A page number can stand between the first and the last letter of a paragraph.
        let mut from = 0;
        for text in texts {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let wanted = packed(&Text::parse(&folded).letters());
            let found = letters[from..].find(&wanted);
            let found = found.or_else(|| across_a_page(&letters[from..], &wanted));
            prop_assert!(found.is_some(), "{} not in {}", wanted, &letters[from..]);
            from += found.unwrap_or(0) + wanted.len();
        }
    }
}

/// Where `wanted` begins in `letters` when one page number stands within it.
fn across_a_page(letters: &str, wanted: &str) -> Option<usize> {
    (2..9).find_map(|page| {
        let cuts = wanted.char_indices().map(|(at, _)| at).skip(1);
        cuts.map(|at| format!("{}{page}{}", &wanted[..at], &wanted[at..]))
            .find_map(|text| letters.find(&text))
    })
}
