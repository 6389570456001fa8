//! The types of documents that a text may cite, by their names.

use crate::expressions::ActType;
use crate::expressions::token::Tokens;

/// The types by their names.
const ACTS: [(&str, ActType); 42] = [
    ("hiến pháp", ActType::Law),
    ("bộ luật", ActType::Law),
    ("luật", ActType::Law),
    ("pháp lệnh", ActType::Law),
    ("lệnh", ActType::Law),
    ("sắc lệnh", ActType::Law),
    ("nghị định", ActType::Decree),
    ("thông tư", ActType::Circular),
    ("thông tư liên tịch", ActType::Circular),
    ("văn bản hợp nhất", ActType::Circular),
    ("nghị quyết", ActType::Resolution),
    ("nghị quyết liên tịch", ActType::Resolution),
    ("quyết định", ActType::Decision),
    ("chỉ thị", ActType::Directive),
    ("kết luận", ActType::Conclusion),
    ("quy định", ActType::Regulation),
    ("quy chế", ActType::Regulation),
    ("điều lệ", ActType::Regulation),
    ("quy chuẩn", ActType::Regulation),
    ("hướng dẫn", ActType::Occasional),
    ("hướng dẫn liên ngành", ActType::Occasional),
    ("kế hoạch", ActType::Occasional),
    ("kế hoạch liên ngành", ActType::Occasional),
    ("kế hoạch phối hợp", ActType::Occasional),
    ("kế hoạch hành động", ActType::Occasional),
    ("công văn", ActType::Occasional),
    ("văn bản", ActType::Occasional),
    ("báo cáo", ActType::Occasional),
    ("thông báo", ActType::Occasional),
    ("thông báo kết luận", ActType::Occasional),
    ("chương trình", ActType::Occasional),
    ("chương trình hành động", ActType::Occasional),
    ("chương trình phối hợp", ActType::Occasional),
    ("chương trình công tác", ActType::Occasional),
    ("tờ trình", ActType::Occasional),
    ("đề án", ActType::Occasional),
    ("công điện", ActType::Occasional),
    ("giấy mời", ActType::Occasional),
    ("phương án", ActType::Occasional),
    ("thông tri", ActType::Occasional),
    ("biên bản", ActType::Occasional),
    ("hợp đồng", ActType::Occasional),
];

/// The longest name of a type that begins here, and the place behind it.
pub(super) fn act(tokens: &Tokens, at: usize) -> Option<(ActType, usize)> {
    let acts = ACTS
        .iter()
        .filter_map(|(name, act)| tokens.starts(at, name).map(|behind| (*act, behind)));
    acts.max_by_key(|(_, behind)| *behind)
}
