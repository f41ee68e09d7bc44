"""Lines of text on a page: as text where the fonts of every PDF viewer have its letters, else as images.

The images are drawn by Graphviz, with the fonts of PNG pictures; many lines by each run of it.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.render import theme
from argmap.render.engine import find_other_program, run_graphviz
from argmap.render.labels import text_label
from argmap.render.letters import missing_letters, warn_of_letters
from argmap.render.pdf import is_plain
from argmap.render.text import is_right_to_left, wrap

_DPI = 300
_LINES_AT_ONCE = 40
_MOST_LINES = 400
_TIME_LIMIT = 60.0
_LEADING, _ABOVE_BASE = 1.38, 1.0
"""How high a line is, and how far its base is below its top, in sizes of its text."""
_ROW = 1.5
"""How high the image of a line is; its base is where Graphviz puts it."""
_BASE_IN_ROW = 1.08


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, which fits the width.

    Attributes:
        text: clean text.
        size: of the letters, in points.
        width: of the column, in points.
        bold: True for bold letters.
        colour: of the letters, as #RRGGBB.
    """

    text: str
    size: float
    width: float
    bold: bool = False
    colour: str = theme.INK

    @property
    def height(self) -> float:
        """How high it is, in points."""
        return self.size * _LEADING


@dataclass
class TypeCase:
    """Breaks texts into lines and paints them; lines that have to be images are drawn when the first is painted."""

    images: dict[Line, Any] = field(default_factory=dict)
    waiting: dict[Line, None] = field(default_factory=dict)

    def set_lines(
        self, text: str, size: float, width: float, *, bold: bool = False, colour: str = theme.INK
    ) -> list[Line]:
        """Return the text as lines of this width."""
        broken = wrap(text, size, width, bold=bold, most_lines=_MOST_LINES)
        lines = [Line(part, size, width, bold, colour) for part in broken]
        self.waiting |= {line: None for line in lines if not is_plain(line.text)}
        return lines

    def paint(self, canvas: Any, line: Line, x: float, top: float) -> None:
        """Paint a line whose left upper corner is there."""
        base = top - line.size * _ABOVE_BASE
        if is_plain(line.text):
            canvas.setFillColor(line.colour)
            canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
            canvas.drawString(x, base, line.text)
            return
        self._draw_waiting()
        height = _row_height(line)
        canvas.drawImage(
            self.images[line], x, base - height + line.size * _BASE_IN_ROW, line.width, height, mask="auto"
        )

    def _draw_waiting(self) -> None:
        lines = list(self.waiting)
        self.waiting.clear()
        missing = missing_letters(line.text for line in lines)
        program = find_other_program() if missing else None
        if missing and program is None:
            warn_of_letters(missing)
        for start in range(0, len(lines), _LINES_AT_ONCE):
            batch = lines[start : start + _LINES_AT_ONCE]
            self.images |= _images(batch, program)


def _row_height(line: Line) -> int:
    return math.ceil(line.size * _ROW)


def _images(lines: Sequence[Line], program: str | None) -> dict[Line, Any]:
    """Return the image of each line, cut out of one that has a row for each."""
    from PIL import Image, ImageOps
    from reportlab.lib.utils import ImageReader

    settings = (f"-Gdpi={_DPI}",)
    drawn = run_graphviz(_dot(lines), "png", time_limit=_TIME_LIMIT, settings=settings, program=program)
    ink = ImageOps.invert(Image.open(io.BytesIO(drawn)).convert("L"))
    scale = ink.height / sum(map(_row_height, lines))
    found, top = {}, 0
    for line in lines:
        bottom = top + _row_height(line)
        # Only the letters are opaque, for lines are higher than the space between them.
        letters = ink.crop((0, round(top * scale), round(line.width * scale), round(bottom * scale)))
        part = Image.new("RGB", letters.size, line.colour)
        part.putalpha(letters)
        found[line] = ImageReader(part)
        top = bottom
    return found


def _dot(lines: Sequence[Line]) -> str:
    width = math.ceil(max(line.width for line in lines))
    rows = "".join(_row(line, width) for line in lines)
    table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'
    return (
        'digraph lines { graph [pad=0 margin=0 bgcolor="#FFFFFF"] '
        f'node [shape=plain margin=0 fontname="{theme.FONT}"] table [label=<{table}>] }}'
    )


def _row(line: Line, width: int) -> str:
    text = text_label(line.text)
    text = f"<B>{text}</B>" if line.bold else text
    free = max(0, width - math.ceil(line.width))
    align = "RIGHT" if is_right_to_left(line.text) else "LEFT"
    # The cell beside it fills up the row, so that the text stands in the column that it was broken for.
    beside = f'<TD WIDTH="{free}"></TD>' if free else ""
    span = "" if free else ' COLSPAN="2"'
    return (
        f'<TR><TD WIDTH="{width - free}" HEIGHT="{_row_height(line)}" ALIGN="{align}"{span}>'
        f'<FONT POINT-SIZE="{line.size:g}">{text}</FONT></TD>{beside}</TR>'
    )
