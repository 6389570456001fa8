//! `forms`: a workbook for each unit, in which it writes down its results of a year.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use super::verdict::Verdict;
use crate::calendar::{Date, Year};
use crate::console::Console;
use crate::diag::{Code, Diagnostic, Sources, has_errors, nearest};
use crate::export::Out;
use crate::job::ResultsForms;
use crate::load::Workspace;
use crate::office::AgencyId;
use crate::papers::results::{AwardStage, Flow, Results};
use crate::records::{YearRecords, form_tables};
use crate::results_forms::{FormWords, LastFigures, ResultsForm, workbook};
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
    console.report(&workspace.problems, &workspace.sources)?;
    if has_errors(&workspace.problems) {
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
    let before = Year::new(year.get() - 1).map(|year| (year, workspace.records(year)));
    let tables = form_tables();
    let awards: Vec<String> = awards(workspace, year);
    for unit in units {
        let Some(agency) = workspace.directory.get(&unit) else { continue };
        let duties = records.duties.iter().filter(|duty| duty.unit == unit);
        let tasks: Vec<String> =
            duties.filter_map(|duty| duty.printed.texts.last().cloned()).collect();
        let years = before.iter().map(|(year, records)| (*year, records));
        let years = years.chain([(year, &records)]);
        let last: Vec<LastFigures> = years
            .filter_map(|(year, records)| last(&unit, year, records, &wording))
            .collect();
        let form = ResultsForm {
            unit: &agency.name,
            year,
            tables: &tables,
            tasks: &tasks,
            awards: &awards,
            words: &words(year, &wording),
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
fn last(
    unit: &AgencyId,
    year: Year,
    records: &YearRecords,
    wording: &Wording,
) -> Option<LastFigures> {
    let own: Vec<&Results> = records
        .results
        .iter()
        .filter(|results| results.unit.value == *unit)
        .collect();
    if own.iter().all(|results| results.is_empty()) {
        return None;
    }
    let sum =
        |of: &dyn Fn(&Results) -> u64| own.iter().map(|results| of(results)).sum::<u64>();
    let awards = |stage: AwardStage, results: &Results| {
        let own = results.awards.iter().filter(|award| award.stage == stage);
        own.map(|award| {
            let who = &award.honoured;
            who.collectives + who.individuals + who.households
        })
        .sum::<u64>()
    };
    let fund = |results: &Results, flow: Flow| {
        let own = results.fund.iter().filter(|entry| entry.flow == flow);
        own.map(|entry| entry.amount).sum::<u64>()
    };
    let figures = [
        ("movements", sum(&|results| results.movements.len() as u64)),
        ("proposed", sum(&|results| awards(AwardStage::Proposed, results))),
        ("granted", sum(&|results| awards(AwardStage::Granted, results))),
        ("inspections", sum(&|results| results.inspections.len() as u64)),
        ("training", sum(&|results| results.training.len() as u64)),
        ("received", sum(&|results| fund(results, Flow::Received))),
        ("spent", sum(&|results| fund(results, Flow::Spent))),
    ];
    let named =
        figures.map(|(id, number)| (wording.say(&format!("forms-last-{id}"), &[]), number));
    Some(LastFigures {
        title: wording.say("forms-last", &[("year", year.to_string().into())]),
        figures: named.to_vec(),
    })
}
