//! A paper as blocks: what it says, in order, without its looks.
//!
//! In goes the content that the words of `nd30.typ` evaluate to when nothing is laid out; out comes a paper:
//! headings, paragraphs of runs, lists, tables with heads and spans, charts, header block, signature. Everything
//! is decided in them that a paper says (capitals, numbers, dashes, end marks), so that another writer than the
//! typesetter can print the same words. What is none of the words is a [`Stray`], with its place.
//!
//! `block` holds the types, `read` makes blocks of dictionaries, `runs` letters of content. Beside the blocks stand
//! the `measures` that another writer needs.

mod block;
mod measures;
mod parts;
mod read;
mod read_measures;
mod runs;
mod stray;

#[cfg(test)]
pub(crate) use block::Properties;
pub(crate) use block::{
    Block, Certificate, DataPlace, DateLine, HeadCell, Item, Letterhead, Open, PaperBlocks,
    Recipients, RowGroup, Run, Signer, TaskGroup, TaskRow,
};
pub(crate) use measures::{ColumnKind, ColumnWidth, Inset, Looks, Measures};
pub(crate) use read::read;
pub(crate) use stray::Stray;
