//! What units recorded in a year, and the totals of past years: the numbers of reports. Results
//! come in YAML or as tables.
//!
//! These files are no documents. They are read together, since they are checked against each
//! other and against the tasks of the year's plans.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::files::{self, DATA};
use super::{AWARDS, Context, Workspace, history, results, table};
use crate::calendar::Year;
use crate::diag::{Code, Diagnostic, FileId, Sources, has_errors};
use crate::fingerprint::Fingerprint;
use crate::folder::Entry;
use crate::numbers::grouped;
use crate::office::AgencyId;
use crate::papers::history::History;
use crate::papers::results::Results;
use crate::papers::{DocumentId, Kind, Paper, Plan, TaskId, UnitPlan};
use crate::tally::{
    Duty, Finding, Origin, Problem, Records, check, check_history, contradictions,
};
use crate::yaml::{self, Node, first_of_each_file};

/// The folder of results in that of a year.
pub(super) const RESULTS: &str = "results";
/// The folder of the totals of past years.
pub(super) const HISTORY: &str = "history";

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

impl Workspace<'_> {
    /// The years of which everything is wanted.
    pub fn whole_years(&self) -> Vec<Year> {
        let mut years: BTreeSet<Year> =
            self.all.iter().filter_map(super::Candidate::folder_year).collect();
        years.retain(|year| self.is_whole(*year));
        // A year may have results and no document.
        if self.is_all_wanted() {
            years.extend(self.years_of_data());
        }
        years.into_iter().collect()
    }

    /// The years that have a folder, in order.
    pub(super) fn years_of_data(&self) -> Vec<Year> {
        let entries = self.request.root.entries(Path::new(DATA)).unwrap_or_default();
        let of_folder = |entry: &Entry| Year::parse(entry.path.file_name()?.to_str()?);
        let mut years: Vec<Year> = entries.iter().filter_map(of_folder).collect();
        years.sort();
        years
    }

    /// Reads and checks what units recorded in a year.
    pub fn records(&self, year: Year) -> YearRecords {
        let mut records = YearRecords {
            sources: Sources::over(&self.sources),
            ..Default::default()
        };
        let folder = Path::new(DATA).join(year.to_string()).join(RESULTS);
        let paths = files::yaml_files(self.request.root, &folder, &mut records.problems);
        for path in paths {
            let read = self.read_record(&path, &mut records.sources, results::results);
            let (found, problems) = read;
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
        self.add_tables(year, &mut records);
        self.add_duties(year, &mut records);
        // A task can be that of a plan which cannot be read.
        let is_sure = |finding: &Finding| {
            records.broken.is_empty()
                || !matches!(finding.problem, Problem::UnknownTask { .. })
        };
        let findings = check(&self.tallied(&records)).into_iter().filter(is_sure);
        let findings: Vec<Diagnostic> = findings.map(Finding::diagnostic).collect();
        records.problems.extend(findings);
        self.without_awards(&mut records.problems);
        records.problems = first_of_each_file(std::mem::take(&mut records.problems));
        records
    }

    /// The records of one year as tallies take them.
    pub(super) fn tallied<'r>(&'r self, of_year: &'r YearRecords) -> Records<'r> {
        Records {
            results: &of_year.results,
            duties: &of_year.duties,
            directory: &self.directory,
            awards: &self.awards,
        }
    }

    /// Says once, not for each record, that there is no file of titles and forms.
    fn without_awards(&self, problems: &mut Vec<Diagnostic>) {
        let before = problems.len();
        let path = Path::new(DATA).join(AWARDS);
        if self.awards.all().is_empty() && !self.request.root.has(&path) {
            problems.retain(|problem| problem.code != Code::UnknownAward);
        }
        if problems.len() < before {
            problems.push(
                Diagnostic::unplaced(Code::AwardsMissing).with("path", files::shown(&path)),
            );
        }
    }

    /// Adds what tables of a year hold.
    fn add_tables(&self, year: Year, records: &mut YearRecords) {
        let root = self.request.root;
        let setting = table::Setting {
            request: self.request,
            year,
            directory: &self.directory,
            awards: &self.awards,
        };
        for path in table::table_files(root, year, &mut records.problems) {
            let (found, problems) = table::read(setting, &path, &mut records.sources);
            records.results.extend(found);
            records.problems.extend(problems);
        }
        records.problems.extend(table::unread(root, year).iter().map(|path| {
            Diagnostic::unplaced(Code::RecordNotRead)
                .with("path", files::shown(path))
                .with("year", year.to_string())
        }));
    }

    /// Reads and checks the totals of past years.
    pub fn past_years(&self) -> PastYears {
        let mut past = PastYears {
            sources: Sources::over(&self.sources),
            ..Default::default()
        };
        let folder = Path::new(DATA).join(HISTORY);
        let paths = files::yaml_files(self.request.root, &folder, &mut past.problems);
        for path in paths {
            let (found, problems) =
                self.read_record(&path, &mut past.sources, history::history);
            past.problems.extend(problems);
            let Some(found) = found else { continue };
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
            if name != Some(found.year.to_string()) {
                past.problems.push(
                    Diagnostic::error(Code::HistoryMisplaced, &found.place)
                        .with("year", found.year.to_string()),
                );
            }
            let findings = check_history(&found, &self.awards);
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
        self.without_awards(&mut past.problems);
        past
    }

    /// Says of each past year that has totals and results that reports count the results, and
    /// where the two differ. Results with errors are told elsewhere.
    pub fn totals_beside_results(&self, past: &PastYears) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for history in &past.years {
            let records = self.records(history.year);
            let has_any = records.results.iter().any(|results| !results.is_empty());
            if !has_any || has_errors(&records.problems) {
                continue;
            }
            let differ = contradictions(history, &self.tallied(&records));
            let shown = differ.iter().take(MOST_CONTRADICTIONS);
            let shown = shown.map(|(name, counted, told)| {
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
                    .with("numbers", shown.collect::<Vec<_>>())
            });
        }
        found
    }

    /// The fingerprint of all that reports are counted from, after `start`: the results of all
    /// years, since a report compares with the year before or covers ten, and past totals.
    pub(super) fn fingerprint_of_records(&self, start: Fingerprint) -> Fingerprint {
        let root = self.request.root;
        let mut faults = Vec::new();
        let mut paths = files::yaml_files(root, &Path::new(DATA).join(HISTORY), &mut faults);
        for year in self.years_of_data() {
            let folder = Path::new(DATA).join(year.to_string()).join(RESULTS);
            paths.extend(files::yaml_files(root, &folder, &mut faults));
            paths.extend(table::table_files(root, year, &mut faults));
            // Files that nobody reads are mistakes: they keep reports from being made.
            paths.extend(table::unread(root, year));
        }
        let sum = paths.into_iter().fold(start, |sum, path| {
            let bytes = files::bytes(root, &path, files::MAX_SIZE).unwrap_or_default();
            sum.and(path.to_string_lossy().as_bytes()).and(&bytes)
        });
        // What could not be read this time may be another time.
        faults
            .iter()
            .fold(sum, |sum, fault| sum.and(format!("{fault:?}").as_bytes()))
    }

    /// Reads one file of records.
    fn read_record<T>(
        &self,
        path: &Path,
        sources: &mut Sources,
        read: fn(&Node, &mut Context<'_>) -> Option<T>,
    ) -> (Option<T>, Vec<Diagnostic>) {
        let parsed =
            files::read(self.request.root, path, files::MAX_SIZE, sources).and_then(|file| {
                let node = yaml::parse(sources.get(file).text(), file)?;
                Ok::<(FileId, Node), Box<Diagnostic>>((file, node))
            });
        match parsed {
            Ok((file, node)) => {
                let mut cx = self.context(file, sources);
                let found = read(&node, &mut cx);
                (found, cx.problems.into_found())
            }
            Err(problem) => (None, vec![*problem]),
        }
    }

    /// What was to be done in a year: the tasks of its plan, recorded by its issuer, and those of
    /// the units' plans; and the documents that may be such plans and cannot be read.
    fn add_duties(&self, year: Year, records: &mut YearRecords) {
        records.duties.extend(self.plan(year).into_iter().flat_map(of_plan));
        let mut plans: BTreeMap<AgencyId, &DocumentId> = BTreeMap::new();
        for candidate in self.of_year(year) {
            let fetched = self.fetch(candidate);
            // What is due does not wait for a gap to be filled or a question to be answered.
            let read = self.read_with(&fetched, Some(Kind::UnitPlan), None, true);
            let super::Read::Document(entry) = read else { continue };
            match entry.paper() {
                Some(Paper::UnitPlan(unit)) => {
                    records.duties.extend(of_unit(unit));
                    let id = &unit.plan.head.issuer.agency.id;
                    if let Some(first) = plans.insert(id.clone(), &candidate.id) {
                        let problem = Diagnostic::unplaced(Code::UnitPlanTwice);
                        let path = files::shown(&candidate.path);
                        let problem = problem.with("path", path);
                        records.problems.push(twice(
                            problem,
                            id,
                            year,
                            [first, &candidate.id],
                        ));
                    }
                }
                Some(_) => {}
                None => records.broken.push(candidate.id.clone()),
            }
        }
    }
}

/// That a unit has two plans of a year.
pub(super) fn twice(
    problem: Diagnostic,
    unit: &AgencyId,
    year: Year,
    [first, second]: [&DocumentId; 2],
) -> Diagnostic {
    problem
        .with("unit", unit.0.as_str())
        .with("year", year.to_string())
        .with("first", first.to_string())
        .with("second", second.to_string())
}

fn of_plan(plan: &Plan) -> Vec<Duty> {
    let duty = |task: &crate::papers::Task| Duty {
        unit: plan.head.issuer.agency.id.clone(),
        year: plan.head.year,
        task: task.id.clone(),
        quarter: task.quarter,
        origin: Origin::Plan,
    };
    plan.tasks.iter().map(duty).collect()
}

fn of_unit(unit: &UnitPlan) -> Vec<Duty> {
    let follows = |id: &TaskId| unit.follows.get(id).map(|followed| followed.value.clone());
    of_plan(&unit.plan)
        .into_iter()
        .map(|duty| Duty {
            origin: Origin::Unit { follows: follows(&duty.task) },
            ..duty
        })
        .collect()
}

/// Whether a file holds records, and so is no document.
pub(super) fn is_record(path: &Path) -> bool {
    let parts: Vec<PathBuf> = path.iter().map(PathBuf::from).collect();
    let is =
        |at: usize, name: &str| parts.get(at).is_some_and(|part| *part == Path::new(name));
    is(1, HISTORY) || (is(2, RESULTS) && parts.len() > 3)
}
