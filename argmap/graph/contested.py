"""What is contested: what attacks are on, and what stands on that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.model import Attack

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph


def nearest_attacks(graph: ArgumentGraph, attacks: Iterable[Attack]) -> Mapping[str, Attack]:
    """Return every element that some of the attacks are on or that stands on one, with the nearest such attack.

    A claim stands on the inferences to it, and a step on the claims that it uses. Of several nearest attacks the one
    whose id sorts first counts, then the one whose premises do. O(n + m).
    """
    nearest: dict[str, Attack] = {}
    level = _earliest((attack.target, attack) for attack in attacks)
    while level:
        nearest |= level
        onward = ((other_id, attack) for element_id, attack in level.items() for other_id in _above(graph, element_id))
        level = _earliest((other_id, attack) for other_id, attack in onward if other_id not in nearest)
    return nearest


def _above(graph: ArgumentGraph, element_id: str) -> Iterator[str]:
    """Yield the steps that use the claim, and the conclusions of the inferences that have the id."""
    for inference in graph.inferences_from(element_id):
        yield inference.id
    for attack in graph.attacks_from(element_id):
        yield attack.id
    yield from graph.conclusions_of(element_id)


def _earliest(found: Iterable[tuple[str, Attack]]) -> dict[str, Attack]:
    earliest: dict[str, Attack] = {}
    for element_id, attack in found:
        known = earliest.get(element_id)
        if known is None or (attack.id, attack.premises) < (known.id, known.premises):
            earliest[element_id] = attack
    return earliest
