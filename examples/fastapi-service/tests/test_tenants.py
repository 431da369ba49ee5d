"""Two companies on one database: neither sees anything of the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from refusals import is_refused
from service_app import Api, app_on, opened
from story import STORY
from story.names import BAD, COLD, DEB, FLOW, LK, PAL, RAW, RUN, VERSION, code
from story.step import named

READS = [
    f"/lots/{RAW}",
    f"/lots/{code('RAW')}",
    f"/runs/{RUN}",
    f"/runs/{RUN}/steps",
    f"/runs/{RUN}/summary",
    f"/runs/{RUN}/buffers",
    f"/runs/{RUN}/mass-balance",
    f"/compliance/report/{RUN}",
    f"/flows/{FLOW}",
    f"/flows/{FLOW}/versions/3",
    f"/buffers/{LK}",
    f"/buffers/{COLD}/inventory",
    f"/genealogy/{RAW}/tree",
    f"/genealogy/{DEB}/parents",
    f"/genealogy/{DEB}/children",
    f"/traceability/{code('PAL')}",
    f"/recall/{RAW}",
    f"/mass-balance/{PAL}",
    f"/qc/inspections/{named(f'inspection of {RAW}')}",
    f"/deviations/{named('warm reading')}",
    "/sites/DUNA",
]
LISTS = ["/lots", "/runs", "/qc/inspections", "/qc/pending", "/temperature-logs", "/deviations", "/inventory/moves"]
_WHY = {"reason": "it is not ours at all"}
WRITES = [
    (f"/lots/{RAW}/hold", _WHY),
    (f"/lots/{BAD}/finish", {}),
    (f"/lots/{RAW}/void", _WHY),
    (f"/runs/{RUN}/start", {}),
    (f"/runs/{RUN}/abort", _WHY),
    (f"/recall/{RAW}/hold", _WHY),
    (f"/flows/{FLOW}/versions/3/deprecate", {}),
    ("/runs", {"run_id": str(uuid4()), "version_id": VERSION, "site": "DUNA"}),
    ("/inventory/receive", {"lot_id": RAW, "buffer_id": LK, "quantity_kg": "1"}),
    (f"/deviations/{named('warm reading')}/actions", {"action": "it is not ours at all"}),
]


@pytest.fixture
async def theirs(url: str) -> AsyncIterator[tuple[Api, Api]]:
    """A company with a day behind it, and one beside it that has nothing."""
    async with opened(app_on(url)) as ours, opened(app_on(url)) as others:
        for step in STORY:
            await ours.step(step)
        yield ours, others


async def test_a_foreign_id_reads_as_not_found_and_a_list_as_empty(theirs: tuple[Api, Api]) -> None:
    ours, others = theirs
    for path in READS:
        await ours.get(path)
        is_refused(await others.send("ADMIN", "GET", f"/api{path}"), "NOT_FOUND")
    for path in LISTS:
        assert (await others.get(path))["items"] == [], path
    assert (await others.get("/flows"), await others.get("/buffers")) == ([], [])
    assert set((await others.get("/lots/by-status")).values()) == {0}
    assert (await others.get("/audit/verify"))["events"] == 0
    assert (await others.get("/policy"))["retention_days"] == 30


async def test_nothing_is_done_to_what_is_not_ones_own(theirs: tuple[Api, Api]) -> None:
    ours, others = theirs
    before = await ours.get("/audit/verify")
    for path, said in WRITES:
        is_refused(await others.send("ADMIN", "POST", f"/api{path}", said, str(uuid4())), "NOT_FOUND")
    assert await ours.get("/audit/verify") == before
    assert (await others.get("/audit/verify"))["events"] == 0


async def test_both_may_have_the_same_ids_codes_and_keys(url: str) -> None:
    async with opened(app_on(url)) as ours, opened(app_on(url)) as others:
        for n, step in enumerate(step for step in STORY if step.applies):
            key = f"00000000-0000-7000-a000-{n:012x}"
            one, two = await ours.step(step, key=key), await others.step(step, key=key)
            assert (one.status_code, two.status_code) == (step.status, step.status), step.path


async def test_a_cursor_of_the_other_company_opens_nothing(theirs: tuple[Api, Api]) -> None:
    ours, others = theirs
    for path in ("/lots", "/audit/events"):
        cursor = (await ours.get(path, limit=1))["next"]
        response = await others.send("ADMIN", "GET", f"/api{path}", {"after": cursor})
        found = response.json().get("items", []) if response.status_code == 200 else []
        assert response.status_code in {200, 422} and found == [], response.text
