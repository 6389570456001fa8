//! `vanthu` ("văn thư": the clerical office) turns YAML into Vietnamese administrative documents,
//! laid out as Decree 30/2020/NĐ-CP demands and ready to be signed.
//!
//! Data flow one way: `load` reads YAML into checked `papers`; `merge` puts a paper into its
//! template; `compile` lays the markup out; `check` looks at the pages; `export` writes them;
//! `batch` does so for many. `run` carries out one [`job::Job`]. Diagnostics (`diag`) are values
//! made anywhere and put into words at one place (`wording`).

mod assets;
mod batch;
pub mod calendar;
mod charts;
mod check;
mod compile;
pub mod console;
pub mod diag;
pub mod export;
mod expressions;
pub mod fingerprint;
pub mod folder;
pub mod guard;
pub mod job;
mod law;
pub mod load;
pub mod merge;
pub mod numbers;
mod office;
pub mod papers;
mod records;
mod report;
pub mod roll;
pub mod run;
#[cfg(test)]
mod seeds;
mod shared;
pub mod tally;
mod values;
pub mod wording;
mod yaml;
