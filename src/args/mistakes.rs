//! Mistakes in the words typed, put into sentences.
//!
//! In goes clap's error, or a [`Mistake`] that shows only when paths and years are resolved; out
//! comes a sentence of `locales/` with the nearest right word.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use vanthu::calendar::Year;
use vanthu::diag::Arg as MessageArg;
use vanthu::wording::Wording;

use super::MOST_JOBS;

/// A mistake that only shows when words are resolved.
pub(super) struct Mistake {
    /// Its message.
    pub(super) id: &'static str,
    /// The arguments of the message.
    pub(super) args: Vec<(&'static str, MessageArg)>,
    /// What was probably meant.
    pub(super) suggestion: Option<String>,
}

/// The limits that messages about wrong values name.
fn ranges() -> [(&'static str, MessageArg); 3] {
    let text = |number: u16| MessageArg::Text(number.to_string());
    [
        ("most", MOST_JOBS.into()),
        ("first", text(*Year::RANGE.start())),
        ("last", text(*Year::RANGE.end())),
    ]
}

/// Puts a mistake that clap found into our words.
pub(super) fn usage(error: &clap::Error, wording: &Wording) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let argument = context(ContextKind::InvalidArg)
        .or_else(|| context(ContextKind::InvalidSubcommand))
        .unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "usage-missing-command"
        }
        ErrorKind::InvalidValue if value.is_empty() => "usage-missing-value",
        ErrorKind::InvalidValue if !all(ContextKind::ValidValue).is_empty() => {
            "usage-unknown-value"
        }
        ErrorKind::MissingRequiredArgument => "usage-missing-arguments",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::ArgumentConflict => "usage-repeated",
        _ => "usage-other",
    };
    let detail = error.to_string().lines().next().unwrap_or_default().to_owned();
    let detail = detail.strip_prefix("error: ").map(str::to_owned).unwrap_or(detail);
    let right = error
        .source()
        .map_or_else(|| "right-path".to_owned(), |right| right.to_string());
    let right = wording.say(&right, &ranges());
    let args = [
        ("right", right.into()),
        ("argument", argument.into()),
        ("arguments", all(ContextKind::InvalidArg).into()),
        ("value", value.into()),
        ("known", all(ContextKind::ValidValue).into()),
        ("detail", detail.into()),
    ];
    let suggestion = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(context);
    sentence(wording, id, &args, suggestion)
}

/// A mistake, what was probably meant, and where help is.
pub(super) fn sentence(
    wording: &Wording,
    id: &str,
    args: &[(&'static str, MessageArg)],
    suggestion: Option<String>,
) -> String {
    let severity = wording.say("severity-error", &[]);
    let mut lines = vec![format!("{severity}: {}", wording.say(id, args))];
    if let Some(suggestion) = suggestion {
        lines.push(wording.say("usage-suggestion", &[("suggestion", suggestion.into())]));
    }
    lines.push(wording.say("usage-hint", &[]));
    lines.join("\n")
}
