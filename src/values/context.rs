//! What readers of values share: the workspace, the file, and the mistakes so far.

use std::collections::BTreeSet;

use super::checks::{CHECKS, Spot};
use super::enclosed::Enclosed;
use super::setting::{PaperFacts, Setting};
use crate::diag::{Code, Diagnostic, FileId, Sources, TextPlace};
use crate::office::AgencyId;
use crate::papers::Text;
use crate::yaml::{Columns, Node, Problems, Reading, Value, list, scalar};

/// The most keys of a map and items of a list in shared files and records.
const MOST_SHARED: usize = 10_000;

/// The surroundings of one file while it is read.
pub(crate) struct Context<'a> {
    /// The workspace.
    pub(crate) setting: Setting<'a>,
    /// The texts that places point into.
    sources: &'a Sources,
    /// The text that is read.
    text: ReadText<'a>,
    /// The files that a paper names.
    enclosed: Option<&'a Enclosed>,
    /// What is known of the paper.
    known: PaperFacts,
    /// The agencies of which it was said that they are not in office.
    told: BTreeSet<AgencyId>,
    /// What was found so far.
    pub(crate) problems: Problems,
}

/// A text while it is read.
struct ReadText<'a> {
    letters: &'a str,
    /// The name of its file.
    name: &'a str,
    /// Where its lines end.
    line_ends: Vec<usize>,
}

impl<'a> ReadText<'a> {
    fn of(file: FileId, sources: &'a Sources) -> Self {
        let source = sources.get(file);
        let ends = source.text().match_indices('\n');
        Self {
            letters: source.text(),
            name: source.name(),
            line_ends: ends.map(|(at, _)| at).collect(),
        }
    }
}

impl Reading for Context<'_> {
    fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    fn is_draft(&self) -> bool {
        self.setting.draft
    }
}

impl<'a> Context<'a> {
    /// Those of a file, before anything is known of it.
    pub(crate) fn new(setting: Setting<'a>, file: FileId, sources: &'a Sources) -> Self {
        Self {
            setting,
            sources,
            text: ReadText::of(file, sources),
            enclosed: None,
            known: PaperFacts::default(),
            told: BTreeSet::new(),
            problems: Problems::new(MOST_SHARED),
        }
    }

    /// Those of a file that may have no more than so many keys in a map and items in a list.
    pub(crate) fn with_limit(self, most_entries: usize) -> Self {
        Self { problems: Problems::new(most_entries), ..self }
    }

    /// Those of a paper that names other files.
    pub(crate) fn with_enclosed(self, enclosed: &'a Enclosed) -> Self {
        Self { enclosed: Some(enclosed), ..self }
    }

    /// The files that a paper names; none of a file that is no paper.
    pub(crate) fn enclosed(&self) -> Option<&'a Enclosed> {
        self.enclosed
    }

    /// The texts that places point into.
    pub(crate) fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// Reads a part of the paper that stands in another file; `titles` are those of its columns, when it is a table.
    pub(crate) fn in_file<T>(
        &mut self,
        file: FileId,
        titles: Option<Columns>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let own = std::mem::replace(&mut self.text, ReadText::of(file, self.sources));
        let columns = self.problems.with_columns(titles);
        let found = read(self);
        self.problems.with_columns(columns);
        self.text = own;
        found
    }

    /// The same surroundings of a look ahead, whose findings nobody hears.
    pub(crate) fn look_ahead(&self) -> Self {
        Self {
            setting: self.setting,
            sources: self.sources,
            text: ReadText {
                line_ends: self.text.line_ends.clone(),
                ..self.text
            },
            enclosed: self.enclosed,
            known: PaperFacts::default(),
            told: BTreeSet::new(),
            problems: Problems::new(MOST_SHARED),
        }
    }

    /// Goes on with what is known of the paper.
    pub(crate) fn begin(&mut self, known: PaperFacts) {
        self.known = known;
    }

    /// What was known of the paper, once it is read.
    pub(crate) fn end(&mut self) -> PaperFacts {
        std::mem::take(&mut self.known)
    }

    /// What is known of the paper.
    pub(crate) fn known(&self) -> &PaperFacts {
        &self.known
    }

    /// Keeps a finding.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.problems.report(diagnostic);
    }

    /// Whether it is said for the first time that an agency is not in office.
    pub(crate) fn is_news(&mut self, agency: &AgencyId) -> bool {
        self.told.insert(agency.clone())
    }

    /// Where a text stands.
    pub(crate) fn text_place(&self, node: &Node) -> TextPlace {
        let line = self
            .text
            .line_ends
            .partition_point(|end| *end < node.place.range.start)
            + 1;
        let named = format!("{}:{line}", self.text.name);
        TextPlace {
            place: node.place.clone(),
            named: Some(named.into()),
        }
    }

    /// Whether a text holds a name in braces that stands for a key about which a question is open:
    /// `{commemorations.short}`.
    fn names_what_is_open(&self, node: &Node) -> bool {
        let Value::Scalar(raw) = &node.value else { return false };
        let stands_for = |key: &String| {
            let named = raw.match_indices('{').filter_map(|(at, _)| raw.get(at + 1..));
            let mut behind = named.filter_map(|name| name.strip_prefix(key.as_str()));
            behind.any(|rest| rest.starts_with(['}', '.']))
        };
        self.known.open.iter().any(stands_for)
    }

    /// A line of text as a paper prints it, once it has passed all checks.
    fn clean(&mut self, node: &Node) -> Option<String> {
        let raw = scalar(node, self, "expected-text")?.to_owned();
        let mut spot = Spot {
            node,
            source: self.text.letters,
            setting: self.setting,
            known: &self.known,
            problems: &mut self.problems,
        };
        CHECKS.iter().try_fold(raw, |text, check| check(text, &mut spot))
    }
}

/// The longest word of a name or a title, characters. Unlike running text, these are not broken
/// within a word. Vietnamese words have seven letters.
const LONGEST_WORD: usize = 30;

/// A line of a title or a name, in which stars are stars.
pub(crate) fn line(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    let line = cx.clean(node)?;
    if line.split(' ').any(|word| word.chars().count() > LONGEST_WORD) {
        cx.report(Diagnostic::error(Code::LongWord, &node.place).with("limit", LONGEST_WORD));
        return None;
    }
    Some(line)
}

/// A text with bold and italic parts.
pub(crate) fn text(node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    let line = cx.clean(node)?;
    let text = Text::parse(&line).at(cx.text_place(node));
    Some(if cx.names_what_is_open(node) { text.in_question() } else { text })
}

/// Texts, one at least.
pub(crate) fn texts(node: &Node, cx: &mut Context<'_>) -> Option<Vec<Text>> {
    list(node, cx, text)
}

/// Texts of a key, with those marked about which a question is open: about one of them, or about all.
pub(crate) fn marked(key: &str, texts: Vec<Text>, cx: &Context<'_>) -> Vec<Text> {
    let open = &cx.known.open;
    if open.is_empty() {
        return texts;
    }
    let is_open =
        |at: usize| open.contains(key) || open.contains(&format!("{key}.{}", at + 1));
    let texts = texts.into_iter().enumerate();
    texts
        .map(|(at, text)| if is_open(at) { text.in_question() } else { text })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
    use crate::law::{Acts, Awards};
    use crate::office::Directory;
    use crate::yaml;

    fn read(yaml: &str) -> Result<String, Vec<(Code, String)>> {
        let mut sources = Sources::default();
        let file = sources.add("test.yaml", yaml);
        let node = yaml::parse(yaml, file).expect("valid YAML");
        let latin =
            |c: char| c.is_ascii() || (c < '\u{2000}' && c.is_alphabetic()) || c == '\u{A0}';
        let root = Folder::new(std::path::Path::new("/nowhere"));
        let setting = Setting {
            root: &root,
            printable: &latin,
            draft: false,
            directory: &Directory::default(),
            acts: &Acts::default(),
            awards: &Awards::default(),
        };
        let mut cx = Context::new(setting, file, &sources);
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
