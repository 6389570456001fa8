//! A YAML file as a tree in which every key and value knows its place, read without stopping at
//! the first mistake, and changed without touching what stays.
//!
//! What goes in is the text of one file. [`parse()`] makes a tree of [`Node`]s of it. A reader takes
//! a node and gives a value, or none and says why: [`Fields`] hands out the values of a map by
//! key and reports the keys that nobody asked for, [`Problems`] keeps what was found. A clerk wants
//! all mistakes at once, with the line of each; a derived type would stop at the first. [`Edits`]
//! changes letters of the file for `roll`: what it does not name stays byte for byte, and the result
//! is read again and held against what it should say.
//!
//! This room knows nothing of papers, agencies or dates.

mod align;
mod edits;
mod fields;
mod letters;
mod normal;
mod old_letters;
mod parse;
mod problems;
mod tree;

pub(crate) use align::Alignment;
pub(crate) use edits::{Beside, Edits, says, written};
pub(crate) use fields::{
    Fields, Reader, flag, id, is_id, list, one_of, one_or_more, parsed, records, scalar,
    word_of,
};
pub(crate) use letters::{Printable, unprintable};
pub(crate) use normal::normalised;
pub(crate) use old_letters::{OldEncoding, encoding_of, old_letters};
pub(crate) use parse::parse;
pub(crate) use problems::{Columns, Problems, Reading, first_of_each_file};
pub(crate) use tree::{Entry, Node, Value};
