//! The named styles of a Word paper.
//!
//! A style is what a paragraph is by Decree 30/2020/NĐ-CP; its name is what an office calls that part, as it is to read
//! in Word's list of styles. Headings, captions, header and footer are Word's own, which its outline knows.

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Normal,
    Body,
    Basis,
    /// Of levels 1 to 6.
    Heading(u8),
    Centred,
    NationalName,
    Motto,
    Parent,
    Agency,
    Number,
    PlaceDate,
    Matter,
    Copied,
    Stamp,
    Circulation,
    Rule,
    TypeName,
    Subject,
    Addressees,
    AppendixLabel,
    AppendixReference,
    Cell,
    CellHead,
    TableUnit,
    NoteLabel,
    Note,
    Picture,
    Caption,
    RecipientsLabel,
    Recipient,
    Marks,
    Office,
    SignerName,
    CertificateLine,
    CertificateGiver,
    CertificateAward,
    CertificateNote,
    Header,
    Footer,
    Spacer,
}

/// All styles, in the order of Word's list.
pub(super) const ALL: [Style; 45] = [
    Style::Normal,
    Style::Body,
    Style::Basis,
    Style::Heading(1),
    Style::Heading(2),
    Style::Heading(3),
    Style::Heading(4),
    Style::Heading(5),
    Style::Heading(6),
    Style::Centred,
    Style::NationalName,
    Style::Motto,
    Style::Parent,
    Style::Agency,
    Style::Number,
    Style::PlaceDate,
    Style::Matter,
    Style::Copied,
    Style::Stamp,
    Style::Circulation,
    Style::Rule,
    Style::TypeName,
    Style::Subject,
    Style::Addressees,
    Style::AppendixLabel,
    Style::AppendixReference,
    Style::Cell,
    Style::CellHead,
    Style::TableUnit,
    Style::NoteLabel,
    Style::Note,
    Style::Picture,
    Style::Caption,
    Style::RecipientsLabel,
    Style::Recipient,
    Style::Marks,
    Style::Office,
    Style::SignerName,
    Style::CertificateLine,
    Style::CertificateGiver,
    Style::CertificateAward,
    Style::CertificateNote,
    Style::Header,
    Style::Footer,
    Style::Spacer,
];

/// Indents of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Indents {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Of the first line; below zero it hangs.
    pub(super) first: f64,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
    Justified,
}

impl Style {
    /// What the file calls it.
    pub(super) fn id(self) -> String {
        match self {
            Self::Heading(level) => format!("Heading{level}"),
            Self::Body => "BodyText".to_owned(),
            other => format!("{other:?}"),
        }
    }

    /// What Word's list of styles calls it.
    pub(super) fn name(self) -> String {
        let name = match self {
            Self::Heading(level) => return format!("heading {level}"),
            Self::Normal => "Normal",
            Self::Body => "Body Text",
            Self::Basis => "Căn cứ",
            Self::Centred => "Dòng giữa",
            Self::NationalName => "Quốc hiệu",
            Self::Motto => "Tiêu ngữ",
            Self::Parent => "Cơ quan chủ quản",
            Self::Agency => "Cơ quan ban hành",
            Self::Number => "Số và ký hiệu",
            Self::PlaceDate => "Địa danh và thời gian",
            Self::Matter => "Trích yếu công văn",
            Self::Copied => "Hình thức sao",
            Self::Stamp => "Độ khẩn",
            Self::Circulation => "Phạm vi lưu hành",
            Self::Rule => "Đường kẻ",
            Self::TypeName => "Tên loại",
            Self::Subject => "Trích yếu",
            Self::Addressees => "Kính gửi",
            Self::AppendixLabel => "Phụ lục",
            Self::AppendixReference => "Kèm theo văn bản",
            Self::Cell => "Ô bảng",
            Self::CellHead => "Đầu bảng",
            Self::TableUnit => "Đơn vị tính",
            Self::NoteLabel => "Ghi chú",
            Self::Note => "Nội dung ghi chú",
            Self::Picture => "Hình",
            Self::Caption => "caption",
            Self::RecipientsLabel => "Nơi nhận",
            Self::Recipient => "Danh sách nơi nhận",
            Self::Marks => "Ký hiệu người soạn thảo",
            Self::Office => "Chức vụ người ký",
            Self::SignerName => "Họ tên người ký",
            Self::CertificateLine => "Dòng giấy khen",
            Self::CertificateGiver => "Cơ quan tặng",
            Self::CertificateAward => "Danh hiệu",
            Self::CertificateNote => "Ghi chú giấy khen",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Spacer => "Dòng đệm",
        };
        name.to_owned()
    }

    /// Whether Word knows it by itself.
    pub(super) fn is_builtin(self) -> bool {
        matches!(
            self,
            Self::Normal
                | Self::Body
                | Self::Heading(_)
                | Self::Caption
                | Self::Header
                | Self::Footer
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Word takes a comma for the end of a name.
    #[test]
    fn names_are_different_and_without_commas() {
        let names: std::collections::BTreeSet<String> =
            ALL.into_iter().map(Style::name).collect();
        assert_eq!(names.len(), ALL.len());
        assert!(names.iter().all(|name| !name.contains(',')));
    }
}
