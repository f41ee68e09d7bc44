"""The page of exercises in a browser: worked through by keyboard and by touch, judged by axe-core, printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from classroom.some_exercises import ALL, BRIDGE_MAP, MADE, SOME_SET
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

import argmap as am
from argmap.classroom import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    ExerciseSet,
    ExerciseType,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    WriteExercise,
)
from argmap.classroom.digest import digest
from argmap.classroom.page import exercise_page
from argmap.classroom.responses import grade_responses, read_responses
from argmap.model import ArgumentMap, Claim, Inference

HOSTILE = "</script><img src=x onerror=alert(1)> \"'\\ \x07 \u202e عربي <!-- ${x} {{y}}"
SMALL_CONTROLS = """() => [...document.querySelectorAll("button, select, summary, .option")]
    .map((control) => ({ words: control.textContent, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
    .map(({ words }) => words)"""
DESK, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)


@pytest.fixture(scope="module")
def html() -> str:
    return exercise_page(SOME_SET)


@pytest.fixture(scope="module")
def window_size() -> ViewportSize:
    return DESK


@pytest.fixture
def at(open_html: Callable[[str], Page], page: Page, html: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    return open_html(html)


@pytest.fixture
def touched(
    browser: Browser, watch: Callable[[BrowserContext], object], trouble: list[str], html: str, tmp_path: Path
) -> Iterator[Page]:
    """The page on a phone, which is touched and has no mouse."""
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, offline=True, reduced_motion="reduce")
    watch(context)
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()
    assert trouble == []


def tab_to(page: Page, selector: str, back: bool = False) -> None:
    """Press Tab until something that can be seen has the focus and the selector finds it."""
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the tab key never comes to {selector}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def down_to(page: Page, words: str) -> None:
    """Press the arrow until the list that has the focus shows the words."""
    shown = "document.activeElement.selectedOptions[0].textContent"
    for _ in range(30):
        if words in page.evaluate(shown):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the list never shows {words!r}")


def choose_below(page: Page, words: str) -> None:
    """Go on to the next list and choose by its first words."""
    tab_to(page, "select")
    down_to(page, words)


def choose(page: Page, text: str) -> None:
    page.get_by_role("radio", name=text).check()


def verdict(page: Page, number: int) -> str:
    return page.locator(f"#item-{number} .verdict").inner_text()


def saved(page: Page, save: Callable[[], None]) -> dict[str, Any]:
    with page.expect_download() as found:
        save()
    assert found.value.suggested_filename == "responses.json"
    return json.loads(Path(found.value.path()).read_text(encoding="utf-8"))


def check_by_key(page: Page, number: int) -> str:
    tab_to(page, f"#item-{number} button[type=submit]")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.matches('.verdict')")
    return verdict(page, number)


def go_on(page: Page) -> None:
    tab_to(page, ".row button.strong")
    press(page, "Enter")


def test_all_six_are_worked_through_by_keyboard_alone_with_the_right_score(at: Page) -> None:
    tab_to(at, "#item-1 input")
    press(at, "Space", "ArrowDown", "ArrowUp")
    assert check_by_key(at, 1) == "✓Right"
    go_on(at)

    tab_to(at, "#item-2 input")
    press(at, "Space", "Tab", "Space")  # one right, one wrong: nothing is left
    assert check_by_key(at, 2) == "✗Not right"
    go_on(at)

    for words in (
        "A street",
        "Two in three",
        "by bus",
    ):  # the premises of one step in the other order, and half a point for the third
        choose_below(at, words)
    assert check_by_key(at, 3) == "◐Partly right: 83 %"
    go_on(at)

    tab_to(at, '#item-4 li:first-child [data-by="1"]')
    press(at, *["Enter"] * 5)  # C goes to the end: P4, P1, C1, P2, P3, C
    expect(at.locator("#status")).to_have_text("“C” is now 6 of 6")
    assert check_by_key(at, 4) == "◐Partly right: 67 %"
    go_on(at)

    choose_below(at, "main claim")
    for under, relation, group in (
        ("A", "reason", "group 1"),
        ("A", "reason", "group 1"),
        ("A", "objection to it", ""),
        ("D", "objection to the step", ""),
    ):
        choose_below(at, f"{under}  ")
        choose_below(at, relation)
        choose_below(at, group)
    assert check_by_key(at, 5) == "Saved"
    go_on(at)

    tab_to(at, "#item-6 textarea")
    at.keyboard.type("A quieter street has no through traffic")
    assert check_by_key(at, 6) == "Saved"
    go_on(at)

    expect(at.locator(".total")).to_have_text("2.5 of 4 points, 63 %")
    tab_to(at, "#download")
    file = saved(at, lambda: press(at, "Enter"))
    assert set(file) == {"argmap_responses", "exercises", "responses", "score", "started", "finished"}
    assert file["argmap_responses"] == 1
    assert file["exercises"] == digest(SOME_SET)
    assert file["score"] == pytest.approx((1 + 0 + (1 + 1 + 0.5) / 3 + 4 / 6) / 4)
    assert file["started"] < file["finished"]
    graded = grade_responses(SOME_SET, read_responses(json.dumps(file)))
    assert [grade.score for _, grade in graded.grades] == pytest.approx([1, 0, 2.5 / 3, 4 / 6, 1, 0])
    assert graded.feedback == ""  # the set is the one that the responses name
    responses = file["responses"]
    assert {name: responses[name] for name in ("bridge-1", "gap-1", "fill-1")} == {
        "bridge-1": "o1",
        "gap-1": ["o1", "o2"],
        "fill-1": {"s1": "o2", "s2": "o1", "s3": "o4"},
    }
    assert responses["order-1"] == ["o2", "o3", "o4", "o5", "o6", "o1"]
    assert responses["write-1"] == "A quieter street has no through traffic"
    built = am.loads(json.dumps(responses["build-1"]))
    assert {claim.id: claim.text for claim in built.claims} == {claim.id: claim.text for claim in BRIDGE_MAP.claims}
    assert [(step.premises, step.conclusion) for step in built.inferences] == [(("pass", "quiet"), "close")]
    [but, still] = built.attacks
    assert (but.premises, but.target, still.premises, still.target) == (("shops",), "close", ("buses",), but.id)


def test_all_six_are_answered_by_touch_alone(touched: Page) -> None:
    touched.locator("#item-1 .option").first.tap()
    touched.locator("#item-1 button[type=submit]").tap()
    assert verdict(touched, 1) == "✓Right"
    touched.locator("#item-1 .row .strong:visible").tap()
    for option in (0, 2):
        touched.locator("#item-2 .option").nth(option).tap()
    touched.locator("#item-2 button[type=submit]").tap()
    assert verdict(touched, 2) == "✓Right"
    touched.locator("#item-2 .row .strong:visible").tap()
    for row, option in enumerate(("0", "1", "2")):
        touched.locator("#item-3 select").nth(row).select_option(option)
    touched.locator("#item-3 button[type=submit]").tap()
    assert verdict(touched, 3) == "✓Right"
    touched.locator("#item-3 .row .strong:visible").tap()
    for text, by, times in (("C", 1, 5), ("C1", 1, 2)):
        row = touched.locator("#item-4 ol > li").filter(has=touched.get_by_text(text, exact=True))
        for _ in range(times):
            row.locator(f'[data-by="{by}"]').tap()
    touched.locator("#item-4 button[type=submit]").tap()
    assert verdict(touched, 4) == "✓Right"
    touched.locator("#steps button").nth(5).tap()
    touched.locator("#item-6 textarea").fill("So it is")
    touched.locator("#item-6 button[type=submit]").tap()
    expect(touched.locator("#standing")).to_have_text("5 of 6 answered · 4 of 4 points")


def test_feedback_says_what_the_exercise_says_of_the_answer(at: Page) -> None:
    choose(at, "If the bridge is closed, two in three cars pass")
    at.get_by_role("button", name="Check the answer").click()
    feedback = at.locator("#item-1 .feedback")
    expect(feedback).to_contain_text("Partly right: 25 %")
    expect(feedback).to_contain_text("That is the converse.")
    expect(feedback).to_contain_text("The step needs a claim about quiet streets.")
    expect(feedback).not_to_contain_text("A street without through traffic is quieter")
    assert feedback.get_attribute("role") == "status"
    at.get_by_role("button", name="Show the answer").click()
    expect(feedback.locator(".solution")).to_contain_text("A street without through traffic is quieter")


def test_the_first_answer_counts_and_what_follows_is_practice(at: Page) -> None:
    choose(at, "B The bridge should be closed")
    at.get_by_role("button", name="Check the answer").click()
    at.get_by_role("button", name="Try again").click()
    choose(at, "A street without through traffic is quieter")
    at.get_by_role("button", name="Check the answer").click()
    expect(at.locator("#item-1 .feedback")).to_contain_text("Practice: the first answer counts.")
    expect(at.locator("#standing")).to_have_text("1 of 6 answered · 0 of 4 points")
    at.get_by_role("button", name="Result").click()
    assert saved(at, at.locator("#download").click)["responses"] == {"bridge-1": "o2"}


def test_nothing_is_checked_before_there_is_an_answer(at: Page) -> None:
    at.get_by_role("button", name="Check the answer").click()
    expect(at.locator("#item-1 .feedback")).to_have_text("Choose an option first.")
    expect(at.locator("#standing")).to_have_text("0 of 6 answered · 0 of 4 points")


def test_an_option_for_one_place_cannot_be_chosen_in_a_second(at: Page) -> None:
    at.locator("#steps button").nth(2).click()
    at.locator("#item-3 select").nth(0).select_option("0")
    expect(at.locator("#item-3 select").nth(1).locator("option").nth(1)).to_be_disabled()
    at.locator("#item-3 select").nth(0).select_option("1")
    expect(at.locator("#item-3 select").nth(1).locator("option").nth(1)).to_be_enabled()


def test_an_objection_to_a_step_that_is_not_there_is_told_and_not_saved(at: Page) -> None:
    at.locator("#steps button").nth(4).click()
    rows = at.locator("#item-5 .claims > li")
    rows.nth(4).locator("select").nth(0).select_option("3")
    rows.nth(4).locator("select").nth(1).select_option("step")
    at.locator("#item-5 button[type=submit]").click()
    expect(at.locator("#item-5 .feedback")).to_have_text("E objects to the step from D, which leads nowhere yet.")
    rows.nth(3).locator("select").nth(0).select_option("0")
    expect(at.locator("#item-5 .built")).to_contain_text("but (the step itself)")


def test_a_circle_is_shown_and_does_no_harm(at: Page) -> None:
    at.locator("#steps button").nth(4).click()
    rows = at.locator("#item-5 .claims > li")
    rows.nth(0).locator("select").nth(0).select_option("1")
    rows.nth(1).locator("select").nth(0).select_option("0")
    expect(at.locator("#item-5 .built")).to_contain_text("In a circle: The bridge should be closed to cars")


def test_answers_outlast_a_reload_and_can_be_forgotten(at: Page) -> None:
    choose(at, "A street without through traffic is quieter")
    at.get_by_role("button", name="Check the answer").click()
    at.reload()
    expect(at.locator("#standing")).to_have_text("1 of 6 answered · 1 of 4 points")
    expect(at.locator("#item-2")).to_be_visible()
    at.get_by_role("button", name="Result").click()
    at.locator("#start-over").click()
    at.locator("#start-over").click()
    expect(at.locator("#standing")).to_have_text("0 of 6 answered · 0 of 4 points")


@pytest.mark.parametrize(("colours", "size"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_answers(
    at: Page, assert_accessible: Callable[[Page], None], colours: str, size: dict[str, int]
) -> None:
    at.set_viewport_size(size)
    at.emulate_media(color_scheme=colours)
    show_all(at)
    assert_accessible(at)
    for number in range(1, len(ALL) + 1):
        answer_somehow(at, number)
        at.locator(f"#item-{number} button[type=submit]").click()
        for button in at.locator(f"#item-{number} button:visible", has_text="Show the answer").all():
            button.click()
    at.locator("summary").click()
    assert_accessible(at)
    at.get_by_role("button", name="Result").click()
    assert_accessible(at)


def show_all(page: Page) -> None:
    """Show all exercises below one another, so that one look at the page is enough."""
    page.evaluate("for (const item of document.querySelectorAll('.item')) { item.hidden = false; }")


def answer_somehow(page: Page, number: int) -> None:
    item = page.locator(f"#item-{number}")
    for box in item.locator("input").all()[1:3]:
        box.check()
    for row, select in enumerate(item.locator(".places select, .field:first-child select").all()):
        select.select_option("main" if row == 0 and number == 5 else str(row - (number == 5)))
    for area in item.locator("textarea").all():
        area.fill("A street")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_runs_out_of_the_window_and_every_control_is_large_enough(at: Page, size: dict[str, int]) -> None:
    at.set_viewport_size(size)
    for number in range(len(ALL) + 1):
        at.locator("#steps button").nth(number).click()
        assert at.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert at.evaluate(SMALL_CONTROLS) == []


def test_on_paper_stands_a_worksheet_without_an_answer(at: Page) -> None:
    choose(at, "A street without through traffic is quieter")
    at.get_by_role("button", name="Check the answer").click()
    at.emulate_media(media="print")
    for number in range(1, len(ALL) + 1):
        expect(at.locator(f"#item-{number} .paper")).to_be_visible()
        expect(at.locator(f"#item-{number} .answer")).to_be_hidden()
    for name in ("#steps", "#theme", "#result", ".foot"):
        expect(at.locator(name)).to_be_hidden()
    shown = at.locator("main").inner_text()
    assert "A street without through traffic is quieter" in shown
    for secret in ("It names both.", "Right", "The step needs", "It belongs under"):
        assert secret not in shown


def test_without_script_it_is_the_same_worksheet(browser: Browser, html: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.locator(".without-script")).to_be_visible()
    for number in range(1, len(ALL) + 1):
        expect(page.locator(f"#item-{number} .stem")).to_be_visible()
        expect(page.locator(f"#item-{number} .paper")).to_be_visible()
    expect(page.locator("#steps")).to_be_hidden()
    context.close()


def hostile_set() -> ExerciseSet:
    options = tuple(Option(id=name, text=HOSTILE, feedback=HOSTILE) for name in ("__proto__", "constructor", "o3"))
    shared = {"type": ExerciseType.GAP, "stem": HOSTILE, "feedback": HOSTILE, "provenance": MADE, "tags": (HOSTILE,)}
    hostile_map = ArgumentMap(
        title=HOSTILE,
        claims=tuple(Claim(id=option.id, text=HOSTILE) for option in options),
        inferences=(Inference(id="toString", premises=("constructor",), conclusion="__proto__"),),
    )
    return ExerciseSet(
        HOSTILE,
        'en"><script>',
        (
            ChoiceExercise(id="__proto__", options=options, key="__proto__", figure=hostile_map, **shared),
            ChoicesExercise(id="constructor", options=options, key=("constructor",), **shared),
            MatchExercise(
                id="toString",
                prompts=(Prompt(id="__proto__", text=HOSTILE, feedback={"o3": HOSTILE}),),
                options=options,
                key={"__proto__": "__proto__"},
                **shared,
            ),
            OrderExercise(
                id="order",
                options=options,
                key=("__proto__", "constructor"),
                before=(("__proto__", "constructor"),),
                **shared,
            ),
            BuildExercise(id="build", options=options, key=(hostile_map,), **shared),
            WriteExercise(id="write", key=HOSTILE, terms=(HOSTILE,), **shared),
        ),
    )


def test_hostile_texts_are_shown_and_do_nothing(open_html: Callable[[str], Page]) -> None:
    page = open_html(exercise_page(hostile_set()))
    expect(page.locator("h1")).to_contain_text("</script><img src=x onerror=alert(1)>")
    page.locator("#item-1 .work input").first.check()
    page.locator("#item-1 button[type=submit]").click()
    assert verdict(page, 1) == "✓Right"
    for number in range(2, 7):
        page.locator("#steps button").nth(number - 1).click()
        for box in page.locator(f"#item-{number} .work input").all()[1:2]:
            box.check()
        for select in page.locator(f"#item-{number} .places select").all():
            select.select_option("0")
        for area in page.locator("textarea:visible").all():
            area.fill(HOSTILE)
        if number == 4:
            page.locator("#item-4 .leave").last.click()
        if number == 5:
            page.locator("#item-5 select").nth(3).select_option("0")
        page.locator(f"#item-{number} button[type=submit]").click()
        assert verdict(page, number) in {"✓Right", "Saved"}
    assert page.locator("img").count() == 0
    page.get_by_role("button", name="Result").click()
    responses = saved(page, page.locator("#download").click)["responses"]
    assert set(responses) == {exercise.id for exercise in hostile_set()}
    assert responses["toString"] == {"__proto__": "__proto__"}
    assert set(responses["build"]["claims"]) == {"__proto__", "constructor"}


def test_a_set_of_nothing_is_a_page_all_the_same(open_html: Callable[[str], Page]) -> None:
    page = open_html(exercise_page(ExerciseSet("", "", ())))
    expect(page.locator("h1")).to_have_text("Exercises")
    expect(page.locator("main")).to_contain_text("There are no exercises.")


def test_the_colours_can_be_changed(at: Page) -> None:
    at.locator("#theme").click()
    at.locator("#theme").click()
    expect(at.locator("html")).to_have_attribute("data-theme", "dark")


def test_many_exercises_are_chosen_from_a_list(open_html: Callable[[str], Page]) -> None:
    many = tuple(ALL[0].model_copy(update={"id": f"c{number}"}) for number in range(60))
    page = open_html(exercise_page(ExerciseSet("Many", "en", many)))
    choose(page, "A street without through traffic is quieter")
    page.locator("#item-1 button[type=submit]").click()
    expect(page.locator("#steps option").first).to_have_text("1  The missing link — ✓ right")
    page.get_by_label("Exercise", exact=True).select_option("42")
    expect(page.locator("#item-42")).to_be_visible()
    page.get_by_label("The next").click()
    expect(page.locator("#item-43")).to_be_visible()
    page.get_by_label("The one before").click()
    page.get_by_label("The one before").click()
    expect(page.locator("#item-41")).to_be_visible()
    page.get_by_role("button", name="Result").click()
    expect(page.locator("#result .tally li")).to_have_count(60)


def test_a_claim_can_be_a_reason_for_two_others(at: Page) -> None:
    at.locator("#steps button").nth(4).click()
    rows = at.locator("#item-5 .claims > li")
    rows.nth(0).locator("select").first.select_option("main")
    rows.nth(1).locator("select").first.select_option("0")
    rows.nth(2).locator("select").first.select_option("0")
    rows.nth(2).get_by_role("button", name="It belongs to another one, too").click()
    assert at.evaluate("document.activeElement.matches('select')")
    rows.nth(2).locator("select").nth(3).select_option("1")
    rows.nth(2).locator("select").nth(4).select_option("objection")
    expect(at.locator("#item-5 .built")).to_contain_text("see above")
    at.reload()
    at.locator("#steps button").nth(4).click()
    at.locator("#item-5 button[type=submit]").click()
    at.get_by_role("button", name="Result").click()
    built = am.loads(json.dumps(saved(at, at.locator("#download").click)["responses"]["build-1"]))
    assert [(step.premises, step.conclusion) for step in built.inferences] == [
        (("pass",), "close"),
        (("quiet",), "close"),
    ]
    assert [(step.premises, step.target) for step in built.attacks] == [(("quiet",), "pass")]
    assert built.main == ("close",)


@pytest.fixture
def wide(tmp_path: Path) -> str:
    """A page whose figure is wider than any screen shows at its full size."""
    draft = am.Draft(title="Wide")
    main = draft.claim("The bridge should be closed")
    reasons = [draft.claim(f"Reason {number} of a row is rather long to read") for number in range(6)]
    draft.support(main, *reasons)
    for number, reason in enumerate(reasons):
        draft.support(reason, draft.claim(f"Behind reason {number} stands another one"))
    figure = draft.build()
    exercise = next(one for one in ALL if isinstance(one, ChoiceExercise)).model_copy(update={"figure": figure})
    return exercise_page(ExerciseSet("Wide", "en", (exercise,)))


SCROLLS = "box => box.scrollWidth > box.clientWidth"


def test_a_wide_figure_fits_the_page_at_first_and_is_scrolled_at_full_size(
    open_html: Callable[[str], Page], page: Page, wide: str, assert_accessible: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 700, "height": 800})
    shown = open_html(wide)
    figure = shown.locator(".figure")
    assert not figure.evaluate(SCROLLS)
    assert figure.get_attribute("tabindex") is None
    shown.get_by_label("Full size").focus()
    shown.keyboard.press("Space")
    assert figure.evaluate(SCROLLS)
    assert figure.get_attribute("tabindex") == "0"
    assert shown.evaluate("document.documentElement.scrollWidth") == 700
    assert_accessible(shown)
    shown.keyboard.press("Space")
    assert not figure.evaluate(SCROLLS)


def test_a_figure_has_its_full_size_without_script_too(browser: Browser, wide: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(wide, encoding="utf-8")
    context = browser.new_context(viewport={"width": 700, "height": 800}, java_script_enabled=False, offline=True)
    shown = context.new_page()
    shown.goto(path.as_uri())
    drawn = shown.locator(".figure svg")
    fitted = drawn.bounding_box()
    shown.get_by_label("Full size").check()
    full = drawn.bounding_box()
    context.close()
    assert fitted is not None
    assert full is not None
    assert fitted["width"] < 700 < full["width"]
