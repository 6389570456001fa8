//! Walking through a part of a Word file.
//!
//! Elements are known by their local names: programs give the schema different prefixes.

use std::borrow::Cow;
use std::fmt::Display;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// How deep elements may stand within each other. Word writes some thirty.
const DEEPEST: usize = 120;

/// Why a part is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// It is no XML, or ends before its end.
    Xml(String),
    /// It holds more than any paper.
    TooMuch,
}

/// What reading a part comes to.
pub(super) type Read<T = ()> = Result<T, Broken>;

impl Broken {
    pub(super) fn xml(cause: impl Display) -> Self {
        Self::Xml(cause.to_string())
    }
}

/// A walk through the elements of a part.
pub(super) struct Walk<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
}

/// An element that was opened.
pub(super) struct Opened<'x>(BytesStart<'x>);

impl<'x> Walk<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// Goes over the elements within the one just opened, or of the whole part. `each` goes to the end of every one.
    pub(super) fn children<S>(
        state: &mut S,
        walk: fn(&mut S) -> &mut Self,
        each: &mut dyn FnMut(&mut S, &Opened<'x>) -> Read,
    ) -> Read {
        let own = walk(state);
        own.depth += 1;
        if own.depth > DEEPEST {
            return Err(Broken::TooMuch);
        }
        loop {
            match walk(state).reader.read_event().map_err(Broken::xml)? {
                Event::Start(start) => each(state, &Opened(start))?,
                Event::End(_) => break,
                Event::Eof if walk(state).depth == 1 => break,
                Event::Eof => return Err(Broken::xml("EOF")),
                _ => {}
            }
        }
        walk(state).depth -= 1;
        Ok(())
    }

    /// Goes over the elements within the one just opened, where nothing else has to be known.
    pub(super) fn each(
        &mut self,
        each: &mut dyn FnMut(&mut Self, &Opened<'x>) -> Read,
    ) -> Read {
        Self::children(self, |walk| walk, each)
    }

    /// Goes to the end of an element.
    pub(super) fn skip(&mut self, opened: &Opened<'_>) -> Read {
        self.reader.read_to_end(opened.0.name()).map_err(Broken::xml)?;
        Ok(())
    }

    /// The letters of an element, to its end.
    pub(super) fn letters(&mut self) -> Read<String> {
        let mut letters = String::new();
        let mut within = 0_usize;
        loop {
            match self.reader.read_event().map_err(Broken::xml)? {
                Event::Text(text) => letters.push_str(&text.xml10_content()),
                Event::CData(text) => letters.push_str(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    let letter = match name.resolve_char_ref().map_err(Broken::xml)? {
                        Some(letter) => Some(letter),
                        None => predefined(&name),
                    };
                    letters.extend(letter);
                }
                Event::Start(_) => within += 1,
                Event::End(_) if within == 0 => return Ok(letters),
                Event::End(_) => within -= 1,
                Event::Eof => return Err(Broken::xml("EOF")),
                _ => {}
            }
        }
    }
}

/// The letter of an entity that XML knows by itself.
fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

impl Opened<'_> {
    /// Its name, without the prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.0.name().into_inner();
        name.rsplit(':').next().unwrap_or(name)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let own = self.0.attributes().with_checks(false).flatten().find(|one| {
            let key = one.key.into_inner();
            key.rsplit(':').next() == Some(name)
        })?;
        let value = own.normalized_value(XmlVersion::Explicit1_0);
        Some(value.map_or_else(|_| own.value.to_string(), Cow::into_owned))
    }

    /// The attribute `val`, in which most elements have what they say.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether an element that switches something switches it on.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// A whole number in an attribute.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}
