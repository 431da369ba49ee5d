"""That everybody can use the page: languages, labels, contrast, and what it is made of."""

from __future__ import annotations

import re

import httpx
import pytest
from browser import User, window
from playwright.sync_api import Browser, expect
from served import SERVICE, Served
from story.names import MIX

_FILES = sorted(file.name for file in (SERVICE / "service" / "page").iterdir())
_TYPES = {"html": "text/html", "css": "text/css", "js": "javascript", "svg": "image/svg+xml"}


@pytest.mark.parametrize(
    ("locale", "language", "title", "status"),
    [
        ("hu-HU", "hu", "Tételkövetés", "karanténban"),
        ("en-GB", "en", "Lot traceability", "in quarantine"),
        ("de-DE", "en", "Lot traceability", "in quarantine"),
    ],
)
def test_it_speaks_the_browsers_language(
    browser: Browser, service: Served, locale: str, language: str, title: str, status: str
) -> None:
    with window(browser, service.url, locale=locale) as user:
        user.page.goto("/")
        expect(user.page.locator("html")).to_have_attribute("lang", language)
        expect(user.page).to_have_title(title)
        user.page.locator("#username").fill("viewer")
        user.page.locator("#password").fill("viewer-demo")
        user.page.locator("#sign-in button").click()
        expect(user.page.locator("#counts [data-status=QUARANTINE] span")).to_have_text(status)
        words = user.page.locator("body").inner_text()
        assert "undefined" not in words and "{0}" not in words


def test_every_word_stands_in_both_languages() -> None:
    table = (SERVICE / "service" / "page" / "labels.js").read_text("utf-8")
    entries = re.findall(r'^  (\w+): \[\s*"(.*?)",\s*"(.*?)",?\s*\]', table, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^  \w+: \[", table, re.MULTILINE)) > 30
    for name, english, hungarian in entries:
        assert english and hungarian, name
        assert re.findall(r"{\d}", english) == re.findall(r"{\d}", hungarian), name


@pytest.mark.parametrize("user", ["phone"], indirect=True)
def test_every_field_has_a_label_and_every_button_a_word(user: User) -> None:
    user.signs_in()
    user.sees_the_plant()
    nameless = user.page.evaluate(
        "[...document.querySelectorAll('input')].filter((one) => !one.labels[0]?.textContent.trim()).length"
        " + [...document.querySelectorAll('button')].filter((one) => !one.textContent.trim()).length"
    )
    assert nameless == 0
    expect(user.page.get_by_role("heading", level=1)).to_have_count(1)


_CONTRASTS = """(() => {
  const channels = (text) => (text.match(/[0-9.]+/g) ?? []).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    if (element.matches("a text")) return channels(getComputedStyle(element.parentElement.querySelector(".paper")).fill);
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const written = [...document.querySelectorAll("body *")].filter(
    (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.checkVisibility(),
  );
  return written.map((one) => {
    const style = getComputedStyle(one);
    const [front, back] = [channels(one.matches("svg *") ? style.fill : style.color), behind(one)].map((rgb) => light(rgb.slice(0, 3)));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    return { words: one.textContent.trim().slice(0, 40), ratio };
  });
})()"""


def test_what_is_written_can_be_read(user: User) -> None:
    user.page.goto("/")
    seen = user.page.evaluate(_CONTRASTS)
    user.fills("viewer", "nonsense")
    expect(user.page.locator("#sign-in-trouble")).to_be_visible()
    seen += user.page.evaluate(_CONTRASTS)
    user.signs_in(at=f"/#lot={MIX}")
    user.sees_the_plant()
    user.sees_the_picture_of(MIX)
    seen += user.page.evaluate(_CONTRASTS)
    assert len(seen) > 60
    # 4.5 to 1: WCAG 2.2, 1.4.3.
    assert [one for one in seen if one["ratio"] < 4.5] == []


def test_what_is_to_be_touched_is_large_enough_on_a_phone(browser: Browser, service: Served) -> None:
    with window(browser, service.url, "phone") as user:
        user.signs_in(at=f"/#lot={MIX}")
        user.sees_the_plant()
        user.sees_the_picture_of(MIX)
        for one in user.page.locator("button:visible, input:visible, #frame a .paper").all():
            box = one.bounding_box()
            # 24 by 24: WCAG 2.2, 2.5.8.
            assert box is not None and box["height"] >= 24 and box["width"] >= 24


def test_the_page_is_served_as_what_it_is(service: Served) -> None:
    for name in _FILES:
        answer = httpx.get(f"{service.url}/page/{name}")
        assert answer.status_code == 200
        assert _TYPES[name.rpartition(".")[2]] in answer.headers["content-type"]


def test_the_page_runs_nothing_but_its_own_files(service: Served) -> None:
    answer = httpx.get(service.url)
    policy = answer.headers["content-security-policy"]
    assert policy.split(";")[0] == "default-src 'self'"
    assert not re.search(r"\son\w+=|<style|style=|javascript:|<script(?![^>]*\bsrc=)", answer.text)
    for name in _FILES:
        text = (SERVICE / "service" / "page" / name).read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write\(|eval\(", text), name
        assert set(re.findall(r"https?://[^\"' ]+", text)) <= {"http://www.w3.org/2000/svg"}, name


def test_nothing_else_is_served(service: Served) -> None:
    for path in ("/page/../main.py", "/page/%2e%2e/main.py", "/page/..%2fmain.py", "/page/none.js"):
        answer = httpx.get(httpx.URL(service.url).copy_with(raw_path=path.encode()))
        assert (answer.status_code, answer.json()["code"]) == (404, "NO_SUCH_ROUTE")
