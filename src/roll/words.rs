//! Words that decide what an expression of time means in its place; they stand in `words.txt`.

use crate::expressions::{Phrases, WordTable};

static TABLE: WordTable = WordTable::new(include_str!("words.txt"));

/// Before "từ" or instead of it: from when something is in force.
pub(super) static IN_FORCE: Phrases = Phrases::new(&TABLE, "in-force");

/// Syllables before "sinh" that make it the end of another word.
pub(super) static WITH_SINH: Phrases = Phrases::new(&TABLE, "with-sinh");

/// Before "sinh": persons, though the last syllable would make another word of it.
pub(super) static PERSONS: Phrases = Phrases::new(&TABLE, "persons");

/// Behind a time: for good.
pub(super) static FOR_GOOD: Phrases = Phrases::new(&TABLE, "for-good");

/// Before a time: it is a beginning without an end.
pub(super) static OPEN: Phrases = Phrases::new(&TABLE, "open");

/// Before a time of the coming year: an undertaking of its own length ends there.
pub(super) static FROM_NOW: Phrases = Phrases::new(&TABLE, "from-now");

/// In the clause before an open beginning: it is when something takes place.
pub(super) static TAKES_PLACE: Phrases = Phrases::new(&TABLE, "takes-place");

/// Before a year: it is how far a plan looks.
pub(super) static UNTIL: Phrases = Phrases::new(&TABLE, "until");

/// Before a year: by its end.
pub(super) static BY_THE_END: Phrases = Phrases::new(&TABLE, "by-the-end");

/// What makes "đến năm …" the end of something fixed.
pub(super) static STRATEGIES: Phrases = Phrases::new(&TABLE, "strategies");

/// Congresses.
pub(super) static CONGRESSES: Phrases = Phrases::new(&TABLE, "congresses");

/// Meetings that are called congress but take place every year, or are places.
pub(super) static NO_CONGRESS: Phrases = Phrases::new(&TABLE, "no-congress");

/// Before "đại hội": what a congress has left, not the congress.
pub(super) static OF_CONGRESS: Phrases = Phrases::new(&TABLE, "of-congress");

/// Elections.
pub(super) static ELECTIONS: Phrases = Phrases::new(&TABLE, "elections");

/// With these a term is one that is voted for.
pub(super) static VOTED: Phrases = Phrases::new(&TABLE, "voted");

/// The figures of a budget over several years.
pub(super) static BUDGETS: Phrases = Phrases::new(&TABLE, "budgets");

/// What is laid down once for some years, even when it speaks of money.
pub(super) static FIXED: Phrases = Phrases::new(&TABLE, "fixed");

/// What sounds like the document's own frame, though the year is two years off.
pub(super) static OWN_WORK: Phrases = Phrases::new(&TABLE, "own-work");

/// Before a year with which another is compared.
pub(super) static COMPARED: Phrases = Phrases::new(&TABLE, "compared");

/// Before a day: something that happened on it.
pub(super) static HAPPENED: Phrases = Phrases::new(&TABLE, "happened");

/// Before a year: what happened in it and will not happen again.
pub(super) static HAPPENED_IN: Phrases = Phrases::new(&TABLE, "happened-in");

/// What hangs on the lunar calendar: next year it falls on other days.
pub(super) static LUNAR: Phrases = Phrases::new(&TABLE, "lunar");

/// Behind or before a year: its place among several.
pub(super) static OF_MANY: Phrases = Phrases::new(&TABLE, "of-many");

/// Before a year of birth.
pub(super) static BORN: Phrases = Phrases::new(&TABLE, "born");

/// Days of the week.
pub(super) static WEEKDAYS: Phrases = Phrases::new(&TABLE, "weekdays");

/// Before a day or month: by when something is due.
pub(super) static DUE: Phrases = Phrases::new(&TABLE, "due");

/// With these a sentence launches, concludes or holds something for anniversaries.
pub(super) static LAUNCHES: Phrases = Phrases::new(&TABLE, "launches");

/// Between two times of a row.
pub(super) static IN_ROW: Phrases = Phrases::new(&TABLE, "in-row");

/// Between a time and what tells it more exactly.
pub(super) static LEADS_TO_PART: Phrases = Phrases::new(&TABLE, "leads-to-part");

/// The same within brackets.
pub(super) static LEADS_IN_BRACKETS: Phrases = Phrases::new(&TABLE, "leads-in-brackets");

/// Between two anniversaries of one sentence.
pub(super) static CONNECTING: Phrases = Phrases::new(&TABLE, "connecting");

/// Behind the name of an anniversary: the sentence goes on.
pub(super) static BEHIND_NAMES: Phrases = Phrases::new(&TABLE, "behind-names");

/// What is not yet done: a target.
pub(super) static TARGETS: Phrases = Phrases::new(&TABLE, "targets");

/// What is done already.
pub(super) static RESULTS: Phrases = Phrases::new(&TABLE, "results");

/// Documents that are told by their day alone.
pub(super) static DOCUMENTS: Phrases = Phrases::new(&TABLE, "documents");

/// Right before a document: the text goes by it.
pub(super) static BY: Phrases = Phrases::new(&TABLE, "by");

/// Meetings and other occasions on which something was said or found.
pub(super) static OCCASIONS: Phrases = Phrases::new(&TABLE, "occasions");

/// Before an occasion: what came of it.
pub(super) static CITING: Phrases = Phrases::new(&TABLE, "citing");

/// Before "tại" and an occasion: what was said there.
pub(super) static SAID: Phrases = Phrases::new(&TABLE, "said");

/// Before an occasion: it is still to be held.
pub(super) static HELD: Phrases = Phrases::new(&TABLE, "held");

/// Words that lead to a day, and so are no part of the name of what has one.
pub(super) static DAY_LEADS: Phrases = Phrases::new(&TABLE, "day-leads");

/// Words at which the name of a document ends, besides those.
pub(super) static NAME_ENDS: Phrases = Phrases::new(&TABLE, "name-ends");

/// Before a number: it tells which one, not how many ("Cụm thi đua số 2").
pub(super) static WHICH: Phrases = Phrases::new(&TABLE, "which");

/// Before what would be a result: it is still to be reached.
pub(super) static AIMS: Phrases = Phrases::new(&TABLE, "aims");

/// Reviews and honours at the end of a period.
pub(super) static CLOSINGS: Phrases = Phrases::new(&TABLE, "closings");

/// Between the name of a document and the one with which it was issued.
pub(super) static ISSUED_WITH: Phrases = Phrases::new(&TABLE, "issued-with");

/// Before a number: the place in a row.
pub(super) static RANKS: Phrases = Phrases::new(&TABLE, "ranks");

/// With these words the name of an office begins that does something.
pub(super) static OFFICES: Phrases = Phrases::new(&TABLE, "offices");

/// What a report says of a year that is over, even without figures.
pub(super) static NARRATES: Phrases = Phrases::new(&TABLE, "narrates");

/// What is held once in five or ten years.
pub(super) static SELDOM: Phrases = Phrases::new(&TABLE, "seldom");

/// What struck one year only.
pub(super) static DISASTERS: Phrases = Phrases::new(&TABLE, "disasters");

/// What happens on a day that nobody plans.
pub(super) static INCIDENTS: Phrases = Phrases::new(&TABLE, "incidents");

/// Before incidents: they are counted, not told.
pub(super) static COUNTED: Phrases = Phrases::new(&TABLE, "counted");

/// Before a day or month: what was so by then is treated in a way of its own.
pub(super) static CUT_OFFS: Phrases = Phrases::new(&TABLE, "cut-offs");

/// Ends of these are deadlines, though they sound like the words above.
pub(super) static NO_CUT_OFFS: Phrases = Phrases::new(&TABLE, "no-cut-offs");

/// In a clause: what is said of a day is a rule.
pub(super) static RULES: Phrases = Phrases::new(&TABLE, "rules");

/// Behind "đã": what is still to be done was laid down before.
pub(super) static LAID_DOWN: Phrases = Phrases::new(&TABLE, "laid-down");

/// What a directive of every year sets going.
pub(super) static PLANNED: Phrases = Phrases::new(&TABLE, "planned");

/// A clause that begins with these says what is to be done.
pub(super) static WORK: Phrases = Phrases::new(&TABLE, "work");
