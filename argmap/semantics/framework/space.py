"""Sets of arguments as models of clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from types import TracebackType

from argmap.semantics.framework.oracle import Clause, Oracle
from argmap.semantics.framework.part import Part
from argmap.semantics.limit import Limit


class Theory(Enum):
    """What a set of arguments has to meet to be in a space."""

    CONFLICT_FREE = auto()
    ADMISSIBLE = auto()
    COMPLETE = auto()
    STABLE = auto()


@dataclass(frozen=True, slots=True)
class Point:
    """A set of arguments of a part, by their positions, rising.

    Attributes:
        inside: the arguments of the set.
        beaten: the arguments that it attacks.
        open: the rest.
    """

    inside: Sequence[int]
    beaten: Sequence[int]
    open: Sequence[int]


class Space:
    """The sets of arguments of a part that meet a theory, to be searched with an incremental solver.

    Each argument x has a variable `inside(x)`, true if it is in the set, `beaten(x)`, true if the set attacks it, and
    `reached(x)`, true only if one of the two is; n + m clauses for stable sets, where `beaten` is what is not `inside`,
    and at most 3 n + 2 m for others.
    """

    def __init__(self, part: Part, theory: Theory, limit: Limit) -> None:
        self.part = part
        self.theory = theory
        self.limit = limit
        clauses = _stable_clauses(part) if theory is Theory.STABLE else _clauses(part, theory)
        self.oracle = Oracle(clauses, 3 * part.size, limit)

    def __enter__(self) -> Space:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.oracle.__exit__(kind, error, trace)

    def inside(self, position: int) -> int:
        """Return the literal that is true if the argument is in the set."""
        return position + 1 if self.theory is Theory.STABLE else self.part.size + position + 1

    def beaten(self, position: int) -> int:
        """Return the literal that is true if the set attacks the argument."""
        return -position - 1 if self.theory is Theory.STABLE else position + 1

    def reached(self, position: int) -> int:
        """Return a variable that is true only if the argument is in the set or attacked by it."""
        return 2 * self.part.size + position + 1

    def find(self, assumptions: Sequence[int] = ()) -> Point | None:
        """Return a set of the space for which the literals are true; None if there is none.

        Raises:
            LimitReachedError: the limit is reached first.
        """
        model = self.oracle.model(assumptions)
        if model is None:
            return None
        size = self.part.size
        if self.theory is Theory.STABLE:
            inside = [position for position in range(size) if model[position] > 0]
            return Point(inside, [position for position in range(size) if model[position] < 0], ())
        inside = [position for position in range(size) if model[size + position] > 0]
        beaten = [position for position in range(size) if model[position] > 0]
        rest = [position for position in range(size) if model[position] < 0 and model[size + position] < 0]
        return Point(inside, beaten, rest)

    def prefer_attacks_on(self, positions: Sequence[int]) -> None:
        """Look first for sets that attack the arguments; to be called before anything is looked for."""
        self.oracle.prefer([*map(self.beaten, positions), *(-self.inside(position) for position in positions)])

    def exclude(self, point: Point) -> None:
        """Take one set out of the space."""
        held = set(point.inside)
        self.oracle.add(
            [
                -self.inside(position) if position in held else self.inside(position)
                for position in range(self.part.size)
            ]
        )

    def reach(self) -> None:
        """Add the clauses of `reached`, which only the search for ranges needs."""
        for position in range(self.part.size):
            self.oracle.add([-self.reached(position), self.inside(position), self.beaten(position)])


def _clauses(part: Part, theory: Theory) -> list[Clause]:
    """Return what has to hold of `inside` and `beaten`, with bare numbers: small frameworks spend their time here."""
    size = part.size
    clauses: list[Clause] = []
    for beaten, attackers in enumerate(part.attackers, 1):
        inside = size + beaten
        members = [size + attacker + 1 for attacker in attackers]
        clauses += ([-inside, -beaten], [-beaten, *members])
        clauses += [[-member, beaten] for member in members]
        if theory is not Theory.CONFLICT_FREE:
            clauses += [[-inside, attacker + 1] for attacker in attackers]
        if theory is Theory.COMPLETE:
            clauses.append([inside, *(-attacker - 1 for attacker in attackers)])
    return clauses


def _stable_clauses(part: Part) -> list[Clause]:
    """Return what makes a set stable: no member attacks another, and what is not in it has an attacker in it."""
    clauses: list[Clause] = []
    for inside, attackers in enumerate(part.attackers, 1):
        clauses.append([inside, *(attacker + 1 for attacker in attackers)])
        clauses += [[-inside, -attacker - 1] for attacker in attackers]
    return clauses
