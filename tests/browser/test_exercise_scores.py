"""The scores of the page are those of Python: scoring.js, run in a browser."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from random import SystemRandom
from typing import Any

import pytest
from classroom.some_exercises import CHOICE
from playwright.sync_api import Page
from vectors import write_exercises

from argmap.classroom import OrderExercise

SCRIPT = files("argmap.classroom.page").joinpath("scoring.js").read_text(encoding="utf-8")
POLICY = f"default-src 'none'; script-src 'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"
SCORE_ALL = """text => JSON.stringify(JSON.parse(text).map(({exercise, response}) => ({
    score: scoring.score(exercise, response),
    parts: exercise.interaction === "match" ? [...scoring.places(exercise, response).values()] : [],
})))"""


@pytest.fixture
def scoring(open_html: Callable[[str], Page]) -> Page:
    """A page that holds the script and allows no other, nor any code that a script makes of text."""
    return open_html(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><script>{SCRIPT}</script>'
    )


def assert_same_scores(page: Page, vectors: list[dict[str, Any]]) -> None:
    """Compare the scores of the page with those in the vectors, and tell the first vector that differs."""
    found = json.loads(page.evaluate(SCORE_ALL, json.dumps(vectors)))
    for vector, one in zip(vectors, found, strict=True):
        assert one["score"] == pytest.approx(vector["score"]), json.dumps(vector)
        if "groups" not in vector["exercise"] or not vector["exercise"]["groups"]:
            assert one["parts"] == pytest.approx(vector["parts"]), json.dumps(vector)
        else:  # of several best readings of a group Python and the page may take different ones
            assert sum(one["parts"]) == pytest.approx(sum(vector["parts"])), json.dumps(vector)


def test_the_page_scores_all_vectors_as_python_does(scoring: Page) -> None:
    assert_same_scores(scoring, json.loads(write_exercises.PATH.read_text(encoding="utf-8")))


def test_the_page_scores_exercises_drawn_now_as_python_does(scoring: Page) -> None:
    seed = 7 if os.environ.get("CI") else SystemRandom().randrange(2**32)
    assert_same_scores(scoring, list(write_exercises.vectors(seed, 60)))


def test_the_vectors_are_what_python_says_today() -> None:
    assert write_exercises.PATH.read_text(encoding="utf-8") == write_exercises.text()


def test_a_chain_of_200_the_wrong_way_round_is_scored_at_once(scoring: Page) -> None:
    ids = [f"o{number}" for number in range(200)]
    options = tuple(CHOICE.options[0].model_copy(update={"id": one}) for one in ids)
    before = tuple(pairwise(ids))
    chain = OrderExercise(
        id="x", type="order", stem="?", options=options, key=tuple(ids), before=before, provenance=CHOICE.provenance
    )
    assert_same_scores(scoring, [write_exercises.vector("backwards", chain, ids[::-1])])
