//! The office: the agencies that issue, receive and carry out, who signs for them, and how the office
//! wants its papers to look within the decree's ranges.
//!
//! Values that `shared` reads and everybody asks: on this day, how is this agency called, who signs
//! for it and as what? Everything that can change over the years is dated: an agency and a signer
//! have a [`Validity`]. So a paper of 2024 keeps its letterhead when the district is gone in 2025.

mod agency;
mod directory;
mod document_limits;
mod layout_settings;
mod level;
mod signer;
mod validity;

#[cfg(any(test, fuzzing))]
pub(crate) use agency::blank;
pub(crate) use agency::{Agency, AgencyId, Cluster, ClusterId, Letterhead, Successor};
pub(crate) use directory::Directory;
pub(crate) use document_limits::Limits;
pub(crate) use layout_settings::{
    BasesForm, Element, LayoutChange, LayoutSettings, Range, limits,
};
pub(crate) use level::Level;
pub(crate) use signer::{Authority, Competence, Office, Signer, SignerId, collective_of};
pub(crate) use validity::Validity;
