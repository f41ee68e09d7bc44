"""The formats of `argmap exercise --format`: what writes each, and whether a terminal can show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.classroom import ExerciseSet


class ExerciseFormat(StrEnum):
    """How exercises are written."""

    JSON = "json"
    MOODLE = "moodle"
    GIFT = "gift"
    QTI12 = "qti12"
    QTI21 = "qti21"
    QTI3 = "qti3"
    HTML = "html"
    PDF = "pdf"
    NOTEBOOK = "notebook"


class Written(NamedTuple):
    """What a writer gave.

    Attributes:
        content: the file.
        left_out: what the format cannot carry, a line for each exercise and reason.
    """

    content: str | bytes
    left_out: tuple[str, ...] = ()


class Writer(NamedTuple):
    """What writes a format.

    Attributes:
        write: gives the file, or the key to it; it imports what it needs when it is called.
        is_binary: True if a terminal cannot show the file, so that one has to be named.
        has_key: True if it can write the key.
    """

    write: Callable[[ExerciseSet, bool], Written]
    is_binary: bool = False
    has_key: bool = False


def _to_json(exercises: ExerciseSet, _: bool) -> Written:
    from argmap.classroom import exercises_as_json

    return Written(exercises_as_json(exercises))


def _to_page(exercises: ExerciseSet, _: bool) -> Written:
    from argmap.classroom.page import exercise_page

    return Written(exercise_page(exercises))


def _to_worksheet(exercises: ExerciseSet, key: bool) -> Written:
    from argmap.classroom.worksheet import to_worksheet

    return Written(to_worksheet(exercises, key=key))


def _to_notebook(exercises: ExerciseSet, _: bool) -> Written:
    from argmap.classroom.notebook import to_notebook

    return Written(to_notebook(exercises))


def _to_platform(exercises: ExerciseSet, _: bool, *, platform: ExerciseFormat) -> Written:
    from argmap.classroom.lms import export_exercises

    exported = export_exercises(exercises, platform.value)
    return Written(exported.content, tuple(f"[{item.exercise_id}]: {item.reason}" for item in exported.left_out))


def _platform(name: ExerciseFormat, *, is_binary: bool) -> Writer:
    return Writer(partial(_to_platform, platform=name), is_binary)


WRITERS: Mapping[ExerciseFormat, Writer] = MappingProxyType(
    {
        ExerciseFormat.JSON: Writer(_to_json),
        ExerciseFormat.MOODLE: _platform(ExerciseFormat.MOODLE, is_binary=False),
        ExerciseFormat.GIFT: _platform(ExerciseFormat.GIFT, is_binary=False),
        ExerciseFormat.QTI12: _platform(ExerciseFormat.QTI12, is_binary=True),
        ExerciseFormat.QTI21: _platform(ExerciseFormat.QTI21, is_binary=True),
        ExerciseFormat.QTI3: _platform(ExerciseFormat.QTI3, is_binary=True),
        ExerciseFormat.HTML: Writer(_to_page),
        ExerciseFormat.PDF: Writer(_to_worksheet, is_binary=True, has_key=True),
        ExerciseFormat.NOTEBOOK: Writer(_to_notebook),
    }
)
