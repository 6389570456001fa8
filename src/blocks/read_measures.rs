//! From what the templates hand over to the measures of a paper.

use typst::foundations::Value;
use typst::layout::{Alignment, HAlignment};

use super::measures::{ColumnKind, ColumnWidth, Inset, Looks, Measures, Sides, Sizes};
use super::parts::Parts;

/// Reads what an office has chosen.
pub(super) fn looks(parts: &mut Parts<'_, '_>) -> Looks {
    Looks {
        margins: parts.dict("margins", |parts| Sides {
            top: parts.measure("top"),
            bottom: parts.measure("bottom"),
            left: parts.measure("left"),
            right: parts.measure("right"),
        }),
        sizes: parts.dict("sizes", |parts| Sizes {
            national_name: parts.measure("national-name"),
            motto: parts.measure("motto"),
            parent: parts.measure("parent"),
            agency: parts.measure("agency"),
            place_date: parts.measure("place-date"),
            type_name: parts.measure("type-name"),
            subject: parts.measure("subject"),
            letter_subject: parts.measure("letter-subject"),
            heading: parts.measure("heading"),
            body: parts.measure("body"),
            table: parts.measure("table"),
            signer: parts.measure("signer"),
            page_number: parts.measure("page-number"),
        }),
        indent: parts.measure("indent"),
        paragraph_spacing: parts.measure("paragraph-spacing"),
        line_spacing: parts.measure("line-spacing"),
    }
}

/// Reads the constants.
pub(super) fn measures(parts: &mut Parts<'_, '_>) -> Measures {
    Measures {
        figures_sizes: parts.array("figures-sizes", |parts, size| {
            parts.measure_of("figures-sizes", Some(size))
        }),
        stamp_widths: parts
            .dicts("stamp-widths", |parts| (parts.measure("letters"), parts.measure("width"))),
        opening_words: parts.lines("opening-words"),
        stamp_colour: parts.colour("stamp-colour"),
        certificate_red: parts.colour("certificate-red"),
        task_inset: parts.dict("task-inset", inset),
        cell_inset: parts.dict("cell-inset", inset),
        text_cell_inset: parts.dict("text-cell-inset", inset),
        column_kinds: parts.dict("column-kinds", column_kinds),
        ..numbers(parts)
    }
}

/// Those of them that are one number.
fn numbers(parts: &mut Parts<'_, '_>) -> Measures {
    let mut of = |key| parts.measure(key);
    Measures {
        rule_share: of("rule-share"),
        appendix_rule_share: of("appendix-rule-share"),
        recipients_share: of("recipients-share"),
        letterhead_share: of("letterhead-share"),
        picture_share: of("picture-share"),
        whole_table_share: of("whole-table-share"),
        rule_drop: of("rule-drop"),
        signature_height: of("signature-height"),
        number_size: of("number-size"),
        appendix_label_size: of("appendix-label-size"),
        recipients_label_size: of("recipients-label-size"),
        recipients_size: of("recipients-size"),
        note_size: of("note-size"),
        copied_size: of("copied-size"),
        marks_size: of("marks-size"),
        address_size: of("address-size"),
        table_figures_size: of("table-figures-size"),
        title_gap: of("title-gap"),
        title_below: of("title-below"),
        letterhead_gutter: of("letterhead-gutter"),
        letterhead_gap: of("letterhead-gap"),
        letter_subject_gap: of("letter-subject-gap"),
        addressees_gap: of("addressees-gap"),
        signature_gap: of("signature-gap"),
        table_gap: of("table-gap"),
        table_unit_gap: of("table-unit-gap"),
        most_figure_room: of("most-figure-room"),
        most_moved_lines: of("most-moved-lines"),
        most_recipients: of("most-recipients"),
        chart_width: of("chart-width"),
        lying_chart_width: of("lying-chart-width"),
        task_number_width: of("task-number-width"),
        task_agencies_width: of("task-agencies-width"),
        breakable_row_length: of("breakable-row-length"),
        breakable_cell_length: of("breakable-cell-length"),
        task_line_letters: of("task-line-letters"),
        stamp_size: of("stamp-size"),
        stamp_height: of("stamp-height"),
        secrecy_room: of("secrecy-room"),
        emblem_height: of("emblem-height"),
        certificate_giver_size: of("certificate-giver-size"),
        certificate_award_size: of("certificate-award-size"),
        certificate_text_size: of("certificate-text-size"),
        certificate_gap: of("certificate-gap"),
        most_even_lines: of("most-even-lines"),
        opening_cost: of("opening-cost"),
        torn_cost: of("torn-cost"),
        number_gap: of("number-gap"),
        day_gap: of("day-gap"),
        ..Measures::default()
    }
}

fn inset(parts: &mut Parts<'_, '_>) -> Inset {
    Inset { x: parts.measure("x"), y: parts.measure("y") }
}

fn column_kinds(parts: &mut Parts<'_, '_>) -> Vec<(String, ColumnKind)> {
    let dict = parts.dict;
    let kinds = dict.iter().filter_map(|(name, value)| match value {
        Value::Dict(kind) => Some((name.to_string(), column_kind(&mut parts.of(kind)))),
        _ => None,
    });
    kinds.collect()
}

fn column_kind(parts: &mut Parts<'_, '_>) -> ColumnKind {
    let width = match parts.get("width") {
        None => ColumnWidth::Held,
        Some(Value::Fraction(_)) => ColumnWidth::Share { least: parts.measure("least") },
        Some(_) => ColumnWidth::Fixed(parts.measure("width")),
    };
    let align = parts
        .get("align")
        .and_then(|align| align.clone().cast::<Alignment>().ok());
    let optional = |parts: &mut Parts<'_, '_>, key: &str| {
        parts.get(key).is_some().then(|| parts.measure(key))
    };
    ColumnKind {
        width,
        is_centred: align.and_then(Alignment::x) == Some(HAlignment::Center),
        is_key: parts.flag("key"),
        letters: optional(parts, "letters").unwrap_or(1.0),
        inset: optional(parts, "inset"),
    }
}
