"""What the engine finds, written out as definitions over all sets of claims; for small maps only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Claim, Inference

MOST = 7


@st.composite
def tangled_maps(draw: st.DrawFn) -> ArgumentMap:
    """Maps of up to seven claims that need one another in every way, circles and repeated inferences included."""
    ids = [f"c{number}" for number in range(draw(st.integers(1, MOST)))]
    some = st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True).map(tuple)
    held = draw(st.sets(st.sampled_from(ids), max_size=3))
    implicit = draw(st.sets(st.sampled_from(ids)))
    steps = draw(st.lists(st.tuples(some, st.sampled_from(ids), st.none() | st.sampled_from(ids)), max_size=12))
    return ArgumentMap(
        main=draw(st.lists(st.sampled_from(ids), max_size=2).map(tuple)),
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
    graph = ArgumentGraph(drawn)
    claims = {claim.id for claim in drawn.claims} - gone
    found = {claim_id for claim_id in claims if graph.is_held(claim_id)} | (backed & claims)
    while True:
        more = {
            inference.conclusion
            for inference in drawn.inferences
            if {*inference.premises, *((inference.warrant,) if inference.warrant else ())} <= found
        } & claims
        if more <= found:
            return found
        found |= more


def subsets(ids: Iterator[str] | list[str]) -> Iterator[frozenset[str]]:
    ids = sorted(ids)
    return (frozenset(chosen) for size in range(len(ids) + 1) for chosen in combinations(ids, size))


def all_repairs(drawn: ArgumentMap, claim_id: str, costs: Mapping[str, int]) -> list[tuple[int, tuple[str, ...]]]:
    """Return every smallest set that grounds the claim, with its cost, the cheapest first, then by ids."""
    if claim_id in grounded(drawn):
        return []
    minimal: list[frozenset[str]] = []
    for backed in subsets([claim.id for claim in drawn.claims]):
        if not any(smaller <= backed for smaller in minimal) and claim_id in grounded(drawn, backed):
            minimal.append(backed)
    return sorted((sum(costs[c] for c in backed), tuple(sorted(backed))) for backed in minimal)


def all_cuts(drawn: ArgumentMap, claim_id: str) -> list[tuple[str, ...]]:
    """Return every smallest set of other claims without which the claim is not grounded, small ones first."""
    if claim_id not in grounded(drawn):
        return []
    minimal: list[frozenset[str]] = []
    for gone in subsets([claim.id for claim in drawn.claims if claim.id != claim_id]):
        if not any(smaller <= gone for smaller in minimal) and claim_id not in grounded(drawn, gone=gone):
            minimal.append(gone)
    return sorted((tuple(sorted(gone)) for gone in minimal), key=lambda ids: (len(ids), ids))
