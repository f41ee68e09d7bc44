"""One annotated map as a lesson: exercises with keys and feedback, grades, and files for platforms."""

from argmap.classroom.agreement import Agreement, agreement
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
from argmap.classroom.grading import Grade, GradePart, MapGrade, grade, grade_map

__all__ = [
    "Agreement",
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
    "MapGrade",
    "MatchExercise",
    "Option",
    "OrderExercise",
    "Prompt",
    "Provenance",
    "WriteExercise",
    "agreement",
    "grade",
    "grade_map",
]
