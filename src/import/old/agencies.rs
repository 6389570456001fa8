//! Names of agencies as old papers write them.

use crate::office::{Agency, Directory};
use crate::sheets::name_key;

/// The agency of a name, whichever of its names that is.
pub(super) fn named<'d>(directory: &'d Directory, name: &str) -> Option<&'d Agency> {
    let key = key(name);
    let has = |names: fn(&Agency) -> &str| {
        directory.agencies().find(|agency| self::key(names(agency)) == key)
    };
    let found = has(|agency| &agency.list_name)
        .or_else(|| has(|agency| &agency.short_name))
        .or_else(|| has(|agency| &agency.name));
    found.map(AsRef::as_ref)
}

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
