//! A text as markup, which prints just that text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::merge::properties::escaped;

fuzz_target!(|bytes: &[u8]| escaped(&String::from_utf8_lossy(bytes)));
