"""Exercises: what is asked, what can be answered and what counts as right."""

from argmap.classroom.exercises.exercise import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseType,
    Level,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    Provenance,
    WriteExercise,
)
from argmap.classroom.exercises.exercise_set import Dropped, ExerciseSet

__all__ = [
    "BuildExercise",
    "ChoiceExercise",
    "ChoicesExercise",
    "Dropped",
    "Exercise",
    "ExerciseSet",
    "ExerciseType",
    "Level",
    "MatchExercise",
    "Option",
    "OrderExercise",
    "Prompt",
    "Provenance",
    "WriteExercise",
]
