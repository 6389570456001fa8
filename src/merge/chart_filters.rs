//! What a template can do with counts: draw them, as the text of an SVG.

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind};

use super::marks::letters_of;
use crate::charts;

/// Registers the functions that draw.
pub(super) fn register(environment: &mut Environment<'_>) {
    environment.add_filter("chart_parts", chart_parts);
    environment.add_function("bar_chart", bar_chart);
    environment.add_function("line_chart", line_chart);
    environment.add_function("stacked_chart", stacked_chart);
}

/// `| chart_parts`: rows in parts, each for a chart of its own that fits on a page.
fn chart_parts(rows: Vec<Value>) -> Value {
    rows.chunks(charts::MOST_BARS)
        .map(|part| Value::from(part.to_vec()))
        .collect()
}

/// `bar_chart(fonts, labels, values, x_title=…, y_title=…, partial=none)`: upright bars. See
/// [`upright`].
fn bar_chart(
    fonts: Vec<String>,
    labels: Vec<String>,
    values: Vec<u64>,
    options: Kwargs,
) -> Result<String, Error> {
    upright(charts::bars, &fonts, &labels, &values, &options)
}

/// `line_chart(fonts, labels, values, x_title=…, y_title=…, partial=none)`: a line. See
/// [`upright`].
fn line_chart(
    fonts: Vec<String>,
    labels: Vec<String>,
    values: Vec<u64>,
    options: Kwargs,
) -> Result<String, Error> {
    upright(charts::line, &fonts, &labels, &values, &options)
}

/// A chart of values by year. With `partial`, the label of a year that is not over, its value is
/// marked and `note` says what the mark means; with `partial=none` nothing is.
fn upright(
    draw: impl Fn(&str, &charts::Upright<'_>) -> String,
    fonts: &[String],
    labels: &[String],
    values: &[u64],
    options: &Kwargs,
) -> Result<String, Error> {
    let (x_title, y_title) = (options.get("x_title")?, options.get("y_title")?);
    let (partial, note): (Option<&str>, Option<Value>) =
        (options.get("partial")?, options.get("note")?);
    options.assert_all_used()?;
    let words = note.as_ref().map(ToString::to_string);
    let note = match (&note, &words) {
        (Some(note), Some(words)) => Some(letters_of(note, words)?),
        _ => None,
    };
    let partial = match (partial, note.as_deref()) {
        (Some(label), Some(note)) => Some(charts::Partial { label, note }),
        (Some(_), None) => {
            let detail = "`partial` needs a `note` that says up to when";
            return Err(Error::new(ErrorKind::MissingArgument, detail));
        }
        (None, _) => None,
    };
    let chart = charts::Upright { labels, values, x_title, y_title, partial };
    Ok(draw(&family(fonts), &chart))
}

/// `stacked_chart(fonts, labels, series, axis_title)`: lying bars of several series, each with
/// `label` and `values`, and the title of the axis of values.
fn stacked_chart(
    fonts: Vec<String>,
    labels: Vec<String>,
    series: Vec<Value>,
    axis_title: String,
) -> Result<String, Error> {
    let read = |series: &Value| -> Result<charts::ChartSeries, Error> {
        let values = series.get_attr("values")?;
        let values: Result<_, Error> = values.try_iter()?.map(u64::try_from).collect();
        Ok(charts::ChartSeries {
            label: series.get_attr("label")?.to_string(),
            values: values?,
        })
    };
    let series: Vec<charts::ChartSeries> =
        series.iter().map(read).collect::<Result<_, _>>()?;
    Ok(charts::stacked(&family(&fonts), &labels, &series, &axis_title))
}

/// The families as SVG names them.
fn family(fonts: &[String]) -> String {
    fonts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::filters::tests::render;

    #[test]
    fn charts_have_their_titles_and_marks() {
        let chart = |rest: &str| {
            let start = "(list, ['2023', '2024'], [3, n], x_title='Năm', y_title='lượt'";
            ["bar", "line"]
                .map(|kind| render(&format!("{{{{ {kind}_chart{start}{rest}) | typst }}}}")))
        };
        for svg in chart(", partial='2024', note='nay'") {
            let svg = svg.expect("a chart");
            for text in ["Năm", "lượt", "2024*", "* nay"] {
                assert!(svg.contains(text), "{text}: {svg}");
            }
        }
        for svg in chart(", partial=none, note='nay'").into_iter().chain(chart("")) {
            assert!(svg.is_ok_and(|svg| !svg.contains('*')));
        }
        for wrong in [", title='x'", ", partial='2024'"] {
            assert!(chart(wrong).iter().all(Result::is_err), "{wrong}");
        }
        assert!(render("{{ line_chart(list, list, [1, 2], x_title='Năm') }}").is_err());
        let series =
            "[{'label': 'xong', 'values': [1, 2]}, {'label': 'chưa', 'values': [0, 0]}]";
        let svg =
            render(&format!("{{{{ stacked_chart(list, list, {series}, 'số') | typst }}}}"));
        let svg = svg.expect("a chart");
        assert!(svg.contains("xong") && svg.contains("số") && !svg.contains("chưa"), "{svg}");
    }
}
