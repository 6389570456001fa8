//! What the program keeps for itself in the folder of results: records, unfinished files, and the
//! lock that tells that a run is alive.

use std::fs::File;
use std::path::Path;

use crate::folder::{Fault, Folder};

/// The folder of it.
pub(super) const OWN: &str = ".vanthu";

/// How names of unfinished files begin.
pub(super) const UNFINISHED: &str = ".vanthu-";

/// The file that living runs hold.
pub(super) fn lock_file(folder: &Folder) -> Result<File, Fault> {
    folder.lock(&Path::new(OWN).join("lock"))
}
