//! What the benchmarks share: the bare engine, and measuring a run of a program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use wait4::Wait4;

/// What a run took.
#[derive(Debug, Clone, Copy)]
pub struct Used {
    /// Processor time.
    pub cpu: Duration,
    /// Wall time.
    pub wall: Duration,
    /// Peak memory, bytes.
    pub memory: u64,
}

/// Runs a command to its end, which must be a good one.
pub fn measure(command: &mut Command) -> Used {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let used = child.wait4().expect("it ends");
    assert!(used.status.success(), "{command:?}");
    let cpu = used.rusage.utime + used.rusage.stime;
    Used {
        cpu,
        wall: start.elapsed(),
        memory: used.rusage.maxrss,
    }
}

/// The fonts, library and Typst templates that the bare engine shares between documents.
pub struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    root: PathBuf,
    looks: Vec<Source>,
}

impl Engine {
    /// For markup that was exported to `root` with `--format typ`.
    pub fn new(root: &Path) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        let names = ["Regular", "Bold", "Italic", "BoldItalic"];
        let fonts: Vec<Font> = names
            .iter()
            .map(|name| {
                fs::read(folder.join(format!("LiberationSerif-{name}.ttf"))).expect("a font")
            })
            .flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>())
            .collect();
        // All that the markup imports, whatever the files are called.
        let looks = fs::read_dir(root.join("templates")).expect("the looks").flatten();
        let looks = looks.map(|entry| {
            let name = entry.file_name().into_string().expect("UTF-8");
            let text = fs::read_to_string(entry.path()).expect("the looks");
            Source::new(id(&format!("/templates/{name}")), text)
        });
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            root: root.to_owned(),
            looks: looks.collect(),
        }
    }

    /// The least that makes a PDF: read, compile, export, write.
    pub fn make(&self, name: &str) {
        let text = fs::read_to_string(self.root.join(name)).expect("the markup");
        let world = One {
            engine: self,
            main: Source::new(id("/main.typ"), text),
        };
        let document = typst::compile::<PagedDocument>(&world).output.expect("it compiles");
        let standards =
            PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("they agree");
        let options = PdfOptions {
            ident: Smart::Auto,
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).expect("it exports");
        fs::write(self.root.join(format!("{name}.pdf")), bytes).expect("written");
    }
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a path")).intern()
}

struct One<'a> {
    engine: &'a Engine,
    main: Source,
}

impl World for One<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        std::iter::once(&self.main)
            .chain(&self.engine.looks)
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.source(id).map(Bytes::from_string)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}
