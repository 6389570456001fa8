//! Texts that were typed in an encoding of the past, TCVN3 (ABC) or VNI: without its font such a text looks like
//! `ViÖc tæ chøc` or `Coâng taùc`.
//!
//! In go the values of a file; out comes one mistake for all of them. A word is in such an encoding when it is no
//! Vietnamese syllable as it stands and becomes one when it is decoded, and a text when several of its words are and
//! few are not: foreign names and phrases stay what they are.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::normal::normalised;
use crate::diag::{Code, Diagnostic, Place};

/// An encoding of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OldEncoding {
    /// Each letter with its mark is one letter of Latin-1.
    Tcvn3,
    /// A mark is a letter of Latin-1 behind its vowel.
    Vni,
}

impl OldEncoding {
    const ALL: [Self; 2] = [Self::Tcvn3, Self::Vni];

    /// Its name, as programs that convert call it.
    fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI Windows",
        }
    }

    /// What a text says that is known to be in this encoding; signs that it does not have stay.
    pub(crate) fn decode(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => text
                .chars()
                .map(|letter| of_tcvn3(letter).unwrap_or(letter))
                .collect(),
            Self::Vni => by_words(text, |word| {
                Some(like(&of_vni(word).unwrap_or_else(|| word.to_owned()), word))
            }),
        }
    }

    /// Whether a text is in this encoding as a whole: some of its words are for sure, and it has no letter that the
    /// encoding lacks.
    pub(crate) fn is_of(self, text: &str) -> bool {
        let is_of_today =
            text.chars().any(|letter| letter > '\u{FF}' && letter.is_alphabetic());
        !is_of_today && text.split(is_between).any(|word| self.read(word).is_some())
    }

    /// What a text says of which some words are in this encoding: those that cannot be read without it.
    pub(crate) fn decode_words(self, text: &str) -> String {
        by_words(text, |word| Some(like(&self.read(word)?, word)))
    }

    /// What a word says that is in this encoding and cannot be read without it.
    fn read(self, word: &str) -> Option<String> {
        // All letters of both are of Latin-1, which most words of today leave. A sign that stands alone is a sign.
        let is_of_today = word.chars().any(|letter| letter > '\u{FF}');
        if is_of_today || word.chars().nth(1).is_none() {
            return None;
        }
        let decoded = match self {
            Self::Tcvn3 => word.chars().map(of_tcvn3).collect::<Option<String>>(),
            Self::Vni => of_vni(word),
        }?;
        // Whether it is a syllable as it stands is the dearer question.
        (is_syllable(&decoded) && !is_syllable(word)).then_some(decoded)
    }
}

/// A text of which each word is read by a rule, where that reads it.
fn by_words(text: &str, read: impl Fn(&str) -> Option<String>) -> String {
    let mut found = String::new();
    for piece in text.split_inclusive(is_between) {
        let word = piece.trim_end_matches(is_between);
        match read(word) {
            Some(decoded) => found.push_str(&decoded),
            None => found.push_str(word),
        }
        found.push_str(&piece[word.len()..]);
    }
    found
}

/// What was read of a word in small letters, in the capitals of the word.
fn like(read: &str, word: &str) -> String {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if first
        && letters.all(|letter| letter.is_uppercase() || letter.to_uppercase().eq([letter]))
    {
        let is_word = word.chars().count() > 1;
        return if is_word { read.to_uppercase() } else { capital(read) };
    }
    if first { capital(read) } else { read.to_owned() }
}

/// A word with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Whether a sign stands between words.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || (letter.is_ascii() && !letter.is_ascii_alphabetic())
        || (letter > '\u{FF}' && !letter.is_alphanumeric())
}

/// The encoding of the past that texts are in, if they are in one.
pub(crate) fn encoding_of<'t>(
    texts: impl Iterator<Item = Cow<'t, str>>,
) -> Option<OldEncoding> {
    let (encoding, _) = old_words(texts.map(|text| (text, None)))?;
    Some(encoding)
}

/// How many different words of a text must be in an old encoding.
const FEWEST_IN_A_TEXT: usize = 2;

/// How many different words of a file must be, when no text has so many.
const FEWEST_IN_A_FILE: usize = 3;

/// The mistake of a file that is in an encoding of the past, at the first text that is.
pub(crate) fn old_letters<'t>(
    texts: impl Iterator<Item = (Cow<'t, str>, Place)>,
) -> Option<Diagnostic> {
    let (encoding, words) = old_words(texts.map(|(text, place)| (text, Some(place))))?;
    words.diagnostic(encoding)
}

/// The words of texts that are in an encoding of the past, with the encoding.
fn old_words<'t>(
    texts: impl Iterator<Item = (Cow<'t, str>, Option<Place>)>,
) -> Option<(OldEncoding, OldWords)> {
    let mut whole = OldEncoding::ALL.map(|encoding| (encoding, OldWords::default()));
    for (text, place) in texts {
        if text.is_ascii() {
            continue;
        }
        let text = normalised(&text);
        for (encoding, words) in &mut whole {
            let own = OldWords::of(&text, *encoding, place.as_ref());
            if own.are_many(FEWEST_IN_A_TEXT) {
                return Some((*encoding, own));
            }
            words.add(own);
        }
    }
    whole.into_iter().find(|(_, words)| words.are_many(FEWEST_IN_A_FILE))
}

/// The words with letters of Latin-1 or beyond: those in an old encoding, and the others.
#[derive(Default)]
struct OldWords {
    old: BTreeSet<String>,
    count: usize,
    others: usize,
    /// The first one, what it says, and where.
    first: Option<(String, String, Option<Place>)>,
}

impl OldWords {
    fn of(text: &str, encoding: OldEncoding, place: Option<&Place>) -> Self {
        let mut found = Self::default();
        for word in text.split(is_between).filter(|word| !word.is_ascii()) {
            let Some(read) = encoding.read(word) else {
                found.others += 1;
                continue;
            };
            found.count += 1;
            if found.first.is_none() {
                found.first = Some((word.to_owned(), read, place.cloned()));
            }
            found.old.insert(word.to_lowercase());
        }
        found
    }

    fn add(&mut self, more: Self) {
        self.old.extend(more.old);
        self.count += more.count;
        self.others += more.others;
        if self.first.is_none() {
            self.first = more.first;
        }
    }

    fn are_many(&self, fewest: usize) -> bool {
        self.old.len() >= fewest && self.others <= self.count
    }

    fn diagnostic(self, encoding: OldEncoding) -> Option<Diagnostic> {
        let (word, read, place) = self.first?;
        Some(
            Diagnostic::error(Code::OldLetters, &place?)
                .with("encoding", encoding.name())
                .with("word", word)
                .with("read", read),
        )
    }
}

/// The letters of TCVN3, and what they stand for.
const TCVN3: [(char, char); 74] = [
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{AD}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

fn of_tcvn3(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter);
    }
    let known = TCVN3.iter().find(|(old, _)| *old == letter);
    known.map(|(_, read)| *read)
}

/// The marks of VNI behind a vowel: of tone; of "â" with its tone; of "ă" with its tone.
const TONES: [(char, &str); 5] =
    [('ù', "\u{301}"), ('ø', "\u{300}"), ('û', "\u{309}"), ('õ', "\u{303}"), ('ï', "\u{323}")];
const HATS: [(char, &str); 6] = [
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
];
const BREVES: [(char, &str); 6] = [
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// The letters of VNI that stand for one letter with its mark.
const ALONE: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('î', 'ỵ'),
];

fn of_vni(word: &str) -> Option<String> {
    let mut read = String::new();
    let word = word.to_lowercase();
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii() {
            read.push(letter);
        } else {
            read.push(ALONE.iter().find(|(old, _)| *old == letter)?.1);
        }
        let known: &[&[(char, &str)]] = match letter {
            'a' => &[&TONES, &HATS, &BREVES],
            'e' | 'o' => &[&TONES, &HATS],
            'u' | 'y' | 'ô' | 'ö' => &[&TONES],
            _ => &[],
        };
        let mark = letters.peek().and_then(|next| {
            let mut all = known.iter().flat_map(|marks| marks.iter());
            all.find(|(old, _)| old == next).map(|(_, mark)| *mark)
        });
        if let Some(mark) = mark {
            read.push_str(mark);
            letters.next();
        }
    }
    Some(read.nfc().collect())
}

/// Whether a word is a Vietnamese syllable: a beginning, a rime, and a tone that the rime can have.
fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_tone = |mark: &char| {
        matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
    };
    let tones: Vec<char> = lower.nfd().filter(is_tone).collect();
    let plain: String = lower.nfd().filter(|mark| !is_tone(mark)).nfc().collect();
    // A syllable that is stopped has one of two tones.
    let is_stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    let fits = match tones.as_slice() {
        [] => !is_stopped,
        [tone] => !is_stopped || matches!(tone, '\u{301}' | '\u{323}'),
        _ => false,
    };
    let is_rime = |rest: &str| KNOWN_RIMES.contains(rest);
    fits && ONSETS
        .iter()
        .any(|onset| plain.strip_prefix(onset).is_some_and(is_rime))
}

/// The rimes, to look one up.
static KNOWN_RIMES: LazyLock<HashSet<&str>> = LazyLock::new(|| RIMES.split(' ').collect());

/// How syllables begin.
const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// How they go on, without tones.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong \
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi \
    uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp \
    ươt ươu ưt ưu y yêm yên yêng yêt yêu";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    /// The word that is told, and what it says.
    fn told(texts: &[&str]) -> Option<(String, String)> {
        let file = Sources::default().add("data/test.yaml", "");
        let texts = texts
            .iter()
            .map(|text| (Cow::Borrowed(*text), Place::new(file, 0..0)));
        let found = old_letters(texts)?;
        assert_eq!(found.code, Code::OldLetters);
        Some((found.text("word")?.to_owned(), found.text("read")?.to_owned()))
    }

    #[test]
    fn texts_of_both_encodings_are_recognised() {
        for (text, word, read) in [
            ("ViÖc tæ chøc thùc hiÖn", "ViÖc", "Việc"),
            ("Uû ban nh©n d©n x· Gia C¸t", "Uû", "Uỷ"),
            ("C«ng t¸c thi ®ua, khen th\u{AD}ëng", "C«ng", "Công"),
            ("KÕ ho¹ch n¨m 2024", "ho¹ch", "hoạch"),
            ("Coâng taùc thi ñua, khen thöôûng", "Coâng", "công"),
            ("UÛy ban nhaân daân huyeän", "UÛy", "ủy"),
            ("KEÁ HOAÏCH NAÊM 2024", "KEÁ", "kế"),
            ("Toå chöùc thöïc hieän", "Toå", "tổ"),
        ] {
            assert_eq!(told(&[text]), Some((word.to_owned(), read.to_owned())), "{text}");
        }
        // Where each text has one such word, the file is judged.
        let units = ["Phßng 1", "Phßng 2", "HuyÖn 3", "TØnh 4"];
        assert!(told(&units).is_some());
    }

    #[test]
    fn right_texts_and_foreign_names_stay() {
        for text in [
            "Việc tổ chức thực hiện công tác thi đua, khen thưởng năm 2024",
            "Ông Nguyễn Đình Böll, bà Renée Müller, hãng Citroën, Noël, Saïd, café à la carte",
            "crème brûlée, déjà vu, où est-ce, garçon, à Zürich, señor Muñoz, smörgåsbord",
            "có cô bé và hè; quý, giá, hoà, thuỷ, tuân, xuân, quốc, khuya, ngoằn ngoèo",
            "«trích dẫn» © 2024 ® § 5 · µg ½ ¾ 2×3 ± 5° m² – “đơn”",
            "HOÀ BÌNH, THUÝ, QUÍ, ĐOÀN KẾT",
        ] {
            assert_eq!(told(&[text]), None, "{text}");
        }
        // One that looks like it among many that do not.
        let one = "Nhà hàng Thaï ở xã Gia Cát, huyện Cao Lộc tổ chức hội nghị";
        assert_eq!(told(&[one, one, one]), None);
    }

    #[test]
    fn a_syllable_is_known_by_its_parts() {
        for word in
            ["nghiêng", "giếng", "quyết", "ưu", "ốc", "Khuỷu", "yếu", "hoà", "hòa", "gì"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["viöc", "tæ", "oâng", "cac", "càc", "fa", "thắằ", "ô2", "b"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
