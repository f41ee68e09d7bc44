"""GIFT: what gift-pegjs, an independent parser of the format, makes of it."""

from __future__ import annotations

import json
import re

import pytest
import quickjs
from classroom.lms.reading import (
    BRIDGE_TOLD,
    NASTY,
    any_text,
    chain,
    choices,
    flat,
    html_text,
    match,
    nasty_set,
    one,
    options,
    seen,
    shown,
)
from classroom.some_exercises import MATCH, SOME_SET
from hypothesis import given, settings
from npm import GIFT_PEGJS

from argmap.classroom import ExerciseSet, export_exercises, to_gift

_PLACEHOLDERS = {"092": "\\", "058": ":", "035": "#", "061": "=", "123": "{", "125": "}", "126": "~"}


class Parser:
    """gift-pegjs in QuickJS."""

    def __init__(self, source: str) -> None:
        self.context = quickjs.Context()
        self.context.eval("var module = { exports: {} };")
        self.context.eval(source)

    def parse(self, text: str) -> list[dict]:
        self.context.set("text", text)
        return json.loads(self.context.eval("JSON.stringify(module.exports.parse(text))"))


@pytest.fixture(scope="module")
def parser(request: pytest.FixtureRequest) -> Parser:
    return Parser(GIFT_PEGJS.fetch(request.config).text("pegjs-gift.js"))


def right_side(text: str) -> str:
    """Return a right side as Moodle reads it: gift-pegjs leaves the placeholders of escaped signs in it."""
    return re.sub(r"&&(\d{3});", lambda found: _PLACEHOLDERS[found[1]], text)


def pairs(question: dict) -> list[tuple[str, str]]:
    return [(html_text(pair["subquestion"]["text"]), right_side(pair["subanswer"])) for pair in question["matchPairs"]]


def test_the_parser_finds_each_question_with_its_type_and_id(parser):
    category, *found = parser.parse(to_gift(SOME_SET))
    assert (category["type"], category["title"]) == ("Category", "$course$/top/argmap/The bridge")
    assert [(question["type"], question["id"]) for question in found] == [
        ("MC", "argmap-000000000000-bridge-1"),
        ("MC", "argmap-000000000000-gap-1"),
        ("Matching", "argmap-000000000000-fill-1"),
        ("Essay", "argmap-000000000000-write-1"),
    ]
    assert found[3]["tags"] == ["argmap", "write", "medium", "needs-review"]


def test_what_is_not_in_the_file_is_listed():
    found = [(left.exercise_id, left.is_whole) for left in export_exercises(SOME_SET, "gift").left_out]
    assert found == [("fill-1", False)] * 4 + [("order-1", True), ("build-1", True), ("write-1", False)]


def test_a_choice_has_a_key_credits_and_feedback(parser):
    question = parser.parse(to_gift(SOME_SET))[1]
    found = [(choice["isCorrect"], choice["weight"], choice["feedback"]["text"]) for choice in question["choices"]]
    assert found == [
        (True, None, "<p>It names both.</p>"),
        (False, None, "<p>It only repeats the conclusion.</p>"),
        (False, 25, "<p>That is the converse.</p>"),
    ]
    assert question["globalFeedback"]["text"] == "<p>The step needs a claim about quiet streets.</p>"


@pytest.mark.parametrize(("right", "weight"), [(1, 100), (2, 50), (3, 33.33333), (6, 16.66667), (7, 14.28571), (20, 5)])
def test_weights_are_those_that_moodle_knows(parser, right, weight):
    (_, question) = parser.parse(to_gift(one(choices(right, 2))))
    assert [choice["weight"] for choice in question["choices"]] == [weight] * right + [-weight] * 2
    assert {choice["isCorrect"] for choice in question["choices"]} == {False}


def test_right_options_that_moodle_cannot_divide_by_are_left_out():
    exported = export_exercises(one(choices(11, 1)), "gift")
    assert exported.content == b"$CATEGORY: $course$/top/argmap/A set\n"
    assert [left.is_whole for left in exported.left_out] == [True]


def test_a_match_has_its_stray_options_with_nothing_on_the_left(parser):
    (_, question) = parser.parse(to_gift(one(match())))
    assert pairs(question) == [("line 1", "first"), ("line 2", "second"), ("line 3", "third"), ("", "fourth")]


def test_an_order_that_alone_is_right_is_matched_with_positions(parser):
    (_, question) = parser.parse(to_gift(one(chain(3))))
    assert pairs(question) == [("step 3", "3"), ("step 2", "2"), ("step 1", "1")]


def test_a_figure_is_its_outline(parser):
    (_, question) = parser.parse(to_gift(one(MATCH)))
    assert html_text(question["stem"]["text"]) == f"Fill the map.\n\nEach claim has one place.\n\n{BRIDGE_TOLD}"


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_text_in_every_field(parser, text):
    _, choice, many, pairing, order, essay = parser.parse(to_gift(nasty_set(text)))
    assert [question["type"] for question in (choice, many, pairing, order, essay)] == [
        *("MC", "MC", "Matching", "Matching", "Essay"),
    ]
    for question in (many, pairing, order, essay):
        assert question["stem"]["format"] == "html"
        assert html_text(question["stem"]["text"]) == shown(text)
        assert html_text(question["globalFeedback"]["text"]) == shown(text)
        assert question["title"].startswith(question["id"].rpartition("-")[2] + ": ")
    expected = [shown(text), shown(f"other {text}"), shown(f"{text} third")]
    assert [html_text(choice["text"]["text"]) for choice in many["choices"]] == expected
    assert {html_text(choice["feedback"]["text"]) for choice in many["choices"]} == {shown(text)}
    assert [left for left, _ in pairs(pairing)] == [shown(text), shown(f"two {text}"), ""]
    assert [left for left, _ in pairs(order)] == expected[:2]
    rights = [flat(text), flat(f"other {text}"), flat(f"{text} third")]
    if "&&0" not in text:  # a placeholder of Moodle's that stands in a text is read as the sign that it stands for
        assert [right for _, right in pairs(pairing)] == rights


@settings(max_examples=30)
@given(any_text, any_text)
def test_any_text_comes_back(parser, stem, option):
    exercise = match(stem=stem, options=options(option, "second", "third"), feedback=stem)
    _, question = parser.parse(to_gift(one(exercise)))
    assert html_text(question["stem"]["text"]) == seen(stem)
    said = question["globalFeedback"]
    assert (html_text(said["text"]) if said else None) == (seen(stem) if stem else None)
    assert pairs(question)[0] == ("line 1", flat(option) or "(no text)")


def test_no_question_holds_a_blank_line_and_every_block_is_a_question():
    for text in NASTY:
        first, *blocks = to_gift(nasty_set(text)).split("\n\n")
        assert first.startswith("$CATEGORY: ")
        assert len(first.splitlines()) == 1
        assert [block.partition(" ")[0] for block in blocks] == ["//"] * 5


def test_a_set_without_exercises_is_a_category():
    assert to_gift(ExerciseSet("Nothing", "en", ())) == "$CATEGORY: $course$/top/argmap/Nothing\n"
