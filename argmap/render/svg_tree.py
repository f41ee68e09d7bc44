"""What Graphviz draws as SVG, read into a small tree and written again.

Both go once over what was drawn, without the namespaces that a general reader of XML looks up for every part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from argmap.render.text import well_formed

_PLAIN = re.compile("[ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What can stand in a text or an attribute as it is."""
_STOP_COLOUR = re.compile(r"^stop-color:([^;]+);.*$")
_NO_PARTS = frozenset({"svg", "title", "defs", "linearGradient"})
_SAYING = frozenset({"text", "title"})
_ENTITIES = {ord(character): f"&#{ord(character)};" for character in "\t\n\r"} | {ord('"'): "&quot;"}


@dataclass(slots=True, eq=False)
class Element:
    """One element of the drawing.

    Attributes:
        tag: its name, without a namespace.
        attributes: name, with its prefix if it has one, to value.
        children: the elements in it.
        text: what it says; "" for all but texts and titles.
        called: what Graphviz calls a group, for example "c1->p0"; "" for other elements.
    """

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What Graphviz drew.

    Attributes:
        root: the whole.
        parts: the groups, shapes and texts in it, each before what is in it.
    """

    root: Element
    parts: list[Element]


class _Reader:
    """Takes what the parser meets.

    Titles go to the groups that they name. Gradients with the same colours become one: each runs from left to right of
    what it fills.
    """

    def __init__(self, prefix: str) -> None:
        self.root = Element("", {})
        self.parts: list[Element] = []
        self.gradients: dict[tuple[tuple[str, str], ...], str] = {}
        self._prefix = prefix
        self._open = [self.root]
        self._stops: list[tuple[str, str]] = []
        self._shared: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "stop":
            self._stops.append((attributes["offset"], _STOP_COLOUR.sub(r"\1", attributes["style"])))
            return
        if "id" in attributes:
            attributes["id"] = self._prefix + attributes["id"]
        element = Element(tag, attributes)
        self._open.append(element)
        if tag not in _NO_PARTS:
            if attributes.get("fill", "").startswith("url(#"):
                attributes["fill"] = f"url(#{self._shared[self._prefix + attributes['fill'][5:-1]]})"
            self.parts.append(element)

    def end(self, tag: str) -> None:
        if tag == "stop":
            return
        element, parent = self._open.pop(), self._open[-1]
        if tag == "title":
            parent.called = element.text
        elif tag == "linearGradient":
            name = self.gradients.setdefault(tuple(self._stops), f"{self._prefix}g{len(self.gradients)}")
            self._shared[element.attributes["id"]] = name
            self._stops = []
        elif tag != "defs":
            parent.children.append(element)

    def say(self, text: str) -> None:
        element = self._open[-1]
        if element.tag in _SAYING:
            element.text += text

    def defs(self) -> Element:
        """Return the gradients."""
        return Element(
            "defs",
            {},
            [
                Element(
                    "linearGradient",
                    {"id": name},
                    [Element("stop", {"offset": offset, "stop-color": colour}) for offset, colour in stops],
                )
                for stops, name in self.gradients.items()
            ],
        )


def read_svg(drawn: bytes, prefix: str) -> Drawing:
    """Return the drawing without comments, titles and styles; O(n).

    Args:
        drawn: what Graphviz drew. It wrote it from text that was escaped, so it holds no entities of its own to expand.
        prefix: what to begin ids with, so that several pictures can stand in one document.
    """
    reader = _Reader(prefix)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.say
    parser.Parse(drawn.replace(b">\n<", b"><"), True)
    (root,) = reader.root.children
    root.attributes.pop("xmlns:xlink", None)
    root.attributes = {"xmlns": root.attributes.pop("xmlns"), **root.attributes}
    if reader.gradients:
        root.children.insert(0, reader.defs())
    return Drawing(root, reader.parts)


def as_text(root: Element, *, between: str = "") -> str:
    """Return the tree as SVG text; O(n).

    Args:
        root: the tree.
        between: white space to put after each element.
    """
    parts: list[str] = []
    stack: list[Element | str] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        attributes = "".join([f' {name}="{_escaped(value)}"' for name, value in element.attributes.items()])
        if element.children:
            parts.append(f"<{element.tag}{attributes}>{between}")
            stack.append(f"</{element.tag}>{between}")
            stack += reversed(element.children)
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
