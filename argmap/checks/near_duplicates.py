"""Near duplicates: claims of one map that say the same, or nearly the same, in nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.checks.language import find_similar, find_tokens, is_word
from argmap.model import Proposal

if TYPE_CHECKING:
    from argmap.checks.wording import Wording


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Claims that say the same.

    Attributes:
        claim_ids: the claims, two or more, sorted.
        same_words: True if all have the same words in the same order.
        same_terms: True if all have the same significant terms in the same order.
    """

    claim_ids: tuple[str, ...]
    same_words: bool
    same_terms: bool


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """What a search for near duplicates gave.

    Attributes:
        groups: the groups, sorted.
        is_whole: False if not all claims that share terms were compared.
    """

    groups: tuple[Duplicates, ...]
    is_whole: bool


def find_near_duplicates(wording: Wording, least: Fraction, min_terms: int) -> NearDuplicates:
    """Return the groups of claims that have the same words, or nearly the same significant terms.

    Only claims by the same party, with the same date and the same agent are compared, and only those that have the same
    numbers, names and words that turn or measure a statement (not, more, should ...). A name is a term that some claim
    writes with a capital letter inside a sentence.

    Args:
        wording: the words of the map.
        least: the least share of terms, 0 to 1, that two claims have in common among all their terms.
        min_terms: claims with fewer terms are compared word by word only.
    """
    parts = list(_parts(wording))
    names = _find_names(wording, (claim_id for part in parts for claim_id in part))
    groups: list[tuple[str, ...]] = []
    is_whole = True
    for part in parts:
        comparable: dict[frozenset[str], list[tuple[str, ...]]] = defaultdict(list)
        for claim_ids in _by_words(wording, part):
            terms = wording.terms(claim_ids[0]).keys()
            if len(terms) >= min_terms:
                comparable[names.intersection(terms)].append(claim_ids)
            else:
                groups.append(claim_ids)
        for several in comparable.values():
            found = find_similar([frozenset(wording.terms(claim_ids[0])) for claim_ids in several], least)
            is_whole = is_whole and found.is_whole
            groups += _merge(several, found.groups)
    whole = sorted(tuple(sorted(group)) for group in groups if len(group) > 1)
    return NearDuplicates(tuple(_describe(wording, group) for group in whole), is_whole)


def _parts(wording: Wording) -> Iterator[list[str]]:
    """Yield the claims, two or more at a time, that have in common what they must to be compared at all."""
    polar = wording.lists.polar if wording.lists else frozenset[str]()
    numbered: dict[object, list[str]] = defaultdict(list)
    for claim_id, words in wording.words.items():
        numbered[tuple([word for word in words if word[0].isdigit()])].append(claim_id)
    for claim_ids in numbered.values():
        if len(claim_ids) > 1:
            parts: dict[object, list[str]] = defaultdict(list)
            for claim_id in claim_ids:
                if words := wording.words[claim_id]:
                    claim = wording.graph.claims[claim_id]
                    agent = claim.agent if isinstance(claim, Proposal) else None
                    parts[claim.by, claim.when, agent, polar.intersection(words)].append(claim_id)
            yield from (part for part in parts.values() if len(part) > 1)


def _by_words(wording: Wording, claim_ids: list[str]) -> list[tuple[str, ...]]:
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim_id in claim_ids:
        same[tuple(wording.words[claim_id])].append(claim_id)
    return [tuple(group) for group in same.values()]


def _merge(several: list[tuple[str, ...]], similar: Iterable[tuple[int, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the groups of claims in the same words, those with similar terms as one."""
    left = dict(enumerate(several))
    for numbers in similar:
        yield tuple(claim_id for number in numbers for claim_id in left.pop(number))
    yield from left.values()


def _find_names(wording: Wording, claim_ids: Iterable[str]) -> frozenset[str]:
    """Return the terms that some of the claims writes with a capital letter inside a sentence."""
    texts = {wording.graph.claims[claim_id].text for claim_id in claim_ids}
    capitals = {
        token
        for text in texts
        for before, token in pairwise(find_tokens(text, folded=False))
        if token[0].isupper() and is_word(before)
    }
    return frozenset(wording.terms_of([token.casefold() for token in sorted(capitals)]))


def _describe(wording: Wording, claim_ids: tuple[str, ...]) -> Duplicates:
    distinct = {tuple(wording.words[claim_id]): claim_id for claim_id in claim_ids}
    terms = {tuple(wording.terms(claim_id)) for claim_id in distinct.values()}
    return Duplicates(claim_ids, same_words=len(distinct) == 1, same_terms=len(terms) == 1)
