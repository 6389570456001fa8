//! Forms: what a kind of paper holds, as a table and not as code.
//!
//! In go the definitions `templates/<kind>.form.yaml`, embedded ones and the workspace's over them; out
//! come [`Forms`]. A [`Form`] names the keys of a paper with their type, whether they are needed, what a
//! roll does with them and how people call them. Everything that is known of a key is asked here: which
//! running texts a file has and where ([`Form::texts`]), which places a question can name, how a place is
//! called. So a key is written in one file, and nobody can forget one of the places that must know it.
//!
//! The definition stays a table: types, layouts and rules are a closed list in Rust; at most one key
//! (a switch) decides what the others need. What keys have in common to all papers, above and below the
//! text, is in `common.yaml`; the [`Layout`] says which of them a paper has.

mod common_type;
mod computed;
mod definition;
#[cfg(test)]
mod docs;
mod document_type;
mod forms;
mod key_type;
mod kind;
mod layout;
mod leaves;
mod name;
mod need;
mod read;
mod read_key;
mod roll_rule;
mod structure;
#[cfg(test)]
mod tests;

pub(crate) use common_type::CommonType;
pub(crate) use definition::{Form, Group, Key};
pub use document_type::DocumentType;
pub use forms::{Forms, embedded_kinds, kinds_of};
pub(crate) use key_type::KeyType;
pub use kind::Kind;
pub use layout::Layout;
pub use leaves::Locus;
pub(crate) use leaves::{Leaf, LeafType, words_of_task};
pub use name::KeyName;
pub(crate) use name::Names;
pub(crate) use need::Need;
pub(crate) use roll_rule::RollRule;
pub use structure::Level;
pub(crate) use structure::{
    ALT, APPENDICES, BODY, CAPTION, ID, ITEMS, LYING, MOST_POINTS, PICTURE, SHEET,
    StructurePart, TABLE, TEXT, TITLE, TYPE, in_order, structure,
};
