//! Whether a key must be given.

/// Whether a key must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The paper has no place for it.
    Absent,
    /// It may be given.
    Optional,
    /// It must be given, but for a draft, which shows a blank.
    Draft,
    /// It must be given.
    Required,
}

impl Need {
    /// All of them.
    pub(crate) const ALL: [Self; 4] =
        [Self::Absent, Self::Optional, Self::Draft, Self::Required];

    /// Those of a key that the paper has.
    pub(crate) const GIVEN: [Self; 3] = [Self::Optional, Self::Draft, Self::Required];

    /// Its name in a definition.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Optional => "optional",
            Self::Draft => "draft",
            Self::Required => "required",
        }
    }
}
