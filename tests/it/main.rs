//! Whole-program tests: the binary is run on a workspace, and what it says and makes is looked
//! at. One target, since linking the typesetter takes longer than running any of them.

mod cli;
mod decree;
mod errors;
mod hostile;
mod layers;
mod page;
mod papers;
mod words;
mod workspace;
