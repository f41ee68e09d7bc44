"""What the engine finds, written out as definitions over all sets of claims; for small maps only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Claim, Inference

MOST = 7


@cache
def _parts(count: int) -> st.SearchStrategy:
    """Return what draws the parts of a map of some claims: made once, as making it takes longer than drawing."""
    ids = [f"c{number}" for number in range(count)]
    one = st.sampled_from(ids)
    some = st.lists(one, min_size=1, max_size=3, unique=True).map(tuple)
    return st.tuples(
        st.just(ids),
        st.sets(one, max_size=3),
        st.sets(one),
        st.lists(st.tuples(some, one, st.none() | one), max_size=12),
        st.lists(one, max_size=2).map(tuple),
    )


@st.composite
def tangled_maps(draw: st.DrawFn) -> ArgumentMap:
    """Maps of up to seven claims that need one another in every way, circles and repeated inferences included."""
    ids, held, implicit, steps, main = draw(_parts(draw(st.integers(1, MOST))))
    return ArgumentMap(
        main=main,
        claims=tuple(
            Claim(id=i, text="t", given="common" if i in held else "none", implicit=i in implicit) for i in ids
        ),
        inferences=tuple(
            Inference(id=f"i{number}", premises=premises, conclusion=conclusion, warrant=warrant)
            for number, (premises, conclusion, warrant) in enumerate(steps)
        ),
    )


def grounded(drawn: ArgumentMap, backed: frozenset[str] = frozenset(), gone: frozenset[str] = frozenset()) -> set[str]:
    """Return the least fixed point, with some claims backed and some gone."""
    return _FixedPoint(drawn).find(backed, gone)


class _FixedPoint:
    """What of a map is grounded, asked many times: what does not depend on what is backed or gone is found once."""

    def __init__(self, drawn: ArgumentMap) -> None:
        graph = ArgumentGraph(drawn)
        self.claims = {claim.id for claim in drawn.claims}
        self.held = {claim_id for claim_id in self.claims if graph.is_held(claim_id)}
        self.steps = [
            ({*inference.premises, *((inference.warrant,) if inference.warrant else ())}, inference.conclusion)
            for inference in drawn.inferences
        ]

    def find(self, backed: frozenset[str] = frozenset(), gone: frozenset[str] = frozenset()) -> set[str]:
        claims = self.claims - gone
        found = (self.held | backed) & claims
        while True:
            more = {conclusion for needs, conclusion in self.steps if needs <= found} & claims
            if more <= found:
                return found
            found |= more


def subsets(ids: Iterator[str] | list[str]) -> Iterator[frozenset[str]]:
    ids = sorted(ids)
    return (frozenset(chosen) for size in range(len(ids) + 1) for chosen in combinations(ids, size))


def all_repairs(drawn: ArgumentMap, claim_id: str, costs: Mapping[str, int]) -> list[tuple[int, tuple[str, ...]]]:
    """Return every smallest set that grounds the claim, with its cost, the cheapest first, then by ids."""
    fixed_point = _FixedPoint(drawn)
    if claim_id in fixed_point.find():
        return []
    minimal: list[frozenset[str]] = []
    for backed in subsets([claim.id for claim in drawn.claims]):
        if not any(smaller <= backed for smaller in minimal) and claim_id in fixed_point.find(backed):
            minimal.append(backed)
    return sorted((sum(costs[c] for c in backed), tuple(sorted(backed))) for backed in minimal)


def all_cuts(drawn: ArgumentMap, claim_id: str) -> list[tuple[str, ...]]:
    """Return every smallest set of other claims without which the claim is not grounded, small ones first."""
    fixed_point = _FixedPoint(drawn)
    if claim_id not in fixed_point.find():
        return []
    minimal: list[frozenset[str]] = []
    for gone in subsets([claim.id for claim in drawn.claims if claim.id != claim_id]):
        if not any(smaller <= gone for smaller in minimal) and claim_id not in fixed_point.find(gone=gone):
            minimal.append(gone)
    return sorted((tuple(sorted(gone)) for gone in minimal), key=lambda ids: (len(ids), ids))
