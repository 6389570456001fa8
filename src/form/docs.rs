//! The tables of `docs/data.md`, made from the definitions. A test holds the file against them; run with
//! `VANTHU_WRITE_DOCS=1` it writes them.

use std::fmt::Write;
use std::path::Path;

use super::common_type::CommonType;
use super::definition::{Form, Key};
use super::key_type::KeyType;
use super::need::Need;
use super::*;

/// The most values of a switch that are named.
const MOST_NAMED: usize = 8;

/// What a value of a type is, in English.
fn words(is: KeyType) -> &'static str {
    match is {
        KeyType::Rich => "**rich** text: ",
        KeyType::Texts => "list of **rich** texts: ",
        KeyType::Day => "day: ",
        KeyType::Moment => "day and hour: ",
        _ => "",
    }
}

/// The mark of a key that a draft may lack.
fn dagger(key: &Key) -> &'static str {
    if key.needs.iter().all(|need| *need == Need::Draft) { " †" } else { "" }
}

/// When a key must be given, where that is not always.
fn need(form: &Form, key: &Key) -> String {
    let mut said: Vec<String> = Vec::new();
    if key.needs.iter().all(|need| *need == key.needs[0]) {
        said.extend((key.needs[0] == Need::Optional).then(|| "optional".to_owned()));
    } else {
        for need in [Need::Required, Need::Draft, Need::Optional, Need::Absent] {
            let groups = form.groups.iter().zip(&key.needs);
            let values = groups
                .filter(|(_, own)| **own == need)
                .flat_map(|(group, _)| &group.values);
            let values: Vec<String> = values.map(|value| format!("`{value}`")).collect();
            if need == Need::Absent && values.len() > MOST_NAMED {
                said.push("in no other".to_owned());
            } else if !values.is_empty() {
                let word = match need {
                    Need::Required => "required",
                    Need::Draft => "†",
                    Need::Optional => "optional",
                    Need::Absent => "not",
                };
                said.push(format!("{word} in {}", values.join(", ")));
            }
        }
    }
    if said.is_empty() { String::new() } else { format!("{}; ", said.join(", ")) }
}

/// A table of keys.
fn table<'k>(form: &Form, keys: impl Iterator<Item = &'k Key>) -> String {
    let mut table = "| key | value |\n|---|---|\n".to_owned();
    for key in keys {
        let (name, mark) = (key.key(), dagger(key));
        let (need, words, help) = (need(form, key), words(key.is), &key.help.en);
        let _ = writeln!(table, "| `{name}`{mark} | {need}{words}{help} |");
    }
    table
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test's own file")]
fn the_tables_of_the_docs_are_those_of_the_definitions() {
    let forms = Forms::embedded();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data.md");
    let docs = std::fs::read_to_string(&path).expect("the docs");
    let mut new = docs.clone();
    let mut put = |name: &str, table: &str| {
        let (start, end) = (format!("<!-- keys of {name} -->\n"), "<!-- end -->");
        let (before, rest) = new.split_once(&start).unwrap_or_else(|| panic!("no {start}"));
        let (_, after) = rest.split_once(end).expect("an end");
        new = format!("{before}{start}{table}{end}{after}");
    };
    let switch = KeyType::Common(CommonType::Switch);
    for form in forms.all() {
        let own = form.keys.iter().filter(|key| key.is_own || key.is == switch);
        put(form.kind.key(), &table(form, own));
    }
    // A letter has every common key, the drafter and the addressees among them.
    let launch = forms.get("launch").expect("a form");
    let common = launch.keys.iter().filter(|key| !key.is_own && key.is != switch);
    put("every paper", &table(launch, common));
    if option_env!("VANTHU_WRITE_DOCS").is_some() {
        std::fs::write(&path, &new).expect("written");
    }
    assert!(
        docs == new,
        "run `VANTHU_WRITE_DOCS=1 cargo test --release the_tables_of_the_docs`"
    );
}
