//! `vanthu` ("văn thư": the clerical office) turns YAML into Vietnamese administrative documents,
//! laid out as Decree 30/2020/NĐ-CP demands and ready to be signed.
//!
//! In goes a [`job::Job`]: a workspace, and what to do with it. Data flow one way. `yaml` makes a
//! tree of a file, `values` reads texts and days, `shared` what all documents share, `records` what
//! units recorded; `load` makes checked `papers` of them and `report` counts; `merge` puts a paper
//! into its template; `compile` lays the markup out; `check` looks at the pages; `export` writes
//! them; `batch` does so for many. `roll` makes next year's files of this year's. `run` carries a job
//! out. Mistakes (`diag`) are values made anywhere, put into words at one place (`wording`).

mod assets;
mod batch;
mod blocks;
pub mod calendar;
mod charts;
mod check;
mod compile;
pub mod console;
pub mod diag;
mod docx;
pub mod export;
mod expressions;
pub mod fingerprint;
pub mod folder;
pub mod form;
pub mod guard;
mod import;
pub mod job;
mod law;
pub mod load;
mod manuscript;
pub mod merge;
pub mod numbers;
mod office;
pub mod papers;
mod records;
mod report;
mod results_forms;
pub mod roll;
pub mod run;
#[cfg(test)]
mod seeds;
mod shared;
mod sheets;
pub mod tally;
mod values;
pub mod wording;
mod xlsx;
mod yaml;
