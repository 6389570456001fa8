//! What should have changed since last year and has not.
//!
//! In go two texts, of a paper and of the one before; out come expressions that a roll would have
//! changed and that stand as they stood: what is missed when a plan is copied in Word.

use std::ops::Range;

use super::compare::KeptWords;
use super::{Frame, text};

/// An expression of time that stands in this year's text as it stood in last year's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// Its bytes in this year's text.
    pub range: Range<usize>,
    /// What stands there.
    pub old: String,
    /// What should stand there.
    pub new: String,
}

/// Holds this year's text against last year's: whatever a clerk would have changed, and what was
/// kept all the same.
pub fn left_over(last: &str, this: &str, frame: Frame) -> Vec<LeftOver> {
    let rolled = text(last, frame);
    if rolled.text == this {
        return Vec::new();
    }
    let still = KeptWords::new(last, this);
    rolled
        .changes
        .iter()
        .filter_map(|change| {
            let range = still.find(&change.old)?;
            let new = rolled.text[change.new.clone()].to_owned();
            Some(LeftOver {
                range,
                old: last[change.old.clone()].to_owned(),
                new,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Year;

    fn found(last: &str, this: &str) -> Vec<(String, String)> {
        let year = |number| Year::new(number).expect("a year");
        let frame = Frame { from: year(2024), to: year(2025) };
        let found = left_over(last, this, frame);
        found
            .into_iter()
            .map(|left| (this[left.range].to_owned(), left.new))
            .collect()
    }

    #[test]
    fn a_year_that_was_forgotten_is_found() {
        let last = "Tổng kết năm 2023, triển khai nhiệm vụ năm 2024 trước ngày **15/01/2024**";
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(
            found(last, last),
            [pair("2023", "2024"), pair("2024", "2025"), pair("2024", "2025")]
        );
        let half = "Tổng kết năm 2024, triển khai nhiệm vụ năm 2025 trước ngày **15/01/2024**";
        assert_eq!(found(last, half), [pair("2024", "2025")]);
        let done = "Tổng kết năm 2024, triển khai nhiệm vụ năm 2025 trước ngày **15/01/2025**";
        assert_eq!(found(last, done), []);
        assert_eq!(found("Luật năm 2022", "Luật năm 2022"), []);
    }
}
