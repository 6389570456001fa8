//! The office: the agencies that issue, receive and carry out, who signs for them, and how the
//! office wants its papers to look within the decree's ranges.
//!
//! Everything that can change over the years is dated: an agency and a signer have a [`Period`].

mod agency;
mod looks;

pub use agency::{
    Agency, AgencyId, Authority, Cluster, ClusterId, Directory, Letterhead, Office, Period,
    Signer, SignerId,
};
pub use looks::{BasesForm, Element, Looks, Margins, Range, Sizes, limits};
