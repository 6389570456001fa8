//! "Giáp Thìn 2024".

use super::super::edit::{self, Edit, Judgement};
use super::super::reason::{Doubt, KeptBecause, Reason};
use super::super::scene::Scene;
use crate::expressions::{Numeral, Zodiac};

/// "Giáp Thìn 2024": the name and the number move together.
pub(super) fn judge(
    scene: &Scene,
    zodiac: Zodiac,
    name: usize,
    year: Option<&Numeral>,
) -> Judgement {
    let from = scene.frame.from.get();
    let own = (from.saturating_sub(1)..=from + 1).find(|year| Zodiac::of(*year) == zodiac);
    let Some(own) = own else { return Judgement::keep(KeptBecause::History) };
    if year.is_some_and(|year| year.value != own) {
        return Judgement::ask(Doubt::Contradiction);
    }
    let Some(new) = edit::moved(own, scene.delta()) else {
        return Judgement::ask(Doubt::OutOfRange);
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
        Some(None) => return Judgement::ask(Doubt::OutOfRange),
        Some(Some(edit)) => edits.push(edit),
        None => {}
    }
    Judgement::change(Some(edits))
}
