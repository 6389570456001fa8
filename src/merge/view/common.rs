//! What the templates of all kinds see: layout, properties of the file, head and foot.
//!
//! In goes a paper; out comes the map that a template asks. Names here are the names of YAML where
//! both mean the same, so that whoever writes a template needs one vocabulary.

use minijinja::context;
use minijinja::value::Value;

use super::super::filters::{Length, PlacedLine, RichText, matter};
use super::super::style::Style;
use crate::calendar::IssueDate;
use crate::diag::Place;
use crate::form::DocumentType;
use crate::office::Element;
use crate::papers::{
    Circulation, FollowedPlan, FormPaper, Head, SuperiorDocument, Text, Urgency, about,
    by_itself, within_sentence,
};

pub(super) fn looks(style: &Style<'_>) -> Value {
    let layout = style.layout;
    let sizes = Element::ALL.map(|element| {
        (element.key().replace('_', "-"), length(layout.sizes.get(element), "pt"))
    });
    let margins = &layout.margins;
    Value::from_pairs([
        ("draft".to_owned(), Value::from(style.draft)),
        ("fonts".to_owned(), Value::from_iter(style.families.iter().copied())),
        (
            "margins".to_owned(),
            context! {
                top => length(margins.top, "mm"),
                bottom => length(margins.bottom, "mm"),
                left => length(margins.left, "mm"),
                right => length(margins.right, "mm"),
            },
        ),
        ("sizes".to_owned(), Value::from_pairs(sizes)),
        ("indent".to_owned(), length(layout.indent, "mm")),
        ("paragraph-spacing".to_owned(), length(layout.paragraph_spacing, "pt")),
        ("line-spacing".to_owned(), Value::from(layout.line_spacing)),
    ])
}

fn length(value: f64, unit: &'static str) -> Value {
    Value::from_object(Length { value, unit })
}

/// The properties of the file, all from the document, none from the clock.
pub(super) fn properties(head: &Head) -> Value {
    let type_name = &*head.document_type.name;
    let agency = &head.issuer.agency.name;
    // A file needs a date (PDF/A-2, 6.6.2.3); a blank day counts as the first of its month, a
    // blank date as the first of the year.
    let (month, day) = head
        .date
        .span()
        .map_or((1, 1), |(first, _)| (first.month(), first.day()));
    let year = head.date.year().unwrap_or_else(|| head.year.get().into());
    let title = match &head.subject {
        Some(subject) => format!("{type_name} {}", within_sentence(subject)),
        None => type_name.to_owned(),
    };
    context! {
        title,
        author => agency.as_str(),
        description => format!("{} - {}", head.symbol(), agency),
        keywords => vec![type_name.to_owned(), head.symbol(), head.year.to_string()],
        date => context! { year, month, day },
    }
}

pub(super) fn head(paper: &FormPaper) -> Value {
    let head = &paper.head;
    let DocumentType { name: type_name, abbreviation } = &head.document_type;
    let letterhead = &head.issuer.letterhead;
    let agency = &head.issuer.agency;
    context! {
        kind => head.kind.key(),
        layout => paper.layout.name(),
        to => texts(&paper.to),
        year => head.year.get(),
        sample => head.sample,
        type_name => &**type_name,
        abbreviation => &**abbreviation,
        subject => head.subject.as_deref().map(by_itself),
        subject_within => head.subject.as_deref().map(within_sentence),
        matter => head.subject.as_deref().map(matter),
        number => head.number.map(|number| number.to_string()),
        symbol => head.symbol(),
        date => date(head.date, head),
        is_secret => head.stamps.secrecy.is_some(),
        urgency => head.stamps.urgency.map(Urgency::in_words),
        circulation => head.stamps.circulation.map(Circulation::in_words),
        address => head.stamps.address.clone(),
        issuer => context! {
            name => agency.name.as_str(),
            short_name => agency.short_name.as_str(),
            list_name => agency.list_name.as_str(),
            parent => letterhead.parent.clone(),
            letterhead => letterhead.name.clone(),
            place => letterhead.place.as_str(),
        },
    }
}

fn date(date: IssueDate, head: &Head) -> Value {
    context! {
        day => date.day_digits(),
        month => date.month_digits(),
        year => date.year().map_or_else(|| head.year.to_string(), |year| year.to_string()),
    }
}

pub(super) fn texts(texts: &[Text]) -> Value {
    texts.iter().map(rich).collect()
}

pub(super) fn rich(text: &Text) -> Value {
    Value::from_object(RichText(text.clone()))
}

/// A line that stands at a place of the data.
pub(super) fn line_at(line: &str, place: Option<&Place>) -> Value {
    match place {
        Some(place) => {
            Value::from_object(PlacedLine { letters: line.to_owned(), place: place.clone() })
        }
        None => line.into(),
    }
}

/// The same of a line about which somebody has still to decide.
fn asked_at(line: &str, place: Option<&Place>) -> Value {
    let text = Text::marked(line, &[]).in_question();
    let at = |place: &Place| crate::diag::TextPlace { place: place.clone(), named: None };
    rich(&match place {
        Some(place) => text.at(at(place)),
        None => text,
    })
}

/// A document of a superior agency; `is_asked` while nobody has said that it still is the one.
pub(super) fn citation(
    citation: &SuperiorDocument,
    place: Option<&Place>,
    is_asked: bool,
) -> Value {
    let line =
        |line: &str| if is_asked { asked_at(line, place) } else { line_at(line, place) };
    context! {
        type_name => line(&citation.type_name),
        number => line(&citation.number),
        date => line(&citation.date.slashed()),
        in_words => line(&citation.in_words()),
        date_in_words => line(&citation.date.in_words()),
        issuer => line(&citation.issuer),
        about => citation.subject.as_deref().map(|subject| line(&about(subject))),
    }
}

/// The plan that a unit's plan carries out.
pub(super) fn followed(plan: &FollowedPlan) -> Value {
    context! {
        type_name => plan.type_name.as_str(),
        number => plan.number.as_deref(),
        symbol => plan.symbol.as_str(),
        day => plan.date.day_digits(),
        month => plan.date.month_digits(),
        year => plan.year,
        issuer => plan.issuer.as_str(),
        about => plan.subject.as_deref().map(|subject| about(subject).into_owned()),
    }
}
