"""What the page says when something is wrong, or takes its time."""

from __future__ import annotations

import re

import jwt
import pytest
from browser import User
from people import SECRET, claims, password
from playwright.sync_api import Route, expect
from story.names import MIX, RAW, code

# The words are the same at a desk.
pytestmark = pytest.mark.parametrize("user", ["phone"], indirect=True)

_FORM = "#sign-in"
_ALERT = "#sign-in-trouble"


def has_token(user: User) -> bool:
    return bool(user.page.evaluate("sessionStorage.length > 0"))


def test_a_wrong_password_is_said_and_another_try_signs_in(user: User) -> None:
    user.signs_in("viewer", "nonsense")
    expect(user.page.locator(_ALERT)).to_have_text("name or password is wrong")
    expect(user.page.get_by_label("Name")).to_have_value("viewer")
    expect(user.page.get_by_label("Password")).to_have_value("")
    expect(user.page.get_by_label("Password")).to_be_focused()
    assert not has_token(user)
    user.fills("viewer", password("viewer"))
    user.sees_the_plant()
    expect(user.page.locator(_FORM)).to_be_hidden()


def test_an_expired_token_leads_back_to_the_form_and_then_to_the_lot(user: User) -> None:
    user.page.goto(f"/#lot={code('MIXLOT')}")
    user.page.evaluate("(old) => sessionStorage.setItem('token', old)", expired())
    user.page.reload()
    expect(user.page.locator(_ALERT)).to_contain_text("Your session has ended")
    expect(user.page.locator("#plant")).to_be_hidden()
    assert not has_token(user)
    user.fills("viewer", password("viewer"))
    user.sees_the_picture_of(MIX)


def expired() -> str:
    return jwt.encode(claims("VIEWER", exp=1), SECRET, "HS256")


def test_a_token_that_expires_while_the_page_is_open_leads_back_too(user: User) -> None:
    user.signs_in(at=f"/#lot={RAW}")
    user.sees_the_picture_of(RAW)
    user.page.evaluate("(old) => sessionStorage.setItem('token', old)", expired())
    user.page.locator(f"#frame a[data-lot='{MIX}']").click()
    expect(user.page.locator(_ALERT)).to_contain_text("Your session has ended")
    assert user.page.locator("#frame a").count() == 0, "nothing of the plant stays behind"


def test_signing_out_forgets_the_token_and_the_plant(user: User) -> None:
    user.signs_in(at=f"/#lot={RAW}")
    user.sees_the_plant()
    user.sees_the_picture_of(RAW)
    user.page.get_by_role("button", name="Sign out").click()
    expect(user.page.locator(_FORM)).to_be_visible()
    assert not has_token(user)
    assert user.page.locator("#frame a, #counts li, .line").count() == 0
    user.page.reload()
    expect(user.page.locator(_FORM)).to_be_visible()
    expect(user.page.locator("#plant")).to_be_hidden()


def test_a_service_that_cannot_be_reached_is_said_and_tried_again(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    user.page.route("**/api/**", lambda route: route.abort())
    user.page.get_by_role("button", name="Refresh").click()
    alert = user.page.get_by_role("alert").filter(has_text="The service does not answer.")
    expect(alert).to_be_visible()
    user.page.unroute("**/api/**")
    user.page.get_by_role("button", name="Try again").click()
    expect(alert).to_be_hidden()
    user.sees_the_plant()


def test_signing_in_to_a_service_that_cannot_be_reached_says_so(user: User) -> None:
    user.page.goto("/")
    user.page.route("**/api/**", lambda route: route.abort())
    user.fills("viewer", password("viewer"))
    expect(user.page.locator(_ALERT)).to_have_text("The service does not answer.")
    expect(user.page.locator(f"{_FORM} button")).to_be_enabled()


def test_a_busy_database_is_said_in_the_services_words(user: User) -> None:
    refusal = '{"code": "STORE_BUSY", "message": {"en": "the store is busy", "hu": "foglalt"}, "details": {}}'
    user.signs_in(at=f"/#lot={RAW}")
    user.sees_the_picture_of(RAW)
    user.page.route(
        "**/tree", lambda route: route.fulfill(status=503, body=refusal, content_type="application/json")
    )
    user.traces(code("MIXLOT"))
    expect(user.page.locator("#trouble")).to_contain_text("the store is busy")


def test_while_it_waits_it_says_so_and_the_last_question_is_answered(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    waiting: list[Route] = []
    user.page.route(f"**/genealogy/{code('RAW')}/tree", lambda route: waiting.append(route))
    user.traces(code("RAW"))
    expect(user.page.locator("#trace-note")).to_have_text("Loading …")
    expect(user.page.locator("#trace")).to_have_attribute("aria-busy", "true")
    user.traces(code("MIXLOT"))
    user.sees_the_picture_of(MIX)
    waiting[0].continue_()
    user.page.wait_for_load_state("networkidle")
    user.sees_the_picture_of(MIX)
    expect(user.page.locator("#trace")).not_to_have_attribute("aria-busy", "true")


def test_an_address_that_names_no_lot_is_answered_with_words(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    for lot in ("", "%00", "%F0%9F%A5%A9", "a/b?c#d", "..", "x" * 101):
        user.page.goto(f"/#lot={lot}")
        expect(user.page.locator("#trace")).not_to_have_attribute("aria-busy", "true")
        expect(user.page.locator("#trace-note")).not_to_have_text(re.compile("Loading|^$"))
        expect(user.page.locator("#trouble")).to_be_hidden()
        expect(user.page.locator("#frame")).to_be_hidden()
