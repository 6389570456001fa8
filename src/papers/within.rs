//! A title within a sentence: "Công tác …" is "KẾ HOẠCH công tác …" there, and Hoàng Văn Thụ stays
//! Hoàng Văn Thụ.
//!
//! A capital is a writer's statement: "Cao Lộc chung sức" may begin with a name, "Công tác thi đua"
//! does not. So only the words of a list lose it (`common-words.txt`); whatever else begins a title
//! keeps it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The beginnings that lose their capital, in small letters.
static COMMON: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("common-words.txt").lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// The most words of a beginning in the list.
const MOST_WORDS: usize = 4;

/// Names and words of respect of which only the first has a capital (Decree 30/2020/NĐ-CP, Appendix II,
/// IV and V): they are no common words, and their capital reads well within a sentence.
const CAPITALS: [&str; 38] = [
    "Ban",
    "Bác",
    "Bảo hiểm xã hội",
    "Bệnh viện",
    "Bộ",
    "Chi bộ",
    "Chi cục",
    "Chi đoàn",
    "Chính phủ",
    "Chủ nghĩa",
    "Chủ tịch",
    "Công ty",
    "Cục",
    "Di chúc",
    "Đảng",
    "Đoàn",
    "Hiến pháp",
    "Hội",
    "Huyện",
    "Kho bạc",
    "Liên đoàn",
    "Luật",
    "Mặt trận",
    "Nhà",
    "Nhân dân",
    "Phòng",
    "Quân",
    "Quốc",
    "Sở",
    "Tết",
    "Thường trực",
    "Thường vụ",
    "Tỉnh",
    "Tổ quốc",
    "Trung tâm",
    "Trường",
    "Ủy ban",
    "Ủy viên",
];

/// The same in small letters.
static NAMED: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| CAPITALS.iter().map(|name| name.to_lowercase()).collect());

/// A title as it stands within a sentence: without its capital where it begins with a common word.
pub fn within_sentence(title: &str) -> Cow<'_, str> {
    match title.chars().next() {
        Some(first) if first.is_uppercase() && is_common(title) => {
            let rest = &title[first.len_utf8()..];
            Cow::Owned(first.to_lowercase().chain(rest.chars()).collect())
        }
        _ => Cow::Borrowed(title),
    }
}

/// A title as it stands by itself: with a capital, however it was typed.
pub fn by_itself(title: &str) -> Cow<'_, str> {
    match title.chars().next() {
        Some(first) if first.is_lowercase() => {
            let rest = &title[first.len_utf8()..];
            Cow::Owned(first.to_uppercase().chain(rest.chars()).collect())
        }
        _ => Cow::Borrowed(title),
    }
}

/// Whether the capital that a title keeps within a sentence may well be wrong there: what follows has a
/// small letter, as in no name of a person or place, and it is no name of an office either.
pub fn capital_is_doubtful(title: &str) -> bool {
    let mut words = title.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let capitals = first.chars().filter(|letter| letter.is_uppercase()).count();
    let begins = |name: &&str| {
        let rest = title.strip_prefix(*name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    capitals == 1
        && first.chars().count() > 1
        && first.starts_with(char::is_uppercase)
        && !second.starts_with(char::is_uppercase)
        && !is_common(title)
        && !CAPITALS.iter().any(begins)
}

/// Words that begin the name of an office or an act, and behind which never a person or a place is named but
/// a field: "Luật Đất đai", "Sở Tài chính" (Decree 30/2020/NĐ-CP, Appendix II, IV and V).
const HEADS_OF_TITLES: [&str; 9] =
    ["Ban", "Bộ", "Cục", "Đảng", "Luật", "Phòng", "Sở", "Viện", "Vụ"];

/// Whether a word begins the name of an office or an act that goes on with the name of a field.
pub(crate) fn heads_a_title(word: &str) -> bool {
    HEADS_OF_TITLES.contains(&word)
}

/// Whether a text begins with a common word of two syllables ("Thi đua", "khen thưởng"), whatever their capitals.
pub(crate) fn begins_with_compound(text: &str) -> bool {
    let Some(end) = word_ends(text).get(1).copied() else { return false };
    let words = text[..end].to_lowercase();
    COMMON.contains(words.as_str()) || NAMED.contains(&words)
}

/// Whether a title begins with words of the list.
fn is_common(title: &str) -> bool {
    let ends = word_ends(title);
    let mut beginnings = ends.iter().enumerate();
    beginnings.any(|(at, end)| {
        let beginning = &title[..*end];
        let (first, rest) =
            beginning.split_at(beginning.chars().next().map_or(0, char::len_utf8));
        let known = first.to_lowercase() + rest;
        // A word alone may be the first of a name; no name goes on with an abbreviation ("Trình UBND tỉnh").
        let behind = title[*end..].trim_start();
        let alone = at == 0
            && behind.starts_with(char::is_uppercase)
            && !begins_with_abbreviation(behind);
        !alone && COMMON.contains(known.as_str())
    })
}

/// Whether a text begins with an abbreviation: "UBND tỉnh", "HĐND".
fn begins_with_abbreviation(text: &str) -> bool {
    let mut letters = text.chars().take_while(|letter| letter.is_alphabetic());
    letters
        .by_ref()
        .take(2)
        .filter(|letter| letter.is_uppercase())
        .count()
        == 2
        && letters.all(char::is_uppercase)
}

/// Where the first words end; a comma between two of them belongs to both ("Phòng, chống").
fn word_ends(title: &str) -> Vec<usize> {
    let is_end = |(at, letter): &(usize, char)| *at > 0 && !letter.is_alphabetic();
    let inside = |(at, _): &(usize, char)| title[..*at].ends_with(char::is_alphabetic);
    let ends = title
        .char_indices()
        .chain([(title.len(), ' ')])
        .filter(is_end)
        .filter(inside);
    ends.map(|(at, _)| at).take(MOST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_lose_their_capital() {
        for title in [
            "Công tác thi đua, khen thưởng năm 2024",
            "Phát động phong trào thi đua",
            "Phòng, chống thiên tai",
            "Về việc cử cán bộ",
            "Các đồng chí lãnh đạo tỉnh Lạng Sơn",
            "Các đơn vị",
            "Đồng chí Nguyễn Duy Anh",
            "Lễ phát động",
            "Trên địa bàn huyện Cao Lộc.",
            "Rà soát, bổ sung danh sách",
            "Trình UBND tỉnh khen thưởng",
            "Năm 2024",
            "Tổ chức",
            "Đẩy mạnh chuyển đổi số",
            "Suy tôn cụm trưởng",
            "Quý vị đại biểu",
        ] {
            let lowered = within_sentence(title);
            assert!(lowered.starts_with(char::is_lowercase), "{lowered}");
            assert_eq!(by_itself(&lowered), title);
            assert!(!capital_is_doubtful(title), "{title}");
        }
    }

    #[test]
    fn names_and_abbreviations_keep_theirs() {
        for title in [
            "Nguyễn Duy Anh",
            "Hoàng Văn Thụ",
            "Cao Lộc chung sức xây dựng nông thôn mới",
            "Công Sơn",
            "Bình Trung",
            "Các Mác",
            "Lễ Vu Lan",
            "Thi Sách",
            "UBND huyện",
            "Hòa Cư",
            "Tổ Quốc",
            "Xuân Long",
            "Thường trực Huyện ủy",
            "Nhân dân các dân tộc",
            "Ủy ban nhân dân huyện",
            "Ban Thường vụ Huyện ủy",
            "Luật Thi đua, khen thưởng",
            "Tết Nguyên đán",
            "Đảng bộ huyện",
            "2024",
            "",
            "Đ",
        ] {
            assert_eq!(within_sentence(title), title);
            assert!(!capital_is_doubtful(title), "{title}");
        }
    }

    #[test]
    fn what_may_be_wrong_is_told() {
        for title in ["Ngóng trông tin vui", "Khơi dậy 02 khát vọng"] {
            assert!(capital_is_doubtful(title), "{title}");
        }
        for title in ["ngóng trông", "Ngóng", "Đồng Đăng vươn lên", "NGÓNG trông"]
        {
            assert!(!capital_is_doubtful(title), "{title}");
        }
    }

    #[test]
    fn the_list_is_in_small_letters_and_says_nothing_twice() {
        let lines = include_str!("common-words.txt").lines();
        let entries: Vec<&str> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        assert_eq!(entries.len(), COMMON.len());
        for entry in entries {
            assert_eq!(entry, entry.to_lowercase().trim());
            assert!(entry.split_whitespace().count() <= MOST_WORDS, "{entry}");
        }
    }
}
