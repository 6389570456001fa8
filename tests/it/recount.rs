//! The numbers of the sample data as `tools/recount.py` counts them, in another language and another
//! way. `python3 tools/recount.py --tests` writes the files anew.

use std::collections::BTreeMap;

/// Numbers by name.
pub type Numbers = BTreeMap<&'static str, &'static str>;

/// The recounted numbers of a period such as `2024 q1`; what is not there is zero.
pub fn recounted(period: &str) -> Numbers {
    let lines = include_str!("recount.tsv")
        .lines()
        .chain(include_str!("recount-parts.tsv").lines());
    let of_period = lines.filter_map(|line| line.strip_prefix(period)?.strip_prefix('\t'));
    let numbers: Numbers = of_period.filter_map(|line| line.split_once('\t')).collect();
    assert!(!numbers.is_empty(), "{period}");
    numbers
}

/// As papers print a whole number.
pub fn grouped(number: &str) -> String {
    let digits: Vec<char> = number.chars().rev().collect();
    let groups: Vec<String> =
        digits.chunks(3).map(|group| group.iter().rev().collect()).collect();
    groups.into_iter().rev().collect::<Vec<_>>().join(".")
}

/// A number of a name as papers print it.
pub fn printed(numbers: &Numbers, name: &str) -> String {
    grouped(numbers.get(name).unwrap_or(&"0"))
}

/// A share as papers print it, without white space: "12,5%", rounded half up.
pub fn share(numbers: &Numbers, name: &str) -> String {
    let (part, whole) = numbers[name].split_once('/').expect("a share");
    let [part, whole] = [part, whole].map(|text| text.parse::<u64>().expect("a number"));
    tenths((part * 2000 + whole) / (2 * whole))
}

/// Tenths of a percent as papers print them, without white space.
pub fn tenths(tenths: u64) -> String {
    let whole = grouped(&(tenths / 10).to_string());
    match tenths % 10 {
        0 => format!("{whole}%"),
        rest => format!("{whole},{rest}%"),
    }
}
