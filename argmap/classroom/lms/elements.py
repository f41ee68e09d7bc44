"""Elements of XML, and identifiers that XML can have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from xml.etree import ElementTree as ET

_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9_-]+")


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Add an element with this text, return it."""
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def as_document(root: ET.Element) -> str:
    """Return the element as a document, indented where that changes no text."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def identifiers(ids: Iterable[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Return for each id one of letters, digits and dashes that starts with a letter; no two are the same.

    Args:
        ids: what to name.
        taken: identifiers that none of them may get.

    Examples:
        >>> identifiers(["gap-1", "1", "ü1", "é1", "test"], taken=["test"])
        ('gap-1', 'x1', 'x-1', 'x-1-2', 'test-2')
    """
    names: list[str] = []
    known = set(taken)
    for wanted in ids:
        name = _NOT_IN_NAME.sub("-", wanted)
        name = name if name[0].isalpha() else f"x{name}"
        number, free = 1, name
        while free in known:
            number += 1
            free = f"{name}-{number}"
        known.add(free)
        names.append(free)
    return tuple(names)
