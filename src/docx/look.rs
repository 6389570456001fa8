//! How styles look, by the office's settings and the measures of pages.
//!
//! A word processor counts otherwise than the typesetter in three places: a line has its lead above its letters, a row the
//! line below it, a rule a line of its own. What is taken off for it stands here.

use super::style::{Align, Indents, Style};
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
            Style::Marks => self.plain(measures.marks_size),
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
    use super::super::style::ALL;
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
}
