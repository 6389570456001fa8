//! What may speak against a change: the clause is about something that comes only once.
//!
//! In goes an expression that a rule would move; out comes a doubt, or nothing. Each objection is a
//! row of a table, with a name, the phrases that it looks for and a fixture that fails without it.

use std::ops::Range;

use crate::expressions::{Expression, Numeral, Time};

use super::scene::Scene;
use super::{Doubt, campaign, words};

/// What may speak against a change.
pub(super) struct Objection {
    /// Its name, and that of its fixture in `fixtures/objections/`.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests find the fixture by it"))]
    pub(super) name: &'static str,
    /// What is asked.
    pub(super) doubt: Doubt,
    /// Whether it is raised against an expression in its scene.
    is_raised: fn(&Scene, usize, &Time) -> bool,
}

const fn objection_of(
    name: &'static str,
    doubt: Doubt,
    is_raised: fn(&Scene, usize, &Time) -> bool,
) -> Objection {
    Objection { name, doubt, is_raised }
}

/// The objections, in the order in which they are told.
pub(super) static OBJECTIONS: [Objection; 22] = [
    objection_of("quotation", Doubt::Quotation, |scene, index, _| scene.quoted(index)),
    objection_of("campaign", Doubt::Campaign, |scene, index, _| {
        campaign::is_for_anniversaries(scene, index)
    }),
    objection_of("review", Doubt::OneOffReview, |scene, index, _| {
        beside(scene, index, |time| matches!(time, Time::Review { .. }))
    }),
    objection_of("seldom", Doubt::OneOffReview, |scene, index, _| {
        scene.has(scene.clause(index), &words::SELDOM)
    }),
    objection_of("congress", Doubt::Congress, |scene, index, _| {
        scene.congress(scene.clause(index))
    }),
    objection_of("election", Doubt::Election, |scene, index, _| {
        scene.has(scene.clause(index), &words::ELECTIONS)
    }),
    objection_of("ordinal", Doubt::Ordinal, |scene, index, _| {
        beside(scene, index, |time| matches!(time, Time::Ordinal))
    }),
    objection_of("year-of-many", Doubt::YearOfMany, |scene, index, _| {
        scene.has(scene.clause(index), &words::OF_MANY)
    }),
    objection_of("disaster", Doubt::PastEvent, |scene, index, _| {
        scene.has(scene.clause(index), &words::DISASTERS)
    }),
    objection_of("happened", Doubt::PastEvent, |scene, index, _| happened(scene, index)),
    objection_of("incident", Doubt::PastEvent, incident),
    objection_of("cited-occasion", Doubt::PastEvent, cited_occasion),
    objection_of("term-begins", Doubt::Election, term_begins),
    objection_of("term-ends", Doubt::PeriodEnds, term_ends),
    objection_of("ends-period", Doubt::Horizon, ends_period),
    objection_of("cut-off", Doubt::Horizon, cut_off),
    objection_of("from-now", Doubt::Horizon, |scene, index, time| {
        ends_in(scene, time, 1) && scene.led_by(index, &words::FROM_NOW)
    }),
    objection_of("act-of-the-year", Doubt::YearlyDocument, by_act_of_the_year),
    objection_of("lunar-day", Doubt::LunarDay, lunar_day),
    objection_of("roadmap", Doubt::PartlyOwn, roadmap),
    objection_of("caught-up", Doubt::Horizon, caught_up),
    objection_of("school-years", Doubt::PartlyOwn, school_years),
];

/// The first objection to changing an expression.
pub(super) fn raised(scene: &Scene, index: usize, time: &Time) -> Option<&'static Objection> {
    OBJECTIONS
        .iter()
        .find(|objection| (objection.is_raised)(scene, index, time))
}

/// What is asked about an expression that was to change.
pub(super) fn objection(scene: &Scene, index: usize, time: &Time) -> Option<Doubt> {
    raised(scene, index, time).map(|objection| objection.doubt)
}

/// Whether something of a kind stands in the clause of an expression.
fn beside(scene: &Scene, index: usize, kind: fn(&Time) -> bool) -> bool {
    scene.within(scene.clause(index)).any(|found| kind(&found.time))
}

/// Whether the clause tells when something happened: "khởi công năm 2023".
fn happened(scene: &Scene, index: usize) -> bool {
    let tokens = scene.tokens;
    let sentence = scene.sentence(index).start;
    scene.within(scene.clause(index)).any(|found| {
        let start = tokens.index_at(found.range.start);
        news(scene, sentence, found)
            || (part(&found.time) || matches!(found.time, Time::Year { .. }))
                && found.time.years().iter().any(|year| scene.own(year.value))
                && tokens.ends_any(start, &words::HAPPENED_IN).is_some()
    })
}

/// "Ngày 19/12/2023, Chủ tịch UBND tỉnh ký …": the news of a day, not a task for it.
fn news(scene: &Scene, sentence: usize, found: &Expression) -> bool {
    let tokens = scene.tokens;
    let opening = ["sáng", "chiều", "tối", "vào", "sáng ngày", "chiều ngày", "vào ngày"];
    let start = tokens.starts_any(sentence, &opening).unwrap_or(sentence);
    let end = tokens.index_at(found.range.end);
    matches!(&found.time, Time::Day(day) if scene.own(day.year.value))
        && tokens.index_at(found.range.start) <= start
        && tokens.mark(end, ',')
        && tokens.capital(end + 1)
}

/// Whether a time is part of a year: a day, a month, a quarter, some months.
fn part(time: &Time) -> bool {
    matches!(
        time,
        Time::Day(_) | Time::Month { .. } | Time::Quarter { .. } | Time::HalfYear { .. }
    )
}

/// Whether a time ends some years from the document's own.
fn ends_in(scene: &Scene, time: &Time, distance: i32) -> bool {
    time.years()
        .last()
        .is_some_and(|year| scene.distance(year.value) == distance)
}

/// The words right before an expression, without a mark or a preposition of time.
fn words_before(scene: &Scene, index: usize, reach: usize) -> Range<usize> {
    let end = scene.place(index).start;
    let first = end.saturating_sub(reach).max(scene.clause(index).start);
    let breaks = |at: &usize| {
        scene
            .tokens
            .word(*at)
            .is_none_or(|word| words::DAY_LEADS.contains(&word))
    };
    (first..end).rev().find(breaks).map_or(first, |at| at + 1)..end
}

/// Whether something unplanned is told with its day: "vụ cháy ngày 12/9/2023".
fn incident(scene: &Scene, index: usize, time: &Time) -> bool {
    if matches!(time, Time::Day(_)) && scene.led_by(index, &["từ trần"]) {
        return true;
    }
    let before = words_before(scene, index, 8);
    let Some(at) = scene.find(before, &words::INCIDENTS) else { return false };
    let counted = scene.tokens.ends_any(at, &words::COUNTED).is_some();
    part(time) && (matches!(time, Time::Day(_)) || !counted)
}

/// Whether the text goes by what was said or written then: "theo biên bản làm việc quý IV/2023".
fn cited_occasion(scene: &Scene, index: usize, time: &Time) -> bool {
    let before = words_before(scene, index, 12);
    let clause = scene.clause(index).start;
    let tokens = scene.tokens;
    if tokens.starts(clause, "thông báo").is_some() {
        // It is this text that tells it.
        return false;
    }
    let cited = before.clone().any(|at| {
        let document = tokens.starts_any(at, &words::DOCUMENTS).is_some()
            && tokens.ends_any(at, &words::BY).is_some();
        let occasion = scene.find(at..before.end, &words::OCCASIONS) == Some(at)
            && tokens.ends_any(at, &words::HELD).is_none();
        let near = at.saturating_sub(4).max(clause)..at;
        let there = tokens.ends_any(at, &["tại", "tại các"]).is_some()
            && scene.has(clause..at, &words::SAID);
        document || occasion && (there || scene.has(near, &words::CITING))
    });
    part(time) && cited
}

/// Whether the clause is about a term that begins in this year or the next.
fn term_begins(scene: &Scene, index: usize, _: &Time) -> bool {
    scene.within(scene.clause(index)).any(|found| match &found.time {
        Time::Term { first, .. } => (0..=1).contains(&scene.distance(first.value)),
        _ => false,
    })
}

/// Whether the clause is about a term, or a review of a period, that ends in the year of the
/// expression.
fn term_ends(scene: &Scene, index: usize, time: &Time) -> bool {
    let clause = scene.clause(index);
    let review = scene.has(clause.clone(), &words::CLOSINGS);
    scene.within(clause).any(|found| match &found.time {
        Time::Term { last, .. } => ends_with(scene, time, last),
        Time::Period { last, .. } => review && part(time) && ends_with(scene, time, last),
        _ => false,
    })
}

/// Whether something that ends in a year runs out in the year of an expression.
fn ends_with(scene: &Scene, time: &Time, last: &Numeral) -> bool {
    scene.runs_out(last.value) && time.years().iter().any(|own| own.value == last.value)
}

/// Whether what was so before or after a day is treated in a way of its own: "giấy phép cấp
/// trước ngày 01/01/2025 tiếp tục được sử dụng".
fn cut_off(scene: &Scene, index: usize, time: &Time) -> bool {
    let until = &["trước", "sau", "từ", "đến", "đến hết", "tới", "vào"];
    let rule = matches!(time, Time::Range { .. }) || scene.led_by(index, until);
    let range = matches!(time, Time::Range { .. });
    let status =
        scene.led_by(index, &words::CUT_OFFS) && !scene.led_by(index, &words::NO_CUT_OFFS);
    (part(time) || range) && (status || rule && scene.has(scene.clause(index), &words::RULES))
}

/// Whether the clause goes by an act that carries the year in its number: "Giảm tiền thuê đất
/// năm 2024 theo Quyết định số 01/2024/QĐ-TTg".
fn by_act_of_the_year(scene: &Scene, index: usize, time: &Time) -> bool {
    let years = time.years();
    scene.within(scene.clause(index)).any(|found| {
        let Time::Citation(act) = &found.time else { return false };
        let number = act.number.clone().and_then(|range| scene.text.get(range));
        let start = scene.tokens.index_at(found.range.start);
        let named = number
            .and_then(|number| number.split('/').nth(1))
            .is_some_and(|part| {
                years.iter().any(|year| part.trim() == year.value.to_string())
            });
        let by = scene
            .tokens
            .ends_any(start, &["theo", "tại", "của", "theo các"])
            .is_some();
        // "Kế hoạch … năm 2024 ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 10/01/2024"
        let behind = scene.place(index).end;
        let issued = scene.tokens.starts_any(behind, &words::ISSUED_WITH) == Some(start)
            && act.dated.as_ref().is_some_and(|day| scene.own(day.value));
        issued || named && (by || scene.led_by(index, &["đến", "đến hết", "tới"]))
    })
}

/// Whether only some school years of the clause are the document's own.
fn school_years(scene: &Scene, index: usize, time: &Time) -> bool {
    let own = |year: u16| scene.own(year);
    let school = matches!(time, Time::SchoolYear { .. });
    school
        && scene.within(scene.clause(index)).any(|found| match &found.time {
            Time::SchoolYear { first, last } => !own(first.value) && !own(last.value),
            _ => false,
        })
}

/// Whether a time of the coming year is the end of a period that the clause names, or a time would move into
/// a period of some years that begins behind it: "xây dựng kế hoạch 5 năm 2026 - 2030 trong quý IV/2025".
fn ends_period(scene: &Scene, index: usize, time: &Time) -> bool {
    let [year] = time.years()[..] else { return false };
    let ends = |last: &Numeral| scene.distance(year.value) == 1 && last.value == year.value;
    let acts = part(time) || scene.led_by(index, &["đầu", "giữa", "cuối"]);
    let begins = |first: &Numeral, last: &Numeral| {
        let ahead = i32::from(first.value) - i32::from(year.value);
        // Plans over three years are made anew every year.
        acts && last.value >= first.value + 3 && (1..=scene.delta()).contains(&ahead)
    };
    scene.within(scene.clause(index)).any(|found| match &found.time {
        Time::Period { first, last, .. } | Time::Term { first, last } => {
            ends(last) || begins(first, last)
        }
        _ => false,
    })
}

/// Whether the years of the sentence are steps: "năm 2024 …, năm 2025 …, năm 2026 …".
fn roadmap(scene: &Scene, index: usize, time: &Time) -> bool {
    let just_outside = scene.within(scene.sentence(index)).any(|found| match &found.time {
        Time::Year { year, .. } => scene.distance(year.value).abs() == 2,
        _ => false,
    });
    let years = matches!(time, Time::Year { .. } | Time::Years(_));
    years && (just_outside || scene.has(scene.clause(index), &["lộ trình"]))
}

/// Whether the year would catch up with one of the clause that is asked about, because a plan may look as
/// far: "năm 2024 giảm còn 5%, đến năm 2025 còn dưới 4%".
fn caught_up(scene: &Scene, index: usize, time: &Time) -> bool {
    let Time::Year { year: own, .. } = time else { return false };
    let clause = scene.clause(index);
    scene.within(clause.clone()).any(|found| {
        let Time::Year { year, .. } = &found.time else { return false };
        let ahead = i32::from(year.value) - i32::from(own.value);
        let start = scene.tokens.index_at(found.range.start);
        (1..=scene.delta()).contains(&ahead)
            && scene.tokens.ends_any(start, &words::UNTIL).is_some()
            && !scene.has(clause.start..start, &words::STRATEGIES)
    })
}

/// Whether a day or month is told together with a feast of the lunar calendar.
fn lunar_day(scene: &Scene, index: usize, time: &Time) -> bool {
    let day = matches!(time, Time::Day(_) | Time::Range { .. } | Time::Month { .. });
    let clause = scene.clause(index);
    let named = beside(scene, index, |time| matches!(time, Time::LunarYear { .. }));
    // "ngày 01/01/2024 (tức ngày 20/11 năm Quý Mão)": two calendars for one day.
    let both = named && scene.has(clause.clone(), &["tức"]);
    both || (day && (named || scene.has(clause, &words::LUNAR)))
}
