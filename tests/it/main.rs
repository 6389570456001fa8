//! Whole-program tests: the binary is run on a workspace, and what it says and makes is looked
//! at. One target, since linking the typesetter takes longer than running any of them.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a test stops at the first surprise, and makes the files that it looks at"
)]

mod blocks;
mod bounds;
mod certificates;
mod circles;
mod citations;
mod cli;
mod codes;
mod decisions;
mod decree;
mod decree_breaks;
mod decree_forms;
mod desk;
mod desk_signing;
mod docx;
mod due;
mod enclosed;
mod errors;
mod errors_assets;
mod forms;
mod forms_computing;
mod forms_pages;
mod forms_random;
mod hostile;
mod import;
mod launch;
mod layers;
mod limits;
mod list;
mod office_forms;
mod overview;
mod package;
mod page;
mod papers;
mod recount;
mod report;
mod report_counted;
mod report_data;
mod report_decree;
mod report_edges;
mod report_sentences;
mod report_start;
mod report_table_years;
mod report_tables;
mod report_warnings;
mod report_years;
mod results;
mod results_forms;
mod roll;
mod roll_bytes;
mod sent;
mod slips;
mod structure;
mod tables;
mod together;
mod units;
mod wording;
mod words;
mod workspace;
mod xlsx;
