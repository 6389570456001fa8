//! Titles of emulation and forms of commendation: what can be awarded, to whom, by whom.
//!
//! Law on Emulation and Commendation 06/2022/QH15: titles, Articles 19 to 31; forms, Article 9;
//! who grants them, Articles 77 to 80. `data/awards.yaml` holds them.

use std::collections::BTreeMap;

use crate::calendar::{Date, IssueDate};
use crate::diag::Place;
use crate::office::{Level, Validity};

/// The id of a title or form, such as `giay-khen`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AwardId(pub String);

/// What the law calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AwardForm {
    /// A title of emulation (danh hiệu thi đua).
    Title,
    /// A form of commendation (hình thức khen thưởng).
    Commendation,
}

impl AwardForm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Title, Self::Commendation];

    /// The value of `kind:`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Commendation => "form",
        }
    }
}

/// Who can receive an award, as `for:` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Receiver {
    /// Collectives only.
    Collectives,
    /// Individuals only.
    Individuals,
    /// Collectives and individuals; households too, where the law commends them like these.
    Both,
    /// Households only.
    Household,
}

impl Receiver {
    /// All values.
    pub const ALL: [Self; 4] =
        [Self::Collectives, Self::Individuals, Self::Both, Self::Household];

    /// The value in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Collectives => "collectives",
            Self::Individuals => "individuals",
            Self::Both => "both",
            Self::Household => "household",
        }
    }

    /// Whether collectives can receive it.
    pub fn collectives(self) -> bool {
        matches!(self, Self::Collectives | Self::Both)
    }

    /// Whether individuals can receive it.
    pub fn individuals(self) -> bool {
        matches!(self, Self::Individuals | Self::Both)
    }

    /// Whether households can receive it.
    pub fn households(self) -> bool {
        matches!(self, Self::Household | Self::Both)
    }
}

/// That a level may grant an award, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The level.
    pub level: Level,
    /// When it may.
    pub validity: Validity,
}

/// What is paid with an award: a multiple of the base salary (Decree 152/2025/NĐ-CP, Articles 50 and 54).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reward {
    /// To whom.
    pub receiver: Receiver,
    /// How many hundredths of the base salary.
    pub hundredths: u32,
    /// When.
    pub validity: Validity,
}

/// The base salary (lương cơ sở) of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BaseSalary {
    /// đồng.
    pub amount: u32,
    /// When it holds.
    pub validity: Validity,
}

/// A title or form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// Where its entry stands.
    pub place: Place,
    /// Its name as the law writes it.
    pub name: String,
    /// Title or form.
    pub form: AwardForm,
    /// Who can receive it.
    pub receiver: Receiver,
    /// Who grants it, and when.
    pub grants: Vec<Grant>,
    /// What is paid with it, to whom and when.
    pub rewards: Vec<Reward>,
}

impl Award {
    /// Whether a level grants it on a day.
    pub fn is_granted(&self, level: Level, date: Date) -> bool {
        let day = IssueDate::Given(date);
        self.grants
            .iter()
            .any(|grant| grant.level == level && grant.validity.admits(day))
    }
}

/// All titles and forms of a workspace.
#[derive(Debug, Clone, Default)]
pub struct Awards {
    all: Vec<Award>,
    by_id: BTreeMap<AwardId, usize>,
    base_salaries: Vec<BaseSalary>,
}

impl Awards {
    /// Of the entries of a file. Of two with one id the first counts.
    pub fn new(all: Vec<Award>, base_salaries: Vec<BaseSalary>) -> Self {
        let mut by_id = BTreeMap::new();
        for (at, award) in all.iter().enumerate() {
            by_id.entry(award.id.clone()).or_insert(at);
        }
        Self { all, by_id, base_salaries }
    }

    /// All, in the order of the file, which is the order of rows in tables.
    pub fn all(&self) -> &[Award] {
        &self.all
    }

    /// The one of this id.
    pub fn get(&self, id: &AwardId) -> Option<&Award> {
        self.by_id.get(id).and_then(|at| self.all.get(*at))
    }

    /// What the law pays with an award to a receiver on a day, đồng; none where the file does not say it.
    pub fn reward(&self, award: &Award, receiver: Receiver, day: Date) -> Option<u64> {
        let day = IssueDate::Given(day);
        let is_it = |reward: &&Reward| {
            let is_for = reward.receiver == receiver || reward.receiver == Receiver::Both;
            is_for && reward.validity.admits(day)
        };
        let hundredths = award.rewards.iter().find(is_it)?.hundredths;
        let mut salaries = self.base_salaries.iter();
        let salary = salaries.find(|salary| salary.validity.admits(day))?.amount;
        Some(u64::from(salary) * u64::from(hundredths) / 100)
    }
}
