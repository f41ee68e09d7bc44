"""Claims that have no box of their own: a box of the student's map holds them together with something else."""

from __future__ import annotations

from argmap.graph.alignment import Alignment
from argmap.graph.likeness import letters
from argmap.graph.lookup import by_id
from argmap.model import ArgumentMap

_LEAST_SHARED = 0.9
"""So much of a claim, from 0 to 1, has to be in a box that holds it."""

_LEAST_MORE = 1.3
"""A box that holds two claims is longer than either by this factor at least."""

_MOST_COMPARED = 100_000
"""Where more pairs of claims would have to be compared, none is."""


def find_shared_boxes(student: ArgumentMap, reference: ArgumentMap, alignment: Alignment) -> dict[str, str]:
    """Return the claims that the student's map lacks and whose words stand in one of its boxes, among others.

    Args:
        student: the student's map.
        reference: the reference.
        alignment: which of their claims say the same.

    Returns:
        Id of the claim of the reference to the name, as in `link_alike`, of the student's claim that holds most of it,
        and of those the one whose name sorts first.
    """
    paired = alignment.claims
    found_alone = set(paired.values())
    wanted = by_id(reference.claims).values()
    missing = {claim.id: letters(claim.text) for claim in wanted if claim.id not in found_alone}
    if len(missing) * len(student.claims) > _MOST_COMPARED:
        return {}
    named = {paired.get(claim.id, f"{claim.id}[]"): claim for claim in by_id(student.claims).values()}
    boxes = [(name, letters(named[name].text)) for name in sorted(named)]
    found: dict[str, str] = {}
    for claim_id, claim in missing.items():
        best = _LEAST_SHARED
        for name, box in boxes:
            if not claim.runs or len(box.runs) < _LEAST_MORE * len(claim.runs) or set(claim.numbers) - set(box.numbers):
                continue
            shared = len(claim.runs & box.runs) / len(claim.runs)
            if shared > best or (shared == best and claim_id not in found):
                best, found[claim_id] = shared, name
    return found
