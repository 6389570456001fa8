//! What the template of the review sheet sees.

use minijinja::context;
use minijinja::value::Value;

use super::super::style::Style;
use super::common::{looks, rich};
use crate::calendar::Year;
use crate::papers::Text;
use crate::roll::{
    ChangeRow, DayRow, DifferenceRow, DropRow, EndedRow, MarkedText, QuestionRow, ReviewSheet,
    Where,
};

/// The whole context of the sheet's template.
pub(in super::super) fn context(sheet: &ReviewSheet, style: &Style<'_>) -> Value {
    let own = context! {
        sheet => context! {
            from => sheet.from.get(),
            to => sheet.to.get(),
            files => sheet.files.clone(),
            changes => sheet.changes.iter().map(change).collect::<Value>(),
            ended => sheet.ended.iter().map(ended).collect::<Value>(),
            dropped => sheet.dropped.iter().map(dropped).collect::<Value>(),
            days_off => sheet.days_off.iter().map(day_off).collect::<Value>(),
            commemorations => sheet.commemorations.clone(),
            questions => sheet.questions.iter().map(question).collect::<Value>(),
        },
    };
    shared(own, &sheet.title, (sheet.from, sheet.to), style)
}

/// The whole context of the template of two plans' differences.
pub(in super::super) fn differences(
    (from, to): (Year, Year),
    rows: &[DifferenceRow],
    style: &Style<'_>,
) -> Value {
    let row = |row: &DifferenceRow| {
        context! {
            place => row.place.as_str(),
            what => row.what.as_str(),
            old => marked(&row.old),
            new => marked(&row.new),
        }
    };
    let rows = rows.iter().map(row).collect::<Value>();
    let own = context! { diff => context! { from => from.get(), to => to.get(), rows } };
    shared(own, &format!("Kế hoạch {from} - {to}"), (from, to), style)
}

/// What the template of every paper for the office's own use sees.
fn shared(own: Value, title: &str, (from, to): (Year, Year), style: &Style<'_>) -> Value {
    context! {
        looks => looks(style),
        properties => context! {
            title,
            author => "vanthu",
            description => title,
            keywords => vec![from.to_string(), to.to_string()],
            // Such a paper has no date; a file needs one.
            date => context! { year => to.get(), month => 1, day => 1 },
        },
        head => context! { sample => false },
        ..own
    }
}

fn place(at: &Where) -> Value {
    context! { files => at.files.as_str(), place => at.place.as_str() }
}

fn marked(text: &MarkedText) -> Option<Value> {
    (!text.text.is_empty()).then(|| rich(&Text::marked(&text.text, &text.marks)))
}

fn change(row: &ChangeRow) -> Value {
    context! {
        at => place(&row.at),
        old => marked(&row.old),
        new => marked(&row.new),
        why => row.why.as_str(),
    }
}

fn ended(row: &EndedRow) -> Value {
    context! {
        file => row.file.as_str(),
        agency => row.agency.as_str(),
        successor => row.successor.as_str(),
    }
}

fn dropped(row: &DropRow) -> Value {
    context! { at => place(&row.at), old => row.old.as_str(), why => row.why.as_str() }
}

fn day_off(row: &DayRow) -> Value {
    context! { at => place(&row.at), date => row.date.as_str(), why => row.why.as_str() }
}

fn question(row: &QuestionRow) -> Value {
    context! {
        at => place(&row.at),
        text => marked(&row.text),
        ask => row.ask.as_str(),
        proposals => row.proposals.clone(),
    }
}
