//! What people call a task: its id, its number in the plan, or what it says.
//!
//! In go what somebody wrote and the duties; out comes the task that is meant, or else the name that is nearest.

use std::collections::BTreeMap;

use super::records::Duty;
use crate::calendar::Year;
use crate::diag::nearest;
use crate::office::{AgencyId, Directory};
use crate::papers::TaskId;

/// What may stand before the number of a task.
const BEFORE_NUMBER: [&str; 2] = ["nhiệm vụ ", "số "];

/// The tasks of each agency and year.
type TasksOf<'d> = BTreeMap<(&'d AgencyId, Year), Vec<&'d Duty>>;

/// The tasks by who records them.
pub struct TaskNames<'d> {
    own: TasksOf<'d>,
    /// Those of agencies that an agency took over from.
    inherited: TasksOf<'d>,
}

impl<'d> TaskNames<'d> {
    /// Those of all duties.
    pub fn of(duties: &'d [Duty], directory: &'d Directory) -> Self {
        let (mut own, mut inherited) = (TasksOf::new(), TasksOf::new());
        for duty in duties {
            own.entry((&duty.unit, duty.year)).or_default().push(duty);
            for heir in directory.heirs(&duty.unit) {
                inherited.entry((heir, duty.year)).or_default().push(duty);
            }
        }
        Self { own, inherited }
    }

    /// The task of an agency that is meant. Its own come first.
    pub fn meant(&self, unit: &AgencyId, year: Year, given: &str) -> Option<&'d TaskId> {
        self.of_unit(unit, year).find_map(|duties| meant(duties, given))
    }

    /// Whether an agency has a task of this id.
    pub fn has(&self, unit: &AgencyId, year: Year, task: &TaskId) -> bool {
        self.of_unit(unit, year).flatten().any(|duty| duty.task == *task)
    }

    /// The tasks of an agency in a year, its own first.
    fn of_unit<'s>(
        &'s self,
        unit: &'s AgencyId,
        year: Year,
    ) -> impl Iterator<Item = &'s Vec<&'d Duty>> {
        let of = move |tasks: &'s TasksOf<'d>| tasks.get(&(unit, year));
        [&self.own, &self.inherited].into_iter().filter_map(of)
    }

    /// What the task of an agency is called that is nearest.
    pub fn nearest(&self, unit: &AgencyId, year: Year, given: &str) -> Option<&'d str> {
        let duties = self.of_unit(unit, year).flatten();
        let names: Vec<(String, &'d str)> = duties
            .flat_map(|duty| names(duty))
            .map(|name| (words(name), name))
            .collect();
        let found = nearest(&words(given), names.iter().map(|(name, _)| name.as_str()))?;
        names.iter().find(|(name, _)| name == found).map(|(_, name)| *name)
    }
}

/// The one task that is meant among some. An id comes before a number, a number before a text.
fn meant<'d>(duties: &[&'d Duty], given: &str) -> Option<&'d TaskId> {
    let (folded, said) = (given.trim().to_lowercase(), words(given));
    let of_id = duties.iter().find(|duty| duty.task.0 == folded);
    let number = number(&folded);
    let of_number = || duties.iter().find(|duty| Some(duty.printed.number) == number);
    let of_text = || one(duties, &said);
    // "1. Phát động thi đua": with its number before it.
    let of_numbered = || {
        let (before, text) = said.split_once(' ')?;
        before
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| one(duties, text))?
    };
    let found = of_id.or_else(of_number).or_else(of_text).or_else(of_numbered);
    found.map(|duty| &duty.task)
}

/// The task that says this, if no other does.
fn one<'a, 'd>(duties: &'a [&'d Duty], said: &str) -> Option<&'a &'d Duty> {
    let mut found = duties
        .iter()
        .filter(|duty| duty.printed.texts.iter().any(|text| words(text) == said));
    let first = found.next()?;
    found.all(|other| other.task == first.task).then_some(first)
}

/// "1", "1.", "Nhiệm vụ số 1".
fn number(folded: &str) -> Option<usize> {
    let bare = BEFORE_NUMBER
        .into_iter()
        .fold(folded, |text, before| text.strip_prefix(before).unwrap_or(text));
    let bare = bare.trim_end_matches(['.', ')', ' ']);
    let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| bare.parse().ok()).flatten()
}

/// All that a task is called but its number.
fn names(duty: &Duty) -> impl Iterator<Item = &str> {
    let texts = duty.printed.texts.iter().map(String::as_str);
    std::iter::once(duty.task.0.as_str()).chain(texts)
}

/// A text as texts are compared: its words in small letters.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Due, Quarter};
    use crate::tally::{DutyOrigin, Printed};

    fn duty(unit: &str, number: usize, id: &str, texts: &[&str]) -> Duty {
        Duty {
            unit: AgencyId(unit.to_owned()),
            year: Year::new(2024).expect("a year"),
            task: TaskId(id.to_owned()),
            due: Due::Quarter(Quarter::First),
            origin: DutyOrigin::Plan,
            printed: Printed {
                number,
                texts: texts.iter().map(|text| (*text).to_owned()).collect(),
            },
        }
    }

    #[test]
    fn a_task_is_known_by_id_number_and_text() {
        let duties = [
            duty("xa", 1, "launch", &["Phát động phong trào thi đua năm 2024."]),
            duty("xa", 2, "3", &["Tổ chức sơ kết; bình xét", "Việc chung"]),
            duty("xa", 3, "review", &["Tổng kết, khen thưởng", "Việc chung"]),
            duty("huyen", 1, "district", &["Việc của huyện"]),
        ];
        let directory = Directory::default();
        let names = TaskNames::of(&duties, &directory);
        let (unit, year) = (AgencyId("xa".to_owned()), Year::new(2024).expect("a year"));
        let meant = |given: &str| names.meant(&unit, year, given).map(|task| task.0.as_str());
        for (given, id) in [
            ("launch", "launch"),
            ("LAUNCH", "launch"),
            ("1", "launch"),
            ("1.", "launch"),
            ("Nhiệm vụ số 1", "launch"),
            ("phát động phong trào thi đua năm 2024", "launch"),
            ("1. Phát động phong trào thi đua năm 2024", "launch"),
            ("tổ chức sơ kết, bình xét", "3"),
            ("2", "3"),
            // An id that looks like a number is an id.
            ("3", "3"),
        ] {
            assert_eq!(meant(given), Some(id), "{given}");
        }
        for unknown in ["Việc chung", "4", "0", "", "Việc của huyện", "district", "phát động"]
        {
            assert_eq!(meant(unknown), None, "{unknown}");
        }
        let nearest = |given: &str| names.nearest(&unit, year, given);
        assert_eq!(nearest("lauch"), Some("launch"));
        assert_eq!(nearest("Tổng kết, khen thưởg"), Some("Tổng kết, khen thưởng"));
        assert_eq!(nearest("Ủy ban nhân dân xã Gia Cát"), None);
    }
}
