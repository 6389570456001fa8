//! Words that tell the titles of documents, offices and the rest of a sentence apart; they stand in
//! `words.txt`.

use crate::expressions::{Phrases, WordTable};

static TABLE: WordTable = WordTable::new(include_str!("words.txt"));

/// Words with which a title begins.
pub(super) static TITLES: Phrases = Phrases::new(&TABLE, "titles");

/// Words with which a title joins its document without "về": "Nghị định … quy định …".
pub(super) static TITLE_VERBS: Phrases = Phrases::new(&TABLE, "title-verbs");

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
