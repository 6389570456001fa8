//! What people call the keys that a draft lacks: a clerk reads "[Văn bản của cấp trên]", not a word of the data.
//!
//! In go the forms of a run; out come, for each kind, the Vietnamese names of its keys as a value that every template
//! has in its context, from which what prints a blank takes its name.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::State;
use minijinja::value::Value;

use crate::form::{Form, Forms};

/// The name in the context.
pub(super) const KEY_NAMES: &str = "key_names";

/// Keys within values, which no form names.
const WITHIN: [(&str, &str); 1] = [("text", "Nội dung")];

/// The names of the keys, by kind.
#[derive(Debug, Clone, Default)]
pub(super) struct KeyNames(Arc<BTreeMap<String, Value>>);

impl KeyNames {
    /// Those of all forms.
    pub(super) fn of(forms: &Forms) -> Self {
        let of_kind = |kind: &str| {
            let form = forms.get(kind)?;
            Some((kind.to_owned(), names(form)))
        };
        Self(Arc::new(forms.kinds().filter_map(of_kind).collect()))
    }

    /// Those of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Value {
        self.0.get(kind).cloned().unwrap_or_default()
    }
}

/// The names of a form's keys; those of the keys of rows where no key of the form has the same.
fn names(form: &Form) -> Value {
    let mut names: BTreeMap<&str, &str> = WITHIN.into_iter().collect();
    for key in form.keys.iter().flat_map(|key| &key.rows).chain(&form.keys) {
        names.insert(key.key(), &key.name.names.vi);
    }
    Value::from_pairs(names)
}

/// What people call a key: itself, where no form names it.
pub(super) fn name_of(key: &str, state: &State<'_, '_>) -> String {
    let names = state.lookup(KEY_NAMES);
    let name = names.and_then(|names| names.get_attr(key).ok());
    let name = name.and_then(|name| name.as_str().map(str::to_owned));
    name.unwrap_or_else(|| key.to_owned())
}
