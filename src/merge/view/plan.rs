//! What a template sees of a plan, besides the values of its keys.

use std::sync::Arc;

use minijinja::context;
use minijinja::value::Value;

use super::common::{followed, line_at, rich, texts};
use crate::calendar::Quarter;
use crate::office::{Agency, BasesForm, LayoutSettings};
use crate::papers::{Content, FollowedPlan, Plan, Task};

pub(super) fn plan(
    plan: &Plan,
    follows: Option<&FollowedPlan>,
    layout: &LayoutSettings,
) -> Value {
    let quarters = Quarter::ALL.map(|quarter| {
        let tasks: Vec<Value> = plan
            .tasks()
            .iter()
            .enumerate()
            .filter(|(_, task)| task.quarter == quarter)
            .map(|(at, task)| self::task(at + 1, task))
            .collect();
        context! { roman => quarter.roman(), tasks }
    });
    // A column that would name the issuer in every row says nothing.
    let issuer = &plan.paper.head.issuer.agency.id;
    let own = |task: &Task| matches!(task.agencies.as_slice(), [one] if one.id == *issuer);
    context! {
        all_own => plan.tasks().iter().all(own),
        bases_in_lines => layout.bases == BasesForm::Lines,
        follows => follows.map(followed),
        implements_asked => plan.paper.values.lacks_citations("implements"),
        quarters => Value::from_iter(quarters),
    }
}

pub(super) fn task(number: usize, task: &Task) -> Value {
    let (text, items) = match &task.content {
        Content::Text(text) => (Some(rich(text)), None),
        Content::Items(items) => (None, Some(texts(items))),
    };
    let name = |agency: &Arc<Agency>| line_at(&agency.list_name, Some(&agency.place));
    let agencies: Vec<Value> = task.agencies.iter().map(name).collect();
    context! { number, id => task.id.0.as_str(), text, items, agencies }
}
