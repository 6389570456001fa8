//! What holds between the values of one paper: capitals within a speech, stages within their period.

use super::papers::capital;
use crate::calendar::{Date, Year};
use crate::diag::{Code, Diagnostic};
use crate::form::{Form, KeyType};
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

/// A period lies in the year of its paper, and its stages one after another within it.
pub(super) fn periods_fit(
    values: &Values,
    form: &Form,
    year: Year,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
) {
    let own = i32::from(year.get());
    let stages = values.iter().find_map(|(_, value)| match value {
        FormValue::Stages(stages) if !stages.is_empty() => Some(stages.as_slice()),
        _ => None,
    });
    let stages = stages.unwrap_or_default();
    for key in form.own_keys().filter(|key| key.is == KeyType::Period) {
        let Some(FormValue::Period(from, until)) = values.get(key.key()) else { continue };
        let within = |day: Date| *from <= day && day <= *until;
        let is_sound = from.year() <= own
            && own <= until.year()
            && stages.iter().all(|stage| within(stage.from) && within(stage.until))
            && stages.windows(2).all(|pair| pair[0].until < pair[1].from);
        if !is_sound {
            let place = fields.place_of(key.key());
            let warning = Diagnostic::warning(Code::PeriodDoubtful, &place);
            cx.report(warning.with("year", year.to_string()));
        }
    }
}
