//! The files that a paper names: a table, one of its sheets, a picture; and why one cannot be used.

use crate::diag::{Code, Diagnostic, FileId, Severity};
use crate::form::{PICTURE, TABLE};
use crate::sheets::{Sheet, fold};
use crate::values::{Context, Faults, PictureFile, TableFile};
use crate::yaml::{Node, scalar};

/// Whether a draft names a table or a picture that is not there yet, which is then pointed out.
pub(super) fn awaits_file(node: &Node, cx: &mut Context<'_>) -> bool {
    let (true, Some(enclosed)) = (cx.setting.draft, cx.enclosed()) else { return false };
    let of = |key: &str| {
        let named = node.entry(key)?;
        Some((named, named.scalar()?))
    };
    let table = of(TABLE)
        .and_then(|(named, name)| Some((named, enclosed.table_named(name)?.as_ref().err()?)));
    let picture = of(PICTURE).and_then(|(named, name)| {
        Some((named, enclosed.picture_named(name)?.as_ref().err()?))
    });
    let Some((named, problems)) = table.or(picture) else { return false };
    let is_missing = |problem: &&Diagnostic| {
        matches!(problem.code, Code::TableMissing | Code::PictureMissing)
    };
    let Some(missing) = problems.iter().find(is_missing) else { return false };
    cx.report(Diagnostic {
        severity: Severity::Warning,
        place: Some(named.place.clone()),
        ..missing.clone()
    });
    true
}

/// The file of a table, by the name that a paper gives it.
pub(super) fn table_named<'a>(named: &Node, cx: &mut Context<'a>) -> Option<&'a TableFile> {
    let name = scalar(named, cx, "expected-table")?;
    let found = cx.enclosed().and_then(|enclosed| enclosed.table_named(name));
    usable(found, Code::TableMissing, named, cx)
}

/// The picture, by the name that a paper gives it.
pub(super) fn picture_named(named: &Node, cx: &mut Context<'_>) -> Option<PictureFile> {
    let name = scalar(named, cx, "expected-picture")?;
    let found = cx.enclosed().and_then(|enclosed| enclosed.picture_named(name));
    usable(found, Code::PictureMissing, named, cx).cloned()
}

/// A file that can be used; why it cannot is told where the paper names it.
fn usable<'a, T>(
    found: Option<&'a Result<T, Faults>>,
    missing: Code,
    named: &Node,
    cx: &mut Context<'_>,
) -> Option<&'a T> {
    match found {
        Some(Ok(file)) => return Some(file),
        Some(Err(problems)) => {
            for problem in problems {
                let mut problem = problem.clone();
                problem.place.get_or_insert_with(|| named.place.clone());
                cx.report(problem);
            }
        }
        // Of which year it would be nobody knows, which was told.
        None => {
            let problem = Diagnostic::error(missing, &named.place);
            cx.report(problem.with("path", named.scalar().unwrap_or_default()));
        }
    }
    None
}

/// The sheet of a name, or the first.
pub(super) fn sheet_named<'s>(
    sheets: &'s [(Sheet, FileId)],
    name: Option<&str>,
    named: &Node,
    cx: &mut Context<'_>,
) -> Option<&'s (Sheet, FileId)> {
    let Some(name) = name else { return sheets.first() };
    let found = sheets.iter().find(|(sheet, _)| fold(&sheet.name) == fold(name));
    if found.is_none() {
        let known: Vec<&str> = sheets.iter().map(|(sheet, _)| sheet.name.as_str()).collect();
        let all = known.iter().map(|name| format!("\"{name}\""));
        cx.report(
            Diagnostic::error(Code::NoSuchSheet, &named.place)
                .with("sheet", name)
                .with("known", all.collect::<Vec<_>>())
                .suggest(name, known),
        );
    }
    found
}
