//! Words that tell years from other numbers; they stand in `words.txt`.

use super::phrases::{Phrases, WordTable};

static TABLE: WordTable = WordTable::new(include_str!("words.txt"));

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
