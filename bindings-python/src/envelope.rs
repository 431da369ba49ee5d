//! A command with its key, its actor and the time of the act.
crate::class::class! {
    /// A command with its key, its actor and the time of the act: what `execute_many` takes, and what a device keeps
    /// until it is back online.
    Envelope(wms_core::command::Envelope) "(*, key, actor, command, at=None)" tag None,
    read |json| wms_core::command::Envelope::from_json(json),
    write |value| Ok(value.to_json()),
    {
        #[doc = "The idempotency key."] key: |v, _me| v.key;
        #[doc = "Who acts."] actor: |v, _me| v.actor;
        #[doc = "What to do."] command: |v, _me| v.command;
        #[doc = "The time of the act by the caller's clock; None: the store's."] at: |v, _me| v.at;
    }
}
