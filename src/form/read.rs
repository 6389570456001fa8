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
use super::read_key::{Definitions, KeysOf, help, key, key_letters, letters, names};
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
        .filter_map(|entry| key(entry, &[], KeysOf::Papers, cx))
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
    let never = fields.optional(cx, "roll", never).is_some();
    let switch = fields.node("switch").map(|node| switch(node, cx));
    let (switch_key, groups) = match switch {
        Some(read) => {
            let (key, groups) = read?;
            (Some(key), Some(groups))
        }
        None => (None, None),
    };
    let all = type_and_layout(&mut fields, cx);
    let groups = groups.unwrap_or_else(|| vec![GroupRead::default()]);
    let place = node.place.clone();
    let groups: Vec<Option<Group>> = groups
        .into_iter()
        .map(|group| group.finish(&all, &place, cx))
        .collect();
    let groups = groups.into_iter().collect::<Option<Vec<Group>>>()?;
    let names: Vec<Arc<str>> = groups.iter().map(|group| group.name.clone()).collect();
    let own = fields
        .node("keys")
        .map(|node| own_keys((kind, switch_key.as_ref()), node, &names, common, cx));
    let own = match own {
        Some(own) => own?,
        None => Vec::new(),
    };
    fields.finish(cx);
    let keys = all_keys(kind, switch_key, own, common, &groups);
    let form = Form {
        kind: kind.clone(),
        name: name?,
        is_rolled: !never,
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
    let needed = |key: &Key| {
        let needs: Vec<Need> = groups
            .iter()
            .map(|group| group.layout.need(key.key(), kind))
            .collect();
        let is_known = needs.iter().any(|need| *need != Need::Absent);
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
#[derive(Default)]
struct GroupRead {
    name: Arc<str>,
    values: Vec<Arc<str>>,
    own: TypeAndLayout,
}

/// What decides on head and foot of a paper.
#[derive(Default)]
struct TypeAndLayout {
    document_type: Option<Placed<Arc<str>>>,
    abbreviation: Option<Arc<str>>,
    layout: Option<Layout>,
}

fn type_and_layout(fields: &mut Fields<'_>, cx: &mut Definitions<'_>) -> TypeAndLayout {
    TypeAndLayout {
        document_type: fields.optional(cx, "type", |node, cx| {
            Some(Placed::new(letters(node, cx)?, node.place.clone()))
        }),
        abbreviation: fields.optional(cx, "abbreviation", letters),
        layout: fields.optional(cx, "layout", layout),
    }
}

impl GroupRead {
    /// The group, with what `all` groups have where it says nothing itself.
    fn finish(
        self,
        all: &TypeAndLayout,
        place: &Place,
        cx: &mut Definitions<'_>,
    ) -> Option<Group> {
        let mut missing = |key: &str| {
            let problem = Diagnostic::error(Code::MissingKey, place);
            cx.problems.report(problem.with("key", key));
            None
        };
        let Some(layout) = self.own.layout.or(all.layout) else { return missing("layout") };
        let given = self.own.document_type.as_ref().or(all.document_type.as_ref());
        let abbreviation = self.own.abbreviation.as_ref().or(all.abbreviation.as_ref());
        let document_type = match (layout, given) {
            (Layout::Appendix, _) => None,
            (_, None) => return missing("type"),
            (Layout::Letter | Layout::Speech, Some(given)) => {
                Some(DocumentType::unabbreviated(&given.value))
            }
            (Layout::Titled, Some(given)) => Some(titled(given, abbreviation, cx)?),
        };
        Some(Group {
            name: self.name,
            values: self.values,
            document_type,
            layout,
        })
    }
}

/// A type that stands in the title: one of Appendix III, or one with an abbreviation of its own.
fn titled(
    given: &Placed<Arc<str>>,
    abbreviation: Option<&Arc<str>>,
    cx: &mut Definitions<'_>,
) -> Option<DocumentType> {
    if let Some(abbreviation) = abbreviation {
        let (name, abbreviation) = (given.value.clone(), abbreviation.clone());
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

fn switch(node: &Node, cx: &mut Definitions<'_>) -> Option<(Key, Vec<GroupRead>)> {
    let mut fields = Fields::of(node, cx)?;
    let key = fields.required(cx, "key", key_letters);
    let name = fields.required(cx, "name", names);
    let help = fields.required(cx, "help", help);
    let groups = fields.required_node(cx, "groups").and_then(|node| {
        let Value::Map(entries) = &node.value else {
            cx.problems.wrong_type(node, "expected-map");
            return None;
        };
        let groups: Vec<Option<GroupRead>> =
            entries.iter().map(|entry| group(entry, cx)).collect();
        groups.into_iter().collect::<Option<Vec<_>>>()
    });
    fields.finish(cx);
    let groups = groups?;
    let key = Key {
        name: KeyName { key: key?, names: name? },
        is: KeyType::Common(CommonType::Switch),
        rows: Vec::new(),
        values: Vec::new(),
        needs: vec![Need::Required; groups.len()],
        roll: RollRule::Keep,
        diff: false,
        is_within: false,
        before: "".into(),
        is_own: false,
        help: help?,
    };
    Some((key, groups))
}

/// A group: its values are those that it lists, or its name alone.
fn group(entry: &Entry, cx: &mut Definitions<'_>) -> Option<GroupRead> {
    let mut fields = Fields::of(&entry.node, cx)?;
    let values = fields.optional(cx, "values", |node, cx| list(node, cx, letters));
    let own = type_and_layout(&mut fields, cx);
    fields.finish(cx);
    let name: Arc<str> = entry.key.as_str().into();
    let values = values.unwrap_or_else(|| vec![name.clone()]);
    Some(GroupRead { name, values, own })
}

/// The keys of the form itself.
fn own_keys(
    (kind, switch): (&Kind, Option<&Key>),
    node: &Node,
    groups: &[Arc<str>],
    common: &[Key],
    cx: &mut Definitions<'_>,
) -> Option<Vec<Key>> {
    Fields::of(node, cx)?;
    let of = if kind.computes() { KeysOf::Computing } else { KeysOf::Form };
    let Value::Map(entries) = &node.value else { return None };
    let keys: Vec<Option<Key>> = entries
        .iter()
        .map(|entry| {
            let is_taken = |taken: &Key| taken.key() == entry.key;
            if common.iter().any(is_taken) || switch.is_some_and(is_taken) {
                let problem = Diagnostic::error(Code::KeyIsCommon, &entry.key_place);
                cx.problems.report(problem.with("key", entry.key.as_str()));
                return None;
            }
            key(entry, groups, of, cx)
        })
        .collect();
    keys.into_iter().collect()
}

fn layout(node: &Node, cx: &mut Definitions<'_>) -> Option<Layout> {
    one_of(node, cx, &Layout::ALL, Layout::name)
}

/// `roll: never`, for a kind of which next year's paper is written anew.
fn never(node: &Node, cx: &mut Definitions<'_>) -> Option<()> {
    one_of(node, cx, &[()], |()| "never")
}
