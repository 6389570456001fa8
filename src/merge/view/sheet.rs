//! What the template of the review sheet sees.

use minijinja::context;
use minijinja::value::Value;

use super::super::Style;
use super::{looks, rich};
use crate::papers::Text;
use crate::roll::{ChangeRow, DayRow, DropRow, Marked, QuestionRow, Sheet, Where};

/// The whole context of the sheet's template.
pub(in super::super) fn context(sheet: &Sheet, style: &Style<'_>) -> Value {
    context! {
        looks => looks(style),
        properties => context! {
            title => sheet.title.as_str(),
            author => "vanthu",
            description => sheet.title.as_str(),
            keywords => vec![sheet.from.to_string(), sheet.to.to_string()],
            // The sheet itself has no date; a file needs one.
            date => context! { year => sheet.to.get(), month => 1, day => 1 },
        },
        head => context! { sample => false },
        sheet => context! {
            from => sheet.from.get(),
            to => sheet.to.get(),
            files => sheet.files.clone(),
            changes => sheet.changes.iter().map(change).collect::<Value>(),
            dropped => sheet.dropped.iter().map(dropped).collect::<Value>(),
            days_off => sheet.days_off.iter().map(day_off).collect::<Value>(),
            commemorations => sheet.commemorations.clone(),
            questions => sheet.questions.iter().map(question).collect::<Value>(),
        },
    }
}

fn place(at: &Where) -> Value {
    context! { files => at.files.as_str(), place => at.place.as_str() }
}

fn marked(text: &Marked) -> Option<Value> {
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
