"""The formats of `argmap exercise --format`: what writes each, and whether a terminal can show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
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


class Writer(NamedTuple):
    """What writes a format.

    Attributes:
        module: where the function is; it is imported when the format is asked for.
        function: its name; it takes the exercises and returns text or bytes.
        is_binary: True if it returns bytes, for which a file has to be named.
        has_key: True if it can write the key instead, by the argument `key`.
    """

    module: str
    function: str
    is_binary: bool = False
    has_key: bool = False

    def write(self, exercise_set: ExerciseSet, *, key: bool = False) -> str | bytes:
        """Return the exercises in the format, or the key to them."""
        write: Callable[..., str | bytes] = getattr(import_module(self.module), self.function)
        return write(exercise_set, key=True) if key else write(exercise_set)


WRITERS: Mapping[ExerciseFormat, Writer] = MappingProxyType(
    {
        ExerciseFormat.JSON: Writer("argmap.classroom", "exercises_as_json"),
        ExerciseFormat.MOODLE: Writer("argmap.classroom.lms", "to_moodle"),
        ExerciseFormat.GIFT: Writer("argmap.classroom.lms", "to_gift"),
        ExerciseFormat.QTI12: Writer("argmap.classroom.lms", "to_qti12", is_binary=True),
        ExerciseFormat.QTI21: Writer("argmap.classroom.lms", "to_qti21", is_binary=True),
        ExerciseFormat.QTI3: Writer("argmap.classroom.lms", "to_qti3", is_binary=True),
        ExerciseFormat.HTML: Writer("argmap.classroom.page", "exercise_page"),
        ExerciseFormat.PDF: Writer("argmap.classroom.worksheet", "to_worksheet", is_binary=True, has_key=True),
        ExerciseFormat.NOTEBOOK: Writer("argmap.classroom.notebook", "to_notebook"),
    }
)
