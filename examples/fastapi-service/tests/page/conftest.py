"""One service and one browser for all tests of the page."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from browser import SIZES, User, launch, window
from page_plant import furnish
from playwright.sync_api import Browser, sync_playwright
from served import Served, served


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service whose plant is at work."""
    folder = tmp_path_factory.mktemp("page")
    with served(folder, f"sqlite:{folder / 'plant.db'}") as running:
        furnish(running)
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(params=SIZES)
def user(browser: Browser, service: Served, request: pytest.FixtureRequest) -> Iterator[User]:
    """Somebody in front of the page, with a phone and at a desk."""
    with window(browser, service.url, request.param) as somebody:
        yield somebody


@pytest.fixture
def plant(service: Served) -> Iterator[httpx.Client]:
    """The plant, asked without the page."""
    with service.client("VIEWER") as client:
        yield client
