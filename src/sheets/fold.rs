//! Texts as they are compared, whoever typed them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diag::{Arg, Diagnostic};
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

/// A name in small letters without marks: `quy`.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let letters = folded.nfd().filter(|letter| !is_combining_mark(*letter));
    letters
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

/// A name as part of that of a file: `nguyen-van-a`.
pub(crate) fn slug(name: &str) -> String {
    let bare = bare(name);
    let words = bare.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Adds the name that was most likely meant, as it is written. Marks do not count: clerks leave
/// them out, or put them over another letter of the same word ("Qũy").
pub(crate) fn suggest(problem: Diagnostic, given: &str, names: &[&str]) -> Diagnostic {
    let bare_names: Vec<String> = names.iter().map(|name| bare(name)).collect();
    let mut problem = problem.suggest(&bare(given), bare_names.iter().map(String::as_str));
    for (key, value) in &mut problem.args {
        if let ("suggestion", Arg::Text(suggestion)) = (key.as_ref(), value)
            && let Some(at) = bare_names.iter().position(|name| name == suggestion)
        {
            names[at].clone_into(suggestion);
        }
    }
    problem
}
