//! Short forms of names: "LĐTT" for "Lao động tiên tiến", "Phòng GD&ĐT", "UBND TT Cao Lộc".
//!
//! A word of a short form is a word of the name, or in capitals the first letters of some that follow each
//! other. Which name is meant is for the caller to decide: a short form may be that of several.

use unicode_normalization::UnicodeNormalization;

use crate::sheets::name_key;
use crate::yaml::normalised;

/// The fewest letters that stand for as many words.
const FEWEST: usize = 2;
/// A word that short forms leave out.
const AND: &str = "và";

/// Whether a text is a short form of a name.
pub(super) fn is_short_for(given: &str, name: &str) -> bool {
    let given = words(given);
    if !given.iter().any(|word| is_capital(word)) {
        return false;
    }
    let name: Vec<String> = words(name).iter().map(|word| name_key(word)).collect();
    stands_for(&given, &name)
}

/// The words of a text, without what stands between them.
fn words(text: &str) -> Vec<String> {
    // Both ways of writing a letter with its marks are one letter.
    let text = normalised(text);
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().count() >= FEWEST && word.chars().all(char::is_uppercase)
}

/// Whether words stand for all words of a name, which are in small letters.
fn stands_for(given: &[String], name: &[String]) -> bool {
    let Some((word, others)) = given.split_first() else { return name.is_empty() };
    let folded = name_key(word);
    let is_same = name.first() == Some(&folded);
    if is_same && stands_for(others, name.get(1..).unwrap_or_default()) {
        return true;
    }
    let is_skipped = |name: &[String]| name.first().is_some_and(|word| word == AND);
    if is_skipped(name) && stands_for(given, name.get(1..).unwrap_or_default()) {
        return true;
    }
    is_capital(word)
        && after_initials(&folded, name).is_some_and(|rest| stands_for(others, rest))
}

/// What follows the words of a name whose first letters these are.
fn after_initials<'n>(letters: &str, name: &'n [String]) -> Option<&'n [String]> {
    let mut rest = name;
    for letter in letters.chars() {
        if rest.first().is_some_and(|word| word == AND) && letter != 'v' {
            rest = rest.get(1..)?;
        }
        let (word, others) = rest.split_first()?;
        // "UBND" has no mark over its "U".
        if word.nfd().next() != Some(letter) {
            return None;
        }
        rest = others;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stand_for_words() {
        for (given, name) in [
            ("LĐTT", "Lao động tiên tiến"),
            ("CSTĐCS", "Chiến sĩ thi đua cơ sở"),
            ("CSTĐ cơ sở", "Chiến sĩ thi đua cơ sở"),
            ("Tập thể LĐTT", "Tập thể lao động tiên tiến"),
            ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
            ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
            ("Phòng NN và PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
            ("VP HĐND&UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
            ("UBND TT. Cao Lộc", "Ủy ban nhân dân thị trấn Cao Lộc"),
        ] {
            assert!(is_short_for(given, name), "{given}");
        }
        // Names are looked up by their keys, which have each tone in one place.
        for given in ["Liên đoàn LĐ", "Liên đòan LĐ"] {
            assert!(is_short_for(given, &name_key("Liên đoàn Lao động")), "{given}");
        }
        for (given, name) in [
            ("", ""),
            ("lđtt", "Lao động tiên tiến"),
            ("LĐT", "Lao động tiên tiến"),
            ("LĐTTX", "Lao động tiên tiến"),
            ("TTLĐTT", "Lao động tiên tiến"),
            ("Lao động tiên tiến", "Lao động tiên tiến"),
            ("Xã", "Xã Gia Cát"),
        ] {
            assert!(!is_short_for(given, name), "{given}");
        }
    }
}
