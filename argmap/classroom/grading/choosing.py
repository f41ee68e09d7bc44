"""Grades of what was chosen from a list."""

from __future__ import annotations

from argmap.classroom.exercises import ChoiceExercise, ChoicesExercise
from argmap.classroom.grading.responses import Refusal, read_id, read_ids
from argmap.classroom.grading.result import Grade, GradePart


def grade_choice(exercise: ChoiceExercise, response: object) -> Grade:
    """Return the grade of one option that was chosen.

    Raises:
        Refusal: the response is not the id of an option.
    """
    chosen = read_id(response, exercise.options)
    score = 1.0 if chosen.id == exercise.key else exercise.credits.get(chosen.id, 0.0)
    return Grade(score, (GradePart(chosen.text, score, chosen.feedback),), exercise.feedback)


def grade_choices(exercise: ChoicesExercise, response: object) -> Grade:
    """Return the grade of the options that were chosen: net correct, max(0, (right - wrong) ÷ options that are right).

    Raises:
        Refusal: the response is not a list of ids of options.
    """
    chosen = set(read_ids(response, exercise.options))
    key = set(exercise.key)
    if not chosen:
        raise Refusal("nothing is chosen")
    score = max(0, len(chosen & key) - len(chosen - key)) / len(key)
    parts = []
    for option in exercise.options:
        is_right = (option.id in chosen) == (option.id in key)
        said = option.feedback if option.id in chosen else ""
        if not is_right and not said:
            what = "is not one of them" if option.id in chosen else "is one of them too"
            said = f'"{option.text}" {what}'
        parts.append(GradePart(option.text, float(is_right), said))
    return Grade(score, tuple(parts), exercise.feedback)
