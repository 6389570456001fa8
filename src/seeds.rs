//! The inputs that fuzzing starts from, and those that it has found, for tests.
//!
//! In goes the name of a fuzzer; out come the inputs of `fuzz/seeds/<name>/`. So the tests of every
//! day hold all of them against the same properties, and what a fuzzer found once stays mended.

use std::fs;
use std::path::Path;

/// The inputs of a target, `fuzz/seeds/<target>/`.
#[expect(clippy::disallowed_methods, reason = "a test's own files")]
pub(crate) fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = fs::read_dir(&folder).expect("seeds");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> =
        paths.iter().map(|path| fs::read(path).expect("readable")).collect();
    assert!(!seeds.is_empty(), "no seeds in {}", folder.display());
    seeds
}

/// The same as texts.
pub(crate) fn texts(target: &str) -> Vec<String> {
    seeds(target)
        .iter()
        .map(|seed| String::from_utf8_lossy(seed).into_owned())
        .collect()
}
