//! What becomes of each kind of expression.

use crate::calendar::expression::{Day, Label, Numeral, Time, Zodiac};

use super::edit::{self, Edit, Verdict};
use super::figures::{self, Report};
use super::scene::Scene;
use super::{Doubt, KeptBecause, Reason, anniversary, citation, objections, words};

/// What becomes of one expression.
pub(super) fn judge(scene: &Scene, index: usize) -> Verdict {
    let Some(expression) = scene.found.get(index) else { return Verdict::default() };
    if scene.is_list(index) {
        return Verdict::ask(Doubt::TooMany);
    }
    match &expression.time {
        Time::Citation(own) => citation::judge(scene, index, own),
        Time::Anniversary(own) => anniversary::judge(scene, index, own),
        Time::YearlessDay => Verdict::keep(KeptBecause::Yearless),
        Time::Relative | Time::HalfYear { year: None, .. } => {
            Verdict::keep(KeptBecause::Relative)
        }
        Time::Review { .. } => Verdict::ask(Doubt::OneOffReview),
        Time::Ordinal => ordinal(scene, index),
        Time::Term { last, .. } if scene.runs_out(last.value) => {
            Verdict::ask(Doubt::PeriodEnds)
        }
        Time::Term { .. } if scene.congress(scene.clause(index)) => {
            Verdict::ask(Doubt::Congress)
        }
        Time::Term { first, last } => term(scene, index, first, last),
        other => own_time(scene, index, other),
    }
}

/// "nhiệm kỳ 2020 - 2025", which goes on.
fn term(scene: &Scene, index: usize, first: &Numeral, last: &Numeral) -> Verdict {
    let begins = scene.distance(first.value) >= -1;
    if begins && scene.has(scene.clause(index), words::VOTED) {
        return Verdict::ask(Doubt::Election);
    }
    // "hai năm cuối nhiệm kỳ (2024 - 2025)"
    if last.value == first.value + 1 && scene.own(last.value) {
        return Verdict::ask(Doubt::PeriodEnds);
    }
    Verdict::keep(KeptBecause::Term)
}

/// A time that may be the document's own: it moves if nothing speaks against it.
fn own_time(scene: &Scene, index: usize, time: &Time) -> Verdict {
    let verdict = match time {
        Time::Year { year, label } => year_alone(scene, index, year, *label),
        Time::Years(years) => year_list(scene, index, years),
        Time::SchoolYear { first, last } => school_year(scene, index, first, last),
        Time::Day(day) => full_day(scene, index, day),
        Time::Month { year, .. } => part(scene, index, year, Reason::Month),
        Time::Quarter { year } => part(scene, index, year, Reason::Quarter),
        Time::HalfYear { year: Some(year), .. } => part(scene, index, year, Reason::HalfYear),
        Time::Range { first, last } => range(scene, index, first, last),
        Time::Period { first, last, count } => {
            period(scene, index, first, last, count.as_ref())
        }
        Time::LunarYear { zodiac, name, year } => {
            lunar(scene, *zodiac, name.start, year.as_ref())
        }
        _ => Verdict::default(),
    };
    if verdict.edits.is_empty() { verdict } else { objections(scene, index, time, verdict) }
}

/// The change, unless something speaks against it.
fn objections(scene: &Scene, index: usize, time: &Time, verdict: Verdict) -> Verdict {
    if let Some(doubt) = objections::objection(scene, index, time) {
        return Verdict::ask(doubt);
    }
    let rolling = matches!(time, Time::Period { .. });
    let due = scene.led_by(index, words::DUE) && !matches!(time, Time::Year { .. });
    match figures::report(scene, index) {
        Report::Result => Verdict::ask(Doubt::Result),
        Report::Target if !due && !rolling => {
            Verdict { doubt: Some(Doubt::TargetFigure), ..verdict }
        }
        Report::Target | Report::None => verdict,
    }
}

/// A year by itself.
fn year_alone(scene: &Scene, index: usize, year: &Numeral, label: Label) -> Verdict {
    if let Some(verdict) = far(scene, index, year) {
        return verdict;
    }
    if label == Label::Unsure {
        return Verdict::ask(Doubt::BareYear);
    }
    if let Some(verdict) = beginning(scene, index) {
        return verdict;
    }
    let clause = scene.clause(index);

    // The end of the coming year is more often the end of a period than a deadline.
    let coming = scene.distance(year.value) == 1 && scene.led_by(index, words::BY_THE_END);
    if coming || scene.led_by(index, words::UNTIL) {
        let before = clause.start..scene.place(index).start;
        return if scene.has(before, words::STRATEGIES) {
            Verdict::keep(KeptBecause::Horizon)
        } else {
            Verdict::ask(Doubt::Horizon)
        };
    }

    Verdict::change(edit::years(&[year], scene.delta(), Reason::Year))
}

/// A year outside of the frame stays.
fn far(scene: &Scene, index: usize, year: &Numeral) -> Option<Verdict> {
    if scene.own(year.value) {
        return None;
    }
    let person = scene.tokens.is(scene.place(index).start, "ngày");
    if !person && scene.born(index, words::BORN) && scene.has_own_year(index) {
        return Some(Verdict::ask(Doubt::Cohort));
    }
    let distance = scene.distance(year.value);
    if distance.abs() == 2 && scene.led_by(index, words::OWN_WORK) {
        return Some(Verdict::ask(Doubt::NearYear));
    }
    let reason = if distance < 0 { KeptBecause::History } else { KeptBecause::Horizon };
    Some(Verdict::keep(reason))
}

/// "từ năm 2025 trở đi", "kể từ ngày 01/01/2024", "từ năm 2024": a beginning.
fn beginning(scene: &Scene, index: usize) -> Option<Verdict> {
    // "có hiệu lực thi hành (01/8/2024)"
    let start = scene.place(index).start;
    let bracket = start.checked_sub(1).filter(|at| scene.tokens.mark(*at, '('));
    let told = bracket.and_then(|at| scene.tokens.ends_any(at, words::IN_FORCE));
    let in_force = told.is_some() || scene.led_by(index, words::IN_FORCE);
    if in_force || scene.born(index, &["sinh"]) {
        return Some(Verdict::keep(KeptBecause::LegalDay));
    }
    if scene.followed_by(index, words::FOR_GOOD) {
        return Some(Verdict::keep(KeptBecause::StandingRule));
    }
    if !scene.led_by(index, words::OPEN) {
        return None;
    }
    let place = scene.place(index);
    // "từ tháng 01 đến tháng 12 năm 2024" has its end within itself; "năm học 2023 - 2024" is one
    // time.
    let school = scene
        .found
        .get(index)
        .is_some_and(|own| matches!(own.time, Time::SchoolYear { .. }));
    let inside = !school
        && place
            .clone()
            .any(|at| scene.tokens.is(at, "đến") || scene.tokens.mark(at, '-'));
    if inside {
        return None;
    }
    let behind = place.end..(place.end + 5).min(scene.tokens.len());
    let ends = scene.has(behind.clone(), &["đến", "sang"]) && !scene.has(behind, &["đến nay"]);
    let before = scene.clause(index).start..place.start;
    let takes_place = scene.has(before, words::TAKES_PLACE);
    (!ends && !takes_place).then(|| Verdict::ask(Doubt::OpenStart))
}

/// "năm 2023, 2024": the list moves as a whole or not at all.
fn year_list(scene: &Scene, index: usize, years: &[Numeral]) -> Verdict {
    if scene.born(index, words::BORN) {
        return Verdict::ask(Doubt::Cohort);
    }
    let own = years.iter().filter(|year| scene.own(year.value)).count();
    if own == 0 {
        return Verdict::keep(KeptBecause::History);
    }
    if own < years.len() {
        return Verdict::ask(Doubt::PartlyOwn);
    }
    // "các năm 2023 - 2024" are two years; "năm 2024 - 2025" may be one undertaking.
    let dashed = scene.place(index).any(|at| scene.tokens.mark(at, '-'));
    if dashed && !scene.led_by(index, &["các", "những", "2", "02", "hai"]) {
        return Verdict::ask(Doubt::PeriodEnds);
    }
    let years: Vec<&Numeral> = years.iter().collect();
    Verdict::change(edit::years(&years, scene.delta(), Reason::Year))
}

/// "năm học 2023 - 2024": the document's own when one of its years is.
fn school_year(scene: &Scene, index: usize, first: &Numeral, last: &Numeral) -> Verdict {
    if !(scene.own(first.value) || scene.own(last.value)) {
        let past = scene.distance(last.value) < 0;
        let reason = if past { KeptBecause::History } else { KeptBecause::Horizon };
        return Verdict::keep(reason);
    }
    if let Some(verdict) = beginning(scene, index) {
        return verdict;
    }
    Verdict::change(edit::years(&[first, last], scene.delta(), Reason::SchoolYear))
}

/// A month, a quarter or some months of a year.
fn part(scene: &Scene, index: usize, year: &Numeral, reason: Reason) -> Verdict {
    if let Some(verdict) = far(scene, index, year).or_else(|| beginning(scene, index)) {
        return verdict;
    }
    Verdict::change(edit::years(&[year], scene.delta(), reason))
}

/// A day with its year.
fn full_day(scene: &Scene, index: usize, day: &Day) -> Verdict {
    if let Some(verdict) = far(scene, index, &day.year).or_else(|| beginning(scene, index)) {
        return verdict;
    }
    let place = scene.place(index);
    let marked =
        |at: &usize| scene.tokens.any_mark(*at).is_some_and(|mark| ",(".contains(mark));
    let comma = place.start.checked_sub(1).filter(marked);
    let before = scene.tokens.ends_any(comma.unwrap_or(place.start), words::WEEKDAYS);
    let bracket = place.end + usize::from(scene.tokens.mark(place.end, '('));
    let bracket = bracket + usize::from(scene.tokens.mark(bracket, ','));
    let behind = scene.tokens.starts_any(bracket, words::WEEKDAYS);
    if before.is_some() || (behind.is_some() && bracket > place.end) {
        return Verdict::ask(Doubt::Weekday);
    }
    let clause = scene.clause(index);
    let told =
        scene.has(clause.start..place.start, &["tại", "theo", "sau", "từ", "biên bản", "đơn"]);
    if document_day(scene, index) {
        return Verdict::ask(Doubt::YearlyDocument);
    }
    let tells = scene
        .within(place.end..clause.end)
        .any(|found| matches!(found.time, Time::Citation(_)))
        && scene.tokens.mark(place.end, ',');
    if tells || scene.led_by(index, words::HAPPENED) && told {
        return Verdict::ask(Doubt::PastEvent);
    }
    Verdict::change(edit::day(day, scene.delta(), Reason::Day))
}

/// "Tờ trình ngày 12/01/2024": the day of a document without a number.
fn document_day(scene: &Scene, index: usize) -> bool {
    let place = scene.place(index);
    let tokens = scene.tokens;
    (place.start.saturating_sub(6)..place.start)
        .rev()
        .take_while(|at| tokens.word(*at).is_some())
        .take_while(|at| !words::BREAKS_NAME.iter().any(|word| tokens.is(*at, word)))
        .any(|at| tokens.capital(at) && tokens.starts_any(at, words::DOCUMENTS).is_some())
}

/// From one day or month to another: the year's own work when it takes no longer than a year.
fn range(scene: &Scene, index: usize, first: &Time, last: &Time) -> Verdict {
    let (Some(start), Some(end)) =
        (first.years().first().copied(), last.years().last().copied())
    else {
        return Verdict::default();
    };
    if let Some(verdict) = far(scene, index, end).filter(|far| far.doubt.is_some()) {
        return verdict;
    }
    if !scene.own(end.value) {
        let past = scene.distance(end.value) < 0;
        let reason = if past { KeptBecause::History } else { KeptBecause::Horizon };
        return Verdict::keep(reason);
    }
    if scene.led_by(index, words::IN_FORCE) {
        return Verdict::keep(KeptBecause::LegalDay);
    }
    if scene.born(index, words::BORN) {
        return Verdict::ask(Doubt::Cohort);
    }
    let months = |time: &Time, year: &Numeral| {
        let month = match time {
            Time::Day(day) => day.month.value,
            Time::Month { month, .. } => month.value,
            _ => 6,
        };
        i32::from(year.value) * 12 + i32::from(month)
    };
    let length = months(last, end) - months(first, start);
    if !(0..=12).contains(&length) {
        return Verdict::ask(Doubt::PeriodEnds);
    }
    // A whole year that begins in this one: an undertaking of its own, not this year's work.
    let quarters = [first, last].iter().any(|time| matches!(time, Time::Quarter { .. }));
    let onward = !quarters && length >= 11 && scene.distance(end.value) == 1;
    if onward || scene.has(scene.clause(index), &["thí điểm"]) {
        return Verdict::ask(Doubt::OpenStart);
    }
    let delta = scene.delta();
    let edits = [first, last].map(|time| match time {
        Time::Day(day) => edit::day(day, delta, Reason::Range),
        other => edit::years(&other.years(), delta, Reason::Range),
    });
    let edits: Option<Vec<Vec<Edit>>> = edits.into_iter().collect();
    Verdict::change(edits.map(|edits| edits.concat()))
}

/// "giai đoạn 2021 - 2025" stays; the budget over three years moves on every year.
fn period(
    scene: &Scene,
    index: usize,
    first: &Numeral,
    last: &Numeral,
    count: Option<&Numeral>,
) -> Verdict {
    let clause = scene.clause(index);
    if scene.born(index, words::BORN) {
        return Verdict::ask(Doubt::Cohort);
    }
    let three = last.value == first.value + 2;
    let told = count.is_some_and(|count| count.value == 3)
        || scene.has(clause.clone(), &["03 năm", "3 năm", "ba năm"]);
    // "kế hoạch năm 2024 và kế hoạch 3 năm 2024 - 2026"
    let budget = scene.has(clause.clone(), words::BUDGETS)
        || scene.led_by(index, &["kế hoạch"]) && scene.has(clause.clone(), &["kế hoạch năm"]);
    let fixed = scene.has(clause.clone(), words::FIXED);
    if three && told && budget && !fixed {
        let delta = scene.delta();
        return Verdict::change(edit::years(&[first, last], delta, Reason::Rolling));
    }
    if three && told && !fixed && (0..=2).contains(&scene.distance(first.value)) {
        return Verdict::ask(Doubt::PartlyOwn);
    }
    let before = clause.start..scene.place(index).start;
    if count.is_some() && scene.has(before, &["tổng kết", "sơ kết"]) {
        return Verdict::ask(Doubt::OneOffReview);
    }
    let counted = count.is_some() || scene.tokens.is(scene.place(index).start, "từ");
    if counted && scene.distance(last.value) == -1 {
        return Verdict::ask(Doubt::PartlyOwn);
    }
    if scene.runs_out(last.value) || (scene.own(first.value) && scene.own(last.value)) {
        return Verdict::ask(Doubt::PeriodEnds);
    }
    Verdict::keep(KeptBecause::Period)
}

/// "Giáp Thìn 2024": the name and the number move together.
fn lunar(scene: &Scene, zodiac: Zodiac, name: usize, year: Option<&Numeral>) -> Verdict {
    let from = scene.frame.from.get();
    let own = (from.saturating_sub(1)..=from + 1).find(|year| Zodiac::of(*year) == zodiac);
    let Some(own) = own else { return Verdict::keep(KeptBecause::History) };
    if year.is_some_and(|year| year.value != own) {
        return Verdict::ask(Doubt::Contradiction);
    }
    let Some(new) = edit::moved(own, scene.delta()) else {
        return Verdict::ask(Doubt::OutOfRange);
    };
    let (stem, branch) = Zodiac::of(new).words();
    let at = scene.tokens.index_at(name);
    let mut edits: Vec<Edit> = [(at, stem), (at + 1, branch)]
        .into_iter()
        .filter_map(|(at, word)| {
            let old = scene.tokens.get(at)?.range.clone();
            let capitals = scene.text.get(old.clone())?.chars().all(char::is_uppercase);
            let new = if capitals { word.to_uppercase() } else { word.to_owned() };
            Some(Edit { old, new, reason: Reason::LunarYear, date: None })
        })
        .collect();
    let number = year.map(|year| edit::year(year, scene.delta(), Reason::LunarYear));
    match number {
        Some(None) => return Verdict::ask(Doubt::OutOfRange),
        Some(Some(edit)) => edits.push(edit),
        None => {}
    }
    Verdict::change(Some(edits))
}

/// "lần thứ VI": the next one is another.
fn ordinal(scene: &Scene, index: usize) -> Verdict {
    if scene.led_by(index, words::OF_CONGRESS) {
        return Verdict::keep(KeptBecause::Citation);
    }
    let clause = scene.clause(index);
    let mut years = scene
        .within(clause.clone())
        .flat_map(|found| found.time.years())
        .peekable();
    if years.peek().is_some() && !years.any(|year| scene.distance(year.value) >= -1) {
        return Verdict::keep(KeptBecause::History);
    }
    let doubt = if scene.congress(clause) { Doubt::Congress } else { Doubt::Ordinal };
    Verdict::ask(doubt)
}
