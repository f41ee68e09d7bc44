"""Exercises as files for learning platforms."""

from argmap.classroom.lms.exported import Exported, LeftOut
from argmap.classroom.lms.platforms import (
    PlatformFormat,
    export_exercises,
    to_gift,
    to_moodle,
    to_qti3,
    to_qti12,
    to_qti21,
)

__all__ = [
    "Exported",
    "LeftOut",
    "PlatformFormat",
    "export_exercises",
    "to_gift",
    "to_moodle",
    "to_qti3",
    "to_qti12",
    "to_qti21",
]
