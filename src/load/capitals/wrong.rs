//! What is found: a capital that is wrong or missing, and by which rule.

/// What Appendix II is about at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum CapitalRule {
    /// Nhân dân, Nhà nước, Đảng, as nouns that stand for themselves.
    OwnNoun,
    /// Phần, Chương, Mục, Tiểu mục, Điều with a capital; khoản, điểm without.
    Reference,
    /// The word for a kind of territory: a capital before a number, else none.
    Territory,
    /// The name of a legal act.
    Act,
    /// The rank of an order or a medal.
    Rank,
    /// A day of the week, a month in words.
    Day,
}

impl CapitalRule {
    /// Its name in messages.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::OwnNoun => "own-noun",
            Self::Reference => "reference",
            Self::Territory => "territory",
            Self::Act => "act",
            Self::Rank => "rank",
            Self::Day => "day",
        }
    }
}

/// What is written with a wrong capital, or without its capital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct WrongCapital {
    pub(in super::super) rule: CapitalRule,
    /// As it is written.
    pub(in super::super) said: String,
    /// As the decree has it.
    pub(in super::super) meant: String,
}
