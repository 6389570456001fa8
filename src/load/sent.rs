//! To whom a paper is sent: "Kính gửi" above its text, "Nơi nhận" below it, and how the two belong together
//! (Decree 30/2020/NĐ-CP, Appendix I, II.9).
//!
//! In go the texts of `to` and `recipients`; out come the recipients as the paper prints them. What a clerk types as it
//! stands on paper ("Như trên", "Lưu: VT") is understood, and not printed twice.

use super::fetched::Recipient;
use super::reading::Reading;
use crate::diag::{Code, Diagnostic};
use crate::office::Agency;
use crate::papers::Text;
use crate::values::Context;
use crate::yaml::{Fields, Value, normalised};

/// What stands for the addressees among the recipients.
const AS_ABOVE: &str = "như trên";

/// What stands before where a paper is filed.
const FILED: &str = "lưu:";

/// Whom a paper is addressed to.
pub(super) struct Sent<'a> {
    /// Whether it has "Kính gửi".
    pub(super) is_addressed: bool,
    pub(super) to: &'a [Text],
    /// Who gets this copy.
    pub(super) copy: Option<&'a Recipient>,
}

impl Sent<'_> {
    /// The recipients below the text.
    pub(super) fn below(
        &self,
        recipients: Vec<Text>,
        filing: Option<&str>,
        cx: &mut Context<'_>,
    ) -> Vec<Text> {
        // A copy that is not addressed to its recipient is sent to it all the same.
        let own = self.copy.filter(|_| !self.is_addressed);
        let mut below: Vec<Text> = own
            .into_iter()
            .map(|recipient| Text::parse(&recipient.name))
            .collect();
        for text in recipients {
            let said = bare(&text.letters()).to_lowercase();
            if said == AS_ABOVE {
                if !self.is_addressed {
                    report(&text, Code::AsAboveNothing, cx);
                }
            } else if let Some(place) = said.strip_prefix(FILED) {
                let is_said =
                    filing.is_some_and(|filing| filing.to_lowercase() == place.trim());
                if !is_said {
                    report(&text, Code::FiledAmongRecipients, cx);
                }
            } else {
                self.not_above(&text, cx);
                below.push(text);
            }
        }
        below
    }

    /// Points out a recipient to whom the paper is addressed: "Như trên" stands for it.
    fn not_above(&self, text: &Text, cx: &mut Context<'_>) {
        let letters = text.letters();
        let name = bare(&letters);
        let is_same = |addressee: &&Text| begins(bare(&addressee.letters()), name);
        let above = self.to.iter().find(is_same).filter(|_| !name.is_empty());
        if let (Some(above), Some(place)) = (above, text.place()) {
            let warning = Diagnostic::warning(Code::AddresseeRepeated, &place.place);
            let warning = match above.place() {
                Some(above) => warning.related(&above.place),
                None => warning,
            };
            cx.report(warning);
        }
    }
}

/// Reports that a type of paper has no "Kính gửi".
pub(super) fn not_addressed(fields: &Fields<'_>, reading: &Reading<'_>, cx: &mut Context<'_>) {
    let problem = Diagnostic::error(Code::NotAddressed, &fields.place_of("to"));
    cx.report(problem.with("type", &*reading.document_type().name));
}

fn report(text: &Text, code: Code, cx: &mut Context<'_>) {
    if let Some(place) = text.place() {
        cx.report(Diagnostic::error(code, &place.place));
    }
}

/// A recipient without the dash before it and the marks behind it.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['-', '–']);
    text.trim_end_matches([';', '.', ',', '/', ' ']).trim()
}

/// Where a paper is filed, without the words before it: "Lưu: VT, NV." is "VT, NV".
pub(super) fn filed(filing: &str) -> &str {
    let filing = bare(filing);
    match filing.get(..FILED.len()) {
        Some(start) if start.to_lowercase() == FILED => filing[FILED.len()..].trim_start(),
        _ => filing,
    }
}

/// Points out where a paper is sent to the agency that issues it: who it goes to comes along when one
/// unit's paper is made from another's.
pub(super) fn not_to_itself(
    key: &str,
    fields: &Fields<'_>,
    agency: &Agency,
    cx: &mut Context<'_>,
) {
    let Some(node) = fields.peek_node(key) else { return };
    let items =
        if node.items().is_empty() { std::slice::from_ref(node) } else { node.items() };
    for item in items {
        let Value::Scalar(text) = &item.value else { continue };
        if is_called(agency, &normalised(text)) {
            cx.report(
                Diagnostic::warning(Code::PaperToItself, &item.place)
                    .with("agency", agency.name.as_str())
                    .related(&agency.place),
            );
        }
    }
}

/// Whether a text of a list of recipients names an agency: by one of its names, or by the beginning
/// of the full one ("Phòng Nội vụ huyện").
fn is_called(agency: &Agency, text: &str) -> bool {
    let text = bare(text.split(" (").next().unwrap_or(text));
    let names = [&agency.name, &agency.short_name, &agency.list_name];
    names.iter().any(|name| *name == text)
        || (begins(&agency.name, text) && text.starts_with(agency.list_name.as_str()))
}

/// Whether a name begins with the words of a text.
fn begins(name: &str, text: &str) -> bool {
    let rest = name.strip_prefix(text);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
