"""All formats alike: the same bytes each time, and nothing is lost in silence."""

from __future__ import annotations

import base64
import re

import pytest
from classroom.lms.reading import nasty_set, one, unpack
from classroom.some_exercises import ALL, BRIDGE_MAP, MATCH, SOME_SET

import argmap as am
from argmap.classroom import ExerciseSet, LeftOut, PlatformFormat, export_exercises

FORMATS = tuple(PlatformFormat)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_exercises_give_the_same_bytes(name):
    again = ExerciseSet("The bridge", "en", tuple(exercise.model_copy(deep=True) for exercise in ALL))
    assert export_exercises(SOME_SET, name) == export_exercises(again, name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_exercise_is_in_the_file_or_listed_as_left_out(name):
    exported = export_exercises(SOME_SET, name)
    whole = {left.exercise_id for left in exported.left_out if left.is_whole}
    zipped = name in {"qti12", "qti21", "qti3"}
    text = "".join(unpack(exported.content).values()) if zipped else exported.content.decode()
    assert {exercise.id for exercise in SOME_SET if exercise.id not in text} == whole
    assert "build-1" in whole


@pytest.mark.parametrize("name", FORMATS)
def test_a_reason_is_a_message_without_a_capital_and_a_full_stop(name):
    for left in (*export_exercises(SOME_SET, name).left_out, *export_exercises(nasty_set("x"), name).left_out):
        assert isinstance(left, LeftOut)
        assert left.reason[0].islower()
        assert not left.reason.endswith(".")


@pytest.mark.parametrize("name", FORMATS)
def test_a_set_without_exercises_can_be_written(name):
    assert export_exercises(ExerciseSet("", "", ()), name).left_out == ()


@pytest.mark.parametrize("name", FORMATS)
def test_a_figure_holds_no_id_that_tells_what_belongs_where(name):
    ids = {claim.id: f"tell-{number}" for number, claim in enumerate(BRIDGE_MAP.claims)}
    claims = tuple(claim.model_copy(update={"id": ids[claim.id]}) for claim in BRIDGE_MAP.claims)
    shown = BRIDGE_MAP.model_copy(update={"claims": claims, "inferences": (), "attacks": ()})
    content = export_exercises(one(MATCH.model_copy(update={"figure": shown})), name).content
    pictures = [base64.b64decode(found) for found in re.findall(rb"base64,([^\"]*)", content)]
    assert b"tell-" not in content + b"".join(pictures)
    assert len(pictures) == (name == "moodle")


def test_the_short_ways_give_the_same_files():
    ways = (am.to_moodle, am.to_gift, am.to_qti12, am.to_qti21, am.to_qti3)
    found = [way(SOME_SET) for way in ways]
    assert [file.encode() if isinstance(file, str) else file for file in found] == [
        export_exercises(SOME_SET, name).content for name in FORMATS
    ]


def test_another_format_is_refused():
    with pytest.raises(ValueError, match="'kahoot' is not a valid PlatformFormat"):
        export_exercises(SOME_SET, "kahoot")


def test_a_format_says_what_it_is_and_how_its_files_end():
    assert [(name.suffix, name.about.partition(",")[0]) for name in FORMATS] == [
        (".xml", "Moodle XML"),
        (".gift.txt", "GIFT"),
        (".zip", "QTI 1.2 package"),
        (".zip", "QTI 2.1 package"),
        (".zip", "QTI 3.0 package"),
    ]
