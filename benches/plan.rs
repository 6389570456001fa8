//! `vanthu build` of the 2024 plan against the bare engine on the same Typst source, each in a
//! fresh process. Prints processor times and their ratio: `cargo bench --bench plan`.
//!
//! The bare engine is this program itself, started with `--bare`: it reads the generated markup
//! and `nd30.typ`, compiles, and exports the same PDF/A-2a + PDF/UA-1. Runs alternate, and medians
//! are compared, since the machine is noisy.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark prints, and stops when something is not as it should be"
)]

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

const RUNS: usize = 25;

fn main() {
    let mut words = std::env::args().skip(1);
    if words.next().as_deref() == Some("--bare") {
        let folder = words.next().expect("a folder");
        bare(Path::new(&folder));
    } else {
        compare();
    }
}

/// Processor time and wall time of one run of a command.
fn measure(command: &mut Command) -> (Duration, Duration) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let used = child.wait4().expect("it ends");
    assert!(used.status.success());
    (used.rusage.utime + used.rusage.stime, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn compare() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let vanthu = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command
            .arg("-C")
            .arg(repository)
            .arg("build")
            .arg("--force")
            .arg("--out")
            .arg(folder.path());
        command.args(words);
        command
    };
    measure(&mut vanthu(&["--format", "typ", "data/2024/plan.yaml"]));
    let this = std::env::current_exe().expect("this program");
    let mut ours = (Vec::new(), Vec::new());
    let mut engine = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let (cpu, wall) = measure(&mut vanthu(&["data/2024/plan.yaml"]));
        ours.0.push(cpu);
        ours.1.push(wall);
        let (cpu, wall) = measure(Command::new(&this).arg("--bare").arg(folder.path()));
        engine.0.push(cpu);
        engine.1.push(wall);
    }
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("2024 plan, fresh process, median of {RUNS} runs\n");
    println!("                processor       wall");
    let [ours_cpu, ours_wall, engine_cpu, engine_wall] =
        [ours.0, ours.1, engine.0, engine.1].map(|times| ms(median(times)));
    println!("vanthu build   {ours_cpu:7.1} ms  {ours_wall:7.1} ms");
    println!("bare engine    {engine_cpu:7.1} ms  {engine_wall:7.1} ms");
    println!(
        "ratio          {:7.2}     {:7.2}",
        ours_cpu / engine_cpu,
        ours_wall / engine_wall
    );
}

/// The least that makes the PDF: read, compile, export, write.
fn bare(folder: &Path) {
    let world = BareWorld::new(folder);
    let document = typst::compile::<PagedDocument>(&world).output.expect("it compiles");
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("they agree");
    let options = PdfOptions {
        ident: Smart::Auto,
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).expect("it exports");
    fs::write(folder.join("bare.pdf"), bytes).expect("written");
}

struct BareWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    root: PathBuf,
    main: Source,
}

impl BareWorld {
    fn new(root: &Path) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        let names = ["Regular", "Bold", "Italic", "BoldItalic"];
        let fonts: Vec<Font> = names
            .iter()
            .map(|name| {
                fs::read(folder.join(format!("LiberationSerif-{name}.ttf"))).expect("a font")
            })
            .flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>())
            .collect();
        let path = VirtualPath::new("/2024/plan.typ").expect("a path");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        let text = fs::read_to_string(root.join("2024/plan.typ")).expect("the markup");
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            root: root.to_owned(),
            main: Source::new(id, text),
        }
    }
}

impl World for BareWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let text =
            String::from_utf8(self.file(id)?.to_vec()).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = self.root.join(id.vpath().get_without_slash());
        fs::read(&path)
            .map(Bytes::new)
            .map_err(|error| FileError::from_io(error, &path))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}
