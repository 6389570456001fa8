//! What is paid with an award (tiền thưởng): the amount that a paper gives, or the law's, a multiple of the base
//! salary on the paper's date (Decree 152/2025/NĐ-CP, Articles 50 and 54; `data/awards.yaml`).

use crate::diag::{Code, Diagnostic};
use crate::law::{Award, Receiver};
use crate::numbers::grouped;
use crate::papers::{FormValue, Values};
use crate::values::{Context, whole};
use crate::yaml::{Node, scalar};

/// The word that stands for the amount of the law.
pub(super) const LAW: &str = "law";

/// What a table says for it, folded.
pub(super) const BY_LAW: &str = "theo quy định";

/// The key beside an award that both collectives and individuals can receive: who does.
const FOR: &str = "for";

/// Reads an amount, or works out the law's for the award that stands `beside` it. An amount that is not the law's
/// is pointed out.
pub(super) fn reward(node: &Node, beside: &Values, cx: &mut Context<'_>) -> Option<FormValue> {
    let is_law = scalar(node, cx, "expected-reward")? == LAW;
    let given = match is_law {
        true => None,
        false => Some(whole(node, cx, "expected-reward")?),
    };
    let known = cx.setting.awards;
    let award = beside.iter().find_map(|(_, value, _)| match value {
        FormValue::Award(id, _) => known.get(id),
        _ => None,
    });
    let Some(award) = award else {
        // Whatever is wrong with the award was told; a draft may lack it.
        return Some(given.map_or(FormValue::Nothing, FormValue::Money));
    };
    let Some(receiver) = receiver(award, beside) else {
        if let Some(given) = given {
            return Some(FormValue::Money(given));
        }
        cx.report(Diagnostic::error(Code::MissingKey, &node.place).with("key", FOR));
        return None;
    };
    let by_law = on_the_date(award, receiver, cx);
    match (given, by_law) {
        (Some(given), Some(law)) if given != law => {
            let warning = Diagnostic::warning(Code::RewardNotByLaw, &node.place);
            cx.report(warning.with("law", grouped(law)).with("award", award.name.as_str()));
            Some(FormValue::Money(given))
        }
        (Some(given), _) => Some(FormValue::Money(given)),
        (None, Some(law)) => Some(FormValue::Money(law)),
        (None, None) => {
            let problem = Diagnostic::error(Code::RewardUnknown, &node.place);
            cx.report(problem.with("award", award.name.as_str()));
            None
        }
    }
}

/// Who receives an award: those alone who can, or whom the paper says.
fn receiver(award: &Award, beside: &Values) -> Option<Receiver> {
    if award.receiver != Receiver::Both {
        return Some(award.receiver);
    }
    let Some(FormValue::Choice(word)) = beside.get(FOR) else { return None };
    Receiver::ALL.into_iter().find(|receiver| receiver.key() == word)
}

/// The law's amount on the date of the paper. In a month without a day it must be the same on all of its days.
fn on_the_date(award: &Award, receiver: Receiver, cx: &Context<'_>) -> Option<u64> {
    let (first, last) = cx.known().date?.span()?;
    let [one, other] = [first, last].map(|day| cx.setting.awards.reward(award, receiver, day));
    one.filter(|_| one == other)
}
