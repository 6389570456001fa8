//! What the program computes from, and a workspace's definition of such a kind must keep.
//!
//! In go a workspace's form and the program's own of the same kind; out comes whether the first has all that the
//! second has. A workspace may add keys to such a kind, and change names, helps and the need of a text; it can
//! neither drop nor retype a key, nor do without one that is required, nor build the paper otherwise.

use super::definition::{Form, Key};
use super::key_type::KeyType;
use super::need::Need;
use super::read_key::Definitions;
use crate::diag::{Code, Diagnostic, Place};
use crate::yaml::Node;

/// Whether a form keeps what the program's own has; what it lacks is told at its place in `root`.
pub(super) fn keeps(
    own: &Form,
    program: &Form,
    root: &Node,
    cx: &mut Definitions<'_>,
) -> bool {
    let mut problems = Vec::new();
    for key in lost_keys(own, program) {
        let problem = Diagnostic::error(Code::ComputedKey, &place_of(key, root))
            .with("kind", own.kind.key())
            .with("key", key.key())
            .with("type", key.is.name())
            .with("need", if is_required(key) { "required" } else { "any" });
        problems.push(problem);
    }
    // All papers of such a kind are built alike.
    let layout = program.groups.first().map(|group| group.layout);
    let other = own.groups.iter().any(|group| Some(group.layout) != layout);
    if let Some(layout) = layout.filter(|_| other) {
        problems.push(differs(own, "layout", layout.name(), root));
    }
    if own.is_rolled != program.is_rolled {
        let roll = if program.is_rolled { "yearly" } else { "never" };
        problems.push(differs(own, "roll", roll, root));
    }
    let keeps = problems.is_empty();
    problems.into_iter().for_each(|problem| cx.problems.report(problem));
    keeps
}

/// That a form says something else of all its papers than the program's own.
fn differs(own: &Form, key: &str, value: &str, root: &Node) -> Diagnostic {
    let entry = root.entry_of(key);
    let place = entry.map_or(&root.place, |entry| &entry.key_place);
    Diagnostic::error(Code::ComputedForm, place)
        .with("kind", own.kind.key())
        .with("what", format!("{key}: {value}"))
}

/// The keys that a form has dropped, retyped, or needs less.
fn lost_keys<'f>(own: &Form, program: &'f Form) -> Vec<&'f Key> {
    let is_lost = |key: &&Key| match key.is {
        // The values of the switch say what is computed: none is lost, and none is new.
        KeyType::Common(_) => {
            let mut values = program.switch_values();
            values.sort_unstable();
            let mut given = own.switch_values();
            given.sort_unstable();
            own.switch().map(Key::key) != Some(key.key()) || given != values
        }
        is => {
            let found = own.own_keys().find(|found| found.key() == key.key());
            found.is_none_or(|found| found.is != is || is_required(key) && !is_required(found))
        }
    };
    let switch = program.switch().into_iter();
    switch.chain(program.own_keys()).filter(is_lost).collect()
}

/// Whether every paper must have it.
fn is_required(key: &Key) -> bool {
    key.needs.iter().all(|need| *need == Need::Required)
}

/// Where a key is defined, or where it should be.
fn place_of(key: &Key, root: &Node) -> Place {
    let part = if key.is_own { "keys" } else { "switch" };
    let Some(keys) = root.entry(part) else { return root.place.clone() };
    let entry = keys.entry_of(key.key());
    entry.map_or_else(|| keys.place.clone(), |entry| entry.key_place.clone())
}
