"""What one file of a class is graded against, and what comes of it; both can be sent to other processes."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from argmap.classroom.class_grades.overrides import Override
from argmap.classroom.exercises import ExerciseSet
from argmap.classroom.grading.map_grade import WEIGHTS, MapGrade, grade_map
from argmap.classroom.grading.result import Grade, override, refuse
from argmap.classroom.responses import SetGrade, grade_responses, read_responses
from argmap.formats import read_bytes
from argmap.model import ArgumentMap

MOST_BYTES = 2_000_000
"""A larger file is refused unread."""


@dataclass(frozen=True, slots=True)
class MapTask:
    """Maps are graded against references.

    Attributes:
        references: the maps, of which the best match counts.
        weights, nearly: how maps are marked; see `grade_map`.
    """

    references: tuple[ArgumentMap, ...]
    weights: Sequence[float] = WEIGHTS
    nearly: float = 1.0


@dataclass(frozen=True, slots=True)
class ExerciseTask:
    """Responses are graded against the keys of exercises."""

    exercises: ExerciseSet


Task = MapTask | ExerciseTask


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the class that is to be graded.

    Attributes:
        name: how tables and pages name it.
        path: where it is.
        override: the score that the teacher gives; None for that of the program.
    """

    name: str
    path: Path
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class GradedEntry:
    """What came of grading one file.

    Attributes:
        name: how tables and pages name it.
        grade: its grade; a `MapGrade` or a `SetGrade` where the content was looked into.
        content: SHA-256 of the file in hexadecimal; "" if it was not read.
        errors: what is not right, in the words of a key that is the same for all files.
        answers: what was answered, by exercise, as text.
        was: the score of the program where a teacher gives another one; None if not.
    """

    name: str
    grade: Grade
    content: str = ""
    errors: frozenset[str] = frozenset()
    answers: tuple[tuple[str, str], ...] = ()
    was: float | None = None


def grade_entry(task: Task, entry: Entry) -> tuple[GradedEntry, ArgumentMap | None]:
    """Return the grade of a file, and its map if it has one; whatever is wrong with the file becomes a reason."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            graded, argument_map = _grade(task, entry)
        except OSError as error:
            graded, argument_map = _refused(entry, f"the file cannot be read: {(error.strerror or '').lower()}"), None
        except Exception as error:  # noqa: BLE001 - one file must not keep a class from its grades
            graded, argument_map = _refused(entry, f"the file cannot be graded: {type(error).__name__}"), None
    return _overridden(graded, entry.override), argument_map


def _grade(task: Task, entry: Entry) -> tuple[GradedEntry, ArgumentMap | None]:
    size = entry.path.stat().st_size
    if size > MOST_BYTES:
        return _refused(entry, f"the file has {size / 1e6:.1f} MB, expected at most {MOST_BYTES / 1e6:.0f}"), None
    content = entry.path.read_bytes()
    digest = sha256(content).hexdigest()
    if not content.strip():
        return GradedEntry(entry.name, refuse("the file is empty"), digest), None
    if isinstance(task, MapTask):
        loaded = read_bytes(content, entry.name)
        grade = grade_map(loaded, task.references, weights=task.weights, nearly=task.nearly)
        return GradedEntry(entry.name, grade, digest, _map_errors(grade)), loaded.map
    responses = read_responses(content)
    found = grade_responses(task.exercises, responses)
    answers = tuple((key, as_text(responses.responses[key])) for key, _ in found.grades if key in responses.responses)
    return GradedEntry(entry.name, found, digest, _set_errors(found, dict(answers)), answers), None


def as_text(response: object) -> str:
    """Return a JSON value as one line that is the same for equal values."""
    return json.dumps(response, sort_keys=True, ensure_ascii=True)


def _map_errors(grade: MapGrade) -> frozenset[str]:
    return frozenset(f"{grade.reference} {' '.join((mistake.kind, *mistake.elements))}" for mistake in grade.mistakes)


def _set_errors(grade: SetGrade, answers: dict[str, str]) -> frozenset[str]:
    wrong = [key for key, found in grade.grades if found.score < 1 and not found.needs_review and key in answers]
    return frozenset(f"{key} {answers[key]}" for key in wrong)


def _refused(entry: Entry, reason: str) -> GradedEntry:
    return GradedEntry(entry.name, refuse(reason))


def _overridden(graded: GradedEntry, given: Override | None) -> GradedEntry:
    if given is None:
        return graded
    grade = override(graded.grade, given.score, given.remark)
    return GradedEntry(graded.name, grade, graded.content, graded.errors, graded.answers, graded.grade.score)
