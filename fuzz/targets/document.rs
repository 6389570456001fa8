//! A text as a document: YAML, the keys of a paper, and what is said of its mistakes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::load::properties::document;
use vanthu::wording::{Findings, Language, Wording, text};

fuzz_target!(|bytes: &[u8]| {
    let (_, (diagnostics, sources)) = document(&String::from_utf8_lossy(bytes));
    let findings = Findings { diagnostics: &diagnostics, sources: &sources };
    text(findings, &Wording::new(Language::Vietnamese), false);
});
