//! What a template may see of a document: plain values, named as in the YAML.
//!
//! | name | what |
//! |---|---|
//! | `looks` | layout settings as Typst lengths, and `draft` |
//! | `properties` | title, author, description, keywords, date of the file |
//! | `head` | kind, year, type_name, subject, number, symbol, date, issuer |
//! | `foot` | recipients, filing, signer (lines, name) |
//! | `plan` | the plan, for `kind: plan` and `unit-plan` |
//! | `sheet`, `diff` | rows of the review sheet and of two plans' differences (they have no `foot`) |
//! | `paper` | every key of the form, for kinds that their forms alone define |
//! | `report` | numbers by name, rows of tables, for `kind: report` |
//! | `overview` | tasks, groups of rows, totals, for `kind: overview` |

mod common;
mod form_paper;
mod overview;
mod plan;
mod report;
pub(super) mod sheet;

use common::{foot, head, looks, properties};
use minijinja::context;
use minijinja::value::Value;

use super::style::Style;
use crate::papers::{Document, Paper, UnitPlan};

/// The whole context of a document's template.
pub(super) fn context(document: &Document, style: &Style<'_>) -> Value {
    let paper = &document.paper;
    let (key, own) = match paper {
        Paper::Plan(plan) | Paper::UnitPlan(UnitPlan { plan, .. }) => {
            ("plan", plan::plan(plan, style.layout))
        }
        Paper::Overview(overview) => ("overview", overview::overview(overview)),
        Paper::Form(paper) => ("paper", form_paper::form_paper(paper)),
        Paper::Report(report) => ("report", report::report(report)),
    };
    // Keys that a workspace has added are named like the kind's own.
    let added = &paper.head().added;
    let own = if added.is_empty() {
        own
    } else {
        context! { ..own, ..form_paper::values(added) }
    };
    let shared = context! {
        looks => looks(style),
        properties => properties(paper.head()),
        head => head(paper.head()),
        foot => paper.foot().map(foot),
    };
    context! { ..Value::from_pairs([(key, own)]), ..shared }
}
