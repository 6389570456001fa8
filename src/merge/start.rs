//! The file of a new report, from its template: YAML, not markup.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use super::templates::FUEL;
use crate::assets::{Assets, TEMPLATES};
use crate::calendar::Date;
use crate::diag::{Code, Diagnostic};
use crate::papers::Content;
use crate::papers::report::{NewReport, TaskRow};

/// The template.
const TEMPLATE: &str = "report.yaml.j2";

/// Writes the file that a new report starts with.
///
/// # Errors
/// When the workspace's own template is unreadable or asks for what is not there.
pub fn start_report(report: &NewReport, assets: &Assets) -> Result<String, Box<Diagnostic>> {
    let text = assets.text(TEMPLATE).ok_or_else(|| {
        let unreadable = Diagnostic::unplaced(Code::TemplateUnreadable);
        Box::new(unreadable.with("path", format!("{TEMPLATES}/{TEMPLATE}")))
    })?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(FUEL));
    environment.set_syntax(lines_of_their_own());
    environment.add_filter("quoted", quoted);
    environment
        .render_named_str(TEMPLATE, text, view(report))
        .map_err(|error| {
            Box::new(Diagnostic::unplaced(Code::Template).with("detail", error.to_string()))
        })
}

/// Blocks stand on lines of their own, and leave none behind.
fn lines_of_their_own() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    syntax.build().unwrap_or_default()
}

fn view(report: &NewReport) -> Value {
    let span = report.period.span;
    let sections = report.sections.iter();
    let sections = sections.map(|(key, required)| context! { key => &**key, required });
    let fact = |(name, text): &(String, String)| context! { name => name, text => text };
    context! {
        period => context! { key => span.key(), words => report.period.in_words() },
        year => report.period.year.get(),
        as_of => context! { iso => report.as_of.to_string(), words => report.as_of.slashed() },
        issued => issued(report.as_of),
        issuer => context! { id => report.issuer.as_str(), name => report.issuer_name.as_str() },
        to => report.to.clone(),
        recipients => report.recipients.clone(),
        filing => report.filing.clone(),
        signer => report.signer.clone(),
        sections => sections.collect::<Value>(),
        facts => report.facts.iter().map(fact).collect::<Value>(),
        tasks => report.tasks.iter().map(task).collect::<Value>(),
    }
}

/// The month after the last day: an example of when the report is issued.
fn issued(as_of: Date) -> String {
    match as_of.month() {
        12 => format!("{}-01", as_of.year() + 1),
        month => format!("{}-{:02}", as_of.year(), month + 1),
    }
}

fn task(row: &TaskRow) -> Value {
    let words = match &row.content {
        Content::Text(text) => text.ending_with("").letters(),
        Content::Items(items) => {
            let items = items.iter().map(|item| item.ending_with("").letters());
            items.collect::<Vec<_>>().join("; ")
        }
    };
    context! { words, standing => row.standing.key(), done => row.done.map(Date::slashed) }
}

/// `| quoted`: a text as a scalar of YAML, on one line.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}
