"""The interactive page in a browser: each control by mouse and by keyboard alone, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

import argmap as am
from argmap.model import Anchor, ArgumentMap, Attack, Claim, Draft, Inference, Source

KALININGRAD = Path(__file__).parents[2] / "examples" / "kaliningrad.argmap.yaml"
LAYERS = ("roles", "gaps", "labels", "parties", "schemes", "load-bearing", "numbers")
HOSTILE = "</script><img src=x onerror=alert(1)> \"'\\ \x07 \u202e عربي " + "word " * 2000


def bridge() -> ArgumentMap:
    """Linked reasons by a scheme, an objection with a reply, a party, a source, a passage of the article."""
    draft = Draft(title="Should the bridge be closed to cars?", article="news")
    draft.source("news", title="Close it", author="Some paper", url="https://example.org/news", date="2024-05-02")
    draft.source("count", title="Traffic count", publisher="City works", url="https://example.org/count")
    draft.source("memo", title="A memo", url="javascript:alert(1)")
    draft.party("shopkeepers", name="The shopkeepers")
    close = draft.proposal("The bridge should be closed to cars", id="close", main=True)
    quiet = draft.claim(
        "The street should be quiet", id="quiet", kind="value", at=[Anchor(paragraph=3, start="a quiet street")]
    )
    calmer = draft.claim("Without cars the street is quiet", id="calmer", kind="causal", cites=["count", "memo"])
    measured = draft.claim("On Sundays without cars it was quiet", id="measured", cites="count")
    shops = draft.claim("Shops would lose customers", id="shops", by="shopkeepers")
    walk = draft.claim("Most customers walk", id="walk", cites="count")
    draft.support(close, quiet, calmer, id="aim", scheme="practical-reasoning")
    draft.support(calmer, measured, id="shown")
    draft.attack(close, shops, id="but")
    draft.attack(shops, walk, id="however")
    return draft.build()


@pytest.fixture(scope="module")
def bridge_html() -> str:
    return bridge().to_html(orientation="up")


@pytest.fixture(scope="module")
def kaliningrad_html() -> str:
    return am.load(KALININGRAD).to_html()


@pytest.fixture(scope="module")
def window_size() -> ViewportSize:
    """That of a laptop."""
    return {"width": 1366, "height": 768}


@pytest.fixture
def at(open_html, page: Page, bridge_html: str) -> Page:
    """The page of the bridge."""
    page.emulate_media(reduced_motion="reduce")
    return open_html(bridge_html)


def card(page: Page, element_id: str) -> Locator:
    return page.locator(f'g.argmap-card[data-element="{element_id}"]:not(.argmap-gap)').first


def has_class(locator: Locator, name: str) -> bool:
    return name in (locator.get_attribute("class") or "").split()


def classed(page: Page, name: str) -> set[str]:
    """Return the ids of the cards and words that have a class."""
    found = page.locator(f"#argmap-svg [data-element].{name}")
    return {element.get_attribute("data-element") or "" for element in found.all()}


def view_box(page: Page) -> list[float]:
    """Return what part of the picture is in the window: left, top, width, height."""
    sight = page.evaluate("argmapPage.keep().sight")
    width, height = sight["width"], sight["height"]
    return [sight["x"] - width / 2, sight["y"] - height / 2, width, height]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus that the selector finds."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the tab key never comes to {selector}")


def by_mouse(page: Page, selector: str) -> None:
    page.locator(selector).click()


def by_keyboard(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


both_ways = pytest.mark.parametrize("use", [by_mouse, by_keyboard])
Use = Callable[[Page, str], None]


# --- choosing ---


def test_a_card_that_is_clicked_is_chosen_and_told_in_the_panel(at: Page) -> None:
    card(at, "calmer").click()
    expect(card(at, "calmer")).to_have_attribute("aria-pressed", "true")
    expect(at.locator("#claim h2")).to_have_text("Without cars the street is quiet")
    expect(at.locator("#claim")).to_contain_text("Traffic count")
    expect(at.locator("#claim")).to_contain_text("causal")


def test_a_card_is_reached_and_chosen_by_keyboard_alone(at: Page) -> None:
    tab_to(at, "#stage")
    at.keyboard.press("Tab")
    assert at.evaluate("document.activeElement.dataset.element") == "close"
    at.keyboard.press("ArrowDown")
    at.keyboard.press("ArrowDown")
    chosen = at.evaluate("document.activeElement.dataset.element")
    assert chosen in {"quiet", "calmer", "shops"}
    at.keyboard.press("Enter")
    expect(at.locator("#claim h2")).to_have_text(next(c.text for c in bridge().claims if c.id == chosen))


def test_the_line_of_reasoning_is_lit_and_escape_lets_go(at: Page) -> None:
    card(at, "measured").click()
    assert classed(at, "lit") == {"measured", "shown", "calmer", "aim", "quiet", "close"}
    at.keyboard.press("Escape")
    assert classed(at, "lit") == set()
    assert not has_class(at.locator("#argmap-svg"), "focusing")
    expect(at.locator("#claim h2")).to_have_text("Choose a claim")


def test_what_is_chosen_is_let_go_by_mouse_and_touch_too(at: Page) -> None:
    card(at, "measured").click()
    card(at, "measured").click()
    assert (classed(at, "chosen"), classed(at, "lit")) == (set(), set())
    card(at, "measured").press("Enter")
    assert classed(at, "chosen") == {"measured"}
    at.locator("#stage").click(position={"x": 3, "y": 3})
    expect(card(at, "measured")).to_have_attribute("aria-pressed", "false")
    expect(at.locator("#status")).to_have_text("Nothing is chosen")


def focus(page: Page) -> str:
    """Return where the focus is: the id of the element, or what it leads to."""
    return str(page.evaluate("(({id, dataset, tagName}) => id || dataset.element || tagName)(document.activeElement)"))


def test_the_focus_is_never_lost_when_what_had_it_goes(at: Page) -> None:
    at.keyboard.press("o")
    tab_to(at, '#outline [data-element="measured"]')
    at.keyboard.press("Enter")
    assert focus(at) == "claim"
    tab_to(at, "#claim .link")
    at.keyboard.press("Enter")
    assert focus(at) == "claim"
    expect(at.locator("#claim h2")).to_have_text("Without cars the street is quiet")
    at.keyboard.press("o")
    assert focus(at) == "calmer"
    at.keyboard.press("r")
    at.locator("#strip .link").first.focus()
    at.keyboard.press("a")
    assert focus(at) == "reset-all"
    at.keyboard.press("x")
    assert focus(at) == "stage"
    at.locator("#tab-outline").focus()
    at.keyboard.press("p")
    assert focus(at) == "panel-button"
    expect(at.locator("#status")).to_have_text("The panel is hidden")
    at.keyboard.press("p")
    card(at, "close").click()
    card(at, "measured").focus()
    at.keyboard.press("c")
    assert focus(at) == "close"


def test_the_word_of_a_step_is_chosen_too(at: Page) -> None:
    at.locator('g.argmap-pill[data-element="but"]').click()
    expect(at.locator("#claim h2")).to_have_text("The step “but”")
    expect(at.locator("#claim")).to_contain_text("Shops would lose customers")


@both_ways
def test_a_claim_in_the_panel_leads_on_to_it(at: Page, use: Use) -> None:
    card(at, "close").click()
    use(at, "#claim .block .link >> nth=0" if use is by_mouse else "#claim .block .link")
    assert at.locator("#claim h2").inner_text() in {"The street should be quiet", "Without cars the street is quiet"}


def test_the_address_names_what_is_chosen_and_leads_to_it(at: Page, open_html, bridge_html: str) -> None:
    start = at.url
    card(at, "walk").click()
    assert at.url == f"{start}#claim=walk"
    at.keyboard.press("Escape")
    assert at.url == start
    at.goto("about:blank")
    at.goto(f"{start}#claim=me%61sured")
    expect(at.locator("#claim h2")).to_have_text("On Sundays without cars it was quiet")
    assert classed(at, "chosen") == {"measured"}
    at.evaluate("location.hash = '#claim=but'")
    expect(at.locator("#claim h2")).to_have_text("The step “but”")
    for strange in ("gone", "__proto__", "%E0%A4%A", "<img src=x onerror=alert(1)>", "x" * 10_000):
        at.evaluate("hash => { location.hash = hash; }", f"#claim={strange}")
        expect(at.locator("#claim .note")).to_contain_text(strange[:20])
        assert classed(at, "chosen") == set()
    expect(at.locator("#status")).to_contain_text("which is not in this map")


# --- what the panel tells ---


def test_a_passage_opens_the_article_there_in_a_new_tab_that_knows_nothing_of_the_page(at: Page) -> None:
    card(at, "quiet").click()
    link = at.locator("#claim a")
    expect(link).to_have_attribute("href", "https://example.org/news#:~:text=a%20quiet%20street")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_text("¶ 3 “a quiet street”")


def test_only_web_addresses_are_links(at: Page) -> None:
    card(at, "calmer").click()
    expect(at.locator("#claim")).to_contain_text("A memo")
    assert [link.get_attribute("href") for link in at.locator("#claim a").all()] == ["https://example.org/count"]


def test_who_says_it_is_told(at: Page) -> None:
    card(at, "shops").click()
    expect(at.locator("#claim dl")).to_contain_text("The shopkeepers")


def test_the_critical_questions_of_a_scheme_are_told_with_what_answers_them(at: Page) -> None:
    card(at, "close").click()
    block = at.locator("#claim .block").first
    expect(block.locator("summary")).to_contain_text("critical questions")
    block.locator("summary").click()
    scheme = am.find_scheme("practical-reasoning")
    expect(block.locator(".questions li")).to_have_count(len(scheme.questions))
    expect(block.locator(".questions li.open").first).to_contain_text("Not answered")


def test_the_findings_on_a_claim_stand_in_its_panel(at: Page) -> None:
    card(at, "quiet").click()
    codes = {finding.code for finding in bridge().check() if finding.element == "quiet"}
    assert set(at.locator("#claim .finding .code").all_inner_texts()) == codes
    assert codes


# --- pan and zoom ---


@pytest.mark.parametrize(
    ("button", "key", "factor"), [("#zoom-in", "+", 1 / 1.25), ("#zoom-out", "-", 1.25)], ids=["in", "out"]
)
def test_zooming_by_button_and_by_key_is_the_same(at: Page, button: str, key: str, factor: float) -> None:
    start = view_box(at)
    at.locator(button).click()
    assert view_box(at)[2] == pytest.approx(start[2] * factor)
    at.locator("#fit").click()
    assert view_box(at) == pytest.approx(start)
    at.keyboard.press(key)
    assert view_box(at)[2] == pytest.approx(start[2] * factor)
    at.keyboard.press("0")
    assert view_box(at) == pytest.approx(start)


def test_a_double_click_brings_its_point_to_the_middle_and_closer_as_a_way_without_dragging(at: Page) -> None:
    start, stage = view_box(at), at.locator("#stage").bounding_box()
    before = card(at, "walk").bounding_box()
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] + 30
    at.mouse.dblclick(x, y)
    after = card(at, "walk").bounding_box()
    assert view_box(at)[2] == pytest.approx(start[2] / 1.6)
    assert after["x"] + after["width"] / 2 == pytest.approx(stage["x"] + stage["width"] / 2, abs=2)
    assert after["y"] + after["height"] + 48 == pytest.approx(stage["y"] + stage["height"] / 2, abs=2)
    at.locator("#fit").click()
    assert view_box(at) == pytest.approx(start)
    expect(at.locator("#status")).to_have_text("All of the picture is shown")
    at.keyboard.press("-")
    expect(at.locator("#status")).to_contain_text("Zoom: ")


def boxes(page: Page, *ids: str) -> list[dict[str, float]]:
    return [card(page, element_id).bounding_box() for element_id in ids]


def letters(page: Page, element_id: str) -> float:
    """Return how high the text of a card is on the screen, in pixels."""
    return float(card(page, element_id).locator("text").last.evaluate("one => 12 * one.getScreenCTM().d"))


@both_ways
def test_a_claim_and_what_bears_on_it_are_brought_as_close_as_the_window_allows(at: Page, use: Use) -> None:
    card(at, "shops").click()
    use(at, "#close-up")
    stage, shown = at.locator("#stage").bounding_box(), boxes(at, "shops", "walk")
    assert all(is_inside(box, stage) for box in shown)
    assert letters(at, "walk") == pytest.approx(12 * 1.6)
    close_up = view_box(at)
    expect(at.locator("#status")).to_have_text("Close up: Shops would lose customers")
    at.keyboard.press("0")
    at.keyboard.press("z")
    assert view_box(at) == pytest.approx(close_up)


def test_a_double_click_on_a_card_shows_it_close_up_and_it_stays_chosen(at: Page) -> None:
    card(at, "shops").click()
    at.keyboard.press("z")
    close_up = view_box(at)
    at.keyboard.press("0")
    card(at, "shops").dblclick()
    assert view_box(at) == pytest.approx(close_up)
    assert classed(at, "chosen") == {"shops"}
    assert "shops" in classed(at, "lit")


def test_for_a_class_text_is_larger_close_up_and_nothing_chosen_means_the_main_claim(
    open_html, page: Page, kaliningrad_html: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1920, "height": 1080})
    at = open_html(kaliningrad_html)
    at.locator("#close-up").click()
    assert letters(at, "provocation") > 14
    stage = at.locator("#stage").bounding_box()
    step_ids = {step.id for step in am.load(KALININGRAD).inferences if step.conclusion == "provocation"}
    pills = [at.locator(f'g.argmap-pill[data-element="{step}"]').bounding_box() for step in step_ids]
    assert all(is_inside(box, stage) for box in [*boxes(at, "provocation"), *pills])


def test_a_picture_too_large_to_be_read_whole_opens_at_its_main_claim_at_a_size_to_read(
    open_html, page: Page, kaliningrad_html: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    at = open_html(kaliningrad_html)
    assert letters(at, "provocation") > 11
    stage = at.locator("#stage").bounding_box()
    assert all(is_inside(box, stage) for box in boxes(at, "provocation", "moratorium"))
    at.locator("#fit").click()
    at.wait_for_function("argmapPage.keep().sight.fitted")


def test_the_picture_is_not_laid_out_anew_when_its_window_on_the_page_changes(at: Page) -> None:
    card(at, "walk").click()
    at.locator("#zoom-in").click()
    before, sight = at.locator("#argmap-svg").bounding_box(), view_box(at)
    at.keyboard.press("r")
    at.keyboard.press("p")
    assert at.locator("#argmap-svg").bounding_box() == before
    assert view_box(at)[2:] != sight[2:]
    at.set_viewport_size({"width": 1000, "height": 600})
    at.wait_for_function("document.getElementById('argmap-svg').getAttribute('viewBox') === '0 0 1000 600'")


def test_no_focus_scrolls_the_window_onto_the_picture(at: Page) -> None:
    for _ in range(6):
        at.keyboard.press("+")
    card(at, "walk").evaluate("one => one.focus()")
    stage = at.locator("#stage")
    assert stage.evaluate("one => [one.scrollLeft, one.scrollTop]") == [0, 0]


def test_dragging_moves_the_picture_and_chooses_nothing(at: Page) -> None:
    start = view_box(at)
    box = card(at, "close").bounding_box()
    at.mouse.move(box["x"] + 20, box["y"] + 20)
    at.mouse.down()
    at.mouse.move(box["x"] + 120, box["y"] + 60, steps=4)
    at.mouse.up()
    moved = view_box(at)
    assert moved[2:] == pytest.approx(start[2:])
    scale = at.locator("#stage").bounding_box()["width"] / start[2]
    assert [start[0] - moved[0], start[1] - moved[1]] == pytest.approx([100 / scale, 40 / scale], rel=0.05)
    assert classed(at, "chosen") == set()
    card(at, "close").click()
    assert classed(at, "chosen") == {"close"}


def test_the_arrow_keys_move_the_picture(at: Page) -> None:
    at.locator("#stage").focus()
    start = view_box(at)
    at.keyboard.press("ArrowRight")
    at.keyboard.press("ArrowDown")
    moved = view_box(at)
    assert moved[0] > start[0]
    assert moved[1] > start[1]


@pytest.mark.parametrize("with_control", [False, True])
def test_the_wheel_zooms_at_the_pointer(at: Page, with_control: bool) -> None:
    box = card(at, "shops").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    at.mouse.move(x, y)
    start = view_box(at)
    if with_control:
        at.keyboard.down("Control")
    at.mouse.wheel(0, -30)
    at.wait_for_function("old => argmapPage.keep().sight.width !== old", arg=start[2])
    after = card(at, "shops").bounding_box()
    assert view_box(at)[2] < start[2]
    assert [after["x"] + after["width"] / 2, after["y"] + after["height"] / 2] == pytest.approx([x, y], abs=2)


def test_two_fingers_zoom_and_one_drags(at: Page) -> None:
    start = view_box(at)
    at.evaluate("""() => {
        const send = (type, pointerId, clientX, clientY) => {
            const button = type === "pointermove" ? -1 : 0;
            const touch = {pointerId, pointerType: "touch", clientX, clientY, bubbles: true, button};
            stage.dispatchEvent(new PointerEvent(type, touch));
        };
        const stage = document.getElementById("stage");
        stage.setPointerCapture = () => {};
        stage.hasPointerCapture = () => true;
        send("pointerdown", 1, 400, 400);
        send("pointerdown", 2, 500, 400);
        send("pointermove", 2, 600, 400);
        send("pointerup", 1, 400, 400);
        send("pointerup", 2, 600, 400);
    }""")
    assert view_box(at)[2] == pytest.approx(start[2] / 2)


def test_a_claim_that_is_out_of_sight_is_brought_into_sight_without_motion(at: Page) -> None:
    for _ in range(6):
        at.locator("#zoom-in").click()
    at.locator("#tab-outline").click()
    at.locator('#outline [data-element="walk"]').click()
    box, stage = card(at, "walk").bounding_box(), at.locator("#stage").bounding_box()
    assert stage["x"] <= box["x"]
    assert box["x"] + box["width"] <= stage["x"] + stage["width"]
    assert stage["y"] <= box["y"]


def test_what_the_style_sheet_says_of_text_is_thick_where_it_was_drawn_so(at: Page) -> None:
    drawn = ET.fromstring(bridge().to_svg(orientation="up", title="")).iter("{http://www.w3.org/2000/svg}text")
    thick = [text.get("font-weight") == "bold" for text in drawn]
    shown = at.locator("#argmap-svg text:not(.chip text)").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fontWeight === '700')"
    )
    assert shown == thick
    assert {True, False} == set(thick)


def test_words_fill_the_same_part_of_a_card_at_each_zoom_in_browsers_that_round_letters_too(at: Page) -> None:
    assert card(at, "close").locator("text").last.evaluate("one => getComputedStyle(one).textRendering") == (
        "geometricprecision"
    )


# --- search ---


def test_search_counts_and_moves_on_by_enter(at: Page) -> None:
    at.keyboard.press("/")
    at.keyboard.type("quiet STREET")
    expect(at.locator("#count")).to_have_text("2")
    assert classed(at, "hit") == {"quiet", "calmer"}
    at.keyboard.press("Enter")
    expect(at.locator("#count")).to_have_text("1 of 2")
    assert classed(at, "here") == {"quiet"}
    at.keyboard.press("Enter")
    assert classed(at, "here") == {"calmer"}
    at.keyboard.press("Shift+Enter")
    assert classed(at, "here") == {"quiet"}
    expect(at.locator("#status")).to_have_text("1 of 2: The street should be quiet")
    at.keyboard.press("Escape")
    assert classed(at, "hit") == set()


def test_search_moves_on_by_its_buttons(at: Page) -> None:
    at.locator("#query").fill("quiet")
    at.get_by_role("button", name="Next match").click()
    at.get_by_role("button", name="Previous match").click()
    expect(at.locator("#count")).to_have_text("3 of 3")
    at.locator("#query").fill("nothing of the kind")
    expect(at.locator("#count")).to_have_text("none")


def test_search_finds_ids_and_letters_without_their_marks(open_html) -> None:
    page = open_html(ArgumentMap(claims=(Claim(id="a", text="Le café ferme"), Claim(id="b-17", text="t"))).to_html())
    page.locator("#query").fill("CAFE")
    assert classed(page, "hit") == {"a"}
    page.locator("#query").fill("b-17")
    assert classed(page, "hit") == {"b-17"}


# --- layers ---


@pytest.mark.parametrize("name", LAYERS)
@both_ways
def test_a_layer_is_switched_by_its_button(at: Page, name: str, use: Use) -> None:
    button = at.locator(f"[data-layer={name}]")
    word = button.inner_text()
    before = button.get_attribute("aria-pressed")
    use(at, f"[data-layer={name}]")
    assert button.get_attribute("aria-pressed") != before
    at.keyboard.press(str(LAYERS.index(name) + 1))
    assert button.get_attribute("aria-pressed") == before
    expect(at.locator("#status")).to_have_text(f"{word}: {'on' if before == 'true' else 'off'}")


def chip_texts(page: Page, element_id: str) -> list[str]:
    return card(page, element_id).locator(".chip").evaluate_all("chips => chips.map(chip => chip.textContent)")


def test_chips_say_what_the_layers_show(at: Page) -> None:
    for name in ("labels", "parties", "load-bearing", "numbers"):
        at.locator(f"[data-layer={name}]").click()
    assert chip_texts(at, "shops") == ["✗ out", "The shopkeepers", "1B-a"]
    assert chip_texts(at, "quiet") == ["✓ in", "◆ load-bearing", "1A-a"]
    at.locator("[data-layer=schemes]").click()
    pill = at.locator('g.argmap-pill[data-element="aim"] .chip')
    assert pill.evaluate_all("chips => chips.map(chip => chip.textContent)") == ["practical reasoning"]


def test_chips_at_the_foot_of_a_narrow_card_stand_side_by_side(open_html) -> None:
    draft = Draft(title="Rain")
    draft.party("w", name="The Ministry of the Western Sea")
    rain = draft.claim("It rains", id="rain", given="common", by="w")
    draft.support(draft.claim("The street is wet", main=True), rain)
    page = open_html(draft.build().to_html())
    for name in ("parties", "load-bearing"):
        page.locator(f"[data-layer={name}]").click()
    sign, party = card(page, "rain").locator(".chip").all()
    assert sign.text_content() == "◆"
    assert party.text_content().startswith("T")
    assert party.text_content().endswith("…")
    assert party.bounding_box()["x"] + party.bounding_box()["width"] < sign.bounding_box()["x"]


def test_gaps_leave_the_picture_with_their_layer(at: Page) -> None:
    gap = at.locator("g.argmap-card.argmap-gap").first
    expect(gap).to_be_visible()
    at.locator("[data-layer=gaps]").click()
    expect(gap).to_be_hidden()


def test_gaps_that_stand_on_cards_leave_no_trace_of_their_plates(open_html, kaliningrad_html: str) -> None:
    page = open_html(kaliningrad_html)
    shown = "all => [...new Set(all.map(one => getComputedStyle(one).visibility))]"
    plates = page.locator('g.argmap-card:not(.argmap-gap) > [fill="#fff7f7"]')
    assert plates.evaluate_all(shown) == ["visible"]
    page.locator("[data-layer=gaps]").click()
    assert plates.evaluate_all(shown) == ["hidden"]


def test_without_the_layer_of_roles_cards_have_one_colour(at: Page) -> None:
    at.locator("[data-layer=roles]").click()
    fills = at.locator("g.argmap-card:not(.argmap-gap) > rect:first-of-type").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(fills)) == 1


# --- collapse and expand ---


@both_ways
def test_what_is_below_a_claim_is_hidden_and_shown_again(at: Page, use: Use) -> None:
    card(at, "close").click()
    use(at, "[data-action=fold]")
    expect(card(at, "measured")).to_be_hidden()
    assert classed(at, "gone") >= {"quiet", "calmer", "measured", "shops", "walk", "aim", "but"}
    assert chip_texts(at, "close") == ["+ 5 below"]
    expect(at.locator("#status")).to_have_text("5 claims below it hidden")
    expect(at.locator("[data-action=fold]")).to_have_attribute("aria-expanded", "false")
    at.locator("#tab-outline").click()
    expect(at.locator('#outline [data-element="measured"]')).to_be_hidden()
    at.keyboard.press("c")
    expect(card(at, "measured")).to_be_visible()
    expect(at.locator('#outline [data-element="measured"]')).to_be_visible()


def test_the_page_opens_with_claims_collapsed_and_without_roles(open_html) -> None:
    page = open_html(bridge().to_html(orientation="up", collapse=["calmer"], roles=False, theme="dark"))
    expect(card(page, "measured")).to_be_hidden()
    assert chip_texts(page, "calmer") == ["+ 1 below"]
    expect(page.locator("[data-layer=roles]")).to_have_count(0)
    card(page, "shops").click()
    expect(page.locator("#claim .kicker")).to_have_text("● Claimfact1B-a")
    expect(page.locator("#theme")).to_have_text("Colours: dark")


def test_a_hidden_claim_that_is_searched_for_is_uncovered(at: Page) -> None:
    card(at, "close").click()
    at.keyboard.press("c")
    at.locator("#query").fill("sundays")
    at.keyboard.press("Enter")
    expect(card(at, "measured")).to_be_visible()
    assert classed(at, "here") == {"measured"}


# --- what if ---


@both_ways
def test_rejecting_a_claim_shows_at_once_what_falls(at: Page, use: Use) -> None:
    card(at, "walk").click()
    use(at, "[data-action=reject]")
    summary = "If you reject “Most customers walk”: 1 claim falls, 1 claim stands."
    expect(at.locator("#supposed")).to_have_text(summary)
    expect(at.locator("#status")).to_contain_text(summary)
    assert at.locator("#strip li").all_inner_texts() == [
        "The bridge should be closed to cars\n✓ in → ✗ out",
        "Shops would lose customers\n✗ out → ✓ in",
    ]
    assert {"close", "shops", "walk"} <= classed(at, "changed")
    assert chip_texts(at, "close") == ["✗ out"]
    expect(at.locator("[data-action=reject]")).to_have_attribute("aria-pressed", "true")
    use(at, "[data-action=reset]" if use is by_mouse else "#reset-all")
    assert classed(at, "changed") == set()
    expect(at.locator("#supposed")).to_have_count(0)


def test_keys_reject_accept_and_reset_what_is_chosen(at: Page) -> None:
    card(at, "shops").click()
    at.keyboard.press("a")
    expect(at.locator("#supposed")).to_contain_text("If you accept “Shops would lose customers”: 1 claim falls.")
    at.keyboard.press("r")
    expect(at.locator("#supposed")).to_contain_text(
        "If you reject “Shops would lose customers”: no other claim changes."
    )
    at.keyboard.press("x")
    expect(at.locator("#supposed")).to_have_count(0)


def test_a_step_can_be_rejected(at: Page) -> None:
    at.locator('g.argmap-pill[data-element="aim"]').click()
    at.locator("[data-action=reject]").click()
    expect(at.locator("#strip li")).to_contain_text("The bridge should be closed to cars")


def test_what_changed_leads_to_it(at: Page) -> None:
    card(at, "walk").click()
    at.locator("[data-action=reject]").click()
    at.locator("#strip .link").first.click()
    expect(at.locator("#claim h2")).to_have_text("The bridge should be closed to cars")


@pytest.mark.parametrize("by_key", [False, True])
def test_what_is_only_asserted_can_be_left_out(at: Page, by_key: bool) -> None:
    at.locator("#tab-outline").click()
    if by_key:
        at.locator("#stance").focus()
        at.keyboard.press("ArrowDown")
    else:
        at.locator("#stance").select_option("held")
    words = {"in": "✓ in", "out": "✗ out", "undecided": "? undecided"}
    wanted = {claim_id: words[found.label] for claim_id, found in bridge().labels(stance="held").items()}
    shown = at.locator("#outline .label").evaluate_all(
        "all => all.map(one => [one.parentElement.dataset.element, one.textContent])"
    )
    assert dict(shown) == {claim.id: wanted[claim.id] for claim in bridge().claims}
    expect(at.locator(".tally")).to_have_text("Claims: 3 in, 3 out, 0 undecided")


def test_the_page_opens_with_the_layers_and_the_reading_that_it_was_made_with(open_html) -> None:
    made = bridge()
    page = open_html(made.to_html(layers=["numbers"], labels=made.labels(stance="held", accept=["shops"])))
    pressed = page.locator("#layers [aria-pressed=true]").evaluate_all("all => all.map(one => one.dataset.layer)")
    assert pressed == ["roles", "gaps", "labels", "numbers"]
    expect(page.locator("#stance")).to_have_value("held")
    expect(page.locator("#supposed")).to_contain_text("If you accept “Shops would lose customers”")
    assert chip_texts(page, "quiet") == ["✗ out", "1A-a"]


def test_the_panel_tells_why_and_keeps_up(at: Page) -> None:
    card(at, "close").click()
    verdict = at.locator("#claim .verdict")
    expect(verdict).to_contain_text("✓ in A reason for it stands")
    at.locator("#tab-outline").click()
    at.locator('#outline [data-element="walk"]').click()
    at.keyboard.press("r")
    card(at, "close").click()
    expect(verdict).to_contain_text("✗ out An attack on it stands.")
    verdict.locator("summary").click()
    expect(verdict).to_contain_text("Shops would lose customers")


# --- findings, outline, tabs ---


@both_ways
def test_a_finding_leads_to_its_place_and_rings_what_shows_it(at: Page, use: Use) -> None:
    by_mouse(at, "#tab-findings")
    number, finding = next((n, f) for n, f in enumerate(bridge().check()) if f.element == "quiet")
    use(at, f'#findings [data-finding="{number}"]')
    assert classed(at, "shown") == {"quiet", *finding.evidence} & {claim.id for claim in bridge().claims}
    expect(at.locator(f'#findings [data-finding="{number}"]')).to_have_attribute("aria-current", "true")
    expect(at.locator("#findings")).to_be_visible()
    expect(at.locator("#status")).to_contain_text(finding.code)


def test_the_number_of_open_findings_stands_on_their_tab(at: Page) -> None:
    expect(at.locator("#tab-findings .number")).to_have_text(str(len(bridge().check())))


@both_ways
def test_a_claim_of_the_outline_is_a_button_that_chooses_it(at: Page, use: Use) -> None:
    by_mouse(at, "#tab-outline")
    use(at, '#outline [data-element="measured"]')
    expect(at.locator("#claim h2")).to_have_text("On Sundays without cars it was quiet")
    assert classed(at, "chosen") == {"measured"}
    by_mouse(at, "#tab-outline")
    expect(at.locator('#outline [data-element="measured"]')).to_have_attribute("aria-current", "true")


def test_the_outline_is_nested_as_the_argument_is(at: Page) -> None:
    at.locator("#tab-outline").click()
    inner = at.locator('#outline li:has(> [data-element="calmer"]) [data-element]')
    assert [one.get_attribute("data-element") for one in inner.all()] == ["calmer", "shown", "measured"]


def test_arrow_keys_lead_from_tab_to_tab(at: Page) -> None:
    at.locator("#tab-claim").focus()
    for name in ("findings", "outline", "claim"):
        at.keyboard.press("ArrowRight")
        expect(at.locator(f"#tab-{name}")).to_be_focused()
        expect(at.locator(f"#{name}")).to_be_visible()


@pytest.mark.parametrize(("key", "name"), [("f", "findings"), ("o", "outline")])
def test_keys_open_findings_and_outline(at: Page, key: str, name: str) -> None:
    at.keyboard.press(key)
    expect(at.locator(f"#{name}")).to_be_visible()
    expect(at.locator(f"#tab-{name}")).to_be_focused()


def test_the_first_stop_of_the_tab_key_skips_to_the_outline(at: Page) -> None:
    at.keyboard.press("Tab")
    at.keyboard.press("Enter")
    expect(at.locator("#outline")).to_be_visible()
    expect(at.locator("#outline")).to_be_focused()


# --- the page itself ---


@both_ways
def test_the_colours_are_those_of_the_system_or_chosen(at: Page, use: Use) -> None:
    def background() -> str:
        return str(at.evaluate("getComputedStyle(document.documentElement).backgroundColor"))

    light, dark = "rgb(255, 255, 255)", "rgb(21, 25, 30)"
    at.emulate_media(color_scheme="dark")
    assert background() == dark
    use(at, "#theme")
    expect(at.locator("#theme")).to_have_text("Colours: light")
    assert background() == light
    at.emulate_media(color_scheme="light")
    at.locator("#theme").press("Enter")
    expect(at.locator("#theme")).to_have_text("Colours: dark")
    assert background() == dark
    text = card(at, "close").locator("text").last
    assert text.evaluate("one => getComputedStyle(one).fill") == "rgb(232, 237, 242)"


def test_where_the_system_forces_its_colours_the_picture_keeps_its_own_on_one_ground(at: Page) -> None:
    at.emulate_media(color_scheme="dark", forced_colors="active")
    ground = at.locator("#argmap-svg").evaluate("one => getComputedStyle(one).backgroundColor")
    text = card(at, "close").locator("text").last.evaluate("one => getComputedStyle(one).fill")
    assert (ground, text) == ("rgb(21, 25, 30)", "rgb(232, 237, 242)")


@both_ways
def test_the_panel_gives_its_room_to_the_picture_and_comes_back(at: Page, use: Use) -> None:
    narrow = at.locator("#stage").bounding_box()["width"]
    use(at, "#panel-button")
    expect(at.locator("#details")).to_be_hidden()
    assert at.locator("#stage").bounding_box()["width"] > narrow
    at.keyboard.press("p")
    expect(at.locator("#details")).to_be_visible()


@both_ways
def test_the_keys_are_listed(at: Page, use: Use) -> None:
    use(at, "#help-button")
    expect(at.get_by_role("dialog", name="Keys")).to_be_visible()
    at.keyboard.press("Escape")
    expect(at.get_by_role("dialog")).to_be_hidden()
    at.keyboard.press("?")
    expect(at.get_by_role("dialog")).to_be_visible()
    expect(at.locator("#close-help")).to_be_focused()
    at.keyboard.press("Enter")
    expect(at.get_by_role("dialog")).to_be_hidden()


def test_keys_of_one_character_can_be_switched_off(at: Page) -> None:
    at.keyboard.press("?")
    at.locator("#single-keys").click()
    at.keyboard.press("Escape")
    at.keyboard.press("3")
    expect(at.locator("[data-layer=labels]")).to_have_attribute("aria-pressed", "false")
    start = view_box(at)
    at.keyboard.press("+")
    assert view_box(at) == start


def test_letters_typed_in_the_search_field_are_no_commands(at: Page) -> None:
    at.locator("#query").press_sequentially("3?+c")
    expect(at.locator("[data-layer=labels]")).to_have_attribute("aria-pressed", "false")
    expect(at.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_every_control_is_large_enough_to_be_hit(at: Page, size: tuple[int, int]) -> None:
    at.set_viewport_size({"width": size[0], "height": size[1]})
    card(at, "close").click()
    at.locator("[data-action=reject]").click()
    controls = at.locator(":is(button, select, input, summary):visible").all()
    boxes = [(control.inner_text(), control.bounding_box()) for control in controls]
    assert [words for words, box in boxes if min(box["width"], box["height"]) < 24] == []


def test_nothing_runs_out_of_a_phone(at: Page) -> None:
    at.set_viewport_size({"width": 390, "height": 844})
    card(at, "quiet").click()
    assert at.evaluate("document.documentElement.scrollWidth") == 390


def test_a_long_title_is_not_cut_and_many_sources_leave_the_buttons_in_sight(open_html) -> None:
    sources = tuple(
        Source(id=f"s{i}", title=f"Source {i}, whose title takes some room in the panel") for i in range(12)
    )
    claim = Claim(id="a", text="t", cites=tuple(source.id for source in sources))
    page = open_html(ArgumentMap(title="a long title " * 23, main=("a",), claims=(claim,), sources=sources).to_html())
    page.set_viewport_size({"width": 1280, "height": 720})
    heading = page.locator("h1")
    assert heading.evaluate(
        "one => one.scrollWidth <= one.clientWidth && getComputedStyle(one).whiteSpace === 'normal'"
    )
    assert page.locator("header").bounding_box()["height"] < 150
    card(page, "a").click()
    expect(page.locator("[data-action=reject]")).to_be_in_viewport()
    expect(page.locator("#claim dd .notes, #claim dd")).to_have_count(12)


def is_inside(inner: dict[str, float], outer: dict[str, float]) -> bool:
    return all(
        outer[start] - 1 <= inner[start] and inner[start] + inner[size] <= outer[start] + outer[size] + 1
        for start, size in (("x", "width"), ("y", "height"))
    )


def test_on_a_phone_what_a_finding_shows_stands_above_it(open_html, page: Page, kaliningrad_html: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    at = open_html(kaliningrad_html)
    at.locator("#tab-findings").click()
    finding = at.locator("#findings .finding", has_text="[buzzing]").first
    finding.click()
    stage = at.locator("#stage").bounding_box()
    assert is_inside(stage, {"x": 0, "y": 0, "width": 360, "height": 740})
    assert is_inside(card(at, "buzzing").bounding_box(), stage)
    assert finding.bounding_box()["y"] >= stage["y"] + stage["height"]


def test_on_a_phone_too_the_panel_gives_its_room_to_the_picture(at: Page) -> None:
    at.set_viewport_size({"width": 360, "height": 740})
    low = at.locator("#stage").bounding_box()["height"]
    at.locator("#panel-button").click()
    assert at.locator("#stage").bounding_box()["height"] > 1.5 * low


def test_on_a_phone_a_sheet_of_the_panel_opens_at_its_top(open_html, page: Page, kaliningrad_html: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    at = open_html(kaliningrad_html)
    at.locator("#tab-findings").click()
    at.locator("#findings .finding").nth(20).scroll_into_view_if_needed()
    at.locator("#tab-outline").click()
    tabs, sheet = at.locator(".tabs").bounding_box(), at.locator("#outline").bounding_box()
    assert sheet["y"] == pytest.approx(tabs["y"] + tabs["height"], abs=2)


def test_on_a_phone_what_falls_is_told_in_sight(open_html, page: Page, kaliningrad_html: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    at = open_html(kaliningrad_html)
    at.locator("#tab-outline").click()
    at.locator('#outline [data-element="dwarfed"]').first.click()
    at.locator("[data-action=reject]").click()
    expect(at.locator("#supposed")).to_be_in_viewport()
    assert at.locator("[data-action=reject]").bounding_box()["y"] < at.locator("#strip").bounding_box()["y"]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_axe_finds_nothing(
    at: Page, assert_accessible: Callable[[Page], None], colours: str, size: tuple[int, int]
) -> None:
    at.set_viewport_size({"width": size[0], "height": size[1]})
    at.emulate_media(color_scheme=colours)
    assert_accessible(at)
    card(at, "close").click()
    at.locator("#claim summary").first.click()
    at.keyboard.press("r")
    at.evaluate("scrollTo(0, document.documentElement.scrollHeight)")  # nothing is half below what stays in sight
    assert_accessible(at)
    for tab in ("findings", "outline"):
        at.locator(f"#tab-{tab}").click()
        assert_accessible(at)
    at.keyboard.press("?")
    assert_accessible(at)


def test_on_paper_stand_picture_outline_and_findings_and_no_controls(at: Page) -> None:
    card(at, "quiet").click()
    at.locator("#panel-button").click()
    at.evaluate("dispatchEvent(new Event('beforeprint'))")
    at.emulate_media(media="print")
    drawn, sheet = at.locator("#argmap-svg").bounding_box(), card(at, "walk").bounding_box()
    assert is_inside(sheet, drawn)
    for name in ("#argmap-svg", "#outline", "#findings"):
        expect(at.locator(name)).to_be_visible()
    for name in ("#search", "#layers", ".tabs", ".zoom", "#claim"):
        expect(at.locator(name)).to_be_hidden()


def test_without_script_picture_outline_and_findings_can_be_read(
    browser: Browser, bridge_html: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(bridge_html, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    for name in ("#argmap-svg", "#outline", "#findings"):
        expect(page.locator(name)).to_be_visible()
    expect(page.locator("#search")).to_be_hidden()
    context.close()


def test_hostile_text_is_shown_and_does_nothing(open_html) -> None:
    draft = Draft(title=HOSTILE)
    main = draft.claim(HOSTILE, id="a", main=True, note=HOSTILE, tags=[HOSTILE])
    draft.support(
        main, draft.claim("t", id="__proto__"), draft.claim("t", id="constructor"), id="toString", scheme=HOSTILE
    )
    page = open_html(draft.build().to_html())
    card(page, "a").click()
    for name in LAYERS[2:]:
        page.locator(f"[data-layer={name}]").click()
    expect(page.locator("#claim h2")).to_contain_text("</script><img src=x onerror=alert(1)>")
    card(page, "__proto__").click()
    page.keyboard.press("r")
    expect(page.locator("#strip li")).to_have_count(1)
    assert page.locator("img").count() == 0


def test_a_large_map_can_be_used(open_html) -> None:
    claims = tuple(Claim(id=f"c{i}", text=f"Claim number {i}, which says what many words can say") for i in range(400))
    steps = tuple(
        Inference(id=f"i{i}", premises=tuple(f"c{k}" for k in range(3 * i + 1, 3 * i + 4)), conclusion=f"c{i}")
        for i in range(133)
    )
    large = ArgumentMap(main=("c0",), claims=claims, inferences=steps)
    fallen = [i for i, found in large.labels(reject=["c399"]).items() if found.label == "out" and i.startswith("c")]
    page = open_html(large.to_html(findings=(), orientation="columns"))
    page.locator("#query").fill("number 399,")
    page.keyboard.press("Enter")
    page.locator("[data-action=reject]").click()
    expect(page.locator(".tally")).to_have_text(f"Claims: {400 - len(fallen)} in, {len(fallen)} out, 0 undecided")
    expect(page.locator("#strip li")).to_have_count(len(fallen) - 1)


def test_the_kaliningrad_map_works_whole(open_html, kaliningrad_html: str, assert_accessible) -> None:
    page = open_html(kaliningrad_html)
    page.set_viewport_size({"width": 1920, "height": 1080})
    loaded = am.load(KALININGRAD)
    page.locator("#fit").click()
    home = page.locator('g.argmap-card[data-element="dwarfed"]:not([data-see])')
    home.click()
    page.locator("[data-action=reject]").click()
    supposed = loaded.labels(reject=["dwarfed"])
    changed = set(loaded.labels().compare(supposed)) & {claim.id for claim in loaded.claims}
    expect(page.locator("#strip li")).to_have_count(len(changed - {"dwarfed"}))
    assert changed <= classed(page, "changed")
    page.locator("#tab-outline").click()
    assert_accessible(page)


TURN_EACH = """() => {
    const press = (selector) => document.querySelector(selector).click();
    const words = () => [...document.querySelectorAll("#outline .label")].map(
        (mark) => [mark.parentElement.dataset.element, mark.className.split(" ")[1]]);
    return words().map(([id, label]) => {
        const what = label === "in" ? "reject" : "accept";
        location.hash = "#claim=" + id;
        dispatchEvent(new Event("hashchange"));
        press(`[data-action=${what}]`);
        const found = [id, what, words()];
        press("[data-action=reset]");
        return found;
    });
}"""


def test_what_the_page_shows_is_what_python_says_for_each_claim_of_kaliningrad(open_html, kaliningrad_html) -> None:
    page = open_html(kaliningrad_html)
    loaded = am.load(KALININGRAD)
    found = page.evaluate(TURN_EACH)
    assert {claim_id for claim_id, _, _ in found} == {claim.id for claim in loaded.claims}
    assert {what for _, what, _ in found} == {"reject", "accept"}
    for claim_id, what, shown in found:
        told = loaded.labels(**{what: [claim_id]})
        wanted = {claim.id: str(told.find_label(claim.id)) for claim in loaded.claims}
        assert (claim_id, what, dict(shown)) == (claim_id, what, wanted)


def test_of_steps_with_one_id_all_count_for_labels_and_the_first_is_told(open_html) -> None:
    claims = (
        *(Claim(id=claim_id, text=f"Claim {claim_id}") for claim_id in "abc"),
        Claim(id="d", text="D", cites=("s",)),
    )
    twice = tuple(Inference(id="i", premises=(start,), conclusion=end) for start, end in ("ca", "db"))
    made = ArgumentMap(claims=claims, inferences=twice, sources=(Source(id="s"),), main=("a", "b"))
    page = open_html(made.to_html(labels=made.labels(stance="held")))
    marks = {i: page.locator(f'#outline [data-label="{i}"]').first.inner_text()[2:] for i in "abcd"}
    assert marks == {i: str(made.labels(stance="held")[i].label) for i in "abcd"}
    assert marks["b"] == "in"
    card(page, "c").click()
    expect(page.locator("#claim")).to_contain_text("Claim a")


def test_a_choice_is_told_to_those_who_do_not_see_it(at: Page) -> None:
    card(at, "close").click()
    findings = sum(finding.element == "close" for finding in bridge().check())
    expect(at.locator("#status")).to_have_text(f"Chosen: in, 1 reason, 1 attack, {findings} findings")


def test_a_map_of_nothing_and_one_of_loose_ends_do_no_harm(open_html) -> None:
    page = open_html(ArgumentMap().to_html())
    expect(page.locator("#outline")).to_contain_text("The map has no claims.")
    expect(page.locator("#claim h2")).to_have_text("The map has no claims")
    page.locator("#close-up").click()
    loop = (
        Inference(id="i", premises=("a", "nowhere"), conclusion="a"),
        Inference(id="i", premises=("b",), conclusion="x"),
    )
    attacks = (Attack(id="n", premises=("a",), target="n"), Attack(id="b", premises=("b",), target="b"))
    claims = (Claim(id="a", text="One"), Claim(id="a", text="Two"), Claim(id="b", text=""))
    page = open_html(ArgumentMap(claims=claims, inferences=loop, attacks=attacks).to_html())
    for thing in page.locator("g.argmap-card, g.argmap-pill").all():
        thing.dispatch_event("click")
        for action in ("reject", "accept", "fold"):
            for button in page.locator(f"[data-action={action}]").all():
                button.click()
    for key in "1234567":
        page.keyboard.press(key)
