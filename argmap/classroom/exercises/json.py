"""Exercises as JSON: a list for programs, its schema, and back again."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.classroom.exercises.exercise import Exercise
from argmap.classroom.exercises.exercise_set import ExerciseSet
from argmap.model import ArgmapError
from argmap.model.printable import printable

MOST_LETTERS = 50_000_000
"""A longer text is not read."""

_ITEMS: TypeAdapter[tuple[Exercise, ...]] = TypeAdapter(tuple[Exercise, ...])


class ExerciseFileError(ArgmapError, ValueError):
    """A text gives no exercises; the message says where and why."""


def exercises_as_json(exercise_set: ExerciseSet) -> str:
    """Return the exercises as a JSON list, an object for each with its key and feedback; see `exercise_schema`."""
    items = [item.model_dump(mode="json") for item in exercise_set.exercises]
    return json.dumps(items, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def read_exercises(text: str, *, title: str = "", language: str = "en") -> ExerciseSet:
    """Return the exercises of a JSON list; the opposite of `exercises_as_json`.

    Args:
        text: the JSON.
        title: the title of the set, which the list does not hold.
        language: BCP 47 language of its texts, likewise.

    Raises:
        ExerciseFileError: the text is no such list; of several problems it tells the first.
    """
    if len(text) > MOST_LETTERS:
        raise ExerciseFileError(
            f"found more than {MOST_LETTERS // 10**6} million letters, expected a list of exercises"
        )
    try:
        items = _ITEMS.validate_json(text.removeprefix("\ufeff"))
    except ValidationError as error:
        raise ExerciseFileError(_tell(error)) from None
    ids = [item.id for item in items]
    if len(set(ids)) < len(ids):
        twice = Counter(ids).most_common(1)[0][0]
        raise ExerciseFileError(f"found several exercises with the id [{twice}], expected one")
    return ExerciseSet(title, language, items)


def exercise_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `exercises_as_json` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:argmap:exercises:1",
        "title": "Exercises",
        "description": "Exercises made from one argument map, in the order in which a class does them.",
    } | _ITEMS.json_schema(mode="serialization")


def _tell(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in problem["loc"])
    what = problem["msg"].removeprefix("Value error, ")
    return printable(f"{where + ': ' if where else ''}{what[0].lower()}{what[1:]}")
