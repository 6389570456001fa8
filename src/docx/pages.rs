//! The pages of sections: their size, margins, heads and feet (ISO/IEC 29500-1, 17.6 and 17.10).

use std::io;

use super::making::A4;
use super::model::{Inline, Letters, Paragraph, Section};
use super::style::Style;
use super::text::{Counters, indents, paragraph};
use super::xml::{self, Xml, element, leaf, twips, value};
use crate::blocks::{Looks, PaperBlocks};

/// From the lower edge of a page's head to the text, pt: 6 mm.
const HEAD_ASCENT: f64 = 17.0;
/// The least distance of a head from the edge of the page, pt: 5 mm.
const LEAST_HEAD: f64 = 14.2;
/// The distance of a foot from the edge of the page, pt: 10 mm.
const FOOT: f64 = 28.3;
/// The single distance of lines, for each point of size.
const SINGLE: f64 = 1.149;

/// The heads and feet of a paper, as files, each written once.
#[derive(Debug, Default)]
pub(super) struct Margins {
    pub(super) files: Vec<MarginFile>,
}

/// A head or a foot.
#[derive(Debug, PartialEq)]
pub(super) struct MarginFile {
    pub(super) is_head: bool,
    pub(super) bytes: Vec<u8>,
}

impl MarginFile {
    /// Its name in the package, by its place among all.
    pub(super) fn name(&self, at: usize) -> String {
        format!("{}{}.xml", self.kind(), at + 1)
    }

    /// What the package calls such parts.
    pub(super) fn kind(&self) -> &'static str {
        if self.is_head { "header" } else { "footer" }
    }
}

/// The name of the relation from the text to a head or a foot.
pub(super) fn relation(at: usize) -> String {
    format!("rIdMargin{}", at + 1)
}

/// The heads and feet that a section names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    first_head: usize,
    head: usize,
    first_foot: usize,
    foot: usize,
}

impl Margins {
    fn add(
        &mut self,
        is_head: bool,
        inner: &[Inline],
        style: Style,
        tabs: Option<f64>,
    ) -> io::Result<usize> {
        let root = if is_head { "w:hdr" } else { "w:ftr" };
        let line = Paragraph::new(style, inner.to_vec());
        let bytes = xml::file(|xml| {
            element(xml, root, &xml::NAMESPACES, |xml| match tabs {
                Some(width) => tabbed(xml, &line, width),
                None => paragraph(xml, &line, &mut Counters::default(), None),
            })
        })?;
        let file = MarginFile { is_head, bytes };
        if let Some(known) = self.files.iter().position(|known| *known == file) {
            return Ok(known);
        }
        self.files.push(file);
        Ok(self.files.len() - 1)
    }

    /// The heads and feet of a section. The number stands from the second page on, in the middle; the mark of a sample
    /// on the right of every page; what a draft has behind its letters on every page.
    pub(super) fn of(
        &mut self,
        paper: &PaperBlocks,
        section: Section,
        address: Option<&str>,
    ) -> io::Result<Named> {
        let behind = paper.draft.iter().map(|draft| Inline::Watermark(draft.clone()));
        let behind: Vec<Inline> = behind.collect();
        let width = room(&paper.looks, section);
        let head = |numbered: bool| {
            let mut inlines = behind.clone();
            if paper.sample.is_some() {
                inlines.push(Inline::Tab);
            }
            inlines.extend(numbered.then_some(Inline::PageNumber));
            if let Some(sample) = &paper.sample {
                inlines.push(Inline::Tab);
                inlines.push(Inline::Letters(Letters {
                    text: sample.clone(),
                    italic: Some(true),
                    size: Some(paper.measures.note_size),
                    ..Letters::default()
                }));
            }
            inlines
        };
        let tabs = paper.sample.is_some().then_some(width);
        let first_head = self.add(true, &head(false), Style::Header, tabs)?;
        let foot = self.add(false, &[], Style::Footer, None)?;
        let address = address.filter(|_| section.is_first);
        Ok(Named {
            first_head,
            head: if section.numbered {
                self.add(true, &head(true), Style::Header, tabs)?
            } else {
                first_head
            },
            first_foot: match address {
                Some(line) => self.address(line)?,
                None => foot,
            },
            foot,
        })
    }

    /// Address and telephone, under a line (ô 13).
    fn address(&mut self, line: &str) -> io::Result<usize> {
        let bytes = xml::file(|xml| {
            element(xml, "w:ftr", &xml::NAMESPACES, |xml| {
                let rule = Paragraph {
                    indents: Some(super::model::Indents::default()),
                    ..Paragraph::new(Style::Rule, Vec::new())
                };
                paragraph(xml, &rule, &mut Counters::default(), None)?;
                let line = Paragraph::of(Style::Footer, line);
                paragraph(xml, &line, &mut Counters::default(), None)
            })
        })?;
        self.files.push(MarginFile { is_head: false, bytes });
        Ok(self.files.len() - 1)
    }
}

/// A line with stops in the middle and at the end.
fn tabbed(xml: &mut Xml, line: &Paragraph, width: f64) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        element(xml, "w:pPr", &[], |xml| {
            value(xml, "w:pStyle", &line.style.id())?;
            element(xml, "w:tabs", &[], |xml| {
                for (kind, at) in [("center", width / 2.0), ("right", width)] {
                    leaf(xml, "w:tab", &[("w:val", kind), ("w:pos", &twips(at))])?;
                }
                Ok(())
            })?;
            indents(xml, super::model::Indents::default())?;
            value(xml, "w:jc", "left")
        })?;
        super::text::inlines(xml, &line.inlines, &mut Counters::default())
    })
}

/// How wide the text of a section is.
fn room(looks: &Looks, section: Section) -> f64 {
    let (width, height) = A4;
    let width = if section.lying { height } else { width };
    width - looks.margins.left - looks.margins.right
}

/// Writes the pages of a section. The margins stay where they are when pages lie (App. I, I.2).
pub(super) fn pages(
    xml: &mut Xml,
    looks: &Looks,
    section: Section,
    named: Named,
) -> io::Result<()> {
    let (width, height) = A4;
    let (width, height) = if section.lying { (height, width) } else { (width, height) };
    let margins = &looks.margins;
    let head = (margins.top - HEAD_ASCENT - SINGLE * looks.sizes.page_number).max(LEAST_HEAD);
    element(xml, "w:sectPr", &[], |xml| {
        let references = [
            ("w:headerReference", "first", named.first_head),
            ("w:headerReference", "default", named.head),
            ("w:footerReference", "first", named.first_foot),
            ("w:footerReference", "default", named.foot),
        ];
        for (name, kind, at) in references {
            leaf(xml, name, &[("w:type", kind), ("r:id", &relation(at))])?;
        }
        value(xml, "w:type", "nextPage")?;
        let (width, height) = (twips(width), twips(height));
        let mut size = vec![("w:w", width.as_str()), ("w:h", &height)];
        size.extend(section.lying.then_some(("w:orient", "landscape")));
        leaf(xml, "w:pgSz", &size)?;
        let [top, right, bottom, left] =
            [margins.top, margins.right, margins.bottom, margins.left].map(twips);
        let (head, foot) = (twips(head), twips(FOOT.min(margins.bottom)));
        let sides = [
            ("w:top", top.as_str()),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", &head),
            ("w:footer", &foot),
            ("w:gutter", "0"),
        ];
        leaf(xml, "w:pgMar", &sides)?;
        leaf(xml, "w:pgNumType", &[("w:start", "1")])?;
        leaf(xml, "w:titlePg", &[])
    })
}
