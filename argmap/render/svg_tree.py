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
_GRADIENT = re.compile(
    b'<defs><linearGradient id="(?P<id>[^"]*)"[^>]*>(?P<stops>(?:<stop [^>]*/>)*)</linearGradient></defs>'
)
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
    gradients = _Gradients(prefix)
    root = ET.fromstring(_GRADIENT.sub(gradients.take, bare))  # noqa: S314
    groups = []
    for group in root.iter("g"):
        group.set("id", prefix + group.get("id", ""))
        called = ""
        if len(group) and group[0].tag == "title":
            called = group[0].text or ""
            del group[0]
        groups.append((group, called))
    for path in root.iter("path"):
        if (name := gradients.names.get(path.get("fill", ""))) is not None:
            path.set("fill", f"url(#{name})")
    root.attrib = {"xmlns": _NAMESPACE[8:-1].decode(), **root.attrib}
    if gradients.shared:
        root.insert(0, gradients.defs())
    return Drawing(root, groups)


class _Gradients:
    """The gradients of a drawing, of which those with the same stops are one.

    They are half of all elements that Graphviz writes, so they are taken out before these are read.
    """

    def __init__(self, prefix: str) -> None:
        self.names: dict[str, str] = {}
        self.shared: dict[bytes, str] = {}
        self._prefix = prefix

    def take(self, found: re.Match[bytes]) -> bytes:
        """Take down a gradient, and leave nothing in its place."""
        name = self.shared.setdefault(found["stops"], f"{self._prefix}tint{len(self.shared)}")
        self.names[f"url(#{found['id'].decode()})"] = name
        return b""

    def defs(self) -> ET.Element:
        """Return the gradients that are left."""
        defs = ET.Element("defs")
        for stops, name in self.shared.items():
            gradient = ET.SubElement(defs, "linearGradient", {"id": name})
            for stop in ET.fromstring(b"<g>" + stops + b"</g>"):  # noqa: S314
                attributes = {"offset": stop.get("offset", ""), "stop-color": _stop_colour(stop)}
                ET.SubElement(gradient, "stop", attributes)
        return defs


def _stop_colour(stop: ET.Element) -> str:
    """Return the colour as an attribute says it: a page may forbid styles."""
    match = _STOP_COLOUR.match(stop.get("style", ""))
    return match[1] if match else ""


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
        attributes = _written(element.attrib)
        if len(element):
            parts.append(f"<{element.tag}{attributes}>{between}")
            stack.append(f"</{element.tag}>{between}")
            stack += element[::-1]
        elif element.text:
            parts.append(f"<{element.tag}{attributes}>{_escaped(element.text)}</{element.tag}>{between}")
        else:
            parts.append(f"<{element.tag}{attributes}/>{between}")
    return "".join(parts)


def _written(attributes: dict[str, str]) -> str:
    """Return the attributes as text; most need no escape, which one look at all of them tells."""
    if not _PLAIN.fullmatch("".join(attributes.values())):
        attributes = {name: _escaped(value) for name, value in attributes.items()}
    return "".join([f' {name}="{value}"' for name, value in attributes.items()])


def _escaped(text: str) -> str:
    """Return what a text or an attribute says; ids of a map stand in both, and can hold what XML cannot."""
    if _PLAIN.fullmatch(text):
        return text
    return escape(well_formed(text), quote=False).translate(_ENTITIES)
