//! A text as a document that is rolled into the next year.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::roll::properties::rewriting;

fuzz_target!(|bytes: &[u8]| {
    rewriting(&String::from_utf8_lossy(bytes));
});
