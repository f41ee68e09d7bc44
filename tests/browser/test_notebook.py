"""The script of the widget in a browser, with a model as notebooks hand it one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from argmap.model import ArgumentMap, Draft
from argmap.render.notebook.widget import MapView

SHARED = ("picture", "selected", "accept", "reject", "labels", "changed")
START = """async ([script, style, state]) => {
    const listeners = new Map();
    window.sent = [];
    window.heldKeys = [];
    window.model = {
        get: (name) => state[name],
        set: (name, value) => {
            state[name] = value;
            (listeners.get(`change:${name}`) || []).forEach((listener) => listener());
        },
        save_changes: () => window.sent.push(structuredClone(state)),
        on: (event, listener) => listeners.set(event, [...(listeners.get(event) || []), listener]),
        off: (event, listener) => listeners.set(event, listeners.get(event).filter((other) => other !== listener)),
        count: () => [...listeners.values()].flat().length,
    };
    document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
    document.addEventListener("keydown", (event) => window.heldKeys.push(event.key));
    const { default: widget } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    window.end = widget.render({ model: window.model, el: document.getElementById("cell") });
}"""


def bridge(text: str = "Most cars pass through") -> ArgumentMap:
    draft = Draft(title="Should the bridge be closed?")
    close = draft.claim("Close the bridge", id="close", kind="policy", main=True)
    draft.support(close, draft.claim(text, id="cars", given="common"), id="because")
    shops = draft.claim("Shops would lose customers", id="shops", given="common")
    draft.attack(close, shops, id="but")
    return draft.build()


class Cell:
    """The page of a notebook with one view in it, and the Python behind it."""

    def __init__(self, page: Page, view: MapView) -> None:
        self.page = page
        self.view = view
        page.evaluate(START, [view._esm, view._css, {name: getattr(view, name) for name in SHARED}])

    def card(self, element_id: str) -> Locator:
        return self.page.locator(f'#cell [data-element="{element_id}"]:not(.argmap-gap)')

    def answer(self) -> None:
        """Let Python hear what the page sent last, and the page what Python makes of it."""
        self.view.set_state(
            {name: self.page.evaluate("sent.at(-1)")[name] for name in ("selected", "accept", "reject")}
        )
        for name in ("labels", "changed"):
            self.put(name, getattr(self.view, name))

    def put(self, name: str, value: object) -> None:
        self.page.evaluate("([name, value]) => model.set(name, value)", [name, value])

    def chosen(self) -> list[str]:
        marked = self.page.locator("#cell .argmap-chosen")
        return marked.evaluate_all("all => all.map(one => one.dataset.element)")


@pytest.fixture
def cell(open_html: Callable[[str], Page]) -> Cell:
    page = open_html("<!doctype html><html lang=en><title>A notebook</title><main><div id=cell></div></main>")
    return Cell(page, bridge().view())


def test_a_click_on_a_card_is_known_to_python_and_a_second_lets_go(cell: Cell) -> None:
    cell.card("cars").click()
    cell.answer()
    assert (cell.view.selected, cell.chosen()) == ("cars", ["cars"])
    expect(cell.card("cars")).to_have_attribute("aria-pressed", "true")
    expect(cell.page.locator(".argmap-said")).to_contain_text("[cars]")
    expect(cell.page.locator(".argmap-said")).to_contain_text("Most cars pass through")
    cell.card("cars").click()
    cell.answer()
    assert (cell.view.selected, cell.chosen()) == (None, [])


def test_the_word_of_a_step_can_be_chosen_too(cell: Cell) -> None:
    cell.card("but").click()
    cell.answer()
    assert cell.view.selected == "but"


def test_a_gap_chooses_the_claim_that_it_is_at(open_html: Callable[[str], Page]) -> None:
    gappy = bridge().model_copy(update={"inferences": (), "attacks": ()})
    cell = Cell(open_html("<div id=cell></div>"), gappy.view())
    cell.page.locator("#cell .argmap-card.argmap-gap[data-element=close]").click()
    assert cell.page.evaluate("sent.at(-1).selected") == "close"
    assert cell.chosen() == ["close"]


@pytest.mark.parametrize("key", ["Enter", " "])
def test_cards_are_chosen_by_keys_that_the_notebook_does_not_take(cell: Cell, key: str) -> None:
    cell.card("shops").focus()
    cell.page.keyboard.press(key)
    assert cell.chosen() == ["shops"]
    assert cell.page.evaluate("heldKeys") == []


def test_what_python_chooses_is_marked(cell: Cell) -> None:
    cell.put("selected", "shops")
    assert cell.chosen() == ["shops"]
    ring = cell.card("shops").locator(".argmap-ring")
    assert ring.evaluate("one => getComputedStyle(one).stroke") == "rgb(11, 79, 131)"
    cell.put("selected", None)
    assert cell.chosen() == []


def test_rings_and_labels_are_on_their_cards_though_the_notebook_shows_the_view_late(
    open_html: Callable[[str], Page],
) -> None:
    page = open_html("<!doctype html><title>A notebook</title><div id=cell hidden></div>")
    cell = Cell(page, bridge().view())
    page.locator("#cell").evaluate("one => one.hidden = false")
    ring = cell.card("shops").locator(".argmap-ring")
    expect(ring).not_to_have_attribute("width", "6")
    around, drawn = (
        one.evaluate("one => (({ x, y, width, height }) => [x, y, width, height])(one.getBBox())")
        for one in (ring, cell.card("shops").locator("rect, path").first)
    )
    assert around == pytest.approx([drawn[0] - 3, drawn[1] - 3, drawn[2] + 6, drawn[3] + 6])


def test_in_a_narrow_cell_the_picture_can_be_read_and_scrolls_to_what_python_chooses(cell: Cell) -> None:
    cell.page.locator("#cell").evaluate("one => one.style.width = '300px'")
    text = cell.card("close").locator("text:not(.argmap-word)").last
    expect(cell.card("shops")).not_to_be_in_viewport(ratio=0.95)
    assert text.evaluate("one => one.getScreenCTM().a * parseFloat(getComputedStyle(one).fontSize)") >= 11
    cell.put("selected", "shops")
    expect(cell.card("shops")).to_be_in_viewport(ratio=0.95)


def test_rejecting_shows_the_labels_that_python_finds_and_reset_takes_it_back(cell: Cell) -> None:
    cell.card("shops").click()
    cell.page.locator("[data-action=reject]").click()
    cell.answer()
    assert (cell.view.reject, cell.view.changed) == (["shops"], ["close", "shops", "but"])
    words = {name: cell.card(name).locator(".argmap-word").text_content() for name in ("close", "cars", "shops")}
    assert words == {"close": "✓ in", "cars": "✓ in", "shops": "✗ out"}
    expect(cell.page.locator("[data-action=reject]")).to_have_attribute("aria-pressed", "true")
    expect(cell.page.locator("[data-action=reject]")).to_be_focused()
    cell.page.locator("[data-action=accept]").click()
    cell.answer()
    assert (cell.view.accept, cell.view.reject) == (["shops"], [])
    cell.page.locator("[data-action=reset]").click()
    cell.answer()
    assert (cell.view.accept, cell.view.reject, cell.view.changed) == ([], [], [])
    assert cell.card("close").locator(".argmap-word").text_content() == ""


def test_a_view_that_is_taken_away_listens_no_more(cell: Cell) -> None:
    assert cell.page.evaluate("model.count()") > 0
    cell.page.evaluate("end()")
    assert cell.page.evaluate("model.count()") == 0


def test_hostile_text_is_shown_and_does_nothing(open_html: Callable[[str], Page]) -> None:
    hostile = "</script><img src=x onerror=alert(1)> & \"'"
    page = open_html("<div id=cell></div>")
    cell = Cell(page, bridge(hostile).view())
    cell.card("cars").click()
    expect(page.locator(".argmap-said")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0


def test_axe_finds_nothing(cell: Cell, assert_accessible: Callable[[Page], None]) -> None:
    cell.card("shops").click()
    cell.page.locator("[data-action=reject]").click()
    cell.answer()
    assert_accessible(cell.page)


def test_the_script_loads_nothing() -> None:
    script = bridge().view()._esm
    assert not [
        word for word in ("fetch(", "import ", "XMLHttpRequest", "WebSocket", "innerHTML", "eval(") if word in script
    ]
    assert "http" not in script.replace("http://www.w3.org/2000/svg", "")
