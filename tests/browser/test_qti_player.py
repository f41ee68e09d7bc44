"""Items of QTI 3.0 in qti3-item-player, which 1EdTech certified for delivery: how it shows and scores them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

import pytest
from classroom.lms.reading import NASTY, chain, choices, one, options, shown, unpack
from classroom.some_exercises import CHOICE, CHOICES, MATCH, ORDER, WRITE
from npm import QTI3_PLAYER, VUE
from playwright.sync_api import Page

from argmap.classroom import Exercise, ExerciseSet, to_qti3

_START = """() => new Promise((done) => {
    const on = {
        notifyQti3PlayerReady: (player) => { window.player = player; done(); },
        notifyQti3ItemReady: () => window.itemReady(),
        notifyQti3EndAttemptCompleted: (data) => window.attemptEnded(data.state),
    };
    const props = { suppressAlertMessages: true, suppressInvalidResponseMessages: true };
    new Vue({ render: (create) => create(window.qti3Player, { props, on }) }).$mount("#app");
})"""
_LOAD = """([xml, state]) => new Promise((done) => {
    window.itemReady = done;
    player.loadItemFromXml(xml, {
        guid: "g",
        pnp: { textAppearance: { colorStyle: "qti3-player-color-default" } },
        status: "interacting",
        sessionControl: { max_attempts: 0, show_feedback: true, validate_responses: false },
        ...(state ? { state } : {}),
    });
})"""
_END = """() => new Promise((done) => {
    window.attemptEnded = (state) => done({ ...state, contextVariables: [] });
    player.endAttempt("test");
})"""


class Player:
    """The player on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.loaded = itertools.count()

    def load(self, xml: str, state: object = None) -> None:
        # The player takes no notice of an item that is the same as the last.
        self.page.evaluate(_LOAD, [f"{xml}<!-- {next(self.loaded)} -->", state])

    def answer(self, xml: str, *responses: object) -> list[dict[str, Any]]:
        """Return the outcomes of each response, which is given to the player as one that it saved before."""
        self.load(xml)
        state = self.page.evaluate(_END)
        (answered,) = (variable for variable in state["responseVariables"] if variable["identifier"] == "RESPONSE")
        outcomes = []
        for answered["value"] in responses:
            self.load(xml, state)
            ended = self.page.evaluate(_END)
            outcomes.append({variable["identifier"]: variable["value"] for variable in ended["outcomeVariables"]})
        return outcomes

    def scores(self, exercise: Exercise, responses: list[object]) -> list[float]:
        """Return the parts of the full score that responses to an exercise earn."""
        outcomes = self.answer(item_of(one(exercise)), *responses)
        return [outcome["SCORE"] / outcome["MAXSCORE"] for outcome in outcomes]


def item_of(exercises: ExerciseSet) -> str:
    files = unpack(to_qti3(exercises))
    (path,) = (path for path in files if re.fullmatch(r"items/[^/]*\.xml", path))
    # The page has no folder of pictures beside it.
    return re.sub(r'src="[^"]*"', 'src="data:,"', files[path])


@pytest.fixture(scope="module")
def scripts(request: pytest.FixtureRequest) -> tuple[str, str]:
    vue, player = VUE.fetch(request.config), QTI3_PLAYER.fetch(request.config)
    return vue.text("dist/vue.min.js"), player.text("dist/qti3Player.umd.min.js")


@pytest.fixture
def player(open_html: Callable[[str], Page], scripts: tuple[str, str]) -> Player:
    page = open_html("<!doctype html><html lang=en><title>Items</title><main><div id=app></div></main></html>")
    for script in scripts:
        page.add_script_tag(content=script)
    page.evaluate(_START)
    return Player(page)


def test_the_player_scores_choices_by_credits_and_net_correct_and_premises_in_any_order(player: Player) -> None:
    assert player.scores(CHOICE, ["o1", "o2", "o3", None]) == [1, 0, 0.25, 0]
    several = [["o1", "o3"], ["o1"], ["o1", "o2", "o3"], ["o1", "o2", "o3", "o4"], ["o2"], None]
    assert player.scores(CHOICES, several) == [1, 0.5, 0.5, 0, 0, 0]
    assert player.scores(choices(3, 2), [["o1", "o2", "o4"], ["o1", "o2", "o3"]]) == [pytest.approx(1 / 3), 1]
    places = [["p1 o1", "p2 o2", "p3 o3"], ["p1 o2", "p2 o1", "p3 o3"], ["p1 o3", "p2 o2", "p3 o4"], ["p3 o1"], None]
    assert player.scores(MATCH, places) == [1, 1, 0.5, 0, 0]


def test_the_player_scores_orders_by_what_comes_before_what_as_moodle_does(player: Player) -> None:
    orders = ("12345", "12354", "23451", "54321")
    # In the chain the first option that is shown is the last step, and so has the first identifier.
    responses = [[f"o{6 - int(step)}" for step in order] for order in orders]
    assert player.scores(chain(5), responses) == [1, 0.9, 0.6, 0]
    right, wrong = ["o3 o5 o6 o4 o2 o1", "o2 o6 o5 o3 o4 o1"], ["o3 o5 o4 o6 o2 o1", "o1 o4 o3 o5 o6 o2"]
    assert player.scores(ORDER, [order.split() for order in right + wrong]) == [1, 1, 7 / 8, 0]


def test_the_player_knows_which_feedback_to_show_and_leaves_texts_to_a_person(player: Player) -> None:
    (said,) = player.answer(item_of(one(CHOICE)), "o3")
    assert said["FEEDBACK"] == ["nothing", "o3", "general"]
    assert player.page.get_by_text("That is the converse.").count() == 1
    found = player.answer(item_of(one(MATCH)), ["p1 o3", "p2 o2"], ["p3 o3", "p2 o2"])
    assert [outcome["FEEDBACK"] for outcome in found] == [["nothing", "p1_o3"], ["nothing"]]
    assert player.scores(WRITE, ["A quiet street", None]) == [0, 0]
    assert player.page.locator("textarea").count() == 1
    assert WRITE.key not in player.page.locator("main").inner_text()


def test_the_player_shows_hostile_text_as_it_is(player: Player) -> None:
    exercise = CHOICES.model_copy(update={"stem": NASTY[0], "options": options(*NASTY), "key": ("o1",)})
    player.load(item_of(one(exercise)))
    found = player.page.locator("main [role=checkbox]").all()
    # The letter of an option stands before its text, and the options are shuffled.
    texts = [" ".join(option.inner_text().split()).partition(" ")[2] for option in found]
    assert sorted(texts) == sorted(" ".join(shown(text).split()) for text in NASTY)
    assert player.page.locator("main p").first.inner_text() == shown(NASTY[0])
