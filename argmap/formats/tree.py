"""Documents before they are maps: plain Python values, with what JSON's and YAML's own loaders drop in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from argmap.model import Finding, Path

MOST_DEPTH = 64
"""How deep a document may be nested; a map needs 6 levels and its extensions some more."""

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


def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as a dict; as `RepeatedKeys` if a key stands twice."""
    values = dict(pairs)
    return values if len(values) == len(pairs) else RepeatedKeys(pairs)


def entries(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield all entries of a mapping, also those whose key stands twice."""
    return iter(value.pairs) if isinstance(value, RepeatedKeys) else iter(value.items())


class SyntaxProblemError(Exception):
    """A document that cannot be parsed any further; it carries the finding, with its place."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))
