//! Words that tell titles, offices and units apart from time; they stand in `words.txt`.

use super::phrases::{Phrases, Table};

static TABLE: Table = Table::new(include_str!("words.txt"));

/// Words with which a title begins.
pub(super) static TITLES: Phrases = Phrases::new(&TABLE, "titles");

/// Titles that begin so are surely titles; the other words may begin the text's own clause.
pub(super) static SURE_TITLES: Phrases = Phrases::new(&TABLE, "sure-titles");

/// Words that cannot be part of the name of an office.
pub(super) static NO_ISSUER: Phrases = Phrases::new(&TABLE, "no-issuer");

/// With these words the name of an office begins.
pub(super) static ISSUERS: Phrases = Phrases::new(&TABLE, "issuers");

/// With these words the clause goes on that the citation is part of. Verbs are not among them:
/// a title may have several ("về tổng kết năm 2023, triển khai nhiệm vụ năm 2024").
pub(super) static CLAUSES: Phrases = Phrases::new(&TABLE, "clauses");

/// Who may act behind a comma, written with a small letter.
pub(super) static ACTORS: Phrases = Phrases::new(&TABLE, "actors");

/// What an actor does right behind its name.
pub(super) static ACTS_NOW: Phrases = Phrases::new(&TABLE, "acts-now");

/// Verbs that show that an office behind a comma does something of its own.
pub(super) static VERBS: Phrases = Phrases::new(&TABLE, "verbs");

/// Time with a preposition: a deadline of the text's own, even within a title.
pub(super) static DEADLINES: Phrases = Phrases::new(&TABLE, "deadlines");

/// What is counted or measured; a number before it is no year.
pub(crate) static UNITS: Phrases = Phrases::new(&TABLE, "units");

/// Words behind which a bare number of four digits is a year.
pub(super) static HEADS: Phrases = Phrases::new(&TABLE, "heads");

/// Words behind which a number is surely no year.
pub(super) static COUNTERS: Phrases = Phrases::new(&TABLE, "counters");

/// Names that end with the word "số".
pub(super) static DIGITAL: Phrases = Phrases::new(&TABLE, "digital");

/// Words that name nothing: behind a number they do not tell what it counts.
pub(super) static FUNCTION_WORDS: Phrases = Phrases::new(&TABLE, "function-words");

/// Words behind which the next number is a name, a place or a telephone.
pub(super) static NAMED_NUMBERS: Phrases = Phrases::new(&TABLE, "named-numbers");
