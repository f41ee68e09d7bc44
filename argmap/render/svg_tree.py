"""What Graphviz draws as SVG, read into a tree and written again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from argmap.render.text import well_formed

_PLAIN = re.compile("[ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What can stand in a text or an attribute as it is."""
_ENTITIES = {ord(character): f"&#{ord(character)};" for character in "\t\n\r"} | {ord('"'): "&quot;"}
_NAMESPACE = b' xmlns="http://www.w3.org/2000/svg"'
_STOP_COLOUR = re.compile(r"^stop-color:([^;]+);")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What Graphviz drew.

    Attributes:
        root: the whole; its tags have no namespace.
        groups: the groups in it, each with what Graphviz calls it, for example "c1->p0".
    """

    root: ET.Element
    groups: list[tuple[ET.Element, str]]


def read_svg(drawn: bytes, prefix: str) -> Drawing:
    """Return the drawing without comments, titles and styles; O(n).

    Gradients with the same colours become one: each runs from left to right of what it fills.

    Args:
        drawn: what Graphviz drew. It wrote it from text that was escaped, so it holds no entities of its own to expand.
        prefix: what to begin ids with, so that several pictures can stand in one document.
    """
    # Graphviz keeps the spaces of every text and names the namespace of every element. Who writes the tree says where a
    # space must be kept; and white space between elements would be a text of its own.
    bare = drawn.replace(_NAMESPACE, b"", 1).replace(b'<text xml:space="preserve"', b"<text").replace(b">\n<", b"><")
    root = ET.fromstring(bare)  # noqa: S314
    gradients: dict[tuple[tuple[str, str], ...], str] = {}
    groups = []
    for group in root.iter("g"):
        group.set("id", prefix + group.get("id", ""))
        called = ""
        while len(group) and group[0].tag in {"title", "defs"}:
            first = group[0]
            if first.tag == "title":
                called = first.text or ""
            else:
                _share(first, group, gradients, prefix)
            del group[0]
        groups.append((group, called))
    root.attrib = {"xmlns": _NAMESPACE[8:-1].decode(), **root.attrib}
    if gradients:
        root.insert(0, _defs(gradients))
    return Drawing(root, groups)


def _share(defs: ET.Element, group: ET.Element, gradients: dict[tuple[tuple[str, str], ...], str], prefix: str) -> None:
    """Let what is filled in the group refer to gradients that all share."""
    names = {}
    for gradient in defs:
        stops = tuple((stop.get("offset", ""), _stop_colour(stop)) for stop in gradient)
        names[f"url(#{gradient.get('id')})"] = gradients.setdefault(stops, f"{prefix}tint{len(gradients)}")
    for part in group:
        if (name := names.get(part.get("fill", ""))) is not None:
            part.set("fill", f"url(#{name})")


def _stop_colour(stop: ET.Element) -> str:
    """Return the colour as an attribute says it: a page may forbid styles."""
    match = _STOP_COLOUR.match(stop.get("style", ""))
    return match[1] if match else ""


def _defs(gradients: dict[tuple[tuple[str, str], ...], str]) -> ET.Element:
    defs = ET.Element("defs")
    for stops, name in gradients.items():
        gradient = ET.SubElement(defs, "linearGradient", {"id": name})
        for offset, colour in stops:
            ET.SubElement(gradient, "stop", {"offset": offset, "stop-color": colour})
    return defs


def as_text(root: ET.Element, *, between: str = "") -> str:
    """Return the tree as SVG text; O(n).

    Args:
        root: the tree.
        between: white space to put after each element.
    """
    parts: list[str] = []
    stack: list[ET.Element | str] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        attributes = "".join([f' {name}="{_escaped(value)}"' for name, value in element.items()])
        if len(element):
            parts.append(f"<{element.tag}{attributes}>{between}")
            stack.append(f"</{element.tag}>{between}")
            stack += element[::-1]
        elif element.text:
            parts.append(f"<{element.tag}{attributes}>{_escaped(element.text)}</{element.tag}>{between}")
        else:
            parts.append(f"<{element.tag}{attributes}/>{between}")
    return "".join(parts)


def _escaped(text: str) -> str:
    """Return what a text or an attribute says; ids of a map stand in both, and can hold what XML cannot."""
    if _PLAIN.fullmatch(text):
        return text
    return escape(well_formed(text), quote=False).translate(_ENTITIES)
