"""The picture as the page holds it: the same to look at, at less than half the size.

Graphviz writes each corner of each box and each attribute of each text. In a page the boxes are rectangles, cards of
one look share one gradient, and what is the same for all texts stands in the style sheet.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Unpack
from xml.etree import ElementTree as ET

from argmap.graph import ArgumentGraph
from argmap.model.collector import collector_paused
from argmap.render.build import build_picture
from argmap.render.cards import Picture
from argmap.render.drawing import draw_svg
from argmap.render.options import Options, PictureOptions
from argmap.render.svg import name_groups
from argmap.render.svg_tree import as_text, read_svg

_POINTS_OF_BOX = 25
"""A box with round corners is eight curves."""
_USUAL_PEN = "1"
"""What SVG says of every shape."""
_TEXT_DEFAULTS = (("text-anchor", "start"), ("font-size", "12.00"), ("fill", "#1b1f23"))
"""What the style sheet says of every text."""
_SMALL, _THICK = "9.00", "bold"
"""Text of this size is thick, but for legends: the style sheet says so, and a legend that it is not."""
_NEEDLESS = frozenset({"node", "edge", "cluster"})
"""Classes that Graphviz gives and no style asks for."""


def picture_in_page(
    graph: ArgumentGraph, *, in_own_colours: bool = False, name: str = "argmap", **options: Unpack[PictureOptions]
) -> str:
    """Return the picture of the map as SVG that can stand in a page.

    Args:
        graph: the structure of the map.
        in_own_colours: True for a theme that the page cannot make dark.
        name: what its ids begin with; pictures on one page need different ones.
        **options: see `PictureOptions`.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    wanted = Options(**options)
    drawn, picture = draw_svg(build_picture(graph, wanted), wanted)
    return small_svg(drawn, picture, in_own_colours=in_own_colours, name=name)


@collector_paused()
def small_svg(drawn: bytes, picture: Picture, *, in_own_colours: bool = False, name: str = "argmap") -> str:
    """Return what Graphviz drew, smaller, without styles, and without what only a file of its own needs.

    Args:
        drawn: what Graphviz drew.
        picture: what it drew it of.
        in_own_colours: as for `picture_in_page`.
        name: as for `picture_in_page`.
    """
    drawing = read_svg(drawn, f"{name}-")
    name_groups(drawing, picture)
    for group, _ in drawing.groups:
        _shorten_group(group)
    for part in drawing.root.iter():
        match part.tag:
            case "text":
                _shorten_text(part)
            case "path":
                _shorten_pen(part.attrib)
                _as_rectangle(part)
            case "polygon" | "polyline":
                _shorten_pen(part.attrib)
                part.attrib["points"] = " ".join(map(_pair, part.attrib["points"].split()))
    # The page sets the size, and says in its own words what the picture holds.
    drawing.root.attrib = {
        "xmlns": drawing.root.attrib["xmlns"],
        "viewBox": drawing.root.attrib["viewBox"],
        "role": "group",
        "preserveAspectRatio": "xMidYMid meet",
        "aria-label": "Picture of the argument",
        "id": f"{name}-svg",
    } | ({"class": "own"} if in_own_colours else {})
    return as_text(drawing.root)


def _as_rectangle(path: ET.Element) -> None:
    """Make the path a rectangle if it draws one, and else draw straight curves as straight lines."""
    points = path.attrib["d"][1:].replace("C", " ").split()
    box = _box(points)
    if box is None:
        path.attrib["d"] = _straightened(points)
        return
    path.tag = "rect"
    del path.attrib["d"]
    path.attrib |= {name: _rounded(value) for name, value in box.items()}


def _box(points: list[str]) -> dict[str, float] | None:
    """Return the rectangle that the curves draw; None if they draw anything else.

    Graphviz goes along one side, round the corner, along the next side, and so on, back to where it began.
    """
    if len(points) != _POINTS_OF_BOX or points[0] != points[-1]:
        return None
    ends = [point.split(",") for point in points[::3]]
    across, down, back, up = zip(ends[:8:2], ends[1::2], strict=True)
    if not (across[0][1] == across[1][1] and down[0][0] == down[1][0]):
        return None
    if not (back[0][1] == back[1][1] and up[0][0] == up[1][0]):
        return None
    x, y = map(float, ends[0])
    left, right = sorted((float(down[0][0]), float(up[0][0])))
    top, bottom = sorted((y, float(back[0][1])))
    return {"x": left, "y": top, "width": right - left, "height": bottom - top, "rx": min(x - left, right - x)}


def _straightened(points: list[str]) -> str:
    """Return the curves as path data, those with nothing to bend them as lines."""
    parts = [f"M{_pair(points[0])}"]
    for start, first, second, end in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False):
        if first == start and second == end:
            parts.append(f"L{_pair(end)}")
        else:
            parts.append(f"C{_pair(first)} {_pair(second)} {_pair(end)}")
    return "".join(parts)


def _pair(point: str) -> str:
    x, y = point.split(",")
    return f"{_short(x)},{_short(y)}"


@lru_cache(maxsize=1024)
def _short(number: str) -> str:
    """Return the number rounded; most come again soon, with what stands beside or below."""
    return _rounded(float(number))


def _rounded(value: float) -> str:
    """Return the number with one digit after the point, which is more than can be seen."""
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else "0"


def _shorten_pen(attributes: dict[str, str]) -> None:
    """Take away what SVG says anyway of the line, or else digits of its width that nobody can see."""
    if attributes.get("stroke") == "none":
        del attributes["stroke"]
    width = attributes.get("stroke-width")
    if width == _USUAL_PEN:
        del attributes["stroke-width"]
    elif width is not None:
        attributes["stroke-width"] = _short(width)


def _shorten_text(text: ET.Element) -> None:
    attributes = text.attrib
    attributes.pop("font-family", None)
    if text.text and text.text != text.text.strip():
        attributes["xml:space"] = "preserve"
    attributes["x"], attributes["y"] = _short(attributes["x"]), _short(attributes["y"])
    if attributes.get("font-size") == _SMALL and attributes.setdefault("font-weight", "normal") == _THICK:
        del attributes["font-weight"]
    for name, value in _TEXT_DEFAULTS:
        if attributes.get(name) == value:
            del attributes[name]
    if (size := attributes.get("font-size")) is not None:
        attributes["font-size"] = _short(size)


def _shorten_group(group: ET.Element) -> None:
    attributes = group.attrib
    attributes.pop("id", None)
    # The script makes cards buttons; without it nothing happens on them, so the keyboard need not stop there.
    attributes.pop("tabindex", None)
    if "data-step" in attributes and group.find("text") is None:
        attributes.pop("aria-hidden", None)  # there is nothing to read in a line
    if "data-see" not in attributes:
        attributes.pop("data-under", None)  # the script asks only where a claim is referred to
    attributes["class"] = _needed(attributes.get("class", ""))


@lru_cache(maxsize=256)
def _needed(classes: str) -> str:
    """Return those of the classes that some style asks for; few lists of classes come again and again."""
    return " ".join([name for name in classes.split() if name not in _NEEDLESS])
