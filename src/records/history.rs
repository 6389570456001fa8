//! `data/history/<year>.yaml`: the totals of a past year.

use super::results::{Awarded, count, money};
use crate::calendar::Span;
use crate::papers::history::{AwardTotal, History, Totals};
use crate::values::{Context, year};
use crate::yaml::{Fields, Node, Reader, flag, list, one_of, records};

/// The parts of a year that totals can be of.
const PARTS: [Span; 8] = [
    Span::Year,
    Span::Quarter(crate::calendar::Quarter::First),
    Span::Quarter(crate::calendar::Quarter::Second),
    Span::Quarter(crate::calendar::Quarter::Third),
    Span::Quarter(crate::calendar::Quarter::Fourth),
    Span::Half(crate::calendar::Half::First),
    Span::Half(crate::calendar::Half::Second),
    Span::NineMonths,
];

/// Reads the whole file. What is not known must not pass for zero: every key is required.
pub(super) fn history(root: &Node, cx: &mut Context<'_>) -> Option<History> {
    let mut fields = Fields::of(root, cx)?;
    let place = fields.place_of("year");
    let year = fields.required(cx, "year", year);
    let sample = fields.optional(cx, "sample", flag).unwrap_or(false);
    let totals = fields.required(cx, "totals", |node, cx| list(node, cx, totals));
    fields.finish(cx);
    Some(History { place, year: year?, sample, totals: totals? })
}

fn totals(node: &Node, cx: &mut Context<'_>) -> Option<Totals> {
    let mut fields = Fields::of(node, cx)?;
    let span = fields.required(cx, "period", |node, cx| one_of(node, cx, &PARTS, Span::key));
    let movements = fields.required(cx, "movements", |node, cx| {
        numbers(node, cx, ["count", "collectives", "individuals"], count)
    });
    let inspections = fields.required(cx, "inspections", |node, cx| {
        numbers(node, cx, ["count", "inspected"], count)
    });
    let training = fields.required(cx, "training", |node, cx| {
        numbers(node, cx, ["classes", "participants"], count)
    });
    let fund = fields
        .required(cx, "fund", |node, cx| numbers(node, cx, ["received", "spent"], money));
    let awards = fields.required(cx, "awards", |node, cx| records(node, cx, award));
    fields.finish(cx);
    Some(Totals {
        place: node.place.clone(),
        span: span?,
        awards: awards?,
        movements: movements?,
        inspections: inspections?,
        training: training?,
        fund: fund?,
    })
}

/// Numbers by their keys, all required.
fn numbers<'c, T: Copy + Default, const N: usize>(
    node: &Node,
    cx: &mut Context<'c>,
    keys: [&'static str; N],
    read: Reader<T, Context<'c>>,
) -> Option<[T; N]> {
    let mut fields = Fields::of(node, cx)?;
    let numbers = keys.map(|key| fields.required(cx, key, read));
    fields.finish(cx);
    let sound = numbers.iter().all(Option::is_some);
    sound.then(|| numbers.map(Option::unwrap_or_default))
}

fn award(node: &Node, cx: &mut Context<'_>) -> Option<AwardTotal> {
    let mut fields = Fields::of(node, cx)?;
    let what = Awarded::read(&mut fields, cx);
    fields.finish(cx);
    let what = what?;
    Some(AwardTotal {
        place: node.place.clone(),
        award: what.award,
        level: what.level,
        way: what.way,
        stage: what.stage,
        honoured: what.honoured,
    })
}
