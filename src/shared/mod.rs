//! What all documents of a workspace share: settings, agencies, legal acts, awards, commemorations.
//!
//! In go the files right below `data/` that [`SHARED`] lists, and those of the folder `agencies/`; out
//! comes [`Shared`], once for a run, with what is wrong with the files. Each file may be missing, but
//! that of the agencies; a slip in one entry takes away as little as possible, so that papers are not
//! told of unknown things that merely have a slip. One module reads one file.

mod agencies;
mod awards;
mod calendar;
mod legal;
mod settings;

use std::path::{Path, PathBuf};

use crate::calendar::Commemorations;
use crate::diag::{Code, Diagnostic, Sources};
use crate::folder::{DATA, Folder, yaml_files};
use crate::law::{Acts, Awards};
use crate::office::Directory;
use crate::values::{Context, Setting, read_yaml};
use crate::yaml::Node;
use crate::yaml::Printable;
pub(crate) use settings::{Settings, layout};

/// The file of the agencies, below `data/`.
const AGENCIES: &str = "agencies.yaml";
/// The folder of more agencies, below `data/`.
pub(crate) const AGENCIES_FOLDER: &str = "agencies";
/// The file of the settings, below `data/`.
const SETTINGS: &str = "settings.yaml";
/// The file of the commemorations, below `data/`.
const CALENDAR: &str = "calendar.yaml";
/// The file of the legal acts, below `data/`.
const LEGAL: &str = "legal.yaml";
/// The file of titles and forms of commendation, below `data/`.
pub(crate) const AWARDS: &str = "awards.yaml";

/// The files that all documents share.
pub(crate) const SHARED: [&str; 5] = [AGENCIES, SETTINGS, CALENDAR, LEGAL, AWARDS];

/// What the files hold.
#[derive(Debug)]
pub(crate) struct Shared {
    /// The agencies.
    pub(crate) directory: Directory,
    /// How papers look, and what the making of one may take.
    pub(crate) settings: Settings,
    /// The days that the office commemorates.
    pub(crate) commemorations: Commemorations,
    /// The legal acts that papers cite.
    pub(crate) acts: Acts,
    /// The titles and forms of commendation.
    pub(crate) awards: Awards,
}

impl Shared {
    /// Reads the files of a workspace into `sources`.
    pub(crate) fn open(
        root: &Folder,
        printable: Printable<'_>,
        sources: &mut Sources,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut opening = Opening { root, printable, sources, problems };
        Self {
            directory: opening.directory(),
            settings: opening.read(SETTINGS, false, settings::settings).unwrap_or_default(),
            commemorations: opening
                .read(CALENDAR, false, calendar::commemorations)
                .unwrap_or_default(),
            acts: opening.read(LEGAL, false, legal::acts).unwrap_or_default(),
            awards: opening.read(AWARDS, false, awards::awards).unwrap_or_default(),
        }
    }
}

/// Reading the files.
struct Opening<'o> {
    root: &'o Folder,
    printable: Printable<'o>,
    sources: &'o mut Sources,
    problems: &'o mut Vec<Diagnostic>,
}

impl Opening<'_> {
    /// The agencies of `agencies.yaml` and of all files of the folder of that name.
    fn directory(&mut self) -> Directory {
        let mut gathering = agencies::Gathering::default();
        let folder = Path::new(DATA).join(AGENCIES_FOLDER);
        let more = yaml_files(self.root, &folder, self.problems);
        let paths = std::iter::once(PathBuf::from(AGENCIES)).chain(
            more.iter()
                .filter_map(|path| path.strip_prefix(DATA).ok().map(Path::to_owned)),
        );
        for path in paths {
            let read = self.read(&path, true, |root, cx| gathering.read(root, cx));
            if read.is_none() {
                gathering.break_all();
            }
        }
        gathering.finish(self.problems)
    }

    /// Reads one file, below `data/`.
    fn read<T>(
        &mut self,
        name: impl AsRef<Path>,
        required: bool,
        read: impl FnOnce(&Node, &mut Context<'_>) -> T,
    ) -> Option<T> {
        let path: PathBuf = Path::new(DATA).join(name);
        if !required && !self.root.has(&path) {
            return None;
        }
        let (file, node) = match read_yaml(self.root, &path, self.sources) {
            Ok(parsed) => parsed,
            // All settings may be left out, and so may their lines.
            Err(problem) if problem.code == Code::EmptyFile && !required => return None,
            Err(problem) => {
                self.problems.push(*problem);
                return None;
            }
        };
        // These files stand first: there is nothing yet that they could name.
        let setting = Setting {
            root: self.root,
            printable: self.printable,
            draft: false,
            directory: &Directory::default(),
            acts: &Acts::default(),
            awards: &Awards::default(),
        };
        let mut cx = Context::new(setting, file, self.sources);
        let value = read(&node, &mut cx);
        self.problems.extend(cx.problems.into_found());
        Some(value)
    }
}
