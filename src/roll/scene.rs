//! What stands around an expression: its clause and its sentence.
//!
//! Every expression asks many times for the same phrases in the same clause. So all that is asked for
//! is found once for the whole text, and a question is a look into a table: the time that a text
//! takes grows with its length, and not with the square of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

use crate::expressions::token::Tokens;
use crate::expressions::{Expression, Time};

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
    sentences: Parts,
    clauses: Parts,
    /// Where each word, number or mark stands.
    standing: HashMap<String, Vec<usize>>,
    quotation_marks: Vec<usize>,
    /// Where the phrases of a table begin and end, by the table.
    hits: RefCell<HashMap<(*const &'static str, usize), Hits>>,
    /// What was found out about a clause, by a name for it and where the clause begins.
    known: RefCell<HashMap<(&'static str, usize), bool>>,
}

/// Where phrases begin, and the place behind them, in order.
type Hits = Rc<Vec<(usize, usize)>>;

/// More expressions than these are no sentence but a list, in which none can be judged by what stands
/// around it.
const MOST_IN_SENTENCE: usize = 48;

/// A text in parts.
struct Parts {
    /// By token: where the part begins that it stands in, after what parts.
    starts: Vec<usize>,
    /// By token: what parts at it or behind it.
    ends: Vec<usize>,
}

impl Parts {
    fn new(count: usize, parts: impl Fn(usize) -> bool) -> Self {
        let (mut starts, mut ends) = (vec![0; count + 1], vec![count; count + 1]);
        for at in 0..count {
            starts[at + 1] = if parts(at) { at + 1 } else { starts[at] };
        }
        for at in (0..count).rev() {
            ends[at] = if parts(at) { at } else { ends[at + 1] };
        }
        Self { starts, ends }
    }

    /// The part around a place.
    fn around(&self, place: &Range<usize>) -> Range<usize> {
        self.starts[place.start]..self.ends[place.end]
    }
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
        let sentences = Parts::new(tokens.len(), |at| tokens.ends_sentence(at));
        let clauses = Parts::new(tokens.len(), |at| {
            tokens.ends_sentence(at) || tokens.mark(at, ';') && !cited[at]
        });
        let is_quotation =
            |at: &usize| tokens.any_mark(*at).is_some_and(|mark| "“”\"".contains(mark));
        Self {
            quotation_marks: (0..tokens.len()).filter(is_quotation).collect(),
            text,
            tokens,
            found,
            frame,
            places,
            cited,
            sentences,
            clauses,
            standing: tokens.standing(),
            hits: RefCell::default(),
            known: RefCell::default(),
        }
    }

    /// Whether the sentence of an expression has so many that it is none.
    pub(super) fn is_list(&self, index: usize) -> bool {
        self.indices(self.sentence(index)).len() > MOST_IN_SENTENCE
    }

    /// What is true of the clause of an expression, found out once. `what` names it.
    pub(super) fn once(
        &self,
        what: &'static str,
        clause: Range<usize>,
        find_out: impl FnOnce(Range<usize>) -> bool,
    ) -> bool {
        let key = (what, clause.start);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let found = find_out(clause);
        self.known.borrow_mut().insert(key, found);
        found
    }

    /// By how many years the text moves.
    pub(super) fn delta(&self) -> i32 {
        self.frame.delta()
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

    /// The sentence of an expression.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        self.sentences.around(&self.place(index))
    }

    /// The clause of an expression: its sentence, up to the next semicolon.
    pub(super) fn clause(&self, index: usize) -> Range<usize> {
        self.clauses.around(&self.place(index))
    }

    /// Where a phrase stands in some tokens, outside of citations.
    pub(super) fn find(
        &self,
        within: Range<usize>,
        phrases: &'static [&'static str],
    ) -> Option<usize> {
        self.finds(within, phrases, usize::MAX).next()
    }

    /// All places in some tokens where a phrase of so many tokens at most stands, outside of citations.
    pub(super) fn finds(
        &self,
        within: Range<usize>,
        phrases: &'static [&'static str],
        longest: usize,
    ) -> impl Iterator<Item = usize> + use<> {
        let hits = self.hits(phrases);
        let first = hits.partition_point(|(at, _)| *at < within.start);
        let last = hits.partition_point(|(at, _)| *at < within.end);
        (first..last.max(first)).filter_map(move |hit| {
            let (at, behind) = hits[hit];
            (behind <= within.end && behind - at <= longest).then_some(at)
        })
    }

    /// Where the phrases of a table stand in the whole text, outside of citations.
    fn hits(&self, phrases: &'static [&'static str]) -> Hits {
        // Tables are constants: one is told by its place and length.
        let table = (phrases.as_ptr(), phrases.len());
        if let Some(known) = self.hits.borrow().get(&table) {
            return known.clone();
        }
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for phrase in phrases {
            let first = phrase.split(' ').next().unwrap_or_default();
            let places = self.standing.get(first).into_iter().flatten();
            for at in places.filter(|at| !self.cited[**at]) {
                if let Some(behind) = self.tokens.starts(*at, phrase) {
                    let longest = hits.entry(*at).or_default();
                    *longest = behind.max(*longest);
                }
            }
        }
        let hits: Hits = Rc::new(hits.into_iter().collect());
        self.hits.borrow_mut().insert(table, hits.clone());
        hits
    }

    /// Whether a phrase stands in some tokens, outside of citations.
    pub(super) fn has(&self, within: Range<usize>, phrases: &'static [&'static str]) -> bool {
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
    pub(super) fn within(
        &self,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = &'a Expression> + use<'a> {
        self.found[self.indices(tokens)].iter()
    }

    /// Which expressions begin in some tokens.
    fn indices(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|place| place.start < tokens.start);
        let last = self.places.partition_point(|place| place.start < tokens.end);
        first..last.max(first)
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
        let person = self.tokens.ends_any(at, &words::PERSONS).is_some();
        name || person || !compound
    }

    /// Whether an expression stands within quotation marks.
    pub(super) fn quoted(&self, index: usize) -> bool {
        let (place, sentence) = (self.place(index), self.sentence(index));
        let first = self.quotation_marks.partition_point(|at| *at < sentence.start);
        let last = self.quotation_marks.partition_point(|at| *at < sentence.end);
        let (mut open, mut closes) = (false, false);
        for &at in &self.quotation_marks[first..last] {
            let mark = self.tokens.any_mark(at);
            if at >= place.end {
                closes |= mark != Some('“');
            } else if at < place.start {
                open = match mark {
                    Some('“') => true,
                    Some('”') => false,
                    _ => !open,
                };
            }
        }
        open && closes
    }

    /// Whether a year of the document's own stands in the clause of an expression.
    pub(super) fn has_own_year(&self, index: usize) -> bool {
        self.once("own year", self.clause(index), |clause| {
            let years = |found: &'a Expression| found.time.years();
            self.within(clause).flat_map(years).any(|year| self.own(year.value))
        })
    }

    /// Whether a congress is spoken of in some tokens, not only its resolution.
    pub(super) fn congress(&self, within: Range<usize>) -> bool {
        self.finds(within, &words::CONGRESSES, 2).any(|at| {
            self.tokens.ends_any(at, &words::OF_CONGRESS).is_none()
                && self.tokens.starts_any(at + 2, &words::NO_CONGRESS).is_none()
        })
    }
}
