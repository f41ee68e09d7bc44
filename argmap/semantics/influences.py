"""Influences: which strength depends on which, settled in the order of dependence and by rounds in circles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from argmap.graph import ArgumentGraph
from argmap.semantics.components import find_components
from argmap.semantics.energies import Energy

_DAMPING = 0.5
"""How much of the way to its new value a strength in a circle goes in one round: whole steps can swing for ever."""


class Influences:
    """The claims, inferences and attacks of a map as nodes that move one another.

    Attributes:
        graph: the structure of the map.
        energy: how claims are moved.
        nodes: element id to its node; several where steps share an id.
    """

    def __init__(self, graph: ArgumentGraph, energy: Energy, base: Mapping[str, float]) -> None:
        self.graph = graph
        self.energy = energy
        self._steps = graph.steps
        self._base = [base[claim_id] for claim_id in graph.claims]
        self._first_step = len(self._base)
        self._nothing = self._first_step + len(self._steps)  # what an id that nothing defines stands for: strength 0
        self.nodes: dict[str, list[int]] = {claim_id: [node] for node, claim_id in enumerate(graph.claims)}
        for node, step in enumerate(self._steps, self._first_step):
            if step.id not in graph.claims:
                self.nodes.setdefault(step.id, []).append(node)
        self._weights = [1.0 if step.weight is None else step.weight for step in self._steps]
        self._premises = [tuple(map(self._premise, needed)) for needed in self._needed()]
        self._supports: dict[int, list[int]] = defaultdict(list)
        self._attacks: dict[int, list[int]] = defaultdict(list)
        for node, inference in enumerate(graph.map.inferences, self._first_step):
            self._supports[self._premise(inference.conclusion)].append(node)
        for node, attack in enumerate(graph.map.attacks, self._first_step + len(graph.map.inferences)):
            for target in self.nodes.get(attack.target, ()):
                self._attacks[target].append(node)

    def settle(self, most: int, tolerance: float) -> tuple[tuple[float, ...], int, bool]:
        """Return the strength of each node, the most rounds that a circle took, and whether all of them settled."""
        values = [*self._base, *([0.0] * (len(self._steps) + 1))]
        longest, settled = 0, True
        for group, is_circle in self._groups:
            if is_circle:
                rounds, change = _settle(group, values, lambda node: self._value(node, values), most, tolerance)
                longest, settled = max(longest, rounds), settled and change < tolerance
            else:
                values[group[0]] = self._value(group[0], values)
        return tuple(values), longest, settled

    def gradients(self, values: Sequence[float], target: int, most: int, tolerance: float) -> dict[str, float]:
        """Return the derivative of a node's strength by the base score of each claim that moves it.

        Args:
            values: the strengths, settled.
            target: the node.
            most: how many rounds a circle may take.
            tolerance: the change below which a circle has settled.
        """
        partials = [self._partials(node, values) for node in range(self._nothing)]
        used_by: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for node, (_, parts) in enumerate(partials):
            for other, slope in parts:
                used_by[other].append((node, slope))
        shares = [0.0] * (self._nothing + 1)

        def share(node: int) -> float:
            return (node == target) + sum(slope * shares[user] for user, slope in used_by[node])

        for group, is_circle in reversed(self._groups):
            if is_circle:
                _settle(group, shares, share, most, tolerance)
            else:
                shares[group[0]] = share(group[0])
        found = {claim_id: shares[node] * partials[node][0] for node, claim_id in enumerate(self.graph.claims)}
        return {claim_id: slope for claim_id, slope in found.items() if slope}

    # --- inside ---

    def _needed(self) -> Iterator[tuple[str, ...]]:
        yield from self.graph.supporting
        yield from (attack.premises for attack in self.graph.map.attacks)

    def _premise(self, claim_id: str) -> int:
        return self.nodes[claim_id][0] if claim_id in self.graph.claims else self._nothing

    def _value(self, node: int, values: Sequence[float]) -> float:
        attacks = [values[attack] for attack in self._attacks.get(node, ())]
        if node < self._first_step:
            supports = [values[step] for step in self._supports.get(node, ())]
            return self.energy.strength(self._base[node], supports, attacks)
        weakest = min(values[premise] for premise in self._premises[node - self._first_step])
        return self._weights[node - self._first_step] * weakest * (1 - max(attacks, default=0.0))

    def _partials(self, node: int, values: Sequence[float]) -> tuple[float, list[tuple[int, float]]]:
        """Return the derivatives of a node's strength by its base score and by each node that moves it."""
        cons = self._attacks.get(node, ())
        attacks = [values[attack] for attack in cons]
        if node < self._first_step:
            pros = self._supports.get(node, ())
            pull = self.energy.pull(self._base[node], [values[step] for step in pros], attacks)
            return pull.base, [*zip(pros, pull.supports, strict=True), *zip(cons, pull.attacks, strict=True)]
        weight = self._weights[node - self._first_step]
        weakest = min(
            self._premises[node - self._first_step], key=lambda premise: (values[premise], self._name(premise))
        )
        strongest = min(cons, key=lambda attack: (-values[attack], self._name(attack)), default=None)
        held_back = 0.0 if strongest is None else values[strongest]
        parts = [(weakest, weight * (1 - held_back))]
        if strongest is not None:
            parts.append((strongest, -weight * values[weakest]))
        return 0.0, parts

    def _name(self, node: int) -> str:
        if node >= self._first_step:
            return self._steps[node - self._first_step].id if node < self._nothing else ""
        return self._claim_ids[node]

    @cached_property
    def _claim_ids(self) -> tuple[str, ...]:
        return tuple(self.graph.claims)

    def _movers(self, node: int) -> Iterator[int]:
        """Yield the nodes that move a node."""
        yield from self._attacks.get(node, ())
        if node < self._first_step:
            yield from self._supports.get(node, ())
        else:
            yield from (premise for premise in self._premises[node - self._first_step] if premise != self._nothing)

    @cached_property
    def _groups(self) -> list[tuple[tuple[int, ...], bool]]:
        """The nodes in an order in which each comes after those that move it; those of a circle come together."""
        moves: dict[int, list[int]] = defaultdict(list)
        waiting = [0] * self._nothing
        for node in range(self._nothing):
            for mover in self._movers(node):
                moves[mover].append(node)
                waiting[node] += 1
        free = [node for node, count in enumerate(waiting) if not count]
        for node in free:  # grows while it is read
            for moved in moves.get(node, ()):
                waiting[moved] -= 1
                if not waiting[moved]:
                    free.append(moved)
        return [((node,), False) for node in free] + self._circles(
            {node for node, count in enumerate(waiting) if count}
        )

    def _circles(self, rest: set[int]) -> list[tuple[tuple[int, ...], bool]]:
        movers = {node: [mover for mover in self._movers(node) if mover in rest] for node in sorted(rest)}
        groups = find_components(movers, movers.__getitem__)
        return [(tuple(sorted(group)), len(group) > 1 or group[0] in movers[group[0]]) for group in groups]


def _settle(
    group: Sequence[int], values: list[float], find: Callable[[int], float], most: int, tolerance: float
) -> tuple[int, float]:
    """Move the values of a circle, all at once in each round; return the rounds and the last change."""
    change = 0.0
    for number in range(1, most + 1):
        steps = [_DAMPING * (find(node) - values[node]) for node in group]
        for node, step in zip(group, steps, strict=True):
            values[node] += step
        change = max(map(abs, steps))
        if change < tolerance:
            return number, change
    return most, change
