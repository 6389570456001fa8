//! What a template sees of the launch of a movement.

use minijinja::context;
use minijinja::value::Value;

use super::{rich, texts};
use crate::papers::{Criterion, Launch, Stage};

pub(super) fn launch(launch: &Launch) -> Value {
    let (from, until) = launch.period;
    let points: Option<u32> = launch.criteria.iter().map(|criterion| criterion.points).sum();
    context! {
        form => launch.form.key(),
        to => texts(&launch.to),
        opening => texts(&launch.opening),
        aims => texts(&launch.aims),
        scope => rich(&launch.scope),
        participants => texts(&launch.participants),
        content => texts(&launch.content),
        targets => texts(&launch.targets),
        criteria => launch.criteria.iter().map(criterion).collect::<Value>(),
        // The sum, when every criterion has its points.
        points,
        from => from.slashed(),
        until => until.slashed(),
        stages => launch.stages.iter().map(stage).collect::<Value>(),
        measures => texts(&launch.measures),
        reviews => texts(&launch.reviews),
        awards => texts(&launch.awards),
        arrangements => texts(&launch.arrangements),
        closing => rich(&launch.closing),
    }
}

fn criterion(criterion: &Criterion) -> Value {
    context! { text => rich(&criterion.text), points => criterion.points }
}

fn stage(stage: &Stage) -> Value {
    context! {
        from => stage.from.slashed(),
        until => stage.until.slashed(),
        text => rich(&stage.text),
    }
}
