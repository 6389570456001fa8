//! No files of `src` name each other in a circle: whoever reads one can read first what it stands on.
//!
//! An arrow leads from a file to that which defines what it names, by whatever way that is re-exported.
//! `mod` and `pub use` draw none: a `mod.rs` that only gathers its room names nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::workspace::repository;

/// Circles that are still there. None may come, and what is gone must be struck out here.
const STILL: &[&[&str]] = &[];

type Name = Vec<String>;

/// A file and what it names: plain uses, and what it hands on.
struct File {
    text: String,
    handed_on: BTreeMap<String, (Name, Name)>,
}

/// The files of the library by their module paths.
fn files() -> BTreeMap<Name, File> {
    let mut found = BTreeMap::new();
    gather(&repository().join("src"), &mut found);
    let names: BTreeSet<Name> = found.keys().cloned().collect();
    for (name, file) in &mut found {
        for path in uses(&file.text, true) {
            if let Some((base, rest)) = start(name, &path, &names)
                && let Some(last) = rest.last()
            {
                file.handed_on.insert(last.clone(), (base, rest));
            }
        }
    }
    found
}

fn gather(folder: &Path, found: &mut BTreeMap<Name, File>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let below = path.strip_prefix(repository().join("src")).expect("below src");
        let name = below.with_extension("");
        let mut name: Name =
            name.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if path.is_dir()
            && name.last().is_some_and(|last| last != "tests")
            && name[0] != "args"
        {
            gather(&path, found);
        }
        if path.extension().is_none_or(|ending| ending != "rs")
            || ["main", "tests"].contains(&name.last().map_or("", String::as_str))
        {
            continue;
        }
        if name.last().is_some_and(|last| last == "mod" || last == "lib") {
            name.pop();
        }
        let text = fs::read_to_string(&path).expect("UTF-8");
        // Tests at a file's end may reach further.
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        let text = lines.collect::<Vec<_>>().join("\n");
        found.insert(name, File { text, handed_on: BTreeMap::new() });
    }
}

/// The paths of all `use` items that are public, or of all others.
fn uses(text: &str, public: bool) -> Vec<Name> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("use ") {
        let line = text[..at].rsplit('\n').next().unwrap_or_default().trim();
        let is_item = line.is_empty() || (line.starts_with("pub") && !line.contains(' '));
        let is_item = is_item || line.starts_with("pub(in");
        if is_item && line.starts_with("pub") == public {
            let tree = text[at + 4..].split(';').next().unwrap_or_default();
            branches("", tree, &mut found);
        }
    }
    found
}

/// The paths of a tree of uses.
fn branches(before: &str, tree: &str, found: &mut Vec<Name>) {
    let tree = tree.trim();
    let Some((stem, rest)) = tree.split_once('{') else {
        let path = format!("{before}{}", tree.split(" as ").next().unwrap_or_default());
        let parts = path.split("::").map(|part| part.trim().to_owned());
        return found.push(parts.filter(|part| !part.is_empty()).collect());
    };
    let inside = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut from) = (0, 0);
    for (at, letter) in inside.char_indices().chain([(inside.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = &inside[from..at];
                if !branch.trim().is_empty() {
                    branches(&format!("{before}{stem}"), branch, found);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// Paths within expressions and types.
fn mentions(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    for word in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(word) {
            let before = text[..at].chars().next_back();
            // `pub(in crate::load)` says who may see, and names nobody.
            let is_visibility = text[..at].ends_with("pub(in ");
            if is_visibility || before.is_some_and(|c| c.is_alphanumeric() || c == ':') {
                continue;
            }
            let is_part =
                |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
            let path = text[at..].split(|letter| !is_part(letter)).next().unwrap_or_default();
            // The rest of a group is read as such.
            if path.ends_with("::") {
                continue;
            }
            found.push(path.split("::").map(str::to_owned).collect());
        }
    }
    found
}

/// What a file names without saying where it is: what it hands on and uses itself, and its modules.
fn own_names(name: &Name, file: &File, text: &str, names: &BTreeSet<Name>) -> Vec<Name> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut found = Vec::new();
    let mut before = "";
    for word in text.split_inclusive(|letter| !is_part(letter)) {
        let bare = word.trim_end_matches(|letter| !is_part(letter));
        let goes_on = before.ends_with([':', '.', '"']) || before.trim() == "mod";
        let is_module =
            word.ends_with(':') && names.contains(&[name, &[bare.to_owned()][..]].concat());
        // A small word may be a variable, unless it is called.
        let is_named = bare.starts_with(char::is_uppercase) || word.ends_with('(');
        if !goes_on && is_named && file.handed_on.contains_key(bare) {
            found.push(vec!["self".to_owned(), bare.to_owned()]);
        } else if !goes_on && is_module {
            found.push(vec![bare.to_owned()]);
        }
        before = word;
    }
    found
}

/// The module that a path begins in, and the rest of it; none when it leads out of the crate.
fn start(from: &[String], path: &[String], names: &BTreeSet<Name>) -> Option<(Name, Name)> {
    let mut base = from.to_vec();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|part| part == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            let below = [from, &[first.to_owned()]].concat();
            if !names.contains(&below) {
                return None;
            }
        }
    }
    Some((base, rest.to_vec()))
}

/// The file that defines what a path names.
fn home(mut base: Name, mut rest: Name, files: &BTreeMap<Name, File>) -> Name {
    for _ in 0..20 {
        let Some(first) = rest.first().cloned() else { break };
        let below = [&base[..], std::slice::from_ref(&first)].concat();
        if files.contains_key(&below) {
            base = below;
            rest.remove(0);
        } else if let Some((to, mut path)) =
            files.get(&base).and_then(|file| file.handed_on.get(&first)).cloned()
        {
            path.extend(rest.drain(1..));
            (base, rest) = (to, path);
        } else {
            break;
        }
    }
    base
}

/// Which files each names.
fn arrows(files: &BTreeMap<Name, File>) -> BTreeMap<Name, BTreeSet<Name>> {
    let names: BTreeSet<Name> = files.keys().cloned().collect();
    let of = |(name, file): (&Name, &File)| {
        // What is handed on is not named twice.
        let text: String = file
            .text
            .split_inclusive(';')
            .filter(|item| {
                !item.trim_start().starts_with("pub use") && !item.contains(") use ")
            })
            .collect();
        let within = own_names(name, file, &text, &names);
        let paths = uses(&text, false).into_iter().chain(mentions(&text)).chain(within);
        let homes = paths.filter_map(|path| {
            let (base, rest) = start(name, &path, &names)?;
            Some(home(base, rest, files))
        });
        (name.clone(), homes.filter(|home| home != name).collect())
    };
    files.iter().map(of).collect()
}

/// All that can be reached from a file.
fn reached(from: &Name, arrows: &BTreeMap<Name, BTreeSet<Name>>) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Name> = vec![from];
    while let Some(name) = open.pop() {
        for next in arrows.get(name).into_iter().flatten() {
            if found.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    found
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let files = files();
    let arrows = arrows(&files);
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 300, "arrows are found");
    let reach: BTreeMap<&Name, BTreeSet<Name>> =
        files.keys().map(|name| (name, reached(name, &arrows))).collect();
    let mut circles = BTreeSet::new();
    for (name, from) in &reach {
        if from.contains(*name) {
            let back =
                |other: &&Name| reach.get(*other).is_some_and(|far| far.contains(*name));
            let circle = from.iter().filter(back).map(|name| name.join("/"));
            circles.insert(circle.collect::<Vec<_>>());
        }
    }
    let still: BTreeSet<Vec<String>> = STILL
        .iter()
        .map(|circle| circle.iter().map(|name| (*name).to_owned()).collect())
        .collect();
    assert_eq!(circles, still);
}
