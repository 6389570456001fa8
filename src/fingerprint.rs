//! Fingerprints: one number for all that something was made from.
//!
//! Documents are made again when their fingerprint changes, and only then. Every part counts with
//! its length, so that parts cannot flow into each other.

use std::fmt;

use typst::utils::hash128;

/// 128 bits of what went in; equal for equal parts on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// Of a text or a file.
    pub fn of(bytes: &[u8]) -> Self {
        Self(hash128(bytes))
    }

    /// Of several parts in order.
    pub fn of_all<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        parts.into_iter().fold(Self(0), Self::and)
    }

    /// Together with another part.
    #[must_use]
    pub fn and(self, part: &[u8]) -> Self {
        Self(hash128(&(self.0, part)))
    }

    /// Together with another fingerprint.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self(hash128(&(self.0, other.0)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn parts_do_not_flow_into_each_other() {
        let of = |parts: [&str; 2]| Fingerprint::of_all(parts.map(str::as_bytes));
        assert_eq!(of(["a", "b"]), of(["a", "b"]));
        assert_ne!(of(["a", "b"]), of(["ab", ""]));
        assert_ne!(of(["a", "b"]), of(["b", "a"]));
        assert_eq!(of(["a", "b"]).to_string().len(), 32);
    }
}
