"""From a picture to a file of it: SVG, PNG, PDF, DOT, TikZ or Mermaid."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.render.cards import Picture
from argmap.render.dot import dot_text
from argmap.render.engine import find_other_program, run_graphviz
from argmap.render.errors import PictureOptionError, RenderError
from argmap.render.layout import lay_out, plan_unseen
from argmap.render.letters import TEX_BOXES, LettersWarning, missing_letters
from argmap.render.mermaid import picture_as_mermaid
from argmap.render.options import Options, Orientation
from argmap.render.tiers import Layout

if TYPE_CHECKING:
    from argmap.render.pdf import Drawn

_MOST_PIXELS = 60_000_000
"""A larger image takes more than a gigabyte of memory to draw."""
_DPI = 144
_USER = 4
"""How many calls lie between a warning and the function that a user calls."""
_PAGE_DPI = 300


def picture_as_dot(picture: Picture, options: Options) -> str:
    """Return the picture as DOT text; needs no program."""
    return dot_text(picture.with_layers_in_words(), plan_unseen(picture, options.direction))


def picture_as_svg(picture: Picture, options: Options) -> str:
    """Return the picture as SVG text."""
    from argmap.render.svg import finish_svg

    layout = lay_out(picture, options)
    return finish_svg(_draw(layout, "svg", options), layout.picture)


def picture_as_png(picture: Picture, options: Options, dpi: int = _DPI) -> bytes:
    """Return the picture as a PNG image of so many pixels per inch."""
    if dpi < 10:
        raise PictureOptionError(f"found {dpi} dpi, expected 10 or more")
    return _draw_png(lay_out(picture, options), dpi, options)


def picture_on_page(
    picture: Picture, options: Options, room: tuple[float, float]
) -> tuple[Drawn | bytes, float, float]:
    """Return the picture to be painted into a page, with its width and height in points.

    Of upright and sideways layouts it is the one whose text is larger in the room that there is. It is a PNG image
    where the fonts of every PDF viewer do not have its letters.

    Args:
        picture: the picture.
        options: whose orientation auto is what fits the room.
        room: width and height of the place for it, in points.
    """
    from argmap.render.pdf import Drawn, can_be_text

    ways = (Orientation.UP, Orientation.LEFT) if options.direction is Orientation.AUTO else (options.direction,)
    layouts = [lay_out(picture, replace(options, orientation=way)) for way in ways]
    layout = max(layouts, key=lambda one: min(room[0] / one.width, room[1] / one.height))
    if can_be_text(picture):
        drawn = Drawn(json.loads(_draw(layout, "json", options)))
        return drawn, drawn.width, drawn.height
    return _draw_for_page(layout, options), layout.width, layout.height


def picture_as_pdf(picture: Picture, options: Options) -> bytes:
    """Return the picture as a PDF document of one page."""
    from argmap.render.pdf import can_be_text, image_pdf, paint_pdf

    layout = lay_out(picture, options)
    if can_be_text(picture):
        return paint_pdf(_draw(layout, "json", options), layout.picture)
    return image_pdf(_draw_for_page(layout, options), layout.width, layout.height, picture)


def picture_as_tikz(picture: Picture, options: Options) -> str:
    """Return the picture as a tikzpicture for a LaTeX document to hold."""
    from argmap.render.tikz import tikz_text

    return tikz_text(*_draw_for_tex(picture, options))


def picture_as_tex(picture: Picture, options: Options) -> str:
    """Return the picture as a LaTeX document of one page."""
    from argmap.render.tikz import document_text

    return document_text(*_draw_for_tex(picture, options))


PICTURE_WRITERS: Mapping[str, Callable[[Picture, Options], bytes | str]] = MappingProxyType(
    {
        ".svg": picture_as_svg,
        ".png": picture_as_png,
        ".pdf": picture_as_pdf,
        ".dot": picture_as_dot,
        ".gv": picture_as_dot,
        ".tex": picture_as_tex,
        ".tikz": picture_as_tikz,
        ".mmd": picture_as_mermaid,
        ".mermaid": picture_as_mermaid,
    }
)
"""The ending of a file to what draws a picture into it."""


def check_ending(path: Path, endings: Collection[str]) -> str:
    """Return the ending of the file, in lower case.

    Raises:
        PictureOptionError: it is none of those that are known.
    """
    ending = path.suffix.lower()
    if ending not in endings:
        found = f"found ending {ending!r}" if ending else "found no ending"
        raise PictureOptionError(f"{path.name}: {found}, expected one of {', '.join(endings)}")
    return ending


def _draw(layout: Layout, output: str, options: Options, *settings: str, program: str | None = None) -> bytes:
    every = (*layout.settings, *settings)
    return run_graphviz(layout.dot, output, time_limit=options.time_limit, settings=every, program=program)


def _draw_for_tex(picture: Picture, options: Options) -> tuple[bytes, Picture]:
    """Return what Graphviz drew, and what it drew it of; tell of letters that TeX's usual fonts lack."""
    from argmap.render.tikz import lacking_letters, picture_texts

    layout = lay_out(picture, options)
    if lacking := lacking_letters(picture_texts(layout.picture)):
        warnings.warn(LettersWarning(lacking, TEX_BOXES), stacklevel=_USER)
    return _draw(layout, "json", options), layout.picture


def _draw_for_page(layout: Layout, options: Options) -> bytes:
    most = int(72 * (_MOST_PIXELS / (layout.width * layout.height)) ** 0.5)
    return _draw_png(layout, min(_PAGE_DPI, most), options)


def _draw_png(layout: Layout, dpi: int, options: Options) -> bytes:
    pixels = layout.width * layout.height * (dpi / 72) ** 2
    if pixels > _MOST_PIXELS:
        raise RenderError(
            f"the image would have {pixels / 1e6:.0f} million pixels, expected at most {_MOST_PIXELS / 1e6:.0f} "
            "(lower dpi, draw SVG or PDF, or draw a part with focus= or depth=)"
        )
    missing = missing_letters(_texts(layout.picture))
    other = find_other_program() if missing else None
    if missing and other is None:
        warnings.warn(LettersWarning(missing), stacklevel=_USER)
    return _draw(layout, "png", options, f"-Gdpi={dpi}", program=other)


def _texts(picture: Picture) -> Iterator[str]:
    yield picture.title
    for card in picture.cards:
        yield from (card.text, card.gap, card.was, *(chip.text for chip in card.chips))
    for pill in picture.pills:
        yield from (chip.text for chip in pill.chips)
