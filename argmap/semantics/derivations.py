"""Derivations: what grounds a claim, step by step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import Inference
from argmap.semantics.part import Body, Part, collect


@dataclass(frozen=True, slots=True)
class Derivation:
    """The proof that a claim is grounded.

    Attributes:
        claim_id: the claim.
        held: the ids of the claims that it starts from, sorted; the claim alone if it is held itself.
        inferences: the ids of the inferences, each after those that lead to its premises; the last leads to the claim.
    """

    claim_id: str
    held: tuple[str, ...]
    inferences: tuple[str, ...]


def derivation_of(graph: ArgumentGraph, claim_id: str, backed: Collection[str] = ()) -> Derivation | None:
    """Return a derivation of least height of the claim from held claims and those backed; None if there is none."""

    def needed(inference: Inference) -> Body | None:
        body = supporting_claims(inference)
        return body if all(other in graph.claims for other in body) else None

    part = collect(graph, [claim_id], needed)
    start = [number for number, other in enumerate(part.ids) if other in graph.held or other in backed]
    derived = part.derive(start)
    if part.number[claim_id] not in derived:
        return None
    claims = claims_of(part, derived, part.number[claim_id])
    steps = [derived[claim] for claim in derived if claim in claims]
    return Derivation(
        claim_id,
        held=tuple(part.ids[claim] for claim in sorted(claims) if derived[claim] < 0),
        inferences=tuple(part.inferences[step] for step in steps if step >= 0),
    )


def claims_of(part: Part, derived: dict[int, int], claim: int) -> dict[int, None]:
    """Return the claims that the derivation of a claim passes, breadth first, in the outcome of `Part.derive`."""
    order = {claim: None}
    queue = [claim]
    for current in queue:
        step = derived[current]
        if step >= 0:
            new = [other for other in part.bodies[step] if other not in order]
            order.update(dict.fromkeys(new))
            queue += new
    return order
