"""The formats that platforms import, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from argmap.classroom.exercises import ExerciseSet
from argmap.classroom.lms.exported import Exported
from argmap.classroom.lms.gift import export_gift
from argmap.classroom.lms.moodle import export_moodle
from argmap.classroom.lms.qti import export_qti3, export_qti21
from argmap.classroom.lms.qti12 import export_qti12


class PlatformFormat(StrEnum):
    """A format of files that learning platforms import."""

    MOODLE = "moodle"
    GIFT = "gift"
    QTI12 = "qti12"
    QTI21 = "qti21"
    QTI3 = "qti3"

    @property
    def about(self) -> str:
        """What it is, and where it goes."""
        return _TITLES[self]

    @property
    def suffix(self) -> str:
        """How names of its files end."""
        return {PlatformFormat.MOODLE: ".xml", PlatformFormat.GIFT: ".gift.txt"}.get(self, ".zip")


_TITLES: Mapping[PlatformFormat, str] = MappingProxyType(
    {
        PlatformFormat.MOODLE: "Moodle XML, for Moodle",
        PlatformFormat.GIFT: "GIFT, for Moodle and others that read text",
        PlatformFormat.QTI12: "QTI 1.2 package, for Canvas",
        PlatformFormat.QTI21: "QTI 2.1 package, for TAO, OpenOlat, ONYX and others",
        PlatformFormat.QTI3: "QTI 3.0 package, for new platforms",
    }
)
_WRITERS: Mapping[PlatformFormat, Callable[[ExerciseSet], Exported]] = MappingProxyType(
    {
        PlatformFormat.MOODLE: export_moodle,
        PlatformFormat.GIFT: export_gift,
        PlatformFormat.QTI12: export_qti12,
        PlatformFormat.QTI21: export_qti21,
        PlatformFormat.QTI3: export_qti3,
    }
)


def export_exercises(exercises: ExerciseSet, format: str) -> Exported:  # noqa: A002 - the name that `dumps` has for it
    """Return the exercises as a file for a learning platform, and what the format cannot carry.

    The same exercises give the same bytes. Maps to build by hand are in no file.

    Args:
        exercises: the exercises.
        format: moodle, gift, qti12 (for Canvas), qti21 or qti3; see `PlatformFormat`.

    Raises:
        ValueError: the format is none of these.
    """
    return _WRITERS[PlatformFormat(format)](exercises)


def to_moodle(exercises: ExerciseSet) -> str:
    """Return the exercises as Moodle XML; `export_exercises` tells what it leaves out."""
    return export_moodle(exercises).content.decode()


def to_gift(exercises: ExerciseSet) -> str:
    """Return the exercises as GIFT; `export_exercises` tells what it leaves out."""
    return export_gift(exercises).content.decode()


def to_qti12(exercises: ExerciseSet) -> bytes:
    """Return the exercises as a zip file of QTI 1.2 for Canvas; `export_exercises` tells what it leaves out."""
    return export_qti12(exercises).content


def to_qti21(exercises: ExerciseSet) -> bytes:
    """Return the exercises as a zip file of QTI 2.1; `export_exercises` tells what it leaves out."""
    return export_qti21(exercises).content


def to_qti3(exercises: ExerciseSet) -> bytes:
    """Return the exercises as a zip file of QTI 3.0; `export_exercises` tells what it leaves out."""
    return export_qti3(exercises).content
