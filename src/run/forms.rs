//! `forms`: a workbook for each unit, in which it writes down its results of a year.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use super::verdict::{Verdict, is_sound};
use crate::calendar::{Date, Period, Span, Year};
use crate::console::Console;
use crate::diag::{Code, Diagnostic, Sources, nearest};
use crate::export::Out;
use crate::job::ResultsForms;
use crate::load::Workspace;
use crate::office::AgencyId;
use crate::papers::results::Honoured;
use crate::records::{YearRecords, form_tables};
use crate::results_forms::{FormWords, LastFigures, ResultsForm, workbook};
use crate::tally::{Figures, Honours, Records, Tally};
use crate::wording::{Language, Wording, visible};

/// How many lines of guidance there are in `locales/`.
const GUIDE_LINES: usize = 7;

/// Makes the workbooks.
pub(super) fn forms(
    task: &ResultsForms,
    workspace: &Workspace<'_>,
    out: &Out,
    console: &mut Console<'_>,
) -> io::Result<Verdict> {
    if !is_sound(workspace, console)? {
        return Ok(Verdict::Faulty);
    }
    let year = task.year;
    let records = workspace.records(year);
    let (units, unknown) = wanted(task, workspace, &records);
    if !unknown.is_empty() {
        console.report(&unknown, &Sources::default())?;
        return Ok(Verdict::Faulty);
    }
    // A unit reads Vietnamese, whoever runs the program.
    let wording = Wording::new(Language::Vietnamese);
    let before = Year::new(year.get() - 1);
    let before = before
        .and_then(|year| Some((year, tally(&workspace.records(year), year, workspace)?)));
    let now = tally(&records, year, workspace).map(|tally| (year, tally));
    let tallies: Vec<(Year, Tally)> = before.into_iter().chain(now).collect();
    let words = words(year, &wording);
    let tables = form_tables();
    let awards: Vec<String> = awards(workspace, year);
    for unit in units {
        let Some(agency) = workspace.directory.get(&unit) else { continue };
        let duties = records.duties.iter().filter(|duty| duty.unit == unit);
        let tasks: Vec<String> =
            duties.filter_map(|duty| duty.printed.texts.last().cloned()).collect();
        let last = tallies.iter();
        let last: Vec<LastFigures> = last
            .filter_map(|(year, tally)| last_figures(&unit, *year, tally, &wording))
            .collect();
        let form = ResultsForm {
            unit: &agency.name,
            year,
            tables: &tables,
            tasks: &tasks,
            awards: &awards,
            words: &words,
            last: &last,
        };
        let path = PathBuf::from(format!("{year}/forms/{}.xlsx", unit.0));
        let made = workbook(&form)
            .map_err(|detail| Diagnostic::unplaced(Code::Typesetting).with("detail", detail));
        let written = made.and_then(|bytes| {
            out.write(vec![(path, bytes)]).map_err(|error| error.diagnostic())
        });
        match written {
            Ok(written) => {
                for (path, _) in &written.files {
                    writeln!(console.out, "{}", visible(&path.to_string_lossy()))?;
                }
            }
            Err(problem) => {
                console.report(&[problem], &Sources::default())?;
                return Ok(Verdict::Faulty);
            }
        }
    }
    console.note("forms-total", &[("year", year.to_string().into())])?;
    Ok(Verdict::Sound)
}

/// The units that are wanted: those that were named, else all that have tasks or compete in the year.
fn wanted(
    task: &ResultsForms,
    workspace: &Workspace<'_>,
    records: &YearRecords,
) -> (Vec<AgencyId>, Vec<Diagnostic>) {
    let directory = &workspace.directory;
    let mut units = Vec::new();
    let mut unknown = Vec::new();
    for id in &task.units {
        let own = AgencyId(id.clone());
        if directory.get(&own).is_some() {
            units.push(own);
        } else {
            let problem = Diagnostic::unplaced(Code::UnknownUnit).with("id", id.as_str());
            unknown.push(match nearest(id, directory.ids()) {
                Some(meant) => problem.with("suggestion", meant),
                None => problem,
            });
        }
    }
    if task.units.is_empty() {
        let all: BTreeSet<AgencyId> =
            records.duties.iter().map(|duty| duty.unit.clone()).collect();
        let (first, last) = (Date::new(task.year, 1, 1), Date::new(task.year, 12, 31));
        let competing = first
            .zip(last)
            .map(|(first, last)| directory.units_during(first, last));
        let competing = competing.unwrap_or_default().into_iter().map(|unit| unit.id.clone());
        units = all
            .into_iter()
            .chain(competing)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        units.sort_by_key(|unit| directory.place(unit));
    }
    (units, unknown)
}

/// The results of a year, added up to its last day.
fn tally(records: &YearRecords, year: Year, workspace: &Workspace<'_>) -> Option<Tally> {
    let records = Records {
        results: &records.results,
        duties: &records.duties,
        directory: &workspace.directory,
        awards: &workspace.awards,
    };
    let last = Date::new(year, 12, 31)?;
    Some(Tally::of(&records, Period::new(year, Span::Year), last))
}

/// The names of the awards that somebody can give in the year.
fn awards(workspace: &Workspace<'_>, year: Year) -> Vec<String> {
    let days: Vec<Date> = [(1, 1), (12, 31)]
        .iter()
        .filter_map(|(month, day)| Date::new(year, *month, *day))
        .collect();
    let all = workspace.awards.all().iter();
    let given = all.filter(|award| {
        let mut grants = award.grants.iter();
        grants.any(|grant| days.iter().any(|day| award.is_granted(grant.level, *day)))
    });
    given.map(|award| award.name.clone()).collect()
}

/// The sentences of a workbook.
fn words(year: Year, wording: &Wording) -> FormWords {
    let say = |id: &str| wording.say(id, &[("year", year.to_string().into())]);
    FormWords {
        title: say("forms-title"),
        guide: (1..=GUIDE_LINES)
            .map(|line| say(&format!("forms-guide-{line}")))
            .collect(),
        wrong: say("forms-wrong"),
        wrong_word: say("forms-wrong-word"),
        wrong_day: say("forms-wrong-day"),
        wrong_number: say("forms-wrong-number"),
        needed: say("forms-needed"),
    }
}

/// What a unit recorded in a year; none where it recorded nothing.
fn last_figures(
    unit: &AgencyId,
    year: Year,
    tally: &Tally,
    wording: &Wording,
) -> Option<LastFigures> {
    let own = tally.units().get(unit).filter(|unit| unit.recorded)?;
    let Figures {
        proposed,
        granted,
        movements,
        inspections,
        training,
        fund,
        ..
    } = &own.figures;
    let all = |honours: &Honours| {
        let Honoured { collectives, individuals, households, .. } = honours.total();
        collectives + individuals + households
    };
    let figures = [
        ("movements", movements.count),
        ("proposed", all(proposed)),
        ("granted", all(granted)),
        ("inspections", inspections.count),
        ("training", training.classes),
        ("received", fund.received),
        ("spent", fund.spent),
    ];
    let named =
        figures.map(|(id, number)| (wording.say(&format!("forms-last-{id}"), &[]), number));
    Some(LastFigures {
        title: wording.say("forms-last", &[("year", year.to_string().into())]),
        figures: named.to_vec(),
    })
}
