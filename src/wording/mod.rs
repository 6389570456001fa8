//! Words for people: the messages of `locales/`, and diagnostics shown with them.
//!
//! In go an id and its arguments, or diagnostics with the texts that they point into; out come
//! sentences in Vietnamese or English. Everything that the program says comes from here. Both
//! languages have the same messages; tests hold them against each other and against the codes.

mod report;
mod visible;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

pub use report::{Findings, json, text};
pub use visible::visible;

use crate::diag::{Arg, Diagnostic};

const VIETNAMESE: &str = include_str!("../../locales/vi.ftl");
const ENGLISH: &str = include_str!("../../locales/en.ftl");

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vietnamese, Self::English];

    /// The language of a locale such as `vi_VN.UTF-8`: Vietnamese for `vi`, else English.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("vi") { Self::Vietnamese } else { Self::English }
    }

    /// The language with this code, `vi` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// The messages of one language.
pub struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// Reads the messages of a language, which are part of the program.
    pub fn new(language: Language) -> Self {
        let (source, locale) = match language {
            Language::Vietnamese => (VIETNAMESE, langid!("vi")),
            Language::English => (ENGLISH, langid!("en")),
        };
        // A slip in a message costs that message only; a test keeps slips out.
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message. One that is missing shows as its id.
    pub fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let args = args.iter().map(|(name, arg)| (Cow::Borrowed(*name), arg));
        self.message(id, &self.values(args))
    }

    /// An attribute of a message, when it has it.
    pub fn attribute(
        &self,
        id: &str,
        attribute: &str,
        args: &[(&'static str, Arg)],
    ) -> Option<String> {
        let args = args.iter().map(|(name, arg)| (Cow::Borrowed(*name), arg));
        self.attribute_with(id, attribute, &self.values(args))
    }

    /// The words of a diagnostic.
    fn of<'a>(&'a self, diagnostic: &Diagnostic) -> Words<'a> {
        let args = diagnostic.args.iter().map(|(name, arg)| (name.clone(), arg));
        Words {
            wording: self,
            id: diagnostic.code.name(),
            args: self.values(args),
        }
    }

    fn message(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        self.bundle
            .format_pattern(pattern, Some(args), &mut Vec::new())
            .into_owned()
    }

    fn attribute_with(
        &self,
        id: &str,
        attribute: &str,
        args: &FluentArgs<'_>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.get_attribute(attribute)?.value();
        Some(
            self.bundle
                .format_pattern(pattern, Some(args), &mut Vec::new())
                .into_owned(),
        )
    }

    fn values<'a>(
        &self,
        args: impl Iterator<Item = (Cow<'static, str>, &'a Arg)>,
    ) -> FluentArgs<'static> {
        args.map(|(name, arg)| (name, self.value(arg))).collect()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(visible(text).into_owned()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Message(id) => FluentValue::from(self.say(id, &[])),
            Arg::List(list) => FluentValue::from(visible(&list.join(", ")).into_owned()),
        }
    }
}

/// The message of a diagnostic and its attributes, in one language.
struct Words<'a> {
    wording: &'a Wording,
    id: &'static str,
    args: FluentArgs<'static>,
}

impl Words<'_> {
    /// The message.
    fn message(&self) -> String {
        self.wording.message(self.id, &self.args)
    }

    /// An attribute of it, when it has it.
    fn attribute(&self, attribute: &str) -> Option<String> {
        self.wording.attribute_with(self.id, attribute, &self.args)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diag::Code;

    /// The messages and attributes of a language with the variables that they use.
    fn messages(source: &str) -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut message = String::new();
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =")
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            {
                message = id.to_owned();
                key = id.to_owned();
                found.entry(key.clone()).or_default();
            } else if let Some((attribute, _)) = line
                .trim_start()
                .strip_prefix('.')
                .and_then(|rest| rest.split_once(" ="))
            {
                key = format!("{message}.{attribute}");
                found.entry(key.clone()).or_default();
            }
            let variables = found.entry(key.clone()).or_default();
            for variable in line.split('$').skip(1) {
                let end = variable.find(|c: char| !c.is_ascii_alphabetic());
                variables.push(variable[..end.unwrap_or(variable.len())].to_owned());
            }
        }
        for variables in found.values_mut() {
            variables.sort();
            variables.dedup();
        }
        found.remove("");
        found
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        let (vietnamese, english) = (messages(VIETNAMESE), messages(ENGLISH));
        assert_eq!(vietnamese, english);
        assert!(vietnamese.len() > 150, "{}", vietnamese.len());
    }

    #[test]
    fn every_message_can_be_read() {
        for source in [VIETNAMESE, ENGLISH] {
            let errors = FluentResource::try_new(source.to_owned()).err().map(|(_, e)| e);
            assert_eq!(errors, None);
        }
    }

    #[test]
    fn every_code_has_its_message() {
        let known = messages(ENGLISH);
        for code in Code::ALL {
            assert!(known.contains_key(code.name()), "{}", code.name());
        }
    }

    #[test]
    fn plural_forms_follow_the_language() {
        let say = |language, made: i64, failed: i64| {
            let args = [
                ("made", Arg::Number(made)),
                ("failed", Arg::Number(failed)),
                ("current", Arg::Number(0)),
                ("bare", Arg::Number(0)),
                ("left", Arg::Number(0)),
            ];
            Wording::new(language).say("built-total", &args)
        };
        assert_eq!(say(Language::English, 1, 0), "1 document was made.");
        assert_eq!(
            say(Language::English, 0, 2),
            "No document was made. 2 documents have errors, see above."
        );
        assert_eq!(
            say(Language::Vietnamese, 3, 1),
            "Đã tạo 3 văn bản. Còn 1 văn bản có lỗi, xem ở trên."
        );
    }

    #[test]
    fn the_locale_chooses_the_language() {
        for (locale, language) in [
            ("vi_VN.UTF-8", Language::Vietnamese),
            ("vi", Language::Vietnamese),
            ("vi-VN", Language::Vietnamese),
            ("en_US.UTF-8", Language::English),
            ("C", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
