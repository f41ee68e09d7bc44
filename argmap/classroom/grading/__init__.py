"""Grades: how right a response is, and what to say about it."""

from argmap.classroom.grading.grade import grade
from argmap.classroom.grading.map_grade import WEIGHTS, MapGrade, grade_map
from argmap.classroom.grading.mistakes import Mistake, MistakeKind
from argmap.classroom.grading.result import Grade, GradePart, override

__all__ = [
    "WEIGHTS",
    "Grade",
    "GradePart",
    "MapGrade",
    "Mistake",
    "MistakeKind",
    "grade",
    "grade_map",
    "override",
]
