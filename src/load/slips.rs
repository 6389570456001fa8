//! Slips of the pen that texts of this trade have: "115 ngày sinh" for "115 năm ngày sinh", "tỉnh huyện Cao Lộc".
//!
//! In go the texts of a paper; out come warnings at them. Of a task whose words were corrected only those count:
//! the slip of an issued paper stays in that paper.

use super::capitals::wrong_capitals;
use crate::diag::{Code, Diagnostic};
use crate::papers::Text;
use crate::values::Context;

/// Points out slips in the texts of a paper.
pub(super) fn slips<'t>(texts: impl IntoIterator<Item = &'t Text>, cx: &mut Context<'_>) {
    let directory = cx.setting.directory;
    let territories: Vec<&str> =
        directory.agencies().filter_map(|agency| agency.territory()).collect();
    for text in texts {
        let (letters, Some(at)) = (text.letters(), text.place()) else { continue };
        if let Some((said, meant)) = years_missing(&letters) {
            let warning = Diagnostic::warning(Code::YearsWordMissing, &at.place);
            cx.report(warning.with("said", said).with("proposals", meant));
        }
        for wrong in wrong_capitals(&letters, cx.setting.acts, &territories) {
            let warning = Diagnostic::warning(Code::WrongCapital, &at.place);
            cx.report(
                warning
                    .with("said", wrong.said)
                    .with("meant", wrong.meant)
                    .with("rule", wrong.rule.name()),
            );
        }
        if let Some(said) = two_levels(&letters) {
            let warning = Diagnostic::warning(Code::TwoLevels, &at.place);
            cx.report(warning.with("said", said));
        }
    }
}

/// What days are of: behind a number and "ngày", years are counted and not days.
const OF_DAYS: [&[&str]; 6] = [
    &["sinh"],
    &["mất"],
    &["thành", "lập"],
    &["truyền", "thống"],
    &["giải", "phóng"],
    &["toàn", "quốc", "kháng", "chiến"],
];

/// A number of years whose word is missing, and how it is meant: "115 ngày sinh", "115 năm ngày sinh".
fn years_missing(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(at, number)| {
        let count = number.parse::<u16>().ok().filter(|count| (5..1000).contains(count))?;
        let day = words.get(at + 1).filter(|word| word.to_lowercase() == "ngày")?;
        let of = &words[at + 2..];
        let bare =
            |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let found = OF_DAYS.iter().find(|phrase| {
            of.len() >= phrase.len()
                && phrase.iter().zip(of).all(|(own, word)| bare(word) == **own)
        })?;
        // "05 ngày sinh hoạt" are days.
        let is_other = **found == ["sinh"]
            && of
                .get(1)
                .is_some_and(|next| ["hoạt", "sống"].contains(&bare(next).as_str()));
        let behind = of[..found.len()].join(" ");
        (!is_other).then(|| {
            (format!("{count} {day} {behind}"), format!("{count} năm {day} {behind}"))
        })
    })
}

/// Words for the levels of places.
const LEVELS: [&str; 5] = ["tỉnh", "huyện", "xã", "phường", "quận"];

/// Two levels of which only one can be meant, before the name of a place: "tỉnh huyện Cao Lộc".
fn two_levels(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    words.windows(3).find_map(|three| match three {
        [first, second, name]
            if LEVELS.contains(first) && LEVELS.contains(second) && is_name(name) =>
        {
            Some(format!("{first} {second} {name}"))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_their_word_are_seen() {
        let found = |text: &str| years_missing(text).map(|(_, meant)| meant);
        for (text, meant) in [
            ("kỷ niệm 115 ngày sinh đồng chí Hoàng Văn Thụ", "115 năm ngày sinh"),
            ("chào mừng 80 Ngày thành lập QĐND Việt Nam", "80 năm Ngày thành lập"),
            ("kỷ niệm 55 ngày mất, 60 năm ngày cưới", "55 năm ngày mất,"),
        ] {
            assert_eq!(found(text).as_deref(), Some(meant), "{text}");
        }
        for text in [
            "kỷ niệm 115 năm ngày sinh đồng chí Hoàng Văn Thụ",
            "trong 10 ngày sinh hoạt chính trị",
            "chậm nhất 15 ngày làm việc",
            "năm 2024 ngày thành lập",
            "sau 30 ngày",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn two_levels_before_a_name_are_seen() {
        assert_eq!(
            two_levels("trên địa bàn tỉnh huyện Cao Lộc.").as_deref(),
            Some("tỉnh huyện Cao")
        );
        for text in [
            "trên địa bàn tỉnh, huyện Cao Lộc",
            "các tỉnh huyện miền núi",
            "UBND tỉnh Lạng Sơn",
        ] {
            assert_eq!(two_levels(text), None, "{text}");
        }
    }
}
