//! From blocks to the sections of a Word text.

use super::figures::{Figures, data_table};
use super::letterhead::{AppendixTitle, addressees, appendix_title, letterhead, title};
use super::making::{Making, text_of};
use super::model::{
    Align, Indents, Inline, Letters, Paragraph, Part, Picture, Section, SectionText,
};
use super::signature::{Signature, certificate, signature};
use super::style::Style;
use super::tasks::task_table;
use crate::blocks::{Block, Item, Run};

/// The deepest heading that has a style.
const DEEPEST: i64 = 6;

/// The text of a paper while it is made.
struct Text {
    done: Vec<SectionText>,
    parts: Vec<Part>,
    numbered: bool,
}

/// The sections of a paper, and what stands at the foot of its first page.
///
/// # Errors
/// With what is wrong with a picture.
pub(super) fn sections(
    making: &mut Making<'_>,
    blocks: &[Block],
) -> Result<(Vec<SectionText>, Option<String>), String> {
    // Each certificate is a paper of its own.
    let numbered = !blocks.iter().any(|block| matches!(block, Block::Certificate(_)));
    let mut text = Text { done: Vec::new(), parts: Vec::new(), numbered };
    let mut address = None;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Appendix { lying } => {
                text.close(making);
                making.is_lying = *lying;
            }
            Block::Certificate(block) => {
                text.close(making);
                text.parts = certificate(making, block);
            }
            Block::Address { body } => address = Some(body.clone()),
            Block::Last(item) => {
                let signed = matches!(blocks.get(at + 1), Some(Block::Signature { .. }));
                text.parts.push(last(making, item, signed).into());
            }
            other => text.parts.extend(parts(making, other)?),
        }
    }
    text.close(making);
    Ok((text.done, address))
}

impl Text {
    /// Closes a section, if it holds anything.
    fn close(&mut self, making: &Making<'_>) {
        if self.parts.is_empty() {
            return;
        }
        let mut parts = settled(making, std::mem::take(&mut self.parts));
        // A text ends with a paragraph, and so does a section.
        if matches!(parts.last(), Some(Part::Table(_))) {
            parts.push(Paragraph::new(Style::Spacer, Vec::new()).into());
        }
        let section = Section {
            lying: making.is_lying,
            numbered: self.numbered,
            is_first: self.done.is_empty(),
        };
        self.done.push(SectionText { section, parts });
    }
}

/// The paragraph that closes the text: it stays with the signature, a short one as a whole.
fn last(making: &mut Making<'_>, item: &Item, signed: bool) -> Paragraph {
    let before = [&item.label, &item.mark].map(|part| part.as_deref().unwrap_or_default());
    let text = before.concat() + &text_of(&item.body);
    #[expect(clippy::cast_precision_loss, reason = "lines of a paragraph")]
    let lines = making.ruler(Style::Body).count(&text, making.room()) as f64;
    let is_short = lines <= making.measures.most_moved_lines;
    let paragraph = making.item(Style::Body, item);
    Paragraph {
        keep_next: signed,
        keep_lines: signed && is_short,
        ..paragraph
    }
}

/// The parts of a block.
fn parts(making: &mut Making<'_>, block: &Block) -> Result<Vec<Part>, String> {
    match block {
        Block::Chart { .. } | Block::Picture { .. } => picture(making, block),
        _ => Ok(line(making, block)
            .map_or_else(|| several(making, block), |line| vec![line.into()])),
    }
}

/// The paragraph of a block that is one.
fn line(making: &mut Making<'_>, block: &Block) -> Option<Paragraph> {
    Some(match block {
        Block::Basis { body } => making.paragraph(Style::Basis, &[], body),
        Block::Section { level, number, body } | Block::Clause { level, number, body } => {
            let number = Letters::mark(&format!("{number} "));
            making.paragraph(heading(*level), &[number], body)
        }
        Block::Division { level, label, body } => division(making, *level, label, body),
        Block::Centred { body } => making.paragraph(Style::Centred, &[], body),
        Block::Paragraph(item) | Block::Last(item) => making.item(Style::Body, item),
        Block::LeadIn(item) => Paragraph { keep_next: true, ..making.item(Style::Body, item) },
        Block::TableUnit { body } => making.paragraph(Style::TableUnit, &[], body),
        _ => return None,
    })
}

/// The parts of a block that has several.
fn several(making: &mut Making<'_>, block: &Block) -> Vec<Part> {
    match block {
        Block::Letterhead(block) => letterhead(making, block),
        Block::Title { kind, subject, blank } => {
            title(making, kind, subject.as_deref(), blank.as_deref())
        }
        Block::Addressees { label, items } => addressees(making, label, items),
        Block::AppendixTitle {
            issued: is_issued,
            label,
            title_in_capitals,
            blank,
            reference,
            ..
        } => {
            let (title, blank) = (title_in_capitals.as_deref(), blank.as_deref());
            let is_issued = *is_issued;
            let block = AppendixTitle { is_issued, label, title, blank, reference };
            appendix_title(making, &block)
        }
        Block::TaskTable { columns, groups } => vec![task_table(making, columns, groups)],
        Block::DataTable { columns, head, groups, total, in_text } => {
            let total = total.as_deref();
            data_table(making, &Figures { columns, head, groups, total, is_in_text: *in_text })
        }
        Block::Notes { label, items } => {
            let mut parts = vec![Paragraph::of(Style::NoteLabel, label).into()];
            parts.extend(
                items
                    .iter()
                    .map(|item| making.paragraph(Style::Note, &[], item).into()),
            );
            parts
        }
        Block::Signature { recipients, signer, beside, marks } => {
            let (recipients, beside) = (recipients.as_ref(), beside.as_ref());
            let marks = marks.as_deref();
            signature(making, &Signature { recipients, signer, beside, marks })
        }
        // They are no parts among others, a paragraph, or a picture.
        Block::Appendix { .. }
        | Block::Certificate(_)
        | Block::Address { .. }
        | Block::Basis { .. }
        | Block::Section { .. }
        | Block::Clause { .. }
        | Block::Division { .. }
        | Block::Centred { .. }
        | Block::Paragraph(_)
        | Block::LeadIn(_)
        | Block::Last(_)
        | Block::TableUnit { .. }
        | Block::Chart { .. }
        | Block::Picture { .. } => Vec::new(),
    }
}

fn heading(level: i64) -> Style {
    Style::Heading(u8::try_from(level.clamp(1, DEEPEST)).unwrap_or(1))
}

/// Label and title of a part, a chapter, a section of a chapter, one heading on two lines.
fn division(making: &mut Making<'_>, level: i64, label: &str, body: &[Run]) -> Paragraph {
    let mut heading = making.paragraph(heading(level), &[], body);
    heading.inlines.splice(0..0, [Inline::letters(label), Inline::Break]);
    Paragraph {
        indents: Some(Indents::default()),
        align: Some(Align::Centre),
        ..heading
    }
}

/// A chart or a picture, and below it its caption.
fn picture(making: &mut Making<'_>, block: &Block) -> Result<Vec<Part>, String> {
    let room = making.room();
    let (taken, caption, alt, most) = match block {
        Block::Chart { svg, caption, alt } => {
            let most = match making.is_lying {
                true => making.measures.lying_chart_width,
                false => making.measures.chart_width,
            };
            let taken = making.media.svg(svg, making.letters)?;
            (taken, Some(caption), alt, (most, f64::INFINITY))
        }
        Block::Picture { path, caption, alt } => {
            let bytes = making.pictures.get(path).ok_or_else(|| path.clone())?;
            let taken = making.media.picture(path, bytes)?;
            let highest = making.page_room() * making.measures.picture_share;
            let most = (taken.size.0, highest);
            (taken, caption.as_ref(), alt, most)
        }
        _ => return Ok(Vec::new()),
    };
    let (own_width, own_height) = taken.size;
    let width = most.0.min(room);
    let scale = (width / own_width).min(most.1 / own_height);
    let drawn = Inline::Picture(Picture {
        media: taken.media,
        vector: taken.vector,
        width: own_width * scale,
        height: own_height * scale,
        alt: alt.clone(),
    });
    let above = Some(making.looks.paragraph_spacing);
    let figure = Paragraph {
        above,
        keep_next: caption.is_some(),
        below: caption.is_none().then_some(making.looks.paragraph_spacing),
        ..Paragraph::new(Style::Picture, vec![drawn])
    };
    let mut parts = vec![figure.into()];
    if let Some(caption) = caption {
        parts.push(making.paragraph(Style::Caption, &[], caption).into());
    }
    Ok(parts)
}

/// Settles the room between parts: the larger of what one asks below it and the next above it. It stands below a
/// paragraph, and above one that follows a table; two tables have a line between them.
fn settled(making: &Making<'_>, parts: Vec<Part>) -> Vec<Part> {
    let mut settled: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        let wanted = above(making, &part);
        match settled.last_mut() {
            None => set_above(making, &mut part, 0.0),
            Some(Part::Paragraph(before)) => {
                let look = making.look(before.style);
                let gap = before.below.unwrap_or(look.below).max(wanted);
                before.below = differing(gap, look.below);
                set_above(making, &mut part, 0.0);
            }
            Some(Part::Table(before)) => {
                let gap = before.below.max(wanted);
                if matches!(part, Part::Table(_)) {
                    let spacer = Paragraph {
                        below: Some(gap),
                        ..Paragraph::new(Style::Spacer, Vec::new())
                    };
                    settled.push(spacer.into());
                } else {
                    set_above(making, &mut part, gap);
                }
            }
        }
        settled.push(part);
    }
    settled
}

/// The room that a part asks above it.
fn above(making: &Making<'_>, part: &Part) -> f64 {
    match part {
        Part::Paragraph(paragraph) => {
            paragraph.above.unwrap_or_else(|| making.look(paragraph.style).above)
        }
        Part::Table(table) => table.above,
    }
}

fn set_above(making: &Making<'_>, part: &mut Part, gap: f64) {
    if let Part::Paragraph(paragraph) = part {
        paragraph.above = differing(gap, making.look(paragraph.style).above);
    }
}

/// A gap, where it is not its style's.
fn differing(gap: f64, style: f64) -> Option<f64> {
    ((gap - style).abs() > 0.01).then_some(gap)
}
