//! The office: the agencies that issue, receive and carry out, who signs for them, and how the
//! office wants its papers to look within the decree's ranges.
//!
//! Everything that can change over the years is dated: an agency and a signer have a [`Validity`].

mod agency;
mod directory;
mod document_limits;
mod layout_settings;
mod level;
mod signer;
mod validity;

#[cfg(any(test, fuzzing))]
pub(crate) use agency::blank;
pub use agency::{Agency, AgencyId, Cluster, ClusterId, Letterhead, Successor};
pub use directory::Directory;
pub use document_limits::Limits;
pub use layout_settings::{
    BasesForm, Element, LayoutChange, LayoutSettings, Margins, Range, Sizes, limits,
};
pub use level::Level;
pub use signer::{Authority, Competence, Office, Signer, SignerId, collective_of};
pub use validity::Validity;
