//! `vanthu` turns YAML into Vietnamese administrative documents, laid out as Decree
//! 30/2020/NĐ-CP demands.

pub mod calendar;
pub mod diag;
pub mod load;
pub mod office;
pub mod papers;
