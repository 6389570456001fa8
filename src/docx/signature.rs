//! Recipients and signer (ô 7, 9b, 12), and the certificate of commendation.

use super::making::Making;
use super::model::{Align, Cell, Paragraph, Part, Row, RowHeight, Table, Vertical};
use super::style::Style;
use crate::blocks::{Certificate, Recipients, Signer};

/// What a signature block consists of.
pub(super) struct Signature<'b> {
    pub(super) recipients: Option<&'b Recipients>,
    pub(super) signer: &'b Signer,
    pub(super) beside: Option<&'b Signer>,
    pub(super) marks: Option<&'b str>,
}

/// Recipients on the left, office and name of the signer on the right: a table without lines. Who signs beside him
/// stands on the left; then recipients stand below both.
pub(super) fn signature(making: &mut Making<'_>, block: &Signature<'_>) -> Vec<Part> {
    let room = making.room();
    let share = making.measures.recipients_share;
    let sent = recipients(making, block);
    let gap = making.measures.signature_gap;
    let (left, below) = match block.beside {
        Some(beside) => (signer(beside), sent),
        None => (sent, Vec::new()),
    };
    #[expect(clippy::cast_precision_loss, reason = "recipients of a paper")]
    let count = block.recipients.map_or(0.0, |sent| sent.items.len() as f64);
    let cells =
        vec![Cell::new(Vertical::Top, left), Cell::new(Vertical::Top, signer(block.signer))];
    let row = Row {
        cells,
        // A list too long to stay with the signature may go on on the next page.
        is_whole: count <= making.measures.most_recipients || block.beside.is_some(),
        ..Row::default()
    };
    let table = Table {
        above: gap,
        ..Table::bare(vec![room * share, room * (1.0 - share)], vec![row])
    };
    let mut parts = vec![Part::Table(table)];
    parts.extend(below);
    if let Some(Part::Paragraph(first)) = parts.get_mut(1) {
        first.above = Some(gap);
    }
    parts
}

/// "Nơi nhận", and who drafted the paper.
fn recipients(making: &mut Making<'_>, block: &Signature<'_>) -> Vec<Part> {
    let Some(sent) = block.recipients else { return Vec::new() };
    let mut parts = vec![Paragraph::of(Style::RecipientsLabel, &sent.label).into()];
    for item in &sent.items {
        parts.push(making.item(Style::Recipient, item).into());
    }
    parts.extend(block.marks.map(|marks| Paragraph::of(Style::Marks, marks).into()));
    parts
}

/// Office, room for the signature, name; a draft shows the blank of a name that it lacks.
fn signer(signer: &Signer) -> Vec<Part> {
    let offices = signer
        .lines
        .iter()
        .map(|line| Paragraph::of(Style::Office, line).keyed("signer").into());
    let mut parts: Vec<Part> = offices.collect();
    let name = match (&signer.name, &signer.blank) {
        (Some(name), _) => Paragraph::of(Style::SignerName, name).keyed("signer"),
        (None, Some(blank)) => Making::blank(Style::SignerName, blank),
        (None, None) => Paragraph::new(Style::SignerName, Vec::new()),
    };
    parts.push(name.into());
    parts
}

/// A certificate, which fills a page: what it says above, decision and signer at the foot.
pub(super) fn certificate(making: &mut Making<'_>, block: &Certificate) -> Vec<Part> {
    let room = making.room();
    let measures = making.measures;
    let line = |style, text: &str| Part::from(Paragraph::of(style, text));
    let recipient = making.paragraph(Style::CertificateLine, &[], &block.recipient).bold();
    let achievement = making.paragraph(Style::CertificateLine, &[], &block.achievement);
    let above = vec![
        Paragraph {
            above: Some(measures.emblem_height),
            below: Some(measures.certificate_gap),
            ..Paragraph::of(Style::NationalName, &block.national.name)
        }
        .into(),
        Paragraph {
            below: Some(2.0 * measures.certificate_gap),
            ..Paragraph::of(Style::Motto, &block.national.motto)
        }
        .into(),
        line(Style::CertificateGiver, &block.giver),
        Paragraph::of(Style::CertificateLine, &block.grants).bold().into(),
        line(Style::CertificateAward, &block.award),
        recipient.into(),
        achievement.into(),
    ];
    let mut notes = Vec::new();
    for note in &block.notes {
        notes.push(making.paragraph(Style::CertificateNote, &[], note).into());
    }
    let date = making.paragraph(Style::CertificateNote, &[], &block.place_date);
    let mut signed = vec![Paragraph { align: Some(Align::Centre), ..date }.into()];
    signed.extend(signer(&block.signer));
    // A table as high as the page, whose last row stands at the foot.
    let foot = foot_height(making, block);
    let rows = vec![
        Row {
            cells: vec![Cell::new(Vertical::Top, above).over(2)],
            is_whole: true,
            height: Some(RowHeight::Least((making.page_room() - foot).max(0.0))),
            ..Row::default()
        },
        Row {
            cells: vec![Cell::new(Vertical::Top, notes), Cell::new(Vertical::Top, signed)],
            is_whole: true,
            ..Row::default()
        },
    ];
    vec![Part::Table(Table::bare(vec![room / 2.0, room / 2.0], rows))]
}

/// How high decision and signer are, with a line to spare.
fn foot_height(making: &Making<'_>, block: &Certificate) -> f64 {
    let signer = making.ruler(Style::Office);
    let dated = making.ruler(Style::CertificateNote).height(1);
    dated + making.measures.signature_height + signer.height(block.signer.lines.len() + 2)
}
