"""Exercises as data: what they can hold, and what they refuse."""

import pytest
from classroom.some_exercises import ALL, CHOICE, MATCH, ORDER
from pydantic import TypeAdapter, ValidationError

from argmap.classroom import Exercise


@pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.interaction)
def test_an_exercise_written_as_json_and_read_again_is_equal(exercise):
    adapter = TypeAdapter(Exercise)
    assert adapter.validate_json(adapter.dump_json(exercise)) == exercise


@pytest.mark.parametrize(
    ("exercise", "change"),
    [
        (CHOICE, {"key": "o9"}),
        (CHOICE, {"credits": {"o9": 0.5}}),
        (CHOICE, {"options": (CHOICE.options[0], CHOICE.options[0])}),
        (MATCH, {"key": {"s1": "o1"}}),
        (MATCH, {"groups": (("s9",),)}),
        (ORDER, {"before": (("o1", "o2"),)}),
    ],
)
def test_a_key_that_is_not_among_the_options_is_refused(exercise, change):
    with pytest.raises(ValidationError):
        type(exercise).model_validate(dict(exercise) | change)
