//! `questions`: what `roll` left for a person to decide.
//!
//! In goes the list of a file; out come the places that are still open, by which texts know that they
//! are. A place that the form or the file does not have is a mistake: nobody could answer there. A final paper with one is refused; a draft shows it.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Place};
use crate::form::Form;
use crate::values::Context;
use crate::yaml::{Fields, Node, list, normalised, parsed, scalar};

/// An open question.
struct OpenQuestion {
    at: String,
    ask: String,
    proposals: Vec<String>,
    place: Place,
}

/// Reads the open questions. A paper with any is not made; a draft of it marks their places, which are
/// given.
pub(super) fn questions(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    form: &Form,
) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    let questions = fields.optional(cx, "questions", |node, cx| list(node, cx, question));
    let Some(questions) = questions else { return asked };
    let places: BTreeSet<String> = form.places(|key| fields.peek_entry(key)).collect();
    for question in questions {
        if !places.contains(&question.at) {
            cx.report(
                Diagnostic::error(Code::QuestionNowhere, &question.place)
                    .with("at", question.at.as_str())
                    .suggest(&question.at, places.iter().map(String::as_str)),
            );
            continue;
        }
        if !cx.setting.draft {
            cx.report(question.told());
        }
        asked.insert(question.at);
    }
    asked
}

impl OpenQuestion {
    /// That it is open, with the first proposal; the file has them all.
    fn told(&self) -> Diagnostic {
        let diagnostic = Diagnostic::error(Code::OpenQuestion, &self.place)
            .with("at", self.at.as_str())
            .with("ask", self.ask.as_str());
        match self.proposals.as_slice() {
            [] => diagnostic,
            [first, others @ ..] => diagnostic
                .with("proposals", first.as_str())
                .with("more", others.len()),
        }
    }
}

fn question(node: &Node, cx: &mut Context<'_>) -> Option<OpenQuestion> {
    let mut fields = Fields::of(node, cx)?;
    let place = fields.place_of("at");
    let at = fields.required(cx, "at", |node, cx| {
        parsed(node, cx, "expected-question-place", |text| Some(text.to_owned()))
    });
    let ask = fields.required(cx, "ask", words);
    let proposals = fields.optional(cx, "proposals", |node, cx| list(node, cx, words));
    fields.finish(cx);
    let proposals = proposals.unwrap_or_default();
    Some(OpenQuestion { at: at?, ask: ask?, proposals, place })
}

/// Words for people, which no paper prints.
fn words(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    scalar(node, cx, "expected-text").map(normalised)
}
