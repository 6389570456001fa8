//! Charts are read back from their SVG: what stands where, and what crosses what.

use proptest::prelude::*;

use super::metrics::{CAPITAL, width};
use super::svg::{Area, Point};
use super::{ChartSeries, Partial, Upright, bars, line, stacked};
use crate::numbers::grouped;

const FONT: &str = "Times New Roman, Liberation Serif";
const NOTE: &str = "tính đến ngày 20/9/2024";
const STANDINGS: [&str; 5] =
    ["Hoàn thành đúng hạn", "Hoàn thành chậm", "Đang thực hiện", "Chưa thực hiện", "Quá hạn"];
const CLUSTERS: [&str; 3] = [
    "Cụm thi đua các phòng, ban huyện",
    "Cụm thi đua các xã, thị trấn",
    "Cơ quan không thuộc cụm thi đua",
];
const LONG: &str = "Cụm thi đua các cơ quan tham mưu, giúp việc của Huyện ủy, Ủy ban Mặt trận Tổ \
                    quốc Việt Nam, các tổ chức chính trị – xã hội và lực lượng vũ trang huyện";

/// A text of a picture.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    at: Point,
    area: Area,
    is_rising: bool,
}

/// A shape of a picture, in the order of drawing.
#[derive(Debug)]
enum Shape {
    Word(Word),
    Fill(Area, String),
    Outline(Area),
    Line(Point, Point),
    Pattern,
    Circle(String),
}

/// A picture read back.
#[derive(Debug)]
struct Picture {
    size: Point,
    shapes: Vec<Shape>,
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn number(element: &str, name: &str) -> f64 {
    let value = attribute(element, name).unwrap_or_else(|| panic!("{name}: {element}"));
    value.parse().expect("a number")
}

fn rectangle(element: &str) -> Area {
    let [left, top, wide, high] =
        ["x", "y", "width", "height"].map(|name| number(element, name));
    Area { left, top, right: left + wide, bottom: top + high }
}

fn word(element: &str) -> Word {
    let (tag, text) = element.split_once('>').expect("the tag's end");
    let text = text.trim_end_matches("</text>").to_owned();
    let [x, y, size] = ["x", "y", "font-size"].map(|name| number(tag, name));
    let (wide, high) = (width(&text, size), size * CAPITAL);
    let before = match attribute(tag, "text-anchor") {
        Some("start") => 0.0,
        Some("middle") => wide / 2.0,
        _ => wide,
    };
    let is_rising = tag.contains("rotate(-90");
    let area = if is_rising {
        Area {
            left: x - high,
            top: y - wide + before,
            right: x,
            bottom: y + before,
        }
    } else {
        Area {
            left: x - before,
            top: y - high,
            right: x + wide - before,
            bottom: y,
        }
    };
    Word { text, at: (x, y), area, is_rising }
}

impl Picture {
    fn read(svg: &str) -> Self {
        let mut lines = svg.lines();
        let root = lines.next().expect("a root");
        let shape = |element: &str| {
            let kind = element.split([' ', '>']).next().expect("a name");
            Some(match kind {
                "<text" => Shape::Word(word(element)),
                "<rect" if element.contains("stroke=") => Shape::Outline(rectangle(element)),
                "<rect" => {
                    let fill = attribute(element, "fill").expect("a fill");
                    Shape::Fill(rectangle(element), fill.to_owned())
                }
                "<line" => {
                    let [x1, y1, x2, y2] =
                        ["x1", "y1", "x2", "y2"].map(|name| number(element, name));
                    Shape::Line((x1, y1), (x2, y2))
                }
                "<path" => Shape::Pattern,
                "<circle" => {
                    Shape::Circle(attribute(element, "fill").expect("a fill").to_owned())
                }
                "</svg" => return None,
                _ => panic!("{element}"),
            })
        };
        Self {
            size: (number(root, "width"), number(root, "height")),
            shapes: lines.filter_map(shape).collect(),
        }
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Word(word) => Some(word),
            _ => None,
        })
    }

    fn has(&self, text: &str) -> bool {
        self.words().any(|word| word.text == text)
    }

    /// The figures at bars and points, without the values and years along the axes, of which
    /// that on the left may have values.
    fn figures(&self, has_left: bool) -> Vec<String> {
        let is_number =
            |word: &&Word| word.text.chars().all(|c| c.is_ascii_digit() || c == '.');
        let numbers: Vec<&Word> = self.words().filter(is_number).collect();
        let lowest = numbers.iter().map(|word| word.at.1).fold(0.0, f64::max);
        let lying = numbers.iter().filter(|word| !word.is_rising);
        let leftmost = lying.map(|word| word.area.right).fold(f64::MAX, f64::min);
        let is_figure = |word: &&&Word| {
            word.at.1 < lowest && !(has_left && word.area.right < leftmost + 0.1)
        };
        let figures = numbers.iter().filter(is_figure).map(|word| word.text.clone());
        sorted(figures)
    }

    /// Whether every text can be read: within the picture, apart from all others, crossed by
    /// nothing, and on a ground that is light.
    #[track_caller]
    fn check(&self) {
        let words: Vec<&Word> = self.words().collect();
        let is_apart = |a: Area, b: Area| {
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
        };
        let holds = |outer: Area, inner: Area| {
            outer.left <= inner.left
                && outer.right >= inner.right
                && outer.top <= inner.top
                && outer.bottom >= inner.bottom
        };
        // Lengths are written to a hundredth.
        let page = Area {
            left: 0.0,
            top: 0.0,
            right: self.size.0,
            bottom: self.size.1,
        };
        for (at, word) in words.iter().enumerate() {
            let area = word.area.grown(-0.02);
            assert!(holds(page, area), "{word:?} leaves the picture");
            for other in &words[at + 1..] {
                assert!(is_apart(area, other.area), "{word:?} lies on {other:?}");
            }
            let mut is_legible = true;
            for (at, shape) in self.shapes.iter().enumerate() {
                match shape {
                    Shape::Line(from, to) => {
                        assert!(!area.is_touched(*from, *to), "{shape:?} crosses {word:?}");
                    }
                    Shape::Outline(outline) => {
                        let is_clear = is_apart(area, *outline) || holds(*outline, area);
                        assert!(is_clear, "{shape:?} crosses {word:?}");
                    }
                    Shape::Fill(fill, colour) if holds(*fill, area) => {
                        let has_pattern =
                            matches!(self.shapes.get(at + 1), Some(Shape::Pattern));
                        is_legible = colour != "#303030" && !has_pattern;
                    }
                    _ => {}
                }
            }
            assert!(is_legible, "{word:?} is on a pattern");
        }
        // The caption follows without a gap, and so does what is above.
        let bottom = words.iter().map(|word| word.area.bottom).fold(0.0, f64::max);
        let top = words.iter().map(|word| word.area.top).fold(f64::MAX, f64::min);
        assert!(self.size.1 - bottom < 3.0 && top < 16.0, "{top} {bottom}");
    }
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort();
    texts
}

fn years(count: usize) -> Vec<String> {
    (2025 - count..2025).map(|year| year.to_string()).collect()
}

fn upright<'a>(labels: &'a [String], values: &'a [u64], is_partial: bool) -> Upright<'a> {
    let partial = is_partial.then_some(Partial { label: "2024", note: NOTE });
    Upright {
        labels,
        values,
        x_title: "Năm",
        y_title: "Số lượt cá nhân",
        partial,
    }
}

fn series(rows: &[[u64; 5]]) -> Vec<ChartSeries> {
    let column = |(at, label): (usize, &&str)| ChartSeries {
        label: (*label).to_owned(),
        values: rows.iter().map(|row| row[at]).collect(),
    };
    STANDINGS.iter().enumerate().map(column).collect()
}

fn drawn(labels: &[&str], rows: &[[u64; 5]]) -> Picture {
    let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
    Picture::read(&stacked(FONT, &labels, &series(rows), "Số nhiệm vụ"))
}

fn check_upright(values: &[u64], is_partial: bool) {
    let labels = years(values.len());
    let chart = upright(&labels, values, is_partial);
    let expected = sorted(values.iter().map(|value| grouped(*value)));
    for svg in [bars(FONT, &chart), line(FONT, &chart)] {
        let picture = Picture::read(&svg);
        picture.check();
        assert_eq!(picture.figures(true), expected);
    }
}

fn check_stacked(labels: &[&str], rows: &[[u64; 5]]) {
    let picture = drawn(labels, rows);
    picture.check();
    let empty = rows.iter().filter(|row| row.iter().all(|value| *value == 0));
    let values = rows.iter().flatten().filter(|value| **value > 0);
    let expected = sorted(values.chain(empty.map(|_| &0)).map(|value| grouped(*value)));
    assert_eq!(picture.figures(false), expected);
}

#[test]
fn years_have_their_figures_and_titles() {
    for values in [
        &[187, 203, 198, 241, 260, 233, 190, 275, 301, 322, 150][..],
        &[0; 10],
        &[7],
        &[999_999_999],
        &[999_999_999, 1],
        &[999_999_999, 1, 999_999_999, 5, 123_456_789, 1, 2, 999_999_999, 888_888_888, 10, 3],
    ] {
        check_upright(values, false);
        check_upright(values, true);
    }
    let labels = years(2);
    let picture = Picture::read(&bars(FONT, &upright(&labels, &[1, 2], false)));
    for text in ["2023", "2024", "Năm", "Số lượt cá nhân"] {
        assert!(picture.has(text), "{text}");
    }
    // Nothing to draw is no reason to stop.
    let empty = upright(&[], &[], true);
    assert!(
        [bars(FONT, &empty), line(FONT, &empty)]
            .iter()
            .all(|svg| !svg.contains('*'))
    );
    assert!(drawn(&[], &[]).words().count() > 0);
}

#[test]
fn a_partial_year_is_marked() {
    let labels = years(3);
    let draw = |is_partial| {
        let chart = upright(&labels, &[3, 5, 2], is_partial);
        [bars(FONT, &chart), line(FONT, &chart)]
    };
    let [bars, line] = draw(true);
    for svg in [&bars, &line] {
        let picture = Picture::read(svg);
        assert!(
            picture.has("2024*")
                && picture.has("* tính đến ngày 20/9/2024")
                && !picture.has("2024")
        );
    }
    let patterns = |svg: &str| svg.matches("<path").count();
    let hollow = |svg: &str| {
        let shapes = Picture::read(svg).shapes;
        let is_hollow =
            |shape: &&Shape| matches!(shape, Shape::Circle(fill) if fill == "#ffffff");
        shapes.iter().filter(is_hollow).count()
    };
    let dashed = |svg: &str| svg.matches("dasharray").count();
    assert_eq!((patterns(&bars), hollow(&line), dashed(&line)), (1, 1, 1));
    let [bars, line] = draw(false);
    assert_eq!((patterns(&bars), hollow(&line), dashed(&line)), (0, 0, 0));
    assert!(!bars.contains('*') && !line.contains('*'));
}

#[test]
fn a_mark_for_another_year_and_a_long_note_do_no_harm() {
    let labels = years(11);
    let values = [1; 11];
    let mut chart = upright(&labels, &values, true);
    chart.partial = Some(Partial { label: "1999", note: NOTE });
    assert!(!bars(FONT, &chart).contains('*'));
    let note =
        format!("{NOTE}; chưa có số liệu của các đơn vị mới thành lập trong năm, và khác");
    chart.partial = Some(Partial { label: "2024", note: &note });
    let picture = Picture::read(&bars(FONT, &chart));
    picture.check();
    assert!(picture.has(&format!("* {note}")));
}

#[test]
fn every_part_has_its_figure() {
    check_stacked(&CLUSTERS, &[[52, 3, 11, 4, 2], [87, 12, 21, 9, 6], [12, 0, 1, 1, 0]]);
    check_stacked(&CLUSTERS[..1], &[[1; 5]]);
    check_stacked(&CLUSTERS, &[[0; 5]; 3]);
    check_stacked(&CLUSTERS[..2], &[[999_999_999, 1, 1, 1, 1], [1; 5]]);
    check_stacked(&CLUSTERS[..2], &[[999_999_999; 5], [1_999_999; 5]]);
    let eight = [LONG, "Cụm 2", LONG, LONG, "Cụm 5", "Cụm 6", "Cụm 7", "Cụm 8"];
    check_stacked(&eight, &[[1, 2, 3, 4, 5]; 8]);
}

#[test]
fn the_legend_names_the_series_that_have_values() {
    let picture = drawn(&CLUSTERS[..2], &[[5, 0, 3, 0, 0], [2, 0, 0, 0, 0]]);
    let named: Vec<bool> = STANDINGS.iter().map(|name| picture.has(name)).collect();
    assert_eq!(named, [true, false, true, false, false]);
    assert!(picture.has("Số nhiệm vụ"));
    let none = drawn(&CLUSTERS[..1], &[[0; 5]]);
    assert!(STANDINGS.iter().all(|name| !none.has(name)));
}

#[test]
fn a_long_label_stays_whole_and_leaves_room() {
    let picture = drawn(&[LONG], &[[5, 0, 3, 0, 0]]);
    let texts = picture.words().map(|word| word.text.as_str());
    let lines: Vec<&str> = texts
        .filter(|text| text.contains(' ') && LONG.contains(text))
        .collect();
    assert_eq!(lines.join(" "), LONG);
    let bar = picture.shapes.iter().find_map(|shape| match shape {
        Shape::Line(from, to) if from.0 == to.0 => Some(from.0),
        _ => None,
    });
    assert!(bar.is_some_and(|left| left < 0.4 * picture.size.0), "{bar:?}");
}

#[test]
fn a_chart_is_the_same_every_time() {
    let labels = years(2);
    let draw = || {
        let chart = upright(&labels, &[3, 5], true);
        let stacked = stacked(FONT, &labels, &series(&[[1; 5]; 2]), "x");
        [bars(FONT, &chart), line(FONT, &chart), stacked]
    };
    assert_eq!(draw(), draw());
    assert!(
        draw()
            .iter()
            .all(|svg| !svg.contains(" id=") && !svg.contains("opacity"))
    );
}

/// Counts of all sizes: zero and small ones are as likely as large ones.
fn count() -> impl Strategy<Value = u64> {
    (0_u32..=9, 0_u64..1_000_000_000).prop_map(|(digits, count)| count % 10_u64.pow(digits))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn years_can_be_read(values in prop::collection::vec(count(), 1..=11), partial: bool) {
        check_upright(&values, partial);
    }

    #[test]
    fn bars_of_parts_can_be_read(rows in prop::collection::vec([(); 5].map(|()| count()), 1..=8)) {
        let labels: Vec<&str> = [CLUSTERS[0], LONG].into_iter().cycle().take(rows.len()).collect();
        check_stacked(&labels, &rows);
    }
}
