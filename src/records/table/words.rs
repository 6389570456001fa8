//! The words that cells hold for the values of a few keys: as clerks write them, and as YAML does.

use super::names::fold;

/// A value of a key in YAML, and what clerks write for it; the first is told when somebody writes
/// something else.
pub(super) type Word = (&'static str, &'static [&'static str]);

/// How far a task is.
pub(super) const STATES: &[Word] = &[
    ("not-started", &["Chưa thực hiện"]),
    ("doing", &["Đang thực hiện"]),
    ("done", &["Hoàn thành", "Đã hoàn thành"]),
];

/// Who grants an award. The law puts ministries and branches at the level of the province.
pub(super) const LEVELS: &[Word] = &[
    ("agency", &["Cơ quan", "Cơ quan, đơn vị"]),
    ("commune", &["Xã", "Cấp xã"]),
    ("district", &["Huyện", "Cấp huyện"]),
    ("province", &["Tỉnh", "Cấp tỉnh", "Bộ, ban, ngành, tỉnh"]),
    ("government", &["Chính phủ", "Thủ tướng Chính phủ"]),
    ("state", &["Nhà nước", "Chủ tịch nước"]),
];

/// For what kind of merit.
pub(super) const WAYS: &[Word] =
    &[("regular", &["Thường xuyên"]), ("thematic", &["Chuyên đề"]), ("sudden", &["Đột xuất"])];

/// Proposed or granted.
pub(super) const STAGES: &[Word] = &[("proposed", &["Đề nghị"]), ("granted", &["Được tặng"])];

/// What stands before sums, and over the column of a whole.
const TOTALS: [&str; 4] = ["tổng", "cộng", "tổng cộng", "tổng số"];

/// Whether a text is what stands before sums: "Tổng cộng:", "Cộng (I + II)".
pub(super) fn is_total(text: &str) -> bool {
    let (bare, _) = text.split_once('(').unwrap_or((text, ""));
    TOTALS.contains(&fold(bare).trim_end_matches([':', ' ', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Level;
    use crate::papers::progress::Progressed;
    use crate::papers::results::{AwardStage, Way};

    #[test]
    fn every_value_of_yaml_has_its_words() {
        let keys = |words: &[Word]| words.iter().map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(keys(STATES), Progressed::ALL.map(Progressed::key));
        assert_eq!(keys(LEVELS), Level::ALL.map(Level::key));
        assert_eq!(keys(WAYS), Way::ALL.map(Way::key));
        assert_eq!(keys(STAGES), AwardStage::ALL.map(AwardStage::key));
    }
}
