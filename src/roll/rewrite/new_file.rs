//! The new file: the rewritten text, where it came from, and the open questions.

use std::ops::Range;
use std::path::PathBuf;

use super::super::{Remark, TaskTitles};
use super::QuestionText;
use crate::diag::FileId;
use crate::papers::DocumentId;
use crate::yaml::{self, Node, Value, normalised, says};

/// How the program's own comments begin; those of an earlier roll go.
const OWN_COMMENT: &str = "# vanthu roll:";

/// The key of the open questions.
const QUESTIONS: &str = "questions";

/// The mark at the end of a YAML document.
const END: &str = "...";

/// A rewritten file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// Where the new document belongs.
    pub id: DocumentId,
    /// The new file, relative to the workspace.
    pub path: PathBuf,
    /// The old one.
    pub old: PathBuf,
    /// What there is to say about it.
    pub findings: Vec<Remark>,
    /// The new text, without the questions.
    pub(super) text: String,
    /// Whether the old file begins with a byte order mark, as the new one then does.
    pub(super) is_marked: bool,
    /// How far its keys are indented.
    pub(super) indent: usize,
    /// The id of the old text, for places in it.
    pub(super) file: FileId,
}

impl Rewritten {
    /// What its tasks are called by.
    pub(crate) fn titles(&self) -> TaskTitles {
        TaskTitles::of_file(&self.text, self.file)
    }

    /// The new file; none when it would be no valid YAML, or say something else. Every line keeps its end,
    /// and new ones have that of the first.
    pub fn file(
        &self,
        came_from: &str,
        about: &str,
        questions: &[QuestionText],
    ) -> Option<String> {
        let old = yaml::parse(&self.text, self.file).ok()?;
        let newline = match self.text.split_inclusive('\n').next() {
            Some(first) if first.ends_with("\r\n") => "\r\n",
            _ => "\n",
        };
        let (mut body, end) = parted(&without_own_comments(&self.text, &old));
        if !body.ends_with('\n') {
            body.push_str(newline);
        }
        let mut lines = Vec::new();
        if !questions.is_empty() {
            let indent = " ".repeat(self.indent);
            lines.push(format!("{OWN_COMMENT} {about}"));
            lines.extend(block(questions).iter().map(|line| format!("{indent}{line}")));
        }
        let lines: String = lines.iter().map(|line| format!("{line}{newline}")).collect();
        let mark = if self.is_marked { "\u{FEFF}" } else { "" };
        // An empty line in front is for the eye.
        let gap = if lines.is_empty() { "" } else { newline };
        let text = format!("{OWN_COMMENT} {came_from}{newline}{body}{gap}{lines}{end}");
        let new = yaml::parse(&text, self.file).ok()?;
        (says(&new, QUESTIONS) == says(&old, QUESTIONS)).then(|| format!("{mark}{text}"))
    }
}

/// A text without the comments of an earlier roll. A line within a text of the data is none, whatever it
/// looks like.
fn without_own_comments(text: &str, root: &Node) -> String {
    let mut places = Vec::new();
    scalars(root, &mut places);
    let mut at = 0;
    let kept = |line: &&str| {
        let start = at;
        at += line.len();
        let is_comment = line.trim_start().starts_with(OWN_COMMENT);
        !is_comment || places.iter().any(|place| place.contains(&start))
    };
    text.split_inclusive('\n').filter(kept).collect()
}

/// The bytes of all scalars.
fn scalars(node: &Node, places: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Null | Value::Wrong => {}
        Value::Scalar(_) => places.push(node.place.range.clone()),
        Value::List(items) => items.iter().for_each(|item| scalars(item, places)),
        Value::Map(entries) => entries.iter().for_each(|entry| scalars(&entry.node, places)),
    }
}

/// A text up to the mark that ends a document, and from there on. Only a line of its own is one, and the
/// last: a text may end in dots, too.
fn parted(text: &str) -> (String, String) {
    let end = text.trim_end();
    let start = end.rfind('\n').map_or(0, |newline| newline + 1);
    let at = if end[start..].trim_end() == END { start } else { text.len() };
    (text[..at].to_owned(), text[at..].to_owned())
}

/// The questions as lines of YAML.
fn block(questions: &[QuestionText]) -> Vec<String> {
    let mut lines = vec![format!("{QUESTIONS}:")];
    for question in questions {
        lines.push(format!("  - at: {}", plain(&question.at)));
        lines.push(format!("    ask: {}", quoted(&question.ask)));
        if !question.proposals.is_empty() {
            lines.push("    proposals:".to_owned());
        }
        let proposals = question.proposals.iter();
        lines.extend(proposals.map(|proposal| format!("      - {}", quoted(proposal))));
    }
    lines
}

/// A place as it is written; one that was written by hand may need quotation marks.
fn plain(at: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if at.chars().all(safe) { at.to_owned() } else { quoted(at) }
}

/// A text as a YAML scalar in quotation marks, on one line.
fn quoted(text: &str) -> String {
    let text = normalised(text);
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
