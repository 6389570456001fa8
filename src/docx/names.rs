//! The bookmark of a paragraph: its key, so that what was changed in Word finds its way back to the data.
//!
//! A name has the key of the paragraph's first value, as far as Word allows (letters, digits, lines; 40 characters), and
//! a digest of file, key and letters: it also tells whether the data still say what the paragraph said.

use std::collections::BTreeSet;

use crate::blocks::Run;
use crate::fingerprint::Fingerprint;

/// How many characters the name of a bookmark has at most.
const MOST: usize = 40;
/// How many characters of the digest stand in a name.
const DIGEST: usize = 6;

/// The bookmarks of a text, each given once.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// The name of a paragraph by its letters; none when nothing of it stands in the data.
    pub(super) fn of(&mut self, runs: &[Run]) -> Option<String> {
        let place = runs.iter().filter_map(|run| run.place.as_ref());
        let (file, key) = place
            .filter_map(|place| Some((&place.file, place.key.as_ref()?)))
            .next()?;
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let digest = digest(file, key, &text);
        let stem = stem(key);
        let name = (1..).map(|count| match count {
            1 => format!("{}_{digest}", cut(&stem, MOST - DIGEST - 1)),
            _ => {
                let end = format!("_{digest}_{count}");
                format!("{}{end}", cut(&stem, MOST - end.len()))
            }
        });
        let name = { name }.find(|name| !self.0.contains(name))?;
        self.0.insert(name.clone());
        Some(name)
    }
}

/// What tells by a name whether file, key and letters are those that it was given for.
fn digest(file: &str, key: &str, text: &str) -> String {
    let digest = Fingerprint::of(file.as_bytes())
        .and(key.as_bytes())
        .and(text.as_bytes());
    digest.to_string().chars().take(DIGEST).collect()
}

/// Whether a bookmark is one that was given to a paragraph of data, and no other program's.
pub(crate) fn is_given(bookmark: &str) -> bool {
    let is_digest =
        |part: &str| part.len() == DIGEST && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    bookmark.rsplit('_').take(2).any(is_digest)
}

/// Whether a bookmark was given to a paragraph of this file that said this, under the key that it has in itself.
pub(crate) fn names_itself(bookmark: &str, file: &str, text: &str) -> bool {
    let mut parts: Vec<&str> = bookmark.split('_').collect();
    while let Some(last) = parts.pop() {
        if digest(file, &parts.join("."), text) == last {
            return true;
        }
    }
    false
}

/// Whether a bookmark was given to a paragraph of this file that said this, under a key like this one: a list may have
/// become longer or shorter since, which changes the numbers in its keys.
pub(crate) fn names(bookmark: &str, file: &str, key: &str, text: &str) -> bool {
    let numbers: Vec<&str> = bookmark
        .split('_')
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let mut numbers = numbers.iter();
    let parts: Vec<&str> = key
        .split('.')
        .map(|part| {
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            let own = if is_number { numbers.next().copied() } else { None };
            own.unwrap_or(part)
        })
        .collect();
    let own = |key: &str| {
        let digest = digest(file, key, text);
        bookmark.split('_').any(|part| part == digest)
    };
    own(key) || own(&parts.join("."))
}

/// A key in the letters that a name may have: `tasks.3.text` is `tasks_3_text`.
fn stem(key: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let stem: String = key.chars().map(letter).collect();
    // A name begins with a letter; one that begins with a line is hidden.
    if stem.starts_with(|first: char| first.is_ascii_alphabetic()) {
        stem
    } else {
        format!("k{stem}")
    }
}

fn cut(stem: &str, most: usize) -> &str {
    &stem[..stem.len().min(most)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::DataPlace;

    fn run(text: &str, key: Option<&str>) -> Run {
        Run {
            text: text.to_owned(),
            bold: false,
            italic: false,
            asked: false,
            is: None,
            place: key.map(|key| DataPlace {
                file: "data/2024/plan.yaml".to_owned(),
                line: 3,
                key: Some(key.to_owned()),
            }),
        }
    }

    #[test]
    fn a_name_has_the_key_and_is_one_that_word_allows() {
        let mut names = Names::default();
        let name = names
            .of(&[run("1. ", None), run("Đôn đốc", Some("tasks.3.text"))])
            .expect("a name");
        assert!(name.starts_with("tasks_3_text_") && name.len() == 19, "{name}");
        let long = "requirements.sections.12.paragraphs.3.items.14.text";
        let again: Vec<String> =
            (0..3).filter_map(|_| names.of(&[run("Chữ", Some(long))])).collect();
        assert!(again.iter().all(|name| name.len() <= MOST), "{again:?}");
        assert_eq!(again.iter().collect::<BTreeSet<_>>().len(), 3);
        assert_eq!(names.of(&[run("Điều 1", None)]), None);
    }

    #[test]
    fn a_name_tells_what_it_was_given_for() {
        let of = |text, key| Names::default().of(&[run(text, Some(key))]).expect("a name");
        let file = "data/2024/plan.yaml";
        let name = of("Đôn đốc", "tasks.3.text");
        assert!(is_given(&name) && !is_given("OLE_LINK1") && !is_given("Bang_1"));
        assert!(names(&name, file, "tasks.3.text", "Đôn đốc"));
        // The third task is the second now.
        assert!(names(&name, file, "tasks.2.text", "Đôn đốc"));
        assert!(!names(&name, file, "tasks.3.text", "Đôn đốc các đơn vị"));
        assert!(!names(&name, "data/2025/plan.yaml", "tasks.3.text", "Đôn đốc"));
        assert!(names_itself(&name, file, "Đôn đốc"));
        assert!(!names_itself(&name, file, "Khác"));
    }

    #[test]
    fn other_letters_have_another_name() {
        let of = |text| Names::default().of(&[run(text, Some("aims.1"))]);
        assert_ne!(of("một"), of("hai"));
        assert_eq!(of("một"), of("một"));
    }
}
