//! The folder of results: files are written there whole or not at all.
//!
//! A file is made in `.vanthu/tmp/` and renamed to its place when it is complete, so nobody ever sees
//! half of one. While a run writes it holds a lock together with all other living runs; what stands
//! in that folder while nobody holds it was left by a dead one, and is cleared by the next.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::NamedTempFile;

use super::clear;
use super::own::{OWN, UNFINISHED, lock_file};
use crate::diag::{Code, Diagnostic};
use crate::folder::{Fault, Folder};

/// A file that was not written, and why.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder.
    pub path: PathBuf,
    /// What was in the way.
    pub cause: Fault,
}

impl WriteError {
    /// What there is to say about it.
    pub fn diagnostic(&self) -> Diagnostic {
        let path = self.path.to_string_lossy().into_owned();
        match &self.cause {
            Fault::System(cause) => Diagnostic::unplaced(Code::Unwritable)
                .with("path", path)
                .with("cause", cause.to_string()),
            other => other.diagnostic(path),
        }
    }
}

/// Files that were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Their paths and sizes in bytes.
    pub files: Vec<(PathBuf, usize)>,
}

/// The folder of results.
#[derive(Debug)]
pub struct Out {
    folder: Folder,
    /// Held from the first writing to the end of the run.
    lock: OnceLock<Option<File>>,
}

impl Out {
    /// Takes a folder for results. Nothing is made yet.
    pub fn new(folder: Folder) -> Self {
        Self { folder, lock: OnceLock::new() }
    }

    /// Clears what dead runs left there unfinished.
    pub fn clear(&self) {
        clear::results(&self.folder);
    }

    /// The folder, to be read.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Writes the files of one document, by their paths below the folder. All of them are complete on
    /// the disk before the first takes its place, and a file that is there already stays until then.
    ///
    /// # Errors
    /// With the file or folder that was in the way; nothing has changed then, except that files before
    /// it may already have taken their places when the renaming itself fails.
    pub fn write(&self, files: Vec<(PathBuf, Vec<u8>)>) -> Result<Written, WriteError> {
        let mut ready = Vec::with_capacity(files.len());
        for (below, bytes) in files {
            let at = |cause| WriteError { path: self.folder.join(&below), cause };
            let (place, temporary) = self.prepare(&below, &bytes).map_err(at)?;
            temporary.as_file().sync_all().map_err(|error| at(error.into()))?;
            ready.push((below, place, bytes.len(), temporary));
        }
        let mut files = Vec::with_capacity(ready.len());
        for (below, place, size, temporary) in ready {
            let path = self.folder.join(&below);
            put(temporary, &place)
                .map_err(|error| WriteError { path: path.clone(), cause: error.into() })?;
            files.push((path, size));
        }
        Ok(Written { files })
    }

    /// Writes a file whole or not at all, without waiting for the disk: for what can be made again.
    ///
    /// # Errors
    /// When something is in the way.
    pub fn write_quickly(&self, below: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let (place, temporary) = self.prepare(below, bytes)?;
        Ok(put(temporary, &place)?)
    }

    /// Removes a file. Best effort: what cannot be removed stays.
    pub fn remove(&self, below: &Path) -> bool {
        self.folder.remove(below)
    }

    /// Removes the pictures of pages that a document no longer has: `plan-5.png` when it has four
    /// pages now. `below` is the name without a page number.
    pub fn remove_stale(&self, below: &Path, pages: usize) {
        let (Some(stem), Some(extension)) = (below.file_stem(), below.extension()) else {
            return;
        };
        let (stem, extension) = (stem.to_string_lossy(), extension.to_string_lossy());
        let name =
            |number: usize| below.with_file_name(format!("{stem}-{number}.{extension}"));
        let mut numbers = pages + 1..;
        while numbers.next().is_some_and(|number| self.remove(&name(number))) {}
    }

    /// Tells other runs that this one writes, for as long as it lives.
    pub(super) fn hold(&self) {
        self.lock.get_or_init(|| {
            let file = lock_file(&self.folder).ok()?;
            // Where the system has no such locks nobody clears anything either.
            file.lock_shared().ok().map(|()| file)
        });
    }

    /// A file with these bytes that has not taken its place yet.
    fn prepare(&self, below: &Path, bytes: &[u8]) -> Result<(PathBuf, NamedTempFile), Fault> {
        let place = self.folder.place(below)?;
        if place.is_dir() {
            return Err(Fault::NotAFile);
        }
        self.hold();
        let unfinished = self.folder.place(&Path::new(OWN).join("tmp").join("-"))?;
        for folder in [place.parent(), unfinished.parent()].into_iter().flatten() {
            fs::create_dir_all(folder)?;
        }
        let folder = unfinished.parent().unwrap_or(Path::new("."));
        Ok((place, temporary(folder, bytes)?))
    }
}

/// Puts a finished file into its place, whatever file is there.
fn put(finished: NamedTempFile, place: &Path) -> io::Result<()> {
    match finished.persist(place).map_err(|error| (error.error, error.file)) {
        Err((error, file)) if is_elsewhere(&error) => {
            let beside = beside(file.path(), place)?;
            beside.persist(place).map(|_| ()).map_err(|error| error.error)
        }
        done => done.map(|_| ()).map_err(|(error, _)| error),
    }
}

/// Whether something cannot be moved since its place is on another disk, or is one.
pub(super) fn is_elsewhere(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy)
}

/// The same file once more, on the disk of its place, which it has not taken yet.
pub(super) fn beside(file: &Path, place: &Path) -> io::Result<NamedTempFile> {
    let beside = temporary(place.parent().unwrap_or(Path::new(".")), b"")?;
    fs::copy(file, beside.path())?;
    Ok(beside)
}

/// A new file with these bytes, which goes away unless it takes a place.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any other new file; the umask takes away what the user does not want.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    Ok(temporary)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "looks at what was written")]

    use super::*;

    fn out() -> (tempfile::TempDir, Out) {
        let folder = tempfile::tempdir().expect("a folder");
        let out = Out::new(Folder::new(folder.path()));
        (folder, out)
    }

    /// What is there but the program's own.
    fn left(folder: &Path) -> usize {
        let entries = folder.read_dir().expect("a folder").flatten();
        entries.filter(|entry| entry.file_name() != OWN).count()
    }

    #[test]
    fn files_are_replaced_whole_and_nothing_is_left_over() {
        let (folder, out) = out();
        let file = |bytes: &[u8]| vec![(PathBuf::from("a/b.pdf"), bytes.to_vec())];
        out.write(file(b"old")).expect("written");
        let written = out.write(file(b"newer")).expect("written");
        let path = folder.path().join("a/b.pdf");
        assert_eq!(written, Written { files: vec![(path.clone(), 5)] });
        assert_eq!(fs::read(&path).expect("there"), b"newer");
        assert_eq!((left(folder.path()), left(&folder.path().join("a"))), (1, 1));
        assert_eq!(left(&folder.path().join(OWN).join("tmp")), 0);
    }

    #[test]
    fn pictures_of_former_pages_go() {
        let (folder, out) = out();
        let names = ["plan-1.png", "plan-2.png", "plan-3.png", "plan-x.png", "plan.png"];
        out.write(names.map(|name| (name.into(), vec![])).to_vec())
            .expect("written");
        out.remove_stale(Path::new("plan.png"), 1);
        let left = names.map(|name| folder.path().join(name).exists());
        assert_eq!(left, [true, false, false, true, true]);
    }

    #[test]
    fn the_old_file_stays_when_one_of_the_new_cannot_be_written() {
        let (folder, out) = out();
        fs::create_dir(folder.path().join("2.png")).expect("a folder in the way");
        let one = |bytes: &[u8]| ("1.png".into(), bytes.to_vec());
        out.write(vec![one(b"old")]).expect("written");
        let error = out.write(vec![one(b"new"), ("2.png".into(), vec![])]);
        let path = error.map_err(|error| error.path);
        assert_eq!(path, Err(folder.path().join("2.png")));
        assert_eq!(fs::read(folder.path().join("1.png")).expect("there"), b"old");
        assert_eq!(left(folder.path()), 2);
    }

    #[test]
    fn the_next_run_clears_what_a_dead_one_left_and_nothing_of_a_living_one() {
        let (folder, living) = out();
        let unfinished = |name: &str| folder.path().join(name);
        living.write(vec![("2024/a.pdf".into(), vec![])]).expect("written");
        let names = [".vanthu/tmp/.vanthu-a.tmp", "2024/.vanthu-b.tmp"];
        for name in names {
            File::create(unfinished(name)).expect("made");
        }
        Out::new(Folder::new(folder.path())).clear();
        assert_eq!(names.map(|name| unfinished(name).exists()), [true, true]);
        drop(living);
        Out::new(Folder::new(folder.path())).clear();
        assert_eq!(names.map(|name| unfinished(name).exists()), [false, false]);
        assert!(unfinished("2024/a.pdf").exists());
    }
}
