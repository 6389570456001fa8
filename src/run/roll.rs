//! `roll`: the papers of a new year from those of an old one, and the sheet to review them by.
//!
//! In go the files of a year; out come those of the next and the sheet, all or none: half a year's
//! papers would look like a whole one.

use std::io;
use std::path::{Path, PathBuf};

use super::review::{Made, sentences, worded};
use super::sheet::{self, Refused};
use super::verdict::{Verdict, With};
use super::wanted::wanted;
use crate::batch;
use crate::calendar::{Commemoration, Scope, Year};
use crate::console::Console;
use crate::diag::{Arg, Code, Diagnostic, Sources, has_errors};
use crate::export::{NewFile, Out, write_together};
use crate::folder::DATA;
use crate::job::Roll;
use crate::load::{Candidate, PlaceNames, Workspace};
use crate::merge::{Style, Templates, merge_sheet};
use crate::papers::Repeats;
use crate::roll::{
    EndedRow, Frame, Proposed, QuestionText, Remark, ReviewSheet, Rewritten, Terms, What,
};
use crate::wording::{Language, Wording};

/// Makes the papers of the new year. Nothing is written unless everything can be.
pub(super) fn roll(
    task: &Roll,
    with: With<'_>,
    workspace: &Workspace<'_>,
    out: &Out,
    jobs: usize,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    console.report(&workspace.problems, &workspace.sources)?;
    let refuse = |console: &mut Console<'_>| {
        console.note("roll-nothing-written", &[])?;
        Ok(Verdict::Faulty)
    };
    let candidates = match wanted(task, workspace) {
        Ok(candidates) => candidates,
        Err(problems) => {
            console.report(&problems, &Sources::default())?;
            return refuse(console);
        }
    };
    let sound =
        !has_errors(&workspace.problems) && read(&candidates, workspace, jobs, console)?;
    if !sound {
        return refuse(console);
    }
    // What goes into the new files, and onto the sheet, is Vietnamese whoever runs the program.
    let wording = Wording::new(Language::Vietnamese);
    let (rolled, problems) = rewrite(&candidates, task, workspace);
    for (diagnostic, sources) in &problems {
        console.report(std::slice::from_ref(diagnostic), sources)?;
    }
    let taken = taken(&rolled.rewritten, workspace);
    console.report(&taken, &Sources::default())?;
    if !problems.is_empty() || !taken.is_empty() {
        return refuse(console);
    }
    tell_ended(&rolled.ended, console)?;
    if rolled.rewritten.is_empty() {
        console.note("roll-nothing-made", &[])?;
        return Ok(Verdict::Faulty);
    }
    let made = rolled.made(workspace);
    let place = sheet_of(made.files, task);
    let shown = task.out.join(&place);
    let written = files(made.files, task, &wording)
        .map_err(|problem| (vec![problem], Sources::default()))
        .and_then(|files| {
            let review = review(made, &rolled.ended, task, &wording);
            write((place, pdf(&review, with, workspace)?), files, task, workspace, out)
        });
    if let Err((problems, sources)) = written {
        console.report(&problems, &sources)?;
        return refuse(console);
    }
    tell(made, task, &shown, console)?;
    Ok(Verdict::Sound)
}

/// Where the sheet goes in the folder of results. That of some papers leaves the one of the whole year as it is.
fn sheet_of(rewritten: &[Rewritten], task: &Roll) -> PathBuf {
    let folder = PathBuf::from(task.to.to_string());
    match rewritten.first() {
        Some(new) if !task.papers.is_empty() => folder
            .join("roll")
            .join(format!("{}.pdf", new.id.below().replace('/', "-"))),
        _ => folder.join("roll.pdf"),
    }
}

/// Reads the old papers; tells what is wrong with them, and whether all are sound.
fn read(
    candidates: &[Candidate],
    workspace: &Workspace<'_>,
    jobs: usize,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    let (mut sound, mut closed) = (true, Ok(()));
    batch::read(candidates, workspace, None, jobs, |_, reading| {
        if has_errors(&reading.entry.problems) {
            sound = false;
            if closed.is_ok() {
                closed = console.report(&reading.entry.problems, &reading.sources);
            }
        }
    });
    closed.map(|()| sound)
}

/// What could not be rewritten, with the texts that it points into.
type Refusals = Vec<(Diagnostic, Sources)>;

/// What became of the old papers.
struct Rolled<'w> {
    /// Those of the new year.
    rewritten: Vec<Rewritten>,
    /// What the places of each are called by.
    names: Vec<PlaceNames<'w>>,
    /// Those that nobody is there to issue any more.
    ended: Vec<EndedRow>,
}

impl Rolled<'_> {
    /// What was made, for telling of it.
    fn made<'r>(&'r self, workspace: &'r Workspace<'r>) -> Made<'r> {
        Made {
            files: &self.rewritten,
            names: &self.names,
            workspace,
        }
    }
}

fn rewrite<'w>(
    candidates: &[Candidate],
    task: &Roll,
    workspace: &'w Workspace<'_>,
) -> (Rolled<'w>, Refusals) {
    let terms = terms(task, workspace);
    let mut rolled = Rolled {
        rewritten: Vec::new(),
        names: Vec::new(),
        ended: Vec::new(),
    };
    let mut refused = Vec::new();
    for candidate in candidates {
        let fetched = workspace.fetch(candidate);
        if let Some(ended) = workspace.ended(&fetched, terms.frame) {
            rolled.ended.push(ended);
            continue;
        }
        match workspace.rewrite(&fetched, &terms) {
            Ok(Some(new)) => {
                rolled.names.push(workspace.names_of(&fetched, &new));
                rolled.rewritten.push(new);
            }
            // Of a whole year some are not rolled.
            Ok(None) => {}
            Err(problem) => refused.push((*problem, fetched.sources)),
        }
    }
    (rolled, refused)
}

fn terms(task: &Roll, workspace: &Workspace<'_>) -> Terms {
    let plan = workspace.plan(task.from);
    let once = plan.into_iter().flat_map(|plan| plan.tasks());
    let once = once.filter(|task| task.repeats == Repeats::Once);
    let wording = Wording::new(Language::Vietnamese);
    let all = workspace.commemorations.all().iter();
    Terms {
        frame: Frame { from: task.from, to: task.to },
        dropped: once.map(|task| task.id.clone()).collect(),
        proposals: proposals(task.to, workspace, &wording),
        names: all
            .flat_map(|found| [Some(&found.name), found.short.as_ref()])
            .flatten()
            .cloned()
            .collect(),
        superior: plan.map(|plan| plan.paper.head.issuer.agency.short_name.clone()),
    }
}

/// What the new year commemorates with a round count. What was not held against a source says so.
fn proposals(year: Year, workspace: &Workspace<'_>, wording: &Wording) -> Vec<Proposed> {
    let proposed = |found: &Commemoration| {
        Some(Proposed {
            id: found.id.0.clone(),
            name: found.name.clone(),
            words: found.in_full(year)?,
            remark: (!found.verified).then(|| wording.say("proposal-unverified", &[])),
            is_near: found.scope != Scope::Sector,
        })
    };
    workspace
        .commemorations
        .proposals(year)
        .into_iter()
        .filter_map(proposed)
        .collect()
}

/// The sheet: what became of the papers, and all round anniversaries of the new year.
fn review(made: Made<'_>, ended: &[EndedRow], task: &Roll, wording: &Wording) -> ReviewSheet {
    let days = proposals(task.to, made.workspace, wording);
    ReviewSheet {
        ended: ended.to_vec(),
        commemorations: days.iter().map(|day| day.remarked(&day.words)).collect(),
        ..worded(made, task, wording)
    }
}

/// The new files that are there already.
fn taken(rewritten: &[Rewritten], workspace: &Workspace<'_>) -> Vec<Diagnostic> {
    let there = rewritten.iter().filter(|new| workspace.folder().has(&new.path));
    there
        .map(|new| {
            Diagnostic::unplaced(Code::WouldOverwrite)
                .with("path", new.path.to_string_lossy().into_owned())
        })
        .collect()
}

/// The new files, by their paths in the folder of the new year.
///
/// # Errors
/// With the old file whose successor would be no valid YAML.
fn files(
    rewritten: &[Rewritten],
    task: &Roll,
    wording: &Wording,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Diagnostic> {
    let folder = Path::new(DATA).join(task.to.to_string());
    let about = wording.say("roll-about-questions", &[]);
    let file = |new: &Rewritten| {
        let came_from = wording.say(
            "roll-came-from",
            &[
                ("path", new.old.to_string_lossy().into_owned().into()),
                ("from", task.from.to_string().into()),
                ("to", task.to.to_string().into()),
            ],
        );
        let questions: Vec<QuestionText> = new
            .findings
            .iter()
            .filter_map(|finding| question(finding, wording))
            .collect();
        let name = new.path.strip_prefix(&folder).unwrap_or(&new.path).to_owned();
        let refused = || {
            Diagnostic::unplaced(Code::NotYamlAfterwards)
                .with("path", new.old.to_string_lossy().into_owned())
        };
        let text = new.file(&came_from, &about, &questions).ok_or_else(refused)?;
        Ok((name, text.into_bytes()))
    };
    rewritten.iter().map(file).collect()
}

fn question(finding: &Remark, wording: &Wording) -> Option<QuestionText> {
    let (ask, proposals) = match &finding.what {
        What::Asked { because, proposals, .. } => {
            (sentences(because.iter().map(|why| why.message()), wording), proposals)
        }
        What::StillAsked { ask, proposals } => (ask.clone(), proposals),
        What::Changed { .. } | What::Dropped { .. } | What::DayOff { .. } => return None,
    };
    Some(QuestionText {
        at: finding.at.path(),
        ask,
        proposals: proposals.clone(),
    })
}

/// The sheet as a PDF.
fn pdf(
    review: &ReviewSheet,
    with: With<'_>,
    workspace: &Workspace<'_>,
) -> Result<Vec<u8>, Refused> {
    let identifier = format!("vanthu/roll/{}/{}", review.from, review.to);
    let merge =
        |style: &Style<'_>, templates: &Templates| merge_sheet(review, style, templates);
    sheet::pdf(("roll", &identifier), merge, with, workspace)
}

/// Writes the new files and the sheet, which goes to a place in the folder of results: all or none, whatever happens
/// meanwhile.
fn write(
    (place, sheet): (PathBuf, Vec<u8>),
    files: Vec<(PathBuf, Vec<u8>)>,
    task: &Roll,
    workspace: &Workspace<'_>,
    out: &Out,
) -> Result<(), Refused> {
    let folder = Path::new(DATA).join(task.to.to_string());
    let new = |(path, bytes)| NewFile {
        path: folder.join::<PathBuf>(path),
        bytes,
        replaces: false,
    };
    let sheet = NewFile {
        path: Path::new("out").join(place),
        bytes: sheet,
        replaces: true,
    };
    let pieces = files.into_iter().map(new).chain([sheet]).collect();
    write_together(workspace.folder(), out, &folder, pieces)
        .map_err(|error| (vec![error.diagnostic()], Sources::default()))
}

/// Names the papers that were not made, and who took over from those who issued them.
fn tell_ended(ended: &[EndedRow], console: &mut Console<'_>) -> io::Result<()> {
    for row in ended {
        let successors = if row.successor.is_empty() {
            console.wording.say("roll-ended-alone", &[])
        } else {
            let args = [("successors", row.successor.as_str().into())];
            console.wording.say("roll-ended-by", &args)
        };
        let args = [
            ("path", row.file.as_str().into()),
            ("agency", row.agency.as_str().into()),
            ("successors", successors.into()),
        ];
        console.note("roll-ended-line", &args)?;
    }
    Ok(())
}

/// Tells in short what was made, what was dropped and what is to be decided.
fn tell(
    made: Made<'_>,
    task: &Roll,
    sheet: &Path,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let count = |new: &Rewritten, fits: fn(&What) -> bool| {
        new.findings.iter().filter(|finding| fits(&finding.what)).count()
    };
    let changed: fn(&What) -> bool = |what| matches!(what, What::Changed { .. });
    let asked: fn(&What) -> bool =
        |what| matches!(what, What::Asked { .. } | What::StillAsked { .. });
    let dropped: fn(&What) -> bool = |what| matches!(what, What::Dropped { .. });
    for new in made.files {
        let args = [
            ("path", Arg::from(new.path.to_string_lossy().into_owned())),
            ("changes", count(new, changed).into()),
            ("questions", count(new, asked).into()),
        ];
        console.result("roll-made", &args)?;
    }
    let worded = worded(made, task, console.wording);
    for row in &worded.dropped {
        let (files, place) = (row.at.files.as_str(), row.at.place.as_str());
        let args = [
            ("files", files.into()),
            ("place", place.into()),
            ("why", row.why.as_str().into()),
        ];
        console.note("roll-dropped-line", &args)?;
    }
    for row in &worded.days_off {
        let args = [
            ("date", row.date.as_str().into()),
            ("why", row.why.as_str().into()),
            ("place", row.at.place.as_str().into()),
            ("files", row.at.files.as_str().into()),
        ];
        console.note("roll-day-off-line", &args)?;
    }
    for row in &worded.questions {
        let args = [
            ("place", row.at.place.as_str().into()),
            ("files", row.at.files.as_str().into()),
            ("ask", row.ask.as_str().into()),
        ];
        console.note("roll-question-line", &args)?;
    }
    if worded.questions.iter().any(|row| !row.proposals.is_empty()) {
        let near = proposals(task.to, made.workspace, console.wording).into_iter();
        let days = near.filter(|day| day.is_near).map(|day| day.remarked(&day.words));
        let days = days.collect::<Vec<_>>().join("; ");
        console.note("roll-proposals-line", &[("proposals", days.into())])?;
    }
    let sum = |fits| made.files.iter().map(|new| count(new, fits)).sum::<usize>();
    let total = [
        ("files", made.files.len().into()),
        ("to", task.to.to_string().into()),
        ("changes", sum(changed).into()),
        ("dropped", sum(dropped).into()),
        ("questions", sum(asked).into()),
        ("sheet", sheet.to_string_lossy().into_owned().into()),
    ];
    console.note("roll-total", &total)
}
