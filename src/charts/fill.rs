//! Patterns that stay different from each other in a copy of a copy, and when small.

use super::svg::{Area, Point, Stroke, Svg, THIN, WHITE};

/// What bars are filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// A grey on which text can stand.
    Grey,
    /// Lines that rise to the right.
    Hatch,
    /// Nothing.
    White,
    /// Black dots on white.
    Dots,
    /// Almost black.
    Dark,
    /// Lines that lie.
    Lying,
    /// Lines that rise to the right and to the left.
    Crossed,
}

/// The fills of series, in their order. A bad copy may turn grey into white, but hardly any chart
/// has so many series that it has both.
const OF_SERIES: [Fill; 7] =
    [Fill::Grey, Fill::Hatch, Fill::Lying, Fill::Dots, Fill::Dark, Fill::Crossed, Fill::White];

/// From one line or row of dots to the next.
const STEP: f64 = 4.0;
/// The side of a dot.
const DOT: f64 = 1.5;
/// The lines of patterns.
const HATCH: Stroke = Stroke { width: 0.7, ..THIN };

impl Fill {
    /// That of a series, the same whichever other series have values.
    pub(super) fn of_series(at: usize) -> Self {
        OF_SERIES[at % OF_SERIES.len()]
    }

    /// Whether a figure on it needs a white box.
    pub(super) fn needs_box(self) -> bool {
        !matches!(self, Self::Grey | Self::White)
    }

    /// Fills a rectangle and draws its outline.
    pub(super) fn draw(self, svg: &mut Svg, area: Area) {
        let ground = match self {
            Self::Grey => "#b0b0b0",
            Self::Dark => "#303030",
            Self::Hatch | Self::White | Self::Dots | Self::Lying | Self::Crossed => WHITE,
        };
        svg.fill(area, ground);
        match self {
            Self::Grey | Self::White | Self::Dark => {}
            Self::Hatch => svg.lines(&rising(area), HATCH),
            Self::Dots => svg.squares(&dots(area), DOT),
            Self::Lying => svg.lines(&lying(area), HATCH),
            Self::Crossed => {
                svg.lines(&rising(area), HATCH);
                svg.lines(&falling(area), HATCH);
            }
        }
        svg.outline(area, THIN);
    }
}

/// Numbers from the first up to the last, a step apart.
fn steps(first: f64, last: f64, step: f64) -> impl Iterator<Item = f64> {
    (0_u32..)
        .map(move |at| first + step * f64::from(at))
        .take_while(move |number| *number < last)
}

/// Lines that rise to the right: on each, the way from the left and that from the top have the
/// same sum.
fn rising(area: Area) -> Vec<(Point, Point)> {
    let Area { left, top, right, bottom } = area;
    let step = STEP * std::f64::consts::SQRT_2;
    steps(left + top + step / 2.0, right + bottom, step)
        .map(|sum| {
            let low = left.max(sum - bottom);
            let high = right.min(sum - top);
            ((low, sum - low), (high, sum - high))
        })
        .collect()
}

/// Lines that rise to the left: those that rise to the right, seen in a mirror.
fn falling(area: Area) -> Vec<(Point, Point)> {
    let mirror = |(x, y): Point| (area.left + area.right - x, y);
    let rising = rising(area).into_iter();
    rising.map(|(from, to)| (mirror(from), mirror(to))).collect()
}

fn lying(area: Area) -> Vec<(Point, Point)> {
    steps(area.top + STEP / 2.0, area.bottom, STEP)
        .map(|y| ((area.left, y), (area.right, y)))
        .collect()
}

/// Dots in rows that are out of step. The narrowest bar has a column of them.
fn dots(area: Area) -> Vec<Point> {
    let half = STEP / 2.0;
    let first = area.left + (half - DOT).min((area.width() - DOT) / 2.0).max(0.0);
    let mut dots = Vec::new();
    for (row, y) in (0_u32..).zip(steps(area.top + 1.0, area.bottom - DOT, half)) {
        let start = first + half * f64::from(row % 2);
        dots.extend(steps(start, area.right - DOT, STEP).map(|x| (x, y)));
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { left: 10.0, top: 20.0, right: 53.0, bottom: 36.0 };

    #[test]
    fn patterns_stay_within_their_bar() {
        let lines = [rising(AREA), falling(AREA), lying(AREA)].concat();
        let corners = dots(AREA).into_iter().map(|(x, y)| ((x, y), (x + DOT, y + DOT)));
        let around = AREA.grown(1e-9);
        for (x, y) in lines.into_iter().chain(corners).flat_map(|(from, to)| [from, to]) {
            assert!((around.left..around.right).contains(&x), "{x}");
            assert!((around.top..around.bottom).contains(&y), "{y}");
        }
    }

    #[test]
    fn narrow_bars_have_their_pattern() {
        let narrow = Area { right: 12.0, ..AREA };
        assert!(rising(narrow).len() >= 2 && dots(narrow).len() >= 3);
    }
}
