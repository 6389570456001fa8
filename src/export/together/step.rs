//! One step of the list of what is to go where: carried out, known again when it was done before, and
//! taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::export::write::{beside, is_elsewhere};
use crate::fingerprint::Fingerprint;
use crate::folder::{Fault, FileKind, Folder, is_inward};

/// Where the folder of unfinished files is: on the disk of the data.
pub(super) const HOME: &str = "data";

/// Folders of the workspace in which files may appear.
const WHERE: [&str; 2] = [HOME, "out"];

/// A step of the list: from the folder of unfinished files to the workspace.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WriteStep {
    pub(super) from: String,
    pub(super) to: PathBuf,
    pub(super) replaces: bool,
    /// Whether it is a whole folder.
    pub(super) is_folder: bool,
    /// The fingerprint of what it holds.
    pub(super) sum: String,
}

impl WriteStep {
    /// Moves what it names to its place; nothing is done where it is there already.
    ///
    /// # Errors
    /// When something else is there, or the step leads out of where files may appear.
    pub(super) fn carry_out(&self, staged: &Path, workspace: &Folder) -> Result<(), Fault> {
        let allowed =
            is_inward(&self.to) && WHERE.iter().any(|folder| self.to.starts_with(folder));
        if !allowed || !is_inward(Path::new(&self.from)) {
            return Err(Fault::Outside);
        }
        let (from, to) = (staged.join(&self.from), workspace.place(&self.to)?);
        let is_done = || if self.is_done(workspace) { Ok(()) } else { Err(Fault::InTheWay) };
        if !from.exists() {
            return is_done();
        }
        fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
        let put = if self.is_folder {
            put_folder(&from, &to)
        } else if !self.replaces {
            put_new(&from, &to)
        } else if to.is_dir() {
            return Err(Fault::InTheWay);
        } else {
            put_over(&from, &to)
        };
        use io::ErrorKind::{AlreadyExists, DirectoryNotEmpty, NotADirectory};
        match put.map_err(|error| (error.kind(), error)) {
            Ok(()) => Ok(()),
            Err((AlreadyExists | DirectoryNotEmpty | NotADirectory, _)) => is_done(),
            Err((_, error)) => Err(error.into()),
        }
    }

    /// Whether the very file or folder of a step is in its place.
    fn is_done(&self, workspace: &Folder) -> bool {
        let sum = if self.is_folder {
            sum_of_folder(workspace, &self.to)
        } else {
            workspace
                .read(&self.to, u64::MAX)
                .map(|bytes| Fingerprint::of(&bytes).to_string())
        };
        sum.is_ok_and(|sum| sum == self.sum)
    }

    /// Takes back what a step has put in its place, when it is still just that.
    pub(super) fn take_back(&self, staged: &Path, workspace: &Folder) {
        if self.replaces || !self.is_done(workspace) {
            return;
        }
        if !self.is_folder {
            workspace.remove(&self.to);
        } else if let Ok(place) = workspace.place(&self.to)
            && fs::rename(&place, staged.join(&self.from)).is_err()
        {
            // It is on another disk, or is one.
            let _ = fs::remove_dir_all(place);
        }
    }
}

/// A folder appears; an empty one of its name may be there, and may be another disk.
fn put_folder(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if is_elsewhere(&error) => {
            let files = files_below(&Folder::new(from), Path::new(""));
            for file in files.map_err(|_| error)? {
                let place = to.join(&file);
                fs::create_dir_all(place.parent().unwrap_or(to))?;
                put_new(&from.join(&file), &place)?;
            }
            Ok(())
        }
        done => done,
    }
}

/// A file appears where none is.
fn put_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(error) if is_elsewhere(&error) => {
            let beside = beside(from, to)?;
            beside.persist_noclobber(to).map_err(|error| error.error)?;
            fs::remove_file(from)
        }
        // Some disks know no links; there two runs at once could meet.
        Err(_) if to.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// A file takes a place, whatever file is there.
fn put_over(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if is_elsewhere(&error) => {
            let beside = beside(from, to)?;
            beside.persist(to).map_err(|error| error.error)?;
            fs::remove_file(from)
        }
        done => done,
    }
}

/// The fingerprint of all files below a folder.
pub(super) fn sum_of_folder(within: &Folder, below: &Path) -> Result<String, Fault> {
    let mut sum = Fingerprint::of(b"");
    for file in files_below(within, below)? {
        let name = file.strip_prefix(below).unwrap_or(&file);
        let bytes = within.read(&file, u64::MAX)?;
        sum = sum.and(name.as_os_str().as_encoded_bytes()).and(&bytes);
    }
    Ok(sum.to_string())
}

/// All files below a folder, hidden ones too: nothing of somebody else's may go with a folder that is taken
/// back.
fn files_below(within: &Folder, below: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for entry in within.entries(below)? {
        match entry.kind? {
            FileKind::Folder => files.extend(files_below(within, &entry.path)?),
            FileKind::File => files.push(entry.path),
            FileKind::Special => return Err(Fault::NotAFile),
        }
    }
    Ok(files)
}
