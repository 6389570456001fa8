use super::*;
use crate::law::expressions as find;

/// The kinds of what is found, each with its words.
fn kinds(text: &str) -> Vec<(&'static str, &str)> {
    find(text)
        .into_iter()
        .map(|found| (found.time.name(), text.get(found.range).unwrap()))
        .collect()
}

#[test]
fn every_kind_is_found_in_its_place() {
    let table = [
        ("công tác năm 2024 của huyện", "year", "năm 2024"),
        ("các năm 2023 - 2024", "years", "năm 2023 - 2024"),
        ("kết quả (2022, 2023)", "years", "(2022, 2023"),
        ("NĂM HỌC 2023-24", "school-year", "NĂM HỌC 2023-24"),
        ("trước ngày **15/01/2024**,", "day", "ngày **15/01/2024"),
        ("hạn 31.12.2024.", "day", "31.12.2024"),
        ("ngày 15 tháng 01 năm 2024", "day", "ngày 15 tháng 01 năm 2024"),
        ("Ngày 20/11 hằng năm", "yearless-day", "Ngày 20/11"),
        ("tháng 01, 02 năm 2024", "month", "tháng 01, 02 năm 2024"),
        ("quí IV/2024", "quarter", "quí IV/2024"),
        ("06 tháng cuối năm", "half-year", "06 tháng cuối năm"),
        ("từ tháng 9/2023 đến tháng 5/2024", "range", "từ tháng 9/2023 đến tháng 5/2024"),
        ("03 năm 2026 - 2028", "period", "03 năm 2026 - 2028"),
        ("Giai đoạn 2021–2025", "period", "Giai đoạn 2021–2025"),
        ("nhiệm kỳ 2020\u{a0}-\u{a0}2025", "term", "nhiệm kỳ 2020\u{a0}-\u{a0}2025"),
        ("Luật Đất đai năm 2024", "citation", "Luật Đất đai năm 2024"),
        ("tròn 70 năm Ngày ký", "anniversary", "tròn 70 năm"),
        ("lần thứ VI", "ordinal", "lần thứ VI"),
        ("sau 10 năm thực hiện", "review", "10 năm"),
        ("Xuân Giáp Thìn", "lunar-year", "Giáp Thìn"),
        ("hàng năm", "relative", "hàng năm"),
    ];
    for (text, kind, words) in table {
        assert_eq!(kinds(text).first(), Some(&(kind, words)), "{text}");
    }
}

#[test]
fn what_only_looks_like_a_year_is_not_found() {
    let texts = [
        "2.024 triệu đồng",
        "2024 m2",
        "2024 hộ",
        "số 2024",
        "2.024.000 đồng",
        "ĐT: 0205 2024 123",
        "ISO 9001:2015",
        "TCVN 6909:2001",
        "https://example.vn/nam-2024",
        "phong2024@example.vn",
        "bang_2024.xlsx",
        "lô 2024",
        "12,2024",
        "",
    ];
    for text in texts {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn a_citation_reaches_over_its_title_and_no_further() {
    let title = "Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh về thi đua, khen thưởng năm 2024";
    let text = format!("Thực hiện {title}, Phòng Nội vụ xây dựng kế hoạch năm 2024");
    assert_eq!(kinds(&text), [("citation", title), ("year", "năm 2024")]);
    let quoted = "Quyết định số 45/QĐ-UBND ngày 02/3/2024 “về thi đua, khen thưởng năm 2024”";
    let text = format!("Theo {quoted} và tình hình năm 2025");
    assert_eq!(kinds(&text), [("citation", quoted), ("year", "năm 2025")]);
    let two = "Nghị định số 98/2023/NĐ-CP, Thông tư số 01/2024/TT-BNV";
    assert_eq!(kinds(two).len(), 2);
}

#[test]
fn the_parts_of_a_citation_are_told_apart() {
    let text = "Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh về thi đua năm 2024";
    let found = find(text);
    let Some(Time::Citation(citation)) = found.first().map(|found| &found.time) else {
        panic!("{found:?}");
    };
    assert_eq!(citation.act, Some(ActType::Occasional));
    assert_eq!(citation.number.clone().and_then(|range| text.get(range)), Some("241/KH-UBND"));
    assert_eq!(citation.dated.as_ref().map(|year| year.value), Some(2023));
    let years: Vec<u16> = citation.years.iter().map(|year| year.value).collect();
    assert_eq!(years, [2024]);
}

#[test]
fn anniversaries_stand_in_rows() {
    let text = "kỷ niệm 115 ngày sinh đồng chí Hoàng Văn Thụ gắn với chào mừng kỷ niệm 70 năm \
        Chiến thắng Điện Biên Phủ; 80 năm Ngày thành lập QĐND Việt Nam và 35 năm Ngày hội";
    let counts: Vec<Option<u16>> = find(text)
        .into_iter()
        .map(|found| match found.time {
            Time::Anniversary(own) => own.count.map(|count| count.value),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(counts, [115, 70, 80, 35].map(Some));
}
