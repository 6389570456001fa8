//! Templates and fonts: those embedded in the program, and those of the workspace, which take
//! their place file by file.
//!
//! They are read once per run, before any document is made.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic};

/// The folder of templates in a workspace.
pub const TEMPLATES: &str = "templates";
/// The folder of fonts in a workspace.
pub const FONTS: &str = "fonts";

/// The largest template, image or font that is read, bytes.
const MAX_SIZE: u64 = 64 << 20;

/// Templates that every binary carries.
const EMBEDDED_TEMPLATES: &[(&str, &str)] = &[
    ("nd30.typ", include_str!("../../templates/nd30.typ")),
    ("measures.typ", include_str!("../../templates/measures.typ")),
    ("tables.typ", include_str!("../../templates/tables.typ")),
    ("page.typ.j2", include_str!("../../templates/page.typ.j2")),
    ("parts.typ.j2", include_str!("../../templates/parts.typ.j2")),
    ("report-period.typ.j2", include_str!("../../templates/report-period.typ.j2")),
    ("report-ten-year.typ.j2", include_str!("../../templates/report-ten-year.typ.j2")),
    ("report.yaml.j2", include_str!("../../templates/report.yaml.j2")),
    ("head.typ.j2", include_str!("../../templates/head.typ.j2")),
    ("foot.typ.j2", include_str!("../../templates/foot.typ.j2")),
    ("plan-body.typ.j2", include_str!("../../templates/plan-body.typ.j2")),
    ("unit-plan.typ.j2", include_str!("../../templates/unit-plan.typ.j2")),
    ("launch.typ.j2", include_str!("../../templates/launch.typ.j2")),
    ("overview.typ.j2", include_str!("../../templates/overview.typ.j2")),
    ("diff.typ.j2", include_str!("../../templates/diff.typ.j2")),
    ("report.typ.j2", include_str!("../../templates/report.typ.j2")),
    ("roll.typ.j2", include_str!("../../templates/roll.typ.j2")),
    ("plan.typ.j2", include_str!("../../templates/plan.typ.j2")),
];

/// Liberation Serif 2.1.5, whose widths are those of Times New Roman. SIL Open Font License 1.1,
/// see `fonts/LICENSE`.
const EMBEDDED_FONTS: &[(&str, &[u8])] = &[
    ("LiberationSerif-Regular.ttf", include_bytes!("../../fonts/LiberationSerif-Regular.ttf")),
    ("LiberationSerif-Bold.ttf", include_bytes!("../../fonts/LiberationSerif-Bold.ttf")),
    ("LiberationSerif-Italic.ttf", include_bytes!("../../fonts/LiberationSerif-Italic.ttf")),
    (
        "LiberationSerif-BoldItalic.ttf",
        include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
    ),
];

/// What documents are made with.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// Files of the templates folder by their path in it: Jinja templates (`.j2`), Typst files
    /// and images.
    pub templates: BTreeMap<String, Cow<'static, [u8]>>,
    /// Font files by their path in the fonts folder.
    pub fonts: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Assets {
    /// The embedded files alone.
    pub fn embedded() -> Self {
        let templates = EMBEDDED_TEMPLATES
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Cow::Borrowed(text.as_bytes())))
            .collect();
        let fonts = EMBEDDED_FONTS
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)))
            .collect();
        Self { templates, fonts }
    }

    /// The embedded files with those of a workspace over them. Files that cannot be read are
    /// reported.
    pub fn of_workspace(root: &Path) -> (Self, Vec<Diagnostic>) {
        let mut assets = Self::embedded();
        let mut problems = Vec::new();
        for (name, bytes) in files(root, TEMPLATES, &mut problems) {
            // Some editors put a mark at a text's beginning, which would be printed.
            let text = name.ends_with(".j2") || name.ends_with(".typ");
            let marked = text.then(|| bytes.strip_prefix(b"\xEF\xBB\xBF")).flatten();
            let bytes = marked.map_or_else(|| bytes.clone(), <[u8]>::to_vec);
            assets.templates.insert(name, Cow::Owned(bytes));
        }
        let is_font = |name: &str| {
            let name = name.to_lowercase();
            [".ttf", ".otf", ".ttc"]
                .iter()
                .any(|extension| name.ends_with(extension))
        };
        let own = files(root, FONTS, &mut problems).into_iter();
        let own = own.filter(|(name, _)| is_font(name));
        assets
            .fonts
            .extend(own.map(|(name, bytes)| (name, Cow::Owned(bytes))));
        (assets, problems)
    }

    /// A template's text, when there is one of this name and it is UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.templates
            .get(name)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
    }
}

/// The files of a folder and those below it, by their path in it with forward slashes.
fn files(root: &Path, folder: &str, problems: &mut Vec<Diagnostic>) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(current) = folders.pop() {
        let Ok(entries) = root.join(&current).read_dir() else { continue };
        for entry in entries.flatten() {
            let path = current.join(entry.file_name());
            let Ok(metadata) = root.join(&path).metadata() else { continue };
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if metadata.is_dir() {
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    folders.push(path);
                }
            } else if metadata.is_file() && metadata.len() <= MAX_SIZE {
                match std::fs::read(root.join(&path)) {
                    Ok(bytes) => found.push((name_below(&path, folder), bytes)),
                    Err(error) => problems.push(
                        Diagnostic::unplaced(Code::Unreadable)
                            .with("path", path.to_string_lossy().into_owned())
                            .with("cause", error.to_string()),
                    ),
                }
            }
        }
    }
    found.sort();
    found
}

fn name_below(path: &Path, folder: &str) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(std::ffi::OsStr::to_string_lossy).collect();
    parts.join("/")
}
