//! What readers of values share: the file, the mistakes so far, and how text is cleaned.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::names::{Meaning, Names, braced};
use crate::calendar::IssueDate;
use crate::calendar::expression::{self, Time};
use crate::diag::{Code, Diagnostic, Place};
use crate::law::{Act, Acts};
use crate::office::{AgencyId, Directory};
use crate::papers::Text;
use crate::yaml::{Node, Problems, Reading, list, normalised, scalar};

/// The longest text, bytes: some ten pages.
pub(super) const LONGEST_TEXT: usize = 40_000;

/// The most marks that one letter carries, composed letters aside.
const MOST_MARKS: usize = 4;

/// Says whether the document's fonts can print a character.
pub type Printable<'a> = &'a (dyn Fn(char) -> bool + Sync);

/// The surroundings of one file while it is read.
pub(super) struct Context<'a> {
    /// The text of the file.
    pub(super) source: &'a str,
    /// Whether a draft is made, in which what is missing is shown as blank.
    pub(super) draft: bool,
    /// Whether the paper is a sample, whose signer needs no name.
    pub(super) sample: bool,
    /// The agencies that the file can name.
    pub(super) directory: &'a Directory,
    /// The legal acts that the file can cite.
    pub(super) acts: &'a Acts,
    /// The date of the paper, once read.
    pub(super) date: Option<IssueDate>,
    /// The agencies of which it was said that they are not in office.
    pub(super) told: BTreeSet<AgencyId>,
    /// Names that texts may hold in braces, and what they stand for; none where braces are braces.
    pub(super) names: Option<Names>,
    /// The places about which a question is open, in a draft.
    pub(super) asked: BTreeSet<String>,
    /// What the fonts can print.
    pub(super) printable: Printable<'a>,
    /// What was found so far.
    pub(super) problems: Problems,
}

impl Reading for Context<'_> {
    fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    fn is_draft(&self) -> bool {
        self.draft
    }
}

impl<'a> Context<'a> {
    /// Keeps a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.problems.report(diagnostic);
    }

    /// A line of text as a paper prints it: NFC, single spaces, only letters that can be printed.
    fn clean(&mut self, node: &Node) -> Option<String> {
        let raw = scalar(node, self, "expected-text")?;
        if raw.len() > LONGEST_TEXT {
            self.report(
                Diagnostic::error(Code::TextTooLong, &node.place).with("limit", LONGEST_TEXT),
            );
            return None;
        }
        // Word's unbreakable hyphen is a hyphen; our words do not break at one anyway.
        let text = normalised(raw).replace('\u{2011}', "-");
        if text.chars().all(char::is_whitespace) {
            self.report(Diagnostic::error(Code::EmptyText, &node.place));
            return None;
        }
        if self.has_stacked_marks(&text, node) {
            return None;
        }
        let mut sound = true;
        let mut reported: Vec<char> = Vec::new();
        for character in text.chars() {
            if let Some(code) = self.objection(character) {
                sound = false;
                if !reported.contains(&character) {
                    reported.push(character);
                    self.report(
                        Diagnostic::error(
                            code,
                            &self.place_of(character.encode_utf8(&mut [0; 4]), node),
                        )
                        .with("character", character.to_string())
                        .with("codepoint", format!("U+{:04X}", u32::from(character))),
                    );
                }
            }
        }
        if !sound {
            return None;
        }
        self.hold_to_the_numbers(&text, node);
        let text = self.fill(&text, node)?;
        self.hold_to_the_law(&text, node);
        Some(text)
    }

    /// Reports a letter with more marks above and below it than any script has.
    fn has_stacked_marks(&mut self, text: &str, node: &Node) -> bool {
        let mut marks = 0;
        let has_too_many = text.chars().any(|letter| {
            marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
            marks > MOST_MARKS
        });
        if has_too_many {
            let problem = Diagnostic::error(Code::TooManyMarks, &node.place);
            self.report(problem.with("limit", MOST_MARKS));
        }
        has_too_many
    }

    /// Puts what names in braces stand for in their place.
    fn fill(&mut self, text: &str, node: &Node) -> Option<String> {
        let Some(names) = self.names.take() else { return Some(text.to_owned()) };
        let (mut filled, mut rest, mut sound) = (String::new(), text, true);
        let mut stray = false;
        while let Some((before, name, after)) = braced(rest) {
            filled.push_str(before);
            stray |= before.contains('}');
            let name = name.trim();
            match names.get(name) {
                Meaning::Text(value) => filled.push_str(&value),
                Meaning::Nothing => {
                    sound = false;
                    let place = self.place_of(name, node);
                    self.report(
                        Diagnostic::error(Code::NumberWithoutValue, &place).with("name", name),
                    );
                }
                Meaning::Unknown => {
                    sound = false;
                    let place = self.place_of(name, node);
                    let all = names.around(name);
                    let likely = Names::likely(name, &all).into_iter();
                    let mut known: Vec<String> = likely.map(str::to_owned).collect();
                    if known.is_empty() {
                        known.push("–".to_owned());
                    }
                    self.report(
                        Diagnostic::error(Code::UnknownName, &place)
                            .with("name", name)
                            .with("known", known)
                            .suggest(name, all),
                    );
                }
            }
            rest = after;
        }
        filled.push_str(rest);
        if stray || rest.contains(['{', '}']) {
            sound = false;
            let brace = if rest.contains('{') { "{" } else { "}" };
            let place = self.place_of(brace, node);
            self.report(Diagnostic::error(Code::UnclosedBrace, &place));
        }
        for (range, count, right) in contradictions(&filled) {
            sound = false;
            let place = self.place_of(&filled[range], node);
            self.report(
                Diagnostic::error(Code::AnniversaryContradicts, &place)
                    .with("given", usize::from(count))
                    .with("right", usize::from(right)),
            );
        }
        self.names = Some(names);
        sound.then_some(filled)
    }

    /// Points out figures that somebody typed and that no number of the report bears out.
    fn hold_to_the_numbers(&mut self, text: &str, node: &Node) {
        let Some(Names::Numbers(numbers)) = &self.names else { return };
        for typed in super::report::contradictions(text, numbers) {
            let place = self.place_of(typed.text, node);
            self.report(
                Diagnostic::warning(Code::TypedFigure, &place)
                    .with("figure", typed.text)
                    .with("known", typed.known),
            );
        }
    }

    /// Reports legal acts that a text cites and that are not in force at the date of the paper.
    fn hold_to_the_law(&mut self, text: &str, node: &Node) {
        let Some(date) = self.date else { return };
        for (range, act) in self.acts.cited_in(text) {
            if act.admits(date) {
                continue;
            }
            let place = self.place_of(&text[range], node);
            let successors: Vec<String> = act
                .replaced_by
                .iter()
                .filter_map(|id| self.acts.get(id))
                .map(Act::full_name)
                .collect();
            let mut diagnostic =
                Diagnostic::warning(Code::ActNotInForce, &place).with("act", act.full_name());
            if !successors.is_empty() {
                diagnostic = diagnostic.with("successors", successors);
            }
            self.report(diagnostic.related(&act.place));
        }
    }

    /// Why a character cannot stand in a paper, if so.
    fn objection(&self, character: char) -> Option<Code> {
        if character.is_control() || is_invisible(character) {
            Some(Code::InvisibleCharacter)
        } else if !(self.printable)(character) {
            Some(Code::UnprintableCharacter)
        } else {
            None
        }
    }

    /// Where some letters stand within a value; the value itself when it is written otherwise
    /// there (escaped, or in another normal form).
    fn place_of(&self, letters: &str, node: &Node) -> Place {
        let range = &node.place.range;
        let within = self.source.get(range.clone()).and_then(|raw| raw.find(letters));
        match within {
            Some(at) => {
                let start = range.start + at;
                Place::new(node.place.file, start..start + letters.len())
            }
            None => node.place.clone(),
        }
    }
}

/// Anniversaries whose number of years is not that between their days: where, the number given,
/// the right one.
fn contradictions(text: &str) -> Vec<(Range<usize>, u16, u16)> {
    expression::find(text)
        .into_iter()
        .filter_map(|found| {
            let Time::Anniversary(anniversary) = found.time else { return None };
            let count = anniversary.count?.value;
            let right = anniversary.closing?.value.checked_sub(anniversary.founded?.value)?;
            (count != right).then_some((found.range, count, right))
        })
        .collect()
}

/// Characters that print nothing but change how others stand or are searched: marks of writing
/// direction, joiners, soft hyphens. They come along from web pages and hide in names.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// The longest word of a name or a title, characters. Unlike running text, these are not broken
/// within a word. Vietnamese words have seven letters.
const LONGEST_WORD: usize = 30;

/// A line of a title or a name, in which stars are stars.
pub(super) fn line(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    let line = cx.clean(node)?;
    if line.split(' ').any(|word| word.chars().count() > LONGEST_WORD) {
        cx.report(Diagnostic::error(Code::LongWord, &node.place).with("limit", LONGEST_WORD));
        return None;
    }
    Some(line)
}

/// A text with bold and italic parts.
pub(super) fn text(node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    cx.clean(node).map(|line| Text::parse(&line))
}

/// Texts, one at least.
pub(super) fn texts(node: &Node, cx: &mut Context<'_>) -> Option<Vec<Text>> {
    list(node, cx, text)
}

/// Texts of a key, with those marked about which a question is open.
pub(super) fn mark(
    key: &str,
    texts: Option<Vec<Text>>,
    cx: &Context<'_>,
) -> Option<Vec<Text>> {
    let asked = |at: usize| cx.asked.contains(&format!("{key}.{}", at + 1));
    let texts = texts?.into_iter().enumerate();
    Some(
        texts
            .map(|(at, text)| if asked(at) { text.asked() } else { text })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;
    use crate::yaml;

    fn read(yaml: &str) -> Result<String, Vec<(Code, String)>> {
        let file = Sources::default().add("test.yaml", yaml);
        let node = yaml::parse(yaml, file).expect("valid YAML");
        let latin =
            |c: char| c.is_ascii() || (c < '\u{2000}' && c.is_alphabetic()) || c == '\u{A0}';
        let mut cx = Context {
            source: yaml,
            draft: false,
            sample: false,
            directory: &Directory::default(),
            acts: &Acts::default(),
            date: None,
            told: BTreeSet::new(),
            names: None,
            asked: BTreeSet::new(),
            printable: &latin,
            problems: Problems::new(100),
        };
        let text = line(&node, &mut cx);
        let place = |d: &Diagnostic| yaml[d.place.clone().expect("placed").range].to_owned();
        let problems = cx.problems.found().iter().map(|d| (d.code, place(d))).collect();
        text.ok_or(problems)
    }

    #[test]
    fn text_is_composed_and_its_spaces_are_single() {
        assert_eq!(read("U\u{309}y ban").as_deref(), Ok("Ủy ban"));
        assert_eq!(read("\"a \\t b\\n c \"").as_deref(), Ok("a b c"));
        assert_eq!(read("|\n  a\n  b\n").as_deref(), Ok("a b"));
        assert_eq!(read("a\u{A0}b").as_deref(), Ok("a\u{A0}b"));
    }

    #[test]
    fn what_cannot_be_printed_is_shown_where_it_stands() {
        assert_eq!(
            read("chào 😀 bạn 😀"),
            Err(vec![(Code::UnprintableCharacter, "😀".to_owned())])
        );
        assert_eq!(
            read("a\u{200F}b"),
            Err(vec![(Code::InvisibleCharacter, "\u{200F}".to_owned())])
        );
        assert_eq!(
            read("\"a\\u202Eb\""),
            Err(vec![(Code::InvisibleCharacter, "\"a\\u202Eb\"".to_owned())])
        );
        assert_eq!(read("' '"), Err(vec![(Code::EmptyText, "' '".to_owned())]));
    }
}
