//! Who acts, and what each role may (rule book, section 3).
mod permission;

pub use permission::Permissions;

use crate::{
    ids::{DeviceId, UserId},
    vocabulary::vocabulary,
};
use serde::Serialize;

vocabulary! {
    /// The roles of a plant.
    pub enum Role {
        /// Runs the system.
        Admin = "ADMIN", hu "adminisztrátor", en "administrator";
        /// Runs the plant and decides about goods.
        Manager = "MANAGER", hu "üzemvezető", en "manager";
        /// Watches over quality.
        Auditor = "AUDITOR", hu "minőségellenőr", en "auditor";
        /// Works on the line.
        Operator = "OPERATOR", hu "kezelő", en "operator";
        /// Looks.
        Viewer = "VIEWER", hu "megtekintő", en "viewer";
    }
}

/// Who acts. The host authenticates; the library authorizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Actor {
    /// The user, as the host authenticated it.
    pub user_id: UserId,
    /// The user's role.
    pub role: Role,
    /// The device it came from.
    pub device_id: Option<DeviceId>,
}

impl Actor {
    /// A user in a role.
    #[must_use]
    pub const fn new(user_id: UserId, role: Role) -> Self {
        Self {
            user_id,
            role,
            device_id: None,
        }
    }

    /// The same user, on a device.
    #[must_use]
    pub const fn on_device(self, device_id: DeviceId) -> Self {
        Self {
            device_id: Some(device_id),
            ..self
        }
    }

    /// Manager or administrator: the rights of section 3 that are guards, not permissions.
    #[must_use]
    pub const fn manages(&self) -> bool {
        matches!(self.role, Role::Admin | Role::Manager)
    }
}
