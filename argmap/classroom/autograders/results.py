"""Results as Gradescope and PrairieLearn read them."""

from __future__ import annotations

import json
from typing import Any

from argmap.classroom.autograders.rows import cut, rows_of
from argmap.classroom.class_grades import Task
from argmap.classroom.grading.result import Grade
from argmap.model.printable import printable

_PLACES = 6
_FULL = 1 - 1e-9


def gradescope_results(task: Task, grade: Grade, *, most: float = 100) -> dict[str, Any]:
    """Return the content of Gradescope's `results.json`: the score, and a test for each part or exercise.

    Nothing of the submission's metadata, which has names and addresses, goes into it.

    Args:
        task: what was graded against.
        grade: the grade.
        most: the points of a full score.

    Source: gradescope-autograders.readthedocs.io, Autograder Specifications.
    """
    tests = [
        {
            "name": printable(row.name),
            "name_format": "text",
            "score": round(row.points, _PLACES),
            "max_score": round(row.most, _PLACES),
            "status": "passed" if row.points >= row.most * _FULL else "failed",
            "output": cut("\n".join(row.lines)),
            "output_format": "text",
            "visibility": "visible",
        }
        for row in rows_of(task, grade, most)
    ]
    said = [grade.reason, grade.feedback, _review(grade)]
    return {
        "score": round(grade.points(most), _PLACES),
        "output": cut("\n".join(line for line in said if line)),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
    }


def prairielearn_results(task: Task, grade: Grade, *, most: float = 100) -> dict[str, Any]:
    """Return the content of PrairieLearn's `results.json`; what cannot be read is not gradable, and costs no attempt.

    Args:
        task: what was graded against.
        grade: the grade.
        most: the points of a full score, over which those of the tests are spread.

    Source: prairielearn.readthedocs.io, External grading.
    """
    if grade.reason:
        return {"gradable": False, "format_errors": [grade.reason], "message": grade.reason}
    return {
        "gradable": True,
        "score": round(grade.score, _PLACES),
        "message": cut("\n".join(line for line in (grade.feedback, _review(grade)) if line)),
        "tests": [
            {
                "name": printable(row.name),
                "description": "",
                "points": round(row.points, _PLACES),
                "max_points": round(row.most, _PLACES),
                "message": "" if row.points >= row.most * _FULL else "not all of it is right",
                "output": cut("\n".join(row.lines)),
            }
            for row in rows_of(task, grade, most)
        ],
    }


def dump_results(results: dict[str, Any]) -> str:
    """Return results as JSON; a number that JSON does not have is an error here, and not on the platform."""
    return json.dumps(results, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _review(grade: Grade) -> str:
    return "The score is provisional: a person has to mark a part of it." if grade.needs_review else ""
