//! A text with expressions of time, which are found and rolled.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::roll::properties::times;

fuzz_target!(|bytes: &[u8]| times(&String::from_utf8_lossy(bytes)));
