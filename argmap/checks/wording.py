"""The wording of a map: the words and terms of its claims, in the language of the map."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from argmap.checks.language import LISTED, Language, WordLists, find_language, find_words
from argmap.checks.near_duplicates import NearDuplicates, find_near_duplicates
from argmap.checks.words import join_words
from argmap.graph import ArgumentGraph
from argmap.model.printable import printable


class Wording:
    """Words of the claims of one map; each text is taken apart once, when first asked for.

    Attributes:
        graph: the structure of the map.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self._terms: dict[str, Mapping[str, str]] = {}
        self._duplicates: dict[tuple[Fraction, int], NearDuplicates] = {}

    @cached_property
    def language(self) -> Language | None:
        """The language of the map; None if no stemmer knows it."""
        return find_language(self.graph.map.language)

    @property
    def lists(self) -> WordLists | None:
        """The word lists of the language; None if there are none."""
        return self.language.lists if self.language else None

    @cached_property
    def obstacle(self) -> str:
        """What keeps rules from reading the claims; "" if there are word lists for their language."""
        if self.lists:
            return ""
        return f'no word lists for the language "{printable(self.graph.map.language)}", only for {join_words(LISTED)}'

    @cached_property
    def words(self) -> Mapping[str, list[str]]:
        """Claim to the folded words of its text, in order."""
        return {claim_id: find_words(claim.text) for claim_id, claim in self.graph.claims.items()}

    def terms(self, claim_id: str) -> Mapping[str, str]:
        """Return the significant terms of a claim: stem to the word as it first stands in the text, folded.

        Stop words, words of certainty and single letters are left out. A language without word lists has no terms.
        """
        if claim_id not in self._terms:
            self._terms[claim_id] = self.terms_of(self.words.get(claim_id, []))
        return self._terms[claim_id]

    def terms_of(self, words: list[str]) -> Mapping[str, str]:
        """Return the significant terms among some folded words; see `terms`."""
        if self.language is None or self.lists is None:
            return {}
        idle, stem = self._idle, self.language.stem
        terms: dict[str, str] = {}
        for word in words:
            if word not in idle and (len(word) > 1 or word.isdigit()):
                terms.setdefault(word if word.isdigit() else stem(word), word.removesuffix("'s"))
        return terms

    @cached_property
    def _idle(self) -> frozenset[str]:
        """The words that are no terms: stop words, and those that only say how certain something is."""
        if self.lists is None:
            return frozenset()
        return self.lists.stop | (self.lists.certain | self.lists.perhaps_certain).phrases

    def near_duplicates(self, least: Fraction, min_terms: int) -> NearDuplicates:
        """Return the claims that say nearly the same; see `find_near_duplicates`."""
        if (least, min_terms) not in self._duplicates:
            self._duplicates[least, min_terms] = find_near_duplicates(self, least, min_terms)
        return self._duplicates[least, min_terms]
