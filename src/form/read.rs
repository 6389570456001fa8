//! From the YAML of a definition to a [`Form`].
//!
//! In goes the tree of one file; out comes the form, or none when something in it is wrong, which is told with
//! its place like any other data. The keys that papers have in common come from `common.yaml` by the same
//! reader.

use std::sync::Arc;

use super::computing::Computing;
use super::definition::{Form, Group, Key, Switch};
use super::document_type::DocumentType;
use super::key_type::{KeyType, RollRule};
use super::layout::Layout;
use super::name::{KeyName, Names};
use super::need::Need;
use crate::diag::{Arg, Code, Diagnostic, Place, Placed};
use crate::yaml::{
    Entry, Fields, Node, Problems, Reading, Value, flag, list, one_of, parsed, scalar,
};

/// The most keys of a map and items of a list in a definition.
const MOST_ENTRIES: usize = 200;

/// The surroundings of a definition while it is read.
pub(super) struct Definitions {
    pub(super) problems: Problems,
}

impl Definitions {
    pub(super) fn new() -> Self {
        Self { problems: Problems::new(MOST_ENTRIES) }
    }
}

impl Reading for Definitions {
    fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    fn is_draft(&self) -> bool {
        false
    }
}

/// The types that only common keys have.
const COMMON_ONLY: [KeyType; 12] = [
    KeyType::Commemorations,
    KeyType::Kind,
    KeyType::Year,
    KeyType::Number,
    KeyType::IssueDate,
    KeyType::TaskId,
    KeyType::Audience,
    KeyType::Competence,
    KeyType::Signer,
    KeyType::Layout,
    KeyType::Questions,
    KeyType::Switch,
];

/// The types that only kinds have which compute: what they hold counts elsewhere.
const COMPUTING_ONLY: [KeyType; 4] =
    [KeyType::Tasks, KeyType::Deadlines, KeyType::Years, KeyType::DocumentType];

/// The types that rows can have.
const IN_ROWS: [KeyType; 9] = [
    KeyType::Text,
    KeyType::Rich,
    KeyType::Day,
    KeyType::Moment,
    KeyType::Count,
    KeyType::Money,
    KeyType::Choice,
    KeyType::Flag,
    KeyType::Agency,
];

/// Whose keys are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeysOf {
    /// Common ones.
    Papers,
    /// Those of a kind that computes.
    Computing,
    /// Those of any other form.
    Form,
    /// Those of rows.
    Rows,
}

/// The common keys that stand below the text, in order; the others stand above it.
const BELOW: [&str; 6] =
    ["recipients", "filing", "competence", "signer", "layout", "questions"];

/// Reads the common keys, with the needs still to be said.
pub(super) fn common(node: &Node, cx: &mut Definitions) -> Vec<Key> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    entries
        .iter()
        .filter_map(|entry| key(entry, &[], KeysOf::Papers, cx))
        .collect()
}

/// Reads the form of a kind.
pub(super) fn form(
    kind: &str,
    node: &Node,
    common: &[Key],
    cx: &mut Definitions,
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
        .map(|node| own_keys(kind, node, &names, common, cx));
    let own = match own {
        Some(own) => own?,
        None => Vec::new(),
    };
    fields.finish(cx);
    let switch = switch_key.as_ref().map(|key| Switch { key: key.name.key.clone() });
    let keys = all_keys(kind, switch_key, own, common, &groups);
    Some(Form {
        kind: kind.into(),
        name: name?,
        is_rolled: !never,
        switch,
        groups,
        keys,
    })
}

/// All keys in the order of the paper: the common ones that each layout has above its text, the form's own,
/// the common ones below.
fn all_keys(
    kind: &str,
    switch: Option<Key>,
    own: Vec<Key>,
    common: &[Key],
    groups: &[Group],
) -> Vec<Key> {
    let computing = Computing::of(kind);
    let is_below = |key: &&Key| BELOW.contains(&key.key());
    let needed = |key: &Key| {
        let needs: Vec<Need> = groups
            .iter()
            .map(|group| group.layout.need(key.key(), computing))
            .collect();
        let is_known = needs.iter().any(|need| *need != Need::Absent);
        is_known.then(|| Key { needs, ..key.clone() })
    };
    let above = common.iter().filter(|key| !is_below(key)).filter_map(needed);
    let mut keys: Vec<Key> = above.collect();
    keys.splice(1..1, switch);
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

fn type_and_layout(fields: &mut Fields<'_>, cx: &mut Definitions) -> TypeAndLayout {
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
        cx: &mut Definitions,
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
    cx: &mut Definitions,
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

fn switch(node: &Node, cx: &mut Definitions) -> Option<(Key, Vec<GroupRead>)> {
    let mut fields = Fields::of(node, cx)?;
    let key = fields.required(cx, "key", key_letters);
    let name = fields.required(cx, "name", names);
    let help = fields.required(cx, "help", names);
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
        is: KeyType::Switch,
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
fn group(entry: &Entry, cx: &mut Definitions) -> Option<GroupRead> {
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
    kind: &str,
    node: &Node,
    groups: &[Arc<str>],
    common: &[Key],
    cx: &mut Definitions,
) -> Option<Vec<Key>> {
    Fields::of(node, cx)?;
    let of = if Computing::of(kind).is_some() { KeysOf::Computing } else { KeysOf::Form };
    let Value::Map(entries) = &node.value else { return None };
    let keys: Vec<Option<Key>> = entries
        .iter()
        .map(|entry| {
            if common.iter().any(|common| common.key() == entry.key) {
                let problem = Diagnostic::error(Code::KeyIsCommon, &entry.key_place);
                cx.problems.report(problem.with("key", entry.key.as_str()));
                return None;
            }
            key(entry, groups, of, cx)
        })
        .collect();
    let keys = keys.into_iter().collect::<Option<Vec<Key>>>()?;
    has_all(kind, &keys, entries, node, cx).then_some(keys)
}

/// Whether a kind that computes has the keys that it needs, each of its type.
fn has_all(
    kind: &str,
    keys: &[Key],
    entries: &[Entry],
    node: &Node,
    cx: &mut Definitions,
) -> bool {
    let mut has_all = true;
    for (needed, is) in Computing::keys(kind) {
        let found = keys.iter().find(|key| key.key() == *needed);
        if found.is_some_and(|key| key.is == *is) {
            continue;
        }
        has_all = false;
        let entry = entries.iter().find(|entry| entry.key == *needed);
        let place = entry.map_or(&node.place, |entry| &entry.key_place);
        cx.problems.report(
            Diagnostic::error(Code::ComputedKey, place)
                .with("key", *needed)
                .with("type", is.name())
                .with("kind", kind),
        );
    }
    has_all
}

/// One key with its attributes.
fn key(entry: &Entry, groups: &[Arc<str>], of: KeysOf, cx: &mut Definitions) -> Option<Key> {
    if !is_key(&entry.key) {
        let problem = Diagnostic::error(Code::InvalidValue, &entry.key_place);
        cx.problems
            .report(problem.with("expected", Arg::Message("expected-key".into())));
        return None;
    }
    let mut fields = Fields::of(&entry.node, cx)?;
    let is = fields.required_node(cx, "is").and_then(|node| {
        let all = KeyType::ALL.into_iter();
        let can = |is: &KeyType| match of {
            KeysOf::Papers => true,
            KeysOf::Computing => !COMMON_ONLY.contains(is),
            KeysOf::Rows => IN_ROWS.contains(is),
            KeysOf::Form => !COMMON_ONLY.contains(is) && !COMPUTING_ONLY.contains(is),
        };
        let known: Vec<KeyType> = all.filter(can).collect();
        one_of(node, cx, &known, KeyType::name)
    });
    let needs = if of == KeysOf::Papers {
        Some(Vec::new())
    } else {
        fields
            .required_node(cx, "need")
            .and_then(|node| needs(node, groups, cx))
    };
    let values = match is {
        Some(KeyType::Choice) => fields
            .required_node(cx, "values")
            .and_then(|node| list(node, cx, letters)),
        _ => Some(Vec::new()),
    };
    let rows = match is {
        Some(KeyType::Rows) => fields
            .required_node(cx, "keys")
            .and_then(|node| keys_of_rows(node, cx)),
        _ => Some(Vec::new()),
    };
    let asked = fields.node("roll");
    let roll = is.and_then(|is| {
        let (default, others) = is.roll();
        let Some(node) = asked else { return Some(default) };
        let can: Vec<RollRule> = RollRule::GIVEN
            .into_iter()
            .filter(|rule| *rule == default || others.contains(rule))
            .collect();
        one_of(node, cx, &can, RollRule::name)
    });
    let diff = fields.optional(cx, "diff", flag);
    let is_within = fields.optional(cx, "within", flag);
    let before = fields.optional(cx, "before", letters);
    let name = fields.required(cx, "name", names);
    let help = fields.required(cx, "help", names);
    fields.finish(cx);
    Some(Key {
        name: KeyName { key: entry.key.as_str().into(), names: name? },
        is: is?,
        rows: rows?,
        values: values?,
        needs: needs?,
        roll: roll?,
        diff: diff.unwrap_or(false),
        is_within: is_within.unwrap_or(false),
        before: before.unwrap_or_else(|| "".into()),
        is_own: of != KeysOf::Papers,
        help: help?,
    })
}

/// The keys of rows.
fn keys_of_rows(node: &Node, cx: &mut Definitions) -> Option<Vec<Key>> {
    Fields::of(node, cx)?;
    let Value::Map(entries) = &node.value else { return None };
    let keys = entries.iter().map(|entry| key(entry, &["".into()], KeysOf::Rows, cx));
    let keys: Vec<Option<Key>> = keys.collect();
    keys.into_iter().collect()
}

/// One need for all groups, or a need for some: the others have no place for the key.
fn needs(node: &Node, groups: &[Arc<str>], cx: &mut Definitions) -> Option<Vec<Need>> {
    let Value::Map(entries) = &node.value else {
        let need = one_of(node, cx, &Need::ALL, Need::name)?;
        return Some(vec![need; groups.len()]);
    };
    let mut needs = vec![Need::Absent; groups.len()];
    let mut is_sound = true;
    for entry in entries {
        let need = one_of(&entry.node, cx, &Need::ALL, Need::name);
        match groups.iter().position(|group| **group == *entry.key) {
            Some(at) => needs[at] = need.unwrap_or(Need::Absent),
            None => {
                let known: Vec<String> = groups.iter().map(ToString::to_string).collect();
                cx.problems.report(
                    Diagnostic::error(Code::UnknownKey, &entry.key_place)
                        .with("key", entry.key.as_str())
                        .with("known", known)
                        .suggest(&entry.key, groups.iter().map(|group| &**group)),
                );
                is_sound = false;
            }
        }
        is_sound &= need.is_some();
    }
    is_sound.then_some(needs)
}

fn names(node: &Node, cx: &mut Definitions) -> Option<Names> {
    let mut fields = Fields::of(node, cx)?;
    let (vi, en) = (fields.required(cx, "vi", letters), fields.required(cx, "en", letters));
    fields.finish(cx);
    Some(Names { vi: vi?, en: en? })
}

fn letters(node: &Node, cx: &mut Definitions) -> Option<Arc<str>> {
    scalar(node, cx, "expected-text").map(Arc::from)
}

fn key_letters(node: &Node, cx: &mut Definitions) -> Option<Arc<str>> {
    parsed(node, cx, "expected-key", |text| is_key(text).then(|| text.into()))
}

/// Whether a text has the form of a key: small letters, digits and low lines.
fn is_key(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn layout(node: &Node, cx: &mut Definitions) -> Option<Layout> {
    one_of(node, cx, &Layout::ALL, Layout::name)
}

/// `roll: never`, for a kind of which next year's paper is written anew.
fn never(node: &Node, cx: &mut Definitions) -> Option<()> {
    one_of(node, cx, &[()], |()| "never")
}
