"""From a sheet to a PDF document: slabs are set on pages, pages are painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from argmap.render import theme
from argmap.render.pdf import new_canvas
from argmap.render.sheet.blocks import Sheet
from argmap.render.sheet.lines import Line, TypeCase
from argmap.render.sheet.paper import UPRIGHT, Paper
from argmap.render.sheet.slab import Slab, space
from argmap.render.sheet.slabs import EDGE, SOFT, find_slabs
from argmap.render.text import clean, shorten

_WIDTH = UPRIGHT.inner_width
_BETWEEN = 20.0
_WHOLE = 0.6
"""A list that takes up no more of a page than this is not cut in two."""
_DATE = 120.0


@dataclass(frozen=True, slots=True)
class _Page:
    slabs: Sequence[Slab]
    paper: Paper


def paint_sheet(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF document of A4 pages; equal sheets give equal bytes.

    Text can be selected, but for lines with letters that the fonts of every PDF viewer lack: these are images, as in
    the pictures of `to_pdf`.

    Raises:
        RendererNotFoundError: there is no Graphviz program, which pictures and such lines need.
        RenderError: a picture is too large, or the program failed or ran out of time.
    """
    case = TypeCase()
    head = _Head(sheet, case)
    parts = [_kept_whole(find_slabs(part, case, _WIDTH)) for part in sheet.parts]
    pages = list(_with_leaves(_pages(parts, head.height)))
    foot = case.set_lines(shorten(clean(sheet.title), 80), 8, _WIDTH - 80, colour=theme.MUTED)[:1]
    canvas, buffer = new_canvas((UPRIGHT.width, UPRIGHT.height), clean(sheet.title), sheet.language)
    for number, page in enumerate(pages, 1):
        canvas.setPageSize((page.paper.width, page.paper.height))
        top = page.paper.top
        if number == 1:
            head.paint(canvas, top)
            top -= head.height
        for slab in page.slabs:
            slab.paint(canvas, page.paper.side, top)
            top -= slab.height
        _paint_foot(canvas, case, page.paper, foot, f"{number} / {len(pages)}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _kept_whole(groups: Sequence[list[Slab]]) -> list[Slab]:
    """Return the slabs so that what is short stays on one page: the part, or else each of its groups.

    Who looks at a picture, or draws one, should not have to turn the page; so a part with one stays whole if it can. Of
    a long list no row stands alone at its end.
    """
    if len(groups) > 1 and sum(slab.height for group in groups for slab in group) <= UPRIGHT.inner_height:
        return [replace(slab, is_kept=True) for slab in chain.from_iterable(groups)]
    kept: list[Slab] = []
    for group in groups:
        is_short = sum(slab.height for slab in group) <= _WHOLE * UPRIGHT.inner_height
        first = 0 if is_short else len(group) - 2
        kept += [replace(slab, is_kept=True) if number >= first else slab for number, slab in enumerate(group[:-1])]
        kept += group[-1:]
    return kept


def _pages(parts: Iterable[Sequence[Slab]], head: float) -> Iterator[list[Slab]]:
    """Yield the slabs of each page; there is one at least."""
    page: list[Slab] = []
    room = UPRIGHT.inner_height - head
    for part in parts:
        if page:
            page.append(space(_BETWEEN))
            room -= _BETWEEN
        for chunk in _chunks(part):
            height = sum(slab.height for slab in chunk)
            if height > room and page:
                yield page
                page, room = [], UPRIGHT.inner_height
            for slab in chunk:
                if slab.height > room and page:
                    yield page
                    page, room = [], UPRIGHT.inner_height
                page.append(slab)
                room -= slab.height
    yield page


def _with_leaves(pages: Iterable[Sequence[Slab]]) -> Iterator[_Page]:
    """Yield the pages, and behind each the leaves of what stands on it."""
    for slabs in pages:
        yield _Page(slabs, UPRIGHT)
        yield from (_Page((slab.leaf.slab,), slab.leaf.paper) for slab in slabs if slab.leaf is not None)


def _chunks(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Yield what has to stand on one page."""
    chunk: list[Slab] = []
    for slab in slabs:
        chunk.append(slab)
        if not slab.is_kept:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Head:
    """The top of the first page: the title, and room for the date."""

    def __init__(self, sheet: Sheet, case: TypeCase) -> None:
        self.sheet, self.case = sheet, case
        width = _WIDTH - (_DATE + 20 if sheet.is_dated else 0)
        self.title = case.set_lines(clean(sheet.title), 19, width, bold=True)
        self.kicker = case.set_lines(clean(sheet.kicker), 9, width, colour=theme.MUTED)
        self.height = sum(line.height for line in (*self.title, *self.kicker)) + 24

    def paint(self, canvas: Any, top: float) -> None:
        left, right, start = UPRIGHT.side, UPRIGHT.side + _WIDTH, top
        for line in (*self.kicker, *self.title):
            self.case.paint(canvas, line, left, top)
            top -= line.height
        canvas.setStrokeColor(SOFT)
        canvas.setLineWidth(1)
        canvas.line(left, top - 6, right, top - 6)
        if self.sheet.is_dated:
            canvas.setFillColor(theme.MUTED)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(right - _DATE, start - 26, "Date")
            canvas.setStrokeColor(EDGE)
            canvas.setLineWidth(0.7)
            canvas.line(right - _DATE + 24, start - 28, right, start - 28)


def _paint_foot(canvas: Any, case: TypeCase, paper: Paper, title: Sequence[Line], number: str) -> None:
    for line in title:
        case.paint(canvas, line, paper.side, paper.below - 16)
    canvas.setFillColor(theme.MUTED)
    canvas.setFont("Helvetica", 8)
    canvas.drawRightString(paper.width - paper.side, paper.below - 24, number)
