//! A text in parts: what each part says, and whether the parts stand as the decree has them (Decree 30/2020/NĐ-CP,
//! Appendix I, II.6).
//!
//! In goes the list of a file; out come its parts in the order in which they are printed. Which part has which number is
//! told by the form room's structure; the names by which texts refer to parts are known before any text is read.

use std::collections::BTreeMap;

use super::inset;
use super::named::document_type;
use super::named_files::{awaits_file, picture_named};
use super::text_at::text_at;
use crate::diag::{Code, Diagnostic, Placed};
use crate::form::{
    ALT, APPENDICES, BODY, CAPTION, Form, ID, ITEMS, KeyType, LYING, Level, MOST_POINTS,
    PICTURE, SHEET, StructurePart, TABLE, TEXT, TITLE, TYPE, in_order, structure,
};
use crate::papers::{Appendix, Clause, Inset, PaperTable, Picture, Text};
use crate::values::{Context, ids_differ, line};
use crate::yaml::{Fields, Node, Value, flag, id, list};

/// What stands before the id of a part in the name of a reference: `{ref.scope}`.
const REFERENCE: &str = "ref.";

/// The parts that others can refer to, by their names in braces, with the words that stand for them: those of the text and
/// of its appendices. An id that stands in two of these texts is told; within one, its reader tells it.
pub(super) fn references(
    fields: &Fields<'_>,
    form: &Form,
    cx: &mut Context<'_>,
) -> BTreeMap<String, String> {
    let keys = form.own_keys().filter(|key| key.is == KeyType::Clauses);
    let own = keys.filter_map(|key| fields.peek_node(key.key()));
    let appendices = fields.peek_node(APPENDICES).map(Node::items).unwrap_or_default();
    let bodies = own.chain(appendices.iter().filter_map(|appendix| appendix.entry(BODY)));
    let (mut found, mut places) = (BTreeMap::new(), BTreeMap::<String, (usize, &Node)>::new());
    for (number, body) in bodies.enumerate() {
        let parts = structure(body);
        for part in in_order(&parts) {
            let Some(node) = part.id else { continue };
            let Some(id) = node.scalar() else { continue };
            let (first, known) = *places.entry(id.to_owned()).or_insert((number, node));
            if first != number {
                let problem = Diagnostic::error(Code::DuplicateId, &node.place).with("id", id);
                cx.report(problem.related(&known.place));
            }
            found.insert(format!("{REFERENCE}{id}"), part.reference.clone());
        }
    }
    found
}

/// Reads the parts of a text, which stand at a place of the data.
pub(super) fn clauses(at: &str, node: &Node, cx: &mut Context<'_>) -> Option<Vec<Clause>> {
    clauses_after(at, &mut 0, node, cx)
}

/// Reads appendices. Questions count their texts through all of them.
pub(super) fn appendices(node: &Node, cx: &mut Context<'_>) -> Option<Vec<Appendix>> {
    let mut texts = 0;
    list(node, cx, |node, cx| {
        let mut fields = Fields::of(node, cx)?;
        let title = fields.required_node(cx, TITLE);
        texts += usize::from(title.is_some());
        let title =
            title.and_then(|node| Some(Placed::new(line(node, cx)?, node.place.clone())));
        let issued = fields.sound(cx, TYPE, document_type);
        let lying = fields.sound(cx, LYING, flag);
        let body = fields.required_node(cx, BODY);
        let body = body.and_then(|node| clauses_after(APPENDICES, &mut texts, node, cx));
        fields.finish(cx);
        let (issued, lying) = (issued?, lying?);
        Some(Appendix {
            issued,
            title: title?,
            is_lying: lying.unwrap_or(false),
            body: body?,
        })
    })
}

/// Reads the parts of a text behind so many texts.
fn clauses_after(
    at: &str,
    texts: &mut usize,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Vec<Clause>> {
    list(node, cx, |_, _| Some(()))?;
    let parts = structure(node);
    let mut reader = ClauseReader {
        at,
        texts: *texts,
        found: Vec::new(),
        ids: Vec::new(),
    };
    let mut is_sound = reader.parts(&parts, None, 1, cx);
    *texts = reader.texts;
    is_sound &= ids_differ(reader.ids.iter().map(|id| (id.value.as_str(), &id.place)), cx);
    is_sound.then_some(reader.found)
}

/// Parts while they are read.
struct ClauseReader<'a> {
    at: &'a str,
    /// How many texts were read; questions count them.
    texts: usize,
    found: Vec<Clause>,
    ids: Vec<Placed<String>>,
}

impl ClauseReader<'_> {
    /// Reads the parts below one, as headings of a depth; whether all are sound.
    fn parts(
        &mut self,
        parts: &[StructurePart<'_>],
        above: Option<&StructurePart<'_>>,
        depth: usize,
        cx: &mut Context<'_>,
    ) -> bool {
        let mut is_sound = true;
        for part in parts {
            if part.level == Level::Inset {
                is_sound &= self.add_inset(part, depth, cx);
                continue;
            }
            is_sound &= self.own_keys(part, cx) && stands_right(part, above, cx);
            let title = part.title.map(|title| self.text(title, cx));
            let texts: Vec<Option<_>> =
                part.texts.iter().map(|text| self.text(text, cx)).collect();
            let has_title = title.is_some();
            is_sound &= title.as_ref().is_none_or(Option::is_some);
            is_sound &= texts.iter().all(Option::is_some);
            self.found.push(Clause {
                level: part.level,
                label: part.label.clone(),
                title: title.flatten(),
                texts: texts.into_iter().flatten().collect(),
                inset: None,
                depth,
                is_centred: is_centred(part),
            });
            let below = depth + usize::from(has_title);
            is_sound &= self.parts(&part.items, Some(part), below, cx);
        }
        is_sound
    }

    /// Adds a table or a picture; whether it is sound.
    fn add_inset(
        &mut self,
        part: &StructurePart<'_>,
        depth: usize,
        cx: &mut Context<'_>,
    ) -> bool {
        if awaits_file(part.node, cx) {
            // A draft goes without it; its texts count all the same.
            self.texts += part.texts.len();
            return true;
        }
        let Some(inset) = self.inset(part, cx) else { return false };
        self.found.push(Clause {
            level: part.level,
            label: String::new(),
            title: None,
            texts: Vec::new(),
            inset: Some(inset),
            depth,
            is_centred: false,
        });
        true
    }

    /// Reads a table or a picture.
    fn inset(&mut self, part: &StructurePart<'_>, cx: &mut Context<'_>) -> Option<Inset> {
        let mut fields = Fields::of(part.node, cx)?;
        let is_given = |node: &&Node| !matches!(node.value, Value::Null);
        let caption = fields.node(CAPTION).filter(is_given);
        let caption = caption.map(|node| self.text(node, cx).ok_or(())).transpose().ok();
        let read = match (fields.node(TABLE), fields.node(PICTURE)) {
            (Some(_), Some(picture)) => {
                cx.report(Diagnostic::error(Code::TableAndPicture, &picture.place));
                None
            }
            (Some(table), None) => {
                let sheet = fields.sound(cx, SHEET, line);
                let caption = caption.clone().flatten();
                let mut text = |node: &Node, cx: &mut Context<'_>| self.text(node, cx);
                sheet
                    .and_then(|sheet| inset::table(table, sheet.as_deref(), &mut text, cx))
                    .map(|table| Inset::Table(PaperTable { caption, ..table }))
            }
            (None, Some(picture)) => {
                let alt = fields.required_node(cx, ALT).and_then(|node| self.text(node, cx));
                picture_named(picture, cx).zip(alt).map(|(file, alt)| {
                    let caption = caption.clone().flatten();
                    Inset::Picture(Picture {
                        path: file.path,
                        bytes: file.bytes,
                        alt,
                        caption,
                    })
                })
            }
            (None, None) => {
                // One of them is given without a value.
                let key = if part.node.entry_of(TABLE).is_some() { TABLE } else { PICTURE };
                let place = fields.place_of(key);
                cx.report(Diagnostic::error(Code::EmptyValue, &place).with("key", key));
                fields.node(ALT);
                None
            }
        };
        fields.finish(cx);
        caption?;
        read
    }

    fn text(&mut self, node: &Node, cx: &mut Context<'_>) -> Option<Text> {
        self.texts += 1;
        text_at(&format!("{}.{}", self.at, self.texts), node, cx)
    }

    /// Looks at the keys of a part: none but its own can stand there.
    fn own_keys(&mut self, part: &StructurePart<'_>, cx: &mut Context<'_>) -> bool {
        let Value::Map(entries) = &part.node.value else { return true };
        // A sentence with ": " in it reads as a map, one of whose keys no part has.
        if entries.iter().any(|entry| entry.key.contains(char::is_whitespace)) {
            return self.text(part.node, cx).is_some();
        }
        let Some(mut fields) = Fields::of(part.node, cx) else { return false };
        fields.node(part.level.key());
        if !matches!(part.level, Level::Point | Level::Dash) {
            fields.node(TITLE);
        }
        fields.node(TEXT);
        let items = fields.node(ITEMS);
        self.ids.extend(fields.optional(cx, ID, id));
        fields.finish(cx);
        items.is_none_or(|items| list(items, cx, |_, _| Some(())).is_some())
    }
}

/// Whether label and title of a part stand centred.
fn is_centred(part: &StructurePart<'_>) -> bool {
    match part.level {
        Level::Part | Level::Chapter | Level::Subsection => true,
        Level::Section => part.label.starts_with("Mục"),
        _ => false,
    }
}

/// Whether a part may stand where it stands, with a title where it must have one.
fn stands_right(
    part: &StructurePart<'_>,
    above: Option<&StructurePart<'_>>,
    cx: &mut Context<'_>,
) -> bool {
    let is_below = above.is_none_or(|above| {
        above.level < part.level || (above.level, part.level) == (Level::Dash, Level::Dash)
    });
    let is_of_section = part.level != Level::Subsection
        || above.is_some_and(|above| above.level == Level::Section && is_centred(above));
    let place = &part.node.place;
    if !(is_below && is_of_section) {
        let problem = Diagnostic::error(Code::LevelMisplaced, place);
        cx.report(problem.with("level", part.level.key()));
        return false;
    }
    if part.level.needs_title() && part.title.is_none() {
        let problem = Diagnostic::error(Code::TitleMissing, place);
        cx.report(
            problem
                .with("level", part.level.key())
                .with("label", part.label.as_str()),
        );
        return false;
    }
    if part.level == Level::Point && part.number > MOST_POINTS {
        cx.report(Diagnostic::error(Code::TooManyPoints, place).with("limit", MOST_POINTS));
        return false;
    }
    if part.title.is_none() && part.texts.is_empty() {
        cx.report(Diagnostic::error(Code::EmptyText, place));
        return false;
    }
    true
}
