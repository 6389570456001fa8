//! The numbers and dashes that Word counts before paragraphs, as letters.

use std::collections::{BTreeMap, BTreeSet};

use super::xml::{Opened, Read, Walk};
use crate::numbers::roman;

/// How many levels a list has.
const LEVELS: usize = 9;

/// The list and level of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NumberAt {
    pub(super) list: Option<u32>,
    pub(super) level: Option<usize>,
}

impl NumberAt {
    /// What properties say of it, to their end.
    pub(super) fn read(walk: &mut Walk<'_>) -> Read<Self> {
        let mut at = Self::default();
        walk.each(&mut |walk, element| {
            match element.name() {
                "numId" => at.list = element.number("val"),
                "ilvl" => at.level = element.number("val"),
                _ => {}
            }
            walk.skip(element)
        })?;
        Ok(at)
    }
}

/// How a level counts.
#[derive(Debug, Clone)]
struct Level {
    format: String,
    /// `%1.%2.`: the numbers of the levels, and what stands between them.
    text: String,
    start: u32,
}

/// The lists of a file, and how far they have counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    /// How the levels of a kind of list count.
    kinds: BTreeMap<u32, BTreeMap<usize, Level>>,
    /// The kind of each list, and at which numbers its levels start anew.
    lists: BTreeMap<u32, (u32, BTreeMap<usize, u32>)>,
    /// Where the levels of a kind of list are.
    counted: BTreeMap<u32, [u32; LEVELS]>,
    begun: BTreeSet<u32>,
}

impl Numbering {
    /// Reads the part with the lists.
    pub(super) fn read(text: &str) -> Read<Self> {
        let mut found = Self::default();
        Walk::new(text).each(&mut |walk, _| {
            walk.each(&mut |walk, element| match element.name() {
                "abstractNum" => {
                    let id = element.number("abstractNumId").unwrap_or_default();
                    let levels = levels(walk)?;
                    found.kinds.insert(id, levels);
                    Ok(())
                }
                "num" => {
                    let id = element.number("numId").unwrap_or_default();
                    let list = list(walk)?;
                    found.lists.insert(id, list);
                    Ok(())
                }
                _ => walk.skip(element),
            })
        })?;
        Ok(found)
    }

    /// The letters before the next paragraph of a list; none where it has none.
    pub(super) fn next(&mut self, at: NumberAt) -> Option<String> {
        let list = at.list.filter(|list| *list != 0)?;
        let at = at.level.unwrap_or_default().min(LEVELS - 1);
        let (kind, starts) = self.lists.get(&list)?;
        let levels = self.kinds.get(kind)?;
        let level = levels.get(&at)?;
        let counted = self.counted.entry(*kind).or_default();
        if self.begun.insert(list) {
            for (level, start) in starts {
                if let Some(own) = counted.get_mut(*level) {
                    *own = start.saturating_sub(1);
                }
            }
        }
        let first = |at: usize| levels.get(&at).map_or(1, |level| level.start);
        counted[at] = match counted[at] {
            0 => first(at).max(1),
            counted => counted.saturating_add(1),
        };
        counted[at + 1..].fill(0);
        let mut text = level.text.clone();
        if level.format == "bullet" {
            // Signs of symbol fonts look like many things; in a paper they are dashes.
            let is_sign = text.chars().all(|sign| !sign.is_alphanumeric());
            return Some(if is_sign && text != "+" { "-".to_owned() } else { text });
        }
        for number in 0..=at {
            let format = levels.get(&number).map_or("decimal", |level| &level.format);
            let counted = counted[number].max(first(number).min(1));
            text = text.replace(&format!("%{}", number + 1), &said(counted, format));
        }
        Some(text).filter(|text| !text.trim().is_empty())
    }
}

/// The levels of a kind of list.
fn levels(walk: &mut Walk<'_>) -> Read<BTreeMap<usize, Level>> {
    let mut found = BTreeMap::new();
    walk.each(&mut |walk, element| match element.name() {
        "lvl" => {
            let at = element.number("ilvl").unwrap_or_default();
            let mut level = Level {
                format: "decimal".to_owned(),
                text: String::new(),
                start: 1,
            };
            walk.each(&mut |walk, element| {
                let value = |own: &Opened<'_>| own.value().unwrap_or_default();
                match element.name() {
                    "numFmt" => level.format = value(element),
                    "lvlText" => level.text = value(element),
                    "start" => level.start = element.number("val").unwrap_or(1),
                    _ => {}
                }
                walk.skip(element)
            })?;
            found.insert(at, level);
            Ok(())
        }
        _ => walk.skip(element),
    })?;
    Ok(found)
}

/// The kind of a list, and where its levels start anew.
fn list(walk: &mut Walk<'_>) -> Read<(u32, BTreeMap<usize, u32>)> {
    let (mut kind, mut starts) = (0, BTreeMap::new());
    walk.each(&mut |walk, element| match element.name() {
        "abstractNumId" => {
            kind = element.number("val").unwrap_or_default();
            walk.skip(element)
        }
        "lvlOverride" => {
            let at = element.number("ilvl").unwrap_or_default();
            walk.each(&mut |walk, element| {
                if element.name() == "startOverride" {
                    starts.insert(at, element.number("val").unwrap_or(1));
                }
                walk.skip(element)
            })
        }
        _ => walk.skip(element),
    })?;
    Ok((kind, starts))
}

/// A number in the letters of a format.
fn said(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(whole(number)),
        "lowerRoman" => roman(whole(number)).to_lowercase(),
        "upperLetter" => letter(number).to_uppercase(),
        "lowerLetter" => letter(number),
        _ => number.to_string(),
    }
}

/// a, b … z, aa, bb …, as Word goes on.
fn letter(number: u32) -> String {
    let at = number.max(1) - 1;
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    let times = usize::try_from(at / 26 + 1).unwrap_or(1).min(8);
    letter.to_string().repeat(times)
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
