//! Lying bars, each made of the values of several series.
//!
//! Every part has its figure: within it, or where it is too narrow in a row above its bar, led
//! to it by a thin line. The figures of a row keep the order of their parts, so that the lines
//! do not cross. There is no grid to cross them either.

use super::axis::{Scale, TICK, TICK_SIZE};
use super::fill::Fill;
use super::metrics::{ACCENTED, CAPITAL, DESCENT, Lines, shrunk, width};
use super::svg::{Anchor, Area, LEADER, Point, Svg, THIN, WHITE};
use super::{ChartSeries, LABEL_SIZE};
use crate::numbers::grouped;

/// Width: almost that of the text on lying A4.
const WIDTH: f64 = 640.0;

/// As many lying bars as stand on a page below a table's last rows.
pub(crate) const MOST_BARS: usize = 8;

/// How much of it labels may take: with the gap to the axis no more than 40 %.
const LABELS: f64 = 0.38 * WIDTH;
/// Sizes of labels, the best first.
const LABEL_SIZES: [f64; 4] = [LABEL_SIZE, 10.0, 9.0, 8.0];
/// How many lines a label has before it is set smaller.
const LABEL_LINES: usize = 3;
/// Between a label and the axis.
const LABEL_GAP: f64 = 6.0;
/// Size of figures and of the legend.
const SIZE: f64 = 10.0;
/// Height of a bar.
const BAR: f64 = 16.0;
/// The narrowest part that still shows there is one.
const NARROWEST: f64 = 2.0;
/// What a figure leaves of its part on each side, so that the pattern is seen.
const SIDE: f64 = 4.0;
/// The white around a figure on a pattern.
const BOX: f64 = 1.5;
/// Between two figures above a bar.
const APART: f64 = 6.0;
/// From a bar to the baseline of the figures above it.
const LEADER_HEIGHT: f64 = 6.0;
/// Between a bar with its figures and the bar above.
const BETWEEN: f64 = 10.0;
/// Between the last bar and the axis.
const TO_AXIS: f64 = 8.0;
/// Width of a swatch of the legend.
const SWATCH: f64 = 20.0;
/// Between a swatch and its words.
const SWATCH_GAP: f64 = 4.0;
/// Between two entries of the legend.
const ENTRY_GAP: f64 = 16.0;
/// Height of a line of the legend.
const LEGEND_LINE: f64 = 15.0;
/// Between the legend and the bars.
const LEGEND_GAP: f64 = 9.0;

/// Lying bars, one for each label, made of the series one after another, as SVG.
pub(crate) fn stacked(
    font: &str,
    labels: &[String],
    series: &[ChartSeries],
    axis_title: &str,
) -> String {
    let labels: Vec<Lines> = labels
        .iter()
        .map(|label| Lines::fitting(label, &LABEL_SIZES, LABELS, LABEL_LINES))
        .collect();
    let mut svg = Svg::new(font);
    let plot = Plot::new(&labels, series);
    let legend = legend(series);
    plot.draw_legend(&mut svg, &legend);
    let above = |row: &LegendRow| {
        if row.beside.is_empty() { 0.0 } else { LEADER_HEIGHT + SIZE * CAPITAL }
    };
    let pitch = BAR + plot.rows.iter().map(above).fold(0.0, f64::max) + BETWEEN;
    let half = |label: Option<&Lines>| label.map_or(0.0, Lines::height) / 2.0;
    let first = plot.rows.first().map_or(0.0, above) + BAR / 2.0;
    let mut middle = legend_height(&legend) + first.max(half(labels.first()) + 2.0);
    let top = middle - BAR / 2.0 - 2.0;
    for (at, (label, row)) in labels.iter().zip(&plot.rows).enumerate() {
        if at > 0 {
            middle += pitch.max(half(labels.get(at - 1)) + half(Some(label)) + BETWEEN);
        }
        svg.block(label, (plot.left - LABEL_GAP, middle), Anchor::End);
        row.draw(&mut svg, middle);
    }
    let bottom = middle + (BAR / 2.0 + TO_AXIS).max(half(labels.last()) + 2.0);
    svg.line((plot.left, top), (plot.left, bottom), THIN);
    let height = plot.draw_axis(&mut svg, bottom, axis_title);
    svg.finish(WIDTH, height)
}

/// The bars and their axis.
struct Plot {
    left: f64,
    right: f64,
    scale: Scale,
    rows: Vec<LegendRow>,
}

/// One bar.
struct LegendRow {
    /// Its start.
    left: f64,
    parts: Vec<BarPart>,
    /// The parts too narrow for their figures, by their places, with the figures' middles.
    beside: Vec<(usize, f64)>,
    /// The size of the figures above the bar.
    size: f64,
}

/// What a series adds to a bar.
struct BarPart {
    fill: Fill,
    figure: String,
    left: f64,
    right: f64,
}

impl Plot {
    fn new(labels: &[Lines], series: &[ChartSeries]) -> Self {
        let widest = labels.iter().map(Lines::width).fold(0.0, f64::max);
        let left = widest + LABEL_GAP + 1.0;
        let value =
            |series: &ChartSeries, row: usize| series.values.get(row).copied().unwrap_or(0);
        let total = |row: usize| {
            series
                .iter()
                .fold(0_u64, |sum, series| sum.saturating_add(value(series, row)))
        };
        let highest = (0..labels.len()).map(total).max().unwrap_or(0);
        let beyond = Scale::new(highest, 1.0).widest() / 2.0 + 1.0;
        // Parts that are widened to be seen must have room too.
        let right = WIDTH - beyond.max(NARROWEST * series.len() as f64 + 1.0);
        let scale = Scale::new(highest, right - left);
        let row = |row: usize| {
            let values: Vec<u64> = series.iter().map(|series| value(series, row)).collect();
            LegendRow::new(left, &values, scale)
        };
        Self {
            left,
            right,
            scale,
            rows: (0..labels.len()).map(row).collect(),
        }
    }

    /// Draws the axis of values, their marks and its title. Returns where the picture ends.
    fn draw_axis(&self, svg: &mut Svg, y: f64, title: &str) -> f64 {
        svg.line((self.left, y), (self.right, y), THIN);
        let ticks = self.scale.ticks(self.scale.widest().max(TICK_SIZE) + 3.0 * APART);
        let base = y + TICK + 2.0 + TICK_SIZE * CAPITAL;
        for (tick, text) in ticks {
            let x = self.left + self.scale.at(tick);
            svg.line((x, y), (x, y + TICK), THIN);
            svg.text(&text, (x, base), TICK_SIZE, Anchor::Middle);
        }
        if title.is_empty() {
            return base + TICK_SIZE * DESCENT;
        }
        let below = base + LABEL_SIZE + 2.0;
        let size = shrunk(LABEL_SIZE, width(title, LABEL_SIZE), self.right - self.left);
        let middle = f64::midpoint(self.left, self.right);
        svg.text(title, (middle, below), size, Anchor::Middle);
        below + LABEL_SIZE * DESCENT
    }

    /// Draws the lines of the legend above the middle of the bars, as far as they are short.
    fn draw_legend(&self, svg: &mut Svg, legend: &[Vec<LegendEntry<'_>>]) {
        let mut base = SIZE * ACCENTED;
        for line in legend {
            let wide = line.iter().map(LegendEntry::width).sum::<f64>()
                + ENTRY_GAP * (line.len().saturating_sub(1)) as f64;
            let middle = f64::midpoint(self.left, self.right);
            let mut x = (middle - wide / 2.0).min(WIDTH - 1.0 - wide).max(1.0);
            for entry in line {
                let swatch = Area {
                    left: x,
                    top: base - SIZE * CAPITAL - 1.0,
                    right: x + SWATCH,
                    bottom: base + 2.0,
                };
                entry.fill.draw(svg, swatch);
                let words = (swatch.right + SWATCH_GAP, base);
                svg.text(entry.label, words, entry.size, Anchor::Start);
                x += entry.width() + ENTRY_GAP;
            }
            base += LEGEND_LINE;
        }
    }
}

impl LegendRow {
    fn new(start: f64, values: &[u64], scale: Scale) -> Self {
        let mut parts = Vec::new();
        let mut left = start;
        for (at, value) in values.iter().enumerate().filter(|(_, value)| **value > 0) {
            let right = left + scale.at(*value).max(NARROWEST);
            let fill = Fill::of_series(at);
            parts.push(BarPart { fill, figure: grouped(*value), left, right });
            left = right;
        }
        let narrow: Vec<usize> =
            (0..parts.len()).filter(|at| !parts[*at].has_room()).collect();
        let wide = |at: &usize| width(&parts[*at].figure, SIZE);
        let gaps = APART * (narrow.len().saturating_sub(1)) as f64;
        let room = WIDTH - 2.0 - start - BOX - gaps;
        let size = shrunk(SIZE, narrow.iter().map(wide).sum(), room);
        let wanted: Vec<(f64, f64)> = narrow
            .iter()
            .map(|at| (parts[*at].middle(), width(&parts[*at].figure, size)))
            .collect();
        let places = spread(&wanted, start + BOX, WIDTH - 1.0);
        Self {
            left: start,
            beside: narrow.into_iter().zip(places).collect(),
            parts,
            size,
        }
    }

    /// Draws the bar and its figures, its middle as high as `y`.
    fn draw(&self, svg: &mut Svg, y: f64) {
        let (top, bottom) = (y - BAR / 2.0, y + BAR / 2.0);
        let base = y + SIZE * CAPITAL / 2.0;
        for part in &self.parts {
            part.fill
                .draw(svg, Area { left: part.left, top, right: part.right, bottom });
            if part.has_room() {
                part.draw_figure(svg, (part.middle(), base));
            }
        }
        if self.parts.is_empty() {
            svg.text("0", (self.left + SIDE, base), SIZE, Anchor::Start);
        }
        for (at, middle) in &self.beside {
            let part = &self.parts[*at];
            svg.line((part.middle(), top), (*middle, top - LEADER_HEIGHT + 1.5), LEADER);
            svg.text(&part.figure, (*middle, top - LEADER_HEIGHT), self.size, Anchor::Middle);
        }
    }
}

impl BarPart {
    fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// Whether the figure fits into the part.
    fn has_room(&self) -> bool {
        width(&self.figure, SIZE) + 2.0 * SIDE <= self.right - self.left
    }

    /// Draws the figure within the part, by the middle of its baseline.
    fn draw_figure(&self, svg: &mut Svg, at: Point) {
        if self.fill.needs_box() {
            let half = width(&self.figure, SIZE) / 2.0;
            let (left, right) = (at.0 - half, at.0 + half);
            let figure = Area {
                left,
                top: at.1 - SIZE * CAPITAL,
                right,
                bottom: at.1,
            };
            svg.fill(figure.grown(BOX), WHITE);
        }
        svg.text(&self.figure, at, SIZE, Anchor::Middle);
    }
}

/// Middles for texts in a row, as near as can be to those wanted, but apart from each other and
/// between two ends. Each text is given by its wanted middle and its width, in their order.
fn spread(texts: &[(f64, f64)], start: f64, end: f64) -> Vec<f64> {
    let from_left = |texts: &mut dyn Iterator<Item = (f64, f64)>, start: f64| {
        let mut free = start;
        let mut middles = Vec::new();
        for (wanted, wide) in texts {
            let middle = wanted.max(free + wide / 2.0);
            free = middle + wide / 2.0 + APART;
            middles.push(middle);
        }
        middles
    };
    // From the right the same in a mirror.
    let from_right = |middles: &[f64]| {
        let widths = texts.iter().map(|(_, wide)| *wide);
        let mirrored = middles.iter().zip(widths).rev();
        let mut mirrored = mirrored.map(|(middle, wide)| (-middle, wide));
        let pushed = from_left(&mut mirrored, -end);
        pushed.into_iter().rev().map(|middle| -middle).collect::<Vec<_>>()
    };
    let wanted: Vec<f64> = texts.iter().map(|(wanted, _)| *wanted).collect();
    let right = from_right(&from_left(&mut texts.iter().copied(), start));
    let left = from_right(&wanted);
    let widths = texts.iter().map(|(_, wide)| *wide);
    let left = from_left(&mut left.into_iter().zip(widths), start);
    // Both are apart, one leaning to the right, one to the left; so is what lies half way.
    left.into_iter()
        .zip(right)
        .map(|(left, right)| f64::midpoint(left, right))
        .collect()
}

/// How high the legend is, with what is below it.
fn legend_height(legend: &[Vec<LegendEntry<'_>>]) -> f64 {
    let gap = if legend.is_empty() { 1.0 } else { LEGEND_GAP };
    LEGEND_LINE * legend.len() as f64 + gap
}

/// A series in the legend.
struct LegendEntry<'a> {
    fill: Fill,
    label: &'a str,
    size: f64,
}

impl LegendEntry<'_> {
    fn width(&self) -> f64 {
        SWATCH + SWATCH_GAP + width(self.label, self.size)
    }
}

/// The series that have values, in lines.
fn legend(series: &[ChartSeries]) -> Vec<Vec<LegendEntry<'_>>> {
    let mut lines: Vec<Vec<LegendEntry<'_>>> = Vec::new();
    let mut free = 0.0;
    for (at, series) in series.iter().enumerate() {
        if series.values.iter().all(|value| *value == 0) {
            continue;
        }
        let room = WIDTH - 2.0 - SWATCH - SWATCH_GAP;
        let size = shrunk(SIZE, width(&series.label, SIZE), room);
        let entry = LegendEntry {
            fill: Fill::of_series(at),
            label: &series.label,
            size,
        };
        let wide = entry.width() + ENTRY_GAP;
        match lines.last_mut() {
            Some(line) if wide <= free => line.push(entry),
            _ => {
                lines.push(vec![entry]);
                free = WIDTH - 2.0 + ENTRY_GAP;
            }
        }
        free -= wide;
    }
    lines
}
