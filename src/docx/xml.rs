//! Writing XML: elements within elements, and the units of `WordprocessingML`.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Where `WordprocessingML` is defined.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespaces of texts, heads and feet.
pub(super) const NAMESPACES: [(&str, &str); 7] = [
    ("xmlns:w", W),
    ("xmlns:r", RELATIONS),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];

/// Where kinds of relations are defined.
pub(super) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// XML while it is written.
pub(super) type Xml = Writer<Vec<u8>>;

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A file: its declaration, and what `inner` writes.
pub(super) fn file(inner: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    inner(&mut xml)?;
    Ok(xml.into_inner())
}

/// An element with others in it.
pub(super) fn element(
    xml: &mut Xml,
    name: &str,
    attributes: Attributes<'_>,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(inner)?;
    Ok(())
}

/// An element with nothing in it.
pub(super) fn leaf(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_empty()?;
    Ok(())
}

/// An element with one attribute, `w:val`.
pub(super) fn value(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    leaf(xml, name, &[("w:val", value)])
}

/// An element that holds letters.
pub(super) fn letters(
    xml: &mut Xml,
    name: &str,
    attributes: Attributes<'_>,
    text: &str,
) -> io::Result<()> {
    let text = printable(text);
    element(xml, name, attributes, |xml| xml.write_event(Event::Text(BytesText::new(&text))))
}

/// What XML can hold of a text: control characters are no letters (XML 1.0, 2.2), and a new line is a space, as
/// is a hard one: what stays together on a line is the matter of pages.
fn printable(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\n' | '\t' | '\r' | '\u{A0}' => Some(' '),
        '\u{FFFE}' | '\u{FFFF}' => None,
        letter if letter < ' ' => None,
        letter => Some(letter),
    };
    text.chars().filter_map(letter).collect()
}

/// A length in twentieths of a point.
pub(super) fn twips(length: f64) -> String {
    whole(length * 20.0)
}

/// A size of letters in half points.
pub(super) fn half_points(size: f64) -> String {
    whole(size * 2.0)
}

/// The width of a line in eighths of a point.
pub(super) fn eighths(width: f64) -> String {
    whole(width * 8.0)
}

/// A length in English Metric Units: 12 700 to a point.
pub(super) fn emu(length: f64) -> String {
    whole(length * 12_700.0)
}

/// A number without fraction.
pub(super) fn whole(number: f64) -> String {
    format!("{:.0}", number.round() + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_holds_nothing_that_xml_cannot() {
        let written =
            file(|xml| letters(xml, "w:t", &[("a", "\"<&")], "a < b & \u{1}c\n\"d\""));
        let text = String::from_utf8(written.expect("written")).expect("UTF-8");
        assert!(
            text.ends_with("<w:t a=\"&quot;&lt;&amp;\">a &lt; b &amp; c &quot;d&quot;</w:t>"),
            "{text}"
        );
    }

    #[test]
    fn lengths_are_whole_numbers_of_their_units() {
        assert_eq!(
            (twips(56.69), half_points(13.0), eighths(0.5)),
            ("1134".into(), "26".into(), "4".into())
        );
        assert_eq!((emu(1.0), twips(-0.01)), ("12700".into(), "0".into()));
    }
}
