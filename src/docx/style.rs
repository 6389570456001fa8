//! The named styles of a Word paper, and how each looks by the office's settings and the measures of its pages.
//!
//! A style is what a paragraph is by Decree 30/2020/NĐ-CP; its name is what an office calls that part, as it is to read
//! in Word's list of styles. Headings, captions, header and footer are Word's own, which its outline knows.

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

/// Between the notes under a table, pt.
const NOTE_GAP: f64 = 2.0;

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
            Self::Normal
                | Self::Body
                | Self::Heading(_)
                | Self::Caption
                | Self::Header
                | Self::Footer
        )
    }

    /// How it looks.
    pub(super) fn look(self, looks: &Looks, measures: &Measures) -> Look {
        let page = Page { looks, measures };
        page.text(self)
            .or_else(|| page.head(self))
            .or_else(|| page.title(self))
            .or_else(|| page.table(self))
            .or_else(|| page.foot(self))
            .or_else(|| page.certificate(self))
            .unwrap_or_else(|| page.plain(looks.sizes.body))
    }
}

/// By what styles look.
struct Page<'p> {
    looks: &'p Looks,
    measures: &'p Measures,
}

impl Page<'_> {
    fn plain(&self, size: f64) -> Look {
        Look {
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
        }
    }

    fn centred(&self, size: f64, bold: bool) -> Look {
        Look { bold, align: Align::Centre, ..self.plain(size) }
    }

    /// Running text.
    fn body(&self) -> Look {
        Look {
            align: Align::Justified,
            indents: Indents { first: self.looks.indent, ..Indents::default() },
            below: self.looks.paragraph_spacing,
            line: Line::Times(self.looks.line_spacing),
            ..self.plain(self.looks.sizes.body)
        }
    }

    fn text(&self, style: Style) -> Option<Look> {
        let body = self.body();
        Some(match style {
            Style::Body => body,
            Style::Basis => Look { italic: true, ..body },
            Style::Heading(level) => Look {
                size: self.looks.sizes.heading,
                bold: true,
                keep_next: true,
                outline: Some(level),
                ..body
            },
            Style::Centred => Look {
                bold: true,
                align: Align::Centre,
                indents: Indents::default(),
                keep_next: true,
                ..body
            },
            _ => return None,
        })
    }

    /// The header block.
    fn head(&self, style: Style) -> Option<Look> {
        let (sizes, measures) = (&self.looks.sizes, self.measures);
        Some(match style {
            Style::NationalName => self.centred(sizes.national_name, true),
            Style::Motto => self.centred(sizes.motto, true),
            Style::Parent => self.centred(sizes.parent, false),
            Style::Agency => self.centred(sizes.agency, true),
            Style::Number => Look {
                above: below_rule(measures.letterhead_gap, measures.number_size),
                ..self.centred(measures.number_size, false)
            },
            Style::PlaceDate => Look {
                italic: true,
                above: below_rule(measures.letterhead_gap, sizes.place_date),
                ..self.centred(sizes.place_date, false)
            },
            Style::Matter => Look {
                // The gap is measured from the line that the number stands on.
                above: (measures.letter_subject_gap - DESCENDER * measures.number_size)
                    .max(0.0),
                ..self.centred(sizes.letter_subject, false)
            },
            Style::Copied => self.centred(measures.copied_size, true),
            Style::Stamp => Look {
                colour: Some(measures.stamp_colour.clone()),
                ..self.centred(measures.stamp_size, true)
            },
            Style::Circulation => Look {
                align: Align::Right,
                below: measures.letterhead_gap,
                ..self.centred(measures.stamp_size, true)
            },
            Style::Rule => Look {
                above: measures.rule_drop,
                line: Line::Exact(RULE_HEIGHT),
                is_ruled: true,
                ..self.plain(1.0)
            },
            _ => return None,
        })
    }

    /// Titles, and to whom a paper goes.
    fn title(&self, style: Style) -> Option<Look> {
        let (sizes, measures) = (&self.looks.sizes, self.measures);
        Some(match style {
            Style::TypeName => Look {
                // The gap is measured from the line that number and date stand on.
                above: (measures.title_gap - DESCENDER * measures.number_size).max(0.0),
                keep_next: true,
                ..self.centred(sizes.type_name, true)
            },
            Style::Subject => Look {
                keep_next: true,
                ..self.centred(sizes.subject, true)
            },
            Style::Addressees => Look {
                below: self.looks.paragraph_spacing,
                line: Line::Times(self.looks.line_spacing),
                ..self.plain(sizes.body)
            },
            Style::AppendixLabel => Look {
                keep_next: true,
                outline: Some(1),
                ..self.centred(sizes.subject, true)
            },
            Style::AppendixReference => Look {
                italic: true,
                keep_next: true,
                ..self.centred(sizes.body, false)
            },
            _ => return None,
        })
    }

    /// Tables and pictures, with their notes.
    fn table(&self, style: Style) -> Option<Look> {
        let (sizes, measures) = (&self.looks.sizes, self.measures);
        Some(match style {
            Style::Cell => self.plain(sizes.table),
            Style::CellHead => Look { keep_next: true, ..self.centred(sizes.table, true) },
            Style::TableUnit => Look {
                italic: true,
                align: Align::Right,
                below: measures.table_unit_gap,
                keep_next: true,
                ..self.plain(measures.table_figures_size)
            },
            Style::NoteLabel => Look {
                bold: true,
                keep_next: true,
                below: NOTE_GAP,
                ..self.plain(measures.note_size)
            },
            Style::Note => Look {
                align: Align::Justified,
                below: NOTE_GAP,
                ..self.plain(measures.note_size)
            },
            Style::Picture => self.centred(sizes.table, false),
            Style::Caption => Look {
                italic: true,
                below: self.looks.paragraph_spacing,
                ..self.centred(sizes.table, false)
            },
            _ => return None,
        })
    }

    /// Recipients and signer, the head and the foot of pages.
    fn foot(&self, style: Style) -> Option<Look> {
        let (sizes, measures) = (&self.looks.sizes, self.measures);
        Some(match style {
            Style::RecipientsLabel => Look {
                bold: true,
                italic: true,
                keep_next: true,
                ..self.plain(measures.recipients_label_size)
            },
            Style::Recipient => self.plain(measures.recipients_size),
            Style::Office => Look {
                keep_next: true,
                ..self.centred(sizes.signer, true)
            },
            Style::SignerName => Look {
                above: measures.signature_height,
                ..self.centred(sizes.signer, true)
            },
            Style::Header => self.centred(sizes.page_number, false),
            Style::Footer => self.centred(measures.address_size, false),
            Style::Spacer => Look { line: Line::Exact(1.0), ..self.plain(1.0) },
            _ => return None,
        })
    }

    fn certificate(&self, style: Style) -> Option<Look> {
        let measures = self.measures;
        let line = |size, bold| Look {
            below: measures.certificate_gap,
            ..self.centred(size, bold)
        };
        let red = Some(measures.certificate_red.clone());
        Some(match style {
            Style::CertificateLine => line(measures.certificate_text_size, false),
            Style::CertificateGiver => Look {
                colour: red,
                ..line(measures.certificate_giver_size, true)
            },
            Style::CertificateAward => Look {
                colour: red,
                ..line(measures.certificate_award_size, true)
            },
            Style::CertificateNote => Look {
                bold: true,
                italic: true,
                ..self.plain(self.looks.sizes.body)
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What no group knows would look like plain text.
    #[test]
    fn every_style_is_of_a_group() {
        let (looks, measures) = (Looks::default(), Measures::default());
        let page = Page { looks: &looks, measures: &measures };
        for style in ALL.into_iter().filter(|style| *style != Style::Normal) {
            let of = [
                page.text(style),
                page.head(style),
                page.title(style),
                page.table(style),
                page.foot(style),
                page.certificate(style),
            ];
            assert_eq!(of.iter().flatten().count(), 1, "{style:?}");
        }
    }

    /// Word takes a comma for the end of a name.
    #[test]
    fn names_are_different_and_without_commas() {
        let names: std::collections::BTreeSet<String> =
            ALL.into_iter().map(Style::name).collect();
        assert_eq!(names.len(), ALL.len());
        assert!(names.iter().all(|name| !name.contains(',')));
    }
}
