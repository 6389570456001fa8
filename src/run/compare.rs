//! `diff` of a paper with a text that came in, in the terminal or as JSON.

use std::io;

use serde::Serialize;

use super::diff::marked_up;
use super::incoming::{Current, beside, incoming, tell};
use super::verdict::{Verdict, With, is_sound};
use crate::console::Console;
use crate::folder::shown;
use crate::import::{LineDifference, asides, differences};
use crate::job::{CheckFormat, Compare};
use crate::load::Workspace;
use crate::manuscript::Manuscript;
use crate::roll::runs;

/// Tells what differs between a paper and a text.
pub(super) fn compare(
    task: &Compare,
    with: With<'_>,
    workspace: &Workspace<'_>,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    if !is_sound(workspace, console)? {
        return Ok(Verdict::Faulty);
    }
    let text = match incoming(&task.text) {
        Ok(text) => text,
        Err(refused) => return tell(refused, console),
    };
    let held = match Current::new(with, workspace) {
        Ok(current) => current.held(&text),
        Err(refused) => return tell(refused, console),
    };
    let Some(held) = held else { return Ok(Verdict::Faulty) };
    let mut found = differences(&held);
    found.extend(asides(&text, false));
    if task.format == CheckFormat::Json {
        writeln!(console.out, "{}", json(task, &found, &text))?;
        return Ok(Verdict::Sound);
    }
    for LineDifference { kind, at, old, new } in &found {
        let words = marked_up(&runs(old, new), " ");
        let at = at
            .clone()
            .unwrap_or_else(|| console.wording.say("compare-template", &[]));
        console.result(
            &format!("compare-{kind}"),
            &[("at", at.into()), ("words", words.into())],
        )?;
    }
    beside(&text, task.text.accepts, console)?;
    console.note("compare-total", &[("count", found.len().into())])?;
    Ok(Verdict::Sound)
}

/// All differences, version 1.
#[derive(Serialize)]
struct JsonComparison<'c> {
    version: u8,
    paper: String,
    file: String,
    differences: Vec<JsonDifference<'c>>,
    changes: Vec<JsonChange<'c>>,
    comments: Vec<JsonComment<'c>>,
}

#[derive(Serialize)]
struct JsonDifference<'c> {
    /// `reworded`, `added`, `dropped` or `moved`.
    kind: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'c str>,
    old: &'c str,
    new: &'c str,
}

/// A change that nobody has accepted or rejected.
#[derive(Serialize)]
struct JsonChange<'c> {
    /// `added` or `removed`.
    kind: &'c str,
    by: &'c str,
    text: &'c str,
    within: &'c str,
}

#[derive(Serialize)]
struct JsonComment<'c> {
    by: &'c str,
    text: &'c str,
    about: &'c str,
}

fn json(task: &Compare, found: &[LineDifference], text: &Manuscript) -> String {
    let report = JsonComparison {
        version: 1,
        paper: shown(&task.paper),
        file: shown(&task.text.file),
        differences: found
            .iter()
            .map(|one| JsonDifference {
                kind: one.kind,
                at: one.at.as_deref(),
                old: &one.old,
                new: &one.new,
            })
            .collect(),
        changes: text
            .changes
            .iter()
            .map(|change| JsonChange {
                kind: change.kind.name(),
                by: &change.by,
                text: &change.text,
                within: &change.within,
            })
            .collect(),
        comments: text
            .comments
            .iter()
            .map(|comment| JsonComment {
                by: &comment.by,
                text: &comment.text,
                about: &comment.about,
            })
            .collect(),
    };
    // Strings only: this cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
