//! What people write for a column beside its title, and behind its numbers.

use super::kind::Column;

impl Column {
    /// What may stand behind its numbers and says no more than its title: "12 người".
    pub(super) fn counted_in(self) -> &'static [&'static str] {
        match self {
            Self::Collectives => &["tập thể", "đơn vị"],
            Self::Individuals | Self::DirectWorkers | Self::Participants => &[
                "lượt người",
                "lượt cá nhân",
                "người",
                "cá nhân",
                "đồng chí",
                "học viên",
                "lượt",
            ],
            Self::Households => &["hộ gia đình", "gia đình", "hộ"],
            Self::Inspected => &["cơ quan, đơn vị", "đơn vị", "cơ quan"],
            Self::Classes => &["lớp"],
            Self::Received | Self::Spent => &["đồng", "vnđ", "vnd", "đ", "₫"],
            _ => &[],
        }
    }

    /// Other titles that people give it, in small letters.
    pub(super) fn other_titles(self) -> &'static [&'static str] {
        match self {
            Self::Unit => &["tên đơn vị", "cơ quan, đơn vị", "tên cơ quan, đơn vị"],
            Self::Task => &["tên nhiệm vụ", "nội dung nhiệm vụ"],
            Self::State => &["tình trạng thực hiện"],
            Self::Result => &["kết quả thực hiện"],
            Self::Name => &["tên phong trào thi đua", "phong trào", "phong trào thi đua"],
            Self::From => &["ngày phát động", "ngày bắt đầu"],
            Self::Until => &["ngày kết thúc"],
            Self::Date => &["ngày, tháng", "ngày tháng", "ngày, tháng, năm", "ngày tháng năm"],
            Self::Award => &[
                "danh hiệu",
                "tên danh hiệu",
                "danh hiệu, hình thức khen thưởng",
                "danh hiệu thi đua, hình thức khen thưởng",
            ],
            Self::Level => &["cấp khen", "cấp khen thưởng", "cấp quyết định"],
            Self::Way => &["loại hình", "loại khen thưởng", "loại hình khen thưởng"],
            Self::Collectives => &["số tập thể", "số tập thể tham gia"],
            Self::Individuals => &["số cá nhân", "số cá nhân tham gia"],
            Self::DirectWorkers => &["lao động trực tiếp"],
            Self::Households => &["số hộ gia đình"],
            Self::Inspected => &["số đơn vị"],
            Self::Participants => &["số học viên"],
            Self::Received => &["số thu"],
            Self::Spent => &["số chi"],
            Self::Text => &["diễn giải"],
            Self::Done | Self::Note | Self::Stage | Self::Classes => &[],
        }
    }
}
