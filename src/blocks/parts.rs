//! The parts of a block: a dictionary of the typesetter's, read one by one.
//!
//! What has another type than the word promises is a [`Stray`]; reading goes on, so that all are told at once.

use typst::foundations::{Dict, Value};
use typst::syntax::Span;

use super::block::{Run, soft};
use super::runs::{Notes, Places, runs};
use super::stray::Stray;

/// A dictionary while it is read.
pub(super) struct Parts<'d, 's> {
    pub(super) dict: &'d Dict,
    /// Where the block stands that it is of.
    pub(super) span: Span,
    pub(super) strays: &'s mut Vec<Stray>,
    pub(super) places: Places<'s>,
}

impl<'d> Parts<'d, '_> {
    /// The parts of a dictionary within this one.
    pub(super) fn of<'p>(&'p mut self, dict: &'p Dict) -> Parts<'p, 'p> {
        Parts {
            dict,
            span: self.span,
            strays: self.strays,
            places: self.places,
        }
    }

    /// A part; none when it is not there or says `none`.
    pub(super) fn get(&self, key: &str) -> Option<&'d Value> {
        self.dict.get(key).ok().filter(|value| **value != Value::None)
    }

    fn stray(&mut self, key: &str, value: Option<&Value>) {
        let what = value.map_or("none", |value| value.ty().short_name());
        self.strays
            .push(Stray { span: self.span, what: format!("{key}: {what}") });
    }

    /// A string that may be left out.
    pub(super) fn line(&mut self, key: &str) -> Option<String> {
        self.measured_line(key).map(|line| soft(&line))
    }

    /// The same of a line that is broken by measure: with its hard spaces.
    pub(super) fn measured_line(&mut self, key: &str) -> Option<String> {
        match self.get(key) {
            Some(Value::Str(text)) => Some(text.to_string()),
            None => None,
            other => {
                self.stray(key, other);
                None
            }
        }
    }

    /// A string that is always there.
    pub(super) fn text(&mut self, key: &str) -> String {
        if self.get(key).is_none() {
            self.stray(key, None);
        }
        self.line(key).unwrap_or_default()
    }

    /// Letters: content, or a string.
    pub(super) fn runs(&mut self, key: &str) -> Vec<Run> {
        self.get(key).map(|value| self.runs_of(value)).unwrap_or_default()
    }

    /// Letters of a value.
    pub(super) fn runs_of(&mut self, value: &Value) -> Vec<Run> {
        match value {
            Value::Str(text) => Run::plain(text).into_iter().collect(),
            Value::Content(content) => {
                runs(content, &mut Notes { strays: self.strays, places: self.places })
            }
            Value::None => Vec::new(),
            other => {
                self.stray("body", Some(other));
                Vec::new()
            }
        }
    }

    /// A whole number; 1 when it is left out.
    pub(super) fn count(&mut self, key: &str) -> i64 {
        match self.get(key) {
            Some(Value::Int(count)) => *count,
            None => 1,
            other => {
                self.stray(key, other);
                1
            }
        }
    }

    /// A measure: a length in points, or in ems where it has no points; a share of 1; a number.
    pub(super) fn measure(&mut self, key: &str) -> f64 {
        self.measure_of(key, self.get(key))
    }

    /// The measure that a value of a key is.
    pub(super) fn measure_of(&mut self, key: &str, value: Option<&Value>) -> f64 {
        match value {
            Some(Value::Length(length)) if length.em.get() != 0.0 => length.em.get(),
            Some(Value::Length(length)) => length.abs.to_pt(),
            Some(Value::Ratio(ratio)) => ratio.get(),
            #[expect(clippy::cast_precision_loss, reason = "a measure is small")]
            Some(Value::Int(number)) => *number as f64,
            Some(Value::Float(number)) => *number,
            other => {
                self.stray(key, other);
                0.0
            }
        }
    }

    /// A colour, as six digits: `d00000`.
    pub(super) fn colour(&mut self, key: &str) -> String {
        match self.get(key) {
            Some(Value::Color(colour)) => colour.to_hex().trim_start_matches('#').to_owned(),
            other => {
                self.stray(key, other);
                String::new()
            }
        }
    }

    /// Yes or no; no when it is left out.
    pub(super) fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Bool(true)))
    }

    /// The items of an array, each read by `read`; none when it is left out.
    pub(super) fn array<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(&mut Parts<'_, '_>, &Value) -> T,
    ) -> Vec<T> {
        match self.get(key) {
            Some(Value::Array(items)) => {
                let items: Vec<Value> = items.iter().cloned().collect();
                items.iter().map(|item| read(self, item)).collect()
            }
            None => Vec::new(),
            other => {
                self.stray(key, other);
                Vec::new()
            }
        }
    }

    /// The dictionaries of an array.
    pub(super) fn dicts<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(&mut Parts<'_, '_>) -> T,
    ) -> Vec<T> {
        let found = self.array(key, |parts, item| match item {
            Value::Dict(dict) => Some(read(&mut parts.of(dict))),
            other => {
                parts.stray(key, Some(other));
                None
            }
        });
        found.into_iter().flatten().collect()
    }

    /// A dictionary within this one; an empty one when it is left out.
    pub(super) fn dict<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&mut Parts<'_, '_>) -> T,
    ) -> T {
        let empty = Dict::new();
        let dict = match self.get(key) {
            Some(Value::Dict(dict)) => dict,
            other => {
                self.stray(key, other);
                &empty
            }
        };
        read(&mut Parts {
            dict,
            span: self.span,
            strays: self.strays,
            places: self.places,
        })
    }

    /// The strings of an array, or one that stands for a list of itself.
    pub(super) fn lines(&mut self, key: &str) -> Vec<String> {
        self.measured_lines(key).iter().map(|line| soft(line)).collect()
    }

    /// The same of lines that are broken by measure: with their hard spaces.
    pub(super) fn measured_lines(&mut self, key: &str) -> Vec<String> {
        if let Some(Value::Str(text)) = self.get(key) {
            return vec![text.to_string()];
        }
        let found = self.array(key, |parts, item| match item {
            Value::Str(text) => Some(text.to_string()),
            other => {
                parts.stray(key, Some(other));
                None
            }
        });
        found.into_iter().flatten().collect()
    }
}
