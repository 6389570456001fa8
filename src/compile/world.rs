//! The world of one document, as the typesetter sees it: the base, and one file of markup over it.
//!
//! It answers no question about the day, the network or the disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::FileResult;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::Base;
use crate::merge::Markup;

/// One document over the shared base.
pub(super) struct DocumentWorld<'a> {
    base: &'a Base,
    source: Source,
    served: Served,
    pictures: &'a BTreeMap<String, Arc<[u8]>>,
}

/// What the typesetter gets when it asks how blocks are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Served {
    /// How they look.
    Looks,
    /// Nothing but what they say.
    Data,
}

impl<'a> DocumentWorld<'a> {
    pub(super) fn new(
        base: &'a Base,
        (source, markup): (Source, &'a Markup),
        served: Served,
    ) -> Self {
        Self { base, source, served, pictures: &markup.pictures }
    }

    /// The markup.
    pub(super) fn document(&self) -> &Source {
        &self.source
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.base.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.base.book()
    }

    fn main(&self) -> FileId {
        self.base.main()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.base.main() {
            return Ok(self.source.clone());
        }
        match self.served {
            Served::Looks => self.base.source(id),
            Served::Data => self.base.source_of_data(id),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.base.main() {
            return Ok(Bytes::from_string(self.source.clone()));
        }
        // Nothing but the pictures that the paper names.
        let path = id.vpath().get_without_slash();
        match self.pictures.get(path).filter(|_| *id.root() == VirtualRoot::Project) {
            Some(bytes) => Ok(Bytes::new(bytes.clone())),
            None => self.base.file(id),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.font(index)
    }

    /// No clock: the same data makes the same bytes on every day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
