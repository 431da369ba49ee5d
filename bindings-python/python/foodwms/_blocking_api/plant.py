# Written from the core's declarations: cargo xtask generate
"""Sites and policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from foodwms._blocking_api.doors import Doors
from foodwms._native import (
    Actor,
    Applied,
    DefineSite,
    GetPolicy,
    GetSite,
    PlantPolicy,
    PolicyChange,
    SetPolicy,
    SiteView,
)


class PlantMethods(Doors):
    """Sites and policy."""

    __slots__ = ()

    def define_site(
        self,
        actor: Actor,
        *,
        site: str,
        name: Mapping[str, str],
        time_zone: ZoneInfo | str,
        day_starts_at: time | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[None]:
        """Defines a site, once.

        Args:
            actor: Who acts.
            site: Its code.
            name: Its name.
            time_zone: Where its wall clock hangs.
            day_starts_at: When its production day begins. ("00:00" where it is left out)
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[None] = self._run(
            DefineSite(
                site=site,
                name=name,
                time_zone=time_zone,
                day_starts_at=day_starts_at,
            ),
            actor,
            key,
            at,
        )
        return answer

    def set_policy(
        self,
        actor: Actor,
        *,
        policy: PolicyChange,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[PlantPolicy]:
        """Changes the plant's policy.

        Args:
            actor: Who acts.
            policy: What is given.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[PlantPolicy] = self._run(
            SetPolicy(
                policy=policy,
            ),
            actor,
            key,
            at,
        )
        return answer

    def get_site(
        self,
        site: str,
    ) -> SiteView:
        """A site.

        Args:
            site: Which one.
        """
        answer: SiteView = self._ask(
            GetSite(
                site=site,
            ),
        )
        return answer

    def get_policy(
        self,
    ) -> PlantPolicy:
        """The plant's policy."""
        answer: PlantPolicy = self._ask(
            GetPolicy(
            ),
        )
        return answer
