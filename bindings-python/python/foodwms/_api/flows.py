# Written from the core's declarations: cargo xtask generate
"""Flows and their versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from foodwms._api.doors import Doors
from foodwms._native import (
    Actor,
    Applied,
    ApproveVersion,
    CreateFlow,
    DeprecateVersion,
    DiscardDraft,
    FlowSummary,
    ForkVersion,
    GetVersion,
    ListFlows,
    ListVersions,
    RejectVersion,
    SaveDraft,
    SubmitVersion,
    VersionOutcome,
    VersionView,
)


class FlowMethods(Doors):
    """Flows and their versions."""

    __slots__ = ()

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
