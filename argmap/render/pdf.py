"""From Graphviz's drawing operations to a one-page PDF document: vector lines and text that can be selected."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.render.cards import Picture
from argmap.render.dot import PAD
from argmap.render.positions import Frame, read_frame
from argmap.render.text import clean
from argmap.render.theme import CHIPS

_STRUCK = 32
"""The bit by which Graphviz marks text that is struck out."""
_WITHOUT_ICONS = str.maketrans("", "", "".join(style.icon for style in CHIPS.values()))
"""Takes away the signs of chips: Symbol and ZapfDingbats have them, which every PDF viewer has as well."""


def paint_pdf(drawn: bytes, picture: Picture) -> bytes:
    """Return the document; equal drawings give equal bytes.

    Args:
        drawn: what Graphviz wrote as -Tjson.
        picture: what it drew it of.
    """
    layout = Drawn(json.loads(drawn))
    canvas, buffer = new_canvas((layout.width, layout.height), picture.title, picture.language)
    layout.paint(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What Graphviz wrote as -Tjson, which can be painted on any canvas.

    Attributes:
        layout: what it wrote.
        margin: the room around it, in points.
    """

    layout: dict[str, Any]
    margin: float = PAD

    @property
    def width(self) -> float:
        """How wide it is with its margins, in points."""
        left, _, right, _ = self._box
        return right - left + 2 * self.margin

    @property
    def height(self) -> float:
        """How high it is with its margins, in points."""
        _, bottom, _, top = self._box
        return top - bottom + 2 * self.margin

    @property
    def _box(self) -> Frame:
        return read_frame(self.layout["bb"])

    def paint(self, canvas: Any) -> None:
        """Paint it, with its lower left corner where the canvas begins."""
        left, bottom, _, _ = self._box
        canvas.translate(self.margin - left, self.margin - bottom)
        painter = _Painter(canvas)
        for operations in _operations(self.layout):
            painter.paint(operations)


def image_pdf(png: bytes, width: float, height: float, picture: Picture) -> bytes:
    """Return a document whose page is the image: for text that the fonts of every PDF viewer do not have.

    Args:
        png: the image.
        width: of the page, in points.
        height: of the page, in points.
        picture: what the image shows.
    """
    from reportlab.lib.utils import ImageReader

    canvas, buffer = new_canvas((width, height), picture.title, picture.language)
    canvas.drawImage(ImageReader(io.BytesIO(png)), 0, 0, width, height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def can_be_text(picture: Picture) -> bool:
    """Tell whether the fonts that every PDF viewer has can show all texts of the picture."""
    return all(is_plain(text.translate(_WITHOUT_ICONS)) for text in picture.texts())


def is_plain(text: str) -> bool:
    """Tell whether the fonts that every PDF viewer has can show the text."""
    try:
        clean(text).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def new_canvas(size: tuple[float, float], title: str, language: str) -> tuple[Any, io.BytesIO]:
    """Return a canvas for a document without a date, and where it is written to.

    Args:
        size: of its pages, in points.
        title: clean text.
        language: BCP 47 language of the texts; "" if it is not known.
    """
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    # `invariant` leaves out the date and whatever else would differ between two runs.
    canvas = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, lang=language or None)
    canvas.setTitle(title)
    canvas.setCreator("argmap")
    return canvas, buffer


def _operations(layout: Mapping[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """Yield the drawing operations from back to front: paper, brackets, lines, cards and pills, title."""
    objects = layout.get("objects", ())
    clusters = [thing for thing in objects if thing["name"].startswith("cluster_")]
    nodes = [thing for thing in objects if not thing["name"].startswith("cluster_")]
    for things in ([layout], clusters, layout.get("edges", ()), nodes):
        for thing in things:
            for name in ("_draw_", "_hdraw_", "_tdraw_"):
                yield thing.get(name, [])
    for thing in (layout, *nodes):
        yield thing.get("_ldraw_", [])


class _Painter:
    """Paints drawing operations; each element starts with plain strokes and no gradient."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.fill: dict[str, Any] = {"grad": "none", "color": "#000000"}
        self.font = ("Helvetica", 12.0)
        self.flags = 0

    def paint(self, operations: Iterable[dict[str, Any]]) -> None:
        self.canvas.setDash()
        self.canvas.setLineWidth(1)
        self.flags = 0
        for operation in operations:
            self._paint_one(operation)

    def _paint_one(self, operation: dict[str, Any]) -> None:
        match operation["op"]:
            case "c":
                self.canvas.setStrokeColor(_colour(operation.get("color", "#000000")))
                self.pen = operation.get("color", "#000000")
            case "C":
                self.fill = operation
            case "S":
                self._style(operation["style"])
            case "F":
                self.font = ("Helvetica", float(operation["size"]))
            case "t":
                self.flags = int(operation["fontchar"])
            case "T":
                self._text(operation)
            case "p" | "P" | "L":
                self._shape(operation["points"], operation["op"], curved=False)
            case "b" | "B":
                self._shape(operation["points"], operation["op"], curved=True)
            case "e" | "E":
                x, y, rx, ry = operation["rect"]
                self._fill_colour()
                self.canvas.ellipse(x - rx, y - ry, x + rx, y + ry, stroke=1, fill=operation["op"] == "E")
            case _:
                pass

    def _style(self, style: str) -> None:
        if style.startswith("setlinewidth("):
            self.canvas.setLineWidth(float(style[13:-1]))
        elif style == "dashed":
            self.canvas.setDash(5, 2.5)
        elif style == "dotted":
            self.canvas.setDash(1, 3)
        else:
            self.canvas.setDash()

    def _fill_colour(self) -> None:
        self.canvas.setFillColor(_colour(self.fill.get("color", "#000000")))

    def _shape(self, points: list[list[float]], operation: str, *, curved: bool) -> None:
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        if curved:
            for number in range(1, len(points) - 2, 3):
                path.curveTo(*points[number], *points[number + 1], *points[number + 2])
        else:
            for point in points[1:]:
                path.lineTo(*point)
        filled = operation in {"P", "B"}
        if filled or operation == "p":
            path.close()
        if not filled:
            self.canvas.drawPath(path, stroke=1, fill=0)
        elif self.fill["grad"] == "none":
            self._fill_colour()
            self.canvas.drawPath(path, stroke=1, fill=1)
        else:
            self._striped(path, points)

    def _striped(self, path: Any, points: list[list[float]]) -> None:
        """Fill the card with its tint and its left edge with the stripe: the gradient is a step, not a slope."""
        stops = self.fill["stops"]
        (left, _), (right, _) = self.fill["p0"], self.fill["p1"]
        low, high = min(y for _, y in points), max(y for _, y in points)
        edge = left + (right - left) * stops[0]["frac"]
        self.canvas.saveState()
        self.canvas.clipPath(path, stroke=0, fill=0)
        for colour, start, end in ((stops[0]["color"], left, edge), (stops[-1]["color"], edge, right)):
            self.canvas.setFillColor(_colour(colour))
            self.canvas.rect(start, low, end - start, high - low, stroke=0, fill=1)
        self.canvas.restoreState()
        self.canvas.drawPath(path, stroke=1, fill=0)

    def _text(self, operation: dict[str, Any]) -> None:
        text, size = operation["text"], self.font[1]
        name = {0: "Helvetica", 1: "Helvetica-Bold", 2: "Helvetica-Oblique", 3: "Helvetica-BoldOblique"}[self.flags & 3]
        x, y = operation["pt"]
        width = self.canvas.stringWidth(text, name, size)
        x -= {"l": 0.0, "c": width / 2, "r": width}[operation["align"]]
        self.canvas.setFillColor(_colour(self.pen))
        self.canvas.setFont(name, size)
        self.canvas.drawString(x, y, text)
        if self.flags & _STRUCK:
            self.canvas.setStrokeColor(_colour(self.pen))
            self.canvas.setLineWidth(size / 16)
            self.canvas.line(x, y + size * 0.28, x + width, y + size * 0.28)


def _colour(name: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(name, hasAlpha=len(name) == 9)
