"""Files of responses and sets of exercises: what is read, and what broken ones come to."""

from __future__ import annotations

import json

import pytest
from classroom.some_exercises import RIGHT, SOME_SET
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.classroom.digest import digest
from argmap.classroom.exercises import exercises_as_json, read_exercises
from argmap.classroom.responses import grade_responses, read_responses


def file_of(responses: object, **fields: object) -> str:
    return json.dumps({"argmap_responses": 1, "exercises": "", "responses": responses} | fields)


def test_right_responses_to_all_exercises_score_1():
    found = grade_responses(SOME_SET, read_responses(file_of(RIGHT, exercises=digest(SOME_SET), started="x")))
    assert (found.score, found.feedback, found.needs_review) == (1, "", False)


def test_the_score_is_the_mean_by_points():
    found = grade_responses(SOME_SET, {"build-1": RIGHT["build-1"]})
    assert found.score == pytest.approx(5 / 10)
    assert [part.name for part in found.parts] == [exercise.id for exercise in SOME_SET]


def test_responses_to_exercises_that_are_not_there_do_not_count():
    assert grade_responses(SOME_SET, RIGHT | {"other-9": "o1"}).score == 1


def test_another_set_of_exercises_is_told():
    found = grade_responses(SOME_SET, read_responses(file_of(RIGHT, exercises="0" * 64)))
    assert found.score == 1
    assert found.lines[0] == "the file answers another set of exercises, or an older version of this one"


def test_a_written_answer_makes_the_whole_provisional():
    assert grade_responses(SOME_SET, RIGHT | {"write-1": "It is about streets"}).needs_review


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the file is empty"),
        (b"  \n", "the file is empty"),
        ("{", "the file is not JSON"),
        (b"\xff\xfe", "the file is not JSON"),
        ("[" * 100_000, "the file is not JSON"),
        ("[1]", "the file does not say that it holds responses"),
        ('{"responses": {}}', "the file does not say that it holds responses"),
        ('{"argmap_responses": 2, "responses": {}}', "expected responses of version 1, found another"),
        ('{"argmap_responses": 1}', "found nothing, expected an object as `responses`"),
        ('{"argmap_responses": 1, "responses": [1]}', "found a list, expected an object as `responses`"),
        (" " * 6_000_000, "the file has more than 5 MB"),
    ],
)
def test_a_broken_file_gets_0_with_a_reason(content, reason):
    found = grade_responses(SOME_SET, read_responses(content))
    assert (found.score, found.reason) == (0, reason)


@given(st.binary(max_size=60) | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_whatever_the_file_holds_there_is_a_grade(content):
    assert grade_responses(SOME_SET, read_responses(content)).score == 0


def test_responses_that_name_the_set_answer_its_list_in_a_file_too():
    listed = read_exercises(exercises_as_json(SOME_SET))
    assert grade_responses(listed, read_responses(file_of(RIGHT, exercises=digest(SOME_SET)))).feedback == ""
