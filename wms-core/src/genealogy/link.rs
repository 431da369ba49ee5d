use crate::{amount::Kilograms, ids::LotId, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// How the kilograms of a link are known.
    pub enum LinkMethod {
        /// Shared out by output weight.
        Allocated = "ALLOCATED", hu "felosztott", en "allocated";
        /// Weighed: given with the transform.
        Measured = "MEASURED", hu "mért", en "measured";
    }
}

/// Parent → child, with the kilograms of the parent that went into the child; 0 g keeps the link, for the trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Link {
    /// The lot used.
    pub parent: LotId,
    /// The lot made.
    pub child: LotId,
    /// The parent's kilograms in the child.
    pub quantity_kg: Kilograms,
    /// How they are known.
    pub method: LinkMethod,
}
