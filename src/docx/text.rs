//! Parts of a Word text as `WordprocessingML` (ISO/IEC 29500-1, 17.3 and 17.4).
//!
//! The order of elements is the schema's. What a style says is not said again.

use std::io;

use super::model::{
    Align, Border, Cell, Down, Indents, Inline, Letters, Paragraph, Part, Picture, Row,
    RowHeight, Table, Vertical,
};
use super::style::Style;
use super::xml::{Xml, eighths, element, emu, half_points, leaf, letters, twips, value};

/// What is counted while a text is written.
#[derive(Debug, Default)]
pub(super) struct Counters {
    bookmarks: usize,
    drawings: usize,
}

/// What a paragraph ends with, beside its letters: the pages of a section.
pub(super) type Ending<'e> = Option<&'e dyn Fn(&mut Xml) -> io::Result<()>>;

/// Writes parts; `ending` is of the last of them, a paragraph.
pub(super) fn parts(
    xml: &mut Xml,
    parts: &[Part],
    counters: &mut Counters,
    ending: Ending<'_>,
) -> io::Result<()> {
    for (at, part) in parts.iter().enumerate() {
        let own = ending.filter(|_| at + 1 == parts.len());
        match part {
            Part::Paragraph(one) => paragraph(xml, one, counters, own)?,
            Part::Table(one) => table(xml, one, counters)?,
        }
    }
    Ok(())
}

/// Writes a paragraph.
pub(super) fn paragraph(
    xml: &mut Xml,
    paragraph: &Paragraph,
    counters: &mut Counters,
    ending: Ending<'_>,
) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        paragraph_properties(xml, paragraph, ending)?;
        let number = counters.bookmarks.to_string();
        if let Some(name) = &paragraph.bookmark {
            counters.bookmarks += 1;
            leaf(xml, "w:bookmarkStart", &[("w:id", &number), ("w:name", name)])?;
        }
        inlines(xml, &paragraph.inlines, counters)?;
        if paragraph.bookmark.is_some() {
            leaf(xml, "w:bookmarkEnd", &[("w:id", &number)])?;
        }
        Ok(())
    })
}

fn paragraph_properties(
    xml: &mut Xml,
    paragraph: &Paragraph,
    ending: Ending<'_>,
) -> io::Result<()> {
    element(xml, "w:pPr", &[], |xml| {
        value(xml, "w:pStyle", &paragraph.style.id())?;
        if paragraph.keep_next {
            leaf(xml, "w:keepNext", &[])?;
        }
        if paragraph.keep_lines {
            leaf(xml, "w:keepLines", &[])?;
        }
        let gaps = [("w:before", paragraph.above), ("w:after", paragraph.below)];
        let gaps: Vec<(&str, String)> = gaps
            .into_iter()
            .filter_map(|(name, gap)| Some((name, twips(gap?))))
            .collect();
        if !gaps.is_empty() {
            let gaps: Vec<_> = gaps.iter().map(|(name, gap)| (*name, gap.as_str())).collect();
            leaf(xml, "w:spacing", &gaps)?;
        }
        if let Some(own) = paragraph.indents {
            indents(xml, own)?;
        }
        if let Some(align) = paragraph.align {
            value(xml, "w:jc", justification(align))?;
        }
        if let Some(size) = paragraph.size {
            let mark = Letters { size: Some(size), ..Letters::default() };
            run_properties(xml, &mark)?;
        }
        match ending {
            Some(ending) => ending(xml),
            None => Ok(()),
        }
    })
}

/// Writes indents.
pub(super) fn indents(xml: &mut Xml, indents: Indents) -> io::Result<()> {
    let (name, first) = match indents.first {
        first if first < 0.0 => ("w:hanging", twips(-first)),
        first => ("w:firstLine", twips(first)),
    };
    let (left, right) = (twips(indents.left), twips(indents.right));
    leaf(xml, "w:ind", &[("w:left", &left), ("w:right", &right), (name, &first)])
}

/// Where lines stand, as the schema calls it.
pub(super) fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Justified => "both",
    }
}

/// Writes what stands within a paragraph.
pub(super) fn inlines(
    xml: &mut Xml,
    inlines: &[Inline],
    counters: &mut Counters,
) -> io::Result<()> {
    inlines
        .iter()
        .try_for_each(|inline| self::inline(xml, inline, counters))
}

fn inline(xml: &mut Xml, inline: &Inline, counters: &mut Counters) -> io::Result<()> {
    match inline {
        Inline::Letters(letters) => run(xml, letters),
        Inline::Break => element(xml, "w:r", &[], |xml| leaf(xml, "w:br", &[])),
        Inline::Tab => element(xml, "w:r", &[], |xml| leaf(xml, "w:tab", &[])),
        Inline::PageNumber => element(xml, "w:fldSimple", &[("w:instr", " PAGE ")], |xml| {
            run(xml, &Letters { text: "2".to_owned(), ..Letters::default() })
        }),
        Inline::Picture(picture) => {
            counters.drawings += 1;
            drawing(xml, picture, counters.drawings)
        }
        Inline::Watermark(text) => watermark(xml, text),
    }
}

fn run(xml: &mut Xml, run: &Letters) -> io::Result<()> {
    if run.text.is_empty() {
        return Ok(());
    }
    element(xml, "w:r", &[], |xml| {
        run_properties(xml, run)?;
        letters(xml, "w:t", &[("xml:space", "preserve")], &run.text)
    })
}

fn run_properties(xml: &mut Xml, run: &Letters) -> io::Result<()> {
    let Letters {
        text: _,
        bold,
        italic,
        size,
        colour,
        is_open,
        is_boxed,
        source: _,
    } = run;
    let is_plain = bold.is_none() && italic.is_none() && size.is_none() && colour.is_none();
    if is_plain && !is_open && !is_boxed {
        return Ok(());
    }
    element(xml, "w:rPr", &[], |xml| {
        for (names, flag) in [(["w:b", "w:bCs"], bold), (["w:i", "w:iCs"], italic)] {
            for name in names {
                match flag {
                    Some(true) => leaf(xml, name, &[])?,
                    Some(false) => value(xml, name, "0")?,
                    None => {}
                }
            }
        }
        if let Some(colour) = colour {
            value(xml, "w:color", colour)?;
        }
        if let Some(size) = size {
            value(xml, "w:sz", &half_points(*size))?;
            value(xml, "w:szCs", &half_points(*size))?;
        }
        if *is_boxed {
            let line =
                [("w:val", "single"), ("w:sz", "6"), ("w:space", "4"), ("w:color", "auto")];
            leaf(xml, "w:bdr", &line)?;
        }
        if *is_open {
            leaf(
                xml,
                "w:shd",
                &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "CCCCCC")],
            )?;
        }
        Ok(())
    })
}

fn table(xml: &mut Xml, table: &Table, counters: &mut Counters) -> io::Result<()> {
    element(xml, "w:tbl", &[], |xml| {
        table_properties(xml, table)?;
        element(xml, "w:tblGrid", &[], |xml| {
            table
                .widths
                .iter()
                .try_for_each(|width| leaf(xml, "w:gridCol", &[("w:w", &twips(*width))]))
        })?;
        table
            .rows
            .iter()
            .try_for_each(|row| self::row(xml, table, row, counters))
    })
}

fn table_properties(xml: &mut Xml, table: &Table) -> io::Result<()> {
    element(xml, "w:tblPr", &[], |xml| {
        let width = twips(table.widths.iter().sum());
        leaf(xml, "w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
        if table.is_centred {
            value(xml, "w:jc", "center")?;
        }
        if let Some(border) = &table.border {
            borders(xml, border)?;
        }
        leaf(xml, "w:tblLayout", &[("w:type", "fixed")])?;
        margins(xml, "w:tblCellMar", table.inset)?;
        value(xml, "w:tblLook", "0000")
    })
}

fn borders(xml: &mut Xml, border: &Border) -> io::Result<()> {
    let width = eighths(border.width);
    let colour = border.colour.as_deref().unwrap_or("auto");
    element(xml, "w:tblBorders", &[], |xml| {
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            let line =
                [("w:val", "single"), ("w:sz", &width), ("w:space", "0"), ("w:color", colour)];
            leaf(xml, side, &line)?;
        }
        Ok(())
    })
}

/// The room beside the letters of cells, and above and below them.
fn margins(xml: &mut Xml, name: &str, (beside, above): (f64, f64)) -> io::Result<()> {
    element(xml, name, &[], |xml| {
        for (side, room) in
            [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)]
        {
            leaf(xml, side, &[("w:w", &twips(room)), ("w:type", "dxa")])?;
        }
        Ok(())
    })
}

fn row(xml: &mut Xml, table: &Table, row: &Row, counters: &mut Counters) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        row_properties(xml, row)?;
        let mut at = 0;
        for cell in &row.cells {
            let end = (at + cell.columns).min(table.widths.len());
            let width = table.widths.get(at..end).unwrap_or_default().iter().sum();
            self::cell(xml, cell, width, counters)?;
            at = end;
        }
        Ok(())
    })
}

fn row_properties(xml: &mut Xml, row: &Row) -> io::Result<()> {
    if !row.is_head && !row.is_whole && row.height.is_none() {
        return Ok(());
    }
    element(xml, "w:trPr", &[], |xml| {
        if row.is_whole {
            leaf(xml, "w:cantSplit", &[])?;
        }
        if let Some(height) = row.height {
            let (height, rule) = match height {
                RowHeight::Least(height) => (height, "atLeast"),
                RowHeight::Exact(height) => (height, "exact"),
            };
            leaf(xml, "w:trHeight", &[("w:val", &twips(height)), ("w:hRule", rule)])?;
        }
        if row.is_head {
            leaf(xml, "w:tblHeader", &[])?;
        }
        Ok(())
    })
}

fn cell(xml: &mut Xml, cell: &Cell, width: f64, counters: &mut Counters) -> io::Result<()> {
    element(xml, "w:tc", &[], |xml| {
        element(xml, "w:tcPr", &[], |xml| {
            leaf(xml, "w:tcW", &[("w:w", &twips(width)), ("w:type", "dxa")])?;
            if cell.columns > 1 {
                value(xml, "w:gridSpan", &cell.columns.to_string())?;
            }
            match cell.down {
                Down::One => {}
                Down::Begins => value(xml, "w:vMerge", "restart")?,
                Down::GoesOn => leaf(xml, "w:vMerge", &[])?,
            }
            if let Some(inset) = cell.inset {
                margins(xml, "w:tcMar", inset)?;
            }
            match cell.vertical {
                Vertical::Top => Ok(()),
                Vertical::Middle => value(xml, "w:vAlign", "center"),
            }
        })?;
        // A cell ends with a paragraph (17.4.65).
        match cell.parts.last() {
            Some(Part::Paragraph(_)) => parts(xml, &cell.parts, counters, None),
            _ => {
                parts(xml, &cell.parts, counters, None)?;
                paragraph(xml, &Paragraph::new(Style::Spacer, Vec::new()), counters, None)
            }
        }
    })
}

/// Writes a picture that stands among the letters (20.4.2.8): pixels, and behind them the SVG that newer programs draw.
fn drawing(xml: &mut Xml, picture: &Picture, number: usize) -> io::Result<()> {
    let (wide, high) = (emu(picture.width), emu(picture.height));
    let (number, name) = (number.to_string(), format!("Hình {number}"));
    let extent = [("cx", wide.as_str()), ("cy", high.as_str())];
    let named =
        [("id", number.as_str()), ("name", name.as_str()), ("descr", picture.alt.as_str())];
    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let inline = |xml: &mut Xml| {
        leaf(xml, "wp:extent", &extent)?;
        leaf(xml, "wp:docPr", &named)?;
        element(xml, "wp:cNvGraphicFramePr", &[], |xml| {
            leaf(xml, "a:graphicFrameLocks", &[("noChangeAspect", "1")])
        })?;
        element(xml, "a:graphic", &[], |xml| {
            let uri = [("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")];
            element(xml, "a:graphicData", &uri, |xml| {
                element(xml, "pic:pic", &[], |xml| {
                    element(xml, "pic:nvPicPr", &[], |xml| {
                        leaf(xml, "pic:cNvPr", &named)?;
                        leaf(xml, "pic:cNvPicPr", &[])
                    })?;
                    fill(xml, picture)?;
                    shape(xml, &extent)
                })
            })
        })
    };
    element(xml, "w:r", &[], |xml| {
        element(xml, "w:drawing", &[], |xml| element(xml, "wp:inline", &none, inline))
    })
}

fn fill(xml: &mut Xml, picture: &Picture) -> io::Result<()> {
    element(xml, "pic:blipFill", &[], |xml| {
        let pixels = relation(picture.media);
        element(xml, "a:blip", &[("r:embed", &pixels)], |xml| match picture.vector {
            Some(vector) => element(xml, "a:extLst", &[], |xml| {
                let uri = [("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")];
                element(xml, "a:ext", &uri, |xml| {
                    let svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
                    let vector = relation(vector);
                    leaf(xml, "asvg:svgBlip", &[("xmlns:asvg", svg), ("r:embed", &vector)])
                })
            }),
            None => Ok(()),
        })?;
        element(xml, "a:stretch", &[], |xml| leaf(xml, "a:fillRect", &[]))
    })
}

fn shape(xml: &mut Xml, extent: &[(&str, &str)]) -> io::Result<()> {
    element(xml, "pic:spPr", &[], |xml| {
        element(xml, "a:xfrm", &[], |xml| {
            leaf(xml, "a:off", &[("x", "0"), ("y", "0")])?;
            leaf(xml, "a:ext", extent)
        })?;
        element(xml, "a:prstGeom", &[("prst", "rect")], |xml| leaf(xml, "a:avLst", &[]))
    })
}

/// The name of the relation from the text to one of its media.
pub(super) fn relation(media: usize) -> String {
    format!("rIdMedia{}", media + 1)
}

/// The shape of letters that fill a frame, as Word writes it for its own watermarks.
const WATERMARK: &str = r##"<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>"##;

/// Where the watermark lies: across the page, behind its letters.
const WATERMARK_PLACE: &str = "position:absolute;margin-left:0;margin-top:0;width:450pt;height:110pt;rotation:310;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin";

fn watermark(xml: &mut Xml, text: &str) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        element(xml, "w:pict", &[], |xml| {
            // It is well-formed by itself, and the same in every file.
            xml.get_mut().extend_from_slice(WATERMARK.as_bytes());
            let shape = [
                ("id", "vanthuDraft"),
                ("o:spid", "_x0000_s2049"),
                ("type", "#_x0000_t136"),
                ("alt", text),
                ("style", WATERMARK_PLACE),
                ("o:allowincell", "f"),
                ("fillcolor", "#e5e5e5"),
                ("stroked", "f"),
            ];
            element(xml, "v:shape", &shape, |xml| {
                let font = "font-family:\"Times New Roman\";font-size:1pt;font-weight:bold";
                leaf(xml, "v:textpath", &[("style", font), ("string", text)])
            })
        })
    })
}
