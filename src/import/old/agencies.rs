//! Agencies by their header blocks, and by who signs for them.

use crate::office::{Agency, Directory};
use crate::sheets::name_key;

/// The agency whose header block has these lines.
pub(super) fn of_letterhead<'d>(
    directory: &'d Directory,
    lines: &[String],
) -> Option<&'d Agency> {
    let whole = key(&lines.join(" "));
    let fits = |agency: &&Agency| {
        agency.letterhead.as_ref().is_some_and(|own| {
            let name = key(&own.name.join(" "));
            let with_parent =
                own.parent.as_ref().map(|parent| format!("{} {name}", key(parent)));
            whole == name || Some(&whole) == with_parent.as_ref()
        })
    };
    directory.agencies().map(AsRef::as_ref).find(fits)
}

/// Who signs by this name, and for which agency.
pub(super) fn signer<'d>(
    directory: &'d Directory,
    name: &str,
) -> Option<(&'d Agency, &'d str)> {
    let wanted = key(name);
    directory.agencies().find_map(|agency| {
        let own = |signer: &&crate::office::Signer| {
            signer.name.as_ref().is_some_and(|name| key(name) == wanted)
        };
        let signer = agency.signers.iter().find(own)?;
        Some((agency.as_ref(), signer.id.0.as_str()))
    })
}

fn key(name: &str) -> String {
    name_key(name.trim_end_matches(['.', ';', ',', ':']).trim())
}
