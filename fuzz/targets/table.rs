//! Bytes as a table of results: a workbook or CSV, by the first of them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::load::properties::table;
use vanthu::wording::{Findings, Language, Wording, text};

fuzz_target!(|bytes: &[u8]| {
    let (diagnostics, sources) = table(bytes);
    let findings = Findings { diagnostics: &diagnostics, sources: &sources };
    text(findings, &Wording::new(Language::Vietnamese), false);
});
