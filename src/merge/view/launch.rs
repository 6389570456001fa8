//! What a template sees of the launch of a movement.

use minijinja::context;
use minijinja::value::Value;

use super::common::{rich, texts};
use crate::papers::{Criterion, Launch, LaunchStage};

pub(super) fn launch(launch: &Launch) -> Value {
    let contents = &launch.contents;
    let (from, until) = contents.period;
    let points: Option<u32> = contents.criteria.iter().map(|criterion| criterion.points).sum();
    context! {
        form => launch.form.key(),
        to => texts(&launch.to),
        opening => texts(&contents.opening),
        aims => texts(&contents.aims),
        scope => rich(&contents.scope),
        participants => texts(&contents.participants),
        content => texts(&contents.content),
        targets => texts(&launch.targets),
        criteria => contents.criteria.iter().map(criterion).collect::<Value>(),
        // The sum, when every criterion has its points.
        points,
        from => from.slashed(),
        until => until.slashed(),
        stages => contents.stages.iter().map(stage).collect::<Value>(),
        measures => texts(&contents.measures),
        reviews => texts(&contents.reviews),
        awards => texts(&contents.awards),
        arrangements => texts(&contents.arrangements),
        closing => rich(&contents.closing),
    }
}

fn criterion(criterion: &Criterion) -> Value {
    let letters = criterion.text.letters().chars().count();
    context! { text => rich(&criterion.text), points => criterion.points, letters }
}

fn stage(stage: &LaunchStage) -> Value {
    context! {
        from => stage.from.slashed(),
        until => stage.until.slashed(),
        text => rich(&stage.text),
    }
}
