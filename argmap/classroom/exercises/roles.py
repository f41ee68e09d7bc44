"""Roles that a reader cannot doubt: what a claim does in the argument, where it does one thing only."""

from __future__ import annotations

from enum import StrEnum

from argmap.classroom.exercises.material import Material
from argmap.graph import Side
from argmap.model import Proposal


class PlainRole(StrEnum):
    """What a claim does, in words for a class."""

    MAIN = "Main claim: what the article argues for in the end"
    STEP = "Sub-conclusion: supported by other claims, and itself a reason for more"
    REASON = "Reason: supports a claim, and has no reason of its own"
    OBJECTION = "Objection: speaks against what the article argues for"
    REPLY = "Reply: speaks against an objection"


def clear_role(material: Material, claim_id: str) -> PlainRole | None:
    """Return the role of a claim that the article states; None if it has several, or none that a class speaks of."""
    graph = material.graph
    if not material.is_stated(claim_id) or claim_id in graph.support_circles:
        return None
    if claim_id in graph.main_ids:
        return PlainRole.MAIN if graph.has_reason(claim_id) and not graph.is_premise(claim_id) else None
    attacks, is_reason = graph.attacks_from(claim_id), bool(material.onward(claim_id))
    if attacks and is_reason:
        return None
    if attacks:
        sides = frozenset(graph.sides.get(attack.target, frozenset(Side)) for attack in attacks)
        if sides == {frozenset({Side.FOR})}:
            return PlainRole.OBJECTION
        is_reply = all(
            graph.type_of(attack.target) != "claim" or _speaks_against(material, attack.target) for attack in attacks
        )
        return PlainRole.REPLY if sides == {frozenset({Side.AGAINST})} and is_reply else None
    if not is_reason or not graph.sides.get(claim_id) or isinstance(graph.claims[claim_id], Proposal):
        return None
    return PlainRole.STEP if graph.has_reason(claim_id) else PlainRole.REASON


def _speaks_against(material: Material, claim_id: str) -> bool:
    return bool(material.graph.attacks_from(claim_id))
