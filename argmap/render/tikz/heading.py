"""The title and the legend as commands of TikZ, line by line where Graphviz set them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.render.text import text_width
from argmap.render.tikz.escape import escape_tex
from argmap.render.tikz.places import Places, at, number


def heading_lines(places: Places) -> Iterator[str]:
    """Yield the commands of the title and the legend."""
    pen = _Pen()
    for operation in places.heading:
        yield from pen.draw(operation)


@dataclass(slots=True)
class _Pen:
    """What the drawing operations so far have set."""

    ink: str = "#000000"
    fill: str = "#FFFFFF"
    size: float = 12.0
    bold: bool = False
    dashed: bool = False
    middle: float | None = None
    """The middle of the box that the next text stands in; None if it stands in none."""

    def draw(self, operation: Mapping[str, Any]) -> Iterator[str]:
        match operation["op"]:
            case "c":
                self.ink = operation["color"]
            case "C":
                self.fill = operation["color"]
            case "S":
                self.dashed = operation["style"] == "dashed"
            case "F":
                self.size = float(operation["size"])
            case "t":
                self.bold = bool(int(operation["fontchar"]) & 1)
            case "b" | "p":
                yield self._box(operation["points"])
            case "T" if operation["text"].strip():
                yield self._text(operation["text"].strip(), *operation["pt"])
            case _:
                pass

    def _box(self, points: list[list[float]]) -> str:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.middle = (min(xs) + max(xs)) / 2
        dash = ", dash pattern=on 4bp off 2bp" if self.dashed else ""
        corners = f"{at((min(xs), min(ys)))} rectangle {at((max(xs), max(ys)))}"
        return rf"\argmapkind{{{_rgb(self.fill)}}}{{{_rgb(self.ink)}}}{{argmap frame{dash}}}{{{corners}}}"

    def _text(self, text: str, x: float, y: float) -> str:
        place = f"{number(self.middle or x)},{number(y)}"
        anchor = "base" if self.middle else "base west"
        self.middle = None
        width = text_width(text, self.size, bold=self.bold)
        font = (r"\bfseries" if self.bold else "") + rf"\fontsize{{{self.size:g}}}{{{self.size:g}}}\selectfont"
        # TeX takes several spaces for one.
        spaced = r"\enspace ".join(escape_tex(part.strip()) for part in text.split("   "))
        return (
            rf"\argmaplegend{{{place}}}{{{anchor}}}{{{number(width)}}}{{{_rgb(self.ink)}}}"
            rf"{{{font}}}{{{spaced}}}"
        )


def _rgb(colour: str) -> str:
    return colour[1:7].upper()
