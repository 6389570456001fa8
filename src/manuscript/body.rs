//! The text of a Word file: its paragraphs and what stands in them.
//!
//! Letters that somebody added or removed while changes were tracked count or do not, as was asked; either way the change
//! is told. Text boxes stand behind the paragraph that they hang on.

use std::collections::BTreeMap;

use super::model::{Change, Manuscript, Paragraph, Part, Run};
use super::numbering::{NumberAt, Numbering};
use super::styles::{Look, Styles};
use super::tracked::{Tracked, kind, note};
use super::xml::{Broken, Opened, Read, Walk};

/// The most paragraphs of a text.
const MOST_PARAGRAPHS: usize = 200_000;
/// The most letters that are told of what a comment is about, and of a paragraph in which something changed.
const MOST_TOLD: usize = 400;

/// A text while it is read.
pub(super) struct Body<'x, 's> {
    pub(super) walk: Walk<'x>,
    styles: &'s Styles,
    numbering: Numbering,
    /// Whether changes count that nobody has accepted.
    pub(super) accepts: bool,
    pub(super) changes: Vec<Change>,
    /// The letters that comments are about, and which of these are open.
    about: BTreeMap<String, String>,
    open: Vec<String>,
    /// Bookmarks that began between paragraphs.
    bookmarks: Vec<String>,
    /// What text boxes of the paragraph hold.
    boxes: Vec<Part>,
    paragraphs: usize,
}

/// A paragraph while it is read.
#[derive(Default)]
struct Growing {
    paragraph: Paragraph,
    style: Option<String>,
    look: Look,
    number: Option<NumberAt>,
    /// Whether its letters go on in the next one, since the mark between them does not count.
    goes_on: bool,
}

/// Paragraphs and tables, one after the other.
#[derive(Default)]
pub(super) struct Gathered {
    parts: Vec<Part>,
    /// A paragraph whose letters go on in the next one.
    open: Option<Paragraph>,
}

impl Gathered {
    /// Takes up a paragraph; one that went on ends in it.
    fn take(&mut self, paragraph: Paragraph, goes_on: bool) {
        let whole = match self.open.take() {
            Some(mut before) => {
                before.join(paragraph);
                before
            }
            None => paragraph,
        };
        if goes_on {
            self.open = Some(whole);
        } else {
            self.parts.push(Part::Paragraph(whole));
        }
    }

    /// Ends a paragraph behind which there is none to go on in.
    fn close(&mut self) {
        self.parts.extend(self.open.take().map(Part::Paragraph));
    }

    /// All that was gathered.
    pub(super) fn parts(mut self) -> Vec<Part> {
        self.close();
        self.parts
    }
}

impl<'x, 's> Body<'x, 's> {
    pub(super) fn new(
        text: &'x str,
        styles: &'s Styles,
        numbering: Numbering,
        accepts: bool,
    ) -> Self {
        Self {
            walk: Walk::new(text),
            styles,
            numbering,
            accepts,
            changes: Vec::new(),
            about: BTreeMap::new(),
            open: Vec::new(),
            bookmarks: Vec::new(),
            boxes: Vec::new(),
            paragraphs: 0,
        }
    }

    /// The text, and the letters that comments are about.
    pub(super) fn read(mut self) -> Read<(Manuscript, BTreeMap<String, String>)> {
        let mut parts = Vec::new();
        self.children(&mut |body, _| {
            body.children(&mut |body, element| match element.name() {
                "body" => {
                    parts = body.blocks()?;
                    Ok(())
                }
                _ => body.walk.skip(element),
            })
        })?;
        let found = Manuscript {
            parts,
            changes: self.changes,
            ..Manuscript::default()
        };
        Ok((found, self.about))
    }

    /// Goes over the elements within the one just opened.
    pub(super) fn children(
        &mut self,
        each: &mut dyn FnMut(&mut Self, &Opened<'x>) -> Read,
    ) -> Read {
        Walk::children(self, |body| &mut body.walk, each)
    }

    /// The paragraphs and tables within an element, to its end.
    pub(super) fn blocks(&mut self) -> Read<Vec<Part>> {
        let mut gathered = Gathered::default();
        self.blocks_into(&mut gathered)?;
        Ok(gathered.parts())
    }

    fn blocks_into(&mut self, gathered: &mut Gathered) -> Read {
        self.children(&mut |body, element| body.block(element, gathered))
    }

    /// A paragraph, a table, or what holds some.
    pub(super) fn block(&mut self, element: &Opened<'x>, gathered: &mut Gathered) -> Read {
        match element.name() {
            "p" => {
                let (paragraph, goes_on) = self.paragraph()?;
                gathered.take(paragraph, goes_on);
                gathered.parts.append(&mut self.boxes);
                Ok(())
            }
            "tbl" => {
                let table = self.table()?;
                gathered.close();
                gathered.parts.push(Part::Table(table));
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" | "AlternateContent" | "Choice" | "ins"
            | "moveTo" => self.blocks_into(gathered),
            "bookmarkStart" => self.bookmark(element),
            _ => self.walk.skip(element),
        }
    }

    /// A bookmark that begins; its paragraph takes it up.
    fn bookmark(&mut self, element: &Opened<'x>) -> Read {
        let name = element.attribute("name").unwrap_or_default();
        // Those of programs begin with a line: `_GoBack`, `_Toc`.
        self.bookmarks
            .extend(Some(name).filter(|name| !name.starts_with('_')));
        self.walk.skip(element)
    }

    /// A paragraph, and whether it goes on in the next one.
    fn paragraph(&mut self) -> Read<(Paragraph, bool)> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Broken::TooMuch);
        }
        let first_change = self.changes.len();
        let mut growing = Growing { look: self.styles.look(None), ..Growing::default() };
        self.inlines(&mut growing, &Tracked::default())?;
        let Growing { mut paragraph, number, goes_on, style, .. } = growing;
        let number = match (number, self.styles.number(style.as_deref())) {
            (Some(own), Some(of_style)) => Some(NumberAt {
                list: own.list.or(of_style.list),
                level: own.level.or(of_style.level),
            }),
            (own, of_style) => own.or(of_style),
        };
        // An empty paragraph of a list is no item.
        if !paragraph.text().trim().is_empty() {
            paragraph.number = number.and_then(|at| self.numbering.next(at));
        }
        paragraph.bookmarks.append(&mut self.bookmarks);
        let text = paragraph.text();
        let within: String = text.chars().take(MOST_TOLD).collect();
        let within = within.split_whitespace().collect::<Vec<_>>().join(" ");
        for change in &mut self.changes[first_change..] {
            if change.within.is_empty() {
                // An empty place is one of its own.
                change.within =
                    if within.is_empty() { " ".to_owned() } else { within.clone() };
            }
        }
        Ok((paragraph, goes_on))
    }

    /// What stands in a paragraph, or in an element within it.
    fn inlines(&mut self, growing: &mut Growing, tracked: &Tracked) -> Read {
        self.children(&mut |body, element| match element.name() {
            "r" => body.run(growing, tracked),
            "pPr" => body.properties(growing),
            "ins" | "del" | "moveTo" | "moveFrom" => {
                body.inlines(growing, &tracked.with(element))
            }
            "hyperlink" | "smartTag" | "fldSimple" | "bdo" | "dir" | "sdt" | "sdtContent"
            | "customXml" | "AlternateContent" | "Choice" | "oMathPara" | "oMath" => {
                body.inlines(growing, tracked)
            }
            "bookmarkStart" => body.bookmark(element),
            "commentRangeStart" => {
                body.open.extend(element.attribute("id"));
                body.walk.skip(element)
            }
            "commentRangeEnd" => {
                let id = element.attribute("id");
                body.open.retain(|open| Some(open) != id.as_ref());
                body.walk.skip(element)
            }
            _ => body.walk.skip(element),
        })
    }

    /// The properties of a paragraph.
    fn properties(&mut self, growing: &mut Growing) -> Read {
        self.children(&mut |body, element| match element.name() {
            "pStyle" => {
                growing.style = element.value();
                growing.look = body.styles.look(growing.style.as_deref());
                body.walk.skip(element)
            }
            "numPr" => {
                growing.number = Some(NumberAt::read(&mut body.walk)?);
                Ok(())
            }
            // The mark at the end of the paragraph can be a change as letters are.
            "rPr" => body.children(&mut |body, element| {
                if kind(element.name()).is_some() {
                    let tracked = Tracked::default().with(element);
                    note(&mut body.changes, tracked.change("¶"));
                    growing.goes_on = !tracked.counts(body.accepts);
                }
                body.walk.skip(element)
            }),
            _ => body.walk.skip(element),
        })
    }

    /// Letters of one look.
    fn run(&mut self, growing: &mut Growing, tracked: &Tracked) -> Read {
        let mut own = Look::default();
        self.run_into(growing, tracked, &mut own)
    }

    fn run_into(&mut self, growing: &mut Growing, tracked: &Tracked, own: &mut Look) -> Read {
        self.children(&mut |body, element| match element.name() {
            "rPr" => body.children(&mut |body, element| {
                own.take(element);
                body.walk.skip(element)
            }),
            "t" | "delText" => {
                let text = body.walk.letters()?;
                body.letters(growing, tracked, own, &text);
                Ok(())
            }
            "drawing" | "pict" | "object" | "graphic" | "graphicData" | "wsp" | "wgp"
            | "txbx" | "shape" | "rect" | "group" | "textbox" | "inline" | "anchor" => {
                body.run_into(growing, tracked, own)
            }
            "AlternateContent" | "Choice" => body.run_into(growing, tracked, own),
            "txbxContent" => {
                let boxed = body.blocks()?;
                body.boxes.extend(boxed);
                Ok(())
            }
            name => {
                let letter = match name {
                    "tab" | "ptab" => Some("\t".to_owned()),
                    "br" | "cr" => Some("\n".to_owned()),
                    "noBreakHyphen" => Some("-".to_owned()),
                    "sym" => Some(sign(element)),
                    _ => None,
                };
                if let Some(letter) = letter {
                    body.letters(growing, tracked, own, &letter);
                }
                body.walk.skip(element)
            }
        })
    }

    /// Adds letters to a paragraph.
    fn letters(&mut self, growing: &mut Growing, tracked: &Tracked, own: &Look, text: &str) {
        let of_letters = own.style.as_deref().map(|id| self.styles.own_look(id));
        let own = own.clone().over(of_letters.unwrap_or_default());
        let look = own.over(growing.look.clone());
        if look.is_hidden == Some(true) || text.is_empty() {
            return;
        }
        let text: String = text.replace('\u{AD}', "");
        let text = if look.in_capitals == Some(true) { text.to_uppercase() } else { text };
        note(&mut self.changes, tracked.change(&text));
        if !tracked.counts(self.accepts) {
            return;
        }
        for id in &self.open {
            let about = self.about.entry(id.clone()).or_default();
            if about.len() < MOST_TOLD {
                about.push_str(&text);
            }
        }
        let differs = |own: Option<bool>, style: Option<bool>| {
            own.unwrap_or_default() != style.unwrap_or_default()
        };
        growing.paragraph.push(Run {
            bold: differs(look.bold, growing.look.bold),
            italic: differs(look.italic, growing.look.italic),
            font: look.old_font(),
            text,
        });
    }

    /// Tells of a row that is a change as a whole.
    pub(super) fn row_changed(&mut self, tracked: &Tracked, text: &str, first_change: usize) {
        // Its letters are changes too, of which nothing else has to be said.
        self.changes.truncate(first_change);
        let change = tracked.change(text);
        self.changes
            .extend(change.map(|change| Change { within: " ".to_owned(), ..change }));
    }
}

/// A sign of a symbol font. What looks like a dash or a dot at the beginning of a line stands for a dash.
fn sign(element: &Opened<'_>) -> String {
    let code = element
        .attribute("char")
        .and_then(|hex| u32::from_str_radix(&hex, 16).ok());
    // Symbol fonts have their signs in the private area, by the codes of Latin letters.
    let code =
        code.map(|code| if (0xF000..0xF100).contains(&code) { code - 0xF000 } else { code });
    match code.and_then(char::from_u32) {
        Some('\u{B7}' | '\u{A7}' | '\u{D8}' | '\u{FC}' | '\u{2D}') | None => "-".to_owned(),
        Some(letter) => letter.to_string(),
    }
}
