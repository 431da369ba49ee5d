# Written from the core's declarations: cargo xtask generate
"""What the methods of a plant go through, for threads."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from foodwms._native import Actor
from foodwms.unions import Command, Query


class Doors:
    """What a plant has to have for its methods."""

    __slots__ = ()

    def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        raise NotImplementedError

    def _ask(self, query: Query) -> Any:
        raise NotImplementedError
