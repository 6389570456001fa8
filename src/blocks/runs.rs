//! Letters of content: runs of one look.

use typst::foundations::{Content, SequenceElem, Value};
use typst::introspection::MetadataElem;
use typst::model::{EmphElem, ParbreakElem, StrongElem};
use typst::syntax::Span;
use typst::text::{SpaceElem, TextElem};

use super::block::{DataPlace, Open, Run, soft};
use super::stray::Stray;

/// Tells where in the data letters stand.
pub(crate) type Places<'p> = &'p dyn Fn(Span) -> Option<DataPlace>;

/// What is noticed while letters are read.
pub(super) struct Notes<'n> {
    pub(super) strays: &'n mut Vec<Stray>,
    pub(super) places: Places<'n>,
}

/// The looks of a run.
#[derive(Clone, Copy, Default)]
struct Looks {
    bold: bool,
    italic: bool,
    asked: bool,
}

impl Run {
    /// Letters without a style; none of an empty string.
    pub(super) fn plain(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Looks::default().run(soft(text), None))
    }
}

impl Looks {
    fn run(self, text: String, is: Option<Open>) -> Run {
        let Self { bold, italic, asked } = self;
        Run { text, bold, italic, asked, is, place: None }
    }
}

/// The runs of a content. What is neither letters nor a style is a stray.
pub(super) fn runs(content: &Content, notes: &mut Notes<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    walk(content, Looks::default(), &mut found, notes);
    // White space around a text is the template's.
    while found.first().is_some_and(is_space) {
        found.remove(0);
    }
    while found.last().is_some_and(is_space) {
        found.pop();
    }
    found
}

fn is_space(run: &Run) -> bool {
    run.is.is_none() && run.text == " "
}

fn walk(content: &Content, looks: Looks, found: &mut Vec<Run>, notes: &mut Notes<'_>) {
    if let Some(text) = content.to_packed::<TextElem>() {
        let run = looks.run(soft(&text.text), None);
        push(found, Run { place: (notes.places)(content.span()), ..run });
    } else if content.is::<SpaceElem>() || content.is::<ParbreakElem>() {
        push(found, looks.run(" ".to_owned(), None));
    } else if let Some(sequence) = content.to_packed::<SequenceElem>() {
        sequence
            .children
            .iter()
            .for_each(|child| walk(child, looks, found, notes));
    } else if let Some(strong) = content.to_packed::<StrongElem>() {
        walk(&strong.body, Looks { bold: true, ..looks }, found, notes);
    } else if let Some(emph) = content.to_packed::<EmphElem>() {
        walk(&emph.body, Looks { italic: true, ..looks }, found, notes);
    } else if let Some(metadata) = content.to_packed::<MetadataElem>() {
        marked(&metadata.value, content, looks, found, notes);
    } else {
        let what = content.func().name().to_owned();
        notes.strays.push(Stray { span: content.span(), what });
    }
}

/// What a word within a text says.
fn marked(
    value: &Value,
    content: &Content,
    looks: Looks,
    found: &mut Vec<Run>,
    notes: &mut Notes<'_>,
) {
    let part = |key: &str| match value {
        Value::Dict(dict) => dict.get(key).ok(),
        _ => None,
    };
    match (part("blank"), part("asked"), part("gap")) {
        (Some(Value::Str(key)), _, _) => {
            found.push(looks.run(format!("[{key}]"), Some(Open::Blank(key.to_string()))));
        }
        (_, Some(Value::Content(body)), _) => {
            walk(body, Looks { asked: true, ..looks }, found, notes);
        }
        (_, _, Some(Value::Str(what))) => {
            found.push(looks.run(String::new(), Some(Open::Gap(what.to_string()))));
        }
        _ => notes
            .strays
            .push(Stray { span: content.span(), what: "metadata".to_owned() }),
    }
}

/// Adds a run; letters that look like those before them, and come from the same place, are one run with them.
fn push(found: &mut Vec<Run>, run: Run) {
    if let Some(last) = found.last_mut()
        && last.is.is_none()
        && (last.bold, last.italic, last.asked) == (run.bold, run.italic, run.asked)
        && last.place == run.place
    {
        last.text.push_str(&run.text);
    } else {
        found.push(run);
    }
}
