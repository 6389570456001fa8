//! The header block (ô 1–5b, 10, 11), and what stands right below it: title, addressees, title of an appendix.

use super::look::below_rule;
use super::making::Making;
use super::model::{
    Align, Border, Cell, Indents, Inline, Letters, Paragraph, Part, Row, RowHeight, Table,
    Vertical,
};
use super::style::Style;
use crate::blocks::{DateLine, Item, Letterhead, Run};

/// How far a rule under a reference is from it, pt.
const REFERENCE_RULE_DROP: f64 = 4.0;
/// What a line is given beyond its letters, pt: another program counts a hair more.
const SLACK: f64 = 2.0;

/// The header block: a table without lines, whose right column is as wide as its widest line needs.
pub(super) fn letterhead(making: &mut Making<'_>, block: &Letterhead) -> Vec<Part> {
    let room = making.room();
    let gutter = making.measures.letterhead_gutter;
    let dated = block
        .date
        .as_ref()
        .map(|date| dated(making, &block.issuer.place, date));
    let right = right_column(making, block, dated.as_ref())
        .max(room * making.measures.letterhead_share);
    let left = room - right - gutter;
    let cell = |parts| Cell::new(Vertical::Top, parts);
    let row = |left, right| Row {
        cells: vec![cell(left), cell(right)],
        is_whole: true,
        ..Row::default()
    };
    let mut rows = vec![row(issuer(making, block, left), national(making, block, right))];
    if let Some(numbered) = numbered(making, block) {
        rows.push(row(vec![numbered.into()], dated.map(Part::from).into_iter().collect()));
    }
    let below = below_number(making, block, left);
    if !below.is_empty() {
        rows.push(row(below, Vec::new()));
    }
    let mut parts: Vec<Part> = Vec::new();
    if let Some(circulation) = &block.circulation {
        let boxed = Letters {
            text: circulation.clone(),
            is_boxed: true,
            ..Letters::default()
        };
        parts.push(Paragraph::new(Style::Circulation, vec![Inline::Letters(boxed)]).into());
    }
    let mut table = Table::bare(vec![left + gutter, right], rows);
    if block.copied.is_some() {
        // A copy is told apart from what it copies by a line over the whole width.
        let line = Paragraph {
            above: Some(making.measures.signature_gap),
            below: Some(making.looks.paragraph_spacing),
            ..Making::rule(room, room)
        };
        parts.push(Paragraph { keep_next: true, ..line }.into());
        table.rows.iter_mut().for_each(Row::keep_next);
    }
    // The left column ends where the gutter begins.
    indent_first(&mut table, gutter);
    parts.push(Part::Table(table));
    parts
}

/// Leaves the gutter free at the end of the first column.
fn indent_first(table: &mut Table, gutter: f64) {
    for row in &mut table.rows {
        for part in &mut row.cells[0].parts {
            if let Part::Paragraph(paragraph) = part {
                let own = paragraph.indents.unwrap_or_default();
                paragraph.indents = Some(Indents { right: own.right + gutter, ..own });
            }
        }
    }
}

/// How wide the right column has to be: number and date never leave their common line.
fn right_column(making: &Making<'_>, block: &Letterhead, dated: Option<&Paragraph>) -> f64 {
    let name = match (&block.national, &block.copied) {
        (Some(national), _) => making.ruler(Style::NationalName).width(&national.name),
        (None, Some(copied)) => making.ruler(Style::Copied).width(copied),
        (None, None) => 0.0,
    };
    let date = dated.map(Paragraph::text).unwrap_or_default();
    name.max(making.ruler(Style::PlaceDate).width(&date)) + SLACK
}

/// The agency above, the issuer, and the rule below them.
fn issuer(making: &Making<'_>, block: &Letterhead, room: f64) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(parent) = &block.issuer.parent {
        parts.push(making.title(Style::Parent, parent, room).0.into());
    }
    let mut last = 0.0;
    for name in &block.issuer.name {
        let (line, width) = making.title(Style::Agency, name, room);
        parts.push(line.into());
        last = width;
    }
    parts.push(Making::rule(room, last * making.measures.rule_share).into());
    parts
}

/// Name and motto of the nation, and the rule below them; or what a copy is called.
fn national(making: &Making<'_>, block: &Letterhead, room: f64) -> Vec<Part> {
    match (&block.national, &block.copied) {
        (Some(national), _) => vec![
            Paragraph::of(Style::NationalName, &national.name).into(),
            Paragraph::of(Style::Motto, &national.motto).into(),
            Making::rule(room, making.ruler(Style::Motto).width(&national.motto)).into(),
        ],
        (None, copied) => {
            vec![Paragraph::of(Style::Copied, copied.as_deref().unwrap_or_default()).into()]
        }
    }
}

fn numbered(making: &Making<'_>, block: &Letterhead) -> Option<Paragraph> {
    let number = block.number.as_ref()?;
    let inlines = vec![
        Inline::letters(&format!("{} ", number.label)),
        Inline::Letters(making.given(number.given.as_deref(), "number")),
        Inline::letters(&format!("/{}", number.symbol)),
    ];
    Some(Paragraph::new(Style::Number, inlines))
}

fn dated(making: &Making<'_>, place: &str, date: &DateLine) -> Paragraph {
    let mut inlines = vec![Inline::letters(&format!("{place},"))];
    for (word, value) in &date.parts {
        inlines.push(Inline::letters(&format!(" {word} ")));
        inlines.push(Inline::Letters(making.given(value.as_deref(), "day")));
    }
    Paragraph::new(Style::PlaceDate, inlines)
}

/// What stands below the number: what a letter is about, the room for a stamp of secrecy, the stamp of urgency.
fn below_number(making: &Making<'_>, block: &Letterhead, room: f64) -> Vec<Part> {
    let mut parts = Vec::new();
    let measures = making.measures;
    if let Some(matter) = &block.matter {
        parts.push(making.title(Style::Matter, matter, room).0.keyed("subject").into());
    }
    if block.secret {
        let above = Some(measures.letterhead_gap + measures.secrecy_room);
        parts.push(Paragraph { above, ..Paragraph::new(Style::Spacer, Vec::new()) }.into());
    }
    if let Some(urgency) = &block.urgency {
        let above = Some(measures.letterhead_gap);
        parts.push(Paragraph { above, ..Paragraph::new(Style::Spacer, Vec::new()) }.into());
        parts.push(Part::Table(stamp(making, urgency)));
    }
    parts
}

/// The stamp of urgency: a box in the decree's size.
fn stamp(making: &Making<'_>, urgency: &str) -> Table {
    let measures = making.measures;
    #[expect(clippy::cast_precision_loss, reason = "letters of a stamp")]
    let letters = urgency.chars().count() as f64;
    let known = measures.stamp_widths.iter().find(|(most, _)| letters <= *most);
    let width = known.map_or(0.0, |(_, width)| *width);
    let word = Paragraph::of(Style::Stamp, urgency);
    let row = Row {
        cells: vec![Cell::new(Vertical::Middle, vec![word.into()])],
        is_whole: true,
        height: Some(RowHeight::Exact(measures.stamp_height)),
        ..Row::default()
    };
    Table {
        border: Some(Border {
            width: 1.0,
            colour: Some(measures.stamp_colour.clone()),
        }),
        is_centred: true,
        ..Table::bare(vec![width], vec![row])
    }
}

/// Type and subject, and the rule below them (ô 5a).
pub(super) fn title(
    making: &Making<'_>,
    kind: &str,
    subject: Option<&str>,
    blank: Option<&str>,
) -> Vec<Part> {
    let room = making.room();
    let (subject, last) = subject_line(making, Style::Subject, subject, blank);
    let subject = subject.keyed("subject");
    let rule = Making::rule(room, last * making.measures.rule_share);
    vec![
        Paragraph::of(Style::TypeName, kind).into(),
        subject.into(),
        Paragraph { below: Some(title_below(making)), ..rule }.into(),
    ]
}

/// The room below the rule of a title.
fn title_below(making: &Making<'_>) -> f64 {
    below_rule(making.measures.title_below, making.looks.sizes.body)
}

/// A subject in even lines, or the blank of a draft that lacks it; and how wide its last line is.
fn subject_line(
    making: &Making<'_>,
    style: Style,
    subject: Option<&str>,
    blank: Option<&str>,
) -> (Paragraph, f64) {
    match subject {
        Some(subject) => {
            making.title(style, subject, making.room() - 2.0 * making.looks.indent)
        }
        None => {
            let blank = blank.unwrap_or_default();
            (Making::blank(style, blank), making.ruler(style).width(blank))
        }
    }
}

/// What the title of an appendix consists of.
pub(super) struct AppendixTitle<'b> {
    pub(super) is_issued: bool,
    pub(super) label: &'b str,
    pub(super) title: Option<&'b str>,
    pub(super) blank: Option<&'b str>,
    pub(super) reference: &'b [Run],
}

/// Label and title of an appendix, one heading; the paper that it goes with; the rule below (App. I, III.1).
pub(super) fn appendix_title(making: &mut Making<'_>, block: &AppendixTitle<'_>) -> Vec<Part> {
    let room = making.room();
    let style = Style::AppendixLabel;
    let (mut heading, _) = subject_line(making, style, block.title, block.blank);
    let size = making.measures.appendix_label_size;
    let label = Letters {
        text: block.label.to_owned(),
        size: (size - making.look(style).size).abs().gt(&0.1).then_some(size),
        ..Letters::default()
    };
    heading.inlines.splice(0..0, [Inline::Letters(label), Inline::Break]);
    heading.above = block.is_issued.then_some(making.measures.title_gap);
    let reference = making.paragraph(Style::AppendixReference, &[], block.reference);
    let width = making.ruler(Style::AppendixReference).width(&reference.text());
    let rule = Making::rule(room, width.min(room) * making.measures.appendix_rule_share);
    let rule = Paragraph {
        above: Some(REFERENCE_RULE_DROP),
        below: Some(title_below(making)),
        ..rule
    };
    vec![heading.into(), reference.into(), rule.into()]
}

/// "Kính gửi": one addressee on the same line, several below, their dashes under the colon (ô 9a).
pub(super) fn addressees(making: &mut Making<'_>, label: &str, items: &[Item]) -> Vec<Part> {
    let room = making.room();
    let gap = making.measures.addressees_gap;
    let ruler = making.ruler(Style::Addressees);
    let lead = ruler.width(label);
    let dash = ruler.width("-");
    let mark = ruler.width("- ");
    let widest = items
        .iter()
        .map(|item| mark + ruler.width(&super::making::text_of(&item.body)));
    let column = widest
        .fold(0.0, f64::max)
        .min(room - lead - 2.0 * making.looks.indent);
    let inset = ((room - lead - column) / 2.0).max(0.0);
    let at = |left, first| Some(Indents { left, right: 0.0, first });
    if let [only] = items {
        let before = Letters { text: format!("{label} "), ..Letters::default() };
        let line = making.paragraph(Style::Addressees, &[before], &only.body);
        let line = Paragraph {
            indents: at(inset, 0.0),
            above: Some(gap),
            below: Some(gap),
            align: Some(Align::Left),
            ..line
        };
        return vec![line.into()];
    }
    let first = Paragraph {
        indents: at(inset, 0.0),
        above: Some(gap),
        keep_next: true,
        ..Paragraph::of(Style::Addressees, label)
    };
    let mut parts = vec![first.into()];
    for (number, item) in items.iter().enumerate() {
        let line = making.item(Style::Addressees, item);
        let is_last = number + 1 == items.len();
        parts.push(
            Paragraph {
                indents: at(inset + lead - dash + mark, -mark),
                below: is_last.then_some(gap),
                ..line
            }
            .into(),
        );
    }
    parts
}
