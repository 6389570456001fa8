//! Why a change could not be written into the data.

/// Why a change was not placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// The words are the template's, or counted.
    Template,
    /// It goes over several values, or one that the line says twice.
    Several,
    /// The value stands in another file.
    Elsewhere { file: String, line: usize },
    /// The page says the value in other letters than the data.
    SaidOtherwise,
    /// Nothing would be left of the value.
    Emptied,
    /// Bold or italic letters that stars cannot say.
    Looks,
    /// The data were changed too since the file was made.
    BothChanged,
    /// Two lines say the value, and now differently.
    Differs,
    /// It is not known to which list it belongs.
    NoList,
    /// A row of a table.
    Row,
    /// It was moved.
    Moved,
    /// A day or a number that cannot be read.
    Unreadable,
    /// It is a note to the text, which no paper has.
    Note,
    /// The file is written in a way that is not understood.
    Unwritable,
}

impl Why {
    /// Its name in messages and machine-readable output.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Several => "several",
            Self::Elsewhere { .. } => "elsewhere",
            Self::SaidOtherwise => "said-otherwise",
            Self::Emptied => "emptied",
            Self::Looks => "looks",
            Self::BothChanged => "both-changed",
            Self::Differs => "differs",
            Self::NoList => "no-list",
            Self::Row => "row",
            Self::Moved => "moved",
            Self::Unreadable => "unreadable",
            Self::Note => "note",
            Self::Unwritable => "unwritable",
        }
    }
}
