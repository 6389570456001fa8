//! The levels of offices, as the law tells them apart when it says who grants an award.

use super::Agency;

/// The level of the office that grants an award (Law 06/2022/QH15, Articles 77 to 80).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The head of an agency or unit, for its own people (Article 80.1): a department of the
    /// province, a school.
    Agency,
    /// The commune's chair.
    Commune,
    /// The district's chair, until 30/6/2025.
    District,
    /// The province's chair, or a minister or head of a branch, whom the law puts at one level
    /// ("bộ, ban, ngành, tỉnh").
    Province,
    /// The Government and the Prime Minister.
    Government,
    /// The President.
    State,
}

/// Cities that are provinces of their own; all other cities are districts.
const PROVINCIAL_CITIES: [&str; 6] =
    ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"];

/// What stands behind "Ủy ban nhân dân" in the names of committees, and their level.
const TERRITORIES: [(&str, Level); 9] = [
    ("tỉnh", Level::Province),
    ("huyện", Level::District),
    ("quận", Level::District),
    ("thị xã", Level::District),
    ("thành phố", Level::District),
    ("xã", Level::Commune),
    ("phường", Level::Commune),
    ("thị trấn", Level::Commune),
    ("đặc khu", Level::Commune),
];

impl Level {
    /// All, the lowest first.
    pub const ALL: [Self; 6] = [
        Self::Agency,
        Self::Commune,
        Self::District,
        Self::Province,
        Self::Government,
        Self::State,
    ];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Commune => "commune",
            Self::District => "district",
            Self::Province => "province",
            Self::Government => "government",
            Self::State => "state",
        }
    }

    /// The level at which an agency grants awards: that of a committee by its name, else that of
    /// agencies.
    pub fn of(agency: &Agency) -> Self {
        let Some(territory) = agency.name.strip_prefix("Ủy ban nhân dân ") else {
            return Self::Agency;
        };
        let named = |name: &str| {
            let rest = territory
                .get(..name.len())
                .filter(|start| start.to_lowercase() == name);
            rest.and_then(|_| territory[name.len()..].strip_prefix(' '))
        };
        let found = TERRITORIES
            .iter()
            .find_map(|(name, level)| Some((named(name)?, *level)));
        match found {
            Some((place, Self::District)) if PROVINCIAL_CITIES.contains(&place) => {
                Self::Province
            }
            Some((_, level)) => level,
            None => Self::Agency,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_of_a_committee_follows_from_its_name() {
        let mut agency = crate::office::blank("a");
        for (name, level) in [
            ("Ủy ban nhân dân tỉnh Lạng Sơn", Level::Province),
            ("Ủy ban nhân dân thành phố Hà Nội", Level::Province),
            ("Ủy ban nhân dân thành phố Lạng Sơn", Level::District),
            ("Ủy ban nhân dân huyện Cao Lộc", Level::District),
            ("Ủy ban nhân dân thị trấn Đồng Đăng", Level::Commune),
            ("Ủy ban nhân dân xã Gia Cát", Level::Commune),
            ("Ủy ban nhân dân Phường Lương Văn Tri", Level::Commune),
            ("Phòng Nội vụ huyện Cao Lộc", Level::Agency),
        ] {
            agency.name = name.to_owned();
            assert_eq!(Level::of(&agency), level, "{name}");
        }
    }
}
