"""A grade as rows, as platforms show them: each with a name, points and what to say."""

from __future__ import annotations

from math import fsum
from typing import NamedTuple

from argmap.classroom.class_grades import ExerciseTask, Task
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.map_marks import PARTS
from argmap.classroom.grading.result import Grade, GradePart

MOST_LETTERS = 100_000
"""What is said about one row is cut to this, since platforms limit the size of results."""


class Row(NamedTuple):
    """One row of a grade.

    Attributes:
        name: what it is about.
        points: what was earned.
        most: what could be earned.
        lines: what to say.
    """

    name: str
    points: float
    most: float
    lines: tuple[str, ...]


def rows_of(task: Task, grade: Grade, most: float) -> list[Row]:
    """Return the rows of a grade: the parts of a map, or the exercises; their points make up the score.

    Args:
        task: what was graded against.
        grade: the grade.
        most: the points of a full score.
    """
    shares = _shares(task, grade)
    return [Row(part.name, part.score * share * most, share * most, _lines(grade, part.name)) for part, share in shares]


def _shares(task: Task, grade: Grade) -> list[tuple[GradePart, float]]:
    if isinstance(task, ExerciseTask):
        weights = {exercise.id: exercise.points for exercise in task.exercises}
    else:
        weights = dict(zip(PARTS, task.weights, strict=True))
    counted = [(part, weights[part.name]) for part in grade.parts]
    total = fsum(weight for _, weight in counted)
    return [(part, weight / total if total else 0.0) for part, weight in counted]


def _lines(grade: Grade, name: str) -> tuple[str, ...]:
    part = next(part for part in grade.parts if part.name == name)
    said = tuple(line for line in part.feedback.split("\n") if line)
    if isinstance(grade, MapGrade) and name == "links":
        return (*said, *(mistake.line for mistake in grade.mistakes))
    return said


def cut(text: str) -> str:
    """Return a text that is not too long for a platform."""
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 3]}..."
