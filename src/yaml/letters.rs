//! Which letters a text may have: those that the fonts print, and none that nobody sees.

use crate::diag::{Code, Diagnostic, Place};

/// Says whether the document's fonts can print a character.
pub(crate) type Printable<'a> = &'a (dyn Fn(char) -> bool + Sync);

/// What is wrong with the characters of a text, each told once; `place_of` says where it stands.
pub(crate) fn unprintable(
    text: &str,
    printable: Printable<'_>,
    place_of: impl Fn(&str) -> Place,
) -> Vec<Diagnostic> {
    let objection = |character: char| {
        if character.is_control() || is_invisible(character) {
            Some(Code::InvisibleCharacter)
        } else if !printable(character) {
            Some(Code::UnprintableCharacter)
        } else {
            None
        }
    };
    let mut told: Vec<char> = Vec::new();
    let mut found = Vec::new();
    for character in text.chars() {
        let Some(code) = objection(character) else { continue };
        if told.contains(&character) {
            continue;
        }
        told.push(character);
        let place = place_of(character.encode_utf8(&mut [0; 4]));
        found.push(
            Diagnostic::error(code, &place)
                .with("character", character.to_string())
                .with("codepoint", format!("U+{:04X}", u32::from(character))),
        );
    }
    found
}

/// Characters that print nothing but change how others stand or are searched: marks of writing
/// direction, joiners, soft hyphens. They come along from web pages and hide in names.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{E007F}'
    )
}
