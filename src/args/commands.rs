//! The commands and options, for clap: what may be typed, and the help on it.
//!
//! In goes the wording of a language; out comes the [`Command`]. All help is worded by `locales/`:
//! clap's own is English only.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use vanthu::calendar::{Span, Year};
use vanthu::export::Format;
use vanthu::form::embedded_kinds;
use vanthu::job::{DiffFormat, Shard};
use vanthu::wording::{Language, Wording};

use super::MOST_JOBS;

/// All commands with their options, helps in the words of a language.
pub(super) fn command(wording: &Wording) -> Command {
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
        .subcommand(import(wording))
        .subcommand(forms(wording))
}

/// The command that makes workbooks for units.
fn forms(wording: &Wording) -> Command {
    let say = |id: &str| wording.say(id, &[]);
    let year = Arg::new("year")
        .value_name(say("value-year"))
        .help(say("help-forms-year"))
        .help_heading(say("heading-arguments"))
        .required(true)
        .value_parser(year);
    let units = Arg::new("units")
        .value_name(say("value-unit"))
        .help(say("help-units"))
        .help_heading(say("heading-arguments"))
        .display_order(LAST)
        .num_args(0..);
    let command = Command::new("forms")
        .about(say("about-forms"))
        .args([year, units])
        .next_help_heading(say("heading-options"));
    let usage = format!("vanthu forms {} [{}]...", say("value-year"), say("value-unit"));
    with_usage(command, &usage, wording)
}

/// The command that takes up a text.
fn import(wording: &Wording) -> Command {
    let say = |id: &str| wording.say(id, &[]);
    let file = Arg::new("file")
        .value_name(say("value-file"))
        .help(say("help-file"))
        .help_heading(say("heading-arguments"))
        .required(true)
        .value_parser(value_parser!(PathBuf));
    let into = option("into", None, &say("help-into"))
        .value_name(say("value-paper"))
        .value_parser(value_parser!(PathBuf));
    let kind = option("kind", None, &say("help-import-kind"))
        .value_name(say("value-kind"))
        .value_parser(PossibleValuesParser::new(["plan"]))
        .hide_possible_values(true);
    let command = Command::new("import")
        .about(say("about-import"))
        .arg(file)
        .next_help_heading(say("heading-options"))
        .args([into, kind, accept_option(wording)]);
    let usage = format!("vanthu import [{}] <{}>", say("value-options"), say("value-file"));
    with_usage(command, &usage, wording)
}

/// A command with its line of usage in the template of all helps, and `--help`.
fn with_usage(command: Command, usage: &str, wording: &Wording) -> Command {
    let heading = wording.say("heading-usage", &[]);
    // A heading of its own: an argument without one goes under clap's "Options".
    let help = option("help", Some('h'), &wording.say("help-help", &[]))
        .help_heading(wording.say("heading-options", &[]));
    command
        .help_template(format!("{{about}}\n\n{heading} {usage}\n\n{{all-args}}{{after-help}}"))
        .disable_help_flag(true)
        .arg(help.action(ArgAction::Help))
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

/// Behind the arguments before it, which have no order of their own: those go by their names in a help.
const LAST: usize = 1000;

/// The commands on one year or two.
fn on_years(wording: &Wording) -> [Command; 3] {
    let say = |id: &str| wording.say(id, &[]);
    let options = say("value-options");
    let (from, to) = (say("value-from"), say("value-to"));
    let (year, period) = (say("value-year"), say("value-period"));
    let paper = say("value-paper");
    let papers = Arg::new("papers")
        .value_name(say("value-paper"))
        .help(say("help-papers"))
        .help_heading(say("heading-arguments"))
        .display_order(LAST)
        .num_args(0..)
        .value_parser(value_parser!(PathBuf));
    let roll = Command::new("roll")
        .about(say("about-roll"))
        .args(years(wording))
        .arg(papers)
        .next_help_heading(say("heading-options"));
    let diff = Command::new("diff")
        .about(say("about-diff"))
        .args(sides(wording))
        .next_help_heading(say("heading-options"))
        .args([diff_format_option(wording), accept_option(wording)]);
    let report = Command::new("report")
        .about(say("about-report"))
        .args(report_arguments(wording))
        .next_help_heading(say("heading-options"))
        .arg(draft_option(wording));
    [
        with_usage(roll, &format!("vanthu roll {from} {to} [{paper}]..."), wording),
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

/// The two years of `roll`.
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

/// The two sides of `diff`: two years, or a paper and a text that came in.
fn sides(wording: &Wording) -> [Arg; 2] {
    let sides = [("from", "help-diff-from"), ("to", "help-diff-to")];
    sides.map(|(name, help)| {
        Arg::new(name)
            .value_name(wording.say(&format!("value-{name}"), &[]))
            .help(wording.say(help, &[]))
            .help_heading(wording.say("heading-arguments", &[]))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    })
}

/// The year and the period of `report`.
fn report_arguments(wording: &Wording) -> [Arg; 2] {
    let keys = Span::ALL.map(Span::key);
    let name = |key: &str| wording.say(&format!("period-{key}"), &[]);
    let periods = keys.map(|key| format!("{key} ({})", name(key))).to_vec();
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
            .display_order(LAST)
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
    let kinds: Vec<String> = embedded_kinds().map(str::to_owned).collect();
    option("kind", None, &wording.say("help-kind", &[("kinds", kinds.into())]))
        .value_name(wording.say("value-kind", &[]))
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

fn accept_option(wording: &Wording) -> Arg {
    option("accept", None, &wording.say("help-accept", &[])).action(ArgAction::SetTrue)
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
