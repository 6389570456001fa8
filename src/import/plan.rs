//! What a text that came in makes of the data: edits that are tried one by one, and why others are not made.

use std::collections::BTreeMap;

use super::hold::{Held, Step};
use super::items::{Between, added, gone};
use super::paper::OpenPaper;
use super::values::{only_path, reworded};
use super::why::Why;
use super::{head, line::text_of};
use crate::docx::names;
use crate::yaml::{Beside, Edits, Value};

/// A change of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    /// Where in the data.
    pub(crate) path: String,
    /// What the data said there, and say then.
    pub(crate) old: String,
    pub(crate) new: String,
    pub(super) edit: Edit,
}

/// How the file is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
    Reword { path: String, value: String },
    Insert { beside: String, side: Beside, key: Option<String>, value: String },
    Remove { path: String },
}

impl Planned {
    /// What it does: `reworded`, `added` or `dropped`.
    pub(crate) fn name(&self) -> &'static str {
        match self.edit {
            Edit::Reword { .. } => "reworded",
            Edit::Insert { .. } => "added",
            Edit::Remove { .. } => "dropped",
        }
    }
}

impl Plan {
    /// Whether items came or went, with which the end marks of others change.
    pub(super) fn moves_items(&self) -> bool {
        self.planned.iter().any(|planned| !matches!(planned.edit, Edit::Reword { .. }))
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
    /// The file with all changes; none when nothing changes.
    pub(crate) text: Option<String>,
}

/// Plans the changes of a paper's file.
pub(crate) fn plan(held: &Held, paper: &OpenPaper<'_>) -> Plan {
    let mut plan = Plan::default();
    let mut values: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut before = None;
    for (at, step) in held.steps.iter().enumerate() {
        match *step {
            Step::Both(old, new) => {
                if !held.is_same(old, new) {
                    line(held, (old, new), paper, &mut values, &mut plan);
                }
                before = Some(old);
            }
            Step::Moved(_, new) => {
                plan.why_new.insert(new, Why::Moved);
            }
            Step::Gone(old) => before = Some(old),
            Step::New(new) => {
                let behind = held.steps[at..].iter().find_map(|step| step.old());
                match added(held, new, Between { before, behind }, paper) {
                    Ok(planned) => plan.planned.push(planned),
                    Err(why) => {
                        plan.why_new.insert(new, why);
                    }
                }
            }
        }
    }
    let (items, refused) = gone(held, paper);
    plan.planned.extend(items);
    plan.why_gone.extend(refused);
    plan.carry_out(paper);
    plan
}

/// What the change of one line makes of the data.
fn line(
    held: &Held,
    (old, new): (usize, usize),
    paper: &OpenPaper<'_>,
    values: &mut BTreeMap<String, (usize, String)>,
    plan: &mut Plan,
) {
    let (old_line, new_line) = (&held.old[old], &held.new[new]);
    match since(held, (old, new), paper) {
        Since::Same => {}
        Since::OnlyData => return,
        Since::Both => {
            plan.why_new.insert(new, Why::BothChanged);
            return;
        }
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
            let found = reworded(old_line, held.letters(old, new), paper);
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
                values.insert(path.clone(), (new, value.clone()));
                plan.planned.push(Planned {
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
    let (Some(own), Some(bookmark)) = (&old_line.bookmarks.first(), new_line.bookmarks.first())
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
    // What the file says is compared with and without what stands before it.
    let raw = new_line.raw.as_str();
    let behind = text_of(new_line.body());
    let was = [raw, raw.trim(), behind.as_str()];
    if was.iter().any(|text| names(bookmark, paper.name, &path, text)) {
        Since::OnlyData
    } else {
        Since::Both
    }
}

fn first_path(line: &super::line::Line) -> Option<String> {
    line.places().find_map(|place| place.key.clone())
}

impl Plan {
    /// Makes the edits that go, each of which the file must survive alone; the others are refused.
    fn carry_out(&mut self, paper: &OpenPaper<'_>) {
        let mut edits = Edits::default();
        let mut kept = Vec::new();
        for planned in std::mem::take(&mut self.planned) {
            if let Some(way) = way(&planned.edit, paper) {
                way.add(&planned.edit, paper, &mut edits);
                kept.push(planned);
            }
        }
        self.text = edits.apply(paper.source, paper.root, paper.file).filter(|_| !kept.is_empty());
        if self.text.is_some() {
            self.planned = kept;
        }
    }
}

/// How an edit is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As little is changed as goes.
    Careful,
    /// A value is written anew.
    Anew,
}

/// The way in which an edit can be made; none when the file would not say then what it should.
fn way(edit: &Edit, paper: &OpenPaper<'_>) -> Option<Way> {
    [Way::Careful, Way::Anew].into_iter().find(|way| {
        let mut edits = Edits::default();
        way.add(edit, paper, &mut edits)
            && edits.apply(paper.source, paper.root, paper.file).is_some()
    })
}

impl Way {
    /// Adds an edit; whether what it changes is there.
    fn add(self, edit: &Edit, paper: &OpenPaper<'_>, edits: &mut Edits) -> bool {
        match edit {
            Edit::Reword { path, value } => match paper.value(path) {
                Some(node) if matches!(node.value, Value::Null) => {
                    let Some(entry) = paper.entry(path) else { return false };
                    edits.fill(entry, value, paper.source);
                    true
                }
                Some(node) => {
                    match self {
                        Self::Careful => edits.reword(node, value, paper.source),
                        Self::Anew => edits.requote(node, value),
                    }
                    true
                }
                None => false,
            },
            Edit::Insert { beside, side, key, value } => {
                let Some(node) = paper.value(beside) else { return false };
                edits.insert(node, (*side, key.as_deref()), value, paper.source);
                true
            }
            Edit::Remove { path } => {
                let Some(node) = paper.value(path) else { return false };
                edits.remove(node.place.range.start, node, paper.source);
                true
            }
        }
    }
}
