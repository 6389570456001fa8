//! What a report is counted from: what units recorded in its period and in the same period of the
//! year before, and the totals of past years.

use crate::calendar::{Date, IssueDate, Period, Span, Year};
use crate::diag::{Code, Diagnostic, Place, Severity, Sources, has_errors};
use crate::papers::DocumentId;
use crate::records::{PastYears, YearRecords};
use crate::tally::dated_between;

/// What a report counts.
#[derive(Clone, Copy)]
pub(crate) struct Counting {
    /// On which period.
    pub(crate) period: Period,
    /// Up to which day.
    pub(crate) as_of: Date,
    /// When the report is issued, if that is known.
    pub(crate) issued: Option<IssueDate>,
}

impl Counting {
    /// The last day whose results the report could have had: the end of its period, or its own
    /// day before that.
    fn last_known(self) -> Option<Date> {
        let issued = self.issued.and_then(|date| date.span()).map(|(_, last)| last);
        let end = self.period.last_day()?;
        Some(issued.map_or(end, |issued| issued.min(end)))
    }
}

/// What a report is counted from.
pub(crate) struct Recorded {
    /// Of the years of the period.
    pub(crate) now: Vec<YearRecords>,
    /// Of the year before, when somebody recorded something in it.
    pub(crate) before: Option<YearRecords>,
    /// Totals of past years.
    pub(crate) past: PastYears,
}

/// Why a report cannot be counted.
#[derive(Debug)]
pub(crate) enum Hindrance {
    /// A file of results or of past totals has errors.
    Results {
        /// The first such file.
        path: String,
        /// Whether it is the file of titles and forms, which is missing.
        is_missing: bool,
    },
    /// Units' plans cannot be read, so that nobody knows what was due.
    Plans(Vec<DocumentId>),
}

impl Hindrance {
    /// As it is told, at the period of the report when it has a place.
    pub(crate) fn diagnostic(self, place: Option<&Place>) -> Diagnostic {
        let of = |code: Code| match place {
            Some(place) => Diagnostic::error(code, place),
            None => Diagnostic::unplaced(code),
        };
        match self {
            Self::Results { path, is_missing } => of(Code::ResultsBroken)
                .with("path", path)
                .with("state", if is_missing { "missing" } else { "broken" }),
            Self::Plans(broken) => {
                of(Code::UnitPlansBroken).with("ids", DocumentId::first_of(&broken))
            }
        }
    }
}

impl Recorded {
    /// Gathers it: the records of each year that counts, and past totals.
    ///
    /// # Errors
    /// When something in it has errors: then no number is sure.
    pub(crate) fn new(
        period: Period,
        records_of: impl Fn(Year) -> YearRecords,
        past: PastYears,
    ) -> Result<Self, Hindrance> {
        let now: Vec<YearRecords> = period.years().map(&records_of).collect();
        let compares = period.span != Span::TenYears;
        let before = period.year_before().filter(|_| compares);
        let before = before.map(|before| records_of(before.year));
        for records in now.iter().chain(&before) {
            sound(&records.problems, &records.sources)?;
            if !records.broken.is_empty() {
                return Err(Hindrance::Plans(records.broken.clone()));
            }
        }
        sound(&past.problems, &past.sources)?;
        let has_any =
            |records: &YearRecords| records.results.iter().any(|results| !results.is_empty());
        Ok(Self { now, before: before.filter(has_any), past })
    }

    /// Warns, at the day up to which a report counts, of what is recorded and does not count because
    /// it is later, though the report could have known it; and, at its period, of what is doubtful
    /// about the results.
    pub(crate) fn warnings(
        &self,
        counting: Counting,
        (at_period, at_day): (&Place, &Place),
    ) -> Vec<Diagnostic> {
        let Counting { period, as_of, .. } = counting;
        let mut warnings = Vec::new();
        let last = counting.last_known().unwrap_or(as_of);
        let late = |records: &YearRecords| -> Vec<String> {
            let places = dated_between(&records.results, period, (as_of, last));
            places.map(|place| shown(place, &records.sources)).collect()
        };
        let late: Vec<String> = self.now.iter().flat_map(late).collect();
        if let Some(first) = late.first() {
            warnings.push(
                Diagnostic::warning(Code::ResultsAfterDay, at_day)
                    .with("results", late.len())
                    .with("path", first.as_str()),
            );
        }
        // The year before is compared with by its results alone, however few they are.
        let before = period.year_before().filter(|_| self.before.is_some());
        let totals = self.past.years.iter().map(|history| history.year);
        let mut beside = before
            .into_iter()
            .filter(|before| totals.clone().any(|year| year == before.year));
        if let Some(before) = beside.next() {
            warnings.push(
                Diagnostic::warning(Code::TotalsBesideResults, at_period)
                    .with("year", before.year.to_string()),
            );
        }
        let doubts = |records: &YearRecords| records.problems.len();
        let doubtful: usize = self.now.iter().map(doubts).sum();
        if doubtful > 0 {
            warnings.push(
                Diagnostic::warning(Code::ResultsDoubtful, at_period)
                    .with("doubts", doubtful)
                    .with("year", period.year.to_string()),
            );
        }
        warnings
    }
}

/// A place in other texts than the report's own: the file with the line, or the cell of a table.
fn shown(place: &Place, sources: &Sources) -> String {
    let source = sources.get(place.file);
    match source.cell(place.range.start) {
        Some(cell) => format!("{} {cell}", source.name()),
        None => format!("{}:{}", source.name(), source.line_column(place.range.start).0),
    }
}

/// That there is no error among problems, or the file of the first one.
fn sound(problems: &[Diagnostic], sources: &Sources) -> Result<(), Hindrance> {
    if !has_errors(problems) {
        return Ok(());
    }
    let is_error = |problem: &&Diagnostic| problem.severity == Severity::Error;
    let missing = problems.iter().find(|problem| problem.code == Code::AwardsMissing);
    let first = missing.or_else(|| problems.iter().find(is_error));
    let path = first.map(|problem| match &problem.place {
        Some(place) => sources.get(place.file).name().to_owned(),
        None => problem.text("path").unwrap_or_default().to_owned(),
    });
    Err(Hindrance::Results {
        path: path.unwrap_or_default(),
        is_missing: missing.is_some(),
    })
}
