//! The named styles of a Word paper, and how each looks by the office's settings and the measures of its pages.
//!
//! A style is what a paragraph is by Decree 30/2020/NĐ-CP; its name is what an office calls that part, as it is to read
//! in Word's list of styles. Headings, captions, header and footer are Word's own, which its outline knows.

use super::model::{Align, Indents};
use crate::blocks::{Looks, Measures};

/// How high a rule is, pt: the least that a word processor takes for a line.
const RULE_HEIGHT: f64 = 1.0;
/// How thick rules are, pt.
pub(super) const RULE: f64 = 0.6;
/// What a single line has above its letters, for each point of size: the typesetter measures from letter to letter.
const LEAD: f64 = 1.149 - 1.107;
/// How far letters reach below their line, for each point of size.
const DESCENDER: f64 = 0.216;

/// The room that a word processor leaves below a rule, so that letters of a size stand so far from it.
pub(super) fn below_rule(gap: f64, size: f64) -> f64 {
    (gap - RULE_HEIGHT - RULE - LEAD * size).max(0.0)
}

/// The room above and below the letters of a cell, so that rows of letters of a size are as high as on a page: a word
/// processor counts the line below a row, and the lead of its letters.
pub(super) fn cell_inset(inset: f64, size: f64, line: f64) -> f64 {
    (inset - (line + LEAD * size) / 2.0).max(0.0)
}

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
pub(super) const ALL: [Style; 44] = [
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

/// How a style looks. Lengths are in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// As six digits; black where there is none.
    pub(super) colour: Option<String>,
    pub(super) align: Align,
    pub(super) indents: Indents,
    pub(super) above: f64,
    pub(super) below: f64,
    pub(super) line: Line,
    /// Whether it stays on a page with what follows.
    pub(super) keep_next: bool,
    /// Its level in the outline, from 1.
    pub(super) outline: Option<u8>,
    /// Whether a rule stands above its letters.
    pub(super) is_ruled: bool,
}

/// How far lines are apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Line {
    /// So many times the single distance.
    Times(f64),
    /// Exactly so far.
    Exact(f64),
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
            Self::Normal | Self::Body | Self::Heading(_) | Self::Caption | Self::Header | Self::Footer
        )
    }

    /// How it looks.
    pub(super) fn look(self, looks: &Looks, measures: &Measures) -> Look {
        let sizes = &looks.sizes;
        let plain = |size| Look {
            size,
            bold: false,
            italic: false,
            colour: None,
            align: Align::Left,
            indents: Indents::default(),
            above: 0.0,
            below: 0.0,
            line: Line::Times(1.0),
            keep_next: false,
            outline: None,
            is_ruled: false,
        };
        let centred = |size, bold| Look { bold, align: Align::Centre, ..plain(size) };
        let body = Look {
            align: Align::Justified,
            indents: Indents { first: looks.indent, ..Indents::default() },
            below: looks.paragraph_spacing,
            line: Line::Times(looks.line_spacing),
            ..plain(sizes.body)
        };
        match self {
            Self::Normal => plain(sizes.body),
            Self::Body => body,
            Self::Basis => Look { italic: true, ..body },
            Self::Heading(level) => Look {
                size: sizes.heading,
                bold: true,
                keep_next: true,
                outline: Some(level),
                ..body
            },
            Self::Centred => Look {
                bold: true,
                align: Align::Centre,
                indents: Indents::default(),
                keep_next: true,
                ..body
            },
            Self::NationalName => centred(sizes.national_name, true),
            Self::Motto => centred(sizes.motto, true),
            Self::Parent => centred(sizes.parent, false),
            Self::Agency => centred(sizes.agency, true),
            Self::Number => Look {
                above: below_rule(measures.letterhead_gap, measures.number_size),
                ..centred(measures.number_size, false)
            },
            Self::PlaceDate => Look {
                italic: true,
                above: below_rule(measures.letterhead_gap, sizes.place_date),
                ..centred(sizes.place_date, false)
            },
            Self::Matter => Look {
                // The gap is measured from the line that the number stands on.
                above: (measures.letter_subject_gap - DESCENDER * measures.number_size).max(0.0),
                ..centred(sizes.letter_subject, false)
            },
            Self::Copied => centred(measures.copied_size, true),
            Self::Stamp => Look {
                colour: Some(measures.stamp_colour.clone()),
                ..centred(measures.stamp_size, true)
            },
            Self::Circulation => Look {
                align: Align::Right,
                below: measures.letterhead_gap,
                ..centred(measures.stamp_size, true)
            },
            Self::Rule => Look {
                above: measures.rule_drop,
                line: Line::Exact(RULE_HEIGHT),
                is_ruled: true,
                ..plain(1.0)
            },
            Self::TypeName => Look {
                // The gap is measured from the line that number and date stand on.
                above: (measures.title_gap - DESCENDER * measures.number_size).max(0.0),
                keep_next: true,
                ..centred(sizes.type_name, true)
            },
            Self::Subject => Look { keep_next: true, ..centred(sizes.subject, true) },
            Self::Addressees => Look {
                below: looks.paragraph_spacing,
                line: Line::Times(looks.line_spacing),
                ..plain(sizes.body)
            },
            Self::AppendixLabel => Look {
                keep_next: true,
                outline: Some(1),
                ..centred(sizes.subject, true)
            },
            Self::AppendixReference => Look {
                italic: true,
                keep_next: true,
                ..centred(sizes.body, false)
            },
            Self::Cell => plain(sizes.table),
            Self::CellHead => Look { keep_next: true, ..centred(sizes.table, true) },
            Self::TableUnit => Look {
                italic: true,
                align: Align::Right,
                below: measures.table_unit_gap,
                keep_next: true,
                ..plain(measures.table_figures_size)
            },
            Self::NoteLabel => Look {
                bold: true,
                keep_next: true,
                below: 2.0,
                ..plain(measures.note_size)
            },
            Self::Note => Look {
                align: Align::Justified,
                below: 2.0,
                ..plain(measures.note_size)
            },
            Self::Picture => centred(sizes.table, false),
            Self::Caption => Look {
                italic: true,
                below: looks.paragraph_spacing,
                ..centred(sizes.table, false)
            },
            Self::RecipientsLabel => Look {
                bold: true,
                italic: true,
                keep_next: true,
                ..plain(measures.recipients_label_size)
            },
            Self::Recipient => plain(measures.recipients_size),
            Self::Office => Look { keep_next: true, ..centred(sizes.signer, true) },
            Self::SignerName => Look { above: measures.signature_height, ..centred(sizes.signer, true) },
            Self::CertificateLine => Look { below: measures.certificate_gap, ..centred(measures.certificate_text_size, false) },
            Self::CertificateGiver => Look {
                colour: Some(measures.certificate_red.clone()),
                below: measures.certificate_gap,
                ..centred(measures.certificate_giver_size, true)
            },
            Self::CertificateAward => Look {
                colour: Some(measures.certificate_red.clone()),
                below: measures.certificate_gap,
                ..centred(measures.certificate_award_size, true)
            },
            Self::CertificateNote => Look { bold: true, italic: true, ..plain(sizes.body) },
            Self::Header => centred(sizes.page_number, false),
            Self::Footer => centred(measures.address_size, false),
            Self::Spacer => Look { line: Line::Exact(1.0), ..plain(1.0) },
        }
    }
}
