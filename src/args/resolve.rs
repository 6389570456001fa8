//! From the words that clap has understood to a [`Job`].
//!
//! Here the workspace is looked for, paths are taken from where they are typed, and defaults are
//! filled in. It is the last place that knows the working directory.

use std::num::NonZeroUsize;
use std::path::{Component, Path, PathBuf};

use clap::ArgMatches;

use vanthu::calendar::{Period, Span, Year};
use vanthu::diag::nearest;
use vanthu::export::Format;
use vanthu::folder::{DATA, Folder, is_yaml, plain};
use vanthu::form::Kind;
use vanthu::form::kinds_of;
use vanthu::job::{
    Action, Build, CheckFormat, Compare, DRAFTS, Diff, DiffFormat, Import, Incoming, Into,
    Job, Report, ResultsForms, Roll,
};
use vanthu::load::Choice;

use super::mistakes::Mistake;
use super::this_program;

/// The job that the words typed ask for. Paths are looked for here, where they are typed.
///
/// # Errors
/// With what only shows now: no workspace, a path outside it, twice the same year.
pub(super) fn job(matches: &ArgMatches) -> Result<Job, Mistake> {
    let (name, own) = matches.subcommand().unwrap_or(("", matches));
    let root = workspace(matches.get_one::<PathBuf>("workspace"))?;
    let choices = own
        .try_get_many::<PathBuf>("choices")
        .ok()
        .flatten()
        .into_iter()
        .flatten()
        .map(|word| choice(word, &root))
        .collect::<Result<_, _>>()?;
    let text = |key: &str| own.try_get_one::<String>(key).ok().flatten().map(String::as_str);
    let kind = text("kind").map(|kind| known_kind(kind, &root)).transpose()?;
    let task = match name {
        "check" if text("format") == Some("json") => Action::Check(CheckFormat::Json),
        "check" => Action::Check(CheckFormat::Text),
        "list" => Action::List(build(own, &root)),
        "roll" => {
            let (from, to) = two_years(own)?;
            let typed = own.get_many::<PathBuf>("papers").into_iter().flatten();
            let papers = typed
                .map(|word| path(word, &root).map(|path| Roll::place_below(from, &path)))
                .collect::<Result<_, _>>()?;
            Action::Roll(Roll { from, to, papers, out: results(&root) })
        }
        "diff" => diff(own, &root)?,
        "forms" => {
            let units = own.get_many::<String>("units").into_iter().flatten().cloned();
            let units = units.collect();
            let year = year(own)?;
            Action::Forms(ResultsForms { year, units, out: results(&root) })
        }
        "import" => import(own, &root)?,
        _ => {
            let build = build(own, &root);
            match period(own) {
                Some(period) => Action::Report(Report { period, build }),
                None => Action::Build(build),
            }
        }
    };
    let choices = match &task {
        Action::Import(Import { into: Into::Paper(paper), .. })
        | Action::Compare(Compare { paper, .. }) => vec![Choice::Path(paper.clone())],
        _ => choices,
    };
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = own.try_get_one::<NonZeroUsize>("jobs").ok().flatten();
    let jobs = jobs.map_or_else(cores, |jobs| jobs.get());
    Ok(Job { root, choices, kind, jobs, task })
}

/// A kind of which the workspace, or the program, has a form.
fn known_kind(kind: &str, root: &Path) -> Result<Kind, Mistake> {
    let known = kinds_of(&Folder::new(root));
    if known.contains(kind) {
        return Ok(Kind::of(kind));
    }
    let suggestion = nearest(kind, known.iter().map(String::as_str)).map(str::to_owned);
    let known: Vec<String> = known.into_iter().collect();
    Err(Mistake {
        id: "usage-unknown-value",
        args: vec![
            ("argument", "--kind".into()),
            ("value", kind.into()),
            ("known", known.into()),
        ],
        suggestion,
    })
}

/// The period of `report`; no other command has one.
fn period(matches: &ArgMatches) -> Option<Period> {
    let span = matches.try_get_one::<String>("period").ok().flatten()?;
    Some(Period::new(*matches.get_one("year")?, Span::from_key(span)?))
}

/// What `diff` holds against each other: two years, or a paper and a file that came in.
fn diff(matches: &ArgMatches, root: &Path) -> Result<Action, Mistake> {
    let side = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (from, to) = (side("from"), side("to"));
    let year = |side: &Path| side.to_str().and_then(Year::parse);
    let format = matches.get_one::<String>("format").map(String::as_str);
    if Incoming::is_one(&to) {
        let format = match format {
            Some("json") => CheckFormat::Json,
            Some("pdf") => {
                return Err(Mistake {
                    id: "usage-unknown-value",
                    args: vec![
                        ("argument", "--format".into()),
                        ("value", "pdf".into()),
                        ("known", vec!["text".to_owned(), "json".to_owned()].into()),
                    ],
                    suggestion: None,
                });
            }
            _ => CheckFormat::Text,
        };
        let paper = path(&from, root)?;
        return Ok(Action::Compare(Compare { text: incoming(to, matches), paper, format }));
    }
    for (side, argument) in [(&from, "value-from"), (&to, "value-to")] {
        if year(side).is_none() {
            return Err(Mistake {
                id: "usage-no-side",
                args: vec![
                    ("argument", argument.into()),
                    ("value", side.to_string_lossy().into_owned().into()),
                    ("first", Year::RANGE.start().to_string().into()),
                    ("last", Year::RANGE.end().to_string().into()),
                ],
                suggestion: None,
            });
        }
    }
    let (from, to) = differing(year(&from), year(&to))?;
    let named = |known: &DiffFormat| format == Some(known.name());
    let format = DiffFormat::ALL.into_iter().find(named).unwrap_or(DiffFormat::Text);
    Ok(Action::Diff(Diff { from, to, format, out: results(root) }))
}

/// A text that comes in: into a paper that is there, a new file, or shown.
fn import(matches: &ArgMatches, root: &Path) -> Result<Action, Mistake> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let into = matches
        .get_one::<PathBuf>("into")
        .map(|into| path(into, root))
        .transpose()?;
    let into = match into {
        None => Into::Shown,
        Some(path) if Folder::new(root).has(&path) || !is_new(&path) => Into::Paper(path),
        Some(path) => Into::NewFile(path),
    };
    Ok(Action::Import(Import { text: incoming(file, matches), into }))
}

/// Whether a path that leads to nothing can be that of a new file of data.
fn is_new(path: &Path) -> bool {
    path.starts_with(DATA) && is_yaml(path)
}

/// A file that came in, as it is typed.
fn incoming(file: PathBuf, matches: &ArgMatches) -> Incoming {
    let accepts = matches.get_one::<bool>("accept") == Some(&true);
    Incoming { file, accepts }
}

/// The year of `forms`.
fn year(matches: &ArgMatches) -> Result<Year, Mistake> {
    matches.get_one::<Year>("year").copied().ok_or_else(|| Mistake {
        id: "usage-missing-arguments",
        args: vec![("arguments", "year".into())],
        suggestion: None,
    })
}

/// The two years of `roll`.
fn two_years(matches: &ArgMatches) -> Result<(Year, Year), Mistake> {
    let year = |name: &str| matches.get_one::<Year>(name).copied();
    differing(year("from"), year("to"))
}

/// Two years, which differ.
fn differing(from: Option<Year>, to: Option<Year>) -> Result<(Year, Year), Mistake> {
    match (from, to) {
        (Some(from), Some(to)) if from != to => Ok((from, to)),
        _ => Err(Mistake {
            id: "usage-same-year",
            args: Vec::new(),
            suggestion: None,
        }),
    }
}

/// The folder of results; "out" reads better than "./out".
fn results(root: &Path) -> PathBuf {
    root.strip_prefix(".").unwrap_or(root).join("out")
}

fn build(matches: &ArgMatches, root: &Path) -> Build {
    // `report` builds too, `list` tells of a build; neither has any of these.
    let flag = |name: &str| matches.try_get_one::<bool>(name).ok().flatten() == Some(&true);
    let format = matches.try_get_one::<String>("format").ok().flatten();
    let format = Format::ALL
        .into_iter()
        .find(|known| format.is_some_and(|wanted| wanted == known.extension()))
        .unwrap_or(Format::Pdf);
    let default = results(root);
    let default = if flag("draft") { default.join(DRAFTS) } else { default };
    Build {
        out: matches.try_get_one("out").ok().flatten().cloned().unwrap_or(default),
        draft: flag("draft"),
        force: flag("force"),
        shard: matches.try_get_one("shard").ok().flatten().copied(),
        program: program(),
        format,
    }
}

/// What tells this build of the program from another: the version, and size and time of the
/// file, since a developer's build keeps its version.
fn program() -> String {
    let file = this_program().and_then(|path| path.metadata().ok());
    let stamp = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}

/// The workspace that was named, or the nearest folder from here upwards that has `data/`.
fn workspace(named: Option<&PathBuf>) -> Result<PathBuf, Mistake> {
    let start = named.cloned().unwrap_or_else(|| PathBuf::from("."));
    let none = || Mistake {
        id: "usage-no-workspace",
        args: vec![("path", start.to_string_lossy().into_owned().into())],
        suggestion: None,
    };
    if start.join(DATA).is_dir() {
        return Ok(start);
    }
    if named.is_some() {
        return Err(none());
    }
    let here = std::env::current_dir().map_err(|_| none())?;
    let found = here.ancestors().find(|folder| folder.join(DATA).is_dir());
    found.map(Path::to_owned).ok_or_else(none)
}

/// A year, or a path relative to the workspace.
fn choice(word: &Path, root: &Path) -> Result<Choice, Mistake> {
    match word.to_str().and_then(Year::parse) {
        Some(year) => Ok(Choice::Year(year)),
        None => path(word, root).map(Choice::Path),
    }
}

/// A path relative to the workspace. It is looked for from here, as any program would; what does not lie in the
/// workspace then is looked for in the workspace, by path or as `list` names it.
fn path(word: &Path, root: &Path) -> Result<PathBuf, Mistake> {
    let here = std::env::current_dir().unwrap_or_default();
    let roots: Vec<PathBuf> = [root.canonicalize().ok(), std::path::absolute(root).ok()]
        .into_iter()
        .flatten()
        .collect();
    let inside = |full: &Path| {
        let mut below = roots.iter().filter_map(|root| full.strip_prefix(root).ok());
        below.next().map(Path::to_owned)
    };
    let real = |base: &Path| base.join(word).canonicalize().ok();
    let mut found = [here.as_path(), root].into_iter().filter_map(real);
    if let Some(path) = found.find_map(|full| inside(&full)) {
        return Ok(path);
    }
    // What is not there is reported by `load`, with what was probably meant.
    let leads_up = word.components().any(|part| part == Component::ParentDir);
    if !word.is_absolute() && !leads_up {
        return Ok(plain(Path::new(""), word));
    }
    inside(&plain(Path::new(""), &here.join(word))).ok_or_else(|| {
        let root = roots.first().map_or(root, PathBuf::as_path);
        Mistake {
            id: "usage-outside",
            args: vec![
                ("path", word.to_string_lossy().into_owned().into()),
                ("root", root.to_string_lossy().into_owned().into()),
            ],
            suggestion: None,
        }
    })
}
