"""Formats in which claims and steps are nodes with edges between them: reading their graph, and writing it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from argmap.model import ArgumentMap, Attack, Claim, Inference, Proposal

NodeElement = Claim | Proposal | Inference | Attack
Ends = tuple[str, str]
AnyEdge = TypeVar("AnyEdge")


class Role(Enum):
    """What a node is in a map."""

    CLAIM = "claim"
    INFERENCE = "inference"
    ATTACK = "attack"
    OTHER = "other"


@dataclass
class StepGraph:
    """Nodes by their keys, and which claims lead to which steps and on to what.

    Attributes:
        roles: what each node is; a node that no element of a map could be becomes OTHER.
        premises: for each step the claims that it starts from.
        targets: for each step what it leads to.
    """

    roles: dict[str, Role]
    premises: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    targets: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def connect(self, source: str, target: str) -> bool:
        """Take an edge that runs from premise to step or from step to target; False if it is neither."""
        above, below = self.roles.get(source, Role.OTHER), self.roles.get(target, Role.OTHER)
        if below in _STEPS and above is Role.CLAIM:
            self.premises[target].append(source)
        elif above in _STEPS and below is not Role.OTHER:
            self.targets[source].append(target)
        else:
            return False
        return True

    def set_steps_aside(self) -> dict[str, str]:
        """Give every step that no inference or attack could be another role; return why, by its key."""
        why = {
            key: reason for key, role in self.roles.items() if role in _STEPS and (reason := self._problem(key, role))
        }
        attackers = defaultdict(list)
        for key, role in self.roles.items():
            if role is Role.ATTACK and key not in why:
                for target in self.targets.get(key, ()):
                    attackers[target].append(key)
        rejected = list(why)
        while rejected:
            key = rejected.pop()
            self.roles[key] = Role.OTHER
            for attacker in attackers.get(key, ()):
                if attacker not in why:
                    why[attacker] = f"attacks [{key}], which is no part of the map"
                    rejected.append(attacker)
        return why

    def _problem(self, key: str, role: Role) -> str:
        targets = dict.fromkeys(self.targets.get(key, ()))
        if not self.premises.get(key):
            return "has no premise"
        if len(targets) != 1:
            return f"leads to {len(targets)} nodes, expected one"
        if role is Role.INFERENCE and self.roles[next(iter(targets))] is not Role.CLAIM:
            return f"leads to [{next(iter(targets))}], which is no claim"
        return ""


_STEPS = frozenset({Role.INFERENCE, Role.ATTACK})


def find_elements(argument_map: ArgumentMap) -> list[NodeElement]:
    """Return the elements that are nodes: claims, inferences, attacks."""
    return [*argument_map.claims, *argument_map.inferences, *argument_map.attacks]


def number_elements(
    elements: list[NodeElement], came_with: Callable[[NodeElement], Any], foreign: Collection[str]
) -> list[Any]:
    """Return the ids of the elements' nodes: those they came with, else their own, else numbers; none twice.

    Args:
        elements: the elements.
        came_with: gives the id that an element had in the document it came from, a text or a number; None if none.
        foreign: the ids of nodes that are no elements.
    """
    given: dict[int, Any] = {}
    taken: set[str] = set()
    for number, element in enumerate(elements):
        raw = came_with(element)
        if raw is not None and str(raw) not in taken:
            given[number] = raw
            taken.add(str(raw))
    taken.update(foreign)
    counter = max((raw for raw in given.values() if isinstance(raw, int)), default=0)
    for number, element in enumerate(elements):
        if number not in given:
            raw = element.id
            while str(raw) in taken:
                raw = counter = counter + 1
            given[number] = raw
            taken.add(str(raw))
    return [given[number] for number in range(len(elements))]


def first_of_each(elements: Iterable[NodeElement], raw_ids: Iterable[Any]) -> dict[str, Any]:
    """Return the id of the node that other elements mean by an id of the map."""
    found: dict[str, Any] = {}
    for element, raw in zip(elements, raw_ids, strict=True):
        found.setdefault(element.id, raw)
    return found


def find_premise_edges(argument_map: ArgumentMap, raw_ids: Mapping[str, Any]) -> Iterator[Ends]:
    """Yield the edges from premises to steps; premises that are no claims of the map have none."""
    claims = {claim.id for claim in argument_map.claims}
    steps: list[Inference | Attack] = [*argument_map.inferences, *argument_map.attacks]
    for step in steps:
        for premise in step.premises:
            if premise in claims:
                yield str(raw_ids[premise]), str(raw_ids[step.id])


def find_target_edges(argument_map: ArgumentMap, raw_ids: Mapping[str, Any]) -> Iterator[Ends]:
    """Yield the edges from steps to what they conclude or attack."""
    claims = {claim.id for claim in argument_map.claims}
    for inference in argument_map.inferences:
        if inference.conclusion in claims:
            yield str(raw_ids[inference.id]), str(raw_ids[inference.conclusion])
    for attack in argument_map.attacks:
        if attack.target in raw_ids:
            yield str(raw_ids[attack.id]), str(raw_ids[attack.target])


def merge_edges(
    edges: Iterable[tuple[tuple[str | None, str | None], AnyEdge]],
    needed: Collection[Ends],
    steps: Collection[str],
    elements: Collection[str],
    gone: Collection[str | None],
) -> tuple[list[AnyEdge], list[Ends]]:
    """Return the edges of a document that an edited map still has, and the ends of those that are missing.

    Args:
        edges: the document's edges, with the keys of their ends.
        needed: the ends that the map needs, in order.
        steps: the keys of its inferences and attacks.
        elements: the keys of all its claims and steps.
        gone: the keys of elements that the map no longer has.
    """
    kept, seen = [], set()
    for ends, edge in edges:
        is_of_step = (ends[0] in steps or ends[1] in steps) and ends[0] in elements and ends[1] in elements
        if ends[0] in gone or ends[1] in gone or (is_of_step and ends not in needed):
            continue
        seen.add(ends)
        kept.append(edge)
    return kept, [ends for ends in needed if ends not in seen]
