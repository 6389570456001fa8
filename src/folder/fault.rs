//! Why a file or folder is not read or written, and the diagnostic of it.

use std::io;

use crate::diag::{Code, Diagnostic};

/// Why something in a folder is not read or written.
#[derive(Debug)]
pub enum Fault {
    /// There is nothing, or a link that leads nowhere.
    Missing,
    /// It ends outside of the folder.
    Outside,
    /// It is no regular file.
    NotAFile,
    /// Something else is in its place.
    InTheWay,
    /// It has more bytes than this.
    TooLarge(u64),
    /// It lies more folders deep than this, or in a circle of links.
    TooDeep(usize),
    /// The system refuses.
    System(io::Error),
}

impl Fault {
    /// What there is to say about it; `path` is shown.
    pub fn diagnostic(&self, path: impl Into<String>) -> Diagnostic {
        let about = |code| Diagnostic::unplaced(code);
        let found = match self {
            Self::Missing => about(Code::FileNotFound),
            Self::Outside => about(Code::OutsideWorkspace),
            Self::NotAFile => about(Code::NotAFile),
            Self::InTheWay => about(Code::WouldOverwrite),
            Self::TooLarge(limit) => {
                let limit = usize::try_from(limit >> 10).unwrap_or(usize::MAX);
                about(Code::TooLarge).with("limit", limit)
            }
            Self::TooDeep(limit) => about(Code::FolderTooDeep).with("limit", *limit),
            Self::System(error) => about(Code::Unreadable).with("cause", error.to_string()),
        };
        found.with("path", path.into())
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            // Links are resolved before: what is one now was put there meanwhile.
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::System(error),
        }
    }
}
