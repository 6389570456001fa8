//! What stands around an expression: its clause and its sentence.

use std::ops::Range;

use crate::calendar::expression::token::Tokens;
use crate::calendar::expression::{Expression, Time};

use super::{Frame, words};

/// A text with its expressions, seen from the places of the tokens.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a Tokens,
    pub(super) found: &'a [Expression],
    pub(super) frame: Frame,
    /// The tokens of each expression.
    places: Vec<Range<usize>>,
    /// Which tokens belong to the citation of a document.
    cited: Vec<bool>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &'a Tokens,
        found: &'a [Expression],
        frame: Frame,
    ) -> Self {
        let mut cited = vec![false; tokens.len()];
        let mut places = Vec::with_capacity(found.len());
        for expression in found {
            let place =
                tokens.index_at(expression.range.start)..tokens.index_at(expression.range.end);
            if let Time::Citation(_) = expression.time {
                cited
                    .iter_mut()
                    .take(place.end)
                    .skip(place.start)
                    .for_each(|own| *own = true);
            }
            places.push(place);
        }
        Self { text, tokens, found, frame, places, cited }
    }

    /// By how many years the text moves.
    pub(super) fn delta(&self) -> i32 {
        i32::from(self.frame.to.get()) - i32::from(self.frame.from.get())
    }

    /// How far a year is from the document's own.
    pub(super) fn distance(&self, year: u16) -> i32 {
        i32::from(year) - i32::from(self.frame.from.get())
    }

    /// Whether a year is the document's own, the one before or the one after.
    pub(super) fn own(&self, year: u16) -> bool {
        self.distance(year).abs() <= 1
    }

    /// Whether a period that ends in a year is over in the new year but was not in the old.
    pub(super) fn runs_out(&self, last: u16) -> bool {
        self.frame.from.get() <= last && last < self.frame.to.get()
    }

    /// The tokens of an expression.
    pub(super) fn place(&self, index: usize) -> Range<usize> {
        self.places.get(index).cloned().unwrap_or_default()
    }

    /// The tokens around a place up to marks that part.
    fn around(&self, place: &Range<usize>, parts: impl Fn(usize) -> bool) -> Range<usize> {
        let start = (0..place.start).rev().find(|at| parts(*at)).map_or(0, |at| at + 1);
        let end = (place.end..self.tokens.len()).find(|at| parts(*at));
        start..end.unwrap_or(self.tokens.len())
    }

    /// The sentence of an expression.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        self.around(&self.place(index), |at| self.tokens.ends_sentence(at))
    }

    /// The clause of an expression: its sentence, up to the next semicolon.
    pub(super) fn clause(&self, index: usize) -> Range<usize> {
        self.around(&self.place(index), |at| {
            self.tokens.ends_sentence(at) || self.tokens.mark(at, ';') && !self.is_cited(at)
        })
    }

    fn is_cited(&self, at: usize) -> bool {
        self.cited.get(at).copied().unwrap_or_default()
    }

    /// Where a phrase stands in some tokens, outside of citations.
    pub(super) fn find(&self, within: Range<usize>, phrases: &[&str]) -> Option<usize> {
        let end = within.end;
        within.into_iter().find(|at| {
            !self.is_cited(*at)
                && self
                    .tokens
                    .starts_any(*at, phrases)
                    .is_some_and(|behind| behind <= end)
        })
    }

    /// Whether a phrase stands in some tokens, outside of citations.
    pub(super) fn has(&self, within: Range<usize>, phrases: &[&str]) -> bool {
        self.find(within, phrases).is_some()
    }

    /// Whether a phrase ends right before an expression.
    pub(super) fn led_by(&self, index: usize, phrases: &[&str]) -> bool {
        let start = self.place(index).start;
        self.tokens.ends_any(start, phrases).is_some()
    }

    /// Whether a phrase begins right behind an expression.
    pub(super) fn followed_by(&self, index: usize, phrases: &[&str]) -> bool {
        self.tokens.starts_any(self.place(index).end, phrases).is_some()
    }

    /// The expressions of some tokens.
    pub(super) fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &'a Expression> {
        self.found
            .iter()
            .zip(&self.places)
            .filter(move |(_, place)| tokens.contains(&place.start))
            .map(|(expression, _)| expression)
    }

    /// Whether somebody was born at the time of an expression, as some phrases before it tell:
    /// "sinh" by itself, not as the end of "tuyển sinh" or "vệ sinh".
    pub(super) fn born(&self, index: usize, phrases: &[&str]) -> bool {
        let Some(at) = self.tokens.ends_any(self.place(index).start, phrases) else {
            return false;
        };
        let start = self.sentence(index).start;
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
            return true;
        };
        // "chị Nguyễn Thị An sinh năm …": a name, not the word "an sinh".
        let name = self.tokens.capital(before)
            && before > start + 1
            && self.tokens.capital(before - 1)
            && !self.tokens.capital(at);
        let compound = self
            .tokens
            .word(before)
            .is_some_and(|word| words::WITH_SINH.contains(&word));
        let person = self.tokens.ends_any(at, words::PERSONS).is_some();
        name || person || !compound
    }

    /// Whether an expression stands within quotation marks.
    pub(super) fn quoted(&self, index: usize) -> bool {
        let place = self.place(index);
        let mut open = false;
        for at in self.sentence(index).start..place.start {
            match self.tokens.any_mark(at) {
                Some('“') => open = true,
                Some('”') => open = false,
                Some('"') => open = !open,
                _ => {}
            }
        }
        let closes = |at: usize| self.tokens.any_mark(at).is_some_and(|c| "”\"".contains(c));
        open && (place.end..self.sentence(index).end).any(closes)
    }

    /// Whether a year of the document's own stands in the clause of an expression.
    pub(super) fn has_own_year(&self, index: usize) -> bool {
        let years = |found: &'a Expression| found.time.years();
        self.within(self.clause(index))
            .flat_map(years)
            .any(|year| self.own(year.value))
    }

    /// Whether a congress is spoken of in some tokens, not only its resolution.
    pub(super) fn congress(&self, within: Range<usize>) -> bool {
        within.clone().any(|at| {
            self.find(at..within.end.min(at + 2), words::CONGRESSES) == Some(at)
                && self.tokens.ends_any(at, words::OF_CONGRESS).is_none()
                && self.tokens.starts_any(at + 2, words::NO_CONGRESS).is_none()
        })
    }
}
