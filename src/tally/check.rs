//! Holds recorded results against the directory, the awards, the plans and the calendar.
//!
//! In go the records of a year; out come findings with the places of both sides. What is impossible
//! is an error, what is unlikely a warning: units make mistakes, and a report must not.

use super::figures::Figures;
use super::finding::{Finding, Problem};
use super::names::{self, NamedNumbers};
use super::task_names::TaskNames;
use super::{Records, Tally};
use crate::calendar::{Date, IssueDate, Period, Span, Year};
use crate::diag::Place;
use crate::law::{Award, AwardId, Awards};
use crate::numbers::Number;
use crate::office::{Agency, AgencyId, Directory};
use crate::papers::TaskId;
use crate::papers::history::History;
use crate::papers::progress::{TaskProgress, TaskState};
use crate::papers::results::{AwardRecord, Honoured, Movement, Results};
use std::collections::BTreeMap;

/// What is wrong or doubtful about results, in their order.
pub fn check(records: &Records<'_>) -> Vec<Finding> {
    let names = TaskNames::of(records.duties, records.directory);
    let mut findings = Vec::new();
    let mut seen = SeenTask::default();
    for results in records.results {
        let mut checking = Checking { records, results, findings: Vec::new() };
        checking.unit();
        checking.dates();
        for record in &results.awards {
            checking.award(record);
        }
        for movement in &results.movements {
            checking.movement(movement);
        }
        for progress in &results.tasks {
            checking.progress(progress, &names);
        }
        seen.hold(results, records.directory, &mut checking.findings);
        findings.append(&mut checking.findings);
    }
    findings
}

/// Where the results stand that fall into a period and lie after a day, up to another.
pub fn dated_between(
    results: &[Results],
    period: Period,
    (after, until): (Date, Date),
) -> impl Iterator<Item = &Place> {
    let all = results.iter().flat_map(Results::dated);
    all.filter(move |(date, _)| after < *date && *date <= until && period.contains(*date))
        .map(|(_, place)| place)
}

/// A number that a year's totals and its results tell differently: its name, what the results add
/// up to, what the totals say.
pub type Contradiction = (String, u64, u64);

/// Holds the totals of a past year against the results of the same year, part by part.
pub fn contradictions(history: &History, records: &Records<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for totals in &history.totals {
        let period = Period::new(history.year, totals.span);
        let Some(last) = period.last_day() else { continue };
        let counted = Tally::of(records, period, last);
        let Some(told) = Tally::of_history(history, period, records.awards) else { continue };
        for (name, number) in counted.named().iter() {
            let told = told.named().get(name).and_then(Number::integer);
            if let (Some(counted), Some(told)) = (number.integer(), told)
                && counted != told
            {
                found.push((format!("{}: {name}", totals.span.key()), counted, told));
            }
        }
    }
    // What counts all comes before what counts parts of it.
    found.sort_by_key(|(name, ..)| name.matches('.').count());
    found
}

/// What is wrong about the totals of a past year.
pub fn check_history(history: &History, awards: &Awards) -> Vec<Finding> {
    let ids: Vec<AwardId> = awards.all().iter().map(|award| award.id.clone()).collect();
    let mut findings = Vec::new();
    for (at, totals) in history.totals.iter().enumerate() {
        let mut before = history.totals[..at].iter();
        if let Some(first) = before.find(|before| before.span == totals.span) {
            let mut finding =
                Finding::new(Problem::PartTwice { part: totals.span.key() }, &totals.place);
            finding.related = Some(first.place.clone());
            findings.push(finding);
        }
        for total in &totals.awards {
            let mut tell = |problem| findings.push(Finding::new(problem, &total.place));
            check_award(&total.award, awards, total.honoured, &mut tell);
        }
    }
    let Some(whole) = history.of(Span::Year) else { return findings };
    let year = NamedNumbers::of(&Figures::of_totals(whole), &ids, names::TaskNumbers::Unknown);
    for totals in history.totals.iter().filter(|totals| totals.span != Span::Year) {
        let part =
            NamedNumbers::of(&Figures::of_totals(totals), &ids, names::TaskNumbers::Unknown);
        for (name, number) in part.iter() {
            let of_year = year.get(name).and_then(|number| number.integer());
            if let (Some(has), Some(year)) = (number.integer(), of_year)
                && has > year
            {
                let (part, name) = (totals.span.key(), name.to_owned());
                let problem = Problem::PartAboveYear { part, name, has, year };
                findings.push(Finding::new(problem, &totals.place));
            }
        }
    }
    findings
}

impl Finding {
    fn new(problem: Problem, place: &Place) -> Self {
        Self { problem, place: place.clone(), related: None }
    }
}

/// The results of one unit while they are checked.
struct Checking<'a> {
    records: &'a Records<'a>,
    results: &'a Results,
    findings: Vec<Finding>,
}

impl Checking<'_> {
    fn tell(&mut self, problem: Problem, place: &Place) {
        self.findings.push(Finding::new(problem, place));
    }

    fn unit(&mut self) {
        let unit = &self.results.unit;
        let directory = self.records.directory;
        if directory.get(&unit.value).is_none() && !directory.is_broken(&unit.value) {
            let problem = Problem::UnknownUnit { unit: unit.value.0.clone() };
            self.tell(problem, &unit.place);
        }
    }

    /// The days of everything that is counted by its day.
    fn dates(&mut self) {
        let results = self.results;
        for (date, place) in results.dated() {
            if date.year() != i32::from(results.year.get()) {
                self.tell(Problem::OutsideYear { date, year: results.year }, place);
            }
            self.day(date, place);
        }
    }

    /// A day on which something is said to have happened.
    fn day(&mut self, date: Date, place: &Place) {
        let id = &self.results.unit.value;
        let directory = self.records.directory;
        let exists = |unit: &Agency| unit.validity.admits(IssueDate::Given(date));
        // What an agency recorded may stand under the one that took over from it.
        let inherited = || {
            let mut agencies = directory.agencies();
            agencies.any(|old| exists(old) && directory.heirs(&old.id).any(|heir| heir == id))
        };
        let unit = directory.get(id);
        if unit.is_some_and(|unit| !exists(unit)) && !inherited() {
            self.tell(Problem::UnitNotInOffice { unit: id.0.clone(), date }, place);
        }
    }

    fn award(&mut self, record: &AwardRecord) {
        let place = &record.place;
        let awards = self.records.awards;
        let mut tell = |problem| self.findings.push(Finding::new(problem, place));
        check_award(&record.award, awards, record.honoured, &mut tell);
        if let Some(award) = awards.get(&record.award)
            && !award.is_granted(record.level, record.date)
        {
            let (level, date) = (record.level.key(), record.date);
            tell(Problem::NotGrantedByLevel { award: award.id.0.clone(), level, date });
        }
    }

    fn movement(&mut self, movement: &Movement) {
        if let Some(until) = movement.until.filter(|until| *until < movement.from) {
            let problem = Problem::MovementReversed { from: movement.from, until };
            self.tell(problem, &movement.place);
        }
    }

    fn progress(&mut self, progress: &TaskProgress, names: &TaskNames<'_>) {
        let (place, task) = (&progress.place, || progress.task.0.clone());
        let year = self.results.year;
        let unit = &self.results.unit.value;
        if !names.has(unit, year, &progress.task) {
            let nearest = names.nearest(unit, year, &progress.task.0).map(str::to_owned);
            self.tell(Problem::UnknownTask { task: task(), nearest }, place);
        }
        match progress.state {
            TaskState::Done { on: None } => {
                self.tell(Problem::DoneWithoutDate { task: task() }, place);
            }
            TaskState::Done { on: Some(date) } => {
                // What was due in December may well be done in January.
                if date.year() < i32::from(year.get()) {
                    self.tell(Problem::DoneBeforeYear { task: task(), date }, place);
                }
                self.day(date, place);
            }
            TaskState::NotStarted | TaskState::Doing => {}
        }
    }
}

/// Who receives an award, of a record or of a total.
fn check_award(
    id: &AwardId,
    awards: &Awards,
    honoured: Honoured,
    tell: &mut impl FnMut(Problem),
) {
    let award = || id.0.clone();
    let Honoured {
        collectives,
        individuals,
        direct_workers,
        households,
    } = honoured;
    match awards.get(id) {
        None => tell(Problem::UnknownAward { award: award() }),
        Some(Award { receiver, .. }) => {
            for (kind, count, may) in [
                ("collectives", collectives, receiver.collectives()),
                ("individuals", individuals, receiver.individuals()),
                ("households", households, receiver.households()),
            ] {
                if count > 0 && !may {
                    tell(Problem::WrongRecipients { award: award(), recipients: kind });
                }
            }
        }
    }
    if direct_workers > individuals {
        let (direct, individuals) = (direct_workers, individuals);
        tell(Problem::DirectWorkersAbove { direct, individuals });
    }
    if (collectives, individuals, households) == (0, 0, 0) {
        tell(Problem::NobodyAwarded { award: award() });
    }
}

/// The records met so far, in all results of all units: a unit can send a file and a table.
#[derive(Default)]
struct SeenTask<'a> {
    first: BTreeMap<TaskKey<'a>, &'a Place>,
    tasks: BTreeMap<(&'a AgencyId, Year, &'a TaskId), &'a TaskProgress>,
}

/// What makes two records one: the unit, and everything that is counted. A task has one state,
/// whoever records it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum TaskKey<'a> {
    Award(&'a AgencyId, &'a AwardId, Date, [&'static str; 3], Honoured),
    Movement(&'a AgencyId, String, Date, [u32; 2]),
    Inspection(&'a AgencyId, Date, u32, Option<String>),
    Training(&'a AgencyId, Date, [u32; 2], Option<String>),
    Fund(&'a AgencyId, Date, &'static str, u64, Option<String>),
}

impl<'a> SeenTask<'a> {
    fn hold(
        &mut self,
        results: &'a Results,
        directory: &'a Directory,
        findings: &mut Vec<Finding>,
    ) {
        // One record under the old name and under the new one is one record.
        let unit = &results.unit.value;
        let unit = directory.heirs(unit).last().unwrap_or(unit);
        let mut hold = |key, place: &'a Place, what: &dyn Fn() -> String| {
            let first = *self.first.entry(key).or_insert(place);
            if !std::ptr::eq(first, place) {
                let mut finding = Finding::new(Problem::CountedTwice { what: what() }, place);
                finding.related = Some(first.clone());
                findings.push(finding);
            }
        };
        for record in &results.awards {
            let kinds = [record.level.key(), record.way.key(), record.stage.key()];
            let key = TaskKey::Award(unit, &record.award, record.date, kinds, record.honoured);
            hold(key, &record.place, &|| record.award.0.clone());
        }
        for movement in &results.movements {
            let name = movement.name.letters();
            let joined = [movement.collectives, movement.individuals];
            let key = TaskKey::Movement(unit, name.clone(), movement.from, joined);
            hold(key, &movement.place, &|| name.clone());
        }
        let letters = |text: &Option<crate::papers::Text>| text.as_ref().map(|t| t.letters());
        for found in &results.inspections {
            let text = letters(&found.text);
            let key = TaskKey::Inspection(unit, found.date, found.inspected, text.clone());
            hold(key, &found.place, &|| text.clone().unwrap_or_else(|| found.date.slashed()));
        }
        for found in &results.training {
            let text = letters(&found.text);
            let numbers = [found.classes, found.participants];
            let key = TaskKey::Training(unit, found.date, numbers, text.clone());
            hold(key, &found.place, &|| text.clone().unwrap_or_else(|| found.date.slashed()));
        }
        for entry in &results.fund {
            let text = letters(&entry.text);
            let key =
                TaskKey::Fund(unit, entry.date, entry.flow.key(), entry.amount, text.clone());
            hold(key, &entry.place, &|| text.clone().unwrap_or_else(|| entry.date.slashed()));
        }
        for progress in &results.tasks {
            let key = (unit, results.year, &progress.task);
            let first = *self.tasks.entry(key).or_insert(progress);
            if !std::ptr::eq(first, progress) {
                let task = progress.task.0.clone();
                let problem = if first.state == progress.state {
                    Problem::CountedTwice { what: task }
                } else {
                    Problem::TwoStates { task }
                };
                let mut finding = Finding::new(problem, &progress.place);
                finding.related = Some(first.place.clone());
                findings.push(finding);
            }
        }
    }
}
