//! Texts as they are compared, whoever typed them.

use crate::expressions::TONES;
use crate::yaml::normalised;

/// A text as names, titles and words are compared: NFC, small letters, single spaces, hard spaces as others.
pub(crate) fn fold(name: &str) -> String {
    normalised(&name.replace('\u{A0}', " ")).to_lowercase()
}

/// A name of a unit or an award, or a word of one, as such names are compared: folded, each tone in one place ("Hoà" is
/// "Hòa", "Uỷ" is "Ủy").
pub(crate) fn name_key(name: &str) -> String {
    TONES.iter().fold(fold(name), |name, (from, to)| {
        if name.contains(from) { name.replace(from, to) } else { name }
    })
}
