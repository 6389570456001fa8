//! A folder that nothing leads out of: the workspace, and where results go.
//!
//! A workspace may come from a stranger. A link in it could show any file of the machine in a message or
//! on a page, or have a result written over it; a pipe would keep the program waiting for ever. So
//! every reader and writer goes through here: what is asked for is resolved, and refused where it ends
//! outside; only regular files are read, and they are opened without waiting.
//!
//! What is named on the command line is trusted: `-C DIR` and `--out DIR` may be links themselves. Two
//! limits remain: hard links look like any other file, and whoever can change the folder while the
//! program runs can change it between the look and the opening.

mod fault;
mod files;
mod notes;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

pub use fault::Fault;
pub use files::{DATA, fingerprint_of_folders, is_yaml, read_shown};
pub(crate) use files::{
    MAX_SIZE, OLE, decoded, in_utf8, read_bytes, read_text, right_in, shown, too_large,
    yaml_files,
};
pub use notes::{is_for_people, not_read};

/// The deepest folder that is searched.
pub const MAX_DEPTH: usize = 8;

/// A folder, and the bounds within which all that is reached through it must lie.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    /// Where the bounds really are.
    bounds: PathBuf,
}

/// What lies at a place, once links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device, a socket.
    Special,
}

/// An entry of a folder.
#[derive(Debug)]
pub struct FolderEntry {
    /// Its path below the [`Folder`].
    pub path: PathBuf,
    /// What it is; a fault when it leads nowhere or out of the bounds.
    pub kind: Result<FileKind, Fault>,
}

impl Folder {
    /// A folder that a person named: it may be a link, and is its own bounds. It need not be there yet.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), bounds: real(path) }
    }

    /// The folder of results of a workspace. One that lies in the workspace by its name must lie in it
    /// really, and so must all that is written there.
    ///
    /// # Errors
    /// When a link leads out of the workspace.
    pub fn of_results(&self, out: &Path) -> Result<Self, Fault> {
        let own = Self::new(out);
        if own.bounds.starts_with(&self.bounds) {
            return Ok(Self { bounds: self.bounds.clone(), ..own });
        }
        let by_name = absolute(out).starts_with(absolute(&self.path))
            || absolute(out).starts_with(&self.bounds);
        if by_name { Err(Fault::Outside) } else { Ok(own) }
    }

    /// Its path, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path in it, as a person names it. Nothing is looked up.
    pub fn join(&self, below: impl AsRef<Path>) -> PathBuf {
        self.path.join(below)
    }

    /// What lies at a place; none when nothing does, not even a link that leads nowhere.
    ///
    /// # Errors
    /// When it cannot be told, or lies outside.
    pub fn kind(&self, below: &Path) -> Result<Option<FileKind>, Fault> {
        match self.path.join(below).symlink_metadata() {
            Err(error) if is_missing(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        let about = self.resolve(below)?.metadata()?;
        Ok(Some(match about.file_type() {
            kind if kind.is_file() => FileKind::File,
            kind if kind.is_dir() => FileKind::Folder,
            _ => FileKind::Special,
        }))
    }

    /// Whether anything lies at a place, be it a link that leads nowhere.
    pub fn has(&self, below: &Path) -> bool {
        !matches!(self.kind(below), Ok(None))
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it is no regular file, lies outside, has more bytes than `limit`, or cannot be read.
    pub fn read(&self, below: &Path, limit: u64) -> Result<Vec<u8>, Fault> {
        let file = open(OpenOptions::new().read(true), &self.resolve(below)?)?;
        // Asked of what was opened, whatever lay there before.
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(Fault::NotAFile);
        }
        if about.len() > limit {
            return Err(Fault::TooLarge(limit));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(Fault::TooLarge(limit));
        }
        Ok(bytes)
    }

    /// The entries right in a folder, in order of their names; none when there is no such folder.
    ///
    /// # Errors
    /// When the folder cannot be read or lies outside.
    #[expect(clippy::disallowed_methods, reason = "here it is that folders are read")]
    pub fn entries(&self, below: &Path) -> Result<Vec<FolderEntry>, Fault> {
        let found = match self.resolve(below).map(|real| real.read_dir()) {
            Ok(Ok(found)) => found,
            Ok(Err(error)) if is_missing(&error) => return Ok(Vec::new()),
            Ok(Err(error)) => return Err(error.into()),
            Err(Fault::Missing) if !self.has(below) => return Ok(Vec::new()),
            Err(fault) => return Err(fault),
        };
        let mut entries = Vec::new();
        for entry in found {
            let entry = entry?;
            let path = below.join(entry.file_name());
            let kind = match entry.file_type() {
                // What is no link lies where its folder does.
                Ok(kind) if kind.is_file() => Ok(FileKind::File),
                Ok(kind) if kind.is_dir() => Ok(FileKind::Folder),
                _ => self.kind(&path).and_then(|kind| kind.ok_or(Fault::Missing)),
            };
            entries.push(FolderEntry { path, kind });
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    /// All entries below a folder that are no folders, in order, folders being gone into; with each
    /// what it is. Folders that cannot be searched are among them: too deep, a circle of links, not to
    /// be read; and so are those which by their name should be a file. Hidden entries are left out.
    pub fn tree(&self, below: &Path, should_be_file: fn(&Path) -> bool) -> Vec<FolderEntry> {
        let mut found = Vec::new();
        self.visit(below, should_be_file, &mut Vec::new(), &mut found);
        found
    }

    fn visit(
        &self,
        below: &Path,
        should_be_file: fn(&Path) -> bool,
        above: &mut Vec<PathBuf>,
        found: &mut Vec<FolderEntry>,
    ) {
        let mut refuse =
            |fault| found.push(FolderEntry { path: below.to_owned(), kind: Err(fault) });
        let real = match self.resolve(below) {
            Ok(real) => real,
            Err(Fault::Missing) if !self.has(below) => return,
            Err(fault) => return refuse(fault),
        };
        if above.contains(&real) || above.len() > MAX_DEPTH {
            return refuse(Fault::TooDeep(MAX_DEPTH));
        }
        let entries = match self.entries(below) {
            Ok(entries) => entries,
            Err(fault) => return refuse(fault),
        };
        above.push(real);
        for entry in entries.into_iter().filter(|entry| !is_hidden(&entry.path)) {
            match entry.kind {
                Ok(FileKind::Folder) if !should_be_file(&entry.path) => {
                    self.visit(&entry.path, should_be_file, above, found);
                }
                _ => found.push(entry),
            }
        }
        above.pop();
    }

    /// Where a file may be written: its place with all links above it followed. The folders above it
    /// need not be there yet; whatever lies at the place itself is replaced, not followed.
    ///
    /// # Errors
    /// When the place lies outside, or a link above it leads nowhere.
    pub fn place(&self, below: &Path) -> Result<PathBuf, Fault> {
        let full = self.path.join(below);
        let (parent, name) = match (full.parent(), full.file_name()) {
            (Some(parent), Some(name)) => (real(parent), name),
            _ => return Err(Fault::NotAFile),
        };
        let dangles = parent.symlink_metadata().is_ok_and(|about| about.is_symlink());
        if dangles || !parent.starts_with(&self.bounds) {
            return Err(Fault::Outside);
        }
        Ok(parent.join(name))
    }

    /// Removes a file. Best effort: what cannot be removed stays. Tells whether it is gone.
    pub fn remove(&self, below: &Path) -> bool {
        let place = if is_inward(below) { self.place(below).ok() } else { None };
        place.is_some_and(|place| fs::remove_file(place).is_ok())
    }

    /// A file that runs hold to know of each other; it is made when it is not there.
    ///
    /// # Errors
    /// When its place lies outside, or it cannot be opened.
    pub fn lock(&self, below: &Path) -> Result<File, Fault> {
        let place = self.place(below)?;
        fs::create_dir_all(place.parent().unwrap_or(Path::new(".")))?;
        Ok(open(OpenOptions::new().create(true).write(true), &place)?)
    }

    /// Where something that is there really lies.
    fn resolve(&self, below: &Path) -> Result<PathBuf, Fault> {
        let real = self.path.join(below).canonicalize()?;
        if real.starts_with(&self.bounds) { Ok(real) } else { Err(Fault::Outside) }
    }
}

/// Whether an entry is hidden, or the lock of a document that is open in an office program.
pub fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}

/// Opens a file without waiting for whoever writes into it, should it be a pipe, and without
/// following a link that has just taken its place.
#[expect(clippy::disallowed_methods, reason = "here it is that files are opened")]
fn open(options: &mut OpenOptions, real: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    options.open(real)
}

/// Where a path really lies, as far as it is there already; the rest is added as it is.
fn real(path: &Path) -> PathBuf {
    let whole = absolute(path);
    for start in whole.ancestors() {
        // Another run may make it between two looks.
        let there = start.canonicalize().or_else(|error| match start.symlink_metadata() {
            Ok(about) if !about.is_symlink() => start.canonicalize(),
            _ => Err(error),
        });
        if let Ok(real) = there {
            let rest = whole.strip_prefix(start).unwrap_or(Path::new(""));
            return if rest.as_os_str().is_empty() { real } else { plain(&real, rest) };
        }
        match start.symlink_metadata() {
            // A link that leads nowhere: nothing is behind it.
            Ok(about) if about.is_symlink() => return start.to_owned(),
            // A folder that may not be entered.
            Ok(_) => return whole,
            Err(_) => {}
        }
    }
    whole
}

/// A path from the root of the file system, with nothing looked up but where the program was started.
fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    plain(Path::new(""), &whole)
}

/// A path below a folder, with `.` and `..` taken by their names.
pub fn plain(start: &Path, rest: &Path) -> PathBuf {
    let mut plain = start.to_owned();
    for part in rest.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                plain.push(part);
            }
        }
    }
    plain
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Whether a path leads nowhere else than to itself: no part of it goes up.
pub fn is_inward(below: &Path) -> bool {
    below.components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests;
