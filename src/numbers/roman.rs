//! Numbers as Romans wrote them.

/// The largest number that they wrote with these signs.
const LARGEST: usize = 3999;

const SIGNS: [(usize, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number as Romans wrote it: `XIV`. What is beyond their signs is their largest.
pub(crate) fn roman(number: usize) -> String {
    let mut left = number.min(LARGEST);
    let mut written = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            written.push_str(sign);
            left -= worth;
        }
    }
    written
}
