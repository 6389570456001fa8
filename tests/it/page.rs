//! What stands on the pages of a PDF and where, read from the file itself.
//!
//! Lengths are in points, measured from the top left corner of the page.

use std::path::Path;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, String as PdfString};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use kurbo::{Affine, BezPath, Rect, Shape};

/// One millimetre.
pub const MM: f64 = 72.0 / 25.4;

/// The pages of a document.
pub struct Paper {
    pub pages: Vec<Page>,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The titles of the file's outline, in order.
    pub outline: Vec<String>,
    /// What a viewer calls each page, without marks that have no width.
    pub labels: Vec<String>,
}

/// One page.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub lines: Vec<Line>,
    pub rules: Vec<Rule>,
    /// Letters that do not stand upright.
    pub turned: String,
}

/// A stretch of letters of one look on one baseline, without a gap wider than a space.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// Baseline.
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub black: bool,
    /// How many times as wide as it is in the font its widest space is.
    pub space: f64,
}

/// A horizontal or vertical line that is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Line {
    pub fn width(&self) -> f64 {
        self.end - self.x
    }

    pub fn middle(&self) -> f64 {
        (self.x + self.end) / 2.0
    }
}

impl Rule {
    pub fn middle(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

impl Paper {
    /// Reads a PDF.
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let pdf = Pdf::new(bytes.clone()).expect("a PDF");
        let pages: Vec<Page> = pdf.pages().iter().map(Page::read).collect();
        let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
        let mut outline = Vec::new();
        if let Some(outlines) = root.get::<Dict<'_>>("Outlines") {
            titles(&outlines, &mut outline);
        }
        let labels = labels(&root, pages.len());
        Self { pages, bytes, outline, labels }
    }

    /// All lines of all pages, in reading order, with the page's index.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &Line)> {
        let pages = self.pages.iter().enumerate();
        pages.flat_map(|(at, page)| page.lines.iter().map(move |line| (at, line)))
    }

    /// The only line whose text contains `text`, with its page.
    #[track_caller]
    pub fn line(&self, text: &str) -> (usize, &Line) {
        let found: Vec<_> =
            self.lines().filter(|(_, line)| line.text.contains(text)).collect();
        assert_eq!(found.len(), 1, "lines with `{text}`: {found:?}");
        found[0]
    }

    /// All that stands on one level with the only line whose text contains `text`, from left to
    /// right, such as the cells of a table's row.
    #[track_caller]
    pub fn row(&self, text: &str) -> String {
        let (page, line) = self.line(text);
        let level = |other: &&Line| (other.y - line.y).abs() < 0.5;
        let mut cells: Vec<&Line> = self.pages[page].lines.iter().filter(level).collect();
        cells.sort_by(|a, b| a.x.total_cmp(&b.x));
        let cells: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
        cells.join(" ")
    }

    /// The pages of an appendix: from the one with its label to the next appendix's.
    #[track_caller]
    pub fn appendix(&self, label: &str) -> &[Page] {
        let begins = |page: &Page, label: &dyn Fn(&str) -> bool| {
            page.lines.iter().any(|line| line.bold && label(&line.text))
        };
        let first = self.pages.iter().position(|page| begins(page, &|text| text == label));
        let first = first.unwrap_or_else(|| panic!("no {label}"));
        let rest = &self.pages[first + 1..];
        let next = rest
            .iter()
            .position(|page| begins(page, &|text| text.starts_with("Phụ lục ")));
        &self.pages[first..=first + next.unwrap_or(rest.len())]
    }

    /// All letters, without white space.
    pub fn letters(&self) -> String {
        let lines = self.lines().map(|(_, line)| line.text.as_str());
        lines.collect::<String>().split_whitespace().collect()
    }
}

/// A text of a PDF's structure: UTF-16 with its mark, or plain letters.
fn text(string: &PdfString<'_>) -> String {
    let bytes = string.as_bytes();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(bytes) => {
            let units: Vec<u16> = bytes
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The titles below an entry of the outline.
fn titles(parent: &Dict<'_>, found: &mut Vec<String>) {
    let mut next = parent.get::<Dict<'_>>("First");
    while let Some(item) = next {
        found.extend(item.get::<PdfString<'_>>("Title").map(|title| text(&title)));
        titles(&item, found);
        next = item.get::<Dict<'_>>("Next");
    }
}

/// The label of each page, as the number tree of labels gives it.
fn labels(root: &Dict<'_>, pages: usize) -> Vec<String> {
    let mut labels = vec![String::new(); pages];
    let Some(tree) = root.get::<Dict<'_>>("PageLabels") else { return labels };
    let entries = tree.get::<Array<'_>>("Nums").expect("one leaf");
    let mut entries = entries.flex_iter();
    let mut parts: Vec<(usize, Dict<'_>)> = Vec::new();
    while let Some(first) = entries.next::<i32>() {
        let label = entries.next::<Dict<'_>>().expect("a label");
        parts.push((usize::try_from(first).expect("a page"), label));
    }
    for (at, (first, label)) in parts.iter().enumerate() {
        let end = parts.get(at + 1).map_or(pages, |(next, _)| *next);
        let prefix = label.get::<PdfString<'_>>("P").map(|prefix| text(&prefix));
        let prefix = prefix.unwrap_or_default().replace('\u{200b}', "");
        let start = label.get::<i32>("St").unwrap_or(1);
        let counts = label.contains_key("S");
        for (number, page) in (start..).zip(*first..end) {
            let number = if counts { number.to_string() } else { String::new() };
            labels[page] = format!("{prefix}{number}");
        }
    }
    labels
}

/// The words of lines in reading order. Where only the look changes, a word goes on.
pub fn words(lines: &[Line]) -> Vec<String> {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let goes_on = at.checked_sub(1).map(|before| &lines[before]).is_some_and(|before| {
            (before.y - line.y).abs() < 0.01 && (line.x - before.end).abs() < 0.5
        });
        if !goes_on {
            text.push(' ');
        }
        text.push_str(&line.text);
    }
    text.split_whitespace().map(str::to_owned).collect()
}

impl Page {
    /// What stands on one level, from left to right, level by level: the rows of a table, of which
    /// cells of more than one line have several.
    pub fn levels(&self) -> Vec<Vec<&Line>> {
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by(|a, b| a.y.total_cmp(&b.y));
        let mut levels: Vec<Vec<&Line>> = Vec::new();
        for line in lines {
            match levels.last_mut() {
                Some(level) if (level[0].y - line.y).abs() < 0.5 => level.push(line),
                _ => levels.push(vec![line]),
            }
        }
        for level in &mut levels {
            level.sort_by(|a, b| a.x.total_cmp(&b.x));
        }
        levels
    }

    fn read(page: &hayro_syntax::page::Page<'_>) -> Self {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let cache = InterpreterCache::new();
        let transform = page.initial_transform(true).to_kurbo();
        let bbox = Rect::new(0.0, 0.0, width, height);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, bbox, &cache, page.xref(), settings);
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        Self {
            width,
            height,
            lines: reader.lines,
            rules: reader.rules,
            turned: reader.turned,
        }
    }
}

/// Collects what is drawn.
#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    rules: Vec<Rule>,
    turned: String,
}

impl Reader {
    fn letter(&mut self, letter: Line) {
        if let Some(last) = self.lines.last_mut() {
            let same_look = last.size == letter.size
                && (last.bold, last.italic, last.black)
                    == (letter.bold, letter.italic, letter.black);
            let gap = letter.x - last.end;
            // Justification widens spaces; where there is none, a gap is a column's.
            let most = if last.text.ends_with(' ') { 1.0 } else { 0.2 };
            let near = gap > -0.2 * letter.size && gap < most * letter.size;
            let goes_on = (last.y - letter.y).abs() < 0.01 && near;
            if same_look && goes_on {
                if last.text.ends_with(' ') {
                    last.space = last.space.max(1.0 + gap / (0.25 * letter.size));
                }
                last.text.push_str(&letter.text);
                last.end = letter.end;
                return;
            }
        }
        self.lines.push(letter);
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let Glyph::Outline(outline) = glyph else { panic!("a glyph without outline") };
        let [scale, turn, _, _, x, y] = (transform * glyph_transform).as_coeffs();
        let text = match glyph.as_unicode() {
            Some(hayro_interpret::hayro_cmap::BfString::Char(character)) => {
                character.to_string()
            }
            Some(hayro_interpret::hayro_cmap::BfString::String(text)) => text,
            None => panic!("a glyph without text at {x}, {y}"),
        };
        // White space is folded: a hard space is one.
        let text = text.replace('\u{A0}', " ");
        if turn.abs() > 1e-9 {
            self.turned.push_str(&text);
            return;
        }
        let font = outline.font_data().expect("an embedded font");
        let name = font.postscript_name.unwrap_or_default();
        let size = (scale * 1000.0 * 100.0).round() / 100.0;
        let width = f64::from(outline.advance_width().expect("a width")) * scale;
        let black = match paint {
            Paint::Color(color) => color.to_rgba().to_rgba8()[..3] == [0, 0, 0],
            Paint::Pattern(_) => false,
        };
        self.letter(Line {
            text,
            x,
            end: x + width,
            y,
            size,
            bold: name.contains("Bold"),
            italic: name.contains("Italic"),
            black,
            space: 1.0,
        });
    }

    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        _: &Paint<'a>,
        _: &PathDrawMode,
    ) {
        let bounds = (transform * path.clone()).bounding_box();
        self.rules.push(Rule {
            x: bounds.x0,
            y: bounds.y0,
            width: bounds.width(),
            height: bounds.height(),
        });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
