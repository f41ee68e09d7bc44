"""The picture as the page holds it: the same to look at, at a third of the size.

Graphviz writes each corner of each box and each attribute of each text. In a page the boxes are rectangles, cards of
one look share one gradient, and what is the same for all texts stands in the style sheet.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS_OF_BOX = 25
"""A box with round corners is eight curves."""
_DEFAULTS = {"font-size": "12", "fill": "#1b1f23", "stop-opacity": "1.", "stroke-width": "1"}
"""What the style sheet says of every text, and SVG of every shape."""
_ROUNDED = frozenset({"x", "y", "font-size", "stroke-width"})

Point = tuple[float, float]


def small_svg(text: str, *, in_own_colours: bool = False, name: str = "argmap") -> str:
    """Return the SVG that `to_svg` gave, smaller, without styles, and without what only a file of its own needs.

    Args:
        text: the SVG.
        in_own_colours: True for a theme that the page cannot make dark.
        name: what its ids begin with; pictures on one page need different ones.
    """
    ET.register_namespace("", _SVG[1:-1])
    root = ET.fromstring(text)  # noqa: S314 - written by this package: it holds no entities of its own to expand
    _strip_root(root, name)
    if in_own_colours:
        root.set("class", "own")
    gradients: dict[tuple[str, ...], ET.Element] = {}
    for parent in list(root.iter()):
        _strip_children(parent, gradients, name)
    if gradients:
        defs = ET.Element(f"{_SVG}defs")
        defs.extend(gradients.values())
        root.insert(0, defs)
    for element in root.iter():
        _shorten(element)
    # Texts and attributes hold no ">", which is written as an entity there.
    return ET.tostring(root, encoding="unicode", xml_declaration=False).replace(" />", "/>")


def _strip_root(root: ET.Element, name: str) -> None:
    """Take away the size, which the page sets, and the names, which the page says in its own words."""
    for attribute in ("style", "width", "height", "aria-labelledby", "aria-describedby", "lang", f"{_XML}lang"):
        root.attrib.pop(attribute, None)
    root.set("aria-label", "Picture of the argument")
    root.set("id", f"{name}-svg")


def _strip_children(parent: ET.Element, gradients: dict[tuple[str, ...], ET.Element], name: str) -> None:
    """Drop titles, which the labels repeat; share gradients, and make plain rectangles of drawn ones."""
    own: dict[str, str] = {}
    children: list[ET.Element] = []
    for child in parent:
        tag = child.tag.removeprefix(_SVG)
        if tag == "defs":
            own |= {gradient.get("id", ""): _shared(gradient, gradients, name) for gradient in child}
        elif tag not in {"title", "desc"}:
            children.append(_as_rectangle(child) if tag == "path" else child)
    for child in children:
        reference = child.get("fill", "")
        if reference.startswith("url(#"):
            child.set("fill", f"url(#{own[reference[5:-1]]})")
    parent[:] = children


def _shared(gradient: ET.Element, gradients: dict[tuple[str, ...], ET.Element], name: str) -> str:
    """Return the name of the one gradient with these colours; every gradient runs from left to right of its card."""
    key = tuple(f"{stop.get('offset')} {stop.get('stop-color')}" for stop in gradient)
    if key not in gradients:
        shared = ET.Element(f"{_SVG}linearGradient", {"id": f"{name}-g{len(gradients)}"})
        shared.extend(gradient)
        gradients[key] = shared
    return gradients[key].get("id", "")


def _as_rectangle(path: ET.Element) -> ET.Element:
    """Return the rectangle that the path draws; the path, with straight lines for straight curves, if it draws none."""
    points = _points(path.get("d", ""))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    ends = points[::3]
    on_edge = all(x in {left, right} or y in {top, bottom} for x, y in ends)
    if len(points) != _POINTS_OF_BOX or not on_edge or points[0] != points[-1]:
        path.set("d", _straightened(points))
        return path
    x, _ = points[0]
    box = {"x": left, "y": top, "width": right - left, "height": bottom - top, "rx": min(x - left, right - x)}
    path.tag = f"{_SVG}rect"
    del path.attrib["d"]
    path.attrib.update({name: _short(value) for name, value in box.items()})
    return path


def _points(drawn: str) -> list[Point]:
    numbers = [float(number) for number in _NUMBER.findall(drawn)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _straightened(points: list[Point]) -> str:
    """Return the curves as path data, those with nothing to bend them as lines."""
    parts = [f"M{_pair(points[0])}"]
    for start, first, second, end in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False):
        if first == start and second == end:
            parts.append(f"L{_pair(end)}")
        else:
            parts.append(f"C{_pair(first)} {_pair(second)} {_pair(end)}")
    return "".join(parts)


def _pair(point: Point) -> str:
    return f"{_short(point[0])},{_short(point[1])}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else "0"


def _shorten(element: ET.Element) -> None:
    """Take away what the style sheet or SVG says anyway, and digits that nobody can see."""
    if element.tag == f"{_SVG}text":
        for name in ("text-anchor", "font-family"):
            element.attrib.pop(name, None)
        if element.text == (element.text or "").strip():
            element.attrib.pop(f"{_XML}space", None)
    else:
        element.text = None
    element.tail = None
    if element.tag == f"{_SVG}g":
        _shorten_group(element)
    for name in _ROUNDED & element.attrib.keys():
        if _NUMBER.fullmatch(element.get(name, "")):
            element.set(name, _short(float(element.attrib[name])))
    for name, value in _DEFAULTS.items():
        if element.get(name) == value and (name != "fill" or element.tag == f"{_SVG}text"):
            del element.attrib[name]
    if "points" in element.attrib:
        element.set("points", " ".join(_pair(point) for point in _points(element.attrib["points"])))


def _shorten_group(group: ET.Element) -> None:
    group.attrib.pop("id", None)
    # The script makes cards buttons; without it nothing happens on them, so the keyboard need not stop there.
    group.attrib.pop("tabindex", None)
    if "data-step" in group.attrib and not any(child.tag == f"{_SVG}text" for child in group):
        group.attrib.pop("aria-hidden", None)  # there is nothing to read in a line
    if "data-see" not in group.attrib:
        group.attrib.pop("data-under", None)  # the script asks only where a claim is referred to
    if "class" in group.attrib:
        names = group.attrib["class"].split()
        group.set("class", " ".join(name for name in names if name not in {"node", "edge", "cluster"}))
