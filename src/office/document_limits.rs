//! What the making of one document may take: `limits` of `data/settings.yaml`.

use std::time::Duration;

/// What the making of one document may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Time, seconds.
    pub seconds: u64,
    /// Memory, megabytes (1 000 000 bytes).
    pub megabytes: u64,
}

impl Limits {
    /// The seconds that may be set.
    pub const SECONDS: (u64, u64) = (1, 3_600);
    /// The megabytes that may be set.
    pub const MEGABYTES: (u64, u64) = (200, 100_000);

    /// The time.
    pub fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    /// The memory, bytes.
    pub fn bytes(self) -> u64 {
        self.megabytes.saturating_mul(1_000_000)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { seconds: 60, megabytes: 1_000 }
    }
}
