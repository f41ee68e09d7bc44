"""Exercises as JSON: written, read again, described by a schema, and refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from classroom.some_exercises import ALL, SOME_SET
from syrupy.assertion import SnapshotAssertion

import argmap as am
from argmap.classroom import ExerciseFileError, exercise_schema, exercises_as_json, read_exercises

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_what_is_written_is_read_again_equal() -> None:
    assert read_exercises(exercises_as_json(SOME_SET), title="The bridge") == SOME_SET


def test_each_item_has_id_type_and_key_and_the_list_follows_its_schema() -> None:
    items = json.loads(exercises_as_json(SOME_SET))
    assert all(item.keys() >= {"id", "type", "key", "interaction", "stem", "feedback"} for item in items)
    jsonschema.Draft202012Validator.check_schema(exercise_schema())
    jsonschema.Draft202012Validator(exercise_schema()).validate(items)


def test_the_schema_refuses_what_no_exercise_is() -> None:
    items = json.loads(exercises_as_json(SOME_SET))
    items[0]["key"] = 7
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(exercise_schema()).validate(items)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "invalid JSON: EOF while parsing a value at line 1 column 0"),
        ("[", "invalid JSON: EOF while parsing a list at line 1 column 1"),
        ("[" * 100_000, "invalid JSON: recursion limit exceeded"),
        ("{}", "input should be a valid array"),
        ("[1]", "0: input should be an object"),
        ("[{}]", "0: unable to extract tag using discriminator 'interaction'"),
        ('[{"interaction": "guess"}]', "0: input tag 'guess' found using 'interaction' does not match any"),
        ('[{"interaction": "choice"}]', "0.choice.id: field required"),
        ('["\ud800"]', "input should be a valid string, unable to parse raw data as a unicode string"),
        (
            json.dumps([ALL[0].model_dump(mode="json") | {"key": "o9"}]),
            "0.choice: the key names [o9], which is not there",
        ),
        (
            json.dumps([ALL[5].model_dump(mode="json")] * 2),
            "found several exercises with the id [write-1], expected one",
        ),
    ],
)
def test_a_text_that_is_no_list_of_exercises_is_refused_with_the_place_and_the_reason(text: str, message: str) -> None:
    with pytest.raises(ExerciseFileError) as refused:
        read_exercises(text)
    assert str(refused.value).startswith(message)


def test_a_text_of_any_length_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.classroom.exercises.json.MOST_LETTERS", 10)
    assert read_exercises("[ ]").exercises == ()
    with pytest.raises(ExerciseFileError, match="expected a list of exercises"):
        read_exercises("[" + " " * 10 + "]")


def test_the_exercises_of_the_broad_street_map(snapshot: SnapshotAssertion) -> None:
    argument_map = am.load(EXAMPLES / "broad-street.argmap.yaml")
    made = am.exercises(
        argument_map, types=["role", "conclusion", "bridge", "attack", "falls", "write"], count=6, seed=1
    )
    assert exercises_as_json(made) == snapshot


def test_the_ids_and_stems_of_the_exercises_of_the_kaliningrad_map(snapshot: SnapshotAssertion) -> None:
    made = am.exercises(am.load(EXAMPLES / "kaliningrad.argmap.yaml"))
    told = [f"{item.level.value:6} {item.id}: {' '.join(item.stem.split())}" for item in made]
    left = [f"{item.type.value} {', '.join(item.elements)}: {item.reason}" for item in made.dropped]
    assert "\n".join([*told, "", *left]) == snapshot
