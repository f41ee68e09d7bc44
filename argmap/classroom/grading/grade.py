"""The grade of a response to an exercise of any kind."""

from __future__ import annotations

from typing import assert_never

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    MatchExercise,
    OrderExercise,
    WriteExercise,
)
from argmap.classroom.grading.building import grade_build
from argmap.classroom.grading.choosing import grade_choice, grade_choices
from argmap.classroom.grading.matching import grade_match
from argmap.classroom.grading.ordering import grade_order
from argmap.classroom.grading.responses import Refusal
from argmap.classroom.grading.result import Grade, refuse
from argmap.classroom.grading.writing import grade_write


def grade(exercise: Exercise, response: object, *, language: str = "en") -> Grade:
    """Return how right a response is.

    Nothing that stands in the response raises an error or prints anything: what has another shape than the exercise
    asks for, is empty or too large gets 0 and a reason.

    Args:
        exercise: the exercise.
        response: any value that JSON can have, in the shape that the exercise asks for; for a map to be built also an
            `ArgumentMap`, or a text in argmap's own format.
        language: BCP 47 language of written answers, so that hints know inflected words.
    """
    try:
        return _grade(exercise, response, language)
    except Refusal as refusal:
        return refuse(str(refusal))


def _grade(exercise: Exercise, response: object, language: str) -> Grade:
    match exercise:
        case ChoiceExercise():
            return grade_choice(exercise, response)
        case ChoicesExercise():
            return grade_choices(exercise, response)
        case MatchExercise():
            return grade_match(exercise, response)
        case OrderExercise():
            return grade_order(exercise, response)
        case BuildExercise():
            return grade_build(exercise, response)
        case WriteExercise():
            return grade_write(exercise, response, language)
        case _:
            assert_never(exercise)
