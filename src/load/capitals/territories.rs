//! Words for kinds of territories: a capital before a number, none before a name, and as the name of one has it.

use super::references::names_by_number;
use super::words::{At, Word};
use super::wrong::{CapitalRule, WrongCapital};

/// A territory whose name is a number.
pub(super) fn numbered_territory(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let meant = match word.bare {
        "quận" => "Quận",
        "phường" => "Phường",
        _ => return None,
    };
    let is_counted = here.follows(&["mỗi", "cấp", "toàn", "từng", "các", "số"]);
    let names = names_by_number(here.from(here.at + 1)) && !is_counted;
    names.then(|| WrongCapital {
        rule: CapitalRule::Territory,
        said: format!("{} {}", word.bare, next.bare),
        meant: format!("{meant} {}", next.bare),
    })
}

/// What stands behind "Tỉnh" and "Huyện" in the names of other things: Tỉnh ủy, Huyện đoàn.
const BEHIND_OTHER: [&str; 5] = ["ủy", "uỷ", "đoàn", "hội", "phó"];

/// "Tỉnh Lạng Sơn" within a sentence. Behind another name it is one of a person: "Hoàng Văn Tỉnh".
fn any_territory(here: At<'_, '_>) -> Option<WrongCapital> {
    let word = here.word();
    let is_name = |word: Word<'_>| word.bare.chars().next().is_some_and(char::is_uppercase);
    let is_abbreviation = |word: Word<'_>| word.bare.chars().all(char::is_uppercase);
    let (first, second) = (here.behind(1)?, here.behind(2)?);
    let is_of_person = here
        .before(1)
        .is_some_and(|word| is_name(word) && !is_abbreviation(word));
    let is_territory = ["Tỉnh", "Huyện"].contains(&word.bare)
        && is_name(first)
        && is_name(second)
        && !first.is(&BEHIND_OTHER);
    (is_territory && !is_of_person).then(|| WrongCapital {
        rule: CapitalRule::Territory,
        said: format!("{} {} {}", word.bare, first.bare, second.bare),
        meant: format!("{} {} {}", word.lower(), first.bare, second.bare),
    })
}

/// A territory with another first letter than its name has: one that is known by its name, or a province, a district.
pub(super) fn territory(here: At<'_, '_>, known: &[&str]) -> Option<WrongCapital> {
    if here.word().begins {
        return None;
    }
    let found = known.iter().find_map(|name| {
        let (kind, rest) = name.split_once(' ')?;
        let word = here.word().bare;
        if word == kind
            || word.to_lowercase() != kind.to_lowercase()
            || here.word().mark.is_some()
        {
            return None;
        }
        let all_capital = word.chars().all(|c| !c.is_lowercase());
        let is_named = rest
            .split(' ')
            .enumerate()
            .all(|(at, part)| here.behind(at + 1).is_some_and(|word| word.bare == part));
        (is_named && !all_capital).then(|| WrongCapital {
            rule: CapitalRule::Territory,
            said: format!("{word} {rest}"),
            meant: (*name).to_owned(),
        })
    });
    found.or_else(|| any_territory(here))
}
