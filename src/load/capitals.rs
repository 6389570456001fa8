//! Capitals that the decree asks for (Decree 30/2020/NĐ-CP, Appendix II): "phục vụ nhân dân" is "phục vụ Nhân dân",
//! "Khoản 2 điều 3" within a sentence "khoản 2 Điều 3".
//!
//! In goes a text; out come what is said, what is meant and the rule. A rule speaks up only where the words around leave no
//! doubt: "Hội đồng nhân dân", "quản lý nhà nước" and "đảng viên" are right as they are.

use std::collections::BTreeSet;

use crate::law::Acts;

/// What Appendix II is about at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CapitalRule {
    /// Nhân dân, Nhà nước, Đảng, as nouns that stand for themselves.
    OwnNoun,
    /// Phần, Chương, Mục, Tiểu mục, Điều with a capital; khoản, điểm without.
    Reference,
    /// The word for a kind of territory: a capital before a number, else none.
    Territory,
    /// The name of a legal act.
    Act,
    /// The rank of an order or a medal.
    Rank,
    /// A day of the week, a month in words.
    Day,
}

impl CapitalRule {
    /// Its name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::OwnNoun => "own-noun",
            Self::Reference => "reference",
            Self::Territory => "territory",
            Self::Act => "act",
            Self::Rank => "rank",
            Self::Day => "day",
        }
    }
}

/// What is written with a wrong capital, or without its capital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrongCapital {
    pub(super) rule: CapitalRule,
    /// As it is written.
    pub(super) said: String,
    /// As the decree has it.
    pub(super) meant: String,
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    /// Its letters, without marks around them.
    bare: &'t str,
    /// Whether a sentence, a line or a quotation begins with it.
    begins: bool,
    /// Whether a mark stands before it: a dash, a bracket, or one behind the word before.
    is_apart: bool,
    /// The mark behind it, if there is one.
    mark: Option<char>,
}

impl Word<'_> {
    fn lower(&self) -> String {
        self.bare.to_lowercase()
    }

    fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower().as_str())
    }

    fn begins_small(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether it is a number that names something: "2", "12a", "1,2", but not "05".
    fn is_ordinal(&self) -> bool {
        let digits = self.bare.trim_end_matches(|c: char| c.is_lowercase());
        let letters = self.bare.len() - digits.len();
        letters <= 2
            && digits.starts_with(|c: char| ('1'..='9').contains(&c))
            && digits.chars().all(|c| c.is_ascii_digit() || c == ',')
    }

    fn has_digits(&self) -> bool {
        self.bare.starts_with(|c: char| c.is_ascii_digit())
    }

    fn is_roman(&self) -> bool {
        !self.bare.is_empty() && self.bare.chars().all(|c| "IVXLC".contains(c))
    }
}

/// The words of a text, with what stands around one of them.
#[derive(Clone, Copy)]
struct At<'w, 't> {
    words: &'w [Word<'t>],
    at: usize,
}

impl<'t> At<'_, 't> {
    fn word(self) -> Word<'t> {
        self.words[self.at]
    }

    /// A word so many places behind, where no mark stands between.
    fn behind(self, count: usize) -> Option<Word<'t>> {
        let last = self.at.checked_add(count)?;
        let joined = self.words.get(self.at + 1..=last)?;
        joined.iter().all(|word| !word.is_apart).then(|| self.words[last])
    }

    /// A word so many places before, where no mark stands between.
    fn before(self, count: usize) -> Option<Word<'t>> {
        let first = self.at.checked_sub(count)?;
        let joined = self.words.get(first + 1..=self.at)?;
        joined.iter().all(|word| !word.is_apart).then(|| self.words[first])
    }

    /// Whether one of some words stands right before.
    fn follows(self, words: &[&str]) -> bool {
        self.before(1).is_some_and(|word| word.is(words))
    }

    /// Whether one of some pairs of words stands right before.
    fn follows_pair(self, pairs: &[&str]) -> bool {
        let (Some(first), Some(second)) = (self.before(2), self.before(1)) else {
            return false;
        };
        pairs.contains(&format!("{} {}", first.lower(), second.lower()).as_str())
    }

    /// Whether one of some words stands so many places behind.
    fn leads_to(self, count: usize, words: &[&str]) -> bool {
        self.behind(count).is_some_and(|word| word.is(words))
    }

    /// Whether a text says two words of small letters here.
    fn is_pair(self, first: &str, second: &str) -> bool {
        self.word().bare == first && self.behind(1).is_some_and(|word| word.bare == second)
    }

    /// The same words from another place on.
    fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }
}

/// All wrong capitals of a text, each once. `territories` are known by their names: "xã Gia Cát".
pub(super) fn wrong_capitals(
    text: &str,
    acts: &Acts,
    territories: &[&str],
) -> Vec<WrongCapital> {
    let words = words(text);
    let mut found: Vec<WrongCapital> = Vec::new();
    for at in 0..words.len() {
        let here = At { words: &words, at };
        let rules =
            [people, state, party, reference, numbered_territory, rank, weekday, month];
        found.extend(rules.into_iter().find_map(|rule| rule(here)));
        found.extend(territory(here, territories));
    }
    let laws = acts.named_in_small_letters(text).into_iter();
    found.extend(laws.map(|(said, meant)| WrongCapital {
        rule: CapitalRule::Act,
        said,
        meant,
    }));
    let mut told = BTreeSet::new();
    found.retain(|wrong| told.insert((wrong.said.clone(), wrong.meant.clone())));
    found
}

/// What may stand around a word.
const MARKS: &[char] = &[
    '.', ',', ';', ':', '(', ')', '[', ']', '"', '“', '”', '!', '?', '…', '/', '*', '\'', '‘',
    '’',
];
/// What stands before an item of a list, or between parts of a sentence.
const DASHES: [&str; 6] = ["-", "–", "—", "+", "•", "*"];

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let (mut begins, mut is_apart) = (true, true);
    for raw in text.split_whitespace() {
        let bare = raw.trim_matches(MARKS);
        if bare.is_empty() || DASHES.contains(&bare) {
            // Behind a dash nobody knows whether something begins.
            (begins, is_apart) = (true, true);
            continue;
        }
        let behind = raw.trim_start_matches(MARKS);
        let mark = behind.get(bare.len()..).and_then(|rest| rest.chars().next());
        let opens = raw.starts_with(['"', '“', '‘']);
        let is_apart_itself = behind.len() < raw.len();
        found.push(Word {
            bare,
            begins: begins || opens,
            is_apart: is_apart || is_apart_itself,
            mark,
        });
        // "a)", "2)" before an item.
        let numbers_item = begins && mark == Some(')') && bare.chars().count() <= 2;
        let closes = raw.trim_end_matches(['"', '”', ')', '*']);
        begins = numbers_item || closes.ends_with(['.', '!', '?', ':', '…', '/']);
        is_apart = mark.is_some();
    }
    found
}

fn own(said: &str, meant: &str) -> Option<WrongCapital> {
    let (said, meant) = (said.to_owned(), meant.to_owned());
    Some(WrongCapital { rule: CapitalRule::OwnNoun, said, meant })
}

/// What "nhân dân" is a part of: agencies, forces, titles of honour, and what is of the people by its nature.
const OF_THE_PEOPLE: [&str; 29] = [
    "ủy ban",
    "uỷ ban",
    "hội đồng",
    "tòa án",
    "toà án",
    "kiểm sát",
    "cảnh sát",
    "công an",
    "an ninh",
    "quân đội",
    "hải quân",
    "không quân",
    "nghệ sĩ",
    "nghệ nhân",
    "nhà giáo",
    "thầy thuốc",
    "tín dụng",
    "vũ trang",
    "chiến tranh",
    "mặt trận",
    "thế trận",
    "dân chủ",
    "hội thẩm",
    "thanh tra",
    "đối ngoại",
    "ngoại giao",
    "tình báo",
    "chính quyền",
    "quần chúng",
];
/// Words that end in "nhân", which "dân" may follow: "công nhân dân tộc thiểu số".
const ENDING_IN_NHAN: [&str; 16] = [
    "công", "cá", "nạn", "bệnh", "quân", "thân", "nghệ", "nguyên", "phạm", "doanh", "thương",
    "hôn", "pháp", "tù", "chủ", "chứng",
];

/// "nhân dân", as a noun that stands for itself.
fn people(here: At<'_, '_>) -> Option<WrongCapital> {
    let is_of_name = here.follows_pair(&OF_THE_PEOPLE) || here.follows(&["tổ"]);
    let is_split = here.follows(&ENDING_IN_NHAN);
    // The currency of China.
    let is_money = here.leads_to(2, &["tệ"]);
    let is_noun = here.is_pair("nhân", "dân") && !is_of_name && !is_split && !is_money;
    is_noun.then(|| own("nhân dân", "Nhân dân")).flatten()
}

/// What stands before nouns of one's own: "của nhà nước", "với đảng".
const BEFORE_STATE: [&str; 16] = [
    "của", "với", "do", "cho", "bởi", "được", "khi", "nếu", "mà", "để", "vì", "nhưng", "lại",
    "nghị", "cầu", "về",
];
/// What makes of "nhà nước" another state, or a house with water in it.
const BEHIND_OTHER_STATE: [&str; 10] =
    ["phong", "tư", "bạn", "dâng", "ngập", "sạch", "máy", "ngoài", "pháp", "láng"];
/// What the State does, where it begins a clause.
const STATE_DOES: [&str; 11] =
    ["ta", "giao", "đầu", "thu", "hỗ", "ban", "quy", "cần", "tạo", "bảo", "và"];
/// What is the party's, so that "đảng" says of which kind it is.
const OF_THE_PARTY: [&str; 9] = [
    "cơ quan",
    "tổ chức",
    "cấp ủy",
    "cấp uỷ",
    "cán sự",
    "sinh hoạt",
    "kỷ luật",
    "công tác",
    "hồ sơ",
];

/// Whether "đảng" stands right before, or before a comma or "và".
fn is_beside_party(here: At<'_, '_>) -> bool {
    let Some(before) = here.at.checked_sub(1) else { return false };
    let joins = here.follows(&["và"]);
    let party = if joins { before.checked_sub(1) } else { Some(before) };
    let Some(party) = party.map(|at| here.from(at)) else { return false };
    let is_next = joins || party.word().mark == Some(',');
    let is_party = party.word().is(&["đảng"])
        || party.word().bare == "Nam" && party.follows_pair(&["sản việt"]);
    is_next && is_party && !party.follows_pair(&OF_THE_PARTY)
}

/// "nhà nước", as a noun that stands for itself.
fn state(here: At<'_, '_>) -> Option<WrongCapital> {
    if !here.is_pair("nhà", "nước") {
        return None;
    }
    let behind = here.behind(2);
    let is_other =
        behind.is_some_and(|word| word.is(&BEHIND_OTHER_STATE) || !word.begins_small());
    let begins = here.word().begins || here.word().is_apart;
    let is_subject = begins && here.leads_to(2, &STATE_DOES) && !is_other;
    let is_object = here.follows(&BEFORE_STATE) && !is_other;
    let is_noun = is_subject || is_object || is_beside_party(here);
    is_noun.then(|| own("nhà nước", "Nhà nước")).flatten()
}

/// What follows "đảng" where it is part of a word, or another party's.
const BEHIND_PARTY: [&str; 16] = [
    "viên",
    "bộ",
    "ủy",
    "uỷ",
    "phái",
    "đoàn",
    "phí",
    "vụ",
    "tịch",
    "nhóm",
    "tính",
    "sâm",
    "đối",
    "cánh",
    "cầm",
    "trưởng",
];
const BEFORE_PARTY: [&str; 13] = [
    "của", "với", "do", "cho", "bởi", "đối", "theo", "ngoài", "trong", "toàn", "tuổi", "mừng",
    "vào",
];
const PAIRS_BEFORE_PARTY: [&str; 8] = [
    "xây dựng",
    "thành lập",
    "điều lệ",
    "nghị quyết",
    "đại hội",
    "chủ trương",
    "chính sách",
    "lãnh đạo",
];

/// "đảng", where the Communist Party of Vietnam is meant.
fn party(here: At<'_, '_>) -> Option<WrongCapital> {
    let is_small = here.word().bare == "đảng";
    if !is_small || here.leads_to(1, &BEHIND_PARTY) || here.follows_pair(&OF_THE_PARTY) {
        return None;
    }
    let next = here.from(here.at + usize::from(here.leads_to(1, &["và"])));
    let is_joined = next.at > here.at || here.word().mark == Some(',');
    let state = here.words.get(next.at + 1..next.at + 3).unwrap_or_default();
    let is_state = matches!(state, [one, two] if one.is(&["nhà"]) && two.is(&["nước"]));
    let is_noun = here.follows(&BEFORE_PARTY)
        || here.follows_pair(&PAIRS_BEFORE_PARTY)
        || (is_joined && is_state);
    is_noun.then(|| own("đảng", "Đảng")).flatten()
}

/// What can follow a number that names something. Any other word is counted by it: "điều 02 xe".
const BEHIND_ORDINAL: [&str; 27] = [
    "của", "và", "đến", "hoặc", "này", "nêu", "trên", "trong", "về", "thuộc", "tại", "quy",
    "nghị", "luật", "khoản", "được", "là", "thì", "đã", "có", "vào", "cùng", "như", "với",
    "bộ", "ban", "phải",
];

/// Whether a number at a place names something, and does not count what follows.
fn names_by_number(here: At<'_, '_>) -> bool {
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
fn reference(here: At<'_, '_>) -> Option<WrongCapital> {
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

/// A territory whose name is a number.
fn numbered_territory(here: At<'_, '_>) -> Option<WrongCapital> {
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
fn territory(here: At<'_, '_>, known: &[&str]) -> Option<WrongCapital> {
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

/// The ranks of orders and medals.
const RANKS: [(&str, &str); 3] = [("nhất", "Nhất"), ("nhì", "Nhì"), ("ba", "Ba")];
/// The most words between an order and its rank: "Huân chương Bảo vệ Tổ quốc hạng Nhất, hạng Nhì, hạng Ba".
const MOST_OF_ORDER: usize = 12;

/// The rank of an order. Of sport and of trade ranks have no capitals.
fn rank(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let (_, meant) = RANKS.into_iter().find(|(small, _)| *small == next.bare)?;
    if word.bare != "hạng" || here.follows(&["xếp", "đứng", "đạt", "binh", "viện"])
    {
        return None;
    }
    let mut before = here.words[..here.at].iter().rev().take(MOST_OF_ORDER);
    let before = before
        .by_ref()
        .take_while(|word| !matches!(word.mark, Some('.' | ';' | '!' | '?')));
    let is_order = before.into_iter().any(|word| word.is(&["huân"]));
    is_order.then(|| WrongCapital {
        rule: CapitalRule::Rank,
        said: format!("hạng {}", next.bare),
        meant: format!("hạng {meant}"),
    })
}

/// Days of the week as they are said in words, and months.
const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
const MONTHS: [&str; 12] =
    ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "một", "chạp"];

fn with_capital(here: At<'_, '_>) -> Option<WrongCapital> {
    let (word, next) = (here.word(), here.behind(1)?);
    let mut letters = next.bare.chars();
    let first = letters.next()?.to_uppercase();
    let capital: String = first.chain(letters).collect();
    Some(WrongCapital {
        rule: CapitalRule::Day,
        said: format!("{} {}", word.bare, next.bare),
        meant: format!("{} {capital}", word.bare),
    })
}

/// A day of the week in words. "Thứ hai" is more often the second of something.
fn weekday(here: At<'_, '_>) -> Option<WrongCapital> {
    let next = here.behind(1)?;
    if here.word().bare != "thứ" || !DAYS.contains(&next.bare) {
        return None;
    }
    let is_time = here.follows(&["sáng", "chiều", "tối", "trưa"]);
    let is_weekly = here.leads_to(2, &["tuần"])
        || here.leads_to(2, &["hằng", "hàng", "mỗi"]) && here.leads_to(3, &["tuần"]);
    let is_span = here.leads_to(2, &["đến"]) && here.leads_to(3, &["thứ"])
        || here.follows(&["đến"]) && here.before(3).is_some_and(|word| word.is(&["thứ"]));
    let after = here.words.get(here.at + 2..).unwrap_or_default();
    let has_date = matches!(after, [day, date, ..] if day.is(&["ngày"]) && date.has_digits());
    let is_ordinal =
        here.follows(&["lần", "khóa", "khoá", "kỳ", "đợt", "người", "vị", "ngày"]);
    let is_day = is_time || is_weekly || is_span || (has_date && !is_ordinal);
    is_day.then(|| with_capital(here)).flatten()
}

/// A month in words. "Tháng hai" may count: "mỗi tháng hai lần".
fn month(here: At<'_, '_>) -> Option<WrongCapital> {
    let next = here.behind(1)?;
    if here.word().bare != "tháng" || !MONTHS.contains(&next.bare) {
        return None;
    }
    let is_always = ["giêng", "chạp"].contains(&next.bare)
        || here.follows_pair(&["cách mạng"])
        || here.follows(&["rằm", "mồng", "mùng"]);
    let has_two = next.bare == "mười" && here.leads_to(2, &["một", "hai"]);
    let rest = if has_two { 3 } else { 2 };
    let is_of_year = here.leads_to(rest, &["năm"])
        && here.behind(rest + 1).is_some_and(|word| word.has_digits())
        && !here.before(1).is_some_and(|word| word.has_digits())
        && !here.follows(&["mỗi", "hằng", "hàng", "một", "từng", "các", "hai", "ba", "mười"]);
    let is_span = here.leads_to(2, &["đến"]) && here.leads_to(3, &["tháng"])
        || here.follows(&["đến"]) && here.before(3).is_some_and(|word| word.is(&["tháng"]));
    (is_always || is_of_year || is_span)
        .then(|| with_capital(here))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERRITORIES: [&str; 4] =
        ["huyện Cao Lộc", "xã Gia Cát", "thị trấn Đồng Đăng", "Xã Hoàng Văn Thụ"];

    fn meant(text: &str) -> Vec<String> {
        let found = wrong_capitals(text, &Acts::default(), &TERRITORIES);
        found.into_iter().map(|wrong| wrong.meant).collect()
    }

    #[test]
    fn what_the_decree_asks_for_is_meant() {
        for (text, right) in [
            ("Nâng cao đời sống nhân dân các dân tộc", "Nhân dân"),
            ("tạo sự đồng thuận trong các tầng lớp nhân dân.", "Nhân dân"),
            ("cán bộ, nhân dân tích cực tham gia", "Nhân dân"),
            ("bộ đội - nhân dân cùng làm; bám sát nhân dân", "Nhân dân"),
            ("thông báo nhân dân biết", "Nhân dân"),
            ("chấp hành chính sách, pháp luật của nhà nước", "Nhà nước"),
            ("Khi nhà nước thu hồi đất", "Nhà nước"),
            ("Đảng Cộng sản Việt Nam và nhà nước ta", "Nhà nước"),
            ("phần còn lại, nhà nước hỗ trợ xi măng", "Nhà nước"),
            ("chủ trương của đảng, chính sách của Nhà nước", "Đảng"),
            ("trao Huy hiệu 50 năm tuổi đảng", "Đảng"),
            ("công tác xây dựng đảng", "Đảng"),
            ("thực hiện theo điều 79 của Luật", "Điều 79"),
            ("theo khoản 2 điều 16, điều 12a", "Điều 16"),
            ("quy định tại Khoản 2 Điều 3", "khoản 2"),
            ("thực hiện đúng quy định (Khoản 2 Điều 5)", "khoản 2"),
            ("theo Điểm a khoản 1 Điều 80", "điểm a"),
            ("quy định tại chương II của Nghị định", "Chương II"),
            ("theo chương 2 Luật Đất đai", "Chương 2"),
            ("trên địa bàn quận 1", "Quận 1"),
            ("UBND Huyện Cao Lộc chủ trì", "huyện Cao Lộc"),
            ("đến nay (Huyện Cao Lộc cấp)", "huyện Cao Lộc"),
            ("của Xã Gia Cát và các xã khác", "xã Gia Cát"),
            ("tại Thị trấn Đồng Đăng", "thị trấn Đồng Đăng"),
            ("Đảng ủy xã Hoàng Văn Thụ", "Xã Hoàng Văn Thụ"),
            ("Trình UBND Tỉnh Cao Bằng xem xét", "tỉnh Cao Bằng"),
            ("Hội Liên hiệp Phụ nữ Tỉnh Lạng Sơn", "tỉnh Lạng Sơn"),
            ("Huân chương Lao động hạng nhất", "hạng Nhất"),
            ("Huân chương Chiến công: hạng nhì cho 02 cá nhân", "hạng Nhì"),
            ("họp vào sáng thứ hai, ngày 15/01", "thứ Hai"),
            ("họp giao ban thứ năm hằng tuần", "thứ Năm"),
            ("Cách mạng tháng tám năm 1945", "tháng Tám"),
            ("lễ hội ngày 12 tháng giêng", "tháng Giêng"),
            ("trong tháng mười một năm 2024", "tháng Mười"),
        ] {
            assert_eq!(meant(text).first().map(String::as_str), Some(right), "{text}");
        }
        assert_eq!(meant("từ thứ hai đến thứ sáu"), ["thứ Hai", "thứ Sáu"]);
        assert_eq!(meant("từ tháng ba đến tháng năm"), ["tháng Ba", "tháng Năm"]);
        assert_eq!(meant("cơ quan của đảng, nhà nước"), ["Đảng", "Nhà nước"]);
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for text in [
            "Hội đồng nhân dân, Ủy ban nhân dân huyện; Tòa án nhân dân, Viện kiểm sát nhân dân",
            "Công an nhân dân, Quân đội nhân dân, Nghệ sĩ nhân dân, lực lượng vũ trang nhân dân",
            "Hội thẩm nhân dân, Ban Thanh tra nhân dân, đối ngoại nhân dân, Nghệ nhân nhân dân",
            "Nhân dân các dân tộc; của Nhân dân; mọi tầng lớp Nhân dân",
            "công tác quản lý nhà nước về thi đua, khen thưởng; các cơ quan nhà nước",
            "kinh phí do ngân sách nhà nước cấp; bí mật nhà nước; cán bộ, đảng viên, đảng bộ",
            "công nhân dân tộc thiểu số; cá nhân dân cử; 06 nghệ nhân dân gian; nguyên nhân dân cư",
            "tỷ giá nhân dân tệ; rượu từ đảng sâm; tràn vào nhà nước dâng; nhà nước phong kiến",
            "các cơ quan đảng, nhà nước, Mặt trận Tổ quốc; tổ chức đảng",
            "Khoản 1 Điều này. Khoản 2 Điều 3. Điểm mới của phong trào; 05 điều Bác Hồ dạy",
            "a) Khoản 1 Điều 5 quy định",
            "- Khoản 2 Điều 6 quy định",
            "Điều 1. Phạm vi; các điều kiện 3 tốt; điều này; điều 02 xe chữa cháy; điều 30 dân quân",
            "mỗi phường 01 đội; phường 24 giờ; cấp quận 05 hồ sơ; dự án thành phần I",
            "xã Gia Cát, thị trấn Đồng Đăng, huyện Cao Lộc, tỉnh Lạng Sơn; Huyện ủy; Tỉnh đoàn",
            "Huyện Cao Lộc có 22 xã. Xã Gia Cát: 11 đơn vị",
            "Đảng ủy Xã Hoàng Văn Thụ; HUYỆN CAO LỘC; đường Bà Huyện Thanh Quan; các Huyện Ủy Cao Lộc",
            "đồng chí Hoàng Văn Tỉnh Phó Chủ tịch",
            "xếp hạng ba tại hội thi; Huy chương vàng, hạng nhất toàn đoàn",
            "mỗi tháng hai lần; trong 03 tháng ba đợt; tháng hai bên gặp nhau; ngày tháng năm",
            "lần thứ hai, ngày 15/01; thứ ba là tuyên truyền; thứ hai, tăng cường; ngày thứ hai, đại biểu",
            "tháng 8 năm 2024; Cách mạng tháng Tám; thứ Hai, ngày 15/01; mười tháng một năm học",
        ] {
            assert_eq!(meant(text), Vec::<String>::new(), "{text}");
        }
    }
}
