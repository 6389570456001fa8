//! Rows below a table that are no records: place and date, who signs, names, notes.
//!
//! Such a row is known by what it says, not by its place: each of its cells reads as place and date, as an
//! office, as what is asked of who signs, as a note. Below it a row belongs to it, unless one of its cells
//! reads as what its column holds: then it is a record, and what it lacks is told. What is left out is named
//! in one warning.

use super::cell::number;
use super::kind::Column;
use super::known::Known;
use super::names::Lookup;
use super::row::{TableRow, row_numbers};
use super::titles::says_titles;
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Place};
use crate::sheets::fold;
use crate::sheets::typed_day;
use crate::sheets::{Cell, CellContent, is_numbered};
use crate::values::Context;

/// How an office begins, or what is written for one.
const OFFICES: &[&str] = &[
    "kt.",
    "tm.",
    "tl.",
    "tuq.",
    "q.",
    "t/m",
    "k/t",
    "thủ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "trưởng phòng",
    "trưởng ban",
    "trưởng công an",
    "trưởng trạm",
    "trưởng thôn",
    "trưởng khối",
    "trưởng bộ phận",
    "phó trưởng",
    "giám đốc",
    "phó giám đốc",
    "tổng giám đốc",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "chánh văn phòng",
    "chánh thanh tra",
    "phó chánh",
    "bí thư",
    "phó bí thư",
    "kế toán",
    "thủ quỹ",
    "thư ký",
    "cán bộ",
    "công chức",
    "chuyên viên",
    "lãnh đạo",
    "đại diện",
    "xác nhận",
];
/// What a person does who signs as "Người …".
const DOES: &[&str] = &[
    "lập",
    "ký",
    "tổng hợp",
    "báo cáo",
    "kiểm tra",
    "kiểm soát",
    "duyệt",
    "nhập",
    "soạn",
    "thực hiện",
    "phụ trách",
    "đứng đầu",
];
/// The most words of an office.
const LONGEST_OFFICE: usize = 9;
/// The most words of a place.
const LONGEST_PLACE: usize = 6;
/// What stands in the place of a signature.
const SIGNED: [&str; 3] = ["ký", "đã ký", "chữ ký"];
/// How it begins what is asked of who signs.
const ASKED: [&str; 7] =
    ["ký tên", "ký,", "ký ghi", "ký và", "họ tên", "họ và tên", "đóng dấu"];
/// How notes begin.
const NOTES: [&str; 7] =
    ["ghi chú", "lưu ý", "nơi nhận", "bằng chữ", "số tiền bằng chữ", "ấn định", "danh sách"];

/// What stands below the table of a sheet.
#[derive(Debug, Default)]
pub(super) struct Below {
    /// Whether the row above is part of it.
    is_begun: bool,
    /// Whether the row above says the titles again.
    is_below_titles: bool,
    /// The rows, from 0, and where the first is.
    rows: Vec<u32>,
    place: Option<Place>,
}

impl Below {
    /// Whether a row is no record but stands below them.
    pub(super) fn takes(&mut self, row: &TableRow<'_>, known: &Known<'_>) -> bool {
        let says = |cell: &Cell| match &cell.content {
            CellContent::Text(text) => is_below(text, known.year),
            _ => false,
        };
        let is_told =
            self.repeats_titles(row) || is_section(row, known) || is_unused(row, known);
        if is_told {
            self.leave_out(row);
            return true;
        }
        let is_record = |cell: &Cell| !says(cell) && reads_as_record(cell, row, known);
        self.is_begun = if self.is_begun {
            !row.own_cells().any(is_record)
        } else {
            row.own_cells().all(says)
        };
        if self.is_begun {
            self.leave_out(row);
        }
        self.is_begun
    }

    /// Whether a row says the titles again, or numbers the columns below such a row.
    fn repeats_titles(&mut self, row: &TableRow<'_>) -> bool {
        let is_below = std::mem::take(&mut self.is_below_titles);
        self.is_below_titles = says_titles(row.cells, |at| row.header.column_at(at));
        self.is_below_titles || is_below && is_numbered(row.cells)
    }

    fn leave_out(&mut self, row: &TableRow<'_>) {
        self.rows.push(row.number());
        self.place.get_or_insert_with(|| row.place());
    }

    /// Says which rows were left out.
    pub(super) fn report(self, cx: &mut Context<'_>) {
        if let Some(place) = self.place {
            cx.report(
                Diagnostic::warning(Code::RowsLeftOut, &place)
                    .with("count", self.rows.len())
                    .with("rows", row_numbers(&self.rows)),
            );
        }
    }
}

/// Whether a row only names a part of the table: "I", "Khối xã, thị trấn", and may tell its sums.
fn is_section(row: &TableRow<'_>, known: &Known<'_>) -> bool {
    let (numbers, others): (Vec<&Cell>, Vec<&Cell>) =
        row.own_cells().partition(|cell| row.header.is_numbering(cell.column));
    let is_of_letters = |cell: &Cell| {
        let shown = cell.content.shown();
        let number = shown.trim().trim_start_matches('(').trim_end_matches(['.', ')']);
        let is_roman = number.chars().all(|letter| "IVX".contains(letter));
        let is_letter =
            number.len() == 1 && number.starts_with(|c: char| c.is_ascii_alphabetic());
        !number.is_empty() && (is_roman || is_letter)
    };
    let is_sum = |cell: &&Cell| {
        let column = row.header.column_at(cell.column);
        column.is_some_and(|column| {
            column.is_counted() && number(&cell.content, column).is_some()
        })
    };
    match (numbers.as_slice(), others.as_slice()) {
        ([number], [title]) => {
            is_of_letters(number) && matches!(title.content, CellContent::Text(_))
        }
        ([number], [title, sums @ ..]) => {
            is_of_letters(number)
                && !reads_as_record(title, row, known)
                && sums.iter().all(is_sum)
        }
        _ => false,
    }
}

/// Whether a row is one of a form that nobody filled in: it names an award, and neither a day nor anybody; or a task, and
/// nothing of it.
fn is_unused(row: &TableRow<'_>, known: &Known<'_>) -> bool {
    let names = |cell: &Cell| {
        let column = row.header.column_at(cell.column);
        row.header.is_numbering(cell.column)
            || matches!(column, Some(Column::Task | Column::Unit))
    };
    if row.cell(Column::Task).is_some() && row.own_cells().all(names) {
        return true;
    }
    let is_award = row
        .cell(Column::Award)
        .is_some_and(|cell| cell.is_of(Column::Award, known));
    let counts = |column: Column| {
        column.is_counted()
            && row
                .cell(column)
                .is_some_and(|cell| number(cell.content, column) != Some(0))
    };
    is_award
        && row.cell(Column::Date).is_none()
        && !row.header.columns().any(|(_, column)| counts(column))
}

/// Whether a cell reads as what only its column holds.
fn reads_as_record(cell: &Cell, row: &TableRow<'_>, known: &Known<'_>) -> bool {
    if !matches!(cell.content, CellContent::Text(_)) {
        return true;
    }
    match row.header.column_at(cell.column) {
        None => false,
        Some(Column::Unit) => known.names.unit(&cell.content.shown()) != Lookup::Nothing,
        Some(column) => row.cell(column).is_some_and(|filled| filled.is_of(column, known)),
    }
}

/// Whether a text is none of a record's.
fn is_below(text: &str, year: Year) -> bool {
    let folded = fold(text);
    is_place_and_date(&folded, year)
        || is_office(&folded)
        || is_for_signature(&folded)
        || is_note(&folded)
}

/// "Cao Lộc, ngày 05 tháng 4 năm 2024", with or without its place and its numbers; "Cao Lộc, ngày 05/4/2024".
fn is_place_and_date(folded: &str, year: Year) -> bool {
    let Some((place, date)) = folded.split_once("ngày") else { return false };
    let place = place.trim();
    let is_place = place.ends_with(',')
        && place.split_whitespace().count() <= LONGEST_PLACE
        && !place.contains(|c: char| c.is_ascii_digit());
    let is_gap = |text: &str| text.chars().all(|c| c.is_ascii_digit() || " ._…/-".contains(c));
    let is_in_words = || {
        let (day, rest) = date.split_once("tháng")?;
        let (month, year) = rest.split_once("năm")?;
        Some([day, month, year].into_iter().all(is_gap))
    };
    if place.is_empty() || is_place {
        is_in_words() == Some(true) || is_place && typed_day(date, year).is_ok()
    } else {
        false
    }
}

/// "Người lập biểu", "THỦ TRƯỞNG ĐƠN VỊ (Ký tên, đóng dấu)", "KT. CHỦ TỊCH".
fn is_office(folded: &str) -> bool {
    let (office, _) = folded.split_once('(').unwrap_or((folded, ""));
    let person = office.strip_prefix("người ");
    let begins = |text: &str, words: &[&str]| {
        words.iter().any(|word| {
            let rest = text.strip_prefix(word);
            rest.is_some_and(|rest| {
                !rest.starts_with(char::is_alphabetic) || word.ends_with('.')
            })
        })
    };
    let is_named = begins(office, OFFICES) || person.is_some_and(|does| begins(does, DOES));
    is_named
        && office.split_whitespace().count() <= LONGEST_OFFICE
        && !office.contains(|c: char| c.is_ascii_digit())
}

/// What is asked of who signs: "(Ký, ghi rõ họ tên)"; "Đã ký".
fn is_for_signature(folded: &str) -> bool {
    let is_in_brackets = folded.starts_with('(') && folded.ends_with(')');
    let bare = folded.trim_matches(['(', ')', ' ', '.']);
    let says = SIGNED.contains(&bare) || ASKED.iter().any(|ask| bare.starts_with(ask));
    says && (is_in_brackets || bare.split_whitespace().count() <= LONGEST_PLACE)
}

/// "Ghi chú: …", "Nơi nhận:", "Ấn định danh sách có 5 tập thể./."
fn is_note(folded: &str) -> bool {
    let begins = NOTES.iter().any(|note| folded.starts_with(note));
    folded.ends_with("./.") || begins && folded.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_a_table_is_told_from_records() {
        let year = Year::new(2024).expect("a year");
        for text in [
            "Cao Lộc, ngày 05 tháng 4 năm 2024",
            "Thị trấn Đồng Đăng, ngày 5 tháng 12 năm 2024",
            "Gia Cát, ngày ... tháng ... năm 2024",
            "ngày    tháng    năm 2024",
            "Cao Lộc, ngày 05/4/2024",
            "Người lập biểu",
            "NGƯỜI TỔNG HỢP",
            "Thủ trưởng đơn vị",
            "THỦ TRƯỞNG ĐƠN VỊ (Ký tên, đóng dấu)",
            "KT. CHỦ TỊCH",
            "TM. ỦY BAN NHÂN DÂN",
            "Q.Chủ tịch",
            "Phó Trưởng phòng",
            "Kế toán",
            "Xác nhận của Thủ trưởng đơn vị",
            "(Ký, ghi rõ họ tên)",
            "Đã ký",
            "Ghi chú: số liệu đến hết quý I.",
            "Nơi nhận:",
            "Ấn định danh sách có 5 tập thể./.",
        ] {
            assert!(is_below(text, year), "{text}");
        }
        for text in [
            "",
            "xa-gia-cat",
            "UBND xã Gia Cát",
            "05/4/2024",
            "ngày 05/4/2024",
            "Thi đua chào mừng ngày 7 tháng 5 năm 2024",
            "Người tốt, việc tốt",
            "Trưởng thành từ phong trào",
            "Chủ tịch UBND huyện thưởng 12 tập thể",
            "Kỷ niệm ngày thành lập",
            "Ký kết giao ước thi đua",
            "Chi thưởng",
            "Giấy khen",
            "Nguyễn Văn An",
        ] {
            assert!(!is_below(text, year), "{text}");
        }
    }
}
