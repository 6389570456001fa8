//! Values of a file as a clerk says them: days as papers write them, names for ids, no marks of bold.
//!
//! In goes a text of a file with its place; out comes the same text for people. Papers for the office's own use show
//! them, and no words of the data.

use crate::calendar::{CommemorationId, Date, IssueDate, Moment};
use crate::form::Locus;
use crate::load::Workspace;
use crate::office::{AgencyId, Competence};
use crate::roll::MarkedText;
use crate::wording::Wording;

/// A text of a file for people.
pub(super) fn spoken(
    text: &MarkedText,
    at: &Locus,
    workspace: &Workspace<'_>,
    wording: &Wording,
) -> MarkedText {
    let value = match at {
        Locus::Key(key) | Locus::Item(key, _) => {
            value(&key.key, &text.text, workspace, wording)
        }
        Locus::Row(_, _, column) => value(&column.key, &text.text, workspace, wording),
        Locus::Task { .. } | Locus::Other(_) => None,
    };
    value.map_or_else(|| text.without_stars(), |words| MarkedText::whole(&words))
}

/// What a value that is no running text says; none of a running text.
fn value(
    key: &str,
    text: &str,
    workspace: &Workspace<'_>,
    wording: &Wording,
) -> Option<String> {
    if key == "commemorations" {
        let all = &workspace.commemorations;
        let name = |id: &str| {
            let found = all.get(&CommemorationId(id.to_owned()));
            found.map_or_else(|| id.to_owned(), |found| found.name.clone())
        };
        return Some(text.split(", ").map(name).collect::<Vec<_>>().join("; "));
    }
    let is_it = |one: &Competence| key == "competence" && one.key() == text;
    if let Some(competence) = Competence::ALL.into_iter().find(is_it) {
        return Some(wording.say(&format!("competence-{}", competence.key()), &[]));
    }
    let agency = workspace.directory.get(&AgencyId(text.to_owned()));
    if let Some(agency) = agency {
        return Some(agency.short_name.clone());
    }
    day(text, wording)
}

/// A day, a month or a moment.
fn day(text: &str, wording: &Wording) -> Option<String> {
    if let Ok(date) = Date::parse(text) {
        return Some(date.slashed());
    }
    if let Ok(moment) = Moment::parse(text) {
        return Some(format!("{}, {}", moment.time(), moment.day.slashed()));
    }
    let month = IssueDate::parse(text).ok()?;
    let args =
        [("month", month.month_digits()?.into()), ("year", month.year()?.to_string().into())];
    Some(wording.say("spoken-month", &args))
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::wording::{Language, Wording};

    #[test]
    fn days_are_written_as_papers_write_them() {
        let wording = Wording::new(Language::Vietnamese);
        for (text, said) in [
            ("2024-01-15", Some("15/01/2024")),
            ("2024-01", Some("tháng 01/2024")),
            ("2024-03-15 08:00", Some("08 giờ 00, 15/3/2024")),
            ("2024", None),
            ("trước ngày 2024-01-15", None),
            ("", None),
        ] {
            assert_eq!(day(text, &wording).as_deref(), said, "{text}");
        }
    }
}
