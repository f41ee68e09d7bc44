"""Sets of exercises in JSON files."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.classroom.exercises import Exercise, ExerciseSet
from argmap.model import ArgmapError
from argmap.model.expected import tell_expected
from argmap.model.printable import printable

_EXERCISES: TypeAdapter[tuple[Exercise, ...]] = TypeAdapter(tuple[Exercise, ...])


class ExerciseFileError(ArgmapError, ValueError):
    """A file does not hold a set of exercises."""


def is_exercises(document: object) -> bool:
    """Tell whether a JSON document looks like a set of exercises: a list, or an object with one as `exercises`."""
    return isinstance(document, list) or (isinstance(document, dict) and isinstance(document.get("exercises"), list))


def parse_exercises(document: Any) -> ExerciseSet:
    """Return the exercises in a JSON document: a list, or an object with `title`, `language` and `exercises`.

    Args:
        document: the document; other fields of the object are left alone.

    Raises:
        ExerciseFileError: it has another shape; the message says where.
    """
    if not is_exercises(document):
        raise ExerciseFileError("expected a list of exercises, or an object with a list as `exercises`")
    fields = document if isinstance(document, dict) else {"exercises": document}
    try:
        exercises = _EXERCISES.validate_python(fields["exercises"])
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ExerciseFileError(f"exercise {printable(place)}: {tell_expected(first)}") from None
    ids = [exercise.id for exercise in exercises]
    if repeated := sorted({one for one in ids if ids.count(one) > 1}):
        raise ExerciseFileError(f"two exercises have the id [{repeated[0]}]")
    return ExerciseSet(str(fields.get("title", "")), str(fields.get("language", "en")), exercises)


def write_exercises(exercises: ExerciseSet) -> str:
    """Return the set as JSON, as `parse_exercises` reads it."""
    fields = {
        "title": exercises.title,
        "language": exercises.language,
        "exercises": [exercise.model_dump(mode="json") for exercise in exercises],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
