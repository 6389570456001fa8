//! Charts of counts, as SVG in the document's font.
//!
//! One unit of the picture is one point of the page, so that sizes of type are those of print.
//! Papers are copied in black and white, and a chart is read beside its table: nothing depends on
//! colour, every value stands in digits, and no line crosses them. That decides where everything
//! else goes, which is why the shapes are placed here and not by a plotting library.

mod axis;
mod fill;
mod metrics;
mod stacked;
mod svg;
#[cfg(test)]
mod tests;
mod upright;

pub(crate) use stacked::{MOST_BARS, stacked};
pub(crate) use upright::{bars, line};

/// Size of labels and titles; that of figures is a point less.
const LABEL_SIZE: f64 = 11.0;

/// One of several kinds of things counted, stacked in each bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartSeries {
    /// What is counted, for the legend.
    pub label: String,
    /// How many, for each label of the chart.
    pub values: Vec<u64>,
}

/// Counts by year or the like, for upright bars or a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Upright<'a> {
    /// What stands below each bar or point.
    pub labels: &'a [String],
    /// How many, for each label.
    pub values: &'a [u64],
    /// What the labels are, "Năm".
    pub x_title: &'a str,
    /// What is counted.
    pub y_title: &'a str,
    /// The label that is not over yet, if there is one.
    pub partial: Option<Partial<'a>>,
}

/// A label whose count is going to grow. It has a star, and its bar or point looks unfinished.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Partial<'a> {
    /// One of the labels; another one has no effect.
    pub label: &'a str,
    /// What the star means: "tính đến ngày 20/9/2024".
    pub note: &'a str,
}

impl Partial<'_> {
    /// The note as it is printed, after its star.
    fn words(&self) -> String {
        format!("* {}", self.note)
    }
}
