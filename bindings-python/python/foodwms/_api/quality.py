# Written from the core's declarations: cargo xtask generate
"""Inspections, readings, holds, deviations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    Actor,
    Applied,
    ConfirmReject,
    DeviationOutcome,
    DeviationView,
    GetDeviation,
    GetInspection,
    HoldLot,
    InspectionOutcome,
    InspectionView,
    ListDeviations,
    ListInspections,
    ListReadings,
    LotOutcome,
    NewAnswer,
    NewReading,
    NewSignature,
    Page,
    PendingInspection,
    PendingInspections,
    ReadingOutcome,
    ReadingView,
    RecallHold,
    RecordCorrectiveAction,
    RecordInspection,
    RecordReading,
    ResolveHold,
)
from foodwms._pages import page
from foodwms.enums import (
    Decision,
    ReadingKind,
)


class QualityMethods(Doors):
    """Inspections, readings, holds, deviations."""

    __slots__ = ()

    async def confirm_reject(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Rejects a lot in hold for good.

        Args:
            actor: Who acts.
            lot_id: The lot.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            ConfirmReject(
                lot_id=lot_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def resolve_hold(
        self,
        actor: Actor,
        *,
        resolution: str,
        lot_id: UUID | str | None = None,
        hold_id: UUID | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[Sequence[LotOutcome]]:
        """Ends holds.

        Args:
            actor: Who acts.
            resolution: The manager's words.
            lot_id: The lot.
            hold_id: The hold.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[Sequence[LotOutcome]] = await self._run(
            ResolveHold(
                resolution=resolution,
                lot_id=lot_id,
                hold_id=hold_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def recall_hold(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        reason: str,
        include_self: bool | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[Sequence[LotOutcome]]:
        """Holds a lot and all that came of it.

        Args:
            actor: Who acts.
            lot_id: The lot.
            reason: Why.
            include_self: Whether the lot itself is held too. (true where it is left out)
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[Sequence[LotOutcome]] = await self._run(
            RecallHold(
                lot_id=lot_id,
                reason=reason,
                include_self=include_self,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def record_inspection(
        self,
        actor: Actor,
        *,
        inspection_id: UUID | str,
        lot_id: UUID | str,
        inspection_type: str,
        decision: Decision,
        step: int | None = None,
        notes: str | None = None,
        signature: NewSignature | None = None,
        checklist: Iterable[NewAnswer] | None = None,
        readings: Iterable[NewReading] | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[InspectionOutcome]:
        """Records a QC decision.

        Args:
            actor: Who acts.
            inspection_id: The inspection's new id.
            lot_id: The lot.
            inspection_type: What sort of inspection it is.
            decision: What is decided.
            step: The step it is made at; none: the lot's own.
            notes: The inspector's words; HOLD and FAIL need them.
            signature: Who signs it.
            checklist: Answers, at most 200. ([] where it is left out)
            readings: Readings taken with it, at most 100. ([] where it is left out)
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[InspectionOutcome] = await self._run(
            RecordInspection(
                inspection_id=inspection_id,
                lot_id=lot_id,
                inspection_type=inspection_type,
                decision=decision,
                step=step,
                notes=notes,
                signature=signature,
                checklist=checklist,
                readings=readings,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def hold_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Holds a lot.

        Args:
            actor: Who acts.
            lot_id: The lot.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = await self._run(
            HoldLot(
                lot_id=lot_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def record_reading(
        self,
        actor: Actor,
        *,
        reading_id: UUID | str,
        kind: ReadingKind,
        temperature_c: Decimal | int | str,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        taken_at: datetime | None = None,
        instrument: str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[ReadingOutcome]:
        """Records a temperature.

        Args:
            actor: Who acts.
            reading_id: The reading's new id.
            kind: Where the probe was.
            temperature_c: What it showed.
            lot_id: The lot it is about.
            buffer_id: The buffer it is about.
            taken_at: When it was taken; none: the time of the act.
            instrument: The instrument.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[ReadingOutcome] = await self._run(
            RecordReading(
                reading_id=reading_id,
                kind=kind,
                temperature_c=temperature_c,
                lot_id=lot_id,
                buffer_id=buffer_id,
                taken_at=taken_at,
                instrument=instrument,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def record_corrective_action(
        self,
        actor: Actor,
        *,
        deviation_id: UUID | str,
        action: str,
        verified_by: UUID | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[DeviationOutcome]:
        """Records what was done about a deviation.

        Args:
            actor: Who acts.
            deviation_id: The deviation.
            action: What was done.
            verified_by: Who verified it.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[DeviationOutcome] = await self._run(
            RecordCorrectiveAction(
                deviation_id=deviation_id,
                action=action,
                verified_by=verified_by,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def list_inspections(
        self,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[InspectionView]:
        """Inspections, newest first.

        Args:
            run_id: About lots of this run.
            lot_id: About this lot.
            buffer_id: About this buffer.
            step: At this step: the inspection's, else the lot's own.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[InspectionView] = await self._ask(
            ListInspections(
                run_id=run_id,
                lot_id=lot_id,
                buffer_id=buffer_id,
                step=step,
                page=page(after, limit),
            ),
        )
        return answer

    async def list_readings(
        self,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[ReadingView]:
        """Readings, newest first.

        Args:
            run_id: About lots of this run.
            lot_id: About this lot.
            buffer_id: About this buffer.
            step: At this step: the inspection's, else the lot's own.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[ReadingView] = await self._ask(
            ListReadings(
                run_id=run_id,
                lot_id=lot_id,
                buffer_id=buffer_id,
                step=step,
                page=page(after, limit),
            ),
        )
        return answer

    async def list_deviations(
        self,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        open: bool | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[DeviationView]:
        """Deviations, newest first.

        Args:
            run_id: About lots of this run.
            lot_id: About this lot.
            buffer_id: About this buffer.
            step: At this step: the inspection's, else the lot's own.
            open: Whether they still wait for a corrective action.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[DeviationView] = await self._ask(
            ListDeviations(
                run_id=run_id,
                lot_id=lot_id,
                buffer_id=buffer_id,
                step=step,
                open=open,
                page=page(after, limit),
            ),
        )
        return answer

    async def pending_inspections(
        self,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[PendingInspection]:
        """Lots that wait for their inspection, newest first.

        Args:
            run_id: About lots of this run.
            lot_id: About this lot.
            buffer_id: About this buffer.
            step: At this step: the inspection's, else the lot's own.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[PendingInspection] = await self._ask(
            PendingInspections(
                run_id=run_id,
                lot_id=lot_id,
                buffer_id=buffer_id,
                step=step,
                page=page(after, limit),
            ),
        )
        return answer

    async def get_inspection(
        self,
        inspection_id: UUID | str,
    ) -> InspectionView:
        """An inspection.

        Args:
            inspection_id: Which one.
        """
        answer: InspectionView = await self._ask(
            GetInspection(
                inspection_id=inspection_id,
            ),
        )
        return answer

    async def get_deviation(
        self,
        deviation_id: UUID | str,
    ) -> DeviationView:
        """A deviation with the lots it affects, as things are when asked.

        Args:
            deviation_id: Which one.
        """
        answer: DeviationView = await self._ask(
            GetDeviation(
                deviation_id=deviation_id,
            ),
        )
        return answer
