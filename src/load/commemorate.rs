//! `commemorations` of a paper: the days that it names by id, and how its text says them.

use std::collections::BTreeMap;

use crate::calendar::{
    Commemoration, CommemorationId, Commemorations, Date, Roundness, Year, in_a_row,
};
use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::values::{Context, date};
use crate::yaml::{Fields, Node, Value, id, list, parsed};

/// A day named by id, and what the writer believes about it.
struct NamedDay {
    id: Placed<String>,
    years: Option<Placed<u16>>,
    day: Option<Placed<Date>>,
}

/// The names that stand for the days.
const NAMES: [&str; 2] = ["commemorations", "commemorations.short"];

/// Reads the days and gives the names that texts may hold in braces: `{commemorations}` in full,
/// with days, and `{commemorations.short}`.
pub(super) fn names(
    fields: &mut Fields<'_>,
    cx: &mut Context<'_>,
    all: &Commemorations,
    year: Option<Year>,
) -> BTreeMap<String, String> {
    let named = fields.optional(cx, "commemorations", |node, cx| list(node, cx, named));
    let mut names = BTreeMap::new();
    if named.is_some() {
        // What is wrong with a day is said once, not at every mention of it.
        for name in NAMES {
            names.insert(name.to_owned(), "…".to_owned());
        }
    }
    let Some(year) = year else { return names };
    let stands = if is_asked(fields) { Stands::Asked } else { Stands::Decided };
    let days: Vec<&Commemoration> = named
        .into_iter()
        .flatten()
        .filter_map(|named| find(&named, all, (year, stands), cx))
        .collect();
    if !days.is_empty() {
        let full = days.iter().filter_map(|day| day.in_full(year)).collect();
        let short = days.iter().filter_map(|day| day.in_short(year)).collect();
        let [name_of_full, name_of_short] = NAMES.map(str::to_owned);
        names.insert(name_of_full, in_a_row(full));
        names.insert(name_of_short, in_a_row(short));
    }
    names
}

/// Lets the short name stand for the full one too.
pub(super) fn name_shortly(names: &mut BTreeMap<String, String>) {
    let [full, short] = NAMES;
    if let Some(said) = names.get(short).cloned() {
        names.insert(full.to_owned(), said);
    }
}

fn named(node: &Node, cx: &mut Context<'_>) -> Option<NamedDay> {
    if let Value::Scalar(_) = &node.value {
        return Some(NamedDay { id: id(node, cx)?, years: None, day: None });
    }
    let mut fields = Fields::of(node, cx)?;
    let id_read = fields.required(cx, "id", id);
    let years = fields.optional(cx, "years", |node, cx| {
        let years = parsed(node, cx, "expected-number", |text| text.parse().ok())?;
        Some(Placed::new(years, node.place.clone()))
    });
    let day = fields.optional(cx, "date", |node, cx| {
        Some(Placed::new(date(node, cx)?, node.place.clone()))
    });
    fields.finish(cx);
    Some(NamedDay { id: id_read?, years, day })
}

/// Whether the days of a paper are decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// They are: what is wrong with one is an error.
    Decided,
    /// A question about them is open: they may be those of the year before, of which the draft is made all the same.
    Asked,
}

impl Stands {
    /// What is said of a day that cannot be right.
    fn wrong(self, code: Code, place: &Place) -> Diagnostic {
        match self {
            Self::Decided => Diagnostic::error(code, place),
            Self::Asked => Diagnostic::warning(code, place),
        }
    }
}

/// Whether a question about the days is open.
fn is_asked(fields: &Fields<'_>) -> bool {
    let questions = fields.peek_node("questions").map(Node::items).unwrap_or_default();
    questions
        .iter()
        .any(|question| question.scalar_of("at") == Some("commemorations"))
}

/// The commemoration of an id, when nothing contradicts it.
fn find<'c>(
    named: &NamedDay,
    all: &'c Commemorations,
    (year, stands): (Year, Stands),
    cx: &mut Context<'_>,
) -> Option<&'c Commemoration> {
    let place = &named.id.place;
    let Some(found) = all.get(&CommemorationId(named.id.value.clone())) else {
        let ids = all.all().iter().map(|found| found.id.0.as_str());
        cx.report(
            Diagnostic::error(Code::UnknownCommemoration, place)
                .with("id", named.id.value.as_str())
                .suggest(&named.id.value, ids),
        );
        return None;
    };
    let Some(years) = found.years(year) else {
        let name = found.name.as_str();
        cx.report(stands.wrong(Code::YearsNotCounted, place).with("name", name));
        return None;
    };
    let contradicts = |place: &Place, given: String, right: String| {
        stands
            .wrong(Code::CommemorationContradicts, place)
            .with("name", found.name.as_str())
            .with("given", given)
            .with("right", right)
    };
    if let Some(given) = named.years.as_ref().filter(|given| given.value != years) {
        cx.report(contradicts(&given.place, given.value.to_string(), years.to_string()));
    }
    let (first, now) = found.days(year).unzip();
    let right = |day: &Date| Some(*day) == first || Some(*day) == now;
    if let (Some(given), Some(now)) = (&named.day, now)
        && !right(&given.value)
    {
        cx.report(contradicts(&given.place, given.value.slashed(), now.slashed()));
    }
    let about = |code| {
        Diagnostic::warning(code, place)
            .with("name", found.name.as_str())
            .with("years", usize::from(years))
    };
    if Roundness::of(years) == Roundness::Plain && stands == Stands::Decided {
        cx.report(about(Code::NotARoundYear));
    }
    if !found.verified {
        cx.report(about(Code::CommemorationUnverified));
    }
    Some(found)
}
