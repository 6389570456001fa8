//! The words that cells hold for the values of a few keys: as clerks write them, and as YAML does.

use crate::sheets::fold;

/// A value of a key in YAML, and what clerks write for it; the first is told when somebody writes
/// something else.
pub(super) type Word = (&'static str, &'static [&'static str]);

/// How far a task is.
pub(super) const STATES: &[Word] = &[
    ("not-started", &["Chưa thực hiện", "Chưa triển khai", "Chưa"]),
    ("doing", &["Đang thực hiện", "Đang triển khai"]),
    ("done", &["Hoàn thành", "Đã hoàn thành", "Đã thực hiện", "Đã xong", "Xong"]),
];

/// Who grants an award. The law puts ministries and branches at the level of the province.
pub(super) const LEVELS: &[Word] = &[
    ("agency", &["Cơ quan", "Cơ quan, đơn vị"]),
    ("commune", &["Xã", "Cấp xã", "Thị trấn", "Phường", "Xã, thị trấn"]),
    ("district", &["Huyện", "Cấp huyện"]),
    ("province", &["Tỉnh", "Cấp tỉnh", "Bộ, ban, ngành, tỉnh"]),
    ("government", &["Chính phủ", "Thủ tướng Chính phủ"]),
    ("state", &["Nhà nước", "Chủ tịch nước"]),
];

/// For what kind of merit.
pub(super) const WAYS: &[Word] = &[
    ("regular", &["Thường xuyên", "Khen thường xuyên", "Khen thưởng thường xuyên"]),
    ("thematic", &["Chuyên đề", "Khen chuyên đề", "Khen thưởng chuyên đề", "Theo chuyên đề"]),
    ("sudden", &["Đột xuất", "Khen đột xuất", "Khen thưởng đột xuất"]),
];

/// Proposed or granted.
pub(super) const STAGES: &[Word] = &[
    ("proposed", &["Đề nghị", "Đề nghị tặng", "Đề nghị khen thưởng", "Đang đề nghị", "Trình"]),
    (
        "granted",
        &[
            "Được tặng",
            "Đã tặng",
            "Được khen",
            "Đã khen",
            "Được khen thưởng",
            "Đã khen thưởng",
        ],
    ),
];

/// What stands before the territory of a committee that grants an award.
const COMMITTEES: [&str; 3] = ["ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "];

/// The level of an office that grants awards: "UBND huyện", "Chủ tịch UBND huyện Cao Lộc", "Chủ tịch xã".
pub(super) fn level_of_office(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let of = |is: &dyn Fn(&str) -> bool| {
        let found = LEVELS
            .iter()
            .find(|(_, words)| words.iter().any(|word| is(&fold(word))));
        found.map(|(key, _)| *key)
    };
    let office = folded.strip_prefix("chủ tịch ").unwrap_or(&folded);
    // "Chủ tịch nước" is a word itself.
    if let Some(key) =
        of(&|word: &str| word == folded.as_str()).or_else(|| of(&|word: &str| word == office))
    {
        return Some(key);
    }
    let place = COMMITTEES
        .iter()
        .find_map(|committee| office.strip_prefix(*committee))?;
    of(&|word: &str| {
        let name = place.strip_prefix(word);
        name.is_some_and(|name| name.is_empty() || name.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Level;
    use crate::papers::progress::Progressed;
    use crate::papers::results::{AwardStage, Way};

    #[test]
    fn an_office_that_grants_tells_its_level() {
        for (text, level) in [
            ("UBND huyện", Some("district")),
            ("Chủ tịch UBND huyện Cao Lộc", Some("district")),
            ("Ủy ban nhân dân tỉnh", Some("province")),
            ("Chủ tịch UBND thị trấn Cao Lộc", Some("commune")),
            ("Chủ tịch xã", Some("commune")),
            ("Chủ tịch nước", Some("state")),
            ("Huyện ủy", None),
            ("UBND", None),
            ("UBND thị xã", None),
            ("Chủ tịch", None),
        ] {
            assert_eq!(level_of_office(text), level, "{text}");
        }
    }

    #[test]
    fn every_value_of_yaml_has_its_words() {
        let keys = |words: &[Word]| words.iter().map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(keys(STATES), Progressed::ALL.map(Progressed::key));
        assert_eq!(keys(LEVELS), Level::ALL.map(Level::key));
        assert_eq!(keys(WAYS), Way::ALL.map(Way::key));
        assert_eq!(keys(STAGES), AwardStage::ALL.map(AwardStage::key));
    }
}
