//! What a template may see of a document: plain values, named as in the YAML.
//!
//! | name | what |
//! |---|---|
//! | `looks` | layout settings as Typst lengths, and `draft` |
//! | `properties` | title, author, description, keywords, date of the file |
//! | `head` | kind, year, type_name, subject, number, symbol, date, issuer |
//! | `foot` | recipients, filing, signer (lines, name) |
//! | `paper` | every key of the form, for kinds that their forms alone define |
//! | `plan` | every key of the form, tasks by quarter, for `kind: plan` and `unit-plan` |
//! | `report` | every key of the form, numbers by name, rows of tables, for `kind: report` |
//! | `overview` | every key of the form, tasks, groups of rows, totals, for `kind: overview` |
//! | `sheet`, `diff` | rows of the review sheet and of two plans' differences (they have no `foot`) |

mod clauses;
mod common;
mod foot;
mod form_paper;
mod overview;
mod plan;
mod report;
pub(super) mod sheet;

use common::{head, looks, properties};
use foot::foot;
use minijinja::context;
use minijinja::value::Value;

use super::style::Style;
use crate::papers::{Document, Paper, UnitPlan};

/// The whole context of a document's template.
pub(super) fn context(document: &Document, style: &Style<'_>) -> Value {
    let paper = &document.paper;
    let values = form_paper::form_paper(paper.common());
    // What is computed goes before a value of the same name.
    let (key, own) = match paper {
        Paper::Plan(plan) => {
            ("plan", context! { ..plan::plan(plan, None, style.layout), ..values })
        }
        Paper::UnitPlan(UnitPlan { plan, follows, .. }) => {
            let own = plan::plan(plan, follows.as_ref(), style.layout);
            ("plan", context! { ..own, ..values })
        }
        Paper::Overview(overview) => {
            ("overview", context! { ..overview::overview(overview), ..values })
        }
        Paper::Form(_) => ("paper", values),
        Paper::Report(report) => ("report", context! { ..report::report(report), ..values }),
    };
    let shared = context! {
        looks => looks(style),
        properties => properties(paper.head()),
        head => head(paper.common()),
        foot => paper.foot().map(foot),
    };
    context! { ..Value::from_pairs([(key, own)]), ..shared }
}
