"""Labelling: a map compiled to rules, whose well-founded model says what is in, out and undecided.

Each claim, inference and attack is an atom. An inference is in if its premises and its warrant are and no attack on it
is. An attack is in if its premises are and no attack on it is. A claim is in if something speaks for it, what it has of
its own or an inference that is in, that no attack on the claim defeats under the claim's standard.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from argmap.graph import ArgumentGraph
from argmap.model import Standard
from argmap.semantics.atoms import NONE, Atoms
from argmap.semantics.programs import Program
from argmap.semantics.standards import Thresholds, defeats, is_eligible

_MOST_PAIRS = 256
"""Up to so many pairs of pro and con each pro names its defeaters; beyond, chains of atoms keep the rules linear."""


class Stance(StrEnum):
    """Which claims hold without a reason."""

    ASSERTED = "asserted"
    """Charitable: those that are held, and every claim that no inference concludes."""
    HELD = "held"
    """Only those that cite a source or are given."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a map is read when it is labelled.

    Attributes:
        stance: which claims hold without a reason.
        accept: elements that are in, whatever speaks against them.
        reject: elements that are out, whatever speaks for them.
        standard: the standard of proof of all claims; None for that of each claim, or of the map.
        thresholds: the numbers in the standards.
    """

    stance: Stance = Stance.ASSERTED
    accept: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    standard: Standard | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)


class Weighed(NamedTuple):
    """What speaks for a claim or against it.

    Attributes:
        atom: the atom of an inference or an attack, or the one for what a claim has of its own: a source, or being
            given or asserted.
        weight: 0 to 1; 1 for a step or a claim that names none.
    """

    atom: int
    weight: float


class Compilation:
    """The rules of a map under one reading; O(n + m), but for sorting the attacks on much contested claims.

    Attributes:
        atoms: the elements of the map as atoms.
        reading: how the map is read.
        program: the rules.
    """

    def __init__(self, atoms: Atoms, reading: Reading) -> None:
        self.atoms = atoms
        self.reading = reading
        self.program = Program(atoms.count)
        self.program.add(atoms.own)
        self._add_steps()
        self._add_claims()

    @property
    def graph(self) -> ArgumentGraph:
        """The structure of the map."""
        return self.atoms.graph

    def standard(self, claim_id: str) -> Standard:
        """Return the standard of proof that the claim has to meet."""
        return self.reading.standard or self.graph.claims[claim_id].standard or self.graph.map.standard

    def has_own(self, claim_id: str) -> bool:
        """Tell whether the claim holds by itself: by a source, being given, or being asserted where that counts."""
        if claim_id in self.graph.held:
            return True
        return bool(self._stands_alone[self.atoms.claims[claim_id]])

    def pros(self, claim_id: str) -> list[Weighed]:
        """Return what speaks for the claim, but for what weighs too little for its standard."""
        return self._pros(claim_id, self.atoms.inferences_to(self.atoms.claims[claim_id]))

    def cons(self, atom: int) -> Sequence[int]:
        """Return the attacks on a claim, an inference or an attack."""
        return self.atoms.attacks_on.get(atom, ())

    def defeaters(self, claim_id: str, pro: Weighed) -> tuple[int, ...]:
        """Return the attacks on the claim that defeat the pro if they are in."""
        standard, thresholds = self.standard(claim_id), self.reading.thresholds
        cons = self._weigh(self.cons(self.atoms.claims[claim_id]))
        return tuple(con.atom for con in cons if defeats(standard, pro.weight, con.weight, thresholds))

    # --- inside ---

    def _weigh(self, steps: Sequence[int]) -> list[Weighed]:
        return [Weighed(atom, self.atoms.weight(atom)) for atom in steps]

    def _pros(self, claim_id: str, inferences: Sequence[int]) -> list[Weighed]:
        weight = self.graph.claims[claim_id].weight
        pros = [Weighed(self.atoms.own, 1.0 if weight is None else weight)] if self.has_own(claim_id) else []
        pros += self._weigh(inferences)
        standard, thresholds = self.standard(claim_id), self.reading.thresholds
        return [pro for pro in pros if is_eligible(standard, pro.weight, thresholds)]

    def _add_steps(self) -> None:
        atoms, program = self.atoms, self.program
        forced = {atom for element_id in self._supposed for atom in atoms.steps_of(element_id)}
        if forced:
            for atom, body in enumerate(atoms.bodies, atoms.first_step):
                if atom not in forced:
                    program.add(atom, body, self.cons(atom))
        else:
            first = program.add_all(range(atoms.first_step, atoms.own), atoms.bodies)
            for atom, attacks in atoms.attacks_on.items():
                if atom >= atoms.first_step:
                    program.excluded[first + atom - atoms.first_step] = attacks
        for element_id in sorted(self.reading.accept - atoms.claims.keys()):
            for atom in atoms.steps_of(element_id):
                program.add(atom)

    def _add_claims(self) -> None:
        """Add the rules of claims; weights count for nothing where none is attacked and the standard asks for none."""
        plain = frozenset({Standard.DIALECTICAL, Standard.SCINTILLA})
        atoms, attacks_on, supposed = self.atoms, self.atoms.attacks_on, self._supposed
        standard, usual, held = self.reading.standard, self.graph.map.standard, self.graph.held
        is_plain = bytearray(b"\1") * (len(atoms.claims) + 1)  # the last is for inferences that conclude no claim
        is_contested = bytearray(len(is_plain))
        is_plain[NONE] = False
        stands_alone = self._stands_alone
        own: list[int] = []
        contested: dict[int, list[int]] = {}
        for atom, (claim_id, stated) in enumerate(self.graph.claims.items()):
            if claim_id in supposed:
                is_plain[atom] = False
                if claim_id in self.reading.accept:
                    self.program.add(atom)
            elif atom in attacks_on or (standard or stated.standard or usual) not in plain:
                is_plain[atom] = False
                is_contested[atom] = True
                contested[atom] = []
            elif stands_alone[atom] or claim_id in held:
                own.append(atom)
        self.program.add_single(own, [atoms.own] * len(own))
        steps = enumerate(atoms.conclusions, atoms.first_step)
        plainly = array("i", [inference for inference, claim in steps if is_plain[claim]])
        self.program.add_single([claim for claim in atoms.conclusions if is_plain[claim]], plainly)
        for inference, claim in enumerate(atoms.conclusions, atoms.first_step):
            if is_contested[claim]:
                contested[claim].append(inference)
        for claim, inferences in contested.items():
            self._add_contested(claim, inferences)

    @cached_property
    def _stands_alone(self) -> bytearray:
        """For each claim whether it holds because no inference concludes it; the last says nothing."""
        size = len(self.atoms.claims) + 1
        if self.reading.stance is Stance.HELD:
            return bytearray(size)
        found = bytearray(b"\1") * size
        for claim in self.atoms.conclusions:
            found[claim] = False
        return found

    def _add_contested(self, atom: int, inferences: Sequence[int]) -> None:
        claim_id = self.atoms.claim_ids[atom]
        pros = self._pros(claim_id, inferences)
        if len(pros) * len(self.cons(atom)) > _MOST_PAIRS:
            self._add_much_contested(claim_id, atom, pros)
            return
        for pro in pros:
            self.program.add(atom, (pro.atom,), self.defeaters(claim_id, pro))

    def _add_much_contested(self, claim_id: str, atom: int, pros: Sequence[Weighed]) -> None:
        """Add the rules of a claim with many pros and cons: whatever defeats a pro, each heavier con does too.

        So each pro has to exclude one helping atom only, which is true if a con of some weight or a heavier one is.
        """
        heavier: list[tuple[float, int]] = []
        by_weight: dict[float, list[int]] = defaultdict(list)
        for con in self._weigh(self.cons(atom)):
            by_weight[con.weight].append(con.atom)
        for weight in sorted(by_weight, reverse=True):
            helper = self.program.new_atom()
            for other in (*by_weight[weight], *(helper for _, helper in heavier[-1:])):
                self.program.add(helper, (other,))
            heavier.append((weight, helper))
        standard, thresholds = self.standard(claim_id), self.reading.thresholds
        for pro in pros:
            number = bisect_left(heavier, True, key=lambda pair: not defeats(standard, pro.weight, pair[0], thresholds))
            self.program.add(atom, (pro.atom,), (heavier[number - 1][1],) if number else ())

    @cached_property
    def _supposed(self) -> frozenset[str]:
        return self.reading.accept | self.reading.reject
