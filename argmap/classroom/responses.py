"""Files of responses to a set of exercises, and their grades.

The page with the exercises saves such a file, and any program can write one: a JSON object with `argmap_responses` (1),
`exercises` (the digest of the set, or "") and `responses` (an object: id of an exercise to the response).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum

from argmap.classroom.digest import digest
from argmap.classroom.exercises import ExerciseSet
from argmap.classroom.grading.grade import grade
from argmap.classroom.grading.responses import describe
from argmap.classroom.grading.result import Grade, GradePart

VERSION = 1
"""The version of the files that this release reads."""

MOST_BYTES = 5_000_000
"""A larger file is refused."""


@dataclass(frozen=True, slots=True)
class Responses:
    """What stands in a file of responses.

    Attributes:
        responses: by id of the exercise.
        exercises: the digest of the set that is answered; "" if the file does not say.
        reason: why nothing can be read; "" if it can.
    """

    responses: Mapping[str, object] = field(default_factory=dict)
    exercises: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetGrade(Grade):
    """How right the responses to a set of exercises are; the parts are the exercises.

    Attributes:
        grades: the id of each exercise with its grade, in the order of the set.
    """

    grades: tuple[tuple[str, Grade], ...] = ()


def read_responses(content: str | bytes) -> Responses:
    """Return what stands in a file of responses; keys that are not known are left alone.

    Examples:
        >>> read_responses('{"argmap_responses": 1, "responses": {"bridge-1": "o2"}}').responses
        {'bridge-1': 'o2'}
        >>> read_responses("[").reason
        'the file is not JSON'
    """
    if len(content) > MOST_BYTES:
        return Responses(reason=f"the file has more than {MOST_BYTES // 10**6} MB")
    if not content.strip():
        return Responses(reason="the file is empty")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return Responses(reason="the file is not JSON")
    if not isinstance(document, dict) or "argmap_responses" not in document:
        return Responses(reason="the file does not say that it holds responses")
    if document["argmap_responses"] != VERSION:
        return Responses(reason=f"expected responses of version {VERSION}, found another")
    responses = document.get("responses")
    if not isinstance(responses, dict):
        return Responses(reason=f"found {describe(responses)}, expected an object as `responses`")
    answered = document.get("exercises")
    return Responses(responses, answered if isinstance(answered, str) else "")


def grade_responses(exercises: ExerciseSet, responses: Responses | Mapping[str, object]) -> SetGrade:
    """Return the grade of responses to a set: the mean over the exercises, by their points.

    Responses to exercises that the set does not have do not count.

    Args:
        exercises: the set.
        responses: what `read_responses` gives, or responses by id of the exercise.
    """
    given = responses if isinstance(responses, Responses) else Responses(responses)
    if given.reason:
        return SetGrade(0.0, reason=given.reason)
    grades = tuple(
        (exercise.id, grade(exercise, given.responses.get(exercise.id), language=exercises.language))
        for exercise in exercises
    )
    points = [exercise.points for exercise in exercises]
    earned = fsum(found.points(most) for (_, found), most in zip(grades, points, strict=True))
    return SetGrade(
        min(1.0, earned / fsum(points)) if points else 0.0,
        tuple(_part(exercise_id, found) for exercise_id, found in grades),
        feedback=_remark(exercises, given),
        needs_review=any(found.needs_review for _, found in grades),
        grades=grades,
    )


def _part(exercise_id: str, found: Grade) -> GradePart:
    return GradePart(exercise_id, found.score, "\n".join(f"{exercise_id}: {line}" for line in found.lines))


def _remark(exercises: ExerciseSet, given: Responses) -> str:
    if given.exercises and given.exercises != digest(exercises):
        return "the file answers another set of exercises, or an older version of this one"
    return ""
