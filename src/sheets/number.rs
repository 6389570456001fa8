//! A whole number as people type it into a cell: `1234`, `1.234`, `12,345,678`.

use super::fold::fold;
use super::sheet::CellContent;

/// A whole number, typed as a number or as letters.
pub(crate) fn whole(content: &CellContent) -> Option<u64> {
    match content {
        // Beyond 2^53 a spreadsheet no longer counts one by one.
        CellContent::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            // Without a fraction the number is shown by its digits only.
            number
                .to_string()
                .trim_start_matches("-0")
                .parse()
                .ok()
                .or((*number == 0.0).then_some(0))
        }
        CellContent::Text(text) => digits(text),
        CellContent::Number(_)
        | CellContent::Day(_)
        | CellContent::NoDay(_)
        | CellContent::Error(_)
        | CellContent::Uncomputed => None,
    }
}

/// `1234`, `1.234` or `1 234`: dots stand between groups of three digits, as the decree writes numbers,
/// or spaces of any width, or commas where there are several.
pub(crate) fn digits(text: &str) -> Option<u64> {
    let text = fold(&text.replace(['\u{2009}', '\u{202F}'], " "));
    // One comma may stand before a fraction, several cannot.
    let between = match text.matches(',').count() {
        _ if text.contains(' ') => ' ',
        0 | 1 => '.',
        _ => ',',
    };
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split(between);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty()
        || (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && rest.iter().all(|group| group.len() == 3);
    let sound = is_grouped && !first.is_empty() && is_number(first);
    (sound && rest.iter().all(|group| is_number(group)))
        .then(|| text.replace(between, "").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_typed_in_three_ways() {
        let text = |text: &str| whole(&CellContent::Text(text.to_owned()));
        for (given, number) in [
            ("0", 0),
            ("1234", 1234),
            (" 12 ", 12),
            ("007", 7),
            ("1.234", 1234),
            ("12.345.678", 12_345_678),
            ("1.020", 1020),
            ("1 020", 1020),
            ("1\u{A0}020", 1020),
            ("12\u{202F}345 678", 12_345_678),
            ("12,345,678", 12_345_678),
        ] {
            assert_eq!(text(given), Some(number), "{given}");
        }
        for wrong in [
            "",
            ".",
            "1.",
            ".5",
            "1.5",
            "1.2345",
            "1234.567",
            "0.123",
            "1,234",
            "-1",
            "+1",
            "1e3",
            "12 người",
            "１２",
            "1.234.56",
            "1,234,56",
            "1.234,567,890",
            "1 02",
            "1.234 567",
            "1 234.567",
            "99999999999999999999999",
        ] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
        let number = |number: f64| whole(&CellContent::Number(number));
        assert_eq!(
            (number(0.0), number(-0.0), number(1e12)),
            (Some(0), Some(0), Some(1_000_000_000_000))
        );
        for wrong in [0.5, -1.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
