//! `data/calendar.yaml`: the days that the office commemorates.

use crate::calendar::{
    Commemoration, CommemorationId, Commemorations, MonthDay, Returning, Scope,
};
use crate::diag::Placed;
use crate::values::{Context, ids_differ, line, text};
use crate::yaml::{Fields, Node, flag, id, list, one_of, parsed};

/// Reads the whole file. With a slip in one entry there are none.
pub(super) fn commemorations(root: &Node, cx: &mut Context<'_>) -> Commemorations {
    let Some(mut fields) = Fields::of(root, cx) else { return Commemorations::default() };
    let entries = fields.required(cx, "commemorations", |node, cx| list(node, cx, entry));
    fields.finish(cx);
    let entries = entries.unwrap_or_default();
    ids_differ(entries.iter().map(|entry| (entry.value.id.0.as_str(), &entry.place)), cx);
    Commemorations::new(entries.into_iter().map(|entry| entry.value).collect())
}

fn entry(node: &Node, cx: &mut Context<'_>) -> Option<Placed<Commemoration>> {
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let lunar = fields.node("lunar");
    let day = match lunar {
        Some(node) => month_day(node, cx).map(Returning::Lunar),
        None => fields.required(cx, "date", month_day).map(Returning::Solar),
    };
    let founded = fields.optional(cx, "founded", founded);
    let name = fields.required(cx, "name", line);
    let short = fields.optional(cx, "short", line);
    let scope =
        fields.required(cx, "scope", |node, cx| one_of(node, cx, &Scope::ALL, Scope::key));
    let verified = fields.optional(cx, "verified", flag).unwrap_or(true);
    let _source = fields.optional(cx, "source", text);
    fields.finish(cx);
    let id_read = id_read?;
    let commemoration = Commemoration {
        id: CommemorationId(id_read.value),
        day: day?,
        founded,
        name: name?,
        short,
        scope: scope?,
        verified,
    };
    Some(Placed::new(commemoration, id_read.place))
}

/// A year of our era, four digits.
fn founded(node: &Node, cx: &mut Context<'_>) -> Option<u16> {
    parsed(node, cx, "expected-year", |text| {
        (text.len() == 4)
            .then(|| text.parse().ok())
            .flatten()
            .filter(|year| *year >= 1000)
    })
}

/// `05-07`: month and day.
fn month_day(node: &Node, cx: &mut Context<'_>) -> Option<MonthDay> {
    parsed(node, cx, "expected-month-day", |text| {
        let (month, day) = text.split_once('-')?;
        let two = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten();
        let (month, day) = (two(month)?, two(day)?);
        let longest = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=longest).contains(&day).then_some(MonthDay { month, day })
    })
}
