//! Charts of counts, as SVG in the document's font.
//!
//! Drawn by kuva; this module alone knows it. One unit of the picture is one point of the page,
//! so that sizes of type are those of print. Nothing depends on colour: papers are copied in black
//! and white, so bars of several series differ by pattern, and every value stands in digits.

use std::sync::Arc;

use kuva::plot::{BarPlot, LinePlot, ScatterPlot};
use kuva::prelude::TextAnnotation;
use kuva::render::layout::{Layout, TickFormat};
use kuva::render::plots::Plot;
use kuva::render::theme::Theme;

use crate::numbers::grouped;

/// Width of an upright chart, points: that of the text on upright A4 with the decree's margins.
const WIDTH: f64 = 454.0;
/// Width of a chart of lying bars, points: almost that of the text on lying A4.
const LYING_WIDTH: f64 = 640.0;
/// Height of a chart with upright bars or a line, points.
const HEIGHT: f64 = 160.0;
/// Height of one row of lying bars, and of legend and axis beside them, points.
const ROW_HEIGHT: f64 = 36.0;
/// Room above lying bars, points.
const TOP: f64 = 16.0;
/// Room for the axis below lying bars, and for each line of the legend below it, points.
const AXIS_HEIGHT: f64 = 36.0;
/// Height of a line of the legend, points.
const LEGEND_LINE: f64 = 17.0;
/// Size of type, points.
const SIZE: u32 = 11;
/// Size of the values on bars and points, points.
const VALUE_SIZE: u32 = 10;
/// How much higher than the highest value the axis goes, for the digits above it.
const HEADROOM: f64 = 1.15;
/// How wide a digit is, points: values without room in their bar are left to the table.
const DIGIT_WIDTH: f64 = 5.5;
/// How much room a value needs besides its digits, points, so that two do not read as one.
const VALUE_GAP: f64 = 5.0;
/// Below this the axis has a mark at every number.
const FEW: u64 = 6;
/// The grey of bars: light enough for no text on it, dark enough beside white paper in a copy.
const GREY: &str = "#9a9a9a";
/// The black of lines and points.
const BLACK: &str = "#1a1a1a";

/// One of several kinds of things counted, stacked in each bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What is counted, for the legend.
    pub label: String,
    /// How many, for each label of the chart.
    pub values: Vec<u64>,
}

/// Upright bars, one for each label.
pub fn bars(font: &str, labels: &[String], values: &[u64], axis: &str) -> String {
    let bars = labels
        .iter()
        .zip(values)
        .fold(BarPlot::new().with_width(0.6), |bars, (label, value)| {
            bars.with_colored_bar(label.as_str(), number(*value), GREY)
        });
    let plots = vec![Plot::Bar(bars)];
    let layout = upright(layout(&plots, font, [WIDTH, HEIGHT]), values, axis);
    drawn(plots, layout)
}

/// A line through a point for each label.
pub fn line(font: &str, labels: &[String], values: &[u64], axis: &str) -> String {
    let points: Vec<(f64, f64)> = (1_u32..)
        .zip(values)
        .map(|(at, value)| (f64::from(at), number(*value)))
        .collect();
    let line = LinePlot::new()
        .with_data(points.clone())
        .with_color(BLACK)
        .with_stroke_width(1.2);
    let points = ScatterPlot::new().with_data(points).with_color(BLACK).with_size(3.0);
    let plots = vec![Plot::Line(line), Plot::Scatter(points)];
    let last = f64::from(u32::try_from(labels.len()).unwrap_or(u32::MAX));
    let layout = layout(&plots, font, [WIDTH, HEIGHT])
        .with_x_categories(labels.to_vec())
        .with_x_axis_min(0.5)
        .with_x_axis_max(last + 0.5);
    drawn(plots, upright(layout, values, axis))
}

/// Lying bars, one for each label, made of the series one after another.
pub fn stacked(font: &str, labels: &[String], series: &[Series]) -> String {
    let rows = labels.len();
    let value = |series: &Series, row: usize| series.values.get(row).copied().unwrap_or(0);
    // kuva counts rows from below.
    let groups = labels.iter().enumerate().rev();
    let bars = groups.fold(BarPlot::new(), |bars, (row, label)| {
        let parts: Vec<_> = series
            .iter()
            .map(|series| (number(value(series, row)), GREY))
            .collect();
        bars.with_group(label.as_str(), parts)
    });
    let legend = series.iter().map(|series| series.label.as_str()).collect();
    let bars = bars
        .with_width(0.45)
        .with_legend(legend)
        .with_stacked()
        .with_horizontal(true);
    let plots = vec![Plot::Bar(bars)];
    let bottom = AXIS_HEIGHT + LEGEND_LINE * number(series.len() as u64);
    let height = TOP + ROW_HEIGHT * number(rows as u64) + bottom;
    let mut layout = layout(&plots, font, [LYING_WIDTH, height])
        .with_bw_mode()
        .with_legend_at(0.0, height - bottom + AXIS_HEIGHT)
        .with_legend_box(false)
        .with_force_margins_y(TOP, bottom)
        .with_x_axis_min(0.0)
        .with_x_tick_format(digits());
    let longest = (0..rows)
        .map(|row| series.iter().map(|series| value(series, row)).sum::<u64>())
        .max()
        .unwrap_or(0);
    for row in 0..rows {
        let from_below = number((rows - row) as u64);
        let mut before = 0;
        for part in series.iter().map(|series| value(series, row)) {
            let text = grouped(part);
            // Labels and the axis beyond the longest bar take about half of the width.
            let room = number(part) / number(longest.max(1)) * LYING_WIDTH / 2.0;
            if room > DIGIT_WIDTH * number(text.len() as u64) + VALUE_GAP {
                let middle = number(before) + number(part) / 2.0;
                let label = TextAnnotation::new(text, middle, from_below + 0.1);
                layout = layout.with_annotation(label.with_font_size(VALUE_SIZE));
            }
            before += part;
        }
    }
    drawn(plots, layout)
}

/// Draws a chart, the same one every time: kuva numbers its clips through the whole run of the
/// program, in whichever order documents are made.
fn drawn(plots: Vec<Plot>, layout: Layout) -> String {
    const CLIP: &str = "kuva-clip-";
    let svg = kuva::render_to_svg(plots, layout);
    let mut parts = svg.split(CLIP);
    let mut same = parts.next().unwrap_or_default().to_owned();
    let mut ids: Vec<&str> = Vec::new();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let (id, rest) = part.split_at(end);
        let at = ids.iter().position(|known| *known == id).unwrap_or_else(|| {
            ids.push(id);
            ids.len() - 1
        });
        same.push_str(&format!("clip-{at}{rest}"));
    }
    same
}

/// What all charts share.
fn layout(plots: &[Plot], font: &str, [width, height]: [f64; 2]) -> Layout {
    Layout::auto_from_plots(plots)
        .with_width(width)
        .with_height(height)
        .with_font_family(font)
        .with_theme(Theme { background: "none".to_owned(), ..Theme::light() })
        .with_tick_size(SIZE)
        .with_label_size(SIZE)
        .with_body_size(SIZE)
        .with_axis_line_width(0.6)
        .with_tick_width(0.6)
        .with_grid_line_width(0.3)
}

/// What charts with an upright axis of values share: the axis from zero, its label, and each
/// value above its bar or point.
fn upright(layout: Layout, values: &[u64], axis: &str) -> Layout {
    let highest = values.iter().copied().max().unwrap_or(0).max(1);
    let layout = layout
        .with_y_label(axis)
        .with_y_axis_min(0.0)
        .with_y_axis_max(number(highest) * HEADROOM)
        .with_y_tick_format(digits());
    // Nothing lies between one and two.
    let layout = if highest < FEW { layout.with_y_tick_step(1.0) } else { layout };
    (1_u32..).zip(values).fold(layout, |layout, (at, value)| {
        let label = TextAnnotation::new(grouped(*value), f64::from(at), number(*value));
        layout.with_annotation(label.with_font_size(VALUE_SIZE))
    })
}

/// Values on an axis as papers write them; between whole numbers there is nothing to count.
fn digits() -> TickFormat {
    TickFormat::Custom(Arc::new(|value: f64| {
        let whole = value.round();
        if (value - whole).abs() > 1e-9 || whole < 0.0 {
            String::new()
        } else {
            grouped(whole as u64)
        }
    }))
}

/// A count for drawing, where a rounding of what exceeds 2^53 cannot be seen.
fn number(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_the_same_every_time() {
        let labels = ["2023".to_owned(), "2024".to_owned()];
        let draw = || line("Liberation Serif", &labels, &[3, 5], "phong trào");
        let series = [Series { label: "a".to_owned(), values: vec![1, 2] }];
        let stack = || stacked("Liberation Serif", &labels, &series);
        assert_eq!((draw(), stack()), (draw(), stack()));
        assert!(draw().contains("clip-0") && !draw().contains("kuva-clip"));
    }
}
