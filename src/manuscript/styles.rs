//! The styles of a Word file, as far as a text says something by them: bold, italic, capitals, hidden letters, fonts of
//! the past, numbers.

use std::collections::BTreeMap;

use super::model::OldFont;
use super::numbering::NumberAt;
use super::xml::{Opened, Read, Walk};

/// How many styles one may be based on, one on the other.
const MOST_BASES: usize = 16;

/// What letters look like; what is none is as in the style behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) in_capitals: Option<bool>,
    pub(super) is_hidden: Option<bool>,
    /// The name of the font.
    pub(super) font: Option<String>,
    /// The style of letters that they have.
    pub(super) style: Option<String>,
}

impl Look {
    /// What an element of these properties says.
    pub(super) fn take(&mut self, element: &Opened<'_>) {
        match element.name() {
            "b" => self.bold = Some(element.is_on()),
            "i" => self.italic = Some(element.is_on()),
            "caps" => self.in_capitals = Some(element.is_on()),
            "vanish" => self.is_hidden = Some(element.is_on()),
            "rStyle" => self.style = element.value(),
            "rFonts" => {
                self.font = element.attribute("ascii").or_else(|| element.attribute("hAnsi"));
            }
            _ => {}
        }
    }

    /// This look where it says something, another one elsewhere.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            in_capitals: self.in_capitals.or(other.in_capitals),
            is_hidden: self.is_hidden.or(other.is_hidden),
            font: self.font.or(other.font),
            style: self.style.or(other.style),
        }
    }

    /// The font, where it is one of the past.
    pub(super) fn old_font(&self) -> Option<OldFont> {
        let name = self.font.as_deref()?.trim().to_lowercase();
        if name.starts_with(".vn") {
            // `.VnTimeH` shows the letters of `.VnTime` as capitals.
            return Some(OldFont::Tcvn3 { in_capitals: name.ends_with('h') });
        }
        name.starts_with("vni").then_some(OldFont::Vni)
    }
}

/// A style.
#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
    number: Option<NumberAt>,
}

/// The styles of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    defaults: Look,
    /// The style of paragraphs that name none.
    paragraph: Option<String>,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(text: &str) -> Read<Self> {
        let mut found = Self::default();
        Walk::new(text).each(&mut |walk, _| {
            walk.each(&mut |walk, element| match element.name() {
                "docDefaults" => looks(walk, &mut found.defaults),
                "style" => style(walk, element, &mut found),
                _ => walk.skip(element),
            })
        })?;
        Ok(found)
    }

    /// How the letters of a style look, with what it is based on.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        for style in self.line(id.or(self.paragraph.as_deref())) {
            look = look.over(style.look.clone());
        }
        look.over(self.defaults.clone())
    }

    /// How the letters of a style of letters look.
    pub(super) fn own_look(&self, id: &str) -> Look {
        let styles = self.line(Some(id));
        styles.fold(Look::default(), |look, style| look.over(style.look.clone()))
    }

    /// The number that paragraphs of a style have.
    pub(super) fn number(&self, id: Option<&str>) -> Option<NumberAt> {
        let mut at = NumberAt::default();
        for own in self.line(id).filter_map(|style| style.number.as_ref()) {
            at.list = at.list.or(own.list);
            at.level = at.level.or(own.level);
        }
        at.list.map(|_| at)
    }

    /// A style and those that it is based on.
    fn line(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(MOST_BASES)
    }
}

/// The looks anywhere within an element.
fn looks(walk: &mut Walk<'_>, look: &mut Look) -> Read {
    walk.each(&mut |walk, element| match element.name() {
        "rPrDefault" | "rPr" => looks(walk, look),
        _ => {
            look.take(element);
            walk.skip(element)
        }
    })
}

fn style<'x>(walk: &mut Walk<'x>, element: &Opened<'x>, found: &mut Styles) -> Read {
    let id = element.attribute("styleId").unwrap_or_default();
    let is_default = element
        .attribute("default")
        .is_some_and(|on| on != "0" && on != "false");
    if is_default && element.attribute("type").as_deref() == Some("paragraph") {
        found.paragraph = Some(id.clone());
    }
    let mut own = Style::default();
    walk.each(&mut |walk, element| match element.name() {
        "basedOn" => {
            own.based_on = element.value();
            walk.skip(element)
        }
        "rPr" => looks(walk, &mut own.look),
        "pPr" => walk.each(&mut |walk, element| match element.name() {
            "numPr" => {
                own.number = Some(NumberAt::read(walk)?);
                Ok(())
            }
            _ => walk.skip(element),
        }),
        _ => walk.skip(element),
    })?;
    found.by_id.insert(id, own);
    Ok(())
}
