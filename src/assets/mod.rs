//! Templates and fonts: those embedded in the program, and those of the workspace, which take their
//! place file by file.
//!
//! In goes the workspace's folder; out come [`Assets`], names and bytes, with a problem for every
//! file that cannot be used: an own template passed over in silence would print the embedded one.
//! They are read once per run, before any document is made, so that all documents of a run have the
//! same.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use crate::diag::Diagnostic;
use crate::folder::{Folder, FolderEntry, is_for_people, not_read};

/// The folder of templates in a workspace.
pub(crate) const TEMPLATES: &str = "templates";
/// The folder of fonts in a workspace.
pub(crate) const FONTS: &str = "fonts";

/// The largest template, image or font that is read, bytes.
const MAX_SIZE: u64 = 64 << 20;

/// Templates that every binary carries.
const EMBEDDED_TEMPLATES: &[(&str, &str)] = &[
    ("certificate.form.yaml", include_str!("../../templates/certificate.form.yaml")),
    ("copy.form.yaml", include_str!("../../templates/copy.form.yaml")),
    ("decision.form.yaml", include_str!("../../templates/decision.form.yaml")),
    ("document.form.yaml", include_str!("../../templates/document.form.yaml")),
    ("free-report.form.yaml", include_str!("../../templates/free-report.form.yaml")),
    ("guidance.form.yaml", include_str!("../../templates/guidance.form.yaml")),
    ("launch.form.yaml", include_str!("../../templates/launch.form.yaml")),
    ("letter.form.yaml", include_str!("../../templates/letter.form.yaml")),
    (
        "meeting-invitation.form.yaml",
        include_str!("../../templates/meeting-invitation.form.yaml"),
    ),
    ("minutes.form.yaml", include_str!("../../templates/minutes.form.yaml")),
    ("notice.form.yaml", include_str!("../../templates/notice.form.yaml")),
    ("overview.form.yaml", include_str!("../../templates/overview.form.yaml")),
    ("plan.form.yaml", include_str!("../../templates/plan.form.yaml")),
    ("program.form.yaml", include_str!("../../templates/program.form.yaml")),
    ("proposal.form.yaml", include_str!("../../templates/proposal.form.yaml")),
    ("report.form.yaml", include_str!("../../templates/report.form.yaml")),
    ("unit-plan.form.yaml", include_str!("../../templates/unit-plan.form.yaml")),
    ("work-plan.form.yaml", include_str!("../../templates/work-plan.form.yaml")),
    ("nd30.typ", include_str!("../../templates/nd30.typ")),
    ("draw.typ", include_str!("../../templates/draw.typ")),
    ("data.typ", include_str!("../../templates/data.typ")),
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
    ("certificate.typ.j2", include_str!("../../templates/certificate.typ.j2")),
    ("copy.typ.j2", include_str!("../../templates/copy.typ.j2")),
    ("decision.typ.j2", include_str!("../../templates/decision.typ.j2")),
    ("launch.typ.j2", include_str!("../../templates/launch.typ.j2")),
    ("meeting-invitation.typ.j2", include_str!("../../templates/meeting-invitation.typ.j2")),
    ("minutes.typ.j2", include_str!("../../templates/minutes.typ.j2")),
    ("proposal.typ.j2", include_str!("../../templates/proposal.typ.j2")),
    ("overview.typ.j2", include_str!("../../templates/overview.typ.j2")),
    ("diff.typ.j2", include_str!("../../templates/diff.typ.j2")),
    ("report.typ.j2", include_str!("../../templates/report.typ.j2")),
    ("roll.typ.j2", include_str!("../../templates/roll.typ.j2")),
    ("plan.typ.j2", include_str!("../../templates/plan.typ.j2")),
    ("document.typ.j2", include_str!("../../templates/document.typ.j2")),
    ("free-report.typ.j2", include_str!("../../templates/free-report.typ.j2")),
    ("guidance.typ.j2", include_str!("../../templates/guidance.typ.j2")),
    ("letter.typ.j2", include_str!("../../templates/letter.typ.j2")),
    ("notice.typ.j2", include_str!("../../templates/notice.typ.j2")),
    ("program.typ.j2", include_str!("../../templates/program.typ.j2")),
    ("texts.typ.j2", include_str!("../../templates/texts.typ.j2")),
    ("work-plan.typ.j2", include_str!("../../templates/work-plan.typ.j2")),
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

/// The names of the templates that every binary carries.
pub(crate) fn embedded_templates() -> impl Iterator<Item = &'static str> {
    EMBEDDED_TEMPLATES.iter().map(|(name, _)| *name)
}

/// The text of a template that every binary carries.
pub(crate) fn embedded_template(name: &str) -> Option<&'static str> {
    EMBEDDED_TEMPLATES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

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
    /// reported: an own template that is passed over would print the embedded one.
    pub fn of_workspace(root: &Folder) -> (Self, Vec<Diagnostic>) {
        let mut assets = Self::embedded();
        let mut problems = Vec::new();
        for (name, bytes) in files(root, TEMPLATES, is_template, &mut problems) {
            // Some editors put a mark at a text's beginning, which would be printed.
            let marked = is_template(Path::new(&name))
                .then(|| bytes.strip_prefix(b"\xEF\xBB\xBF"))
                .flatten();
            let bytes = marked.map_or_else(|| bytes.clone(), <[u8]>::to_vec);
            assets.templates.insert(name, Cow::Owned(bytes));
        }
        let mut strays = Vec::new();
        for (name, bytes) in files(root, FONTS, is_font, &mut problems) {
            if is_font(Path::new(&name)) {
                assets.fonts.insert(name, Cow::Owned(bytes));
            } else if !is_for_people(Path::new(&name)) {
                strays.push(format!("{FONTS}/{name}"));
            }
        }
        problems.extend(not_read(strays));
        (assets, problems)
    }

    /// The files that the typesetter may ask for: Typst templates and pictures.
    pub fn typst_files(&self) -> impl Iterator<Item = (&String, &Cow<'static, [u8]>)> {
        let is_ours = |name: &str| name.ends_with(".j2") || name.ends_with(".form.yaml");
        self.templates.iter().filter(move |(name, _)| !is_ours(name))
    }

    /// A template's text, when there is one of this name and it is UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.templates
            .get(name)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
    }
}

/// Whether a file is a font by its name.
fn is_font(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ["ttf", "otf", "ttc"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// The files of a folder and those below it, by their path in it with forward slashes.
fn files(
    root: &Folder,
    folder: &str,
    should_be_file: fn(&Path) -> bool,
    problems: &mut Vec<Diagnostic>,
) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for FolderEntry { path, kind } in root.tree(Path::new(folder), should_be_file) {
        let name = name_below(&path, folder);
        match kind.and_then(|_| root.read(&path, MAX_SIZE)) {
            Ok(bytes) => found.push((name, bytes)),
            Err(fault) => problems.push(fault.diagnostic(format!("{folder}/{name}"))),
        }
    }
    found
}

/// Whether a file is a template, or the definition of a form, by its name.
fn is_template(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "j2" || ending == "typ" || ending == "yaml")
}

fn name_below(path: &Path, folder: &str) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(std::ffi::OsStr::to_string_lossy).collect();
    parts.join("/")
}
