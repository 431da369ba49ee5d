"""Flows and their versions, which people know by their numbers."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeGuard
from uuid import UUID

from fastapi import Request
from foodwms import (
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
)
from foodwms.fastapi import CurrentPlant, Found, body_of, not_found

from service.routes._area import area

routes = area("/flows", "flows")
VERSION = "/{flow_id}/versions/{number}"


async def numbered(flow_id: UUID, number: int, plant: CurrentPlant) -> dict[str, str]:
    """The id of the version that the path names by its number."""
    for version in await plant.list_versions(flow_id=flow_id):
        if version.number == number:
            return {"version_id": str(version.id)}
    raise not_found("version", f"{flow_id}/{number}")


async def forked(request: Request, flow_id: UUID, plant: CurrentPlant) -> dict[str, str]:
    """Nothing that the request does not say; but what it forks is a version of the path's flow."""
    versions = await plant.list_versions(flow_id=flow_id)
    source = (await body_of(request)).get("from_version_id")
    if _is_id(source) and UUID(source) not in {version.id for version in versions}:
        raise not_found("version", source)
    return {}


def _is_id(value: object) -> TypeGuard[str]:
    """What is no id, the command itself refuses."""
    with suppress(ValueError):
        return isinstance(value, str) and bool(UUID(value))
    return False


routes.query("", ListFlows)
routes.command("POST", "", CreateFlow, status_code=201)
routes.query("/{flow_id}/versions", ListVersions)
routes.command("POST", "/{flow_id}/versions", ForkVersion, status_code=201, given=Found((), forked))
routes.query(VERSION, GetVersion, given=Found(("version_id",), numbered))
for method, verb, command in (
    ("PUT", "", SaveDraft),
    ("DELETE", "", DiscardDraft),
    ("POST", "/submit", SubmitVersion),
    ("POST", "/approve", ApproveVersion),
    ("POST", "/reject", RejectVersion),
    ("POST", "/deprecate", DeprecateVersion),
):
    routes.command(method, VERSION + verb, command, given=Found(("version_id",), numbered))


@routes.get("/{flow_id}")
async def get_flow(flow_id: UUID, plant: CurrentPlant) -> FlowSummary:
    """A flow and where it stands."""
    for summary in await plant.list_flows():
        if summary.flow.id == flow_id:
            return summary
    raise not_found("flow", str(flow_id))
