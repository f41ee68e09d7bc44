"""What a platform grades against: model maps or exercises, and the files that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from argmap.classroom.class_grades import ExerciseTask, MapTask, Task
from argmap.classroom.exercises import ExerciseSet, exercises_as_json, read_exercises
from argmap.classroom.grading.map_grade import grade_map
from argmap.classroom.grading.result import Grade
from argmap.classroom.responses import Responses, grade_responses
from argmap.formats import dumps, load, loads
from argmap.model import ArgumentMap

Key = Task | ArgumentMap | ExerciseSet | Sequence[ArgumentMap] | Path | str
"""A key: maps or exercises; the path of a file of them; or, as `str`, the text of one."""


def read_key(key: Key) -> Task:
    """Return what to grade against.

    Raises:
        LoadError: the map is not whole.
        ExerciseFileError: the exercises have a wrong shape.
        OSError: the file cannot be opened.
    """
    match key:
        case MapTask() | ExerciseTask():
            return key
        case ArgumentMap():
            return MapTask((key,))
        case ExerciseSet():
            return ExerciseTask(key)
        case str():
            return _read_text(key)
        case Path():
            return _read_text(key.read_text(encoding="utf-8")) if key.suffix == ".json" else MapTask((load(key),))
    return MapTask(tuple(key))


def key_files(task: Task) -> dict[str, str]:
    """Return the files that hold a key: name to content."""
    if isinstance(task, ExerciseTask):
        return {"exercises.json": exercises_as_json(task.exercises)}
    return {
        f"model-{number}.argmap.json": dumps(reference, format="json")
        for number, reference in enumerate(task.references, 1)
    }


def grade_against(task: Task, response: object) -> Grade:
    """Return the grade of a response: a map in any shape that `grade_map` takes, or responses by id of the exercise."""
    if isinstance(task, MapTask):
        return grade_map(response, task.references, weights=task.weights, nearly=task.nearly)
    if isinstance(response, Responses):
        return grade_responses(task.exercises, response)
    if isinstance(response, dict):
        inner = response.get("responses") if "argmap_responses" in response else response
        if isinstance(inner, dict):
            return grade_responses(task.exercises, inner)
    reason = "there is no answer" if not response else "expected responses by the id of the exercise"
    return grade_responses(task.exercises, Responses(reason=reason))


def points(response: object, key: Key, most: float = 1) -> float:
    """Return the points of a response, from 0 to `most`; the last line of a grading cell of nbgrader can be this call.

    Args:
        response: a map, or responses by id of the exercise; whatever else it is, it earns 0.
        key: the key; see `Key`.
        most: the points of a full score.

    Examples:
        >>> model = '{argmap: 1, claims: {a: A, b: B}, inferences: {i: {premises: b, conclusion: a}}}'
        >>> points(model, model, 5)
        5.0
    """
    return grade_against(read_key(key), response).points(most)


@lru_cache(maxsize=8)
def _read_text(text: str) -> Task:
    return ExerciseTask(read_exercises(text)) if holds_exercises(text) else MapTask((loads(text),))


def holds_exercises(text: str) -> bool:
    """Tell whether a text is to be read as exercises: a JSON list, which no map is."""
    return text.lstrip("\ufeff \t\r\n").startswith("[")
