//! The values of keys of a form, each read by its type.
//!
//! In go the map and the keys; out come [`FormValue`]s, or none when what is wrong was told. The match is
//! exhaustive: a new type does not compile until it has its reader.

use std::collections::BTreeMap;

use super::clauses::clauses;
use super::fetched::Recipient;
use super::fitting::are_in_order;
use super::lacking::{absent, blank, citations};
use super::named::{agency, award, citation, cited_in_full, document_type};
use super::named_files::awaits_file;
use super::reward::reward;
use super::table_rows::{names_table, table_rows, titles_of};
use super::tasks::{TasksOf, tasks};
use super::text_at::text_at;
use crate::calendar::{Date, Moment, ParseDateError};
use crate::diag::{Code, Diagnostic};
use crate::form::{Key, KeyType, Need};
use crate::papers::{Criterion, FormValue, Stage, Text, Values};
use crate::values::{Context, date, line, marked, texts, whole, year};
use crate::yaml::{
    Fields, Node, Reader, Value, flag, list, one_or_more, parsed, scalar, word_of,
};

/// The key of the targets of everybody who has none of his own.
const DEFAULT: &str = "default";

/// What is printed before a basis.
const BASIS: &str = "Căn cứ";

/// Whose copy is read, of all recipients: that decides on targets.
pub(super) type Whose<'a> = (Option<&'a Recipient>, &'a [Recipient]);

/// Reads some keys of a form, as a group of its switch needs them; none when one is wrong or missing.
pub(super) fn values<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    keys: &[&'f Key],
    group: Option<usize>,
    whose: Whose<'_>,
) -> Option<Values> {
    values_at(fields, cx, keys, group, whose, &|key| key.key().to_owned())
}

/// The same, at places that `place_of` names as questions do.
fn values_at<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    keys: &[&'f Key],
    group: Option<usize>,
    whose: Whose<'_>,
    place_of: &dyn Fn(&Key) -> String,
) -> Option<Values> {
    let mut values = Values::default();
    let mut is_sound = true;
    for key in keys {
        let is_draft = cx.setting.draft;
        // What a paper goes without need not be written.
        let need = match key.need(group) {
            Need::Draft | Need::Required if cx.known().left_out.contains(key.key()) => {
                Need::Optional
            }
            need => need,
        };
        let (given, lacked) = match need {
            Need::Absent => (None, false),
            Need::Optional => (fields.node(key.key()), false),
            Need::Draft if is_draft => (fields.node(key.key()), true),
            Need::Draft | Need::Required => {
                let given = fields.required_node(cx, key.key());
                is_sound &= given.is_some();
                (given, false)
            }
        };
        let read = match given {
            Some(node) if key.is == KeyType::Reward => reward(node, &values, cx),
            Some(node) => value(key, &place_of(key), node, cx, whose)
                .map(|value| without(value, &key.before)),
            None if lacked => Some(blank(key)),
            None => Some(absent(key, cx)),
        };
        is_sound &= read.is_some();
        if let Some(read) = read {
            if let (FormValue::Texts(texts), BASIS) = (&read, key.before.trim()) {
                cited_in_full(texts, cx);
            }
            values.insert(key.name.key.clone(), read, given.map(|node| node.place.clone()));
        }
    }
    is_sound &= are_in_order(&values, keys, cx);
    is_sound.then_some(values)
}

/// A value without what the paper prints before its texts anyway.
fn without(value: FormValue, before: &str) -> FormValue {
    match value {
        value if before.is_empty() => value,
        FormValue::Text(text) => FormValue::Text(text.without(before)),
        FormValue::Texts(texts) => {
            FormValue::Texts(texts.iter().map(|text| text.without(before)).collect())
        }
        value => value,
    }
}

/// Reads a value that stands at a place.
fn value(
    key: &Key,
    at: &str,
    node: &Node,
    cx: &mut Context<'_>,
    whose: Whose<'_>,
) -> Option<FormValue> {
    match key.is {
        KeyType::Text if cx.known().open.contains(at) => {
            let line = line(node, cx)?;
            let place = cx.text_place(node);
            Some(FormValue::Text(Text::marked(&line, &[]).at(place).in_question()))
        }
        KeyType::Text => line(node, cx).map(FormValue::Line),
        KeyType::Rich => text_at(at, node, cx).map(FormValue::Text),
        KeyType::Texts => {
            let read = texts(node, cx)?;
            Some(FormValue::Texts(marked(at, read, cx)))
        }
        KeyType::Day => date(node, cx).map(FormValue::Day),
        KeyType::Period => {
            let mut fields = Fields::of(node, cx)?;
            let days = days(&mut fields, cx);
            fields.finish(cx);
            days.map(|(from, until)| FormValue::Period(from, until))
        }
        KeyType::Moment => moment(node, cx).map(FormValue::Moment),
        KeyType::Count => whole(node, cx, "expected-count").map(FormValue::Count),
        KeyType::Money => whole(node, cx, "expected-amount-of-money").map(FormValue::Money),
        KeyType::Choice => choice(key, node, cx).map(FormValue::Choice),
        KeyType::LeftOut => {
            list(node, cx, |node, cx| choice(key, node, cx)).map(FormValue::Words)
        }
        KeyType::Flag => flag(node, cx).map(FormValue::Flag),
        KeyType::Agency => agency(node, cx).map(FormValue::Agency),
        KeyType::Award => award(node, cx),
        KeyType::Rows if awaits_file(node, cx) => Some(blank(key)),
        KeyType::Rows => rows(key, node, cx, whose).map(FormValue::Rows),
        KeyType::Citations => {
            let known = one_or_more(node, cx, citation)?;
            Some(citations(key, known, cx))
        }
        KeyType::Targets => targets(at, node, cx, whose).map(FormValue::Texts),
        KeyType::Criteria => numbered(at, node, cx, criterion).map(FormValue::Criteria),
        KeyType::Clauses => clauses(at, node, cx).map(FormValue::Clauses),
        KeyType::Stages => numbered(at, node, cx, stage).map(FormValue::Stages),
        KeyType::Tasks => tasks(node, cx, TasksOf::Year).map(FormValue::Tasks),
        KeyType::UnitTasks => tasks(node, cx, TasksOf::Unit).map(FormValue::Tasks),
        KeyType::Deadlines => deadline(node, cx).map(FormValue::Day),
        KeyType::Years => years(node, cx),
        KeyType::DocumentType => document_type(node, cx).map(FormValue::DocumentType),
        // `begin` and `papers` read common keys, in their order; a reward hangs on what stands beside it.
        KeyType::Reward | KeyType::Common(_) => None,
    }
}

/// A list whose items know their places.
fn numbered<T>(
    at: &str,
    node: &Node,
    cx: &mut Context<'_>,
    read: impl Fn(&str, &Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut number = 0;
    list(node, cx, |node, cx| {
        number += 1;
        read(&format!("{at}.{number}"), node, cx)
    })
}

/// `unit_plans`: until when the units send their plans.
fn deadline(node: &Node, cx: &mut Context<'_>) -> Option<Date> {
    let mut fields = Fields::of(node, cx)?;
    let unit_plans = fields.required(cx, "unit_plans", date);
    fields.finish(cx);
    unit_plans
}

/// `from` and `until`, both years.
fn years(node: &Node, cx: &mut Context<'_>) -> Option<FormValue> {
    let mut fields = Fields::of(node, cx)?;
    let from = fields.required(cx, "from", year);
    let until = fields.required(cx, "until", year);
    fields.finish(cx);
    Some(FormValue::Years(from?, until?))
}

/// Maps of values, one at least.
fn rows(
    key: &Key,
    node: &Node,
    cx: &mut Context<'_>,
    whose: Whose<'_>,
) -> Option<Vec<Values>> {
    let (recipient, _) = whose;
    let own = recipient
        .and_then(|one| one.row.as_ref())
        .filter(|row| row.key == key.key());
    let read = |nodes: &[Node], cx: &mut Context<'_>| {
        // The first one is read with all rows, so that what is wrong with any of them is told once.
        let is_read = |at: usize| own.is_none_or(|own| own.at == 0 || own.at == at);
        let rows = nodes.iter().enumerate().filter(|(at, _)| is_read(*at));
        let rows: Vec<Option<Values>> = rows
            .map(|(at, node)| row(key, &format!("{}.{}", key.key(), at + 1), node, cx, whose))
            .collect();
        let mut rows: Vec<Values> = rows.into_iter().collect::<Option<_>>()?;
        rows.truncate(if own.is_some() { 1 } else { rows.len() });
        Some(rows)
    };
    if !names_table(node) {
        list(node, cx, |_, _| Some(()))?;
        return read(node.items(), cx);
    }
    let found = table_rows(key, node, cx)?;
    cx.in_file(found.file, Some(titles_of(key)), |cx| read(&found.rows, cx))
}

/// A map of values.
fn row(
    key: &Key,
    at: &str,
    node: &Node,
    cx: &mut Context<'_>,
    whose: Whose<'_>,
) -> Option<Values> {
    let columns: Vec<&Key> = key.rows.iter().collect();
    let mut fields = Fields::of(node, cx)?;
    let place_of = |column: &Key| format!("{at}.{}", column.key());
    let values = values_at(&mut fields, cx, &columns, Some(0), whose, &place_of);
    fields.finish(cx);
    values
}

/// A day with an hour.
fn moment(node: &Node, cx: &mut Context<'_>) -> Option<Moment> {
    let text = scalar(node, cx, "expected-moment")?;
    match Moment::parse(text) {
        Ok(moment) => Some(moment),
        Err(ParseDateError::Form) => {
            cx.problems.invalid(node, "expected-moment");
            None
        }
        Err(ParseDateError::Impossible) => {
            cx.report(Diagnostic::error(Code::ImpossibleDate, &node.place));
            None
        }
    }
}

/// One of the words of a choice.
fn choice(key: &Key, node: &Node, cx: &mut Context<'_>) -> Option<String> {
    let known: Vec<&str> = key.values.iter().map(|word| &**word).collect();
    word_of(node, cx, &known).map(|at| known[at].to_owned())
}

/// A text, or a map of `text` and `points`.
fn criterion(at: &str, node: &Node, cx: &mut Context<'_>) -> Option<Criterion> {
    if let Value::Scalar(_) = &node.value {
        return Some(Criterion { text: text_at(at, node, cx)?, points: None });
    }
    let mut fields = Fields::of(node, cx)?;
    let words = fields
        .required_node(cx, "text")
        .and_then(|node| text_at(at, node, cx));
    let points = fields.required(cx, "points", |node, cx| {
        parsed(node, cx, "expected-number", |text| text.parse().ok())
    });
    fields.finish(cx);
    Some(Criterion { text: words?, points: Some(points?) })
}

/// `from` and `until`, the right way round.
fn days(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Option<(Date, Date)> {
    let read: Reader<Date, Context<'_>> = date;
    let (from, until) =
        (fields.required(cx, "from", read), fields.required(cx, "until", read));
    let (from, until) = (from?, until?);
    if until < from {
        cx.report(Diagnostic::error(Code::PeriodReversed, &fields.place_of("until")));
        return None;
    }
    Some((from, until))
}

fn stage(at: &str, node: &Node, cx: &mut Context<'_>) -> Option<Stage> {
    let mut fields = Fields::of(node, cx)?;
    let days = days(&mut fields, cx);
    let words = fields
        .required_node(cx, "text")
        .and_then(|node| text_at(at, node, cx));
    fields.finish(cx);
    let (from, until) = days?;
    Some(Stage { from, until, text: words? })
}

/// Targets for everybody, or a map of recipients with their own. Questions count them through all recipients.
fn targets(
    at: &str,
    node: &Node,
    cx: &mut Context<'_>,
    (recipient, recipients): Whose<'_>,
) -> Option<Vec<Text>> {
    let wanted = recipient.map_or(DEFAULT, |recipient| recipient.id.as_str());
    let Value::Map(entries) = &node.value else {
        return texts(node, cx).map(|texts| marked(at, texts, cx));
    };
    if entries.is_empty() {
        cx.report(Diagnostic::error(Code::EmptyList, &node.place));
        return None;
    }
    let mut own: BTreeMap<&str, Vec<Text>> = BTreeMap::new();
    let mut number = 0;
    for entry in entries {
        let known = || recipients.iter().map(|known| known.id.as_str()).chain([DEFAULT]);
        if !known().any(|id| id == entry.key) {
            cx.report(
                Diagnostic::error(Code::UnknownRecipient, &entry.key_place)
                    .with("id", entry.key.as_str())
                    .suggest(&entry.key, known()),
            );
        }
        let texts = list(&entry.node, cx, |node, cx| {
            number += 1;
            text_at(&format!("{at}.{number}"), node, cx)
        });
        own.extend(texts.map(|texts| (entry.key.as_str(), texts)));
    }
    Some(own.remove(wanted).or_else(|| own.remove(DEFAULT)).unwrap_or_default())
}
