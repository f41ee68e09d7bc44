"""The picture as the page holds it: the same to look at, at a third of the size.

Graphviz writes each corner of each box and each attribute of each text. In a page the boxes are rectangles, cards of
one look share one gradient, and what is the same for all texts stands in the style sheet.
"""

from __future__ import annotations

import re
from typing import Unpack

from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.render.build import build_picture
from argmap.render.cards import Picture
from argmap.render.drawing import draw_svg
from argmap.render.options import Options, PictureOptions
from argmap.render.svg import name_groups
from argmap.render.svg_tree import Element, as_text, read_svg

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NUMBERS_OF_BOX = 50
"""A box with round corners is eight curves, which are 25 points."""
_DEFAULTS = {"font-size": "12", "fill": "#1b1f23", "stop-opacity": "1.", "stroke-width": "1"}
"""What the style sheet says of every text, and SVG of every shape."""
_ROUNDED = ("x", "y", "font-size", "stroke-width")
_NEEDLESS = frozenset({"node", "edge", "cluster"})
"""Classes that Graphviz gives and no style asks for."""


def picture_in_page(
    argument_map: ArgumentMap, *, in_own_colours: bool = False, name: str = "argmap", **options: Unpack[PictureOptions]
) -> str:
    """Return the picture of the map as SVG that can stand in a page.

    Args:
        argument_map: the map.
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
    drawn, picture = draw_svg(build_picture(argument_map, wanted), wanted)
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
    root = read_svg(drawn)
    name_groups(root, picture)
    # The page sets the size, and says in its own words what the picture holds.
    root.attributes = {
        "xmlns": root.attributes["xmlns"],
        "viewBox": root.attributes["viewBox"],
        "role": "group",
        "preserveAspectRatio": "xMidYMid meet",
        "aria-label": "Picture of the argument",
        "id": f"{name}-svg",
    } | ({"class": "own"} if in_own_colours else {})
    gradients: dict[tuple[str, ...], Element] = {}
    for element in root.walk():
        match element.tag:
            case "g":
                _share_gradients(element, gradients, name)
                _shorten_group(element)
            case "text":
                _shorten_text(element)
            case "path":
                _as_rectangle(element)
            case "polygon" | "polyline":
                numbers = _numbers(element.attributes["points"])
                element.attributes["points"] = " ".join(map(_pair, numbers[::2], numbers[1::2]))
        _shorten(element)
    if gradients:
        root.children.insert(0, Element("defs", {}, list(gradients.values())))
    return as_text(root)


def _share_gradients(group: Element, gradients: dict[tuple[str, ...], Element], name: str) -> None:
    """Let all of one look have one gradient; every gradient runs from left to right of its card."""
    own: dict[str, str] = {}
    for defs in [child for child in group.children if child.tag == "defs"]:
        own |= {gradient.attributes["id"]: _shared(gradient, gradients, name) for gradient in defs.children}
        group.children.remove(defs)
    for child in group.children if own else ():
        if (fill := child.attributes.get("fill", "")).startswith("url(#"):
            child.attributes["fill"] = f"url(#{own[fill[5:-1]]})"


def _shared(gradient: Element, gradients: dict[tuple[str, ...], Element], name: str) -> str:
    """Return the name of the one gradient with these colours."""
    key = tuple(f"{stop.attributes.get('offset')} {stop.attributes.get('stop-color')}" for stop in gradient.children)
    if key not in gradients:
        for stop in gradient.children:
            _shorten(stop)
        gradients[key] = Element("linearGradient", {"id": f"{name}-g{len(gradients)}"}, gradient.children)
    return gradients[key].attributes["id"]


def _as_rectangle(path: Element) -> None:
    """Make the path a rectangle if it draws one, and else draw straight curves as straight lines."""
    numbers = _numbers(path.attributes["d"])
    box = _box(numbers) if len(numbers) == _NUMBERS_OF_BOX else None
    if box is None:
        path.attributes["d"] = _straightened(numbers)
        return
    path.tag = "rect"
    del path.attributes["d"]
    path.attributes |= {name: _short(value) for name, value in box.items()}


def _box(numbers: list[float]) -> dict[str, float] | None:
    """Return the rectangle that eight curves draw; None if they draw anything else."""
    xs, ys = numbers[::2], numbers[1::2]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    ends = zip(xs[::3], ys[::3], strict=True)
    on_edge = all(x in {left, right} or y in {top, bottom} for x, y in ends)
    if not on_edge or xs[0] != xs[-1] or ys[0] != ys[-1]:
        return None
    return {"x": left, "y": top, "width": right - left, "height": bottom - top, "rx": min(xs[0] - left, right - xs[0])}


def _straightened(numbers: list[float]) -> str:
    """Return the curves as path data, those with nothing to bend them as lines."""
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    parts = [f"M{_pair(*points[0])}"]
    for start, first, second, end in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False):
        if first == start and second == end:
            parts.append(f"L{_pair(*end)}")
        else:
            parts.append(f"C{_pair(*first)} {_pair(*second)} {_pair(*end)}")
    return "".join(parts)


def _numbers(drawn: str) -> list[float]:
    return list(map(float, _NUMBER.findall(drawn)))


def _pair(x: float, y: float) -> str:
    return f"{_short(x)},{_short(y)}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else "0"


def _shorten(element: Element) -> None:
    """Take away what the style sheet or SVG says anyway, and digits that nobody can see."""
    attributes = element.attributes
    for name in _ROUNDED:
        if name in attributes:
            attributes[name] = _short(float(attributes[name]))
    for name, value in _DEFAULTS.items():
        if attributes.get(name) == value and (name != "fill" or element.tag == "text"):
            del attributes[name]


def _shorten_text(text: Element) -> None:
    for name in ("text-anchor", "font-family"):
        text.attributes.pop(name, None)
    if text.text == text.text.strip():
        text.attributes.pop("xml:space", None)


def _shorten_group(group: Element) -> None:
    attributes = group.attributes
    attributes.pop("id", None)
    # The script makes cards buttons; without it nothing happens on them, so the keyboard need not stop there.
    attributes.pop("tabindex", None)
    if "data-step" in attributes and not any(child.tag == "text" for child in group.children):
        attributes.pop("aria-hidden", None)  # there is nothing to read in a line
    if "data-see" not in attributes:
        attributes.pop("data-under", None)  # the script asks only where a claim is referred to
    attributes["class"] = " ".join([name for name in attributes["class"].split() if name not in _NEEDLESS])
