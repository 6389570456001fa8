//! Nouns that stand for themselves: Nhân dân, Nhà nước, Đảng.

use super::words::At;
use super::wrong::{CapitalRule, WrongCapital};

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
pub(super) fn people(here: At<'_, '_>) -> Option<WrongCapital> {
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
pub(super) fn state(here: At<'_, '_>) -> Option<WrongCapital> {
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
pub(super) fn party(here: At<'_, '_>) -> Option<WrongCapital> {
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
