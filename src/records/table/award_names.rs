//! Titles of emulation and forms of commendation as clerks write them.

use std::collections::BTreeMap;

use super::short::is_short_for;
use super::words::level_of_office;
use crate::diag::Diagnostic;
use crate::law::{Award, AwardId, Awards};
use crate::sheets::{fold, name_key, suggest};

/// What may stand before the name of an award.
const BEFORE_AWARD: [&str; 2] = ["danh hiệu ", "hình thức "];

/// What stands between an award and who grants it.
const BY: &str = " của ";

/// The names of awards.
pub(crate) struct AwardNames<'a> {
    all: &'a Awards,
    ids: BTreeMap<String, AwardId>,
}

impl<'a> AwardNames<'a> {
    /// Those of all awards. Of two with one name the first is meant.
    pub(crate) fn new(all: &'a Awards) -> Self {
        let mut ids = BTreeMap::new();
        for award in all.all() {
            ids.entry(name_key(&award.name)).or_insert_with(|| award.id.clone());
        }
        Self { all, ids }
    }

    /// The award of an id, its full name ("Danh hiệu “Lao động tiên tiến”", too), a short form of it, or its
    /// name with who grants it.
    pub(crate) fn award(&self, given: &str) -> Option<AwardId> {
        let id = AwardId(fold(given));
        if self.all.get(&id).is_some() {
            return Some(id);
        }
        let key = name_key(&given.replace(['"', '“', '”'], " "));
        let bare = BEFORE_AWARD.iter().find_map(|before| key.strip_prefix(*before));
        let named = self.ids.get(&key).or_else(|| self.ids.get(bare?));
        if let Some(id) = named {
            return Some(id.clone());
        }
        let is_short = |award: &Award| {
            let long = BEFORE_AWARD.map(|before| format!("{before}{}", award.name));
            is_short_for(given, &award.name)
                || long.iter().any(|name| is_short_for(given, name))
        };
        let only = |is: &dyn Fn(&Award) -> bool| {
            let mut found = self.all.all().iter().filter(|award| is(award));
            let first = found.next()?;
            found.next().is_none().then(|| first.id.clone())
        };
        only(&is_short).or_else(|| only(&granted_by(bare.unwrap_or(&key))?))
    }

    /// The level of who grants an award by what a text adds to its name: "Giấy khen của Chủ tịch UBND huyện".
    pub(crate) fn level_of_grantor(&self, award: &str) -> Option<&'static str> {
        let key = name_key(award);
        if self.ids.contains_key(&key) {
            return None;
        }
        let (_, office) = key.split_once(BY)?;
        level_of_office(office)
    }

    /// What a paper prints for an award that a text names: its name, or the text where that tells who grants it.
    pub(crate) fn printed(&self, given: &str, award: &Award) -> String {
        let is_own = self.ids.contains_key(&name_key(given));
        let tells_grantor =
            !is_own && given.contains(BY) && granted_by(&name_key(given)).is_some();
        if tells_grantor { given.to_owned() } else { award.name.clone() }
    }

    /// Adds the name of an award that was most likely meant.
    pub(crate) fn suggest(&self, problem: Diagnostic, given: &str) -> Diagnostic {
        let names = self.all.all().iter().map(|award| award.name.as_str());
        let ids = self.all.all().iter().map(|award| award.id.0.as_str());
        let names: Vec<&str> = names.chain(ids).collect();
        suggest(problem, given, &names)
    }
}

/// Whether an award is what a text calls by its form and by who grants it: "Giấy khen của Chủ tịch UBND huyện",
/// "Bằng khen của UBND tỉnh". None when the text is none such.
fn granted_by(key: &str) -> Option<impl Fn(&Award) -> bool> {
    let (form, office) = key.split_once(BY)?;
    let level = level_of_office(office)?;
    Some(move |award: &Award| {
        let name = name_key(&award.name);
        let (own, _) = name.split_once(BY).unwrap_or((name.as_str(), ""));
        own == form && award.grants.iter().any(|grant| grant.level.key() == level)
    })
}
