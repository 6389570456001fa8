//! A document's file, rewritten for another year: the old file with a few letters changed.
//!
//! The rules of [`super`] know what becomes of a text; here is what becomes of a file. What goes in is the
//! file's text with its tree; what comes out is the new text, and a finding for everything that was
//! changed, dropped or is to be asked. Ids, order, comments and quoting stay, byte for byte; only
//! values change, tasks that were to be done once go, and what is given when a paper is issued is emptied; what is
//! asked about stays as it was. The result is parsed again and held against what it should say: a file written in a way that is not
//! understood is refused, never spoilt.

mod document;
mod file;
mod new_file;
mod part;
mod running;
mod terms;
mod told;

pub use file::rewrite;
pub use new_file::Rewritten;
pub use terms::{OldFile, Proposed, QuestionText, Terms};
