"""Lists are read page by page: everything once, newest first, whatever is written meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from plants import label, with_site
from service_app import Api, app_on, opened

LOTS = 250


async def walk(api: Api, path: str, limit: int, **said: Any) -> list[list[dict[str, Any]]]:
    """All pages of a list."""
    pages: list[list[dict[str, Any]]] = []
    after: dict[str, str] = {}
    while True:
        page = await api.get(path, limit=limit, **said, **after)
        assert page.keys() == {"items", "next"}
        pages.append(page["items"])
        if page["next"] is None:
            return pages
        assert len(page["items"]) == limit, "a page before the last is full"
        assert len(pages) <= LOTS
        after = {"after": page["next"]}


async def print_labels(api: Api, count: int, **others: Any) -> list[str]:
    made = [label(**others) for _ in range(count)]
    for one in made:
        await api.do("OPERATOR", "POST /lots", **one)
    return [one["lot_id"] for one in made]


async def test_every_lot_is_on_one_page_newest_first(url: str) -> None:
    async with opened(app_on(url)) as api:
        await with_site(api)
        newest_first = (await print_labels(api, LOTS))[::-1]
        for limit, sizes in ((100, [100, 100, 50]), (40, [40] * 6 + [10]), (125, [125, 125]), (1000, [LOTS])):
            pages = await walk(api, "/lots", limit)
            assert [len(page) for page in pages] == sizes
            assert [lot["id"] for page in pages for lot in page] == newest_first
        assert len((await api.get("/lots"))["items"]) == 100, "without a limit"
        events = [event for page in await walk(api, "/audit/events", 99) for event in page]
        sequence = [event["sequence"] for event in events]
        assert len(sequence) == LOTS + 1
        assert sequence == sorted(set(sequence), reverse=True)


async def test_a_filter_holds_on_every_page(api: Api) -> None:
    await with_site(api)
    wanted: list[str] = []
    for _ in range(15):
        wanted += await print_labels(api, 1, lot_type="DEB")
        await print_labels(api, 1)
    pages = await walk(api, "/lots", 4, lot_type="DEB")
    assert [lot["id"] for page in pages for lot in page] == wanted[::-1]


@pytest.mark.parametrize("limit", [1, 7])
async def test_what_is_written_meanwhile_moves_no_page(api: Api, limit: int) -> None:
    await with_site(api)
    there = (await print_labels(api, 20))[::-1]
    seen: list[str] = []
    after: dict[str, str] = {}
    while len(seen) < 20:
        page = await api.get("/lots", limit=limit, **after)
        seen += [lot["id"] for lot in page["items"]]
        after = {"after": page["next"]} if page["next"] is not None else {}
        await print_labels(api, 1)
    assert seen == there
    assert after == {}


async def test_changes_are_followed_from_where_one_left_off(api: Api) -> None:
    await with_site(api)
    await print_labels(api, 5)
    first = await api.get("/audit/changes")
    assert [event["event_type"] for event in first["items"]] == ["site_defined"] + ["lot_created"] * 5
    [made] = await print_labels(api, 1)
    then = await api.get("/audit/changes", after=first["next"])
    assert [event["event"]["lot_id"] for event in then["items"]] == [made]
    last = await api.get("/audit/changes", after=then["next"])
    assert (last["items"], last["next"]) == ([], then["next"])
