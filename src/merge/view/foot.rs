//! What stands below the text of a paper, as templates see it: recipients, signer, appendices.

use minijinja::context;
use minijinja::value::Value;

use super::clauses::clauses;
use super::common::{line_at, texts};
use crate::papers::{Appendix, Foot};

pub(super) fn foot(foot: &Foot) -> Value {
    context! {
        recipients => texts(&foot.recipients),
        filing => foot.filing.clone(),
        marks => foot.marks.clone(),
        numbered => foot.appendices.iter().filter(|one| one.issued.is_none()).count(),
        appendices => foot.appendices.iter().map(appendix).collect::<Value>(),
        authority => foot.authority.as_str(),
        decided_by => foot.decided_by.as_str(),
        secretary => foot.secretary.clone(),
        signer => context! { lines => foot.signer_office.clone(), name => foot.signer_name.clone() },
    }
}

fn appendix(appendix: &Appendix) -> Value {
    context! {
        type => appendix.issued.as_ref().map(|issued| &*issued.name),
        title => line_at(&appendix.title.value, Some(&appendix.title.place)),
        lying => appendix.is_lying,
        body => clauses(&appendix.body),
    }
}
