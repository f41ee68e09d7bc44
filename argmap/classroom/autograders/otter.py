"""Tests for otter-grader: a case for each link or slot, as a case is passed or failed as a whole."""

from __future__ import annotations

from argmap.classroom.autograders.key import Key, grade_against, key_files, read_key
from argmap.classroom.class_grades import ExerciseTask, Task
from argmap.classroom.class_grades.items import Item, link_references
from argmap.classroom.class_report.names import ItemNames
from argmap.classroom.exercises import MatchExercise
from argmap.classroom.grading.map_grade import MapGrade
from argmap.classroom.grading.result import Grade
from argmap.classroom.responses import SetGrade

_HEAD = '''\
"""Test for otter-grader, made by argmap: the notebook has the response as `{variable}`."""

from otter.test_files import test_case

from argmap.classroom.autograders import passes

OK_FORMAT = False

name = {name!r}
points = {points}

KEY = {key!r}
'''
_CASE = """

@test_case(points=1, hidden=False, success_message={right!r}, failure_message={wrong!r})
def test_{number}(env):
    assert passes(KEY, env.get({variable!r}), {number})
"""


def otter_test(key: Key, *, name: str = "map", variable: str = "my_map") -> str:
    """Return a test file for otter-grader in its exception format; each case is worth one point.

    For a map there is a case for each link of the model, of several models of the first; for exercises one for each
    exercise, and for one with slots a case for each slot.

    Args:
        key: what is graded against.
        name: the name of the question.
        variable: the variable of the notebook that has the response.

    Raises:
        ValueError: a name is no name of Python.

    Source: otter-grader.readthedocs.io, Exception-Based Format.
    """
    for word in (name, variable):
        if not word.isidentifier():
            raise ValueError(f"found the name {word!r}, expected letters, digits and underscores")
    task = read_key(key)
    if not isinstance(task, ExerciseTask):
        task = type(task)(task.references[:1], task.weights, task.nearly)
    cases = find_cases(task)
    held = next(iter(key_files(task).values()))
    head = _HEAD.format(variable=variable, name=name, points=len(cases), key=held)
    told = [
        _CASE.format(right="right", wrong=f"not yet: {case}", number=number, variable=variable)
        for number, case in enumerate(cases, 1)
    ]
    return head + "".join(told)


def find_cases(task: Task) -> list[str]:
    """Return what the cases are about, without what is right: claims without their places, exercises and slots."""
    names = ItemNames(task)
    if isinstance(task, ExerciseTask):
        return [
            f"{exercise.id}{f', {place.text}' if place else ''}"
            for exercise in task.exercises
            for place in (exercise.prompts if isinstance(exercise, MatchExercise) else (None,))
        ]
    return [f"where {names.name(Item('claim', 0, (item.ids[0],)))} belongs" for item in _links(task)]


def passes(key: str, response: object, number: int) -> bool:
    """Tell whether a response passes a case, counted from 1; this is what the test file calls."""
    task = read_key(key)
    return _results(task, grade_against(task, response))[number - 1]


def _results(task: Task, grade: Grade) -> list[bool]:
    if isinstance(task, ExerciseTask):
        known = dict(grade.grades) if isinstance(grade, SetGrade) else {}
        found: list[bool] = []
        for exercise in task.exercises:
            own = known.get(exercise.id, Grade(0.0))
            if isinstance(exercise, MatchExercise):
                scores = [part.score for part in own.parts] or [0.0] * len(exercise.prompts)
                found += [score == 1 for score in scores]
            else:
                found.append(own.score == 1)
        return found
    links = grade.linked.links if isinstance(grade, MapGrade) and grade.linked else frozenset()
    return [tuple(link) in links for link in (item.ids for item in _links(task))]


def _links(task: Task) -> list[Item]:
    return [Item("link", 0, tuple(link)) for link in sorted(link_references(task)[0].links)]
