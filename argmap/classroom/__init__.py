"""One annotated map as a lesson: exercises with keys and feedback, grades, and files for platforms."""

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Dropped,
    Exercise,
    ExerciseSet,
    ExerciseType,
    Level,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    Provenance,
    WriteExercise,
)
from argmap.classroom.grading import Grade, GradePart

__all__ = [
    "BuildExercise",
    "ChoiceExercise",
    "ChoicesExercise",
    "Dropped",
    "Exercise",
    "ExerciseSet",
    "ExerciseType",
    "Grade",
    "GradePart",
    "Level",
    "MatchExercise",
    "Option",
    "OrderExercise",
    "Prompt",
    "Provenance",
    "WriteExercise",
]
