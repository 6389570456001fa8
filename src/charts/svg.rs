//! The shapes that charts are made of, written as SVG.
//!
//! Every shape is a line of the file of its own. There is no colour, no transparency and no id.

use std::fmt::Write;

use super::metrics::{CAPITAL, Lines};

/// The black of text and lines.
pub(super) const BLACK: &str = "#000000";
/// The white of paper.
pub(super) const WHITE: &str = "#ffffff";

/// A point of the picture: from the left, from the top.
pub(super) type Point = (f64, f64);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Left edge.
    pub(super) left: f64,
    /// Upper edge.
    pub(super) top: f64,
    /// Right edge.
    pub(super) right: f64,
    /// Lower edge.
    pub(super) bottom: f64,
}

impl Area {
    /// From left to right.
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Half way from left to right.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// With so much more on every side.
    pub(super) fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether a straight line from one point to another touches it.
    pub(super) fn is_touched(&self, from: Point, to: Point) -> bool {
        // The part of the line, from 0 to 1, that lies between two edges (Liang and Barsky).
        let within = |start: f64, way: f64, low: f64, high: f64| {
            if way == 0.0 {
                let inside = (low..=high).contains(&start);
                return if inside { (0.0, 1.0) } else { (1.0, 0.0) };
            }
            let (a, b) = ((low - start) / way, (high - start) / way);
            (a.min(b), a.max(b))
        };
        let across = within(from.0, to.0 - from.0, self.left, self.right);
        let down = within(from.1, to.1 - from.1, self.top, self.bottom);
        across.0.max(down.0).max(0.0) <= across.1.min(down.1).min(1.0)
    }
}

/// How a line looks; all are black.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    /// Its width.
    pub(super) width: f64,
    /// Whether it is dashed.
    pub(super) is_dashed: bool,
}

/// The line of axes, marks and outlines.
pub(super) const THIN: Stroke = Stroke { width: 0.6, is_dashed: false };
/// The line that leads from a figure to what it is about.
pub(super) const LEADER: Stroke = Stroke { width: 0.4, ..THIN };

/// Which point of a text its place names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    /// Where it begins.
    Start,
    /// Its middle.
    Middle,
    /// Where it ends.
    End,
}

impl Anchor {
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A picture that is being drawn. Later shapes lie on earlier ones.
#[derive(Debug)]
pub(super) struct Svg {
    family: String,
    shapes: String,
}

impl Svg {
    /// An empty picture with text in a family of fonts.
    pub(super) fn new(family: &str) -> Self {
        Self { family: escaped(family), shapes: String::new() }
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, area: Area, colour: &str) {
        self.shape(&format!(r#"rect {} fill="{colour}""#, sides(area)));
    }

    /// The outline of a rectangle.
    pub(super) fn outline(&mut self, area: Area, stroke: Stroke) {
        self.shape(&format!(r#"rect {} fill="none" {}"#, sides(area), attributes(stroke)));
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(length);
        let stroke = attributes(stroke);
        self.shape(&format!(r#"line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {stroke}"#));
    }

    /// Many straight lines of one look.
    pub(super) fn lines(&mut self, lines: &[(Point, Point)], stroke: Stroke) {
        let mut path = String::new();
        for (from, to) in lines {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(length);
            let _ = write!(path, "M{x1} {y1}L{x2} {y2}");
        }
        self.shape(&format!(r#"path d="{path}" fill="none" {}"#, attributes(stroke)));
    }

    /// Many black squares of one size, by their upper left corners.
    pub(super) fn squares(&mut self, corners: &[Point], side: f64) {
        let mut path = String::new();
        for (x, y) in corners {
            let [x, y, side] = [*x, *y, side].map(length);
            let _ = write!(path, "M{x} {y}h{side}v{side}h-{side}z");
        }
        self.shape(&format!(r#"path d="{path}" fill="{BLACK}""#));
    }

    /// A round point.
    pub(super) fn circle(&mut self, (x, y): Point, radius: f64, colour: &str, stroke: Stroke) {
        let [x, y, radius] = [x, y, radius].map(length);
        let stroke = attributes(stroke);
        self.shape(&format!(
            r#"circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}" {stroke}"#
        ));
    }

    /// A text on one line, by a point of its baseline.
    pub(super) fn text(&mut self, text: &str, at: Point, size: f64, anchor: Anchor) {
        self.words(text, at, size, anchor, "");
    }

    /// A text that reads from below, by a point of its baseline.
    pub(super) fn rising(&mut self, text: &str, at: Point, size: f64, anchor: Anchor) {
        let [x, y] = [at.0, at.1].map(length);
        let turn = format!(r#" transform="rotate(-90 {x} {y})""#);
        self.words(text, at, size, anchor, &turn);
    }

    /// Lines of text, their middle as high as `at`.
    pub(super) fn block(&mut self, block: &Lines, at: Point, anchor: Anchor) {
        let first = at.1 - block.height() / 2.0 + block.size * CAPITAL;
        for (number, line) in block.lines.iter().enumerate() {
            let y = first + block.leading() * number as f64;
            self.text(line, (at.0, y), block.size, anchor);
        }
    }

    fn words(&mut self, text: &str, at: Point, size: f64, anchor: Anchor, turn: &str) {
        let [x, y, size] = [at.0, at.1, size].map(length);
        let (anchor, text, family) = (anchor.name(), escaped(text), &self.family);
        let _ = writeln!(
            self.shapes,
            r#"<text x="{x}" y="{y}" font-family="{family}" font-size="{size}" text-anchor="{anchor}" fill="{BLACK}"{turn}>{text}</text>"#
        );
    }

    fn shape(&mut self, shape: &str) {
        let _ = writeln!(self.shapes, "<{shape}/>");
    }

    /// The whole picture; one unit is one point.
    pub(super) fn finish(self, width: f64, height: f64) -> String {
        let [width, height] = [width, height].map(length);
        let shapes = self.shapes;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
{shapes}</svg>
"#
        )
    }
}

/// Where a rectangle is, as attributes.
fn sides(area: Area) -> String {
    let [x, y, width, height] =
        [area.left, area.top, area.width(), area.bottom - area.top].map(length);
    format!(r#"x="{x}" y="{y}" width="{width}" height="{height}""#)
}

fn attributes(stroke: Stroke) -> String {
    let width = length(stroke.width);
    let dashes = if stroke.is_dashed { r#" stroke-dasharray="3 2""# } else { "" };
    format!(r#"stroke="{BLACK}" stroke-width="{width}"{dashes}"#)
}

/// A length to a hundredth of a point, without zeros at the end.
fn length(length: f64) -> String {
    let text = format!("{length:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as XML can hold it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_touches_a_rectangle_or_not() {
        let area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!(area.is_touched((-5.0, 5.0), (15.0, 5.0)));
        assert!(area.is_touched((5.0, 5.0), (6.0, 6.0)));
        assert!(!area.is_touched((-6.0, 0.0), (4.0, 20.0)));
        assert!(!area.is_touched((11.0, -5.0), (11.0, 15.0)));
    }

    #[test]
    fn texts_cannot_leave_their_element() {
        let mut svg = Svg::new("\"A\" & <b>");
        svg.text("<&>\u{1}", (1.0, -0.001), 10.0, Anchor::Start);
        let svg = svg.finish(10.0, 10.5);
        assert!(svg.contains(r#"font-family="&quot;A&quot; &amp; &lt;b&gt;""#), "{svg}");
        assert!(svg.contains(r#"x="1" y="0""#) && svg.contains(">&lt;&amp;&gt; </text>"));
    }
}
