//! Letters of the fonts of the past, as those of today.
//!
//! A font that is named tells by itself how its letters are read. A text without fonts, or one whose fonts were changed
//! and not its letters, is read word by word as the whole of it looks.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::model::{Manuscript, OldFont, Run};
use crate::yaml::{OldEncoding, encoding_of};

/// Converts all letters of a text.
pub(super) fn convert(text: &mut Manuscript) {
    text.each_mut(&mut |paragraph| {
        for run in &mut paragraph.runs {
            by_font(run);
        }
    });
    let mut texts = Vec::new();
    for part in &text.parts {
        part.each(&mut |paragraph| texts.push(paragraph.text()));
    }
    let found = encoding_of(texts.iter().map(|text| Cow::Borrowed(text.as_str())));
    text.each_mut(&mut |paragraph| {
        // A paragraph without a letter of today is old as a whole, even a word of it that could be one of today.
        let is_whole = found.is_some_and(|encoding| encoding.is_of(&paragraph.text()));
        for run in &mut paragraph.runs {
            match found {
                Some(encoding) if is_whole => run.text = encoding.decode(&run.text),
                Some(encoding) => run.text = encoding.decode_words(&run.text),
                None => {}
            }
            run.text = run.text.nfc().collect();
        }
        let runs = std::mem::take(&mut paragraph.runs);
        runs.into_iter().for_each(|run| paragraph.push(run));
    });
}

/// Converts letters by their font.
fn by_font(run: &mut Run) {
    match run.font.take() {
        Some(OldFont::Tcvn3 { in_capitals }) => {
            let text = OldEncoding::Tcvn3.decode(&run.text);
            run.text = if in_capitals { text.to_uppercase() } else { text };
        }
        Some(OldFont::Vni) => run.text = OldEncoding::Vni.decode(&run.text),
        None => {}
    }
}
