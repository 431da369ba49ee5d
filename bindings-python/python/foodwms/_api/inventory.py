# Written from the core's declarations: cargo xtask generate
"""Buffers, and what lies in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    Actor,
    Applied,
    BufferContents,
    BufferLot,
    BufferOutcome,
    BufferSummary,
    BufferView,
    ConsumeStock,
    CreateBuffer,
    DispatchLot,
    LiftBufferHold,
    ListBuffers,
    ListMoves,
    LotOutcome,
    MoveView,
    NewConsignee,
    Page,
    Pick,
    PickProposal,
    ReceiveStock,
    RunBuffers,
    TransferStock,
    UpdateBuffer,
)
from foodwms._pages import page
from foodwms.enums import (
    LotType,
)


class InventoryMethods(Doors):
    """Buffers, and what lies in them."""

    __slots__ = ()

    async def create_buffer(
        self,
        actor: Actor,
        *,
        buffer_id: UUID | str,
        code: str,
        buffer_type: str,
        site: str,
        accepts: Iterable[LotType],
        capacity_kg: Decimal | int | str,
        temp_max_c: Decimal | int | str,
        temp_min_c: Decimal | int | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[BufferOutcome]:
        """Creates a buffer.

        Args:
            actor: Who acts.
            buffer_id: The buffer's new id.
            code: Its code; unique within its site.
            buffer_type: LK, MIX, SKW15, SKW30, FRZ, PAL or the plant's own word.
            site: Where.
            accepts: The lot types it accepts.
            capacity_kg: What it should hold at most.
            temp_max_c: The upper end of its range.
            temp_min_c: The lower end of its range.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[BufferOutcome] = await self._run(
            CreateBuffer(
                buffer_id=buffer_id,
                code=code,
                buffer_type=buffer_type,
                site=site,
                accepts=accepts,
                capacity_kg=capacity_kg,
                temp_max_c=temp_max_c,
                temp_min_c=temp_min_c,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def update_buffer(
        self,
        actor: Actor,
        *,
        buffer_id: UUID | str,
        code: str | None = None,
        capacity_kg: Decimal | int | str | None = None,
        temp_min_c: Decimal | int | str | None = None,
        temp_max_c: Decimal | int | str | None = None,
        active: bool | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[BufferOutcome]:
        """Changes a buffer.

        Args:
            actor: Who acts.
            buffer_id: The buffer.
            code: Its code.
            capacity_kg: What it should hold at most.
            temp_min_c: The lower end of its range.
            temp_max_c: The upper end of its range.
            active: Whether goods may enter.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[BufferOutcome] = await self._run(
            UpdateBuffer(
                buffer_id=buffer_id,
                code=code,
                capacity_kg=capacity_kg,
                temp_min_c=temp_min_c,
                temp_max_c=temp_max_c,
                active=active,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def lift_buffer_hold(
        self,
        actor: Actor,
        *,
        buffer_id: UUID | str,
        resolution: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[BufferOutcome]:
        """Lifts the hold of a buffer.

        Args:
            actor: Who acts.
            buffer_id: The buffer.
            resolution: The manager's words.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[BufferOutcome] = await self._run(
            LiftBufferHold(
                buffer_id=buffer_id,
                resolution=resolution,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def receive_stock(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Moves kilograms from the line into a buffer.

        Args:
            actor: Who acts.
            lot_id: The lot.
            buffer_id: The buffer.
            quantity_kg: How many.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            ReceiveStock(
                lot_id=lot_id,
                buffer_id=buffer_id,
                quantity_kg=quantity_kg,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def consume_stock(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Moves kilograms from a buffer to the line.

        Args:
            actor: Who acts.
            lot_id: The lot.
            buffer_id: The buffer.
            quantity_kg: How many.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            ConsumeStock(
                lot_id=lot_id,
                buffer_id=buffer_id,
                quantity_kg=quantity_kg,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def transfer_stock(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        from_buffer_id: UUID | str,
        to_buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Moves kilograms from a buffer into another.

        Args:
            actor: Who acts.
            lot_id: The lot.
            from_buffer_id: Where it lies.
            to_buffer_id: Where it goes.
            quantity_kg: How many.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            TransferStock(
                lot_id=lot_id,
                from_buffer_id=from_buffer_id,
                to_buffer_id=to_buffer_id,
                quantity_kg=quantity_kg,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def dispatch_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        consignee: NewConsignee,
        quantity_kg: Decimal | int | str | None = None,
        buffer_id: UUID | str | None = None,
        vehicle: str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Sends kilograms to a consignee.

        Args:
            actor: Who acts.
            lot_id: The lot.
            consignee: To whom.
            quantity_kg: How many; none: all that is left, or all of it that lies in the buffer.
            buffer_id: The buffer to take them from; none: the line first, then buffers, oldest entry first.
            vehicle: On what.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            DispatchLot(
                lot_id=lot_id,
                consignee=consignee,
                quantity_kg=quantity_kg,
                buffer_id=buffer_id,
                vehicle=vehicle,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def list_buffers(
        self,
        *,
        site: str | None = None,
    ) -> Sequence[BufferView]:
        """Buffers, by code.

        Args:
            site: Of this site.
        """
        answer: Sequence[BufferView] = await self._ask(
            ListBuffers(
                site=site,
            ),
        )
        return answer

    async def buffer_contents(
        self,
        buffer_id: UUID | str,
    ) -> Sequence[BufferLot]:
        """What lies in a buffer, oldest entry first.

        Args:
            buffer_id: Which one.
        """
        answer: Sequence[BufferLot] = await self._ask(
            BufferContents(
                buffer_id=buffer_id,
            ),
        )
        return answer

    async def buffer_summary(
        self,
        buffer_id: UUID | str,
    ) -> BufferView:
        """A buffer.

        Args:
            buffer_id: Which one.
        """
        answer: BufferView = await self._ask(
            BufferSummary(
                buffer_id=buffer_id,
            ),
        )
        return answer

    async def run_buffers(
        self,
        run_id: UUID | str,
    ) -> Sequence[BufferView]:
        """The buffers that hold lots of a run, by code.

        Args:
            run_id: Which one.
        """
        answer: Sequence[BufferView] = await self._ask(
            RunBuffers(
                run_id=run_id,
            ),
        )
        return answer

    async def list_moves(
        self,
        *,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        run_id: UUID | str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[MoveView]:
        """Stock moves, newest first.

        Args:
            lot_id: Of this lot.
            buffer_id: Into or out of this buffer.
            run_id: Of lots of this run.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[MoveView] = await self._ask(
            ListMoves(
                lot_id=lot_id,
                buffer_id=buffer_id,
                run_id=run_id,
                page=page(after, limit),
            ),
        )
        return answer

    async def pick(
        self,
        lot_type: LotType,
        *,
        site: str,
        quantity_kg: Decimal | int | str,
        buffer_id: UUID | str | None = None,
    ) -> PickProposal:
        """A FEFO proposal.

        Args:
            lot_type: Of this type.
            site: Of this site.
            quantity_kg: How many kilograms.
            buffer_id: Only out of this buffer.
        """
        answer: PickProposal = await self._ask(
            Pick(
                lot_type=lot_type,
                site=site,
                quantity_kg=quantity_kg,
                buffer_id=buffer_id,
            ),
        )
        return answer
