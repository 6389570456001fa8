//! Writing files whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that was not written, and why.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub cause: io::Error,
}

/// Files that were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Their paths and sizes in bytes.
    pub files: Vec<(PathBuf, usize)>,
}

/// Writes the files of one document. All of them are complete on the disk before the first takes
/// its place, and a file that is there already stays until then.
///
/// # Errors
/// With the file or folder that the system refused; nothing has changed then, except that files
/// before it may already have taken their places when the renaming itself fails.
pub fn write(files: Vec<(PathBuf, Vec<u8>)>) -> Result<Written, WriteError> {
    let mut ready = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let temporary = beside(&path, &bytes).map_err(|cause| at(&path, cause))?;
        temporary.as_file().sync_all().map_err(|cause| at(&path, cause))?;
        ready.push((path, bytes.len(), temporary));
    }
    let mut files = Vec::with_capacity(ready.len());
    for (path, size, temporary) in ready {
        temporary.persist(&path).map_err(|error| at(&path, error.error))?;
        files.push((path, size));
    }
    Ok(Written { files })
}

/// Files that were made where there were none, and that can be taken back.
#[derive(Debug)]
pub struct New {
    folder: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl New {
    /// Removes them again. Best effort.
    pub fn undo(&self) {
        for path in &self.files {
            let _ = fs::remove_file(path);
        }
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Writes files that are not there yet, all of them or none. Where the common `folder` is not
/// there either, or is empty, it appears at once with all its files.
///
/// # Errors
/// When a file is there, or the system refuses; nothing has changed then.
pub fn write_new(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<New, WriteError> {
    let is_empty = || folder.read_dir().is_ok_and(|mut entries| entries.next().is_none());
    if !folder.exists() || is_empty() {
        return write_folder(folder, files);
    }
    // All are complete on the disk before the first takes its place.
    let mut ready = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let path = folder.join(name);
        let temporary = beside(&path, bytes).map_err(|cause| at(&path, cause))?;
        temporary.as_file().sync_all().map_err(|cause| at(&path, cause))?;
        ready.push((path, temporary));
    }
    let mut new = New { folder: None, files: Vec::new() };
    for (path, temporary) in ready {
        if let Err(error) = temporary.persist_noclobber(&path) {
            new.undo();
            return Err(at(&path, error.error));
        }
        new.files.push(path);
    }
    Ok(new)
}

fn write_folder(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<New, WriteError> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    let staged = tempfile::Builder::new()
        .prefix(".vanthu-")
        .tempdir_in(parent)
        .map_err(|cause| at(folder, cause))?;
    for (name, bytes) in files {
        let path = staged.path().join(name);
        let temporary = beside(&path, bytes).map_err(|cause| at(&path, cause))?;
        temporary.as_file().sync_all().map_err(|cause| at(&path, cause))?;
        temporary.persist(&path).map_err(|error| at(&path, error.error))?;
    }
    set_folder_mode(staged.path());
    fs::rename(staged.path(), folder).map_err(|cause| at(folder, cause))?;
    Ok(New { folder: Some(folder.to_owned()), files: Vec::new() })
}

/// A temporary folder is for its owner alone; this one stays.
fn set_folder_mode(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Writes a file whole or not at all, without waiting for the disk: for what can be made again.
///
/// # Errors
/// When the system refuses.
pub fn write_quickly(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = beside(path, bytes)?;
    temporary.persist(path).map(|_| ()).map_err(|error| error.error)
}

/// Removes the pictures of pages that a document no longer has: `plan-5.png` when it has four
/// pages now. `path` is the name without a page number. Best effort: what cannot be removed stays.
pub fn remove_stale(path: &Path, pages: usize) {
    let (Some(stem), Some(extension)) = (path.file_stem(), path.extension()) else { return };
    let (stem, extension) = (stem.to_string_lossy(), extension.to_string_lossy());
    for number in pages + 1.. {
        let stale = path.with_file_name(format!("{stem}-{number}.{extension}"));
        if fs::remove_file(stale).is_err() {
            return;
        }
    }
}

/// Writes the bytes to a temporary file in the folder of `path`.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanthu-").suffix(".tmp");
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

fn at(path: &Path, cause: io::Error) -> WriteError {
    WriteError { path: path.to_owned(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_replaced_whole_and_nothing_is_left_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a/b.pdf");
        write(vec![(path.clone(), b"old".to_vec())]).expect("written");
        let written = write(vec![(path.clone(), b"newer".to_vec())]).expect("written");
        assert_eq!(written, Written { files: vec![(path.clone(), 5)] });
        assert_eq!(fs::read(&path).expect("there"), b"newer");
        assert_eq!(folder.path().join("a").read_dir().expect("a folder").count(), 1);
    }

    #[test]
    fn pictures_of_former_pages_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let names = ["plan-1.png", "plan-2.png", "plan-3.png", "plan-x.png", "plan.png"];
        write(names.map(|name| (path(name), vec![])).to_vec()).expect("written");
        remove_stale(&path("plan.png"), 1);
        let left = names.map(|name| path(name).exists());
        assert_eq!(left, [true, false, false, true, true]);
    }

    #[test]
    fn the_old_file_stays_when_one_of_the_new_cannot_be_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (good, bad) = (folder.path().join("1.png"), folder.path().join("2.png"));
        fs::create_dir(&bad).expect("a folder in the way");
        write(vec![(good.clone(), b"old".to_vec())]).expect("written");
        let error = write(vec![(good.clone(), b"new".to_vec()), (bad.clone(), vec![])]);
        assert_eq!(error.map_err(|error| error.path), Err(bad));
        assert_eq!(fs::read(&good).expect("there"), b"old");
        assert_eq!(folder.path().read_dir().expect("a folder").count(), 2);
    }
}
