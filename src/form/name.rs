//! What keys and forms are called, in both languages: a sheet is Vietnamese whoever runs the program.

use std::sync::Arc;

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Names {
    /// Vietnamese.
    pub(crate) vi: Arc<str>,
    /// English.
    pub(crate) en: Arc<str>,
}

/// A key, and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyName {
    /// The key.
    pub(crate) key: Arc<str>,
    /// What people call it.
    pub(crate) names: Names,
}
