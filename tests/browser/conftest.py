"""Pages in a real browser: Debian's Chromium, which Playwright's Python package drives.

A test takes `page`, a new page that no network reaches, or `open_html`, which shows a text in it as a file. When the
test is over, anything that went into `trouble` fails it: an error on the console, an exception of a script, a request
that leaves the file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_HERE = Path(__file__).parent
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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a module in one process, so that a browser is started for them once."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


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


def _watch(context: BrowserContext, trouble: list[str]) -> None:
    context.on("console", lambda said: said.type == "error" and trouble.append(f"console: {said.text}"))
    context.on("weberror", lambda error: trouble.append(f"exception: {error.error}"))
    context.on("request", lambda request: request.url.startswith(_INSIDE) or trouble.append(f"request: {request.url}"))


@pytest.fixture
def watch(trouble: list[str]) -> Callable[[BrowserContext], None]:
    """Take down what goes wrong in a context that a test opens itself."""
    return lambda context: _watch(context, trouble)


@pytest.fixture
def page(browser: Browser, trouble: list[str]) -> Iterator[Page]:
    """A new page without a network, and without anything that a page before it kept."""
    context = browser.new_context(offline=True)
    _watch(context, trouble)
    yield context.new_page()
    context.close()
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
