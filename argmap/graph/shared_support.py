"""Shared support: lines to one conclusion that stand and fall together."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.steps import supporting_claims
from argmap.model import AnyClaim, Given, Inference

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph

_MOST_CARRIED = 50


class Shared(NamedTuple):
    """A claim without which two or more lines fall, or a source without which all lines to their conclusion do.

    Attributes:
        element_id: the claim or the source.
        inferences: the ids of the lines, sorted.
    """

    element_id: str
    inferences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedSupport:
    """What lines to one conclusion share, sorted by id.

    Attributes:
        conclusion: the id of the claim that they lead to.
        claims: the claims without which two or more of the lines fall; of several claims that the same lines need, and
            of which one rests on the other, the one that is nearer to the conclusion.
        sources: the sources without which all lines fall, but for those that such a claim rests on.
    """

    conclusion: str
    claims: tuple[Shared, ...]
    sources: tuple[Shared, ...]


class _Fork(NamedTuple):
    """A claim that several lines use, or a source that several claims cite."""

    is_claim: bool
    id: str


_Forks = frozenset[_Fork]
_NONE: _Forks = frozenset()


def find_shared_support(graph: ArgumentGraph) -> Iterator[SharedSupport]:
    """Yield what lines share, for each conclusion of two or more, in the order of the claims in the file.

    A line is an inference that is in no circle of support; inferences with the same premises and warrant are one. A
    line falls without something if it cannot hold when that is gone: the thing is one of its premises or its warrant,
    or one of these falls without it. A claim falls if all that holds it up does: that it is given, each of its sources,
    and each of its lines; a claim with nothing of the kind is taken to hold. What is common ground does not count, and
    neither do sources that only one claim cites.

    Of all without which one inference falls at most 50 things count, so that the search is O(n + m): claims before
    sources, and first those that have the longest lines below them.
    """
    return _Sharing(graph).find()


class _Sharing:
    """The search, in that part of the map where claims may fall without a fork."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._graph = graph
        self._claims = {
            claim_id: _Fork(is_claim=True, id=claim_id)
            for claim_id in graph.find_divergent_claims()
            if graph.claims[claim_id].given is not Given.COMMON
        }
        citations = Counter(source_id for claim in graph.claims.values() for source_id in frozenset(claim.cites))
        self._sources = {
            source_id: _Fork(is_claim=False, id=source_id)
            for source_id, count in citations.items()
            if count > 1 and source_id in graph.backing_sources
        }
        # For each conclusion the lines to it that may fall, and how many others there are.
        self._lines: dict[str, list[Inference]] = defaultdict(list)
        self._others = Counter(inference.conclusion for inference in graph.map.inferences)
        self._heights: dict[str, int] = {}
        self._falls_without: dict[str, _Forks] = {}

    def find(self) -> Iterator[SharedSupport]:
        """Yield what lines share; see `find_shared_support`."""
        for claim_id in self._premises_first(self._spread()):
            self._settle(claim_id)
        for claim_id in self._graph.claims:
            if len(self._lines.get(claim_id, ())) > 1:
                found = self._compare(claim_id)
                if found.claims or found.sources:
                    yield found

    # --- where to look ---

    def _spread(self) -> set[str]:
        """Return what may fall: forks, what cites only such sources, and what only lines from there lead to."""
        claims = self._graph.claims
        seen = {id(inference) for inference in self._find_circular()}
        order = [claim.id for claim in claims.values() if claim.id in self._claims or self._may_fall(claim)]
        falling = set(order)
        for claim_id in order:
            for inference in self._graph.inferences_from(claim_id):
                if id(inference) in seen or claim_id not in supporting_claims(inference):
                    continue
                seen.add(id(inference))
                conclusion = claims.get(inference.conclusion)
                if conclusion is not None:
                    self._lines[conclusion.id].append(inference)
                    self._others[conclusion.id] -= 1
                    if conclusion.id not in falling and self._may_fall(conclusion):
                        falling.add(conclusion.id)
                        order.append(conclusion.id)
        return falling

    def _find_circular(self) -> Iterator[Inference]:
        """Yield the inferences that are no lines, and take them off those that lead to their conclusions."""
        circles = self._graph.support_circles
        for inference, needed in zip(self._graph.map.inferences, self._graph.supporting, strict=True):
            conclusion = inference.conclusion
            here = circles.get(conclusion)
            if conclusion in needed or (here is not None and any(circles.get(claim_id) == here for claim_id in needed)):
                self._others[conclusion] -= 1
                yield inference

    def _may_fall(self, claim: AnyClaim) -> bool:
        """Tell whether something holds up the claim, and all of that may fall."""
        has_lines = claim.id in self._lines
        if not (claim.cites or has_lines) or self._others.get(claim.id) or claim.given is not Given.NONE:
            return False
        backing = self._graph.backing(claim)
        return all(source_id in self._sources for source_id in backing) and bool(backing or has_lines)

    def _premises_first(self, falling: set[str]) -> Iterator[str]:
        """Yield the claims that may fall, each after those that its lines use."""
        waiting: Counter[str] = Counter()
        using: dict[str, list[str]] = defaultdict(list)
        for conclusion, lines in self._lines.items():
            for line in lines if conclusion in falling else ():
                for claim_id in falling.intersection(supporting_claims(line)):
                    waiting[conclusion] += 1
                    using[claim_id].append(conclusion)
        order = [claim_id for claim_id in falling if claim_id not in waiting]
        for claim_id in order:
            yield claim_id
            for conclusion in using.get(claim_id, ()):
                waiting[conclusion] -= 1
                if not waiting[conclusion]:
                    order.append(conclusion)

    # --- what falls without what ---

    def _settle(self, claim_id: str) -> None:
        """Find the forks without which the claim falls, once those of its premises are known."""
        claim = self._graph.claims[claim_id]
        lines = [supporting_claims(line) for line in self._lines.get(claim_id, ())]
        below = [self._heights.get(premise_id, 0) for needed in lines for premise_id in needed]
        self._heights[claim_id] = 1 + max(below, default=0)
        falls = _NONE
        if self._may_fall(claim):
            holding = [self._carry(needed) for needed in lines]
            holding += [frozenset({self._sources[s]}) for s in claim.cites if s in self._graph.backing_sources]
            falls = holding[0].intersection(*holding[1:])
        if claim_id in self._claims:
            falls = self._cut(falls | {self._claims[claim_id]})
        if falls:
            self._falls_without[claim_id] = falls

    def _carry(self, needed: Iterable[str]) -> _Forks:
        """Return the forks without which one of the claims falls."""
        parts = [part for claim_id in needed if (part := self._falls_without.get(claim_id))]
        return self._cut(parts[0].union(*parts[1:])) if parts else _NONE

    def _cut(self, forks: _Forks) -> _Forks:
        if len(forks) <= _MOST_CARRIED:
            return forks
        return frozenset(heapq.nsmallest(_MOST_CARRIED, forks, key=self._height_first))

    def _height_first(self, fork: _Fork) -> tuple[int, str]:
        return -self._heights[fork.id] if fork.is_claim else 0, fork.id

    # --- what lines share ---

    def _compare(self, conclusion: str) -> SharedSupport:
        lines: dict[frozenset[str], str] = {}
        for line in self._lines[conclusion]:
            needed = frozenset(supporting_claims(line))
            lines[needed] = min(line.id, lines.get(needed, line.id))
        sharing: dict[_Fork, set[str]] = defaultdict(set)
        for needed, inference_id in lines.items():
            for fork in self._carry(needed):
                sharing[fork].add(inference_id)
        least = len(lines) if not self._others[conclusion] else len(lines) + 1
        shared = {fork: ids for fork, ids in sharing.items() if len(ids) > 1 and (fork.is_claim or len(ids) == least)}
        told = {
            other
            for fork, ids in shared.items()
            if fork.is_claim
            for other in self._falls_without[fork.id]
            if other != fork and other in shared and shared[other] <= ids
        }
        nearest = {fork: Shared(fork.id, tuple(sorted(shared[fork]))) for fork in sorted(shared.keys() - told)}
        return SharedSupport(
            conclusion,
            claims=tuple(found for fork, found in nearest.items() if fork.is_claim),
            sources=tuple(found for fork, found in nearest.items() if not fork.is_claim),
        )
