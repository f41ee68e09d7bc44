"""The data that the page carries for its script: what is asked, what is right, and what to say."""

from __future__ import annotations

from typing import Any

from argmap.classroom.exercises import BuildExercise, Exercise, ExerciseSet, Option
from argmap.classroom.showing import are_labels, are_slots, letter
from argmap.model import ArgumentMap
from argmap.render import find_outline
from argmap.render.text import clean

_IN_A_LIST = 56
"""Options with more characters have letters: a list that drops down would cut them on a phone."""


def page_data(exercises: ExerciseSet, digest: str) -> dict[str, Any]:
    """Return the data of the page.

    Args:
        exercises: what is asked.
        digest: what tells this set from others.
    """
    return {"digest": digest, "title": clean(exercises.title), "exercises": [_exercise(one) for one in exercises]}


def _exercise(exercise: Exercise) -> dict[str, Any]:
    kept = {"id", "interaction", "points", "feedback", "key", "credits", "groups", "before", "terms", "is_once"}
    data = exercise.model_dump(mode="json", include=kept)
    if exercise.interaction != "write":
        data["options"] = _options(exercise.options)
        data["labels"] = are_labels(exercise.options, _IN_A_LIST)
    if exercise.interaction == "match":
        data["slots"] = are_slots(exercise)
        data["prompts"] = [
            {"id": prompt.id, "text": clean(prompt.text), "feedback": prompt.feedback} for prompt in exercise.prompts
        ]
    if exercise.interaction == "build":
        data |= _reference(exercise)
    return data


def _options(options: tuple[Option, ...]) -> list[dict[str, str]]:
    return [
        {"id": option.id, "text": clean(option.text), "feedback": option.feedback, "letter": letter(number)}
        for number, option in enumerate(options)
    ]


def _reference(exercise: BuildExercise) -> dict[str, Any]:
    """Return the reference maps as outlines: the map that a student built is set beside them."""
    return {"key": [_outline(key) for key in exercise.key]}


def _outline(argument_map: ArgumentMap) -> list[dict[str, Any]]:
    told = find_outline(argument_map)
    return [
        {"level": row.level, "step": row.is_step, "word": row.word, "text": row.text, "note": "; ".join(row.notes)}
        for row in (*told.main, *told.apart)
    ]
