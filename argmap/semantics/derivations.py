"""Derivations: what grounds a claim, step by step."""

from __future__ import annotations

from collections.abc import Callable, Collection
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


def grounded_part(graph: ArgumentGraph, grounded: Collection[str], claim_id: str) -> Part:
    """Return the grounded claims that bear on the claim, with the inferences that hold."""

    def needed(inference: Inference) -> Body | None:
        body = supporting_claims(inference)
        return body if all(other in grounded for other in body) else None

    return collect(graph, [claim_id], needed)


def derivation_of(part: Part, held: Collection[str], claim_id: str) -> Derivation:
    """Return a derivation of least height of a claim that is grounded.

    Args:
        part: what `grounded_part` gives for the claim.
        held: the ids of the claims that are held.
        claim_id: the claim.
    """
    derived = part.derive(number for number, other in enumerate(part.ids) if other in held)
    claims = claims_of(part, derived.__getitem__, part.number[claim_id])
    return Derivation(
        claim_id,
        held=tuple(part.ids[claim] for claim in sorted(claims) if derived[claim] < 0),
        inferences=tuple(part.inferences[step] for claim, step in derived.items() if step >= 0 and claim in claims),
    )


def claims_of(part: Part, step_of: Callable[[int], int], claim: int) -> dict[int, None]:
    """Return the claims that the derivation of a claim passes, breadth first.

    Args:
        part: the claims and steps.
        step_of: gives the number of the step that grounds a claim; less than 0 if it is held.
        claim: the claim.
    """
    order = {claim: None}
    queue = [claim]
    for current in queue:
        step = step_of(current)
        if step >= 0:
            new = [other for other in part.bodies[step] if other not in order]
            order.update(dict.fromkeys(new))
            queue += new
    return order
