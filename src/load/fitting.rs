//! What holds between the values of one paper: capitals within a speech, stages within their period, values that
//! another limits.

use super::papers::capital;
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic};
use crate::form::{Form, Key, KeyType};
use crate::papers::{FormValue, Text, Values};
use crate::values::Context;
use crate::yaml::Fields;

/// Looks at what stands within the sentences of a speech: "Kính thưa …", "Phạm vi: …".
pub(super) fn capitals(
    fields: &Fields<'_>,
    to: Option<&[Text]>,
    form: &Form,
    cx: &mut Context<'_>,
) {
    for greeted in to.into_iter().flatten() {
        capital(&greeted.letters(), &fields.place_of("to"), cx);
    }
    for key in form.own_keys().filter(|key| key.is_within) {
        if let Some(text) = fields.peek(key.key()) {
            capital(&Text::parse(text).letters(), &fields.place_of(key.key()), cx);
        }
    }
}

/// Points out values that are more, or later, than the one that they are held against.
pub(super) fn are_in_order(values: &Values, keys: &[&Key], cx: &mut Context<'_>) -> bool {
    let mut are = true;
    for key in keys {
        let Some(limit) = &key.at_most else { continue };
        let (Some((value, place)), Some((most, its_place))) =
            (values.given(key.key()), values.given(&limit.value))
        else {
            continue;
        };
        if value.is_above(most) {
            cx.report(
                Diagnostic::error(Code::AboveLimit, place)
                    .with("key", key.key())
                    .with("limit", limit.value.to_string())
                    .related(its_place),
            );
            are = false;
        }
    }
    are
}

/// Points out what cannot be spoken in the texts of a speech: brackets, and words joined by a stroke.
pub(super) fn spoken(values: &Values, to: &[Text], cx: &mut Context<'_>) {
    let own = values.iter().flat_map(|(_, value, _)| value.running_texts());
    for text in own.chain(to) {
        let (letters, Some(at)) = (text.letters(), text.place()) else { continue };
        if let Some(part) = not_spoken(&letters) {
            let warning = Diagnostic::warning(Code::NotSpoken, &at.place);
            cx.report(warning.with("part", part));
        }
    }
}

/// The first part of a text that cannot be spoken: "(qua Phòng Nội vụ)", "và/hoặc". Days are spoken however they are
/// written.
fn not_spoken(text: &str) -> Option<&str> {
    if let Some(start) = text.find('(') {
        let rest = &text[start..];
        return Some(rest.find(')').map_or(rest, |end| &rest[..=end]));
    }
    text.split_whitespace().find(|word| {
        let mut parts = word.split('/');
        parts.clone().count() > 1 && parts.any(|part| part.chars().any(char::is_alphabetic))
    })
}

/// Stages follow one another. Where a form has one period, it lies in the year of the paper, and the stages
/// within it.
pub(super) fn periods_fit(
    values: &Values,
    form: &Form,
    year: Year,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
) {
    let of = |is: KeyType| form.own_keys().filter(move |key| key.is == is);
    let mut doubt = |key: &str| {
        let warning = Diagnostic::warning(Code::PeriodDoubtful, &fields.place_of(key));
        cx.report(warning.with("year", year.to_string()).with("key", key));
    };
    let mut stages = Vec::new();
    for key in of(KeyType::Stages) {
        let Some(FormValue::Stages(own)) = values.get(key.key()) else { continue };
        if own.windows(2).any(|pair| pair[1].from <= pair[0].until) {
            doubt(key.key());
        }
        stages.extend(own);
    }
    let mut periods = of(KeyType::Period);
    let (Some(key), None) = (periods.next(), periods.next()) else { return };
    let Some(FormValue::Period(from, until)) = values.get(key.key()) else { return };
    let own = i32::from(year.get());
    let within = |day: Date| *from <= day && day <= *until;
    let is_sound = from.year() <= own
        && own <= until.year()
        && stages.iter().all(|stage| within(stage.from) && within(stage.until));
    if !is_sound {
        doubt(key.key());
    }
}
