# Written from the core's declarations: cargo xtask generate
"""The log."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    AuditEvent,
    AuditEvents,
    Changes,
    ChangesPage,
    Page,
)
from foodwms._pages import page
from foodwms.enums import (
    EntityType,
    EventType,
)


class AuditMethods(Doors):
    """The log."""

    __slots__ = ()

    async def audit_events(
        self,
        *,
        entity_type: EntityType | None = None,
        entity_id: str | None = None,
        event_type: EventType | None = None,
        user_id: UUID | str | None = None,
        from_: datetime | None = None,
        to: datetime | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[AuditEvent]:
        """The audit log, newest first.

        Args:
            entity_type: That changed an entity of this kind.
            entity_id: That changed the entity with this id.
            event_type: Of this type.
            user_id: By this user.
            from_: Recorded at this time or later.
            to: Recorded before this time.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[AuditEvent] = await self._ask(
            AuditEvents(
                entity_type=entity_type,
                entity_id=entity_id,
                event_type=event_type,
                user_id=user_id,
                from_=from_,
                to=to,
                page=page(after, limit),
            ),
        )
        return answer

    async def changes(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> ChangesPage:
        """Everything recorded, in order, for followers.

        Args:
            after: Where to go on.
            limit: How many, 1–1000. (100 where it is left out)
        """
        answer: ChangesPage = await self._ask(
            Changes(
                after=after,
                limit=limit,
            ),
        )
        return answer
