//! The new file: the rewritten text, where it came from, and the open questions.

use std::path::PathBuf;

use super::super::context::normalised;
use super::super::yaml;
use super::QuestionText;
use crate::diag::FileId;
use crate::papers::DocumentId;
use crate::roll::Finding;

/// How the program's own comments begin; those of an earlier roll go.
const OWN_COMMENT: &str = "# vanthu roll:";

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
    pub findings: Vec<Finding>,
    /// The new text, without the questions.
    pub(super) text: String,
    /// How far its keys are indented.
    pub(super) indent: usize,
    /// The id of the old text, for places in it.
    pub(super) file: FileId,
}

impl Rewritten {
    /// The new file; none when it would be no valid YAML.
    pub fn file(
        &self,
        came_from: &str,
        about: &str,
        questions: &[QuestionText],
    ) -> Option<String> {
        let newline = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let own = |line: &&str| !line.trim_start().starts_with(OWN_COMMENT);
        let kept: Vec<&str> = self.text.lines().filter(own).collect();
        let mut body = kept.join(newline);
        // Only a line of its own ends a document; a text may end in dots, too.
        let last = kept.iter().rposition(|line| !line.trim().is_empty());
        let ended = last
            .filter(|last| kept[*last].trim_end() == END)
            .map(|last| kept[..last].join(newline).trim_end().to_owned());
        body = ended.clone().unwrap_or_else(|| body.trim_end().to_owned());
        let mut lines = vec![format!("{OWN_COMMENT} {came_from}"), body];
        if !questions.is_empty() {
            lines.push(String::new());
            lines.push(format!("{OWN_COMMENT} {about}"));
            let indent = " ".repeat(self.indent);
            lines.extend(block(questions).iter().map(|line| format!("{indent}{line}")));
        }
        lines.extend(ended.map(|_| END.to_owned()));
        let mut text = lines.join(newline);
        text.push_str(newline);
        yaml::parse(&text, self.file).is_ok().then_some(text)
    }
}

/// The questions as lines of YAML.
fn block(questions: &[QuestionText]) -> Vec<String> {
    let mut lines = vec!["questions:".to_owned()];
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
