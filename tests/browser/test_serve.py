"""The live preview in a browser: what a save changes and what it leaves, and what other sites get of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, ViewportSize, expect
from served import BRIDGE, BROKEN, Served

LONGER = BRIDGE.replace(
    "inferences:\n",
    "  noise: {text: Noise harms, given: common}\ninferences:\n  hear: {premises: noise, conclusion: quiet}\n",
)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that is previewed."""
    return tmp_path_factory.mktemp("preview") / "bridge.yaml"


@pytest.fixture(scope="module")
def previews() -> Iterator[dict[str, Served]]:
    """The previews that were started, by the versions of their pages when they were: one, unless a test ends it."""
    started: dict[str, Served] = {}
    yield started
    for served in started.values():
        served.end()


@pytest.fixture
def served(bridge: Path, previews: dict[str, Served]) -> Served:
    """A preview that shows the bridge, whatever the test before it saved."""
    for version, served in previews.items():
        if served.process.poll() is None:
            if bridge.read_text() != BRIDGE:
                bridge.write_text(BRIDGE)
                assert shown_version(served, version) == version
            return served
    bridge.write_text(BRIDGE)
    served = Served(bridge.parent, bridge.name, "--port", "0")
    previews[shown_version(served)] = served
    return served


def shown_version(served: Served, expected: str | None = None) -> str:
    """Return the version of the page once the picture is whole and, if one is expected, this one."""
    with httpx.stream("GET", f"{served.address}events", timeout=60) as answer:
        for line in answer.iter_lines():
            if line.startswith("data: "):
                event = json.loads(line.removeprefix("data: "))
                is_whole = event["picture"] == "whole" and not event["drawing"]
                if is_whole and expected in {None, event["version"]}:
                    return event["version"]
    raise AssertionError("the preview has ended")


@pytest.fixture
def save(bridge: Path) -> Callable[[str], object]:
    return bridge.write_text


@pytest.fixture(scope="module")
def window_size() -> ViewportSize:
    """That of a laptop."""
    return {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def offline() -> bool:
    return False


@pytest.fixture
def inside(served: Served) -> tuple[str, ...]:
    """A request to anything but the server of the preview fails the test."""
    return (served.address, "data:", "about:")


@pytest.fixture
def at(page: Page, served: Served) -> Page:
    """The preview."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(served.address)
    expect(card(page, "close")).to_be_visible()
    return page


def preview(page: Page) -> FrameLocator:
    return page.frame_locator("iframe:not(.coming)")


def card(page: Page, element_id: str) -> Locator:
    return preview(page).locator(f'g.argmap-card[data-element="{element_id}"]:not(.argmap-gap)').first


def view_box(page: Page) -> list[float]:
    """Return what part of the picture is in the window: left, top, width, height."""
    sight = preview(page).locator("html").evaluate("() => argmapPage.keep().sight")
    width, height = sight["width"], sight["height"]
    return [sight["x"] - width / 2, sight["y"] - height / 2, width, height]


def outcome(page: Page, save: Callable[[str], object], text: str, words: str) -> None:
    """Save the file, and wait until the page says some words."""
    save(text)
    expect(preview(page).locator("#outline")).to_contain_text(words)


def test_a_save_is_drawn_and_zoom_and_choice_stay(at: Page, save: Callable[[str], object]) -> None:
    card(at, "quiet").click()
    for _ in range(3):
        preview(at).locator("#zoom-in").click()
    before, size = card(at, "quiet").bounding_box(), view_box(at)[2:]
    outcome(at, save, LONGER, "Noise harms")
    after = card(at, "quiet").bounding_box()
    expect(card(at, "quiet")).to_have_attribute("aria-pressed", "true")
    expect(preview(at).locator("#claim h2")).to_have_text("A quiet street is worth a detour")
    assert view_box(at)[2:] == pytest.approx(size)
    middle = [[box["x"] + box["width"] / 2, box["y"] + box["height"] / 2] for box in (before, after)]
    assert middle[1] == pytest.approx(middle[0], abs=2)


def test_tab_layers_search_panel_fold_and_supposition_stay(at: Page, save: Callable[[str], object]) -> None:
    page = preview(at)
    card(at, "close").click()
    at.keyboard.press("c")
    page.locator("[data-layer=numbers]").click()
    page.locator("[data-layer=roles]").click()
    page.locator("#stance").select_option("held")
    page.locator("[data-action=reject]").click()
    page.locator("#query").fill("bridge")
    page.locator("#tab-findings").click()
    outcome(at, save, LONGER, "Noise harms")
    expect(page.locator("#findings")).to_be_visible()
    expect(page.locator("[data-layer=numbers]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-layer=labels]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-layer=roles]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#stance")).to_have_value("held")
    expect(page.locator("#supposed")).to_contain_text("If you reject “Close the bridge”")
    expect(page.locator("#query")).to_have_value("bridge")
    expect(page.locator("#count")).to_have_text("2")
    expect(page.locator("#tab-findings")).to_be_focused()
    assert "gone" in (card(at, "quiet").get_attribute("class") or "").split()


def test_a_picture_that_shows_all_goes_on_showing_all(at: Page, save: Callable[[str], object]) -> None:
    outcome(at, save, LONGER, "Noise harms")
    shown = view_box(at)
    preview(at).locator("#fit").click()
    assert view_box(at) == pytest.approx(shown)


def test_what_was_chosen_and_is_gone_is_let_go(at: Page, save: Callable[[str], object]) -> None:
    card(at, "bikes").click()
    at.keyboard.press("r")
    without = "".join(line for line in BRIDGE.splitlines(keepends=True) if "bikes" not in line)
    save(without)
    expect(card(at, "bikes")).to_have_count(0)
    expect(preview(at).locator("#claim h2")).to_have_text("Choose a claim")
    expect(preview(at).locator("#supposed")).to_have_count(0)


def test_the_view_outlives_a_reload(at: Page) -> None:
    card(at, "quiet").click()
    preview(at).locator("#zoom-in").click()
    size = view_box(at)[2:]
    at.reload()
    expect(card(at, "quiet")).to_have_attribute("aria-pressed", "true")
    assert view_box(at)[2:] == pytest.approx(size)


def test_keys_reach_the_page_without_a_click(at: Page) -> None:
    expect(preview(at).locator("body")).to_be_visible()
    at.keyboard.press("f")
    expect(preview(at).locator("#findings")).to_be_visible()


def test_a_broken_save_shows_what_is_the_matter_and_mending_takes_it_away(
    at: Page, save: Callable[[str], object], assert_accessible: Callable[[Page], None]
) -> None:
    card(at, "quiet").click()
    save(BROKEN)
    problems = at.get_by_role("alert")
    expect(problems).to_be_visible()
    expect(problems.locator("h1")).to_have_text("1 problem")
    expect(problems).to_contain_text("bridge.yaml:5:41: FMT006")
    expect(problems).to_contain_text('found "polcy"')
    expect(problems).to_contain_text("The picture is of an earlier save.")
    expect(card(at, "quiet")).to_have_attribute("aria-pressed", "true")
    assert_accessible(at)
    at.emulate_media(color_scheme="dark")
    assert_accessible(at)
    outcome(at, save, LONGER, "Noise harms")
    expect(problems).to_be_hidden()
    expect(card(at, "quiet")).to_have_attribute("aria-pressed", "true")


def test_many_problems_leave_room_for_the_picture_and_can_be_scrolled_by_keyboard(
    at: Page, save: Callable[[str], object], assert_accessible: Callable[[Page], None]
) -> None:
    save(BRIDGE.replace("given:", "gven:").replace("premises:", "premsies:").replace("kind:", "knd:"))
    problems = at.get_by_role("alert")
    expect(problems.locator("li")).not_to_have_count(0)
    assert problems.bounding_box()["height"] < 768 / 2
    assert problems.evaluate("one => one.scrollHeight > one.clientHeight")
    assert_accessible(at)
    problems.focus()
    at.keyboard.press("End")
    expect(problems).not_to_have_js_property("scrollTop", 0)


def test_hostile_text_in_a_broken_file_is_shown_and_does_nothing(at: Page, save: Callable[[str], object]) -> None:
    save(BRIDGE.replace("kind: policy", "kind: '<img src=x onerror=alert(1)>'"))
    expect(at.get_by_role("alert")).to_contain_text("<img src=x onerror=alert(1)>")
    assert at.locator("img").count() == 0


def test_the_frame_has_the_title_of_the_map(at: Page, save: Callable[[str], object]) -> None:
    expect(at).to_have_title("Should the bridge be closed?")
    save(BRIDGE.replace("Should the", "Must the"))
    expect(at).to_have_title("Must the bridge be closed?")


def test_the_end_of_the_preview_is_told_and_the_picture_stays(at: Page, served: Served, trouble: list[str]) -> None:
    served.end()
    expect(at.locator("#lost")).to_have_text("The preview has ended. Start it again to see what is saved from now on.")
    expect(card(at, "close")).to_be_visible()
    trouble[:] = [said for said in trouble if "ERR_" not in said]  # the browser says that nobody answers any more


class _Empty(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Another site</title>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def other_site(browser: Browser) -> Iterator[Page]:
    """A page of another server on this machine, which is as near as another site can be."""
    server = HTTPServer(("127.0.0.1", 0), _Empty)
    thread = Thread(target=server.serve_forever)
    thread.start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("mode", ["cors", "no-cors"])
def test_another_site_can_read_neither_page_nor_news(other_site: Page, served: Served, mode: str) -> None:
    for path in ("", "map", "events"):
        read = other_site.evaluate(
            "([url, mode]) => fetch(url, {mode}).then(answer => answer.text(), () => '')",
            [served.address + path, mode],
        )
        assert read == ""


def test_another_site_hears_no_news_and_frames_no_page(other_site: Page, served: Served) -> None:
    answers: list[int] = []
    ours = served.address
    other_site.on("response", lambda answer: answer.url.startswith(ours) and answers.append(answer.status))
    heard = """url => new Promise(done => {
        const news = new EventSource(url);
        news.onmessage = () => done("heard");
        news.onerror = () => done("refused");
    })"""
    assert other_site.evaluate(heard, f"{served.address}events") == "refused"
    for path in ("", "map"):
        other_site.evaluate(
            """url => new Promise(done => {
                const frame = document.createElement("iframe");
                frame.onload = done;
                frame.src = url;
                document.body.append(frame);
            })""",
            served.address + path,
        )
    assert not [frame for frame in other_site.frames[1:] if "Close the bridge" in frame.content()]
    assert not [frame for frame in other_site.frames[1:] if "EventSource" in frame.content()]
    assert set(answers) == {403}
