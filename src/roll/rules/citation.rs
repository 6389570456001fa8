//! Documents: which of them are cited for good, and which have a successor every year.

use crate::expressions::{ActType, Citation, Expression, Time};

use super::super::edit::Judgement;
use super::super::reason::{Doubt, KeptBecause};
use super::super::scene::Scene;
use super::super::words;

/// Symbols of bodies whose directives stand until they are replaced.
const STANDING_BODIES: &[&str] = &["/TW", "/TU", "/HU", "/ThU", "QH", "UBTVQH"];

/// What becomes of a citation; its text always stays.
pub(super) fn judge(scene: &Scene, index: usize, citation: &Citation) -> Judgement {
    let starts = scene.sentence(index).start == scene.place(index).start;
    if citation.act.is_none() && starts {
        // "Số:      /KH-UBND" waits for the number in every year.
        let waits = citation.blank && citation.dated.is_none();
        let kept = Judgement::keep(KeptBecause::Citation);
        return if waits { kept } else { Judgement::ask(Doubt::OwnNumber) };
    }
    if citation.blank {
        return Judgement::ask(Doubt::BlankCitation);
    }
    let (ends, own): (Vec<_>, Vec<_>) =
        citation.inside.iter().partition(|inner| is_end(scene, inner));
    let names_own = own
        .iter()
        .flat_map(|inner| inner.time.years())
        .any(|year| scene.own(year.value));
    let runs_out = ends
        .iter()
        .filter_map(|inner| inner.time.years().last().copied())
        .any(|year| scene.runs_out(year.value));
    match citation.act {
        Some(ActType::Law | ActType::Decree | ActType::Circular | ActType::Regulation) => {
            standing(scene, citation)
        }
        Some(
            ActType::Resolution | ActType::Decision | ActType::Directive | ActType::Conclusion,
        ) => {
            let yearly = !lasting(scene, citation) || plans(scene, index, citation);
            if names_own || (recent(scene, citation) && yearly) {
                Judgement::ask(Doubt::YearlyDocument)
            } else if runs_out {
                Judgement::ask(Doubt::PeriodEnds)
            } else {
                Judgement::keep(KeptBecause::Citation)
            }
        }
        Some(ActType::Occasional) | None => {
            if names_own || recent(scene, citation) {
                Judgement::ask(Doubt::YearlyDocument)
            } else if runs_out {
                Judgement::ask(Doubt::PeriodEnds)
            } else {
                Judgement::keep(KeptBecause::Citation)
            }
        }
    }
}

/// Whether a time in a title is the end of something longer: "giai đoạn …", "đến năm …".
fn is_end(scene: &Scene, inner: &Expression) -> bool {
    match inner.time {
        Time::Period { .. } | Time::Term { .. } => true,
        Time::Year { .. } => {
            let start = scene.tokens.index_at(inner.range.start);
            scene.tokens.ends_any(start, &words::UNTIL).is_some()
        }
        _ => false,
    }
}

/// Laws and decrees stay; only a year that may stand behind the title is asked about.
fn standing(scene: &Scene, citation: &Citation) -> Judgement {
    let loose = citation.may_end.is_some_and(|end| {
        citation
            .years
            .iter()
            .any(|year| year.range.start >= end && scene.own(year.value))
    });
    if loose {
        Judgement::ask(Doubt::TitleEnd)
    } else {
        Judgement::keep(KeptBecause::Citation)
    }
}

/// Whether the document is dated in the frame of the text.
fn recent(scene: &Scene, citation: &Citation) -> bool {
    citation
        .dated
        .as_ref()
        .is_some_and(|year| scene.distance(year.value) >= -1)
}

/// Whether it is the directive by which every year is planned: "Lập dự toán … theo Chỉ thị số
/// 17/CT-TTg ngày 27/5/2024".
fn plans(scene: &Scene, index: usize, citation: &Citation) -> bool {
    let number = citation.number.clone().and_then(|range| scene.text.get(range));
    let party = number.is_none_or(|number| STANDING_BODIES.iter().any(|b| number.contains(b)));
    citation.act == Some(ActType::Directive)
        && !party
        && scene.has_own_year(index)
        && scene.has(scene.clause(index), &words::PLANNED)
}

/// Whether a resolution, decision or directive is meant to last.
fn lasting(scene: &Scene, citation: &Citation) -> bool {
    if matches!(citation.act, Some(ActType::Directive)) {
        return true;
    }
    let number = citation.number.clone().and_then(|range| scene.text.get(range));
    number.is_none_or(|number| {
        // "12/2024/QĐ-UBND": rules of law carry the year in their number.
        let normative = number.split('/').nth(1).is_some_and(|part| {
            part.trim().len() == 4 && part.trim().bytes().all(|byte| byte.is_ascii_digit())
        });
        normative || STANDING_BODIES.iter().any(|body| number.contains(body))
    })
}
