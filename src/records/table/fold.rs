//! Texts as they are compared, whoever typed them.

use crate::yaml::normalised;

/// A text as names, titles and words are compared: NFC, small letters, single spaces, hard spaces as others.
pub(super) fn fold(name: &str) -> String {
    normalised(&name.replace('\u{A0}', " ")).to_lowercase()
}
