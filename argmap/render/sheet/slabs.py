"""From blocks to slabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, assert_never

from argmap.render import theme
from argmap.render.sheet.blocks import Block, Box, Drawing, Frame, Heading, Paragraph, Row, Ruled, Style
from argmap.render.sheet.lines import Line, TypeCase
from argmap.render.sheet.pictures import drawing_slabs
from argmap.render.sheet.slab import Slab, space
from argmap.render.text import clean, text_width

ACCENT, EDGE, SOFT = "#0B4F83", "#7D8894", "#D8DEE4"
_SIZES = {Style.QUESTION: 11.5, Style.HINT: 8.5, Style.NOTE: 9.0, Style.ANSWER: 10.5}
_COLOURS = {Style.QUESTION: theme.INK, Style.HINT: theme.MUTED, Style.NOTE: theme.MUTED, Style.ANSWER: ACCENT}
_BODY, _SMALL = 10.5, 9.0
_BOX, _LETTER = 9.5, 17.0
_BOX_ROOM = {Box.NONE: 0.0, Box.ROUND: 19.0, Box.SQUARE: 19.0, Box.SHORT_LINE: 40.0, Box.LONG_LINE: 200.0}
_RULE = 24.0


def find_slabs(blocks: Sequence[Block], case: TypeCase, width: float) -> list[list[Slab]]:
    """Return the slabs of what belongs together, in groups between which a page may end.

    Headings and questions stay with what follows them; a group ends behind a picture and before room to draw in.

    Args:
        blocks: what belongs together.
        case: breaks and paints the lines.
        width: of the page without its margins, in points.
    """
    groups: list[list[Slab]] = [[]]
    for block, following in pairwise((*blocks, None)):
        if block is None:
            continue
        if isinstance(block, Frame | Ruled) and groups[-1]:
            groups.append([])
        made = list(_slabs(block, case, width))
        if isinstance(block, Heading | Paragraph) and following is not None:
            made = [replace(slab, is_kept=True) for slab in made]
        groups[-1] += made
        if isinstance(block, Drawing) and following is not None:
            groups.append([])
    return groups


def _slabs(block: Block, case: TypeCase, width: float) -> Iterator[Slab]:
    match block:
        case Heading():
            yield _heading(block, case, width)
        case Paragraph():
            size = _SIZES[block.style]
            # A paragraph may have lines of its own, as an excerpt from an article has.
            for text in block.text.splitlines():
                lines = case.set_lines(clean(text), size, width, colour=_COLOURS[block.style])
                yield from (_line_slab(case, line) for line in lines)
            yield space(4)
        case Row():
            yield _row(block, case, width)
        case Drawing():
            yield from drawing_slabs(block, case, width)
        case Ruled():
            yield from (Slab(_RULE, partial(_paint_rule, width)) for _ in range(block.count))
        case Frame():
            yield _frame(block, case, width)
        case _:
            assert_never(block)


def _line_slab(case: TypeCase, line: Line, indent: float = 0) -> Slab:
    return Slab(line.height, lambda canvas, x, top: case.paint(canvas, line, x + indent, top))


def _heading(heading: Heading, case: TypeCase, width: float) -> Slab:
    size, chip = 12.0, max(22.0, text_width(heading.number, 11, bold=True) + 10)
    title = case.set_lines(clean(heading.text), size, width - chip - 150, bold=True, colour=ACCENT)
    height = sum(line.height for line in title) + 8

    def paint(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.roundRect(x, top - 16, chip, 17, 3, stroke=0, fill=1)
        canvas.setFillColor(theme.PAPER)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawCentredString(x + chip / 2, top - 11.5, heading.number)
        _paint_lines(canvas, case, title, x + chip + 8, top)
        canvas.setFillColor(theme.MUTED)
        canvas.setFont("Helvetica", _SMALL)
        canvas.drawRightString(x + width, top - 12, heading.aside)

    return Slab(height, paint)


def _paint_lines(canvas: Any, case: TypeCase, lines: Sequence[Line], x: float, top: float) -> None:
    for line in lines:
        case.paint(canvas, line, x, top)
        top -= line.height


def _row(row: Row, case: TypeCase, width: float) -> Slab:
    """Return a row: what is marked, its letter, its text, and below in small letters what is said of it.

    A row without a text is a place to fill in: its letter stands before the line.
    """
    letter = max(_LETTER, text_width(row.letter, _BODY, bold=True) + 5) if row.letter else 0.0
    box = _BOX_ROOM[row.box]
    is_line = row.box in {Box.SHORT_LINE, Box.LONG_LINE}
    is_ticked = bool(row.mark) and not is_line
    colour = ACCENT if is_ticked else theme.INK
    text = case.set_lines(clean(row.text), _BODY, width - box - letter, bold=is_ticked, colour=colour)
    note = case.set_lines(clean(row.note), _SMALL, width - box - letter, colour=theme.MUTED)
    name = case.set_lines(clean(row.letter), _BODY, letter, bold=True, colour=colour)[:1]
    mark = clean(row.mark) if is_line else ""
    written = case.set_lines(mark, _BODY, max(box - 12, 1), bold=True, colour=ACCENT)[:1]
    height = max(sum(line.height for line in (*text, *note)), _BODY * 1.38) + 5
    letter_first = bool(row.letter and not row.text)

    def paint(canvas: Any, x: float, top: float) -> None:
        # In the order in which they are read, which is that of the text in the document.
        if letter_first:
            _paint_lines(canvas, case, name, x, top)
        _paint_box(canvas, row, x + (letter if letter_first else 0), top)
        _paint_lines(canvas, case, written, x + (letter if letter_first else 0) + 3, top)
        if not letter_first:
            _paint_lines(canvas, case, name, x + box, top)
        _paint_lines(canvas, case, (*text, *note), x + box + letter, top)

    return Slab(height, paint)


def _paint_box(canvas: Any, row: Row, x: float, top: float) -> None:
    canvas.setStrokeColor(theme.INK)
    canvas.setLineWidth(0.9)
    base = top - _BODY - 0.5
    match row.box:
        case Box.NONE:
            return
        case Box.SHORT_LINE | Box.LONG_LINE:
            canvas.line(x, base - 1, x + _BOX_ROOM[row.box] - 10, base - 1)
            return
        case Box.ROUND:
            canvas.circle(x + 1 + _BOX / 2, base + _BOX / 2, _BOX / 2, stroke=1, fill=0)
        case Box.SQUARE:
            canvas.roundRect(x + 1, base, _BOX, _BOX, 1.5, stroke=1, fill=0)
        case _:
            assert_never(row.box)
    if row.mark:
        _paint_tick(canvas, x + 1, base)


def _paint_tick(canvas: Any, x: float, base: float) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(2)
    path = canvas.beginPath()
    path.moveTo(x + 1.5, base + 4.5)
    path.lineTo(x + 4, base + 1.5)
    path.lineTo(x + _BOX + 1, base + _BOX + 1)
    canvas.drawPath(path, stroke=1, fill=0)


def _paint_rule(width: float, canvas: Any, x: float, top: float) -> None:
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.7)
    canvas.line(x, top - _RULE, x + width, top - _RULE)


def _frame(frame: Frame, case: TypeCase, width: float) -> Slab:
    hint = case.set_lines(clean(frame.hint), 8.5, width - 16, colour=theme.MUTED)

    def paint(canvas: Any, x: float, top: float) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.7)
        canvas.roundRect(x, top - frame.height + 4, width, frame.height - 8, 5, stroke=1, fill=0)
        _paint_lines(canvas, case, hint, x + 8, top - 10)

    return Slab(frame.height, paint)
