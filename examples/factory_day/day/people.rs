//! Who acts: the host knows its people, the library their roles.
use super::ids::Ids;
use std::collections::HashMap;
use wms_core::actor::{Actor, Role};

/// The people of a plant.
#[derive(Debug)]
pub(crate) struct People {
    /// Sets the plant up.
    pub(crate) admin: Actor,
    /// Approves the flow: never its author.
    pub(crate) plant_manager: Actor,
    /// Whoever stands at the line, the scales, the probes.
    pub(crate) operator: Actor,
    named: HashMap<String, Actor>,
}

impl People {
    pub(crate) fn new(ids: &mut Ids) -> Self {
        let mut hire = |role| Actor::new(ids.next(), role);
        Self {
            admin: hire(Role::Admin),
            plant_manager: hire(Role::Manager),
            operator: hire(Role::Operator),
            named: HashMap::new(),
        }
    }

    /// Somebody the files name; the first time they do decides the role.
    pub(crate) fn named(&mut self, name: &str, role: Role, ids: &mut Ids) -> Actor {
        if let Some(known) = self.named.get(name).filter(|known| known.role == role) {
            return *known;
        }
        let actor = Actor::new(ids.next(), role);
        self.named.insert(name.to_owned(), actor);
        actor
    }
}
