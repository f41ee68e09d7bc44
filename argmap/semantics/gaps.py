"""Gaps: claims that matter and are not grounded, with the way down to each; and circles of support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.graph import ArgumentGraph, supporting_claims, used_claims
from argmap.model import Inference

if TYPE_CHECKING:
    from argmap.semantics.support import Support

_Above = Mapping[str, tuple[str, str]]
"""For each claim the claim above it, and the inference between them, on a shortest way down."""


@dataclass(frozen=True, slots=True)
class FailedInference:
    """An inference that does not hold.

    Attributes:
        inference_id: its id.
        missing: the ids of its premises, and its warrant, that are not grounded, in the order of the inference.
    """

    inference_id: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A claim that matters and is not grounded.

    Attributes:
        claim_id: the claim.
        distance: how many inferences lie between it and the nearest claim that it matters to.
        inferences: the inferences to it, and what each of them misses, by id; () if it has no reason at all.
    """

    claim_id: str
    distance: int
    inferences: tuple[FailedInference, ...]
    _above: _Above = field(repr=False, compare=False)

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of a shortest way down to the claim: a claim, an inference to it, a claim that it uses, and so on.

        Of several ways the one whose ids sort first counts, from above.
        """
        path = [self.claim_id]
        while path[-1] in self._above:
            claim_id, inference_id = self._above[path[-1]]
            path += (inference_id, claim_id)
        return tuple(reversed(path))


@dataclass(frozen=True, slots=True)
class Circle:
    """Claims that support one another, and that nothing outside grounds.

    Attributes:
        members: the ids of all claims that support one another, sorted.
        claims: the ids along a shortest circle from the first member: each supports the next, the last the first.
        inferences: the ids of the inferences between them: the first leads from the first claim to the second.
    """

    members: tuple[str, ...]
    claims: tuple[str, ...]
    inferences: tuple[str, ...]


def find_gaps(support: Support, claim_ids: Iterable[str]) -> Iterator[Gap]:
    """Yield what matters to the claims and is not grounded, nearest first, then by id; see `Support.gaps`."""
    graph, grounded = support.graph, support.grounded
    row = sorted(set(claim_ids))
    above: dict[str, tuple[str, str]] = {}
    seen = set(row)
    distance = 0
    while row:
        below: dict[str, tuple[str, str]] = {}
        for claim_id in row:
            inferences = _by_id(graph.inferences_to(claim_id))
            if claim_id not in grounded:
                yield Gap(claim_id, distance, tuple(_failed(inference, support) for inference in inferences), above)
            for inference in inferences:
                for other in used_claims(inference):
                    if other not in seen and other in graph.claims:
                        below.setdefault(other, (claim_id, inference.id))
        above.update(below)
        seen.update(below)
        row = sorted(below)
        distance += 1


def circle_of(graph: ArgumentGraph, members: tuple[str, ...]) -> Circle:
    """Return a shortest circle through the first of claims that support one another."""
    claims = graph.shortest_circle(members)
    between = (
        min(inference.id for inference in graph.inferences_to(above) if claim_id in supporting_claims(inference))
        for claim_id, above in zip(claims, (*claims[1:], claims[0]), strict=True)
    )
    return Circle(members, claims, tuple(between))


def _by_id(inferences: tuple[Inference, ...]) -> tuple[Inference, ...]:
    return inferences if len(inferences) < 2 else tuple(sorted(inferences, key=lambda inference: inference.id))


def _failed(inference: Inference, support: Support) -> FailedInference:
    missing = tuple(other for other in supporting_claims(inference) if other not in support.grounded)
    return FailedInference(inference.id, missing)
