"""Similar sets: which of many sets have most of their members in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

_MOST_COMPARED = 200
"""A set is compared with at most so many others that share one of its members."""


@dataclass(frozen=True, slots=True)
class Similar:
    """Groups of similar sets.

    Attributes:
        groups: the numbers of the sets of each group, in order.
        is_whole: False if some sets share a member with so many others that they were not compared with all of them.
    """

    groups: tuple[tuple[int, ...], ...]
    is_whole: bool


def find_similar(sets: Sequence[frozenset[str]], least: Fraction, most: int = _MOST_COMPARED) -> Similar:
    """Return the groups of two or more sets that are connected by similar pairs.

    Two sets are similar if their Jaccard index, shared members ÷ all members, is at least `least`. Of two such sets of
    sizes a and b, any a - ⌈least · a⌉ + 1 members of the first hold one of the second; with the rarest members first,
    few sets have to be compared (prefix filtering). A member that is among the first of very many sets would still make
    that quadratic, so a set is compared only with the nearest `most` of them, in size and then by their members:
    O(n · size · most) in all, and mostly far less.

    Args:
        sets: the sets; empty ones are similar to nothing.
        least: the least similarity, above 0 and at most 1.
        most: how many sets that share a member to compare with; 1 or more.

    Source: Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search (2007), section 4.

    Examples:
        >>> find_similar([frozenset("abcd"), frozenset("xyz"), frozenset("abcde")], Fraction(4, 5)).groups
        ((0, 2),)
    """
    numbers: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, members in enumerate(sets):
        if members:
            numbers[members].append(number)
    distinct = _rarest_first(list(numbers))
    parents = list(range(len(distinct)))
    is_whole = True
    sharing: dict[str, list[int]] = defaultdict(list)
    for one, (members, ordered) in enumerate(distinct):
        size = len(members)
        for member in ordered[: size - ceil(least * size) + 1]:
            others = sharing[member]
            # Sizes rise, so the sets that are large enough are the last.
            is_whole = is_whole and (len(others) <= most or len(distinct[others[-most - 1]][0]) < least * size)
            for other in others[-most:]:
                if _root(parents, other) != _root(parents, one) and _is_similar(members, distinct[other][0], least):
                    parents[_root(parents, one)] = _root(parents, other)
            others.append(one)
    groups: dict[int, list[int]] = defaultdict(list)
    for one, (members, _) in enumerate(distinct):
        groups[_root(parents, one)] += numbers[members]
    found = sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return Similar(tuple(found), is_whole)


def _rarest_first(sets: list[frozenset[str]]) -> list[tuple[frozenset[str], tuple[str, ...]]]:
    """Return the sets, each with its members from rare to frequent, by size and then by these members."""
    counts = Counter(member for members in sets for member in members)
    ordered = [(members, tuple(sorted(members, key=lambda member: (counts[member], member)))) for members in sets]
    return sorted(ordered, key=lambda pair: (len(pair[1]), pair[1]))


def _is_similar(one: frozenset[str], other: frozenset[str], least: Fraction) -> bool:
    shared = len(one & other)
    return shared * least.denominator >= least.numerator * (len(one) + len(other) - shared)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
