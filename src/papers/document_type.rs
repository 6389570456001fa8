//! The named types of documents and their abbreviations.

use crate::office::Competence;

/// A type of document that has a name of its own (Decree 30/2020/NĐ-CP, Appendix III).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentType {
    /// Its name: "Kế hoạch".
    pub name: &'static str,
    /// Its abbreviation in the symbol: "KH".
    pub abbreviation: &'static str,
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
    /// A plan.
    pub const PLAN: Self = Self { name: "Kế hoạch", abbreviation: "KH" };
    /// A report.
    pub const REPORT: Self = Self { name: "Báo cáo", abbreviation: "BC" };

    /// A notice.
    pub const NOTICE: Self = Self { name: "Thông báo", abbreviation: "TB" };
    /// An official letter. It has neither a name in its title nor an abbreviation.
    pub const LETTER: Self = Self { name: "Công văn", abbreviation: "" };
    /// A speech, which is no document of the decree: it has no number.
    pub const SPEECH: Self = Self { name: "Lời phát động", abbreviation: "" };

    /// Whose paper of this type it is, unless the paper says otherwise: what a committee issues is
    /// the committee's; a speech is its speaker's own.
    pub fn competence(self) -> Competence {
        if self == Self::SPEECH { Competence::Head } else { Competence::Collective }
    }

    /// All types that have an abbreviation.
    pub fn all() -> impl Iterator<Item = Self> {
        TYPES
            .into_iter()
            .map(|(name, abbreviation)| Self { name, abbreviation })
    }

    /// The type of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|found| found.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentType;

    #[test]
    fn the_constants_are_those_of_the_table() {
        for known in [DocumentType::PLAN, DocumentType::REPORT, DocumentType::NOTICE] {
            assert_eq!(DocumentType::named(known.name), Some(known));
        }
        assert_eq!(DocumentType::named("Công văn"), None, "it has no name of its own");
        let mut abbreviations: Vec<_> =
            DocumentType::all().map(|found| found.abbreviation).collect();
        abbreviations.sort_unstable();
        abbreviations.dedup();
        assert_eq!(abbreviations.len(), 27);
    }
}
