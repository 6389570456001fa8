//! From the YAML of a definition to a [`Form`].
//!
//! In goes the tree of one file; out comes the form, or none when something in it is wrong, which is told with
//! its place like any other data. The keys that papers have in common come from `common.yaml` by the same
//! reader.

use std::sync::Arc;

use super::common_type::CommonType;
use super::computed::keeps;
use super::definition::{Form, Group, Key};
use super::document_type::DocumentType;
use super::key_type::KeyType;
use super::kind::Kind;
use super::layout::Layout;
use super::name::KeyName;
use super::need::Need;
use super::read_key::{
    Definitions, KeysOf, are_comparable, differ, entries, help, key, key_letters, names,
    placed,
};
use super::roll_rule::RollRule;
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::yaml::{Entry, Fields, Node, Value, list, one_of};

/// The common keys that stand below the text, in order; the others stand above it.
const BELOW: [&str; 6] =
    ["recipients", "filing", "competence", "signer", "layout", "questions"];

/// Reads the common keys, with the needs still to be said.
pub(super) fn common(node: &Node, cx: &mut Definitions<'_>) -> Vec<Key> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    entries
        .iter()
        .filter_map(|entry| key(entry, None, KeysOf::Papers, cx))
        .collect()
}

/// Reads the form of a kind. One that a workspace gives keeps what the `program` computes from.
pub(super) fn form(
    kind: &Kind,
    node: &Node,
    (common, program): (&[Key], Option<&Form>),
    cx: &mut Definitions<'_>,
) -> Option<Form> {
    let mut fields = Fields::of(node, cx)?;
    let name = fields.required(cx, "name", names);
    let is_rolled = fields.optional(cx, "roll", is_rolled).unwrap_or(true);
    let read = match fields.node("switch") {
        Some(node) => switch(node, common, cx).map(|(key, groups)| (Some(key), groups)),
        None => Some((None, vec![GroupRead::the_only_one(&node.place)])),
    };
    let all = type_and_layout(&mut fields, cx);
    // Keys are read all the same where a type or layout is wrong; their needs hang on the switch.
    let own = match (fields.node("keys"), &read) {
        (Some(node), Some((switch, groups))) => {
            let names: Vec<Arc<str>> = groups.iter().map(|group| group.name.clone()).collect();
            let groups = switch.is_some().then_some(&*names);
            OwnKeys { kind, switch: switch.as_ref(), common, program }.read(node, groups, cx)
        }
        (Some(_), None) => None,
        (None, _) => Some(Vec::new()),
    };
    fields.finish(cx);
    let (switch_key, groups) = read?;
    let groups = finished(groups, &all?, cx)?;
    let own = own?;
    let keys = all_keys(kind, switch_key, own, common, &groups);
    let form = Form {
        kind: kind.clone(),
        name: name?,
        is_rolled,
        groups,
        keys,
    };
    program
        .is_none_or(|program| keeps(&form, program, node, cx))
        .then_some(form)
}

/// All keys in the order of the paper: the common ones that each layout has above its text, the form's own,
/// the common ones below.
fn all_keys(
    kind: &Kind,
    switch: Option<Key>,
    own: Vec<Key>,
    common: &[Key],
    groups: &[Group],
) -> Vec<Key> {
    let is_below = |key: &&Key| BELOW.contains(&key.key());
    let has_letters = groups.iter().any(|group| group.layout == Layout::Letter);
    let needed = |key: &Key| {
        let needs: Vec<Need> = groups
            .iter()
            .map(|group| group.layout.need(key.key(), kind))
            .collect();
        let is_known = needs.iter().any(|need| *need != Need::Absent)
            // A paper that may become a letter can name its drafter before.
            && (key.key() != "drafter" || has_letters);
        is_known.then(|| Key { needs, ..key.clone() })
    };
    let above = common.iter().filter(|key| !is_below(key)).filter_map(needed);
    let mut keys: Vec<Key> = above.collect();
    // The switch stands behind `kind`.
    let behind = keys.len().min(1);
    keys.splice(behind..behind, switch);
    keys.extend(own);
    keys.extend(common.iter().filter(is_below).filter_map(needed));
    keys
}

/// A group as it is read, before what all groups have is added.
struct GroupRead {
    name: Arc<str>,
    place: Place,
    values: Vec<Placed<Arc<str>>>,
    own: TypeAndLayout,
}

/// What decides on head and foot of a paper.
#[derive(Default)]
struct TypeAndLayout {
    document_type: Option<Placed<Arc<str>>>,
    abbreviation: Option<Placed<Arc<str>>>,
    layout: Option<Layout>,
}

/// Reads it; none when something in it is wrong.
fn type_and_layout(
    fields: &mut Fields<'_>,
    cx: &mut Definitions<'_>,
) -> Option<TypeAndLayout> {
    let document_type = fields.sound(cx, "type", placed);
    let abbreviation = fields.sound(cx, "abbreviation", abbreviation);
    let layout = fields.sound(cx, "layout", layout);
    Some(TypeAndLayout {
        document_type: document_type?,
        abbreviation: abbreviation?,
        layout: layout?,
    })
}

/// Letters that can stand in a symbol, such as "KH".
fn abbreviation(node: &Node, cx: &mut Definitions<'_>) -> Option<Placed<Arc<str>>> {
    let found = placed(node, cx)?;
    if found.value.chars().all(char::is_alphabetic) {
        return Some(found);
    }
    cx.problems.invalid(node, "expected-abbreviation");
    None
}

/// The groups with what `all` have where they say nothing themselves.
fn finished(
    groups: Vec<GroupRead>,
    all: &TypeAndLayout,
    cx: &mut Definitions<'_>,
) -> Option<Vec<Group>> {
    let is_switched = groups.len() > 1;
    let groups: Vec<Option<Group>> =
        groups.into_iter().map(|group| group.finish(all, cx)).collect();
    let groups = groups.into_iter().collect::<Option<Vec<Group>>>()?;
    // What is said for all must be printed by one at least.
    let layouts = || groups.iter().map(|group| group.layout);
    let last = groups.last()?.layout;
    if let Some(given) = &all.abbreviation
        && !layouts().any(|layout| matches!(layout, Layout::Titled | Layout::Copy))
    {
        lacks("abbreviation", given, last, cx);
    }
    if let Some(given) = &all.document_type
        && is_switched
        && layouts().all(|layout| layout == Layout::Appendix)
    {
        lacks("type", given, last, cx);
    }
    Some(groups)
}

/// Says that a layout prints no such thing.
fn lacks(key: &str, given: &Placed<Arc<str>>, layout: Layout, cx: &mut Definitions<'_>) {
    let problem = Diagnostic::error(Code::LayoutLacks, &given.place);
    cx.problems
        .report(problem.with("key", key).with("layout", layout.name()));
}

impl GroupRead {
    /// What a form without a switch has.
    fn the_only_one(place: &Place) -> Self {
        let own = TypeAndLayout::default();
        Self {
            name: "".into(),
            place: place.clone(),
            values: Vec::new(),
            own,
        }
    }

    /// The group, with what `all` groups have where it says nothing itself. Type and abbreviation go together:
    /// a group with a type of its own has the abbreviation of that.
    fn finish(self, all: &TypeAndLayout, cx: &mut Definitions<'_>) -> Option<Group> {
        let mut missing = |key: &str| {
            let problem = Diagnostic::error(Code::MissingKey, &self.place);
            cx.problems.report(problem.with("key", key));
            None
        };
        let Some(layout) = self.own.layout.or(all.layout) else { return missing("layout") };
        let is_own = self.own.document_type.is_some() || self.own.abbreviation.is_some();
        let TypeAndLayout { document_type, abbreviation, .. } =
            if is_own { &self.own } else { all };
        let document_type = document_type.as_ref().or(all.document_type.as_ref());
        if let Some(given) = self
            .own
            .abbreviation
            .as_ref()
            .filter(|_| !matches!(layout, Layout::Titled | Layout::Copy))
        {
            lacks("abbreviation", given, layout, cx);
            return None;
        }
        let document_type = match (layout, document_type) {
            (Layout::Appendix, _) => {
                if let Some(given) = &self.own.document_type {
                    lacks("type", given, layout, cx);
                    return None;
                }
                None
            }
            (_, None) => return missing("type"),
            (Layout::Letter | Layout::Speech | Layout::Certificate, Some(given)) => {
                Some(DocumentType::unabbreviated(&given.value))
            }
            (Layout::Titled | Layout::Minutes | Layout::Copy, Some(given)) => {
                Some(titled(given, abbreviation.as_ref(), cx)?)
            }
        };
        Some(Group {
            values: self.values.into_iter().map(|word| word.value).collect(),
            document_type,
            layout,
        })
    }
}

/// A type that stands in the title: one of Appendix III, or one with an abbreviation of its own.
fn titled(
    given: &Placed<Arc<str>>,
    abbreviation: Option<&Placed<Arc<str>>>,
    cx: &mut Definitions<'_>,
) -> Option<DocumentType> {
    if let Some(abbreviation) = abbreviation {
        let (name, abbreviation) = (given.value.clone(), abbreviation.value.clone());
        return Some(DocumentType { name, abbreviation });
    }
    let found = DocumentType::named(&given.value);
    if found.is_none() {
        let known: Vec<String> = DocumentType::names().map(str::to_owned).collect();
        cx.problems.report(
            Diagnostic::error(Code::UnknownType, &given.place)
                .with("type", given.value.to_string())
                .with("known", known)
                .suggest(&given.value, DocumentType::names()),
        );
    }
    found
}

fn switch(
    node: &Node,
    common: &[Key],
    cx: &mut Definitions<'_>,
) -> Option<(Key, Vec<GroupRead>)> {
    let mut fields = Fields::of(node, cx)?;
    let key = fields.required(cx, "key", key_letters);
    let name = fields.required(cx, "name", names);
    let help = fields.required(cx, "help", help);
    let groups = fields.required_node(cx, "groups").and_then(|node| {
        let groups: Vec<Option<GroupRead>> =
            entries(node, cx)?.iter().map(|entry| group(entry, cx)).collect();
        groups.into_iter().collect::<Option<Vec<_>>>()
    });
    fields.finish(cx);
    let groups = groups?;
    let key = key?;
    if common.iter().any(|common| common.key() == &*key.value) {
        let problem = Diagnostic::error(Code::KeyIsCommon, &key.place);
        cx.problems.report(problem.with("key", key.value.to_string()));
        return None;
    }
    // A value decides on one group.
    let values: Vec<Placed<Arc<str>>> =
        groups.iter().flat_map(|group| group.values.clone()).collect();
    differ(&values, cx).then_some(())?;
    let key = Key {
        name: KeyName { key: key.value, names: name? },
        is: KeyType::Common(CommonType::Switch),
        rows: Vec::new(),
        values: Vec::new(),
        value_names: Vec::new(),
        titles: Vec::new(),
        needs: vec![Need::Required; groups.len()],
        roll: RollRule::Keep,
        diff: false,
        is_within: false,
        before: "".into(),
        at_most: None,
        is_own: false,
        help: help?,
    };
    Some((key, groups))
}

/// A group: its values are those that it lists, or its name alone.
fn group(entry: &Entry, cx: &mut Definitions<'_>) -> Option<GroupRead> {
    let mut fields = Fields::of(&entry.node, cx)?;
    let values = fields.sound(cx, "values", |node, cx| list(node, cx, placed));
    let own = type_and_layout(&mut fields, cx);
    fields.finish(cx);
    let (values, own) = (values?, own?);
    let name: Arc<str> = entry.key.as_str().into();
    let place = entry.key_place.clone();
    let values = values.unwrap_or_else(|| vec![Placed::new(name.clone(), place.clone())]);
    Some(GroupRead { name, place, values, own })
}

/// The keys of the form itself, while they are read.
struct OwnKeys<'a> {
    kind: &'a Kind,
    switch: Option<&'a Key>,
    common: &'a [Key],
    /// The program's own form, where this is a workspace's.
    program: Option<&'a Form>,
}

impl OwnKeys<'_> {
    /// Reads them; `groups` are the names of the switch's.
    fn read(
        &self,
        node: &Node,
        groups: Option<&[Arc<str>]>,
        cx: &mut Definitions<'_>,
    ) -> Option<Vec<Key>> {
        let keys: Vec<Option<Key>> = entries(node, cx)?
            .iter()
            .map(|entry| {
                self.is_free(entry, cx).then_some(())?;
                key(entry, groups, self.of(&entry.key), cx)
            })
            .collect();
        let keys: Vec<Key> = keys.into_iter().collect::<Option<_>>()?;
        are_comparable(&keys, cx).then_some(keys)
    }

    /// Whether a name is nobody else's.
    fn is_free(&self, entry: &Entry, cx: &mut Definitions<'_>) -> bool {
        let is_it = |taken: &Key| taken.key() == entry.key;
        let code = if self.common.iter().any(is_it) || self.switch.is_some_and(is_it) {
            Code::KeyIsCommon
        } else if self.kind.computed_names().contains(&entry.key.as_str()) {
            Code::KeyIsComputed
        } else {
            return true;
        };
        let problem = Diagnostic::error(code, &entry.key_place);
        let problem = problem.with("key", entry.key.as_str());
        cx.problems.report(problem.with("kind", self.kind.key()));
        false
    }

    /// What a key can be: where something is computed, the program's own keys have types that others have not.
    fn of(&self, name: &str) -> KeysOf {
        let is_program = self.program.is_none_or(|program| program.key(name).is_some());
        if self.kind.computes() && is_program { KeysOf::Computing } else { KeysOf::Form }
    }
}

fn layout(node: &Node, cx: &mut Definitions<'_>) -> Option<Layout> {
    one_of(node, cx, &Layout::ALL, Layout::name)
}

/// `roll: yearly`, or `never` for a kind of which next year's paper is written anew.
fn is_rolled(node: &Node, cx: &mut Definitions<'_>) -> Option<bool> {
    one_of(node, cx, &[true, false], |is_rolled| if is_rolled { "yearly" } else { "never" })
}
