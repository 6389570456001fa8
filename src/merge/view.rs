//! What a template may see of a document: plain values, named as in the YAML.
//!
//! | name | what |
//! |---|---|
//! | `looks` | layout settings as Typst lengths, and `draft` |
//! | `properties` | title, author, description, keywords, date of the file |
//! | `head` | kind, year, type_name, subject, number, symbol, date, issuer |
//! | `foot` | recipients, filing, signer (lines, name) |
//! | `plan` | the plan, for `kind: plan` and `unit-plan` |

use minijinja::context;
use minijinja::value::Value;

use super::Style;
use super::filters::{Length, RichText};
use crate::calendar::{IssueDate, Quarter};
use crate::office::{BasesForm, Element, Looks};
use crate::papers::{
    Citation, Content, Document, Foot, Head, Paper, Plan, Task, Text, UnitPlan,
};

/// The whole context of a document's template.
pub(super) fn context(document: &Document, style: &Style<'_>) -> Value {
    let paper = &document.paper;
    let plan = match paper {
        Paper::Plan(plan) | Paper::UnitPlan(UnitPlan { plan, .. }) => {
            self::plan(plan, style.looks)
        }
    };
    context! {
        looks => looks(style),
        properties => properties(paper.head()),
        head => head(paper.head()),
        foot => foot(paper.foot()),
        plan => plan,
    }
}

fn looks(style: &Style<'_>) -> Value {
    let looks = style.looks;
    let sizes = Element::ALL.map(|element| {
        (element.key().replace('_', "-"), length(looks.sizes.get(element), "pt"))
    });
    let margins = &looks.margins;
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
        ("indent".to_owned(), length(looks.indent, "mm")),
        ("paragraph-spacing".to_owned(), length(looks.paragraph_spacing, "pt")),
        ("line-spacing".to_owned(), Value::from(looks.line_spacing)),
    ])
}

fn length(value: f64, unit: &'static str) -> Value {
    Value::from_object(Length { value, unit })
}

/// The properties of the file, all from the document, none from the clock.
fn properties(head: &Head) -> Value {
    let (type_name, _) = head.kind.type_name();
    let agency = &head.issuer.agency.name;
    // A file needs a date (PDF/A-2, 6.6.2.3); a blank day counts as the first of its month, a
    // blank date as the first of the year.
    let (month, day) = head
        .date
        .span()
        .map_or((1, 1), |(first, _)| (first.month(), first.day()));
    let year = head.date.year().unwrap_or_else(|| head.year.get().into());
    let title = match &head.subject {
        Some(subject) => format!("{type_name} {}", super::filters::lower_first(subject)),
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

fn head(head: &Head) -> Value {
    let (type_name, abbreviation) = head.kind.type_name();
    let letterhead = &head.issuer.letterhead;
    let agency = &head.issuer.agency;
    context! {
        kind => head.kind.key(),
        year => head.year.get(),
        sample => head.sample,
        type_name,
        abbreviation,
        subject => head.subject.clone(),
        number => head.number.map(|number| number.to_string()),
        symbol => head.symbol(),
        date => date(head.date, head),
        issuer => context! {
            name => agency.name.as_str(),
            short_name => agency.short_name.as_str(),
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

fn foot(foot: &Foot) -> Value {
    context! {
        recipients => texts(&foot.recipients),
        filing => foot.filing.clone(),
        signer => context! { lines => foot.signer_office.clone(), name => foot.signer_name.clone() },
    }
}

fn plan(plan: &Plan, looks: &Looks) -> Value {
    let quarters = Quarter::ALL.map(|quarter| {
        let tasks: Vec<Value> = plan
            .tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| task.quarter == quarter)
            .map(|(at, task)| self::task(at + 1, task))
            .collect();
        context! { roman => quarter.roman(), tasks }
    });
    context! {
        bases => texts(&plan.bases),
        bases_in_lines => looks.bases == BasesForm::Lines,
        implements => plan.implements.iter().map(citation).collect::<Value>(),
        purpose => texts(&plan.purpose),
        requirements => texts(&plan.requirements),
        quarters => Value::from_iter(quarters),
        arrangements => texts(&plan.arrangements),
        unit_plans_deadline => plan.unit_plans_deadline.map(crate::calendar::Date::slashed),
    }
}

fn citation(citation: &Citation) -> Value {
    context! {
        type_name => citation.type_name.as_str(),
        number => citation.number.as_str(),
        date => citation.date.slashed(),
        date_in_words => citation.date.in_words(),
        issuer => citation.issuer.as_str(),
    }
}

/// How many letters a line of the table's middle column has.
const LINE: usize = 45;

fn task(number: usize, task: &Task) -> Value {
    let (text, items) = match &task.content {
        Content::Text(text) => (Some(rich(text)), None),
        Content::Items(items) => (None, Some(texts(items))),
    };
    let letters = match &task.content {
        Content::Text(text) => text.letters().chars().count(),
        // An item takes a line at least.
        Content::Items(items) => items
            .iter()
            .map(|item| item.letters().chars().count().max(LINE))
            .sum(),
    };
    let agencies: Vec<String> =
        task.agencies.iter().map(|agency| agency.list_name.clone()).collect();
    // Agencies have a line each, and more room is not needed beside a long text.
    let letters = letters.max(agencies.len() * LINE);
    context! { number, id => task.id.0.as_str(), text, items, letters, agencies }
}

fn texts(texts: &[Text]) -> Value {
    texts.iter().map(rich).collect()
}

fn rich(text: &Text) -> Value {
    Value::from_object(RichText(text.clone()))
}
