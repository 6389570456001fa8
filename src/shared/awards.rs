//! `data/awards.yaml`: titles of emulation and forms of commendation.

use crate::diag::{Code, Diagnostic};
use crate::law::{Award, AwardForm, AwardId, Awards, BaseSalary, Grant, Receiver, Reward};
use crate::tally::RESERVED;
use crate::values::{Context, ids_differ, level, line, validity};
use crate::yaml::{Fields, Node, flag, id, list, one_of, parsed};

/// Reads the whole file. With a slip in one entry there are none.
pub(super) fn awards(root: &Node, cx: &mut Context<'_>) -> Awards {
    let Some(mut fields) = Fields::of(root, cx) else { return Awards::default() };
    let entries = fields.required(cx, "awards", |node, cx| list(node, cx, entry));
    let salaries = fields.optional(cx, "base_salary", |node, cx| list(node, cx, base_salary));
    fields.finish(cx);
    let entries = entries.unwrap_or_default();
    ids_differ(entries.iter().map(|award| (award.id.0.as_str(), &award.place)), cx);
    Awards::new(entries, salaries.unwrap_or_default())
}

fn entry(node: &Node, cx: &mut Context<'_>) -> Option<Award> {
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let name = fields.required(cx, "name", line);
    let form = fields
        .required(cx, "kind", |node, cx| one_of(node, cx, &AwardForm::ALL, AwardForm::key));
    let receiver =
        fields.required(cx, "for", |node, cx| one_of(node, cx, &Receiver::ALL, Receiver::key));
    let grants = fields.required(cx, "grants", |node, cx| list(node, cx, grant));
    let rewards = fields.sound(cx, "rewards", |node, cx| list(node, cx, reward));
    let _verified = fields.optional(cx, "verified", flag);
    fields.finish(cx);
    let id_read = id_read?;
    // Numbers are named by ids: one that names something else would be ambiguous.
    if RESERVED.contains(&id_read.value.as_str()) {
        let problem = Diagnostic::error(Code::ReservedId, &id_read.place);
        cx.report(problem.with("id", id_read.value.as_str()));
        return None;
    }
    Some(Award {
        id: AwardId(id_read.value),
        place: id_read.place,
        name: name?,
        form: form?,
        receiver: receiver?,
        grants: grants?,
        rewards: rewards?.unwrap_or_default(),
    })
}

fn grant(node: &Node, cx: &mut Context<'_>) -> Option<Grant> {
    let mut fields = Fields::of(node, cx)?;
    let level = fields.required(cx, "level", level);
    let validity = validity(&mut fields, cx);
    fields.finish(cx);
    Some(Grant { level: level?, validity: validity? })
}

/// What is paid with an award: `for`, `salaries` (how many base salaries), and when.
fn reward(node: &Node, cx: &mut Context<'_>) -> Option<Reward> {
    let mut fields = Fields::of(node, cx)?;
    let receiver =
        fields.required(cx, "for", |node, cx| one_of(node, cx, &Receiver::ALL, Receiver::key));
    let multiple = fields.required(cx, "salaries", |node, cx| {
        parsed(node, cx, "expected-multiple", hundredths)
    });
    let validity = validity(&mut fields, cx);
    let _verified = fields.optional(cx, "verified", flag);
    fields.finish(cx);
    Some(Reward {
        receiver: receiver?,
        hundredths: multiple?,
        validity: validity?,
    })
}

fn base_salary(node: &Node, cx: &mut Context<'_>) -> Option<BaseSalary> {
    let mut fields = Fields::of(node, cx)?;
    let amount = fields.required(cx, "amount", |node, cx| {
        parsed(node, cx, "expected-amount-of-money", |text| text.parse().ok())
    });
    let validity = validity(&mut fields, cx);
    let _verified = fields.optional(cx, "verified", flag);
    fields.finish(cx);
    Some(BaseSalary { amount: amount?, validity: validity? })
}

/// A number with two decimals at most, with a point or a comma: "0.3", "1,5", "12".
fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || whole.len() > 3 || part.len() > 2 {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_are_written_with_a_point_or_a_comma() {
        for (text, wanted) in [("0.3", 30), ("1,5", 150), ("12", 1200), ("0.25", 25)] {
            assert_eq!(hundredths(text), Some(wanted), "{text}");
        }
        for text in ["", ".3", "1.", "1.234", "-1", "1.5.2", "9999", "x"] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }
}
