//! Capitals that the decree asks for (Decree 30/2020/NĐ-CP, Appendix II): "phục vụ nhân dân" is "phục vụ Nhân dân",
//! "Khoản 2 điều 3" within a sentence "khoản 2 Điều 3".
//!
//! In goes a text; out come what is said, what is meant and the rule. A rule speaks up only where the words around leave no
//! doubt: "Hội đồng nhân dân", "quản lý nhà nước" and "đảng viên" are right as they are.

mod own_nouns;
mod references;
mod territories;
mod times;
mod words;
mod wrong;

use std::collections::BTreeSet;

use crate::law::Acts;
use own_nouns::{party, people, state};
use references::reference;
use territories::{numbered_territory, territory};
use times::{month, rank, weekday};
use words::{At, words};
use wrong::CapitalRule;
pub(super) use wrong::WrongCapital;

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
