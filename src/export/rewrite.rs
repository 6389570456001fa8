//! A file of data that takes the place of what was read of it, and of nothing else.
//!
//! Two runs that change one file do so one after the other, and the second finds that the file is another one by then.

use std::path::Path;

use super::own::OWN;
use super::together::{NewFile, write_together};
use super::write::Out;
use crate::diag::{Code, Diagnostic};
use crate::folder::{Folder, shown};

/// The file that whoever changes data holds alone.
const LOCK: &str = "data-lock";

/// Puts a file in the place of one that was read before.
///
/// # Errors
/// When the file is another one meanwhile, or something is in the way; it stays as it is then.
pub(crate) fn rewrite(
    workspace: &Folder,
    out: &Out,
    path: &Path,
    (old, new): (&[u8], Vec<u8>),
) -> Result<(), Box<Diagnostic>> {
    let lock = out.folder().lock(&Path::new(OWN).join(LOCK));
    let lock = lock.map_err(|fault| Box::new(fault.diagnostic(LOCK)))?;
    // Where the system has no such locks, the time between looking and writing is short.
    let _ = lock.lock();
    let limit = old.len() as u64;
    let is_same = workspace.read(path, limit).is_ok_and(|now| now == old);
    if !is_same {
        let problem = Diagnostic::unplaced(Code::ChangedMeanwhile);
        return Err(Box::new(problem.with("path", shown(path))));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let file = NewFile { path: path.to_owned(), bytes: new, replaces: true };
    write_together(workspace, out, folder, vec![file])
        .map_err(|error| Box::new(error.diagnostic()))
}
