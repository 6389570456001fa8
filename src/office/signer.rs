//! Who signs, in which capacity, and on whose behalf.

use super::Validity;
use crate::diag::Place;

/// The id by which papers name a signer of their issuer, such as `chu-tich`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignerId(pub String);

/// A person who may sign, in one capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Its id; a successor has the same id and a later period.
    pub id: SignerId,
    /// Where the entry stands.
    pub place: Place,
    /// The office and the authority under which it signs.
    pub office: Office,
    /// The full name; none while it is not known.
    pub name: Option<String>,
    /// When the person is in office.
    pub validity: Validity,
}

/// Whose paper it is: decided by a body together, or by its head alone (Decree 30/2020/NĐ-CP,
/// Article 13 and Appendix I, II.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Competence {
    /// The collective's: whoever signs, signs on its behalf ("TM. ỦY BAN NHÂN DÂN").
    Collective,
    /// The head's own: "CHỦ TỊCH".
    Head,
}

impl Competence {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Collective, Self::Head];

    /// The value in YAML.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Head => "head",
        }
    }
}

/// Names of agencies that begin with one of these are collectives: they decide by majority, and
/// their head signs on their behalf (Decree 30/2020/NĐ-CP, Article 13.2).
const COLLECTIVES: [&str; 3] = ["Ủy ban nhân dân", "Hội đồng nhân dân", "Hội đồng"];

/// The collective that an agency's name says it is: "Ủy ban nhân dân" of "Ủy ban nhân dân huyện
/// Cao Lộc".
pub(crate) fn collective_of(name: &str) -> Option<&'static str> {
    COLLECTIVES.into_iter().find(|collective| {
        let rest = name.strip_prefix(collective);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The office of a signer as the signature block states it (Decree 30/2020/NĐ-CP, Appendix I,
/// II.7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// For whom the person signs, when not in the own right.
    pub authority: Option<(Authority, String)>,
    /// Whether the person only acts in the office ("Q.").
    pub acting: bool,
    /// The person's own office: "Chủ tịch".
    pub title: String,
}

/// Signing for someone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// "KT.": a deputy for the head.
    Deputy,
    /// "TL.": by order of the head.
    ByOrder,
    /// "TUQ.": by written authorisation.
    Authorised,
}

impl Authority {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Deputy, Self::ByOrder, Self::Authorised];

    /// The abbreviation without its stop, as the data and the signature block write it.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Deputy => "KT",
            Self::ByOrder => "TL",
            Self::Authorised => "TUQ",
        }
    }
}

impl Office {
    /// The head of an agency, on whose own behalf a paper is issued: "Chủ tịch Ủy ban nhân dân huyện Cao Lộc", "Trưởng
    /// phòng Nội vụ huyện Cao Lộc".
    pub fn head_of(&self, agency: &str) -> String {
        let head = self.authority.as_ref().map_or(self.title.as_str(), |(_, head)| head);
        let last = head.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        match agency.split_once(' ') {
            Some((first, rest)) if first.to_lowercase() == last => format!("{head} {rest}"),
            _ => format!("{head} {agency}"),
        }
    }

    /// The lines of the signature block, in capitals. `collective` is the body whose paper it is;
    /// none for a paper that is the head's own. KT., TL. and TUQ. stand below it.
    pub fn lines(&self, collective: Option<&str>) -> Vec<String> {
        let upper = |text: &str| text.to_uppercase();
        let mut lines = Vec::new();
        if let Some(collective) = collective {
            lines.push(format!("TM. {}", upper(collective)));
        }
        if let Some((authority, head)) = &self.authority {
            lines.push(format!("{}. {}", authority.abbreviation(), upper(head)));
        }
        let acting = if self.acting { "Q. " } else { "" };
        lines.push(format!("{acting}{}", upper(&self.title)));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(
        collective: Option<&str>,
        authority: Option<(Authority, &str)>,
        title: &str,
    ) -> Vec<String> {
        Office {
            authority: authority.map(|(kind, head)| (kind, head.to_owned())),
            acting: false,
            title: title.to_owned(),
        }
        .lines(collective)
    }

    #[test]
    fn the_signature_block_states_the_authority_as_the_decree_does() {
        assert_eq!(office(None, None, "Chủ tịch"), ["CHỦ TỊCH"]);
        assert_eq!(
            office(
                Some("Ủy ban nhân dân"),
                Some((Authority::Deputy, "Chủ tịch")),
                "Phó Chủ tịch"
            ),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
        );
        assert_eq!(
            office(None, Some((Authority::ByOrder, "Chủ tịch")), "Trưởng phòng"),
            ["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"]
        );
    }

    #[test]
    fn committees_and_councils_are_collectives_by_their_names() {
        for (name, collective) in [
            ("Ủy ban nhân dân huyện Cao Lộc", Some("Ủy ban nhân dân")),
            ("Hội đồng nhân dân tỉnh Lạng Sơn", Some("Hội đồng nhân dân")),
            ("Hội đồng Thi đua - Khen thưởng huyện Cao Lộc", Some("Hội đồng")),
            ("Phòng Nội vụ huyện Cao Lộc", None),
            ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", None),
        ] {
            assert_eq!(collective_of(name), collective, "{name}");
        }
    }
}
