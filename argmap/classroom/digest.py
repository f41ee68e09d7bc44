"""What tells one set of exercises from another."""

from __future__ import annotations

import json
from hashlib import sha256

from argmap.classroom.exercises import ExerciseSet


def digest(exercises: ExerciseSet) -> str:
    """Return the SHA-256 of the exercises as JSON, in hexadecimal: responses name the set that they answer by it.

    Title and language do not count, as the list of exercises that a teacher grades against does not hold them.
    """
    data = [exercise.model_dump(mode="json") for exercise in exercises]
    return sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
