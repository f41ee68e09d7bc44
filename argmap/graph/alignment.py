"""Which claims of two maps by different hands say the same.

`match_maps` follows one map from one version to the next, so that texts may differ but ids tell. Here two people have
mapped one text: ids may be nobody's choice, and texts nearly the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from argmap.graph.assignment import assign
from argmap.graph.likeness import Letters, compare, letters
from argmap.graph.lookup import by_id
from argmap.model import AnyClaim, ArgumentMap

LEAST_LIKENESS = 0.6
"""Texts that are less alike than this, from 0 to 1, are not taken to say the same."""

_SAME_ID = 0.01
"""What a pair with one id and unlike texts is worth: it is made if nothing else speaks for either claim."""

_MOST_IN_PART = 200
"""Where more claims than this are like one another, they are paired from the most alike on, which may not be best."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A claim of each of two maps that is taken to say the same.

    Attributes:
        claim, other: their ids.
        likeness: how alike the texts are, 0 to 1.
    """

    claim: str
    other: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which claims of two maps say the same.

    Attributes:
        pairs: the pairs, by the id of the first map's claim.
        is_best: False if so many claims are alike that a better way to pair them may exist.
    """

    pairs: tuple[AlignedPair, ...]
    is_best: bool = True

    @property
    def claims(self) -> Mapping[str, str]:
        """Id in the first map to id in the second."""
        return {pair.claim: pair.other for pair in self.pairs}


Sense = Callable[[str], Hashable]
"""Tells texts apart that are alike and say different things, such as a statement and its denial."""


def align(
    one: ArgumentMap, other: ArgumentMap, *, least: float = LEAST_LIKENESS, sense: Sense | None = None
) -> Alignment:
    """Return which claims of the two maps say the same, each in one pair at most.

    Claims with one id are a pair, unless their texts are unlike and another claim has a text like one of them. All
    others are paired by the likeness of their texts, so that the sum over all pairs is as large as can be. The order
    of the claims in the maps does not matter. O(n · m) comparisons of texts for the claims that no id pairs.

    Args:
        one: a map.
        other: another map.
        least: how alike texts have to be, above 0 and at most 1.
        sense: texts for which it gives different values are not alike; None to go by the letters alone.
    """
    ours, theirs = by_id(one.claims), by_id(other.claims)
    read = _Reader(sense)
    fixed = [
        AlignedPair(claim_id, claim_id, alike)
        for claim_id in sorted(ours.keys() & theirs.keys())
        if (alike := _alike(read(ours[claim_id]), read(theirs[claim_id]))) >= least
    ]
    taken = {pair.claim for pair in fixed}
    found, is_best = _pair_by_text(_without(ours, taken), _without(theirs, taken), least, read)
    return Alignment(tuple(sorted((*fixed, *found), key=lambda pair: pair.claim)), is_best)


class _Reader:
    """Gives what of the text of a claim is compared."""

    def __init__(self, sense: Sense | None) -> None:
        self._sense = sense

    def __call__(self, claim: AnyClaim) -> tuple[Letters, Hashable]:
        return letters(claim.text), None if self._sense is None else self._sense(claim.text)


def _alike(one: tuple[Letters, Hashable], other: tuple[Letters, Hashable]) -> float:
    return compare(one[0], other[0]) if one[1] == other[1] else 0.0


def _without(claims: Mapping[str, AnyClaim], taken: set[str]) -> list[AnyClaim]:
    """Return the claims that are left, in an order that does not depend on that of the file."""
    left = (claim for claim_id, claim in claims.items() if claim_id not in taken)
    return sorted(left, key=lambda claim: (claim.text, claim.id))


def _pair_by_text(
    ours: Sequence[AnyClaim], theirs: Sequence[AnyClaim], least: float, read: _Reader
) -> tuple[list[AlignedPair], bool]:
    worth: dict[tuple[int, int], float] = {}
    alike: dict[tuple[int, int], float] = {}
    others = [read(other) for other in theirs]
    for row, claim in enumerate(ours):
        own = read(claim)
        for column, other in enumerate(others):
            found = _alike(own, other) if own[0].plain else 0.0
            has_id = claim.id == theirs[column].id
            if found >= least:
                # Of two that are equally like, the one with the same id.
                worth[row, column] = found + _SAME_ID * has_id
            elif has_id:
                worth[row, column] = _SAME_ID
            if found >= least or has_id:
                alike[row, column] = found
    pairs, is_best = _best_pairs(worth)
    return [AlignedPair(ours[row].id, theirs[column].id, alike[row, column]) for row, column in pairs], is_best


def _best_pairs(worth: Mapping[tuple[int, int], float]) -> tuple[list[tuple[int, int]], bool]:
    pairs: list[tuple[int, int]] = []
    is_best = True
    for part in _parts(worth):
        rows, columns = sorted({row for row, _ in part}), sorted({column for _, column in part})
        if min(len(rows), len(columns)) > _MOST_IN_PART:
            is_best = False
            pairs += _greedy(part, worth)
            continue
        table = [[worth.get((row, column), 0.0) for column in columns] for row in rows]
        pairs += [(rows[row], columns[column]) for row, column in assign(table)]
    return pairs, is_best


def _parts(worth: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the possible pairs, apart where no claim is in pairs of both parts."""
    of_row: dict[int, list[int]] = defaultdict(list)
    of_column: dict[int, list[int]] = defaultdict(list)
    for row, column in worth:
        of_row[row].append(column)
        of_column[column].append(row)
    parts: list[list[tuple[int, int]]] = []
    seen: set[int] = set()
    for start in of_row:
        if start in seen:
            continue
        seen.add(start)
        rows = [start]
        for row in rows:
            fresh = sorted(set(chain.from_iterable(of_column.pop(column, ()) for column in of_row[row])) - seen)
            seen.update(fresh)
            rows += fresh
        parts.append([(row, column) for row in rows for column in of_row[row]])
    return parts


def _greedy(part: Iterable[tuple[int, int]], worth: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    used: Counter[tuple[str, int]] = Counter()
    pairs: list[tuple[int, int]] = []
    for row, column in sorted(part, key=lambda pair: (-worth[pair], pair)):
        if not used["row", row] and not used["column", column]:
            used["row", row] = used["column", column] = 1
            pairs.append((row, column))
    return pairs
