//! Holds Word files against the schema of ISO/IEC 29500: `cargo run --release -p docx-schema -- FILE…`.
//!
//! The schema is that of Microsoft's Open XML SDK, in Rust (ooxmlsdk). Exit code 0: no file has a fault; 1: some have,
//! each told on a line; 2: no file was named.

use std::process::ExitCode;

use ooxmlsdk::parts::wordprocessing_document::WordprocessingDocument;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("usage: docx-schema FILE…");
        return ExitCode::from(2);
    }
    let faults: usize = files.iter().map(|file| told(file)).sum();
    println!("{} files, {faults} faults", files.len());
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Tells the faults of a file; how many there are.
fn told(file: &str) -> usize {
    let faults = match WordprocessingDocument::new_from_file(file) {
        Ok(mut document) => document.validate().map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match faults {
        Ok(faults) => {
            for fault in &faults {
                let part = fault.part_uri.as_deref().unwrap_or_default();
                println!("{file}: {part}: {}", fault.description);
            }
            faults.len()
        }
        Err(error) => {
            println!("{file}: {error}");
            1
        }
    }
}
