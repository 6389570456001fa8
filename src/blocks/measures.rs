//! By what a paper is measured: the office's choices of layout, and the constants of `measures.typ`.
//!
//! A writer that prints blocks otherwise than the typesetter takes every measure from here, so that an office that
//! changes one in its own `templates/` changes it in all that is made of its papers. Lengths are in points.

/// What an office has chosen (`looks` of the templates).
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Looks {
    /// Margins: top, bottom, left, right.
    pub(crate) margins: Sides,
    /// Sizes of text.
    pub(crate) sizes: Sizes,
    /// Indent of the first line of a paragraph.
    pub(crate) indent: f64,
    /// Between paragraphs.
    pub(crate) paragraph_spacing: f64,
    /// Line spacing, 1 = single.
    pub(crate) line_spacing: f64,
}

/// A length on each side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Sides {
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) left: f64,
    pub(crate) right: f64,
}

/// Sizes of text by what it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Sizes {
    pub(crate) national_name: f64,
    pub(crate) motto: f64,
    pub(crate) parent: f64,
    pub(crate) agency: f64,
    pub(crate) place_date: f64,
    pub(crate) type_name: f64,
    pub(crate) subject: f64,
    pub(crate) letter_subject: f64,
    pub(crate) heading: f64,
    pub(crate) body: f64,
    pub(crate) table: f64,
    pub(crate) signer: f64,
    pub(crate) page_number: f64,
}

/// The constants of layout; each is explained in `measures.typ`, whose name it has.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Measures {
    pub(crate) rule_share: f64,
    pub(crate) appendix_rule_share: f64,
    pub(crate) recipients_share: f64,
    pub(crate) letterhead_share: f64,
    pub(crate) picture_share: f64,
    pub(crate) whole_table_share: f64,
    pub(crate) rule_drop: f64,
    pub(crate) signature_height: f64,
    pub(crate) number_size: f64,
    pub(crate) appendix_label_size: f64,
    pub(crate) recipients_label_size: f64,
    pub(crate) recipients_size: f64,
    pub(crate) note_size: f64,
    pub(crate) copied_size: f64,
    pub(crate) marks_size: f64,
    pub(crate) address_size: f64,
    pub(crate) table_figures_size: f64,
    pub(crate) figures_sizes: Vec<f64>,
    pub(crate) title_gap: f64,
    pub(crate) title_below: f64,
    pub(crate) letterhead_gutter: f64,
    pub(crate) letterhead_gap: f64,
    pub(crate) letter_subject_gap: f64,
    pub(crate) addressees_gap: f64,
    pub(crate) signature_gap: f64,
    pub(crate) table_gap: f64,
    pub(crate) table_unit_gap: f64,
    pub(crate) most_figure_room: f64,
    pub(crate) most_moved_lines: f64,
    pub(crate) most_recipients: f64,
    pub(crate) chart_width: f64,
    pub(crate) lying_chart_width: f64,
    pub(crate) task_number_width: f64,
    pub(crate) task_agencies_width: f64,
    pub(crate) task_inset: Inset,
    pub(crate) cell_inset: Inset,
    pub(crate) text_cell_inset: Inset,
    pub(crate) breakable_row_length: f64,
    pub(crate) breakable_cell_length: f64,
    pub(crate) task_line_letters: f64,
    pub(crate) stamp_size: f64,
    pub(crate) stamp_height: f64,
    /// Widths of stamps, each with how many letters it is for at most.
    pub(crate) stamp_widths: Vec<(f64, f64)>,
    pub(crate) stamp_colour: String,
    pub(crate) secrecy_room: f64,
    pub(crate) emblem_height: f64,
    pub(crate) certificate_giver_size: f64,
    pub(crate) certificate_award_size: f64,
    pub(crate) certificate_text_size: f64,
    pub(crate) certificate_gap: f64,
    pub(crate) certificate_red: String,
    /// The gaps that a person fills, in ems: of a number, of a day.
    pub(crate) number_gap: f64,
    pub(crate) day_gap: f64,
    /// Words before which a title may well be broken.
    pub(crate) opening_words: Vec<String>,
    /// What it costs to break a title before one of them, and elsewhere.
    pub(crate) opening_cost: f64,
    pub(crate) torn_cost: f64,
    pub(crate) most_even_lines: f64,
    /// The kinds of columns of tables of figures, by name.
    pub(crate) column_kinds: Vec<(String, ColumnKind)>,
}

/// What stands beside the letters of a cell, and above and below them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Inset {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// What a column of a table of figures is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ColumnKind {
    pub(crate) width: ColumnWidth,
    /// Whether its letters are centred.
    pub(crate) is_centred: bool,
    /// Whether it says what a row is about.
    pub(crate) is_key: bool,
    /// How many times as long a text is there as in a wide column.
    pub(crate) letters: f64,
    /// Beside its letters, where that is not as in all cells.
    pub(crate) inset: Option<f64>,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ColumnWidth {
    /// So wide.
    Fixed(f64),
    /// It shares what the others leave, and has a least width.
    Share {
        /// The least width.
        least: f64,
    },
    /// As wide as what it holds.
    Held,
}

impl Measures {
    /// The kind of a column; of a name that is none, a plain column of text.
    pub(crate) fn column_kind(&self, name: &str) -> ColumnKind {
        let found = self.column_kinds.iter().find(|(known, _)| known == name);
        found.map_or(
            ColumnKind {
                width: ColumnWidth::Share { least: 0.0 },
                is_centred: false,
                is_key: false,
                letters: 1.0,
                inset: None,
            },
            |(_, kind)| *kind,
        )
    }
}
