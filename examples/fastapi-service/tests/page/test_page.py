"""The page, in a browser: on a phone and on a desk."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
import pytest
from browser import User
from page_plant import ODD, ODD_CODE, SECOND_MIX
from playwright.sync_api import expect
from story.names import MIX, RAW, code


def asked(plant: httpx.Client, path: str) -> Any:
    response = plant.get(f"/api{path}")
    assert response.status_code == 200, response.text
    return response.json()


def test_it_shows_the_run_and_the_counts(user: User, plant: httpx.Client) -> None:
    user.signs_in()
    user.sees_the_plant()
    running = _running(plant)
    steps = asked(plant, f"/runs/{running['id']}/steps")
    summary = asked(plant, f"/runs/{running['id']}/summary")
    run = user.page.locator("#run")
    expect(run).to_contain_text(running["code"])
    expect(run).to_contain_text(f"Step {running['step'] + 1} of 11 · {steps[running['step']]['name']['en']}")
    expect(run.locator("ol li")).to_have_count(11)
    expect(run.locator("li.completed")).to_have_count(running["step"])
    expect(run.locator("[aria-current=step]")).to_contain_text(steps[running["step"]]["name"]["en"])
    expect(user.page.locator("#fact-openDeviations b")).to_have_text(str(summary["open_deviations"]))
    for status, count in asked(plant, "/lots/by-status").items():
        expect(user.page.locator(f"#counts [data-status={status}] b")).to_have_text(str(count))
    assert user.complaints == []


def _running(plant: httpx.Client) -> Any:
    [run] = asked(plant, "/runs?status=RUNNING")["items"]
    return run


def test_the_yield_is_that_of_the_last_step_that_has_one(user: User, plant: httpx.Client) -> None:
    user.signs_in()
    summary = asked(plant, f"/runs/{_running(plant)['id']}/summary")
    last = [step["yield"] for step in summary["steps"] if step["yield"] is not None][-1]
    expect(user.page.locator("#fact-yield b")).to_have_text(f"{float(last):.1%}".replace(".0%", "%"))


@pytest.mark.parametrize("lot", [RAW, MIX, SECOND_MIX], ids=["raw", "mix", "second mix"])
def test_the_picture_has_every_lot_and_every_link(user: User, plant: httpx.Client, lot: str) -> None:
    trace = asked(plant, f"/genealogy/{lot}/tree")
    user.signs_in(at=f"/#lot={lot}")
    user.sees_the_picture_of(lot)
    boxes = {box["lot"]: box for box in user.page.evaluate(_BOXES)}
    assert boxes.keys() == {one["lot_id"] for one in trace["lots"]}
    for one in trace["lots"]:
        words = boxes[one["lot_id"]]["words"]
        assert words[:2] == [one["code"], f"{one['lot_type']} · {amount(one['weight_kg'])}"]
        assert words[2] == _STATUS[one["status"]]
    drawn = user.page.locator("#frame .amount").all_text_contents()
    assert Counter(drawn) == Counter(amount(link["quantity_kg"]) for link in trace["links"])
    expect(user.page.locator("#frame path.link")).to_have_count(len(trace["links"]))
    for link in trace["links"]:
        assert boxes[link["parent"]]["right"] < boxes[link["child"]]["left"], "lines lead to the right"
    assert user.complaints == []


_BOXES = """[...document.querySelectorAll("#frame a")].map((box) => {
  const { left, right } = box.querySelector(".paper").getBoundingClientRect();
  return { lot: box.dataset.lot, left, right, words: [...box.querySelectorAll("text")].map((one) => one.textContent) };
})"""
_STATUS = {
    "CREATED": "created",
    "QUARANTINE": "in quarantine",
    "RELEASED": "released",
    "HOLD": "on hold",
    "CONSUMED": "consumed",
}


def amount(kilograms: str) -> str:
    return f"{float(kilograms):,.3f}".rstrip("0").rstrip(".") + " kg"


def test_the_traced_lot_stands_in_the_middle_of_its_frame(user: User) -> None:
    user.signs_in(at=f"/#lot={MIX}")
    user.sees_the_picture_of(MIX)
    frame, box = (user.page.locator(one).bounding_box() for one in ("#frame", "#frame .traced .paper"))
    assert frame is not None and box is not None
    assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]


def test_the_picture_scrolls_and_the_page_does_not(user: User) -> None:
    user.signs_in(at=f"/#lot={code('RAW')}")
    user.sees_the_picture_of(RAW)
    page, seen, picture, frame = user.page.evaluate(
        "[document.documentElement.scrollWidth, innerWidth, document.querySelector('#frame').scrollWidth,"
        " document.querySelector('#frame').clientWidth]"
    )
    assert page <= seen
    assert picture > frame, "five generations are wider than both"


def test_a_click_on_a_box_traces_its_lot_and_back_goes_back(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    user.traces(code("RAW"))
    user.sees_the_picture_of(RAW)
    user.page.locator(f"#frame a[data-lot='{MIX}']").click()
    user.sees_the_picture_of(MIX)
    assert user.page.url.endswith(f"#lot={code('MIXLOT')}")
    expect(user.page.get_by_label("Code or id of a lot")).to_have_value(code("MIXLOT"))
    user.page.go_back()
    user.sees_the_picture_of(RAW)
    assert user.complaints == []


def test_a_box_is_reached_and_traced_by_the_keyboard(user: User) -> None:
    user.signs_in(at=f"/#lot={MIX}")
    user.sees_the_picture_of(MIX)
    box = user.page.locator(f"#frame a[data-lot='{SECOND_MIX}']")
    user.page.get_by_role("button", name="Trace").focus()
    for _ in range(30):
        user.page.keyboard.press("Tab")
        if box.evaluate("(one) => one === document.activeElement"):
            break
    user.page.keyboard.press("Enter")
    user.sees_the_picture_of(SECOND_MIX)


def test_a_lot_alone_is_one_box_and_its_code_is_only_ever_text(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    user.traces(ODD_CODE)
    user.sees_the_picture_of(ODD)
    expect(user.page.locator("#frame a")).to_have_count(1)
    expect(user.page.locator("#frame .code")).to_have_text(ODD_CODE)
    expect(user.page.locator("#trace-note")).to_contain_text("came from no other")
    assert user.page.locator("main img").count() == 0
    assert user.complaints == []


def test_a_lot_that_is_not_there_is_said_to_be_missing(user: User) -> None:
    user.signs_in(at=f"/#lot={code('RAW')}")
    user.sees_the_picture_of(RAW)
    user.traces("RAW-20260115-DUNA-9999")
    expect(user.page.locator("#trace-note")).to_contain_text("RAW-20260115-DUNA-9999")
    expect(user.page.locator("#frame")).to_be_hidden()
    assert user.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
