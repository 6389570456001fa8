//! A form while a paper of it is read: which group its switch has chosen, and which keys that group has.
//!
//! The switch is read first of all, since it decides on type, layout and the need of every other key. Where it
//! is wrong nothing is asked of the other keys; what is given is read all the same.

use crate::diag::{Code, Diagnostic, Place};
use crate::form::{DocumentType, Form, Group, Key, Layout, Need};
use crate::papers::Text;
use crate::values::Context;
use crate::yaml::{Fields, Reader, word_of};

/// A form while a paper of it is read.
pub(super) struct Reading<'f> {
    pub(super) form: &'f Form,
    /// The value of the switch, where there is one.
    pub(super) chosen: Option<String>,
    /// The group that it has chosen; none where it is wrong.
    pub(super) at: Option<usize>,
    /// Where the choice stands.
    place: Place,
}

/// Reads the switch.
pub(super) fn choose<'f>(
    fields: &mut Fields<'f>,
    cx: &mut Context<'_>,
    form: &'f Form,
) -> Reading<'f> {
    let Some(switch) = form.switch() else {
        let place = fields.place_of("kind");
        return Reading { form, chosen: None, at: form.group_of(None), place };
    };
    let place = fields.place_of(switch.key());
    let chosen = fields.required_node(cx, switch.key()).and_then(|node| {
        let known = form.switch_values();
        word_of(node, cx, &known).map(|at| known[at].to_owned())
    });
    let at = form.group_of(chosen.as_deref());
    Reading { form, chosen, at, place }
}

impl<'f> Reading<'f> {
    fn group(&self) -> Option<&'f Group> {
        self.form.groups.get(self.at.unwrap_or(0))
    }

    /// How the paper is built.
    pub(super) fn layout(&self) -> Layout {
        self.group().map_or(Layout::Titled, |group| group.layout)
    }

    /// The type of the paper; an appendix has none of its own.
    pub(super) fn document_type(&self) -> DocumentType {
        let own = self.group().and_then(|group| group.document_type.clone());
        own.unwrap_or_else(|| DocumentType::unabbreviated(""))
    }

    /// Whether such papers have "Kính gửi": official letters, and types that are sent to a superior. A speech greets
    /// those whom it addresses.
    pub(super) fn is_addressed(&self) -> bool {
        match self.layout() {
            Layout::Letter | Layout::Speech => true,
            Layout::Titled => self.document_type().is_addressed(),
            Layout::Minutes | Layout::Certificate | Layout::Copy | Layout::Appendix => false,
        }
    }

    /// The value of a common key, as such papers need it: none where they have none, or one is not given that may
    /// be left out or that a draft lacks. The outer none says that it is wrong or missing.
    #[expect(clippy::option_option, reason = "given or not, and sound or not, are two things")]
    pub(super) fn common<'c, T>(
        &self,
        fields: &mut Fields<'f>,
        cx: &mut Context<'c>,
        key: &'f str,
        read: Reader<T, Context<'c>>,
    ) -> Option<Option<T>> {
        let is_draft = cx.setting.draft;
        match self.form.need(key, self.at) {
            Need::Absent => Some(None),
            Need::Optional => fields.sound(cx, key, read),
            Need::Draft if is_draft => fields.sound(cx, key, read),
            Need::Draft | Need::Required => fields.required(cx, key, read).map(Some),
        }
    }

    /// What a draft shows in the place of texts that it lacks.
    pub(super) fn blank(&self, key: &str, cx: &Context<'_>) -> Option<Text> {
        let is_lacked = cx.setting.draft && self.form.need(key, self.at) == Need::Draft;
        is_lacked.then(|| Text::blank(key))
    }

    /// Says that a key must be given where the switch stands so, and is not.
    pub(super) fn needs(&self, key: &str, cx: &mut Context<'_>) {
        cx.report(Diagnostic::error(Code::FormNeeds, &self.place).with("key", key));
    }

    /// Reports keys that are known to the form and have no place where the switch stands so.
    pub(super) fn report_absent(&self, fields: &mut Fields<'f>, cx: &mut Context<'_>) {
        let (Some(switch), Some(chosen)) = (self.form.switch(), &self.chosen) else { return };
        let is_absent = |key: &&'f Key| key.need(self.at) == Need::Absent;
        for key in self.form.keys.iter().filter(is_absent) {
            if fields.node(key.key()).is_some() {
                let problem = Diagnostic::error(Code::FormLacks, &fields.place_of(key.key()));
                cx.report(
                    problem
                        .with("key", key.key())
                        .with("switch", switch.key())
                        .with("value", chosen.as_str()),
                );
            }
        }
    }
}
