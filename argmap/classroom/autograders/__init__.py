"""Grading on platforms: Gradescope, PrairieLearn, otter-grader and nbgrader."""

from argmap.classroom.autograders.key import Key, grade_against, points, read_key
from argmap.classroom.autograders.otter import otter_test, passes
from argmap.classroom.autograders.packages import gradescope_zip, prairielearn_zip
from argmap.classroom.autograders.results import dump_results, gradescope_results, prairielearn_results

__all__ = [
    "Key",
    "dump_results",
    "grade_against",
    "gradescope_results",
    "gradescope_zip",
    "otter_test",
    "passes",
    "points",
    "prairielearn_results",
    "prairielearn_zip",
    "read_key",
]
