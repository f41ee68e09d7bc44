"""The part of a framework that a search has to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.semantics.framework.attack_graph import AttackGraph, Status, members


@dataclass(frozen=True, slots=True)
class Part:
    """Some arguments, renumbered from 0, with the attacks between them.

    Attributes:
        numbers: for each argument of the part its number in the framework, rising.
        attackers: for each argument of the part the positions in the part of those that attack it.
        accepted: the numbers of arguments outside the part that its extensions are to be joined with.
    """

    numbers: Sequence[int]
    attackers: Sequence[Sequence[int]]
    accepted: Sequence[int]

    @property
    def size(self) -> int:
        """The number of arguments in the part."""
        return len(self.numbers)

    def restricted(self, positions: Sequence[int]) -> Part:
        """Return the arguments at the positions, which are rising, as a part; its numbers are the positions."""
        return _part(self.attackers, positions, ())

    def joined(self, positions: Iterable[int]) -> list[int]:
        """Return the numbers of the arguments at the positions and of the accepted ones, rising."""
        return sorted([*self.accepted, *(self.numbers[position] for position in positions)])


def whole(graph: AttackGraph) -> Part:
    """Return the whole framework as a part."""
    return Part(range(graph.size), graph.attackers, ())


def undecided(graph: AttackGraph, status: Sequence[int] | None = None) -> Part:
    """Return the part that a complete extension leaves undecided; O(n + m).

    The complete extensions of the framework that hold this one are those of the part, each joined with it; so it is
    with the preferred, stable and semi-stable ones, and, above the grounded extension, with the ideal one (Baumann,
    Brewka and Ulbricht, Comparing weak admissibility semantics to their Dung-style counterparts, KR 2020, on reducts
    and modularization).

    Args:
        graph: the framework.
        status: the `Status` of each argument towards the extension; left out, towards the grounded one.
    """
    status = graph.grounded if status is None else status
    numbers = [number for number, value in enumerate(status) if value == Status.UNDECIDED]
    return _part(graph.attackers, numbers, members(status))


def undecided_above(graph: AttackGraph, argument: int) -> Part:
    """Return the undecided part from which attacks lead to an undecided argument; O(n + m).

    Nothing outside attacks it but what the grounded extension beats, so that the argument is in some or in all
    preferred extensions of the framework just if it is in some or in all of this part's (directionality: Baroni and
    Giacomin, On principle-based evaluation of extension-based argumentation semantics, Artificial Intelligence 171,
    2007).
    """
    return _part(graph.attackers, graph.ancestors(argument, graph.grounded), members(graph.grounded))


def _part(attackers: Sequence[Sequence[int]], numbers: Sequence[int], accepted: Sequence[int]) -> Part:
    position = {number: index for index, number in enumerate(numbers)}
    kept = [[position[other] for other in attackers[number] if other in position] for number in numbers]
    return Part(numbers, kept, accepted)
