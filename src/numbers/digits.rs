//! Numbers in digits.

/// What follows the number of a percentage: the sign, without a space, as offices write it.
pub const PERCENT: &str = "%";

/// An integer with a stop before every three digits: `1.234`, `12.345.678`.
pub fn grouped(number: impl Into<u128>) -> String {
    let digits = number.into().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number of tenths, hundredths and so on (`places` behind the comma) as a decimal, without
/// zeros at its end: `12,5`, `12`, `1.234,5`, `99,99`.
pub fn decimal(scaled: u128, places: u32) -> String {
    let unit = 10_u128.pow(places);
    let (whole, rest) = (grouped(scaled / unit), scaled % unit);
    if rest == 0 {
        return whole;
    }
    let digits = format!("{rest:0width$}", width = places as usize);
    format!("{whole},{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_stop_stands_before_every_three_digits() {
        for (number, text) in [
            (0_u64, "0"),
            (1, "1"),
            (999, "999"),
            (1_000, "1.000"),
            (1_234, "1.234"),
            (12_345, "12.345"),
            (100_000, "100.000"),
            (1_000_000, "1.000.000"),
            (u64::MAX, "18.446.744.073.709.551.615"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn no_zero_ends_a_decimal() {
        for (tenths, text) in [
            (0, "0"),
            (1, "0,1"),
            (10, "1"),
            (125, "12,5"),
            (1000, "100"),
            (12_345, "1.234,5"),
        ] {
            assert_eq!(decimal(tenths, 1), text);
        }
        assert_eq!(decimal(9_999, 2), "99,99");
        assert_eq!(decimal(50, 3), "0,05");
    }

    proptest! {
        #[test]
        fn digits_stay_and_groups_have_three(number: u64) {
            let text = grouped(number);
            prop_assert_eq!(text.replace('.', ""), number.to_string());
            let mut groups = text.split('.');
            prop_assert!(groups.next().is_some_and(|first| (1..=3).contains(&first.len())));
            prop_assert!(groups.all(|group| group.len() == 3));
        }
    }
}
