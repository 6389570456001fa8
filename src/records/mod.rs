//! What units recorded in a year, and the totals of past years: the numbers of reports.
//!
//! In go the files of `data/<year>/results/` (YAML, workbooks, CSV) and of `data/history/`; out come
//! [`YearRecords`] and [`PastYears`], with what is wrong or doubtful about them. These files are no
//! documents. They are read together, since they are checked against each other and against the
//! tasks of the year's plans, which whoever asks for them adds: plans are documents, and this room
//! reads none.

mod history;
mod places;
mod results;
mod table;

use std::path::Path;

pub(crate) use places::{is_known_table, is_record, years_of_data};
#[cfg(any(test, fuzzing))]
pub(crate) use table::read_table;
pub(crate) use table::{
    AwardNames, FormColumn, FormHolds, FormTable, GUIDE, OfficeNames, form_tables,
};

use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, Sources, has_errors};
use crate::fingerprint::Fingerprint;
use crate::folder::{DATA, Folder, MAX_SIZE, read_bytes, shown, yaml_files};
use crate::law::Awards;
use crate::numbers::grouped;
use crate::office::Directory;
use crate::papers::DocumentId;
use crate::papers::history::History;
use crate::papers::results::Results;
use crate::shared::AWARDS;
use crate::tally::{
    Duty, Finding, Problem, Records, TaskNames, check, check_history, contradictions,
};
use crate::values::{Context, Setting, read_yaml};
use crate::yaml::{Node, first_of_each_file};
use places::{HISTORY, folder_of_results, table_files, unread};

/// The most numbers that are told when totals and results of a year differ.
const MOST_CONTRADICTIONS: usize = 6;

/// The records of one year.
#[derive(Debug, Default)]
pub struct YearRecords {
    /// What units recorded.
    pub results: Vec<Results>,
    /// What was to be done.
    pub duties: Vec<Duty>,
    /// The documents that may be units' plans and cannot be read: `duties` lacks theirs.
    pub broken: Vec<DocumentId>,
    /// What is wrong or doubtful.
    pub problems: Vec<Diagnostic>,
    /// The texts that problems point into.
    pub sources: Sources,
}

/// The totals of past years.
#[derive(Debug, Default)]
pub struct PastYears {
    /// By year.
    pub years: Vec<History>,
    /// What is wrong or doubtful.
    pub problems: Vec<Diagnostic>,
    /// The texts that problems point into.
    pub sources: Sources,
}

impl YearRecords {
    /// Reads what units recorded in a year, into `sources`.
    pub(crate) fn read(setting: Setting<'_>, year: Year, sources: Sources) -> Self {
        let mut records = Self { sources, ..Self::default() };
        let folder = folder_of_results(year);
        let paths = yaml_files(setting.root, &folder, &mut records.problems);
        for path in paths {
            let (found, problems) =
                read_file(setting, &path, &mut records.sources, results::results);
            records.problems.extend(problems);
            let Some(found) = found else { continue };
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
            if found.year != year || name.as_deref() != Some(found.unit.value.0.as_str()) {
                records.problems.push(
                    Diagnostic::error(Code::RecordMisplaced, &found.unit.place)
                        .with("unit", found.unit.value.0.as_str())
                        .with("year", found.year.to_string()),
                );
            }
            records.results.push(found);
        }
        records.add_tables(setting, year);
        records
    }

    /// Adds what tables hold.
    fn add_tables(&mut self, setting: Setting<'_>, year: Year) {
        for path in table_files(setting.root, year, &mut self.problems) {
            let (found, problems) = table::read(setting, year, &path, &mut self.sources);
            self.results.extend(found);
            self.problems.extend(problems);
        }
        self.problems.extend(unread(setting.root, year).iter().map(|path| {
            Diagnostic::unplaced(Code::RecordNotRead)
                .with("path", shown(path))
                .with("year", year.to_string())
        }));
    }

    /// Adds what is doubtful about the records, once all duties are known.
    pub(crate) fn check(&mut self, setting: Setting<'_>) {
        self.name_tasks(setting.directory);
        // A task can be that of a plan which cannot be read.
        let is_sure = |finding: &Finding| {
            self.broken.is_empty() || !matches!(finding.problem, Problem::UnknownTask { .. })
        };
        let records = self.tallied(setting.directory, setting.awards);
        let findings = check(&records).into_iter().filter(is_sure);
        let findings: Vec<Diagnostic> = findings.map(Finding::diagnostic).collect();
        self.problems.extend(findings);
        without_awards(setting, &mut self.problems);
        self.problems = first_of_each_file(std::mem::take(&mut self.problems));
    }

    /// Puts ids in the place of what people call their tasks.
    fn name_tasks(&mut self, directory: &Directory) {
        let names = TaskNames::of(&self.duties, directory);
        for results in &mut self.results {
            for progress in &mut results.tasks {
                let (unit, given) = (&results.unit.value, &progress.task.0);
                if let Some(task) = names.meant(unit, results.year, given) {
                    progress.task = task.clone();
                }
            }
        }
    }

    /// The records as tallies take them.
    pub(crate) fn tallied<'r>(
        &'r self,
        directory: &'r Directory,
        awards: &'r Awards,
    ) -> Records<'r> {
        Records {
            results: &self.results,
            duties: &self.duties,
            directory,
            awards,
        }
    }
}

impl PastYears {
    /// Reads and checks the totals of past years, into `sources`.
    pub(crate) fn read(setting: Setting<'_>, sources: Sources) -> Self {
        let mut past = Self { sources, ..Self::default() };
        let folder = Path::new(DATA).join(HISTORY);
        for path in yaml_files(setting.root, &folder, &mut past.problems) {
            let (found, problems) =
                read_file(setting, &path, &mut past.sources, history::history);
            past.problems.extend(problems);
            let Some(found) = found else { continue };
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
            if name != Some(found.year.to_string()) {
                past.problems.push(
                    Diagnostic::error(Code::HistoryMisplaced, &found.place)
                        .with("year", found.year.to_string()),
                );
            }
            let findings = check_history(&found, setting.awards);
            past.problems.extend(findings.into_iter().map(Finding::diagnostic));
            if let Some(first) = past.years.iter().find(|known| known.year == found.year) {
                past.problems.push(
                    Diagnostic::error(Code::HistoryTwice, &found.place)
                        .with("year", found.year.to_string())
                        .related(&first.place),
                );
            }
            past.years.push(found);
        }
        without_awards(setting, &mut past.problems);
        past
    }

    /// Says of each past year that has totals and results that reports count the results, and
    /// where the two differ. Results with errors are told elsewhere.
    pub(crate) fn beside_results(
        &self,
        setting: Setting<'_>,
        records_of: impl Fn(Year) -> YearRecords,
    ) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for history in &self.years {
            let records = records_of(history.year);
            let has_any = records.results.iter().any(|results| !results.is_empty());
            if !has_any || has_errors(&records.problems) {
                continue;
            }
            let tallied = records.tallied(setting.directory, setting.awards);
            let differ = contradictions(history, &tallied);
            let differing = differ.iter().take(MOST_CONTRADICTIONS);
            let differing = differing.map(|(name, counted, told)| {
                format!("{name} ({} ≠ {})", grouped(*counted), grouped(*told))
            });
            let about = |code| {
                Diagnostic::warning(code, &history.place)
                    .with("year", history.year.to_string())
            };
            found.push(if differ.is_empty() {
                about(Code::TotalsBesideResults)
            } else {
                about(Code::TotalsContradictResults)
                    .with("count", differ.len())
                    .with("numbers", differing.collect::<Vec<_>>())
            });
        }
        found
    }
}

/// Says once, not for each record, that there is no file of titles and forms.
fn without_awards(setting: Setting<'_>, problems: &mut Vec<Diagnostic>) {
    let before = problems.len();
    let path = Path::new(DATA).join(AWARDS);
    if setting.awards.all().is_empty() && !setting.root.has(&path) {
        let is_unknown = |code| matches!(code, Code::UnknownAward | Code::UnknownAwardName);
        problems.retain(|problem| !is_unknown(problem.code));
    }
    if problems.len() < before {
        problems.push(Diagnostic::unplaced(Code::AwardsMissing).with("path", shown(&path)));
    }
}

/// The fingerprint of all that reports are counted from, after `start`: the results of all
/// years, since a report compares with the year before or covers ten, and past totals.
pub(crate) fn fingerprint_of_records(root: &Folder, start: Fingerprint) -> Fingerprint {
    let mut faults = Vec::new();
    let mut paths = yaml_files(root, &Path::new(DATA).join(HISTORY), &mut faults);
    for year in years_of_data(root) {
        paths.extend(yaml_files(root, &folder_of_results(year), &mut faults));
        paths.extend(table_files(root, year, &mut faults));
        // Files that nobody reads are mistakes: they keep reports from being made.
        paths.extend(unread(root, year));
    }
    let sum = paths.into_iter().fold(start, |sum, path| {
        let bytes = read_bytes(root, &path, MAX_SIZE).unwrap_or_default();
        sum.and(path.to_string_lossy().as_bytes()).and(&bytes)
    });
    // What could not be read this time may be another time.
    faults
        .iter()
        .fold(sum, |sum, fault| sum.and(format!("{fault:?}").as_bytes()))
}

/// Reads one file of records in YAML.
fn read_file<T>(
    setting: Setting<'_>,
    path: &Path,
    sources: &mut Sources,
    read: fn(&Node, &mut Context<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    match read_yaml(setting.root, path, sources) {
        Ok((file, node)) => {
            let mut cx = Context::new(setting, file, sources);
            let found = read(&node, &mut cx);
            (found, cx.problems.into_found())
        }
        Err(problem) => (None, vec![*problem]),
    }
}
