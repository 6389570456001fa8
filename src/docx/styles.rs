//! The named styles as a file (ISO/IEC 29500-1, 17.7).

use std::io;

use super::look::{Line, Look, RULE};
use super::style::{ALL, Style};
use super::text::{indents, justification};
use super::xml::{self, W, Xml, eighths, element, half_points, leaf, twips, value};
use crate::blocks::PaperBlocks;

/// The font of all papers (Decree 30/2020/NĐ-CP, Appendix I, I.4).
const FONT: &str = "Times New Roman";
/// A line of text, in the units of line spacing.
const SINGLE_LINE: f64 = 240.0;

/// Writes the styles of a paper.
pub(super) fn styles(paper: &PaperBlocks) -> io::Result<Vec<u8>> {
    let normal = Style::Normal.look(&paper.looks, &paper.measures);
    xml::file(|xml| {
        element(xml, "w:styles", &[("xmlns:w", W)], |xml| {
            defaults(xml, &normal)?;
            for style in ALL {
                let look = style.look(&paper.looks, &paper.measures);
                self::style(xml, style, &look, &normal)?;
            }
            let table =
                [("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")];
            element(xml, "w:style", &table, |xml| {
                value(xml, "w:name", "Normal Table")?;
                value(xml, "w:uiPriority", "99")?;
                leaf(xml, "w:semiHidden", &[])?;
                leaf(xml, "w:unhideWhenUsed", &[])
            })
        })
    })
}

/// What holds where no style says otherwise.
fn defaults(xml: &mut Xml, normal: &Look) -> io::Result<()> {
    element(xml, "w:docDefaults", &[], |xml| {
        element(xml, "w:rPrDefault", &[], |xml| {
            element(xml, "w:rPr", &[], |xml| {
                let fonts = [
                    ("w:ascii", FONT),
                    ("w:hAnsi", FONT),
                    ("w:eastAsia", FONT),
                    ("w:cs", FONT),
                ];
                leaf(xml, "w:rFonts", &fonts)?;
                value(xml, "w:sz", &half_points(normal.size))?;
                value(xml, "w:szCs", &half_points(normal.size))?;
                let languages =
                    [("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "ar-SA")];
                leaf(xml, "w:lang", &languages)
            })
        })?;
        element(xml, "w:pPrDefault", &[], |xml| {
            element(xml, "w:pPr", &[], |xml| {
                leaf(xml, "w:widowControl", &[])?;
                spacing(xml, normal)
            })
        })
    })
}

fn style(xml: &mut Xml, style: Style, look: &Look, normal: &Look) -> io::Result<()> {
    let id = style.id();
    let is_normal = style == Style::Normal;
    let custom = [("w:customStyle", "1")];
    let default = [("w:default", "1")];
    let more: &[(&str, &str)] = match (is_normal, style.is_builtin()) {
        (true, _) => &default,
        (false, true) => &[],
        (false, false) => &custom,
    };
    let named = [&[("w:type", "paragraph")], more, &[("w:styleId", id.as_str())]].concat();
    element(xml, "w:style", &named, |xml| {
        value(xml, "w:name", &style.name())?;
        if !is_normal {
            value(xml, "w:basedOn", &Style::Normal.id())?;
        }
        if let Some(next) = next(style) {
            value(xml, "w:next", &next.id())?;
        }
        leaf(xml, "w:qFormat", &[])?;
        element(xml, "w:pPr", &[], |xml| paragraph(xml, look))?;
        element(xml, "w:rPr", &[], |xml| letters(xml, look, normal))
    })
}

/// What the paragraph behind one of a style is, when a person goes on typing.
fn next(style: Style) -> Option<Style> {
    matches!(style, Style::Heading(_) | Style::Centred).then_some(Style::Body)
}

fn paragraph(xml: &mut Xml, look: &Look) -> io::Result<()> {
    if look.keep_next {
        leaf(xml, "w:keepNext", &[])?;
    }
    if look.is_ruled {
        element(xml, "w:pBdr", &[], |xml| {
            let width = eighths(RULE);
            let line = [
                ("w:val", "single"),
                ("w:sz", width.as_str()),
                ("w:space", "0"),
                ("w:color", "auto"),
            ];
            leaf(xml, "w:top", &line)
        })?;
    }
    spacing(xml, look)?;
    if look.indents != super::model::Indents::default() {
        indents(xml, look.indents)?;
    }
    value(xml, "w:jc", justification(look.align))?;
    match look.outline {
        Some(level) => value(xml, "w:outlineLvl", &(level - 1).to_string()),
        None => Ok(()),
    }
}

fn spacing(xml: &mut Xml, look: &Look) -> io::Result<()> {
    let (line, rule) = match look.line {
        Line::Times(times) => (xml::whole(times * SINGLE_LINE), "auto"),
        Line::Exact(height) => (twips(height), "exact"),
    };
    let (above, below) = (twips(look.above), twips(look.below));
    let spacing = [
        ("w:before", above.as_str()),
        ("w:after", &below),
        ("w:line", &line),
        ("w:lineRule", rule),
    ];
    leaf(xml, "w:spacing", &spacing)
}

fn letters(xml: &mut Xml, look: &Look, normal: &Look) -> io::Result<()> {
    for (names, flag) in [(["w:b", "w:bCs"], look.bold), (["w:i", "w:iCs"], look.italic)] {
        for name in names {
            if flag {
                leaf(xml, name, &[])?;
            }
        }
    }
    if let Some(colour) = &look.colour {
        value(xml, "w:color", colour)?;
    }
    if (look.size - normal.size).abs() > 0.01 {
        value(xml, "w:sz", &half_points(look.size))?;
        value(xml, "w:szCs", &half_points(look.size))?;
    }
    Ok(())
}
