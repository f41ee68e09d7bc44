"""What stands on a sheet, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.model import ArgumentMap
from argmap.render.options import PictureOptions


class Style(StrEnum):
    """What a paragraph is."""

    QUESTION = "question"
    HINT = "hint"
    NOTE = "note"
    ANSWER = "answer"


class Box(StrEnum):
    """What a student marks in front of a row: a box to tick, or a line to write on."""

    NONE = "none"
    ROUND = "round"
    SQUARE = "square"
    SHORT_LINE = "short line"
    LONG_LINE = "long line"


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a part.

    Attributes:
        number: what the part is called by.
        text: its title.
        aside: what else there is to say of it, in small letters.
    """

    number: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that runs over the width of the page."""

    text: str
    style: Style = Style.QUESTION


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list.

    Attributes:
        text: what it says; "" for a row that is its letter and its line.
        letter: what it is called by.
        box: what is marked.
        mark: "x" for a box that is ticked; else what stands on the line.
        note: what is said of it, in small letters below.
    """

    text: str
    letter: str = ""
    box: Box = Box.NONE
    mark: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture of a map.

    Attributes:
        argument_map: what is drawn.
        options: how it is drawn.
        caption: what says whose picture it is where it has a page of its own.
    """

    argument_map: ArgumentMap
    options: PictureOptions = field(default_factory=PictureOptions)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Room to draw in.

    Attributes:
        height: in points.
        hint: what to draw.
    """

    height: float
    hint: str


Block = Heading | Paragraph | Row | Drawing | Ruled | Frame


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set on pages.

    Attributes:
        title: stands on top, and at the foot of each page.
        kicker: stands above the title, in small letters.
        language: BCP 47 language of the texts.
        parts: what belongs together, and stays on one page where it can.
        is_dated: True for a line for the date.
    """

    title: str
    kicker: str
    language: str
    parts: tuple[tuple[Block, ...], ...]
    is_dated: bool = True
