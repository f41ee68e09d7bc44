"""Self-defeat: attacks that take away what they stand on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.circles import find_circles
from argmap.graph.steps import supporting_claims
from argmap.model import Attack, Inference

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph

_MOST_STEPS = 2_000_000
"""How many premises of inferences to look at; some 2 seconds."""


@dataclass(frozen=True, slots=True)
class SelfDefeat:
    """An attack that takes away what it stands on.

    Attributes:
        attack: the attack.
        premise_id: its premise that rests on its target, of several the one that sorts first; the id of the attack if
            the attack is on itself.
    """

    attack: Attack
    premise_id: str


@dataclass(frozen=True, slots=True)
class SelfDefeats:
    """The attacks of a map that take away what they stand on.

    Attributes:
        found: these attacks, in file order.
        unseen: the number of attacks that were left out because to look at them would have taken too long.
    """

    found: tuple[SelfDefeat, ...]
    unseen: int = 0


def find_self_defeats(graph: ArgumentGraph, most_steps: int = _MOST_STEPS) -> SelfDefeats:
    """Return the attacks that cannot succeed without taking away one of their own premises.

    Such an attack is on itself, on one of its premises, or on a claim or an inference that a premise rests on. A claim
    rests on something that leads to it through inferences if it could not hold without that: it is not held, and no
    other line leads to it. Claims that no inference concludes are taken to hold.

    The search is O(n + m) for maps in which no attack leads back to itself, and for others so much for each target of
    an attack that does; the targets whose ids sort first are looked at before the limit.
    """
    resting = _find_resting(graph, most_steps)
    found: list[SelfDefeat] = []
    unseen = 0
    for attack in graph.map.attacks:
        if attack.target == attack.id:
            found.append(SelfDefeat(attack, attack.id))
        elif attack.target in attack.premises:
            found.append(SelfDefeat(attack, attack.target))
        elif attack.target in resting:
            fallen = resting[attack.target]
            if fallen is None:
                unseen += 1
            elif premises := fallen.intersection(attack.premises):
                found.append(SelfDefeat(attack, min(premises)))
    return SelfDefeats(tuple(found), unseen)


def _find_resting(graph: ArgumentGraph, most_steps: int) -> Mapping[str, frozenset[str] | None]:
    """Return what rests on each target of an attack that leads back to itself; None where the limit was reached."""
    component = {member: number for number, members in enumerate(find_circles(_lines(graph))) for member in members}
    targets = {
        attack.target
        for attack in graph.map.attacks
        if attack.target in component
        and any(component.get(claim_id) == component[attack.target] for claim_id in attack.premises)
    }
    falls = _Falls(graph, component) if targets else None
    resting: dict[str, frozenset[str] | None] = {}
    for target in sorted(targets):
        resting[target] = falls.with_(target) if falls and falls.steps < most_steps else None
    return resting


def _lines(graph: ArgumentGraph) -> Iterator[tuple[str, str]]:
    """Yield what leads where from the targets of attacks on: to conclusions, and to what is attacked."""
    order = list(dict.fromkeys(attack.target for attack in graph.map.attacks))
    seen = set(order)
    for element_id in order:
        onward = [inference.conclusion for inference in graph.inferences_from(element_id)]
        onward += [attack.target for attack in graph.attacks_from(element_id)]
        for other_id in (*onward, *graph.conclusions_of(element_id)):
            yield element_id, other_id
            if other_id not in seen:
                seen.add(other_id)
                order.append(other_id)


class _Falls:
    """What falls with what, inside the components of what leads back to itself.

    Attributes:
        steps: how many premises have been looked at so far.
    """

    def __init__(self, graph: ArgumentGraph, component: Mapping[str, int]) -> None:
        self.steps = 0
        self._graph = graph
        self._component = component
        self._standing = _find_standing(graph)

    def with_(self, target: str) -> frozenset[str]:
        """Return the claims that cannot hold without the claim, or without the inferences that have the id."""
        reached = self._reach(target)
        risen = {claim_id for claim_id in reached if claim_id != target and self._graph.is_held(claim_id)}
        missing: Counter[int] = Counter()
        waiting: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, inference in enumerate(self._inferences_to(reached, target)):
            needed = supporting_claims(inference)
            self.steps += len(needed)
            for claim_id in needed:
                if claim_id in reached or claim_id not in self._standing:
                    missing[number] += 1
                    waiting[claim_id].append((number, inference.conclusion))
            if not missing[number]:
                risen.add(inference.conclusion)
        order = list(risen)
        for claim_id in order:
            for number, conclusion in waiting.get(claim_id, ()):
                missing[number] -= 1
                if not missing[number] and conclusion not in risen:
                    risen.add(conclusion)
                    order.append(conclusion)
        return frozenset(reached - risen)

    def _inferences_to(self, reached: set[str], target: str) -> Iterator[Inference]:
        for claim_id in reached - {target}:
            for inference in self._graph.inferences_to(claim_id):
                if inference.id != target:
                    yield inference

    def _reach(self, target: str) -> set[str]:
        """Return the claims of the component that the target leads to, with the target if it is a claim."""
        order: list[str] = []
        reached: set[str] = set()

        def add(claim_id: str) -> None:
            inside = self._component.get(claim_id) == self._component[target]
            if inside and claim_id in self._graph.claims and claim_id not in reached:
                reached.add(claim_id)
                order.append(claim_id)

        for claim_id in (target, *self._graph.conclusions_of(target)):
            add(claim_id)
        for claim_id in order:
            for inference in self._graph.inferences_from(claim_id):
                self.steps += 1
                if claim_id in supporting_claims(inference):
                    add(inference.conclusion)
        return reached


def _find_standing(graph: ArgumentGraph) -> frozenset[str]:
    """Return the claims that hold if all that no inference concludes do."""
    missing = [len(needed) for needed in graph.supporting]
    waiting: dict[str, list[int]] = defaultdict(list)
    for number, needed in enumerate(graph.supporting):
        for claim_id in needed:
            waiting[claim_id].append(number)
    order = [claim_id for claim_id in graph.claims if graph.is_held(claim_id) or not graph.has_reason(claim_id)]
    standing = set(order)
    for claim_id in order:
        for number in waiting.get(claim_id, ()):
            missing[number] -= 1
            conclusion = graph.map.inferences[number].conclusion
            if not missing[number] and conclusion in graph.claims and conclusion not in standing:
                standing.add(conclusion)
                order.append(conclusion)
    return frozenset(standing)
