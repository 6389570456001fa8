//! The sections of an old plan.

use super::head::is_section;
use super::lines::{Element, OldLine};
use super::tasks::{OldTask, of_table, quarter_of};
use crate::calendar::{Date, Year};
use crate::sheets::typed_day;

/// What the sections say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sections {
    pub(super) purpose: Vec<String>,
    pub(super) requirements: Vec<String>,
    pub(super) tasks: Vec<OldTask>,
    pub(super) arrangements: Vec<String>,
    /// Until when the units send their plans.
    pub(super) unit_plans: Option<Date>,
}

/// In which section a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Purpose,
    Requirements,
    Tasks,
    Arrangements,
    Unknown,
}

/// Reads the sections.
pub(super) fn read(elements: &[Element], year: Year) -> Sections {
    let mut found = Sections::default();
    let mut section = Section::Unknown;
    let mut quarter = None;
    for element in elements {
        let line = match element {
            Element::Tasks(rows) => {
                found.tasks.extend(of_table(rows));
                continue;
            }
            Element::Line(line) => line,
        };
        if let Some(own) = heading(line, section) {
            section = own;
            continue;
        }
        match section {
            Section::Purpose => found.purpose.push(line.rich.clone()),
            Section::Requirements => found.requirements.push(line.rich.clone()),
            Section::Arrangements => {
                let text = line.rich.strip_suffix("./.").unwrap_or(&line.rich);
                found.unit_plans = found.unit_plans.or_else(|| deadline(&line.text, year));
                found.arrangements.push(text.trim_end().to_owned());
            }
            Section::Tasks => match quarter_of(&line.text) {
                Some(own) => quarter = Some(own),
                // A task that stands in a list instead of a table.
                None => found.tasks.push(OldTask {
                    quarter,
                    texts: vec![line.rich.clone()],
                    agencies: Vec::new(),
                }),
            },
            Section::Unknown => {}
        }
    }
    found
}

/// The section that a heading opens, or one within the section that is open.
fn heading(line: &OldLine, open: Section) -> Option<Section> {
    let key = line.key();
    let is_short = line.text.chars().count() < 60;
    if is_section(line) || (line.is_in_capitals() && is_short && open != Section::Tasks) {
        return Some(
            if key.contains("tổ chức thực hiện") || key.contains("trách nhiệm") {
                Section::Arrangements
            } else if key.contains("mục đích") {
                Section::Purpose
            } else if key.contains("yêu cầu") {
                Section::Requirements
            } else if ["nội dung", "nhiệm vụ", "công việc"]
                .iter()
                .any(|word| key.contains(word))
            {
                Section::Tasks
            } else {
                Section::Unknown
            },
        );
    }
    let inner = key.trim_end_matches([':', '.']);
    match inner {
        "mục đích" => Some(Section::Purpose),
        "yêu cầu" => Some(Section::Requirements),
        _ => None,
    }
}

/// The day by which plans are to be sent, where a text says it once.
fn deadline(text: &str, year: Year) -> Option<Date> {
    let folded = text.to_lowercase();
    if !folded.contains("kế hoạch") || !folded.contains("gửi") {
        return None;
    }
    let mut days = text.split("trước ngày ").skip(1);
    let day = days.next()?;
    let end = day.find(|letter: char| !letter.is_ascii_digit() && letter != '/');
    let found = typed_day(&day[..end.unwrap_or(day.len())], year).ok();
    found.filter(|_| days.next().is_none())
}
