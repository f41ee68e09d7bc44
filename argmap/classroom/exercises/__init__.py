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
from argmap.classroom.exercises.json import ExerciseFileError, exercise_schema, exercises_as_json, read_exercises
from argmap.classroom.exercises.make import exercises
from argmap.classroom.exercises.makers import UnknownExerciseError

__all__ = [
    "BuildExercise",
    "ChoiceExercise",
    "ChoicesExercise",
    "Dropped",
    "Exercise",
    "ExerciseFileError",
    "ExerciseSet",
    "ExerciseType",
    "Level",
    "MatchExercise",
    "Option",
    "OrderExercise",
    "Prompt",
    "Provenance",
    "UnknownExerciseError",
    "WriteExercise",
    "exercise_schema",
    "exercises",
    "exercises_as_json",
    "read_exercises",
]
