"""Grades: how right a response is, and what to say about it."""

from argmap.classroom.grading.result import Grade, GradePart

__all__ = ["Grade", "GradePart"]
