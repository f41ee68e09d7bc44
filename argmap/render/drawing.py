"""From a picture to a file of it: SVG, PNG, PDF, DOT, TikZ or Mermaid."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.render.cards import Picture
from argmap.render.dot import PAD, PAD_IN_COLUMNS, dot_text
from argmap.render.engine import find_other_program, run_graphviz
from argmap.render.errors import PictureOptionError, RenderError
from argmap.render.layout import lay_out, plan_unseen
from argmap.render.letters import TEX_BOXES, missing_letters, warn_of_letters
from argmap.render.mermaid import picture_as_mermaid
from argmap.render.options import Options, Orientation
from argmap.render.tiers import Layout

if TYPE_CHECKING:
    from argmap.render.pdf import Drawn

_MOST_PIXELS = 60_000_000
"""A larger image takes more than a gigabyte of memory to draw."""
_DPI = 144
_PAGE_DPI = 300
_MARGIN_ON_PAGE = 2.0
"""The room around a picture that stands in a page, in points: the page has margins of its own."""


def picture_as_dot(picture: Picture, options: Options) -> str:
    """Return the picture as DOT text; needs no program."""
    return dot_text(picture.with_layers_in_words(), plan_unseen(picture, options.direction))


def picture_as_svg(picture: Picture, options: Options) -> str:
    """Return the picture as SVG text."""
    from argmap.render.svg import finish_svg

    return finish_svg(*draw_svg(picture, options))


def draw_svg(picture: Picture, options: Options) -> tuple[bytes, Picture]:
    """Return the picture as Graphviz draws it, and what of it is drawn where: a claim may stand in several places."""
    layout = lay_out(picture, options)
    return _draw(layout, "svg", options), layout.picture


def picture_as_png(picture: Picture, options: Options, dpi: int = _DPI) -> bytes:
    """Return the picture as a PNG image of so many pixels per inch."""
    if dpi < 10:
        raise PictureOptionError(f"found {dpi} dpi, expected 10 or more")
    return _draw_png(lay_out(picture, options), dpi, options)


@dataclass(frozen=True, slots=True)
class OnPage:
    """A picture to be painted into a page.

    Attributes:
        drawn: what to paint; a PNG image where the fonts of every PDF viewer do not have its letters.
        width: of the place that it takes up, in points.
        height: of the place that it takes up, in points.
        scale: the size in which it is painted, 1 for that in which it is drawn.
        place: the place that was chosen, by its number from 0.
    """

    drawn: Drawn | bytes
    width: float
    height: float
    scale: float
    place: int


def picture_on_page(
    picture: Picture, options: Options, places: Sequence[tuple[float, float]], wanted: float, largest: float
) -> OnPage:
    """Return the picture to be painted into a page.

    It takes the first place in which it has the scale that is wanted, or else the one in which it has the largest; of
    upright and sideways layouts it is the one that is larger there.

    Args:
        picture: the picture.
        options: whose orientation auto is what fits the place.
        places: width and height of the places for it, in points.
        wanted: a scale that is large enough.
        largest: the scale to keep below.
    """
    from argmap.render.pdf import Drawn, can_be_text

    ways = (Orientation.UP, Orientation.LEFT) if options.direction is Orientation.AUTO else (options.direction,)
    layouts = [lay_out(picture, replace(options, orientation=way)) for way in ways]
    if not can_be_text(picture):
        scale, layout, place = _best_fit(layouts, places, 0, wanted, largest)
        image = _draw_for_page(layout, options)
        return OnPage(image, layout.width * scale, layout.height * scale, scale, place)
    pad = PAD_IN_COLUMNS if options.direction is Orientation.COLUMNS else PAD
    scale, layout, place = _best_fit(layouts, places, 2 * (pad - _MARGIN_ON_PAGE), wanted, largest)
    drawn = Drawn(json.loads(_draw(layout, "json", options)), _MARGIN_ON_PAGE)
    return OnPage(drawn, drawn.width * scale, drawn.height * scale, scale, place)


def _best_fit(
    layouts: Sequence[Layout], places: Sequence[tuple[float, float]], spared: float, wanted: float, largest: float
) -> tuple[float, Layout, int]:
    """Return the scale, the layout and the number of the place.

    Args:
        layouts: what there is to choose from.
        places: width and height of the places.
        spared: by how much layouts are narrower and lower than they say, in points.
        wanted: a scale that is large enough.
        largest: the scale to keep below.
    """
    best = (0.0, layouts[0], 0)
    for number, (width, height) in enumerate(places):
        for layout in layouts:
            fits = min(largest, width / (layout.width - spared), height / (layout.height - spared))
            if fits > best[0]:
                best = (fits, layout, number)
        if best[0] >= wanted:
            break
    return best


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
    from argmap.render.tikz import lacking_letters

    layout = lay_out(picture, options)
    if lacking := lacking_letters(layout.picture.texts()):
        warn_of_letters(lacking, TEX_BOXES)
    return _draw(layout, "json", options), layout.picture


def _draw_for_page(layout: Layout, options: Options) -> bytes:
    most = int(72 * (_MOST_PIXELS / (layout.width * layout.height)) ** 0.5)
    return _draw_png(layout, min(_PAGE_DPI, most), options)


def _draw_png(layout: Layout, dpi: int, options: Options) -> bytes:
    pixels = layout.width * layout.height * (dpi / 72) ** 2
    if pixels > _MOST_PIXELS:
        raise RenderError(
            f"the image would have {pixels / 1e6:.0f} million pixels, expected at most {_MOST_PIXELS / 1e6:.0f} "
            "(lower dpi, draw SVG or PDF, or draw a part, by focus or depth)"
        )
    missing = missing_letters(layout.picture.texts())
    other = find_other_program() if missing else None
    if missing and other is None:
        warn_of_letters(missing)
    return _draw(layout, "png", options, f"-Gdpi={dpi}", program=other)
