//! References to parts of a text: Phần, Chương, Điều with a capital, khoản and điểm without.

use super::words::{At, Word};
use super::wrong::{CapitalRule, WrongCapital};

/// What can follow a number that names something. Any other word is counted by it: "điều 02 xe".
const BEHIND_ORDINAL: [&str; 27] = [
    "của", "và", "đến", "hoặc", "này", "nêu", "trên", "trong", "về", "thuộc", "tại", "quy",
    "nghị", "luật", "khoản", "được", "là", "thì", "đã", "có", "vào", "cùng", "như", "với",
    "bộ", "ban", "phải",
];

/// Whether a number at a place names something, and does not count what follows.
pub(super) fn names_by_number(here: At<'_, '_>) -> bool {
    let counts = here
        .behind(1)
        .is_some_and(|word| word.begins_small() && !word.is(&BEHIND_ORDINAL));
    here.word().is_ordinal() && !counts
}

/// Whether a number stands before that belongs to a khoản or a điểm: "khoản 2 điều 3".
fn follows_reference(here: At<'_, '_>) -> bool {
    let before = here.words[..here.at].iter().rev();
    let mut rest =
        before.skip_while(|word| word.has_digits() || word.bare.chars().count() == 1);
    rest.next().is_some_and(|word| word.is(&["khoản", "điểm", "và"]))
}

/// A part of a text that a sentence refers to.
pub(super) fn reference(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let number = here.from(here.at + 1);
    let is_text = number
        .behind(1)
        .is_some_and(|word| word.is(&["của", "phụ", "luật", "bộ", "nghị", "quy", "thông"]));
    let meant = match word.bare {
        "điều" => {
            let is_counted = here.before(1).is_some_and(|word| word.has_digits());
            let is_free = !is_counted || follows_reference(here);
            (is_free && names_by_number(number)).then_some("Điều")?
        }
        "chương" if next.is_roman() || next.is_ordinal() && is_text => "Chương",
        "phần" if here.follows(&["thành", "học", "cổ", "góp", "một", "tiểu"]) => {
            return None;
        }
        "phần" if next.is_roman() || next.is_ordinal() && is_text => "Phần",
        "Khoản" if !word.begins && next.is_ordinal() => "khoản",
        "Điểm" if !word.begins && is_letter(next) => "điểm",
        _ => return None,
    };
    Some(WrongCapital {
        rule: CapitalRule::Reference,
        said: format!("{} {}", word.bare, next.bare),
        meant: format!("{meant} {}", next.bare),
    })
}

fn is_letter(word: Word<'_>) -> bool {
    let mut letters = word.bare.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}
