//! Legal acts: which are in force when, and what took their place; and what can be awarded.
//!
//! Papers cite acts by number ("Nghị định số 98/2023/NĐ-CP"), laws also by name and year ("Luật Thi
//! đua, khen thưởng năm 2022"). In go the entries of `data/legal.yaml` ([`Acts`]) and running text
//! (`citation`); out come the acts that are cited and are not in force on the paper's date
//! ([`Acts::not_in_force`]). A repealed decree among the bases is what sends a paper back first.

mod award;
mod citation;

use std::collections::BTreeSet;
use std::ops::Range;

pub(crate) use award::{
    Award, AwardForm, AwardId, Awards, BaseSalary, Grant, Receiver, Reward,
};
use citation::Cited;
pub(crate) use citation::expressions;
pub(crate) use citation::{expressions_in, is_number, opens_title};

use crate::calendar::{Date, IssueDate};
use crate::diag::Place;
use crate::expressions::ActType;
use crate::office::Validity;

/// The id of an act, such as `nd-98-2023`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActId(pub String);

/// A legal act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// Where its entry stands.
    pub place: Place,
    /// Its type: "Nghị định".
    pub type_name: String,
    /// Its number and symbol: "98/2023/NĐ-CP".
    pub number: String,
    /// When it was issued.
    pub date: Option<Date>,
    /// Who issued it: "Chính phủ".
    pub issuer: Option<String>,
    /// What it is about (trích yếu); the name of a law.
    pub subject: Option<String>,
    /// When it is in force.
    pub in_force: Validity,
    /// What took its place.
    pub replaced_by: Vec<ActId>,
}

/// The acts that the office's papers may cite.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    acts: Vec<Act>,
}

/// Types of acts that papers cite by name and year.
const LAWS: [&str; 3] = ["Luật", "Bộ luật", "Pháp lệnh"];

impl Act {
    /// As a paper names it: "Nghị định số 98/2023/NĐ-CP".
    pub fn full_name(&self) -> String {
        match self.law_name() {
            Some(name) => format!("{} {name} (số {})", self.type_name, self.number),
            None => format!("{} số {}", self.type_name, self.number),
        }
    }

    /// As it is cited first (Decree 30/2020/NĐ-CP, Appendix I, II.6): type and name of a law, of others also number, day,
    /// issuer and subject; none while one of them is not known.
    pub(crate) fn in_full(&self) -> Option<String> {
        if let Some(name) = self.law_name() {
            return Some(format!("{} {name}", self.type_name));
        }
        let (date, issuer) = (self.date?.slashed(), self.issuer.as_deref()?);
        let subject = self.subject.as_deref()?;
        Some(format!(
            "{} số {} ngày {date} của {issuer} {subject}",
            self.type_name, self.number
        ))
    }

    /// Whether papers cite it by its name.
    fn is_law(&self) -> bool {
        LAWS.contains(&self.type_name.as_str())
    }

    /// Whether it can be in force at the date of a paper. An act whose first day in force is not
    /// known counts from its own date.
    pub fn admits(&self, date: IssueDate) -> bool {
        let from = self.in_force.from.or(self.date);
        Validity { from, ..self.in_force }.admits(date)
    }
}

/// The first letters of a text, so many of them.
fn beginning(text: &str, count: usize) -> Option<&str> {
    let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    text.get(..ends.nth(count)?)
}

impl Acts {
    /// Of the entries of a file.
    pub fn new(acts: Vec<Act>) -> Self {
        Self { acts }
    }

    /// All of them, in the order of the file.
    pub fn all(&self) -> &[Act] {
        &self.acts
    }

    /// The act of this id.
    pub fn get(&self, id: &ActId) -> Option<&Act> {
        self.acts.iter().find(|act| act.id == *id)
    }

    /// The acts that a text cites and that are not in force at a date, with the bytes of their numbers or
    /// years.
    pub fn not_in_force(&self, text: &str, date: IssueDate) -> Vec<(Range<usize>, &Act)> {
        self.cited_in(text, |act| !act.admits(date))
    }

    /// The documents that a text cites by number without their day or their subject, with the act where it is known.
    /// Laws need neither.
    pub(crate) fn cited_in_part(&self, text: &str) -> Vec<(Range<usize>, Option<&Act>)> {
        if !text.contains(['/', '-']) {
            return Vec::new();
        }
        let is_in_part = |cited: &Cited| {
            cited.act != Some(ActType::Law)
                && !cited.blank
                && !(cited.is_dated && cited.is_titled)
        };
        let cited = citation::cited(text).into_iter().filter(is_in_part);
        cited
            .filter_map(|cited| {
                let number = &text[cited.number.clone()?];
                // "Nghị định 98": a number without a symbol is no citation of its own.
                let known = self.acts.iter().find(|act| act.number == number);
                is_number(number).then_some((cited.range, known))
            })
            .collect()
    }

    /// Those of the wanted acts that a text cites.
    /// Laws that a text names with wrong capitals, each as it is written and as it is called: "Luật thi đua, khen thưởng".
    pub(crate) fn named_in_small_letters(&self, text: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let small = text.to_lowercase();
        let laws = self.acts.iter().filter(|act| LAWS.contains(&act.type_name.as_str()));
        // An act that amends others has no name of its own.
        let names = laws.filter_map(|act| {
            let subject = act
                .subject
                .as_ref()
                .filter(|subject| !subject.starts_with("sửa đổi"))?;
            Some(format!("{} {subject}", act.type_name))
        });
        let names: BTreeSet<String> = names.collect();
        for name in names {
            let lower = name.to_lowercase();
            // Nearly every text names it rightly, or not at all.
            if small.matches(&lower).count() == text.matches(&name).count() {
                continue;
            }
            let starts = text.char_indices().filter(|(_, letter)| letter.is_alphabetic());
            for (start, _) in starts {
                let Some(said) = beginning(&text[start..], name.chars().count()) else {
                    continue;
                };
                let before = &text[..start];
                let is_within = before.chars().next_back().is_some_and(char::is_alphanumeric);
                // "pháp luật thi đua, khen thưởng" is no act.
                let is_part = ["pháp", "kỷ", "Pháp", "Kỷ"]
                    .iter()
                    .any(|word| before.trim_end().ends_with(word));
                let is_word = !is_within && !is_part;
                let is_title = said.chars().all(|c| !c.is_lowercase());
                if is_word && said != name && !is_title && said.to_lowercase() == lower {
                    found.push((said.to_owned(), name.clone()));
                }
            }
        }
        found
    }

    fn cited_in(
        &self,
        text: &str,
        is_wanted: impl Fn(&Act) -> bool,
    ) -> Vec<(Range<usize>, &Act)> {
        // Most texts name none: they need not be cut into words.
        let by_number = text.contains(['/', '-']);
        let by_name = LAWS.iter().any(|law| text.contains(law));
        let may_stand = |act: &&Act| {
            by_number && text.contains(&act.number)
                || by_name && act.law_name().is_some_and(|name| text.contains(name))
        };
        let candidates: Vec<&Act> = self
            .acts
            .iter()
            .filter(may_stand)
            .filter(|act| is_wanted(act))
            .collect();
        if candidates.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Range<usize>, &Act)> = Vec::new();
        for cited in citation::cited(text) {
            found.extend(candidates.iter().filter_map(|act| {
                Some((
                    act.number_in(&cited, text).or_else(|| act.year_in(&cited, text))?,
                    *act,
                ))
            }));
        }
        found.sort_by_key(|(range, _)| range.start);
        found
    }
}

impl Act {
    /// The name by which papers cite it, when it is a law.
    fn law_name(&self) -> Option<&str> {
        self.subject.as_deref().filter(|_| self.is_law())
    }

    /// Where a citation has its number.
    fn number_in(&self, cited: &Cited, text: &str) -> Option<Range<usize>> {
        cited
            .number
            .clone()
            .filter(|number| text[number.clone()] == self.number)
    }

    /// The year with which a citation names it: "Luật Thi đua, khen thưởng năm 2003".
    fn year_in(&self, cited: &Cited, text: &str) -> Option<Range<usize>> {
        if cited.number.is_some() || cited.act != Some(ActType::Law) {
            return None;
        }
        let name = self.law_name()?;
        let rest = text[cited.range.clone()].strip_prefix(self.type_name.as_str())?;
        let is_it = rest.trim_start().starts_with(name);
        let year = self.date?.year();
        let mut years = cited.years.iter().filter(|own| i32::from(own.value) == year);
        years.next().filter(|_| is_it).map(|year| year.range.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn act(type_name: &str, number: &str, subject: &str, date: &str, until: &str) -> Act {
        let file = Sources::default().add("legal.yaml", "");
        Act {
            id: ActId(number.to_lowercase()),
            place: Place::new(file, 0..0),
            type_name: type_name.to_owned(),
            number: number.to_owned(),
            date: Date::parse(date).ok(),
            issuer: None,
            subject: Some(subject.to_owned()),
            in_force: Validity { from: None, until: Date::parse(until).ok() },
            replaced_by: Vec::new(),
        }
    }

    #[test]
    fn acts_are_found_by_number_and_laws_by_name_and_year() {
        let acts = Acts::new(vec![
            act("Nghị định", "98/2023/NĐ-CP", "", "2023-12-31", "2025-06-30"),
            act("Luật", "15/2003/QH11", "Thi đua, khen thưởng", "2003-11-26", "2023-12-31"),
        ]);
        let found = |text: &str| -> Vec<String> {
            acts.cited_in(text, |_| true)
                .iter()
                .map(|(range, _)| text[range.clone()].to_owned())
                .collect()
        };
        assert_eq!(found("Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"), ["98/2023/NĐ-CP"]);
        assert_eq!(found("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"), ["2003"]);
        assert_eq!(
            found("Luật Thi đua, khen thưởng năm 2003; NĐ 98/2023/NĐ-CP."),
            ["2003", "98/2023/NĐ-CP"]
        );
        for other in ["198/2023/NĐ-CP", "98/2023/NĐ-CPQ", "Luật Thi đua, khen thưởng năm 2022"]
        {
            assert_eq!(found(other), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn what_a_citation_leaves_out_is_seen() {
        let acts = Acts::new(vec![Act {
            issuer: Some("Chính phủ".to_owned()),
            ..act(
                "Nghị định",
                "98/2023/NĐ-CP",
                "quy định chi tiết",
                "2023-12-31",
                "2025-06-30",
            )
        }]);
        let found = |text: &str| -> Vec<Option<String>> {
            let found = acts.cited_in_part(text).into_iter();
            found.map(|(_, act)| act.and_then(Act::in_full)).collect()
        };
        let full =
            "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết";
        assert_eq!(found("Nghị định số 98/2023/NĐ-CP"), [Some(full.to_owned())]);
        assert_eq!(
            found("Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ"),
            [Some(full.to_owned())]
        );
        assert_eq!(found("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"), [None]);
        for whole in
            [full, "Luật Thi đua, khen thưởng", "Luật số 06/2022/QH15", "năm 2023 - 2024"]
        {
            assert_eq!(found(whole), [], "{whole}");
        }
    }

    #[test]
    fn an_act_without_first_day_counts_from_its_own_date() {
        let act = act("Nghị định", "98/2023/NĐ-CP", "", "2023-12-31", "2025-06-30");
        let admits = |text| IssueDate::parse(text).is_ok_and(|date| act.admits(date));
        assert!(admits("2024-01") && admits("2025-06-30") && admits("2023-12"));
        assert!(!admits("2025-07") && !admits("2023-11"));
    }
}
