//! What the rows of a file are held against.

use super::names::OfficeNames;
use crate::calendar::Year;
use crate::office::AgencyId;

/// What rows are held against.
pub(super) struct Known<'a> {
    /// The names of units and awards.
    pub(super) names: OfficeNames<'a>,
    /// The year of the records.
    pub(super) year: Year,
    /// The unit after which the file is named.
    pub(super) own: Option<AgencyId>,
}
