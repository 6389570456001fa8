//! Small values: days, years, how long something holds, who grants an award; and what readers of whole
//! files share.

use std::collections::BTreeMap;
use std::path::Path;

use super::context::Context;
use crate::calendar::{Date, IssueDate, ParseDateError, Year};
use crate::diag::{Code, Diagnostic, FileId, Place, Sources};
use crate::folder::{Folder, MAX_SIZE, read_text};
use crate::office::{Level, Validity};
use crate::yaml::{Fields, Node, one_of, parse, parsed, scalar};

/// A year.
pub(crate) fn year(node: &Node, cx: &mut Context<'_>) -> Option<Year> {
    parsed(node, cx, "expected-year", Year::parse)
}

/// A whole date.
pub(crate) fn date(node: &Node, cx: &mut Context<'_>) -> Option<Date> {
    let text = scalar(node, cx, "expected-date")?;
    let parsed = Date::parse(text);
    parsed.map_err(|error| tell(error, "expected-date", node, cx)).ok()
}

/// A date whose day may be blank.
pub(crate) fn issue_date(node: &Node, cx: &mut Context<'_>) -> Option<IssueDate> {
    let text = scalar(node, cx, "expected-issue-date")?;
    let parsed = IssueDate::parse(text);
    parsed
        .map_err(|error| tell(error, "expected-issue-date", node, cx))
        .ok()
}

/// Reports a date that could not be read.
fn tell(error: ParseDateError, expected: &'static str, node: &Node, cx: &mut Context<'_>) {
    match error {
        ParseDateError::Form => cx.problems.invalid(node, expected),
        ParseDateError::Impossible => {
            cx.report(Diagnostic::error(Code::ImpossibleDate, &node.place));
        }
    }
}

/// `from` and `until`; none when one of them is wrong or they are the wrong way round.
pub(crate) fn validity(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<Validity> {
    let (from, until) = (fields.sound(cx, "from", date), fields.sound(cx, "until", date));
    let validity = Validity { from: from?, until: until? };
    if let (Some(from), Some(until)) = (validity.from, validity.until)
        && until < from
    {
        cx.report(Diagnostic::error(Code::PeriodReversed, &fields.place_of("until")));
        return None;
    }
    Some(validity)
}

/// Whether no two entries have one id. One that stands again is reported with its first place.
pub(crate) fn ids_differ<'e>(
    ids: impl IntoIterator<Item = (&'e str, &'e Place)>,
    cx: &mut Context<'_>,
) -> bool {
    let mut known: BTreeMap<&str, &Place> = BTreeMap::new();
    let mut differ = true;
    for (id, place) in ids {
        if let Some(first) = known.insert(id, place) {
            differ = false;
            let problem = Diagnostic::error(Code::DuplicateId, place).with("id", id);
            cx.report(problem.related(first));
        }
    }
    differ
}

/// Reads a YAML file of the workspace into `sources`.
///
/// # Errors
/// With what is wrong when it is no file, too large, unreadable, or no YAML.
pub(crate) fn read_yaml(
    root: &Folder,
    path: &Path,
    sources: &mut Sources,
) -> Result<(FileId, Node), Box<Diagnostic>> {
    let file = read_text(root, path, MAX_SIZE, sources)?;
    let node = parse(sources.get(file).text(), file)?;
    Ok((file, node))
}

/// Who grants an award.
pub(crate) fn level(node: &Node, cx: &mut Context<'_>) -> Option<Level> {
    one_of(node, cx, &Level::ALL, Level::key)
}

/// The largest count or amount that a paper prints.
const MOST: u64 = 999_999_999_999;

/// A whole number of digits; `expected` is what a mistake says should stand there.
pub(crate) fn whole(node: &Node, cx: &mut Context<'_>, expected: &'static str) -> Option<u64> {
    parsed(node, cx, expected, |text| {
        let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        is_digits
            .then(|| text.parse().ok())
            .flatten()
            .filter(|number| *number <= MOST)
    })
}
