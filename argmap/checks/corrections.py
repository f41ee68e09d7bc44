"""Corrections: which id was meant where one is named that nothing defines, and the fixes that write it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from argmap.checks.words import Nearest
from argmap.graph import ArgumentGraph
from argmap.model import Fix, Path, Replace

EVERY_TYPE = frozenset({"source", "party", "claim", "inference", "attack"})
"""The types of all elements with an id."""


class Correction(NamedTuple):
    """The id that was probably meant.

    Attributes:
        element_id: the id.
        is_sure: True if only the spelling differs, and there is no other such id.
    """

    element_id: str
    is_sure: bool


class Corrections:
    """Ids to read in the place of those that nothing defines.

    An id that differs from exactly one defined id only in capital letters, in hyphens and underscores or in the way
    Unicode writes its letters is surely that id. Else the nearest one is a guess.
    """

    def __init__(self, graph: ArgumentGraph, misspelt: Iterable[str]) -> None:
        self._graph = graph
        self._nearest = Nearest(misspelt)
        self._found: dict[tuple[str, frozenset[str]], Correction | None] = {}

    def find(self, word: str, types: frozenset[str]) -> Correction | None:
        """Return what was probably meant; None if nothing is similar.

        Args:
            word: an id that nothing defines.
            types: the types that the element may have: claim, inference, attack, source, party.
        """
        if (word, types) not in self._found:
            self._found[word, types] = self._find(word, types)
        return self._found[word, types]

    def _find(self, word: str, types: frozenset[str]) -> Correction | None:
        same = self._spellings.get(_spelling(word), set())
        if len(same) == 1:
            (element_id,) = same
            if self._graph.type_of(element_id) in types:
                return Correction(element_id, is_sure=True)
        nearest = self._nearest.find(word, self._graph.find_ids, types)
        return Correction(nearest, is_sure=False) if nearest else None

    def hint(self, word: str, types: frozenset[str]) -> str:
        """Return ", did you mean [...]?" with what was probably meant; "" if nothing is similar."""
        correction = self.find(word, types)
        return f", did you mean [{correction.element_id}]?" if correction else ""

    def fixes(self, word: str, types: frozenset[str], path: Path) -> tuple[Fix, ...]:
        """Return the fix that writes what was probably meant at the path; () if nothing is similar."""
        correction = self.find(word, types)
        if correction is None:
            return ()
        title = f"write [{correction.element_id}] for [{word}]"
        return (Fix(title, (Replace(path, correction.element_id),), is_safe=correction.is_sure),)

    @cached_property
    def _spellings(self) -> Mapping[str, set[str]]:
        spellings: dict[str, set[str]] = defaultdict(set)
        for element_id in self._graph.find_ids(EVERY_TYPE):
            spellings[_spelling(element_id)].add(element_id)
        return spellings


def _spelling(word: str) -> str:
    """Return what is the same for all ways to write an id (Unicode's canonical caseless matching, D145)."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).casefold())
    return folded.replace("_", "-")
