//! Header block, title, and what the plan is based on.

use super::agencies::of_letterhead;
use super::known::Known;
use super::lines::{Element, OldLine};
use crate::calendar::{Date, IssueDate, Year};
use crate::import::day::issue_date;
use crate::office::AgencyId;
use crate::sheets::{fold, typed_day};

/// The type of the papers that are read.
const TYPE: &str = "KẾ HOẠCH";

/// A document of a superior agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation {
    pub(super) document_type: String,
    pub(super) number: String,
    pub(super) date: Date,
    pub(super) issuer: String,
    pub(super) subject: Option<String>,
}

/// What stands before the first section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Head {
    /// The issuer by its header block.
    pub(super) issuer: Option<AgencyId>,
    /// What the text calls it.
    pub(super) issuer_name: Option<String>,
    pub(super) number: Option<String>,
    pub(super) date: Option<IssueDate>,
    /// The year that the subject names.
    pub(super) year: Option<Year>,
    pub(super) subject: String,
    pub(super) bases: Vec<String>,
    pub(super) implements: Vec<Citation>,
    /// Whether bases stand within a sentence.
    pub(super) is_sentence: bool,
}

/// Reads the head; what follows it is the rest. None where there is no title.
pub(super) fn read<'e>(
    elements: &'e [Element],
    known: &Known<'_>,
) -> Option<(Head, &'e [Element])> {
    let line = |element: &'e Element| match element {
        Element::Line(line) => Some(line),
        Element::Tasks(_) => None,
    };
    let at = elements.iter().position(|element| {
        line(element).is_some_and(|line| line.whole().starts_with(TYPE))
    })?;
    let mut head = Head::default();
    let above: Vec<&OldLine> = elements[..at].iter().filter_map(line).collect();
    header_block(&above, &mut head, known);
    let title = line(&elements[at])?.whole();
    let mut subject = vec![title[TYPE.len()..].trim().to_owned()];
    let mut end = at + 1;
    while let Some(next) = elements.get(end).and_then(line) {
        if begins_text(next) || is_section(next) {
            break;
        }
        subject.push(next.whole());
        end += 1;
    }
    subject.retain(|part| !part.is_empty());
    head.subject = subject.join(" ");
    head.year = year_in(&head.subject);
    while let Some(next) = elements.get(end).and_then(line) {
        if is_section(next) {
            break;
        }
        basis(next, &mut head);
        end += 1;
    }
    Some((head, &elements[end..]))
}

/// Whether a line begins the text of a plan.
fn begins_text(line: &OldLine) -> bool {
    ["căn cứ", "thực hiện", "nhằm", "để ", "kính gửi"]
        .iter()
        .any(|word| fold(&line.text).starts_with(word))
}

/// Whether a line is the heading of a section: a Roman number, and few words.
pub(super) fn is_section(line: &OldLine) -> bool {
    let number = line.mark.trim_end_matches(['.', ')', '/']);
    !number.is_empty()
        && number.bytes().all(|byte| b"IVX".contains(&byte))
        && line.text.chars().count() < 120
}

/// Issuer, number and date.
fn header_block(lines: &[&OldLine], head: &mut Head, known: &Known<'_>) {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let text = line.whole();
        let key = fold(&text);
        if let Some(rest) = key.strip_prefix("số:").or_else(|| key.strip_prefix("số ")) {
            let digits: String =
                rest.trim().chars().take_while(char::is_ascii_digit).collect();
            head.number = Some(digits).filter(|digits| !digits.is_empty());
        } else if key.contains("ngày") && key.contains("tháng") && key.contains("năm") {
            head.date = issue_date(&key);
        } else if line.is_in_capitals()
            && !key.contains("cộng hòa")
            && !key.contains("cộng hoà")
        {
            names.push(text);
        }
    }
    // The agency above comes first; without it the issuer alone.
    let from = (0..names.len())
        .find(|from| of_letterhead(known.directory, &names[*from..]).is_some());
    let agency = from.and_then(|from| of_letterhead(known.directory, &names[from..]));
    head.issuer = agency.map(|agency| agency.id.clone());
}

/// The last year that a text names.
fn year_in(text: &str) -> Option<Year> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter_map(Year::parse).next_back()
}

/// A line of what the plan is based on.
fn basis(line: &OldLine, head: &mut Head) {
    let text = line.rich.trim().trim_end_matches([';', ':']).to_owned();
    let says_whole =
        ["xây dựng kế hoạch", "ban hành kế hoạch", "xây dựng Kế hoạch", "ban hành Kế hoạch"]
            .iter()
            .find_map(|words| text.find(words));
    let bases = match says_whole {
        Some(at) => {
            // "…, UBND huyện xây dựng kế hoạch …": who issues it stands between.
            let before = &text[..at];
            let (bases, issuer) = before.rsplit_once(", ").unwrap_or(("", before));
            head.issuer_name = Some(issuer.trim().to_owned());
            head.is_sentence |= bases.starts_with("Căn cứ");
            bases.to_owned()
        }
        None => text.trim_end_matches(['.', ',']).to_owned(),
    };
    // In a sentence what is carried out comes behind the bases.
    let (bases, carried_out) = match split_before(&bases, "thực hiện ") {
        Some((bases, rest)) => (bases, Some(rest)),
        None => (bases.as_str(), None),
    };
    for base in bases.split(';') {
        let base = base.trim().trim_end_matches(',');
        let own = ["Căn cứ ", "căn cứ "].iter().find_map(|word| base.strip_prefix(word));
        head.bases.extend(own.map(|own| own.trim().to_owned()));
    }
    // What is cited in another way has no place, which shows when the new paper is held against the text.
    let cited = carried_out.into_iter().flat_map(|rest| rest.split(';'));
    let year = head.year;
    head.implements
        .extend(cited.filter_map(|cited| citation(cited.trim(), year?)));
}

/// A text cut before a word that begins it or follows a comma, in capitals or not; the word is left out.
fn split_before<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let folded = text.to_lowercase();
    if folded.len() != text.len() {
        return None;
    }
    if folded.starts_with(word) {
        return Some(("", &text[word.len()..]));
    }
    [", ", "; "].iter().find_map(|before| {
        let at = folded.find(&format!("{before}{word}"))?;
        Some((&text[..at], &text[at + before.len() + word.len()..]))
    })
}

/// `Kế hoạch số 241/KH-UBND ngày 28/12/2023 của UBND tỉnh về …`, day and issuer in either order.
fn citation(text: &str, year: Year) -> Option<Citation> {
    let text = text.trim().trim_end_matches([',', '.']);
    let (document_type, rest) = text.split_once(" số ")?;
    let (number, rest) = rest.split_once(' ')?;
    let (of, subject) = match rest.split_once(" về ") {
        Some((of, subject)) => (of, Some(subject.trim().to_owned())),
        None => (rest, None),
    };
    let (day, issuer) = match (of.strip_prefix("ngày "), of.strip_prefix("của ")) {
        (Some(rest), _) => rest.split_once(" của ")?,
        (_, Some(rest)) => {
            let (issuer, day) = rest.split_once(" ngày ")?;
            (day, issuer)
        }
        _ => return None,
    };
    Some(Citation {
        document_type: document_type.trim().to_owned(),
        number: number.to_owned(),
        date: typed_day(day, year).ok()?,
        issuer: issuer.trim().to_owned(),
        subject: subject.map(|subject| format!("về {subject}")),
    })
}
