//! The command line: what was typed, resolved once into a [`Job`].
//!
//! The only place that reads arguments, environment and terminal. clap parses; its own English
//! is not shown: help and mistakes are worded by `locales/` like everything else.

mod mistakes;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use vanthu::calendar::{Period, Span, Year};
use vanthu::export::Format;
use vanthu::folder::DATA;
use vanthu::folder::Folder;
use vanthu::guard::SECOND;
use vanthu::job::{Action, Build, CheckFormat, DRAFTS, Diff, DiffFormat, Job, Roll, Shard};
use vanthu::load::{Choice, report_path};
use vanthu::papers::Kind;
use vanthu::wording::{Language, Wording};

use mistakes::{Mistake, sentence, usage};

/// The most workers that can be asked for.
const MOST_JOBS: usize = 256;

/// What the words typed ask for.
pub(crate) enum Parsed {
    /// A job to carry out.
    Job(Job),
    /// Help or version to print.
    Print(String),
    /// A mistake in the words, already put into a sentence.
    Usage(String),
}

/// The language to speak: that of `--lang`, else the system's.
pub(crate) fn language(words: &[OsString]) -> Language {
    let mut given = None;
    let mut words = words.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--lang" {
            given = words.next();
        } else if let Some(code) = word.strip_prefix("--lang=") {
            given = Some(code.to_owned().into());
        }
    }
    given
        .and_then(|code| Language::from_code(&code))
        .or_else(|| sys_locale::get_locale().map(|locale| Language::of_locale(&locale)))
        .unwrap_or(Language::English)
}

/// Whether to colour what goes to stderr.
pub(crate) fn styled() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Whether a progress bar can be drawn.
pub(crate) fn bar() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether another process of this program has started this one.
pub(crate) fn is_second_process() -> bool {
    std::env::var_os(SECOND).is_some()
}

/// The file of this program.
pub(crate) fn this_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Reads the words typed.
pub(crate) fn parse(words: Vec<OsString>, wording: &Wording) -> Parsed {
    let matches = match command(wording).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => {
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    Parsed::Print(error.render().to_string())
                }
                _ => Parsed::Usage(usage(&error, wording)),
            };
        }
    };
    match job(&matches) {
        Ok(job) => Parsed::Job(job),
        Err(Mistake { id, args }) => Parsed::Usage(sentence(wording, id, &args, None)),
    }
}

// ------------------------------------------------------------------------------- the commands

fn command(wording: &Wording) -> Command {
    let say = |id: &str| wording.say(id, &[]);
    let usage = format!("vanthu [{}] <{}>", say("value-options"), say("value-command"));
    let command = Command::new("vanthu").next_help_heading(say("heading-options"));
    with_usage(command, &usage, wording)
        .about(say("about"))
        .after_help(say("help-after"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_help_heading(say("heading-commands"))
        .arg(option("version", Some('V'), &say("help-version")).action(ArgAction::Version))
        .args(global_options(wording))
        .subcommands([
            on_documents("build", build_options(wording), wording),
            on_documents(
                "check",
                vec![kind_option(wording), check_format_option(wording)],
                wording,
            ),
            on_documents("list", vec![kind_option(wording)], wording),
        ])
        .subcommands(on_years(wording))
}

/// A command with its line of usage in the template of all helps, and `--help`.
fn with_usage(command: Command, usage: &str, wording: &Wording) -> Command {
    let heading = wording.say("heading-usage", &[]);
    command
        .help_template(format!("{{about}}\n\n{heading} {usage}\n\n{{all-args}}{{after-help}}"))
        .disable_help_flag(true)
        .arg(option("help", Some('h'), &wording.say("help-help", &[])).action(ArgAction::Help))
}

/// A command on chosen documents.
fn on_documents(name: &'static str, own: Vec<Arg>, wording: &Wording) -> Command {
    let say = |id: &str| wording.say(id, &[]);
    let usage =
        format!("vanthu {name} [{}] [{}]...", say("value-options"), say("value-choice"));
    let choices = Arg::new("choices")
        .value_name(say("value-choice"))
        .help(say("help-choices"))
        .help_heading(say("heading-arguments"))
        .num_args(0..)
        .value_parser(value_parser!(PathBuf));
    let command = Command::new(name)
        .about(say(&format!("about-{name}")))
        .arg(choices)
        .next_help_heading(say("heading-options"))
        .args(own);
    with_usage(command, &usage, wording)
}

/// The commands on one year or two.
fn on_years(wording: &Wording) -> [Command; 3] {
    let say = |id: &str| wording.say(id, &[]);
    let options = say("value-options");
    let (from, to) = (say("value-from"), say("value-to"));
    let (year, period) = (say("value-year"), say("value-period"));
    let roll = Command::new("roll").about(say("about-roll")).args(years(wording));
    let diff = Command::new("diff")
        .about(say("about-diff"))
        .args(years(wording))
        .next_help_heading(say("heading-options"))
        .arg(diff_format_option(wording));
    let report = Command::new("report")
        .about(say("about-report"))
        .args(report_arguments(wording))
        .next_help_heading(say("heading-options"))
        .arg(draft_option(wording));
    [
        with_usage(roll, &format!("vanthu roll {from} {to}"), wording),
        with_usage(diff, &format!("vanthu diff [{options}] {from} {to}"), wording),
        with_usage(report, &format!("vanthu report [{options}] {year} {period}"), wording),
    ]
}

fn option(name: &'static str, short: Option<char>, help: &str) -> Arg {
    Arg::new(name).long(name).short(short).help(help.to_owned())
}

fn global_options(wording: &Wording) -> [Arg; 2] {
    let say = |id: &str| wording.say(id, &[]);
    [
        Arg::new("workspace")
            .short('C')
            .value_name(say("value-dir"))
            .help(say("help-workspace"))
            .help_heading(say("heading-options"))
            .value_parser(value_parser!(PathBuf))
            .global(true),
        option("lang", None, &say("help-lang"))
            .value_name(say("value-lang"))
            .help_heading(say("heading-options"))
            .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code)))
            .hide_possible_values(true)
            .global(true),
    ]
}

/// The two years of `roll` and of `diff`.
fn years(wording: &Wording) -> [Arg; 2] {
    ["from", "to"].map(|name| {
        Arg::new(name)
            .value_name(wording.say(&format!("value-{name}"), &[]))
            .help(wording.say(&format!("help-{name}"), &[]))
            .help_heading(wording.say("heading-arguments", &[]))
            .required(true)
            .value_parser(year)
    })
}

/// The year and the period of `report`.
fn report_arguments(wording: &Wording) -> [Arg; 2] {
    let keys = Span::ALL.map(Span::key);
    let periods = keys.map(str::to_owned).to_vec();
    let argument = |name: &'static str, value: &str, help: String| {
        Arg::new(name)
            .value_name(wording.say(value, &[]))
            .help(help)
            .help_heading(wording.say("heading-arguments", &[]))
            .required(true)
    };
    let help = wording.say("help-report-period", &[("periods", periods.into())]);
    [
        argument("year", "value-year", wording.say("help-report-year", &[]))
            .value_parser(year),
        argument("period", "value-period", help)
            .value_parser(PossibleValuesParser::new(keys))
            .hide_possible_values(true),
    ]
}

// What these say of a wrong word is the id of the message that names the right ones.

/// `2024`, for clap.
fn year(word: &str) -> Result<Year, String> {
    Year::parse(word).ok_or_else(|| "right-year".to_owned())
}

fn kind_option(wording: &Wording) -> Arg {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| kind.key().to_owned()).collect();
    option("kind", None, &wording.say("help-kind", &[("kinds", kinds.into())]))
        .value_name(wording.say("value-kind", &[]))
        .value_parser(PossibleValuesParser::new(Kind::ALL.map(Kind::key)))
        .hide_possible_values(true)
}

fn check_format_option(wording: &Wording) -> Arg {
    option("format", None, &wording.say("help-check-format", &[]))
        .value_name("text|json")
        .value_parser(PossibleValuesParser::new(["text", "json"]))
        .hide_possible_values(true)
}

fn diff_format_option(wording: &Wording) -> Arg {
    option("format", None, &wording.say("help-diff-format", &[]))
        .value_name("text|json|pdf")
        .value_parser(PossibleValuesParser::new(DiffFormat::ALL.map(DiffFormat::name)))
        .hide_possible_values(true)
}

fn draft_option(wording: &Wording) -> Arg {
    option("draft", None, &wording.say("help-draft", &[])).action(ArgAction::SetTrue)
}

fn build_options(wording: &Wording) -> Vec<Arg> {
    let say = |id: &str| wording.say(id, &[]);
    vec![
        kind_option(wording),
        option("out", Some('o'), &say("help-out"))
            .value_name(say("value-dir"))
            .value_parser(value_parser!(PathBuf)),
        draft_option(wording),
        option("format", Some('f'), &say("help-format"))
            .value_name(say("value-format"))
            .value_parser(PossibleValuesParser::new(Format::ALL.map(Format::extension)))
            .hide_possible_values(true),
        option("jobs", Some('j'), &say("help-jobs"))
            .value_name(say("value-jobs"))
            .value_parser(jobs),
        option("force", None, &say("help-force")).action(ArgAction::SetTrue),
        option("shard", None, &say("help-shard"))
            .value_name("K/N")
            .value_parser(shard),
    ]
}

/// `2/5`, for clap.
fn shard(word: &str) -> Result<Shard, String> {
    Shard::parse(word).ok_or_else(|| "right-shard".to_owned())
}

/// `4`, for clap.
fn jobs(word: &str) -> Result<NonZeroUsize, String> {
    let count = word
        .parse()
        .ok()
        .filter(|jobs: &NonZeroUsize| jobs.get() <= MOST_JOBS);
    count.ok_or_else(|| "right-jobs".to_owned())
}

// ------------------------------------------------------------------------- from words to a job

fn job(matches: &ArgMatches) -> Result<Job, Mistake> {
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
    let kind = text("kind").and_then(Kind::from_key);
    let start = text("period").and_then(Span::from_key).and_then(|span| {
        let year = own.get_one::<Year>("year")?;
        Some(Period::new(*year, span))
    });
    let choices = start.map_or(choices, |period| {
        vec![Choice::Path(report_path(&Folder::new(&root), period))]
    });
    let task = match name {
        "check" if text("format") == Some("json") => Action::Check(CheckFormat::Json),
        "check" => Action::Check(CheckFormat::Text),
        "list" => Action::List,
        "roll" => {
            let (from, to) = two_years(own)?;
            Action::Roll(Roll { from, to, out: results(&root) })
        }
        "diff" => {
            let (from, to) = two_years(own)?;
            let named = |format: &DiffFormat| text("format") == Some(format.name());
            let format = DiffFormat::ALL.into_iter().find(named).unwrap_or(DiffFormat::Text);
            Action::Diff(Diff { from, to, format, out: results(&root) })
        }
        _ => Action::Build(build(own, &root, start)),
    };
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = own.try_get_one::<NonZeroUsize>("jobs").ok().flatten();
    let jobs = jobs.map_or_else(cores, |jobs| jobs.get());
    Ok(Job { root, choices, kind, jobs, task })
}

/// The two years of `roll` and `diff`, which differ.
fn two_years(matches: &ArgMatches) -> Result<(Year, Year), Mistake> {
    let year = |name: &str| matches.get_one::<Year>(name).copied();
    match (year("from"), year("to")) {
        (Some(from), Some(to)) if from != to => Ok((from, to)),
        _ => Err(Mistake { id: "usage-same-year", args: Vec::new() }),
    }
}

/// The folder of results; "out" reads better than "./out".
fn results(root: &Path) -> PathBuf {
    root.strip_prefix(".").unwrap_or(root).join("out")
}

fn build(matches: &ArgMatches, root: &Path, start: Option<Period>) -> Build {
    // `report` builds too, and has none of these.
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
        start,
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

/// A year, or a path relative to the workspace. A path is looked for from here, as any program
/// would; what does not lie in the workspace then is looked for in the workspace.
fn choice(word: &Path, root: &Path) -> Result<Choice, Mistake> {
    if let Some(year) = word.to_str().and_then(Year::parse) {
        return Ok(Choice::Year(year));
    }
    let below = |base: &Path| -> Option<PathBuf> {
        let full = base.join(word).canonicalize().ok()?;
        full.strip_prefix(root.canonicalize().ok()?).ok().map(Path::to_owned)
    };
    let here = std::env::current_dir().ok();
    let found = here.and_then(|here| below(&here)).or_else(|| below(root));
    match found {
        Some(path) => Ok(Choice::Path(path)),
        // What does not exist is reported by `load`, with the nearest document that does.
        None if !word.is_absolute() => Ok(Choice::Path(word.components().collect())),
        None => Err(Mistake {
            id: "usage-outside",
            args: vec![
                ("path", word.to_string_lossy().into_owned().into()),
                ("root", root.to_string_lossy().into_owned().into()),
            ],
        }),
    }
}
