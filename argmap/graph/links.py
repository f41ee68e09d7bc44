"""A map as links from claim to claim, and two maps as links between the same names, so that they can be counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from argmap.graph.alignment import Alignment
from argmap.graph.lookup import by_id
from argmap.graph.steps import Step, goal, supporting_claims
from argmap.model import ArgumentMap, Attack, Inference


class LinkLabel(StrEnum):
    """What a link does to its parent: speak for it, speak against it, or speak against a step."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"


class Link(NamedTuple):
    """A premise and what the step that it belongs to leads to; each premise of a step has a link of its own.

    Attributes:
        child: the claim that the link starts from.
        parent: the claim that it leads to; for an undercut the step.
        label: what it does to it.
    """

    child: str
    parent: str
    label: LinkLabel


@dataclass(frozen=True, slots=True)
class Linked:
    """A map as links.

    Attributes:
        claims: the claims that the map defines.
        links: its links.
        pairs: co-premises: pairs of claims that belong to one step, each pair sorted.
        ends: by step that something undercuts: the claim that the step leads to in the end; no entry if none.
        objections: by step that something undercuts and that is an attack: its premises.
    """

    claims: frozenset[str]
    links: frozenset[Link]
    pairs: frozenset[tuple[str, str]] = frozenset()
    ends: Mapping[str, str] = field(default_factory=dict)
    objections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def used(self) -> frozenset[str]:
        """The claims that some link starts from or leads to."""
        return self.claims & {name for link in self.links for name in (link.child, link.parent)}


def count_links(argument_map: ArgumentMap) -> tuple[int, int]:
    """Return how many links and how many pairs of co-premises the map has at most, without making them; O(n)."""
    sizes = [len(supporting_claims(step)) for step in argument_map.inferences]
    sizes += [len(attack.premises) for attack in argument_map.attacks]
    return sum(sizes), sum(size * (size - 1) // 2 for size in sizes)


def find_links(argument_map: ArgumentMap) -> Linked:
    """Return the map as links, under its own ids."""
    return _Linker(argument_map, {}).linked()


def link_alike(one: ArgumentMap, other: ArgumentMap, alignment: Alignment) -> tuple[Linked, Linked]:
    """Return both maps as links, under the ids of the other map; O(n + m) but for steps that something undercuts.

    Claims that are in no pair get names that the other map does not have. A step that is undercut is the same as the
    step of the other map that leads to the same and shares most premises with it.

    Args:
        one: a map.
        other: another map.
        alignment: which of their claims say the same.
    """
    theirs = _Linker(other, {})
    paired = alignment.claims
    names = {claim.id: paired.get(claim.id, f"{claim.id}[]") for claim in one.claims}
    return _Linker(one, names, theirs).linked(), theirs.linked()


class _Linker:
    """Gives everything that links lead from and to its name.

    Args:
        argument_map: the map.
        names: id of a claim to its name; claims that are not listed, and ids of nothing, are names of their own.
        others: the map whose steps are to be recognised; None for this one itself.
    """

    def __init__(self, argument_map: ArgumentMap, names: Mapping[str, str], others: _Linker | None = None) -> None:
        self._map = argument_map
        self._names = names
        self._others = others
        self._claims = {claim.id for claim in argument_map.claims}
        self._steps: dict[str, Step] = {**by_id(argument_map.attacks), **by_id(argument_map.inferences)}
        self._step_names: dict[str, str] = {}
        self._ends: dict[str, str] = {}

    def linked(self) -> Linked:
        """Return the map as links."""
        steps: tuple[Step, ...] = (*self._map.inferences, *self._map.attacks)
        links = frozenset(link for step in steps for link in self._links(step))
        groups = [sorted({self._claim(claim_id) for claim_id in _premises(step)}) for step in steps]
        pairs = frozenset((one, other) for group in groups for one, other in combinations(group, 2))
        claims = frozenset(self._claim(claim_id) for claim_id in self._claims)
        return Linked(claims, links, pairs, self._ends, self._objections())

    def _links(self, step: Step) -> Iterator[Link]:
        aim = goal(step)
        label = LinkLabel.SUPPORT if isinstance(step, Inference) else LinkLabel.ATTACK
        if isinstance(step, Attack) and self._is_step(aim):
            label = LinkLabel.UNDERCUT
        parent = self._aim(aim) if label is LinkLabel.UNDERCUT else self._claim(aim)
        for claim_id in _premises(step):
            yield Link(self._claim(claim_id), parent, label)

    def _objections(self) -> dict[str, tuple[str, ...]]:
        known = ((name, self._steps[step_id]) for step_id, name in self._step_names.items())
        return {name: tuple(map(self._claim, _premises(step))) for name, step in known if isinstance(step, Attack)}

    def _claim(self, claim_id: str) -> str:
        return self._names.get(claim_id, claim_id)

    def _is_step(self, element_id: str) -> bool:
        return element_id not in self._claims and element_id in self._steps

    def _aim(self, step_id: str) -> str:
        """Return the name of a step; the steps between it and the claim that it leads to in the end get theirs too."""
        chain: list[str] = []
        here = step_id
        while self._is_step(here) and here not in self._step_names and here not in chain:
            chain.append(here)
            here = goal(self._steps[here])
        circle = set(chain[chain.index(here) :]) if here in chain else set()
        for named in reversed(chain):
            above = goal(self._steps[named])
            # In a circle of attacks there is no first, so none of them is known by what it leads to.
            name = None if named in circle else self._step_names.get(above, self._claim(above))
            self._step_names[named] = found = self._recognise(named, name)
            if name is not None and (end := self._ends.get(name, None if self._is_step(above) else name)) is not None:
                self._ends[found] = end
        return self._step_names[step_id]

    def _recognise(self, step_id: str, goal_name: str | None) -> str:
        """Return the name of the step; None as the goal's name is that of a step in a circle of attacks."""
        if self._others is None:
            return step_id
        step = self._steps[step_id]
        own = {self._claim(claim_id) for claim_id in _premises(step)}
        best, name = 0.0, ""
        for other in self._others.leading_to(goal_name, type(step), own):
            theirs = set(_premises(other))
            shared = len(own & theirs) / len(own | theirs)
            if shared > best or (shared == best > 0 and other.id == step_id):
                best, name = shared, other.id
        return name or f"{step_id}[]"

    def leading_to(self, goal_name: str | None, kind: type[Step], premises: Iterable[str]) -> list[Step]:
        """Return the steps of a kind from one of the premises to a claim or step, by id; to anything for None."""
        found = {step.id: step for premise in premises for step in self._leading.get((kind, goal_name, premise), ())}
        return [found[step_id] for step_id in sorted(found)]

    @cached_property
    def _leading(self) -> Mapping[tuple[type[Step], str | None, str], Sequence[Step]]:
        found: dict[tuple[type[Step], str | None, str], list[Step]] = defaultdict(list)
        for step in self._steps.values():
            for premise in _premises(step):
                found[type(step), goal(step), premise].append(step)
                found[type(step), None, premise].append(step)
        return found


def _premises(step: Step) -> tuple[str, ...]:
    return supporting_claims(step) if isinstance(step, Inference) else tuple(dict.fromkeys(step.premises))
