//! Several new files of the workspace that appear together or not at all, whatever happens meanwhile.
//!
//! All of them are first complete on the disk in a folder `data/.vanthu-…`. Then a list of what is to
//! go where is put beside them: from that moment the work is to be finished. A run that dies before is
//! undone by the next one, a run that dies afterwards is finished by it ([`recover`]).

mod step;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::clear::is_alone;
use super::own::UNFINISHED;
use super::write::{Out, WriteError};
use crate::fingerprint::Fingerprint;
use crate::folder::{Fault, Folder};
use step::{HOME, WriteStep, sum_of_folder};

/// The list in the folder of unfinished files.
const LIST: &str = "list.json";

/// A whole new folder, among the unfinished files.
const WHOLE: &str = "folder";

/// The most bytes of a list.
const LONGEST_LIST: u64 = 16 << 20;

/// A file that is to appear.
#[derive(Debug)]
pub struct NewFile {
    /// Its path below the workspace.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Whether it may take the place of another one, as a sheet does.
    pub replaces: bool,
}

/// An interrupted run, and what became of it.
#[derive(Debug)]
pub enum Interrupted {
    /// Its files are all in their places now.
    Finished(Vec<PathBuf>),
    /// None of its files is there any more.
    Undone,
    /// Something is in the way of finishing it, as the next run will find again.
    Stuck(WriteError),
}

/// Writes files that appear together or not at all. Where a `folder` that most of them go to is not
/// there yet, it appears at once with all that is in it.
///
/// # Errors
/// When a file is there that may not be replaced, or something else is in the way; nothing has
/// changed then.
pub fn write_together(
    workspace: &Folder,
    out: &Out,
    folder: &Path,
    pieces: Vec<NewFile>,
) -> Result<(), WriteError> {
    let at = |below: &Path, cause| WriteError { path: workspace.join(below), cause };
    out.hold();
    let home = workspace.place(&Path::new(HOME).join("-"));
    let home = home.map_err(|cause| at(Path::new(HOME), cause))?;
    let staged = Staged::new(home.parent().unwrap_or(Path::new(".")), folder, &pieces)
        .map_err(|error| at(Path::new(HOME), error.into()))?;
    let steps = stage(workspace, &staged.path, folder, pieces);
    let steps = steps.map_err(|(below, cause)| at(&below, cause))?;
    list(&staged.path, &steps).map_err(|error| at(folder, error.into()))?;
    carry_out(&staged.path, &steps, workspace, |_| true)
        .map_err(|(below, cause)| at(&below, cause))
}

/// The folder of unfinished files; it goes when the work ends, however it ends. Should it stay all the
/// same, the next run removes it.
struct Staged {
    path: PathBuf,
    /// What it can hold.
    files: Vec<PathBuf>,
}

impl Staged {
    fn new(home: &Path, folder: &Path, pieces: &[NewFile]) -> io::Result<Self> {
        let path = tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(home)?.keep();
        let inside = pieces.iter().filter_map(|piece| piece.path.strip_prefix(folder).ok());
        let inside = inside.map(|inside| path.join(WHOLE).join(inside));
        let numbers = (0..pieces.len()).map(|number| path.join(number.to_string()));
        let lists = [path.join("list"), path.join(LIST)];
        let files = inside.chain(numbers).chain(lists).collect();
        Ok(Self { path, files })
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if fs::remove_dir_all(&self.path).is_err() {
            // To look into a folder takes a descriptor, which may be what is short.
            for file in &self.files {
                let _ = fs::remove_file(file);
            }
            let folders = self.files.iter().flat_map(|file| file.ancestors().skip(1));
            let within = folders.filter(|folder| folder.starts_with(&self.path));
            let mut within: Vec<&Path> = within.collect();
            within.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
            within.dedup();
            for folder in within {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

/// Puts all pieces into the folder of unfinished files, complete on the disk, and tells what is to go
/// where.
fn stage(
    workspace: &Folder,
    staged: &Path,
    folder: &Path,
    pieces: Vec<NewFile>,
) -> Result<Vec<WriteStep>, (PathBuf, Fault)> {
    let whole = Path::new(WHOLE);
    let is_new = is_new(workspace, folder);
    let mut steps = Vec::new();
    for (number, NewFile { path, bytes, replaces }) in pieces.into_iter().enumerate() {
        let inside = path.strip_prefix(folder).ok().filter(|_| is_new);
        let from =
            inside.map_or_else(|| number.to_string().into(), |inside| whole.join(inside));
        workspace
            .place(&path)
            .and_then(|_| Ok(complete(&staged.join(&from), &bytes)?))
            .map_err(|fault| (path.clone(), fault))?;
        if inside.is_none() {
            let from = from.to_string_lossy().into_owned();
            let sum = Fingerprint::of(&bytes).to_string();
            steps.push(WriteStep { from, to: path, replaces, is_folder: false, sum });
        }
    }
    if staged.join(whole).is_dir() {
        let sum = sum_of_folder(&Folder::new(&staged.join(whole)), Path::new(""));
        let step = WriteStep {
            from: whole.to_string_lossy().into_owned(),
            to: folder.to_owned(),
            replaces: false,
            is_folder: true,
            sum: sum.map_err(|fault| (folder.to_owned(), fault))?,
        };
        steps.insert(0, step);
    }
    Ok(steps)
}

/// Puts the list beside the unfinished files. It appears whole, and after all that it names.
fn list(staged: &Path, steps: &[WriteStep]) -> io::Result<()> {
    let unnamed = staged.join("list");
    complete(&unnamed, &serde_json::to_vec(steps)?)?;
    fs::rename(&unnamed, staged.join(LIST))?;
    synced(staged)
}

/// Finishes or undoes what dead runs left half-way in a workspace, and says what became of each.
pub fn recover(workspace: &Folder) -> Vec<Interrupted> {
    let entries = workspace.entries(Path::new(HOME)).unwrap_or_default();
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(UNFINISHED)
    };
    let left: Vec<PathBuf> =
        entries.into_iter().map(|entry| entry.path).filter(is_one).collect();
    let alone = || {
        workspace
            .of_results(&workspace.join("out"))
            .is_ok_and(|out| is_alone(&out))
    };
    if left.is_empty() || !alone() {
        return Vec::new();
    }
    left.iter()
        .filter_map(|below| recover_one(workspace, below))
        .collect()
}

fn recover_one(workspace: &Folder, below: &Path) -> Option<Interrupted> {
    let staged = workspace.place(below).ok()?;
    // A link of this name is none of ours.
    if staged.symlink_metadata().ok()?.is_symlink() {
        return None;
    }
    if !staged.is_dir() {
        return fs::remove_file(&staged).is_ok().then_some(Interrupted::Undone);
    }
    let stuck = |below: &Path, cause| {
        Some(Interrupted::Stuck(WriteError { path: workspace.join(below), cause }))
    };
    let became = match steps(workspace, &below.join(LIST)) {
        // It died before the list was there: nothing has gone anywhere.
        Err(Fault::Missing) => Interrupted::Undone,
        Err(fault) => return stuck(&below.join(LIST), fault),
        // Where somebody has put other files meanwhile, those stay, and all else is taken back.
        Ok(steps) => match carry_out(&staged, &steps, workspace, is_in_the_way) {
            Ok(()) => Interrupted::Finished(steps.into_iter().map(|step| step.to).collect()),
            Err((_, Fault::InTheWay)) => Interrupted::Undone,
            Err((to, fault)) => return stuck(&to, fault),
        },
    };
    fs::remove_dir_all(&staged).is_ok().then_some(became)
}

/// The list of a dead run.
fn steps(workspace: &Folder, list: &Path) -> Result<Vec<WriteStep>, Fault> {
    let list = workspace.read(list, LONGEST_LIST)?;
    Ok(serde_json::from_slice(&list).map_err(io::Error::from)?)
}

fn is_in_the_way(fault: &Fault) -> bool {
    matches!(fault, Fault::InTheWay)
}

/// Moves everything to its place. Steps that were done before are done. When one cannot be done, and the
/// fault is one of those to `undo` for, those that were done are taken back.
fn carry_out(
    staged: &Path,
    steps: &[WriteStep],
    workspace: &Folder,
    undo: fn(&Fault) -> bool,
) -> Result<(), (PathBuf, Fault)> {
    for (number, step) in steps.iter().enumerate() {
        if let Err(fault) = step.carry_out(staged, workspace) {
            if undo(&fault) {
                steps[..number]
                    .iter()
                    .for_each(|done| done.take_back(staged, workspace));
            }
            return Err((step.to.clone(), fault));
        }
    }
    Ok(())
}

/// Whether a folder is not there, or is empty.
fn is_new(workspace: &Folder, folder: &Path) -> bool {
    !workspace.has(folder) || workspace.entries(folder).is_ok_and(|entries| entries.is_empty())
}

/// A file of the folder of unfinished files, complete on the disk.
fn complete(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write;
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Waits until the names in a folder are on the disk, where a system knows such a thing.
#[cfg_attr(unix, expect(clippy::disallowed_methods, reason = "a folder of this run's own"))]
fn synced(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests;
