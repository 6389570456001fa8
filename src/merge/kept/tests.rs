//! What is kept on one line, and what is not.

use proptest::prelude::*;

use super::Piece::Whole;
use super::*;

/// A text with `_` for its hard spaces, and `[]` around its pieces that are whole.
fn kept(text: &str) -> String {
    let joined = joined(text, Kind::Running);
    let show = |piece: Piece<'_>| match piece {
        Whole(text) => format!("[{text}]"),
        piece => piece.text().to_owned(),
    };
    let shown: String = pieces(&joined).into_iter().map(show).collect();
    shown.replace(HARD_SPACE, "_")
}

#[test]
fn a_sentence() {
    assert_eq!(
        kept(
            "Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND huyện Cao Lộc, học 2023 - 2024."
        ),
        "Kế hoạch số_[241/KH-UBND] ngày_[28/12/2023] của UBND huyện Cao_Lộc, học [2023_-_2024.]"
    );
}

#[test]
fn a_number_stays_with_its_word() {
    for text in [
        "năm_[2023_-_2024;]",
        "Năm_2024",
        "[2.004.227.449.998;]",
        "quý_II.",
        "Phụ_lục_III).",
        "Khoản_2",
        "Điều_74",
        "8_lượt",
        "70_năm",
        "(02_phong trào",
        "[1.250]_cuộc",
        "12,5_triệu đồng",
        "đạt 15_%;",
        "[(2015_-_2024),]",
        "ngày_15 tháng_01 năm_2024",
        "Nghị quyết số_[54-NQ/TW]",
        // Too long to stand on one line without making the one before it gape.
        "thu [2.004.227.449.998] đồng",
        "phụ lục kèm theo",
        "năm học",
        "kinh tế - xã hội",
        "2024, trong",
        "trong 2024",
    ] {
        let plain = text.replace(['[', ']'], "").replace('_', " ");
        assert_eq!(kept(&plain), text);
    }
}

#[test]
fn a_name_stays_whole() {
    for text in [
        "đồng chí Hoàng_Văn_Thụ hưởng ứng",
        "xã Cao_Lâu tổ chức",
        "Văn_Lãng, Tràng_Định",
        "bà Nguyễn_Thị_A",
        "bà Nguyễn_Thị_Minh_Khai Chủ tịch",
        "thành phố Hội_An xây dựng",
        "quần đảo Trường_Sa",
        "“Mẹ_Việt_Nam anh hùng”",
    ] {
        assert_eq!(kept(&text.replace('_', " ")), text);
    }
}

#[test]
fn a_title_of_an_act_or_an_office_is_no_name() {
    for text in [
        "Luật Thi đua, khen thưởng",
        "Luật Đất đai",
        "Sở Tài chính",
        "Bộ Nội vụ",
        "Phòng Giáo dục",
        "Ban Tổ chức",
        "Khối Thi đua các xã",
    ] {
        assert_eq!(kept(text), text);
    }
}

#[test]
fn a_title_is_broken_by_its_sense() {
    for text in [
        "Công_tác thi_đua, khen_thưởng năm_2024",
        "Tổng_kết 10_năm thực_hiện Chỉ_thị_số_30-CT/TU của Ban Thường_vụ",
        "85_năm khởi nghĩa Bắc_Sơn (27/9/1940_-_27/9/2025)",
        "PHÁT_TRIỂN KINH_TẾ_-_XÃ_HỘI",
    ] {
        let title = joined(&text.replace('_', " "), Kind::Title);
        assert_eq!(title.replace(HARD_SPACE, "_"), text);
    }
}

proptest! {
    #[test]
    fn pieces_are_the_text(text in "\\PC{0,60}") {
        let joined: String = pieces(&text).into_iter().map(Piece::text).collect();
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn a_title_is_the_text(text in "[a-zA-Z0-9 -]{0,40}") {
        prop_assert_eq!(joined(&text, Kind::Title).replace(HARD_SPACE, " "), text);
    }
}
