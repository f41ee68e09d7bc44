"""Roles of claims and kinds of attacks: computed from structure, never stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.model import AnyClaim, Attack

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph


class Side(StrEnum):
    """Whether something speaks for a main claim or against it."""

    FOR = "for"
    AGAINST = "against"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.AGAINST if self is Side.FOR else Side.FOR


class Role(StrEnum):
    """What a claim does in the argument."""

    MAIN = "main claim"
    INTERMEDIATE = "intermediate conclusion"
    PREMISE = "premise"
    EVIDENCE = "evidence"
    OBJECTION = "objection"
    REPLY = "reply"
    IMPLICIT = "implicit"
    ISOLATED = "isolated"


class AttackKind(StrEnum):
    """What an attack is against: a conclusion, a premise, or a step (ASPIC+; Modgil and Prakken 2014)."""

    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"


def find_main_claims(graph: ArgumentGraph) -> tuple[str, ...]:
    """Return the main claims; see `ArgumentGraph.main_claims`."""
    named = tuple(dict.fromkeys(claim_id for claim_id in graph.map.main if claim_id in graph.claims))
    if named:
        return named
    last = [claim_id for claim_id in graph.claims if not graph.is_premise(claim_id)]
    concluded = tuple(claim_id for claim_id in last if graph.has_reason(claim_id))
    return concluded or tuple(claim_id for claim_id in last if graph.attacks_on(claim_id))


def role_of(graph: ArgumentGraph, claim: AnyClaim) -> Role:
    """Return the one role that says most about the claim.

    A main claim is that before all else; then what is not in the text, what stands alone, what is raised against
    something, what something leads to, and what cites a source.
    """
    if claim.id in graph.main_ids:
        return Role.MAIN
    if claim.implicit:
        return Role.IMPLICIT
    if attacks := graph.attacks_from(claim.id):
        targets = {side for attack in attacks for side in graph.sides.get(attack.target, {Side.FOR})}
        return Role.OBJECTION if Side.FOR in targets else Role.REPLY
    if graph.has_reason(claim.id):
        return Role.INTERMEDIATE
    if not graph.is_premise(claim.id) and not graph.attacks_on(claim.id):
        return Role.ISOLATED
    if graph.backing(claim):
        return Role.EVIDENCE
    return Role.PREMISE


def attack_kind(graph: ArgumentGraph, attack: Attack) -> AttackKind:
    """Return what the attack is against.

    An attack on an inference or on another attack undercuts the step. An attack on a claim undermines it where the
    claim is only a premise, and rebuts it where something concludes it or where nothing builds on it.
    """
    if attack.target not in graph.claims and graph.type_of(attack.target) in {"inference", "attack"}:
        return AttackKind.UNDERCUT
    if graph.is_premise(attack.target) and not graph.has_reason(attack.target):
        return AttackKind.UNDERMINE
    return AttackKind.REBUT
