//! What a text that came in makes of the data: edits that are tried one by one, and why others are not made.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::{Edit, Planned, way};
use super::head;
use super::hold::{Held, Step};
use super::items::{Between, added, gone};
use super::line::{Line, text_of};
use super::paper::OpenPaper;
use super::values::{only_path, reworded};
use super::why::Why;
use crate::docx::{is_given, names, names_itself};
use crate::yaml::{Edits, normalised};

impl Plan {
    /// Whether items came or went, with which the end marks of others change.
    pub(super) fn moves_items(&self) -> bool {
        self.planned
            .iter()
            .any(|planned| !matches!(planned.edit, Edit::Reword { .. }))
    }
}

/// All changes of the data, and why lines that were changed give none.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) planned: Vec<Planned>,
    /// By the lines of the text that came in.
    pub(super) why_new: BTreeMap<usize, Why>,
    /// By the lines of the data.
    pub(super) why_gone: BTreeMap<usize, Why>,
    /// The lines of the text that nobody changed in it: it was made before the data were changed.
    pub(super) only_data: BTreeSet<usize>,
    /// The file with all changes; none when nothing changes.
    pub(crate) text: Option<String>,
}

/// Plans the changes of a paper's file.
pub(crate) fn plan(held: &Held, paper: &OpenPaper<'_>) -> Plan {
    let mut plan = Plan::default();
    let is_old = is_older(held);
    let rows = held.known_rows();
    let mut values: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut before = None;
    for (at, step) in held.steps.iter().enumerate() {
        match *step {
            Step::Both(old, new) => {
                if !held.is_same(old, new) {
                    line(held, (old, new, is_old), paper, &mut values, &mut plan);
                }
                before = Some(old);
            }
            Step::Moved(_, new) => {
                plan.why_new.insert(new, Why::Moved);
            }
            Step::Gone(old) => before = Some(old),
            Step::New(new) if of_older(&held.new[new], paper).is_some() && is_old => {
                let since = of_older(&held.new[new], paper).unwrap_or(Since::Both);
                plan.note(new, since);
            }
            Step::New(new) => {
                let behind = held.steps[at..].iter().find_map(|step| step.old_line());
                match added(held, new, (Between { before, behind }, &rows), paper) {
                    Ok(planned) => plan.planned.push(planned),
                    Err(why) => {
                        plan.why_new.insert(new, why);
                    }
                }
            }
        }
    }
    let (items, refused) = gone(held, paper);
    if is_old {
        // What the text lacks can be what the data have got since.
        let all = held.steps.iter().filter_map(|step| match *step {
            Step::Gone(old) => Some((old, Why::BothChanged)),
            _ => None,
        });
        plan.why_gone.extend(all);
    } else {
        plan.planned.extend(items);
        plan.why_gone.extend(refused);
    }
    plan.carry_out(paper);
    plan
}

/// What the change of one line makes of the data.
fn line(
    held: &Held,
    (old_at, new, is_old): (usize, usize, bool),
    paper: &OpenPaper<'_>,
    values: &mut BTreeMap<String, (usize, String)>,
    plan: &mut Plan,
) {
    let (old_line, new_line) = (&held.old[old_at], &held.new[new]);
    let since = match since(held, (old_at, new), paper) {
        Since::Same if is_old && !is_named(held, (old_at, new)) => Since::Both,
        since => since,
    };
    if since != Since::Same {
        plan.note(new, since);
        return;
    }
    let found = match head::key_of(old_line) {
        Some(key) => match head::value(old_line, new_line, key) {
            Ok(value) => vec![(key.to_owned(), value)],
            Err(why) => {
                plan.why_new.insert(new, why);
                return;
            }
        },
        None => {
            let found = reworded(old_line, held.letters(old_at, new), paper);
            if let Some(why) = found.why {
                plan.why_new.insert(new, why);
            }
            found.values
        }
    };
    for (path, value) in found {
        match values.get(&path) {
            Some((_, known)) if *known == value => {}
            Some((first, _)) => {
                // Two lines say the value, each otherwise now: nobody knows which is meant.
                plan.planned.retain(|planned| planned.path != path);
                plan.why_new.insert(*first, Why::Differs);
                plan.why_new.insert(new, Why::Differs);
            }
            None => {
                let node = paper.value(&path);
                let old = node.and_then(|node| node.scalar()).unwrap_or_default().to_owned();
                if normalised(&old) == value {
                    continue;
                }
                values.insert(path.clone(), (new, value.clone()));
                plan.planned.push(Planned {
                    of: Step::Both(old_at, new),
                    path: path.clone(),
                    old,
                    new: value.clone(),
                    edit: Edit::Reword { path, value },
                });
            }
        }
    }
}

/// What happened to a line since the file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Since {
    /// The data say what they said.
    Same,
    /// The data say something else now, and the file what it said.
    OnlyData,
    /// Both say something else.
    Both,
}

/// Tells by the bookmark whether data and file still say what they said when the file was made.
fn since(held: &Held, (old, new): (usize, usize), paper: &OpenPaper<'_>) -> Since {
    let (old_line, new_line) = (&held.old[old], &held.new[new]);
    let (Some(own), Some(bookmark)) =
        (&old_line.bookmarks.first(), new_line.bookmarks.first())
    else {
        return Since::Same;
    };
    if *own == bookmark {
        return Since::Same;
    }
    let Some(path) = only_path(old_line, paper).or_else(|| first_path(old_line)) else {
        return Since::Same;
    };
    if names(bookmark, paper.name, &path, &old_line.raw) {
        return Since::Same;
    }
    if new_line
        .said()
        .iter()
        .any(|text| names(bookmark, paper.name, &path, text))
    {
        Since::OnlyData
    } else {
        Since::Both
    }
}

/// Whether a bookmark tells that the data still say what they said when the text was made. It knows nothing of bold and
/// italic letters.
fn is_named(held: &Held, (old, new): (usize, usize)) -> bool {
    let (old_letters, new_letters) = held.letters(old, new);
    let has_name = held.new[new].bookmarks.iter().any(|name| is_given(name));
    has_name && text_of(old_letters) != text_of(new_letters)
}

/// Whether the text was made before the data were changed: it has bookmarks that they do not give any more.
fn is_older(held: &Held) -> bool {
    let given: BTreeSet<&String> = held.old.iter().flat_map(|line| &line.bookmarks).collect();
    let mut own = held.new.iter().flat_map(|line| &line.bookmarks);
    own.any(|name| is_given(name) && !given.contains(name))
}

/// What happened to a line that the data have not any more, when it was once made of them.
fn of_older(line: &Line, paper: &OpenPaper<'_>) -> Option<Since> {
    let bookmark = line.bookmarks.iter().find(|name| is_given(name))?;
    let mut said = line.said().into_iter();
    let is_untouched = said.any(|text| names_itself(bookmark, paper.name, &text));
    Some(if is_untouched { Since::OnlyData } else { Since::Both })
}

fn first_path(line: &Line) -> Option<String> {
    line.places().find_map(|place| place.key.clone())
}

impl Plan {
    /// Notes what happened to a line since the text was made.
    fn note(&mut self, new: usize, since: Since) {
        match since {
            Since::Same => {}
            Since::OnlyData => {
                self.only_data.insert(new);
            }
            Since::Both => {
                self.why_new.insert(new, Why::BothChanged);
            }
        }
    }

    /// Makes the edits that go, each of which the file must survive alone; the others are refused.
    fn carry_out(&mut self, paper: &OpenPaper<'_>) {
        let mut edits = Edits::default();
        let (mut kept, mut refused) = (Vec::new(), Vec::new());
        for planned in std::mem::take(&mut self.planned) {
            match way(&planned.edit, paper) {
                Some(way) => {
                    way.add(&planned.edit, paper, &mut edits);
                    kept.push(planned);
                }
                None => refused.push(planned),
            }
        }
        if !kept.is_empty() {
            self.text = edits.apply(paper.source, paper.root, paper.file);
        }
        match &self.text {
            Some(_) => self.planned = kept,
            None => refused.append(&mut kept),
        }
        for Planned { of, .. } in refused {
            self.why_new.extend(of.new_line().map(|line| (line, Why::Unwritable)));
        }
    }
}
