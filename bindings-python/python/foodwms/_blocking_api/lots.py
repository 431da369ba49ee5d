# Written from the core's declarations: cargo xtask generate
"""Lots: made, transformed, ended, and their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from foodwms._blocking_api.doors import Doors
from foodwms._native import (
    Actor,
    Allocated,
    Applied,
    CreateLot,
    FinishLot,
    GetLot,
    Input,
    LeaseCodes,
    LeaseOutcome,
    ListLots,
    Loss,
    LotOutcome,
    LotView,
    NewSupplier,
    Output,
    Page,
    RegisterLot,
    Transform,
    TransformOutcome,
    VoidLot,
    WriteOff,
)
from foodwms._pages import page
from foodwms.enums import (
    LossKind,
    LotStatus,
    LotType,
    Species,
    Storage,
)


class LotMethods(Doors):
    """Lots: made, transformed, ended, and their codes."""

    __slots__ = ()

    def create_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        site: str,
        lot_type: LotType,
        weight_kg: Decimal | int | str,
        code: str | None = None,
        production_day: date | None = None,
        storage: Storage | None = None,
        species: Species | None = None,
        pieces: int | None = None,
        supplier: NewSupplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        best_before: date | None = None,
        metadata: Mapping[str, Any] | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Creates a lot: its label exists.

        Args:
            actor: Who acts.
            lot_id: The lot's new id.
            site: Where.
            lot_type: What it is.
            weight_kg: The whole of it, up to 10 000 kg (SHIP 40 000).
            code: Its code; none: the next of its type, day and site.
            production_day: The day it was made; none: the production day of the act.
            storage: How it is kept; only RAW may say so.
            species: The animal it comes from.
            pieces: How many pieces it counts.
            supplier: Who delivered it.
            temperature_c: The temperature on the delivery's note; never judged.
            best_before: The last day it may be used.
            metadata: The host's own facts: a JSON object up to 16 KiB.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = self._run(
            CreateLot(
                lot_id=lot_id,
                site=site,
                lot_type=lot_type,
                weight_kg=weight_kg,
                code=code,
                production_day=production_day,
                storage=storage,
                species=species,
                pieces=pieces,
                supplier=supplier,
                temperature_c=temperature_c,
                best_before=best_before,
                metadata=metadata,
            ),
            actor,
            key,
            at,
        )
        return answer

    def register_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        run_id: UUID | str,
        site: str | None = None,
        lot_type: LotType | None = None,
        weight_kg: Decimal | int | str | None = None,
        code: str | None = None,
        production_day: date | None = None,
        storage: Storage | None = None,
        species: Species | None = None,
        pieces: int | None = None,
        supplier: NewSupplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        best_before: date | None = None,
        metadata: Mapping[str, Any] | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Registers a lot: its goods are here.

        Args:
            actor: Who acts.
            lot_id: The lot: a CREATED one, or a new id.
            run_id: The run that receives it.
            site: Where.
            lot_type: What it is.
            weight_kg: The whole of it, up to 10 000 kg (SHIP 40 000).
            code: Its code; none: the next of its type, day and site.
            production_day: The day it was made; none: the production day of the act.
            storage: How it is kept; only RAW may say so.
            species: The animal it comes from.
            pieces: How many pieces it counts.
            supplier: Who delivered it.
            temperature_c: The temperature on the delivery's note; never judged.
            best_before: The last day it may be used.
            metadata: The host's own facts: a JSON object up to 16 KiB.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = self._run(
            RegisterLot(
                lot_id=lot_id,
                run_id=run_id,
                site=site,
                lot_type=lot_type,
                weight_kg=weight_kg,
                code=code,
                production_day=production_day,
                storage=storage,
                species=species,
                pieces=pieces,
                supplier=supplier,
                temperature_c=temperature_c,
                best_before=best_before,
                metadata=metadata,
            ),
            actor,
            key,
            at,
        )
        return answer

    def transform(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        inputs: Iterable[Input],
        outputs: Iterable[Output],
        allocation: Iterable[Allocated] | None = None,
        losses: Iterable[Loss] | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[TransformOutcome]:
        """Makes lots out of lots.

        Args:
            actor: Who acts.
            run_id: The run.
            inputs: What is used, at most 200 lots.
            outputs: What is made, at most 500 lots, and 10 000 pairs with the inputs.
            allocation: The kilograms of each input in each output, where they were weighed.
            losses: What is lost of the inputs' kilograms. ([] where it is left out)
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[TransformOutcome] = self._run(
            Transform(
                run_id=run_id,
                inputs=inputs,
                outputs=outputs,
                allocation=allocation,
                losses=losses,
            ),
            actor,
            key,
            at,
        )
        return answer

    def write_off(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        kind: LossKind,
        reason: str,
        quantity_kg: Decimal | int | str | None = None,
        document: str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Writes kilograms off.

        Args:
            actor: Who acts.
            lot_id: The lot.
            kind: What became of them.
            reason: Why.
            quantity_kg: How many; none: all that is left.
            document: The document that proves it.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = self._run(
            WriteOff(
                lot_id=lot_id,
                kind=kind,
                reason=reason,
                quantity_kg=quantity_kg,
                document=document,
            ),
            actor,
            key,
            at,
        )
        return answer

    def finish_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Finishes a consumed lot.

        Args:
            actor: Who acts.
            lot_id: The lot.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = self._run(
            FinishLot(
                lot_id=lot_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    def void_lot(
        self,
        actor: Actor,
        *,
        lot_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LotOutcome]:
        """Voids a label made by mistake.

        Args:
            actor: Who acts.
            lot_id: The lot.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LotOutcome] = self._run(
            VoidLot(
                lot_id=lot_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    def lease_codes(
        self,
        actor: Actor,
        *,
        prefix: str,
        site: str,
        day: date,
        count: int,
        device_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[LeaseOutcome]:
        """Leases a block of code numbers to a device.

        Args:
            actor: Who acts.
            prefix: Of a lot type, or `RUN`.
            site: The site of the codes.
            day: Their day.
            count: How many, 1–1000.
            device_id: The device.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[LeaseOutcome] = self._run(
            LeaseCodes(
                prefix=prefix,
                site=site,
                day=day,
                count=count,
                device_id=device_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    def get_lot(
        self,
        lot: UUID | str,
    ) -> LotView:
        """A lot, by id or code.

        Args:
            lot: Which one.
        """
        answer: LotView = self._ask(
            GetLot(
                lot=lot,
            ),
        )
        return answer

    def list_lots(
        self,
        *,
        run_id: UUID | str | None = None,
        lot_type: LotType | None = None,
        status: LotStatus | None = None,
        site: str | None = None,
        step: int | None = None,
        day: date | None = None,
        text: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[LotView]:
        """Lots, newest first.

        Args:
            run_id: Of this run.
            lot_type: Of this type.
            status: In this state.
            site: Of this site.
            step: Made at this step.
            day: Of this production day.
            text: With this as part of the code, taken literally.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[LotView] = self._ask(
            ListLots(
                run_id=run_id,
                lot_type=lot_type,
                status=status,
                site=site,
                step=step,
                day=day,
                text=text,
                page=page(after, limit),
            ),
        )
        return answer
