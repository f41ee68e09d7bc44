"""Atoms: the elements of a map as numbers, and what each stands on, whichever way the map is read."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import KeysView, Mapping, Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter

from argmap.graph import ArgumentGraph, Step
from argmap.semantics.rows import Rows

NONE = -1
"""No atom."""


class Atoms:
    """The claims, inferences and attacks of a map as atoms of a program; O(n + m).

    Claims come first, then inferences, then attacks; steps that share an id are atoms of their own.

    Attributes:
        graph: the structure of the map.
        claims: claim id to its atom.
        first_step: the atom of the first inference.
        own: an atom that is true: what a claim has of its own that speaks for it.
        undefined: id that a step uses and no claim has to its atom, which nothing speaks for.
        bodies: for each step, in order, the atoms that it stands on, each once.
        conclusions: for each inference, in order, the atom of the claim that it concludes; NONE if nothing has the id.
        attacks_on: atom to the atoms of the attacks on it.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        inferences, attacks = graph.map.inferences, graph.map.attacks
        self.claims = dict(zip(graph.claims, range(len(graph.claims)), strict=True))
        self.first_step = len(self.claims)
        self.own = self.first_step + len(inferences) + len(attacks)
        self.undefined: dict[str, int] = {}
        self.bodies = self._bodies([*graph.supporting, *(tuple(dict.fromkeys(attack.premises)) for attack in attacks)])
        conclusions = map(attrgetter("conclusion"), inferences)
        self.conclusions = array("i", map(self.claims.get, conclusions, repeat(NONE)))
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
        return (self.claims[element_id],) if element_id in self.claims else self.steps_of(element_id)

    def steps_of(self, element_id: str) -> Sequence[int]:
        """Return the atoms of the inferences and attacks with the id, rising; () if there are none."""
        if element_id in self._shared_ids:
            return self._shared_ids[element_id]
        return (self._last_steps[element_id],) if element_id in self._last_steps else ()

    @property
    def step_ids(self) -> KeysView[str]:
        """The ids of the inferences and attacks, in the order of the file, each once."""
        return self._last_steps.keys()

    def step(self, atom: int) -> Step:
        """Return the inference or the attack of an atom."""
        inferences, number = self.graph.map.inferences, atom - self.first_step
        return inferences[number] if number < len(inferences) else self.graph.map.attacks[number - len(inferences)]

    def weight(self, atom: int) -> float:
        """Return the weight of an inference or an attack from 0 to 1; 1 if it names none."""
        weight = self.step(atom).weight
        return 1.0 if weight is None else weight

    def inferences_to(self, claim: int) -> Sequence[int]:
        """Return the atoms of the inferences that conclude the claim of an atom, rising."""
        first = self.first_step
        return [first + number for number in self._concluding[claim]]

    def body(self, atom: int) -> Sequence[int]:
        """Return the atoms of the claims that a step stands on, each once."""
        return self.bodies[atom - self.first_step]

    @cached_property
    def claim_ids(self) -> Sequence[str]:
        """The ids of the claims, in the order of their atoms."""
        return tuple(self.claims)

    @cached_property
    def ids(self) -> Mapping[int, str]:
        """Atom to the id of its element, or to the id that nothing defines."""
        found = dict(enumerate(self.claims))
        found.update(enumerate(self._ids_of_steps, self.first_step))
        found.update((atom, claim_id) for claim_id, atom in self.undefined.items())
        return found

    @cached_property
    def _ids_of_steps(self) -> list[str]:
        return [step.id for step in self.graph.steps]

    @cached_property
    def _last_steps(self) -> dict[str, int]:
        """The id of each step to its atom, or to the last of those that share it."""
        return dict(zip(self._ids_of_steps, range(self.first_step, self.own), strict=True))

    @cached_property
    def _shared_ids(self) -> dict[str, list[int]]:
        """Each id that several steps share to their atoms."""
        if len(self._last_steps) == len(self._ids_of_steps):
            return {}
        found: dict[str, list[int]] = defaultdict(list)
        for atom, step_id in enumerate(self._ids_of_steps, self.first_step):
            found[step_id].append(atom)
        return {step_id: atoms for step_id, atoms in found.items() if len(atoms) > 1}

    @cached_property
    def _concluding(self) -> Rows:
        """For each claim the numbers of the inferences that conclude it; last, of those that conclude none."""
        outside = self.first_step
        conclusions = [outside if claim == NONE else claim for claim in self.conclusions]
        return Rows(conclusions, repeat(1, len(conclusions))).index(outside + 1)

    def _bodies(self, needed: Sequence[Sequence[str]]) -> Rows:
        try:
            return Rows(map(self.claims.__getitem__, chain.from_iterable(needed)), map(len, needed))
        except KeyError:
            return Rows(map(self._claim, chain.from_iterable(needed)), map(len, needed))

    def _claim(self, claim_id: str) -> int:
        if claim_id in self.claims:
            return self.claims[claim_id]
        return self.undefined.setdefault(claim_id, self.count)
