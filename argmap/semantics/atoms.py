"""Atoms: the elements of a map as numbers, and what each stands on, whichever way the map is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from argmap.graph import ArgumentGraph, Step

_NO_STEPS: Sequence[int] = ()


class Atoms:
    """The claims, inferences and attacks of a map as atoms of a program; O(n + m).

    Claims come first, then inferences, then attacks; steps that share an id are atoms of their own.

    Attributes:
        graph: the structure of the map.
        claims: claim id to its atom.
        steps: id to the atoms of the inferences or attacks that have it.
        first_step: the atom of the first inference.
        own: an atom that is true: what a claim has of its own that speaks for it.
        undefined: id that a step uses and no claim has to its atom, which nothing speaks for.
        bodies: for each step, in order, the atoms that it stands on, each once.
        weights: for each step, in order, its weight from 0 to 1; 1 if it names none.
        inferences_to: atom of a claim to the atoms of the inferences that conclude it.
        attacks_on: atom to the atoms of the attacks on it.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        inferences, attacks = graph.map.inferences, graph.map.attacks
        steps: tuple[Step, ...] = (*inferences, *attacks)
        self.claims = dict(zip(graph.claims, range(len(graph.claims)), strict=True))
        self.first_step = len(self.claims)
        self.own = self.first_step + len(steps)
        self.undefined: dict[str, int] = {}
        self.steps: dict[str, list[int]] = {}
        for atom, step in enumerate(steps, self.first_step):
            self.steps.setdefault(step.id, []).append(atom)
        self.weights = [1.0 if step.weight is None else step.weight for step in steps]
        self.bodies = [self._body(needed) for needed in graph.supporting]
        self.bodies += [self._body(tuple(dict.fromkeys(attack.premises))) for attack in attacks]
        self.inferences_to: Mapping[int, list[int]] = defaultdict(list)
        for atom, inference in enumerate(inferences, self.first_step):
            if inference.conclusion in self.claims:
                self.inferences_to[self.claims[inference.conclusion]].append(atom)
        self.attacks_on: Mapping[int, list[int]] = defaultdict(list)
        for atom, attack in enumerate(attacks, self.first_step + len(inferences)):
            for target in self.of(attack.target):
                self.attacks_on[target].append(atom)

    @property
    def count(self) -> int:
        """How many atoms there are."""
        return self.own + 1 + len(self.undefined)

    def of(self, element_id: str) -> Sequence[int]:
        """Return the atoms of a claim, or of the inferences and attacks with the id; () if there are none."""
        return (self.claims[element_id],) if element_id in self.claims else self.steps.get(element_id, _NO_STEPS)

    def body(self, atom: int) -> Sequence[int]:
        """Return the atoms of the claims that a step stands on, each once."""
        return self.bodies[atom - self.first_step]

    @cached_property
    def ids(self) -> Mapping[int, str]:
        """Atom to the id of its element, or to the id that nothing defines."""
        steps: tuple[Step, ...] = (*self.graph.map.inferences, *self.graph.map.attacks)
        found = dict(enumerate(self.claims))
        found.update((atom, step.id) for atom, step in enumerate(steps, self.first_step))
        found.update((atom, claim_id) for claim_id, atom in self.undefined.items())
        return found

    def _body(self, needed: Sequence[str]) -> tuple[int, ...]:
        try:
            return tuple([self.claims[claim_id] for claim_id in needed])
        except KeyError:
            return tuple(map(self._claim, needed))

    def _claim(self, claim_id: str) -> int:
        if claim_id in self.claims:
            return self.claims[claim_id]
        return self.undefined.setdefault(claim_id, self.count)
