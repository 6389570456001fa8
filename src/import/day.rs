//! A day as the header block of a paper writes it.

use crate::calendar::IssueDate;

/// Reads `…, ngày 05 tháng 01 năm 2024`, the day blank or not.
pub(super) fn issue_date(text: &str) -> Option<IssueDate> {
    let (_, rest) = text.split_once("ngày")?;
    let (day, rest) = rest.split_once("tháng")?;
    let (month, year) = rest.split_once("năm")?;
    let number = |text: &str| text.trim().parse::<u8>().ok();
    let month = format!("{}-{:02}", year.trim(), number(month)?);
    let written = match day.trim() {
        "" => month,
        day => format!("{month}-{:02}", number(day)?),
    };
    IssueDate::parse(&written).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_papers_write_them() {
        for (text, read) in [
            ("Cao Lộc, ngày 05 tháng 01 năm 2024", Some("2024-01-05")),
            ("Cao Lộc, ngày tháng 01 năm 2024", Some("2024-01")),
            ("ngày 5 tháng 11 năm 2024", Some("2024-11-05")),
            ("ngày 31 tháng 02 năm 2024", None),
            ("ngày tháng 13 năm 2024", None),
            ("ngày tháng năm 2024", None),
            ("Cao Lộc", None),
        ] {
            let found = issue_date(text).and_then(IssueDate::key);
            assert_eq!(found.as_deref(), read, "{text}");
        }
    }
}
