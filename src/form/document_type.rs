//! The named types of documents and their abbreviations.
//!
//! In goes a name; out comes the type, when Appendix III of Decree 30/2020/NĐ-CP has it. A form may bring a
//! type of its own with an abbreviation of its own.

use std::sync::Arc;

/// A type of document, with its name and what stands for it in the symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentType {
    /// Its name: "Kế hoạch".
    pub name: Arc<str>,
    /// Its abbreviation in the symbol: "KH". None in a letter, whose symbol names the drafter.
    pub abbreviation: Arc<str>,
}

/// The table of Appendix III, in its order.
const TYPES: [(&str, &str); 27] = [
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
];

impl DocumentType {
    /// A type without an abbreviation, such as an official letter's.
    pub fn unabbreviated(name: &str) -> Self {
        Self { name: name.into(), abbreviation: "".into() }
    }

    /// The names of all types that have an abbreviation.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TYPES.into_iter().map(|(name, _)| name)
    }

    /// Whether papers of this type, beside official letters, are addressed: "Kính gửi" stands above their text and
    /// "Như trên" below (Decree 30/2020/NĐ-CP, Appendix I, II.9).
    pub fn is_addressed(&self) -> bool {
        let begins = |name: &str| {
            let rest = self.name.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        ["Tờ trình", "Báo cáo"].into_iter().any(begins)
    }

    /// The type of this name.
    pub fn named(name: &str) -> Option<Self> {
        let (name, abbreviation) = TYPES.into_iter().find(|(known, _)| *known == name)?;
        Some(Self {
            name: name.into(),
            abbreviation: abbreviation.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DocumentType, TYPES};

    #[test]
    fn names_and_abbreviations_are_those_of_the_table() {
        let plan = DocumentType::named("Kế hoạch").map(|found| found.abbreviation);
        assert_eq!(plan.as_deref(), Some("KH"));
        assert_eq!(DocumentType::named("Công văn"), None, "it has no name of its own");
        let is_addressed = |name: &str| DocumentType::unabbreviated(name).is_addressed();
        let names = ["Báo cáo", "Báo cáo nhanh", "Kế hoạch", "Thông báo"];
        assert_eq!(names.map(is_addressed), [true, true, false, false]);
        let abbreviations: BTreeSet<&str> =
            TYPES.into_iter().map(|(_, short)| short).collect();
        assert_eq!(abbreviations.len(), 27);
    }
}
