//! Recipients and signer.

use super::agencies::signer;
use super::known::Known;
use super::lines::{Element, OldLine};
use crate::office::AgencyId;
use crate::sheets::fold;

/// What stands below the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Foot {
    pub(super) recipients: Vec<String>,
    /// Where the paper is filed: `VT, NV`.
    pub(super) filing: Option<String>,
    /// The id of the signer, and of the agency for which he signs.
    pub(super) signer: Option<String>,
    pub(super) issuer: Option<AgencyId>,
    /// Whether it is signed on behalf of the collective.
    pub(super) is_collective: bool,
}

/// Reads the foot, and gives back what stands above it.
pub(super) fn read<'e>(elements: &'e [Element], known: &Known<'_>) -> (&'e [Element], Foot) {
    let is_label = |element: &Element| match element {
        Element::Line(line) => fold(&line.text).starts_with("nơi nhận"),
        Element::Tasks(_) => false,
    };
    let Some(at) = elements.iter().rposition(is_label) else {
        return (elements, Foot::default());
    };
    // Office and name can stand before the recipients, where a table has them on the left.
    let mut start = at;
    while let Some(Element::Line(line)) = start.checked_sub(1).and_then(|at| elements.get(at))
    {
        let is_signature =
            line.is_in_capitals() || signer(known.directory, &line.text).is_some();
        if !is_signature || line.text.chars().count() > 60 {
            break;
        }
        start -= 1;
    }
    let mut foot = Foot::default();
    for element in elements[start..at].iter().chain(&elements[at + 1..]) {
        if let Element::Line(line) = element {
            take(line, &mut foot, known);
        }
    }
    (&elements[..start], foot)
}

fn take(line: &OldLine, foot: &mut Foot, known: &Known<'_>) {
    if let Some((agency, id)) = signer(known.directory, &line.text) {
        foot.signer = Some(id.to_owned());
        foot.issuer = Some(agency.id.clone());
        return;
    }
    if line.is_in_capitals() {
        foot.is_collective |= line.text.starts_with("TM.");
        return;
    }
    let is_dashed = line.mark.starts_with(['-', '–', '+']);
    let text = line.text.trim_end_matches([';', '.', ',']).trim();
    let filed = ["Lưu:", "Lưu :", "Lưu "]
        .iter()
        .find_map(|label| text.strip_prefix(label));
    match filed {
        Some(filed) => foot.filing = Some(filed.trim().to_owned()),
        None if is_dashed => foot.recipients.push(text.to_owned()),
        None => {}
    }
}
