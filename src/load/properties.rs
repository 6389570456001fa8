//! What holds of every input that is read, whatever it is. Tests hold the seeds of `fuzz/seeds/`
//! against it, the fuzzers of `fuzz/` everything else.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use super::document::Read;
use super::fetched::Fetched;
use super::workspace::{Request, Workspace};
use crate::calendar::Year;
use crate::diag::{Diagnostic, Sources};
use crate::folder::Folder;
use crate::form::Forms;
use crate::law::{Acts, Awards};
use crate::office::{Agency, Directory, blank};
use crate::papers::Document;
use crate::records::read_table;
use crate::values::Setting;
use crate::yaml::{self, Node, Value};

/// What was found in an input, and the texts that it points into.
pub type FoundIn = (Vec<Diagnostic>, Sources);

/// The workspace of the repository, whose shared files a document is read with.
fn shared() -> &'static Workspace<'static> {
    static ROOT: OnceLock<Folder> = OnceLock::new();
    static SHARED: OnceLock<Workspace<'static>> = OnceLock::new();
    SHARED.get_or_init(|| {
        let root = ROOT.get_or_init(|| Folder::new(Path::new(env!("CARGO_MANIFEST_DIR"))));
        Workspace::open(request(root), Sources::default())
    })
}

fn request(root: &Folder) -> Request<'_> {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    Request {
        root,
        forms: FORMS.get_or_init(Forms::embedded),
        choices: &[],
        kind: None,
        new: None,
        draft: false,
        printable: &|character| character < '\u{2000}',
        left_overs: true,
    }
}

/// A text as a document: keys and values are in the order of the text, and what is read of it is a paper, or mistakes
/// with their places.
pub fn document(text: &str) -> (Option<Document>, FoundIn) {
    let workspace = shared();
    let mut sources = Sources::over(&workspace.sources);
    let file = sources.add_file("data/2024/input.yaml", text.to_owned());
    if let Ok(root) = yaml::parse(sources.get(file).text(), file) {
        are_in_order(&root, &mut 0, sources.get(file).text());
    }
    let fetched =
        Fetched::of_text("2024/input", Path::new("data/2024/input.yaml"), file, sources);
    let read = workspace.read(&fetched, None, None);
    let (document, problems) = match read {
        Read::Document(entry) => {
            let copies = entry.copies.as_ref().map_or(0, |copies| copies.count().min(3));
            for at in 0..copies {
                if let Some(copies) = &entry.copies {
                    let _ = workspace.copy(&fetched, copies, at);
                }
            }
            (entry.document, entry.problems)
        }
        Read::Unwanted | Read::Waiting(_) => (None, Vec::new()),
    };
    are_placed(&problems, &fetched.sources);
    (document, (problems, fetched.sources))
}

/// Keys and scalars stand one after another, from letter to letter.
fn are_in_order(node: &Node, end: &mut usize, text: &str) {
    let one = |range: &Range<usize>, end: &mut usize| {
        assert!(*end <= range.start, "{range:?} before {end}");
        assert!(text.get(range.clone()).is_some(), "{range:?} tears a letter");
        *end = range.end;
    };
    match &node.value {
        Value::Null | Value::Wrong => {}
        Value::Scalar(_) => one(&node.place.range, end),
        Value::List(items) => items.iter().for_each(|item| are_in_order(item, end, text)),
        Value::Map(entries) => {
            for entry in entries {
                one(&entry.key_place.range, end);
                are_in_order(&entry.node, end, text);
            }
        }
    }
}

/// Every mistake points at letters that are there.
fn are_placed(problems: &[Diagnostic], sources: &Sources) {
    for problem in problems {
        for place in problem.place.iter().chain(&problem.related) {
            let text = sources.get(place.file).text();
            assert!(text.get(place.range.clone()).is_some(), "{problem:?}");
        }
    }
}

/// Bytes as a table of results: the first one says what kind of file they are.
pub fn table(bytes: &[u8]) -> FoundIn {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let name = match first {
        b'w' => "results.xlsx",
        b't' => "results/xa-gia-cat.tien-do.csv",
        b'm' => "results/phong-trao.csv",
        b'a' => "results/khen-thuong.csv",
        b'i' => "results/kiem-tra.csv",
        b'c' => "results/boi-duong.csv",
        b'f' => "results/xa-gia-cat.quy.csv",
        _ => "results/xa-gia-cat.xlsx",
    };
    let root = Folder::new(Path::new("/nowhere"));
    let mut directory = Directory::default();
    let name_of = |id: &str, name: &str| Agency {
        name: name.to_owned(),
        short_name: format!("UBND {name}"),
        list_name: name.to_owned(),
        ..blank(id)
    };
    // An id that is there already is left out.
    let _ = directory.add(name_of("xa-gia-cat", "Xã Gia Cát"));
    let _ = directory.add(name_of("thi-tran-cao-loc", "Thị trấn Cao Lộc"));
    let awards = Awards::new(Vec::new(), Vec::new());
    let mut sources = Sources::default();
    let Some(year) = Year::new(2024) else { return (Vec::new(), sources) };
    let setting = Setting {
        root: &root,
        printable: &|character| character < '\u{2000}',
        draft: false,
        directory: &directory,
        acts: &Acts::default(),
        awards: &awards,
    };
    let path = Path::new("data/2024").join(name);
    let (results, problems) = read_table(setting, year, (&path, rest.to_vec()), &mut sources);
    assert!(results.len() <= 2, "more units than there are");
    are_placed(&problems, &sources);
    (problems, sources)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::{seeds, texts};

    #[test]
    fn every_seed_of_a_document_is_read_with_places() {
        let all = texts("document");
        let read = all.iter().filter(|text| document(text).0.is_some()).count();
        assert!(read > 0 && read < all.len(), "{read} of {}", all.len());
    }

    #[test]
    fn every_seed_of_a_table_is_read_with_places() {
        for seed in seeds("table") {
            table(&seed);
        }
    }
}
