# Written from the core's declarations: cargo xtask generate
"""Every command and every query of a plant, for threads: each call waits for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from foodwms._native import (
    Applied,
    Page,
    # classes
)
from foodwms.enums import (
    # enums
)
from foodwms.unions import Command, Query

__all__ = ["BlockingPlantApi"]


def _page(after: str | None, limit: int | None) -> PageRequest | None:
    if after is None and limit is None:
        return None
    return PageRequest(after=after, limit=limit)


class BlockingPlantApi:
    """The commands and queries of a plant: each call waits, while other threads go on."""

    __slots__ = ()

    def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        raise NotImplementedError

    def _ask(self, query: Query) -> Any:
        raise NotImplementedError
