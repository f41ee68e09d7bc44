"""The table of grades, as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from argmap.classroom.class_grades.task import ExerciseTask, GradedEntry, Task
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.map_marks import PARTS
from argmap.model.printable import printable

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts with one of these is a formula to a spreadsheet."""


def grades_as_csv(task: Task, graded: Sequence[GradedEntry]) -> str:
    """Return the table: a line for each file, in their order.

    The columns are `file`, `score` (0 to 1), one for each part (claims, links, grouping and kirschner for maps, the ids
    of the exercises for responses; empty where a part does not count), `review` (yes where a person has to mark
    something), `program` (the program's score where a teacher gave another) and `reason` (why a score is 0 without a
    look at the content).
    """
    stream = io.StringIO()
    names, parts_of = _parts(task)
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(["file", "score", *map(_safe, names), "review", "program", "reason"])
    for entry in graded:
        grade = entry.grade
        was = "" if entry.was is None else _number(entry.was)
        review = "yes" if grade.needs_review else ""
        table.writerow([_safe(entry.name), _number(grade.score), *parts_of(entry), review, was, _safe(grade.reason)])
    return stream.getvalue()


def _parts(task: Task) -> tuple[list[str], Callable[[GradedEntry], list[str]]]:
    """Return the names of the columns for parts, and what gives their cells."""
    if isinstance(task, ExerciseTask):
        ids = [exercise.id for exercise in task.exercises]
        return ids, lambda entry: _cells(entry, ids)
    return [*PARTS, "kirschner"], lambda entry: [*_cells(entry, PARTS), _kirschner(entry)]


def _cells(entry: GradedEntry, names: Sequence[str]) -> list[str]:
    scores = {part.name: _number(part.score) for part in entry.grade.parts}
    return [scores.get(name, "") for name in names]


def _kirschner(entry: GradedEntry) -> str:
    grade = entry.grade
    return _number(grade.kirschner.average) if isinstance(grade, MapGrade) and grade.alignment else ""


def _number(score: float) -> str:
    return f"{score:.4f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    """Return the text as a cell that no spreadsheet takes for a formula."""
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_RISKY) else shown
