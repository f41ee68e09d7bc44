"""Arguments: the trees that a map holds under one reading, by number, and which attacks which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from argmap.model import ArgmapError
from argmap.semantics.atoms import NONE
from argmap.semantics.labelling import Compilation
from argmap.semantics.standards import defeats

_ATTACKS_PER_ARGUMENT = 100
_NO_NUMBERS: Sequence[int] = ()


class FrameworkSizeError(ArgmapError, ValueError):
    """A map has more arguments, or more attacks between them, than were allowed.

    Attributes:
        most: how many arguments were allowed.
        counted: "arguments" or "attacks", whichever are too many.
        limit: how many of these were allowed.
    """

    def __init__(self, most: int, counted: str, limit: int) -> None:
        self.most = most
        self.counted = counted
        self.limit = limit
        super().__init__(
            f"found more than {limit:,} {counted}, expected at most {limit:,} with most={most:,} "
            "(allow more, take a part of the map, or ask for its labels, which need no arguments)"
        )


class Argument(NamedTuple):
    """An argument, for a claim, or for an inference or an attack to hold.

    Attributes:
        atom: what it is for: the atom of a claim, an inference or an attack.
        pro: for a claim, the atom of the inference that concludes it, or the one for what the claim has of its own;
            NONE for a step, and for what the reading accepts.
        parts: the numbers of the arguments that it is made of: for a claim, that for the inference; for a step, one
            for each claim that it stands on.
    """

    atom: int
    pro: int
    parts: tuple[int, ...] = ()


class Arguments:
    """All arguments of a map under one reading that conclude no claim twice on one way down.

    They are built from below, each from arguments that are there, so that every step of the work adds one and the limit
    is seen at once. What a repeated claim would stand on could stand at its place above, in a smaller argument that
    less attacks; so nothing is lost with the larger one.

    Attributes:
        compilation: the map under its reading.
        found: the arguments, each after its parts.
    """

    def __init__(self, compilation: Compilation, most: int) -> None:
        """Build the arguments.

        Raises:
            FrameworkSizeError: there are more than `most`.
        """
        self.compilation = compilation
        self.atoms = compilation.atoms
        self.found: list[Argument] = []
        self._most = most
        self._bits: dict[int, int] = {}
        self._concluded: list[int] = []
        self._complete: dict[int, list[int]] = defaultdict(list)
        self._pros: dict[int, Mapping[int, float]] = {}
        reading = compilation.reading
        self._supposed = reading.accept | reading.reject
        self._add_what_stands_alone()
        for number, argument in enumerate(self.found):  # grows while it is read
            if argument.atom < self.atoms.first_step:
                self._use_claim(number, argument.atom)

    def find_attacks(self) -> Iterator[tuple[int, int]]:
        """Yield each attack between arguments: which attacks, and which is attacked.

        An argument for an attack attacks all arguments that use its target anywhere: a claim with a pro which the
        attack defeats under the claim's standard, an inference or an attack. Time grows with what is yielded.

        Raises:
            FrameworkSizeError: there are more than a hundred times as many as there may be arguments.
        """
        left = limit = self._most * _ATTACKS_PER_ARGUMENT
        users = self._users()
        first_attack = self.atoms.first_step + len(self.atoms.graph.map.inferences)
        for atom, attack in enumerate(self.atoms.graph.map.attacks, first_attack):
            attackers = self._by_atom.get(atom, _NO_NUMBERS)
            attacked = _upward(self._find_targets(attack.target, atom), users) if attackers else ()
            left -= len(attackers) * len(attacked)
            if left < 0:
                raise FrameworkSizeError(self._most, "attacks", limit)
            yield from product(attackers, attacked)

    # --- inside ---

    def _add(self, argument: Argument, concluded: int) -> int:
        if len(self.found) >= self._most:
            raise FrameworkSizeError(self._most, "arguments", self._most)
        self.found.append(argument)
        self._concluded.append(concluded)
        return len(self.found) - 1

    def _add_what_stands_alone(self) -> None:
        accept = self.compilation.reading.accept
        for claim_id, atom in self.atoms.claims.items():
            if claim_id in accept:
                self._add(Argument(atom, NONE), self._bit(atom))
            elif self.compilation.has_own(claim_id) and self.atoms.own in self._pros_of(atom):
                self._add(Argument(atom, self.atoms.own), self._bit(atom))
        for step_id in sorted(accept - self.atoms.claims.keys()):
            for atom in self.atoms.of(step_id):
                self._add_step(atom, ())

    def _use_claim(self, number: int, claim: int) -> None:
        """Apply each step that stands on the claim to this argument for it and to earlier ones for its other claims."""
        self._complete[claim].append(number)
        for step in self._steps_on.get(claim, _NO_NUMBERS):
            choices = [
                (number,) if needed == claim else self._complete.get(needed, ()) for needed in self.atoms.body(step)
            ]
            if all(choices):
                for parts in product(*choices):
                    self._add_step(step, parts)

    def _add_step(self, step: int, parts: tuple[int, ...]) -> None:
        concluded = 0
        for part in parts:
            concluded |= self._concluded[part]
        number = self._add(Argument(step, NONE, parts), concluded)
        claim = self._conclusions.get(step)
        if claim is None or step not in self._pros_of(claim):
            return
        bit = self._bit(claim)
        if not concluded & bit:
            self._add(Argument(claim, step, (number,)), concluded | bit)

    def _bit(self, claim: int) -> int:
        return 1 << self._bits.setdefault(claim, len(self._bits))

    def _pros_of(self, claim: int) -> Mapping[int, float]:
        """Return the atoms of what speaks for the claim with their weights; none if the reading settles the claim."""
        if claim not in self._pros:
            claim_id = self.atoms.ids[claim]
            pros = () if claim_id in self._supposed else self.compilation.pros(claim_id)
            self._pros[claim] = {pro.atom: pro.weight for pro in pros}
        return self._pros[claim]

    @cached_property
    def _steps_on(self) -> Mapping[int, list[int]]:
        """Atom of a claim to those of the steps that stand on it and that the reading leaves open."""
        found: dict[int, list[int]] = defaultdict(list)
        for step, body in enumerate(self.atoms.bodies, self.atoms.first_step):
            if self.atoms.ids[step] not in self._supposed:
                for claim in body:
                    found[claim].append(step)
        return found

    @cached_property
    def _conclusions(self) -> Mapping[int, int]:
        return {
            step: claim for step, claim in enumerate(self.atoms.conclusions, self.atoms.first_step) if claim != NONE
        }

    @cached_property
    def _by_atom(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number, argument in enumerate(self.found):
            found[argument.atom].append(number)
        return found

    def _users(self) -> list[list[int]]:
        """Return for each argument those that it is a part of."""
        users: list[list[int]] = [[] for _ in self.found]
        for number, argument in enumerate(self.found):
            for part in argument.parts:
                users[part].append(number)
        return users

    def _find_targets(self, target_id: str, attack: int) -> Iterator[int]:
        """Yield the arguments that an attack on the element is against at their top."""
        if target_id in self._supposed:
            return
        weight = self.atoms.weight(attack)
        for target in self.atoms.of(target_id):
            for number in self._by_atom.get(target, _NO_NUMBERS):
                if target >= self.atoms.first_step or self._is_defeated(number, weight):
                    yield number

    def _is_defeated(self, number: int, weight: float) -> bool:
        """Tell whether an attack of the weight defeats what speaks for the claim of the argument."""
        claim, pro, _ = self.found[number]
        standard = self.compilation.standard(self.atoms.ids[claim])
        return defeats(standard, self._pros_of(claim)[pro], weight, self.compilation.reading.thresholds)


def _upward(start: Iterator[int], users: Sequence[Sequence[int]]) -> list[int]:
    """Return the arguments and all that they are in, however deep, each once."""
    reached = list(start)
    seen = set(reached)
    for number in reached:  # grows while it is read
        for user in users[number]:
            if user not in seen:
                seen.add(user)
                reached.append(user)
    return reached
