"""Dead ends: where reasons lead without ever reaching a main claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.steps import Step, used_claims
from argmap.model import Proposal

if TYPE_CHECKING:
    import networkx as nx

    from argmap.graph.argument_graph import ArgumentGraph

_MOST_LEADING = 50


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """Where reasons end that never reach a main claim.

    Attributes:
        members: the claim, or the claims that only serve one another, sorted by id; attacks if they are only against
            one another.
        leading: claims that lead there through inferences and attacks, the nearest first, at most 50.
    """

    members: tuple[str, ...]
    leading: tuple[str, ...]


def find_dead_ends(graph: ArgumentGraph) -> Iterator[DeadEnd]:
    """Yield the dead ends, sorted by their first member; see `ArgumentGraph.find_dead_ends`."""
    bearing = graph.sides.keys() | graph.find_bearing(_find_answers(graph))
    if all(step.id in bearing for step in graph.steps):
        return iter(())  # as in most maps, which then need not wait for networkx
    import networkx as nx

    onward, going_on = _find_lost(graph, bearing)
    ends: list[tuple[str, ...]] = []
    for component in nx.strongly_connected_components(onward):
        leaves = any(other not in component for element_id in component for other in onward[element_id])
        if not leaves and going_on.isdisjoint(component) and not _is_only_attacked(graph, component, onward):
            ends.append(tuple(sorted(graph.claims.keys() & component or component)))
    known: dict[str, tuple[str, ...]] = {}
    return (DeadEnd(members, _find_leading(graph, members, known)) for members in sorted(ends))


def _is_only_attacked(graph: ArgumentGraph, component: set[str], onward: nx.DiGraph[str]) -> bool:
    """Tell whether it is one claim that has no reason, and that only what bears on a main claim speaks against."""
    claim_id = next(iter(component))
    if len(component) > 1 or claim_id not in graph.claims or graph.has_reason(claim_id):
        return False
    return all(onward.in_degree(step_id) == 0 for step_id in onward.pred[claim_id])


def _find_lost(graph: ArgumentGraph, bearing: Collection[str]) -> tuple[nx.DiGraph[str], set[str]]:
    """Return what leads where among the elements that bear on no main claim, and those that lead on from there."""
    import networkx as nx

    onward: nx.DiGraph[str] = nx.DiGraph()
    going_on: set[str] = set()
    inferences = [inference for inference in graph.map.inferences if inference.id not in bearing]
    attacks = [attack for attack in graph.map.attacks if attack.id not in bearing]
    targets = graph.claims.keys() | {inference.id for inference in inferences} | {attack.id for attack in attacks}

    def add(step: Step, target_id: str, defined: Collection[str]) -> None:
        for claim_id in used_claims(step):
            if claim_id in graph.claims and claim_id not in bearing:
                onward.add_edge(claim_id, step.id)
        if target_id in defined and target_id not in bearing:
            onward.add_edge(step.id, target_id)
        else:
            onward.add_node(step.id)
            going_on.add(step.id)

    # What a step uses bears on a main claim if the step does, so only steps that do not need a look.
    for inference in inferences:
        add(inference, inference.conclusion, graph.claims)
    for attack in attacks:
        add(attack, attack.target, targets)
    return onward, going_on


def _find_answers(graph: ArgumentGraph) -> Iterator[str]:
    """Yield the proposals that answer a main claim or that one answers."""
    for claim in graph.claims.values():
        if isinstance(claim, Proposal) and claim.reciprocates is not None:
            if claim.reciprocates in graph.main_ids:
                yield claim.id
            if claim.id in graph.main_ids:
                yield claim.reciprocates


def _find_leading(graph: ArgumentGraph, members: tuple[str, ...], known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the claims that lead to the members; what leads to one claim is sorted and cut only once."""
    found: dict[str, None] = {}
    level: Collection[str] = members
    while level and len(found) < _MOST_LEADING:
        before: set[str] = set()
        for element_id in level:
            if element_id not in known:
                premises = {claim_id for step in graph.inferences_to(element_id) for claim_id in step.premises}
                premises.update(claim_id for step in graph.attacks_on(element_id) for claim_id in step.premises)
                known[element_id] = tuple(sorted(premises)[:_MOST_LEADING])
            before.update(known[element_id])
        level = sorted(before.difference(members, found))[:_MOST_LEADING]
        found.update(dict.fromkeys(level))
    return tuple(found)[:_MOST_LEADING]
