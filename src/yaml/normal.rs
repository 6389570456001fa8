//! What a text says, however its letters and spaces are written.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in NFC, with single spaces: however it is written in the file, this is what it says.
pub(crate) fn normalised(raw: &str) -> String {
    match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => fold_spaces(raw),
        IsNormalized::No | IsNormalized::Maybe => fold_spaces(&raw.nfc().collect::<String>()),
    }
}

/// Spaces, tabs and line ends become one space each run; a hard space stays.
fn fold_spaces(text: &str) -> String {
    let breaks =
        |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.split(breaks)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
