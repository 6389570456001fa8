//! All forms of a run: those of the program, and those of the workspace's templates over them.
//!
//! In go the assets; out come the forms by kind, with a problem for every definition that cannot be used. They are
//! read once per run, before any document. Their texts are among the sources, so that a document is made again
//! when its definition changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::definition::{Form, Key};
use super::kind::Kind;
use super::read::{common, form};
use super::read_key::Definitions;
use crate::assets::{Assets, TEMPLATES, embedded_template, embedded_templates};
use crate::diag::{Code, Diagnostic, Sources};
use crate::folder::{Folder, not_read};
use crate::yaml::{Printable, is_id, parse};

/// What the name of a definition ends with.
const EXTENSION: &str = ".form.yaml";

/// The keys that papers have in common.
const COMMON: &str = include_str!("common.yaml");

/// The forms by kind.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    forms: BTreeMap<Arc<str>, Arc<Form>>,
    /// Kinds whose definitions have mistakes.
    broken: BTreeSet<Arc<str>>,
}

impl Forms {
    /// What columns of tables are called in any form.
    pub(crate) fn titles_of_columns(&self) -> impl Iterator<Item = &str> {
        let keys = self.forms.values().flat_map(|form| form.own_keys());
        keys.flat_map(|key| &key.rows).flat_map(Key::titles_of_column)
    }

    /// Reads all definitions into `sources`. What they name, papers and sheets print.
    pub(crate) fn new(
        assets: &Assets,
        printable: Printable<'_>,
        sources: &mut Sources,
    ) -> (Self, Vec<Diagnostic>) {
        let common = common_keys();
        let (mut forms, mut broken) = (BTreeMap::new(), BTreeSet::new());
        let mut problems = Vec::new();
        for name in assets.templates.keys() {
            let path = format!("{TEMPLATES}/{name}");
            let Some(kind) = name.strip_suffix(EXTENSION) else {
                problems.extend(not_read(
                    is_nearly_one(name).then_some(path).into_iter().collect(),
                ));
                continue;
            };
            if let Some(problem) = fault_of_name(kind, &path, assets) {
                problems.push(problem);
                broken.insert(kind.into());
                continue;
            }
            let Some(text) = assets.text(name) else {
                let unreadable = Diagnostic::unplaced(Code::TemplateUnreadable);
                problems.push(unreadable.with("path", path));
                broken.insert(kind.into());
                continue;
            };
            let file = sources.add(path, text);
            let mut cx = Definitions::new(printable);
            match parse(text, file) {
                Ok(node) => {
                    let own = program_form(name, text, &common);
                    let read = form(&Kind::of(kind), &node, (&common, own.as_ref()), &mut cx);
                    let read = read.filter(|_| cx.problems.found().is_empty());
                    forms.extend(read.map(|form| (kind.into(), Arc::new(form))));
                }
                Err(problem) => problems.push(*problem),
            }
            problems.extend(cx.problems.into_found());
            if !forms.contains_key(kind) {
                broken.insert(kind.into());
            }
        }
        (Self { forms, broken }, problems)
    }

    /// The forms of the program alone.
    pub fn embedded() -> Self {
        Self::new(&Assets::embedded(), &|_| true, &mut Sources::default()).0
    }

    /// The form of a kind.
    pub(crate) fn get(&self, kind: &str) -> Option<&Form> {
        self.forms.get(kind).map(Arc::as_ref)
    }

    /// Whether a kind has a definition that cannot be used.
    pub(crate) fn is_broken(&self, kind: &str) -> bool {
        self.broken.contains(kind)
    }

    /// The kinds, in alphabetical order.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(|kind| &**kind)
    }

    /// All forms, by kind.
    #[cfg(test)]
    pub(crate) fn all(&self) -> impl Iterator<Item = &Form> {
        self.forms.values().map(Arc::as_ref)
    }
}

/// Whether a file looks like a definition and has another ending.
fn is_nearly_one(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".form.yml") || name.ends_with(EXTENSION)
}

/// What is wrong with the file of a definition before it is read: a kind is named by an id, and needs a
/// template.
fn fault_of_name(kind: &str, path: &str, assets: &Assets) -> Option<Diagnostic> {
    if !is_id(kind) {
        return Some(Diagnostic::unplaced(Code::FormName).with("path", path));
    }
    let is_part = embedded_template(&format!("{kind}.typ.j2")).is_some()
        && embedded_kinds().all(|known| known != kind);
    if is_part {
        return Some(Diagnostic::unplaced(Code::FormNameTaken).with("path", path));
    }
    let template = format!("{kind}.typ.j2");
    let is_there = assets.templates.contains_key(&template);
    let problem = Diagnostic::unplaced(Code::FormWithoutTemplate)
        .with("path", path)
        .with("template", format!("{TEMPLATES}/{template}"));
    (!is_there).then_some(problem)
}

/// The kinds of which the program has a form.
pub fn embedded_kinds() -> impl Iterator<Item = &'static str> {
    embedded_templates().filter_map(|name| name.strip_suffix(EXTENSION))
}

/// The kinds of which the program or a workspace has a form, told by the names of the files alone.
pub fn kinds_of(root: &Folder) -> BTreeSet<String> {
    let own = root.entries(Path::new(TEMPLATES)).unwrap_or_default().into_iter();
    let own = own.filter_map(|entry| {
        let name = entry.path.file_name()?.to_str()?;
        name.strip_suffix(EXTENSION).map(str::to_owned)
    });
    own.chain(embedded_kinds().map(str::to_owned)).collect()
}

/// The program's own form of a kind that it computes from, where `text` is another one.
fn program_form(name: &str, text: &str, common: &[Key]) -> Option<Form> {
    let kind = Kind::of(name.strip_suffix(EXTENSION)?);
    let embedded = embedded_template(name).filter(|own| *own != text && kind.computes())?;
    let file = Sources::default().add(name, embedded);
    let node = parse(embedded, file).ok()?;
    form(&kind, &node, (common, None), &mut Definitions::new(&|_| true))
}

/// The keys that papers have in common. The file is the program's own, and a test holds that it is sound.
fn common_keys() -> Vec<Key> {
    let mut cx = Definitions::new(&|_| true);
    let file = Sources::default().add("common.yaml", COMMON);
    let node = parse(COMMON, file);
    node.map(|node| common(&node, &mut cx)).unwrap_or_default()
}
