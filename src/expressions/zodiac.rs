//! The names of lunar years: ten stems and twelve branches, together a round of sixty.

/// The ten stems; the year 4 of our era was a Giáp year.
const STEMS: [&str; 10] =
    ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];

/// The twelve branches; the year 4 of our era was a Tý year.
const BRANCHES: [&str; 12] =
    ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// Spellings of branches beside the usual one.
const SPELLINGS: [(&str, &str); 4] =
    [("tí", "tý"), ("tị", "tỵ"), ("mẹo", "mão"), ("mẫo", "mão")];

/// The name of a lunar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Zodiac {
    /// The place in the round of sixty, 0 for Giáp Tý.
    place: u16,
}

impl Zodiac {
    /// The name of the lunar year that begins in a year.
    pub(crate) fn of(year: u16) -> Self {
        Self { place: (year + 56) % 60 }
    }

    /// The stem and the branch as they are written: `Ất`, `Tỵ`.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        let stem = STEMS.iter().cycle().nth(self.place.into());
        let branch = BRANCHES.iter().cycle().nth(self.place.into());
        (stem.copied().unwrap_or_default(), branch.copied().unwrap_or_default())
    }

    pub(super) fn parse(stem: &str, branch: &str) -> Option<Self> {
        let usual = SPELLINGS.iter().find(|(other, _)| *other == branch);
        let branch = usual.map_or(branch, |(_, usual)| usual);
        (0..60).map(|place| Self { place }).find(|zodiac| {
            let (own_stem, own_branch) = zodiac.words();
            own_stem.to_lowercase() == stem && own_branch.to_lowercase() == branch
        })
    }
}

/// Whether two folded words are the name of a lunar year.
pub(super) fn is_name(stem: &str, branch: &str) -> bool {
    Zodiac::parse(stem, branch).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_round_of_sixty() {
        let name = |year| Zodiac::of(year).words();
        assert_eq!(name(2024), ("Giáp", "Thìn"));
        assert_eq!(name(2025), ("Ất", "Tỵ"));
        assert_eq!(name(2026), ("Bính", "Ngọ"));
        assert_eq!(name(1968), ("Mậu", "Thân"));
        assert_eq!(Zodiac::parse("quý", "mão"), Some(Zodiac::of(2023)));
        assert_eq!(Zodiac::parse("giáp", "tỵ"), None);
    }
}
