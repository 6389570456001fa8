//! The layering of `docs/architecture.md`: what a module may name. Every `crate::…` of `src` is
//! held against the table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::workspace::repository;

/// Modules, and the modules of this crate that each may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("yaml", &["diag"]),
    ("calendar", &["diag"]),
    ("expressions", &[]),
    ("office", &["diag", "calendar"]),
    ("law", &["diag", "calendar", "expressions", "office"]),
    ("numbers", &[]),
    ("fingerprint", &[]),
    ("folder", &["diag", "fingerprint"]),
    ("assets", &["diag", "folder"]),
    ("form", &["assets", "diag", "folder", "numbers", "yaml"]),
    ("papers", &["diag", "calendar", "form", "law", "numbers", "office"]),
    ("tally", &["diag", "calendar", "law", "numbers", "office", "papers"]),
    ("seeds", &[]),
    ("sheets", &["calendar", "diag", "expressions", "folder", "yaml"]),
    (
        "values",
        &[
            "diag",
            "calendar",
            "expressions",
            "fingerprint",
            "folder",
            "form",
            "law",
            "office",
            "numbers",
            "papers",
            "sheets",
            "tally",
            "yaml",
        ],
    ),
    ("shared", &["diag", "calendar", "folder", "law", "office", "tally", "values", "yaml"]),
    (
        "records",
        &[
            "diag",
            "calendar",
            "expressions",
            "fingerprint",
            "folder",
            "law",
            "numbers",
            "office",
            "papers",
            "shared",
            "sheets",
            "tally",
            "values",
            "yaml",
        ],
    ),
    (
        "report",
        &["diag", "calendar", "law", "numbers", "office", "papers", "records", "tally"],
    ),
    (
        "roll",
        &[
            "calendar",
            "diag",
            "expressions",
            "form",
            "law",
            "numbers",
            "papers",
            "values",
            "yaml",
        ],
    ),
    (
        "load",
        &[
            "diag",
            "calendar",
            "fingerprint",
            "folder",
            "form",
            "law",
            "numbers",
            "office",
            "papers",
            "records",
            "report",
            "roll",
            "shared",
            "sheets",
            "tally",
            "values",
            "yaml",
        ],
    ),
    ("charts", &["numbers"]),
    (
        "merge",
        &[
            "diag", "calendar", "charts", "form", "numbers", "office", "papers", "roll",
            "assets",
        ],
    ),
    ("compile", &["diag", "assets", "merge"]),
    ("check", &["compile", "office"]),
    ("blocks", &[]),
    ("docx", &["blocks", "compile", "fingerprint"]),
    ("manuscript", &["diag", "folder", "numbers", "yaml"]),
    (
        "import",
        &[
            "blocks",
            "calendar",
            "diag",
            "docx",
            "form",
            "law",
            "manuscript",
            "office",
            "papers",
            "records",
            "roll",
            "sheets",
            "yaml",
        ],
    ),
    ("xlsx", &["blocks", "calendar"]),
    ("results_forms", &["calendar", "records", "xlsx"]),
    ("export", &["blocks", "compile", "diag", "fingerprint", "folder"]),
    ("wording", &["diag"]),
    ("console", &["diag", "wording"]),
    ("guard", &["console", "office", "wording"]),
    (
        "batch",
        &[
            "blocks",
            "calendar",
            "check",
            "compile",
            "diag",
            "docx",
            "export",
            "fingerprint",
            "folder",
            "form",
            "guard",
            "load",
            "merge",
            "office",
            "papers",
            "records",
            "xlsx",
        ],
    ),
    ("job", &["calendar", "export", "folder", "form", "load", "manuscript", "papers"]),
    (
        "run",
        &[
            "assets",
            "batch",
            "calendar",
            "compile",
            "console",
            "diag",
            "export",
            "fingerprint",
            "folder",
            "form",
            "guard",
            "import",
            "job",
            "load",
            "manuscript",
            "merge",
            "office",
            "papers",
            "records",
            "results_forms",
            "roll",
            "shared",
            "tally",
            "wording",
            "yaml",
        ],
    ),
];

/// Outside crates, and the modules that alone may use them.
const OWNED: &[(&str, &str)] = &[
    ("serde_saphyr", "yaml"),
    ("quick_xml", "docx manuscript"),
    ("rust_xlsxwriter", "xlsx results_forms"),
    ("resvg", "docx"),
    ("minijinja", "merge"),
    ("typst_eval", "compile"),
    ("typst_kit", "compile"),
    ("typst_pdf", "export"),
    ("typst_render", "export"),
    ("typst_svg", "export"),
    ("typst_timing", "compile"),
    ("memory_stats", "guard"),
    ("tempfile", "export"),
    ("fluent_bundle", "wording"),
    ("annotate_snippets", "wording"),
    ("chrono", "calendar"),
    ("similar", "roll import"),
    ("calamine", "sheets"),
    ("rustix", "folder"),
    ("imagesize", "values"),
    ("zip", "sheets docx manuscript"),
    ("rayon", "batch"),
    ("comemo", "batch"),
    ("indicatif", "console"),
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        // Tests may reach further.
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else {
            let below = path.strip_prefix(repository().join("src")).expect("below src");
            let module = below.with_extension("");
            let module = module.iter().next().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("UTF-8");
            // So may those at a file's end.
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let text = text.to_owned();
            found.push((module, text));
        }
    }
}

#[test]
fn data_flow_one_way() {
    let mut files = Vec::new();
    sources(&repository().join("src"), &mut files);
    assert!(files.len() > 25);
    let known: BTreeSet<&str> = MAY_NAME.iter().map(|(module, _)| *module).collect();
    for (module, text) in &files {
        if ["main", "args", "lib"].contains(&module.as_str()) {
            continue;
        }
        let allowed = MAY_NAME.iter().find(|(name, _)| name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} is not in the table"));
        assert!(
            !text.contains("crate::{"),
            "{module} imports in a group, which hides its names"
        );
        for part in text.split("crate::").skip(1) {
            let named: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let inside = named == *module || !known.contains(named.as_str());
            assert!(inside || allowed.contains(&named.as_str()), "{module} names {named}");
        }
        for (outside, owner) in OWNED {
            // What a crate hands on of another is its own.
            let name = format!("{outside}::");
            let uses = text.match_indices(&name).any(|(at, _)| !text[..at].ends_with("::"));
            let is_owner = owner.split(' ').any(|owner| owner == module);
            assert!(!uses || is_owner, "{module} uses {outside}, which is {owner}'s");
        }
    }
}

#[test]
fn no_arrow_leads_up() {
    for (at, (module, allowed)) in MAY_NAME.iter().enumerate() {
        for named in *allowed {
            let is_below = MAY_NAME[..at].iter().any(|(below, _)| below == named);
            assert!(is_below, "{module} may name {named}, which does not stand before it");
        }
    }
}

#[test]
fn only_the_edges_read_the_environment() {
    let mut files = Vec::new();
    sources(&repository().join("src"), &mut files);
    for (module, text) in &files {
        for forbidden in ["std::env::", "SystemTime::now", "process::exit"] {
            let edge = ["main", "args"].contains(&module.as_str());
            assert!(edge || !text.contains(forbidden), "{forbidden} in {module}");
        }
    }
}

#[test]
fn layout_numbers_stay_out_of_content_templates() {
    for entry in fs::read_dir(repository().join("templates"))
        .expect("templates")
        .flatten()
    {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "j2") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            for unit in ["pt", "mm", "cm", "em"] {
                let mut parts = text.match_indices(unit);
                let number = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
                assert!(!parts.any(|(at, _)| number(at)), "{unit} in {path:?}");
            }
        }
    }
}

/// Templates call the words of `nd30.typ`, and nothing else of Typst.
#[test]
fn templates_call_words_and_nothing_else() {
    let templates = repository().join("templates");
    let words = fs::read_to_string(templates.join("nd30.typ")).expect("the words");
    let defined = words.lines().filter_map(|line| line.strip_prefix("#let "));
    let defined = defined.filter_map(|line| line.split_once('(')).map(|(name, _)| name);
    let known: BTreeSet<&str> = defined.chain(["blank", "asked", "dash"]).collect();
    assert!(known.contains("section") && known.len() > 20, "{known:?}");
    let mut called = BTreeSet::new();
    for entry in fs::read_dir(templates).expect("templates").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // The page calls `document-of`; the file of a report is no paper.
        if !name.ends_with(".typ.j2") || name == "page.typ.j2" {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("UTF-8");
        for call in calls(&typst_of(&text)) {
            assert!(known.contains(call.as_str()), "{name} calls {call}");
            called.insert(call);
        }
    }
    assert!(called.len() >= 20, "{called:?}");
}

/// A template without what Jinja says, and without strings.
fn typst_of(template: &str) -> String {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(start) = text.find(open) {
            let end = text[start..].find(close).expect("an end") + start + close.len();
            text.replace_range(start..end, "");
        }
    }
    text.split('"').step_by(2).collect::<Vec<_>>().join("")
}

/// The names that are called: behind a `#`, or before a bracket.
fn calls(typst: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    let behind = typst.split('#').skip(1).map(|rest| {
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    let before = typst.match_indices('(').map(|(at, _)| {
        let start = typst[..at]
            .rfind(|letter| !is_name(letter))
            .map_or(0, |start| start + 1);
        typst[start.min(at)..at].to_owned()
    });
    behind.chain(before).filter(|name| !name.is_empty()).collect()
}
