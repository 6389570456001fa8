//! Items that came and items that went.
//!
//! A new line belongs to the list that it stands in: beside an item of it, and looking like one. An item goes when every
//! line that said something of it went.

use std::collections::BTreeMap;

use super::edit::{Edit, Planned};
use super::hold::{Held, Step};
use super::line::{Letter, Line, RowOf, text_of};
use super::paper::OpenPaper;
use super::values::{END_MARKS, markup, only_path, path};
use super::why::Why;
use crate::yaml::{Beside, normalised};

/// An item of a list of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    /// The path of its list.
    list: String,
    /// Its number in it, from 1.
    number: usize,
    /// The key that its text has, where it is a map.
    key: Option<String>,
}

impl Item {
    fn path(&self) -> String {
        format!("{}.{}", self.list, self.number)
    }

    /// The item of a list whose text stands at a path.
    fn at(path: &str) -> Option<Self> {
        let (before, last) = path.rsplit_once('.')?;
        if let Ok(number) = last.parse() {
            return Some(Self { list: before.to_owned(), number, key: None });
        }
        let (list, number) = before.rsplit_once('.')?;
        let (number, key) = (number.parse().ok()?, Some(last.to_owned()));
        Some(Self { list: list.to_owned(), number, key })
    }
}

/// Where a new line stands among the lines of the data: behind one, before another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Between {
    pub(super) before: Option<usize>,
    pub(super) behind: Option<usize>,
}

/// What a new line adds to the data; `rows` are those that the paper has too.
///
/// # Errors
/// When it is not known where it belongs.
pub(super) fn added(
    held: &Held,
    at: usize,
    (between, rows): (Between, &BTreeMap<RowOf, RowOf>),
    paper: &OpenPaper<'_>,
) -> Result<Planned, Why> {
    let line = &held.new[at];
    if line.row.is_some_and(|row| !rows.contains_key(&row)) {
        return Err(Why::Row);
    }
    if !line.letters.iter().any(|letter| letter.sign.is_alphabetic()) {
        return Err(Why::NoList);
    }
    let known = |at: Option<usize>| {
        let beside = &held.old[at?];
        let item = Item::at(&only_path(beside, paper)?)?;
        let fits = looks_like(line, beside) && paper.is_block_list(&item.list);
        fits.then_some((item, beside))
    };
    let (before, behind) = (known(between.before), known(between.behind));
    let (item, beside, side) = match (before, behind) {
        (Some((one, _)), Some((other, _))) if one.list != other.list => {
            return Err(Why::NoList);
        }
        (Some((item, beside)), _) => (item, beside, Beside::Behind),
        (None, Some((item, beside))) => (item, beside, Beside::Before),
        (None, None) => return Err(Why::NoList),
    };
    let value = text_like(line, beside, &item.path(), paper)?;
    let number = if side == Beside::Behind { item.number + 1 } else { item.number };
    Ok(Planned {
        of: Step::New(at),
        path: format!("{}.{number}", item.list),
        old: String::new(),
        new: value.clone(),
        edit: Edit::Insert { beside: item.path(), side, key: item.key, value },
    })
}

/// Whether a line begins as another one does (both with a dash, both with a number, both with neither) and stands in the
/// same column.
fn looks_like(line: &Line, other: &Line) -> bool {
    let kind = |line: &Line| {
        let mark = &line.letters[..line.any_mark()];
        match mark.iter().map(|letter| letter.sign).find(|sign| *sign != ' ') {
            None => 0,
            Some(sign) if sign.is_alphanumeric() => 1,
            Some(_) => 2,
        }
    };
    kind(line) == kind(other)
        && line.row.is_some() == other.row.is_some()
        && line.cell == other.cell
}

/// The text of a new line as an item like another one: without mark, and without an end mark that the page sets.
fn text_like(
    line: &Line,
    other: &Line,
    path: &str,
    paper: &OpenPaper<'_>,
) -> Result<String, Why> {
    let mut letters: Vec<Letter> = line.body().to_vec();
    let item = Item::at(path);
    let text = item.and_then(|item| {
        let at = match &item.key {
            Some(key) => format!("{}.{key}", item.path()),
            None => item.path(),
        };
        paper.value(&at)?.scalar().map(normalised)
    });
    let is_mark = |letter: &Letter| END_MARKS.contains(&letter.sign);
    let page_ends = other.letters.last().is_some_and(is_mark);
    let text_ends = text.is_some_and(|text| text.ends_with(END_MARKS));
    let closes = text_of(&letters).ends_with("./.");
    if (page_ends && !text_ends) || closes {
        while letters.last().is_some_and(is_mark) {
            letters.pop();
        }
    }
    let text = if paper.is_rich(path) { markup(&letters)? } else { text_of(&letters) };
    let text = normalised(&text).trim().to_owned();
    if text.is_empty() { Err(Why::Emptied) } else { Ok(text) }
}

/// The items that went, each once, and the lines that went with none.
pub(super) fn gone(held: &Held, paper: &OpenPaper<'_>) -> (Vec<Planned>, Vec<(usize, Why)>) {
    let mut is_gone = vec![false; held.old.len()];
    for step in &held.steps {
        if let Step::Gone(at) = *step {
            is_gone[at] = true;
        }
    }
    let paths: Vec<Vec<String>> = held
        .old
        .iter()
        .map(|line| {
            let own = line.places().filter(|place| place.file == paper.name);
            own.filter_map(|place| place.key.clone()).collect()
        })
        .collect();
    let goes = |item: &str| {
        let below = |path: &String| {
            path.strip_prefix(item)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let own = paths.iter().enumerate().filter(|(_, paths)| paths.iter().any(below));
        own.into_iter().all(|(at, _)| is_gone[at])
    };
    let (mut planned, mut refused): (Vec<Planned>, Vec<(usize, Why)>) =
        (Vec::new(), Vec::new());
    for (at, line) in held.old.iter().enumerate().filter(|(at, _)| is_gone[*at]) {
        let own = line
            .sources
            .iter()
            .filter_map(|source| path(source, paper).ok())
            .next();
        let Some(own) = own else {
            refused.push((at, Why::Template));
            continue;
        };
        match outermost(&own, &goes) {
            Some(item) => {
                if planned.iter().all(|known| known.path != item) {
                    planned.push(Planned {
                        of: Step::Gone(at),
                        path: item.clone(),
                        old: line.text(),
                        new: String::new(),
                        edit: Edit::Remove { path: item },
                    });
                }
            }
            None => refused.push((at, Why::Emptied)),
        }
    }
    (planned, refused)
}

/// The outermost item of a list that a path is within and that goes as a whole.
fn outermost(path: &str, goes: &impl Fn(&str) -> bool) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    (1..parts.len()).find_map(|end| {
        let is_item = parts[end].parse::<usize>().is_ok();
        let item = parts[..=end].join(".");
        (is_item && goes(&item)).then_some(item)
    })
}
