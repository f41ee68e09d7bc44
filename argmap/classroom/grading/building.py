"""Grades of maps that were built from listed claims."""

from __future__ import annotations

from dataclasses import replace

from argmap.classroom.exercises import BuildExercise
from argmap.classroom.grading.map_grade import MapGrade, grade_map


def grade_build(exercise: BuildExercise, response: object) -> MapGrade:
    """Return the grade of a map that was built from listed claims; see `grade_map`.

    Claims count where some link uses them, since the list gave them all away.
    """
    grade = grade_map(response, exercise.key, given=[option.id for option in exercise.options])
    said = "\n".join(line for line in (grade.feedback, exercise.feedback) if line)
    return replace(grade, feedback=said)
