"""JSON documents of foreign formats: parsed fast, within limits, and with what JSON's own loader drops in silence."""

from __future__ import annotations

import json
import re
from itertools import chain
from math import isfinite
from typing import Any

from argmap.formats.json_tree import SURROGATE_ESCAPE, parse_json
from argmap.formats.notices import Notice, notice
from argmap.formats.tree import SyntaxProblemError, find_repeated_keys
from argmap.model import Finding, Place
from argmap.model.elements import MOST_DEPTH as MOST_EXTENSION_DEPTH

MOST_DEPTH = MOST_EXTENSION_DEPTH - 4
"""How deep a document may be nested: what maps have no word for goes into their extensions, some levels down."""

_BEFORE_COLON = ('":', " :", "\n:", "\t:")
_COLON = re.compile(r'"\s*:')


def parse_document(text: str, name: str) -> tuple[dict[str, Any], list[Finding]]:
    """Parse a JSON document whose root is a mapping; O(length of the text).

    Returns:
        The document, and a finding for each key that stands twice in a mapping, without place.

    Raises:
        SyntaxProblemError: the text is not JSON, its root is no mapping, or it holds what no map could keep: nesting
            beyond the limit, numbers too large for a float, halves of characters.
    """
    check_text(text, name)
    try:
        document = json.loads(text, parse_float=_finite, parse_constant=_finite)
        if SURROGATE_ESCAPE.search(text):
            json.dumps(document, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        document, _ = parse_json(text, name)  # says the same in argmap's words
        message = "found a number that is too large for a float, expected one that can be written again"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(Place(name, 1, 1))) from None
    if not isinstance(document, dict):
        message = "found JSON without fields, expected a mapping `{...}`"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(name, 1, 1)))
    if _has_one_entry_a_colon(text, _count_entries(document, text, name)):
        return document, []
    document, has_repeated_keys = parse_json(text, name)
    return document, list(_repeated(document)) if has_repeated_keys else []


def check_text(text: str, name: str) -> None:
    """Refuse a text that holds halves of characters, which no file could hold.

    Raises:
        SyntaxProblemError: it does.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        column = error.start - text.rfind("\n", 0, error.start)
        message = "found half a character (U+D800 to U+DFFF), expected text"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message, "delete it").at(Place(name, line, column))) from None


def _finite(number: str) -> float:
    value = float(number)
    if not isfinite(value):
        raise ValueError(number)
    return value


def _count_entries(document: dict[str, Any], text: str, name: str) -> int:
    """Return the number of entries of all mappings, level by level, down to the last that the text opens."""
    count = 0
    unopened = text.count("{") + text.count("[")
    level: list[Any] = [document]
    for _ in range(MOST_DEPTH):
        mappings = [item for item in level if item.__class__ is dict]
        count += sum(map(len, mappings))
        unopened -= len(level)
        if not unopened:
            return count
        values = chain(
            chain.from_iterable(item.values() for item in mappings),
            chain.from_iterable(item for item in level if item.__class__ is list),
        )
        level = [value for value in values if value.__class__ is dict or value.__class__ is list]
        if not level:
            return count
    message = f"nested deeper than {MOST_DEPTH} levels"
    raise SyntaxProblemError(notice(Notice.SYNTAX, message, "flatten it").at(Place(name, 1, 1)))


def _has_one_entry_a_colon(text: str, entries: int) -> bool:
    """Tell for certain that no key was dropped, as each entry of a mapping has a colon after a quotation mark.

    There may be such colons within texts too, so that a document without repeated keys may look as if it had some.
    """
    return sum(map(text.count, _BEFORE_COLON)) == entries or sum(1 for _ in _COLON.finditer(text)) == entries


def _repeated(document: dict[str, Any]) -> list[Finding]:
    return [
        notice(Notice.REPEATED_KEY, f"field `{key}` stands twice in one mapping", "keep one of them", path)
        for path, key, _ in find_repeated_keys(document, ())
    ]
