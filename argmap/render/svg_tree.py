"""What Graphviz draws as SVG, read into a small tree and written again.

Both go once over what was drawn, without the namespaces that a general reader of XML looks up for every part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from argmap.render.text import well_formed

_PLAIN = re.compile("[ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What can stand in a text or an attribute as it is."""
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

    def walk(self) -> Iterator[Element]:
        """Yield the element and all below it, each before what is in it."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += reversed(element.children)


class _Reader:
    """Takes what the parser meets.

    Titles go to the groups that they name.
    """

    def __init__(self) -> None:
        self.root = Element("", {})
        self._open = [self.root]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if style := attributes.pop("style", ""):
            # A page may forbid styles; the attributes of the same names say the same.
            pairs = (part.partition(":") for part in style.split(";"))
            attributes |= {name.strip(): value.strip() for name, _, value in pairs if value}
        self._open.append(Element(tag, attributes))

    def end(self, tag: str) -> None:
        element, parent = self._open.pop(), self._open[-1]
        if tag == "title":
            parent.called = element.text
        else:
            parent.children.append(element)

    def say(self, text: str) -> None:
        element = self._open[-1]
        if element.tag in {"text", "title"}:
            element.text += text


def read_svg(drawn: bytes) -> Element:
    """Return the drawing without comments, titles and styles; O(n).

    Args:
        drawn: what Graphviz drew. It wrote it from text that was escaped, so it holds no entities of its own to expand.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.say
    parser.Parse(drawn, True)
    (svg,) = reader.root.children
    svg.attributes.pop("xmlns:xlink", None)
    svg.attributes = {"xmlns": svg.attributes.pop("xmlns"), **svg.attributes}
    return svg


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
