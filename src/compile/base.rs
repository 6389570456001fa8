//! What all documents share: library, fonts, Typst templates.
//!
//! In go the assets; out comes a [`Base`] that thousands of documents are laid out over, each with a
//! world of its own. It also knows which characters the fonts print, so that a missing one is a
//! mistake in the data and not an empty box on paper.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontStyle, FontWeight};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use super::letters::Letters;
use crate::assets::{Assets, FONTS, TEMPLATES};
use crate::diag::{Code, Diagnostic};

/// The font that the decree names, and the one with the same widths that every binary carries
/// (Decree 30/2020/NĐ-CP, Appendix I, I.4).
pub(crate) const FONT_FAMILIES: [&str; 2] = ["Times New Roman", "Liberation Serif"];

/// Where the markup of a document stands for the typesetter. All documents share the name: names
/// are kept for ever by the engine, and there are only 65 535 of them.
const MAIN: &str = "/document.typ";

/// The file that draws blocks, and the one that gives them back as data.
const LOOKS: &str = "draw.typ";
const DATA: &str = "data.typ";

/// What all documents share.
pub(crate) struct Base {
    library: LazyHash<Library>,
    fonts: FontStore,
    files: FileStore<TemplateFiles>,
    /// The same with [`DATA`] in the place of [`LOOKS`].
    data: FileStore<TemplateFiles>,
    main: FileId,
    /// The characters that every face of the first family prints, in order.
    printable: Vec<u32>,
    /// How wide letters are, once somebody asks.
    letters: OnceLock<Letters>,
}

/// Serves the templates folder, and nothing else.
struct TemplateFiles(Assets);

impl FileLoader for TemplateFiles {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let not_found = || FileError::NotFound(path.into());
        if *id.root() != VirtualRoot::Project {
            return Err(not_found());
        }
        let name = path.strip_prefix(TEMPLATES).and_then(|rest| rest.strip_prefix('/'));
        let bytes = name
            .and_then(|name| self.0.templates.get(name))
            .ok_or_else(not_found)?;
        Ok(Bytes::new(bytes.clone()))
    }
}

impl Base {
    /// Builds the base. A font of the workspace that cannot be used is reported.
    pub(crate) fn new(assets: &Assets) -> (Self, Vec<Diagnostic>) {
        let mut fonts = FontStore::new();
        let mut problems = Vec::new();
        for (name, bytes) in &assets.fonts {
            let faces: Vec<Font> = Font::iter(Bytes::new(bytes.clone())).collect();
            if faces.is_empty() {
                problems.push(
                    Diagnostic::unplaced(Code::BadFont)
                        .with("path", format!("{FONTS}/{name}")),
                );
            }
            for face in faces {
                let info = face.info().clone();
                fonts.push((face, info));
            }
        }
        let templates = Assets {
            templates: assets.templates.clone(),
            fonts: BTreeMap::new(),
        };
        let mut of_data = templates.clone();
        let data = of_data.templates.get(DATA).cloned();
        of_data.templates.extend(data.map(|data| (LOOKS.to_owned(), data)));
        let mut base = Self {
            data: FileStore::new(TemplateFiles(of_data)),
            printable: Vec::new(),
            letters: OnceLock::new(),
            library: LazyHash::new(Library::default()),
            fonts,
            files: FileStore::new(TemplateFiles(templates)),
            main: RootedPath::new(VirtualRoot::Project, main_path()).intern(),
        };
        for family in FONT_FAMILIES {
            if base.missing_faces(family).is_some_and(|faces| faces > 0) {
                problems
                    .push(Diagnostic::unplaced(Code::IncompleteFont).with("family", family));
            }
        }
        if let Some(family) = base.families().first() {
            base.printable = base.common_characters(family);
        }
        (base, problems)
    }

    /// The families of [`FONT_FAMILIES`] that are there with all four faces, in order.
    pub(crate) fn families(&self) -> Vec<&'static str> {
        let whole = |family: &&str| self.missing_faces(family).is_some_and(|faces| faces == 0);
        FONT_FAMILIES.into_iter().filter(whole).collect()
    }

    /// How many of regular, bold, italic and bold italic a family lacks; none when it is not
    /// there at all. With a face missing, the typesetter would quietly print the nearest.
    fn missing_faces(&self, family: &str) -> Option<usize> {
        let infos = self.book().select_family(&family.to_lowercase());
        let faces: Vec<(bool, bool)> = infos
            .filter_map(|index| self.book().info(index))
            .map(|info| {
                let bold = info.variant.weight >= FontWeight::SEMIBOLD;
                (bold, info.variant.style == FontStyle::Italic)
            })
            .collect();
        let wanted = [(false, false), (true, false), (false, true), (true, true)];
        (!faces.is_empty()).then(|| wanted.iter().filter(|face| !faces.contains(face)).count())
    }

    /// The characters that every face of a family prints. The font book's own tables are walked
    /// from their beginning for every question; this list is asked for every letter of the data.
    fn common_characters(&self, family: &str) -> Vec<u32> {
        let mut faces = self
            .book()
            .select_family(&family.to_lowercase())
            .filter_map(|index| self.book().info(index));
        let Some(first) = faces.next() else { return Vec::new() };
        let mut common: BTreeSet<u32> = first.coverage.iter().collect();
        for face in faces {
            let other: BTreeSet<u32> = face.coverage.iter().collect();
            common.retain(|character| other.contains(character));
        }
        common.into_iter().collect()
    }

    /// Whether every face of the first family prints a character.
    pub(crate) fn prints(&self, character: char) -> bool {
        self.printable.binary_search(&u32::from(character)).is_ok()
    }

    /// The faces of the first family.
    fn faces(&self) -> impl Iterator<Item = Font> {
        let family = self.families().first().map(|family| family.to_lowercase());
        let indices: Vec<usize> = family
            .iter()
            .flat_map(|family| self.book().select_family(family))
            .collect();
        indices.into_iter().filter_map(|index| self.font(index))
    }

    /// How wide letters are.
    pub(crate) fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::of(self.faces()))
    }

    /// The text of a template, by its path in the workspace.
    pub(crate) fn template(&self, path: &str) -> Option<String> {
        let path = VirtualPath::new(path).ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Some(self.files.source(id).ok()?.text().to_owned())
    }

    pub(super) fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    pub(super) fn main(&self) -> FileId {
        self.main
    }

    /// The source of a document's markup.
    pub(crate) fn main_source(&self, markup: &str) -> Source {
        Source::new(self.main, markup.to_owned())
    }

    pub(super) fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    /// A Typst file where nothing is drawn.
    pub(super) fn source_of_data(&self, id: FileId) -> FileResult<Source> {
        self.data.source(id)
    }

    pub(super) fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }
}

#[expect(clippy::expect_used, reason = "a constant that a test builds")]
fn main_path() -> VirtualPath {
    VirtualPath::new(MAIN).expect("a valid path")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_font_prints_vietnamese_and_no_emoji() {
        let (base, problems) = Base::new(&Assets::embedded());
        assert!(problems.is_empty());
        assert_eq!(base.families(), ["Liberation Serif"]);
        assert!("ỦY BAN NHÂN DÂN ưỡng Đ đ ặ ễ “…” – §".chars().all(|c| base.prints(c)));
        assert!(!base.prints('😀') && !base.prints('中'));
    }

    #[test]
    fn nothing_but_templates_is_served() {
        let files = TemplateFiles(Assets::embedded());
        let load = |path: &str| {
            let path = VirtualPath::new(path).expect("a path");
            files
                .load(RootedPath::new(VirtualRoot::Project, path).intern())
                .is_ok()
        };
        assert!(load("/templates/nd30.typ"));
        assert!(!load("/Cargo.toml") && !load("/data/agencies.yaml") && !load("/nd30.typ"));
    }
}
