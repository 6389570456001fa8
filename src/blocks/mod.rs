//! A paper as blocks: what it says, in order, without its looks.
//!
//! In goes the content that the words of `nd30.typ` evaluate to when nothing is laid out; out comes a paper:
//! headings, paragraphs of runs, lists, tables with heads and spans, charts, header block, signature. Everything
//! is decided in them that a paper says (capitals, numbers, dashes, end marks), so that another writer than the
//! typesetter can print the same words. What is none of the words is a [`Stray`], with its place.
//!
//! `block` holds the types, `read` makes blocks of dictionaries, `runs` letters of content.

mod block;
mod parts;
mod read;
mod runs;
mod stray;

pub(crate) use block::{DataPlace, PaperBlocks};
pub(crate) use read::read;
pub(crate) use stray::Stray;
