//! Numbers in words.
//!
//! Read by groups of three digits (tỷ, triệu, nghìn). "Mười" is 10, "mươi" stands after 2 to 9;
//! after "mươi" 1 is "mốt" and 4 is "tư"; after "mười" and "mươi" 5 is "lăm". A zero among the
//! tens is "linh" or "lẻ", with the plain digit after it: "một trăm linh bốn". In every group but
//! the first the hundreds are read, "không trăm" too; a group of zeros is not read at all.

/// The word for a zero among the tens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zero {
    /// "Linh", usual in the north and in schools' books.
    #[default]
    Linh,
    /// "Lẻ".
    Le,
}

impl Zero {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Linh => "linh",
            Self::Le => "lẻ",
        }
    }
}

const DIGITS: [&str; 10] =
    ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// Where "tỷ" begins; what is above it is read as a number of its own ("một nghìn tỷ").
const BILLION: u64 = 1_000_000_000;

/// The groups of three digits below it, and what follows each.
const SCALES: [(u64, Option<&str>); 3] =
    [(1_000_000, Some("triệu")), (1_000, Some("nghìn")), (1, None)];

/// A number in words, in small letters.
pub fn in_words(number: u64, zero: Zero) -> String {
    let mut words = Vec::new();
    read(number, zero, &mut words);
    if words.is_empty() { DIGITS[0].to_owned() } else { words.join(" ") }
}

/// Reads a number behind what is read already; of zero, nothing.
fn read(number: u64, zero: Zero, words: &mut Vec<&'static str>) {
    if number >= BILLION {
        read(number / BILLION, zero, words);
        words.push("tỷ");
    }
    for (unit, scale) in SCALES {
        let group = usize::try_from(number % BILLION / unit % 1_000).unwrap_or_default();
        if group > 0 {
            read_group(group / 100, group / 10 % 10, group % 10, zero, words);
            words.extend(scale);
        }
    }
}

/// Reads three digits, not all zero, behind those that are read already.
fn read_group(
    hundreds: usize,
    tens: usize,
    ones: usize,
    zero: Zero,
    words: &mut Vec<&'static str>,
) {
    let with_hundreds = hundreds > 0 || !words.is_empty();
    if with_hundreds {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if ones > 0 && with_hundreds => words.push(zero.word()),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[ones]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_schools_teach() {
        for (number, words) in [
            (0, "không"),
            (1, "một"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (55, "năm mươi lăm"),
            (91, "chín mươi mốt"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (104, "một trăm linh bốn"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (111, "một trăm mười một"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (1_000, "một nghìn"),
            (1_001, "một nghìn không trăm linh một"),
            (2_024, "hai nghìn không trăm hai mươi tư"),
            (2_026, "hai nghìn không trăm hai mươi sáu"),
            (10_000, "mười nghìn"),
            (12_345, "mười hai nghìn ba trăm bốn mươi lăm"),
            (18_023, "mười tám nghìn không trăm hai mươi ba"),
            (60_104, "sáu mươi nghìn một trăm linh bốn"),
            (104_004, "một trăm linh bốn nghìn không trăm linh bốn"),
            (590_000, "năm trăm chín mươi nghìn"),
            (1_000_025, "một triệu không trăm hai mươi lăm"),
            (1_309_000, "một triệu ba trăm linh chín nghìn"),
            (21_000_000, "hai mươi mốt triệu"),
            (1_000_000_000, "một tỷ"),
            (1_000_000_005, "một tỷ không trăm linh năm"),
            (1_005_000_000, "một tỷ không trăm linh năm triệu"),
            (
                999_999_999_999,
                "chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu \
                 chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
            ),
            (1_000_000_000_000, "một nghìn tỷ"),
            (1_000_000_000_001, "một nghìn tỷ không trăm linh một"),
            (2_500_000_000_000_000, "hai triệu năm trăm nghìn tỷ"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
        ] {
            assert_eq!(in_words(number, Zero::Linh), words, "{number}");
        }
    }

    #[test]
    fn a_zero_among_the_tens_has_two_words() {
        assert_eq!(in_words(1_005, Zero::Le), "một nghìn không trăm lẻ năm");
    }

    /// Another way to the same words: every digit is read with its place, and what people never
    /// say is replaced afterwards.
    fn slow(number: u64) -> String {
        let digits: Vec<char> = number.to_string().chars().collect();
        let places = [" ", " mươi ", " trăm "];
        let scales = ["", "nghìn ", "triệu ", "tỷ "];
        let mut text = String::from(" ");
        for (at, digit) in digits.iter().enumerate() {
            let left = digits.len() - 1 - at;
            let value = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            text += DIGITS[value.expect("a digit")];
            text += places[left % 3];
            if left.is_multiple_of(3) {
                text += scales[left / 3];
            }
        }
        for scale in ["tỷ ", "triệu ", "nghìn ", ""] {
            text = text.replace(&format!("không trăm không mươi không {scale}"), "");
            if scale.is_empty() && text.ends_with("không trăm không mươi không ") {
                text = text.replace("không trăm không mươi không ", "");
            }
        }
        for (said, meant) in [
            ("không mươi không ", ""),
            ("không mươi ", "linh "),
            ("một mươi ", "mười "),
            ("mươi không ", "mươi "),
            ("mười không ", "mười "),
            ("mươi một ", "mươi mốt "),
            ("mươi bốn ", "mươi tư "),
            ("mươi năm ", "mươi lăm "),
            ("mười năm ", "mười lăm "),
        ] {
            text = text.replace(&format!(" {said}"), &format!(" {meant}"));
        }
        let text = text.trim();
        if text.is_empty() { "không".to_owned() } else { text.to_owned() }
    }

    #[test]
    fn all_small_numbers_agree_with_the_slow_way() {
        for number in 0..=10_100 {
            assert_eq!(in_words(number, Zero::Linh), slow(number), "{number}");
        }
    }

    proptest! {
        #[test]
        fn any_number_agrees_with_the_slow_way(number in 0..1_000 * BILLION, keep in 0_u32..12) {
            // Also numbers that end in zeros, which are rare among random ones.
            let zeros = 10_u64.pow(keep);
            for number in [number, number / zeros * zeros, number % zeros] {
                prop_assert_eq!(in_words(number, Zero::Linh), slow(number));
                let le = slow(number).replace("linh", "lẻ");
                prop_assert_eq!(in_words(number, Zero::Le), le);
            }
        }
    }
}
