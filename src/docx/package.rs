//! The package of a Word paper (ISO/IEC 29500-2): its files, their types, what leads from one to the other.
//!
//! Every file has the same time, so that the same paper has the same bytes.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::making::Making;
use super::model::SectionText;
use super::pages::{self, Margins, Named};
use super::styles::styles;
use super::text::{self, Counters};
use super::xml::{
    self, Attributes, NAMESPACES, RELATIONS, W, Xml, element, leaf, letters, twips, value,
};
use crate::blocks::PaperBlocks;

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// What the types of Word's parts begin with.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts beside the text, heads, feet and pictures: path, type, and by which kind of relation the text leads there.
const BESIDE: [(&str, &str, &str); 3] = [
    ("styles", "styles", "rIdStyles"),
    ("settings", "settings", "rIdSettings"),
    ("fontTable", "fontTable", "rIdFonts"),
];

/// Writes the package of a paper.
///
/// # Errors
/// When it cannot be written.
pub(super) fn package(
    paper: &PaperBlocks,
    making: &Making<'_>,
    sections: &[SectionText],
    address: Option<&str>,
) -> io::Result<Vec<u8>> {
    let mut margins = Margins::default();
    let named = sections
        .iter()
        .map(|text| margins.of(paper, text.section, address))
        .collect::<io::Result<Vec<Named>>>()?;
    let document = document(paper, sections, &named)?;
    let mut package = Package::new();
    package.add("[Content_Types].xml", &types(making, &margins)?)?;
    package.add("_rels/.rels", &root_relations()?)?;
    package.add("word/document.xml", &document)?;
    package.add("word/_rels/document.xml.rels", &relations(making, &margins)?)?;
    package.add("word/styles.xml", &styles(paper)?)?;
    package.add("word/settings.xml", &settings(paper)?)?;
    package.add("word/fontTable.xml", &fonts()?)?;
    for (at, file) in margins.files.iter().enumerate() {
        package.add(&format!("word/{}", file.name(at)), &file.bytes)?;
    }
    for (at, file) in making.media.files.iter().enumerate() {
        package.add(&format!("word/{}", media(at, file.ending)), &file.bytes)?;
    }
    package.add("docProps/core.xml", &core(paper)?)?;
    package.add("docProps/app.xml", &app()?)?;
    package.end()
}

/// A package while it is written.
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        self.0.start_file(name, options).map_err(io::Error::other)?;
        self.0.write_all(bytes)
    }

    fn end(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish().map_err(io::Error::other)?.into_inner())
    }
}

/// The path of a picture below `word`.
fn media(at: usize, ending: &str) -> String {
    format!("media/image{}.{ending}", at + 1)
}

/// The text: its sections one after another, each ended by its last paragraph, the last one by the text itself.
fn document(
    paper: &PaperBlocks,
    sections: &[SectionText],
    named: &[Named],
) -> io::Result<Vec<u8>> {
    let mut counters = Counters::default();
    xml::file(|xml| {
        element(xml, "w:document", &NAMESPACES, |xml| {
            element(xml, "w:body", &[], |xml| {
                for (at, (text, named)) in sections.iter().zip(named).enumerate() {
                    let pages =
                        |xml: &mut Xml| pages::pages(xml, &paper.looks, text.section, *named);
                    if at + 1 < sections.len() {
                        text::parts(xml, &text.parts, &mut counters, Some(&pages))?;
                    } else {
                        text::parts(xml, &text.parts, &mut counters, None)?;
                        pages(xml)?;
                    }
                }
                Ok(())
            })
        })
    })
}

fn types(making: &Making<'_>, margins: &Margins) -> io::Result<Vec<u8>> {
    let namespace = format!("{PACKAGE}/content-types");
    xml::file(|xml| {
        element(xml, "Types", &[("xmlns", &namespace)], |xml| {
            let endings = [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("png", "image/png"),
                ("jpeg", "image/jpeg"),
                ("svg", "image/svg+xml"),
            ];
            for (ending, kind) in endings {
                let is_text = ["rels", "xml"].contains(&ending);
                if is_text || making.media.files.iter().any(|file| file.ending == ending) {
                    leaf(xml, "Default", &[("Extension", ending), ("ContentType", kind)])?;
                }
            }
            let mut part = |path: &str, kind: &str| {
                leaf(xml, "Override", &[("PartName", path), ("ContentType", kind)])
            };
            part("/word/document.xml", &format!("{TYPE}.document.main+xml"))?;
            for (name, kind, _) in BESIDE {
                part(&format!("/word/{name}.xml"), &format!("{TYPE}.{kind}+xml"))?;
            }
            for (at, file) in margins.files.iter().enumerate() {
                let kind = file.kind();
                part(&format!("/word/{}", file.name(at)), &format!("{TYPE}.{kind}+xml"))?;
            }
            part(
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
            )?;
            part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            )
        })
    })
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) -> io::Result<()> {
    leaf(xml, "Relationship", &[("Id", id), ("Type", kind), ("Target", target)])
}

fn root_relations() -> io::Result<Vec<u8>> {
    let namespace = format!("{PACKAGE}/relationships");
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    xml::file(|xml| {
        element(xml, "Relationships", &[("xmlns", &namespace)], |xml| {
            relation(
                xml,
                "rId1",
                &format!("{RELATIONS}/officeDocument"),
                "word/document.xml",
            )?;
            relation(xml, "rId2", &core, "docProps/core.xml")?;
            relation(
                xml,
                "rId3",
                &format!("{RELATIONS}/extended-properties"),
                "docProps/app.xml",
            )
        })
    })
}

fn relations(making: &Making<'_>, margins: &Margins) -> io::Result<Vec<u8>> {
    let namespace = format!("{PACKAGE}/relationships");
    xml::file(|xml| {
        element(xml, "Relationships", &[("xmlns", &namespace)], |xml| {
            for (name, kind, id) in BESIDE {
                relation(xml, id, &format!("{RELATIONS}/{kind}"), &format!("{name}.xml"))?;
            }
            for (at, file) in margins.files.iter().enumerate() {
                let kind = file.kind();
                relation(
                    xml,
                    &pages::relation(at),
                    &format!("{RELATIONS}/{kind}"),
                    &file.name(at),
                )?;
            }
            for (at, file) in making.media.files.iter().enumerate() {
                let target = media(at, file.ending);
                relation(xml, &text::relation(at), &format!("{RELATIONS}/image"), &target)?;
            }
            Ok(())
        })
    })
}

/// Settings: the language, and that lines and tables are those of Word 2013 and later.
fn settings(paper: &PaperBlocks) -> io::Result<Vec<u8>> {
    xml::file(|xml| {
        element(xml, "w:settings", &[("xmlns:w", W)], |xml| {
            leaf(xml, "w:zoom", &[("w:percent", "100")])?;
            value(xml, "w:defaultTabStop", &twips(paper.looks.indent))?;
            value(xml, "w:autoHyphenation", "0")?;
            value(xml, "w:characterSpacingControl", "doNotCompress")?;
            element(xml, "w:compat", &[], |xml| {
                let mode = [
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ];
                leaf(xml, "w:compatSetting", &mode)
            })?;
            leaf(xml, "w:themeFontLang", &[("w:val", "vi-VN")])?;
            value(xml, "w:decimalSymbol", ",")?;
            value(xml, "w:listSeparator", ";")
        })
    })
}

fn fonts() -> io::Result<Vec<u8>> {
    xml::file(|xml| {
        element(xml, "w:fonts", &[("xmlns:w", W)], |xml| {
            element(xml, "w:font", &[("w:name", "Times New Roman")], |xml| {
                value(xml, "w:panose1", "02020603050405020304")?;
                value(xml, "w:charset", "A3")?;
                value(xml, "w:family", "roman")?;
                value(xml, "w:pitch", "variable")
            })
        })
    })
}

/// Title, author and day of the file, from the paper and not from the clock.
fn core(paper: &PaperBlocks) -> io::Result<Vec<u8>> {
    let properties = &paper.properties;
    let namespaces: Attributes<'_> = &[
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let [year, month, day] = properties.date;
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    xml::file(|xml| {
        element(xml, "cp:coreProperties", namespaces, |xml| {
            letters(xml, "dc:title", &[], &properties.title)?;
            letters(xml, "dc:subject", &[], &properties.description)?;
            letters(xml, "dc:creator", &[], &properties.author)?;
            letters(xml, "cp:keywords", &[], &properties.keywords.join("; "))?;
            letters(xml, "cp:lastModifiedBy", &[], &properties.author)?;
            for name in ["dcterms:created", "dcterms:modified"] {
                letters(xml, name, &[("xsi:type", "dcterms:W3CDTF")], &date)?;
            }
            letters(xml, "dc:language", &[], "vi-VN")
        })
    })
}

fn app() -> io::Result<Vec<u8>> {
    let namespace =
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml::file(|xml| {
        element(xml, "Properties", &[("xmlns", namespace)], |xml| {
            letters(xml, "Application", &[], concat!("vanthu ", env!("CARGO_PKG_VERSION")))
        })
    })
}
