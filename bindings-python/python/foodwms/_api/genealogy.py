# Written from the core's declarations: cargo xtask generate
"""Where lots came from, where they went, and how many kilograms."""

from __future__ import annotations

from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    LotBalance,
    MassBalance,
    Recall,
    RecallView,
    RunBalanceView,
    Trace,
    TraceView,
)
from foodwms.enums import (
    Direction,
)


class GenealogyMethods(Doors):
    """Where lots came from, where they went, and how many kilograms."""

    __slots__ = ()

    async def trace(
        self,
        lot: UUID | str,
        *,
        direction: Direction,
        depth: int | None = None,
    ) -> TraceView:
        """Where a lot came from and where it went.

        Args:
            lot: The lot.
            direction: Which way.
            depth: How far; none: all the way. 0 is the lot alone.
        """
        answer: TraceView = await self._ask(
            Trace(
                lot=lot,
                direction=direction,
                depth=depth,
            ),
        )
        return answer

    async def recall(
        self,
        lot: UUID | str,
    ) -> RecallView:
        """A lot, all that came of it, and who got it.

        Args:
            lot: Which one.
        """
        answer: RecallView = await self._ask(
            Recall(
                lot=lot,
            ),
        )
        return answer

    async def mass_balance(
        self,
        *,
        lot: UUID | str | None = None,
        run_id: UUID | str | None = None,
    ) -> LotBalance | RunBalanceView:
        """Where the kilograms of a lot or a run are.

        Args:
            lot: The lot.
            run_id: The run.
        """
        answer: LotBalance | RunBalanceView = await self._ask(
            MassBalance(
                lot=lot,
                run_id=run_id,
            ),
        )
        return answer
