"""JSON text with one entry of a list in a line, so that a change of one entry is a change of one line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_DEPTH = 2
"""So many levels of mappings are laid out; what is deeper stands in one line."""


def dump_lines(document: Mapping[str, Any]) -> str:
    r"""Return the document as JSON, its fields and the entries of its lists in lines of their own.

    Examples:
        >>> print(dump_lines({"nodes": [{"id": 1}, {"id": 2}], "edges": []}), end="")
        {
        "nodes": [
        {"id": 1},
        {"id": 2}
        ],
        "edges": []
        }
    """
    return "".join(_fields(document, _DEPTH)) + "\n"


def _fields(document: Mapping[str, Any], depth: int) -> Iterator[str]:
    mark = "{\n"
    for key, value in document.items():
        yield f"{mark}{_dump(key)}: "
        mark = ",\n"
        if isinstance(value, Mapping) and value and depth > 1:
            yield from _fields(value, depth - 1)
        elif isinstance(value, list) and value:
            yield "[\n" + ",\n".join(map(_dump, value)) + "\n]"
        else:
            yield _dump(value)
    yield "\n}" if document else "{}"


_dump = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
