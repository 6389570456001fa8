//! The types of documents that a text may cite, by their names.

use super::time::Act;
use super::token::Tokens;

/// The types by their names.
const ACTS: [(&str, Act); 42] = [
    ("hiến pháp", Act::Law),
    ("bộ luật", Act::Law),
    ("luật", Act::Law),
    ("pháp lệnh", Act::Law),
    ("lệnh", Act::Law),
    ("sắc lệnh", Act::Law),
    ("nghị định", Act::Decree),
    ("thông tư", Act::Circular),
    ("thông tư liên tịch", Act::Circular),
    ("văn bản hợp nhất", Act::Circular),
    ("nghị quyết", Act::Resolution),
    ("nghị quyết liên tịch", Act::Resolution),
    ("quyết định", Act::Decision),
    ("chỉ thị", Act::Directive),
    ("kết luận", Act::Conclusion),
    ("quy định", Act::Regulation),
    ("quy chế", Act::Regulation),
    ("điều lệ", Act::Regulation),
    ("quy chuẩn", Act::Regulation),
    ("hướng dẫn", Act::Occasional),
    ("hướng dẫn liên ngành", Act::Occasional),
    ("kế hoạch", Act::Occasional),
    ("kế hoạch liên ngành", Act::Occasional),
    ("kế hoạch phối hợp", Act::Occasional),
    ("kế hoạch hành động", Act::Occasional),
    ("công văn", Act::Occasional),
    ("văn bản", Act::Occasional),
    ("báo cáo", Act::Occasional),
    ("thông báo", Act::Occasional),
    ("thông báo kết luận", Act::Occasional),
    ("chương trình", Act::Occasional),
    ("chương trình hành động", Act::Occasional),
    ("chương trình phối hợp", Act::Occasional),
    ("chương trình công tác", Act::Occasional),
    ("tờ trình", Act::Occasional),
    ("đề án", Act::Occasional),
    ("công điện", Act::Occasional),
    ("giấy mời", Act::Occasional),
    ("phương án", Act::Occasional),
    ("thông tri", Act::Occasional),
    ("biên bản", Act::Occasional),
    ("hợp đồng", Act::Occasional),
];

/// The longest name of a type that begins here, and the place behind it.
pub(super) fn act(tokens: &Tokens, at: usize) -> Option<(Act, usize)> {
    let acts = ACTS
        .iter()
        .filter_map(|(name, act)| tokens.starts(at, name).map(|behind| (*act, behind)));
    acts.max_by_key(|(_, behind)| *behind)
}
