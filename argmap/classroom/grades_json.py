"""A grade as JSON, for programs that run `argmap grade` on one response."""

from __future__ import annotations

from typing import Any

from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.result import Grade
from argmap.classroom.responses import SetGrade


def grade_as_object(grade: Grade) -> dict[str, Any]:
    """Return the grade as JSON has it.

    It has `score` (0 to 1), `parts` (each with `name`, `score` and `feedback`), `lines` (all feedback), `reason` and
    `needs_review`. That of a map has `kirschner`, `reference` and `mistakes` too (each with `kind`, `elements` and
    `line`), that of a set `grades`, by id of the exercise.
    """
    found: dict[str, Any] = {
        "score": grade.score,
        "parts": [{"name": part.name, "score": part.score, "feedback": part.feedback} for part in grade.parts],
        "lines": list(grade.lines),
        "reason": grade.reason,
        "needs_review": grade.needs_review,
    }
    if isinstance(grade, MapGrade):
        found["kirschner"] = grade.kirschner.average
        found["reference"] = grade.reference
        found["mistakes"] = [
            {"kind": mistake.kind.value, "elements": list(mistake.elements), "line": mistake.line}
            for mistake in grade.mistakes
        ]
    if isinstance(grade, SetGrade):
        found["grades"] = {key: grade_as_object(one) for key, one in grade.grades}
    return found
