//! One form for every spelling of a word, so that tables of words need one entry each: lower case, one
//! place of the tone mark, one of i/y, one character for each sort of mark.

/// Spellings of one syllable; the second is the one used in the tables.
const SPELLINGS: [(&str, &str); 8] = [
    ("kỉ", "kỷ"),
    ("kì", "kỳ"),
    ("kí", "ký"),
    ("quí", "quý"),
    ("qúy", "quý"),
    ("tỉ", "tỷ"),
    ("lí", "lý"),
    ("sỹ", "sĩ"),
];

/// Ends of syllables with the tone on the second vowel and on the first.
pub(crate) const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// One form for every spelling of a word.
pub(super) fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    if let Some((_, usual)) = SPELLINGS.iter().find(|(other, _)| *other == lower) {
        return (*usual).to_owned();
    }
    // "quý" is no "q" + "uý": its u belongs to the consonant.
    if lower.starts_with('q') {
        return lower;
    }
    for (other, usual) in TONES {
        if let Some(start) = lower.strip_suffix(other) {
            return format!("{start}{usual}");
        }
    }
    lower
}

/// The one character that stands for all of its sort.
pub(super) fn plain_mark(mark: char) -> char {
    match mark {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '«' | '„' => '“',
        '»' => '”',
        '∕' | '⁄' => '/',
        other => other,
    }
}

/// Characters that are not there for a reader of the words.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '*' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}')
}
