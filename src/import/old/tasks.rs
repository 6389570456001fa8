//! The tasks of an old plan, from the rows of its table.

use super::lines::OldLine;

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct OldTask {
    pub(super) quarter: Option<u8>,
    /// What it says: one text, or several.
    pub(super) texts: Vec<String>,
    /// The names of who does it.
    pub(super) agencies: Vec<String>,
}

/// The tasks of a table.
pub(super) fn of_table(rows: &[Vec<Vec<OldLine>>]) -> Vec<OldTask> {
    let mut found: Vec<OldTask> = Vec::new();
    let mut quarter = None;
    for row in rows {
        let texts: Vec<String> = row
            .iter()
            .map(|cell| cell.iter().map(OldLine::whole).collect::<Vec<_>>().join(" "))
            .collect();
        let filled: Vec<&String> = texts.iter().filter(|text| !text.is_empty()).collect();
        if let [only] = filled.as_slice()
            && let Some(own) = quarter_of(only)
        {
            quarter = Some(own);
            continue;
        }
        let first = texts.first().map(String::as_str).unwrap_or_default();
        let is_title = ["tt", "stt", "số tt"].contains(&first.to_lowercase().as_str());
        if is_title || filled.is_empty() {
            continue;
        }
        let is_number = first.trim_end_matches('.').parse::<u32>().is_ok();
        // A row without a number goes on with the one above, as behind a turn of the page.
        if is_number || found.is_empty() {
            found.push(OldTask { quarter, ..OldTask::default() });
        }
        let Some(task) = found.last_mut() else { continue };
        for line in row.get(1).into_iter().flatten() {
            task.texts.push(line.rich.clone());
        }
        for line in row.get(2).into_iter().flatten() {
            let name = line.text.trim_end_matches(['.', ';', ',']).trim();
            task.agencies.push(name.to_owned());
        }
    }
    found
}

/// The quarter of a title: `QUÝ I`, `Quý II năm 2024`.
pub(super) fn quarter_of(text: &str) -> Option<u8> {
    let text = text.to_uppercase();
    let rest = text.strip_prefix("QUÝ ").or_else(|| text.strip_prefix("QUÍ "))?;
    match rest.split([' ', '/', ':', '.']).next()? {
        "I" | "1" => Some(1),
        "II" | "2" => Some(2),
        "III" | "3" => Some(3),
        "IV" | "4" => Some(4),
        _ => None,
    }
}
