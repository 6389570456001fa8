//! What a template can do with a value: print it, `| typst`, `| runs`, and little else.
//!
//! `| number` and `| words` write a count in digits and in words. Those that draw counts stand in `chart_filters`.

use std::fmt::{self, Write};
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State};

use super::chart_filters as charts;
use super::escape::literal;
use super::kept;
use super::key_names::name_of;
use super::marks::{self, Looks};
use crate::diag::{Place, TextPlace};
use crate::numbers::{Zero, grouped, in_words};
use crate::papers::{Inline, Text, within_sentence};

/// A [`Text`] as a value, printed with its styles; `| runs` ends it otherwise.
#[derive(Debug)]
pub(super) struct RichText(pub(super) Text);

impl Object for RichText {
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.letters())
    }

    /// `{% if paper.closing %}` asks whether there is one, as of a line.
    fn is_true(self: &Arc<Self>) -> bool {
        true
    }
}

/// A line of the data, printed as it is. It knows where it stands; a string would not.
#[derive(Debug)]
pub(super) struct PlacedLine {
    pub(super) letters: String,
    pub(super) place: Place,
}

impl PlacedLine {
    fn marked(&self) -> String {
        let place = TextPlace { place: self.place.clone(), named: None };
        marks::letters(&self.letters, Looks::default(), Some(&place))
    }
}

impl Object for PlacedLine {
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.letters)
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.letters.is_empty()
    }
}

/// A length with its unit. `| typst` writes it as a Typst length.
#[derive(Debug)]
pub(super) struct Length {
    pub(super) value: f64,
    pub(super) unit: &'static str,
}

impl Object for Length {
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.value, self.unit)
    }
}

/// Registers the filters and takes away those that would go round the escape.
pub(super) fn register(environment: &mut Environment<'_>) {
    for unsafe_filter in ["safe", "escape", "e", "tojson", "urlencode"] {
        environment.remove_filter(unsafe_filter);
    }
    environment.add_filter("typst", typst);
    environment.add_filter("runs", runs);
    environment.add_filter("sentence", sentence);
    environment.add_filter("lower_first", lowered);
    environment.add_filter("title", title);
    environment.add_filter("number", number);
    environment.add_filter("words", words);
    environment.add_filter("roman", roman);
    environment.add_function("blank", blank);
    environment.add_function("given", given);
    charts::register(environment);
    environment.set_formatter(format);
}

/// Prints a value in a template's markup. The only way for a value into the result.
fn format(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    let written = if value.is_safe() {
        out.write_str(value.as_str().unwrap_or_default())
    } else if let Some(RichText(text)) = value.downcast_object_ref::<RichText>() {
        out.write_str(&inlines(text, state))
    } else if let Some(line) = value.downcast_object_ref::<PlacedLine>() {
        out.write_str(&line.marked())
    } else {
        match value.kind() {
            ValueKind::String => out.write_str(&plain(value.as_str().unwrap_or_default())),
            ValueKind::Number => out.write_str(&plain(&value.to_string())),
            kind => return Err(unprintable(value, kind)),
        }
    };
    written.map_err(|error| Error::new(ErrorKind::WriteFailure, "").with_source(error))
}

/// Letters without a style, marked as a value.
fn plain(text: &str) -> String {
    marks::letters(text, Looks::default(), None)
}

/// `{% filter sentence %}`: prose with values in it, as one text.
fn sentence(text: &str) -> Result<Value, Error> {
    marks::prose(text).map(Value::from_safe_string)
}

/// A value that has no obvious look: the template must say what it means.
fn unprintable(value: &Value, kind: ValueKind) -> Error {
    if value.is_undefined() {
        return Error::from(ErrorKind::UndefinedError);
    }
    let detail = format!(
        "a bare {kind} cannot be printed; use `| typst` in code, or say what it means"
    );
    Error::new(ErrorKind::InvalidOperation, detail)
}

/// `| typst`: any value as a literal, for code position.
fn typst(value: &Value) -> Result<Value, Error> {
    let mut out = String::new();
    write_literal(value, &mut out)?;
    Ok(Value::from_safe_string(out))
}

fn write_literal(value: &Value, out: &mut String) -> Result<(), Error> {
    if let Some(length) = value.downcast_object_ref::<Length>() {
        let _ = write!(out, "{}{}", length.value, length.unit);
        return Ok(());
    }
    if let Some(line) = value.downcast_object_ref::<PlacedLine>() {
        out.push_str(&literal(&line.letters));
        return Ok(());
    }
    if value.downcast_object_ref::<RichText>().is_some() {
        return Err(unprintable(value, value.kind()));
    }
    match value.kind() {
        ValueKind::None => out.push_str("none"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number => out.push_str(&value.to_string()),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            out.push_str(&literal(&marks::letters_of(value, text)?));
        }
        ValueKind::Seq | ValueKind::Iterable => {
            out.push('(');
            for item in value.try_iter()? {
                write_literal(&item, out)?;
                out.push_str(", ");
            }
            out.push(')');
        }
        ValueKind::Map => {
            // `(:)` is the empty dictionary; `()` would be an array.
            out.push_str("(:");
            let mut entries = String::new();
            for key in value.try_iter()? {
                write_literal(&Value::from(key.to_string()), &mut entries)?;
                entries.push_str(": ");
                write_literal(&value.get_item(&key)?, &mut entries)?;
                entries.push_str(", ");
            }
            if !entries.is_empty() {
                out.truncate(out.len() - 1);
                out.push_str(&entries);
            }
            out.push(')');
        }
        kind => return Err(unprintable(value, kind)),
    }
    Ok(())
}

/// `| runs`: a text with its bold and italic parts, for markup position. `end` replaces its end
/// mark: `| runs(end="./.")`.
fn runs(state: &State<'_, '_>, value: &Value, options: Kwargs) -> Result<Value, Error> {
    let end: Option<String> = options.get("end")?;
    let lower: Option<bool> = options.get("lower")?;
    options.assert_all_used()?;
    let Some(RichText(text)) = value.downcast_object_ref::<RichText>() else {
        let detail = format!("`runs` is for texts of the data, this is a {}", value.kind());
        return Err(Error::new(ErrorKind::InvalidOperation, detail));
    };
    let text = match end {
        Some(end) => &text.ending_with(&end),
        None => text,
    };
    let lowered = lower.unwrap_or(false).then(|| text.starting_with(lower_first));
    let text = lowered.as_ref().unwrap_or(text);
    Ok(Value::from_safe_string(inlines(text, state)))
}

/// A text with its styles.
fn inlines(text: &Text, state: &State<'_, '_>) -> String {
    let parts = text.inlines().iter();
    parts.map(|part| inline(part, text.place(), state)).collect()
}

fn inline(inline: &Inline, place: Option<&TextPlace>, state: &State<'_, '_>) -> String {
    match inline {
        Inline::Run { text, bold, italic, in_question } => {
            let looks = Looks { bold: *bold, italic: *italic, asked: *in_question };
            marks::letters(text, looks, place)
        }
        Inline::Blank(key) => marks::blank(&name_of(key, state)),
    }
}

/// `blank(key)`: what a draft shows in the place of a key that it lacks.
fn blank(state: &State<'_, '_>, key: &str) -> Value {
    Value::from_safe_string(marks::blank(&name_of(key, state)))
}

/// `given(value, what)`: a value, or room for a person to write it in: a "number", a "day".
fn given(value: Value, what: &str) -> Value {
    if value.is_none() { Value::from_safe_string(marks::gap(what)) } else { value }
}

/// `| lower_first`: a title as it stands within a sentence ("Công tác …" → "công tác …").
fn lowered(value: Value) -> Value {
    if let Some(RichText(text)) = value.downcast_object_ref::<RichText>() {
        return Value::from_object(RichText(text.starting_with(lower_first)));
    }
    match value.downcast_object_ref::<PlacedLine>() {
        Some(PlacedLine { letters, place }) => Value::from_object(PlacedLine {
            letters: lower_first(letters),
            place: place.clone(),
        }),
        None => lower_first(&value.to_string()).into(),
    }
}

fn lower_first(text: &str) -> String {
    within_sentence(text).into_owned()
}

/// `| title`: a title for code position, with hard spaces where it is not to be broken.
fn title(value: &Value) -> Result<Value, Error> {
    let joined = |line: &Value| -> Result<Value, Error> {
        let text = line.to_string();
        Ok(kept::joined(&marks::letters_of(line, &text)?, kept::Kind::Title).into())
    };
    match value.kind() {
        ValueKind::None => typst(value),
        ValueKind::Seq | ValueKind::Iterable => {
            let lines: Result<Vec<Value>, Error> =
                value.try_iter()?.map(|line| joined(&line)).collect();
            typst(&lines?.into())
        }
        ValueKind::String | ValueKind::Plain => typst(&joined(value)?),
        kind => Err(unprintable(value, kind)),
    }
}

/// `| number`: a count as papers write it, `1.234`. A blank stays one.
fn number(count: Value) -> Result<Value, Error> {
    counted(count, grouped)
}

/// `| words`: a count in words. A blank stays one.
fn words(count: Value) -> Result<Value, Error> {
    counted(count, |count| in_words(count, Zero::default()))
}

/// `| roman`: a count in Roman digits.
fn roman(count: usize) -> String {
    crate::numbers::roman(count)
}

fn counted(count: Value, say: impl Fn(u64) -> String) -> Result<Value, Error> {
    if count.downcast_object_ref::<RichText>().is_some() {
        return Ok(count);
    }
    u64::try_from(count).map(|count| say(count).into())
}

/// What a letter is about, after "V/v": a subject that says so itself says it once.
pub(super) fn matter(subject: &str) -> String {
    let prefixes = ["V/v ", "v/v ", "Về việc ", "về việc "];
    let rest = prefixes.iter().find_map(|prefix| subject.strip_prefix(prefix));
    lower_first(rest.unwrap_or(subject))
}

#[cfg(test)]
pub(super) mod tests {
    use minijinja::context;

    use super::super::markup::Markup;
    use super::*;

    pub(in super::super) fn render(template: &str) -> Result<String, String> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        register(&mut environment);
        let text = Text::parse("trước **15/01** *qua*");
        let context = context! {
            s => "a #b *c* \"d\"",
            n => 7,
            nothing => Value::from(()),
            yes => true,
            list => ["x", "y"],
            text => Value::from_object(RichText(text)),
            size => Value::from_object(Length { value: 12.7, unit: "mm" }),
            map => context! { b => 1, a => "z" },
        };
        environment
            .render_str(template, context)
            .map(|marked| Markup::of(&marked).text)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn values_are_printed_as_strings() {
        assert_eq!(render("{{ s }}").as_deref(), Ok(r##"#"a #b *c* \"d\"";"##));
        assert_eq!(render("{{ n }}").as_deref(), Ok("#\"7\";"));
        assert_eq!(render("{{ s ~ n }}").as_deref(), Ok(r##"#"a #b *c* \"d\"7";"##));
        assert_eq!(
            render("{{ text | runs(end='!') }}").as_deref(),
            Ok("#\"trước \";#strong[#whole[#\"15/01\";];];#\" \";#emph[#\"qua\";];#\"!\";")
        );
        assert_eq!(render("{{ 'Công tác' | lower_first }}").as_deref(), Ok("#\"công tác\";"));
        assert_eq!(render("{{ 'UBND' | lower_first }}").as_deref(), Ok("#\"UBND\";"));
    }

    #[test]
    fn literals_are_typst() {
        assert_eq!(render("{{ list | typst }}").as_deref(), Ok("(\"x\", \"y\", )"));
        assert_eq!(render("{{ map | typst }}").as_deref(), Ok("(\"b\": 1, \"a\": \"z\", )"));
        assert_eq!(render("{{ {} | typst }}").as_deref(), Ok("(:)"));
        assert_eq!(
            render("{{ nothing | typst }} {{ yes | typst }}").as_deref(),
            Ok("none true")
        );
        assert_eq!(render("{{ size | typst }}").as_deref(), Ok("12.7mm"));
    }

    #[test]
    fn what_says_nothing_is_refused() {
        for template in [
            "{{ nothing }}",
            "{{ yes }}",
            "{{ list }}",
            "{{ text | typst }}",
            "{{ size }}",
            "{{ unknown }}",
            "{{ s | safe }}",
            "{{ s | runs }}",
            "{{ map.c }}",
        ] {
            assert!(render(template).is_err(), "{template}: {:?}", render(template));
        }
    }

    #[test]
    fn no_switch_turns_the_escape_off() {
        assert_eq!(
            render("{% autoescape false %}{{ s }}{% endautoescape %}").as_deref(),
            Ok(r##"#"a #b *c* \"d\"";"##)
        );
        assert_eq!(
            render("{% autoescape true %}{{ [s] | join(',') }}{% endautoescape %}").as_deref(),
            render("{{ s }}").as_deref()
        );
    }
}
