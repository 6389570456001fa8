//! What stands beside the text of a Word file: comments, heads and feet of pages, notes.

use std::collections::BTreeMap;

use super::model::{Aside, Comment};
use super::xml::{Opened, Read, Walk};

/// The comments; `about` holds the letters that each is about, by its number.
pub(super) fn comments(text: &str, about: &BTreeMap<String, String>) -> Read<Vec<Comment>> {
    let mut found = Vec::new();
    Walk::new(text).each(&mut |walk, _| {
        walk.each(&mut |walk, element| {
            if element.name() != "comment" {
                return walk.skip(element);
            }
            let id = element.attribute("id").unwrap_or_default();
            let by = element.attribute("author").unwrap_or_default();
            let mut text = String::new();
            letters(walk, &mut text)?;
            let about = about.get(&id).cloned().unwrap_or_default();
            let text = text.trim().to_owned();
            found.push(Comment { by, text, about });
            Ok(())
        })
    })?;
    Ok(found)
}

/// The head or foot of pages, or notes; none where there is nothing but the number of the page.
pub(super) fn aside(text: &str) -> Read<Option<Aside>> {
    let (mut said, mut is_note) = (String::new(), false);
    Walk::new(text).each(&mut |walk, root| {
        if root.name().starts_with("footnotes") || root.name().starts_with("endnotes") {
            is_note = true;
            // The lines above notes are notes too, of a type of their own.
            return walk.each(&mut |walk, note| match note.attribute("type") {
                Some(kind) if kind != "normal" => walk.skip(note),
                _ => letters(walk, &mut said),
            });
        }
        letters(walk, &mut said)
    })?;
    let text = said.trim();
    let is_number = text.chars().all(|letter| !letter.is_alphabetic());
    Ok((!is_number).then(|| Aside { is_note, text: text.to_owned() }))
}

/// The letters anywhere within an element, a line for each paragraph.
fn letters<'x>(walk: &mut Walk<'x>, said: &mut String) -> Read {
    walk.each(&mut |walk, element: &Opened<'x>| match element.name() {
        "t" => {
            said.push_str(&walk.letters()?);
            Ok(())
        }
        "delText" | "instrText" | "Fallback" => walk.skip(element),
        "tab" | "br" => {
            said.push(' ');
            walk.skip(element)
        }
        "p" => {
            letters(walk, said)?;
            said.push('\n');
            Ok(())
        }
        _ => letters(walk, said),
    })
}
