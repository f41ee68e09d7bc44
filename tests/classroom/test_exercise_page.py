"""The page of exercises as a file: what it allows, what it holds, and what it shows without its script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from classroom.some_exercises import ALL, BRIDGE_MAP, CHOICE, MATCH, SOME_SET
from hostile_texts import HOSTILE

import argmap as am
from argmap.classroom import ExerciseSet, ExerciseType, Option, exercise_page
from argmap.classroom.page.page import SCRIPTS
from argmap.classroom.showing import FORMATIVE, HEADINGS, letter, paragraphs
from argmap.render.page.parts import read_asset

KALININGRAD = Path(__file__).parents[2] / "examples" / "kaliningrad.argmap.yaml"


@pytest.fixture(scope="module")
def page() -> str:
    return exercise_page(SOME_SET)


def body_without_data(page: str) -> str:
    """Return what stands in the body but for the data and the script."""
    return page[page.index("<body") : page.index('<script type="application/json"')]


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else(page):
    [policy] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    [style] = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (script, style)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digests[0]}'; style-src 'sha256-{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_it_names_no_address_but_those_of_namespaces(page):
    found = set(re.findall(r"https?://[\w.]+", page))
    assert found <= {"http://www.w3.org"}
    assert re.findall(r'\s(?:src|href)="(?!#|data:)', page) == []


def test_no_style_and_no_handler_stands_in_an_attribute(page):
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", body_without_data(page)) == []


def test_every_id_stands_once_also_with_the_same_figure_twice():
    twice = ExerciseSet("Twice", "en", (MATCH, MATCH.model_copy(update={"id": "fill-2"})))
    ids = re.findall(r'\sid="([^"]*)"', exercise_page(twice))
    assert len(set(ids)) == len(ids)


def test_equal_sets_give_equal_bytes(page):
    assert exercise_page(SOME_SET) == page


def test_what_is_shown_without_script_holds_no_answer(page):
    shown = body_without_data(page)
    for exercise in ALL:
        assert HEADINGS[exercise.type] in shown
    for secret in ("It names both.", "The step needs a claim about quiet streets.", "belongs under the same claim"):
        assert secret not in shown
        assert secret in page
    assert FORMATIVE in shown


def test_the_script_makes_no_markup_of_text():
    text = "".join(read_asset(*part) for part in SCRIPTS)
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text) == []


def test_motion_is_left_out_where_it_is_not_wanted(page):
    assert "prefers-reduced-motion: reduce" in page


def test_texts_are_in_their_language_and_the_page_in_its_own():
    german = exercise_page(ExerciseSet("Die Brücke", "de-CH", (CHOICE,)))
    assert '<html lang="de-CH"' in german
    assert '<body lang="en">' in german
    assert '<div class="stem" lang="de-CH" dir="auto">' in german


@pytest.mark.parametrize("kind", [ExerciseType.ROLE, ExerciseType.CONCLUSION, ExerciseType.ATTACK])
def test_a_figure_does_not_tell_the_roles_that_are_asked_for(kind):
    shown = exercise_page(ExerciseSet("", "en", (CHOICE.model_copy(update={"type": kind, "figure": BRIDGE_MAP}),)))
    assert re.findall(r"Reason|Objection|Reply|Main claim", body_without_data(shown)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_end_no_element_and_open_none(text):
    option = Option(id="o1", text=text, feedback=text)
    exercise = CHOICE.model_copy(
        update={"stem": text, "options": (option, Option(id="o2", text="b")), "credits": {}, "feedback": text}
    )
    page = exercise_page(ExerciseSet(text, text, (exercise,)))
    assert page.count("<script") == page.count("</script>") == 2
    assert "<b>bold</b>" not in page
    [data] = re.findall(r'<script type="application/json" id="argmap-data">(.*?)</script>', page, re.DOTALL)
    assert "<" not in data
    assert json.loads(data)["exercises"][0]["options"][1]["text"] == "b"


def test_every_type_has_a_heading_of_its_own():
    assert set(HEADINGS) == set(ExerciseType)
    assert len(set(HEADINGS.values())) == len(HEADINGS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("one\ntwo\n \n\n three ", ["one\ntwo", "three"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_paragraphs_are_parted_by_blank_lines(text, expected):
    assert paragraphs(text) == expected


def test_no_two_of_1000_options_have_the_same_letters():
    assert len({letter(number) for number in range(1000)}) == 1000


def test_a_page_is_made_of_the_exercises_of_a_real_map():
    made = am.exercises(am.load(KALININGRAD), count=15)
    page = exercise_page(made)
    assert page.count('<section class="item ') == len(made) == 15
