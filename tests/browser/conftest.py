"""Pages in a real browser: Debian's Chromium, which Playwright's Python package drives.

A test takes `page`, an empty page that no network reaches, or `open_html`, which shows a text in it as a file. When
the test is over, anything that went into `trouble` fails it: an error on the console, an exception of a script, a
dialog, a request that leaves the file. The tests of a module share one window, since a new one takes longer than most
tests; each of them finds it as if it were new.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, ViewportSize, sync_playwright

_INSIDE = ("file:", "data:", "blob:", "about:")
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What takes half of the time of a test and what none of them looks at: the pages in which Chromium's address bar would
# show its suggestions, two for each window, and a process in store for the next site. Chromium heeds one list of what
# is off, the last; so Playwright's own stands here as well, as far as it is about pages that no network reaches.
_PLAYWRIGHT_HAS_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay",
    "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch",
)  # fmt: skip
_OFF = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess")
_ARGUMENTS = ("--disable-gpu", "--disable-quic", f"--disable-features={','.join(_PLAYWRIGHT_HAS_OFF + _OFF)}")


def _find_chromium() -> str | None:
    return os.environ.get("ARGMAP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module.

    Not for all of them: while Playwright runs, its event loop counts as running, and tests that start one of their own
    could not run behind these.
    """
    path = _find_chromium()
    if path is None:
        stop = pytest.fail if os.environ.get("ARGMAP_REQUIRE_BROWSER") == "1" else pytest.skip
        stop("there is no Chromium: install it, or name one in ARGMAP_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def trouble() -> list[str]:
    """What went wrong on the pages of a test; a test that means it takes it out."""
    return []


def _watch(context: BrowserContext, trouble: list[str], inside: tuple[str, ...]) -> Callable[[], None]:
    """Take down what goes wrong in a context; give back what ends that."""

    def refuse(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    listeners: dict[str, Callable[[Any], object]] = {
        "console": lambda said: said.type == "error" and trouble.append(f"console: {said.text}"),
        "weberror": lambda error: trouble.append(f"exception: {error.error}"),
        "request": lambda request: request.url.startswith(inside) or trouble.append(f"request: {request.url}"),
        "dialog": refuse,
    }
    for event, listener in listeners.items():
        context.on(event, listener)

    def stop() -> None:
        for event, listener in listeners.items():
            context.remove_listener(event, listener)

    return stop


# It stands behind what the page itself keeps when it is left.
_FORGET = """() => location.protocol === "about:" || addEventListener("pagehide", () => {
    window.name = "";
    localStorage.clear();
    sessionStorage.clear();
})"""


def _empty(window: Page, size: ViewportSize) -> None:
    """Leave nothing in a window of what a test did: no document, nothing kept, no key held, nothing emulated."""
    for other in window.context.pages:
        if other != window:
            other.close()
    window.evaluate(_FORGET)
    window.goto("about:blank")  # here at the latest what went wrong is heard of
    for key in ("Shift", "Control", "Alt", "Meta"):
        window.keyboard.up(key)
    window.mouse.up()
    window.mouse.move(0, 0)
    window.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    if window.viewport_size != size:
        window.set_viewport_size(size)


@pytest.fixture
def watch(trouble: list[str]) -> Callable[[BrowserContext], object]:
    """Take down what goes wrong in a context that a test opens itself."""
    return lambda context: _watch(context, trouble, _INSIDE)


@pytest.fixture(scope="module")
def window_size() -> ViewportSize:
    """The size of the window at the start of each test."""
    return {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def offline() -> bool:
    """Whether the window is one that no network reaches."""
    return True


@pytest.fixture
def inside() -> tuple[str, ...]:
    """How the addresses begin that a page may ask for."""
    return _INSIDE


@pytest.fixture(scope="module")
def window(browser: Browser, window_size: ViewportSize, offline: bool) -> Iterator[Page]:
    """The window that the tests of a module share."""
    context = browser.new_context(offline=offline, viewport=window_size)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, window_size: ViewportSize, inside: tuple[str, ...], trouble: list[str]) -> Iterator[Page]:
    """An empty page without a network, and without anything that a page before it kept."""
    stop = _watch(window.context, trouble, inside)
    yield window
    _empty(window, window_size)
    stop()
    assert trouble == []


@pytest.fixture
def open_html(page: Page, tmp_path: Path) -> Callable[[str], Page]:
    """Show a text as a reader does who opens the file: write it, open it, give back the page."""

    def show(text: str) -> Page:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        page.goto(path.as_uri())
        return page

    return show


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Check a page, as it stands, against what axe-core can tell of the levels A and AA of WCAG 2.2."""

    def check(page: Page) -> None:
        options = {"runOnly": {"type": "tag", "values": _WCAG}, "resultTypes": ["violations"]}
        results = Axe().run(page, options=options)
        assert results.violations_count == 0, results.generate_report()

    return check
