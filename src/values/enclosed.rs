//! The files that a paper names beside its own: tables of `data/<year>/tables/`, which several papers may share, and
//! pictures of `data/<year>/pictures/`.
//!
//! A paper names them by `table:` and `picture:`. They are read with the paper's own text, and the paper is made again when
//! one of them changes. How the columns of a table become the keys of a paper is told by `load`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use imagesize::ImageType;

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Sources};
use crate::fingerprint::Fingerprint;
use crate::folder::{DATA, Folder, MAX_SIZE, decoded, is_yaml, read_bytes, shown};
use crate::form::{PICTURE, TABLE};
use crate::sheets::{
    COMMA, Sheet, SheetWish, WORKBOOK, bare_title, comma_sheet, empty, ending, kept,
    old_letters_of, workbook,
};
use crate::yaml::{self, Node, Value};

/// The folder of tables in that of a year, and that of pictures.
const TABLES: &str = "tables";
const PICTURES: &str = "pictures";
/// The endings of pictures.
const PICTURE_ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];
/// Titles of columns that are for people, in any table.
const FOR_PEOPLE: [&str; 1] = ["Ghi chú"];
/// The most rows of a sheet in which the titles are looked for.
pub(crate) const MOST_HEADING: usize = 20;
/// The most points of a picture: a sheet of A4 at 600 dpi has 35 million.
const MOST_POINTS: usize = 50_000_000;

/// A file of tables.
#[derive(Debug)]
pub(crate) enum TableFile {
    /// The sheets of a workbook, or the one of a CSV file, each with its text.
    Sheets(Vec<(Sheet, FileId)>),
    /// A list in YAML.
    List(Node),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PictureFile {
    /// Its path in the workspace.
    pub(crate) path: String,
    /// What it holds: a PNG or a JPEG.
    pub(crate) bytes: Arc<[u8]>,
}

/// Why a file cannot be used.
pub(crate) type Faults = Vec<Diagnostic>;

/// The files that a paper names, by their names.
#[derive(Debug, Default)]
pub(crate) struct Enclosed {
    tables: BTreeMap<String, Result<TableFile, Faults>>,
    pictures: BTreeMap<String, Result<PictureFile, Faults>>,
    /// The titles that columns of tables have in any form, and those that are for people.
    titles: BTreeSet<String>,
    /// What all of them hold.
    fingerprint: Option<Fingerprint>,
}

impl Enclosed {
    /// Whether a text may name such a file. Most name none, and are read only once.
    pub(crate) fn is_named_in(text: &str) -> bool {
        text.contains(TABLE) || text.contains(PICTURE)
    }

    /// Reads the files that a paper of a year names anywhere. `titles` are those of columns in any form.
    pub(crate) fn named_in<'t>(
        paper: &Node,
        year: Option<Year>,
        root: &Folder,
        titles: impl Iterator<Item = &'t str>,
        sources: &mut Sources,
    ) -> Self {
        let titles = titles.chain(FOR_PEOPLE).map(bare_title).collect();
        let mut found = Self { titles, ..Self::default() };
        let year = paper.scalar_of("year").and_then(Year::parse).or(year);
        let Some(year) = year else { return found };
        for name in names(paper, TABLE) {
            let read = placed(&name, year, TABLES, is_table_name, Code::TableNotNamed)
                .and_then(|path| found.table(&path, root, sources));
            found.tables.insert(name, read);
        }
        for name in names(paper, PICTURE) {
            let read = placed(&name, year, PICTURES, is_picture_name, Code::PictureNotNamed)
                .and_then(|path| found.picture(&path, root));
            found.pictures.insert(name, read);
        }
        found
    }

    /// Whether a title is that of a column which some paper has, or people alone.
    pub(crate) fn is_title(&self, title: &str) -> bool {
        self.titles.contains(title)
    }

    /// A table by its name.
    pub(crate) fn table_named(&self, name: &str) -> Option<&Result<TableFile, Faults>> {
        self.tables.get(name)
    }

    /// A picture by its name.
    pub(crate) fn picture_named(&self, name: &str) -> Option<&Result<PictureFile, Faults>> {
        self.pictures.get(name)
    }

    /// The fingerprint of what they hold, after `start`.
    pub(crate) fn fingerprint(&self, start: Fingerprint) -> Fingerprint {
        self.fingerprint.map_or(start, |own| start.join(own))
    }

    /// The bytes of a file, which count in the fingerprint.
    fn bytes(&mut self, path: &Path, root: &Folder, missing: Code) -> Result<Vec<u8>, Faults> {
        if !root.has(path) {
            return Err(vec![Diagnostic::unplaced(missing).with("path", shown(path))]);
        }
        let bytes = read_bytes(root, path, MAX_SIZE).map_err(|problem| vec![*problem])?;
        let sum = self.fingerprint.unwrap_or(Fingerprint::of(b""));
        self.fingerprint = Some(sum.and(shown(path).as_bytes()).and(&bytes));
        Ok(bytes)
    }

    fn picture(&mut self, path: &Path, root: &Folder) -> Result<PictureFile, Faults> {
        let bytes = self.bytes(path, root, Code::PictureMissing)?;
        let about = |code| vec![Diagnostic::unplaced(code).with("path", shown(path))];
        let is_known =
            matches!(imagesize::image_type(&bytes), Ok(ImageType::Png | ImageType::Jpeg));
        let size = imagesize::blob_size(&bytes).ok().filter(|_| is_known);
        let Some(size) = size.filter(|size| size.width > 0 && size.height > 0) else {
            return Err(about(Code::PictureUnreadable));
        };
        if size.width.saturating_mul(size.height) > MOST_POINTS {
            return Err(about(Code::PictureTooLarge));
        }
        if !is_whole(&bytes) {
            return Err(about(Code::PictureUnreadable));
        }
        Ok(PictureFile { path: shown(path), bytes: bytes.into() })
    }

    fn table(
        &mut self,
        path: &Path,
        root: &Folder,
        sources: &mut Sources,
    ) -> Result<TableFile, Faults> {
        let bytes = self.bytes(path, root, Code::TableMissing)?;
        if is_yaml(path) {
            let text = decoded(path, bytes, sources).map_err(|problem| vec![*problem])?;
            let file = sources.add_file(shown(path), text);
            let list = yaml::parse(sources.get(file).text(), file);
            return list.map(TableFile::List).map_err(|problem| vec![*problem]);
        }
        let (sheets, problems) = match ending(path).as_str() {
            COMMA => {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let (sheet, problems) =
                    comma_sheet(bytes, (&name, path), sources, first_of_several);
                (sheet.into_iter().collect(), problems)
            }
            _ => {
                let found = workbook(&bytes, path, &mut |about| match about.is_hidden {
                    true => SheetWish::Leave,
                    false => SheetWish::Read,
                });
                (found.sheets, found.problems)
            }
        };
        let mut keep = |sheet: Sheet| {
            // Which of the first rows has the titles is told by the paper that asks.
            let file = kept(&sheet, 0..MOST_HEADING, path, sources);
            (sheet, file)
        };
        let has_cells = |sheet: &Sheet| !sheet.cells.is_empty();
        let sheets: Vec<_> = sheets.into_iter().filter(has_cells).map(&mut keep).collect();
        let texts = sheets.iter().map(|(sheet, file)| (sheet, *file));
        let old = old_letters_of(texts, sources);
        let problems: Vec<Diagnostic> = problems.into_iter().chain(old).collect();
        match problems.is_empty() {
            true if sheets.is_empty() => Err(vec![empty(path, sources)]),
            true => Ok(TableFile::Sheets(sheets)),
            false => Err(problems),
        }
    }
}

/// Whether a picture has its end. A file that was cut off would be printed in part.
fn is_whole(bytes: &[u8]) -> bool {
    let is_png = bytes.starts_with(b"\x89PNG");
    let end: &[u8] = if is_png { b"IEND" } else { &[0xFF, 0xD9] };
    // Programs put notes of their own behind it.
    let tail = &bytes[bytes.len() / 2..];
    tail.windows(end.len()).any(|part| part == end)
}

/// Whether a file below `data/` lies where papers look for tables and pictures, and can be one.
pub(crate) fn is_enclosed(path: &Path) -> bool {
    let parts: Vec<_> = path.strip_prefix(DATA).unwrap_or(path).iter().collect();
    let &[year, folder, name] = parts.as_slice() else { return false };
    let is_year = year.to_str().and_then(Year::parse).is_some();
    let is = |known: &str, fits: fn(&str) -> bool| {
        folder == known && name.to_str().is_some_and(fits)
    };
    is_year && (is(TABLES, is_table_name) || is(PICTURES, is_picture_name))
}

/// Whether a text is the name of a file that can hold a table, in no other folder.
fn is_table_name(name: &str) -> bool {
    let path = Path::new(name);
    is_bare(path) && (is_yaml(path) || [WORKBOOK, COMMA].contains(&ending(path).as_str()))
}

/// The same of a picture.
fn is_picture_name(name: &str) -> bool {
    let path = Path::new(name);
    is_bare(path) && PICTURE_ENDINGS.contains(&ending(path).as_str())
}

fn is_bare(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == path.as_os_str())
}

/// The path of a file in a folder of the year.
fn placed(
    name: &str,
    year: Year,
    folder: &str,
    fits: fn(&str) -> bool,
    code: Code,
) -> Result<PathBuf, Faults> {
    let folder = Path::new(DATA).join(year.to_string()).join(folder);
    if fits(name) {
        return Ok(folder.join(name));
    }
    let problem = Diagnostic::unplaced(code).with("name", name);
    Err(vec![problem.with("folder", shown(&folder))])
}

/// What a key says anywhere in a value.
fn names(node: &Node, key: &str) -> BTreeSet<String> {
    let within = |nodes: &mut dyn Iterator<Item = &Node>| {
        nodes.flat_map(|node| names(node, key)).collect::<BTreeSet<String>>()
    };
    match &node.value {
        Value::Map(entries) => {
            let mut found = within(&mut entries.iter().map(|entry| &entry.node));
            found.extend(node.scalar_of(key).map(str::to_owned));
            found
        }
        Value::List(items) => within(&mut items.iter()),
        Value::Null | Value::Scalar(_) | Value::Wrong => BTreeSet::new(),
    }
}

/// Which row of a sheet, of those with cells, is the first with several: above it stand headings.
fn first_of_several(sheet: &Sheet) -> usize {
    sheet.rows().position(|row| row.len() > 1).unwrap_or_default()
}
