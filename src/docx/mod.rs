//! From blocks to a Word paper (DOCX, ISO/IEC 29500).
//!
//! In goes what a paper says, block by block, with the measures of its pages; out comes a file as a person would make it
//! in Word: named styles, header block and signature as tables without lines, heads of tables that stand again on
//! every page, headings in the outline, numbers from page 2 on, a section for every appendix, pictures with
//! words for those who do not see them, no text boxes. What the PDF says the file says in the same order. Lines are
//! broken by whoever opens it.
//!
//! `model` holds the parts of a Word text; `body`, with `letterhead`, `tasks`, `figures` and `signature`, makes them of
//! blocks, in styles (`style`, `look`); `text`, `styles`, `pages` and `package` write them. A bookmark a paragraph names its key (`names`).

mod body;
mod figures;
mod letterhead;
mod lines;
mod look;
mod making;
mod media;
mod model;
mod names;
mod package;
mod pages;
mod said;
mod signature;
mod style;
mod styles;
mod tasks;
mod text;
mod xml;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::blocks::PaperBlocks;
use crate::compile::Letters;
use making::Making;
pub(crate) use model::Source;
pub(crate) use names::{is_given, names, names_itself};
pub(crate) use said::SaidParagraph;

/// What the Word file of a paper says, paragraph by paragraph, and where each letter comes from.
///
/// # Errors
/// With what is wrong with a picture, in the words of who reads it.
pub(crate) fn said(
    paper: &PaperBlocks,
    letters: &Letters,
    pictures: &BTreeMap<String, Arc<[u8]>>,
) -> Result<Vec<SaidParagraph>, String> {
    let mut making = Making::new(paper, letters, pictures);
    let (sections, _) = body::sections(&mut making, &paper.blocks)?;
    Ok(said::paragraphs(&sections))
}

/// Makes the Word file of a paper. The same paper gives the same bytes.
///
/// # Errors
/// With what is wrong with a picture, in the words of who reads it.
pub(crate) fn docx(
    paper: &PaperBlocks,
    letters: &Letters,
    pictures: &BTreeMap<String, Arc<[u8]>>,
) -> Result<Vec<u8>, String> {
    let mut making = Making::new(paper, letters, pictures);
    let (sections, address) = body::sections(&mut making, &paper.blocks)?;
    package::package(paper, &making, &sections, address.as_deref())
        .map_err(|error| error.to_string())
}
