//! Values by year: upright bars, or points with a line through them.
//!
//! There is no grid: each value stands in digits in the column of its year, so nothing but the
//! line itself can cross it. A figure that would be crossed right above and below its point
//! stands farther above, where there is no line any more, and is led down to it.

use super::axis::{Scale, TICK, TICK_SIZE};
use super::fill::Fill;
use super::metrics::{ACCENTED, CAPITAL, DESCENT, Lines, shrunk, widest, width};
use super::svg::{Anchor, Area, BLACK, LEADER, Point, Stroke, Svg, THIN, WHITE};
use super::{LABEL_SIZE, Upright};
use crate::numbers::grouped;

/// Width: that of the text on upright A4 with the decree's margins.
const WIDTH: f64 = 454.0;
/// Height: three of them with captions have room on a page.
const HEIGHT: f64 = 160.0;
/// From the baseline of one line below the axis to the next.
const LINE: f64 = 13.0;
/// Sizes of figures, the best first.
const FIGURE_SIZES: [f64; 3] = [10.0, 9.0, 8.0];
/// Size of figures that do not lie.
const RISING_SIZE: f64 = 10.0;
/// Between two figures side by side.
const APART: f64 = 4.0;
/// Above the highest figure.
const EDGE: f64 = 0.5;
/// Between a figure and its bar.
const GAP: f64 = 3.0;
/// How much of its column a bar takes.
const BAR: f64 = 0.6;
/// The widest bar.
const WIDEST_BAR: f64 = 40.0;
/// The size of a point.
const RADIUS: f64 = 2.4;
/// How far from its point a figure is, the best first.
const DISTANCES: [f64; 3] = [3.0, 6.0, 9.0];
/// Farther from its point a figure needs a line that leads to it.
const FAR: f64 = 12.0;
/// What stays free around a figure near the line.
const CLEAR: f64 = 1.6;
/// The line through the points.
const LINE_STROKE: Stroke = Stroke { width: 1.2, ..THIN };

/// Upright bars, one for each label, as SVG.
pub(crate) fn bars(font: &str, chart: &Upright<'_>) -> String {
    let figures = PlotFigures::of(chart);
    let frame = PlotFrame::new(chart, EDGE + figures.height() + GAP);
    let mut svg = Svg::new(font);
    frame.draw(&mut svg);
    let half = (frame.column * BAR).min(WIDEST_BAR) / 2.0;
    for (at, value) in frame.values() {
        let (x, top) = frame.point(at, value);
        let bar = Area {
            left: x - half,
            top,
            right: x + half,
            bottom: frame.plot.bottom,
        };
        if value > 0 {
            let fill = if frame.partial == Some(at) { Fill::Hatch } else { Fill::Grey };
            fill.draw(&mut svg, bar);
        }
        figures.draw(&mut svg, value, (x, top - GAP));
    }
    frame.draw_axis(&mut svg);
    svg.finish(WIDTH, HEIGHT)
}

/// A line through a point for each label, as SVG.
pub(crate) fn line(font: &str, chart: &Upright<'_>) -> String {
    let figures = PlotFigures::of(chart);
    let frame = PlotFrame::new(chart, EDGE + figures.height() + DISTANCES[0] + RADIUS);
    let mut svg = Svg::new(font);
    frame.draw(&mut svg);
    frame.draw_axis(&mut svg);
    frame.draw_line(&mut svg);
    for (at, value) in frame.values() {
        let (x, y) = frame.point(at, value);
        let place = figures.place(&frame, at, value);
        if y - place > FAR {
            svg.line((x, place + 1.5), (x, y - RADIUS - 1.0), LEADER);
        }
        figures.draw(&mut svg, value, (x, place));
    }
    svg.finish(WIDTH, HEIGHT)
}

/// How figures are set: all in the same way.
struct PlotFigures {
    size: f64,
    widest: f64,
    /// Whether they read from below, as they are wider than their columns.
    are_rising: bool,
}

impl PlotFigures {
    fn of(chart: &Upright<'_>) -> Self {
        let room = PlotFrame::new(chart, 0.0).column - APART;
        let texts: Vec<String> = chart.values.iter().map(|value| grouped(*value)).collect();
        let lying = FIGURE_SIZES
            .into_iter()
            .map(|size| (size, widest(&texts, size)))
            .find(|(_, widest)| *widest <= room);
        match lying {
            Some((size, widest)) => Self { size, widest, are_rising: false },
            None => {
                // Many columns are narrower than a line of text is high.
                let size = shrunk(RISING_SIZE, RISING_SIZE, room + APART / 2.0);
                Self {
                    size,
                    widest: widest(&texts, size),
                    are_rising: true,
                }
            }
        }
    }

    /// From the lowest to the highest point of the largest.
    fn height(&self) -> f64 {
        if self.are_rising { self.widest } else { self.size * CAPITAL }
    }

    /// Draws a figure whose lower middle is `at`.
    fn draw(&self, svg: &mut Svg, value: u64, (x, y): Point) {
        let text = grouped(value);
        if self.are_rising {
            let base = x + self.size * CAPITAL / 2.0;
            svg.rising(&text, (base, y), self.size, Anchor::Start);
        } else {
            svg.text(&text, (x, y), self.size, Anchor::Middle);
        }
    }

    /// How low the figure of a point may stand so that the line does not cross it: right above
    /// or below the point, or further above.
    fn place(&self, frame: &PlotFrame<'_>, at: usize, value: u64) -> f64 {
        let points = frame.points();
        let (x, y) = frame.point(at, value);
        let (long, high) = (width(&grouped(value), self.size), self.size * CAPITAL);
        let (wide, tall) = if self.are_rising { (high, long) } else { (long, high) };
        let is_free = |bottom: &f64| {
            let (left, right) = (x - wide / 2.0, x + wide / 2.0);
            let figure = Area { left, top: bottom - tall, right, bottom: *bottom };
            let around = figure.grown(CLEAR);
            let crosses = |pair: &[Point]| around.is_touched(pair[0], pair[1]);
            around.bottom < frame.plot.bottom && !points.windows(2).any(crosses)
        };
        let highest = EDGE + self.height();
        let above = DISTANCES.map(|by| y - RADIUS - by);
        let below = DISTANCES.map(|by| y + RADIUS + by + tall);
        let before = at.checked_sub(1).and_then(|before| points.get(before));
        let mut around = before.into_iter().chain(points.get(at + 1));
        // In a valley a figure is better below.
        let is_valley = points.len() > 1 && around.all(|other| other.1 < y);
        let near = if is_valley { [below, above] } else { [above, below] };
        let farther = (1..).map(|step| above[0] - FAR * f64::from(step));
        near.into_iter()
            .flatten()
            .chain(farther.take_while(|bottom| *bottom > highest))
            .filter(|bottom| *bottom > highest - 0.01)
            .find(is_free)
            .unwrap_or(highest)
    }
}

/// Where the columns, the axes and what is written around them are.
struct PlotFrame<'a> {
    chart: &'a Upright<'a>,
    /// What lies between the axes, up to the highest value.
    plot: Area,
    /// How wide a column is.
    column: f64,
    scale: Scale,
    /// The title of the values.
    title: Lines,
    /// Which column is that of the partial year.
    partial: Option<usize>,
    /// Whether its note needs a line of its own.
    note_is_long: bool,
}

impl<'a> PlotFrame<'a> {
    /// The frame of a chart with so much room above the highest value.
    fn new(chart: &'a Upright<'a>, headroom: f64) -> Self {
        let partial = chart
            .partial
            .as_ref()
            .and_then(|partial| chart.labels.iter().position(|label| label == partial.label));
        let highest = chart.values.iter().copied().max().unwrap_or(0);
        let title = Lines::fitting(chart.y_title, &[LABEL_SIZE, 10.0, 9.0], HEIGHT - 4.0, 2);
        let titles = if chart.y_title.is_empty() {
            0.0
        } else {
            title.height() + title.size * (ACCENTED - CAPITAL + DESCENT) + 3.0
        };
        let left = titles + Scale::new(highest, 1.0).widest() + TICK + 2.0;
        let right = WIDTH - 1.0;
        let note_is_long = partial.and(chart.partial.as_ref()).is_some_and(|partial| {
            let room = (right - left - width(chart.x_title, LABEL_SIZE)) / 2.0;
            width(&partial.words(), TICK_SIZE) > room - 10.0
        });
        let lines = if note_is_long { 2.0 } else { 1.0 };
        let bottom = HEIGHT - LABEL_SIZE * (DESCENT + CAPITAL) - LINE * lines - TICK - 2.0;
        let columns = chart.labels.len().max(1) as f64;
        Self {
            chart,
            plot: Area { left, top: headroom, right, bottom },
            column: (right - left) / columns,
            scale: Scale::new(highest, bottom - headroom),
            title,
            partial,
            note_is_long,
        }
    }

    /// The values, by their columns.
    fn values(&self) -> impl Iterator<Item = (usize, u64)> {
        let columns = self.chart.labels.iter().zip(self.chart.values);
        columns.map(|(_, value)| *value).enumerate()
    }

    /// Where the value of a column is.
    fn point(&self, at: usize, value: u64) -> Point {
        (self.middle(at), self.plot.bottom - self.scale.at(value))
    }

    fn points(&self) -> Vec<Point> {
        self.values().map(|(at, value)| self.point(at, value)).collect()
    }

    /// The middle of a column.
    fn middle(&self, at: usize) -> f64 {
        self.plot.left + self.column * (at as f64 + 0.5)
    }

    /// Draws what stands around the plot.
    fn draw(&self, svg: &mut Svg) {
        let Area { left, bottom, .. } = self.plot;
        let half = TICK_SIZE * CAPITAL / 2.0;
        for (tick, text) in self.scale.ticks(18.0) {
            let y = bottom - self.scale.at(tick);
            svg.line((left - TICK, y), (left, y), THIN);
            svg.text(&text, (left - TICK - 2.0, y + half), TICK_SIZE, Anchor::End);
        }
        self.draw_title(svg);
        let label = bottom + TICK + 2.0 + LABEL_SIZE * CAPITAL;
        let labels = (0..).zip(self.chart.labels).map(|(at, label)| {
            let mark = if self.partial == Some(at) { "*" } else { "" };
            format!("{label}{mark}")
        });
        let labels: Vec<String> = labels.collect();
        let size = shrunk(LABEL_SIZE, widest(&labels, LABEL_SIZE), self.column - APART);
        for (at, text) in labels.iter().enumerate() {
            svg.text(text, (self.middle(at), label), size, Anchor::Middle);
        }
        let below = (self.plot.middle(), label + LINE);
        svg.text(self.chart.x_title, below, LABEL_SIZE, Anchor::Middle);
        self.draw_note(svg, label + LINE);
    }

    /// Draws the title of the values, reading from below, beside the middle of its axis.
    fn draw_title(&self, svg: &mut Svg) {
        let half = self.title.width() / 2.0 + 1.0;
        let middle = f64::midpoint(self.plot.top, self.plot.bottom);
        let middle = middle.min(HEIGHT - half).max(half);
        for (at, line) in self.title.lines.iter().enumerate() {
            let base = self.title.size * ACCENTED + self.title.leading() * at as f64;
            svg.rising(line, (base, middle), self.title.size, Anchor::Middle);
        }
    }

    /// Draws the note about the partial year on the right of the title of the years, or below it.
    fn draw_note(&self, svg: &mut Svg, base: f64) {
        let Some(partial) = self.partial.and(self.chart.partial.as_ref()) else {
            return;
        };
        let note = partial.words();
        let size = shrunk(TICK_SIZE, width(&note, TICK_SIZE), WIDTH - 2.0);
        let base = if self.note_is_long { base + LINE } else { base };
        svg.text(&note, (self.plot.right, base), size, Anchor::End);
    }

    /// Draws the axes. They lie on the ends of bars.
    fn draw_axis(&self, svg: &mut Svg) {
        let Area { left, top, right, bottom } = self.plot;
        svg.line((left, top), (left, bottom), THIN);
        svg.line((left, bottom), (right, bottom), THIN);
    }

    /// Draws the points and the line through them: dashed to a hollow point for a partial year.
    fn draw_line(&self, svg: &mut Svg) {
        let points = self.points();
        for (at, pair) in points.windows(2).enumerate() {
            let is_dashed =
                self.partial.is_some_and(|partial| (at..=at + 1).contains(&partial));
            svg.line(pair[0], pair[1], Stroke { is_dashed, ..LINE_STROKE });
        }
        for (at, point) in points.into_iter().enumerate() {
            let colour = if self.partial == Some(at) { WHITE } else { BLACK };
            svg.circle(point, RADIUS, colour, Stroke { width: 1.0, ..THIN });
        }
    }
}
