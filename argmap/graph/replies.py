"""Replies: how the attacks on what speaks for a main claim are met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.graph.contested import nearest_attacks
from argmap.graph.roles import Side
from argmap.model import Attack

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph


def find_unanswered_attacks(graph: ArgumentGraph) -> Iterator[Attack]:
    """Yield the attacks that nothing answers; see `ArgumentGraph.find_unanswered_attacks`."""
    return (attack for attack in _find_attacks(graph) if _nearest_reply(attack, graph.contested) is None)


def find_weak_replies(graph: ArgumentGraph, holds: Callable[[Attack], bool]) -> Iterator[tuple[Attack, Attack]]:
    """Yield the attacks that only weak replies answer; see `ArgumentGraph.find_weak_replies`."""
    firm = nearest_attacks(graph, filter(holds, graph.map.attacks))
    for attack in _find_attacks(graph):
        reply = _nearest_reply(attack, graph.contested)
        if reply is not None and _nearest_reply(attack, firm) is None:
            yield attack, reply


def find_concessions(graph: ArgumentGraph) -> Iterator[tuple[Attack, Attack]]:
    """Yield the attacks that are granted and outweighed; see `ArgumentGraph.find_concessions`."""
    for attack in _find_attacks(graph):
        if graph.contested.keys().isdisjoint(attack.premises):
            reply = _nearest_reply(attack, graph.contested)
            if reply is not None:
                yield attack, reply


def _find_attacks(graph: ArgumentGraph) -> Iterator[Attack]:
    return (attack for attack in graph.map.attacks if Side.FOR in graph.sides.get(attack.target, ()))


def _nearest_reply(attack: Attack, nearest: Mapping[str, Attack]) -> Attack | None:
    """Return the nearest of some attacks on the attack itself, on its premises, or on what they stand on.

    Args:
        attack: the attack.
        nearest: what `nearest_attacks` gives for the replies that count.
    """
    # What is nearest to the id can be about another attack with the same id, unless it is on the id itself.
    reply = nearest.get(attack.id)
    if reply is not None and reply.target == attack.id:
        return reply
    found = (nearest[claim_id] for claim_id in attack.premises if claim_id in nearest)
    return min(found, key=lambda other: (other.id, other.premises), default=None)
