//! What holds of every input that is read, whatever it is. Tests hold the seeds of `fuzz/seeds/`
//! against it, the fuzzers of `fuzz/` everything else.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use super::document::Fetched;
use super::rewrite::{QuestionText, Terms, of_text};
use super::table::{self, Setting};
use super::{Read, Request, Workspace};
use crate::calendar::Year;
use crate::diag::{Diagnostic, FileId, Sources};
use crate::folder::Folder;
use crate::law::Awards;
use crate::office::{Agency, Directory, blank};
use crate::papers::{Document, DocumentId};
use crate::roll::Frame;
use crate::yaml::{self, Node, Value};

/// What was found in an input, and the texts that it points into.
pub type Found = (Vec<Diagnostic>, Sources);

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
    Request {
        root,
        choices: &[],
        kind: None,
        draft: false,
        printable: &|character| character < '\u{2000}',
        left_overs: true,
    }
}

fn years() -> Option<(Year, Year)> {
    Year::new(2024).zip(Year::new(2025))
}

/// A text as a document: keys and values are in the order of the text, and what is read of it is a paper, or mistakes
/// with their places.
pub fn document(text: &str) -> (Option<Document>, Found) {
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
        Value::Null => {}
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
pub fn table(bytes: &[u8]) -> Found {
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
    let awards = Awards::new(Vec::new());
    let mut sources = Sources::default();
    let Some((year, _)) = years() else { return (Vec::new(), sources) };
    let setting = Setting {
        request: request(&root),
        year,
        directory: &directory,
        awards: &awards,
    };
    let path = Path::new("data/2024").join(name);
    let (results, problems) = table::read_bytes(setting, &path, rest.to_vec(), &mut sources);
    assert!(results.len() <= 2, "more units than there are");
    are_placed(&problems, &sources);
    (problems, sources)
}

/// A text as a document that is rolled: the new file is YAML, and rolled again it is another time.
pub fn rewriting(text: &str) -> Found {
    let mut sources = Sources::default();
    let file = sources.add_file("data/2024/input.yaml", text.to_owned());
    let Some((from, to)) = years() else { return (Vec::new(), sources) };
    let problems: Vec<Diagnostic> =
        rolled(file, &sources, from, to).err().into_iter().collect();
    are_placed(&problems, &sources);
    (problems, sources)
}

/// Rolls a text; the new one can be read, and rolled on.
fn rolled(file: FileId, sources: &Sources, from: Year, to: Year) -> Result<(), Diagnostic> {
    let terms = |from, to| Terms {
        frame: Frame { from, to },
        dropped: std::iter::empty().collect(),
        proposals: vec!["Kỷ niệm 80 năm".to_owned()],
        proposed: vec!["quoc-khanh".to_owned()],
        superior: Some("UBND huyện Cao Lộc".to_owned()),
    };
    let id = DocumentId(format!("{from}/input"));
    let old = format!("data/{from}/input.yaml");
    let known = (&id, Path::new(&old));
    let Some(new) =
        of_text(known, (sources, file), &terms(from, to)).map_err(|found| *found)?
    else {
        return Ok(());
    };
    let question = QuestionText {
        at: "subject".to_owned(),
        ask: "Câu hỏi \"nào\"?".to_owned(),
        proposals: vec!["a\\b".to_owned()],
    };
    // A file that cannot be written so is refused.
    let Some(text) = new.file("x", "y", &[question]) else { return Ok(()) };
    let mut again = Sources::default();
    let file = again.add_file(old, text);
    let root = yaml::parse(again.get(file).text(), file);
    assert!(root.is_ok(), "the new file is no YAML: {root:?}");
    if let Some(next) = Year::new(to.get() + 1) {
        let terms = terms(to, next);
        let _ = of_text((&new.id, &new.path), (&again, file), &terms);
    }
    Ok(())
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

    #[test]
    fn every_seed_of_a_document_is_rolled_into_yaml() {
        for text in texts("rewriting").iter().chain(&texts("document")) {
            rewriting(text);
        }
    }
}
