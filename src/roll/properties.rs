//! What holds of every text that is rolled. Tests hold the seeds of `fuzz/seeds/` against it, the fuzzers
//! of `fuzz/` everything else.

use std::path::Path;
use std::sync::OnceLock;

use super::{
    Frame, OldFile, Proposed, QuestionText, Terms, left_over, likeness, rewrite, text,
};
use crate::calendar::Year;
use crate::diag::{Diagnostic, FileId, Sources};
use crate::form::Forms;
use crate::law::expressions;
use crate::papers::DocumentId;
use crate::yaml;

/// Expressions of time are found one after another; changes lie within them; between the changes every
/// letter stays.
pub fn times(input: &str) {
    let found = expressions(input);
    let mut end = 0;
    for expression in &found {
        let range = &expression.range;
        assert!(end <= range.start && range.start < range.end, "{range:?} after {end}");
        assert!(input.get(range.clone()).is_some(), "{range:?} tears a letter");
        for year in expression.time.years() {
            assert!(input.get(year.range.clone()).is_some(), "{:?}", year.range);
        }
        end = range.end;
    }
    for (from, to) in [(2024, 2025), (2025, 2019)] {
        if let Some((from, to)) = Year::new(from).zip(Year::new(to)) {
            rolled(input, Frame { from, to });
        }
    }
    let same = Year::new(2024).map(|year| Frame { from: year, to: year });
    if let Some(frame) = same {
        assert_eq!(text(input, frame).text, input, "rolled to its own year");
    }
    assert!((0.0..=1.0).contains(&likeness(input, input)));
}

fn rolled(input: &str, frame: Frame) {
    let rolled = text(input, frame);
    let (mut old, mut new) = (0, 0);
    for change in &rolled.changes {
        let kept = input.get(old..change.old.start);
        assert!(
            kept.is_some() && kept == rolled.text.get(new..change.new.start),
            "{change:?}"
        );
        (old, new) = (change.old.end, change.new.end);
    }
    assert_eq!(input.get(old..), rolled.text.get(new..), "the rest");
    for question in &rolled.questions {
        assert!(input.get(question.range.clone()).is_some(), "{question:?}");
    }
    for left in left_over(input, input, frame) {
        assert!(input.get(left.range.clone()).is_some(), "{left:?}");
    }
}

/// A text as a document that is rolled: the new file is YAML, and rolled again it is another time.
pub fn rewriting(text: &str) {
    let mut sources = Sources::default();
    let file = sources.add_file("data/2024/input.yaml", text.to_owned());
    let Some((from, to)) = Year::new(2024).zip(Year::new(2025)) else { return };
    if let Err(problem) = rolled_file(file, &sources, from, to)
        && let Some(place) = &problem.place
    {
        let text = sources.get(place.file).text();
        assert!(text.get(place.range.clone()).is_some(), "{problem:?}");
    }
}

/// Rolls a text; the new one can be read, and rolled on.
fn rolled_file(
    file: FileId,
    sources: &Sources,
    from: Year,
    to: Year,
) -> Result<(), Diagnostic> {
    let terms = |from, to| Terms {
        frame: Frame { from, to },
        dropped: std::iter::empty().collect(),
        proposals: vec![Proposed {
            id: "quoc-khanh".to_owned(),
            name: "Quốc khánh".to_owned(),
            words: "80 năm Quốc khánh".to_owned(),
            remark: None,
            is_near: true,
        }],
        names: vec!["Chiến thắng Điện Biên Phủ".to_owned()],
        superior: Some("UBND huyện Cao Lộc".to_owned()),
    };
    let path = |year| format!("data/{year}/input.yaml");
    let id = |year| DocumentId(format!("{year}/input"));
    let (path, new_path, new_id) = (path(from), path(to), id(to));
    static FORMS: OnceLock<Forms> = OnceLock::new();
    let old = OldFile {
        forms: FORMS.get_or_init(Forms::embedded),
        sources,
        file,
        path: Path::new(&path),
        new_id: &new_id,
        new_path: Path::new(&new_path),
    };
    let Some(new) = rewrite(old, &terms(from, to)).map_err(|found| *found)? else {
        return Ok(());
    };
    let question = QuestionText {
        at: "subject".to_owned(),
        ask: "Câu hỏi \"nào\"?".to_owned(),
        proposals: vec!["a\\b".to_owned()],
    };
    // A file that cannot be written so is refused.
    let Some(text) = new.file("x", "y", &[question]) else { return Ok(()) };
    let mut again = Sources::default();
    let file = again.add_file(new_path.as_str(), text);
    let root = yaml::parse(again.get(file).text(), file);
    assert!(root.is_ok(), "the new file is no YAML: {root:?}");
    if let Some(next) = Year::new(to.get() + 1) {
        let next_file = OldFile {
            sources: &again,
            file,
            path: Path::new(&new_path),
            ..old
        };
        let _ = rewrite(next_file, &terms(to, next));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::texts;

    #[test]
    fn every_seed_of_a_text_is_rolled_within_bounds() {
        texts("times").iter().for_each(|text| times(text));
    }

    #[test]
    fn every_seed_of_a_document_is_rolled_into_yaml() {
        for text in texts("rewriting").iter().chain(&texts("document")) {
            rewriting(text);
        }
    }
}
