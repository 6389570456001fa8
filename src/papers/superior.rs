//! Documents of superior agencies, as papers name them.

use crate::calendar::Date;

/// The document of a superior agency that a paper carries out (`implements`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuperiorDocument {
    /// Its type: "Kế hoạch".
    pub type_name: String,
    /// Its number and symbol: "241/KH-UBND".
    pub number: String,
    /// Its date.
    pub date: Date,
    /// Who issued it: "UBND tỉnh".
    pub issuer: String,
}

impl SuperiorDocument {
    /// As running text names it: "Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh".
    pub fn in_words(&self) -> String {
        let Self { type_name, number, date, issuer } = self;
        Self::words([type_name, number, &date.slashed(), issuer])
    }

    /// The same of its type, its number, its date and its issuer, as far as they are known.
    pub(crate) fn words([type_name, number, date, issuer]: [&str; 4]) -> String {
        format!("{type_name} số {number} ngày {date} của {issuer}")
    }
}
