"""What tells one set of exercises from another."""

from __future__ import annotations

from hashlib import sha256

from argmap.classroom.exercises import ExerciseSet, exercises_as_json


def digest(exercises: ExerciseSet) -> str:
    """Return the SHA-256 of the set as JSON, in hexadecimal: responses name the set that they answer by it.

    It is the checksum of the file that `exercises_as_json` makes.
    """
    return sha256(exercises_as_json(exercises).encode()).hexdigest()
