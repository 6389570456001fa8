//! The office: the agencies that issue, receive and carry out, who signs for them, and how the
//! office wants its papers to look within the decree's ranges.
//!
//! Everything that can change over the years is dated: an agency and a signer have a [`Period`].

mod agency;
mod level;
mod looks;

#[cfg(test)]
pub(crate) use agency::blank;
pub use agency::{
    Agency, AgencyId, Authority, Cluster, ClusterId, Competence, Directory, Letterhead,
    Office, Period, Signer, SignerId, Successor, collective_of,
};
pub use level::Level;
pub use looks::{BasesForm, Element, LayoutChange, Looks, Margins, Range, Sizes, limits};
