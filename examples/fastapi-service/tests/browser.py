"""A browser without a window, and people who use the page in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from people import password
from playwright.sync_api import Browser, Page, Playwright, expect

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}


def launch(playwright: Playwright) -> Browser:
    """The browser of this machine; without one the tests fail."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    assert found is not None, f"no browser here: install one of {', '.join(_NAMES)}"
    return playwright.chromium.launch(executable_path=found, args=_QUIET.split())


@contextmanager
def window(browser: Browser, url: str, size: str = "desktop", locale: str = "en-GB") -> Iterator[User]:
    """A window of its own, with nothing kept from others."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale=locale, base_url=url
    )
    try:
        yield User(context.new_page())
    finally:
        context.close()


class User:
    """Somebody in front of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def signs_in(self, username: str = "viewer", secret: str | None = None, at: str = "/") -> None:
        """Opens the page and fills the form."""
        self.page.goto(at)
        self.fills(username, secret if secret is not None else password(username))

    def fills(self, username: str, secret: str) -> None:
        self.page.get_by_label("Name").fill(username)
        self.page.get_by_label("Password").fill(secret)
        self.page.get_by_role("button", name="Sign in").click()

    def sees_the_plant(self) -> None:
        """Waits for the run and the counts."""
        expect(self.page.locator("#counts li")).to_have_count(7)

    def traces(self, lot: str) -> None:
        """Asks for a lot's picture and waits for it."""
        self.page.get_by_label("Code or id of a lot").fill(lot)
        self.page.get_by_role("button", name="Trace").click()

    def sees_the_picture_of(self, lot_id: str) -> None:
        expect(self.page.locator("#frame a.traced")).to_have_attribute("data-lot", lot_id)
