//! What a roll does with the value of a key.

/// What a roll does with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RollRule {
    /// It stays.
    Keep,
    /// Expressions of time in it move.
    Rewrite,
    /// Its days move by the years between.
    Move,
    /// It is emptied: the new year has its own.
    Empty,
    /// It is emptied: it is noted when it happens.
    Await,
    /// What its type says, and nothing else.
    Own,
}

impl RollRule {
    /// Those that a definition can ask for.
    pub(crate) const GIVEN: [Self; 5] =
        [Self::Keep, Self::Rewrite, Self::Move, Self::Empty, Self::Await];

    /// Its name in a definition.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Rewrite => "rewrite",
            Self::Move => "move",
            Self::Empty => "empty",
            Self::Await => "await",
            Self::Own => "own",
        }
    }
}

/// What a roll does with values of a type by itself, and what else a definition can ask for.
pub(super) type Rolls = (RollRule, &'static [RollRule]);
