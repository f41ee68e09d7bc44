"""Pictures of maps on a page: where each has to stand for its letters to be read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from argmap.graph import ArgumentGraph
from argmap.render import theme
from argmap.render.build import build_picture
from argmap.render.drawing import OnPage, picture_on_page
from argmap.render.layout import TEXT
from argmap.render.options import Options
from argmap.render.pdf import Drawn
from argmap.render.sheet.blocks import Drawing
from argmap.render.sheet.lines import TypeCase
from argmap.render.sheet.paper import TURNED, UPRIGHT, Paper
from argmap.render.sheet.slab import Leaf, Slab

LEAST_LETTERS = 7.0
"""Text of claims is set no lower than so many points if there is room for it on any page."""

_LARGEST = 0.8
"""A picture is drawn no larger than so many times its size."""
_INTO_MARGIN = 23.0
"""So far a wide picture reaches into the margins on both sides; printers leave out less than the rest."""
_WIDE = UPRIGHT.inner_width + 2 * _INTO_MARGIN
_CAPTION = 16.0
_BESIDE = ((_WIDE, 400.0), (_WIDE, 600.0))
_ALONE = (TURNED, UPRIGHT)
_PLACES = (
    *_BESIDE,
    (TURNED.inner_width, TURNED.inner_height - _CAPTION),
    (_WIDE, UPRIGHT.inner_height - _CAPTION),
)
"""Width and height of the places that a picture can have: two beside other things, then pages of its own."""
_ON_A3 = 2**0.5
_AIR, _BELOW = 17.0, 4.0
"""Room above and below a picture, and below a line of text."""
_SIZE = 8.5

ASIDE = "The map is on a page of its own, behind this one."


def drawing_slabs(drawing: Drawing, case: TypeCase, width: float) -> Iterator[Slab]:
    """Yield the picture, or what says where it is; it stands in the first of the places in which it can be read.

    Where its letters are too low in all, it has the one in which they are largest, and a note says how low they are.

    Args:
        drawing: the map and how to draw it.
        case: breaks and paints the lines.
        width: of the page without its margins, in points.
    """
    options = Options(**drawing.options)
    found = picture_on_page(
        build_picture(ArgumentGraph(drawing.argument_map), options), options, _PLACES, LEAST_LETTERS / TEXT, _LARGEST
    )
    note = _note(TEXT * found.scale)
    if found.place >= len(_BESIDE):
        paper = _ALONE[found.place - len(_BESIDE)]
        yield _text_slab(ASIDE, case, width, leaf=_leaf(drawing, found, note, case, paper))
        return
    if note:
        yield _text_slab(note, case, width, is_kept=True)
    yield Slab(found.height + 2 * _AIR, lambda canvas, x, top: _paint(canvas, found, x + width / 2, top - _AIR))


def _note(letters: float) -> str:
    """Return what to say of letters that are so many points high; "" if they can be read."""
    if letters >= LEAST_LETTERS:
        return ""
    return f"The map is large: its letters are {letters:.1f} pt high, and {letters * _ON_A3:.1f} pt on A3 paper."


def _text_slab(text: str, case: TypeCase, width: float, *, is_kept: bool = False, leaf: Leaf | None = None) -> Slab:
    lines = case.set_lines(text, _SIZE, width, colour=theme.MUTED)

    def paint(canvas: Any, x: float, top: float) -> None:
        for line in lines:
            case.paint(canvas, line, x, top)
            top -= line.height

    return Slab(sum(line.height for line in lines) + _BELOW, paint, is_kept, leaf)


def _leaf(drawing: Drawing, found: OnPage, note: str, case: TypeCase, paper: Paper) -> Leaf:
    caption = _text_slab(" · ".join(filter(None, (drawing.caption, note))), case, paper.inner_width)
    free = paper.inner_height - _CAPTION - found.height

    def paint(canvas: Any, x: float, top: float) -> None:
        caption.paint(canvas, x, top)
        _paint(canvas, found, x + paper.inner_width / 2, top - _CAPTION - free / 2)

    return Leaf(Slab(paper.inner_height, paint), paper)


def _paint(canvas: Any, found: OnPage, middle: float, top: float) -> None:
    """Paint the picture below this line, its middle there."""
    canvas.saveState()
    canvas.translate(middle - found.width / 2, top - found.height)
    # A picture's own paper is larger than its place, and would hide what stands beside it.
    place = canvas.beginPath()
    place.rect(0, 0, found.width, found.height)
    canvas.clipPath(place, stroke=0, fill=0)
    canvas.scale(found.scale, found.scale)
    if isinstance(found.drawn, Drawn):
        found.drawn.paint(canvas)
    else:
        _paint_image(canvas, found.drawn, found.width / found.scale, found.height / found.scale)
    canvas.restoreState()


def _paint_image(canvas: Any, png: bytes, width: float, height: float) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(io.BytesIO(png)), 0, 0, width, height)
