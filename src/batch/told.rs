//! What there was to say about a document that was made, kept so that it is said again while
//! nothing has changed: a warning is no reason to make a paper anew.

use serde::{Deserialize, Serialize};

use crate::diag::{Arg, Code, Diagnostic, FileId, Place, Severity, Sources};

/// What was found while a document was read, and while it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// While it was read.
    pub(super) problems: Vec<Diagnostic>,
    /// While it was made.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Told {
    /// Whether there was nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.diagnostics.is_empty()
    }

    /// As one line of text. Texts that came after the document's own, such as generated markup,
    /// are kept with it; the others will be there again.
    pub(super) fn to_line(&self, own: FileId, sources: &Sources) -> Option<String> {
        let mut kept = KeptWordings::default();
        kept.problems = kept.all(&self.problems, own, sources);
        kept.diagnostics = kept.all(&self.diagnostics, own, sources);
        serde_json::to_string(&kept).ok()
    }

    /// Of such a line. `missing` is asked for texts that are not among the sources. None when the
    /// line is damaged or a text cannot be had.
    pub(super) fn of_line(
        line: &str,
        sources: &mut Sources,
        missing: impl Fn(&str, &mut Sources) -> Option<FileId>,
    ) -> Option<Self> {
        let mut kept: KeptWordings = serde_json::from_str(line).ok()?;
        for (name, text) in std::mem::take(&mut kept.texts) {
            sources.add(name, text);
        }
        for place in kept.places() {
            if sources.named(&place.file).is_none() {
                missing(&place.file, sources)?;
            }
        }
        let again = |all: Vec<KeptDiagnostic>| -> Option<Vec<Diagnostic>> {
            all.into_iter().map(|one| one.again(sources)).collect()
        };
        Some(Self {
            problems: again(kept.problems)?,
            diagnostics: again(kept.diagnostics)?,
        })
    }
}

#[derive(Default, Serialize, Deserialize)]
struct KeptWordings {
    problems: Vec<KeptDiagnostic>,
    diagnostics: Vec<KeptDiagnostic>,
    texts: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct KeptDiagnostic {
    code: String,
    is_error: bool,
    args: Vec<(String, KeptArg)>,
    place: Option<KeptPlace>,
    related: Option<KeptPlace>,
}

#[derive(Serialize, Deserialize)]
enum KeptArg {
    Text(String),
    Number(i64),
    Message(String),
    List(Vec<String>),
}

#[derive(Serialize, Deserialize)]
struct KeptPlace {
    file: String,
    start: usize,
    end: usize,
}

impl KeptWordings {
    fn places(&self) -> impl Iterator<Item = &KeptPlace> {
        let all = self.problems.iter().chain(&self.diagnostics);
        all.flat_map(|one| one.place.iter().chain(&one.related))
    }

    fn all(
        &mut self,
        diagnostics: &[Diagnostic],
        own: FileId,
        sources: &Sources,
    ) -> Vec<KeptDiagnostic> {
        let mut keep = |place: &Option<Place>| {
            let place = place.as_ref()?;
            let source = sources.get(place.file);
            let is_new = self.texts.iter().all(|(name, _)| name != source.name());
            if place.file > own && is_new {
                self.texts.push((source.name().to_owned(), source.text().to_owned()));
            }
            Some(KeptPlace {
                file: source.name().to_owned(),
                start: place.range.start,
                end: place.range.end,
            })
        };
        let one = |diagnostic: &Diagnostic| KeptDiagnostic {
            code: diagnostic.code.name().to_owned(),
            is_error: diagnostic.severity == Severity::Error,
            args: diagnostic
                .args
                .iter()
                .map(|(name, arg)| (name.to_string(), arg.into()))
                .collect(),
            place: keep(&diagnostic.place),
            related: keep(&diagnostic.related),
        };
        diagnostics.iter().map(one).collect()
    }
}

impl KeptDiagnostic {
    fn again(self, sources: &Sources) -> Option<Diagnostic> {
        let place = |kept: KeptPlace| {
            let file = sources.named(&kept.file)?;
            let fits = sources.get(file).text().get(kept.start..kept.end).is_some();
            fits.then(|| Place::new(file, kept.start..kept.end))
        };
        // A place that was there and is gone makes the whole useless.
        let placed = |kept: Option<KeptPlace>| match kept {
            None => Some(None),
            Some(kept) => place(kept).map(Some),
        };
        let args = self.args.into_iter().map(|(name, arg)| (name.into(), arg.into()));
        Some(Diagnostic {
            code: Code::named(&self.code)?,
            severity: if self.is_error { Severity::Error } else { Severity::Warning },
            args: args.collect(),
            place: placed(self.place)?,
            related: placed(self.related)?,
        })
    }
}

impl From<&Arg> for KeptArg {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => Self::Text(text.clone()),
            Arg::Number(number) => Self::Number(*number),
            Arg::Message(id) => Self::Message(id.to_string()),
            Arg::List(list) => Self::List(list.clone()),
        }
    }
}

impl From<KeptArg> for Arg {
    fn from(kept: KeptArg) -> Self {
        match kept {
            KeptArg::Text(text) => Self::Text(text),
            KeptArg::Number(number) => Self::Number(number),
            KeptArg::Message(id) => Self::Message(id.into()),
            KeptArg::List(list) => Self::List(list),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_told_again() {
        let texts = || {
            let mut sources = Sources::default();
            let own = sources.add("data/2024/plan.yaml", "kind: plan\n");
            (sources, own)
        };
        let (mut sources, own) = texts();
        let generated = sources.add("2024/plan.typ", "#par[a]");
        let told = Told {
            problems: vec![
                Diagnostic::warning(Code::LeftOver, &Place::new(own, 0..4))
                    .with("old", "a\nb")
                    .with("lines", 2_usize)
                    .with("known", vec!["x".to_owned(), "y".to_owned()]),
            ],
            diagnostics: vec![Diagnostic::warning(
                Code::TypesettingWarning,
                &Place::new(generated, 1..4),
            )],
        };
        let line = told.to_line(own, &sources).expect("a line");
        assert!(!line.contains('\n'));
        let nowhere = |_: &str, _: &mut Sources| None;
        let (mut again, own_again) = texts();
        let read = Told::of_line(&line, &mut again, nowhere).expect("the same");
        assert_eq!(read.to_line(own_again, &again), Some(line.clone()));
        let generated = again.named("2024/plan.typ").expect("the text");
        assert_eq!(again.get(generated).text(), "#par[a]");
        // Without its text, or damaged, it says nothing.
        assert_eq!(Told::of_line(&line, &mut Sources::default(), nowhere), None);
        assert_eq!(Told::of_line(&line[1..], &mut texts().0, nowhere), None);
    }
}
