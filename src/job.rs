//! What is to be done, resolved: the one value that goes from the command line into the library.
//!
//! `args` makes it of the words typed; `run` carries it out. Paths, years and defaults are settled
//! here, so that nothing behind it reads an argument or the environment, and a test can ask for
//! anything by a value.

use std::path::{Path, PathBuf};

use crate::calendar::{Period, Year};
use crate::export::Format;
use crate::folder::{DATA, is_yaml, shown};
use crate::form::Kind;
use crate::load::Choice;
use crate::manuscript::is_text;
use crate::papers::DocumentId;

pub use crate::load::DRAFTS;

/// A job on a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The workspace.
    pub root: PathBuf,
    /// The documents that it is about; all when empty.
    pub choices: Vec<Choice>,
    /// Only documents of this kind.
    pub kind: Option<Kind>,
    /// How many documents are worked on at once.
    pub jobs: usize,
    /// What to do with them.
    pub task: Action,
}

impl Job {
    /// Whether templates are run, which may be the office's own.
    pub fn uses_templates(&self) -> bool {
        match &self.task {
            Action::Build(_)
            | Action::Report(_)
            | Action::Check(_)
            | Action::List(_)
            | Action::Roll(_)
            | Action::Import(_)
            | Action::Compare(_) => true,
            Action::Diff(diff) => diff.format == DiffFormat::Pdf,
            Action::Forms(_) => false,
        }
    }
}

impl Action {
    /// How documents are made, where it makes any.
    pub fn build(&self) -> Option<&Build> {
        match self {
            Self::Build(build) | Self::Report(Report { build, .. }) => Some(build),
            Self::Check(_)
            | Self::List(_)
            | Self::Roll(_)
            | Self::Diff(_)
            | Self::Import(_)
            | Self::Compare(_)
            | Self::Forms(_) => None,
        }
    }

    /// Whether it tells what units recorded, or what is missing for that.
    pub fn tells_of_results(&self) -> bool {
        match self {
            Self::Build(_)
            | Self::Report(_)
            | Self::Check(_)
            | Self::List(_)
            | Self::Forms(_) => true,
            Self::Roll(_) | Self::Diff(_) | Self::Import(_) | Self::Compare(_) => false,
        }
    }

    /// Whether papers may have gaps: drafts have, and what is made anew from a paper.
    pub fn allows_gaps(&self) -> bool {
        match self {
            Self::Build(build) | Self::Report(Report { build, .. }) => build.draft,
            // A Word file can be of a draft.
            Self::Roll(_) | Self::Import(_) | Self::Compare(_) => true,
            Self::Check(_) | Self::List(_) | Self::Diff(_) | Self::Forms(_) => false,
        }
    }
}

impl Build {
    /// The same as drafts.
    #[must_use]
    pub fn as_draft(&self) -> Self {
        if self.draft {
            return self.clone();
        }
        Self {
            draft: true,
            out: self.out.join(DRAFTS),
            ..self.clone()
        }
    }
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Make them.
    Build(Build),
    /// Make a report, whose file is started where there is none.
    Report(Report),
    /// Check the data.
    Check(CheckFormat),
    /// List them, and tell which of them this would make.
    List(Build),
    /// Make those of a new year from those of an old one.
    Roll(Roll),
    /// Tell what changed between two years' plans.
    Diff(Diff),
    /// Take up a text that came in.
    Import(Import),
    /// Tell what differs between a paper and a text that came in.
    Compare(Compare),
    /// Make workbooks for the units' results.
    Forms(ResultsForms),
}

/// The workbooks in which units write down their results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultsForms {
    /// The year of the results.
    pub year: Year,
    /// The ids of the units; all when empty.
    pub units: Vec<String>,
    /// The folder of results, where the workbooks go.
    pub out: PathBuf,
}

/// A text that came in, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The text.
    pub text: Incoming,
    /// What becomes of it.
    pub into: Into,
}

/// What becomes of a text that came in. Files are relative to the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Into {
    /// Its changes are written into a paper that is there.
    Paper(PathBuf),
    /// A new file is made of an old paper.
    NewFile(PathBuf),
    /// What the file of an old paper would be is shown.
    Shown,
}

impl Incoming {
    /// Whether a file is a text that can come in, by its name.
    pub fn is_one(file: &Path) -> bool {
        is_text(file)
    }
}

/// A paper, relative to the workspace, and a text that came in, to be held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// The text.
    pub text: Incoming,
    /// The paper.
    pub paper: PathBuf,
    /// How to tell it.
    pub format: CheckFormat,
}

/// A file that came in: a Word file, a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The file, wherever it lies.
    pub file: PathBuf,
    /// Whether changes count that nobody has accepted or rejected yet.
    pub accepts: bool,
}

/// How to make documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Build {
    /// The folder of results.
    pub out: PathBuf,
    /// As drafts.
    pub draft: bool,
    /// The format.
    pub format: Format,
    /// Also those that are up to date.
    pub force: bool,
    /// Only a part of them.
    pub shard: Option<Shard>,
    /// What tells one build of the program from another.
    pub program: String,
}

/// Which report to make, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it reports on.
    pub period: Period,
    /// How it is made; as a draft in any case when its file is only started.
    pub build: Build,
}

/// From which year to which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// The old year.
    pub from: Year,
    /// The new year.
    pub to: Year,
    /// The papers or folders of the old year that are wanted, by their places below its folder
    /// (`units/xa-tan-lien`); all when empty.
    pub papers: Vec<String>,
    /// The folder of results, for the review sheet.
    pub out: PathBuf,
}

impl Roll {
    /// The place of a paper below the folder of a year, however it is typed: with or without `data/`, the year
    /// and the ending.
    pub fn place_below(from: Year, typed: &Path) -> String {
        let typed = typed.strip_prefix(".").unwrap_or(typed);
        let below = typed.strip_prefix(DATA).unwrap_or(typed);
        let below = below.strip_prefix(from.to_string()).unwrap_or(below);
        if is_yaml(below) { shown(&below.with_extension("")) } else { shown(below) }
    }

    /// Whether a paper at a place below the folder of the year is wanted.
    pub fn wants(&self, below: &str) -> bool {
        self.papers.is_empty() || self.papers.iter().any(|wanted| is_at(below, wanted))
    }
}

/// Whether a paper stands at a place, or below it.
pub(crate) fn is_at(below: &str, place: &str) -> bool {
    below
        .strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Which plans to hold against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The old year.
    pub from: Year,
    /// The new year.
    pub to: Year,
    /// How to tell it.
    pub format: DiffFormat,
    /// The folder of results, for the sheet.
    pub out: PathBuf,
}

/// The form of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffFormat {
    /// For people, in the terminal.
    Text,
    /// For programs.
    Json,
    /// For people, on paper.
    Pdf,
}

impl DiffFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Text, Self::Json, Self::Pdf];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }
}

/// One of several parts into which documents are split, the same way on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which part, from 1.
    number: u64,
    /// How many there are.
    count: u64,
}

impl Shard {
    /// Reads `2/5`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, count) = text.split_once('/')?;
        let (number, count) = (number.parse().ok()?, count.parse().ok()?);
        (1..=count).contains(&number).then_some(Self { number, count })
    }

    /// Whether a document belongs to this part. It depends on the document's id alone (FNV-1a,
    /// 64 bits), so that other documents come and go without moving it.
    pub fn holds(self, id: &DocumentId) -> bool {
        let hash = id.0.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        // The low bits of FNV are its weakest.
        (hash ^ (hash >> 32)) % self.count == self.number - 1
    }
}

/// The form of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_to_roll_is_named_in_many_ways() {
        let year = |number| Year::new(number).expect("a year");
        let roll = |papers: &[&str]| {
            let papers = papers.iter().map(|paper| (*paper).to_owned()).collect();
            Roll {
                from: year(2024),
                to: year(2025),
                papers,
                out: PathBuf::from("out"),
            }
        };
        for typed in [
            "units/xa-tan-lien",
            "units/xa-tan-lien.yaml",
            "./units/xa-tan-lien.YML",
            "2024/units/xa-tan-lien",
            "data/2024/units/xa-tan-lien.yaml",
        ] {
            assert_eq!(Roll::place_below(year(2024), Path::new(typed)), "units/xa-tan-lien");
        }
        assert_eq!(
            Roll::place_below(year(2024), Path::new("data/2023/plan.yaml")),
            "2023/plan"
        );
        assert!(roll(&[]).wants("plan") && roll(&["units"]).wants("units/xa-tan-lien"));
        assert!(
            !roll(&["units/xa"]).wants("units/xa-tan-lien") && !roll(&["units"]).wants("plan")
        );
    }

    #[test]
    fn shards_share_the_work_fairly_and_leave_nothing_out() {
        let ids: Vec<DocumentId> = (0..2000)
            .map(|at| DocumentId(format!("2024/units/xa-{at}")))
            .collect();
        for count in [1, 2, 3, 8, 16] {
            let shards =
                (1..=count).map(|k| Shard::parse(&format!("{k}/{count}")).expect("a shard"));
            let sizes: Vec<usize> = shards
                .map(|shard| ids.iter().filter(|id| shard.holds(id)).count())
                .collect();
            assert_eq!(sizes.iter().sum::<usize>(), ids.len(), "each in exactly one");
            let fair = ids.len() as f64 / f64::from(count);
            assert!(
                sizes.iter().all(|&size| (size as f64 - fair).abs() < 0.25 * fair),
                "{sizes:?}"
            );
        }
        for wrong in ["0/3", "4/3", "1", "a/b", "1/0", "/", "-1/2"] {
            assert_eq!(Shard::parse(wrong), None, "{wrong}");
        }
    }
}
