"""Flows and their versions, which people know by their numbers."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from fastapi import Request
from foodwms import (
    ApproveVersion,
    CreateFlow,
    DeprecateVersion,
    DiscardDraft,
    EventType,
    FlowSummary,
    ForkVersion,
    GetVersion,
    InvalidInput,
    ListFlows,
    ListVersions,
    NotFound,
    RejectVersion,
    SaveDraft,
    SubmitVersion,
    VersionDrafted,
)
from foodwms.fastapi import CurrentPlant, Found, body_of, not_found, refusals

from service.routes._area import area

routes = area("/flows", "flows")
VERSION = "/{flow_id}/versions/{number}"


async def numbered(flow_id: UUID, number: int, plant: CurrentPlant) -> dict[str, str]:
    """The id of the version that the path names by its number."""
    for version in await plant.list_versions(flow_id=flow_id):
        if version.number == number:
            return {"version_id": str(version.id)}
    raise not_found("version", f"{flow_id}/{number}")


async def numbered_ever(flow_id: UUID, number: int, plant: CurrentPlant) -> dict[str, str]:
    """The same, or the id it had before it was discarded: who discards it twice hears the first answer again."""
    with suppress(NotFound):
        return await numbered(flow_id, number, plant)
    after: str | None = None
    while True:
        page = await plant.audit_events(event_type=EventType.VERSION_DRAFTED, after=after)
        for entry in page.items:
            drafted = entry.event
            if isinstance(drafted, VersionDrafted) and (drafted.flow_id, drafted.number) == (flow_id, number):
                return {"version_id": str(drafted.version_id)}
        if page.next is None:
            raise not_found("version", f"{flow_id}/{number}")
        after = page.next


async def forked(request: Request, flow_id: UUID, plant: CurrentPlant) -> dict[str, str]:
    """Nothing that the request does not say; but what it forks is a version of the path's flow."""
    source = (await body_of(request)).get("from_version_id")
    if isinstance(source, str) and await _flow_of(source, plant) not in (flow_id, None):
        raise not_found("version", source)
    return {}


async def _flow_of(version_id: str, plant: CurrentPlant) -> UUID | None:
    """None: there is no such version, which is the command's to refuse."""
    with suppress(InvalidInput, NotFound):
        return (await plant.get_version(version_id=version_id)).flow_id
    return None


routes.query("", ListFlows)
routes.command("POST", "", CreateFlow, status_code=201)
routes.query("/{flow_id}/versions", ListVersions)
routes.command("POST", "/{flow_id}/versions", ForkVersion, status_code=201, given=Found((), forked))
routes.query(VERSION, GetVersion, given=Found(("version_id",), numbered))
for method, verb, command in (
    ("PUT", "", SaveDraft),
    ("POST", "/submit", SubmitVersion),
    ("POST", "/approve", ApproveVersion),
    ("POST", "/reject", RejectVersion),
    ("POST", "/deprecate", DeprecateVersion),
):
    routes.command(method, VERSION + verb, command, given=Found(("version_id",), numbered))
routes.command("DELETE", VERSION, DiscardDraft, given=Found(("version_id",), numbered_ever))


@routes.get("/{flow_id}", responses=refusals(404, 422, 503))
async def get_flow(flow_id: UUID, plant: CurrentPlant) -> FlowSummary:
    """A flow and where it stands."""
    for summary in await plant.list_flows():
        if summary.flow.id == flow_id:
            return summary
    raise not_found("flow", str(flow_id))
