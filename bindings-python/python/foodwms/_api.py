# Written from the core's declarations: cargo xtask generate
"""Every command and every query of a plant, for asyncio."""

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
    Actor,
    Allocated,
    Input,
    Loss,
    NewAnswer,
    NewConsignee,
    NewReading,
    NewSignature,
    NewSupplier,
    Output,
    PageRequest,
    PolicyChange,
    AffectedLot,
    AuditEntity,
    AuditEvent,
    AuditVerification,
    BrokenStream,
    BufferLot,
    BufferOutcome,
    BufferView,
    ChangesPage,
    ChecklistAnswer,
    Consignee,
    CorrectiveActionView,
    DeviationOutcome,
    DeviationView,
    DispatchView,
    FlowSummary,
    FlowView,
    HoldView,
    InspectionOutcome,
    InspectionView,
    Issue,
    LeaseOutcome,
    Link,
    LossOf,
    LotBalance,
    LotCount,
    LotOutcome,
    LotView,
    MoveView,
    OpenPoints,
    PendingInspection,
    PickProposal,
    PickedLot,
    PlantPolicy,
    PositionView,
    Range,
    ReadingOutcome,
    ReadingView,
    RecallTotals,
    RecallView,
    RecalledLot,
    RunBalanceView,
    RunOutcome,
    RunReportView,
    RunStepView,
    RunSummaryView,
    RunView,
    Signature,
    SiteView,
    StepBalanceView,
    StockIn,
    Supplier,
    TotalsView,
    TraceView,
    TracedLot,
    TransformInput,
    TransformLoss,
    TransformOutcome,
    TransformOutput,
    VersionOutcome,
    VersionView,
    DefineSite,
    SetPolicy,
    CreateFlow,
    SaveDraft,
    ForkVersion,
    SubmitVersion,
    ApproveVersion,
    DeprecateVersion,
    DiscardDraft,
    RejectVersion,
    CreateRun,
    StartRun,
    CompleteRun,
    ArchiveRun,
    AdvanceRun,
    RollBackRun,
    HoldRun,
    AbortRun,
    ResumeRun,
    CreateLot,
    RegisterLot,
    Transform,
    WriteOff,
    FinishLot,
    VoidLot,
    ConfirmReject,
    ResolveHold,
    RecallHold,
    RecordInspection,
    HoldLot,
    RecordReading,
    RecordCorrectiveAction,
    CreateBuffer,
    UpdateBuffer,
    LiftBufferHold,
    ReceiveStock,
    ConsumeStock,
    TransferStock,
    DispatchLot,
    LeaseCodes,
    GetSite,
    GetPolicy,
    ListFlows,
    GetVersion,
    ListVersions,
    GetRun,
    RunSteps,
    RunSummary,
    RunReport,
    ListRuns,
    GetLot,
    ListLots,
    ListInspections,
    ListReadings,
    ListDeviations,
    PendingInspections,
    GetInspection,
    GetDeviation,
    ListBuffers,
    BufferContents,
    BufferSummary,
    RunBuffers,
    ListMoves,
    Pick,
    Trace,
    Recall,
    MassBalance,
    AuditEvents,
    Changes,
    VerifyAudit,
    SiteDefined,
    PolicyChanged,
    FlowCreated,
    VersionDrafted,
    DraftSaved,
    VersionSubmitted,
    VersionPublished,
    VersionRejected,
    VersionDeprecated,
    DraftDiscarded,
    RunCreated,
    RunStarted,
    RunAdvanced,
    RunRolledBack,
    RunHeld,
    RunResumed,
    RunCompleted,
    RunAborted,
    RunArchived,
    LotCreated,
    LotRegistered,
    LotsTransformed,
    LotConsumed,
    LotWrittenOff,
    LotDispatched,
    LotFinished,
    LotVoided,
    InspectionRecorded,
    LotReleased,
    LotRejected,
    LotHeld,
    HoldResolved,
    LotRequarantined,
    ReadingRecorded,
    DeviationOpened,
    CorrectiveActionRecorded,
    DeviationClosed,
    BufferCreated,
    BufferUpdated,
    BufferHeld,
    BufferHoldLifted,
    StockMoved,
    CodesLeased,
)
from foodwms.enums import (
    Badge,
    Category,
    Code,
    CodeStyle,
    CommandType,
    Decision,
    DeviationCause,
    DeviationStatus,
    Direction,
    EntityType,
    EventType,
    GateKind,
    HoldCause,
    IssueCode,
    LinkMethod,
    LossKind,
    LotStatus,
    LotType,
    MoveKind,
    NodeType,
    QueryType,
    ReadingKind,
    Role,
    RunStatus,
    Severity,
    Sku,
    Species,
    StepName,
    StepStatus,
    Storage,
    Stream,
    VersionStatus,
    WarningCode,
)
from foodwms.unions import Command, Query

__all__ = ["PlantApi"]


def _page(after: str | None, limit: int | None) -> PageRequest | None:
    if after is None and limit is None:
        return None
    return PageRequest(after=after, limit=limit)


class PlantApi:
    """The commands and queries of a plant. A command once begun runs to its end, also when nobody waits for it."""

    __slots__ = ()

    async def _run(
        self, command: Command, actor: Actor, key: UUID | str | None, at: datetime | None
    ) -> Any:
        raise NotImplementedError

    async def _ask(self, query: Query) -> Any:
        raise NotImplementedError

    async def define_site(
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
        answer: Applied[None] = await self._run(
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

    async def set_policy(
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
        answer: Applied[PlantPolicy] = await self._run(
            SetPolicy(
                policy=policy,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def create_flow(
        self,
        actor: Actor,
        *,
        flow_id: UUID | str,
        version_id: UUID | str,
        name: Mapping[str, str],
        description: str | None = None,
        graph: Mapping[str, Any] | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Creates a flow with its first draft.

        Args:
            actor: Who acts.
            flow_id: The flow's new id.
            version_id: Its first version's new id.
            name: Its name.
            description: What it is for.
            graph: The draft's graph; none: an empty one.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            CreateFlow(
                flow_id=flow_id,
                version_id=version_id,
                name=name,
                description=description,
                graph=graph,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def save_draft(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        graph: Mapping[str, Any] | str,
        base_sha256: str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Saves a draft's graph.

        Args:
            actor: Who acts.
            version_id: The draft.
            graph: Its new graph.
            base_sha256: The hash of the graph the editor started from.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            SaveDraft(
                version_id=version_id,
                graph=graph,
                base_sha256=base_sha256,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def fork_version(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        from_version_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Drafts a new version from any version.

        Args:
            actor: Who acts.
            version_id: The new version's id.
            from_version_id: The version to start from.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            ForkVersion(
                version_id=version_id,
                from_version_id=from_version_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def submit_version(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Submits a draft for approval.

        Args:
            actor: Who acts.
            version_id: The draft.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            SubmitVersion(
                version_id=version_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def approve_version(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Approves a version: it is in force.

        Args:
            actor: Who acts.
            version_id: The version.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            ApproveVersion(
                version_id=version_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def deprecate_version(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Takes a version out of force.

        Args:
            actor: Who acts.
            version_id: The version.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            DeprecateVersion(
                version_id=version_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def discard_draft(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Removes a draft.

        Args:
            actor: Who acts.
            version_id: The draft.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            DiscardDraft(
                version_id=version_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def reject_version(
        self,
        actor: Actor,
        *,
        version_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[VersionOutcome]:
        """Sends a version back to its author.

        Args:
            actor: Who acts.
            version_id: The version.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[VersionOutcome] = await self._run(
            RejectVersion(
                version_id=version_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def create_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        version_id: UUID | str,
        site: str,
        code: str | None = None,
        daily_target_kg: Decimal | int | str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Creates a run on a published version.

        Args:
            actor: Who acts.
            run_id: The run's new id.
            version_id: The version.
            site: Where.
            code: Its code; none: the next of the site's day.
            daily_target_kg: What the day shall bring.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            CreateRun(
                run_id=run_id,
                version_id=version_id,
                site=site,
                code=code,
                daily_target_kg=daily_target_kg,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def start_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Starts a run.

        Args:
            actor: Who acts.
            run_id: The run.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            StartRun(
                run_id=run_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def complete_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Completes a run.

        Args:
            actor: Who acts.
            run_id: The run.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            CompleteRun(
                run_id=run_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def archive_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Puts an ended run away.

        Args:
            actor: Who acts.
            run_id: The run.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            ArchiveRun(
                run_id=run_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def advance_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        expected_step: int | None = None,
        notes: str | None = None,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Takes a run to its next step.

        Args:
            actor: Who acts.
            run_id: The run.
            expected_step: The step the caller saw.
            notes: What to note about the step completed.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            AdvanceRun(
                run_id=run_id,
                expected_step=expected_step,
                notes=notes,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def roll_back_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Takes a run back a step.

        Args:
            actor: Who acts.
            run_id: The run.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            RollBackRun(
                run_id=run_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def hold_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Stops a run.

        Args:
            actor: Who acts.
            run_id: The run.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            HoldRun(
                run_id=run_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def abort_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        reason: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Ends a run early.

        Args:
            actor: Who acts.
            run_id: The run.
            reason: Why.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            AbortRun(
                run_id=run_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def resume_run(
        self,
        actor: Actor,
        *,
        run_id: UUID | str,
        resolution: str,
        key: UUID | str | None = None,
        at: datetime | None = None,
    ) -> Applied[RunOutcome]:
        """Lets a stopped run go on.

        Args:
            actor: Who acts.
            run_id: The run.
            resolution: How the reason was resolved.
            key: The idempotency key: a repeat under it is answered as the first time.
            at: The time of the act, when it is not now.

        Raises:
            WmsError: The first check that failed; nothing changed.
        """
        answer: Applied[RunOutcome] = await self._run(
            ResumeRun(
                run_id=run_id,
                resolution=resolution,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def create_lot(
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
        answer: Applied[LotOutcome] = await self._run(
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

    async def register_lot(
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
        answer: Applied[LotOutcome] = await self._run(
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

    async def transform(
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
        answer: Applied[TransformOutcome] = await self._run(
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

    async def write_off(
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
        answer: Applied[LotOutcome] = await self._run(
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

    async def finish_lot(
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
        answer: Applied[LotOutcome] = await self._run(
            FinishLot(
                lot_id=lot_id,
            ),
            actor,
            key,
            at,
        )
        return answer

    async def void_lot(
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
        answer: Applied[LotOutcome] = await self._run(
            VoidLot(
                lot_id=lot_id,
                reason=reason,
            ),
            actor,
            key,
            at,
        )
        return answer

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

    async def lease_codes(
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
        answer: Applied[LeaseOutcome] = await self._run(
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

    async def get_site(
        self,
        site: str,
    ) -> SiteView:
        """A site.

        Args:
            site: Which one.
        """
        answer: SiteView = await self._ask(
            GetSite(
                site=site,
            ),
        )
        return answer

    async def get_policy(
        self,
    ) -> PlantPolicy:
        """The plant's policy."""
        answer: PlantPolicy = await self._ask(
            GetPolicy(
            ),
        )
        return answer

    async def list_flows(
        self,
    ) -> Sequence[FlowSummary]:
        """Flows with their versions in work and in force."""
        answer: Sequence[FlowSummary] = await self._ask(
            ListFlows(
            ),
        )
        return answer

    async def get_version(
        self,
        version_id: UUID | str,
    ) -> VersionView:
        """A flow version with its graph and issues.

        Args:
            version_id: Which one.
        """
        answer: VersionView = await self._ask(
            GetVersion(
                version_id=version_id,
            ),
        )
        return answer

    async def list_versions(
        self,
        flow_id: UUID | str,
    ) -> Sequence[VersionView]:
        """The versions of a flow, newest first.

        Args:
            flow_id: Which one.
        """
        answer: Sequence[VersionView] = await self._ask(
            ListVersions(
                flow_id=flow_id,
            ),
        )
        return answer

    async def get_run(
        self,
        run_id: UUID | str,
    ) -> RunView:
        """A run.

        Args:
            run_id: Which one.
        """
        answer: RunView = await self._ask(
            GetRun(
                run_id=run_id,
            ),
        )
        return answer

    async def run_steps(
        self,
        run_id: UUID | str,
    ) -> Sequence[RunStepView]:
        """The 11 steps of a run.

        Args:
            run_id: Which one.
        """
        answer: Sequence[RunStepView] = await self._ask(
            RunSteps(
                run_id=run_id,
            ),
        )
        return answer

    async def run_summary(
        self,
        run_id: UUID | str,
    ) -> RunSummaryView:
        """Kilograms, counts and yields of a run.

        Args:
            run_id: Which one.
        """
        answer: RunSummaryView = await self._ask(
            RunSummary(
                run_id=run_id,
            ),
        )
        return answer

    async def run_report(
        self,
        run_id: UUID | str,
    ) -> RunReportView:
        """The compliance report of a run.

        Args:
            run_id: Which one.
        """
        answer: RunReportView = await self._ask(
            RunReport(
                run_id=run_id,
            ),
        )
        return answer

    async def list_runs(
        self,
        *,
        status: RunStatus | None = None,
        site: str | None = None,
        from_: datetime | None = None,
        to: datetime | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[RunView]:
        """Runs, newest first.

        Args:
            status: In this state.
            site: Of this site.
            from_: Recorded at this time or later.
            to: Recorded before this time.
            after: Where the page before ended: its `next`.
            limit: How many items, 1 to 1000 (100 where it is left out).
        """
        answer: Page[RunView] = await self._ask(
            ListRuns(
                status=status,
                site=site,
                from_=from_,
                to=to,
                page=_page(after, limit),
            ),
        )
        return answer

    async def get_lot(
        self,
        lot: UUID | str,
    ) -> LotView:
        """A lot, by id or code.

        Args:
            lot: Which one.
        """
        answer: LotView = await self._ask(
            GetLot(
                lot=lot,
            ),
        )
        return answer

    async def list_lots(
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
        answer: Page[LotView] = await self._ask(
            ListLots(
                run_id=run_id,
                lot_type=lot_type,
                status=status,
                site=site,
                step=step,
                day=day,
                text=text,
                page=_page(after, limit),
            ),
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
                page=_page(after, limit),
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
                page=_page(after, limit),
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
                page=_page(after, limit),
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
                page=_page(after, limit),
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
                page=_page(after, limit),
            ),
        )
        return answer

    async def pick(
        self,
        lot_type: LotType,
        site: str,
        quantity_kg: Decimal | int | str,
        *,
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

    async def trace(
        self,
        lot: UUID | str,
        direction: Direction,
        *,
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
                page=_page(after, limit),
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

    async def verify_audit(
        self,
        *,
        checkpoint: str | None = None,
    ) -> AuditVerification:
        """Verifies the audit log.

        Args:
            checkpoint: A checkpoint that must be found in the history.
        """
        answer: AuditVerification = await self._ask(
            VerifyAudit(
                checkpoint=checkpoint,
            ),
        )
        return answer
