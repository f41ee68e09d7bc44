"""Documents before they are maps: plain Python values, with what JSON's and YAML's own loaders drop in silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from argmap.model import Finding, Path

MOST_DEPTH = 80
"""How deep a document may be nested; a map needs 6 levels, and its extensions have up to 64 of their own."""

ResolveScalar = Callable[[Path, str], Any]
"""Gives the value of an unquoted scalar from its path in the document and its text."""


class RepeatedKeys(dict[str, Any]):
    """A mapping in which some key stands more than once; as a dict it has the first value of each.

    Attributes:
        pairs: all entries in order.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(reversed(pairs))
        self.pairs = pairs


def mapping(pairs: list[tuple[str, Any]], repeated: list[RepeatedKeys]) -> dict[str, Any]:
    """Return the pairs as a dict; as `RepeatedKeys`, which is also added to the list, if a key stands twice."""
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    repeated.append(RepeatedKeys(pairs))
    return repeated[-1]


def find_repeated_keys(document: dict[str, Any], numbered: Collection[str]) -> Iterator[tuple[Path, str, str | None]]:
    """Yield the path of each entry whose key an earlier one of its mapping has, the key, and the id around it.

    The entries of the numbered top-level mappings are counted in paths; there a key may stand twice. Iterative, in the
    order of the document; O(size).
    """
    stack: list[tuple[Path, Any, str | None]] = [((), document, None)]
    while stack:
        path, value, element_id = stack.pop()
        inside: list[tuple[Path, Any, str | None]] = []
        if isinstance(value, dict):
            is_counted = len(path) == 1 and path[0] in numbered
            seen: set[str] = set()
            for number, (key, item) in enumerate(entries(value)):
                inner = (*path, number if is_counted else key)
                if key in seen and not is_counted:
                    yield inner, key, element_id
                seen.add(key)
                inside.append((inner, item, key if is_counted else element_id))
        elif isinstance(value, list):
            inside = [((*path, number), item, element_id) for number, item in enumerate(value)]
        stack += reversed(inside)


def entries(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield all entries of a mapping, also those whose key stands twice."""
    return iter(value.pairs) if isinstance(value, RepeatedKeys) else iter(value.items())


class SyntaxProblemError(Exception):
    """A document that cannot be parsed any further; it carries the finding, with its place."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))
