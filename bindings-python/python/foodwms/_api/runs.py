# Written from the core's declarations: cargo xtask generate
"""Production runs, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    AbortRun,
    Actor,
    AdvanceRun,
    Applied,
    ArchiveRun,
    CompleteRun,
    CreateRun,
    GetRun,
    HoldRun,
    ListRuns,
    Page,
    ResumeRun,
    RollBackRun,
    RunOutcome,
    RunReport,
    RunReportView,
    RunStepView,
    RunSteps,
    RunSummary,
    RunSummaryView,
    RunView,
    StartRun,
)
from foodwms._pages import page
from foodwms.enums import (
    RunStatus,
)


class RunMethods(Doors):
    """Production runs, step by step."""

    __slots__ = ()

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
                page=page(after, limit),
            ),
        )
        return answer
